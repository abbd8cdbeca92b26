/// The block structure of a Markdown text, as CommonMark 0.31 has it, and tables as GitHub has them.
///
/// A flat tree: no recursion. Containers (quotes, lists' items) lie at most `maximumDepth` deep; what would open one more
/// is text. Work is linear in the text's length: each line passes the open containers and what it opens once.
struct MarkdownBlocks {
  /// Quotes and list items inside one another.
  static let maximumDepth = 24
  /// Columns of a table; what has more is no table.
  static let maximumColumns = 32

  enum Alignment { case left, center, right }

  enum Kind: Equatable {
    case document, quote, item
    /// `start`: the first number; nil for bullets. `sign`: the bullet, or what follows the number.
    case list(start: Int?, sign: UInt8)
    case paragraph, heading, rule
    case code
    case html
    case table([Alignment])
    /// A paragraph of which nothing but definitions was left.
    case nothing
  }

  struct Block {
    var kind: Kind
    var parent: Int
    var children: [Int] = []
    /// Of a leaf: its lines, each with its line feed.
    var text: [UInt8] = []
    /// Where the last line begins in `text`.
    var lastLine = 0
    /// Of an item: the columns that its content is indented by.
    var indent = 0
    /// Of fenced code: the byte and the length of the fence, and the columns before it; nil: indented code.
    var fence: (byte: UInt8, length: Int, indent: Int)?
    /// Of HTML: what ends it.
    var end = MarkdownHTML.BlockEnd.blankLine
    var isOpen = true
  }

  private(set) var blocks: [Block] = [Block(kind: .document, parent: -1)]
  /// Addresses by label, as `MarkdownLinks.normalized` has it.
  private(set) var definitions: [String: String] = [:]
  /// Whether a container was left as text, because it lay too deep.
  private(set) var isTooDeep = false
  /// Bytes looked at.
  private(set) var steps = 0

  private let bytes: [UInt8]
  // The line being read.
  private var offset = 0
  private var lineEnd = 0
  /// Columns from the beginning of the line, tabs being stops of four.
  private var column = 0
  /// Columns of a tab at `offset` that are not yet used up; 0: it is whole, or none.
  private var tabRest = 0
  // What comes next on it.
  private var nonspace = 0
  private var indent = 0
  private var isBlank = false
  /// The innermost open block.
  private var tip = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count {
      lineEnd = offset
      while lineEnd < bytes.count, bytes[lineEnd] != .lineFeed, bytes[lineEnd] != .carriageReturn { lineEnd += 1 }
      steps += lineEnd - offset
      column = 0
      tabRest = 0
      takeLine()
      let isPair = lineEnd + 1 < bytes.count && bytes[lineEnd] == .carriageReturn && bytes[lineEnd + 1] == .lineFeed
      offset = lineEnd + (isPair ? 2 : 1)
    }
    while tip > 0 { close(tip) }
  }

  // MARK: The line

  private mutating func findNonspace() {
    var place = offset
    var columns = column
    if tabRest > 0 {
      columns += tabRest
      place += 1
    }
    while place < lineEnd {
      if bytes[place] == .space {
        columns += 1
      } else if bytes[place] == .tab {
        columns += 4 - columns % 4
      } else {
        break
      }
      place += 1
    }
    steps += place - offset
    nonspace = place
    indent = columns - column
    isBlank = place == lineEnd
  }

  /// Moves on by so many columns of blanks, perhaps into a tab.
  private mutating func skip(columns: Int) {
    var rest = columns
    while rest > 0, offset < lineEnd {
      let width = tabRest > 0 ? tabRest : bytes[offset] == .tab ? 4 - column % 4 : 1
      let taken = min(width, rest)
      column += taken
      rest -= taken
      tabRest = width - taken
      if tabRest == 0 { offset += 1 }
    }
  }

  private mutating func skip(bytes count: Int) {
    offset += count
    column += count
    tabRest = 0
  }

  private mutating func skipBlanks() {
    column += indent
    offset = nonspace
    tabRest = 0
  }

  private func byte(at place: Int) -> UInt8 { place < lineEnd ? bytes[place] : 0 }

  private mutating func takeLine() {
    // Which of the open blocks go on.
    var container = 0
    while let child = blocks[container].children.last, blocks[child].isOpen {
      findNonspace()
      steps += 1
      switch goesOn(child) {
      case .yes: container = child
      case .no:
        takeRest(of: container, isWhole: false)
        return
      case .ended: return
      }
    }
    takeRest(of: container, isWhole: true)
  }

  private enum Continuation { case yes, no, ended }

  private mutating func goesOn(_ block: Int) -> Continuation {
    switch blocks[block].kind {
    case .document, .list: return .yes
    case .quote:
      guard indent < 4, byte(at: nonspace) == UInt8(ascii: ">") else { return .no }
      skipBlanks()
      skip(bytes: 1)
      if offset < lineEnd, bytes[offset] == .space || bytes[offset] == .tab { skip(columns: 1) }
      return .yes
    case .item:
      if isBlank {
        if blocks[block].children.isEmpty { return .no }
        skipBlanks()
        return .yes
      }
      guard indent >= blocks[block].indent else { return .no }
      skip(columns: blocks[block].indent)
      return .yes
    case .code:
      guard let fence = blocks[block].fence else {
        if indent >= 4 { skip(columns: 4) } else if isBlank { skipBlanks() } else { return .no }
        return .yes
      }
      if indent < 4, byte(at: nonspace) == fence.byte {
        let end = endOfRun(at: nonspace)
        if end - nonspace >= fence.length, isBlankFrom(end) {
          close(block)
          return .ended
        }
      }
      skip(columns: min(fence.indent, indent))
      return .yes
    case .html: return isBlank && blocks[block].end == .blankLine ? .no : .yes
    case .paragraph, .table: return isBlank ? .no : .yes
    case .heading, .rule, .nothing: return .no
    }
  }

  private mutating func endOfRun(at place: Int) -> Int {
    var end = place
    while end < lineEnd, bytes[end] == bytes[place] { end += 1 }
    steps += end - place
    return end
  }

  private mutating func isBlankFrom(_ place: Int) -> Bool {
    var place = place
    while place < lineEnd, bytes[place] == .space || bytes[place] == .tab {
      place += 1
      steps += 1
    }
    return place == lineEnd
  }

  // MARK: Blocks

  /// Closes all that lies deeper than `container`, and adds a block to it, or to what takes such a one around it.
  private mutating func add(_ kind: Kind, to container: Int) -> Int {
    var parent = container
    while !takes(kind, parent) { parent = blocks[parent].parent }
    closeBelow(parent)
    blocks.append(Block(kind: kind, parent: parent))
    blocks[parent].children.append(blocks.count - 1)
    tip = blocks.count - 1
    return tip
  }

  private func takes(_ kind: Kind, _ parent: Int) -> Bool {
    switch blocks[parent].kind {
    case .document, .quote, .item: kind != .item
    case .list: kind == .item
    case .paragraph, .heading, .rule, .code, .html, .table, .nothing: false
    }
  }

  private mutating func closeBelow(_ container: Int) {
    while tip != container { close(tip) }
  }

  private mutating func close(_ block: Int) {
    blocks[block].isOpen = false
    if blocks[block].kind == .paragraph { takeDefinitions(of: block) }
    if blocks[block].kind == .code, blocks[block].fence == nil {
      // Blank lines at its end are none of it.
      var text = blocks[block].text[...]
      while text.last == .lineFeed, text.dropLast().last == .lineFeed { text.removeLast() }
      blocks[block].text = Array(text)
    }
    tip = blocks[block].parent
  }

  /// `[label]: address "title"` at the beginning of a paragraph.
  private mutating func takeDefinitions(of block: Int) {
    let text = blocks[block].text
    var start = 0
    while let definition = MarkdownLinks.definition(in: text, at: start) {
      if definitions[definition.label] == nil { definitions[definition.label] = definition.address }
      steps += definition.end - start
      start = definition.end
    }
    guard start > 0 else { return }
    blocks[block].text.removeSubrange(..<start)
    if blocks[block].text.isEmpty { blocks[block].kind = .nothing }
  }

  private mutating func append(to block: Int) {
    blocks[block].lastLine = blocks[block].text.count
    for _ in 0..<tabRest { blocks[block].text.append(.space) }
    blocks[block].text += bytes[min(offset + (tabRest > 0 ? 1 : 0), lineEnd)..<lineEnd]
    blocks[block].text.append(.lineFeed)
  }

  private func depth(of block: Int) -> Int {
    var depth = 0
    var block = block
    while block > 0 {
      if blocks[block].kind == .quote || blocks[block].kind == .item { depth += 1 }
      block = blocks[block].parent
    }
    return depth
  }

  // MARK: What begins

  private mutating func takeRest(of matched: Int, isWhole: Bool) {
    var container = matched
    var isWhole = isWhole
    let verbatim = isWhole && (blocks[container].kind == .code || blocks[container].kind == .html)
    if !verbatim {
      var depth = depth(of: container)
      opening: while true {
        findNonspace()
        steps += 1
        switch begin(in: container, isWhole: isWhole, &depth) {
        case .nothing: break opening
        case .leaf: return
        case .container(let opened):
          container = opened
          isWhole = true
        }
      }
    }
    // A line that goes on though its quote does not.
    if !isWhole, !isBlank, blocks[tip].kind == .paragraph {
      skipBlanks()
      append(to: tip)
      return
    }
    switch blocks[container].kind {
    case .code: append(to: container)
    case .html:
      append(to: container)
      if blocks[container].end.isMet(in: bytes[offset..<lineEnd]) { close(container) }
      steps += lineEnd - offset
    case .paragraph where isWhole && tip == container, .table where isWhole && tip == container:
      if isBlank { return }
      skipBlanks()
      append(to: container)
    case .paragraph, .table, .document, .quote, .item, .list, .heading, .rule, .nothing:
      closeBelow(container)
      if isBlank { return }
      let paragraph = add(.paragraph, to: container)
      skipBlanks()
      append(to: paragraph)
    }
  }

  private enum Beginning {
    case nothing
    /// More may begin in it on the same line.
    case container(Int)
    /// It took the whole line.
    case leaf
  }

  /// Opens a block where one begins.
  private mutating func begin(in container: Int, isWhole: Bool, _ depth: inout Int) -> Beginning {
    let kind = blocks[container].kind
    guard !isBlank else { return .nothing }
    guard indent < 4 else {
      // Indented code interrupts no paragraph.
      if blocks[tip].kind == .paragraph { return .nothing }
      if case .table = kind { return .nothing }
      skip(columns: 4)
      let code = add(.code, to: container)
      append(to: code)
      return .leaf
    }
    let first = byte(at: nonspace)
    switch first {
    case UInt8(ascii: ">"):
      guard isRoom(depth) else { return .nothing }
      depth += 1
      skipBlanks()
      skip(bytes: 1)
      if offset < lineEnd, bytes[offset] == .space || bytes[offset] == .tab { skip(columns: 1) }
      return .container(add(.quote, to: container))
    case UInt8(ascii: "#"):
      let end = endOfRun(at: nonspace)
      guard end - nonspace <= 6, end == lineEnd || bytes[end] == .space || bytes[end] == .tab else { return .nothing }
      let heading = add(.heading, to: container)
      blocks[heading].text = headingText(from: end)
      close(heading)
      return .leaf
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      let end = endOfRun(at: nonspace)
      guard end - nonspace >= 3 else { return .nothing }
      if first == UInt8(ascii: "`"), bytes[end..<lineEnd].contains(first) { return .nothing }
      let code = add(.code, to: container)
      blocks[code].fence = (first, end - nonspace, indent)
      return .leaf
    case UInt8(ascii: "<"):
      let isParagraph = kind == .paragraph || blocks[tip].kind == .paragraph
      guard let end = MarkdownHTML.blockEnd(ofBlockAt: nonspace, in: bytes[..<lineEnd], interrupts: isParagraph) else {
        return .nothing
      }
      let html = add(.html, to: container)
      blocks[html].end = end
      append(to: html)
      if end.isMet(in: bytes[nonspace..<lineEnd]) { close(html) }
      return .leaf
    default: break
    }
    if isWhole, kind == .paragraph, tip == container, underlines(container) { return .leaf }
    if isRule(first) {
      let rule = add(.rule, to: container)
      close(rule)
      return .leaf
    }
    return beginItem(in: container, &depth).map(Beginning.container) ?? .nothing
  }

  private mutating func isRoom(_ depth: Int) -> Bool {
    if depth >= MarkdownBlocks.maximumDepth { isTooDeep = true }
    return depth < MarkdownBlocks.maximumDepth
  }

  /// What stands between the signs of a heading.
  private mutating func headingText(from start: Int) -> [UInt8] {
    var text = bytes[start..<lineEnd]
    text.trimBlanks()
    var end = text.endIndex
    while end > text.startIndex, text[end - 1] == UInt8(ascii: "#") { end -= 1 }
    steps += text.count
    if end == text.startIndex { return [] }
    if end < text.endIndex, text[end - 1] == .space || text[end - 1] == .tab {
      text = text[..<end]
      text.trimBlanks()
    }
    return Array(text)
  }

  /// A line of `===` or `---` makes the paragraph above a heading, one of `--|--` makes its last line a table's head.
  private mutating func underlines(_ paragraph: Int) -> Bool {
    let first = byte(at: nonspace)
    if first == UInt8(ascii: "=") || first == UInt8(ascii: "-"), isBlankFrom(endOfRun(at: nonspace)) {
      takeDefinitions(of: paragraph)
      guard blocks[paragraph].kind == .paragraph else {
        // Nothing but definitions: what underlines nothing is text.
        blocks[paragraph].kind = .paragraph
        return false
      }
      blocks[paragraph].kind = .heading
      blocks[paragraph].isOpen = false
      tip = blocks[paragraph].parent
      return true
    }
    guard first == UInt8(ascii: "|") || first == UInt8(ascii: "-") || first == UInt8(ascii: ":") else { return false }
    steps += lineEnd - nonspace
    guard let alignments = MarkdownTable.alignments(of: bytes[nonspace..<lineEnd]) else { return false }
    let head = blocks[paragraph].text[blocks[paragraph].lastLine...]
    steps += head.count
    guard MarkdownTable.cells(of: head).count == alignments.count else { return false }
    guard blocks[paragraph].lastLine > 0 else {
      blocks[paragraph].kind = .table(alignments)
      return true
    }
    // The lines above stay a paragraph.
    let text = Array(head)
    blocks[paragraph].text.removeSubrange(blocks[paragraph].lastLine...)
    let table = add(.table(alignments), to: blocks[paragraph].parent)
    blocks[table].text = text
    return true
  }

  private mutating func isRule(_ sign: UInt8) -> Bool {
    guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "-") || sign == UInt8(ascii: "_") else { return false }
    var count = 0
    for byte in bytes[nonspace..<lineEnd] {
      steps += 1
      if byte == sign { count += 1 } else if byte != .space, byte != .tab { return false }
    }
    return count >= 3
  }

  /// `- `, `12. `: an item, in the list that is open there or in a new one.
  private mutating func beginItem(in container: Int, _ depth: inout Int) -> Int? {
    let first = byte(at: nonspace)
    var end = nonspace
    var start: Int?
    var sign = first
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") || first == UInt8(ascii: "*") {
      end += 1
    } else {
      var number = 0
      while end < lineEnd, end - nonspace < 10, bytes[end].isDigit {
        number = number * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      sign = byte(at: end)
      guard (1...9).contains(end - nonspace), sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")") else { return nil }
      end += 1
      start = number
    }
    guard end == lineEnd || bytes[end] == .space || bytes[end] == .tab else { return nil }
    if blocks[container].kind == .paragraph {
      // What interrupts a paragraph has text, and begins with 1.
      if isBlankFrom(end) || start ?? 1 != 1 { return nil }
    }
    guard isRoom(depth) else { return nil }
    depth += 1
    let before = indent
    let marker = end - nonspace
    skipBlanks()
    skip(bytes: marker)
    findNonspace()
    var padding = marker + indent
    if isBlank || indent >= 5 {
      padding = marker + 1
      if offset < lineEnd { skip(columns: 1) }
    } else {
      skip(columns: indent)
    }
    var list = container
    while !takes(.paragraph, list), !isList(list) { list = blocks[list].parent }
    if case .list(let open, sign) = blocks[list].kind, (open == nil) == (start == nil) {
      closeBelow(list)
    } else {
      list = add(.list(start: start, sign: sign), to: isList(list) ? blocks[list].parent : list)
    }
    let item = add(.item, to: list)
    blocks[item].indent = before + padding
    return item
  }

  private func isList(_ block: Int) -> Bool {
    if case .list = blocks[block].kind { true } else { false }
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")

  var isDigit: Bool { (0x30..<0x3A).contains(self) }
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  var isWhite: Bool { self == .space || (0x09...0x0D).contains(self) }
  /// ASCII punctuation, which a backslash may stand before.
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
}

extension ArraySlice<UInt8> {
  mutating func trimBlanks() {
    while let first, first.isWhite { removeFirst() }
    while let last, last.isWhite { removeLast() }
  }
}
