// Memory: lent.

import StrataCatalog

/// Counts equal texts of a catalog without making strings of them.
struct ValueCounts: Sendable {
  private(set) var texts: [Text] = []
  private(set) var counts: [Int] = []
  /// Open addressing: an index into `texts` plus 1.
  private var slots = [UInt32](repeating: 0, count: 64)

  mutating func add(_ text: Text, _ catalog: Catalog) {
    counts[index(of: text, catalog)] += 1
  }

  mutating func index(of text: Text, _ catalog: Catalog) -> Int {
    if 2 * texts.count >= slots.count { grow(catalog) }
    return catalog.store.withUnsafeBufferPointer { store in
      let start = Int(text.offset)
      let length = Int(text.length)
      var slot = Self.hash(store, text) & (slots.count - 1)
      while slots[slot] != 0 {
        let known = texts[Int(slots[slot]) - 1]
        if known == text { return Int(slots[slot]) - 1 }
        if Int(known.length) == length,
          store[Int(known.offset)..<Int(known.offset) + length].elementsEqual(store[start..<start + length])
        {
          return Int(slots[slot]) - 1
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      texts.append(text)
      counts.append(0)
      slots[slot] = UInt32(texts.count)
      return texts.count - 1
    }
  }

  /// The values with their counts, the most frequent first, equals by their bytes. Spellings that a search takes for the
  /// same are one value, under the most frequent of them.
  func entries(_ catalog: Catalog) -> [(value: String, count: Int)] {
    let spellings = texts.indices.map { (value: catalog.string(texts[$0]), count: counts[$0]) }
      .sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
    var places: [[UInt8]: Int] = [:]
    var entries: [(value: String, count: Int)] = []
    for spelling in spellings {
      let folded = Folding.bytes(spelling.value)
      if let place = places[folded] {
        entries[place].count += spelling.count
      } else {
        places[folded] = entries.count
        entries.append(spelling)
      }
    }
    return entries.sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
  }

  private mutating func grow(_ catalog: Catalog) {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    catalog.store.withUnsafeBufferPointer { store in
      for index in texts.indices {
        var slot = Self.hash(store, texts[index]) & (larger.count - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = UInt32(index + 1)
      }
    }
    slots = larger
  }

  private static func hash(_ store: UnsafeBufferPointer<UInt8>, _ text: Text) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in Int(text.offset)..<Int(text.offset) + Int(text.length) {
      hash = (hash ^ UInt64(store[index])) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
