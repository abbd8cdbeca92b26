/// The hits of some chunks that follow each other.
struct ChunkHits: Sendable {
  /// The hits by number, ascending, and how well each matches.
  var numbers: [UInt32] = []
  var tiers: [UInt8] = []
  /// How many bytes after the beginning of its record the first word first stands; 0 where that is not known. For a query
  /// of one word: a longer word is not before it.
  var places: [UInt16] = []
  /// How many hits stand in each place of the ranking: the tier, then the record's own place.
  var counts = [UInt32](repeating: 0, count: Tier.allCases.count << 8)

  /// The hits of a chunk while it is searched: there is room for one of each record.
  struct Writer {
    let first: UInt32
    let numbers: UnsafeMutablePointer<UInt32>
    let tiers: UnsafeMutablePointer<UInt8>
    let places: UnsafeMutablePointer<UInt16>
    let counts: UnsafeMutablePointer<UInt32>
    let placing: UnsafePointer<UInt8>
    let mask: UInt8
    var count = 0

    @inline(__always)
    mutating func add(_ record: Int, _ tier: UInt8, place: Int = 0) {
      numbers[count] = first + UInt32(truncatingIfNeeded: record)
      tiers[count] = tier
      places[count] = UInt16(exactly: place) ?? 0
      count += 1
      counts[ChunkHits.place(tier, placing[record], mask)] += 1
    }
  }

  /// The place in the ranking: the tier, then the standing and the length of the name.
  @inline(__always)
  static func place(_ tier: UInt8, _ placing: UInt8, _ mask: UInt8) -> Int {
    // A word somewhere in the long text of a layer or category says less than in that of a tool.
    let isBehind = tier >= Tier.summary.rawValue && placing < 2 << 5
    return Int(tier) << 8 | Int((isBehind ? placing | 7 << 5 : placing) & mask)
  }

  /// Adds the hits that `body` writes. `placingMask`: which bits of a record's place count.
  mutating func add(_ chunk: SearchIndex.Chunk, placingMask: UInt8, _ body: (inout Writer) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: chunk.count) { numbers in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: chunk.count) { places in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk.count) { tiers in
          let count = counts.withUnsafeMutableBufferPointer { counts in
            chunk.placing.withUnsafeBufferPointer { placing in
              var writer = Writer(
                first: UInt32(chunk.first), numbers: numbers.baseAddress!, tiers: tiers.baseAddress!,
                places: places.baseAddress!, counts: counts.baseAddress!, placing: placing.baseAddress!,
                mask: placingMask)
              body(&writer)
              return writer.count
            }
          }
          self.numbers.append(contentsOf: UnsafeBufferPointer(rebasing: numbers[..<count]))
          self.tiers.append(contentsOf: UnsafeBufferPointer(rebasing: tiers[..<count]))
          self.places.append(contentsOf: UnsafeBufferPointer(rebasing: places[..<count]))
        }
      }
    }
  }

  /// Adds the hits of the chunks that follow.
  mutating func append(_ other: ChunkHits) {
    numbers.append(contentsOf: other.numbers)
    tiers.append(contentsOf: other.tiers)
    places.append(contentsOf: other.places)
    for place in counts.indices { counts[place] += other.counts[place] }
  }
}

/// The records of a chunk in which a longer word can be: the hits of a shorter one.
struct Candidates {
  /// Numbers within the catalog, ascending.
  var numbers: ArraySlice<UInt32>
  /// Where in each record the shorter word stands, if the longer one is that word with more at its end.
  var known: ArraySlice<UInt16>?
}
