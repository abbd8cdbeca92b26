import StrataYAML

extension Reader {
  /// The keys of an item. Those that strata has no use for are named, so that they are not taken for slips.
  enum ItemKey: String, CaseIterable {
    case item, name, description, project, license, organization, joined, enduser, extra, branch, logo, slug, repos
    case twitter, crunchbase, quiet
    case homepageURL = "homepage_url"
    case repoURL = "repo_url"
    case additionalRepos = "additional_repos"
    case secondPath = "second_path"
    case bestPractices = "url_for_bestpractices"
    case projectOrganization = "project_org"
    case openSource = "open_source"
    case unnamedOrganization = "unnamed_organization"
    case allowDuplicateRepo = "allow_duplicate_repo"
    case stockTicker = "stock_ticker"
    case crunchbaseData = "crunchbase_data"
    case githubData = "github_data"
    case githubStart = "github_start_commit_data"
    case imageData = "image_data"
    case bestPracticeData = "best_practice_data"
    case twitterData = "twitter_data"
    case financeData = "yahoo_finance_data"
  }

  enum ExtraKey: String, CaseIterable {
    case accepted, incubating, graduated, archived, annotations, audits, specification, tag, tags, ai
    case annualReviewDate = "annual_review_date"
    case annualReviewURL = "annual_review_url"
    case parentProject = "parent_project"
    case otherLinks = "other_links"
    case chatChannel = "chat_channel"
    case useCase = "summary_use_case"
    case businessUseCase = "summary_business_use_case"
    case integration = "summary_integration"
    case integrations = "summary_integrations"
    case intro = "summary_intro"
    case introURL = "summary_intro_url"
    case personas = "summary_personas"
    case releaseRate = "summary_release_rate"
    case summaryTags = "summary_tags"
    case languages = "summary_languages"
    case trainingCertifications = "training_certifications"
    case trainingType = "training_type"
    case bestPractices = "url_for_bestpractices"
    case clomonitorName = "clomonitor_name"
    case lfxSlug = "lfx_slug"
    case cncfTags = "cncf_tags"
    // Addresses, taken by their ending; named here so that slips in them are seen.
    case artworkURL = "artwork_url"
    case blogURL = "blog_url"
    case blueskyURL = "bluesky_url"
    case devStatsURL = "dev_stats_url"
    case discordURL = "discord_url"
    case dockerURL = "docker_url"
    case documentationURL = "documentation_url"
    case facebookURL = "facebook_url"
    case githubDiscussionsURL = "github_discussions_url"
    case gitterURL = "gitter_url"
    case linkedinURL = "linkedin_url"
    case mailingListURL = "mailing_list_url"
    case packageManagerURL = "package_manager_url"
    case pinterestURL = "pinterest_url"
    case redditURL = "reddit_url"
    case slackURL = "slack_url"
    case stackOverflowURL = "stack_overflow_url"
    case youtubeURL = "youtube_url"
  }

  private static let itemKeys = KeyTable<ItemKey>()
  private static let extraKeys = KeyTable<ExtraKey>()

  /// What of an item waits until all its keys are read.
  struct ItemState {
    /// What can stand in for a description, best first.
    var useCase = Text.empty
    var businessUseCase = Text.empty
    var intro = Text.empty
    var reviewDate = Text.empty
    var reviewURL = Text.empty
    var hasLicense = false
    var hasOrganization = false
    /// `enduser: false`, whatever the settings have for its category.
    var isNoEndUser = false
  }

  mutating func readItem(
    _ node: Document.NodeID, category: Int, _ state: inout Landscape2, in source: Source
  ) {
    guard let entries = mapping(node, in: source, .entry(.item)) else { return }
    state.itemCount += 1
    var tool = Tool(category: category, behind: draft.fields.count)
    var item = ItemState()
    var generated: [(Generated, Document.NodeID)] = []
    for (keyNode, value) in entries {
      guard let key = self.key(keyNode, in: source, of: Self.itemKeys) else {
        readUnknown(keyNode, value, of: node, .item, in: source)
        continue
      }
      switch key {
      case .name: tool.name = trimmedWord(value, in: source, .key("name", .item)) ?? .empty
      case .description:
        tool.summary[.en] = trimmedWord(value, in: source, .key("description", .item)) ?? .empty
      case .homepageURL: tool.homepage = itemAddress(value, in: source, .key("homepage_url", .item))
      case .repoURL: tool.repository = itemAddress(value, in: source, .key("repo_url", .item))
      case .project:
        guard let word = trimmedWord(value, in: source, .key("project", .item)) else { continue }
        tool.maturity = maturity(word, at: value, in: source)
      case .license: item.hasLicense = add(.license, value, in: source, .key("license", .item))
      case .organization: item.hasOrganization = addOrganization(value, in: source)
      case .joined: addDay(.joined, key.rawValue, value, in: source)
      case .enduser:
        let count = draft.fields.count
        addFlag(.endUser, value, in: source, .key("enduser", .item))
        item.isNoEndUser = draft.fields.count == count
      case .openSource: addFlag(.openSource, value, in: source, .key("open_source", .item))
      case .secondPath: addSecondPaths(value, in: source)
      case .additionalRepos: addRepositories(value, in: source)
      case .twitter, .crunchbase: addLink("\(key.rawValue)", value, in: source, .item)
      case .bestPractices: addLink("best practices", value, in: source, .item)
      case .projectOrganization: addLink("organization", value, in: source, .item)
      case .extra: readExtra(value, &item, &state, in: source)
      case .githubData: generated.append((.repository, value))
      case .githubStart: generated.append((.beginning, value))
      case .crunchbaseData: generated.append((.organization, value))
      case .item, .branch, .logo, .slug, .repos, .quiet, .unnamedOrganization, .allowDuplicateRepo, .stockTicker,
        .imageData, .bestPracticeData, .twitterData, .financeData:
        continue
      }
    }
    for (kind, value) in generated { readGenerated(kind, value, &item, in: source) }
    addReview(item)
    if tool.name.isEmpty {
      report(.missingName(.item, id: ""), at: node, in: source)
      draft.fields.removeLast(draft.fields.count - Int(tool.firstField))
      return
    }
    if tool.summary[.en].isEmpty {
      tool.summary[.en] =
        [item.useCase, item.businessUseCase, item.intro].first { !$0.isEmpty } ?? .empty
    }
    place(tool, item, category: category, &state, in: source)
  }

  /// Adds the item as a tool, or to the tool of an earlier catalog that it is.
  private mutating func place(
    _ tool: Tool, _ item: ItemState, category: Int, _ state: inout Landscape2, in source: Source
  ) {
    var tool = tool
    if source.input > 0 {
      let addresses = Identity.Addresses(of: tool, former: [], in: store)
      if let twin = state.earlier.match(addresses, where: { !state.met.contains($0) }) {
        state.met.insert(twin.index)
        add(tool, to: twin.index, &state)
        return
      }
    }
    tool.id = itemID(tool.name, category: category, &state)
    let index = draft.tools.count
    append(tool)
    if item.isNoEndUser { draft.notEndUsers.insert(index) }
    notePaths(of: index, from: 0, &state)
    note(draft.tools[index], index: index, &state)
  }

  /// Remembers the rows of a tool, from the given one on, that hold second paths.
  private func notePaths(of tool: Int, from position: Int, _ state: inout Landscape2) {
    let first = Int(draft.tools[tool].firstField)
    for row in first + position..<max(first + position, first + Int(draft.tools[tool].fieldCount))
    where draft.fields[row].key == .also {
      state.secondPaths.append((tool, row))
    }
  }

  /// What a tool may have several of.
  private static let repeatable: Set<Field.Key> = [.alias, .tag, .link, .audit, .annotation, .advisoryGroup, .training]

  /// Adds what an item says to a tool of an earlier catalog: its place, and what that one does not say.
  private mutating func add(_ item: Tool, to index: Int, _ state: inout Landscape2) {
    let new = Array(draft.fields[Int(item.firstField)...])
    draft.fields.removeLast(new.count)
    var tool = draft.tools[index]
    var rows = Array(draft.fields(of: tool))
    var keys: Set<Field.Key> = []
    var known: Set<[UInt8]> = []
    func identity(_ field: Field) -> [UInt8] {
      [field.key.rawValue] + store.bytes(field.label) + [0] + store.bytes(field.value)
    }
    for row in rows {
      keys.insert(row.key)
      known.insert(identity(row))
    }
    let home = draft.categories[Int(tool.categoryIndex)].record.id
    let shelf = draft.categories[Int(item.categoryIndex)].record.id
    let place = Field(key: .also, label: .empty, value: shelf)
    if !store.areEqual(home, shelf), !known.contains(identity(place)) { rows.append(place) }
    let paths = rows.count
    tool.summary = tool.summary.laid(over: item.summary)
    if tool.maturity == 0 { tool.maturity = item.maturity }
    if tool.repository.isEmpty { tool.repository = item.repository }
    if tool.homepage.isEmpty {
      tool.homepage = item.homepage
    } else if store.withBytes(tool.homepage, AddressKey.key) != store.withBytes(item.homepage, AddressKey.key) {
      rows.append(Field(key: .link, label: store.intern("homepage"), value: item.homepage))
    }
    if !store.areEqualFolded(tool.name, item.name) {
      rows.append(Field(key: .alias, label: .empty, value: item.name))
    }
    for field in new {
      let isNew = field.key == .also || !keys.contains(field.key) || Self.repeatable.contains(field.key)
      if isNew, field.key == .also || !known.contains(identity(field)) { rows.append(field) }
    }
    draft.setFields(rows, of: &tool)
    draft.tools[index] = tool
    notePaths(of: index, from: paths, &state)
  }

  /// Reads what is under a key that the format does not have there. Addresses become links; a key that is nearly one that
  /// is known is told. All others are somebody else's and pass; `strata check` tells those that belong elsewhere.
  private mutating func readUnknown(
    _ key: Document.NodeID, _ value: Document.NodeID, of mapping: Document.NodeID, _ part: Finding.Part,
    in source: Source
  ) {
    let isInExtra = part == .extra
    let names = isInExtra ? Self.extraKeys.names : Self.itemKeys.names
    let isLink = addLink(key, value, in: source)
    let isElsewhere =
      isInExtra
      ? self.key(key, in: source, of: Self.itemKeys) != nil : self.key(key, in: source, of: Self.extraKeys) != nil
    if !isElsewhere, !isLink || isSlip(key, in: source, names) {
      reportTypo(key, in: source, part, of: mapping, names)
    }
  }

  private mutating func readExtra(
    _ node: Document.NodeID, _ item: inout ItemState, _ state: inout Landscape2, in source: Source
  ) {
    // Some files make a list of it.
    if source.document.kind(of: node) == .sequence {
      for part in Items(of: node, in: source.document) { readExtraEntries(part, &item, &state, in: source) }
    } else {
      readExtraEntries(node, &item, &state, in: source)
    }
  }

  private mutating func readExtraEntries(
    _ node: Document.NodeID, _ item: inout ItemState, _ state: inout Landscape2, in source: Source
  ) {
    guard let entries = mapping(node, in: source, .key("extra", .item), isRequired: false) else { return }
    for (keyNode, value) in entries {
      guard let key = self.key(keyNode, in: source, of: Self.extraKeys) else {
        readUnknown(keyNode, value, of: node, .extra, in: source)
        continue
      }
      let name = key.rawValue
      switch key {
      case .accepted: addDay(.accepted, name, value, in: source)
      case .incubating: addDay(.incubating, name, value, in: source)
      case .graduated: addDay(.graduated, name, value, in: source)
      case .archived: addDay(.archived, name, value, in: source)
      case .annualReviewDate: item.reviewDate = trimmedWord(value, in: source, .key(name, .extra)) ?? .empty
      case .annualReviewURL: item.reviewURL = itemAddress(value, in: source, .key(name, .extra))
      case .audits: addAudits(value, in: source)
      case .annotations: addAnnotations(value, in: source)
      case .otherLinks: addOtherLinks(value, in: source)
      case .specification: addFlag(.specification, value, in: source, .key(name, .extra))
      case .parentProject:
        guard let parent = trimmedWord(value, in: source, .key(name, .extra)), !parent.isEmpty else { continue }
        addRow(.partOf, parent, label: parent)
        state.hasParents = true
      case .tag: addWords(.advisoryGroup, value, in: source, .key(name, .extra))
      case .tags: addWords(.tag, value, in: source, .key(name, .extra))
      case .summaryTags: addSplit(.tag, value, in: source, .key(name, .extra))
      case .languages: addSplit(.language, value, in: source, .key(name, .extra))
      case .chatChannel: add(.chat, value, in: source, .key(name, .extra))
      case .useCase:
        item.useCase = addText(.useCase, value, in: source, .key(name, .extra))
      case .businessUseCase:
        item.businessUseCase = addText(.businessUseCase, value, in: source, .key(name, .extra))
      case .intro: item.intro = trimmedWord(value, in: source, .key(name, .extra)) ?? .empty
      case .introURL: addLink("introduction", value, in: source, .extra)
      case .integration, .integrations: add(.integrations, value, in: source, .key(name, .extra))
      case .personas: add(.personas, value, in: source, .key(name, .extra))
      case .releaseRate: add(.releaseRate, value, in: source, .key(name, .extra))
      case .trainingCertifications:
        add(.training, value, in: source, .key(name, .extra), label: "certifications")
      case .trainingType: add(.training, value, in: source, .key(name, .extra), label: "type")
      case .bestPractices: addLink("best practices", value, in: source, .extra)
      case .ai, .clomonitorName, .lfxSlug, .cncfTags: continue
      case .artworkURL, .blogURL, .blueskyURL, .devStatsURL, .discordURL, .dockerURL, .documentationURL,
        .facebookURL, .githubDiscussionsURL, .gitterURL, .linkedinURL, .mailingListURL, .packageManagerURL,
        .pinterestURL, .redditURL, .slackURL, .stackOverflowURL, .youtubeURL:
        addLink(keyNode, value, in: source)
      }
    }
  }

  /// Whether an address's key is one letter off a known one.
  private mutating func isSlip(_ key: Document.NodeID, in source: Source, _ names: [String]) -> Bool {
    nearest(to: excerpt(of: key, in: source), among: names)?.changes == 1
  }

  private mutating func addReview(_ item: ItemState) {
    if item.reviewURL.isEmpty, item.reviewDate.isEmpty { return }
    let value = item.reviewURL.isEmpty ? item.reviewDate : item.reviewURL
    draft.fields.append(Field(key: .annualReview, label: item.reviewDate, value: value))
  }

  private mutating func addOrganization(_ node: Document.NodeID, in source: Source) -> Bool {
    if source.document.kind(of: node) == .mapping, let name = source.document.value(of: "name", in: node) {
      return add(.organization, source.document.resolved(name), in: source, .key("name", .item))
    }
    return add(.organization, node, in: source, .key("organization", .item))
  }

  private mutating func addSecondPaths(_ node: Document.NodeID, in source: Source) {
    addWords(.also, node, in: source, .key("second_path", .item))
  }

  private mutating func addRepositories(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("additional_repos", .item)) else { return }
    for item in items {
      guard source.document.kind(of: item) == .mapping else {
        addLink("repository", item, in: source, .repository)
        continue
      }
      let name = source.document.value(of: "repo_name", in: item).map(source.document.resolved)
      let label = name.flatMap { trimmedWord($0, in: source, .key("repo_name", .repository)) } ?? .empty
      guard let url = source.document.value(of: "repo_url", in: item).map(source.document.resolved) else { continue }
      let address = itemAddress(url, in: source, .key("repo_url", .repository))
      guard !address.isEmpty else { continue }
      let word = store.intern("repository")
      draft.fields.append(Field(key: .link, label: label.isEmpty ? word : label, value: address))
    }
  }

  private mutating func addAudits(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("audits", .extra)) else { return }
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.audit)) else { continue }
      var (type, vendor, date, url) = (Text.empty, Text.empty, Text.empty, Text.empty)
      for (key, value) in entries where source.document.kind(of: key) == .scalar {
        let name = source.document.string(key)
        if name == "url" {
          url = itemAddress(value, in: source, .key(name, .audit))
          continue
        }
        let word = trimmedWord(value, in: source, .key(name, .audit)) ?? .empty
        switch name {
        case "type": type = word
        case "vendor": vendor = word
        case "date": date = word
        default: break
        }
      }
      let words = [type, vendor, date].filter { !$0.isEmpty }.map(store.string)
      let label = store.intern(words.joined(separator: ", "))
      if !url.isEmpty || !label.isEmpty { draft.fields.append(Field(key: .audit, label: label, value: url)) }
    }
  }

  private mutating func addAnnotations(_ node: Document.NodeID, in source: Source) {
    guard let entries = mapping(node, in: source, .key("annotations", .extra), isRequired: false) else { return }
    for (key, value) in entries {
      guard let label = trimmedWord(key, in: source, .entry(.extra)) else { continue }
      guard let text = trimmedWord(value, in: source, .key("annotations", .extra)), !text.isEmpty else { continue }
      draft.fields.append(Field(key: .annotation, label: label, value: text))
    }
  }

  private mutating func addOtherLinks(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("other_links", .extra)) else { return }
    for item in items {
      guard mapping(item, in: source, .entry(.otherLink)) != nil else { continue }
      let document = source.document
      let name = document.value(of: "name", in: item).map(document.resolved)
      let url = document.value(of: "url", in: item).map(document.resolved)
      let label = name.flatMap { trimmedWord($0, in: source, .key("name", .otherLink)) } ?? .empty
      let address = url.map { itemAddress($0, in: source, .key("url", .otherLink)) } ?? .empty
      if !address.isEmpty { draft.fields.append(Field(key: .link, label: label, value: address)) }
    }
  }
}
