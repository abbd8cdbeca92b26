// Memory: own; `count` hits of five bytes; blocks of sixteen as long as so many are left, writing is asserted to
// have room.

import StrataCatalog

/// The hits of one chunk, ascending.
///
/// Unchecked: the memory is written before anyone else has it, and then only read.
final class ChunkHits: @unchecked Sendable {
  let count: Int
  /// Places, then records, then tiers.
  private let memory: UnsafeMutableRawPointer
  private static let bytesPerHit = 5

  /// Takes in the hits that `body` writes.
  init(of chunk: SearchIndex.Chunk, _ body: (inout Writer) -> Void) {
    (count, memory) = withUnsafeTemporaryAllocation(of: UInt16.self, capacity: chunk.count) { records in
      withUnsafeTemporaryAllocation(of: UInt16.self, capacity: chunk.count) { places in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: chunk.count) { tiers in
          var writer = Writer(
            records: records.baseAddress!, places: places.baseAddress!, tiers: tiers.baseAddress!, capacity: chunk.count
          )
          body(&writer)
          let count = writer.count
          // One piece of memory: two threads that ask for some meet.
          let memory = UnsafeMutableRawPointer.allocate(
            byteCount: max(1, count * Self.bytesPerHit), alignment: MemoryLayout<UInt16>.alignment)
          memory.copyMemory(from: places.baseAddress!, byteCount: 2 * count)
          (memory + 2 * count).copyMemory(from: records.baseAddress!, byteCount: 2 * count)
          (memory + 4 * count).copyMemory(from: tiers.baseAddress!, byteCount: count)
          return (count, memory)
        }
      }
    }
  }

  deinit { memory.deallocate() }

  /// How many bytes after the beginning of its record the first word first stands; 0 where that is not known. For a query
  /// of one word: a longer word is not before it.
  var places: UnsafeBufferPointer<UInt16> { part(0) }
  /// The hits by their record in the chunk.
  var records: UnsafeBufferPointer<UInt16> { part(2 * count) }
  /// How well each matches.
  var tiers: UnsafeBufferPointer<UInt8> { part(4 * count) }

  private func part<Element>(_ offset: Int) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(start: (memory + offset).assumingMemoryBound(to: Element.self), count: count)
  }

  /// Whether a record of the chunk is among the hits.
  func contains(_ record: Int) -> Bool {
    let records = records
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(records[middle]) < record { low = middle + 1 } else { high = middle }
    }
    return low < count && Int(records[low]) == record
  }

  /// The position of the next hit with a tier in a range, or `count`.
  @inline(__always)
  func next(from start: Int, in range: ClosedRange<UInt8>) -> Int {
    let tiers = tiers
    let raw = UnsafeRawPointer(tiers.baseAddress!)
    let low = SIMD16<UInt8>(repeating: range.lowerBound)
    let high = SIMD16<UInt8>(repeating: range.upperBound)
    var position = start
    while position < count {
      if position + 16 <= count {
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

  /// The hits of a chunk while it is searched: there is room for one of each record.
  struct Writer {
    fileprivate let records: UnsafeMutablePointer<UInt16>
    fileprivate let places: UnsafeMutablePointer<UInt16>
    fileprivate let tiers: UnsafeMutablePointer<UInt8>
    fileprivate let capacity: Int
    fileprivate var count = 0

    @inline(__always)
    mutating func add(_ record: Int, _ tier: UInt8, place: Int = 0) {
      assert(count < capacity)
      records[count] = UInt16(truncatingIfNeeded: record)
      places[count] = UInt16(exactly: place) ?? 0
      tiers[count] = tier
      count &+= 1
    }
  }
}

/// How many hits stand in each place of the ranking: the tier, then the standing and the length of the name.
struct RankCounts: Sendable {
  private var values = [UInt32](repeating: 0, count: Tier.allCases.count << 8)

  subscript(place: Int) -> Int { Int(values[place]) }

  /// The number of hits of one tier.
  func total(of tier: Tier) -> Int {
    let start = Int(tier.rawValue) << 8
    return values[start..<start + 256].reduce(0) { $0 + Int($1) }
  }

  /// The first place that is taken.
  var first: Int { values.firstIndex { $0 > 0 } ?? .max }

  /// The place of a record with this tier. `mask`: which bits of the record's own place count.
  @inline(__always)
  static func place(_ tier: UInt8, _ placing: UInt8, _ mask: UInt8) -> Int {
    // A word somewhere in the long text of a layer or category says less than in that of a tool.
    let isBehind = tier >= Tier.summary.rawValue && placing < 2 << 5
    return Int(tier) << 8 | Int((isBehind ? placing | 7 << 5 : placing) & mask)
  }

  /// Takes in the hits of a chunk.
  mutating func add(_ hits: ChunkHits, of chunk: SearchIndex.Chunk, mask: UInt8) {
    let (records, tiers) = (hits.records, hits.tiers)
    values.withUnsafeMutableBufferPointer { values in
      chunk.placing.withUnsafeBufferPointer { placing in
        for hit in 0..<hits.count { values[Self.place(tiers[hit], placing[Int(records[hit])], mask)] &+= 1 }
      }
    }
  }
}

/// What a wider query has found in a chunk: the records in which a longer word can be.
struct Candidates {
  var hits: ChunkHits
  /// Whether the hits' places are those of the word's beginning.
  var knowsPlaces: Bool
}
