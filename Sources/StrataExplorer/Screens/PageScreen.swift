import StrataCatalog
import StrataScreen
import StrataSearch

/// A page that is read: text, a table, and things that can be followed.
struct PageScreen: ScreenState {
  var page: Page
  /// The first line on the screen.
  var offset = 0
  /// The link or row that Enter follows.
  var item: Int?
  /// The text as it was last laid out.
  private(set) var key: PageText.Key?
  /// Rows of text on the screen.
  private(set) var height = 1

  /// Text is at most so many columns wide; tables take more where there is room.
  static let textColumns = 80
  static let tableColumns = 130
  /// Columns of a row that is read out.
  private static let readColumns = 240

  init(_ page: Page, offset: Int = 0) {
    self.page = page
    self.offset = offset
  }

  var screen: Screen { .page(self) }
  var mode: Mode { .page }
  var reading: PageScreen? { self }

  func moved(from old: Catalog, to new: Catalog) -> PageScreen? {
    var moved = self
    guard let page = page.moved(from: old, to: new) else { return nil }
    moved.page = page
    return moved
  }

  func path(_ context: Context) -> [String] { context.path(to: page) }
  func subject(_ context: Context) -> Subject? { page.subject }

  /// How much is read, and which page of the book it is.
  func position(_ context: Context, _ work: Workbench) -> String {
    guard let laid = work.page(key) else { return "" }
    let share = laid.lineCount == 0 ? 100 : min(laid.lineCount, offset + height) * 100 / laid.lineCount
    let read = context.words.percent(share)
    guard let index = context.book.firstIndex(of: page) else { return read }
    return context.ordinal(index, of: context.book.count, context.words.page) + "  " + read
  }

  /// The sections, the one that is read in its own role: as many around it as fit.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    guard let laid = work.page(key), laid.sections.count > 1, laid.lineCount > height else { return [] }
    let current = laid.section(at: offset + min(2, height / 4)) ?? 0
    let gap = " \(context.glyphs.dot) "
    var range = current..<current + 1
    func width(_ range: Range<Int>) -> Int {
      laid.sections[range].reduce(2) { $0 + context.columns($1.title) + 3 }
    }
    while true {
      let wider = range.lowerBound..<min(laid.sections.count, range.upperBound + 1)
      let before = max(0, range.lowerBound - 1)..<range.upperBound
      if wider != range, width(wider) <= columns {
        range = wider
      } else if before != range, width(before) <= columns {
        range = before
      } else {
        break
      }
    }
    guard width(range) <= columns else { return [] }
    var spans = [Span(" ")]
    for index in range {
      if index > range.lowerBound { spans.append(Span(gap, .rule)) }
      spans.append(Span(laid.sections[index].title, index == current ? .strong : .dim))
    }
    return spans + [Span(" ")]
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    guard let laid = work.page(key) else { return false }
    switch move {
    case .rows(.up): return true
    case .rows(.down):
      let next = laid.item(after: item, from: offset).map(laid.line(ofItem:))
      return offset < max(0, laid.lineCount - height) || next.map { $0 >= offset && $0 < offset + height } ?? false
    case .rows(let rows):
      return rows.count(page: height) < 0 ? offset > 0 : offset < max(0, laid.lineCount - height)
    case .goIn, .open, .next, .previous: return laid.itemCount > 0
    case .goOut: return true
    case .nextSection:
      let next = laid.sections.first { $0.line > offset }
      return next != nil && offset < max(0, laid.lineCount - height)
    case .previousSection: return offset > 0 && !laid.sections.isEmpty
    case .nextPage, .previousPage: return true
    case .toggle, .clear, .narrow: return false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard let laid = work.page(key) else { return nil }
    let last = max(0, laid.lineCount - height)
    switch move {
    case .rows(.up) where offset == 0 && !canStepUp(laid): return .bar
    case .rows(.up): step(down: false, laid)
    case .rows(.down): step(down: true, laid)
    case .rows(let rows):
      let isHalf = rows == .halfPageUp || rows == .halfPageDown
      scroll(by: rows.count(page: isHalf ? height : max(1, height - 1)), last)
    case .next:
      item = laid.item(after: item, from: offset) ?? laid.item(after: nil, from: 0)
      reveal(laid, height)
    case .previous:
      item = laid.item(before: item, from: offset + height) ?? laid.item(before: nil, from: laid.lineCount)
      reveal(laid, height)
    case .goIn, .open: return follow(laid)
    case .goOut: return .close
    case .nextSection: if let next = laid.sections.first(where: { $0.line > offset }) { jump(to: next, last) }
    case .previousSection: jump(to: laid.sections.last { $0.line < offset }, last)
    case .nextPage, .previousPage: return .turn(forward: move == .nextPage)
    case .toggle, .clear, .narrow: break
    }
    return nil
  }

  private mutating func jump(to section: PageText.Section?, _ last: Int) {
    item = nil
    offset = min(section?.line ?? 0, last)
  }

  /// Goes where the chosen item leads.
  private mutating func follow(_ laid: PageText) -> Reply? {
    guard let item, item < laid.itemCount else {
      // Nothing chosen yet: the next thing that can be followed.
      item = laid.item(after: nil, from: offset) ?? laid.item(after: nil, from: 0)
      reveal(laid, height)
      return nil
    }
    switch laid.target(ofItem: item) {
    case .page(let page): return .open(page)
    case .url(let url): return .follow(url: url)
    case .list(let query): return .list(query)
    }
  }

  private func canStepUp(_ laid: PageText) -> Bool { item.map { laid.item(before: $0, from: 0) != nil } ?? false }

  /// ↑ and ↓: to the next thing that can be followed where it is on the screen, else a line on.
  private mutating func step(down: Bool, _ laid: PageText) {
    // An item that was scrolled away is no place to go on from.
    if let chosen = item {
      let line = laid.line(ofItem: chosen)
      if line < offset || line >= offset + height { item = nil }
    }
    let last = max(0, laid.lineCount - height)
    if down {
      if let next = laid.item(after: item, from: offset), laid.line(ofItem: next) < offset + height {
        item = next
        keepContext(laid)
      } else {
        scroll(by: 1, last)
      }
    } else if item != nil, let previous = laid.item(before: item, from: offset + height),
      laid.line(ofItem: previous) >= offset
    {
      item = previous
      keepContext(laid)
    } else {
      scroll(by: -1, last)
      if offset == 0, item.map({ laid.item(before: $0, from: 0) == nil }) ?? false { item = nil }
    }
  }

  /// Scrolls a line where the chosen item stands at the edge, so that what comes next shows.
  private mutating func keepContext(_ laid: PageText) {
    guard let item, height > 2 else { return }
    let line = laid.line(ofItem: item)
    let last = max(0, laid.lineCount - height)
    if line >= offset + height - 1 { scroll(by: 1, last) }
    if line <= offset { scroll(by: -1, last) }
  }

  private mutating func scroll(by lines: Int, _ last: Int) { offset = min(max(0, offset + lines), last) }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    layOut(context, &work, in: areas.body, &layout)
    return layout
  }

  /// In a part of the screen: beside the contents in a wide guide.
  mutating func layOut(
    _ context: Context, _ work: inout Workbench, in body: Rect, hasKeys: Bool = true, _ layout: inout Layout
  ) {
    let air = body.width >= 20 ? 1 : 0
    let inner = body.inset(left: air, right: body.width >= 40 ? 2 : air)
    // A table needs more than the text: both begin at the same column then.
    // Read out, a paragraph is one line.
    let textColumns = context.isAccessible ? inner.width : PageScreen.textColumns
    let block =
      page.hasTable && !context.isAccessible
      ? min(PageScreen.tableColumns, inner.width) : min(textColumns, inner.width)
    let left = inner.x + (inner.width - block) / 2
    let text = Rect(x: left, y: inner.y, width: min(textColumns, block), height: inner.height)
    let table = Rect(
      x: left, y: inner.y, width: context.isAccessible ? min(PageScreen.readColumns, block) : block,
      height: inner.height)
    let newKey = PageText.Key(
      page: page, width: max(1, text.width), tableWidth: max(1, table.width), language: context.language,
      query: context.query)
    let old = work.page(key)
    let laid = work.page(newKey, context)
    height = max(1, text.height)
    // In another language or width one reads on at the same place.
    if let old, old.key.page == page, old.key != newKey { move(from: old, to: laid, height: height) }
    key = newKey
    offset = min(max(0, offset), max(0, laid.lineCount - height))
    if let item, item >= laid.itemCount { self.item = nil }

    layout.cursor = Point(x: text.x, y: text.y)
    let shown = offset..<max(offset, min(laid.lineCount, offset + text.height))
    let rows = work.columns(ofTable: laid.rows, on: newKey, context)
    for (place, index) in shown.enumerated() {
      guard let row = laid.row(onLine: index) else {
        let line = laid.line(index)
        // What stands at the right stands at that of the text; tables may be wider.
        layout.place(line, in: (line.right.isEmpty ? table : text).row(place), focused: item, spot: nil)
        if let item, laid.line(ofItem: item) == index { layout.cursor = Point(x: text.x, y: text.y + place) }
        continue
      }
      let number = laid.rows.item(onLine: row).map { laid.headItems.count + $0 }
      // The sign stands left of the text, in the air, where there is some.
      let rect =
        table.x > 0 ? Rect(x: table.x - 1, y: table.y + place, width: table.width + 1, height: 1) : table.row(place)
      layout.row(
        rows.line(row, context), in: rect,
        Layout.Emphasis(isSelected: number != nil && item == number, hasKeys: hasKeys && context.hasKeys),
        spot: number.map { .row(pane: 1, index: $0) })
    }
    layout.scroll(offset: offset, count: laid.lineCount, in: body)
  }
}

extension Page {
  /// Whether it has a table, which is wider than text.
  fileprivate var hasTable: Bool {
    switch self {
    case .introduction, .layer, .category, .theme, .tool: true
    case .recap, .choosing: false
    }
  }
}

/// The rows of a page's table.
struct TableColumns {
  private let rows: PageText.Rows
  private let tools: ToolColumns
  /// Columns of the names of layers or categories, and of the whole.
  private let name: Int
  private let width: Int

  init(_ rows: PageText.Rows, width: Int, _ context: Context) {
    self.rows = rows
    self.width = width
    // By the table, not by what shows of it: columns do not move as one scrolls.
    let pages = (0..<min(rows.itemCount, 200)).map(rows.page(ofItem:))
    tools = ToolColumns(
      pages.compactMap { if case .tool(let tool) = $0 { tool } else { nil } }, shown: [], width: width, context)
    let widest = pages.map { context.columns(context.title(of: $0)) }.max() ?? 0
    name = min(widest, max(4, width - 7))
  }

  func line(_ row: Int, _ context: Context) -> Line {
    switch rows {
    case .none: .blank
    case .grouped(let groups):
      switch groups.lines[row] {
      case .blank: .blank
      case .heading(let kind): context.heading(of: kind, columns: width)
      case .tool(let tool): tools.line(tool, context)
      }
    case .tools(let tools): self.tools.line(tools[row], context)
    case .chosen(let tools): self.tools.line(tools[row], context)
    case .layers(let layers):
      counted(
        .layer(layers[row]), context.outline.count(of: layers[row]), context.catalog[layers[row]].summary, context)
    case .categories(let categories):
      counted(
        .category(categories[row]), context.outline.count(of: categories[row]), context.catalog[categories[row]].what,
        context)
    }
  }

  /// A layer or category with its count and the first words about it.
  private func counted(_ subject: Subject, _ count: Int, _ text: LocalizedText, _ context: Context) -> Line {
    let number = "\(count)"
    var spans = [
      Span(context.padded(context.name(of: subject), name)),
      Span(String(repeating: " ", count: max(1, 5 - number.count)) + number + "  ", .dim),
    ]
    let room = width - name - 7
    if room >= 12 {
      spans.append(Span(context.textWidth.truncated(context.oneLine(text, columns: room), columns: room), .dim))
    }
    return Line(spans)
  }
}

// MARK: The pointer

extension PageScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch spot {
    case .row(_, let index), .item(let index): item = index
    case .bar, .action, .pane, .preview, .border, .chip: break
    }
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    guard let laid = work.page(key) else { return }
    scroll(by: rows, max(0, laid.lineCount - height))
  }
}
