import StrataCatalog
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
  /// Counted when it is first shown; nil after the catalog or the query has changed.
  var statistics: Statistics?
  /// The pages laid out last, the newest last.
  private var pages: [PageText] = []
  private var previews: [(key: PageText.Key, isWhole: Bool, lines: [Line])] = []
  private var comparison: (key: ComparisonKey, comparison: Comparison)?
  private var mapPicture: (key: MapPicture.Key, picture: MapPicture)?

  init(catalog: Catalog) { searcher = Searcher(catalog: catalog) }

  /// How many pages and previews are kept.
  private static let limit = 6

  /// What was made of another outline goes.
  mutating func forgetLists() {
    statistics = nil
    mapPicture = nil
    pages = []
  }

  /// A page that was laid out before.
  func page(_ key: PageText.Key?) -> PageText? { key.flatMap { key in pages.last { $0.key == key } } }

  /// A page, laid out anew where it has to be.
  mutating func page(_ key: PageText.Key, _ context: Context) -> PageText {
    if let index = pages.lastIndex(where: { $0.key == key }) {
      if index < pages.count - 1 { pages.append(pages.remove(at: index)) }
      return pages[pages.count - 1]
    }
    var composer = PageComposer(context, width: key.width)
    pages.append(composer.layOut(key))
    if pages.count > Workbench.limit { pages.removeFirst() }
    return pages[pages.count - 1]
  }

  /// What a preview shows of a page; where there is room for it, all its texts.
  mutating func preview(_ key: PageText.Key, isWhole: Bool, _ context: Context) -> [Line] {
    if let known = previews.last(where: { $0.key == key && $0.isWhole == isWhole }) { return known.lines }
    var composer = PageComposer(context, width: key.width)
    previews.append((key, isWhole, composer.preview(of: key.page, isWhole: isWhole)))
    if previews.count > Workbench.limit { previews.removeFirst() }
    return previews[previews.count - 1].lines
  }

  private struct ComparisonKey: Hashable {
    var tools: [ToolID]
    var language: Language
  }

  /// A comparison in lines.
  mutating func comparison(
    of tools: [ToolID], folds: Bool, selected: Int, width: Int, _ context: Context
  ) -> ComparisonText {
    let key = ComparisonKey(tools: tools, language: context.language)
    if comparison?.key != key {
      comparison = (key, Comparison(tools, in: context.catalog, language: context.language))
    }
    return ComparisonText(
      comparison!.comparison, width: width, folds: folds, selected: selected, flow: context.flow,
      glyphs: context.glyphs, mark: context.lead(of:))
  }

  /// The picture that was made last, if it is this one.
  func knownMap(_ key: MapPicture.Key) -> MapPicture? { mapPicture.flatMap { $0.key == key ? $0.picture : nil } }

  mutating func map(_ key: MapPicture.Key, make: () -> MapPicture) -> MapPicture {
    if let known = mapPicture, known.key == key { return known.picture }
    let picture = make()
    mapPicture = (key, picture)
    return picture
  }
}
