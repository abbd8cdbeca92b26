import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// What we use, on the landscape's floors: first what the catalog warns of, then our tools where they stand, and the rooms that
/// are empty or crowded.
struct StackScreen: SectionedScreen {
  var list = ListState()
  var lines = ListState()
  private var chosen: StackRows.Row?
  /// Whether there is a section below the one that the selection is in.
  private var hasNextSection = false

  var screen: Screen { .stack(self) }
  var mode: Mode { .stack }
  func moved(from old: Catalog, to new: Catalog) -> StackScreen? { StackScreen() }

  func path(_ context: Context) -> [String] {
    let names = context.stacks.all.indices.map(context.stacks.name)
    return context.path(to: Subject?.none) + [
      names.isEmpty ? context.words.choosing.stack : names.joined(separator: " + ")
    ]
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
      let width = context.columns(text) + 2
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
    case .next: hasNextSection
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
    case .next: if hasNextSection { moveToSection(isNext: true, in: work.stackRows(context).sections) }
    case .previous: moveToSection(isNext: false, in: work.stackRows(context).sections)
    case .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    var body = areas.body
    guard !context.stacks.isEmpty else {
      layout.place(StackScreen.invitation(context, width: max(1, body.width - 2)), in: body.inset(left: 1, right: 1))
      (chosen, hasNextSection) = (nil, false)
      list.fit(count: 0, height: body.height)
      return layout
    }
    let table = work.stackRows(context)
    let columns = StackColumns(table, width: body.width - 3, context)
    if let head = columns.head(context), body.height > 4 {
      layout.place(head, in: body.takeTop(1).inset(left: 1, right: 2))
    }
    fit(table.sections, height: body.height)
    chosen = table.sections.row(ofItem: list.selected)
    hasNextSection = table.sections.start(after: list.selected) != nil
    place(table.sections, in: body, hasKeys: context.hasKeys, into: &layout) { columns.line($0, context) }
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
