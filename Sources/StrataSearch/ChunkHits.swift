/// The hits of one chunk.
final class ChunkHits: Sendable {
  /// The hits by their record in the chunk, ascending, and how well each matches.
  let records: [UInt32]
  let tiers: [UInt8]
  /// How many bytes after the beginning of its record the first word first stands; 0 where that is not known. For a query
  /// of one word: a longer word is not before it.
  let places: [UInt16]

  /// Takes in the hits that `body` writes.
  ///
  /// - Parameters:
  ///   - counts: gains how many hits stand in each place of the ranking.
  ///   - mask: which bits of a record's place count.
  init(
    of chunk: SearchIndex.Chunk, counts: inout RankCounts, mask: UInt8, _ body: (inout Writer) -> Void
  ) {
    (records, tiers, places) = withUnsafeTemporaryAllocation(of: UInt32.self, capacity: chunk.count) { records in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: chunk.count) { places in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk.count) { tiers in
          let (count, used) = counts.values.withUnsafeMutableBufferPointer { counts in
            chunk.placing.withUnsafeBufferPointer { placing in
              var writer = Writer(
                records: records.baseAddress!, tiers: tiers.baseAddress!, places: places.baseAddress!,
                counts: counts.baseAddress!, placing: placing.baseAddress!, mask: mask)
              body(&writer)
              return (writer.count, writer.usedTiers)
            }
          }
          counts.usedTiers |= used
          return (Array(records[..<count]), Array(tiers[..<count]), Array(places[..<count]))
        }
      }
    }
  }

  var count: Int { records.count }

  /// Whether a record of the chunk is among the hits.
  func contains(_ record: Int) -> Bool {
    var low = 0
    var high = records.count
    while low < high {
      let middle = (low + high) / 2
      if Int(records[middle]) < record { low = middle + 1 } else { high = middle }
    }
    return low < records.count && Int(records[low]) == record
  }

  /// The position of the next hit with a tier in a range, or `count`.
  @inline(__always)
  func next(from start: Int, in range: ClosedRange<UInt8>) -> Int {
    tiers.withUnsafeBufferPointer { tiers in
      let raw = UnsafeRawPointer(tiers.baseAddress)
      let low = SIMD16<UInt8>(repeating: range.lowerBound)
      let high = SIMD16<UInt8>(repeating: range.upperBound)
      var position = start
      while position < tiers.count {
        if let raw, position + 16 <= tiers.count {
          let block = raw.loadUnaligned(fromByteOffset: position, as: SIMD16<UInt8>.self)
          let are = unsafeBitCast((block .>= low) .& (block .<= high), to: SIMD2<UInt64>.self)
          if are[0] != 0 { return position + are[0].trailingZeroBitCount / 8 }
          if are[1] != 0 { return position + 8 + are[1].trailingZeroBitCount / 8 }
          position += 16
        } else {
          if range.contains(tiers[position]) { return position }
          position += 1
        }
      }
      return position
    }
  }

  /// The hits of a chunk while it is searched: there is room for one of each record.
  struct Writer {
    fileprivate let records: UnsafeMutablePointer<UInt32>
    fileprivate let tiers: UnsafeMutablePointer<UInt8>
    fileprivate let places: UnsafeMutablePointer<UInt16>
    fileprivate let counts: UnsafeMutablePointer<UInt32>
    fileprivate let placing: UnsafePointer<UInt8>
    fileprivate let mask: UInt8
    fileprivate var count = 0
    fileprivate var usedTiers: UInt16 = 0

    @inline(__always)
    mutating func add(_ record: Int, _ tier: UInt8, place: Int = 0) {
      records[count] = UInt32(truncatingIfNeeded: record)
      tiers[count] = tier
      places[count] = UInt16(exactly: place) ?? 0
      count += 1
      usedTiers |= 1 &<< UInt16(tier)
      counts[RankCounts.place(tier, placing[record], mask)] += 1
    }
  }
}

/// How many hits stand in each place of the ranking: the tier, then the standing and the length of the name.
struct RankCounts: Sendable {
  fileprivate var values = [UInt32](repeating: 0, count: Tier.allCases.count << 8)
  /// The tiers that have hits, as bits.
  fileprivate var usedTiers: UInt16 = 0

  subscript(place: Int) -> Int { Int(values[place]) }

  /// The place of a record with this tier. `mask`: which bits of the record's own place count.
  @inline(__always)
  static func place(_ tier: UInt8, _ placing: UInt8, _ mask: UInt8) -> Int {
    // A word somewhere in the long text of a layer or category says less than in that of a tool.
    let isBehind = tier >= Tier.summary.rawValue && placing < 2 << 5
    return Int(tier) << 8 | Int((isBehind ? placing | 7 << 5 : placing) & mask)
  }

  static func += (total: inout RankCounts, part: RankCounts) {
    total.usedTiers |= part.usedTiers
    total.values.withUnsafeMutableBufferPointer { total in
      part.values.withUnsafeBufferPointer { values in
        for tier in 0..<Tier.allCases.count where part.usedTiers & 1 << UInt16(tier) != 0 {
          for place in tier << 8..<(tier + 1) << 8 { total[place] &+= values[place] }
        }
      }
    }
  }
}

/// The records of a chunk in which a longer word can be: the hits of a shorter one.
struct Candidates {
  var hits: ChunkHits
  /// Whether the hits' places are those of the word's beginning.
  var knowsPlaces: Bool
}
