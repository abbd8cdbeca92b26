/// Values as an editor writes them. Whatever is written here is read again before it counts.
enum EditedText {
  /// A value on one line.
  ///
  /// - Parameter quotes: how the old value was written; quotes stay.
  static func flow(_ value: EditedValue, quotes: Document.Style = .plain) -> [UInt8] {
    switch value {
    case .text(let text): scalar(text, quotes: quotes)
    case .list(let items):
      [UInt8(ascii: "[")] + joined(items.map { flow($0) }) + [UInt8(ascii: "]")]
    case .pairs(let pairs):
      [UInt8(ascii: "{")] + joined(pairs.map { key($0.key) + Array(": ".utf8) + flow($0.value) })
        + [UInt8(ascii: "}")]
    }
  }

  /// An entry of a collection in brackets.
  static func entry(_ entry: DocumentEditor.Entry) -> [UInt8] {
    switch entry {
    case .pair(let key, let value): self.key(key) + Array(": ".utf8) + flow(value)
    case .item(let value): flow(value)
    }
  }

  /// An entry as lines, without the last line feed: pairs a line each, what is inside of those on their line.
  static func block(_ entry: DocumentEditor.Entry, column: Int, lineFeed: [UInt8]) -> [UInt8] {
    let indent = [UInt8](repeating: 0x20, count: column)
    switch entry {
    case .pair(let key, let value):
      return indent + pair(key, value, column: column, lineFeed: lineFeed)
    case .item(.pairs(let pairs)) where !pairs.isEmpty:
      var lines: [UInt8] = []
      for (number, item) in pairs.enumerated() {
        lines += number == 0 ? indent + Array("- ".utf8) : lineFeed + indent + Array("  ".utf8)
        lines += pair(item.key, item.value, column: column + 2, lineFeed: lineFeed)
      }
      return lines
    case .item(let value): return indent + Array("- ".utf8) + flow(value)
    }
  }

  /// A key; strata's own words among them, `on`, stay plain.
  private static func key(_ text: String) -> [UInt8] {
    isPlain(text, isKey: true) ? Array(text.utf8) : doubleQuoted(text)
  }

  private static func pair(_ key: String, _ value: EditedValue, column: Int, lineFeed: [UInt8])
    -> [UInt8]
  {
    if case .text(let text) = value, text.utf8.contains(.lineFeed),
      let literal = literal(text, indent: column + 2, lineFeed: lineFeed)
    {
      return self.key(key) + Array(": ".utf8) + literal
    }
    return self.key(key) + Array(": ".utf8) + flow(value)
  }

  private static func joined(_ parts: [[UInt8]]) -> [UInt8] {
    Array(parts.joined(separator: [UInt8(ascii: ","), 0x20]))
  }

  // MARK: Scalars

  /// A text as plain as it may be, on one line.
  static func scalar(_ text: String, quotes: Document.Style = .plain) -> [UInt8] {
    switch quotes {
    case .singleQuoted: if isPrintable(text) { return singleQuoted(text) }
    case .doubleQuoted: return doubleQuoted(text)
    case .plain, .literal, .folded: if isPlain(text) { return Array(text.utf8) }
    }
    return doubleQuoted(text)
  }

  /// Whether a text needs no quotes anywhere, and no reader takes it for something else.
  private static func isPlain(_ text: String, isKey: Bool = false) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      isPrintable(text)
    else { return false }
    if first == " " || last == " " || last == ":" { return false }
    // What other readers would take for a number, a truth or nothing.
    if !isKey,
      ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""].contains(
        text.lowercased())
    {
      return false
    }
    let isNumber =
      text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
      && text.lowercased().utf8.allSatisfy { byte in
        byte >= 0x30 && byte <= 0x39 || "._+ex".utf8.contains(byte)
      }
    if isNumber { return false }
    let indicators: Set<Unicode.Scalar> = [
      "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@",
      "`", "=", "<", "+", ".",
    ]
    if indicators.contains(first) { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "#", previous == " " { return false }
      if previous == ":", scalar == " " { return false }
      // Harmless in a block, but an entry may stand in brackets.
      if [",", "[", "]", "{", "}"].contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  private static func isPrintable(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
        0x10000...0x10FFFF:
        true
      default: false
      }
    }
  }

  private static func singleQuoted(_ text: String) -> [UInt8] {
    [UInt8(ascii: "'")] + text.utf8.flatMap { $0 == UInt8(ascii: "'") ? [$0, $0] : [$0] } + [
      UInt8(ascii: "'")
    ]
  }

  private static func doubleQuoted(_ text: String) -> [UInt8] {
    var result: [UInt8] = [UInt8(ascii: "\"")]
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
      case "\n": result += Array("\\n".utf8)
      case "\t": result += Array("\\t".utf8)
      default:
        if isPrintable(String(scalar)) {
          result += Array(String(scalar).utf8)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFFFF ? 8 : 4
          result += Array("\\\(width == 8 ? "U" : "u")".utf8)
          result +=
            Array(String(repeating: "0", count: width - digits.count).utf8) + Array(digits.utf8)
        }
      }
    }
    return result + [UInt8(ascii: "\"")]
  }

  /// A text of several lines as a block scalar, without its last line feed; nil where that would not say the same.
  static func literal(_ text: String, indent: Int, lineFeed: [UInt8]) -> [UInt8]? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ isPrintable(String($0)) }), let first = lines.first, !first.isEmpty,
      first.first != " ",
      let last = lines.last
    else { return nil }
    // With one line feed at the end: `|`; without: `|-`; with more, quotes say it better.
    let body: ArraySlice<Substring>
    var result: [UInt8] = [UInt8(ascii: "|")]
    if last.isEmpty {
      body = lines.dropLast()
      guard let before = body.last, !before.isEmpty else { return nil }
    } else {
      body = lines[...]
      result.append(UInt8(ascii: "-"))
    }
    for line in body {
      result += lineFeed
      if !line.isEmpty { result += [UInt8](repeating: 0x20, count: indent) + Array(line.utf8) }
    }
    return result
  }
}
