extension Scanner {
  /// c-double-quoted(n,c) and c-single-quoted(n,c), from the opening quote to behind the closing one.
  ///
  /// - Parameter indentation: lines that continue it are indented by more than this.
  mutating func scanQuoted(indentation: Int) throws(Problem) -> Scalar {
    let open = at
    let quote = current
    let isDouble = quote == .doubleQuote
    let style: Document.Style = isDouble ? .doubleQuoted : .singleQuoted
    at += 1
    let arenaStart = arena.count
    var isVerbatim = true
    var isMultiline = false
    var pending = at  // what lies between here and the cursor is text that is not in the arena yet
    while true {
      let from = at
      at = isDouble ? bytes.firstDoubleQuotedStop(from: at) : bytes.firstSingleQuotedStop(from: at)
      count(at - from + 1)
      switch current {
      case .doubleQuote, .singleQuote:
        if !isDouble && bytes[at + 1] == .singleQuote {  // c-quoted-quote
          isVerbatim = false
          keep(pending..<at + 1)
          at += 2
          pending = at
          continue
        }
        let text = pending..<at
        at += 1
        if isVerbatim {
          return Scalar(style: style, isVerbatim: true, isMultiline: false, text: text, place: open..<at)
        }
        keep(text)
        return Scalar(
          style: style, isVerbatim: false, isMultiline: isMultiline, text: arenaStart..<arena.count, place: open..<at)
      case .backslash:
        isVerbatim = false
        keep(pending..<at)
        if bytes[at + 1].isBreakOrEnd && at + 1 < bytes.count {  // s-double-escaped
          at += 1
          isMultiline = true
          let emptyLines = try skipQuotedBreaks(open: open, indentation: indentation)
          appendBreaks(emptyLines)
        } else {
          try scanEscape(open: open)
        }
        pending = at
      case .lineFeed:  // s-flow-folded(n)
        isVerbatim = false
        isMultiline = true
        var end = at
        while end > pending, bytes[end - 1] <= .space { end -= 1 }
        keep(pending..<end)
        if bytes[at - 1] == .carriageReturn { at -= 1 }
        fold(emptyLines: try skipQuotedBreaks(open: open, indentation: indentation))
        pending = at
      default:
        throw Problem(.unclosedQuote, at: open)
      }
    }
  }

  /// Moves from a break inside a quoted scalar to the text of its next line. Returns how many empty lines lie between.
  private mutating func skipQuotedBreaks(open: Int, indentation: Int) throws(Problem) -> Int {
    var emptyLines = -1
    while true {
      skipBreak()
      emptyLines += 1
      at = bytes.firstNonSpace(from: at)
      let column = self.column
      skipWhite()
      count(column + 1)
      if isAtEnd { throw Problem(.unclosedQuote, at: open) }
      if current.isBreakOrEnd { continue }
      if column == 0 && isDocumentMarker(at: lineStart) { throw Problem(.markerInQuotes(line: lineStart), at: open) }
      if column <= indentation {
        throw Problem(.quoteIndentation(line: lineStart, level: indentation + 1), at: open)
      }
      return emptyLines
    }
  }

  /// c-ns-esc-char: appends what the escape under the cursor stands for.
  private mutating func scanEscape(open: Int) throws(Problem) {
    guard at + 1 < bytes.count else { throw Problem(.unclosedQuote, at: open) }
    let start = at
    let byte = bytes[at + 1]
    at += 2
    switch Unicode.Scalar(byte) {
    case "0": arena.append(0)
    case "a": arena.append(0x07)
    case "b": arena.append(0x08)
    case "t", "\t": arena.append(.tab)
    case "n": arena.append(.lineFeed)
    case "v": arena.append(0x0B)
    case "f": arena.append(0x0C)
    case "r": arena.append(.carriageReturn)
    case "e": arena.append(0x1B)
    case " ", "\"", "/", "\\": arena.append(byte)
    case "N": keep("\u{85}")
    case "_": keep("\u{A0}")
    case "L": keep("\u{2028}")
    case "P": keep("\u{2029}")
    case "x": keep(try scanHexadecimal(digits: 2, from: start))
    case "u": keep(try scanHexadecimal(digits: 4, from: start))
    case "U": keep(try scanHexadecimal(digits: 8, from: start))
    default:
      throw Problem(.unknownEscape, at: start, length: 1 + lengthOfCharacter(at: start + 1))
    }
  }

  /// ns-hex-digit × digits. A pair of surrogates, as JSON writes a character beyond U+FFFF, is one character.
  private mutating func scanHexadecimal(digits: Int, from start: Int) throws(Problem) -> Unicode.Scalar {
    let value = try hexadecimal(digits: digits, from: start)
    if digits == 4, value >= 0xD800 && value < 0xDC00, bytes[at] == .backslash, bytes[at + 1] == UInt8(ascii: "u") {
      let second = at
      at += 2
      let low = try hexadecimal(digits: 4, from: second)
      if low >= 0xDC00 && low < 0xE000 {
        return Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))!
      }
      at = second
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw Problem(.escapedCodePoint(value), start..<at)
    }
    return scalar
  }

  private mutating func hexadecimal(digits: Int, from start: Int) throws(Problem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = current.hexadecimalValue else {
        throw Problem(.badEscape(digits: digits), at: start, length: at - start)
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    arena.append(contentsOf: UTF8.encode(scalar)!)
  }

  /// The bytes of the character at `offset`.
  func lengthOfCharacter(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
