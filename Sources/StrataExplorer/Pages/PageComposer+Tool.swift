import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// A tool's page and its card: the state of its life and its successor first.
extension PageComposer {
  /// How many alternatives a tool's page names.
  private static let alternativeLimit = 16

  mutating func tool(_ id: ToolID, _ page: inout PageText) {
    let tool = catalog[id]
    let shelves = catalog.shelves(of: id)
    widenLabels(for: id, on: shelves)
    heading(of: id)
    life(of: id)
    blank()
    passagesOrNothing(tool.summary)
    timeline(of: id)
    own(id, isWhole: true)
    advice(on: id)
    blank()
    address(words.homepage, catalog.string(tool.homepage))
    address(words.repository, catalog.string(tool.repository))
    license(of: id)
    list(words.organization, catalog.values(.organization, of: id)) { text, context in
      let name = context.catalog.string(text)
      return (name, .list(Query("").setting(.organization, to: ["=" + name]).text))
    }
    kinds(of: id)
    list(words.shelves, shelves) { ($1.name(of: .category($0)), .page(.category($0))) }
    list(words.themes, catalog.themes(of: id)) { ($1.title(of: .theme($0)), .page(.theme($0))) }
    facts(of: id, on: shelves)
    aliases(of: id)
    fact(words.foundBy, listed(catalog.values(.keyword, of: id)) { $1.catalog.string($0) })
    tags(of: id)
    list(words.replaces, tools(.replaces, of: id)) { ($1.name(of: .tool($0)), .page(.tool($0))) }
    furtherFacts(of: id)
    alternatives(to: id, &page)
    asOf()
  }

  /// The preview's card: what one wants to know first.
  mutating func card(of id: ToolID, isWhole: Bool) {
    let tool = catalog[id]
    let shelves = catalog.shelves(of: id)
    widenLabels(for: id, on: shelves)
    heading(of: id)
    life(of: id)
    passagesOrNothing(tool.summary)
    timeline(of: id)
    own(id, isWhole: false)
    blank()
    fact(words.homepage, shortened(catalog.string(tool.homepage)))
    fact(words.repository, shortened(catalog.string(tool.repository)))
    fact(words.license, catalog.value(.license, of: id) ?? "")
    fact(words.organization, catalog.value(.organization, of: id) ?? "")
    if let kind = catalog.kind(of: id) { fact(words.kind, context.shown(catalog[kind].name)) }
    if shelves.count > 1 { fact(words.shelves, listed(shelves) { $1.name(of: .category($0)) }) }
    aliases(of: id)
    guard isWhole else { return }
    facts(of: id, on: shelves)
    advice(on: id)
    let others = catalog.alternatives(of: id).prefix(PageComposer.alternativeLimit)
    if !others.isEmpty {
      heading(words.alternatives)
      for other in others {
        add(Line([context.mark(of: other), Span(context.name(of: .tool(other)))]))
      }
    }
  }

  /// Gives the labels the columns that the names of facts need.
  private mutating func widenLabels(for id: ToolID, on shelves: [CategoryID]) {
    var labels = shelves.flatMap { category in
      catalog.facts(of: category).filter { !catalog.text(of: $0, for: id).isEmpty }.map { string($0.name) }
    }
    if catalog.fields(of: id).contains(where: { $0.source == .strata }) { labels.append(words.shippedAliases) }
    labelWidth = min(width / 3, labels.reduce(labelWidth) { max($0, textWidth.columns($1) + 2) })
  }

  private mutating func heading(of id: ToolID) {
    let word = context.word(of: id)
    let mark = context.mark(of: id)
    title(
      context.shown(catalog[id].name),
      right: word.isEmpty ? [] : [mark, Span(word)])
  }

  // MARK: Its life

  /// What is no longer plainly active says so, since when, why, and what takes its place.
  private mutating func life(of id: ToolID) {
    let life = catalog.life(of: id)
    let successors = tools(.replacedBy, of: id)
    guard life.status != .active || !successors.isEmpty else { return }
    blank()
    if life.status != .active {
      let date = catalog.string(life.date)
      let since = date.isEmpty ? "" : " \(words.since) \(date)"
      let role = Role(life: life.status)
      var spans = [Span(words.title(of: life.status).capitalizedFirst + since, role)]
      let note = string(life.note)
      if !note.isEmpty { spans.append(Span(words.colon + note)) }
      flow(spans)
    }
    list(words.replacedBy, successors) { ($1.name(of: .tool($0)), .page(.tool($0))) }
    if successors.isEmpty, life.status == .retired { fact(words.replacedBy, words.noSuccessor) }
  }

  /// The way through the foundation: `○ sandbox 2018-07-31 ── ● graduated 2020-06-15`.
  private mutating func timeline(of id: ToolID) {
    var steps: [(word: String, date: String)] = []
    let accepted = catalog.value(.accepted, of: id)
    for (word, key) in [("incubating", Field.Key.incubating), ("graduated", .graduated), ("archived", .archived)] {
      if let date = catalog.value(key, of: id) { steps.append((word, date)) }
    }
    if let accepted {
      // Accepted on the day of the first step: it entered there.
      if steps.first?.date != accepted { steps.insert(("sandbox", accepted), at: 0) }
      if catalog.maturity(of: id) == "" { steps.removeAll { $0.word == "sandbox" } }
    }
    guard !steps.isEmpty else { return }
    blank()
    // A step is not broken: a line ends before its arrow.
    let arrow = String(repeating: glyphs.horizontal, count: 2) + " "
    var line = Line()
    var used = 0
    for (index, step) in steps.enumerated() {
      let mark = glyphs.mark(ofMaturity: step.word) + " "
      let name = words.maturity(step.word) + " "
      let needed = textWidth.columns(mark + name + step.date)
      if index > 0, used + textWidth.columns(arrow) + 1 + needed > width {
        add(line)
        (line, used) = (Line(), 0)
      }
      // Read out, a line has no drawing.
      let lead = index == 0 ? "" : context.isAccessible ? ", " : used > 0 ? " " + arrow : arrow
      line.spans += [
        Span(lead, context.isAccessible ? .text : .rule), Span(mark, Role(maturity: step.word)), Span(name + step.date),
      ]
      used += textWidth.columns(lead) + needed
    }
    add(line)
  }

  /// What our own stacks say of it: status, owner, note, and how it came to that.
  private mutating func own(_ id: ToolID, isWhole: Bool) {
    let stacks = context.stacks
    var isFirst = true
    for index in stacks.all.indices {
      guard let entry = stacks.entry(of: id, in: index) else { continue }
      if isFirst { if isWhole { heading(words.choosing.stack) } else { blank() } }
      isFirst = false
      let team = stacks.all.count > 1 ? stacks.name(index) + words.colon : ""
      let sign = context.sign(ofStatus: entry.status, in: index)
      let status = entry.status.isEmpty ? words.choosing.noStatus : words.title(ofStatus: entry.status)
      let since = entry.date.isEmpty ? "" : " \(words.since) \(entry.date)"
      fact(words.choosing.status, [Span(team), Span(sign.text + " " + status, sign.role), Span(since)], targets: [])
      fact(words.choosing.owner, entry.owner)
      fact(words.choosing.note, entry.note)
      guard isWhole, entry.moves.count > 1 else { continue }
      for (number, move) in entry.moves.reversed().enumerated() {
        let why = move.why.isEmpty ? "" : words.colon + move.why
        fact(number == 0 ? words.choosing.moves : " ", "\(move.on) \(words.title(ofStatus: move.to))\(why)")
      }
    }
  }

  /// When one takes it, and at what price.
  private mutating func advice(on id: ToolID) {
    let advice = catalog.text(.pickWhen, of: id)
    guard !advice.isEmpty else { return }
    heading(words.pickWhen)
    text(advice.choose(language))
  }

  // MARK: Facts

  private mutating func license(of id: ToolID) {
    let value = catalog.value(.license, of: id) ?? ""
    let licenseClass = catalog.licenseClass(of: id)
    let said = value.isEmpty && licenseClass == .unknown ? "" : words.title(of: licenseClass)
    guard !value.isEmpty else {
      if value != said { fact(words.license, said) }
      return
    }
    var spans = [Span(value, .link, item: 0)]
    // A licence that is called by its class says it already.
    if !said.isEmpty, value.lowercased() != licenseClass.rawValue { spans.append(Span(" (\(said))", .dim)) }
    let query = Query("").setting(.license, to: ["=" + value]).text
    fact(words.license, spans, targets: [.list(query)])
    for field in catalog.fields(of: id) where field.key == .previousLicense {
      let until = catalog.string(field.label)
      fact(
        words.previousLicense,
        catalog.string(field.value) + (until.isEmpty ? "" : " (\(words.until) \(until))"))
    }
  }

  /// The kind of the tool on each of its shelves.
  private mutating func kinds(of id: ToolID) {
    list(words.kind, catalog.kinds(of: id)) { kind, context in
      let kind = context.catalog[kind]
      return (context.shown(kind.name), .page(.category(kind.category)))
    }
  }

  /// Its other names, apart from those that strata adds.
  private mutating func aliases(of id: ToolID) {
    let aliases = catalog.fields(of: id).filter { $0.key == .alias }
    for (label, source) in [(words.aliases, Provenance.file), (words.shippedAliases, .strata)] {
      fact(
        label,
        listed(aliases.filter { $0.source == source }) { alias, context in
          let name = context.catalog.string(alias.value)
          return context.isDrawn(name) ? name : nil
        })
    }
  }

  private mutating func tags(of id: ToolID) {
    list(words.tags, catalog.values(.tag, of: id)) { text, context in
      let tag = context.catalog.string(text)
      let name = context.catalog.tag(for: tag).map { context.string($0.name) } ?? ""
      return (name.isEmpty ? tag : name, .list(Query("").setting(.tag, to: ["=" + tag]).text))
    }
  }

  /// By what its category compares tools, and what else the catalog's own format knows.
  private mutating func facts(of id: ToolID, on shelves: [CategoryID]) {
    for category in shelves {
      for compared in catalog.facts(of: category) {
        fact(string(compared.name), string(catalog.text(of: compared, for: id)))
      }
    }
    fact(
      words.delivery, listed(catalog.values(.delivery, of: id)) { $1.words.title(ofDelivery: $1.catalog.string($0)) })
    fact(words.firstRelease, catalog.value(.since, of: id) ?? "")
    fact(words.listedSince, catalog.value(.listed, of: id) ?? "")
    if !catalog.features.isEmpty, let feature = FeatureIndex(catalog).feature(of: catalog[id]) {
      fact(words.featured, catalog.string(feature.label))
    }
  }

  /// What landscape files say beyond that, each fact once, and all further links.
  private mutating func furtherFacts(of id: ToolID) {
    let fields = catalog.fields(of: id)
    var done: Set<Field.Key> = []
    for field in fields {
      let label = catalog.string(field.label)
      let value = catalog.string(field.value)
      switch field.key {
      case .alias, .license, .organization, .accepted, .incubating, .graduated, .archived, .also, .replacedBy,
        .replaces, .tag, .useCase, .businessUseCase, .link, .keyword, .kind, .lifecycle, .lifecycleNote, .licenseClass,
        .previousLicense, .delivery, .since, .listed, .fact, .pickWhen, .former:
        continue
      case .partOf:
        let tool = catalog.toolID(for: value)
        fact(
          words.title(of: field.key), tool.map { context.shown(catalog[$0].name) } ?? value,
          target: tool.map { .page(.tool($0)) })
      case .specification, .endUser, .openSource:
        if value == "true" { fact(words.nature, words.title(of: field.key)) }
      case .language, .integrations, .personas, .chat:
        guard done.insert(field.key).inserted else { continue }
        let all = listed(fields.filter { $0.key == field.key }) { field, context in
          [field.value, field.label].map(context.catalog.string).filter { !$0.isEmpty }.joined(separator: " ")
        }
        fact(words.title(of: field.key), all)
      case .audit, .annualReview:
        let title = words.title(of: field.key)
        let isLink = value.hasPrefix("http")
        let text = [label, label == value ? "" : value].filter { !$0.isEmpty }.joined(separator: "  ")
        fact(title, text, target: isLink ? .url(value) : nil)
      case .annotation: fact(label.isEmpty ? words.title(of: field.key) : label, value)
      case .training:
        fact(words.title(of: field.key), [label, value].filter { !$0.isEmpty }.joined(separator: ": "))
      case .joined, .releaseRate, .advisoryGroup, .stars, .contributors, .started, .latestCommit,
        .latestRelease:
        fact(words.title(of: field.key), value)
      }
    }
    for field in fields where field.key == .link {
      address(words.title(ofLink: catalog.string(field.label)), catalog.string(field.value))
    }
    for field in fields where field.key == .former { address(words.formerAddress, catalog.string(field.value)) }
    for field in fields where field.key == .useCase || field.key == .businessUseCase {
      let text = catalog.string(field.value)
      // Where there is no description, the use case stands for it already.
      guard text != string(catalog[id].summary) else { continue }
      heading(words.title(of: field.key))
      self.text(field.value)
    }
  }

  private func strings(_ key: Field.Key, of tool: ToolID) -> [String] {
    catalog.values(key, of: tool).map(catalog.string)
  }

  /// The tools that a field names.
  private func tools(_ key: Field.Key, of tool: ToolID) -> [ToolID] {
    strings(key, of: tool).compactMap { catalog.toolID(for: $0) }
  }

  private mutating func address(_ label: String, _ url: String) {
    guard !url.isEmpty else { return }
    fact(label, [Span(shortened(url), .link, item: 0)], targets: [.url(url)])
  }

  /// Entries that lead somewhere, one after the other, as far as there is room for them; the rest is told.
  ///
  /// - Parameter entry: makes one; not asked behind the first that has no room.
  mutating func list<Entries: Collection>(
    _ label: String, _ entries: Entries, entry: (Entries.Element, Context) -> (name: String, target: PageText.Target)
  ) {
    guard !entries.isEmpty else { return }
    var spans: [Span] = []
    var targets: [PageText.Target] = []
    var length = 0
    for element in entries {
      let (name, target) = entry(element, context)
      length += name.utf8.count + context.listSeparator.utf8.count
      guard length <= longestEntry || targets.isEmpty else {
        leaveOut(entries.count - targets.count)
        break
      }
      if !targets.isEmpty { spans.append(Span(context.listSeparator)) }
      spans.append(Span(name, .link, item: targets.count))
      targets.append(target)
    }
    fact(label, spans, targets: targets)
  }

  /// An address without its scheme's ceremony: it is shown, not typed.
  private func shortened(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }

  // MARK: What else there is

  /// The tools of its kind, by weight; the rest of the shelf is one line. Where kinds are unknown: what else stands there.
  private mutating func alternatives(to id: ToolID, _ page: inout PageText) {
    let category = catalog[id].category
    let name = context.shown(catalog[category].name)
    let all = catalog.toolCount(of: category)
    var shown: [ToolID]
    if let kind = catalog.kind(of: id) {
      shown = catalog.alternatives(of: id)
      if !shown.isEmpty { heading("\(words.alternatives)\(words.colon)\(context.shown(catalog[kind].name))") }
    } else {
      shown = neighbors(of: id)
      if !shown.isEmpty { heading("\(words.alsoIn) \(name)") }
    }
    shown = Array(shown.prefix(PageComposer.alternativeLimit))
    if !shown.isEmpty { table(.chosen(shown), &page) }
    let rest = all - 1 - shown.count { catalog.shelves(of: $0).contains(category) }
    guard rest > 0 else { return }
    blank()
    let text = shown.isEmpty ? words.allTools + name + " (\(all))" : words.others(rest, in: name)
    flow([Span(text, .link, item: 0)], targets: [.page(.category(category))])
  }

  /// The tools of the same shelf, those with most tags in common first. None among companies: members and partners are no choice.
  private func neighbors(of id: ToolID) -> [ToolID] {
    let category = catalog[id].category
    guard catalog.kinds(of: category).isEmpty else { return [] }
    // Of a very large category the first some thousand stand for all.
    let tools = (0..<min(catalog.toolCount(of: category), 4000)).map { catalog.tool(at: $0, of: category) }
    guard tools.contains(where: { !catalog[$0].repository.isEmpty }) else { return [] }
    let own = Set(strings(.tag, of: id))
    func common(_ tool: ToolID) -> Int { own.isEmpty ? 0 : strings(.tag, of: tool).count { own.contains($0) } }
    let others = catalog.bestKnownFirst(tools.filter { $0 != id })
    let counted = others.enumerated().map { (place: $0.offset, tool: $0.element, common: common($0.element)) }
    return counted.sorted { ($1.common, $0.place) < ($0.common, $1.place) }.map(\.tool)
  }
}
