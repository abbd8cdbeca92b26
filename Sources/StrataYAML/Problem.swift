/// A finding of the parser: what kind, and where in the source. `Problem+Sentence.swift` has the words.
struct Problem: Error, Hashable {
  /// What breaks the grammar, or is refused.
  enum Kind: Hashable {
    // Bytes
    case invalidUTF8(Malformation)
    case encoding(name: String)
    case nul
    case control(UInt32)
    case byteOrderMark
    case loneCarriageReturn
    case tooLarge(limit: Int)
    case foreignFormat(Culprit.Format)

    // What only looks like what was meant; nil for a space.
    case lookAlike(Unicode.Scalar, meant: String?)
    case mergeMarkers

    // Lines and indentation
    case tabIndentation
    case indentation(found: Int, levels: [Int])
    case tooDeeplyIndented(found: Int, level: Int)
    case contentAfterRoot
    case contentAfterNode
    case contentAfterDocumentEnd
    case commentWithoutSpace
    case tooDeep(limit: Int)
    case tooMany(limit: Int)

    // Block collections
    case missingColon
    case missingSpaceAfterColon
    case missingDash(level: Int)
    case sequenceInMapping
    case sequenceInline
    case mappingInline
    case keyOnSeveralLines(start: Int, level: Int)
    case longKey(limit: Int)
    case keyNotScalar
    case collectionOnMarkerLine
    case propertiesNotIndented

    // Flow collections; `opening` is where the bracket stands.
    case unclosedBracket
    case bracketIndentation(line: Int, level: Int)
    /// No mistake to libyaml: a warning where it may be read so.
    case closingBracketInKeyColumn(opening: Int)
    case missingSpaceInBrackets
    case mismatchedBracket(opening: Int)
    case unopenedBracket
    case missingComma(opening: Int)
    case extraComma
    case keyAndColonOnTwoLines
    case markerInBrackets(opening: Int)

    // Scalars
    case unclosedQuote
    case quoteIndentation(line: Int, level: Int)
    case markerInQuotes(line: Int)
    case unknownEscape
    case badEscape(digits: Int)
    case escapedCodePoint(UInt32)
    case reservedIndicator
    case unexpectedIndicator
    case blockHeader
    case blockLeadingSpaces(level: Int)
    case blockTab

    // Properties and directives
    case emptyAnchor
    case emptyAlias
    case bracketInName
    case twoAnchors
    case twoTags
    case propertiesOnAlias
    case propertiesBeforeIndicator
    case malformedTag
    case undeclaredTagHandle
    case undefinedAlias
    case aliasCycle
    case aliasTooLarge(limit: Int)
    case mergeKey
    case duplicateKey(first: Int)
    case duplicateEmptyKey(first: Int)
    case directiveWithoutDocument
    case duplicateDirective
    case malformedDirective
    case directiveInDocument
    case unsupportedVersion
  }

  /// What makes bytes no UTF-8.
  enum Malformation: Hashable {
    /// A character in more bytes than it needs.
    case overlong
    /// Half of a UTF-16 pair.
    case surrogate
    /// Beyond U+10FFFF.
    case tooLarge
    /// A byte that continues nothing, or no character at all.
    case stray
    /// A character that lacks bytes.
    case truncated
  }

  /// Problems that are told of one source; then comes one that says so.
  static let limit = 50
  /// Warnings that are told of one source.
  static let warningLimit = 10_000

  var kind: Kind
  /// Bytes from the beginning of the source.
  var offset: Int
  /// Bytes.
  var length: Int

  init(_ kind: Kind, at offset: Int, length: Int = 1) {
    self.kind = kind
    self.offset = offset
    self.length = length
  }

  init(_ kind: Kind, _ range: Range<Int>) {
    self.init(kind, at: range.lowerBound, length: range.count)
  }
}
