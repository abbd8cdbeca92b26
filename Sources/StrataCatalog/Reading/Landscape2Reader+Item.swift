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
  }

  mutating func readItem(
    _ node: Document.NodeID, category: Int, _ state: inout Landscape2, in source: Source
  ) {
    guard let entries = mapping(node, in: source, .entry(.item)) else { return }
    var tool = Tool(category: UInt32(category), firstField: UInt32(draft.fields.count))
    var item = ItemState()
    var generated: [(ItemKey, Document.NodeID)] = []
    for (keyNode, value) in entries {
      guard let key = self.key(keyNode, in: source, of: Self.itemKeys) else {
        if !addLink(keyNode, value, in: source) {
          reportTypo(keyNode, in: source, .item, of: node, Self.itemKeys.names)
        }
        continue
      }
      switch key {
      case .name: tool.name = trimmedWord(value, in: source, .key("name", .item)) ?? .empty
      case .description:
        tool.summary.en = trimmedWord(value, in: source, .key("description", .item)) ?? .empty
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
        // Says no, whatever the settings have for its category.
        if draft.fields.count == count { draft.notEndUsers.insert(draft.tools.count) }
      case .openSource: addFlag(.openSource, value, in: source, .key("open_source", .item))
      case .secondPath: addSecondPaths(value, in: source)
      case .additionalRepos: addRepositories(value, in: source)
      case .twitter, .crunchbase: addLink("\(key.rawValue)", value, in: source, .item)
      case .bestPractices: addLink("best practices", value, in: source, .item)
      case .projectOrganization: addLink("organization", value, in: source, .item)
      case .extra: readExtra(value, &item, &state, in: source)
      case .githubData, .githubStart, .crunchbaseData: generated.append((key, value))
      case .item, .branch, .logo, .slug, .repos, .quiet, .unnamedOrganization, .allowDuplicateRepo, .stockTicker,
        .imageData, .bestPracticeData, .twitterData, .financeData:
        continue
      }
    }
    for (key, value) in generated { readGenerated(key, value, &item, in: source) }
    addReview(item)
    if tool.name.isEmpty {
      report(.missingName(.item, id: ""), at: node, in: source)
      draft.fields.removeLast(draft.fields.count - Int(tool.firstField))
      return
    }
    if tool.summary.en.isEmpty {
      tool.summary.en =
        [item.useCase, item.businessUseCase, item.intro].first { !$0.isEmpty } ?? .empty
    }
    adoptKnown(&tool, &state)
    tool.id = itemID(tool.name, category: category, &state)
    append(tool)
  }

  private mutating func readExtra(
    _ node: Document.NodeID, _ item: inout ItemState, _ state: inout Landscape2, in source: Source
  ) {
    // Some files make a list of it.
    if source.document.kind(of: node) == .sequence {
      for part in Items(of: node, in: source.document) { readExtra(part, &item, &state, in: source) }
      return
    }
    guard let entries = mapping(node, in: source, .key("extra", .item), isRequired: false) else { return }
    for (keyNode, value) in entries {
      guard let key = self.key(keyNode, in: source, of: Self.extraKeys) else {
        let isLink = addLink(keyNode, value, in: source)
        if !isLink || isSlip(keyNode, in: source) {
          reportTypo(keyNode, in: source, .extra, of: node, Self.extraKeys.names)
        }
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
  private func isSlip(_ key: Document.NodeID, in source: Source) -> Bool {
    let best = Nearest.match(source.document.string(key), among: Self.extraKeys.names)
    return best.map { $0.changes == 1 } ?? false
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
      var parts: [String: Text] = [:]
      for (key, value) in entries where source.document.kind(of: key) == .scalar {
        let name = source.document.string(key)
        parts[name] =
          name == "url"
          ? itemAddress(value, in: source, .key(name, .audit)) : trimmedWord(value, in: source, .key(name, .audit))
      }
      let words = ["type", "vendor", "date"].compactMap { parts[$0] }.filter { !$0.isEmpty }.map(store.string)
      let label = store.append(words.joined(separator: ", ").utf8)
      let url = parts["url"] ?? .empty
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
