import StrataCatalog
import StrataScreen
import StrataSearch

/// One of the views.
public enum View: Int, CaseIterable, Hashable, Sendable {
  case browse, map, guide, statistics, stack
}

/// Which screens there are, each with its state: a view, and what lies above it.
struct Navigation: Hashable, Sendable {
  var view = View.browse
  var browse = BrowseScreen()
  var map = MapScreen()
  var guide = GuideScreen()
  var statistics = StatisticsScreen()
  var stack = StackScreen()
  /// Pages, results and what pops up, the topmost last.
  var above: [Sheet] = []
  /// Whether the next search begins with the last one.
  var keepsSearch = false

  /// A screen above others, and the place to come back to when it goes.
  struct Sheet: Hashable, Sendable {
    var screen: Screen
    var placeBelow: Place
  }

  func view(_ view: View) -> Screen {
    switch view {
    case .browse: .browse(browse)
    case .map: .map(map)
    case .guide: .guide(guide)
    case .statistics: .statistics(statistics)
    case .stack: .stack(stack)
    }
  }

  /// Takes the new state of a view.
  mutating func set(_ screen: Screen) {
    if case .browse(let state) = screen { browse = state }
    if case .map(let state) = screen { map = state }
    if case .guide(let state) = screen { guide = state }
    if case .statistics(let state) = screen { statistics = state }
    if case .stack(let state) = screen { stack = state }
  }

  /// The screen that is seen around the popups.
  func belowPopups(_ top: Screen) -> Screen {
    guard top.isPopup else { return top }
    return above.last { !$0.screen.isPopup }?.screen ?? view(view)
  }

  /// Changes the state of the screen around the popups.
  mutating func change<Result>(_ base: Screen, _ body: (inout any ScreenState) -> Result) -> Result {
    var screen = base
    let result = screen.change(body)
    if let index = above.lastIndex(where: { !$0.screen.isPopup }) {
      above[index].screen = screen
    } else {
      set(screen)
    }
    return result
  }

  /// The results that the page on top was reached from, by their place in `above`.
  var resultsBelow: Int? {
    guard above.count >= 2, case .results = above[above.count - 2].screen else { return nil }
    return above.count - 2
  }
}

/// A place in the history: what was on the screen, where, and under which query.
struct Visit: Hashable, Sendable {
  var navigation: Navigation
  var place: Place
  var query: ListQuery

  /// Whether one would not see a difference.
  func isLike(_ other: Visit) -> Bool {
    navigation.view == other.navigation.view && place == other.place && query == other.query
      && navigation.above.elementsEqual(other.navigation.above) { $0.screen.isLike($1.screen) }
  }
}

extension Screen {
  fileprivate func isLike(_ other: Screen) -> Bool {
    if case .page(let page) = self, case .page(let otherPage) = other { return page.page == otherPage.page }
    if case .results(let results) = self, case .results(let others) = other {
      return results.field.text == others.field.text
    }
    return state.mode == other.state.mode
  }
}

extension Explorer {
  // MARK: Opening and closing

  /// Puts a screen above the others.
  mutating func push(_ screen: Screen) {
    barItem = nil
    navigation.above.append(Navigation.Sheet(screen: screen, placeBelow: context.place))
  }

  /// Opens a page above what is shown: the place is what it is about.
  mutating func open(_ page: Page) {
    jump()
    if let results { remember(search: results.field.text) }
    push(.page(PageScreen(page)))
    come(to: page)
  }

  /// The place follows what is read.
  mutating func come(to page: Page) {
    context.place.theme = nil
    if case .theme(let theme) = page { context.place.theme = theme }
    guard let subject = page.subject else { return }
    // A tool that is read on a shelf where it is a guest stays there.
    if case .tool(let tool) = subject, let category = context.place.category,
      context.catalog.shelves(of: tool).contains(category)
    {
      context.place.tool = tool
      context.place.level = .tool
    } else {
      context.place = Place(subject, in: context.catalog)
    }
  }

  /// Opens the results of a query.
  mutating func list(_ query: String) {
    jump()
    push(.results(ResultsScreen(query)))
  }

  mutating func openSearch() {
    navigation.above.removeAll { $0.screen.isOverlay }
    if results != nil { return }
    jump()
    push(.results(ResultsScreen(lastSearch, earlier: true)))
  }

  /// The text that the next search begins with: the last one, unless it was cleared.
  private var lastSearch: String { navigation.keepsSearch ? context.searches.first ?? "" : "" }

  /// Closes what lies on top and comes back to exactly what was below it; false where nothing lies above the view.
  mutating func closeTop() -> Bool {
    if barItem != nil {
      barItem = nil
      return true
    }
    guard let sheet = navigation.above.popLast() else { return false }
    if case .results(let state) = sheet.screen {
      remember(search: state.field.text)
      navigation.keepsSearch = !state.field.isEmpty
    }
    context.place = sheet.placeBelow
    return true
  }

  /// One level back: the bar, popup, page, results; then a column out; at the root the query's last part.
  mutating func escape() {
    var screen = top
    if barItem == nil, screen.change({ $0.closePart() }) {
      top = screen
      return
    }
    if closeTop() { return }
    switch navigation.view {
    case .guide where !navigation.guide.isInContents: navigation.guide.isInContents = true
    case .browse where context.place.level == .tool: context.place.level = .category
    case .browse where context.place.level == .category: context.place.level = .layer
    case .browse, .map, .guide, .statistics, .stack: liftLastChip()
    }
  }

  /// Shows a view: the place is the same in all of them.
  mutating func show(_ view: View) {
    barItem = nil
    let isThere = navigation.view == view && navigation.above.isEmpty
    if isThere { return }
    jump()
    if let results { remember(search: results.field.text) }
    leaveGuide()
    navigation.above = []
    navigation.view = view
    switch view {
    case .guide:
      navigation.guide.isInContents = false
      if let page = pageOfPlace { navigation.guide.open(page) }
    case .browse, .map, .statistics, .stack: break
    }
  }

  /// The page of the book on which the place is.
  private var pageOfPlace: Page? {
    if let theme = context.place.theme { return .theme(theme) }
    return switch context.place.level {
    case .layer: context.place.layer.map(Page.layer)
    case .category, .tool: context.place.category.map(Page.category)
    }
  }

  /// The bookmark stays where one read last.
  private mutating func leaveGuide() {
    if navigation.view == .guide { navigation.guide.mark() }
  }

  /// Opens the book where one stopped.
  mutating func openBookmark() {
    guard let mark = navigation.guide.bookmark, navigation.view != .guide || !navigation.above.isEmpty else {
      toast = Toast(text: words.noBookmark)
      return
    }
    jump()
    barItem = nil
    navigation.above = []
    navigation.view = .guide
    navigation.guide.isInContents = false
    navigation.guide.open(mark.page, at: mark.offset)
    come(to: mark.page)
  }

  /// The next or previous page in the order of the book; of tools, in the order of their category. From a hit: the next hit.
  mutating func turnPage(forward: Bool) {
    let step = forward ? 1 : -1
    guard let page = top.state.reading?.page else { return }
    if let below = navigation.resultsBelow, case .results(var results) = navigation.above[below].screen {
      guard let hit = results.step(by: step, &work) else { return sayEnd(forward) }
      navigation.above[below].screen = .results(results)
      return turn(to: hit.page)
    }
    if case .tool(let tool) = page {
      let category =
        context.place.tool == tool ? context.place.category ?? catalog[tool].category : catalog[tool].category
      let tools = context.outline.tools(of: category)
      guard let index = tools.firstIndex(of: tool), tools.indices.contains(index + step) else { return sayEnd(forward) }
      return turn(to: .tool(tools[index + step]))
    }
    guard let index = context.book.firstIndex(of: page), context.book.indices.contains(index + step) else {
      return sayEnd(forward)
    }
    turn(to: context.book[index + step])
  }

  private mutating func turn(to page: Page) {
    if case .guide(var guide) = top {
      guide.open(page)
      top = .guide(guide)
    } else {
      top = .page(PageScreen(page))
    }
    come(to: page)
  }

  private mutating func sayEnd(_ forward: Bool) { toast = Toast(text: forward ? words.lastPage : words.firstPage) }

  // MARK: History

  /// Remembers the place that a jump leaves.
  mutating func jump() {
    backward.append(here)
    if backward.count > Explorer.historyLimit { backward.removeFirst() }
    forward = []
  }

  static let historyLimit = 200

  /// What lies over it only for a moment is no place to come back to.
  private var here: Visit {
    var navigation = navigation
    navigation.above.removeAll { $0.screen.isOverlay }
    return Visit(navigation: navigation, place: context.place, query: context.query)
  }

  /// Whether back or forward leads anywhere.
  func canGo(forward isForward: Bool) -> Bool {
    (isForward ? forward : backward).contains { !$0.isLike(here) }
  }

  mutating func goInHistory(forward isForward: Bool) {
    let (source, target) =
      isForward ? (\Explorer.forward, \Explorer.backward) : (\Explorer.backward, \Explorer.forward)
    // Esc has led there already.
    while let last = self[keyPath: source].last, last.isLike(here) { self[keyPath: source].removeLast() }
    guard let visit = self[keyPath: source].popLast() else {
      toast = Toast(text: isForward ? words.nothingForward : words.nothingBack)
      return
    }
    self[keyPath: target].append(here)
    let bookmark = navigation.guide.bookmark
    leaveGuide()
    navigation = visit.navigation
    navigation.guide.bookmark = navigation.guide.bookmark ?? bookmark
    context.place = visit.place
    if context.query != visit.query { change(visit.query) }
  }
}
