/// Text as a search compares it: without case, accents, width and invisible characters, white space as single spaces.
///
/// `Folding.bytes("Ｋ８s  Café")` is the UTF-8 of `k8s cafe`. Each scalar is folded by itself, so that a part of a text
/// folds to a part of the folded text, whatever its normal form. No folded text holds a byte below 0x20.
enum Folding {
  /// The folded text as UTF-8, without white space at either end.
  static func bytes(_ text: some StringProtocol) -> [UInt8] {
    var text = String(text)
    return text.withUTF8 { source in
      var result: [UInt8] = []
      result.reserveCapacity(source.count)
      append(source, to: &result)
      return result
    }
  }

  /// Appends the folded form of UTF-8. Linear.
  static func append(_ source: UnsafeBufferPointer<UInt8>, to result: inout [UInt8]) {
    let start = result.count
    var spacePending = false
    var index = 0
    while index < source.count {
      let byte = source[index]
      if byte < 0x80 {
        index += 1
        if byte <= 0x20 || byte == 0x7F {
          spacePending = true
          continue
        }
        if spacePending, result.count > start { result.append(0x20) }
        spacePending = false
        result.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(source, at: index)
      index += length
      fold(scalar) { folded in
        if folded == 0x20 {
          spacePending = true
          return
        }
        if spacePending, result.count > start { result.append(0x20) }
        spacePending = false
        UTF8Scalar.append(folded, to: &result)
      }
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

  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80:
      bytes.append(UInt8(scalar))
    case ..<0x800:
      bytes.append(UInt8(0xC0 | scalar >> 6))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    case ..<0x1_0000:
      bytes.append(UInt8(0xE0 | scalar >> 12))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | scalar >> 18))
      bytes.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | scalar & 0x3F))
    }
  }
}
