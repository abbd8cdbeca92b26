/// Finds the layers, categories and tools of strata's own catalog by the names that other files give them.
struct Join {
  private var tools: [[UInt8]: ToolID] = [:]
  private var layers: [String: LayerID] = [:]
  private var categories: [String: [CategoryID]] = [:]
  private var layerOfCategory: [CategoryID: LayerID] = [:]
  let layerCount: Int

  init(_ catalog: Catalog?) {
    layerCount = catalog?.layers.count ?? 0
    guard let catalog else { return }
    for index in catalog.tools.indices {
      tools[Self.lowercased(catalog.string(catalog.tools[index].name).utf8)] = ToolID(index)
    }
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

  /// The tool of this name. Files have many tools: only the case of ASCII letters is ignored.
  func tool(_ name: some Sequence<UInt8>) -> ToolID? { tools[Self.lowercased(name)] }

  private static func lowercased(_ name: some Sequence<UInt8>) -> [UInt8] {
    name.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
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
