import StrataScreen
import StrataText

/// Breaks runs of text into lines of at most so many columns.
///
/// Latin text breaks at spaces; Chinese between characters, with no closing punctuation at the start of a line and no
/// opening one at its end. A word wider than a line is cut, by the same rule where it can be kept; an address that fits a line
/// has one of its own. A line feed breaks like a space, and vanishes between two Chinese characters and beside Chinese
/// punctuation, so that sources may hold one sentence a line.
///
/// No line is wider than asked, but for a character of two columns in a width of one; none is empty, unless the text is.
///
/// Of a text at most `maximumLength` bytes are laid out, with an ellipsis where more follow. Work is linear.
struct TextFlow {
  private struct Unit {
    var spans: [Span]
    var width: Int
    /// A space stands before it, in this span's role, unless the line starts here.
    var spaceBefore: Span?
  }

  let textWidth: TextWidth
  /// Bytes.
  var maximumLength = 1 << 16

  init(_ textWidth: TextWidth) { self.textWidth = textWidth }

  func lines(_ text: String, _ role: Role = .text, width: Int) -> [Line] {
    lines([Span(text, role)], width: width)
  }

  /// The lines of some spans. At least one line, even of no text; `width` below 1 counts as 1.
  func lines(_ spans: [Span], width: Int) -> [Line] { laid(spans, width: width).lines }

  /// The lines, and how many bytes were moved for them.
  func laid(_ spans: [Span], width: Int) -> (lines: [Line], steps: Int) {
    let width = max(1, width)
    var writer = LineWriter(textWidth, width: width)
    for unit in units(of: bounded(spans), &writer.steps) {
      let space = unit.spaceBefore != nil && !writer.isEmpty ? 1 : 0
      if !writer.isEmpty, writer.used + space + unit.width > width { writer.endLine() }
      if let space = unit.spaceBefore, !writer.isEmpty { writer.append(space, columns: 1) }
      if unit.width > width {
        append(cutting: unit, to: &writer)
      } else {
        for span in unit.spans { writer.append(span, columns: textWidth.columns(span.text)) }
      }
    }
    writer.endLine()
    return (writer.lines, writer.steps)
  }

  /// The spans up to the bound.
  private func bounded(_ spans: [Span]) -> [Span] {
    var room = maximumLength
    for (index, span) in spans.enumerated() {
      let bytes = span.text.utf8
      guard bytes.count > room else {
        room -= bytes.count
        continue
      }
      let beginning = Span(span.text.beginning(room) + textWidth.ellipsis, span.role, item: span.item)
      return spans[..<index] + [beginning]
    }
    return spans
  }

  /// A word wider than a whole line: an address in it stands on a line of its own where it fits there, the rest is cut.
  private func append(cutting unit: Unit, to writer: inout LineWriter) {
    for span in unit.spans {
      let text = Substring(span.text)
      let address = TextFlow.address(in: text) ?? text.endIndex..<text.endIndex
      writer.append(cutting: text[..<address.lowerBound], of: span)
      let columns = textWidth.columns(text[address])
      if !address.isEmpty, columns <= writer.width {
        if writer.used + columns > writer.width { writer.endLine() }
        writer.append(Span(String(text[address]), span.role, item: span.item), columns: columns)
      } else {
        writer.append(cutting: text[address], of: span)
      }
      writer.append(cutting: text[address.upperBound...], of: span)
    }
  }

  /// The first web address in a word, without the punctuation that ends a sentence.
  private static func address(in word: Substring) -> Range<Substring.Index>? {
    // By bytes: characters are compared by what they mean, which takes many times as long.
    let bytes = word.utf8
    guard
      let start = bytes.indices.first(where: { index in
        bytes[index] == UInt8(ascii: "h")
          && (bytes[index...].starts(with: "https://".utf8) || bytes[index...].starts(with: "http://".utf8))
      })
    else { return nil }
    var end = word[start...].firstIndex { $0.isFullWidthPunctuation || $0.endsAddress } ?? word.endIndex
    while end > start, word[word.index(before: end)].followsAddress { end = word.index(before: end) }
    return start..<end
  }

  /// A text in pieces of at most so many columns; at least one.
  func cut(_ text: String, columns: Int) -> [String] {
    var writer = LineWriter(textWidth, width: max(1, columns))
    for span in bounded([Span(text)]) { writer.append(cutting: Substring(span.text), of: span) }
    writer.endLine()
    return writer.lines.map(\.text)
  }

  // MARK: Units

  /// Splits the spans into pieces that are not broken: words, and Chinese characters with the punctuation that holds to them.
  private func units(of spans: [Span], _ steps: inout Int) -> [Unit] {
    var units: [Unit] = []
    var space: Span?
    var spaceIsLineFeed = false
    var previous: Character?
    for span in spans {
      var rest = Substring(span.text)
      // An address of a link is not broken, whatever its characters are.
      let isAddress = span.role == .link && (span.text.hasPrefix("https://") || span.text.hasPrefix("http://"))
      while let character = rest.first {
        if character.isBlank || character.isNewline {
          spaceIsLineFeed = character.isNewline && (space == nil || spaceIsLineFeed)
          space = Span(" ", span.role, item: span.item)
          rest.removeFirst()
          steps += 1
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
        steps += piece.utf8.count
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
    // In its place: a copy of the span would hold its text, which then is copied for each piece.
    let last = unit.spans.count - 1
    if last >= 0, unit.spans[last].role == span.role, unit.spans[last].item == span.item {
      unit.spans[last].text += piece
    } else {
      unit.spans.append(Span(String(piece), span.role, item: span.item))
    }
  }
}

/// The lines that a flow has written, and the one that it writes.
private struct LineWriter {
  /// A place in a line where it may end: before it are so many spans, bytes of the last one, and columns.
  private struct Break {
    var spans: Int
    var length: Int
    var columns: Int
  }

  let textWidth: TextWidth
  /// Columns of a line.
  let width: Int
  var lines: [Line] = []
  /// Bytes moved.
  var steps = 0

  private var line = Line()
  /// Columns of the line that are taken.
  private(set) var used = 0
  /// The last place in what was cut where the line may end with something before it.
  private var lastBreak: Break?
  /// The last character of what was cut.
  private var previous: Character?

  init(_ textWidth: TextWidth, width: Int) {
    self.textWidth = textWidth
    self.width = width
  }

  var isEmpty: Bool { used == 0 }

  /// The line is full; the next begins.
  mutating func endLine() {
    lines.append(line)
    line = Line()
    used = 0
    lastBreak = nil
  }

  /// Puts in what is not taken apart.
  mutating func append(_ span: Span, columns: Int) {
    lastBreak = nil
    previous = nil
    add(Substring(span.text), of: span, columns: columns)
  }

  private mutating func add(_ text: Substring, of span: Span, columns: Int) {
    steps += text.utf8.count
    used += columns
    let last = line.spans.count - 1
    if last >= 0, line.spans[last].role == span.role, line.spans[last].item == span.item {
      line.spans[last].text += text
    } else {
      line.spans.append(Span(String(text), span.role, item: span.item))
    }
  }

  /// A text that is cut where a line ends.
  mutating func append(cutting text: Substring, of span: Span) {
    var rest = text
    while let character = rest.first {
      // A run of printable ASCII takes a column a byte.
      let room = width - used
      let run = rest.utf8.prefix(max(0, room) + 1).prefix { $0 > 0x20 && $0 < 0x7F }
      if room > 0, run.count == room + 1 {
        append(run: rest[..<run.index(before: run.endIndex)], of: span)
        rest = rest[run.index(before: run.endIndex)...]
        continue
      }
      rest.removeFirst()
      let columns = textWidth.columns(String(character))
      if columns <= width {
        append(character, Substring(String(character)), columns: columns, of: span)
      } else {
        // One character that is drawn as several, each of which may stand in a line of its own.
        textWidth.forEachCluster(of: String(character)) { scalars, columns in
          let drawn = String(String.UnicodeScalarView(scalars))
          append(drawn.first!, Substring(drawn), columns: columns, of: span)
          return true
        }
      }
    }
  }

  /// Fills the line with a run of ASCII.
  private mutating func append(run: Substring, of span: Span) {
    let text = Array(run.utf8)
    var end = text.count - 1
    while end > 0,
      !TextFlow.parts(Character(Unicode.Scalar(text[end - 1])), Character(Unicode.Scalar(text[end])))
    {
      end -= 1
    }
    steps += text.count - end
    if end > 0 {
      add(run.prefix(end), of: span, columns: end)
      markBreak()
    } else {
      markBreak(before: run.first!)
    }
    add(run.dropFirst(end), of: span, columns: text.count - end)
    previous = run.last
  }

  private mutating func append(_ character: Character, _ text: Substring, columns: Int, of span: Span) {
    if isEmpty || used + columns <= width {
      markBreak(before: character)
    } else if mayEnd(before: character) {
      endLine()
    } else {
      wrap(leaving: columns)
    }
    add(text, of: span, columns: columns)
    previous = character
  }

  /// Ends the line at its last break, if what stands behind it fits the next line with `columns` more; else where it is.
  private mutating func wrap(leaving columns: Int) {
    guard let place = lastBreak, used - place.columns + columns <= width else { return endLine() }
    let carriedColumns = used - place.columns
    let span = line.spans[place.spans - 1]
    let end = span.text.utf8.index(span.text.startIndex, offsetBy: place.length)
    let carried = [Span(String(span.text[end...]), span.role, item: span.item)] + line.spans[place.spans...]
    line.spans.removeSubrange(place.spans...)
    line.spans[place.spans - 1].text = String(span.text[..<end])
    endLine()
    for span in carried where !span.text.isEmpty { add(Substring(span.text), of: span, columns: 0) }
    used = carriedColumns
  }

  private mutating func markBreak(before character: Character) {
    if mayEnd(before: character) { markBreak() }
  }

  private mutating func markBreak() {
    lastBreak = Break(spans: line.spans.count, length: line.spans.last?.text.utf8.count ?? 0, columns: used)
  }

  /// Whether the line may end before a character, with something in it.
  private func mayEnd(before character: Character) -> Bool {
    guard used > 0, let previous else { return false }
    return TextFlow.parts(previous, character)
  }
}

extension TextFlow {
  /// Whether a line may end between two characters that no space parts.
  fileprivate static func breaks(between first: Character, and second: Character) -> Bool {
    (first.isChinese || second.isChinese) && parts(first, second)
  }

  /// Whether nothing holds two characters together: closing and opening punctuation, spaces that do not break.
  fileprivate static func parts(_ first: Character, _ second: Character) -> Bool {
    !first.opens && !second.closes && !first.holds && !second.holds
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

  /// A space or a tab, alone.
  fileprivate var isBlank: Bool { utf8.count == 1 && (utf8.first == .space || utf8.first == .tab) }

  /// A space that does not break.
  fileprivate var holds: Bool { unicodeScalars.first! == "\u{A0}" }

  /// What stands around an address, and no address has.
  fileprivate var endsAddress: Bool {
    switch unicodeScalars.first! {
    case "<", ">", "\"", "'", "\u{A0}": true
    default: false
    }
  }

  /// Punctuation of the sentence that an address stands in.
  fileprivate var followsAddress: Bool {
    switch unicodeScalars.first! {
    case ".", ",", ";", ":", "!", "?", ")", "]", "}": true
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
