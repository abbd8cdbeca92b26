/// What strata's own catalog knows of somebody else's landscape: its layers and categories by name, its tools by address.
struct Join {
  private var layers: [String: LayerID] = [:]
  private var categories: [LayerID: [String: CategoryID]] = [:]
  private(set) var tools = Identity()
  let layerCount: Int

  init(_ catalog: Catalog?) {
    layerCount = catalog?.layers.count ?? 0
    guard let catalog else { return }
    for index in catalog.tools.indices { tools.add(Identity.Addresses(of: ToolID(index), in: catalog), index: index) }
    for id in catalog.layerIDs {
      layers[Self.key(catalog.string(catalog[id].name.en))] = id
      for category in catalog.categories(of: id) {
        categories[id, default: [:]][Self.key(catalog.string(catalog[category].name.en))] = category
      }
    }
  }

  /// Whether a file with these layers and categories, by their keys, is a landscape of the same world: most of its
  /// layers are known, or most of strata's own are in it, and several categories stand where strata has them. A
  /// "Monitoring" among others means nothing.
  func knows(_ outline: [(layer: String, categories: [String])]) -> Bool {
    var knownLayers: Set<LayerID> = []
    var knownCategories: Set<CategoryID> = []
    for (name, names) in outline {
      guard let layer = layers[name] else { continue }
      knownLayers.insert(layer)
      knownCategories.formUnion(names.compactMap { categories[layer]?[$0] })
    }
    let isMost = knownLayers.count * 2 > outline.count || knownLayers.count * 2 > layerCount
    return isMost && knownCategories.count >= Self.several
  }

  private static let several = 3

  /// - Parameter key: see `key(_:)`.
  func layer(_ key: String) -> LayerID? { layers[key] }

  func category(_ key: String, in layer: LayerID) -> CategoryID? { categories[layer]?[key] }

  /// What two names of one thing have in common: case is ignored, `&` is `and`, blanks are one.
  static func key(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }
      .map { $0 == "&" ? "and" : $0.replacingAmpersands }
      .joined(separator: " ")
  }
}

extension Substring {
  /// `R&D` → `r and d`, as if the sign stood alone.
  fileprivate var replacingAmpersands: String {
    contains("&") ? split(separator: "&", omittingEmptySubsequences: true).joined(separator: " and ") : String(self)
  }
}
