import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack
import StrataText

/// A short list that pops up; Enter or an item's own key takes one.
struct MenuScreen: ListScreen {
  struct Item: Hashable, Sendable {
    var key: Character?
    var title: String
    var detail: String
    var choice: Choice
  }

  enum Choice: Hashable, Sendable {
    case perform(Action)
    case open(url: String)
    case copy(text: VisibleText, name: String)
    case sort(Sort)
    case mark(ToolID)
    case page(Page)
    case status(String)
    case note(String, ToolID)
    /// Where the stack is kept, and what then goes on.
    case keepStack(String, Explorer.StackWish)
    /// A warning of the stack, about the tool with this id.
    case answer(StackWarning.Kind, id: String)
    case theme(Theme)
  }

  let title: String
  let items: [Item]
  var list: ListState

  init(title: String, items: [Item], selected: Int = 0) {
    self.title = title
    self.items = items
    list = ListState(selected: selected)
  }

  var chosen: Choice? { items.indices.contains(list.selected) ? items[list.selected].choice : nil }

  var screen: Screen { .menu(self) }
  var mode: Mode { .menu }
  var isOverlay: Bool { true }
  /// What it offers may be gone.
  func moved(from old: Catalog, to new: Catalog) -> MenuScreen? { nil }
  func path(_ context: Context) -> [String] { [title] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String { "" }

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(let rows): list.canMove(rows)
    case .next: list.canMove(.down)
    case .previous: list.canMove(.up)
    case .open: !items.isEmpty
    case .goIn, .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): list.move(rows)
    case .next, .previous: list.move(by: move == .next ? 1 : -1)
    case .open: return chosen.map(Reply.choose)
    case .goIn, .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  /// A box in the middle, as large as its items need.
  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let body = areas.body
    let textWidth = context.textWidth
    let titles = items.map { textWidth.columns($0.title) + 4 }
    let details = items.map { min(400, textWidth.columns($0.detail)) }
    let wanted = (titles.max() ?? 0) + (details.max() ?? 0) + 6
    let width = min(body.width, max(wanted, textWidth.columns(title) + 8, 24))
    let height = min(body.height, items.count + 2)
    guard width > 4, height > 0 else { return layout }
    let hasBorder = body.height >= 5
    var box = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width, height: height)
    // A column of air, so that no border touches what is behind it.
    layout.fill(Rect(x: box.x - 1, y: box.y, width: box.width + 2, height: box.height))
    if hasBorder {
      layout.box(box, title: title)
      box = box.inset(left: 1, top: 1, right: 1, bottom: 1)
    }
    // The scroll indicator stands on the border, or else beside the rows.
    let edge = hasBorder ? box.widened : box
    if !hasBorder { box = box.inset(right: 1) }
    // Titles are cut last: what they lead to may be shortened, but not to nothing.
    let room = box.width - 3 - min(5, details.max() ?? 0)
    let titleWidth = max(4, min((titles.max() ?? 0) - 2, room))
    list.fit(count: items.count, height: box.height)
    for (row, index) in list.shown.enumerated() {
      let item = items[index]
      var line = Line([Span("\(item.key.map(String.init) ?? " ") ", .key)])
      if item.detail.isEmpty {
        line.spans.append(Span(item.title))
      } else {
        let cut = textWidth.truncated(item.title, columns: titleWidth - 1)
        line.spans += [Span(context.padded(cut, titleWidth)), Span(item.detail, .dim)]
      }
      layout.row(
        line, in: box.row(row), Layout.Emphasis(isSelected: index == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: list.offset, count: items.count, in: edge)
    return layout
  }
}
