/// How many there are. A *tool* counts once; a tool on two shelves has two *places*. All screens and reports count here.
extension Catalog {
  /// Tools, each once.
  public var toolCount: Int { tools.count }

  /// Tools, once for each category that they stand in.
  public var placeCount: Int { tools.count + guests.count }

  /// How many tools stand in a layer, each once, on however many of its shelves; guests included.
  public func toolCount(of layer: LayerID) -> Int { self[layer].toolCount }

  /// How many places a layer has: the sum of its categories' tools.
  public func placeCount(of layer: LayerID) -> Int {
    categories[self[layer].categories].reduce(0) { $0 + $1.tools.count + $1.guests.count }
  }

  /// How many tools stand in a category, guests included. As many as it has places.
  public func toolCount(of category: CategoryID) -> Int {
    self[category].tools.count + self[category].guests.count
  }
}

extension CatalogRecords {
  /// Counts the tools of every layer. The guests must be known.
  mutating func countTools() {
    // The layer that counted a guest last.
    var counted = Array(repeating: -1, count: guests.isEmpty ? 0 : tools.count)
    for layer in layers.indices {
      var count = 0
      for category in categories[layers[layer].categories] {
        count += category.tools.count
        for guest in guests[category.guests] where counted[guest.index] != layer {
          counted[guest.index] = layer
          if categories[Int(tools[guest.index].categoryIndex)].layer.index != layer { count += 1 }
        }
      }
      layers[layer].toolCount = count
    }
  }
}
