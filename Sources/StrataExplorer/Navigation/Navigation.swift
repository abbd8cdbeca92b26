import StrataCatalog
import StrataSearch

/// One of the four views.
public enum View: Int, CaseIterable, Hashable, Sendable {
  case browse, map, guide, statistics
}

/// What can be read: the pages of the guide, in the order of a book, and the tools' pages.
enum Page: Hashable, Sendable {
  case introduction
  case layer(LayerID)
  case category(CategoryID)
  case recap(LayerID)
  case choosing
  case tool(ToolID)
}

/// Where the user is: everything that going back restores.
struct Navigation: Hashable, Sendable {
  var view = View.browse
  var browse = BrowseState()
  var map = MapState()
  var guide = GuideState()
  var statistics = ScrollState()
  /// What lies above the view, the topmost last: pages, and the results they were reached from.
  var sheets: [Sheet] = []
}

/// A place in the history: where the user was, and under which filter.
struct Remembered: Hashable, Sendable {
  var navigation: Navigation
  var filter: FilterState
}

enum Sheet: Hashable, Sendable {
  case page(PageState)
  case search(SearchState)
}

struct BrowseState: Hashable, Sendable {
  /// The list that has the keys.
  enum Column: Int, Hashable, Sendable {
    case layers, categories, tools
  }

  var column = Column.layers
  var layers = ListState()
  /// Kept for each layer and each category, by index.
  var categories: [Int: ListState] = [:]
  var tools: [Int: ListState] = [:]
  /// The first line of the preview.
  var previewOffset = 0
}

struct MapState: Hashable, Sendable {
  /// The selected room: an index into the catalog's categories.
  var category = 0
  var scroll = 0
}

struct ScrollState: Hashable, Sendable {
  var offset = 0
}

struct PageState: Hashable, Sendable {
  var page: Page
  /// The first line on the screen.
  var offset = 0
  /// The link or row that Enter follows.
  var item: Int?

  init(_ page: Page) { self.page = page }
}

struct GuideState: Hashable, Sendable {
  /// Whether the keys go to the contents rather than the text.
  var isInContents = true
  var contents = ListState()
  var page = PageState(.introduction)
}

struct SearchState: Hashable, Sendable {
  var field = LineEdit()
  /// Of the filter that is being typed, the likely ones first.
  var values: [String] = []
  var list = ListState()
  /// Once one has moved, this hit stays selected and in its row while results change.
  var pinned: Subject?
  /// Results have an order of their own: a search begins with the best match first.
  var order = Sort.relevance
  var isReversed = false
  /// The place in the earlier queries, from the newest; nil: a query of one's own.
  var historyIndex: Int?
  /// The first line of the preview.
  var previewOffset = 0

  /// Another query: its results are seen from their first.
  mutating func restart() {
    list = ListState()
    pinned = nil
    previewOffset = 0
  }
}
