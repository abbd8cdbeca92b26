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
    func values(_ key: Field.Key) -> (old: String, new: String) {
      (
        older.values(key, of: oldTool).map(older.string).joined(separator: ", "),
        catalog.values(key, of: tool).map(catalog.string).joined(separator: ", ")
      )
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
    let texts = Language.allCases.contains { language in
      own(record.summary, language, catalog) != own(oldRecord.summary, language, older)
    }
    if texts
      || older.string(older.text(.pickWhen, of: oldTool), in: language)
        != catalog.string(catalog.text(.pickWhen, of: tool), in: language)
    {
      add(.text, tool)
    }
    let (oldLinks, links) = (self.links(of: oldTool, in: older), self.links(of: tool, in: catalog))
    if oldLinks != links {
      add(
        .links, tool, old: oldLinks.subtracting(links).sorted().joined(separator: ", "),
        new: links.subtracting(oldLinks).sorted().joined(separator: ", "))
    }
  }

  private mutating func addMaturity(of tool: ToolID, from oldTool: ToolID, in older: Catalog) {
    let (old, new) = (older.maturity(of: oldTool), catalog.maturity(of: tool))
    let (oldStatus, status) = (older[oldTool].status, catalog[tool].status)
    let isOver = status == .retired || status == .deprecated
    if isOver, oldStatus != status {
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

  /// The file's own words in a language.
  private func own(_ text: LocalizedText, _ language: Language, _ catalog: Catalog) -> String {
    text.has(language) && text.source(in: language) == .file ? catalog.string(text[language]) : ""
  }

  /// Every address but the repository, each with what it is called.
  private func links(of tool: ToolID, in catalog: Catalog) -> Set<String> {
    var links: Set<String> = []
    let homepage = catalog.string(catalog[tool].homepage)
    if !homepage.isEmpty { links.insert("homepage \(homepage)") }
    for field in catalog.fields(of: tool) where field.key == .link {
      links.insert("\(catalog.string(field.label)) \(catalog.string(field.value))")
    }
    // Where there was none before, a repository is a link more.
    let repository = catalog.string(catalog[tool].repository)
    if !repository.isEmpty { links.insert("repository") }
    return links
  }

  /// The gravest first, and how much of the stack is concerned: not where only links have changed.
  func finish() -> (changes: [Change], stack: (tools: Int, changed: Int)?) {
    let order = changes.indices.sorted { (changes[$0].kind, $0) < (changes[$1].kind, $1) }
    let changed = Set(changes.filter { $0.kind != .nearby && $0.kind != .links }.flatMap { $0.tools.map(\.id) })
    return (order.map { changes[$0] }, ours.map { ($0.count, changed.intersection($0).count) })
  }
}
