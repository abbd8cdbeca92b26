// Memory: own; ranges are held against the count, words and blocks are asserted to lie in it.

/// The bytes of a source, looked at without copying: the only file of the parser that reads through a pointer.
///
/// A byte at or past the end reads as 0, which no accepted source contains (`Encoding` refuses NUL), so a scanner needs
/// no second test for the end. Searches look at sixteen bytes at a time and never touch one outside the source.
struct ByteView {
  private let base: UnsafePointer<UInt8>
  let count: Int

  /// The buffer has to outlive the view.
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    base = buffer.baseAddress ?? UnsafePointer(bitPattern: 1)!
    count = buffer.count
  }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    assert(offset >= 0)
    return offset < count ? base[offset] : 0
  }

  @inline(__always)
  subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// Eight bytes from `offset` on as they lie in memory. They have to be inside.
  @inline(__always)
  func word(at offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= count)
    return UnsafeRawPointer(base + offset).loadUnaligned(as: UInt64.self)
  }

  /// Sixteen bytes from `offset` on. They have to be inside.
  @inline(__always)
  func block(at offset: Int) -> Block {
    assert(offset >= 0 && offset + 16 <= count)
    return UnsafeRawPointer(base + offset).loadUnaligned(as: Block.self)
  }

  typealias Block = SIMD16<UInt8>
  typealias Matches = SIMDMask<SIMD16<Int8>>

  /// The first offset from `start` on whose byte `matches`, or `count`.
  ///
  /// - Parameters:
  ///   - matches: the test for sixteen bytes at once.
  ///   - isMatch: the same test for one.
  @inline(__always)
  private func first(from start: Int, _ matches: (Block) -> Matches, _ isMatch: (UInt8) -> Bool) -> Int {
    var offset = start
    while offset + 16 <= count {
      let halves = unsafeBitCast(matches(block(at: offset)), to: SIMD2<UInt64>.self)
      if halves.x != 0 { return offset + halves.x.trailingZeroBitCount / 8 }
      if halves.y != 0 { return offset + 8 + halves.y.trailingZeroBitCount / 8 }
      offset += 16
    }
    while offset < count, !isMatch(base[offset]) { offset += 1 }
    return offset
  }

  /// The same for what is seldom met: four blocks at a time as long as there is none in them.
  @inline(__always)
  private func firstSeldom(from start: Int, _ matches: (Block) -> Matches, _ isMatch: (UInt8) -> Bool) -> Int {
    var offset = start
    while offset + 64 <= count {
      let near = matches(block(at: offset)) .| matches(block(at: offset + 16))
      let far = matches(block(at: offset + 32)) .| matches(block(at: offset + 48))
      let halves = unsafeBitCast(near .| far, to: SIMD2<UInt64>.self)
      if halves.x | halves.y != 0 { break }
      offset += 64
    }
    return first(from: offset, matches, isMatch)
  }

  /// The next line feed, or the end.
  @inline(__always)
  func firstLineFeed(from start: Int) -> Int {
    first(from: start, { $0 .== .lineFeed }, { $0 == .lineFeed })
  }

  /// The next `#`, or the end.
  @inline(__always)
  func firstHash(from start: Int) -> Int {
    firstSeldom(from: start, { $0 .== .hash }, { $0 == .hash })
  }

  /// The next byte that is not a space, or the end.
  @inline(__always)
  func firstNonSpace(from start: Int) -> Int {
    first(from: start, { $0 .!= .space }, { $0 != .space })
  }

  /// The next byte that may end a plain scalar in a block collection: `:`, `#` or a line feed; or the end.
  @inline(__always)
  func firstPlainStop(from start: Int) -> Int {
    first(
      from: start,
      { ($0 .== .colon) .| ($0 .== .hash) .| ($0 .== .lineFeed) },
      { $0 == .colon || $0 == .hash || $0 == .lineFeed })
  }

  /// The next byte that may end a plain scalar in a flow collection: also `,`, `[`, `]`, `{` and `}`.
  @inline(__always)
  func firstFlowPlainStop(from start: Int) -> Int {
    first(
      from: start,
      {
        let lower = $0 | 0x20  // makes `[` of `{`, and `]` of `}`: they differ in this bit alone
        let common = ($0 .== .colon) .| ($0 .== .hash) .| ($0 .== .lineFeed)
        return common .| ($0 .== .comma) .| (lower .== .openBrace) .| (lower .== .closeBrace)
      },
      { $0 == .colon || $0 == .hash || $0 == .lineFeed || $0.isFlowIndicator })
  }

  /// The next `"`, `\` or line feed, or the end.
  @inline(__always)
  func firstDoubleQuotedStop(from start: Int) -> Int {
    first(
      from: start,
      { ($0 .== .doubleQuote) .| ($0 .== .backslash) .| ($0 .== .lineFeed) },
      { $0 == .doubleQuote || $0 == .backslash || $0 == .lineFeed })
  }

  /// The next `'` or line feed, or the end.
  @inline(__always)
  func firstSingleQuotedStop(from start: Int) -> Int {
    first(
      from: start,
      { ($0 .== .singleQuote) .| ($0 .== .lineFeed) },
      { $0 == .singleQuote || $0 == .lineFeed })
  }

  /// The next byte that is not printable ASCII, a tab or a line feed, or the end.
  @inline(__always)
  func firstExtraordinary(from start: Int) -> Int {
    firstSeldom(
      from: start,
      {
        // With a sign, what is not ASCII is below all of it.
        let isLow = SIMD16<Int8>(truncatingIfNeeded: $0) .< SIMD16<Int8>(repeating: 0x20)
        return isLow .& ($0 .!= .lineFeed) .& ($0 .!= .tab) .| ($0 .== .delete)
      },
      { $0 > 0x7E || ($0 < .space && $0 != .lineFeed && $0 != .tab) })
  }

  /// Room for what will come of the whole source if it goes on as it began, so that little is copied and little left
  /// over; memory that is not written to costs nothing.
  ///
  /// - Parameters:
  ///   - count: what has come of the bytes up to `offset`.
  ///   - limit: the most to make room for by this guess.
  func capacity(for count: Int, at offset: Int, limit: Int) -> Int {
    let expected = Double(count) * Double(self.count) / Double(max(offset, 1)) * 1.2
    return max(count + count / 2 + 16, min(Int(expected), limit))
  }

  /// Whether the bytes of two ranges are the same.
  func isEqual(_ range: Range<Int>, to other: UnsafeBufferPointer<UInt8>) -> Bool {
    range.count == other.count && ByteView(self[range]).order(with: ByteView(other)) == 0
  }

  /// How the bytes are ordered as texts: below 0, 0 for equal ones, above 0. Eight at a time.
  func order(with other: ByteView) -> Int {
    let common = min(count, other.count)
    var offset = 0
    while offset + 8 <= common {
      let (a, b) = (word(at: offset), other.word(at: offset))
      if a != b { return a.bigEndian < b.bigEndian ? -1 : 1 }
      offset += 8
    }
    while offset < common {
      if base[offset] != other.base[offset] { return base[offset] < other.base[offset] ? -1 : 1 }
      offset += 1
    }
    return count - other.count
  }
}

extension SIMD16<UInt8> {
  @inline(__always) static var lineFeed: Self { Self(repeating: UInt8.lineFeed) }
  @inline(__always) static var delete: Self { Self(repeating: 0x7F) }
  @inline(__always) static var tab: Self { Self(repeating: UInt8.tab) }
  @inline(__always) static var space: Self { Self(repeating: UInt8.space) }
  @inline(__always) static var colon: Self { Self(repeating: UInt8.colon) }
  @inline(__always) static var hash: Self { Self(repeating: UInt8.hash) }
  @inline(__always) static var comma: Self { Self(repeating: UInt8.comma) }
  @inline(__always) static var openBrace: Self { Self(repeating: UInt8.openBrace) }
  @inline(__always) static var closeBrace: Self { Self(repeating: UInt8.closeBrace) }
  @inline(__always) static var doubleQuote: Self { Self(repeating: UInt8.doubleQuote) }
  @inline(__always) static var singleQuote: Self { Self(repeating: UInt8.singleQuote) }
  @inline(__always) static var backslash: Self { Self(repeating: UInt8.backslash) }
  @inline(__always) static func & (a: Self, b: UInt8) -> Self { a & Self(repeating: b) }
  @inline(__always) static func | (a: Self, b: UInt8) -> Self { a | Self(repeating: b) }
}
