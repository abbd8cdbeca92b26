// Memory: lent.

/// Where words begin and end in folded UTF-8.
///
/// Letters and digits make words; each character of a script without spaces (Chinese, Japanese) is a word by itself.
enum WordBoundary {
  private enum Side {
    case letter, ideograph, separator
  }

  /// Whether a word begins at the index, which is the beginning of a scalar.
  @inline(__always)
  static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index > 0 else { return true }
    return side(before: index, bytes) != .letter || side(after: index, bytes) != .letter
  }

  /// Whether a word ends at the index.
  static func ends(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index < bytes.count else { return true }
    return side(before: index, bytes) != .letter || side(after: index, bytes) != .letter
  }

  @inline(__always)
  private static func side(before index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Side {
    var lead = index - 1
    while lead > 0, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    return side(after: lead, bytes)
  }

  @inline(__always)
  private static func side(after index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Side {
    let byte = bytes[index]
    switch byte {
    case 0x30...0x39, 0x61...0x7A: return .letter
    case ..<0x80: return .separator
    // U+0080…U+00BF: signs. Then Latin, Greek, Cyrillic and the other scripts with spaces.
    case 0xC2: return .separator
    case 0xC3...0xE1: return .letter
    // U+2000…U+2FFF: punctuation and signs.
    case 0xE2: return .separator
    default: return .ideograph
    }
  }
}
