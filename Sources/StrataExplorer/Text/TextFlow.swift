import StrataScreen

/// Breaks runs of text into lines of at most so many columns.
///
/// Latin text breaks at spaces; Chinese between characters, with no closing punctuation at the start of a line and no
/// opening one at its end. A word wider than a line is cut where the line ends; an address that fits a line has one of its
/// own. A line feed breaks like a space, and
/// vanishes between two Chinese characters and beside Chinese punctuation, so that sources may hold one sentence a line.
struct TextFlow {
  private struct Unit {
    var spans: [Span]
    var width: Int
    /// A space stands before it, in this span's role, unless the line starts here.
    var spaceBefore: Span?
  }

  let textWidth: TextWidth

  init(_ textWidth: TextWidth) { self.textWidth = textWidth }

  func lines(_ text: String, _ role: Role = .text, width: Int) -> [Line] {
    lines([Span(text, role)], width: width)
  }

  /// The lines of some spans. At least one line, even of no text; `width` below 1 counts as 1.
  func lines(_ spans: [Span], width: Int) -> [Line] {
    let width = max(1, width)
    var lines: [Line] = []
    var current = LineBuilder()
    for unit in units(of: spans) {
      let space = unit.spaceBefore != nil && !current.isEmpty ? 1 : 0
      if !current.isEmpty, current.width + space + unit.width > width {
        current.end(in: &lines)
      }
      if let spaceSpan = unit.spaceBefore, !current.isEmpty {
        current.append(spaceSpan, width: 1)
      }
      if unit.width > width {
        append(cutting: unit, to: &current, lines: &lines, width: width)
      } else {
        for span in unit.spans { current.append(span, width: textWidth.columns(span.text)) }
      }
    }
    lines.append(current.line)
    return lines
  }

  /// A word wider than a whole line: an address in it stands on a line of its own where it fits there, the rest is cut.
  private func append(cutting unit: Unit, to current: inout LineBuilder, lines: inout [Line], width: Int) {
    for span in unit.spans {
      let text = Substring(span.text)
      let address = TextFlow.address(in: text) ?? text.endIndex..<text.endIndex
      append(cutting: text[..<address.lowerBound], of: span, to: &current, lines: &lines, width: width)
      let columns = textWidth.columns(text[address])
      if columns <= width {
        if current.width + columns > width { current.end(in: &lines) }
        if columns > 0 {
          current.append(Span(String(text[address]), span.role, item: span.item), width: columns)
          current.isSealed = true
        }
      } else {
        append(cutting: text[address], of: span, to: &current, lines: &lines, width: width)
      }
      append(cutting: text[address.upperBound...], of: span, to: &current, lines: &lines, width: width)
    }
  }

  private func append(
    cutting text: Substring, of span: Span, to current: inout LineBuilder, lines: inout [Line], width: Int
  ) {
    var rest = text
    while let character = rest.first {
      // A run of printable ASCII takes a column a byte.
      let room = max(1, width - current.width)
      let run = rest.utf8.prefix(room + 1).prefix { $0 > 0x20 && $0 < 0x7F }
      if run.count == room + 1, current.width < width {
        let piece = rest[..<run.index(before: run.endIndex)]
        current.append(Span(String(piece), span.role, item: span.item), width: piece.utf8.count)
        rest = rest[piece.endIndex...]
        continue
      }
      let columns = textWidth.columns(String(character))
      if current.width + columns > width, !current.isEmpty {
        // Punctuation that closes takes along what it closes.
        let carried = character.closes ? current.removeLast(textWidth) : nil
        current.end(in: &lines)
        if let carried { current.append(carried, width: textWidth.columns(carried.text)) }
      }
      current.append(Span(String(character), span.role, item: span.item), width: columns)
      rest.removeFirst()
    }
  }

  /// The first web address in a word, without the punctuation that ends a sentence.
  private static func address(in word: Substring) -> Range<Substring.Index>? {
    guard let start = ["https://", "http://"].compactMap({ word.firstRange(of: $0)?.lowerBound }).min() else {
      return nil
    }
    var end = word[start...].firstIndex { $0.isFullWidthPunctuation || "<>\"'\u{A0}".contains($0) } ?? word.endIndex
    while end > start, ".,;:!?)]}".contains(word[word.index(before: end)]) { end = word.index(before: end) }
    return start..<end
  }

  /// A text in pieces of at most so many columns; at least one.
  func cut(_ text: String, columns: Int) -> [String] {
    var lines: [Line] = []
    var current = LineBuilder()
    append(cutting: Substring(text), of: Span(""), to: &current, lines: &lines, width: max(1, columns))
    current.end(in: &lines)
    return lines.map(\.text)
  }

  private struct LineBuilder {
    var line = Line()
    var width = 0
    var isEmpty: Bool { width == 0 }
    /// Whether what stands last is not taken apart.
    var isSealed = false

    /// The line is full; the next begins.
    mutating func end(in lines: inout [Line]) {
      lines.append(line)
      self = LineBuilder()
    }

    /// Takes the last character away, unless it is the only one.
    mutating func removeLast(_ textWidth: TextWidth) -> Span? {
      guard !isSealed, var span = line.spans.last, line.spans.count > 1 || span.text.count > 1 else { return nil }
      let last = String(span.text.removeLast())
      width -= textWidth.columns(last)
      line.spans.removeLast()
      if !span.text.isEmpty { line.spans.append(span) }
      return Span(last, span.role, item: span.item)
    }

    mutating func append(_ span: Span, width columns: Int) {
      width += columns
      isSealed = false
      if let last = line.spans.last, last.role == span.role, last.item == span.item {
        line.spans[line.spans.count - 1].text += span.text
      } else {
        line.spans.append(span)
      }
    }
  }

  // MARK: Units

  /// Splits the spans into pieces that are not broken: words, and Chinese characters with the punctuation that holds to them.
  private func units(of spans: [Span]) -> [Unit] {
    var units: [Unit] = []
    var space: Span?
    var spaceIsLineFeed = false
    var previous: Character?
    for span in spans {
      var rest = Substring(span.text)
      // An address of a link is not broken, whatever its characters are.
      let isAddress = span.role == .link && (span.text.hasPrefix("https://") || span.text.hasPrefix("http://"))
      while let character = rest.first {
        if character == " " || character == "\t" || character.isNewline {
          spaceIsLineFeed = character.isNewline && (space == nil || spaceIsLineFeed)
          space = Span(" ", span.role, item: span.item)
          rest.removeFirst()
          continue
        }
        if let before = previous {
          if spaceIsLineFeed,
            before.isChinese && character.isChinese || before.isFullWidthPunctuation || character.isFullWidthPunctuation
          {
            space = nil
          }
          let isInside = isAddress && rest.startIndex > span.text.startIndex
          if space != nil || !isInside && TextFlow.breaks(between: before, and: character) {
            units.append(Unit(spans: [], width: 0, spaceBefore: space))
          }
        } else {
          units.append(Unit(spans: [], width: 0, spaceBefore: nil))
        }
        let piece = TextFlow.piece(of: rest)
        append(piece, of: span, to: &units[units.count - 1])
        previous = piece.last
        rest = rest[piece.endIndex...]
        space = nil
        spaceIsLineFeed = false
      }
    }
    return units
  }

  /// What may be taken at once, because no line breaks inside it: a run of ASCII, or one character.
  private static func piece(of text: Substring) -> Substring {
    let run = text.utf8.prefix { $0 > 0x20 && $0 < 0x7F }
    // The last character before something else may have a combining mark.
    let isWhole = run.endIndex == text.utf8.endIndex || text.utf8[run.endIndex] < 0x80
    guard run.count > (isWhole ? 0 : 1) else { return text.prefix(1) }
    return text[text.startIndex..<(isWhole ? run.endIndex : text.utf8.index(before: run.endIndex))]
  }

  private func append(_ piece: Substring, of span: Span, to unit: inout Unit) {
    unit.width += textWidth.columns(piece)
    if let last = unit.spans.last, last.role == span.role, last.item == span.item {
      unit.spans[unit.spans.count - 1].text += piece
    } else {
      unit.spans.append(Span(String(piece), span.role, item: span.item))
    }
  }
}

extension TextFlow {
  /// Whether a line may end between two characters that no space parts.
  fileprivate static func breaks(between first: Character, and second: Character) -> Bool {
    (first.isChinese || second.isChinese) && !first.opens && !second.closes && first != "\u{A0}" && second != "\u{A0}"
  }
}

extension Character {
  /// Whether lines may break on both sides of it: Han, kana, full-width forms and their punctuation.
  fileprivate var isChinese: Bool {
    switch unicodeScalars.first!.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Punctuation that brings its own air: no space stands beside it.
  fileprivate var isFullWidthPunctuation: Bool {
    switch unicodeScalars.first!.value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: true
    default: false
    }
  }

  /// Punctuation that may not start a line.
  fileprivate var closes: Bool { Self.closing.contains(unicodeScalars.first!) }
  private static let closing = Set("，。、；：？！）」』】》〉〕”’…—％·,.;:!?)]}%".unicodeScalars)

  /// Punctuation that may not end a line.
  fileprivate var opens: Bool { Self.opening.contains(unicodeScalars.first!) }
  private static let opening = Set("（「『【《〈〔“‘([".unicodeScalars)
}
