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
    if isText {
      arena.append(contentsOf: repeatElement(.lineFeed, count: emptyLines))
      emptyLines = 0
      if isLiteral {
        end = scanLiteralLines(indentation: indentation, emptyLines: &emptyLines)
      } else {
        end = scanFoldedLines(indentation: indentation, emptyLines: &emptyLines)
      }
      // b-chomped-last(t): the text's last break; the end of the source is as good as one.
      if header.chomping != .strip { arena.append(.lineFeed) }
    }
    if header.chomping == .keep {  // l-keep-empty(n)
      arena.append(contentsOf: repeatElement(.lineFeed, count: emptyLines))
    }
    // A tab where the indentation should be is neither text nor an empty line.
    let tab = at + self.indentation(ofLineAt: at)
    if bytes[tab] == .tab {
      var ahead = tab
      while bytes[ahead].isWhite { ahead += 1 }
      if bytes[ahead].isBreakOrEnd { throw Problem(.blockTab, at: tab) }
    }
    return Scalar(
      style: style, isVerbatim: false, isMultiline: true, text: arenaStart..<arena.count,
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

  /// l-literal-content(n,t), from the beginning of its first line of text; appends all but the last break.
  ///
  /// - Parameter emptyLines: on return how many empty lines lie between the last line of text and the cursor.
  /// - Returns: where the last line of text ends.
  private mutating func scanLiteralLines(indentation: Int, emptyLines: inout Int) -> Int {
    var end = at
    var isFirst = true
    while let line = nextBlockLine(indentation: indentation) {
      if line.isEmpty {
        emptyLines += 1
        continue
      }
      if isFirst {
        isFirst = false
      } else if emptyLines == 0 {
        arena.append(.lineFeed)
      } else {
        arena.append(contentsOf: repeatElement(.lineFeed, count: emptyLines + 1))
      }
      emptyLines = 0
      keep(line)
      end = line.upperBound
    }
    return end
  }

  /// l-folded-content(n,t), likewise.
  private mutating func scanFoldedLines(indentation: Int, emptyLines: inout Int) -> Int {
    var end = at
    var isFirst = true
    var wasSpaced = false
    while let line = nextBlockLine(indentation: indentation) {
      if line.isEmpty {
        emptyLines += 1
        continue
      }
      let isSpaced = bytes[line.lowerBound].isWhite  // s-nb-spaced-text(n): lines that begin so keep their breaks
      if isFirst {
        isFirst = false
      } else if wasSpaced || isSpaced {
        arena.append(contentsOf: repeatElement(.lineFeed, count: emptyLines + 1))
      } else {
        fold(emptyLines: emptyLines)
      }
      wasSpaced = isSpaced
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
