import StrataCatalog
import StrataSearch

/// What lists show: the catalog's layers, categories and tools under the query, in the chosen order.
struct Outline: Sendable {
  /// A row of the layers' list.
  enum LayerRow: Hashable, Sendable {
    /// An index into `listedLayers`.
    case layer(Int)
    /// The rule above the columns that run beside all floors.
    case columnRule
    /// The name of a group of layers.
    case heading(LocalizedText)
  }

  private let catalog: Catalog
  let query: ListQuery
  /// In the order of the screen: by groups where there are some, or else floors from the top down, then columns.
  private(set) var layers: [LayerID] = []
  /// The same as rows have them: a layer that stands in several groups, under each of them.
  private(set) var listedLayers: [LayerID] = []
  private(set) var layerRows: [LayerRow] = []
  /// For each tool whether it passes the query; nil where all do.
  private var passes: [Bool]?
  /// By category, the tools that pass; nil where all do. Where layers or categories are chosen, the others are empty.
  private var passing: [[ToolID]]?
  /// How many tools pass.
  let toolCount: Int
  /// By layer, how many of its tools pass, each once; nil where all do.
  private var layerCounts: [Int]?
  /// What the landscape wants shown before the rest; nil where it wants nothing.
  private let features: FeatureIndex?
  /// By category, the tools in the order that the landscape wants; nil where it wants none.
  private var featured: [[ToolID]]?
  /// Categories whose tools were put in order.
  private var ordered: [CategoryID: [ToolID]] = [:]
  /// By category, the tools that the map names; made when it is first shown.
  private var bestKnown: [[ToolID]] = []
  /// The maturities and lives that the map's tools have; made with it. A foundation's own words come last.
  /// Tools that pass, counted wherever they stand.
  private(set) var placeCount = 0
  private(set) var mapMaturities: [String] = []
  private(set) var mapLives: [Life.Status] = []

  /// - Parameter found: a searcher that has settled on the query.
  init(catalog: Catalog, query: ListQuery, found: Searcher? = nil) {
    self.catalog = catalog
    self.query = query
    features = catalog.features.isEmpty ? nil : FeatureIndex(catalog)
    if !query.query.isEmpty, let found {
      let passes = catalog.tools.indices.map { found.contains(.tool(ToolID($0))) }
      self.passes = passes
      toolCount = passes.reduce(0) { $0 + ($1 ? 1 : 0) }
      let meant = query.query.meantCategories(in: catalog)
      passing = catalog.categories.indices.map { index in
        guard meant?[index] != false else { return [] }
        let category = CategoryID(index)
        return (0..<catalog.toolCount(of: category)).lazy.map { catalog.tool(at: $0, of: category) }
          .filter { passes[$0.index] }
      }
    } else {
      toolCount = catalog.tools.count
    }
    layerCounts = passing.map { passing in
      catalog.layers.map { layer in
        Set(layer.categories.flatMap { passing[$0] }).count
      }
    }
    if features != nil { featured = catalog.categories.indices.map { featuredFirst(Array(tools(of: CategoryID($0)))) } }
    layRows()
    placeCount = layers.reduce(0) { $0 + placeCount(of: $1) }
  }

  /// Whether lists wait for `prepare`.
  var isOrdered: Bool { query.isOrdered || query.groupsByKind }

  private mutating func layRows() {
    // By their numbers.
    var seen: Set<Int> = []
    func add(_ found: some Sequence<LayerID>, below heading: LayerRow?) {
      let shown = found.filter { passing == nil || !categories(of: $0).isEmpty }
      guard !shown.isEmpty else { return }
      if let heading { layerRows.append(heading) }
      for layer in shown {
        layerRows.append(.layer(listedLayers.count))
        listedLayers.append(layer)
        if seen.insert(layer.index).inserted { layers.append(layer) }
      }
    }
    for group in catalog.groups { add(catalog.layers(of: group), below: .heading(group.name)) }
    // What stands in no group comes after, under the plain rule.
    let grouped = Set(catalog.groups.flatMap { catalog.layers(of: $0).map(\.index) })
    let floors = catalog.layerIDs.filter { catalog[$0].kind == .floor && !grouped.contains($0.index) }
    let columns = catalog.layerIDs.filter { catalog[$0].kind == .column && !grouped.contains($0.index) }
    add(floors, below: layers.isEmpty ? nil : .heading(.empty))
    add(columns, below: layers.isEmpty ? nil : .columnRule)
  }

  /// The row of a layer in the layers' list, by its index in `listedLayers`.
  func row(ofLayer index: Int) -> Int { layerRows.firstIndex(of: .layer(index)) ?? 0 }

  func categories(of layer: LayerID) -> [CategoryID] {
    let all = catalog.categories(of: layer)
    guard let passing else { return all }
    return all.filter { !passing[$0.index].isEmpty }
  }

  /// The tools of a category as they are listed; in the catalog's order until `prepare` has put them in the chosen one.
  func tools(of category: CategoryID) -> ToolList {
    ToolList(
      catalog: catalog, category: category,
      chosen: ordered[category] ?? featured?[category.index] ?? passing?[category.index])
  }

  /// Puts the tools of a category in the chosen order. Without an order, nothing is copied.
  mutating func prepare(_ category: CategoryID) {
    guard isOrdered, ordered[category] == nil else { return }
    let tools = query.isOrdered ? sorted(Array(tools(of: category))) : Array(tools(of: category))
    let groups = query.groupsByKind ? GroupedTools(tools, of: category, in: catalog) : nil
    ordered[category] = groups.map { groups in groups.lineOfTool.indices.map(groups.tool) } ?? tools
  }

  /// What the landscape wants shown first, in its order; then the rest as it was.
  private func featuredFirst(_ tools: [ToolID]) -> [ToolID] {
    guard let features else { return tools }
    let keyed = tools.enumerated().map { place, tool in
      (features.feature(of: catalog[tool]).map { $0.order ?? .max - 1 } ?? .max, place, tool)
    }
    return keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// In the chosen order; those of which it is not known stand last in both directions.
  func sorted(_ tools: [ToolID]) -> [ToolID] {
    guard query.order != .relevance else { return tools.reversed() }
    let sorted = query.order.sorted(tools, in: catalog, reversed: query.isReversed)
    let isKnown: (ToolID) -> Bool =
      switch query.order {
      case .relevance, .name: { _ in true }
      case .maturity: { [catalog] in catalog[$0].maturity != 0 }
      case .accepted: { [catalog] in catalog.value(.accepted, of: $0) != nil }
      case .stars: { [catalog] in catalog.value(.stars, of: $0) != nil }
      }
    return sorted.filter(isKnown) + sorted.filter { !isKnown($0) }
  }

  /// All layers, in the order in which the screen has them.
  static func layersInOrder(of catalog: Catalog) -> [LayerID] { Outline(catalog: catalog, query: ListQuery()).layers }

  /// What a row says of a tool beside its name: what the tools are ordered by, where that is no word that rows have anyway.
  func orderedBy(_ tool: ToolID) -> String? {
    switch query.order {
    case .relevance, .name, .maturity: nil
    case .accepted: catalog.value(.accepted, of: tool).map { String($0.prefix(4)) } ?? ""
    case .stars: catalog.value(.stars, of: tool) ?? ""
    }
  }

  /// Finds the tools that the map names, for all categories: the first in the chosen order, or else by weight and kind in turn,
  /// and where there are no kinds the best known.
  mutating func prepareMap() {
    guard bestKnown.isEmpty else { return }
    var isUsed = [Bool](repeating: false, count: catalog.maturities.count)
    var lives: Set<Life.Status> = []
    forEachTool {
      isUsed[Int(catalog[$0].maturity)] = true
      lives.insert(catalog[$0].status)
    }
    let used = zip(catalog.maturities, isUsed).filter { $1 && !$0.isEmpty }.map(\.0)
    mapMaturities = Glyphs.maturities.filter(used.contains) + used.filter { !Glyphs.maturities.contains($0) }
    mapLives = Life.Status.allCases.filter(lives.contains)
    bestKnown = catalog.categories.indices.map { index in
      let category = CategoryID(index)
      // Of a very large category the first some hundred stand for all.
      let tools = tools(of: category).prefix(400)
      if query.isOrdered { return Array(sorted(Array(tools)).prefix(80)) }
      if !catalog.kinds(of: category).isEmpty { return Array(inTurn(Array(tools), of: category).prefix(80)) }
      let own = catalog.bestKnownFirst(tools.filter { catalog[$0].category == category })
      let guests = catalog.bestKnownFirst(tools.filter { catalog[$0].category != category })
      return Array(featuredFirst(own + guests).prefix(80))
    }
  }

  /// By weight and kind in turn: a tool's place on its shelf and its place among its kind count alike, so that each kind's
  /// first comes early and none crowds out what everybody looks for. What is retired comes last.
  private func inTurn(_ tools: [ToolID], of category: CategoryID) -> [ToolID] {
    var members: [KindID?: Int] = [:]
    var living: [(rank: Int, tool: ToolID)] = []
    for tool in tools where catalog[tool].status != .retired {
      let place = members[catalog.kind(of: tool, in: category), default: 0]
      members[catalog.kind(of: tool, in: category)] = place + 1
      living.append((living.count + place, tool))
    }
    // Of equal ranks the one that stands first on the shelf.
    let ordered = living.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    return ordered.map(\.element.tool) + tools.filter { catalog[$0].status == .retired }
  }

  /// The tools of a category as the map names them. As many as a map can name. Needs `prepareMap`.
  func bestKnownTools(of category: CategoryID) -> [ToolID] { bestKnown[category.index] }

  /// Tools, each once; `placeCount` counts those on several shelves for each.
  func count(of layer: LayerID) -> Int { layerCounts?[layer.index] ?? catalog.toolCount(of: layer) }

  func placeCount(of layer: LayerID) -> Int {
    passing.map { passing in catalog[layer].categories.reduce(0) { $0 + passing[$1].count } }
      ?? catalog.placeCount(of: layer)
  }

  func count(of category: CategoryID) -> Int {
    passing?[category.index].count ?? catalog.toolCount(of: category)
  }

  /// The first tools that pass, at most so many.
  func firstTools(_ count: Int) -> [ToolID] {
    Array(catalog.tools.indices.lazy.filter { passes?[$0] != false }.prefix(max(0, count)).map(ToolID.init))
  }

  func passes(_ tool: ToolID) -> Bool { passes?[tool.index] != false }

  /// Calls `body` with each tool that passes, once.
  func forEachTool(_ body: (ToolID) -> Void) {
    for index in catalog.tools.indices where passes?[index] != false { body(ToolID(index)) }
  }
}

/// The tools of one category in the order they are listed.
struct ToolList: RandomAccessCollection, Sendable {
  fileprivate let catalog: Catalog
  fileprivate let category: CategoryID
  /// nil: the catalog's own order.
  fileprivate let chosen: [ToolID]?

  var startIndex: Int { 0 }
  var endIndex: Int { chosen?.count ?? catalog.toolCount(of: category) }
  subscript(position: Int) -> ToolID { chosen?[position] ?? catalog.tool(at: position, of: category) }
}

extension Catalog {
  /// How well established a maturity is; the smaller the better.
  private func rank(of tool: ToolID) -> Int {
    switch maturity(of: tool) {
    case "graduated": 0
    case "incubating": 1
    case "sandbox": 2
    case "archived": 5
    case "": 4
    default: 3
    }
  }

  /// The best known first, as far as a catalog tells: by maturity, then whom a foundation took in first, then those with open
  /// source, then by name.
  func bestKnownFirst(_ tools: [ToolID]) -> [ToolID] {
    let keyed = Sort.name.sorted(tools, in: self).enumerated().map { place, tool in
      (rank(of: tool), value(.accepted, of: tool) ?? "9999", self[tool].repository.isEmpty ? 1 : 0, place, tool)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2, $0.3) < ($1.0, $1.1, $1.2, $1.3) }.map(\.4)
  }
}
