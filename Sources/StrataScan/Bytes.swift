// Memory: lent.

/// Small reading of a line's bytes. Everything is bounds-checked; nothing is copied before a token is known to be one.
extension Span where Element == UInt8 {
  func index(of byte: UInt8, from start: Int = 0) -> Int? {
    var position = start
    while position < count {
      if self[position] == byte { return position }
      position += 1
    }
    return nil
  }

  /// Whether the text stands at `start`.
  func has(_ text: StaticString, at start: Int = 0) -> Bool {
    let length = text.utf8CodeUnitCount
    guard start >= 0, start + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for offset in 0..<length where unsafe self[start + offset] != wanted[offset] { return false }
      return true
    }
  }

  /// Whether the text stands anywhere. For short lines and texts only: no clever search.
  func contains(_ text: StaticString) -> Bool {
    let length = text.utf8CodeUnitCount
    guard length > 0, count >= length else { return false }
    let first = text.withUTF8Buffer { unsafe $0[0] }
    for start in 0...(count - length) where self[start] == first && has(text, at: start) { return true }
    return false
  }

  /// The first position from `start` on that is no blank: a carriage return is one, wherever it stands.
  func skippingBlanks(from start: Int = 0) -> Int {
    var position = start
    while position < count, self[position].isBlank { position += 1 }
    return position
  }

  /// The range without blanks, tabs and carriage returns at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, self[low].isBlank { low += 1 }
    while high > low, self[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  /// The range without a pair of quotes around it.
  func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, let quote = [UInt8.quote, .apostrophe].first(where: { $0 == self[range.lowerBound] }),
      self[range.upperBound - 1] == quote
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// The bytes as text; what is not UTF-8 becomes the replacement character.
  func text(_ range: Range<Int>) -> String {
    unsafe String(unsafeUninitializedCapacity: range.count) { buffer in
      for (place, position) in range.enumerated() { unsafe buffer[place] = self[position] }
      return range.count
    }
  }
}

extension UInt8 {
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let carriageReturn = UInt8(ascii: "\r")
  static let lineFeed = UInt8(ascii: "\n")
  static let colon = UInt8(ascii: ":")
  static let slash = UInt8(ascii: "/")
  static let hash = UInt8(ascii: "#")
  static let hyphen = UInt8(ascii: "-")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")
  static let brace = UInt8(ascii: "{")

  var isBlank: Bool { self == .space || self == .tab || self == .carriageReturn }
  /// ASCII lower case.
  var lower: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var isLetter: Bool { lower >= 0x61 && lower <= 0x7A }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension Substring {
  /// The first place where `text` stands, byte for byte. For tokens: it looks at each byte once a byte of `text`.
  func utf8Range(of text: StaticString) -> Range<Index>? {
    let wanted = text.withUTF8Buffer { unsafe Array($0) }
    var position = utf8.startIndex
    while position < utf8.endIndex {
      if utf8[position...].prefix(wanted.count).elementsEqual(wanted) {
        return position..<utf8.index(position, offsetBy: wanted.count)
      }
      position = utf8.index(after: position)
    }
    return nil
  }
}
