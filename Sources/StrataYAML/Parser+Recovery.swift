// After a mistake: the parser goes on at the next sibling or at a shallower line, so that one run tells several mistakes.
extension Parser {
  /// Notes a mistake.
  mutating func report(_ problem: Problem) {
    if problems.count <= Problem.limit { problems.append(problem) }
  }

  /// Runs a piece of the grammar; after a mistake in it moves on to where the next piece may begin.
  @inline(__always)
  mutating func recovering(_ body: (inout Parser) throws(Problem) -> Void) {
    do throws(Problem) {
      try body(&self)
    } catch {
      recover(from: error)
    }
  }

  /// Drops the flow collections that are open, then the lines that are deeper than the block collection on top.
  private mutating func recover(from problem: Problem) {
    report(problem)
    above = .none
    if problems.count > Problem.limit { return giveUp() }
    if case .tooDeep = problem.kind { return giveUp() }
    let isInBrackets = frames[top].kind.isFlow
    while frames[top].kind.isFlow { pop() }
    switch problem.kind {
    case .unclosedBracket, .bracketIndentation, .markerInBrackets, .unclosedQuote:
      // It swallows what follows: go on behind the line where it opens.
      scanner.at = problem.offset
    case .quoteIndentation, .markerInQuotes:
      skipUnindentedQuote(from: problem.offset)
    default: break
    }
    scanner.skipToBreak()
    scanner.skipBreak()
    // What comes next is the document's node again, not text behind it.
    if frames[top].kind == .document { frames[top].slot = .root }
    let level = Int(frames[top].indentation)
    var repeatsDash = false
    switch problem.kind {
    case .keyNotScalar, .sequenceInMapping, .propertiesNotIndented: repeatsDash = true
    default: break
    }
    if frames[top].slot == .explicitKey, case .keyNotScalar = problem.kind { fillOneDue() }
    while !scanner.isAtEnd {
      let start = scanner.at
      let indentation = scanner.indentation(ofLineAt: start)
      let byte = scanner.bytes[start + indentation]
      if !byte.isBreakOrEnd && byte != .tab && byte != .hash {
        let closes = isInBrackets && (byte == .closeBracket || byte == .closeBrace || byte == .comma)
        let repeats =
          repeatsDash && indentation == level && byte == .dash && scanner.bytes[start + indentation + 1].isSeparator
        if indentation <= max(level, 0) && !closes && !repeats { break }
      }
      scanner.skipToBreak()
      scanner.skipBreak()
    }
  }

  /// Moves to the opening quote, or to the closing one where the text in quotes is only not indented: where the quote
  /// closes with nothing but the end of an entry behind it.
  private mutating func skipUnindentedQuote(from opening: Int) {
    scanner.at = opening + 1
    let quote = scanner.bytes[opening]
    while !scanner.isAtEnd, scanner.current != quote {
      if scanner.current == .backslash, quote == .doubleQuote { scanner.at += 1 }
      scanner.at += 1
    }
    let closing = scanner.at
    scanner.at += 1
    scanner.skipWhite()
    let byte = scanner.current
    let isClean =
      closing < scanner.bytes.count && (byte.isSeparator || byte == .hash || byte == .colon || byte.isFlowIndicator)
    scanner.at = isClean ? closing : opening
  }

  /// Leaves the rest of the source unread.
  private mutating func giveUp() {
    scanner.at = scanner.bytes.count
    scanner.lineStart = scanner.at
  }
}

extension Frame.Kind {
  var isFlow: Bool {
    switch self {
    case .document, .blockSequence, .blockMapping: false
    case .flowSequence, .flowMapping, .flowPair: true
    }
  }
}
