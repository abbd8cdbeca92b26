import StrataCatalog
import StrataScan
import StrataScreen
import StrataSearch

/// What is derived from the catalog for the screens, and kept as long as it holds: made when it is first shown.
struct Workbench: Sendable {
  /// Finds what is typed.
  var searcher: Searcher
  /// Whether the search, or the index that it uses, is not done yet.
  var isSearching = true
  /// The counts of the filter panel, while it is open.
  var facets: Facets?
  /// The values of the filter that is being typed, with their counts.
  var values: FacetValues?
  /// Counted when it is first shown; nil after the catalog or the query has changed.
  var statistics: Statistics? { didSet { statisticsLines.forget() } }
  var statisticsLines = Kept<StatisticsLines.Key, StatisticsLines>()
  /// The pages laid out last, the newest last.
  private var pages: [PageText] = []
  private var previews = Kept<PreviewKey, [Line]>(room: limit)
  /// The rows of the stack's view.
  private var stackTable = Kept<ListKey, StackRows>()
  /// The rows of what a scan found.
  private var scanTable = Kept<ListKey, ScanRows>()
  /// What is new, by month.
  private var newsTable = Kept<ListKey, News>()
  /// What stands in the rows of results, without their marks.
  private var rows: (key: RowKey?, bodies: [ResultsScreen.Hit: [Span]]) = (nil, [:])
  private var comparison = Kept<ComparisonKey, Comparison>()
  private var comparisonText = Kept<ComparisonLook, ComparisonText>()
  var map = Kept<MapPicture.Key, MapPicture>()
  /// The lines of tools in its rooms.
  private var mapLines: (key: MapLinesKey?, lines: [CategoryID: [Line]]) = (nil, [:])
  /// The bar, and what the footer might offer.
  var bar = Kept<Explorer.BarKey, [Explorer.BarPiece]>()
  var footer = Kept<Explorer.FooterKey, [Explorer.FooterItem]>()
  /// The columns of a page's table.
  private var tableColumns = Kept<TableKey, TableColumns>()
  private var toolLists = Kept<ToolListKey, ToolLines>(room: limit)

  init(catalog: Catalog) {
    searcher = Searcher(catalog: catalog)
    searcher.offersSubstitutes = true
  }

  /// How many pages, previews and lists of tools are kept.
  private static let limit = 6

  /// What was made of another outline goes.
  mutating func forgetLists() {
    statistics = nil
    forgetMap()
    forgetColumns()
    stackTable.forget()
    scanTable.forget()
    newsTable.forget()
    pages = []
    previews.forget()
  }

  /// What was laid out in another look goes.
  mutating func forgetPages() {
    pages = []
    previews.forget()
    rows = (nil, [:])
    statisticsLines.forget()
    comparisonText.forget()
    bar.forget()
    footer.forget()
    forgetMap()
    forgetColumns()
  }

  private mutating func forgetMap() {
    map.forget()
    mapLines = (nil, [:])
  }

  private mutating func forgetColumns() {
    tableColumns.forget()
    toolLists.forget()
  }

  /// A page that was laid out before.
  func page(_ key: PageText.Key?) -> PageText? { key.flatMap { key in pages.last { $0.key == key } } }

  /// A page, laid out anew where it has to be.
  mutating func page(_ key: PageText.Key, _ context: Context) -> PageText {
    if let index = pages.lastIndex(where: { $0.key == key }) {
      if index < pages.count - 1 { pages.append(pages.remove(at: index)) }
      return pages[pages.count - 1]
    }
    var composer = PageComposer(context, width: key.width, tableWidth: key.tableWidth, room: .screen)
    pages.append(composer.layOut(key))
    if pages.count > Workbench.limit { pages.removeFirst() }
    return pages[pages.count - 1]
  }

  private struct PreviewKey: Hashable {
    var page: PageText.Key
    var isWhole: Bool
  }

  /// What a preview shows of a page; where there is room for it, all its texts.
  mutating func preview(_ key: PageText.Key, isWhole: Bool, _ context: Context) -> [Line] {
    previews.value(for: PreviewKey(page: key, isWhole: isWhole)) {
      var composer = PageComposer(context, width: key.width, tableWidth: key.width, room: .preview)
      return composer.preview(of: key.page, isWhole: isWhole)
    }
  }

  private struct RowKey: Hashable {
    var query: Query
    var columns: ResultColumns
    var language: Language
  }

  /// How many rows are kept.
  private static let rowLimit = 500

  /// The row of a hit: what it matches is looked for once, not with each key that moves the selection.
  mutating func row(of hit: ResultsScreen.Hit, _ columns: ResultColumns, _ context: Context) -> Line {
    let key = RowKey(query: searcher.shownQuery, columns: columns, language: context.language)
    if rows.key != key || rows.bodies.count >= Workbench.rowLimit { rows = (key, [:]) }
    let body = rows.bodies[hit] ?? columns.body(of: hit, searcher, context)
    rows.bodies[hit] = body
    return Line(columns.lead(of: hit, context) + body)
  }

  private struct ComparisonKey: Hashable {
    var tools: [ToolID]
    var language: Language
  }

  /// What a comparison is laid out by.
  private struct ComparisonLook: Hashable {
    var comparison: ComparisonKey
    var folds: Bool
    var selected: Int
    var width: Int
  }

  private struct ListKey: Hashable {
    var language: Language
    var query: ListQuery

    init(_ context: Context) {
      language = context.language
      query = context.outline.query
    }
  }

  /// What was made of other stacks goes.
  mutating func forgetStacks() {
    mapLines = (nil, [:])
    forgetColumns()
    stackTable.forget()
    comparison.forget()
    comparisonText.forget()
    pages = []
    previews.forget()
  }

  mutating func stackRows(_ context: Context) -> StackRows {
    stackTable.value(for: ListKey(context)) { StackRows(context) }
  }

  /// What was made of another scan goes.
  mutating func forgetScan() { scanTable.forget() }

  mutating func scanRows(_ context: Context) -> ScanRows {
    scanTable.value(for: ListKey(context)) { ScanRows(context.scan?.result ?? ScanResult(), context) }
  }

  mutating func news(_ context: Context) -> News { newsTable.value(for: ListKey(context)) { News(context) } }

  /// A comparison in lines.
  mutating func comparison(
    of tools: [ToolID], folds: Bool, selected: Int, width: Int, _ context: Context
  ) -> ComparisonText {
    let key = ComparisonKey(tools: tools, language: context.language)
    let comparison = comparison.value(for: key) {
      Comparison(tools, in: context.catalog, stacks: context.stacks.all.map(\.stack), language: context.language)
    }
    let look = ComparisonLook(comparison: key, folds: folds, selected: selected, width: width)
    return comparisonText.value(for: look) {
      ComparisonText(
        comparison, width: width, folds: folds, selected: selected, isReadOut: context.isAccessible, room: .screen,
        flow: context.flow, glyphs: context.glyphs,
        mark: { [context.mark(of: $0)] + (context.stacks.isEmpty ? [] : [context.statusSign(of: $0), Span(" ")]) })
    }
  }

  private struct MapLinesKey: Hashable {
    var picture: MapPicture.Key
    var theme: Int?
    var marks: Marks
  }

  /// The lines of a room's tools.
  mutating func mapLines(_ picture: MapPicture.Key, of category: CategoryID, _ context: Context, make: () -> [Line])
    -> [Line]
  {
    let key = MapLinesKey(picture: picture, theme: context.place.theme, marks: context.marks)
    if mapLines.key != key { mapLines = (key, [:]) }
    if let known = mapLines.lines[category] { return known }
    let lines = make()
    mapLines.lines[category] = lines
    return lines
  }

  private struct TableKey: Hashable {
    var page: PageText.Key
    var lead: Int
  }

  /// How the table of a page divides its width.
  mutating func columns(ofTable rows: PageText.Rows, on page: PageText.Key, _ context: Context) -> TableColumns {
    tableColumns.value(for: TableKey(page: page, lead: context.leadColumns)) {
      TableColumns(rows, width: page.tableWidth, context)
    }
  }

  private struct ToolListKey: Hashable {
    var list: Context.ToolListKey
    /// Of a long list.
    var shown: Range<Int>?
    var width: Int
    var lead: Int
    var language: Language
  }

  /// The lines of tools of a category.
  ///
  /// - Parameters:
  ///   - tools: those that are wanted.
  ///   - shown: which of the category's show; width: of a row, its sign aside.
  mutating func lines(
    of tools: some Sequence<ToolID>, in category: CategoryID, shown: Range<Int>, width: Int, _ context: Context
  ) -> [Line] {
    let all = context.outline.tools(of: category)
    let key = ToolListKey(
      list: Context.ToolListKey(category: category, query: context.outline.query),
      shown: all.count > ToolColumns.sample ? shown : nil, width: width, lead: context.leadColumns,
      language: context.language)
    return toolLists.change(for: key) {
      ToolLines(columns: ToolColumns(all, shown: shown.map { all[$0] }, width: width, context), marks: context.marks)
    } _: { list in
      tools.map { list.line($0, context) }
    }
  }
}

/// How the list of a category's tools divides its width, and its lines as they were shown.
private struct ToolLines {
  let columns: ToolColumns
  /// The tools that are marked in them.
  private var marks: Marks
  private var lines: [Int: Line] = [:]

  /// How many lines of a list are kept.
  private static let limit = 500

  init(columns: ToolColumns, marks: Marks) {
    self.columns = columns
    self.marks = marks
  }

  mutating func line(_ tool: ToolID, _ context: Context) -> Line {
    if marks != context.marks || lines.count >= ToolLines.limit { (marks, lines) = (context.marks, [:]) }
    if let known = lines[tool.index] { return known }
    let line = columns.line(tool, context)
    lines[tool.index] = line
    return line
  }
}
