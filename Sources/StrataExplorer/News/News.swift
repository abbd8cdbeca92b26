import StrataCatalog
import StrataDiff

/// What is new in a catalog, by its own dates: made when it is first shown.
struct News: Sendable {
  enum Row: SectionRow {
    /// A month, or a year where no month is said.
    case heading(String, count: Int)
    case change(Change, ToolID)
    case blank

    var isSelectable: Bool { if case .change = self { true } else { false } }
  }

  private(set) var sections = Sections<Row>()

  init(_ context: Context) {
    let changes = StrataDiff.Comparison.history(of: context.catalog, in: context.language).compactMap { change in
      context.catalog.toolID(for: change.tools[0].id).map { (change, $0) }
    }.filter { context.outline.passes($0.1) }
    var rest = changes[...]
    while let first = rest.first {
      let month = News.month(of: first.0)
      let here = rest.prefix { News.month(of: $0.0) == month }
      rest = rest[here.endIndex...]
      sections.append(.heading(month, count: here.count), here.map { .change($0.0, $0.1) })
    }
  }

  private static func month(of change: Change) -> String { String(change.date.prefix(7)) }
}

/// What one has seen of a catalog, kept from one start to the next.
struct CatalogSeen: Hashable, Sendable {
  /// Another one is another catalog. Cheap: no text of the catalog is looked at.
  var fingerprint: String
  /// The last of the catalog's dates; empty where it has none.
  var until: String

  static func fingerprint(of catalog: Catalog) -> String {
    "\(catalog.tools.count) \(catalog.store.count) \(catalog.string(catalog.landscape.asOf))"
  }

  /// How many tools it had.
  var tools: Int? { fingerprint.split(separator: " ").first.flatMap { Int($0) } }
}

/// What changed between two catalogs of which one saw the older.
struct CatalogNews: Hashable, Sendable {
  /// How many tools the changes of each kind concern, the gravest kind first.
  var counts: [Count] = []
  /// How many tools more there are.
  var growth = 0
  /// The last date that one saw; empty where that is not known.
  var since = ""

  struct Count: Hashable, Sendable {
    var kind: Change.Kind
    var count: Int
  }

  /// By the dates in the newer one alone. Nil where it is the one that was seen.
  init?(since seen: CatalogSeen, in catalog: Catalog, _ language: Language) {
    guard CatalogSeen.fingerprint(of: catalog) != seen.fingerprint else { return nil }
    since = seen.until
    growth = seen.tools.map { catalog.tools.count - $0 } ?? 0
    guard !seen.until.isEmpty else { return }
    let changes = StrataDiff.Comparison.history(of: catalog, in: language).prefix { $0.date > seen.until }
    counts = Change.Kind.allCases.compactMap { kind in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : Count(kind: kind, count: count)
    }
    // Tools that the dates call new are not counted twice.
    if counts.contains(where: { $0.kind == .added }), growth > 0 { growth = 0 }
  }

  /// By both. Nil where nothing changed but links.
  init?(from old: Catalog, to new: Catalog, _ language: Language) {
    let comparison = StrataDiff.Comparison(from: old, to: new, in: language)
    counts = Change.Kind.allCases.filter { $0 != .links }.compactMap { kind in
      let count = comparison.count(kind)
      return count == 0 ? nil : Count(kind: kind, count: count)
    }
    if counts.isEmpty { return nil }
  }
}

extension Context {
  /// `2 promoted, 1 accepted, 12 tools more`; empty where nothing is counted.
  func summary(of news: CatalogNews) -> String {
    var parts = news.counts.map { words.news.counted($0.count, $0.kind) }
    if news.growth != 0 { parts.append(words.news.growth(news.growth, words)) }
    return parts.joined(separator: listSeparator)
  }
}
