// Memory: lent; words of eight bytes as long as so many are left.

/// Hashes ids: SipHash-1-3 with a key, as `Hasher` is, but of a key that can be kept beside a table. A catalog that is
/// read takes a new one, so that no file can be written to make ids collide.
///
/// Source: https://www.aumasson.jp/siphash/siphash.pdf
public struct HashKey: BitwiseCopyable, Equatable, Sendable {
  private var k0: UInt64
  private var k1: UInt64

  init(_ k0: UInt64, _ k1: UInt64) {
    self.k0 = k0
    self.k1 = k1
  }

  /// One that nobody knows.
  static func random() -> HashKey {
    var generator = SystemRandomNumberGenerator()
    return HashKey(generator.next(), generator.next())
  }

  func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var state = State(k0, k1)
    let memory = UnsafeRawBufferPointer(bytes)
    let whole = memory.count & ~7
    var position = 0
    while position < whole {
      state.compress(UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      position += 8
    }
    state.compress(UInt64(truncatingIfNeeded: memory.count) << 56 | Self.rest(of: memory, from: whole))
    return Int(truncatingIfNeeded: state.finish())
  }

  /// The bytes behind the last whole word, the first of them lowest.
  private static func rest(of memory: UnsafeRawBufferPointer, from whole: Int) -> UInt64 {
    let count = memory.count - whole
    if whole > 0 {
      // The last eight, without those that were in a word.
      let last = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: memory.count - 8, as: UInt64.self))
      return count == 0 ? 0 : last >> UInt64(64 - 8 * count)
    }
    var rest: UInt64 = 0
    for position in 0..<count { rest |= UInt64(memory[position]) << UInt64(8 * position) }
    return rest
  }

  private struct State {
    private var v0, v1, v2, v3: UInt64

    init(_ k0: UInt64, _ k1: UInt64) {
      v0 = k0 ^ 0x736F_6D65_7073_6575
      v1 = k1 ^ 0x646F_7261_6E64_6F6D
      v2 = k0 ^ 0x6C79_6765_6E65_7261
      v3 = k1 ^ 0x7465_6462_7974_6573
    }

    @inline(__always)
    mutating func compress(_ word: UInt64) {
      v3 ^= word
      round()
      v0 ^= word
    }

    @inline(__always)
    mutating func finish() -> UInt64 {
      v2 ^= 0xFF
      round()
      round()
      round()
      return v0 ^ v1 ^ v2 ^ v3
    }

    @inline(__always)
    private mutating func round() {
      v0 &+= v1
      v1 = v1 << 13 | v1 >> 51
      v1 ^= v0
      v0 = v0 << 32 | v0 >> 32
      v2 &+= v3
      v3 = v3 << 16 | v3 >> 48
      v3 ^= v2
      v0 &+= v3
      v3 = v3 << 21 | v3 >> 43
      v3 ^= v0
      v2 &+= v1
      v1 = v1 << 17 | v1 >> 47
      v1 ^= v2
      v2 = v2 << 32 | v2 >> 32
    }
  }
}
