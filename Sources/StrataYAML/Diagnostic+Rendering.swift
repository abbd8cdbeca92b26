extension Diagnostic {
  /// Columns of the source line that are shown, at most: a longer one is cut around the place.
  private static let lineLimit = 160
  /// Columns between tab stops.
  private static let tabWidth = 8

  /// The diagnostic as people read it: `name:line:column: error: message`, the source line, the caret, the hint. Tabs are
  /// shown as the spaces up to the next tab stop, eight columns apart.
  ///
  /// - Parameters:
  ///   - source: the bytes of the named source.
  ///   - columns: how many terminal columns a character takes; line and column count from 1, in terminal columns.
  public func rendered(source: [UInt8], columns: (Unicode.Scalar) -> Int) -> String {
    let line = SourceLine(source, at: place.offset)
    let start = min(max(place.offset, line.start), line.end)
    let end = min(max(start, place.offset + place.length), line.end)
    var cells = Cells(limit: Self.lineLimit, tabWidth: Self.tabWidth)
    cells.append(source[line.start..<start], columns)
    let column = cells.width
    cells.keepLast(Self.lineLimit / 2)
    cells.append(source[start..<end], columns)
    let length = max(1, cells.width - column)
    cells.append(source[end..<line.end], columns)

    var result = "\(place.source):\(line.number):\(column + 1): \(severity.word): \(message)\n"
    let shown = cells.shown
    result += shown.text + "\n"
    let marks = max(1, min(length, shown.end - column))
    result += String(repeating: " ", count: column - shown.start) + "^" + String(repeating: "~", count: marks - 1)
    if let hint { result += "\nhint: \(hint)" }
    return result
  }
}

extension Diagnostic.Severity {
  /// `error` or `warning`.
  public var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    }
  }
}

/// The line of a source that a byte is on.
struct SourceLine {
  /// Counts from 1.
  var number: Int
  /// Bytes from the beginning of the source; the end is without its break.
  var start: Int
  var end: Int

  init(_ source: [UInt8], at offset: Int) {
    let offset = min(max(0, offset), source.count)
    var number = 1
    var start = source.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0
    source.withUnsafeBufferPointer { buffer in
      for index in 0..<offset where buffer[index] == .lineFeed {
        number += 1
        start = index + 1
      }
    }
    self.number = number
    self.start = start
    end = source[start...].firstIndex(of: .lineFeed) ?? source.count
    if end > start, source[end - 1] == .carriageReturn { end -= 1 }
  }
}

/// A line's characters and where each begins on the screen; of a long line a part.
private struct Cells {
  /// Columns that are shown, at most.
  let limit: Int
  let tabWidth: Int
  private(set) var scalars: [(scalar: Unicode.Scalar, column: Int)] = []
  /// Columns so far.
  private(set) var width = 0
  private var isCut = false

  init(limit: Int, tabWidth: Int) {
    self.limit = limit
    self.tabWidth = tabWidth
  }

  /// Appends bytes of the line, a piece at a time: a line may have a million. Of those that come long before the place
  /// only the columns count; behind it it stops where nothing more is shown.
  mutating func append(_ bytes: ArraySlice<UInt8>, _ columns: (Unicode.Scalar) -> Int) {
    var rest = bytes
    let start = scalars.first?.column ?? 0
    // Characters may have no width: their number counts, too.
    while !rest.isEmpty, !isCut || (width < start + limit && scalars.count < 16 * limit) {
      var end = min(rest.startIndex + 1024, rest.endIndex)
      while end < rest.endIndex, rest[end] & 0xC0 == 0x80, end < rest.startIndex + 1028 { end += 1 }
      let piece = rest[..<end]
      rest = rest[end...]
      if !isCut && rest.count > 8 * limit {
        skip(piece, columns)
      } else {
        for scalar in String(decoding: piece, as: UTF8.self).unicodeScalars { append(scalar, columns) }
      }
    }
  }

  private mutating func skip(_ bytes: ArraySlice<UInt8>, _ columns: (Unicode.Scalar) -> Int) {
    if bytes.allSatisfy({ $0 >= .space && $0 < 0x7F }) {
      width += bytes.count
      return
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      width += scalar == "\t" ? tabWidth - width % tabWidth : columns(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, _ columns: (Unicode.Scalar) -> Int) {
    if scalar == "\t" {
      repeat {
        scalars.append((" ", width))
        width += 1
      } while width % tabWidth != 0
    } else {
      scalars.append((scalar, width))
      width += columns(scalar)
    }
  }

  /// Drops what lies more than `count` columns before here, where the line is longer than what is shown.
  mutating func keepLast(_ count: Int) {
    isCut = true
    guard width > limit else { return }
    let first = width - count
    scalars.removeAll { $0.column < first }
  }

  /// The part of the line that is shown and the columns where it begins and ends.
  var shown: (text: String, start: Int, end: Int) {
    let start = scalars.first?.column ?? 0
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.lazy.filter { $0.column < start + limit }.map(\.scalar))
    return (String(text), start, min(width, start + limit))
  }
}
