extension Scanner {
  /// Whether a plain scalar may begin under the cursor: ns-plain-first.
  @inline(__always)
  func isPlainStart(inFlow: Bool) -> Bool {
    switch current {
    case .dash, .question, .colon:
      let next = bytes[at + 1]
      return !next.isSeparator && !(inFlow && next.isFlowIndicator)
    case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace, .hash, .ampersand, .asterisk, .exclamation,
      .pipe, .greaterThan, .singleQuote, .doubleQuote, .percent, .at, .backtick, 0:
      return false
    default:
      return true
    }
  }

  /// ns-plain-one-line: moves from its first character to what ends it on this line, a break, `: ` or ` #`, and in a
  /// flow collection a flow indicator. Returns the text's end, without the white space before what ends it.
  @inline(__always)
  mutating func scanPlainLine(inFlow: Bool) -> Int {
    let start = at
    var stop = start
    while true {
      stop = inFlow ? bytes.firstFlowPlainStop(from: stop) : bytes.firstPlainStop(from: stop)
      switch bytes[stop] {
      case .colon:
        let next = bytes[stop + 1]
        if next.isSeparator || (inFlow && next.isFlowIndicator) { break }
        stop += 1
        continue
      case .hash:
        if stop > start && bytes[stop - 1].isWhite { break }
        stop += 1
        continue
      default:
        break
      }
      break
    }
    var end = stop
    while end > start, bytes[end - 1] <= .space { end -= 1 }
    count(stop - start + 1)
    // A carriage return belongs to the break.
    at = bytes[stop] == .lineFeed && stop > end && bytes[stop - 1] == .carriageReturn ? stop - 1 : stop
    return end
  }

  /// ns-plain(n,c): a plain scalar and the lines that continue it.
  ///
  /// - Parameter indentation: lines that continue it are indented by more than this.
  @inline(__always)
  mutating func scanPlain(indentation: Int, inFlow: Bool) -> Scalar {
    let start = at
    let end = scanPlainLine(inFlow: inFlow)
    let line = Scalar(style: .plain, isVerbatim: true, isMultiline: false, text: start..<end, place: start..<end)
    // Most end here: the next line is not deeper.
    guard current.isBreakOrEnd, !isAtEnd else { return line }
    let next = at + (current == .carriageReturn ? 2 : 1)
    if !inFlow {
      let content = bytes.firstNonSpace(from: next)
      if content - next <= indentation, !bytes[content].isBreakOrEnd { return line }
    }
    return scanPlainRest(of: line, indentation: indentation, inFlow: inFlow)
  }

  /// s-ns-plain-next-line(n,c)*.
  private mutating func scanPlainRest(of first: Scalar, indentation: Int, inFlow: Bool) -> Scalar {
    var scalar = first
    var end = first.place.upperBound
    let arenaStart = arena.count
    while current.isBreakOrEnd, let next = continuation(indentation: indentation, inFlow: inFlow) {
      if !scalar.isMultiline {
        scalar.isMultiline = true
        keep(first.text)
      }
      fold(emptyLines: next.emptyLines)
      lineStart = next.lineStart
      at = next.content
      end = scanPlainLine(inFlow: inFlow)
      keep(next.content..<end)
    }
    if scalar.isMultiline {
      scalar.isVerbatim = false
      scalar.text = arenaStart..<arena.count
      scalar.place = first.place.lowerBound..<end
    }
    return scalar
  }

  /// The next line of a plain scalar whose line ends under the cursor, if there is one.
  private mutating func continuation(
    indentation: Int, inFlow: Bool
  ) -> (emptyLines: Int, lineStart: Int, content: Int)? {
    var ahead = self.at
    var emptyLines = -1
    while true {
      if bytes[ahead] == .carriageReturn { ahead += 1 }
      guard bytes[ahead] == .lineFeed else { return nil }
      ahead += 1
      emptyLines += 1
      let start = ahead
      ahead = bytes.firstNonSpace(from: ahead)
      let column = ahead - start
      while bytes[ahead].isWhite { ahead += 1 }
      count(ahead - start + 1)
      let byte = bytes[ahead]
      if byte.isBreakOrEnd { continue }
      if column <= indentation || byte == .hash || (column == 0 && indentation > -2 && isDocumentMarker(at: start)) {
        return nil
      }
      if inFlow {
        if byte.isFlowIndicator { return nil }
        let next = bytes[ahead + 1]
        if byte == .colon && (next.isSeparator || next.isFlowIndicator) { return nil }
      }
      return (emptyLines, start, ahead)
    }
  }
}
