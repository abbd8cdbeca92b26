/// HTML in Markdown: where its blocks begin and end, and its tags.
enum MarkdownHTML {
  /// What ends a block of HTML.
  enum BlockEnd: Equatable {
    case blankLine
    /// A line that has one of these.
    case text([String])

    func isMet(in line: ArraySlice<UInt8>) -> Bool {
      switch self {
      case .blankLine: false
      case .text(let ends): ends.contains { MarkdownHTML.contains(line, $0) }
      }
    }
  }

  private static let verbatim: Set<String> = ["script", "pre", "style", "textarea"]
  private static let blocks = Set(
    """
    address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt \
    fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link \
    main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead \
    title tr track ul
    """.split(separator: " ").map(String.init))

  /// How a block of HTML ends that begins at `start`; nil where none begins there.
  static func blockEnd(ofBlockAt start: Int, in line: ArraySlice<UInt8>, interrupts isInParagraph: Bool) -> BlockEnd? {
    let rest = line[(start + 1)...]
    if rest.starts(with: "!--".utf8) { return .text(["-->"]) }
    if rest.first == UInt8(ascii: "?") { return .text(["?>"]) }
    if rest.starts(with: "![CDATA[".utf8) { return .text(["]]>"]) }
    if rest.first == UInt8(ascii: "!"), rest.dropFirst().first?.isLetter == true { return .text([">"]) }
    let isClosing = rest.first == UInt8(ascii: "/")
    let name = self.name(in: isClosing ? rest.dropFirst() : rest)
    guard !name.isEmpty else { return nil }
    let after = rest.dropFirst((isClosing ? 1 : 0) + name.utf8.count).first
    let isWord = after.map { $0.isWhite || $0 == UInt8(ascii: ">") } ?? true
    if !isClosing, isWord, verbatim.contains(name) { return .text(verbatim.map { "</\($0)>" }) }
    if isWord || rest.dropFirst((isClosing ? 1 : 0) + name.utf8.count).starts(with: "/>".utf8), blocks.contains(name) {
      return .blankLine
    }
    guard !isInParagraph, let tag = tag(in: line, at: start), line[tag.end...].allSatisfy(\.isWhite) else { return nil }
    return .blankLine
  }

  private static func name(in text: ArraySlice<UInt8>) -> String {
    guard text.first?.isLetter == true else { return "" }
    let name = text.prefix(32).prefix { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  /// Without its case.
  private static func contains(_ line: ArraySlice<UInt8>, _ text: String) -> Bool {
    find(text, in: line, from: line.startIndex) != nil
  }

  /// Where a short text of ASCII begins, whatever its case.
  static func find(_ text: String, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var place = start
    while let first = bytes[place...].firstIndex(of: wanted[0]) {
      let candidate = bytes[first...].prefix(wanted.count)
      if candidate.count == wanted.count,
        zip(candidate, wanted).allSatisfy({ $0 == $1 || $0.isLetter && $0 | 0x20 == $1 })
      {
        return first
      }
      place = first + 1
    }
    return nil
  }

  struct Tag {
    /// In lower case.
    var name: String
    var isClosing: Bool
    var attributes: [String: String]
    /// Behind its `>`.
    var end: Int
  }

  /// The whole tag that begins at `start` with `<`; nil where it is none.
  static func tag(in text: ArraySlice<UInt8>, at start: Int) -> Tag? {
    var place = start + 1
    func peek() -> UInt8 { place < text.endIndex ? text[place] : 0 }
    func skipBlanks() { while place < text.endIndex, text[place].isWhite { place += 1 } }
    let isClosing = peek() == UInt8(ascii: "/")
    if isClosing { place += 1 }
    let begin = place
    guard peek().isLetter else { return nil }
    while peek().isLetter || peek().isDigit || peek() == UInt8(ascii: "-") { place += 1 }
    var tag = Tag(
      name: String(decoding: text[begin..<place].prefix(32), as: UTF8.self).lowercased(), isClosing: isClosing,
      attributes: [:], end: 0)
    while true {
      let before = place
      skipBlanks()
      if peek() == UInt8(ascii: "/"), !isClosing { place += 1 }
      if peek() == UInt8(ascii: ">") {
        tag.end = place + 1
        return tag
      }
      // An attribute stands behind a blank.
      guard !isClosing, place > before, text[place - 1].isWhite else { return nil }
      let nameStart = place
      guard peek().isLetter || peek() == UInt8(ascii: "_") || peek() == UInt8(ascii: ":") else { return nil }
      while peek().isLetter || peek().isDigit || ".:_-".utf8.contains(peek()) { place += 1 }
      let name = text[nameStart..<place]
      let afterName = place
      skipBlanks()
      guard peek() == UInt8(ascii: "=") else {
        place = afterName
        continue
      }
      place += 1
      skipBlanks()
      let quote = peek()
      let value: ArraySlice<UInt8>
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        guard let close = text[(place + 1)...].firstIndex(of: quote) else { return nil }
        value = text[place + 1..<close]
        place = close + 1
      } else {
        let valueStart = place
        while place < text.endIndex, !text[place].isWhite, !"\"'=<>`".utf8.contains(text[place]) { place += 1 }
        guard place > valueStart else { return nil }
        value = text[valueStart..<place]
      }
      if name.count <= 8 {
        tag.attributes[String(decoding: name, as: UTF8.self).lowercased()] = MarkdownLinks.resolved(value)
      }
    }
  }

  /// The tags that end a line of text.
  static func breaks(_ name: String) -> Bool { name == "br" || blocks.contains(name) }
}
