public import StrataCatalog

/// How many tools each value of each facet would leave, for a panel of filters.
///
/// A facet's own values do not narrow its own counts: with `maturity:graduated` chosen the count of `sandbox` says how many
/// there would be with that instead. Counting goes in slices, like a search, and shares the searcher's index.
public struct Facets: Sendable {
  /// One value to choose.
  public struct Entry: Hashable, Sendable {
    /// As `Query.setting` takes it: `graduated`, `=Apache-2.0`, `2024`.
    public var value: String
    /// What it is called in the catalog, where the value is an id; or else empty.
    public var name: LocalizedText
    /// Tools.
    public var count: Int
    /// Whether the query asks for it.
    public var isChosen: Bool
  }

  /// The facets of a panel, in its order.
  public static let all: [Facet] = [
    .stack, .owner, .maturity, .layer, .category, .kind, .license, .organization, .state, .language, .delivery,
    .accepted, .tag,
  ]

  /// The query whose tools are counted.
  public let query: Query
  private var searcher: Searcher
  private let catalog: Catalog
  /// For each facet of the panel the query's own terms; then what must hold for all.
  private let own: [[FilterMatcher]]
  private let rest: [[(matcher: FilterMatcher, isNegated: Bool)]]
  /// The chosen values as typed, one by one: `apache` counts for itself, beside `=Apache-2.0`.
  private var typed: [(facet: Facet, value: String, matcher: FilterMatcher, count: Int)] = []
  /// The next tool.
  private var next = 0
  private var present = [Bool](repeating: false, count: Facets.all.count)

  /// The counts, in the order of the panel.
  private var tallies: [FacetTally]

  /// Counts for the searcher's catalog; does no work yet.
  public init(_ searcher: Searcher, query: Query) {
    self.query = query
    self.searcher = searcher
    catalog = searcher.catalog
    self.searcher.search(query.withoutFilters)
    var own = [[FilterMatcher]](repeating: [], count: Facets.all.count)
    var rest: [[(FilterMatcher, Bool)]] = []
    for term in query.terms where term.isFilter {
      let matchers = term.choices.compactMap { choice -> (FilterMatcher, Bool)? in
        guard case .filter(let facet, let values) = choice.content else { return nil }
        return (FilterMatcher(facet, values, searcher.catalog, stack: searcher.stack), choice.isNegated)
      }
      guard matchers.count == 1, case .filter(let facet, let values) = term.choices[0].content else {
        rest.append(matchers)
        continue
      }
      let matcher = matchers[0].0
      if !term.isNegated, let place = Facets.all.firstIndex(of: facet) {
        own[place].append(matcher)
        for value in values {
          typed.append((facet, value.written, FilterMatcher(facet, [value], catalog, stack: searcher.stack), 0))
        }
      } else {
        rest.append(matchers)
      }
    }
    self.own = own
    self.rest = rest
    tallies = Facets.all.map { FacetTally($0, in: searcher.catalog, stack: searcher.stack) }
    present[Facets.all.firstIndex(of: .stack)!] = !searcher.stack.known(.stack).isEmpty
    present[Facets.all.firstIndex(of: .owner)!] = !searcher.stack.known(.owner).isEmpty
  }

  /// The counts at once.
  public static func counts(_ catalog: Catalog, _ query: Query) -> Facets { counts(Searcher(catalog: catalog), query) }

  /// The counts at once, with what the searcher knows of tools.
  static func counts(_ searcher: Searcher, _ query: Query) -> Facets {
    var facets = Facets(searcher, query: query)
    while facets.advance(steps: .max) {}
    return facets
  }

  /// Whether all tools are counted.
  public var isSettled: Bool { searcher.isSettled && next == catalog.tools.count }

  /// Counts on, for about `steps` bytes looked at. Returns whether work is left.
  public mutating func advance(steps: Int) -> Bool {
    if !searcher.isSettled {
      searcher.advance(steps: steps)
      return true
    }
    let end = next + min(catalog.tools.count - next, max(1, steps / 100))
    let hasWords = !searcher.query.isEmpty
    for index in next..<end {
      let tool = ToolID(index)
      note(tool)
      if !hasWords || searcher.contains(.tool(tool)) { count(tool) }
    }
    next = end
    return !isSettled
  }

  /// Remembers which facets there are.
  private mutating func note(_ tool: ToolID) {
    if catalog.tools[tool.index].maturity != 0 { present[Facets.placeOfMaturity] = true }
    for field in catalog.fields(of: tool) {
      guard let place = Facets.placeOfFacet[Int(field.key.rawValue)] else { continue }
      present[place] = true
    }
  }

  private static let placeOfMaturity = all.firstIndex(of: .maturity)!

  /// For each key of a field the place of its facet in `all`.
  private static let placeOfFacet: [Int?] = {
    var places = [Int?](repeating: nil, count: 256)
    for (place, facet) in all.enumerated() { if let key = facet.field { places[Int(key.rawValue)] = place } }
    places[Int(Field.Key.kind.rawValue)] = all.firstIndex(of: .kind)
    return places
  }()

  private mutating func count(_ tool: ToolID) {
    let subject = Subject.tool(tool)
    for choices in rest where !choices.contains(where: { $0.matcher.admits(subject) != $0.isNegated }) { return }
    var failed: Int?
    for (place, matchers) in own.enumerated() where matchers.contains(where: { !$0.admits(subject) }) {
      if failed != nil { return }
      failed = place
    }
    for place in Facets.all.indices where failed == nil || failed == place {
      for index in typed.indices where typed[index].facet == Facets.all[place] && typed[index].matcher.admits(subject) {
        typed[index].count += 1
      }
      tallies[place].add(tool)
    }
  }

  /// The facets that the catalog has, in the panel's order.
  public var facets: [Facet] {
    Facets.all.indices.filter { place in
      switch Facets.all[place] {
      case .layer: catalog.layers.count > 1
      case .category: catalog.categories.count > 1
      case .state: !catalog.tools.isEmpty
      case .stack, .owner, .maturity, .kind, .license, .organization, .accepted, .tag, .language, .delivery:
        present[place]
      case .theme, .part, .presence, .incubating, .graduated, .archived, .since, .listed, .promoted: false
      }
    }.map { Facets.all[$0] }
  }

  /// The values of a facet that some tool has under the rest of the query, and those that are chosen. Layers and categories
  /// stand as in the catalog, years from the latest back, others by their counts.
  public func entries(of facet: Facet) -> [Entry] {
    let chosen = query.values(of: facet)
    let folded = Set(chosen.map { Folding.bytes($0.drop { $0 == "=" }) })
    func entry(_ value: String, _ count: Int, name: LocalizedText = .empty, isChosen: Bool? = nil) -> Entry {
      let isChosen = isChosen ?? folded.contains(Folding.bytes(value.drop { $0 == "=" }))
      return Entry(value: value, name: name, count: count, isChosen: isChosen)
    }
    guard let place = Facets.all.firstIndex(of: facet) else { return [] }
    let entries = tallies[place].candidates.filter { Facets.isOffered($0, facet) }.map { candidate in
      entry(
        candidate.value, candidate.count, name: candidate.name,
        isChosen: candidate.index.map { index in own[place].contains { $0.admitsIndex(index) } })
    }
    let shown = entries.filter { $0.count > 0 || $0.isChosen }
    // What was typed and is no value of the catalog can still be taken away.
    guard facet != .maturity, facet != .layer, facet != .category, facet != .kind else { return shown }
    let known = Set(shown.filter(\.isChosen).map { Folding.bytes($0.value.drop { $0 == "=" }) })
    return shown
      + typed.filter { $0.facet == facet && !known.contains(Folding.bytes($0.value.drop { $0 == "=" })) }
      .map { Entry(value: $0.value, name: .empty, count: $0.count, isChosen: true) }
  }

  /// Whether a panel shows a value: of the states those that set a tool apart.
  private static func isOffered(_ candidate: FacetCandidate, _ facet: Facet) -> Bool {
    guard facet == .state else { return true }
    switch State(rawValue: candidate.value) {
    case .open, .sourceAvailable, .proprietary, .mixed, .unknown, .maintenance, .deprecated, .retired: return true
    case .active, .replaced, .relicensed, .project, .specification, .endUser, .tool, .category, .layer, nil:
      return false
    }
  }

  /// The query with an entry chosen or, where it is, no longer chosen.
  public func toggling(_ entry: Entry, of facet: Facet) -> Query {
    var values = entries(of: facet).filter(\.isChosen).map(\.value)
    if entry.isChosen { values.removeAll { $0 == entry.value } } else { values.append(entry.value) }
    return query.setting(facet, to: values)
  }
}
