// Block collections: productions 183 to 201 of YAML 1.2.
extension Parser {
  /// l-bare-document: the lines up to a document marker or the end.
  mutating func parseLines() {
    while true {
      switch scanner.skipToContent() {
      case .end: return
      case .content: recovering { parser throws(Problem) in try parser.parseLine(isAfterTab: false) }
      case .afterTab: recovering { parser throws(Problem) in try parser.parseLine(isAfterTab: true) }
      }
    }
  }

  /// One line, and the lines its scalars and flow collections go over. The cursor is on its content.
  @inline(__always)
  private mutating func parseLine(isAfterTab: Bool) throws(Problem) {
    let column = isAfterTab ? scanner.indentation(ofLineAt: scanner.lineStart) : scanner.column
    var endedLevel = -1
    while true {
      let context = contexts[top]
      let level = Int(context.indentation)
      if context.awaitsNode {
        if column > level {
          return try parseNode(isCompact: !isAfterTab)
        }
        // s-l+block-collection: a sequence may stand at its key's own column.
        if column == level, context.kind == .blockMapping, !isAfterTab, scanner.isIndicator(.dash) {
          return try parseNode(isCompact: true)
        }
        fillOneDue()
      } else if column < level {
        pop()
        endedLevel = level
      } else if isAfterTab {
        throw Problem(.tabIndentation, at: scanner.lineStart + column)
      } else if column == level {
        if context.kind == .blockMapping { return try parseMappingEntry() }
        if scanner.isIndicator(.dash) { return try parseItem() }
        // The sequence stands at its key's column and the next key comes.
        guard contexts[top - 1].indentation == context.indentation else {
          throw Problem(.missingDash(level: level), at: scanner.at, length: scanner.lengthOfLineRest())
        }
        pop()
      } else {
        throw unexpectedIndentation(column: column, endedLevel: endedLevel)
      }
    }
  }

  /// - Parameter endedLevel: the indentation of the collection that this line ended last, -1 if it ended none.
  private func unexpectedIndentation(column: Int, endedLevel: Int) -> Problem {
    let context = contexts[top]
    let length = scanner.lengthOfLineRest()
    if context.kind == .document {
      if scanner.current == .percent && column == 0 {
        return Problem(.directiveInDocument, at: scanner.at, length: length)
      }
      return Problem(.contentAfterRoot, at: scanner.at, length: length)
    }
    if endedLevel >= 0 {
      var levels = contexts.dropFirst().map { Int($0.indentation) } + [endedLevel]
      levels = levels.indices.filter { $0 == 0 || levels[$0 - 1] != levels[$0] }.map { levels[$0] }
      return Problem(.indentation(found: column, levels: levels), at: scanner.at, length: length)
    }
    return Problem(.tooDeeplyIndented(found: column, level: Int(context.indentation)), at: scanner.at, length: length)
  }

  /// c-l-block-seq-entry(n): `-` and its node.
  @inline(__always)
  private mutating func parseItem() throws(Problem) {
    contexts[top].slot = .item
    scanner.at += 1
    try parseRestOfLine(isCompact: true)
  }

  /// What follows an indicator on its line: a node, or nothing, then it may come on the next lines.
  ///
  /// - Parameter isCompact: whether a block collection may begin on this line: ns-l-compact-sequence,
  ///   ns-l-compact-mapping.
  @inline(__always)
  mutating func parseRestOfLine(isCompact: Bool) throws(Problem) {
    var isCompact = isCompact
    if try reachesNode(isCompact: &isCompact) { try parseNode(isCompact: isCompact) }
  }

  /// Goes from an indicator to the node behind it. False where the line ends before one.
  ///
  /// - Parameter isCompact: false from a tab on.
  @inline(__always)
  private mutating func reachesNode(isCompact: inout Bool) throws(Problem) -> Bool {
    if scanner.current == .space && scanner.bytes[scanner.at + 1] > .hash {
      scanner.at += 1
      return true
    }
    let start = scanner.at
    if scanner.skipWhite() { isCompact = false }
    guard scanner.current.isBreakOrEnd || (scanner.current == .hash && scanner.at > start) else { return true }
    try scanner.endLine()
    return false
  }

  /// s-l+block-node(n,c): the node that is due; the cursor is on its first character.
  ///
  /// - Parameter isCompact: whether a block collection may begin here.
  mutating func parseNode(isCompact: Bool) throws(Problem) {
    var isCompact = isCompact
    var column = scanner.column
    var properties = Properties.none
    var level = Int(contexts[top].indentation)
    while true {
      let byte = scanner.current
      switch byte {
      case .dash where scanner.isIndicator(.dash):
        try checkCollection(.blockSequence, isCompact: isCompact, properties: properties)
        flushAbove()
        let opening = scanner.at
        try push(.blockSequence, .item, indentation: column, at: opening)
        scanner.at += 1
        // `- - - …`: a turn for each, not a call.
        isCompact = true
        guard try reachesNode(isCompact: &isCompact) else { return }
        column = scanner.column
        level = Int(contexts[top].indentation)

      case .question where scanner.isIndicator(.question):
        try checkCollection(.blockMapping, isCompact: isCompact, properties: properties)
        flushAbove()
        try push(.blockMapping, .explicitKey, indentation: column, at: scanner.at)
        scanner.at += 1
        return try parseRestOfLine(isCompact: true)

      case .colon where scanner.isIndicator(.colon):
        let key = Scalar.empty(at: scanner.at)
        return try beginMapping(key: key, column: column, isCompact: isCompact, properties: properties)

      case .ampersand, .exclamation:
        if properties.isEmpty { column = scanner.column }
        try scanner.scanProperties(into: &properties, handles: &tagHandles)
        let end = scanner.at
        scanner.skipWhite()
        if scanner.current.isBreakOrEnd || (scanner.current == .hash && scanner.at > end) {
          try merge(properties)
          return try scanner.endLine()
        }
        continue

      case .openBracket, .openBrace:
        try merge(properties)
        flushAbove()
        guard contexts[top].slot != .explicitKey else { throw Problem(.keyNotScalar, at: scanner.at) }
        let start = scanner.at
        try parseFlowCollection()
        let end = scanner.at
        scanner.skipWhite()
        if scanner.isIndicator(.colon) { throw Problem(.keyNotScalar, start..<end) }
        scanner.at = end
        return try scanner.endLine()

      case .pipe, .greaterThan:
        try merge(properties)
        let scalar = try scanner.scanBlockScalar(parent: level)
        emit(scalar)
        return

      case .doubleQuote, .singleQuote:
        let scalar = try scanner.scanQuoted(indentation: level)
        return try finish(scalar, column: column, isCompact: isCompact, properties: properties)

      case .asterisk:
        return try parseAlias(column: column, isCompact: isCompact, properties: properties)

      default:
        guard scanner.isPlainStart(inFlow: false) else { throw unexpectedCharacter() }
        let scalar = scanner.scanPlain(indentation: level, inFlow: false)
        return try finish(scalar, column: column, isCompact: isCompact, properties: properties)
      }
    }
  }

  /// Whether a block collection may begin on this line, and where no key is.
  private func checkCollection(_ kind: Context.Kind, isCompact: Bool, properties: Properties) throws(Problem) {
    if !properties.isEmpty { throw Problem(.propertiesBeforeIndicator, properties.start..<scanner.at) }
    if !isCompact { throw misplaced(kind) }
    if contexts[top].slot == .explicitKey { throw Problem(.keyNotScalar, at: scanner.at) }
  }

  /// The problem of a block collection where none may begin.
  private func misplaced(_ kind: Context.Kind) -> Problem {
    let tab = scanner.bytes[max(0, scanner.at - 1)] == .tab
    if tab { return Problem(.tabIndentation, at: scanner.at - 1) }
    if contexts[top].kind == .document { return Problem(.collectionOnMarkerLine, at: scanner.at) }
    return Problem(kind == .blockSequence ? .sequenceInline : .mappingInline, at: scanner.at)
  }

  /// A scalar is scanned: it is an implicit key if `:` follows on its line, otherwise the node that is due.
  @inline(__always)
  private mutating func finish(
    _ scalar: Scalar, column: Int, isCompact: Bool, properties: Properties
  ) throws(Problem) {
    if scanner.current != .lineFeed {
      let end = scanner.at
      scanner.skipWhite()
      if scanner.isIndicator(.colon) {
        return try beginMapping(key: scalar, column: column, isCompact: isCompact, properties: properties)
      }
      if scanner.current == .colon, scalar.style != .plain { throw missingColon(scalar.place) }
      scanner.at = end
    }
    if !properties.isEmpty { try merge(properties) }
    emit(scalar)
    try scanner.endLine()
  }

  /// Tells the handler the scalar that is due.
  @inline(__always)
  private mutating func emit(_ scalar: Scalar) {
    flushAbove()
    if contexts[top].slot == .explicitKey {
      handler.key(scalar)
    } else {
      handler.scalar(scalar)
    }
    completeSlot()
  }

  /// ns-l-block-map-implicit-entry(n), the first of its mapping. The cursor is on its `:`.
  private mutating func beginMapping(
    key: Scalar, column: Int, isCompact: Bool, properties: Properties
  ) throws(Problem) {
    try check(key: key)
    guard isCompact else {
      if contexts[top].kind == .document, scanner.bytes[max(0, key.place.lowerBound - 1)] != .tab {
        throw Problem(.collectionOnMarkerLine, at: key.place.lowerBound, length: key.place.count)
      }
      if scanner.bytes[max(0, key.place.lowerBound - 1)] == .tab {
        throw Problem(.tabIndentation, at: key.place.lowerBound - 1)
      }
      throw Problem(.mappingInline, at: scanner.at)
    }
    if contexts[top].slot == .explicitKey { throw Problem(.keyNotScalar, key.place) }
    flushAbove()
    let opening = properties.isEmpty ? key.place.lowerBound : properties.start
    try push(.blockMapping, .value, indentation: column, at: opening)
    if !properties.isEmpty { handler.properties(properties) }
    handler.key(key)
    scanner.at += 1
    try parseRestOfLine(isCompact: false)
  }

  /// An entry of the mapping on top; the cursor is in its column.
  @inline(__always)
  private mutating func parseMappingEntry() throws(Problem) {
    switch scanner.current {
    case .question where scanner.isIndicator(.question):
      fillDue()
      contexts[top].slot = .explicitKey
      scanner.at += 1
      return try parseRestOfLine(isCompact: true)

    case .colon where scanner.isIndicator(.colon):
      if contexts[top].slot == .afterExplicitKey {
        contexts[top].slot = .explicitValue
        scanner.at += 1
        return try parseRestOfLine(isCompact: true)
      }
      return try parseValue(of: .empty(at: scanner.at), properties: .none)

    case .dash where scanner.isIndicator(.dash):
      throw Problem(.sequenceInMapping, at: scanner.at)

    case .openBracket, .openBrace:
      throw Problem(.keyNotScalar, at: scanner.at)

    default:
      fillDue()
      if scanner.isPlainStart(inFlow: false) {
        let start = scanner.at
        let end = scanner.scanPlainLine(inFlow: false)
        let key = Scalar(style: .plain, isVerbatim: true, isMultiline: false, text: start..<end, place: start..<end)
        return try parseValue(of: key, properties: .none)
      }
      return try parseDecoratedEntry()
    }
  }

  /// An entry whose key is quoted, an alias, or has properties.
  private mutating func parseDecoratedEntry() throws(Problem) {
    var properties = Properties.none
    while scanner.current == .ampersand || scanner.current == .exclamation {
      try scanner.scanProperties(into: &properties, handles: &tagHandles)
      scanner.skipWhite()
    }
    switch scanner.current {
    case .doubleQuote, .singleQuote:
      let key = try scanner.scanQuoted(indentation: Int(contexts[top].indentation))
      scanner.skipWhite()
      try parseValue(of: key, properties: properties)
    case .asterisk:
      let start = scanner.at
      let name = try scanner.scanAlias()
      if !properties.isEmpty { throw Problem(.propertiesOnAlias, properties.start..<start) }
      scanner.skipWhite()
      guard scanner.isIndicator(.colon) else { throw missingColon(start..<name.upperBound) }
      handler.alias(name, isKey: true)
      contexts[top].slot = .value
      scanner.at += 1
      try parseRestOfLine(isCompact: false)
    case .colon where scanner.isIndicator(.colon):
      try parseValue(of: .empty(at: scanner.at), properties: properties)
    default:
      if scanner.current.isBreakOrEnd || scanner.current == .hash {
        throw Problem(.propertiesNotIndented, properties.start..<scanner.at)
      }
      if scanner.isIndicator(.dash) || scanner.isIndicator(.question) {
        throw Problem(.propertiesBeforeIndicator, properties.start..<scanner.at)
      }
      guard scanner.isPlainStart(inFlow: false) else {
        if scanner.current == .openBracket || scanner.current == .openBrace {
          throw Problem(.keyNotScalar, at: scanner.at)
        }
        throw unexpectedCharacter()
      }
      let start = scanner.at
      let end = scanner.scanPlainLine(inFlow: false)
      let key = Scalar(style: .plain, isVerbatim: true, isMultiline: false, text: start..<end, place: start..<end)
      try parseValue(of: key, properties: properties)
    }
  }

  /// c-l-block-map-implicit-value(n): the key is scanned, its `:` has to follow.
  @inline(__always)
  private mutating func parseValue(of key: Scalar, properties: Properties) throws(Problem) {
    guard scanner.isIndicator(.colon) else { throw missingColon(key.place) }
    try check(key: key)
    if !properties.isEmpty { handler.properties(properties) }
    handler.key(key)
    contexts[top].slot = .value
    scanner.at += 1
    try parseRestOfLine(isCompact: false)
  }

  @inline(__always)
  func check(key: Scalar) throws(Problem) {
    if key.isMultiline {
      // `name:Harbor` above `id: harbor` is one text to the grammar, and a space forgotten to a person.
      let line = key.place.lowerBound..<scanner.bytes.firstLineFeed(from: key.place.lowerBound)
      if key.style == .plain, let colon = scanner.bytes[line].firstIndex(of: .colon),
        !scanner.bytes[line].prefix(colon).contains(.space)
      {
        throw Problem(.missingSpaceAfterColon, line)
      }
      throw Problem(
        .keyOnSeveralLines(start: key.place.lowerBound, level: Int(contexts[top].indentation)), at: scanner.at)
    }
    if key.place.count > Self.keyLimit { try checkLength(ofKey: key) }
  }

  private func checkLength(ofKey key: Scalar) throws(Problem) {
    let characters = scanner.bytes[key.place].lazy.filter { $0 & 0xC0 != 0x80 }.count
    if characters > Self.keyLimit { throw Problem(.longKey(limit: Self.keyLimit), at: key.place.lowerBound) }
  }

  private func missingColon(_ place: Range<Int>) -> Problem {
    // `key:value`: the colon is there, the space is not.
    if scanner.current == .colon {
      return Problem(.missingSpaceAfterColon, place.lowerBound..<scanner.at + scanner.lengthOfLineRest())
    }
    if scanner.bytes[place].contains(.colon) { return Problem(.missingSpaceAfterColon, place) }
    return Problem(.missingColon, place)
  }

  /// The problem of a character that begins no node.
  func unexpectedCharacter() -> Problem {
    let byte = scanner.current
    if byte == .hash { return Problem(.commentWithoutSpace, at: scanner.at) }
    if byte == .percent && scanner.column == 0 {
      return Problem(.directiveInDocument, at: scanner.at, length: scanner.lengthOfLineRest())
    }
    if byte == .at || byte == .backtick { return Problem(.reservedIndicator, at: scanner.at) }
    if byte == .closeBracket || byte == .closeBrace { return Problem(.unopenedBracket, at: scanner.at) }
    return Problem(.unexpectedIndicator, at: scanner.at)
  }
}
