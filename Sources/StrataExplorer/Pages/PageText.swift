import StrataCatalog
import StrataScreen

/// A page laid out in lines, and the things on it that can be followed.
///
/// A table may have any number of rows: they are made when they are drawn.
struct PageText: Sendable {
  /// What it was made for; anything else needs a new one.
  struct Key: Hashable, Sendable {
    var page: Page
    /// Columns of the text, and of the tables.
    var width: Int
    var tableWidth: Int
    var language: Language
    /// Tables obey it, the text does not.
    var query: ListQuery
  }

  /// Where following leads.
  enum Target: Hashable, Sendable {
    case page(Page)
    case url(String)
    /// The results of a query.
    case list(String)
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

  /// The lines of the table. Of tools that are grouped some lines are headings, and no items.
  enum Rows: Sendable {
    case none
    case layers([LayerID])
    case categories([CategoryID])
    case tools(ToolList)
    case chosen([ToolID])
    case grouped(GroupedTools)

    var count: Int {
      switch self {
      case .none: 0
      case .layers(let layers): layers.count
      case .categories(let categories): categories.count
      case .tools(let tools): tools.count
      case .chosen(let tools): tools.count
      case .grouped(let groups): groups.lines.count
      }
    }

    var itemCount: Int {
      switch self {
      case .none, .layers, .categories, .tools, .chosen: count
      case .grouped(let groups): groups.lineOfTool.count
      }
    }

    /// The line of an item, and the item of a line; nil on headings.
    func line(ofItem item: Int) -> Int {
      switch self {
      case .none, .layers, .categories, .tools, .chosen: item
      case .grouped(let groups): groups.lineOfTool[item]
      }
    }

    func item(onLine line: Int) -> Int? {
      switch self {
      case .none, .layers, .categories, .tools, .chosen: line
      case .grouped(let groups): groups.item(onLine: line)
      }
    }

    func page(ofItem item: Int) -> Page {
      switch self {
      case .none: .introduction
      case .layers(let layers): .layer(layers[item])
      case .categories(let categories): .category(categories[item])
      case .tools(let tools): .tool(tools[item])
      case .chosen(let tools): .tool(tools[item])
      case .grouped(let groups): .tool(groups.tool(item))
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
  /// The addresses, each once, in the order of the page.
  var addresses: [Address] = []
  /// The headings and the lines they stand on, made once the page is whole.
  private(set) var sections: [Section] = []

  struct Section: Hashable, Sendable {
    var title: String
    var line: Int
  }

  /// Finds the sections: headings that a blank line parts from what stands above.
  mutating func findSections() {
    func headings(_ lines: [Line], from first: Int) -> [Section] {
      lines.indices.filter { lines[$0].isHeading && ($0 == 0 || lines[$0 - 1].spans.isEmpty) }
        .map { Section(title: lines[$0].text, line: first + $0) }
    }
    sections = headings(head, from: 0) + headings(tail, from: head.count + rows.count)
  }

  /// The section that a line belongs to; nil before the first.
  func section(at line: Int) -> Int? { sections.lastIndex { $0.line <= line } }

  /// A line that is no row of the table.
  func line(_ index: Int) -> Line {
    if index < head.count { return head[index] }
    let place = index - head.count - rows.count
    return tail.indices.contains(place) ? tail[place] : .blank
  }

  /// The row of the table on a line, if it is one.
  func row(onLine line: Int) -> Int? { line >= head.count && line < head.count + rows.count ? line - head.count : nil }

  /// Whether it has a table of tools, in the order that one can choose.
  var listsTools: Bool {
    switch rows {
    case .tools, .grouped: true
    case .none, .chosen, .categories, .layers: false
    }
  }

  var lineCount: Int { head.count + rows.count + tail.count }
  var itemCount: Int { headItems.count + rows.itemCount + tailItems.count }

  /// The line an item stands on.
  func line(ofItem item: Int) -> Int {
    if item < headItems.count { return headItems[item].line }
    let row = item - headItems.count
    if row < rows.itemCount { return head.count + rows.line(ofItem: row) }
    return head.count + rows.count + tailItems[row - rows.itemCount].line
  }

  func target(ofItem item: Int) -> Target {
    if item < headItems.count { return headItems[item].target }
    let row = item - headItems.count
    if row < rows.itemCount { return .page(rows.page(ofItem: row)) }
    return tailItems[row - rows.itemCount].target
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

extension Line {
  /// Whether all of it is one; the marks of lists are in the same role.
  fileprivate var isHeading: Bool { !spans.isEmpty && spans.allSatisfy { $0.role == .heading } }
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
