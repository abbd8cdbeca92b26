/// The layers and categories that a landscape2 file and those before it have given, by their names. A category is known by
/// its layer and its name: there may be a "Tools" in every layer.
struct Shelves {
  /// Those of earlier catalogs, which a name may mean again: ids by key.
  private var earlierLayers: [String: String] = [:]
  private var earlierCategories: [String: [String: String]] = [:]
  private var layerIDs = FreeIDs()
  private var categoryIDs = FreeIDs()

  /// Those of this file, by their names and by what names have in common, the first of equals. Indices into the draft.
  private(set) var layers: [String: Int] = [:]
  private(set) var layersByKey: [String: Int] = [:]
  private(set) var categories: [Int: [String: Int]] = [:]
  private(set) var categoriesByKey: [Int: [String: Int]] = [:]
  /// The names of both, by index.
  private(set) var layerNames: [Int: String] = [:]
  private(set) var categoryNames: [Int: String] = [:]

  /// - Parameter draft: what was read before.
  init(before draft: Draft, _ store: TextStore) {
    for layer in draft.layers where !layer.record.id.isEmpty {
      let id = store.string(layer.record.id)
      layerIDs.take(id)
      let key = Join.key(store.string(layer.record.name.choose(.en)))
      if !key.isEmpty, earlierLayers[key] == nil { earlierLayers[key] = id }
    }
    for category in draft.categories where !category.record.id.isEmpty {
      let id = store.string(category.record.id)
      categoryIDs.take(id)
      let layer = store.string(draft.layers[category.record.layer.index].record.id)
      let key = Join.key(store.string(category.record.name.choose(.en)))
      if !key.isEmpty, earlierCategories[layer]?[key] == nil { earlierCategories[layer, default: [:]][key] = id }
    }
  }

  /// Adds a layer of this file and gives its id: that of an earlier catalog's layer of the name, or strata's own, or the
  /// slug; an id that is taken gets a number.
  mutating func addLayer(_ name: String, key: String, slug: String, known: String?, index: Int) -> String {
    layerNames[index] = name
    if layers[name] == nil { layers[name] = index }
    if layersByKey[key] == nil { layersByKey[key] = index }
    if let earlier = earlierLayers.removeValue(forKey: key) { return earlier }
    return layerIDs.first([known, slug].compactMap { $0 })
  }

  /// - Parameter layer: an index into the draft.
  mutating func addCategory(
    _ name: String, key: String, slug: String, known: String?, layer: (index: Int, id: String, slug: String), index: Int
  ) -> String {
    categoryNames[index] = name
    if categories[layer.index]?[name] == nil { categories[layer.index, default: [:]][name] = index }
    if categoriesByKey[layer.index]?[key] == nil { categoriesByKey[layer.index, default: [:]][key] = index }
    if let earlier = earlierCategories[layer.id]?.removeValue(forKey: key) { return earlier }
    return categoryIDs.first([known, slug, "\(slug)-\(layer.slug)"].compactMap { $0 })
  }
}

/// Ids that are given once.
struct FreeIDs {
  private var taken: Set<String> = []
  /// For an id that was asked for again the number it was given last.
  private var numbers: [String: Int] = [:]

  mutating func take(_ id: String) { taken.insert(id) }

  /// The first of the ids that is free, or the last with a number; taken from now on.
  mutating func first(_ ids: [String]) -> String {
    for id in ids where taken.insert(id).inserted { return id }
    let last = ids.last ?? ""
    var number = numbers[last] ?? 1
    var id: String
    repeat {
      number += 1
      id = "\(last)-\(number)"
    } while !taken.insert(id).inserted
    numbers[last] = number
    return id
  }
}
