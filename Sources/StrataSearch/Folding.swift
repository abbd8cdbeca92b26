// Memory: own; writes at most `growth` times what it reads, and reads `overrun` bytes beyond: whoever calls has
// them, and RecordRoom asks for them.

/// Text as a search compares it: without case, accents, width, script variants and invisible characters. Blanks, hyphens and
/// dashes, underscores, dots and slashes are one border between words: a single space.
///
/// `Folding.bytes("Ｋ８s_Café")` is the UTF-8 of `k8s cafe`. Each scalar is folded by itself, so that a part of a text
/// folds to a part of the folded text, whatever its normal form. No folded text holds a byte below 0x20.
enum Folding {
  /// Folded text takes at most so many times the bytes of the text: Hangul by its letters.
  static let growth = 3

  /// Whether a byte of ASCII is a border between words.
  @inline(__always)
  static func isBorder(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F || byte &- 0x2D < 3 || byte == 0x5F }

  /// The folded text as UTF-8, without white space at either end.
  static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var text = String(text)
    return text.withUTF8 { bytes($0) }
  }

  static func bytes(_ source: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard !source.isEmpty else { return [] }
    return [UInt8](unsafeUninitializedCapacity: source.count * growth) { target, count in
      count = write(source, to: target.baseAddress!).length
    }
  }

  /// Bytes that `writePlain` may read and write after the end of a text.
  static let overrun = 17

  /// Sixteen bytes; compared as what it is, since a comparison of any `SIMD` type is a loop over its bytes.
  private typealias Block = SIMD16<Int8>

  /// Folds a block of plain text to `folded`; marks with ones what is not plain: not ASCII, a control character, a second
  /// border after a first. `next`: the block one byte further on.
  @inline(__always)
  private static func fold(_ block: Block, _ next: Block) -> (folded: Block, odd: Block) {
    // What is not ASCII is below zero; from `A` to `Z`, from `-` to `/`, moved down to the least numbers there are.
    let upper = marks((block &- Block(repeating: 0x41 &- .min)) .< Block(repeating: .min + 26))
    let border = borders(block)
    let controls = marks(block .< Block(repeating: 0x20)) | marks(block .== Block(repeating: 0x7F))
    let blank = marks(block .< Block(repeating: 0x21))
    let nextBlank = marks(next .< Block(repeating: 0x21))
    let folded = ((block | (upper & Block(repeating: 0x20))) & ~border) | (border & Block(repeating: 0x20))
    return (folded, controls | ((border | blank) & (borders(next) | nextBlank)))
  }

  /// Marks `-`, `.`, `/` and `_`.
  @inline(__always)
  private static func borders(_ block: Block) -> Block {
    marks((block &- Block(repeating: 0x2D &- .min)) .< Block(repeating: .min + 3))
      | marks(block .== Block(repeating: 0x5F))
  }

  @inline(__always)
  private static func marks(_ mask: SIMDMask<Block>) -> Block { unsafeBitCast(mask, to: Block.self) }

  /// A block of eight bytes and of eight zeros.
  @inline(__always)
  private static func half(_ bytes: UInt64) -> Block { unsafeBitCast(SIMD2<UInt64>(bytes, 0), to: Block.self) }

  @inline(__always)
  private static func lowHalf(_ block: Block) -> UInt64 { unsafeBitCast(block, to: SIMD2<UInt64>.self)[0] }

  @inline(__always)
  private static func isAny(_ marks: Block) -> Bool {
    let bits = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return bits[0] | bits[1] != 0
  }

  /// Folds plain text: ASCII without control characters and superfluous borders. False where it is something else: then
  /// what has been written means nothing. There must be `overrun` bytes after the text, and after the room for it.
  @inline(__always)
  static func writePlain(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let raw = UnsafeRawPointer(source)
    let out = UnsafeMutableRawPointer(target)
    /// Folds sixteen bytes; marks those that are not plain.
    @inline(__always)
    func fold(_ index: Int) -> Block {
      let (folded, odd) = Self.fold(
        raw.loadUnaligned(fromByteOffset: index, as: Block.self),
        raw.loadUnaligned(fromByteOffset: index &+ 1, as: Block.self))
      out.storeBytes(of: folded, toByteOffset: index, as: Block.self)
      return odd
    }
    // A border at the end would be told by what comes after the text.
    if isBorder(source[0]) || isBorder(source[count &- 1]) { return false }
    if count < 16 {
      let lanes = Block(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      return !isAny(fold(0) & marks(lanes .< Block(repeating: Int8(truncatingIfNeeded: count))))
    }
    var odd = fold(0)
    var index = 16
    while index &+ 16 < count {
      odd |= fold(index)
      index &+= 16
    }
    // The last sixteen bytes, of which some are folded already: they are read, so nothing is folded twice.
    return !isAny(odd | fold(count &- 16))
  }

  /// Writes the folded form of UTF-8 to where there is room for `growth` times its bytes. Returns the number of bytes
  /// written, and whether all of the text was ASCII. Linear; plain English goes sixteen bytes at a time.
  static func write(
    _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> (length: Int, isASCII: Bool) {
    guard let base = source.baseAddress else { return (0, true) }
    var output = Output(target: target, capacity: growth * source.count)
    var isASCII = true
    let raw = UnsafeRawPointer(base)
    let out = UnsafeMutableRawPointer(target)
    let count = source.count
    var index = 0
    while index < count {
      // Sixteen bytes of ASCII without a second border after a first: nothing to do but to take the case away.
      while !output.spacePending, index + 17 <= count, !(isBorder(base[index]) && output.isAtBorder) {
        let (folded, odd) = fold(
          raw.loadUnaligned(fromByteOffset: index, as: Block.self),
          raw.loadUnaligned(fromByteOffset: index + 1, as: Block.self))
        if isAny(odd) { break }
        out.storeBytes(of: folded, toByteOffset: output.written, as: Block.self)
        output.written += 16
        index += 16
      }
      // Eight bytes in the same way, for names and the ends of texts.
      while !output.spacePending, index + 9 <= count, !(isBorder(base[index]) && output.isAtBorder) {
        let (folded, odd) = fold(
          half(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
          half(raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)))
        if lowHalf(odd) != 0 { break }
        out.storeBytes(of: lowHalf(folded), toByteOffset: output.written, as: UInt64.self)
        output.written += 8
        index += 8
      }
      // Then some bytes one by one, past what stopped it.
      let stop = min(count, index + 8)
      while index < stop {
        let byte = base[index]
        if byte < 0x80 {
          index += 1
          output.put(ascii: byte)
        } else {
          isASCII = false
          let (scalar, length) = UTF8Scalar.decode(source, at: index)
          index += length
          fold(scalar) { output.put($0) }
        }
      }
    }
    // The block before a border at the very end has written it.
    if output.written > 0, target[output.written - 1] == 0x20 { output.written -= 1 }
    assert(output.written <= growth * count)
    return (output.written, isASCII)
  }

  /// Folded text as it is written: spaces wait until something follows them.
  private struct Output {
    let target: UnsafeMutablePointer<UInt8>
    let capacity: Int
    var written = 0
    var spacePending = false

    /// Whether a space that comes now is superfluous.
    @inline(__always)
    var isAtBorder: Bool { written == 0 || target[written - 1] == 0x20 }

    @inline(__always)
    mutating func flushSpace() {
      guard spacePending else { return }
      spacePending = false
      guard !isAtBorder else { return }
      target[written] = 0x20
      written += 1
    }

    @inline(__always)
    mutating func put(ascii byte: UInt8) {
      if isBorder(byte) {
        spacePending = true
        return
      }
      flushSpace()
      assert(written < capacity)
      target[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      written += 1
    }

    @inline(__always)
    mutating func put(_ folded: UInt32) {
      if folded == 0x20 {
        spacePending = true
        return
      }
      flushSpace()
      written += UTF8Scalar.write(folded, to: target + written)
      assert(written <= capacity)
    }
  }

  /// The simplified character of each character from U+4E00 to U+9FFF; most are their own.
  private static let simplified: [UInt16] = {
    var result = (0x4E00..<0xA000 as Range<UInt16>).map { $0 }
    HanTable.pairs.withUTF8Buffer { pairs in
      for start in stride(from: 0, to: pairs.count - 5, by: 6) {
        let (from, to) = (UTF8Scalar.decode(pairs, at: start).0, UTF8Scalar.decode(pairs, at: start + 3).0)
        result[Int(from) - 0x4E00] = UInt16(to)
      }
    }
    return result
  }()

  /// Calls `body` with each scalar that the scalar becomes: none for an invisible one.
  @inline(__always)
  static func fold(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    switch scalar {
    case ..<0x80:
      if isBorder(UInt8(scalar)) {
        body(0x20)
      } else {
        body(scalar &- 0x41 < 26 ? scalar | 0x20 : scalar)
      }
    case 0x4E00..<0xA000:
      body(UInt32(simplified[Int(scalar) - 0x4E00]))
    case 0xAC00..<0xD7A4:
      // Hangul by its letters, as its decomposed form has them.
      let index = scalar - 0xAC00
      body(0x1100 + index / 588)
      body(0x1161 + index % 588 / 28)
      if index % 28 > 0 { body(0x11A7 + index % 28) }
    default:
      foldByTable(scalar, body)
    }
  }

  private static func foldByTable(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    guard let run = run(of: scalar) else { return body(scalar) }
    let result = FoldTable.runs[run + 2]
    if result == 0 { return }
    guard result & 0x8000_0000 != 0 else {
      return body(result + (scalar - FoldTable.runs[run]) * FoldTable.runs[run + 3])
    }
    var index = Int(result & 0x7FFF_FFFF)
    while FoldTable.several[index] != 0 {
      body(FoldTable.several[index])
      index += 1
    }
  }

  /// The first index of the run that holds the scalar.
  private static func run(of scalar: UInt32) -> Int? {
    var low = 0
    var high = FoldTable.runs.count / 4
    while low < high {
      let middle = (low + high) / 2
      if FoldTable.runs[4 * middle + 1] < scalar {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < FoldTable.runs.count / 4 && FoldTable.runs[4 * low] <= scalar ? 4 * low : nil
  }
}

/// Numbers in which every byte is the same, for looking at many bytes at once.
enum Eight {
  @inline(__always)
  static func two(_ byte: UInt8) -> SIMD2<UInt64> {
    SIMD2(repeating: UInt64(byte) &* 0x0101_0101_0101_0101)
  }

  /// The highest bit of each byte that is zero.
  @inline(__always)
  static func zeros(_ bytes: UInt64) -> UInt64 {
    ~(((bytes & one(0x7F)) &+ one(0x7F)) | bytes) & one(0x80)
  }

  @inline(__always)
  static func one(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}

/// UTF-8 scalar by scalar. The text is valid UTF-8: the parser has seen to that.
enum UTF8Scalar {
  /// The scalar at an index and its length in bytes. A cut sequence is read as far as it goes.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    func tail(_ distance: Int) -> UInt32 {
      index + distance < bytes.count ? UInt32(bytes[index + distance] & 0x3F) : 0
    }
    switch lead {
    case ..<0x80: return (lead, 1)
    case ..<0xE0: return ((lead & 0x1F) << 6 | tail(1), 2)
    case ..<0xF0: return ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
    default: return ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
  }

  /// The first `limit` bytes at most, without a cut sequence at the end.
  static func prefix(_ bytes: [UInt8], _ limit: Int) -> [UInt8] {
    guard bytes.count > limit else { return bytes }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4) { room in
      bytes.append(contentsOf: room[..<write(scalar, to: room.baseAddress!)])
    }
  }

  /// Writes one to four bytes; returns how many.
  @inline(__always)
  static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    switch scalar {
    case ..<0x80:
      target[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    case ..<0x800:
      target[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    case ..<0x1_0000:
      target[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    default:
      target[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      target[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      target[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      target[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 4
    }
  }
}
