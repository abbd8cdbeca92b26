public import StrataCatalog

/// Finds what a query asks for, in slices, so that no key ever waits for it.
///
///     var searcher = Searcher(catalog: catalog)
///     searcher.search(Query("service mesh"))
///     while searcher.advance(steps: 1 << 20) { … }
///     for subject in searcher.hits(0..<30) { … }
///
/// At every moment `total` and `hits` tell what has been found so far.
public struct Searcher: Sendable {
  public let catalog: Catalog
  public private(set) var query = Query("")

  private var subjects: [Subject]
  private var next = 0
  private var found: [(rank: Rank, subject: Subject)] = []
  private var isSorted = true

  /// Does next to no work: the index grows as the searcher advances.
  public init(catalog: Catalog) {
    self.catalog = catalog
    subjects =
      catalog.layers.indices.map { .layer(LayerID($0)) } + catalog.categories.indices.map { .category(CategoryID($0)) }
      + catalog.tools.indices.map { .tool(ToolID($0)) }
  }

  /// Begins a search; what the older one still had to do is dropped.
  public mutating func search(_ query: Query) {
    self.query = query
    next = 0
    found = []
    isSorted = true
  }

  /// Works on, for about `steps` bytes looked at. Returns whether work is left.
  @discardableResult
  public mutating func advance(steps: Int) -> Bool {
    let matcher = PlainMatcher(query: query, catalog: catalog)
    var left = steps
    while left > 0, next < subjects.count {
      let subject = subjects[next]
      if let tier = matcher.tier(of: subject) {
        found.append((Rank(tier, subject, next, catalog), subject))
        isSorted = false
      }
      next += 1
      left -= 1000
    }
    return !isSettled
  }

  /// Whether the search has seen everything.
  public var isSettled: Bool { next == subjects.count }

  /// The number of hits so far.
  public var total: Int { found.count }

  /// The hits at these places of the ranking, best first; fewer where there are fewer.
  public mutating func hits(_ range: Range<Int>) -> [Subject] {
    if !isSorted {
      found.sort { $0.rank < $1.rank }
      isSorted = true
    }
    return found[range.clamped(to: 0..<found.count)].map(\.subject)
  }
}

/// The order of hits: by tier; among equals layers, categories, then tools, the established first; then short names first.
struct Rank: Comparable {
  let tier: Tier
  let standing: UInt8
  let length: Int
  let position: Int

  init(_ tier: Tier, _ subject: Subject, _ position: Int, _ catalog: Catalog) {
    self.tier = tier
    self.position = position
    standing = Standing.of(subject, in: catalog)
    switch subject {
    case .layer(let id): length = catalog.string(catalog[id].name, in: .en).unicodeScalars.count
    case .category(let id): length = catalog.string(catalog[id].name, in: .en).unicodeScalars.count
    case .tool(let id): length = catalog.string(catalog[id].name).unicodeScalars.count
    }
  }

  static func < (a: Self, b: Self) -> Bool {
    (a.tier.rawValue, a.standing, min(31, a.length), a.position)
      < (b.tier.rawValue, b.standing, min(31, b.length), b.position)
  }
}
