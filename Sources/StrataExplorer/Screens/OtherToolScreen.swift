import StrataCatalog
import StrataScreen
import StrataSearch

/// Asks for the tool to compare another one with: by name, or one of its alternatives.
struct OtherToolScreen: PromptedListScreen {
  private let tool: ToolID
  var field = Prompt()
  var list = ListState()
  private var found: [ToolID] = []
  /// What was found, and for what.
  private var sought: String?

  init(than tool: ToolID) { self.tool = tool }

  var screen: Screen { .other(self) }
  var mode: Mode { .other }
  var isOverlay: Bool { true }
  func moved(from old: Catalog, to new: Catalog) -> OtherToolScreen? { nil }

  func path(_ context: Context) -> [String] { [title(context)] }
  private func title(_ context: Context) -> String {
    let words = context.words.choosing
    let name = context.name(of: .tool(tool))
    return context.language.choose(en: "\(words.compare) \(name) with", zh: "\(name) \(words.compareWith)")
  }

  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.tool)
  }

  // MARK: Moving

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): list.move(rows)
    case .open: return found.indices.contains(list.selected) ? .compare([tool, found[list.selected]]) : nil
    case .goIn, .goOut, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      break
    }
    return nil
  }

  // MARK: Finding

  /// Tools that are offered at most.
  private static let limit = 200

  /// With nothing typed the marked one, its alternatives and its shelf; or else the best hits.
  private mutating func find(_ context: Context, _ work: Workbench) {
    guard sought != field.text else { return }
    sought = field.text
    let catalog = context.catalog
    var tools: [ToolID]
    if field.isEmpty {
      let category = catalog[tool].category
      tools = context.marks.tools + catalog.alternatives(of: tool)
      let shelf = (0..<min(Self.limit, catalog.toolCount(of: category))).map { catalog.tool(at: $0, of: category) }
      tools += shelf
    } else {
      var finder = work.searcher
      finder.search(Query(field.text))
      var steps = 0
      // A catalog of unusual size answers with what is found in a bounded time.
      while !finder.isSettled, steps < 64 {
        finder.advance(steps: Explorer.sliceSteps)
        steps += 1
      }
      tools = finder.hits(0..<min(finder.total, 4 * Self.limit)).compactMap { hit in
        if case .tool(let tool) = hit { tool } else { nil }
      }
    }
    var seen: Set<ToolID> = [tool]
    found = Array(tools.filter { seen.insert($0).inserted }.prefix(Self.limit))
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    find(context, work)
    let body = areas.body
    list.fit(count: found.count, height: body.height)
    if found.isEmpty { layout.place(context.words.noSuchAction, .dim, in: body.inset(left: 1)) }
    let columns = ToolColumns(found, shown: list.shown.map { found[$0] }, width: body.width - 2, context)
    for (row, index) in list.shown.enumerated() {
      layout.row(
        columns.line(found[index], context), in: body.row(row).inset(right: 1),
        Layout.Emphasis(isSelected: index == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: list.offset, count: found.count, in: body)
    layout.prompt(field, lead: "c", hint: title(context), right: context.words.choosing.compare, in: areas.path)
    return layout
  }
}
