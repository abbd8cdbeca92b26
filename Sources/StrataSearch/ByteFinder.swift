// Memory: own; reads from `from` to `end + padding`, which is asserted to lie in the buffer.

/// Finds a word in a long run of bytes: two of its rarest bytes are compared sixteen places at a time, the rest where both
/// are right.
///
/// What is read lies in `from ..< end + ByteFinder.padding`: whoever calls provides so many bytes after the end.
struct ByteFinder: Sendable {
  /// Bytes that must be readable after the end of what is searched, whatever they hold.
  static let padding = 64

  let word: [UInt8]
  private let count: Int
  /// Offsets in the word of the two bytes that are compared first, and the bytes.
  private let first: Int
  private let second: Int
  private let firstByte: UInt8
  private let secondByte: UInt8
  /// At most eight bytes near the end of the word, which of eight bytes they are, and where in the word they begin.
  private let tail: UInt64
  private let tailMask: UInt64
  private let tailStart: Int

  /// `frequency` tells how often each byte occurs in what will be searched; empty: unknown.
  init(_ word: [UInt8], frequency: [UInt32] = []) {
    precondition(!word.isEmpty)
    self.word = word
    count = word.count
    // Not beyond the padding.
    tailStart = min(max(0, word.count - 8), Self.padding - 16)
    tailMask = word.count >= 8 ? .max : 1 << UInt64(8 * word.count) - 1
    tail = word[tailStart...].prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    var rarest = 0
    var next = word.count - 1
    if !frequency.isEmpty {
      // Not beyond the padding; a word that long is found by its beginning as well.
      let order = word.indices.prefix(48).sorted {
        (frequency[Int(word[$0])], $0) < (frequency[Int(word[$1])], $1)
      }
      rarest = order[0]
      next = order.count > 1 ? order[1] : order[0]
    } else if next > 47 {
      next = 47
    }
    first = min(rarest, next)
    second = max(rarest, next)
    firstByte = word[first]
    secondByte = word[second]
  }

  /// How rare the word is likely to be: the count of its rarest byte.
  func estimate(_ frequency: [UInt32]) -> UInt32 {
    frequency.isEmpty ? 0 : min(frequency[Int(word[first])], frequency[Int(word[second])])
  }

  /// The first place in `from..<end` where the whole word stands; -1: nowhere.
  @inline(__always)
  func find(_ base: UnsafeBufferPointer<UInt8>, from: Int, to end: Int) -> Int {
    // Sums of offsets in memory cannot overflow: checking them would take as long as the comparisons.
    assert(from >= 0 && end + Self.padding <= base.count)
    let last = end &- count
    let left = UnsafeRawPointer(base.baseAddress!) + first
    let right = UnsafeRawPointer(base.baseAddress!) + second
    let one = SIMD16<UInt8>(repeating: firstByte)
    let two = SIMD16<UInt8>(repeating: secondByte)
    @inline(__always)
    func places(_ index: Int) -> SIMD2<UInt64> {
      let a = left.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== one
      let b = right.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== two
      return unsafeBitCast(a .& b, to: SIMD2<UInt64>.self)
    }
    var index = from
    while index <= last {
      let blocks = (places(index), places(index &+ 16), places(index &+ 32), places(index &+ 48))
      let any = (blocks.0 | blocks.1) | (blocks.2 | blocks.3)
      if any[0] | any[1] != 0 {
        var place = standing(base, index, blocks.0, last)
        if place < 0 { place = standing(base, index &+ 16, blocks.1, last) }
        if place < 0 { place = standing(base, index &+ 32, blocks.2, last) }
        if place < 0 { place = standing(base, index &+ 48, blocks.3, last) }
        if place >= 0 { return place }
      }
      index &+= 64
    }
    return -1
  }

  /// The first of the places marked among sixteen from `index` on where the word stands, not behind `last`; -1: none.
  @inline(__always)
  private func standing(
    _ base: UnsafeBufferPointer<UInt8>, _ index: Int, _ marks: SIMD2<UInt64>, _ last: Int
  ) -> Int {
    for half in 0..<2 {
      var bits = marks[half]
      while bits != 0 {
        let lane = bits.trailingZeroBitCount &>> 3
        let place = index &+ half &* 8 &+ lane
        if place > last { return -1 }
        if stands(base, at: place) { return place }
        bits &= ~(0xFF &<< UInt64(truncatingIfNeeded: lane &* 8))
      }
    }
    return -1
  }

  /// Whether the word stands at a place.
  @inline(__always)
  private func stands(_ base: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    tailStands(base, at: place) && (count <= 8 || headStands(base, at: place))
  }

  /// The same where `tailStands`.
  private func headStands(_ base: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    for offset in 0..<count where base[place + offset] != word[offset] { return false }
    return true
  }

  /// Whether at most eight bytes near the end of the word stand where they would if the word stood at `place`. There is no
  /// branch in it: when many places are asked for in a row, their memory is waited for together.
  @inline(__always)
  func tailStands(_ base: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    assert(place >= 0 && place + tailStart + 8 <= base.count)
    let bytes = UnsafeRawPointer(base.baseAddress!).loadUnaligned(fromByteOffset: place &+ tailStart, as: UInt64.self)
    return UInt64(littleEndian: bytes) & tailMask == tail
  }

  /// The first place in `place..<end` where the word stands, when `tailStands` is known of `place`.
  @inline(__always)
  func find(_ base: UnsafeBufferPointer<UInt8>, near place: Int, tailStands: Bool, to end: Int) -> Int {
    let isThere = tailStands && place + count <= end && (count <= 8 || headStands(base, at: place))
    return isThere ? place : find(base, from: place + 1, to: end)
  }
}
