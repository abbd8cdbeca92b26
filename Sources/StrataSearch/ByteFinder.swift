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

  /// `frequency` tells how often each byte occurs in what will be searched; empty: unknown.
  init(_ word: [UInt8], frequency: [UInt32] = []) {
    precondition(!word.isEmpty)
    self.word = word
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

  /// The same, where it is likely to stand at `place` already.
  @inline(__always)
  func find(_ base: UnsafePointer<UInt8>, near place: Int, to end: Int) -> Int {
    let isThere =
      place + word.count <= end
      && word.withUnsafeBufferPointer {
        Self.equal(base + place, $0.baseAddress!, $0.count)
      }
    return isThere ? place : find(base, from: place, to: end)
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
