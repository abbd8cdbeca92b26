// After a mistake: the parser goes on at the next sibling or at a shallower line, so that one run tells several mistakes.
extension Parser {
  /// Notes a mistake.
  mutating func report(_ problem: Problem) {
    if problems.count <= Problem.limit { problems.append(problem) }
  }

  /// Notes what is a mistake elsewhere and read here.
  mutating func warn(_ problem: Problem) {
    if warnings.count < Problem.warningLimit { warnings.append(problem) }
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
    let resumption = problem.kind.resumption
    if problems.count > Problem.limit || resumption == .nowhere { return giveUp() }
    let isInBrackets = contexts[top].kind.isFlow
    while contexts[top].kind.isFlow { pop() }
    switch resumption {
    case .behindOpening, .behindBracket:
      if canReread(from: problem.offset) { scanner.at = problem.offset }
    case .behindQuote:
      if canReread(from: problem.offset) { skipUnindentedQuote(from: problem.offset) }
    case .nowhere, .behindLine, .behindItems: break
    }
    scanner.skipToBreak()
    scanner.skipBreak()
    // What comes next is the document's node again, not text behind it.
    if contexts[top].kind == .document { contexts[top].slot = .root }
    let level = Int(contexts[top].indentation)
    if contexts[top].slot == .explicitKey, case .keyNotScalar = problem.kind { fillOneDue() }
    while !scanner.isAtEnd {
      let start = scanner.at
      let indentation = scanner.indentation(ofLineAt: start)
      let byte = scanner.bytes[start + indentation]
      if !byte.isBreakOrEnd && byte != .tab && byte != .hash {
        let closes = isInBrackets && (byte == .closeBracket || byte == .closeBrace || byte == .comma)
        let isItem = byte == .dash && scanner.bytes[start + indentation + 1].isSeparator
        let repeats = resumption == .behindItems && isItem && indentation == level
        if indentation <= max(level, 0) && !closes && !repeats { break }
      }
      scanner.skipToBreak()
      scanner.skipBreak()
    }
  }

  /// Whether the parser may go back: a source of brackets that never close is not to be read again for each of them.
  private mutating func canReread(from offset: Int) -> Bool {
    reread += scanner.at - offset
    return reread <= scanner.bytes.count + 1 << 16
  }

  /// Moves to the opening quote, or to the closing one where the text in quotes is only not indented: where the quote
  /// closes with nothing but the end of an entry behind it.
  private mutating func skipUnindentedQuote(from opening: Int) {
    let bytes = scanner.bytes
    let quote = bytes[opening]
    var closing = opening + 1
    while closing < bytes.count, bytes[closing] != quote {
      closing += bytes[closing] == .backslash && quote == .doubleQuote ? 2 : 1
    }
    scanner.at = opening
    guard closing < bytes.count else { return }
    var next = closing + 1
    while bytes[next].isWhite { next += 1 }
    let byte = bytes[next]
    if byte.isSeparator || byte == .hash || byte == .colon || byte.isFlowIndicator { scanner.at = closing }
  }

  /// Leaves the rest of the source unread.
  private mutating func giveUp() {
    scanner.at = scanner.bytes.count
    scanner.lineStart = scanner.at
  }
}

extension Context.Kind {
  var isFlow: Bool {
    switch self {
    case .document, .blockSequence, .blockMapping: false
    case .flowSequence, .flowMapping, .flowPair: true
    }
  }
}

/// Where the parser goes on after a mistake.
enum Resumption {
  /// The rest of the source is not read.
  case nowhere
  /// Behind the line of the mistake.
  case behindLine
  /// Behind the line of the bracket or quote that is not closed: it would swallow what follows.
  case behindOpening
  /// The same, of a bracket with lines inside that are not indented, or look like a document marker.
  case behindBracket
  /// Behind the line of the quote that closes, where it is only not indented.
  case behindQuote
  /// Behind the lines that begin with a dash like the line of the mistake: they would be the same mistake again.
  case behindItems
}

extension Problem.Kind {
  var resumption: Resumption {
    switch self {
    case .tooDeep: .nowhere
    case .unclosedBracket, .unclosedQuote: .behindOpening
    case .bracketIndentation, .markerInBrackets: .behindBracket
    case .quoteIndentation, .markerInQuotes: .behindQuote
    case .keyNotScalar, .sequenceInMapping, .propertiesNotIndented: .behindItems

    case .invalidUTF8, .encoding, .nul, .control, .byteOrderMark, .loneCarriageReturn, .tooLarge: .behindLine
    case .foreignFormat, .lookAlike, .mergeMarkers, .closingBracketInKeyColumn: .behindLine
    case .tabIndentation, .indentation, .tooDeeplyIndented, .contentAfterRoot, .contentAfterNode,
      .contentAfterDocumentEnd, .commentWithoutSpace, .tooMany:
      .behindLine
    case .missingColon, .missingSpaceAfterColon, .missingDash, .sequenceInline, .mappingInline, .keyOnSeveralLines,
      .longKey, .collectionOnMarkerLine:
      .behindLine
    case .missingSpaceInBrackets, .mismatchedBracket, .unopenedBracket, .missingComma, .extraComma,
      .keyAndColonOnTwoLines:
      .behindLine
    case .unknownEscape, .badEscape, .escapedCodePoint, .reservedIndicator, .unexpectedIndicator, .blockHeader,
      .blockLeadingSpaces, .blockTab:
      .behindLine
    case .emptyAnchor, .emptyAlias, .bracketInName, .twoAnchors, .twoTags, .propertiesOnAlias,
      .propertiesBeforeIndicator, .malformedTag, .undeclaredTagHandle, .undefinedAlias, .aliasCycle, .aliasTooLarge:
      .behindLine
    case .mergeKey, .duplicateKey, .duplicateEmptyKey: .behindLine
    case .directiveWithoutDocument, .duplicateDirective, .malformedDirective, .directiveInDocument,
      .unsupportedVersion:
      .behindLine
    }
  }
}
