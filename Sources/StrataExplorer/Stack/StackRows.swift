import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// The rows of the stack's view: made once for a stack, a catalog and a query.
struct StackRows: Sendable {
  enum Row: Hashable, SectionRow {
    case heading(String, count: String)
    /// What is wrong in a file.
    case finding(String)
    /// An index into the warnings.
    case warning(Int)
    /// A room with tools of ours: its name, and kinds that several do.
    case room(CategoryID, crowd: String)
    /// A tool of ours; on a room's shelf or elsewhere.
    case tool(ToolID, CategoryID)
    /// A tool that the catalog does not have: by the stack and its entry.
    case own(stack: Int, entry: Int)
    /// A room without a tool of ours.
    case empty(CategoryID)
    case blank

    var isSelectable: Bool {
      switch self {
      case .warning, .tool, .own, .empty: true
      case .heading, .finding, .room, .blank: false
      }
    }
  }

  private(set) var sections = Sections<Row>()

  init(_ context: Context) {
    let (catalog, stacks, words) = (context.catalog, context.stacks, context.words)
    func section(_ title: String, count: String = "", _ new: [Row]) {
      sections.append(.heading(title, count: count), new)
    }
    let findings = stacks.all.flatMap(\.findings)
    section(words.choosing.inTheFile, count: "\(findings.count)", findings.map(Row.finding))
    section(
      words.choosing.stackWarnings, count: "\(stacks.warnings.count)", stacks.warnings.indices.map(Row.warning))
    let ours = stacks.toolsByCategory(in: catalog)
    let isNarrowed = context.outline.query.narrows
    var placed: Set<[Int]> = []
    for layer in context.outline.layers {
      var full: [Row] = []
      var empty: [Row] = []
      var count = 0
      for category in context.outline.categories(of: layer) {
        // What a query leaves out is left out here, too.
        let tools = (ours[category] ?? []).filter { !isNarrowed || context.outline.tools(of: category).contains($0) }
        var own: [Row] = []
        for (index, open) in stacks.all.enumerated() {
          for (number, entry) in open.stack.entries.enumerated()
          where entry.id.isEmpty && catalog.categoryID(for: entry.category) == category {
            own.append(.own(stack: index, entry: number))
            placed.insert([index, number])
          }
        }
        if tools.isEmpty, own.isEmpty {
          empty.append(.empty(category))
          continue
        }
        count += tools.count + own.count
        full.append(.room(category, crowd: StackRows.crowd(tools, category, context)))
        full += tools.map { .tool($0, category) } + own
      }
      section(context.name(of: .layer(layer)), count: "\(count)", full + empty)
    }
    var elsewhere: [Row] = []
    for (index, open) in stacks.all.enumerated() {
      for (number, entry) in open.stack.entries.enumerated() where !placed.contains([index, number]) {
        if entry.id.isEmpty || catalog.toolID(for: entry.id) == nil {
          elsewhere.append(.own(stack: index, entry: number))
        }
      }
    }
    section(words.choosing.elsewhere, count: "\(elsewhere.count)", elsewhere)
  }

  /// `2 × Policy engine: OPA, Kyverno`
  private static func crowd(_ tools: [ToolID], _ category: CategoryID, _ context: Context) -> String {
    context.stacks.crowded(tools, on: category, in: context.catalog).map { kind, tools in
      let names = tools.map { context.name(of: .tool($0)) }.joined(separator: context.listSeparator)
      return
        "\(tools.count) \(context.words.choosing.forOneJob)\(context.words.colon)\(context.shown(context.catalog[kind].name)) (\(names))"
    }.joined(separator: context.listSeparator)
  }
}

/// How the rows divide their width: name, a status for each stack, owner, date, note.
struct StackColumns {
  private let width: Int
  private let name: Int
  private let status: Int
  private let owner: Int
  private let stacks: Int

  init(_ table: StackRows, width: Int, _ context: Context) {
    self.width = max(1, width)
    stacks = context.stacks.all.count
    var names = 8
    var owners = 0
    var statuses = 4
    for row in table.sections.rows {
      switch row {
      case .tool(let tool, _):
        names = max(names, context.columns(context.name(of: .tool(tool))))
        for index in 0..<stacks {
          guard let entry = context.stacks.entry(of: tool, in: index) else { continue }
          owners = max(owners, context.columns(entry.owner))
          statuses = max(statuses, context.columns(context.words.title(ofStatus: entry.status)))
        }
      case .own(let stack, let number):
        let entry = context.stacks.all[stack].stack.entries[number]
        names = max(names, context.columns(entry.name.isEmpty ? entry.id : entry.name))
        owners = max(owners, context.columns(entry.owner))
      case .heading, .finding, .warning, .room, .empty, .blank: break
      }
    }
    if stacks > 1 {
      for index in 0..<stacks {
        statuses = max(statuses, min(16, context.columns(context.stacks.name(index))))
      }
    }
    name = min(names, max(8, width / 3))
    status = min(statuses + 2, max(3, width / (3 * max(1, stacks))))
    owner = width >= 60 ? min(owners, 18) : 0
  }

  /// The names of several stacks over their columns.
  func head(_ context: Context) -> Line? {
    guard stacks > 1 else { return nil }
    let cells = (0..<stacks).map { context.padded(context.stacks.name($0), status) }
    return Line([Span(String(repeating: " ", count: 5 + name)), Span(cells.joined(separator: "  "), .strong)])
  }

  func line(_ row: StackRows.Row, _ context: Context) -> Line {
    let words = context.words
    switch row {
    case .blank: return .blank
    case .heading(let title, let count): return Line([Span(title, .heading), Span("  " + count, .dim)])
    case .finding(let text):
      return Line(context.textWidth.truncated(context.oneLine(text, columns: width), columns: width), .problem)
    case .warning(let index):
      let item = context.stacks.warnings[index]
      let entry = context.stacks.all[item.stack].stack.entries[item.warning.entry]
      let isGrave = item.warning.kind == .retired || item.warning.kind == .relicensed
      return Line([
        Span("! ", isGrave ? .problem : .warning), context.sign(ofStatus: entry.status, in: item.stack), Span(" "),
        Span(context.sentence(of: item), isGrave ? .problem : .warning),
        Span(context.instead(of: item.warning)),
      ])
    case .room(let category, let crowd):
      return Line(
        [Span(context.name(of: .category(category)), .strong)] + (crowd.isEmpty ? [] : [Span("  ! " + crowd, .warning)])
      )
    case .empty(let category):
      return Line([
        Span("  " + context.name(of: .category(category)), .dim), Span("  " + words.choosing.emptyRoom, .dim),
      ])
    case .tool(let tool, _):
      return entryLine(
        lead: [Span(" ")] + context.lead(of: tool), name: context.name(of: .tool(tool)),
        entries: (0..<stacks).map { context.stacks.entry(of: tool, in: $0) }, context)
    case .own(let stack, let number):
      let entry = context.stacks.all[stack].stack.entries[number]
      let sign = stack == 0 ? context.sign(ofStatus: entry.status) : Span(" ")
      return entryLine(
        lead: [Span("  "), sign, Span(" ")], name: entry.name.isEmpty ? entry.id : entry.name,
        entries: (0..<stacks).map { $0 == stack ? entry : nil }, context)
    }
  }

  private func entryLine(lead: [Span], name: String, entries: [Stack.Entry?], _ context: Context) -> Line {
    var spans = lead + [Span(context.padded(name, self.name) + " ")]
    for (index, entry) in entries.enumerated() {
      let status = entry?.status ?? ""
      let rings = context.stacks.all[index].stack.rings
      let sign = stacks > 1 ? context.sign(ofStatus: status, in: index).text + " " : ""
      let text = sign + (entry == nil ? (stacks > 1 ? "–" : "") : context.words.title(ofStatus: status))
      spans.append(Span(context.padded(text, self.status) + "  ", Role(status: status, rings: rings)))
    }
    let entry = entries.compactMap { $0 }.first
    if owner > 0 { spans.append(Span(context.padded(entry?.owner ?? "", owner) + "  ")) }
    let date = entry?.date ?? ""
    spans.append(Span(context.padded(date, 10) + "  ", .dim))
    let used = spans.reduce(0) { $0 + context.columns($1.text) }
    if width - used >= 8, let note = entry?.note, !note.isEmpty {
      let said = context.oneLine(note, columns: width - used)
      spans.append(Span(context.textWidth.truncated(said, columns: width - used), .dim))
    }
    return Line(spans)
  }
}
