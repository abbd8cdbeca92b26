// The only file with words for what is wrong in a source.

extension Document {
  func diagnostic(for problem: Problem) -> Diagnostic {
    let words = Words(problem: problem, source: source)
    let (code, message, hint) = words.sentence
    return Diagnostic(
      severity: .error, code: code, place: .init(source: name, offset: problem.offset, length: problem.length),
      message: message, hint: hint)
  }
}

/// Says a problem in words, with what stands in the source.
private struct Words {
  let problem: Problem
  let source: [UInt8]

  typealias Sentence = (code: String, message: String, hint: String?)

  var sentence: Sentence {
    switch problem.kind {
    case .invalidUTF8, .encoding, .nul, .control, .byteOrderMark, .loneCarriageReturn, .tooLarge: bytesSentence
    case .tabIndentation, .indentation, .tooDeeplyIndented, .contentAfterRoot, .contentAfterNode,
      .contentAfterDocumentEnd, .commentWithoutSpace, .tooDeep, .tooMany:
      lineSentence
    case .missingColon, .missingSpaceAfterColon, .missingDash, .sequenceInMapping, .sequenceInline, .mappingInline,
      .keyOnSeveralLines, .longKey, .keyNotScalar, .collectionOnMarkerLine, .propertiesNotIndented:
      blockSentence
    case .unclosedBracket, .bracketIndentation, .mismatchedBracket, .unopenedBracket, .missingComma, .extraComma,
      .keyAndColonOnTwoLines, .markerInBrackets:
      bracketSentence
    case .unclosedQuote, .quoteIndentation, .markerInQuotes, .unknownEscape, .badEscape, .escapedCodePoint,
      .reservedIndicator, .unexpectedIndicator, .blockHeader, .blockLeadingSpaces, .blockTab:
      scalarSentence
    case .emptyAnchor, .emptyAlias, .bracketInName, .twoAnchors, .twoTags, .propertiesOnAlias,
      .propertiesBeforeIndicator,
      .malformedTag, .undeclaredTagHandle, .undefinedAlias, .aliasCycle, .aliasTooLarge, .mergeKey, .duplicateKey,
      .duplicateEmptyKey:
      propertySentence
    case .directiveWithoutDocument, .duplicateDirective, .malformedDirective, .directiveInDocument, .unsupportedVersion:
      directiveSentence
    }
  }

  private var bytesSentence: Sentence {
    let offset = problem.offset
    switch problem.kind {
    case .invalidUTF8(let malformation):
      let byte = "byte 0x\(hexadecimal(UInt32(source[offset]), digits: 2)) at offset \(offset)"
      let what =
        switch malformation {
        case .overlong: "begins a character in more bytes than it needs: not UTF-8"
        case .surrogate: "begins half of a UTF-16 pair: not UTF-8"
        case .tooLarge: "begins a character beyond U+10FFFF: not UTF-8"
        case .stray: "is not UTF-8"
        case .truncated: "begins a character that lacks bytes: not UTF-8"
        }
      return ("encoding", "\(byte) \(what)", "save the file as UTF-8")
    case .encoding(let name):
      return ("encoding", "the file is \(name), wanted UTF-8", "save it as UTF-8")
    case .nul:
      return ("control-character", "a NUL byte at offset \(offset)", "remove it; is this a text file?")
    case .control(let value):
      let digits = hexadecimal(value, digits: 4)
      return (
        "control-character", "the control character U+\(digits)",
        "remove it, or write it as \"\\u\(digits)\" in double quotes"
      )
    case .byteOrderMark:
      return ("byte-order-mark", "a byte order mark inside the text", "remove it: it may only begin a file")
    case .loneCarriageReturn:
      return (
        "carriage-return", "a carriage return without a line feed", "save the file with LF or CRLF at the ends of lines"
      )
    case .tooLarge(let limit):
      return ("too-large", "a source of more than \(limit) bytes", "split it into several files")
    default: return unknown
    }
  }

  private var lineSentence: Sentence {
    switch problem.kind {
    case .tabIndentation:
      return ("tab", "a tab in the indentation, wanted spaces", "replace the tab by spaces")
    case .indentation(let found, let levels):
      let below = levels.last { $0 < found } ?? 0
      let above = levels.first { $0 > found } ?? found
      return (
        "indentation",
        "indented by \(columns(found)), which matches no level here (\(list(levels)))",
        "indent it by \(below) or \(above)"
      )
    case .tooDeeplyIndented(let found, let level):
      return (
        "indentation", "indented by \(columns(found)), but the entries it follows by \(level)",
        hintForColon ?? hintForComment ?? "indent it by \(level), like the entries above"
      )
    case .contentAfterRoot:
      return (
        "extra-text", "found \(excerpt) after the end of the document's node",
        hintForColon ?? hintForComment ?? "put '---' on a line before it to begin another document"
      )
    case .contentAfterNode:
      return (
        "extra-text", "found \(excerpt) after a value, wanted the end of the line",
        hintForQuote ?? "put the whole value in one pair of quotes, or ' #' before a comment"
      )
    case .contentAfterDocumentEnd:
      return ("extra-text", "found \(excerpt) after '...', wanted the end of the line", "put it on a line of its own")
    case .commentWithoutSpace:
      return ("comment", "a '#' right after a value, wanted a space before it", "put a space before the '#'")
    case .tooDeep(let limit):
      return ("too-deep", "more than \(limit) collections inside one another", "the rest of the file was not read")
    case .tooMany(let limit):
      return ("too-many", "more than \(limit) mistakes", "the rest of the file was not read")
    default: return unknown
    }
  }

  private var blockSentence: Sentence {
    switch problem.kind {
    case .missingColon:
      return (
        "missing-colon", "found \(excerpt), wanted a key and ':'",
        "write '\(shortened): …', or indent the line if it belongs to the value above"
      )
    case .missingSpaceAfterColon:
      return ("missing-space", "found \(excerpt), wanted a space after the ':'", hintForColon)
    case .missingDash(let level):
      return (
        "missing-dash", "found \(excerpt), wanted '- ' and the next item of the sequence",
        level == 0 ? "write '- \(shortened)'" : "write '- \(shortened)', or indent the line to the level it belongs to"
      )
    case .sequenceInMapping:
      return (
        "misplaced-sequence", "a '-' where the next key of a mapping is wanted",
        "indent it under its key, or give it a key of its own"
      )
    case .sequenceInline:
      return (
        "misplaced-sequence", "a sequence cannot begin on the line of its key",
        "begin it on the next line, or write it in brackets: [a, b]"
      )
    case .mappingInline:
      return (
        "misplaced-mapping", "a second ': ' on the line: a mapping cannot begin on the line of its key",
        "put the value in quotes if the ':' belongs to it, or begin the mapping on the next line"
      )
    case .keyOnSeveralLines(let start, let level):
      return (
        "long-key", "the text before this ':' began on line \(line(start)): a key has to be on one line",
        hintForColon(in: start..<endOfLine(start))
          ?? "put the text in quotes, or indent '\(wordBefore)' by \(max(0, level)) if it is a key"
      )
    case .longKey(let limit):
      return ("long-key", "a key of more than \(limit) characters", "put '? ' before it")
    case .keyNotScalar:
      return ("complex-key", "a key that is a collection: strata reads keys that are text", "put it in quotes")
    case .collectionOnMarkerLine:
      return ("misplaced-mapping", "a mapping cannot begin on the line of '---'", "begin it on the next line")
    case .propertiesNotIndented:
      return (
        "anchor", "found \(excerpt), wanted a key and ':', or more indentation",
        "indent it and the lines it belongs to below their key"
      )
    default: return unknown
    }
  }

  private var bracketSentence: Sentence {
    switch problem.kind {
    case .unclosedBracket:
      return ("unclosed-bracket", "the \(bracket(problem.offset)) is never closed", "add \(closing(problem.offset))")
    case .bracketIndentation(let line, let level):
      if source[line + indentation(line)] == source[problem.offset] + 2 {
        return (
          "indentation",
          "the \(closing(problem.offset)) of this \(bracket(problem.offset)) stands in column \(indentation(line) + 1)"
            + " of line \(self.line(line)), wanted column \(level + 1) or more",
          "indent line \(self.line(line)) by at least \(level)"
        )
      }
      return (
        "unclosed-bracket",
        "the \(bracket(problem.offset)) is still open where line \(self.line(line)) begins at column"
          + " \(indentation(line) + 1)",
        "add \(closing(problem.offset)), or indent the lines up to it by at least \(level)"
      )
    case .mismatchedBracket(let opening):
      return (
        "unclosed-bracket",
        "found \(excerpt), wanted \(closing(opening)) for the \(bracket(opening)) on line \(line(opening))",
        "close the \(bracket(opening)) first"
      )
    case .unopenedBracket:
      return ("extra-bracket", "\(excerpt) closes nothing", "remove it, or put text that holds it in quotes")
    case .missingComma(let opening):
      let closing = closing(opening)
      return (
        "missing-comma", "found \(quoted(character)), wanted ',' or \(closing)",
        "put a ',' before \(quoted(character == ":" ? wordBefore : character)), or close the \(bracket(opening)) of line"
          + " \(line(opening))"
      )
    case .extraComma:
      return ("extra-comma", "a ',' with nothing before it", "remove it, or write '' for an empty text")
    case .keyAndColonOnTwoLines:
      return ("long-key", "a key in brackets has to be on the line of its ':'", "put both on one line, or use { }")
    case .markerInBrackets(let opening):
      return (
        "unclosed-bracket", "found \(excerpt) while the \(bracket(opening)) of line \(line(opening)) is open",
        "add \(closing(opening)) before it"
      )
    default: return unknown
    }
  }

  private var scalarSentence: Sentence {
    switch problem.kind {
    case .unclosedQuote:
      return ("unclosed-quote", "the \(quote) is never closed", quoteHint)
    case .quoteIndentation(let line, _):
      return (
        "unclosed-quote",
        "the \(quote) is still open where line \(self.line(line)) begins at column \(indentation(line) + 1)", quoteHint
      )
    case .markerInQuotes(let line):
      return (
        "unclosed-quote", "the \(quote) is still open at the document marker on line \(self.line(line))", quoteHint
      )
    case .unknownEscape:
      return (
        "escape", "\(excerpt) is no escape",
        "write '\\\\' for a backslash, or put the text in single quotes"
      )
    case .badEscape(let digits):
      return ("escape", "found \(excerpt), wanted \(digits) hexadecimal digits after it", nil)
    case .escapedCodePoint(let value):
      return ("escape", "U+\(hexadecimal(value, digits: 4)) is no character", nil)
    case .reservedIndicator, .unexpectedIndicator:
      return ("indicator", "a text cannot begin with '\(character)' here", "put the text in quotes")
    case .blockHeader:
      return (
        "block-header", "found \(excerpt), wanted nothing but 1 to 9, '+' or '-' after the '\(character)'",
        "begin the text on the next line"
      )
    case .blockLeadingSpaces(let level):
      return (
        "indentation",
        "a line of \(problem.length) spaces before the text's first line, which is indented by \(level)",
        "remove the spaces"
      )
    case .blockTab:
      return ("tab", "a tab where the text's indentation is wanted", "remove it, or replace it by spaces")
    default: return unknown
    }
  }

  private var propertySentence: Sentence {
    switch problem.kind {
    case .emptyAnchor:
      return ("anchor", "a '&' without a name", "put a text that begins with '&' in quotes")
    case .emptyAlias:
      return ("alias", "a '*' without a name", "put a text that begins with '*' in quotes")
    case .bracketInName:
      return ("anchor", "found \(excerpt), wanted a space after the name", "put a space before the bracket")
    case .twoAnchors:
      return ("anchor", "a second anchor for the same node", "remove one of the two")
    case .twoTags:
      return ("tag", "a second tag for the same node", "remove one of the two")
    case .propertiesOnAlias:
      return ("alias", "an alias takes no anchor and no tag", "remove \(excerpt)")
    case .propertiesBeforeIndicator:
      return (
        "anchor", "\(excerpt) before an entry on its line", "put it behind the '-' or '?', or on the line above"
      )
    case .malformedTag:
      return ("tag", "\(excerpt) is no tag", "put a text that begins with '!' in quotes")
    case .undeclaredTagHandle:
      return (
        "tag", "the tag handle \(excerpt) is not declared in this document",
        "declare it before '---': %TAG \(shortened) PREFIX"
      )
    case .undefinedAlias:
      return (
        "alias", "\(excerpt) refers to no anchor above it", "put a text that begins with '*' in quotes"
      )
    case .aliasCycle:
      return ("alias", "\(excerpt) stands inside the node it refers to", "a tree has no cycles: remove the alias")
    case .aliasTooLarge(let limit):
      return ("alias", "the aliases up to \(excerpt) repeat more than \(limit) bytes", "write out less by aliases")
    case .mergeKey:
      return ("merge-key", "a merge key '<<': strata merges nothing", "write out the keys it would merge")
    case .duplicateKey(let first):
      return ("duplicate-key", "duplicate key \(excerpt) (first used at line \(line(first)))", "remove or rename one")
    case .duplicateEmptyKey(let first):
      return (
        "duplicate-key", "a second empty key (the first is on line \(line(first)))", "write the keys, or remove one"
      )
    default: return unknown
    }
  }

  private var directiveSentence: Sentence {
    switch problem.kind {
    case .directiveWithoutDocument:
      return ("directive", "\(excerpt) without '---' after it", "add a line '---' before the document")
    case .duplicateDirective:
      return ("directive", "\(excerpt) is there a second time", "remove one of the two")
    case .malformedDirective:
      return ("directive", "\(excerpt) is no directive", "write '%YAML 1.2' or '%TAG !handle! prefix'")
    case .directiveInDocument:
      return ("directive", "found \(excerpt) inside a document", "put a line '...' before a directive")
    case .unsupportedVersion:
      return ("directive", "found \(excerpt), wanted version 1.2", "write '%YAML 1.2', or remove the line")
    default: return unknown
    }
  }

  private var unknown: Sentence { preconditionFailure("\(problem.kind) is in another group") }

  // MARK: What stands in the source

  /// The problem's text in quotes, of its first line at most 32 characters.
  private var excerpt: String { quoted(shortened) }

  private func quoted(_ text: String) -> String {
    text.contains("'") ? "\"\(text)\"" : "'\(text)'"
  }

  private var shortened: String { shortened(problem.offset..<problem.offset + problem.length) }

  private func shortened(_ range: Range<Int>) -> String {
    let line = source[range.clamped(to: 0..<source.count)].prefix { !$0.isBreakOrEnd }
    var text = String(decoding: line, as: UTF8.self)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.count > 32 ? text.prefix(31) + "…" : text
  }

  /// The character at the problem's place.
  private var character: String {
    String(decoding: source[problem.offset...].prefix(4), as: UTF8.self).prefix(1).description
  }

  private func line(_ offset: Int) -> Int { SourceLine(source, at: offset).number }

  private func indentation(_ line: Int) -> Int { source[line...].prefix { $0 == .space }.count }

  private func endOfLine(_ offset: Int) -> Int {
    source[offset...].firstIndex { $0.isBreakOrEnd } ?? source.count
  }

  private func bracket(_ offset: Int) -> String { source[offset] == .openBracket ? "'['" : "'{'" }

  private func closing(_ offset: Int) -> String { source[offset] == .openBracket ? "']'" : "'}'" }

  private var quote: String { source[problem.offset] == .doubleQuote ? "'\"'" : "\"'\"" }

  private var quoteHint: String { quoteHint(problem.offset) }

  private func quoteHint(_ offset: Int) -> String {
    source[offset] == .doubleQuote
      ? "close it with '\"'; a '\"' inside is written '\\\"'" : "close it with \"'\"; a \"'\" inside is written \"''\""
  }

  /// `key:value` in the problem's line: the space it lacks is the likely mend.
  private var hintForColon: String? {
    hintForColon(in: problem.offset..<endOfLine(problem.offset))
  }

  private func hintForColon(in range: Range<Int>) -> String? {
    let text = source[range]
    guard let colon = text.firstIndex(of: .colon), colon > range.lowerBound, colon + 1 < range.upperBound,
      !source[colon + 1].isSeparator, !text[(colon + 1)...].starts(with: "//".utf8)
    else { return nil }
    let key = shortened(range.lowerBound..<colon)
    guard !key.contains(" ") else { return nil }
    return "did you mean '\(key): \(shortened(colon + 1..<range.upperBound))'?"
  }

  /// Text right behind a closing quote: the quote was perhaps meant as a character.
  private var hintForQuote: String? {
    guard problem.offset > 0, !source[problem.offset].isSeparator else { return nil }
    switch source[problem.offset - 1] {
    case .doubleQuote: return "a '\"' inside the text is written '\\\"'"
    case .singleQuote: return "a \"'\" inside the text is written \"''\""
    default: return nil
    }
  }

  /// The text between the beginning of the problem's line and its place.
  private var wordBefore: String {
    let line = SourceLine(source, at: problem.offset)
    return shortened(line.start + indentation(line.start)..<problem.offset)
  }

  /// A comment between two lines of a text ends it.
  private var hintForComment: String? {
    let line = SourceLine(source, at: problem.offset)
    guard line.start > 0 else { return nil }
    let above = SourceLine(source, at: line.start - 1)
    let text = source[above.start..<above.end]
    guard text.indices.contains(where: { text[$0] == .hash && ($0 == text.startIndex || text[$0 - 1].isWhite) })
    else { return nil }
    return "a comment ends the text above it: move the comment, or put the text in quotes"
  }

  private func columns(_ count: Int) -> String { count == 1 ? "1 column" : "\(count) columns" }

  /// `0, 2 and 4`, of many the last.
  private func list(_ levels: [Int]) -> String {
    if levels.count > 8 { return "…, " + list(levels.suffix(7)) }
    guard levels.count > 1, let last = levels.last else { return levels.map(String.init).joined() }
    return levels.dropLast().map(String.init).joined(separator: ", ") + " and \(last)"
  }

  private func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
