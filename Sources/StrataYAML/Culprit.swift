// Memory: lent.

/// What stands behind mistakes in a source: it is no YAML at all, a merge was not finished, or a character only looks like
/// the one that was meant.
enum Culprit {
  /// What a file is that is no YAML, by what it begins with.
  enum Format: CaseIterable {
    case gzip, zip, xz, zstd, bzip2, png, jpeg, gif, pdf, html
  }

  /// The mistakes, or in their place what is behind them.
  static func explained(_ problems: [Problem], in source: [UInt8]) -> [Problem] {
    guard !problems.isEmpty else { return problems }
    if let format = Format.allCases.first(where: { $0.begins(source) }) {
      return [Problem(.foreignFormat(format), at: 0)]
    }
    // Of a file whose lines all end so it is said once.
    if problems.allSatisfy({ $0.kind == .loneCarriageReturn }), !source.contains(.lineFeed) { return [problems[0]] }
    var lines = SourceLines(source[...], columns: { _ in 1 })
    if let explained = withoutMerges(problems, in: source) { return explained }
    var explained: [Problem] = []
    for problem in problems {
      let found = problem.kind.mayHideLookAlike ? lookAlike(of: problem, in: source, &lines) : nil
      // One character may be behind several mistakes.
      if let found, explained.contains(where: { $0.offset == found.offset }) { continue }
      explained.append(found ?? problem)
    }
    return explained.sorted { $0.offset < $1.offset }
  }

  // MARK: Merges

  /// In place of all mistakes from the first marker on a problem for each merge that was not finished; nil where there is
  /// none.
  private static func withoutMerges(_ problems: [Problem], in source: [UInt8]) -> [Problem]? {
    // Of a merge whose beginning was removed, an end or a middle that is a mistake is left.
    let beginnings = lines(beginningWith: "<<<<<<<", in: source)
    let ends = beginnings.isEmpty ? lines(beginningWith: ">>>>>>>", in: source) : beginnings
    let markers =
      ends.isEmpty
      ? lines(beginningWith: "=======", in: source).filter { line in problems.contains { line.contains($0.offset) } }
      : ends
    guard let first = markers.first else { return nil }
    return problems.filter { $0.offset < first.lowerBound }
      + markers.prefix(Problem.limit).map { Problem(.mergeMarkers, $0) }
  }

  /// The first lines that begin with a marker and a blank, or are it alone.
  private static func lines(beginningWith marker: StaticString, in source: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let length = marker.utf8CodeUnitCount
    source.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      var start = 0
      while start < bytes.count, found.count <= Problem.limit {
        let end = bytes.firstLineFeed(from: start)
        let isMarker = (0..<length).allSatisfy { bytes[start + $0] == marker.utf8Start[$0] }
        if isMarker, bytes[start + length].isSeparator { found.append(start..<end) }
        start = end + 1
      }
    }
    return found
  }

  // MARK: Look-alikes

  /// The character on a mistake's line, or on the one where its text begins, that is not what it looks like.
  private static func lookAlike(of problem: Problem, in source: [UInt8], _ lines: inout SourceLines) -> Problem? {
    // Where another character was wanted.
    let here = String(decoding: source[problem.offset...].prefix(4), as: UTF8.self).unicodeScalars.first
    if let here, here.isBlankLike || here.indicatorLike != nil {
      let kind = Problem.Kind.lookAlike(here, meant: here.indicatorLike)
      return Problem(kind, at: problem.offset, length: UTF8.width(here))
    }
    if let start = problem.kind.beginning {
      let line = lines.line(at: start).bytes
      if let found = lookAlike(in: source[line]) { return found }
    }
    let line = lines.line(at: problem.offset).bytes
    return lookAlike(in: source[line])
  }

  /// The first character of a line that stands where the line's structure is and is not what it looks like: before the
  /// key or the text, right behind it, behind its colon, in brackets. Of a long line only the beginning is looked at.
  private static func lookAlike(in line: ArraySlice<UInt8>) -> Problem? {
    let line = line.prefix(4096)
    var offset = line.startIndex
    /// What is before the cursor: blanks and dashes, a key, its colon, brackets.
    var isKey = true
    var isBehindColon = false
    var isBeforeText = true
    var depth = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      let length = UTF8.width(scalar)
      let here = offset
      offset += length
      if scalar.isBlankLike, isBeforeText || isBehindColon {
        return Problem(.lookAlike(scalar, meant: nil), at: here, length: length)
      }
      if let meant = scalar.indicatorLike, isMeant(meant, isKey: isKey, isBeforeText: isBeforeText, depth: depth) {
        return Problem(.lookAlike(scalar, meant: meant), at: here, length: length)
      }
      isBehindColon = scalar == ":" && (isKey || depth > 0)
      switch scalar {
      case " ", "\t", "-", "?": continue
      case ":" where isKey: isKey = false
      case "[", "{": depth += 1
      case "]", "}": depth -= 1
      case "\"", "'", "#": return nil
      default: if !scalar.isASCII { isKey = false }
      }
      isBeforeText = false
    }
    return nil
  }

  private static func isMeant(_ indicator: String, isKey: Bool, isBeforeText: Bool, depth: Int) -> Bool {
    switch indicator {
    case ":": isKey && !isBeforeText || depth > 0
    case "-": isBeforeText
    default: depth > 0
    }
  }
}

extension Culprit.Format {
  fileprivate func begins(_ source: [UInt8]) -> Bool {
    switch self {
    case .gzip: source.starts(with: [0x1F, 0x8B])
    case .zip: source.starts(with: [0x50, 0x4B, 0x03, 0x04]) || source.starts(with: [0x50, 0x4B, 0x05, 0x06])
    case .xz: source.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
    case .zstd: source.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    case .bzip2: source.starts(with: "BZh".utf8) && source.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26])
    case .png: source.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case .jpeg: source.starts(with: [0xFF, 0xD8, 0xFF])
    case .gif: source.starts(with: "GIF8".utf8)
    case .pdf: source.starts(with: "%PDF-".utf8)
    case .html: Document.isPage(source)
    }
  }

  /// What a file of it is.
  var noun: String {
    switch self {
    case .gzip: "a gzip archive (it begins with the bytes 1F 8B)"
    case .zip: "a ZIP archive (it begins with 'PK')"
    case .xz: "an xz archive"
    case .zstd: "a Zstandard archive"
    case .bzip2: "a bzip2 archive"
    case .png: "a PNG image (it begins with the bytes 89 50 4E 47)"
    case .jpeg: "a JPEG image"
    case .gif: "a GIF image"
    case .pdf: "a PDF document"
    case .html: "an HTML page"
    }
  }

  var mend: String {
    switch self {
    case .gzip, .zip, .xz, .zstd, .bzip2: "unpack it, and open the YAML file that is in it"
    case .png, .jpeg, .gif, .pdf: "open the YAML file instead"
    case .html: "download the file itself, not the page that shows it: on GitHub by 'Raw'"
    }
  }
}

extension Document {
  /// Whether a source begins as an HTML page does. To YAML it may be a text.
  public static func isPage(_ source: [UInt8]) -> Bool {
    let bytes = source.starts(with: [0xEF, 0xBB, 0xBF]) ? source.dropFirst(3) : source[...]
    let start = bytes.prefix(1024).drop { $0 <= 0x20 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    return ["<!doctype html", "<html", "<head", "<?xml", "<!--"].contains { start.starts(with: $0.utf8) }
  }
}

extension Problem.Kind {
  /// Whether another character than the one that was meant may be behind it.
  fileprivate var mayHideLookAlike: Bool {
    switch self {
    case .indentation, .tooDeeplyIndented, .contentAfterRoot, .contentAfterNode, .missingColon, .missingSpaceAfterColon,
      .missingDash, .sequenceInMapping, .sequenceInline, .mappingInline, .keyOnSeveralLines, .longKey, .keyNotScalar,
      .unclosedBracket, .bracketIndentation, .mismatchedBracket, .unopenedBracket, .missingComma, .extraComma,
      .keyAndColonOnTwoLines, .markerInBrackets:
      true
    case .invalidUTF8, .encoding, .nul, .control, .byteOrderMark, .loneCarriageReturn, .tooLarge, .foreignFormat,
      .lookAlike, .mergeMarkers, .tabIndentation, .contentAfterDocumentEnd, .commentWithoutSpace, .tooDeep, .tooMany,
      .collectionOnMarkerLine, .propertiesNotIndented, .closingBracketInKeyColumn, .missingSpaceInBrackets,
      .unclosedQuote, .quoteIndentation, .markerInQuotes, .unknownEscape, .badEscape, .escapedCodePoint,
      .reservedIndicator, .unexpectedIndicator, .blockHeader, .blockLeadingSpaces, .blockTab, .emptyAnchor, .emptyAlias,
      .bracketInName, .twoAnchors, .twoTags, .propertiesOnAlias, .propertiesBeforeIndicator, .malformedTag,
      .undeclaredTagHandle, .undefinedAlias, .aliasCycle, .aliasTooLarge, .mergeKey, .duplicateKey, .duplicateEmptyKey,
      .directiveWithoutDocument, .duplicateDirective, .malformedDirective, .directiveInDocument, .unsupportedVersion:
      false
    }
  }

  /// Where the text or the collection begins that it is about, if that is not its place.
  fileprivate var beginning: Int? {
    if case .keyOnSeveralLines(let start, _) = self { return start }
    if case .mismatchedBracket(let opening) = self { return opening }
    if case .missingComma(let opening) = self { return opening }
    if case .markerInBrackets(let opening) = self { return opening }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it looks like a space, or like nothing, and is none to YAML.
  public var isBlankLike: Bool {
    switch value {
    case 0xA0, 0x1680, 0x2000...0x200D, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The ASCII character of YAML's grammar that it looks like.
  public var indicatorLike: String? {
    switch value {
    case 0xFF1A: ":"
    case 0xFF0C, 0x3001: ","
    case 0xFF3B, 0x3010: "["
    case 0xFF3D, 0x3011: "]"
    case 0xFF5B: "{"
    case 0xFF5D: "}"
    case 0x2010...0x2015, 0x2212, 0xFF0D: "-"
    default: nil
    }
  }

  /// `U+00A0`
  public var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// `U+00A0 (a no-break space)`
  public var named: String {
    let name: String? =
      switch value {
      case 0xA0, 0x202F: "a no-break space"
      case 0x3000: "a full-width space"
      case 0x200B...0x200D, 0x2060, 0xFEFF: "an invisible character"
      case 0x1680, 0x2000...0x200A, 0x205F: "another kind of space"
      case 0xFF1A: "a full-width colon"
      case 0xFF0C: "a full-width comma"
      case 0x3001: "an ideographic comma"
      case 0xFF3B, 0xFF3D, 0xFF5B, 0xFF5D, 0x3010, 0x3011: "a full-width bracket"
      case 0xFF0D, 0x2010...0x2015, 0x2212: "another kind of dash"
      case 0x370...0x3FF: "a Greek letter"
      case 0x400...0x52F: "a Cyrillic letter"
      case 0xFF00...0xFF5E: "a full-width character"
      default: nil
      }
    return name.map { "\(codePoint) (\($0))" } ?? codePoint
  }
}
