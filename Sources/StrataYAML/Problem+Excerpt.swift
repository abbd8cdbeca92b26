// What the sentences of `Problem+Sentence` show of the source.
extension Words {
  /// The problem's text in quotes, of its first line at most 32 characters.
  var excerpt: String { quoted(shortened) }

  /// Of bytes that are no text: how many there are in a row.
  var inARow: String {
    problem.length > 1 ? ", the first of \(problem.length) bytes in a row that are no text" : ""
  }

  func quoted(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "'")) ? "\"\(text)\"" : "'\(text)'"
  }

  var shortened: String { shortened(problem.offset..<problem.offset + problem.length) }

  func shortened(_ range: Range<Int>) -> String {
    let line = source[range.clamped(to: 0..<source.count)].prefix { !$0.isBreakOrEnd }
    var text = String(decoding: line, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.count > 32 ? text.prefix(31) + "…" : text
  }

  /// The character at the problem's place.
  var character: String {
    String(decoding: source[problem.offset...].prefix(4), as: UTF8.self).prefix(1).description
  }

  func line(_ offset: Int) -> Int { lookUp(offset).number }

  /// The number from 1 and the bytes of the line that holds a byte.
  func lookUp(_ offset: Int) -> (number: Int, bytes: Range<Int>) {
    var lines = SourceLines(source[...], columns: { _ in 1 })
    return lines.line(at: offset)
  }

  func indentation(_ line: Int) -> Int { source[line...].prefix { $0 == .space }.count }

  func endOfLine(_ offset: Int) -> Int {
    source[offset...].firstIndex { $0.isBreakOrEnd } ?? source.count
  }

  func bracket(_ offset: Int) -> String { source[offset] == .openBracket ? "'['" : "'{'" }

  func closing(_ offset: Int) -> String { source[offset] == .openBracket ? "']'" : "'}'" }

  var quote: String { source[problem.offset] == .doubleQuote ? "'\"'" : "\"'\"" }

  var quoteHint: String { quoteHint(problem.offset) }

  func quoteHint(_ offset: Int) -> String {
    source[offset] == .doubleQuote
      ? "close it with '\"'; a '\"' inside is written '\\\"'" : "close it with \"'\"; a \"'\" inside is written \"''\""
  }

  /// `key:value` in the problem's line: the space it lacks is the likely mend.
  var hintForColon: String? {
    hintForColon(in: problem.offset..<endOfLine(problem.offset))
  }

  func hintForColon(in range: Range<Int>) -> String? {
    let text = source[range]
    guard let colon = text.firstIndex(of: .colon), colon > range.lowerBound, colon + 1 < range.upperBound,
      !source[colon + 1].isSeparator, !text[(colon + 1)...].starts(with: "//".utf8)
    else { return nil }
    let key = shortened(range.lowerBound..<colon)
    guard !key.utf8.contains(UInt8(ascii: " ")) else { return nil }
    return "did you mean '\(key): \(shortened(colon + 1..<range.upperBound))'?"
  }

  /// Text right behind a closing quote: the quote was perhaps meant as a character.
  var hintForQuote: String? {
    guard problem.offset > 0, !source[problem.offset].isSeparator else { return nil }
    switch source[problem.offset - 1] {
    case .doubleQuote: return "a '\"' inside the text is written '\\\"'"
    case .singleQuote: return "a \"'\" inside the text is written \"''\""
    default: return nil
    }
  }

  /// The text between the beginning of the problem's line and its place.
  var wordBefore: String {
    let start = lookUp(problem.offset).bytes.lowerBound
    return shortened(start + indentation(start)..<problem.offset)
  }

  /// A comment between two lines of a text ends it.
  var hintForComment: String? {
    let start = lookUp(problem.offset).bytes.lowerBound
    guard start > 0 else { return nil }
    let text = source[lookUp(start - 1).bytes]
    guard text.indices.contains(where: { text[$0] == .hash && ($0 == text.startIndex || text[$0 - 1].isWhite) })
    else { return nil }
    return "a comment ends the text above it: move the comment, or put the text in quotes"
  }

  func columns(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }

  /// `0, 2 and 4`, of many the last.
  func list(_ levels: [Int]) -> String {
    if levels.count > 8 { return "…, " + list(levels.suffix(7)) }
    guard levels.count > 1, let last = levels.last else { return levels.map(String.init).joined() }
    return levels.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
  }

  func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
