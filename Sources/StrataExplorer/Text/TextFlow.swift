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
  /// What is not broken: a word, or a Chinese character with the punctuation that holds to it.
  private struct Unit {
    /// Of the words of all spans, from `firstSpan` on.
    var bytes: Range<Int>
    var firstSpan: Int
    var width = 0
    /// Whether each of its characters stands for itself: it is as wide in whole as in parts.
    var isPlain = true
    /// A space stands before it, in this span's role, unless the line starts here.
    var spaceBefore: Int?
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
    let (units, words) = units(of: FlowText(bounded(spans)), &writer.steps)
    for unit in units {
      let space = unit.spaceBefore != nil && !writer.isEmpty ? 1 : 0
      if !writer.isEmpty, writer.used + space + unit.width > width { writer.endLine() }
      if let space = unit.spaceBefore, !writer.isEmpty { writer.append([.space], like: words.spans[space], columns: 1) }
      if unit.width > width {
        append(cutting: words.merged(unit.bytes, from: unit.firstSpan), to: &writer)
      } else if unit.isPlain {
        words.forEachPart(of: unit.bytes, from: unit.firstSpan) { bytes, span in
          writer.append(bytes, like: span, columns: 0)
        }
        writer.take(columns: unit.width)
      } else {
        for span in words.merged(unit.bytes, from: unit.firstSpan) {
          writer.append(Array(span.text.utf8)[...], like: span, columns: textWidth.columns(span.text))
        }
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
  private func append(cutting word: [Span], to writer: inout LineWriter) {
    for span in word {
      let text = Substring(span.text)
      let address = TextFlow.address(in: text) ?? text.endIndex..<text.endIndex
      writer.append(cutting: text[..<address.lowerBound], of: span)
      let columns = textWidth.columns(text[address])
      if !address.isEmpty, columns <= writer.width {
        if writer.used + columns > writer.width { writer.endLine() }
        writer.append(Array(text[address].utf8)[...], like: span, columns: columns)
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
    var end =
      word[start...].firstIndex { $0.firstScalar.isFullWidthPunctuation || $0.firstScalar.endsAddress } ?? word.endIndex
    while end > start, word[word.index(before: end)].firstScalar.followsAddress { end = word.index(before: end) }
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

  /// Splits a text into pieces that are not broken; what stands in them, without the blanks between.
  private func units(of text: FlowText, _ steps: inout Int) -> ([Unit], words: FlowText) {
    var units: [Unit] = []
    var words = FlowText(wordsOf: text)
    var space: Int?
    var spaceIsLineFeed = false
    // The first scalar of the character before.
    var previous: Unicode.Scalar?
    for (number, span) in text.spans.enumerated() {
      var place = text.starts[number]
      let end = text.starts[number + 1]
      // An address of a link is not broken, whatever its characters are.
      let isAddress = span.role == .link && (span.text.hasPrefix("https://") || span.text.hasPrefix("http://"))
      while place < end {
        if let blank = text.blank(at: place, in: number) {
          spaceIsLineFeed = blank.isLineFeed && (space == nil || spaceIsLineFeed)
          space = number
          place = blank.end
          steps += 1
          continue
        }
        let piece = text.piece(at: place, in: number, textWidth)
        if let before = previous {
          if spaceIsLineFeed,
            before.isChinese && piece.first.isChinese || before.isFullWidthPunctuation
              || piece.first.isFullWidthPunctuation
          {
            space = nil
          }
          let isInside = isAddress && place > text.starts[number]
          if space != nil || !isInside && TextFlow.breaks(between: before, and: piece.first) {
            units.append(Unit(bytes: words.end..<words.end, firstSpan: number, spaceBefore: space))
          }
        } else {
          units.append(Unit(bytes: words.end..<words.end, firstSpan: number))
        }
        words.append(text, place..<piece.end)
        let last = units.count - 1
        units[last].bytes = units[last].bytes.lowerBound..<words.end
        units[last].width += piece.columns
        units[last].isPlain = units[last].isPlain && piece.isPlain
        steps += piece.end - place
        previous = piece.last
        place = piece.end
        space = nil
        spaceIsLineFeed = false
      }
      words.endSpan()
    }
    return (units, words)
  }
}

/// The text of some spans in one piece of bytes: words are found in it without a text made of each.
private struct FlowText {
  let spans: [Span]
  /// Where each span begins, and the end.
  private(set) var starts: [Int]
  private var bytes: [UInt8]

  init(_ spans: [Span]) {
    self.spans = spans
    var bytes: [UInt8] = []
    var starts = [0]
    bytes.reserveCapacity(spans.reduce(0) { $0 + $1.text.utf8.count })
    for span in spans {
      bytes.append(contentsOf: span.text.utf8)
      starts.append(bytes.count)
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// Of the same spans, to be filled with some of what stands in them.
  init(wordsOf text: FlowText) {
    spans = text.spans
    starts = [0]
    bytes = []
    bytes.reserveCapacity(text.end)
  }

  var end: Int { bytes.count }

  mutating func append(_ other: FlowText, _ range: Range<Int>) { bytes.append(contentsOf: other.bytes[range]) }

  mutating func endSpan() { starts.append(end) }

  /// Calls `body` with the parts of some bytes, the first of which are a span's.
  func forEachPart(of range: Range<Int>, from first: Int, _ body: (ArraySlice<UInt8>, Span) -> Void) {
    var number = first
    var place = range.lowerBound
    while place < range.upperBound {
      let end = min(range.upperBound, starts[number + 1])
      if end > place { body(bytes[place..<end], spans[number]) }
      place = end
      number += 1
    }
  }

  /// The same as spans, one of neighbors that look alike.
  func merged(_ range: Range<Int>, from first: Int) -> [Span] {
    var merged: [Span] = []
    forEachPart(of: range, from: first) { bytes, span in
      let text = String(decoding: bytes, as: UTF8.self)
      if let last = merged.last, last.role == span.role, last.item == span.item {
        merged[merged.count - 1].text += text
      } else {
        merged.append(Span(text, span.role, item: span.item))
      }
    }
    return merged
  }

  /// A blank or a line feed at a byte of a span, where it is a character of its own.
  func blank(at place: Int, in number: Int) -> (isLineFeed: Bool, end: Int)? {
    switch bytes[place] {
    case 0x21..<0x7F: return nil
    case .space:
      let next = place + 1
      // A mark might stand on it.
      let isAlone = next == starts[number + 1] || bytes[next] < 0x80 || FlowText.isAlone(scalar(at: next))
      return isAlone || characterEnd(at: place, in: number) == next ? (false, next) : nil
    case .tab: return (false, place + 1)
    case 0x0A...0x0D: return (true, place + 1)
    case 0xC2, 0xE2:
      let first = scalar(at: place)
      return first == "\u{85}" || first == "\u{2028}" || first == "\u{2029}" ? (true, place + UTF8.width(first)) : nil
    default: return nil
    }
  }

  struct Piece {
    /// The first scalars of its first and of its last character.
    var first: Unicode.Scalar
    var last: Unicode.Scalar
    var end: Int
    var columns: Int
    var isPlain: Bool
  }

  /// What may be taken at once, because no line breaks inside it: a run of ASCII, or one character.
  func piece(at place: Int, in number: Int, _ textWidth: TextWidth) -> Piece {
    let limit = starts[number + 1]
    let first = scalar(at: place)
    var end = place
    while end < limit, bytes[end] > 0x20, bytes[end] < 0x7F { end += 1 }
    // The last character before something else may have a combining mark.
    if end < limit, bytes[end] >= 0x80, end > place, !FlowText.isAlone(scalar(at: end)) { end -= 1 }
    if end > place {
      let last = Unicode.Scalar(bytes[end - 1])
      return Piece(first: first, last: last, end: end, columns: end - place, isPlain: true)
    }
    end = place + UTF8.width(first)
    if FlowText.isAlone(first), end == limit || bytes[end] < 0x80 || FlowText.isAlone(scalar(at: end)) {
      return Piece(first: first, last: first, end: end, columns: TextWidth.columns(first), isPlain: true)
    }
    end = characterEnd(at: place, in: number)
    let columns = textWidth.columns(String(decoding: bytes[place..<end], as: UTF8.self))
    return Piece(first: first, last: first, end: end, columns: columns, isPlain: false)
  }

  /// Where the character ends that begins at a byte of a span.
  private func characterEnd(at place: Int, in number: Int) -> Int {
    let text = spans[number].text
    let rest = text[text.utf8.index(text.startIndex, offsetBy: place - starts[number])...]
    return place + rest.prefix(1).utf8.count
  }

  /// The scalar that begins at a byte: the text is valid.
  private func scalar(at place: Int) -> Unicode.Scalar {
    let first = UInt32(bytes[place])
    func following(_ count: Int) -> UInt32 { UInt32(bytes[place + count] & 0x3F) }
    let value =
      switch first {
      case ..<0x80: first
      case ..<0xE0: (first & 0x1F) << 6 | following(1)
      case ..<0xF0: (first & 0x0F) << 12 | following(1) << 6 | following(2)
      default: (first & 0x07) << 18 | following(1) << 12 | following(2) << 6 | following(3)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Whether it is a character by itself behind any other such, and is drawn as it is: Chinese characters, their punctuation, dashes
  /// and quotation marks.
  private static func isAlone(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2010..<0x2028, 0x2030..<0x205F, 0x3001..<0x302A, 0x4E00..<0x9FF0, 0xFF01..<0xFF5F: true
    default: false
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
  /// What follows the line's spans, in the look of `openSpan`: one text is made of it.
  private var open: [UInt8] = []
  private var openSpan = Span("")
  /// Columns of the line that are taken.
  private(set) var used = 0
  /// The last place in what was cut where the line may end with something before it.
  private var lastBreak: Break?
  /// The first scalar of the last character of what was cut.
  private var previous: Unicode.Scalar?

  init(_ textWidth: TextWidth, width: Int) {
    self.textWidth = textWidth
    self.width = width
  }

  var isEmpty: Bool { used == 0 }

  /// The line is full; the next begins.
  mutating func endLine() {
    close()
    lines.append(line)
    line = Line()
    used = 0
    lastBreak = nil
  }

  /// Puts in what is not taken apart.
  mutating func append(_ bytes: ArraySlice<UInt8>, like span: Span, columns: Int) {
    lastBreak = nil
    previous = nil
    steps += bytes.count
    used += columns
    if !open.isEmpty, openSpan.role != span.role || openSpan.item != span.item { close() }
    if open.isEmpty { openSpan = Span("", span.role, item: span.item) }
    open.append(contentsOf: bytes)
  }

  /// Counts columns of what was put in.
  mutating func take(columns: Int) { used += columns }

  /// Makes a text of what is open.
  private mutating func close() {
    guard !open.isEmpty else { return }
    let text = String(decoding: open, as: UTF8.self)
    open.removeAll(keepingCapacity: true)
    put(text[...], openSpan)
  }

  private mutating func put(_ text: Substring, _ span: Span) {
    let last = line.spans.count - 1
    if last >= 0, line.spans[last].role == span.role, line.spans[last].item == span.item {
      line.spans[last].text += text
    } else {
      line.spans.append(Span(String(text), span.role, item: span.item))
    }
  }

  private mutating func add(_ text: Substring, of span: Span, columns: Int) {
    steps += text.utf8.count
    used += columns
    put(text, span)
  }

  /// A text that is cut where a line ends.
  mutating func append(cutting text: Substring, of span: Span) {
    close()
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
        append(character.firstScalar, Substring(String(character)), columns: columns, of: span)
      } else {
        // One character that is drawn as several, each of which may stand in a line of its own.
        textWidth.forEachCluster(of: String(character)) { scalars, columns in
          let drawn = String(String.UnicodeScalarView(scalars))
          append(scalars[0], Substring(drawn), columns: columns, of: span)
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
      !TextFlow.parts(Unicode.Scalar(text[end - 1]), Unicode.Scalar(text[end]))
    {
      end -= 1
    }
    steps += text.count - end
    if end > 0 {
      add(run.prefix(end), of: span, columns: end)
      markBreak()
    } else {
      markBreak(before: Unicode.Scalar(text[0]))
    }
    add(run.dropFirst(end), of: span, columns: text.count - end)
    previous = text.last.map { Unicode.Scalar($0) }
  }

  /// - Parameter character: its first scalar.
  private mutating func append(_ character: Unicode.Scalar, _ text: Substring, columns: Int, of span: Span) {
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

  private mutating func markBreak(before character: Unicode.Scalar) {
    if mayEnd(before: character) { markBreak() }
  }

  private mutating func markBreak() {
    lastBreak = Break(spans: line.spans.count, length: line.spans.last?.text.utf8.count ?? 0, columns: used)
  }

  /// Whether the line may end before a character, with something in it.
  private func mayEnd(before character: Unicode.Scalar) -> Bool {
    guard used > 0, let previous else { return false }
    return TextFlow.parts(previous, character)
  }
}

extension TextFlow {
  /// Whether a line may end between two characters that no space parts.
  fileprivate static func breaks(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Bool {
    (first.isChinese || second.isChinese) && parts(first, second)
  }

  /// Whether nothing holds two characters together: closing and opening punctuation, spaces that do not break.
  fileprivate static func parts(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    !first.opens && !second.closes && !first.holds && !second.holds
  }
}

extension Character {
  fileprivate var firstScalar: Unicode.Scalar { unicodeScalars.first! }
}

extension Unicode.Scalar {
  /// Whether lines may break on both sides of it: Han, kana, full-width forms and their punctuation.
  fileprivate var isChinese: Bool {
    switch value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Punctuation that brings its own air: no space stands beside it.
  fileprivate var isFullWidthPunctuation: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: true
    default: false
    }
  }

  /// A space that does not break.
  fileprivate var holds: Bool { self == "\u{A0}" }

  /// What stands around an address, and no address has.
  fileprivate var endsAddress: Bool {
    switch self {
    case "<", ">", "\"", "'", "\u{A0}": true
    default: false
    }
  }

  /// Punctuation of the sentence that an address stands in.
  fileprivate var followsAddress: Bool {
    switch self {
    case ".", ",", ";", ":", "!", "?", ")", "]", "}": true
    default: false
    }
  }

  /// Punctuation that may not start a line.
  fileprivate var closes: Bool {
    switch self {
    case "，", "。", "、", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "〕", "”", "’", "…", "—", "％", "·": true
    case ",", ".", ";", ":", "!", "?", ")", "]", "}", "%":
      true
    default: false
    }
  }

  /// Punctuation that may not end a line.
  fileprivate var opens: Bool {
    switch self {
    case "（", "「", "『", "【", "《", "〈", "〔", "“", "‘", "(", "[": true
    default: false
    }
  }
}
