/// Finds the layers and categories of strata's own catalog by the names that other files give them.
struct Join {
  private var layers: [String: LayerID] = [:]
  private var categories: [String: [CategoryID]] = [:]
  private var layerOfCategory: [CategoryID: LayerID] = [:]
  let layerCount: Int

  init(_ catalog: Catalog?) {
    layerCount = catalog?.layers.count ?? 0
    guard let catalog else { return }
    for id in catalog.layerIDs {
      layers[Self.key(catalog.string(catalog[id].name.en))] = id
      for category in catalog.categories(of: id) {
        categories[Self.key(catalog.string(catalog[category].name.en)), default: []].append(category)
        layerOfCategory[category] = id
      }
    }
  }

  func layer(_ name: String) -> LayerID? { layers[Self.key(name)] }

  /// The category of this name, best the one in the layer of that name.
  func category(_ name: String, inLayer layer: String) -> CategoryID? {
    guard let found = categories[Self.key(name)] else { return nil }
    let home = layers[Self.key(layer)]
    return found.first { layerOfCategory[$0] == home } ?? found.first
  }

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
