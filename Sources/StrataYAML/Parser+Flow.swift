// Flow collections: productions 136 to 161 of YAML 1.2.
extension Parser {
  /// c-flow-sequence(n,c) or c-flow-mapping(n,c) with all that is in it, from the bracket under the cursor to behind the
  /// one that closes it.
  mutating func parseFlowCollection() throws(Problem) {
    let base = contexts.count
    var level = Int(contexts[top].indentation)
    var unindented: Problem?
    try open()
    while contexts.count > base {
      do throws(Problem) {
        try parseFlowToken(level: level)
      } catch {
        if let unindented { throw unindented }
        // Perhaps the lines are only not indented: if all goes well from here on, that is the mistake.
        guard error.kind.resumption == .behindBracket else { throw error }
        unindented = error
        level = -2
      }
    }
    if let unindented { report(unindented) }
  }

  @inline(__always)
  private mutating func parseFlowToken(level: Int) throws(Problem) {
    try skipFlowSeparation(level: level)
    switch scanner.current {
    case .closeBracket, .closeBrace: try close()
    case .comma: try parseComma()
    case .colon where isFlowValueIndicator: try parseFlowColon()
    case .question where scanner.isIndicator(.question): try parseFlowQuestion()
    default: try parseFlowNode(level: level)
    }
  }

  /// The bracket under the cursor opens a collection where a node is due.
  private mutating func open() throws(Problem) {
    flushAbove()
    let isSequence = scanner.current == .openBracket
    try push(isSequence ? .flowSequence : .flowMapping, .flowEntry, indentation: -1, at: scanner.at)
    scanner.at += 1
  }

  private mutating func close() throws(Problem) {
    let found = scanner.current
    if contexts[top].kind == .flowPair { pop() }
    let wanted: UInt8 = contexts[top].kind == .flowSequence ? .closeBracket : .closeBrace
    guard found == wanted else {
      let opening = Int(contexts[top].opening)
      throw Problem(.mismatchedBracket(opening: opening), at: scanner.at)
    }
    fillDue()
    scanner.at += 1
    pop()
  }

  /// The comma between two entries: ns-s-flow-seq-entries(n,c), ns-s-flow-map-entries(n,c).
  private mutating func parseComma() throws(Problem) {
    if contexts[top].slot == .flowEntry { throw Problem(.extraComma, at: scanner.at) }
    fillDue()
    if contexts[top].kind == .flowPair { pop() }
    contexts[top].slot = .flowEntry
    scanner.at += 1
  }

  /// Whether the colon under the cursor is c-ns-flow-map-separate-value, or c-ns-flow-map-adjacent-value behind a key
  /// in quotes.
  private var isFlowValueIndicator: Bool {
    let next = scanner.bytes[scanner.at + 1]
    return next.isSeparator || next.isFlowIndicator || contexts[top].slot == .flowAfterQuotedKey
  }

  /// Only behind a key in quotes a collection may follow its colon without a space.
  private func checkFlowColon() throws(Problem) {
    let next = scanner.bytes[scanner.at + 1]
    guard next == .openBracket || next == .openBrace else { return }
    throw Problem(.missingSpaceInBrackets, at: scanner.at, length: 2)
  }

  private mutating func parseFlowColon() throws(Problem) {
    if contexts[top].slot != .flowAfterQuotedKey { try checkFlowColon() }
    switch contexts[top].slot {
    case .flowAfterKey, .flowAfterQuotedKey: break
    case .flowEntry where contexts[top].kind == .flowSequence:  // [: value]
      try push(.flowPair, .flowValue, indentation: -1, at: scanner.at)
      handler.key(.empty(at: scanner.at))
    case .flowEntry, .flowExplicitKey:
      handler.key(.empty(at: scanner.at))
    case .flowValue, .flowAfterEntry, .root, .item, .value, .explicitKey, .explicitValue, .entry, .afterExplicitKey,
      .done:
      throw missingComma()
    }
    contexts[top].slot = .flowValue
    scanner.at += 1
  }

  /// `?` before an explicit key.
  private mutating func parseFlowQuestion() throws(Problem) {
    guard contexts[top].slot == .flowEntry else { throw missingComma() }
    if contexts[top].kind == .flowSequence {
      try push(.flowPair, .flowExplicitKey, indentation: -1, at: scanner.at)
    } else {
      contexts[top].slot = .flowExplicitKey
    }
    scanner.at += 1
  }

  /// ns-flow-node(n,c), or the key of an entry.
  private mutating func parseFlowNode(level: Int) throws(Problem) {
    let slot = contexts[top].slot
    let isKey: Bool
    switch slot {
    case .flowEntry: isKey = contexts[top].kind == .flowMapping
    case .flowExplicitKey: isKey = true
    case .flowValue: isKey = false
    case .flowAfterKey, .flowAfterQuotedKey, .flowAfterEntry: throw missingComma()
    case .root, .item, .value, .explicitKey, .explicitValue, .entry, .afterExplicitKey, .done: return
    }
    let line = scanner.lineStart
    var properties = Properties.none
    while scanner.current == .ampersand || scanner.current == .exclamation {
      try scanner.scanProperties(into: &properties, handles: &tagHandles)
      try skipFlowSeparation(level: level)
    }
    let start = scanner.at
    switch scanner.current {
    case .openBracket, .openBrace:
      if isKey { throw Problem(.keyNotScalar, at: start) }
      above = properties
      try open()
    case .asterisk:
      let name = try scanner.scanAlias()
      if !properties.isEmpty { throw Problem(.propertiesOnAlias, properties.start..<start) }
      if slot == .flowEntry, !isKey, try beginPair(isQuoted: false, line: line, at: start) {
        handler.alias(name, isKey: true)
        contexts[top].slot = .flowValue
        scanner.at += 1
      } else {
        handler.alias(name, isKey: isKey)
        complete(isKey: isKey, isQuoted: false)
      }
    case .doubleQuote, .singleQuote:
      try tell(scanner.scanQuoted(indentation: level), properties: properties, isKey: isKey, line: line)
    case .comma, .closeBracket, .closeBrace:
      guard !properties.isEmpty else { throw unexpectedCharacter() }
      try tell(.empty(at: start), properties: properties, isKey: isKey, line: line)
    case .colon where isFlowValueIndicator && !properties.isEmpty:
      try tell(.empty(at: start), properties: properties, isKey: isKey, line: line)
    default:
      guard scanner.isPlainStart(inFlow: true) else { throw unexpectedCharacter() }
      try tell(
        scanner.scanPlain(indentation: level, inFlow: true), properties: properties, isKey: isKey, line: line)
    }
  }

  /// A scalar is scanned: an entry, a key or a value; in a sequence it is the key of a pair if `:` follows on its line.
  private mutating func tell(
    _ scalar: Scalar, properties: Properties, isKey: Bool, line: Int
  ) throws(Problem) {
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    let opening = properties.isEmpty ? scalar.place.lowerBound : properties.start
    var isPair = false
    if contexts[top].slot == .flowEntry, !isKey {
      isPair = try beginPair(isQuoted: isQuoted, line: line, at: opening)
    }
    if !properties.isEmpty { handler.properties(properties) }
    if isPair {
      // Told before it is checked: the pair has begun, and is to have a key.
      handler.key(scalar)
      contexts[top].slot = .flowValue
      try check(key: scalar)
      scanner.at += 1
    } else {
      if isKey { handler.key(scalar) } else { handler.scalar(scalar) }
      complete(isKey: isKey, isQuoted: isQuoted)
    }
  }

  private mutating func complete(isKey: Bool, isQuoted: Bool) {
    contexts[top].slot = isKey ? (isQuoted ? .flowAfterQuotedKey : .flowAfterKey) : .flowAfterEntry
  }

  /// ns-flow-pair(n,c): begins one if `:` follows what was just scanned, on the line where that began. The cursor is then
  /// on the `:`.
  private mutating func beginPair(isQuoted: Bool, line: Int, at opening: Int) throws(Problem) -> Bool {
    let end = scanner.at
    scanner.skipWhite()
    let next = scanner.bytes[scanner.at + 1]
    guard scanner.current == .colon, isQuoted || next.isSeparator || next.isFlowIndicator else {
      scanner.at = end
      return false
    }
    guard scanner.lineStart == line else { throw Problem(.keyAndColonOnTwoLines, at: scanner.at) }
    if !isQuoted { try checkFlowColon() }
    try push(.flowPair, .flowValue, indentation: -1, at: opening)
    return true
  }

  private func missingComma() -> Problem {
    let byte = scanner.current
    if byte == .hash { return Problem(.commentWithoutSpace, at: scanner.at) }
    if byte == .colon, contexts[top].kind == .flowSequence {
      let previous = scanner.bytes[max(0, scanner.at - 1)]
      let isCollection = previous == .closeBracket || previous == .closeBrace
      return Problem(isCollection ? .keyNotScalar : .keyAndColonOnTwoLines, at: scanner.at)
    }
    return Problem(.missingComma(opening: Int(contexts[top].opening)), at: scanner.at)
  }

  /// s-separate(n,c): white space, breaks and comments between the parts of a flow collection.
  ///
  /// - Parameter level: the lines have to be indented by more than this; at -2 even document markers are text.
  @inline(__always)
  private mutating func skipFlowSeparation(level: Int) throws(Problem) {
    if scanner.current == .space { scanner.at += 1 }
    if scanner.current > .hash { return }
    try skipFlowLines(level: level)
  }

  private mutating func skipFlowLines(level: Int) throws(Problem) {
    while true {
      scanner.skipWhite()
      switch scanner.current {
      case .hash:
        let before = scanner.bytes[max(0, scanner.at - 1)]
        guard scanner.at == scanner.lineStart || before.isWhite else { return }
        scanner.skipToBreak()
      case .lineFeed, .carriageReturn:
        scanner.skipBreak()
        scanner.at = scanner.bytes.firstNonSpace(from: scanner.at)
        let column = scanner.column
        scanner.skipWhite()
        if scanner.current.isBreakOrEnd || scanner.current == .hash { continue }
        let opening = Int(contexts[top].opening)
        if column == 0 && level > -2 && scanner.isDocumentMarker(at: scanner.at) {
          throw Problem(.markerInBrackets(opening: opening), at: scanner.at, length: 3)
        }
        if column == level, dialect == .libyaml, scanner.current == .closeBracket || scanner.current == .closeBrace {
          warn(Problem(.closingBracketInKeyColumn(opening: opening), at: scanner.at))
          return
        }
        if column <= level {
          throw Problem(.bracketIndentation(line: scanner.lineStart, level: level + 1), at: opening)
        }
      case 0 where scanner.isAtEnd:
        throw Problem(.unclosedBracket, at: Int(contexts[top].opening))
      default:
        return
      }
    }
  }
}
