import StrataCatalog

/// A value of a facet that a catalog has.
struct FacetCandidate: Hashable {
  /// As `Query.setting` takes it.
  var value: String
  /// What it is called in the catalog, where the value is an id; or else empty.
  var name: LocalizedText = .empty
  /// The number of tools that have it.
  var count = 0
  /// For a layer, category, kind or maturity its index.
  var index: Int?
}

/// Counts the values of one facet, tool by tool.
struct FacetTally: Sendable {
  let facet: Facet
  private let catalog: Catalog
  private let stack: StackFacts
  /// For layers, categories, kinds, maturities and states by their index.
  private var counts: [Int]
  /// For each kind the first one with its id: kinds of several categories are one value.
  private let firstKinds: [Int]
  /// Values that are a field's texts.
  private var texts = ValueCounts()
  /// Values that are not, like years.
  private var words: [String: Int] = [:]

  init(_ facet: Facet, in catalog: Catalog, stack: StackFacts) {
    self.facet = facet
    self.catalog = catalog
    self.stack = stack
    var firstKinds: [Int] = []
    let count: Int
    switch facet {
    case .layer: count = catalog.layers.count
    case .category: count = catalog.categories.count
    case .kind:
      count = catalog.kinds.count
      var firsts: [String: Int] = [:]
      for index in catalog.kinds.indices {
        let id = catalog.string(catalog.kinds[index].id)
        firstKinds.append(firsts[id] ?? index)
        firsts[id] = firstKinds[index]
      }
    case .maturity: count = catalog.maturities.count
    case .state: count = State.allCases.count
    case .theme, .license, .organization, .tag, .language, .delivery, .part, .stack, .owner, .presence, .accepted,
      .incubating, .graduated, .archived, .since, .listed, .promoted:
      count = 0
    }
    self.firstKinds = firstKinds
    counts = [Int](repeating: 0, count: count)
  }

  /// Counts a tool.
  mutating func add(_ tool: ToolID) {
    switch facet {
    case .maturity: counts[Int(catalog.tools[tool.index].maturity)] += 1
    case .layer: countOnce(shelves(tool).map { catalog.categories[$0].layer.index })
    case .category: countOnce(shelves(tool))
    case .kind:
      countOnce(
        shelves(tool).compactMap { shelf in
          catalog.kind(of: tool, in: CategoryID(shelf)).map { firstKinds[$0.index] }
        })
    case .state:
      let states = catalog.states(of: tool)
      for (place, state) in State.allCases.enumerated() where states.contains(States(state)) { counts[place] += 1 }
    case .license, .organization, .tag, .language, .delivery, .part:
      for field in catalog.fields(of: tool) where field.key == facet.field { texts.add(field.value, catalog) }
    case .presence:
      for field in catalog.fields(of: tool) where field.key == .link { texts.add(field.label, catalog) }
    case .accepted, .incubating, .graduated, .archived, .since, .listed:
      for field in catalog.fields(of: tool) where field.key == facet.field {
        words[String(catalog.string(field.value).prefix(4)), default: 0] += 1
      }
    case .promoted:
      // A tool that was promoted twice in a year counts once.
      for year in Set(catalog.promotions(of: tool).map { catalog.string($0).prefix(4) }) {
        words[String(year), default: 0] += 1
      }
    case .stack, .owner:
      let values = stack.values(of: facet, for: tool)
      for value in values.isEmpty ? [Facet.none] : values { words[value, default: 0] += 1 }
    case .theme: break
    }
  }

  private mutating func countOnce(_ places: [Int]) {
    for (number, place) in places.enumerated() where !places[..<number].contains(place) { counts[place] += 1 }
  }

  private func shelves(_ tool: ToolID) -> [Int] {
    let first = catalog.tools[tool.index].category.index
    guard catalog.fields(of: tool).contains(where: { $0.key == .also }) else { return [first] }
    return catalog.shelves(of: tool).map(\.index)
  }

  /// The values with what has been counted so far, those of many tools first where there is no other order: layers,
  /// categories, kinds and maturities stand as in the catalog, years from the latest back. Those of no tool are among them.
  var candidates: [FacetCandidate] {
    switch facet {
    case .maturity:
      let order = Array(catalog.maturities.indices.dropFirst()) + catalog.maturities.indices.prefix(1)
      return order.map {
        FacetCandidate(value: $0 == 0 ? Facet.none : catalog.maturities[$0], count: counts[$0], index: $0)
      }
    case .layer:
      return catalog.layers.enumerated().map {
        FacetCandidate(value: catalog.string($1.id), name: $1.name, count: counts[$0], index: $0)
      }
    case .category:
      return catalog.categories.enumerated().map {
        FacetCandidate(value: catalog.string($1.id), name: $1.name, count: counts[$0], index: $0)
      }
    case .kind:
      return catalog.kinds.enumerated().filter { firstKinds[$0.offset] == $0.offset }.map {
        FacetCandidate(value: catalog.string($1.id), name: $1.name, count: counts[$0], index: $0)
      }
    case .theme:
      return catalog.themes.map {
        FacetCandidate(value: catalog.string($0.id), name: $0.name, count: catalog.tools(of: $0).count)
      }
    case .state:
      return State.allCases.enumerated().map { FacetCandidate(value: $1.rawValue, count: counts[$0]) }
    case .license, .organization, .language, .delivery, .part:
      return texts.entries(catalog).map { FacetCandidate(value: "=" + $0.value, count: $0.count) }
    case .tag:
      return texts.entries(catalog).map {
        FacetCandidate(value: "=" + $0.value, name: catalog.tag(for: $0.value)?.name ?? .empty, count: $0.count)
      }
    case .presence: return texts.entries(catalog).map { FacetCandidate(value: $0.value, count: $0.count) }
    case .accepted, .incubating, .graduated, .archived, .since, .listed, .promoted:
      return words.sorted { $0.key > $1.key }.map { FacetCandidate(value: $0.key, count: $0.value) }
    case .stack, .owner:
      let known = stack.known(facet)
      if known.isEmpty { return [] }
      return (known + [Facet.none]).map { FacetCandidate(value: $0, count: words[$0] ?? 0) }
    }
  }
}
