/// Finds the layers and categories of one input by the names that its guide and settings call them. See `Join.key`.
struct NameIndex {
  private var layers: [String: Int] = [:]
  private var layerNames = Names()
  /// By layer.
  private var shelves: [Int: Shelf] = [:]
  /// In all layers.
  private var categoriesByKey: [String: [Int]] = [:]
  private var categoryNames = Names()

  /// The categories of a layer.
  private struct Shelf {
    var categories: [Int] = []
    var byKey: [String: Int] = [:]
    var names = Names()

    mutating func add(_ category: Int, key: String, name: String) {
      categories.append(category)
      names.words.append(name)
      if byKey[key] == nil { byKey[key] = category }
    }
  }

  /// Names as a finding suggests them, and the table that finds them, once it was asked.
  private struct Names {
    var words: [String] = []
    var index: NearestIndex?

    mutating func likely(_ word: String, steps: inout Int) -> String? {
      let known: NearestIndex
      if let index {
        known = index
      } else {
        steps -= words.count
        known = NearestIndex(words)
        index = known
      }
      return known.match(word, within: Nearest.tolerance(word), steps: &steps).map { words[$0.index] }
    }
  }

  /// Without names.
  init() {}

  init(of draft: Draft, input: Int, _ store: TextStore) {
    for (index, layer) in draft.layers.enumerated() where layer.input == input {
      layerNames.words.append(store.excerpt(layer.record.name[.en]))
      let key = Join.key(store.string(layer.record.name[.en]))
      if layers[key] == nil { layers[key] = index }
    }
    for (index, category) in draft.categories.enumerated() where category.input == input {
      let name = store.excerpt(category.record.name[.en])
      let key = Join.key(store.string(category.record.name[.en]))
      categoryNames.words.append(name)
      categoriesByKey[key, default: []].append(index)
      shelves[category.record.layer.index, default: Shelf()].add(index, key: key, name: name)
    }
  }

  /// An index into `Draft.layers`.
  func layer(_ name: String) -> Int? { layers[Join.key(name)] }

  /// An index into `Draft.categories`, of a layer.
  func category(_ name: String, inLayer layer: Int) -> Int? { shelves[layer]?.byKey[Join.key(name)] }

  /// The categories of a name, in whatever layers.
  func categories(_ name: String) -> [Int] { categoriesByKey[Join.key(name)] ?? [] }

  func categories(inLayer layer: Int) -> [Int] { shelves[layer]?.categories ?? [] }

  /// The layer that a mistyped name means. Both take steps off: see `NearestIndex.match`.
  mutating func likelyLayer(_ word: String, steps: inout Int) -> String? { layerNames.likely(word, steps: &steps) }

  /// The category that a mistyped name means: of a layer, or of any.
  mutating func likelyCategory(_ word: String, inLayer layer: Int?, steps: inout Int) -> String? {
    guard let layer else { return categoryNames.likely(word, steps: &steps) }
    return shelves[layer]?.names.likely(word, steps: &steps)
  }
}
