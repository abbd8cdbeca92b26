public import StrataCatalog

/// What is new: the changes between two catalogs, or those that the dates in one catalog tell.
///
///     let comparison = Comparison(from: older, to: newer, in: .en)
///     comparison.changes   // the gravest first
public struct Comparison: Sendable {
  /// In the order of worth; of one kind in the order of the catalog.
  public private(set) var changes: [Change]
  /// How many tools of the stack are looked at, and how many of them changed; nil without a stack.
  public private(set) var stack: (tools: Int, changed: Int)?

  /// Everything that is otherwise in the newer catalog.
  ///
  /// - Parameter stack: the ids of our tools: then only what concerns them counts, and what is new on their shelves.
  public init(from older: Catalog, to newer: Catalog, in language: Language, stack: Set<String>? = nil) {
    let match = ToolMatch(older, newer)
    var all = Collector(newer, language, stack)
    var moves = MoveGroups(older, newer, language)
    for (index, oldTool) in match.old.enumerated() {
      let tool = ToolID(index)
      guard let oldTool else {
        all.add(.added, tool, new: all.shelf(of: tool), date: newer.value(.listed, of: tool) ?? "")
        continue
      }
      if all.isOurs(tool) || all.isOurs(oldTool, in: older) {
        all.addChanges(of: tool, from: oldTool, in: older)
        moves.add(tool, all.subject(tool), from: oldTool)
      }
    }
    for tool in match.gone where all.isOurs(tool, in: older) {
      all.add(
        Change(
          kind: .removed, tools: [Change.Subject(tool, older, language)],
          old: older.string(older[older[tool].category].name, in: language)))
    }
    all.changes += moves.changes
    (changes, self.stack) = all.finish()
  }

  /// What the dates in a catalog tell since a day.
  ///
  /// - Parameter date: a day, a month or a year (ISO 8601).
  public init(since date: String, in newer: Catalog, _ language: Language, stack: Set<String>? = nil) {
    var all = Collector(newer, language, stack)
    for index in newer.tools.indices { all.addDated(of: ToolID(index), since: date, keepsSteps: false) }
    (changes, self.stack) = all.finish()
  }

  /// Everything that the dates in a catalog tell, the newest first, of one day the gravest; each change is of one tool.
  public static func history(of catalog: Catalog, in language: Language) -> [Change] {
    var all = Collector(catalog, language, nil)
    for index in catalog.tools.indices { all.addDated(of: ToolID(index), since: "", keepsSteps: true) }
    let changes = all.finish().changes
    return changes.indices.sorted { (changes[$1].date, $0) < (changes[$0].date, $1) }.map { changes[$0] }
  }

  /// The last of the dates in a catalog, that of the first change in its `history`; empty where it has none. No change is made
  /// for it.
  public static func lastDate(of catalog: Catalog) -> String { Collector.lastDate(of: catalog) }

  /// How many tools changes of a kind concern.
  public func count(_ kind: Change.Kind) -> Int {
    changes.reduce(0) { $0 + ($1.kind == kind ? $1.tools.count : 0) }
  }
}

extension Change.Subject {
  init(_ tool: ToolID, _ catalog: Catalog, _ language: Language) {
    id = catalog.string(catalog[tool].id)
    name = catalog.string(catalog[tool].name)
    homepage = catalog.string(catalog[tool].homepage)
    category = catalog.string(catalog[catalog[tool].category].name, in: language)
  }
}
