// Memory: lent.

// Directives: productions 82 to 95 of YAML 1.2.
extension Parser {
  /// l-directive: the cursor is on its `%`.
  ///
  /// - Parameter hasVersion: whether the document has its %YAML directive already.
  mutating func parseDirective(hasVersion: inout Bool) throws(Problem) {
    let start = scanner.at
    let end = start + scanner.lengthOfLineRest()
    scanner.at += 1
    let name = scanWord()
    if scanner.bytes.isEqual(name, to: "YAML") {
      scanner.skipWhite()
      guard !hasVersion else { throw Problem(.duplicateDirective, start..<end) }
      hasVersion = true
      try parseVersion(directive: start..<end)
    } else if scanner.bytes.isEqual(name, to: "TAG") {
      scanner.skipWhite()
      try parseTagHandle(directive: start..<end)
    } else {
      // ns-reserved-directive: to be ignored.
      guard !name.isEmpty else { throw Problem(.malformedDirective, start..<end) }
      scanner.skipToBreak()
      scanner.skipBreak()
      return
    }
    do throws(Problem) {
      try scanner.endLine()
    } catch {
      throw Problem(.malformedDirective, start..<end)
    }
  }

  private mutating func scanWord() -> Range<Int> {
    let start = scanner.at
    while !scanner.current.isSeparator { scanner.at += 1 }
    return start..<scanner.at
  }

  /// ns-yaml-version: 1.x is read as 1.2.
  private mutating func parseVersion(directive: Range<Int>) throws(Problem) {
    let version = scanner.bytes[scanWord()]
    let parts = version.split(separator: .dot, omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else {
      throw Problem(.malformedDirective, directive)
    }
    guard parts[0].elementsEqual("1".utf8) else { throw Problem(.unsupportedVersion, directive) }
  }

  /// ns-tag-directive: a handle and a prefix.
  private mutating func parseTagHandle(directive: Range<Int>) throws(Problem) {
    let handle = scanWord()
    let word = scanner.bytes[handle]
    guard word.first == .exclamation, word.last == .exclamation,
      word.dropFirst().dropLast().allSatisfy(\.isWordCharacter)
    else {
      throw Problem(.malformedDirective, directive)
    }
    scanner.skipWhite()
    let prefix = scanner.bytes[scanWord()]
    guard let first = prefix.first, first == .exclamation || first == .percent || first.isTagCharacter,
      prefix.allSatisfy({ $0.isURICharacter || $0 == .percent })
    else {
      throw Problem(.malformedDirective, directive)
    }
    guard tagHandles.find(handle, in: scanner.bytes) == nil else { throw Problem(.duplicateDirective, directive) }
    tagHandles.define(handle, as: ())
  }
}

extension ByteView {
  func isEqual(_ range: Range<Int>, to text: StaticString) -> Bool {
    isEqual(range, to: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
