import StrataCatalog
import StrataSearch

/// How tools are ordered in a list.
enum SortOrder: String, CaseIterable, Hashable, Sendable {
  case catalog, name, maturity, accepted
}

/// The filter and the order that Browse, Map, search and Statistics share.
struct FilterState: Hashable, Sendable {
  var order = SortOrder.catalog
  var isReversed = false
}

/// What lists show: the catalog's layers, categories and tools under the filter, in the chosen order.
struct Outline: Sendable {
  private let catalog: Catalog
  private let filter: FilterState
  /// In the order of the screen: floors from the top down, then columns.
  let layers: [LayerID]
  /// How many of them are floors.
  let floorCount: Int

  init(catalog: Catalog, filter: FilterState) {
    self.catalog = catalog
    self.filter = filter
    let floors = catalog.layerIDs.filter { catalog[$0].kind == .floor }
    let columns = catalog.layerIDs.filter { catalog[$0].kind == .column }
    layers = floors + columns
    floorCount = floors.count
  }

  func categories(of layer: LayerID) -> [CategoryID] { catalog.categories(of: layer) }

  /// The tools of a category as they are listed. Not copied where the catalog's order serves.
  func tools(of category: CategoryID) -> ToolList {
    let count = catalog.toolCount(of: category)
    guard filter.order != .catalog || filter.isReversed else {
      return ToolList(catalog: catalog, category: category, order: nil)
    }
    var tools = (0..<count).map { catalog.tool(at: $0, of: category) }
    switch filter.order {
    case .catalog: break
    case .name: tools = catalog.sorted(tools) { catalog.name($0) < catalog.name($1) }
    case .maturity: tools = catalog.establishedFirst(tools)
    case .accepted:
      let dates = Dictionary(uniqueKeysWithValues: Set(tools).map { ($0, catalog.value(.accepted, of: $0) ?? "9999") })
      tools = catalog.sorted(tools) { dates[$0]! < dates[$1]! }
    }
    if filter.isReversed { tools.reverse() }
    return ToolList(catalog: catalog, category: category, order: tools)
  }

  func count(of layer: LayerID) -> Int {
    catalog[layer].categories.reduce(0) { $0 + catalog.toolCount(of: CategoryID($1)) }
  }

  func count(of category: CategoryID) -> Int { catalog.toolCount(of: category) }
}

/// The tools of one category in the order they are listed.
struct ToolList: RandomAccessCollection, Sendable {
  fileprivate let catalog: Catalog
  fileprivate let category: CategoryID
  /// nil: the catalog's own order.
  fileprivate let order: [ToolID]?

  var startIndex: Int { 0 }
  var endIndex: Int { order?.count ?? catalog.toolCount(of: category) }
  subscript(position: Int) -> ToolID { order?[position] ?? catalog.tool(at: position, of: category) }
}

extension Catalog {
  func name(_ tool: ToolID) -> String { string(self[tool].name).lowercased() }

  /// How well established a maturity is; the smaller the better.
  func rank(of tool: ToolID) -> Int {
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
    let keyed = tools.map { (rank(of: $0), name($0), $0) }
    return keyed.sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.2)
  }

  /// The best known first, as far as a catalog tells: by maturity, then whom a foundation took in first, then those with open
  /// source, then by name.
  func bestKnownFirst(_ tools: [ToolID]) -> [ToolID] {
    let keyed = tools.map { tool in
      (rank(of: tool), value(.accepted, of: tool) ?? "9999", self[tool].repository.isEmpty ? 1 : 0, name(tool), tool)
    }
    return keyed.sorted { ($0.0, $0.1, $0.2, $0.3, $0.4) < ($1.0, $1.1, $1.2, $1.3, $1.4) }.map(\.4)
  }

  fileprivate func sorted(_ tools: [ToolID], by precedes: (ToolID, ToolID) -> Bool) -> [ToolID] {
    tools.sorted(by: precedes)
  }
}
