import StrataCatalog
import StrataScreen
import StrataSearch

/// Totals, then thin bars: every row leads to what it counts.
struct StatisticsScreen: ListScreen {
  var list = ListState()
  /// The first line on the screen.
  private var offset = 0
  /// The row that was selected when it was scrolled by itself: until another is, that one may be out of sight.
  private var scrolledAt: Int?
  /// The number of rows in the left one of two columns; nil where there is but one.
  private var split: Int?

  var screen: Screen { .statistics(self) }
  var mode: Mode { .statistics }
  func path(_ context: Context) -> [String] { context.path(to: Subject?.none) + [context.words.statistics] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.row)
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up): true
    case .rows(let rows): list.canMove(rows)
    case .open, .next, .previous: list.count > 0
    case .goIn: split.map { list.selected < $0 } ?? false
    case .goOut: split.map { list.selected >= $0 } ?? false
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): if !list.move(rows), rows == .up { return .bar }
    case .open:
      guard let sections = work.statistics?.sections, let row = sections.flatMap(\.rows).dropFirst(list.selected).first
      else { return nil }
      return row.query.map(Reply.list)
    case .goIn: if let split, list.selected < split { list.move(by: split - list.selected) }
    case .goOut: if let split, list.selected >= split { list.move(by: -list.selected) }
    case .next, .previous:
      guard let sections = work.statistics?.sections else { return nil }
      let starts = sections.reduce(into: [0]) { $0.append($0.last! + $1.rows.count) }.dropLast()
      let target =
        move == .next
        ? starts.first { $0 > list.selected } ?? 0 : starts.last { $0 < list.selected } ?? starts.last ?? 0
      list.move(by: target - list.selected)
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  // MARK: Laying out

  /// Columns from which there are two columns of bars.
  private static let wide = 110

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let counted = work.statistics ?? Statistics(context.catalog, context.outline)
    if work.statistics == nil { work.statistics = counted }
    var body = areas.body
    list.fit(count: counted.sections.reduce(0) { $0 + $1.rows.count }, height: body.height)
    guard counted.tools > 0 else {
      split = nil
      layout.place(
        context.flow.lines(context.emptiness, .dim, width: max(1, body.width - 2)), in: body.inset(left: 1, right: 1))
      return layout
    }
    let totals = StatisticsScreen.totals(counted, context, width: max(1, body.width - 3))
    if body.height > totals.count + 3 {
      layout.place(totals, in: body.takeTop(totals.count).inset(left: 1, right: 2))
      _ = body.takeTop(1)
    }
    let inner = body.inset(left: 1, right: 2)
    let isWide = inner.width >= StatisticsScreen.wide && !context.isAccessible
    let column = isWide ? (inner.width - 4) / 2 : min(inner.width, 100)
    // The categories are many: they stand at the right.
    let leftCount = isWide ? max(1, counted.sections.count - 1) : counted.sections.count
    let key = StatisticsLines.Key(width: column - 1, leftCount: leftCount, language: context.language)
    let columns = work.statisticsLines.value(for: key) { StatisticsLines(counted, key, context) }.columns
    split = isWide ? counted.sections.prefix(leftCount).reduce(0) { $0 + $1.rows.count } : nil
    if split == list.count { split = nil }
    let selectedLine = columns.compactMap { $0.firstIndex { $0.row == list.selected } }.first ?? 0
    let count = columns.map(\.count).max() ?? 0
    // With the heading above it, where that fits.
    if scrolledAt != list.selected {
      scrolledAt = nil
      if selectedLine + 1 >= offset + inner.height { offset = selectedLine + 2 - inner.height }
      let own = columns.first { $0.contains { $0.row == list.selected } } ?? []
      var top = selectedLine
      while top > 0, own[top - 1].row == nil, own[top - 1].line != .blank, selectedLine - top + 2 <= inner.height {
        top -= 1
      }
      top = min(top, max(0, selectedLine - 1))
      if top < offset { offset = top }
    }
    offset = min(max(0, offset), max(0, count - inner.height))
    for (side, lines) in columns.enumerated() {
      let rect = Rect(
        x: inner.x - 1 + side * (column + 4), y: inner.y, width: column, height: inner.height)
      for row in 0..<rect.height where offset + row < lines.count {
        let entry = lines[offset + row]
        layout.row(
          entry.line, in: rect.row(row),
          Layout.Emphasis(isSelected: entry.row == list.selected, hasKeys: context.hasKeys),
          spot: entry.row.map { .row(pane: side, index: $0) })
      }
    }
    layout.scroll(offset: offset, count: count, in: body)
    return layout
  }

  private static func totals(_ counted: Statistics, _ context: Context, width: Int) -> [Line] {
    let words = context.words
    var parts = [
      words.count(counted.tools, words.tool, words.toolsCounted),
      words.count(counted.places, words.placeCounted, words.placesCounted),
      words.count(counted.categories, words.category, words.categoriesCounted),
      words.count(counted.projects, words.project, words.projects),
    ]
    let asOf = context.catalog.string(context.catalog.landscape.asOf)
    if !asOf.isEmpty { parts.append("\(words.factsAsOf) \(asOf)") }
    // A line ends between two of them.
    let separator = "  \(context.glyphs.dot)  "
    var lines = [""]
    for part in parts {
      let longer = lines[lines.count - 1].isEmpty ? part : lines[lines.count - 1] + separator + part
      if lines[lines.count - 1].isEmpty || context.columns(longer) <= width {
        lines[lines.count - 1] = longer
      } else {
        lines.append(part)
      }
    }
    return lines.map { Line(context.textWidth.truncated($0, columns: width), .strong) }
  }
}

// MARK: The pointer

extension StatisticsScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(_, let index) = spot else { return nil }
    list.point(at: index)
    scrolledAt = index
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    offset += rows
    scrolledAt = list.selected
  }
}
