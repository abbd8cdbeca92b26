/// Finds the layers and categories of one input by the names that its guide and settings call them. See `Join.key`.
struct NameIndex {
  let input: Int
  private var layers: [String: Int] = [:]
  /// By layer.
  private var categories: [Int: [String: Int]] = [:]
  private var categoriesOfLayer: [Int: [Int]] = [:]
  /// In all layers.
  private var categoriesByKey: [String: [Int]] = [:]
  private(set) var layerNames: [String] = []
  /// By layer; under nil those of all.
  private var namesByLayer: [Int?: [String]] = [:]

  init(of draft: Draft, input: Int, _ store: TextStore) {
    self.input = input
    for (index, layer) in draft.layers.enumerated() where layer.input == input {
      layerNames.append(store.excerpt(layer.record.name[.en]))
      let key = Join.key(store.string(layer.record.name[.en]))
      layers[key] = layers[key] ?? index
    }
    for (index, category) in draft.categories.enumerated() where category.input == input {
      let name = store.excerpt(category.record.name[.en])
      let key = Join.key(store.string(category.record.name[.en]))
      let layer = category.record.layer.index
      for layer in [layer, nil] { namesByLayer[layer, default: []].append(name) }
      categoriesOfLayer[layer, default: []].append(index)
      categoriesByKey[key, default: []].append(index)
      if categories[layer]?[key] == nil { categories[layer, default: [:]][key] = index }
    }
  }

  /// An index into `Draft.layers`.
  func layer(_ name: String) -> Int? { layers[Join.key(name)] }

  /// An index into `Draft.categories`, of a layer.
  func category(_ name: String, inLayer layer: Int) -> Int? { categories[layer]?[Join.key(name)] }

  /// The categories of a name, in whatever layers.
  func categories(_ name: String) -> [Int] { categoriesByKey[Join.key(name)] ?? [] }

  func categories(inLayer layer: Int) -> [Int] { categoriesOfLayer[layer] ?? [] }

  func categoryNames(inLayer layer: Int?) -> [String] { namesByLayer[layer] ?? [] }
}
