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
    public var isChosen: Bool
  }

  /// The facets of a panel, in its order.
  public static let all: [Facet] = [
    .maturity, .layer, .category, .kind, .license, .organization, .state, .language, .delivery, .accepted, .tag,
  ]

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

  private var maturities: [Int]
  private var layers: [Int]
  private var categories: [Int]
  private var kinds: [Int]
  /// For each kind the first one with its id: kinds of several categories are one value.
  private let firstKinds: [Int]
  private var states: [State: Int] = [:]
  private var years: [String: Int] = [:]
  /// The values of facets that are a field's texts.
  private var texts: [Facet: ValueCounts] = [:]

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
        return (FilterMatcher(facet, values, searcher.catalog), choice.isNegated)
      }
      guard matchers.count == 1, case .filter(let facet, let values) = term.choices[0].content else {
        rest.append(matchers)
        continue
      }
      let matcher = matchers[0].0
      if !term.isNegated, let place = Facets.all.firstIndex(of: facet) {
        own[place].append(matcher)
        for value in values { typed.append((facet, value.written, FilterMatcher(facet, [value], catalog), 0)) }
      } else {
        rest.append(matchers)
      }
    }
    self.own = own
    self.rest = rest
    maturities = [Int](repeating: 0, count: catalog.maturities.count)
    layers = [Int](repeating: 0, count: catalog.layers.count)
    categories = [Int](repeating: 0, count: catalog.categories.count)
    kinds = [Int](repeating: 0, count: catalog.kinds.count)
    var firsts: [String: Int] = [:]
    firstKinds = catalog.kinds.indices.map { index in
      let id = searcher.catalog.string(searcher.catalog.kinds[index].id)
      let first = firsts[id] ?? index
      firsts[id] = first
      return first
    }
  }

  /// The counts at once.
  public static func counts(_ catalog: Catalog, _ query: Query) -> Facets {
    var facets = Facets(Searcher(catalog: catalog), query: query)
    while facets.advance(steps: .max) {}
    return facets
  }

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
    if catalog.tools[tool.index].maturity != 0 { present[0] = true }
    for field in catalog.fields(of: tool) {
      guard let place = Facets.placeOfFacet[Int(field.key.rawValue)] else { continue }
      present[place] = true
    }
  }

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
    for place in Facets.all.indices where failed == nil || failed == place { add(tool, Facets.all[place]) }
  }

  private mutating func add(_ tool: ToolID, _ facet: Facet) {
    for place in typed.indices where typed[place].facet == facet {
      if typed[place].matcher.admits(.tool(tool)) { typed[place].count += 1 }
    }
    switch facet {
    case .maturity: maturities[Int(catalog.tools[tool.index].maturity)] += 1
    case .layer:
      var met: [Int] = []
      for shelf in shelves(tool) {
        let layer = catalog.categories[shelf].layer.index
        if !met.contains(layer) {
          met.append(layer)
          layers[layer] += 1
        }
      }
    case .category: for shelf in shelves(tool) { categories[shelf] += 1 }
    case .kind:
      var met: [Int] = []
      for shelf in shelves(tool) {
        guard let kind = catalog.kind(of: tool, in: CategoryID(shelf)) else { continue }
        let first = firstKinds[kind.index]
        if !met.contains(first) {
          met.append(first)
          kinds[first] += 1
        }
      }
    case .license, .organization, .tag, .language, .delivery:
      for field in catalog.fields(of: tool) where field.key == facet.field {
        texts[facet, default: ValueCounts()].add(field.value, catalog)
      }
    case .state:
      states[catalog.openness(of: tool), default: 0] += 1
      let status: State? =
        switch catalog.tools[tool.index].status {
        case .active: nil
        case .maintenance: .maintenance
        case .deprecated: .deprecated
        case .retired: .retired
        }
      if let status { states[status, default: 0] += 1 }
    case .accepted:
      for field in catalog.fields(of: tool) where field.key == .accepted {
        years[String(catalog.string(field.value).prefix(4)), default: 0] += 1
      }
    case .theme, .part, .presence, .incubating, .graduated, .archived, .since, .listed: break
    }
  }

  private func shelves(_ tool: ToolID) -> [Int] {
    let first = catalog.tools[tool.index].category.index
    guard catalog.fields(of: tool).contains(where: { $0.key == .also }) else { return [first] }
    var shelves: [Int] = []
    for shelf in catalog.shelves(of: tool) where !shelves.contains(shelf.index) { shelves.append(shelf.index) }
    return shelves
  }

  /// The facets that the catalog has, in the panel's order.
  public var facets: [Facet] {
    Facets.all.indices.filter { place in
      switch Facets.all[place] {
      case .layer: catalog.layers.count > 1
      case .category: catalog.categories.count > 1
      case .state: !catalog.tools.isEmpty
      case .maturity, .kind, .license, .organization, .accepted, .tag, .language, .delivery: present[place]
      case .theme, .part, .presence, .incubating, .graduated, .archived, .since, .listed: false
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
    func isChosen(_ index: Int) -> Bool {
      own[Facets.all.firstIndex(of: facet)!].contains { $0.admitsIndex(index) }
    }
    let entries: [Entry]
    switch facet {
    case .maturity:
      let order = Array(catalog.maturities.indices.dropFirst()) + [0]
      entries = order.filter { $0 < maturities.count }.map { index in
        entry(index == 0 ? "none" : catalog.maturities[index], maturities[index], isChosen: isChosen(index))
      }
    case .layer:
      entries = catalog.layers.enumerated().map { index, layer in
        entry(catalog.string(layer.id), layers[index], name: layer.name, isChosen: isChosen(index))
      }
    case .category:
      entries = catalog.categories.enumerated().map { index, category in
        entry(catalog.string(category.id), categories[index], name: category.name, isChosen: isChosen(index))
      }
    case .kind:
      entries = catalog.kinds.enumerated().filter { firstKinds[$0.offset] == $0.offset }.map { index, kind in
        entry(catalog.string(kind.id), kinds[index], name: kind.name, isChosen: isChosen(index))
      }
    case .license, .organization, .language, .delivery:
      entries = texts[facet, default: ValueCounts()].entries(catalog).map { entry("=" + $0.value, $0.count) }
    case .tag:
      entries = texts[facet, default: ValueCounts()].entries(catalog).map { value in
        entry("=" + value.value, value.count, name: catalog.tag(for: value.value)?.name ?? .empty)
      }
    case .state:
      entries = State.allCases.compactMap { state in states[state].map { entry(state.rawValue, $0) } }
    case .accepted: entries = years.sorted { $0.key > $1.key }.map { entry($0.key, $0.value) }
    case .theme, .part, .presence, .incubating, .graduated, .archived, .since, .listed: entries = []
    }
    let shown = entries.filter { $0.count > 0 || $0.isChosen }
    // What was typed and is no value of the catalog can still be taken away.
    guard facet != .maturity, facet != .layer, facet != .category, facet != .kind else { return shown }
    let known = Set(shown.filter(\.isChosen).map { Folding.bytes($0.value.drop { $0 == "=" }) })
    return shown
      + typed.filter { $0.facet == facet && !known.contains(Folding.bytes($0.value.drop { $0 == "=" })) }
      .map { Entry(value: $0.value, name: .empty, count: $0.count, isChosen: true) }
  }

  /// The query with an entry chosen or, where it is, no longer chosen.
  public func toggling(_ entry: Entry, of facet: Facet) -> Query {
    var values = entries(of: facet).filter(\.isChosen).map(\.value)
    if entry.isChosen { values.removeAll { $0 == entry.value } } else { values.append(entry.value) }
    return query.setting(facet, to: values)
  }
}
