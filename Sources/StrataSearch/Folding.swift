/// Text as a search compares it: without case, accents, width and invisible characters, white space as single spaces.
///
/// `Folding.bytes("Ｋ８s  Café")` is the UTF-8 of `k8s cafe`. Each scalar is folded by itself, so that a part of a text
/// folds to a part of the folded text, whatever its normal form. No folded text holds a byte below 0x20.
enum Folding {
  /// Folded text takes at most so many times the bytes of the text: Hangul by its letters.
  static let growth = 3

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

  /// Folds plain text: ASCII without control characters and superfluous spaces. False where it is something else: then what
  /// has been written means nothing. There must be `overrun` bytes after the text, and after the room for it.
  @inline(__always)
  static func writePlain(
    _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    typealias Block = SIMD16<Int8>
    let raw = UnsafeRawPointer(source)
    let out = UnsafeMutableRawPointer(target)
    /// Folds sixteen bytes; marks those that are not plain. What is not ASCII is below zero.
    @inline(__always)
    func fold(_ index: Int) -> SIMDMask<Block> {
      let block = raw.loadUnaligned(fromByteOffset: index, as: Block.self)
      let next = raw.loadUnaligned(fromByteOffset: index &+ 1, as: Block.self)
      // From `A` to `Z`, moved down to the least numbers there are.
      let isUpper = (block &- Block(repeating: 0x41 &- .min)) .< Block(repeating: .min + 26)
      let upper = unsafeBitCast(isUpper, to: Block.self) & Block(repeating: 0x20)
      out.storeBytes(of: block | upper, toByteOffset: index, as: Block.self)
      let spaces = (block .< Block(repeating: 0x21)) .& (next .< Block(repeating: 0x21))
      return (block .< Block(repeating: 0x20)) .| (block .== Block(repeating: 0x7F)) .| spaces
    }
    // A space at the end would be told by what comes after the text.
    if source[0] == 0x20 || source[count &- 1] == 0x20 { return false }
    if count < 16 {
      let lanes = Block(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
      return !isAny(fold(0) .& (lanes .< Block(repeating: Int8(truncatingIfNeeded: count))))
    }
    var odd = fold(0)
    var index = 16
    while index &+ 16 < count {
      odd .|= fold(index)
      index &+= 16
    }
    // The last sixteen bytes, of which some are folded already.
    return !isAny(odd .| fold(count &- 16))
  }

  @inline(__always)
  private static func isAny(_ marks: SIMDMask<SIMD16<Int8>>) -> Bool {
    let bits = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
    return bits[0] | bits[1] != 0
  }

  /// Writes the folded form of UTF-8 to where there is room for `growth` times its bytes. Returns the number of bytes
  /// written, and whether all of the text was ASCII. Linear; plain English goes sixteen bytes at a time.
  static func write(
    _ source: UnsafeBufferPointer<UInt8>, to target: UnsafeMutablePointer<UInt8>
  ) -> (length: Int, isASCII: Bool) {
    guard let base = source.baseAddress else { return (0, true) }
    var output = Output(target: target)
    var isASCII = true
    let raw = UnsafeRawPointer(base)
    let out = UnsafeMutableRawPointer(target)
    let count = source.count
    var index = 0
    while index < count {
      // Sixteen bytes of ASCII without a second space after the first: nothing to do but to take the case away.
      while !output.spacePending, index + 17 <= count {
        let block = raw.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
        let next = raw.loadUnaligned(fromByteOffset: index + 1, as: SIMD2<UInt64>.self)
        // In each byte the highest bit tells: not ASCII, below a space, DEL; a space, and a space or less after it.
        let odd = block | ~(block &+ Eight.two(0x60)) | (block &+ Eight.two(0x01))
        let spaces = ~((block ^ Eight.two(0x20)) &+ Eight.two(0x7F)) & ~(next &+ Eight.two(0x5F))
        let bits = (odd | spaces) & Eight.two(0x80)
        if bits[0] | bits[1] != 0 || (output.written == 0 && base[index] == 0x20) { break }
        let upper = (block &+ Eight.two(0x3F)) & ~(block &+ Eight.two(0x25)) & Eight.two(0x80)
        out.storeBytes(of: block | (upper &>> 2), toByteOffset: output.written, as: SIMD2<UInt64>.self)
        output.written += 16
        index += 16
      }
      // Eight bytes in the same way, for names and the ends of texts.
      while !output.spacePending, index + 9 <= count {
        let block = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let next = raw.loadUnaligned(fromByteOffset: index + 1, as: UInt64.self)
        let odd = block | ~(block &+ Eight.one(0x60)) | (block &+ Eight.one(0x01))
        let spaces = ~((block ^ Eight.one(0x20)) &+ Eight.one(0x7F)) & ~(next &+ Eight.one(0x5F))
        if (odd | spaces) & Eight.one(0x80) != 0 || (output.written == 0 && base[index] == 0x20) { break }
        let upper = (block &+ Eight.one(0x3F)) & ~(block &+ Eight.one(0x25)) & Eight.one(0x80)
        out.storeBytes(of: block | (upper &>> 2), toByteOffset: output.written, as: UInt64.self)
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
          if byte &- 0xE5 < 5, index + 3 <= count {
            // Chinese stays as it is.
            output.put(base + index)
            index += 3
            continue
          }
          let (scalar, length) = UTF8Scalar.decode(source, at: index)
          index += length
          if scalar >= 0x4E00, scalar < 0xA000 { output.put(scalar) } else { fold(scalar) { output.put($0) } }
        }
      }
    }
    // The block before a space at the very end has written it.
    if output.written > 0, target[output.written - 1] == 0x20 { output.written -= 1 }
    return (output.written, isASCII)
  }

  /// Folded text as it is written: spaces wait until something follows them.
  private struct Output {
    let target: UnsafeMutablePointer<UInt8>
    var written = 0
    var spacePending = false

    @inline(__always)
    mutating func flushSpace() {
      guard spacePending else { return }
      spacePending = false
      guard written > 0, target[written - 1] != 0x20 else { return }
      target[written] = 0x20
      written += 1
    }

    @inline(__always)
    mutating func put(ascii byte: UInt8) {
      if byte <= 0x20 || byte == 0x7F {
        spacePending = true
        return
      }
      flushSpace()
      target[written] = byte &- 0x41 < 26 ? byte | 0x20 : byte
      written += 1
    }

    /// Three bytes as they are.
    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>) {
      flushSpace()
      target[written] = bytes[0]
      target[written + 1] = bytes[1]
      target[written + 2] = bytes[2]
      written += 3
    }

    mutating func put(_ folded: UInt32) {
      if folded == 0x20 {
        spacePending = true
        return
      }
      flushSpace()
      written += UTF8Scalar.write(folded, to: target + written)
    }
  }

  /// Calls `body` with each scalar that the scalar becomes: none for an invisible one.
  static func fold(_ scalar: UInt32, _ body: (UInt32) -> Void) {
    switch scalar {
    case ..<0x80:
      if scalar <= 0x20 || scalar == 0x7F {
        body(0x20)
      } else {
        body(scalar &- 0x41 < 26 ? scalar | 0x20 : scalar)
      }
    case 0x4E00..<0xA000:
      body(scalar)
    case 0xAC00..<0xD7A4:
      // Hangul by its letters, as its decomposed form has them.
      let index = scalar - 0xAC00
      body(0x1100 + index / 588)
      body(0x1161 + index % 588 / 28)
      if index % 28 > 0 { body(0x11A7 + index % 28) }
    default:
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
