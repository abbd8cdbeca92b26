import StrataCatalog

/// Gathers changes, and knows whose they are.
struct Collector {
  let catalog: Catalog
  let language: Language
  var changes: [Change] = []
  private let ours: Set<String>?
  /// The categories in which a tool of ours stands.
  private var shelves: Set<CategoryID> = []

  init(_ catalog: Catalog, _ language: Language, _ ours: Set<String>?) {
    self.catalog = catalog
    self.language = language
    self.ours = ours
    for id in ours ?? [] {
      if let tool = catalog.toolID(for: id) { shelves.formUnion(catalog.shelves(of: tool)) }
    }
  }

  /// Whether a change of the tool counts: of everything where there is no stack.
  func isOurs(_ tool: ToolID) -> Bool { isOurs(tool, in: catalog) }

  func isOurs(_ tool: ToolID, in catalog: Catalog) -> Bool {
    ours?.contains(catalog.string(catalog[tool].id)) ?? true
  }

  func subject(_ tool: ToolID) -> Change.Subject { Change.Subject(tool, catalog, language) }

  func shelf(of tool: ToolID) -> String { catalog.string(catalog[catalog[tool].category].name, in: language) }

  /// The word for how it ended, and what takes its place.
  func ending(of tool: ToolID) -> String {
    let word = catalog.maturity(of: tool) == "archived" ? "archived" : catalog[tool].status.rawValue
    let successors = catalog.values(.replacedBy, of: tool).map(catalog.string)
    return successors.isEmpty ? word : word + ", replaced by " + successors.joined(separator: ", ")
  }

  mutating func add(_ change: Change) { changes.append(change) }

  mutating func add(_ kind: Change.Kind, _ tool: ToolID, old: String = "", new: String = "", date: String = "") {
    var kind = kind
    if kind == .added, ours != nil {
      guard isOurs(tool) || !shelves.isDisjoint(with: catalog.shelves(of: tool)) else { return }
      kind = .nearby
    }
    add(Change(kind: kind, tools: [subject(tool)], old: old, new: new, date: date))
  }

  /// What is otherwise with a tool, but for its shelf.
  mutating func addChanges(of tool: ToolID, from oldTool: ToolID, in older: Catalog) {
    let (record, oldRecord) = (catalog[tool], older[oldTool])
    addMaturity(of: tool, from: oldTool, in: older)
    // What strata adds to a file is no change of it.
    func value(_ key: Field.Key, _ tool: ToolID, _ catalog: Catalog) -> String {
      catalog.fields(of: tool).filter { $0.key == key && $0.source == .file }.map { catalog.string($0.value) }
        .joined(separator: ", ")
    }
    func values(_ key: Field.Key) -> (old: String, new: String) {
      (value(key, oldTool, older), value(key, tool, catalog))
    }
    let license = values(.license)
    if license.old != license.new || record.licenseClass != oldRecord.licenseClass && !license.new.isEmpty {
      let until = catalog.fields(of: tool).last { $0.key == .previousLicense }?.label
      add(.license, tool, old: license.old, new: license.new, date: until.map(catalog.string) ?? "")
    }
    let (oldName, name) = (older.string(oldRecord.name), catalog.string(record.name))
    if oldName != name { add(.renamed, tool, old: oldName, new: name) }
    let (oldRepository, repository) = (older.string(oldRecord.repository), catalog.string(record.repository))
    if !oldRepository.isEmpty, !repository.isEmpty,
      Catalog.addressKey(oldRepository) != Catalog.addressKey(repository)
    {
      add(.repository, tool, old: oldRepository, new: repository)
    }
    let owner = values(.organization)
    if owner.old != owner.new { add(.owner, tool, old: owner.old, new: owner.new) }
    addFields(of: tool, from: oldTool, in: older)
  }

  private mutating func addMaturity(of tool: ToolID, from oldTool: ToolID, in older: Catalog) {
    let (old, new) = (older.maturity(of: oldTool), catalog.maturity(of: tool))
    let (oldStatus, status) = (older[oldTool].status, catalog[tool].status)
    let isOver = status == .retired || status == .deprecated
    if isOver, oldStatus != status, old != new || !isKnownToStrata(tool, catalog) {
      let before = old.isEmpty ? oldStatus.rawValue : old
      return add(
        .retired, tool, old: before, new: ending(of: tool), date: catalog.string(catalog.life(of: tool).date))
    }
    guard old != new else { return }
    let ranks = ["", "sandbox", "incubating", "graduated"]
    func date(_ key: Field.Key) -> String { catalog.value(key, of: tool) ?? "" }
    if old.isEmpty {
      let day = date(.accepted)
      add(.accepted, tool, new: new, date: day)
    } else if let before = ranks.firstIndex(of: old), let now = ranks.firstIndex(of: new), now > before {
      let day = date(new == "graduated" ? .graduated : .incubating)
      add(.promoted, tool, old: old, new: new, date: day)
    } else {
      add(.maturity, tool, old: old, new: new)
    }
  }

  /// Whether strata knows of its end, and not the file: no change of the landscape.
  private func isKnownToStrata(_ tool: ToolID, _ catalog: Catalog) -> Bool {
    catalog.fields(of: tool).contains { $0.key == .lifecycle && $0.source == .strata }
  }

  /// The gravest first, and how much of the stack is concerned: not where only links have changed.
  func finish() -> (changes: [Change], stack: (tools: Int, changed: Int)?) {
    let order = changes.indices.sorted { (changes[$0].kind, $0) < (changes[$1].kind, $1) }
    let changed = Set(changes.filter { $0.kind != .nearby && $0.kind != .links }.flatMap { $0.tools.map(\.id) })
    return (order.map { changes[$0] }, ours.map { ($0.count, changed.intersection($0).count) })
  }
}
