import StrataCatalog

extension Field.Key {
  /// The change by which it is told that a field is another one. Nil for what another change tells, and for figures of the day.
  fileprivate var changed: Change.Kind? {
    switch self {
    case .alias, .keyword, .kind, .accepted, .incubating, .graduated, .archived, .also, .replacedBy, .replaces, .partOf,
      .previousLicense, .delivery, .since, .listed, .tag, .joined, .specification, .endUser, .openSource,
      .advisoryGroup:
      .details
    case .pickWhen, .fact, .lifecycleNote, .useCase, .businessUseCase, .integrations, .personas, .releaseRate: .text
    case .link, .former, .annualReview, .audit, .chat, .training, .annotation: .links
    case .license, .licenseClass, .organization, .lifecycle: nil
    case .language, .stars, .contributors, .started, .latestCommit, .latestRelease: nil
    }
  }

  /// Days that a change of maturity has with it.
  fileprivate var isStep: Bool {
    switch self {
    case .accepted, .incubating, .graduated, .archived: true
    case .alias, .license, .organization, .keyword, .kind, .also, .replacedBy, .replaces, .partOf, .lifecycle,
      .lifecycleNote, .licenseClass, .previousLicense, .delivery, .since, .listed, .fact, .pickWhen, .former, .tag,
      .link, .joined, .annualReview, .audit, .specification, .endUser, .openSource, .useCase, .businessUseCase,
      .integrations, .personas, .releaseRate, .advisoryGroup, .language, .chat, .training, .annotation, .stars,
      .contributors, .started, .latestCommit, .latestRelease:
      false
    }
  }

  /// `part of`; a link is called by its label alone.
  fileprivate var words: String {
    self == .link ? "" : "\(self)".reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}

extension Collector {
  /// What of a tool's fields is otherwise: texts, details, links. Only what the file says counts, not what strata adds.
  mutating func addFields(of tool: ToolID, from oldTool: ToolID, in older: Catalog) {
    let skipsSteps = older.maturity(of: oldTool) != catalog.maturity(of: tool)
    var (old, new): ([Change.Kind: Set<String>], [Change.Kind: Set<String>]) = ([:], [:])
    func note(_ tool: ToolID, _ catalog: Catalog, _ all: inout [Change.Kind: Set<String>]) {
      for field in catalog.fields(of: tool) where field.source == .file {
        guard let kind = field.key.changed, !(skipsSteps && field.key.isStep) else { continue }
        var words = [field.key.words, catalog.string(field.label)]
        let value = catalog.string(field.value)
        words.append(
          field.key == .also ? catalog.categoryID(for: value).map { name(of: $0, in: catalog) } ?? value : value)
        if kind == .text { words.append(field.language.rawValue) }
        all[kind, default: []].insert(words.filter { !$0.isEmpty }.joined(separator: " "))
      }
      let record = catalog[tool]
      for language in Language.allCases
      where record.summary.has(language) && record.summary.source(in: language) == .file {
        all[.text, default: []].insert("\(language) \(catalog.string(record.summary[language]))")
      }
      if !record.homepage.isEmpty { all[.links, default: []].insert("homepage \(catalog.string(record.homepage))") }
      // Where there was none before, a repository is a link more; another one is told by itself.
      if !record.repository.isEmpty { all[.links, default: []].insert("repository") }
    }
    note(oldTool, older, &old)
    note(tool, catalog, &new)
    for kind in [Change.Kind.text, .details, .links] where old[kind, default: []] != new[kind, default: []] {
      let (before, after) = (old[kind, default: []], new[kind, default: []])
      if kind == .text {
        add(.text, tool)
      } else {
        add(
          kind, tool, old: before.subtracting(after).sorted().joined(separator: ", "),
          new: after.subtracting(before).sorted().joined(separator: ", "))
      }
    }
  }

  private func name(of category: CategoryID, in catalog: Catalog) -> String {
    catalog.string(catalog[category].name, in: language)
  }
}
