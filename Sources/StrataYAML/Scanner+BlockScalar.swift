extension Scanner {
  /// t: what becomes of the breaks at a block scalar's end.
  private enum Chomping {
    case strip, clip, keep
  }

  /// c-l+literal(n) and c-l+folded(n), from the indicator to the beginning of the line behind the scalar.
  ///
  /// - Parameter parent: the indentation n of the collection around it, -1 for none.
  mutating func scanBlockScalar(parent: Int) throws(Problem) -> Scalar {
    let start = at
    let isLiteral = current == .pipe
    let header = try scanBlockHeader()
    let style: Document.Style = isLiteral ? .literal : .folded
    let arenaStart = arena.count

    // l-empty(n)*: the empty lines before the first with text; its indentation is the scalar's, unless the header says.
    var emptyLines = 0
    var deepest = 0  // of the lines that are all spaces
    var deepestLine = at
    var column = 0
    let explicit = header.indentation.map { max(parent, 0) + $0 }
    while !isAtEnd {
      column = indentation(ofLineAt: at)
      count(column + 1)
      if let explicit, column > explicit { break }
      guard isBreakOrEnd(at: at + column) else { break }
      if column > deepest {
        deepest = column
        deepestLine = at
      }
      emptyLines += 1
      at += column
      skipBreak()
    }
    let indentation = explicit ?? max(column, parent + 1)
    let isText = !isAtEnd && column >= indentation && !(column == 0 && isDocumentMarker(at: at))
    if explicit == nil, deepest > indentation, isText {
      throw Problem(.blockLeadingSpaces(level: indentation), deepestLine..<deepestLine + deepest)
    }

    var end = at
    var verbatim: Range<Int>?
    if isText, let first = nextBlockLine(indentation: indentation) {
      let leadingBreaks = emptyLines
      appendBreaks(leadingBreaks)
      emptyLines = 0
      end = scanBlockLines(after: first, isLiteral: isLiteral, indentation: indentation, emptyLines: &emptyLines)
      if end == first.upperBound {  // it is the only one
        if leadingBreaks == 0 { verbatim = verbatimText(first, chomping: header.chomping, emptyLines: emptyLines) }
        if verbatim == nil { keep(first) }
      }
      // b-chomped-last(t): the text's last break; the end of the source is as good as one.
      if header.chomping != .strip, verbatim == nil { appendBreaks(1) }
    }
    if header.chomping == .keep { appendBreaks(emptyLines) }  // l-keep-empty(n)
    // A tab where the indentation should be is neither text nor an empty line, and begins no comment: l-trail-comments(n).
    let tab = at + self.indentation(ofLineAt: at)
    if bytes[tab] == .tab {
      var ahead = tab
      while bytes[ahead].isWhite { ahead += 1 }
      if bytes[ahead].isBreakOrEnd || bytes[ahead] == .hash { throw Problem(.blockTab, at: tab) }
    }
    return Scalar(
      style: style, isVerbatim: verbatim != nil, isMultiline: true, text: verbatim ?? arenaStart..<arena.count,
      place: start..<max(end, start + 1))
  }

  /// c-b-block-header(t): the indicators and the rest of their line.
  private mutating func scanBlockHeader() throws(Problem) -> (indentation: Int?, chomping: Chomping) {
    var indentation: Int?
    var chomping: Chomping?
    let start = at
    at += 1
    while true {
      if current.isDigit, current != 0x30, indentation == nil {
        indentation = Int(current - 0x30)
      } else if current == .plus || current == .dash, chomping == nil {
        chomping = current == .plus ? .keep : .strip
      } else {
        break
      }
      at += 1
    }
    guard current.isSeparator else {
      if current == .hash { throw Problem(.commentWithoutSpace, at: at) }
      throw Problem(.blockHeader, at: start, length: at - start + lengthOfLineRest())
    }
    let rest = at
    skipWhite()
    if current == .hash && at > rest { skipToBreak() }
    guard current.isBreakOrEnd else { throw Problem(.blockHeader, at: start, length: at - start + lengthOfLineRest()) }
    skipBreak()
    return (indentation, chomping ?? .clip)
  }

  /// The text of a scalar of one line, if it is bytes of the source as they stand there.
  private func verbatimText(_ line: Range<Int>, chomping: Chomping, emptyLines: Int) -> Range<Int>? {
    if chomping == .strip { return line }
    let isClipped = chomping == .clip || emptyLines == 0
    return isClipped && bytes[line.upperBound] == .lineFeed ? line.lowerBound..<line.upperBound + 1 : nil
  }

  /// l-literal-content(n,t) or l-folded-content(n,t) behind its first line of text. Appends all but the last break; the
  /// first line only if another follows.
  ///
  /// - Parameter emptyLines: on return how many empty lines lie between the last line of text and the cursor.
  /// - Returns: where the last line of text ends.
  private mutating func scanBlockLines(
    after first: Range<Int>, isLiteral: Bool, indentation: Int, emptyLines: inout Int
  ) -> Int {
    var end = first.upperBound
    // s-nb-spaced-text(n): lines that begin with white space keep their breaks. In a literal every line does.
    var keptBreak = isLiteral || bytes[first.lowerBound].isWhite
    while let line = nextBlockLine(indentation: indentation) {
      if line.isEmpty {
        emptyLines += 1
        continue
      }
      if end == first.upperBound { keep(first) }
      let keepsBreak = isLiteral || bytes[line.lowerBound].isWhite
      if keptBreak || keepsBreak { appendBreaks(emptyLines + 1) } else { fold(emptyLines: emptyLines) }
      keptBreak = keepsBreak
      emptyLines = 0
      keep(line)
      end = line.upperBound
    }
    return end
  }

  /// The text of the line that begins under the cursor, empty for an empty line, nil behind the scalar; moves to the
  /// next line's beginning.
  @inline(__always)
  private mutating func nextBlockLine(indentation: Int) -> Range<Int>? {
    guard !isAtEnd else { return nil }
    let content = bytes.firstNonSpace(from: at)
    count(content - at + 1)
    if bytes[content].isBreakOrEnd && content - at <= indentation {
      at = content
      skipBreak()
      return content..<content
    }
    if content - at < indentation || (content == at && isDocumentMarker(at: at)) { return nil }
    let start = at + indentation
    at = max(content, start)
    skipToBreak()
    let end = at
    skipBreak()
    return start..<end
  }
}
