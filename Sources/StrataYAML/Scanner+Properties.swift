extension Scanner {
  /// One of c-ns-properties(n,c): the anchor or the tag under the cursor.
  ///
  /// - Parameter handles: those that the document's %TAG directives declare.
  mutating func scanProperties(into properties: inout Properties, handles: inout NameTable<Void>) throws(Problem) {
    let start = at
    if properties.isEmpty { properties.start = start }
    if current == .ampersand {
      guard properties.anchor.isEmpty else { throw Problem(.twoAnchors, at: start) }
      properties.anchor = try scanName(or: .emptyAnchor)
    } else {
      guard properties.tag.isEmpty else { throw Problem(.twoTags, at: start) }
      try scanTag(handles: &handles)
      properties.tag = start..<at
    }
  }

  /// c-ns-alias-node: returns the name.
  mutating func scanAlias() throws(Problem) -> Range<Int> {
    try scanName(or: .emptyAlias)
  }

  /// ns-anchor-char+ behind the indicator under the cursor.
  private mutating func scanName(or problem: Problem.Kind) throws(Problem) -> Range<Int> {
    let start = at + 1
    at = start
    while !current.isSeparator, !current.isFlowIndicator { at += 1 }
    count(at - start + 1)
    guard at > start else { throw Problem(problem, at: start - 1) }
    guard current != .openBracket && current != .openBrace else { throw Problem(.bracketInName, start - 1..<at + 1) }
    return start..<at
  }

  /// c-ns-tag-property: `!<verbatim>`, `!handle!suffix`, `!!suffix`, `!suffix` or `!`.
  private mutating func scanTag(handles: inout NameTable<Void>) throws(Problem) {
    let start = at
    at += 1
    if current == .lessThan {  // c-verbatim-tag
      at += 1
      let from = at
      try scanURI(from: start) { $0.isURICharacter }
      guard current == .greaterThan, at > from, !(at == from + 1 && bytes[from] == .exclamation) else {
        throw Problem(.malformedTag, at: start, length: lengthOfWord(from: start))
      }
      at += 1
    } else {
      let word = at
      while current.isWordCharacter { at += 1 }
      if current == .exclamation {  // c-tag-handle, then ns-tag-char+
        at += 1
        let handle = start..<at
        let isDeclared = handle.count == 2 || handles.find(handle, in: bytes) != nil
        guard isDeclared else { throw Problem(.undeclaredTagHandle, handle) }
        let suffix = at
        try scanURI(from: start) { $0.isTagCharacter }
        guard at > suffix else { throw Problem(.malformedTag, start..<at) }
      } else {
        at = word
        try scanURI(from: start) { $0.isTagCharacter }
      }
    }
    count(at - start)
    // s-separate(n,c) has to follow, or the end of an entry in brackets.
    guard current.isSeparator || current == .comma || current == .closeBracket || current == .closeBrace else {
      throw Problem(.malformedTag, at: start, length: lengthOfWord(from: start))
    }
  }

  /// Moves over the characters that belong to the tag, and over `%` with its two hexadecimal digits.
  private mutating func scanURI(from start: Int, _ belongs: (UInt8) -> Bool) throws(Problem) {
    while true {
      if belongs(current) {
        at += 1
      } else if current == .percent {
        guard bytes[at + 1].hexadecimalValue != nil, bytes[at + 2].hexadecimalValue != nil else {
          throw Problem(.malformedTag, at: start, length: lengthOfWord(from: start))
        }
        at += 3
      } else {
        return
      }
    }
  }

  /// The bytes from `start` to the next white space or break.
  func lengthOfWord(from start: Int) -> Int {
    var end = start
    while !bytes[end].isSeparator { end += 1 }
    return max(1, end - start)
  }
}
