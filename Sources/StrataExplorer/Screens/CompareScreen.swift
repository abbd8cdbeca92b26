import StrataCatalog
import StrataScreen
import StrataSearch

/// Two to four tools side by side; where there is no room for that, one under another by row.
struct CompareScreen: ScreenState {
  let tools: [ToolID]
  /// The tool that actions are about.
  private(set) var selected = 0
  /// The first line on the screen.
  private var offset = 0
  private var height = 1
  private var lineCount = 0
  /// Whether rows that are alike are left out.
  private(set) var folds = false
  private var equalCount = 0

  init(_ tools: [ToolID]) { self.tools = tools }

  var screen: Screen { .compare(self) }
  var mode: Mode { .compare }

  func path(_ context: Context) -> [String] {
    [context.words.choosing.compare] + tools.map { context.name(of: .tool($0)) }
  }

  func subject(_ context: Context) -> Subject? { tools.indices.contains(selected) ? .tool(tools[selected]) : nil }

  func position(_ context: Context, _ work: Workbench) -> String {
    let share = lineCount == 0 ? 100 : min(lineCount, offset + height) * 100 / lineCount
    return context.words.percent(share)
  }

  /// The same tools in a catalog that was read again; nil where too few are left.
  func moved(from old: Catalog, to new: Catalog) -> CompareScreen? {
    let there = tools.compactMap { new.toolID(for: old.string(old[$0].id)) }
    guard Comparison.limits.contains(there.count) else { return nil }
    var moved = CompareScreen(there)
    moved.folds = folds
    return moved
  }

  var canFold: Bool { equalCount > 0 }
  mutating func toggleFold() { folds.toggle() }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up): true
    case .rows(let rows): rows.count(page: height) < 0 ? offset > 0 : offset + height < lineCount
    case .goIn: selected < tools.count - 1
    case .goOut, .open: true
    case .next, .previous: tools.count > 1
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(.up) where offset == 0: return .bar
    case .rows(let rows):
      let step = rows.count(page: max(1, height - 1))
      offset = min(max(0, offset + step), max(0, lineCount - height))
    case .goIn: selected = min(tools.count - 1, selected + 1)
    case .goOut:
      if selected == 0 { return .close }
      selected -= 1
    case .next: selected = (selected + 1) % tools.count
    case .previous: selected = (selected + tools.count - 1) % tools.count
    case .open: return .open(.tool(tools[selected]))
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    var body = areas.body.inset(left: 1, right: 2)
    let text = work.comparison(of: tools, folds: folds, selected: selected, width: body.width, context)
    equalCount = text.equalCount
    // The names stay in sight as long as they leave room for what they are the names of.
    let height = text.headHeight
    let head = body.takeTop(body.height > height + 2 ? height + 1 : min(1, max(0, body.height - 1)))
    if text.isSideBySide {
      let columns = Rect(x: head.x, y: head.y, width: body.width, height: head.height + body.height)
      for index in tools.indices {
        let start = columns.x + text.columnStart(of: index)
        let column = Rect(x: start, y: columns.y, width: text.column, height: columns.height)
        layout.mark(column, .row(pane: 0, index: index))
      }
    }
    for (index, name) in text.names.enumerated() {
      for (line, rect) in name where rect.y < head.height {
        let place = Rect(x: head.x + rect.x, y: head.y + rect.y, width: rect.width, height: 1)
        layout.place(line, in: place, spot: .row(pane: 0, index: index))
      }
    }
    self.height = max(1, body.height)
    lineCount = text.lines.count
    offset = min(max(0, offset), max(0, lineCount - self.height))
    layout.place(text.lines, from: offset, in: body)
    for row in 0..<body.height where text.owners.indices.contains(offset + row) {
      if let tool = text.owners[offset + row] { layout.mark(body.row(row).inset(left: 2), .row(pane: 0, index: tool)) }
    }
    layout.scroll(
      offset: offset, count: lineCount, in: Rect(x: body.x, y: body.y, width: body.width + 2, height: body.height))
    layout.cursor = Point(x: body.x, y: areas.body.y)
    return layout
  }
}

// MARK: The pointer

extension CompareScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    if case .row(_, let index) = spot, tools.indices.contains(index) { selected = index }
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    offset = min(max(0, offset + rows), max(0, lineCount - height))
  }
}
