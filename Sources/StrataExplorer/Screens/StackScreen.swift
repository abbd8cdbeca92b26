import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// What we use, on the landscape's floors: first what the catalog warns of, then our tools where they stand, and the rooms that
/// are empty or crowded.
struct StackScreen: ListScreen {
  var list = ListState()
  private var lines = ListState()
  private var rows: [StackRows.Row] = []
  /// The line of each row that can be selected.
  private var selectable: [Int] = []

  var screen: Screen { .stack(self) }
  var mode: Mode { .stack }
  func moved(from old: Catalog, to new: Catalog) -> StackScreen? { StackScreen() }

  func path(_ context: Context) -> [String] {
    let names = context.stacks.all.indices.map(context.stacks.name)
    return context.path(to: Subject?.none) + [
      names.isEmpty ? context.words.choosing.stack : names.joined(separator: " + ")
    ]
  }

  private var chosen: StackRows.Row? {
    selectable.indices.contains(list.selected) ? rows[selectable[list.selected]] : nil
  }

  func subject(_ context: Context) -> Subject? {
    switch chosen {
    case .tool(let tool, _): return .tool(tool)
    case .warning(let index):
      guard context.stacks.warnings.indices.contains(index) else { return nil }
      return context.stacks.warnings[index].warning.tool.map(Subject.tool)
    case .empty(let category): return .category(category)
    case .own, .heading, .room, .finding, .blank, nil: return nil
    }
  }

  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.row)
  }

  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    guard let first = context.stacks.first else { return [] }
    var spans: [Span] = []
    var room = columns - 1
    for status in first.stack.rings + [Stack.unsorted] {
      let count = first.stack.entries.count { $0.status == status }
      guard count > 0 else { continue }
      let text = " \(context.words.title(ofStatus: status)) \(count) "
      let width = context.textWidth.columns(text) + 2
      guard width <= room else { break }
      room -= width
      spans += [Span(" "), context.sign(ofStatus: status), Span(text)]
    }
    return spans
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up): true
    case .rows(let rows): list.canMove(rows)
    case .open, .goIn:
      switch chosen {
      case .warning, .tool, .empty: true
      case .own, .heading, .room, .finding, .blank, nil: false
      }
    case .next: nextHeading != nil
    case .previous: list.selected > 0
    case .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): if !list.move(rows), rows == .up { return .bar }
    case .open, .goIn:
      switch chosen {
      case .warning(let index): return .warning(index)
      case .tool(let tool, _): return .open(.tool(tool))
      case .empty(let category): return .open(.category(category))
      case .own, .heading, .room, .finding, .blank, nil: return nil
      }
    case .next: if let next = nextHeading { list.move(by: next - list.selected) }
    case .previous:
      let target = sectionStarts.last { $0 < list.selected } ?? 0
      list.move(by: target - list.selected)
    case .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  /// The first selectable row below each heading.
  private var sectionStarts: [Int] {
    rows.indices.filter { if case .heading = rows[$0] { true } else { false } }
      .compactMap { heading in selectable.firstIndex { $0 > heading } }
  }

  private var nextHeading: Int? { sectionStarts.first { $0 > list.selected } }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    var body = areas.body
    guard !context.stacks.isEmpty else {
      layout.place(StackScreen.invitation(context, width: max(1, body.width - 2)), in: body.inset(left: 1, right: 1))
      (rows, selectable) = ([], [])
      list.fit(count: 0, height: body.height)
      return layout
    }
    let table = work.stackRows(context)
    rows = table.rows
    selectable = rows.indices.filter { rows[$0].isSelectable }
    let columns = StackColumns(table, width: body.width - 3, context)
    if let head = columns.head(context), body.height > 4 {
      layout.place(head, in: body.takeTop(1).inset(left: 1, right: 2))
    }
    list.fit(count: selectable.count, height: body.height)
    lines.selected = selectable.indices.contains(list.selected) ? selectable[list.selected] : 0
    lines.fit(count: rows.count, height: body.height)
    // The heading above the first row shows, too.
    if list.selected == 0 { lines.offset = 0 }
    for (place, index) in lines.shown.enumerated() {
      let rect = body.row(place).inset(right: 1)
      guard rows[index].isSelectable, let item = selectable.firstIndex(of: index) else {
        layout.place(columns.line(rows[index], context), in: rect.inset(left: 1))
        continue
      }
      layout.row(
        columns.line(rows[index], context), in: rect,
        Layout.Emphasis(isSelected: item == list.selected, hasKeys: context.hasKeys), spot: .row(pane: 0, index: item))
    }
    layout.scroll(offset: lines.offset, count: rows.count, in: body)
    return layout
  }

  /// What to do where there is no stack yet.
  private static func invitation(_ context: Context, width: Int) -> [Line] {
    let words = context.words.choosing
    let key = context.keyName(of: .setStatus)
    return context.flow.lines([Span(words.noStackYet)], width: width) + [.blank]
      + context.flow.lines([Span(key, .key), Span(" " + words.beginsOne)], width: width)
      + context.flow.lines([Span("strata stack init", .code), Span(" " + words.writesOne)], width: width)
      + context.flow.lines(
        [Span(context.keyName(of: .scanFolder), .key), Span(" " + words.fillsOne)], width: width)
  }
}

// MARK: The pointer

extension StackScreen {
  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    lines.scroll(by: rows)
  }
}
