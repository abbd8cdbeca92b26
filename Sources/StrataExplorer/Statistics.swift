import StrataCatalog
import StrataSearch

/// What the landscape holds under the query, counted once: sections of rows, each of which leads to what it counts.
struct Statistics: Sendable {
  enum Topic: Hashable, Sendable, CaseIterable {
    case layers, categories, themes, maturities, lives, openness, acceptedByYear, promotedByYear, licenses

    /// Whether a tool that stands in several counts in each.
    var countsPlaces: Bool {
      switch self {
      case .layers, .categories: true
      case .themes, .maturities, .lives, .openness, .acceptedByYear, .promotedByYear, .licenses: false
      }
    }
  }

  struct Row: Hashable, Sendable {
    /// What is counted: a layer or category, or the word for it.
    enum Name: Hashable, Sendable {
      case subject(Subject)
      case theme(Int)
      case maturity(String)
      case life(Life.Status)
      case openness(LicenseClass)
      case text(String)
    }

    var name: Name
    var count: Int
    /// Finds what is counted; nil where no query can ask for it.
    var query: String?
  }

  private(set) var sections: [(topic: Topic, rows: [Row])] = []
  /// Tools that pass, the places where they stand, categories that have some, projects of a foundation.
  private(set) var tools = 0
  private(set) var places = 0
  private(set) var categories = 0
  private(set) var projects = 0

  init(_ catalog: Catalog, _ outline: Outline) {
    var maturity = [Int](repeating: 0, count: catalog.maturities.count)
    var accepted: [String: Int] = [:]
    var promoted: [String: Int] = [:]
    var license: [String: Int] = [:]
    var lives: [Life.Status: Int] = [:]
    var openness: [LicenseClass: Int] = [:]
    outline.forEachTool { tool in
      tools += 1
      lives[catalog[tool].status, default: 0] += 1
      openness[catalog[tool].licenseClass, default: 0] += 1
      maturity[Int(catalog[tool].maturity)] += 1
      // Promoted twice in a year it is one tool of that year, as in the list that the row opens.
      for year in Set(catalog.promotions(of: tool).map { String(catalog.string($0).prefix(4)) }) {
        promoted[year, default: 0] += 1
      }
      for field in catalog.fields(of: tool) {
        let year = { String(catalog.string(field.value).prefix(4)) }
        // What is not counted here has no row.
        if field.key == .accepted { accepted[year(), default: 0] += 1 }
        if field.key == .license { license[catalog.string(field.value), default: 0] += 1 }
      }
    }
    projects = tools - maturity[0]
    let layers = outline.layers
    let shown = layers.flatMap(outline.categories(of:))
    categories = shown.count
    places = outline.placeCount
    func add(_ topic: Topic, _ rows: [Row]) { if !rows.isEmpty { sections.append((topic, rows)) } }
    func id(_ text: Text) -> String { catalog.string(text) }
    add(
      .layers,
      layers.map { layer in
        Row(
          name: .subject(.layer(layer)), count: outline.count(of: layer),
          query: Query("is:tool").setting(.layer, to: [id(catalog[layer].id)]).text)
      })
    var maturities: [Row] = []
    for (index, word) in catalog.maturities.enumerated().dropFirst() where maturity[index] > 0 {
      maturities.append(Row(name: .maturity(word), count: maturity[index], query: Self.query(.maturity, word)))
    }
    if maturity[0] > 0, !maturities.isEmpty {
      maturities.append(Row(name: .maturity(""), count: maturity[0], query: Self.query(.maturity, "none")))
    }
    add(.maturities, maturities)
    // Where nobody says otherwise, all are active.
    if lives.count > 1 {
      add(
        .lives,
        Life.Status.allCases.compactMap { status in
          lives[status].map { Row(name: .life(status), count: $0, query: Self.state(status.rawValue)) }
        })
    }
    add(
      .openness,
      LicenseClass.allCases.compactMap { licenseClass in
        openness[licenseClass].map {
          Row(name: .openness(licenseClass), count: $0, query: Self.state(licenseClass.rawValue))
        }
      })
    add(
      .themes,
      catalog.themes.enumerated().map { index, theme in
        Row(
          name: .theme(index), count: catalog.tools(of: theme).count(where: outline.passes),
          query: Self.query(.theme, id(theme.id)))
      })
    add(.acceptedByYear, Self.years(accepted, .accepted))
    add(.promotedByYear, Self.years(promoted, .promoted))
    add(
      .licenses,
      license.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(12).map {
        Row(name: .text($0.key), count: $0.value, query: Self.query(.license, "=" + $0.key))
      })
    add(
      .categories,
      shown.map { category in
        Row(
          name: .subject(.category(category)), count: outline.count(of: category),
          query: Query("is:tool").setting(.category, to: [id(catalog[category].id)]).text)
      })
  }

  private static func query(_ facet: Facet, _ value: String) -> String { Query("").setting(facet, to: [value]).text }

  private static func state(_ word: String) -> String? { query(.state, word) }

  /// From the first year to the last, those without any between them, too.
  private static func years(_ counts: [String: Int], _ facet: Facet) -> [Row] {
    let years = counts.keys.compactMap { Int($0) }
    guard let first = years.min(), let last = years.max(), last - first < 200 else { return [] }
    return (first...last).map {
      Row(name: .text("\($0)"), count: counts["\($0)"] ?? 0, query: query(facet, "\($0)"))
    }
  }
}
