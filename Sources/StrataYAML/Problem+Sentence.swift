// The only file with words for what is wrong in a source.

extension Document {
  /// The problems in words; they are in the order of the source.
  func diagnostics(for problems: [Problem]) -> [Diagnostic] {
    problems.map { problem in
      let (kind, message, hint) = Words(problem: problem, source: source).sentence
      return Diagnostic(
        severity: problem.kind.severity, kind: kind,
        place: .init(source: name, offset: problem.offset, length: problem.length), message: message, hint: hint)
    }
  }
}

extension Problem.Kind {
  var severity: Diagnostic.Severity {
    if case .closingBracketInKeyColumn = self { .warning } else { .error }
  }
}

/// Says a problem in words, with what stands in the source.
struct Words {
  let problem: Problem
  let source: [UInt8]

  typealias Sentence = (kind: String, message: String, hint: String?)

  var sentence: Sentence {
    let offset = problem.offset
    switch problem.kind {
    // Bytes
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
      return ("encoding", "\(byte) \(what)\(inARow)", "save the file as UTF-8")
    case .encoding(let name):
      return ("encoding", "the file is \(name), wanted UTF-8", "save it as UTF-8")
    case .nul:
      return ("control-character", "a NUL byte at offset \(offset)\(inARow)", "remove it; is this a text file?")
    case .control(let value):
      let digits = hexadecimal(value, digits: 4)
      return (
        "control-character", "the control character U+\(digits)\(value < 0x20 ? inARow : "")",
        "remove it, or write it as \"\\u\(digits)\" in double quotes"
      )
    case .byteOrderMark:
      return ("byte-order-mark", "a byte order mark inside the text", "remove it: it may only begin a file")
    case .loneCarriageReturn:
      return (
        "carriage-return", "a carriage return without a line feed\(inARow)",
        "save the file with LF or CRLF at the ends of lines"
      )
    case .foreignFormat(let format):
      return ("not-text", "this is \(format.noun), not YAML", format.mend)
    case .lookAlike(let scalar, let meant):
      return (
        "look-alike", "found \(scalar.named), wanted \(meant.map { "'\($0)'" } ?? "a space")",
        "replace it by \(meant.map { "'\($0)' (\(Unicode.Scalar($0.utf8.first ?? 0).codePoint))" } ?? "a space (U+0020)")"
      )
    case .mergeMarkers:
      return (
        "merge-markers", "a merge that was not finished: \(excerpt)",
        "keep one side, and remove the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'"
      )
    case .tooLarge(let limit):
      return ("too-large", "a source of more than \(limit) bytes", "split it into several files")

    // Lines and indentation
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

    // Block collections
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

    // Flow collections
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
    case .closingBracketInKeyColumn(let opening):
      return (
        "closing-bracket",
        "the \(quoted(character)) of the \(bracket(opening)) on line \(line(opening)) stands in its key's column, which YAML does"
          + " not allow", "indent it by at least one more"
      )
    case .missingSpaceInBrackets:
      return (
        "missing-space", "found \(excerpt), wanted a space after the ':'", "put a space behind the ':'"
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

    // Scalars
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

    // Properties and keys
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

    // Directives
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
    }
  }
}
