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
    var cells = Cells(tabWidth: Self.tabWidth)
    let start = min(max(place.offset, line.start), line.end)
    let end = min(max(start, place.offset + place.length), line.end)
    cells.append(source[line.start..<start], columns)
    let column = cells.width
    cells.append(source[start..<end], columns)
    let length = max(1, cells.width - column)
    cells.append(source[end..<line.end], columns)

    var result = "\(place.source):\(line.number):\(column + 1): \(severity.word): \(message)\n"
    let shown = cells.window(around: column, limit: Self.lineLimit)
    result += shown.text + "\n"
    let marks = min(length, max(1, shown.width - (column - shown.start)))
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

/// A line's characters and where each begins on the screen.
private struct Cells {
  let tabWidth: Int
  var scalars: [(scalar: Unicode.Scalar, column: Int)] = []
  var width = 0

  init(tabWidth: Int) {
    self.tabWidth = tabWidth
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, _ columns: (Unicode.Scalar) -> Int) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
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
  }

  /// The part of the line that is shown: all of it where it fits.
  func window(around column: Int, limit: Int) -> (text: String, start: Int, width: Int) {
    let low = width <= limit ? 0 : max(0, column - limit / 2)
    let shown = scalars.filter { $0.column >= low && $0.column < low + limit }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown.map(\.scalar))
    return (String(text), shown.first?.column ?? 0, min(width - low, limit))
  }
}
