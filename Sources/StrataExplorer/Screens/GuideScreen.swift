import StrataCatalog
import StrataScreen
import StrataSearch

/// The texts in the order of a book, with their contents. It shows the place; a bookmark keeps where one stopped.
struct GuideScreen: ScreenState {
  /// Whether the keys go to the contents rather than the text.
  var isInContents = false
  private var contents = ListState()
  private(set) var text = PageScreen(.introduction)
  /// Whether the text is on the screen: on a narrow one the contents take its place.
  private var showsText = true
  /// Where one read last.
  var bookmark: Bookmark?

  struct Bookmark: Hashable, Sendable {
    var page: Page
    /// The first line on the screen.
    var offset: Int
  }

  var screen: Screen { .guide(self) }
  var mode: Mode { .guide }
  var reading: PageScreen? { text }
  var shownText: PageText.Key? { showsText ? text.key : nil }

  func moved(from old: Catalog, to new: Catalog) -> GuideScreen? {
    var moved = self
    if let page = text.page.moved(from: old, to: new) {
      moved.open(page, at: text.offset)
    } else {
      moved.open(.introduction)
    }
    moved.bookmark = bookmark.flatMap { mark in
      mark.page.moved(from: old, to: new).map { Bookmark(page: $0, offset: mark.offset) }
    }
    return moved
  }

  func path(_ context: Context) -> [String] {
    var path = context.path(to: text.page)
    path.insert(context.words.guide, at: 1)
    return path
  }

  func subject(_ context: Context) -> Subject? { text.page.subject }

  func position(_ context: Context, _ work: Workbench) -> String {
    isInContents
      ? context.ordinal(contents.selected, of: contents.count, context.words.page) : text.position(context, work)
  }

  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    isInContents ? [] : text.notes(context, work, columns: columns)
  }

  /// Opens a page; of the one that is open, one reads on.
  mutating func open(_ page: Page, at offset: Int = 0) {
    if text.page != page { text = PageScreen(page, offset: offset) }
  }

  var here: Bookmark { Bookmark(page: text.page, offset: text.offset) }

  /// Remembers where one is.
  mutating func mark() { bookmark = here }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    guard isInContents else { return text.answers(move, context, work) }
    return switch move {
    case .rows(.up), .goIn, .open, .next: true
    case .rows(let rows): contents.canMove(rows)
    case .nextPage: contents.canMove(.down)
    case .previousPage: contents.canMove(.up)
    case .goOut, .previous, .nextSection, .previousSection, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard isInContents else {
      let reply = text.move(move, context, &work)
      // The contents lie behind the text.
      if reply == .close {
        isInContents = true
        return nil
      }
      return reply
    }
    switch move {
    case .rows(let rows): if !contents.move(rows), rows == .up { return .bar }
    case .nextPage: contents.move(by: 1)
    case .previousPage: contents.move(by: -1)
    case .goIn, .open, .next: isInContents = false
    case .goOut, .previous, .nextSection, .previousSection, .toggle, .clear, .narrow: break
    }
    let page = context.book[min(contents.selected, context.book.count - 1)]
    guard page != text.page else { return nil }
    open(page)
    if case .theme(let theme) = page {
      var place = context.place
      place.theme = theme
      return .come(place)
    }
    return page.subject.map { .come(Place($0, in: context.catalog)) }
  }

  // MARK: Laying out

  /// Columns from which contents and text stand side by side.
  private static let wide = 110

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    if !context.book.contains(text.page) { text = PageScreen(.introduction) }
    contents.selected = context.book.firstIndex(of: text.page) ?? 0
    var rest = areas.body
    let isWide = rest.width >= GuideScreen.wide
    let list = isWide ? rest.takeLeft(min(48, max(30, context.nameColumns.category + 6))) : isInContents ? rest : .none
    if isWide { layout.verticalRule(rightOf: list, above: areas.query) }
    showsText = isWide || !isInContents
    if showsText {
      text.layOut(context, &work, in: rest, hasKeys: !isInContents, &layout)
    }
    contents.fit(count: context.book.count, height: max(1, list.height))
    layout.mark(list, .pane(0))
    guard !list.isEmpty else { return layout }
    for (row, index) in contents.shown.enumerated() {
      let page = context.book[index]
      let line =
        switch page {
        case .introduction, .layer, .theme, .choosing: Line([Span(context.title(of: page), .strong)])
        case .category, .recap, .tool: Line([Span("  " + context.title(of: page))])
        }
      layout.row(
        line, in: list.inset(right: 2).row(row),
        Layout.Emphasis(isSelected: index == contents.selected, hasKeys: context.hasKeys && isInContents),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: contents.offset, count: context.book.count, in: list)
    return layout
  }
}

// MARK: The pointer

extension GuideScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    // The contents are the first pane, what stands in the text is the second or a link.
    guard case .row(pane: 0, let index) = spot, context.book.indices.contains(index) else {
      isInContents = false
      return text.select(spot, context, &work)
    }
    isInContents = true
    contents.point(at: index)
    open(context.book[index])
    return text.page.subject.map { .come(Place($0, in: context.catalog)) }
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    if pane == 0 { contents.scroll(by: rows) } else { text.scroll(pane: pane, by: rows, context, &work) }
  }
}
