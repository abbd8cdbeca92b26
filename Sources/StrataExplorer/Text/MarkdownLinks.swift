/// The parts of links in Markdown: addresses, titles, labels, character references. Each looks ahead by a bounded length, or
/// to where no other of its kind can begin.
enum MarkdownLinks {
  /// Bytes of a label.
  private static let maximumLabel = 999
  /// Brackets inside one another in an address.
  private static let maximumNesting = 32

  /// `[label]: address "title"` from `start` to the end of a line.
  static func definition(in text: [UInt8], at start: Int) -> (label: String, address: String, end: Int)? {
    guard let label = label(in: text, at: start), label.end < text.count, text[label.end] == UInt8(ascii: ":"),
      !label.text.isEmpty
    else { return nil }
    let begin = afterBlanks(text, label.end + 1)
    guard let address = address(in: text, at: begin), address.end > begin else { return nil }
    // A title may stand on the next line; if what stands there is none, it is text.
    let afterAddress = endOfLine(text, address.end)
    let next = afterBlanks(text, address.end)
    if next > address.end, let title = endOfTitle(in: text, at: next), let end = endOfLine(text, title) {
      return (label.text, address.text, end)
    }
    return afterAddress.map { (label.text, address.text, $0) }
  }

  /// `(address "title")` at `start`.
  static func target(in text: [UInt8], at start: Int) -> (address: String, end: Int)? {
    guard start < text.count, text[start] == UInt8(ascii: "(") else { return nil }
    var place = afterBlanks(text, start + 1)
    guard let address = address(in: text, at: place) else { return nil }
    place = afterBlanks(text, address.end)
    if place > address.end, let title = endOfTitle(in: text, at: place) { place = afterBlanks(text, title) }
    guard place < text.count, text[place] == UInt8(ascii: ")") else { return nil }
    return (address.text, place + 1)
  }

  /// `[label]` at `start`, as labels are compared.
  static func label(in text: [UInt8], at start: Int) -> (text: String, end: Int)? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    var place = start + 1
    while place < text.count, place - start <= maximumLabel + 1 {
      switch text[place] {
      case UInt8(ascii: "]"): return (normalized(text[start + 1..<place]), place + 1)
      case UInt8(ascii: "["): return nil
      case .backslash where place + 1 < text.count && text[place + 1].isPunctuation: place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// A label without its case, with one space between words.
  static func normalized(_ label: ArraySlice<UInt8>) -> String {
    guard label.count <= maximumLabel else { return "" }
    let words = label.split(whereSeparator: \.isWhite)
    return String(decoding: Array(words.joined(separator: [.space])), as: UTF8.self).lowercased()
  }

  /// An address in angle brackets, or up to a blank; with its references and escapes resolved.
  static func address(in text: [UInt8], at start: Int) -> (text: String, end: Int)? {
    guard start < text.count else { return nil }
    var place = start
    if text[start] == UInt8(ascii: "<") {
      place += 1
      while place < text.count, text[place] != UInt8(ascii: ">") {
        if text[place] == .lineFeed || text[place] == UInt8(ascii: "<") { return nil }
        place += text[place] == .backslash ? 2 : 1
      }
      guard place < text.count else { return nil }
      return (resolved(text[start + 1..<place]), place + 1)
    }
    var depth = 0
    while place < text.count, text[place] > 0x20, text[place] != 0x7F {
      if text[place] == .backslash, place + 1 < text.count, text[place + 1].isPunctuation {
        place += 2
        continue
      }
      if text[place] == UInt8(ascii: "(") {
        depth += 1
        if depth > maximumNesting { return nil }
      } else if text[place] == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      place += 1
    }
    guard depth == 0 else { return nil }
    return (resolved(text[start..<place]), place)
  }

  private static func endOfTitle(in text: [UInt8], at start: Int) -> Int? {
    guard start < text.count else { return nil }
    let end: UInt8
    switch text[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): end = text[start]
    case UInt8(ascii: "("): end = UInt8(ascii: ")")
    default: return nil
    }
    var place = start + 1
    while place < text.count {
      if text[place] == end { return place + 1 }
      if text[place] == UInt8(ascii: "("), end == UInt8(ascii: ")") { return nil }
      place += text[place] == .backslash && place + 1 < text.count && text[place + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  private static func afterBlanks(_ text: [UInt8], _ start: Int) -> Int {
    var place = start
    while place < text.count, text[place].isWhite { place += 1 }
    return place
  }

  /// Where the next line begins, if nothing but blanks stands before it.
  private static func endOfLine(_ text: [UInt8], _ start: Int) -> Int? {
    var place = start
    while place < text.count, text[place] == .space || text[place] == .tab { place += 1 }
    if place == text.count { return place }
    return text[place] == .lineFeed ? place + 1 : nil
  }

  /// A text without backslashes before punctuation, and with its character references as characters.
  static func resolved(_ text: ArraySlice<UInt8>) -> String {
    guard text.contains(where: { $0 == .backslash || $0 == UInt8(ascii: "&") }) else {
      return String(decoding: text, as: UTF8.self)
    }
    var result: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == .backslash, place + 1 < text.endIndex, text[place + 1].isPunctuation {
        result.append(text[place + 1])
        place += 2
      } else if text[place] == UInt8(ascii: "&"), let (character, end) = reference(in: text, at: place) {
        result += character.utf8
        place = end
      } else {
        result.append(text[place])
        place += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Character references

  private static let maximumName = 32

  private static let named: [Substring: String] = {
    var table: [Substring: String] = [:]
    for word in EntityTable.source.split(separator: " ") {
      let parts = word.split(separator: "=")
      let scalars = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
      table[parts[0]] = String(String.UnicodeScalarView(scalars))
    }
    return table
  }()

  /// `&amp;`, `&#8212;`, `&#x2014;` at `start`.
  static func reference(in text: ArraySlice<UInt8>, at start: Int) -> (text: String, end: Int)? {
    let rest = text[(start + 1)...].prefix(maximumName + 1)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = rest[..<end]
    guard name.first == UInt8(ascii: "#") else {
      guard name.allSatisfy({ $0.isLetter || $0.isDigit }) else { return nil }
      return named[Substring(decoding: name, as: UTF8.self)].map { ($0, end + 1) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard (1...(isHexadecimal ? 6 : 7)).contains(number.utf8.count), !number.hasPrefix("+"), !number.hasPrefix("-"),
      let value = UInt32(number, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    return (String(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"), end + 1)
  }
}
