/// A finding of the parser: what kind, and where in the source. `Problem+Sentence.swift` has the words.
struct Problem: Error, Hashable {
  /// What breaks the grammar, or is refused.
  enum Kind: Hashable {
    // Bytes
    case invalidUTF8(byte: UInt8)
    case encoding(name: String)
    case control(UInt32)
    case byteOrderMark
    case loneCarriageReturn
    case tooLarge

    // Lines and indentation
    case tabIndentation
    case indentation(found: Int, levels: [Int])
    case tooDeeplyIndented(found: Int, level: Int)
    case contentAfterRoot
    case contentAfterNode
    case contentAfterDocumentEnd
    case commentWithoutSpace
    case tooDeep(limit: Int)

    // Block collections
    case missingColon
    case missingSpaceAfterColon
    case missingDash
    case sequenceInMapping
    case sequenceInline
    case mappingInline
    case multilineKey
    case longKey(limit: Int)
    case keyNotScalar
    case collectionOnMarkerLine

    // Flow collections
    case unclosedCollection(open: UInt8)
    case flowIndentation(open: UInt8, opening: Int, level: Int)
    case mismatchedBracket(open: UInt8, opening: Int, found: UInt8)
    case unopenedBracket(UInt8)
    case missingComma
    case extraComma
    case flowKeyOnSeveralLines
    case markerInside

    // Scalars
    case unclosedQuote(UInt8)
    case quotedIndentation(level: Int)
    case unknownEscape(UInt8)
    case badHexEscape(digits: Int)
    case escapedCodePoint(UInt32)
    case reservedIndicator(UInt8)
    case unexpectedIndicator(UInt8)
    case blockHeader
    case blockLeadingSpaces(content: Int)
    case blockTab

    // Properties and directives
    case emptyAnchorName
    case emptyAliasName
    case twoAnchors
    case twoTags
    case propertiesOnAlias
    case propertiesBeforeIndicator
    case malformedTag
    case undefinedTagHandle
    case undefinedAlias
    case aliasCycle
    case aliasTooLarge(limit: Int)
    case mergeKey
    case duplicateKey(first: Int)
    case directiveWithoutDocument
    case duplicateDirective
    case malformedDirective
    case unsupportedVersion
    case tooMany(limit: Int)
  }

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
