/// A cursor over a source and the lexical productions of YAML: it moves over white space, lines, scalars and
/// properties, and knows nothing of collections.
struct Scanner {
  let bytes: ByteView
  /// The cursor: bytes from the beginning of the source, never beyond its end.
  var at = 0 {
    didSet { assert(at <= bytes.count) }
  }
  /// Where the cursor's line begins.
  var lineStart = 0
  /// Text that is not verbatim in the source: folded, unescaped, without its indentation.
  var arena: [UInt8] = []
  #if DEBUG
    /// Bytes and lines looked at, so that tests can hold the work against the source's length.
    var steps = 0
  #endif

  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  /// The byte under the cursor; 0 at the end.
  @inline(__always) var current: UInt8 { bytes[at] }

  @inline(__always) var isAtEnd: Bool { at >= bytes.count }

  /// Bytes from the beginning of the cursor's line. Where only spaces and indicators come before, these are columns.
  @inline(__always) var column: Int { at - lineStart }

  @inline(__always)
  mutating func count(_ steps: Int) {
    #if DEBUG
      self.steps += steps
    #endif
  }

  @inline(__always)
  func isBreakOrEnd(at offset: Int) -> Bool { bytes[offset].isBreakOrEnd }

  /// The indicator under the cursor stands alone: white space, a break or the end comes after it.
  @inline(__always)
  func isIndicator(_ character: UInt8) -> Bool {
    current == character && bytes[at + 1].isSeparator
  }

  /// s-white*: moves over spaces and tabs. Returns whether there was a tab.
  @inline(__always) @discardableResult
  mutating func skipWhite() -> Bool {
    var hasTab = false
    while true {
      let byte = current
      if byte == .tab { hasTab = true } else if byte != .space { return hasTab }
      at += 1
      count(1)
    }
  }

  /// Moves behind the line break under the cursor; at the end of the source it stays.
  @inline(__always)
  mutating func skipBreak() {
    if current == .carriageReturn { at += 1 }
    if current == .lineFeed { at += 1 }
    lineStart = at
  }

  /// Moves to the line break that ends this line.
  @inline(__always)
  mutating func skipToBreak() {
    let start = at
    at = bytes.firstLineFeed(from: at)
    if at > start, bytes[at - 1] == .carriageReturn { at -= 1 }
    count(at - start)
  }

  /// c-forbidden: whether `---` or `...` stands alone at the beginning of the line at `offset`.
  @inline(__always)
  func isDocumentMarker(at offset: Int) -> Bool {
    let byte = bytes[offset]
    return (byte == .dash || byte == .dot) && bytes[offset + 1] == byte && bytes[offset + 2] == byte
      && bytes[offset + 3].isSeparator
  }

  /// What `skipToContent` found.
  enum Content {
    /// The cursor is on the first byte of a line's content, with only spaces before it.
    case content
    /// The same, but a tab stands before it.
    case afterTab
    /// A document marker, or the end of the source.
    case end
  }

  /// l-comment*: from the beginning of a line to the next line with content, over blank lines and comments.
  mutating func skipToContent() -> Content {
    while true {
      assert(at == lineStart)
      at = bytes.firstNonSpace(from: at)
      count(at - lineStart + 1)
      var hasTab = false
      if current == .tab { hasTab = skipWhite() }
      switch current {
      case .lineFeed, .carriageReturn:
        skipBreak()
      case .hash:
        skipToBreak()
        skipBreak()
      case 0:
        if isAtEnd { return .end }
        return .content
      case .dash, .dot:
        if at == lineStart && isDocumentMarker(at: at) { return .end }
        return hasTab ? .afterTab : .content
      default:
        return hasTab ? .afterTab : .content
      }
    }
  }

  /// The spaces a line begins with: bytes from its beginning to the first that is no space.
  func indentation(ofLineAt start: Int) -> Int {
    bytes.firstNonSpace(from: start) - start
  }

  /// s-l-comments: what is left of a line after a node: white space, perhaps a comment, the break.
  @inline(__always)
  mutating func endLine() throws(Problem) {
    if current == .lineFeed {
      at += 1
      lineStart = at
    } else {
      try endLineWithComment()
    }
  }

  private mutating func endLineWithComment() throws(Problem) {
    skipWhite()
    if current == .hash {
      guard at == lineStart || bytes[at - 1].isWhite else { throw Problem(.commentWithoutSpace, at: at) }
      skipToBreak()
    }
    guard current.isBreakOrEnd else {
      if current == .closeBracket || current == .closeBrace { throw Problem(.unopenedBracket, at: at) }
      throw Problem(.contentAfterNode, at: at, length: lengthOfLineRest())
    }
    skipBreak()
  }

  /// The bytes from the cursor to the end of its line, without white space at the end.
  func lengthOfLineRest() -> Int {
    var end = bytes.firstLineFeed(from: at)
    while end > at, bytes[end - 1] <= .space { end -= 1 }
    return max(1, end - at)
  }

  /// Appends bytes of the source to the arena.
  @inline(__always)
  mutating func keep(_ range: Range<Int>) {
    if arena.count + range.count > arena.capacity {
      arena.reserveCapacity(bytes.capacity(for: arena.count + range.count, at: at, limit: bytes.count))
    }
    arena.append(contentsOf: bytes[range])
  }

  /// Appends what the line breaks between two lines of a flow scalar fold to: a space, or the empty lines between.
  @inline(__always)
  mutating func fold(emptyLines: Int) {
    if emptyLines == 0 { arena.append(.space) } else { appendBreaks(emptyLines) }
  }

  @inline(__always)
  mutating func appendBreaks(_ count: Int) {
    if count == 1 { arena.append(.lineFeed) } else { arena.append(contentsOf: repeatElement(.lineFeed, count: count)) }
  }
}
