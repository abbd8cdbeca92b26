import StrataCatalog
import StrataSearch

/// What narrows and orders what lists show; Browse, Map, search and Statistics obey it alike.
struct FilterState: Hashable, Sendable {
  /// Filters without words: `maturity:graduated layer:runtime`.
  var query = Query("")
  var order = Sort.relevance
  var isReversed = false

  var narrows: Bool { !query.isEmpty }
  var isOrdered: Bool { order != .relevance || isReversed }
}

/// What lists show: the catalog's layers, categories and tools under the filter, in the chosen order.
struct Outline: Sendable {
  /// A row of the layers' list.
  enum LayerRow: Hashable, Sendable {
    /// An index into `layers`.
    case layer(Int)
    /// The rule above the columns that run beside all floors.
    case columnRule
    /// The name of a group of layers.
    case heading(LocalizedText)
  }

  private let catalog: Catalog
  let filter: FilterState
  /// In the order of the screen: by groups where there are some, or else floors from the top down, then columns.
  private(set) var layers: [LayerID] = []
  private(set) var layerRows: [LayerRow] = []
  /// For each tool whether it passes the filter; nil where all do.
  private var passes: [Bool]?
  /// By category, the tools that pass; nil where all do. Where layers or categories are chosen, the others are empty.
  private var passing: [[ToolID]]?
  /// How many tools pass.
  let toolCount: Int
  /// Categories whose tools were put in order.
  private var ordered: [CategoryID: [ToolID]] = [:]
  /// By category, the tools that the map names; made when it is first shown.
  private var bestKnown: [[ToolID]] = []
  /// The maturities that the map's tools have; made with it. A foundation's own words come last.
  private(set) var mapMaturities: [String] = []

  /// - Parameter found: a searcher that has settled on the filter's query.
  init(catalog: Catalog, filter: FilterState, found: Searcher? = nil) {
    self.catalog = catalog
    self.filter = filter
    if !filter.query.isEmpty, let found {
      let passes = catalog.tools.indices.map { found.contains(.tool(ToolID($0))) }
      self.passes = passes
      toolCount = passes.reduce(0) { $0 + ($1 ? 1 : 0) }
      let meant = filter.query.meantCategories(in: catalog)
      passing = catalog.categories.indices.map { index in
        guard meant?[index] != false else { return [] }
        let category = CategoryID(index)
        return (0..<catalog.toolCount(of: category)).lazy.map { catalog.tool(at: $0, of: category) }
          .filter { passes[$0.index] }
      }
    } else {
      toolCount = catalog.tools.count
    }
    layRows()
  }

  private mutating func layRows() {
    var seen: Set<LayerID> = []
    func isShown(_ layer: LayerID) -> Bool {
      !seen.contains(layer) && (passing == nil || !categories(of: layer).isEmpty)
    }
    func add(_ found: some Sequence<LayerID>, below heading: LayerRow?) {
      let new = found.filter(isShown)
      guard !new.isEmpty else { return }
      if let heading { layerRows.append(heading) }
      for layer in new where seen.insert(layer).inserted {
        layerRows.append(.layer(layers.count))
        layers.append(layer)
      }
    }
    for group in catalog.groups { add(catalog.layers(of: group), below: .heading(group.name)) }
    // What stands in no group comes after, under the plain rule.
    let floors = catalog.layerIDs.filter { catalog[$0].kind == .floor }
    let columns = catalog.layerIDs.filter { catalog[$0].kind == .column }
    add(floors, below: layers.isEmpty ? nil : .heading(.empty))
    add(columns, below: layers.isEmpty ? nil : .columnRule)
  }

  /// The row of a layer in the layers' list.
  func row(ofLayer index: Int) -> Int { layerRows.firstIndex(of: .layer(index)) ?? 0 }

  func categories(of layer: LayerID) -> [CategoryID] {
    let all = catalog.categories(of: layer)
    guard let passing else { return all }
    return all.filter { !passing[$0.index].isEmpty }
  }

  /// The tools of a category as they are listed; in the catalog's order until `prepare` has put them in the chosen one.
  func tools(of category: CategoryID) -> ToolList {
    ToolList(catalog: catalog, category: category, chosen: ordered[category] ?? passing?[category.index])
  }

  /// Puts the tools of a category in the chosen order. Without an order, nothing is copied.
  mutating func prepare(_ category: CategoryID) {
    guard filter.isOrdered, ordered[category] == nil else { return }
    ordered[category] = inOrder(Array(tools(of: category)))
  }

  private func inOrder(_ tools: [ToolID]) -> [ToolID] {
    filter.order == .relevance
      ? tools.reversed() : filter.order.sorted(tools, in: catalog, reversed: filter.isReversed)
  }

  /// Finds the tools that the map names, for all categories: the first in the chosen order, or else the best known.
  mutating func prepareMap() {
    guard bestKnown.isEmpty else { return }
    var isUsed = [Bool](repeating: false, count: catalog.maturities.count)
    forEachTool { isUsed[Int(catalog[$0].maturity)] = true }
    let used = zip(catalog.maturities, isUsed).filter { $1 && !$0.isEmpty }.map(\.0)
    let known = ["graduated", "incubating", "sandbox", "archived"]
    mapMaturities = known.filter(used.contains) + used.filter { !known.contains($0) }
    bestKnown = catalog.categories.indices.map { index in
      let category = CategoryID(index)
      // Of a very large category the first some hundred stand for all.
      let tools = tools(of: category).prefix(400)
      if filter.isOrdered { return Array(inOrder(Array(tools)).prefix(80)) }
      let own = catalog.bestKnownFirst(tools.filter { catalog[$0].category == category })
      let guests = catalog.bestKnownFirst(tools.filter { catalog[$0].category != category })
      return Array((own + guests).prefix(80))
    }
  }

  /// The tools of a category as the map names them: in the chosen order, or else its own, the best known first, then its
  /// guests. As many as a map can name. Needs `prepareMap`.
  func bestKnownTools(of category: CategoryID) -> [ToolID] { bestKnown[category.index] }

  func count(of layer: LayerID) -> Int {
    catalog[layer].categories.reduce(0) { $0 + count(of: CategoryID($1)) }
  }

  func count(of category: CategoryID) -> Int {
    passing?[category.index].count ?? catalog.toolCount(of: category)
  }

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

  /// Graduated, incubating, sandbox, others, archived; each by name.
  func establishedFirst(_ tools: [ToolID]) -> [ToolID] {
    Sort.maturity.sorted(Sort.name.sorted(tools, in: self), in: self)
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
