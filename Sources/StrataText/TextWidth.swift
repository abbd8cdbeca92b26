// Memory: lent.

/// How many columns text takes: the one place that counts.
///
/// It counts as libc's wcwidth does in a UTF-8 locale, because ncurses moves its cursor by that. Where libc and terminals
/// disagree (variation selectors, emoji joined by ZWJ, flags) `clusters` yields a form on which they agree.
public struct TextWidth: Hashable, Sendable {
  /// Whether the terminal draws ambiguous characters (`●`, `─`, `…`) two columns wide. ncurses cannot count that, so such
  /// characters are then replaced by ASCII ones.
  public var ambiguousIsWide: Bool
  /// Whether borders are lines all the same: in the set of them that a terminal has of old they are one column wide.
  public var keepsBorders: Bool
  /// Whether only ASCII may be used for drawing: borders, marks, ellipsis. Text from a catalog keeps its characters.
  public var drawsASCII: Bool

  public init(ambiguousIsWide: Bool = false, drawsASCII: Bool = false) {
    self.ambiguousIsWide = ambiguousIsWide
    self.drawsASCII = drawsASCII || ambiguousIsWide
    keepsBorders = ambiguousIsWide && !drawsASCII
  }

  public static let standard = TextWidth()

  /// Columns of one scalar by libc's count: 0, 1 or 2. A control character counts 1: it is shown as a mark.
  public static func columns(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if isUsual(value) { return value < 0x3000 ? 1 : 2 }
    return columnsByTable(value)
  }

  static func columnsByTable(_ value: UInt32) -> Int {
    if contains(WidthTable.wide, value) { return 2 }
    return contains(WidthTable.zero, value) ? 0 : 1
  }

  /// Lines and signs that screens are drawn of, and Chinese characters: what is known of them without a look at the tables, which
  /// hold the same (a test compares).
  static func isUsual(_ value: UInt32) -> Bool {
    (0x2500..<0x25FD).contains(value) || (0x4E00..<0x9FF0).contains(value) || (0x2010..<0x2028).contains(value)
      || (0x2030..<0x205F).contains(value) || (0x2190..<0x2200).contains(value)
  }

  public static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xA1 && contains(WidthTable.ambiguous, scalar.value)
  }

  /// No text counts more columns: far more than any screen has.
  public static let mostColumns = 1 << 16

  /// Columns of the text as `Frame.write` draws it, or `most` where there are more: of such a text only the beginning is
  /// looked at.
  public func columns(_ text: String, upTo most: Int = TextWidth.mostColumns) -> Int { counted(text, upTo: most) }

  public func columns(_ text: Substring, upTo most: Int = TextWidth.mostColumns) -> Int { counted(text, upTo: most) }

  private func counted(_ text: some StringProtocol, upTo most: Int) -> Int {
    let most = max(0, min(most, TextWidth.mostColumns))
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      guard let plain = unsafe TextWidth.plainBeginning(of: bytes, columns: most) else { return nil }
      // Of a character that is wide half may be beyond.
      return plain.bytes < bytes.count ? most : plain.columns
    }
    if let plain = plain ?? nil { return plain }
    var total = 0
    forEachCluster(of: text, scalars: TextWidth.scalarLimit(columns: most)) { _, width in
      total += width
      return total < most
    }
    return min(total, most)
  }

  /// The longest beginning of a text in UTF-8 that takes at most so many columns, in columns and bytes, where each of its
  /// characters stands for itself (printable ASCII, lines, signs and Chinese characters), and the one after it, too, which
  /// might be a mark; or else nil.
  static func plainBeginning(
    of bytes: UnsafeBufferPointer<UInt8>, columns most: Int
  ) -> (columns: Int, bytes: Int)? {
    var columns = 0
    var place = 0
    while true {
      // Most is printable ASCII: eight at a time.
      if place + 8 <= bytes.count, columns + 8 <= most, unsafe isPrintable(eightBytes(of: bytes, from: place)) {
        columns += 8
        place += 8
        continue
      }
      // What is left of them, with some that were counted.
      let rest = bytes.count - place
      if rest < 8, bytes.count >= 8, columns + rest <= most,
        unsafe isPrintable(eightBytes(of: bytes, from: bytes.count - 8))
      {
        return (columns + rest, bytes.count)
      }
      guard place < bytes.count else { break }
      if unsafe bytes[place] >= 0x20 && bytes[place] < 0x7F {
        guard columns < most else { return (columns, place) }
        columns += 1
        place += 1
        continue
      }
      guard let (scalar, length) = unsafe TextWidth.plainScalar(in: bytes, at: place) else { break }
      let width = TextWidth.columns(ofPlain: scalar)
      guard columns + width <= most else { return (columns, place) }
      // Rules are one character many times.
      let count = unsafe repeats(in: bytes, at: place, length: length, upTo: (most - columns) / width)
      columns += count * width
      place += count * length
    }
    return place == bytes.count ? (columns, place) : nil
  }

  /// How often a character of so many bytes stands at a byte, without another between; at most so often as is asked.
  package static func repeats(
    in bytes: UnsafeBufferPointer<UInt8>, at place: Int, length: Int, upTo most: Int
  ) -> Int {
    let limit = min(bytes.count, place + most * length)
    var end = place + length
    while end < limit, unsafe bytes[end] == bytes[end - length] { end += 1 }
    return (end - place) / length
  }

  /// Eight bytes, which are there, the first in the lowest bits.
  @inlinable
  package static func eightBytes(of bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Whether eight bytes are all from 0x20 to 0x7E.
  @inlinable
  package static func isPrintable(_ word: UInt64) -> Bool {
    // The first bit of a byte is set by what is not ASCII, what is below 0x20, and 0x7F.
    (word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }

  /// The character that begins at a byte of a valid text, and its bytes; nil at the end, and for one that does not stand
  /// for itself.
  package static func plainScalar(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (UInt32, length: Int)? {
    guard place < bytes.count else { return nil }
    let first = unsafe bytes[place]
    if first < 0x7F { return first >= 0x20 ? (UInt32(first), 1) : nil }
    guard first & 0xF0 == 0xE0, place + 2 < bytes.count else { return nil }
    let (second, third) = unsafe (UInt32(bytes[place + 1] & 0x3F), UInt32(bytes[place + 2] & 0x3F))
    let scalar = UInt32(first & 0x0F) << 12 | second << 6 | third
    return isUsual(scalar) ? (scalar, 3) : nil
  }

  /// The same as `columns` of a character that stands for itself.
  package static func columns(ofPlain scalar: UInt32) -> Int { scalar < 0x3000 ? 1 : 2 }

  /// Whether the text takes at most so many columns. Of a longer one only the beginning is looked at.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public func fits<Text: StringProtocol>(_ text: Text, columns limit: Int) -> Bool {
    // Nothing takes more columns than bytes.
    if text.utf8.prefix(max(0, limit) + 1).count <= limit { return true }
    var used = 0
    return forEachCluster(in: Substring(text).unicodeScalars, TextWidth.scalarLimit(columns: limit)) { _, width in
      used += width
      return used <= limit
    }
  }

  /// So many characters are looked at to fill `columns` columns: far more than any text has that is meant to be read. What
  /// lies behind them (a cell with a million marks) is not shown.
  public static func scalarLimit(columns: Int) -> Int { 4096 + 64 * max(0, columns) }

  /// The longest beginning of the text that takes at most `columns` columns.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  public func prefix<Text: StringProtocol>(_ text: Text, columns: Int) -> String {
    guard columns > 0 else { return "" }
    // Printable ASCII is cut where it stands; nothing that follows it joins it.
    let plain = text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard unsafe bytes.prefix(columns + 1).allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      return unsafe String(decoding: bytes.prefix(columns), as: UTF8.self)
    }
    if let plain = plain ?? nil { return plain }
    var result: [UInt8] = []
    var used = 0
    forEachCluster(of: text, scalars: TextWidth.scalarLimit(columns: columns)) { scalars, width in
      guard used + width <= columns else { return false }
      used += width
      for scalar in scalars { result.append(contentsOf: UTF8.encode(scalar)!) }
      return true
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text, cut to `columns` columns with an ellipsis at its end where it is longer.
  public func truncated(_ text: String, columns limit: Int) -> String {
    guard !fits(text, columns: limit) else { return text }
    let mark = ellipsis
    guard limit > mark.count else { return String(mark.prefix(max(0, limit))) }
    return prefix(text, columns: limit - mark.count) + mark
  }

  /// `…`, or `...` where only ASCII is drawn.
  public var ellipsis: String { drawsASCII ? "..." : "…" }

  private static func contains(_ runs: [UInt32], _ value: UInt32) -> Bool {
    var low = 0
    var high = runs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if runs[2 * middle + 1] < value {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < runs.count / 2 && runs[2 * low] <= value
  }
}
