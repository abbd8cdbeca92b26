import StrataCatalog
import StrataStack

/// What a catalog and teams' stacks know of some tools, as rows.
struct ComparisonBuilder {
  let tools: [ToolID]
  let catalog: Catalog
  let language: Language
  private let words: Words

  init(tools: [ToolID], catalog: Catalog, language: Language) {
    self.tools = tools
    self.catalog = catalog
    self.language = language
    words = Words[language]
  }

  func build(stacks: [Stack]) -> [Comparison.Row] {
    var rows: [Comparison.Row] = []
    rows += text("what", words.whatItIs) { [string(catalog[$0].summary)] }
    rows += text("kind", words.kind) { tool in kinds(of: tool) }
    rows += text("shelves", words.shelves) { catalog.shelves(of: $0).map { string(catalog[$0].name) } }
    rows += text("state", words.title(of: Field.Key.lifecycle)) { state(of: $0) }
    rows += names("replaced-by", words.replacedBy, .replacedBy)
    rows += text("maturity", words.maturity) { [words.maturity(catalog.maturity(of: $0))] }
    rows += timeline()
    rows += text("license", words.license) { license(of: $0) }
    rows += values("organization", words.organization, .organization)
    rows += names("part-of", words.title(of: Field.Key.partOf), .partOf)
    rows += values("language", words.title(of: Field.Key.language), .language, withLabels: true)
    rows += text("delivery", words.delivery) { strings(.delivery, of: $0).map(words.title(ofDelivery:)) }
    rows += values("since", words.firstRelease, .since)
    rows += values("listed", words.listedSince, .listed)
    rows += facts()
    for key in ComparisonBuilder.healthKeys {
      rows += values(key.word, words.title(of: key.key), key.key, withLabels: true)
    }
    for stack in stacks { rows += own(stack, isOnly: stacks.count == 1) }
    rows += text("pick-when", words.pickWhen) { [string(catalog.text(.pickWhen, of: $0))] }
    rows += text("homepage", words.homepage) { [catalog.string(catalog[$0].homepage)] }
    rows += text("repository", words.repository) { [catalog.string(catalog[$0].repository)] }
    rows += text("links", words.choosing.contents) { links(of: $0) }
    return rows
  }

  /// What landscape files say of how a project is doing.
  private static let healthKeys: [(word: String, key: Field.Key)] = [
    ("stars", .stars), ("contributors", .contributors), ("started", .started), ("latest-commit", .latestCommit),
    ("latest-release", .latestRelease), ("release-rate", .releaseRate), ("audits", .audit),
    ("annual-review", .annualReview),
  ]

  // MARK: Parts

  /// A row of what is known; none where nothing is.
  private func text(_ key: String, _ title: String, _ cell: (ToolID) -> [String]) -> [Comparison.Row] {
    let cells = tools.map { cell($0).filter { !$0.isEmpty } }
    guard cells.contains(where: { !$0.isEmpty }) else { return [] }
    return [Comparison.Row(key: key, title: title, content: .text(cells))]
  }

  private func values(
    _ key: String, _ title: String, _ field: Field.Key, withLabels: Bool = false
  ) -> [Comparison.Row] {
    text(key, title) { tool in
      catalog.fields(of: tool).filter { $0.key == field }.map { entry in
        let value = catalog.string(entry.value)
        let label = catalog.string(entry.label)
        return withLabels && !label.isEmpty && label != value ? "\(label) \(value)" : value
      }
    }
  }

  /// Tools that a field names by their ids.
  private func names(_ key: String, _ title: String, _ field: Field.Key) -> [Comparison.Row] {
    text(key, title) { tool in
      strings(field, of: tool).map { id in
        catalog.toolID(for: id).map { catalog.string(catalog[$0].name) } ?? id
      }
    }
  }

  private func string(_ text: LocalizedText) -> String { catalog.string(text, in: language) }

  private func strings(_ key: Field.Key, of tool: ToolID) -> [String] {
    catalog.values(key, of: tool).map(catalog.string)
  }

  private func kinds(of tool: ToolID) -> [String] {
    catalog.kinds(of: tool).map { string(catalog[$0].name) }
  }

  private func state(of tool: ToolID) -> [String] {
    let life = catalog.life(of: tool)
    let date = catalog.string(life.date)
    let since = date.isEmpty || life.status == .active ? "" : " \(words.since) \(date)"
    return [words.title(of: life.status) + since, string(life.note)]
  }

  private func license(of tool: ToolID) -> [String] {
    let license = catalog.value(.license, of: tool) ?? ""
    let licenseClass = catalog.licenseClass(of: tool)
    let said = licenseClass == .unknown ? "" : words.title(of: licenseClass)
    let isSaid = said.isEmpty || license.lowercased() == licenseClass.rawValue
    let now = license.isEmpty ? said : isSaid ? license : "\(license) (\(said))"
    return [now]
      + catalog.fields(of: tool).filter { $0.key == .previousLicense }.map { field in
        let until = catalog.string(field.label)
        return "\(words.choosing.earlier)\(words.colon)\(catalog.string(field.value))"
          + (until.isEmpty ? "" : " (\(words.until) \(until))")
      }
  }

  /// By what the categories of the tools compare them. What several categories call alike is one row.
  private func facts() -> [Comparison.Row] {
    var found: [(id: String, name: String, facts: [Fact])] = []
    var rows: [String: Int] = [:]
    var seen: Set<CategoryID> = []
    for category in tools.flatMap(catalog.shelves(of:)) where seen.insert(category).inserted {
      for fact in catalog.facts(of: category) {
        let name = string(fact.name)
        if let row = rows[name] {
          found[row].facts.append(fact)
        } else {
          rows[name] = found.count
          found.append((catalog.string(fact.id), name, [fact]))
        }
      }
    }
    return found.flatMap { row in
      text("fact:\(row.id)", row.name) { tool in
        row.facts.lazy.map { string(catalog.text(of: $0, for: tool)) }.first { !$0.isEmpty }.map { [$0] } ?? []
      }
    }
  }

  private func links(of tool: ToolID) -> [String] {
    catalog.fields(of: tool).filter { $0.key == .link }.map { field in
      words.title(ofLink: catalog.string(field.label)) + words.colon + catalog.string(field.value)
    }
  }

  // MARK: Time

  private func timeline() -> [Comparison.Row] {
    let lines = tools.map(events)
    guard lines.contains(where: { !$0.isEmpty }) else { return [] }
    return [Comparison.Row(key: "timeline", title: words.choosing.timeline, content: .timeline(lines))]
  }

  private func events(of tool: ToolID) -> [Comparison.Event] {
    var events: [Comparison.Event] = []
    func add(_ date: String?, _ kind: Comparison.Event.Kind, _ word: String) {
      guard let date, !date.isEmpty else { return }
      events.append(Comparison.Event(date: date, kind: kind, word: word))
    }
    add(catalog.value(.since, of: tool), .released, words.firstRelease)
    for (word, key) in [("incubating", Field.Key.incubating), ("graduated", .graduated), ("archived", .archived)] {
      add(catalog.value(key, of: tool), .maturity(word), words.maturity(word))
    }
    // Accepted on the day of a step: it entered there.
    if let accepted = catalog.value(.accepted, of: tool), !events.contains(where: { $0.date == accepted }),
      !catalog.maturity(of: tool).isEmpty
    {
      add(accepted, .maturity("sandbox"), words.maturity("sandbox"))
    }
    let life = catalog.life(of: tool)
    if life.status != .active, catalog.maturity(of: tool) != "archived" {
      add(catalog.string(life.date), .life(life.status), words.title(of: life.status))
    }
    return events.filter { $0.year != nil }.sorted { $0.date < $1.date }
  }

  // MARK: Our own

  private func own(_ stack: Stack, isOnly: Bool) -> [Comparison.Row] {
    let lead = isOnly ? "" : (stack.name.isEmpty ? words.choosing.stack : stack.name) + words.colon
    let choosing = words.choosing
    func entry(_ tool: ToolID) -> Stack.Entry? { stack.entry(ofTool: catalog.string(catalog[tool].id)) }
    guard tools.contains(where: { entry($0) != nil }) else { return [] }
    let suffix = isOnly ? "" : ":" + stack.name
    return text("status" + suffix, isOnly ? choosing.ourStatus : lead + choosing.status) { tool in
      guard let entry = entry(tool) else { return [] }
      let status = words.title(ofStatus: entry.status)
      return [entry.date.isEmpty ? status : "\(status) (\(entry.date))"]
    }
      + text("owner" + suffix, lead + choosing.owner) { [entry($0)?.owner ?? ""] }
      + text("note" + suffix, isOnly ? choosing.ourNote : lead + choosing.note) { [entry($0)?.note ?? ""] }
  }
}

extension Words {
  /// The word for a status of a stack: the usual rings in the language of the screen, others as the team calls them.
  func title(ofStatus status: String) -> String {
    switch (language, status) {
    case (.en, _): status
    case (.zh, "adopted"): "采用"
    case (.zh, "trial"): "试用"
    case (.zh, "assess"): "评估"
    case (.zh, "hold"): "暂缓"
    case (.zh, "retired"): "弃用"
    case (.zh, "unsorted"): "待定"
    case (.zh, _): status
    }
  }
}
