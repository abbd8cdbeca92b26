/// Finds a word in a long run of bytes: two of its rarest bytes are compared sixteen places at a time, the rest where both
/// are right.
///
/// The one place of this module, with `Folding.write`, that reads memory without bounds checks. What is read lies in
/// `from ..< end + ByteFinder.padding`: whoever calls provides so many bytes after the end.
struct ByteFinder: Sendable {
  /// Bytes that must be readable after the end of what is searched, whatever they hold.
  static let padding = 64

  let word: [UInt8]
  /// Offsets in the word of the two bytes that are compared first.
  private let first: Int
  private let second: Int
  /// At most eight bytes near the end of the word, which of eight bytes they are, and where in the word they begin.
  private let tail: UInt64
  private let tailMask: UInt64
  private let tailStart: Int

  /// `frequency` tells how often each byte occurs in what will be searched; empty: unknown.
  init(_ word: [UInt8], frequency: [UInt32] = []) {
    precondition(!word.isEmpty)
    self.word = word
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
  }

  /// How rare the word is likely to be: the count of its rarest byte.
  func estimate(_ frequency: [UInt32]) -> UInt32 {
    frequency.isEmpty ? 0 : min(frequency[Int(word[first])], frequency[Int(word[second])])
  }

  /// The first place in `from..<end` where the whole word stands; -1: nowhere.
  @inline(__always)
  func find(_ base: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int {
    let count = word.count
    let last = end - count
    guard from <= last else { return -1 }
    return word.withUnsafeBufferPointer { word in
      let one = SIMD16<UInt8>(repeating: word[first])
      let two = SIMD16<UInt8>(repeating: word[second])
      let raw = UnsafeRawPointer(base)
      var index = from
      // Near the beginning, then in larger steps.
      var near = 2
      while index <= last {
        if near == 0 {
          while index + 48 <= last {
            let a = Self.places(raw, index, one, first, two, second)
            let b = Self.places(raw, index + 16, one, first, two, second)
            let c = Self.places(raw, index + 32, one, first, two, second)
            let all = a | b | c
            if all[0] | all[1] != 0 { break }
            index += 48
          }
          if index > last { return -1 }
        } else {
          near -= 1
        }
        let places = Self.places(raw, index, one, first, two, second)
        for half in 0..<2 {
          var bits = places[half]
          while bits != 0 {
            let lane = bits.trailingZeroBitCount / 8
            let place = index + half * 8 + lane
            if place > last { return -1 }
            if count <= 2 || Self.equal(base + place, word.baseAddress!, count) { return place }
            bits &= ~(0xFF << UInt64(lane * 8))
          }
        }
        index += 16
      }
      return -1
    }
  }

  /// Whether at most eight bytes near the end of the word stand where they would if the word stood at `place`. There is no
  /// branch in it: when many places are asked for in a row, their memory is waited for together.
  @inline(__always)
  func tailStands(_ base: UnsafePointer<UInt8>, at place: Int) -> Bool {
    let bytes = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place + tailStart, as: UInt64.self)
    return UInt64(littleEndian: bytes) & tailMask == tail
  }

  /// The first place in `place..<end` where the word stands, when `tailStands` is known of `place`.
  @inline(__always)
  func find(_ base: UnsafePointer<UInt8>, near place: Int, tailStands: Bool, to end: Int) -> Int {
    let isThere =
      tailStands && place + word.count <= end
      && (word.count <= 8
        || word.withUnsafeBufferPointer { Self.equal(base + place, $0.baseAddress!, $0.count) })
    return isThere ? place : find(base, from: place + 1, to: end)
  }

  /// Sixteen bytes, all ones where both bytes are right.
  @inline(__always)
  private static func places(
    _ base: UnsafeRawPointer, _ index: Int, _ one: SIMD16<UInt8>, _ first: Int, _ two: SIMD16<UInt8>, _ second: Int
  ) -> SIMD2<UInt64> {
    let a = base.loadUnaligned(fromByteOffset: index + first, as: SIMD16<UInt8>.self) .== one
    let b = base.loadUnaligned(fromByteOffset: index + second, as: SIMD16<UInt8>.self) .== two
    return unsafeBitCast(a .& b, to: SIMD2<UInt64>.self)
  }

  @inline(__always)
  private static func equal(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count {
      if a[index] != b[index] { return false }
      index += 1
    }
    return true
  }
}
