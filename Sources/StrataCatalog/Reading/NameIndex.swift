/// Finds the layers and categories of one input by the names that its guide and settings call them. See `Join.key`.
struct NameIndex {
  private var layers: [String: Int] = [:]
  /// By layer; under nil those of all layers.
  private var categories: [Int?: [String: Int]] = [:]
  private(set) var layerNames: [String] = []
  private var namesByLayer: [Int?: [String]] = [:]

  init(of draft: Draft, input: Int, _ store: TextStore) {
    for (index, layer) in draft.layers.enumerated() where layer.input == input {
      let name = store.string(layer.record.name.en)
      layerNames.append(name)
      let key = Join.key(name)
      layers[key] = layers[key] ?? index
    }
    for (index, category) in draft.categories.enumerated() where category.input == input {
      let name = store.string(category.record.name.en)
      let key = Join.key(name)
      for layer in [category.record.layer.index, nil] {
        namesByLayer[layer, default: []].append(name)
        if categories[layer]?[key] == nil { categories[layer, default: [:]][key] = index }
      }
    }
  }

  /// An index into `Draft.layers`.
  func layer(_ name: String) -> Int? { layers[Join.key(name)] }

  /// An index into `Draft.categories`, of one layer or of any.
  func category(_ name: String, inLayer layer: Int?) -> Int? { categories[layer]?[Join.key(name)] }

  func categoryNames(inLayer layer: Int?) -> [String] { namesByLayer[layer] ?? [] }
}
