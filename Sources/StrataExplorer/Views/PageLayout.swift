import StrataCatalog
import StrataScreen

/// A page laid out in lines, and the things on it that can be followed.
///
/// A table may have any number of rows: they are made when they are drawn.
struct PageLayout: Sendable {
  /// What it was made for; anything else needs a new one.
  struct Key: Hashable, Sendable {
    var page: Page
    var width: Int
    var language: Language
    var filter: FilterState
  }

  /// Where following leads.
  enum Target: Hashable, Sendable {
    case page(Page)
    case url(String)
  }

  struct Item: Hashable, Sendable {
    /// The line it stands on.
    var line: Int
    var target: Target
  }

  /// An address on the page, and what it is called there.
  struct Address: Hashable, Sendable {
    var title: String
    var url: String
  }

  enum Rows: Sendable {
    case none
    case tools(ToolList)
    case chosen([ToolID])
    case categories([CategoryID])
    case layers([LayerID])

    var count: Int {
      switch self {
      case .none: 0
      case .tools(let tools): tools.count
      case .chosen(let tools): tools.count
      case .categories(let categories): categories.count
      case .layers(let layers): layers.count
      }
    }

    func page(at row: Int) -> Page {
      switch self {
      case .none: .introduction
      case .tools(let tools): .tool(tools[row])
      case .chosen(let tools): .tool(tools[row])
      case .categories(let categories): .category(categories[row])
      case .layers(let layers): .layer(layers[row])
      }
    }
  }

  var key: Key
  /// Before the table, and after it.
  var head: [Line] = []
  var rows = Rows.none
  var tail: [Line] = []
  /// Numbered from 0; those of the tail come after the rows.
  var headItems: [Item] = []
  var tailItems: [Item] = []
  /// The addresses in the order of their numbers, from 1.
  var addresses: [Address] = []

  /// Whether it has a table of tools, in the order that one can choose.
  var listsTools: Bool {
    switch rows {
    case .tools: true
    case .none, .chosen, .categories, .layers: false
    }
  }

  var lineCount: Int { head.count + rows.count + tail.count }
  var itemCount: Int { headItems.count + rows.count + tailItems.count }

  /// The line an item stands on.
  func line(ofItem item: Int) -> Int {
    if item < headItems.count { return headItems[item].line }
    if item < headItems.count + rows.count { return head.count + item - headItems.count }
    return head.count + rows.count + tailItems[item - headItems.count - rows.count].line
  }

  func target(ofItem item: Int) -> Target {
    if item < headItems.count { return headItems[item].target }
    if item < headItems.count + rows.count { return .page(rows.page(at: item - headItems.count)) }
    return tailItems[item - headItems.count - rows.count].target
  }

  /// The item after (or before) one; of no item, the first that stands at or after (the last before) a line.
  func item(after item: Int?, from line: Int) -> Int? {
    if let item { return item + 1 < itemCount ? item + 1 : nil }
    return (0..<itemCount).partitioningIndex { self.line(ofItem: $0) >= line }
  }

  func item(before item: Int?, from line: Int) -> Int? {
    if let item { return item > 0 ? item - 1 : nil }
    guard let next = (0..<itemCount).partitioningIndex(where: { self.line(ofItem: $0) >= line }) else {
      return itemCount > 0 ? itemCount - 1 : nil
    }
    return next > 0 ? next - 1 : nil
  }
}

extension Range<Int> {
  /// The first element for which the predicate holds, where it holds for all that follow.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int? {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low < upperBound ? low : nil
  }
}
