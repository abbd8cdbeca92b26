// After a mistake: the parser goes on at the next sibling or at a shallower line, so that one run tells several mistakes.
extension Parser {
  /// Notes a mistake.
  mutating func report(_ problem: Problem) {
    if problems.count < Self.problemLimit { problems.append(problem) }
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
    if problems.count >= Self.problemLimit {
      problems.append(Problem(.tooMany(limit: Self.problemLimit), at: problem.offset))
      return giveUp()
    }
    if case .tooDeep = problem.kind { return giveUp() }
    // An unclosed quote or bracket swallows what follows: go on behind the line where it opens.
    if problem.offset < scanner.lineStart {
      scanner.at = problem.offset
    }
    scanner.skipToBreak()
    scanner.skipBreak()
    let isInBrackets = frames[top].kind.isFlow
    while frames[top].kind.isFlow { pop() }
    // What comes next is the document's node again, not text behind it.
    if frames[top].kind == .document { frames[top].slot = .root }
    let level = Int(frames[top].indentation)
    while !scanner.isAtEnd {
      let start = scanner.at
      let indentation = scanner.indentation(ofLineAt: start)
      let byte = scanner.bytes[start + indentation]
      if !byte.isBreakOrEnd && byte != .tab && byte != .hash {
        let closes = isInBrackets && (byte == .closeBracket || byte == .closeBrace || byte == .comma)
        if indentation <= max(level, 0) && !closes { break }
      }
      scanner.skipToBreak()
      scanner.skipBreak()
    }
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
