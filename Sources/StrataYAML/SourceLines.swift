// Memory: lent.

/// The lines of a source, looked up one place after the other.
///
/// Places that rise take one pass over the source together, however many they are and however long a line is. A place
/// before the last one begins anew.
///
///     var lines = SourceLines(source, columns: TextWidth.columns)
///     for diagnostic in sorted { print(lines.excerpt(of: diagnostic).text) }
public struct SourceLines {
  /// A place as people count, and the line it is on.
  public struct Excerpt: Sendable {
    /// Both count from 1; the column is one of the terminal.
    public var line: Int
    /// Terminal columns, from 1.
    public var column: Int
    /// The line, of a long one the part around the place, and below it the caret.
    public var text: String
  }

  /// Columns of a line that are shown, at most: a longer one is cut around the place.
  private static let widest = 160
  /// Bytes before a place that are looked at once more.
  private static let lookBehind = 1024

  private let source: ArraySlice<UInt8>
  private let columns: (Unicode.Scalar) -> Int
  /// Columns of a line that are shown.
  private let lineLimit: Int

  /// The line that was looked up last: its number from 1, its bytes without the break, where the next one begins. Indices into
  /// `source`.
  private var number = 1
  private var start = 0
  private var end = 0
  private var next = 0
  /// A byte of the line and the column it stands in, from 0: up to there the columns are counted.
  private var counted = (offset: 0, column: 0)

  #if DEBUG
    /// Bytes looked at, so that tests can hold the work against the source's length.
    private(set) public var steps = 0
  #endif

  /// - Parameters:
  ///   - source: the bytes of the source, which are not copied. Places count from their first.
  ///   - columns: how many terminal columns a character takes.
  ///   - width: columns of a line that are shown, at most; nil for 160, and more are never.
  public init(_ source: ArraySlice<UInt8>, columns: @escaping (Unicode.Scalar) -> Int, width: Int? = nil) {
    self.source = source
    self.columns = columns
    lineLimit = min(Self.widest, max(2, width ?? Self.widest))
    rewind()
  }

  /// The number of the line that a byte is on, from 1, and its bytes without the break.
  public mutating func line(at offset: Int) -> (number: Int, bytes: Range<Int>) {
    move(to: index(of: offset))
    return (number, start - source.startIndex..<end - source.startIndex)
  }

  /// The line of a place, the place underlined.
  public mutating func excerpt(of place: Diagnostic.Place) -> Excerpt {
    let first = index(of: place.offset)
    move(to: first)
    let offset = min(max(first, start), end)
    count(to: offset - Self.lookBehind)
    var cells = Cells(column: counted.column)
    cells.append(source[counted.offset..<offset], columns)
    let column = cells.width
    if column >= lineLimit { cells.removeAll(before: column - lineLimit / 2) }
    let limit = (cells.scalars.first?.column ?? column) + lineLimit
    let behind = min(max(offset, first + place.length), end)
    cells.append(source[offset..<behind], columns, limit: limit)
    let length = max(1, cells.width - column)
    cells.append(source[behind..<end], columns, limit: limit)
    count(steps: offset - counted.offset + Self.lookBehind)
    let shown = cells.shown(from: limit - lineLimit, limit: limit)
    let marks = max(1, min(length, shown.end - column))
    let caret = String(repeating: " ", count: column - shown.start) + "^" + String(repeating: "~", count: marks - 1)
    return Excerpt(line: number, column: column + 1, text: shown.text + "\n" + caret)
  }

  // MARK: Lines

  private func index(of offset: Int) -> Int { source.startIndex + min(max(0, offset), source.count) }

  private mutating func rewind() {
    number = 1
    start = source.startIndex + (source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    counted = (start, 0)
    findEnd()
  }

  private mutating func move(to offset: Int) {
    if offset < counted.offset { rewind() }
    while next <= offset {
      number += 1
      start = next
      counted = (start, 0)
      findEnd()
    }
  }

  private mutating func findEnd() {
    let first = source.startIndex
    let feed = first + source.withUnsafeBufferPointer { ByteView($0).firstLineFeed(from: start - first) }
    count(steps: feed - start + 1)
    next = feed < source.endIndex ? feed + 1 : .max
    end = feed > start && source[feed - 1] == .carriageReturn ? feed - 1 : feed
  }

  // MARK: Columns

  /// Counts the columns of the line up to a byte, or to the beginning of the character it belongs to.
  private mutating func count(to offset: Int) {
    var offset = offset
    for _ in 0..<3 where offset > counted.offset && source[offset] & 0xC0 == 0x80 { offset -= 1 }
    guard offset > counted.offset else { return }
    count(steps: offset - counted.offset)
    let bytes = source[counted.offset..<offset]
    if bytes.allSatisfy({ $0 >= .space && $0 < 0x7F }) {
      counted.column += bytes.count
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        counted.column += Cells.width(of: scalar, at: counted.column, columns)
      }
    }
    counted.offset = offset
  }

  private mutating func count(steps: Int) {
    #if DEBUG
      self.steps += steps
    #endif
  }
}

/// A part of a line: its characters and where each stands on the screen.
private struct Cells {
  /// Columns between tab stops.
  private static let tabWidth = 8
  /// Characters behind a place that are kept, at most: they may have no width.
  private static let countLimit = 2560

  private(set) var scalars: [(scalar: Unicode.Scalar, column: Int)] = []
  /// The column behind the last one.
  private(set) var width: Int

  init(column: Int) {
    width = column
  }

  static func width(of scalar: Unicode.Scalar, at column: Int, _ columns: (Unicode.Scalar) -> Int) -> Int {
    scalar == "\t" ? tabWidth - column % tabWidth : columns(scalar)
  }

  /// Appends bytes of the line, a piece at a time: a line may have a million. Stops at the column `limit`.
  mutating func append(_ bytes: ArraySlice<UInt8>, _ columns: (Unicode.Scalar) -> Int, limit: Int = .max) {
    var rest = bytes
    let count = scalars.count
    while !rest.isEmpty, width < limit, limit == .max || scalars.count < count + Self.countLimit {
      var end = min(rest.startIndex + 256, rest.endIndex)
      while end < rest.endIndex, rest[end] & 0xC0 == 0x80, end < rest.startIndex + 260 { end += 1 }
      for scalar in String(decoding: rest[..<end], as: UTF8.self).unicodeScalars {
        let next = width + Self.width(of: scalar, at: width, columns)
        if scalar == "\t" {
          for column in width..<next { scalars.append((" ", column)) }
        } else {
          scalars.append((scalar, width))
        }
        width = next
      }
      rest = rest[end...]
    }
  }

  mutating func removeAll(before column: Int) {
    scalars.removeAll { $0.column < column }
  }

  /// What stands whole before the column `limit`, and the columns where it begins, which is `start` where nothing stands there, and
  /// ends.
  func shown(from start: Int, limit: Int) -> (text: String, start: Int, end: Int) {
    var text = String.UnicodeScalarView()
    let start = scalars.first?.column ?? start
    var end = start
    for (index, (scalar, _)) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1].column : width
      guard next <= limit else { break }
      text.append(scalar)
      end = next
    }
    return (String(text), start, end)
  }
}
