// Memory: lent.

/// The picture of a screen: a grid of cells, drawn by the views and shown by a `Display`.
///
/// All text enters through `write`, which filters it, counts its columns and clips it, so no cell outside the given
/// rectangle is ever touched and nothing unfiltered reaches a terminal.
public struct Frame: Hashable, Sendable {
  public let size: Size
  /// Row by row.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands: on the selected row, or in the prompt.
  public var cursor: Point?
  /// Whether that cursor is shown; hidden, it still leads screen readers.
  public var showsCursor = false
  public let textWidth: TextWidth

  public init(size: Size, textWidth: TextWidth = .standard) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    self.textWidth = textWidth
    cells = Array(repeating: .blank(.plain), count: self.size.columns * self.size.rows)
  }

  public var bounds: Rect { Rect(x: 0, y: 0, width: size.columns, height: size.rows) }

  public subscript(x: Int, y: Int) -> Cell { cells[y * size.columns + x] }

  public func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.columns..<(y + 1) * size.columns]
  }

  /// Writes text on the first row of `rect`, clipped to it; returns the columns used. A wide character that does not
  /// fit whole is left out.
  @specialized(where Text == String)
  @specialized(where Text == Substring)
  @discardableResult
  public mutating func write<Text: StringProtocol>(_ text: Text, in rect: Rect, _ style: Style = .plain) -> Int {
    guard rect.height > 0, rect.y >= 0, rect.y < size.rows else { return 0 }
    let left = max(rect.x, 0)
    let right = min(rect.maxX, size.columns)
    guard left < right else { return 0 }
    let start = rect.y * size.columns
    var x = rect.x
    // Nearly all that is drawn is ASCII, a byte a cell. The one byte more is that which a mark would begin with.
    let seen = right - x + 1
    let drawn = text.utf8.withContiguousStorageIfAvailable { bytes -> Int? in
      let bytes = unsafe bytes.prefix(seen)
      let (first, count) = unsafe (bytes.startIndex, bytes.count)
      guard unsafe bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else { return nil }
      let end = min(x + count, right)
      guard left < end else { return end - x }
      mend(start + left..<start + end, row: start)
      var cell = Cell.blank(style)
      for column in left..<end {
        cell.base = unsafe UInt32(bytes[first + column - x])
        cells[start + column] = cell
      }
      return end - x
    }
    if let drawn = drawn ?? nil { return max(0, drawn) }
    // Characters of which each stands for itself, so many as could be seen and one more.
    if !textWidth.drawsASCII, text.unicodeScalars.prefix(seen).allSatisfy(TextWidth.standsAlone) {
      for scalar in text.unicodeScalars {
        let width = TextWidth.columns(scalar)
        guard x + width <= right else { break }
        if x >= left { set(scalar, width, style, at: start + x, row: start) }
        x += width
      }
      return max(0, x - rect.x)
    }
    textWidth.forEachCluster(of: text, scalars: TextWidth.scalarLimit(columns: right - x)) { scalars, width in
      guard x + width <= right else { return false }
      if x >= left {
        set(scalars[0], width, style, at: start + x, row: start)
        for mark in scalars.dropFirst() { cells[start + x].addMark(mark) }
      }
      x += width
      return true
    }
    return max(0, x - rect.x)
  }

  /// Writes text that ends at the right edge of `rect`'s first row.
  public mutating func writeRight(_ text: String, in rect: Rect, _ style: Style = .plain) {
    let width = textWidth.columns(text, upTo: rect.width)
    write(text, in: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height), style)
  }

  /// Makes every cell of `rect` blank, in a style.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    forEachRow(of: rect) { frame, range, row in
      frame.mend(range, row: row)
      for index in range { frame.cells[index] = .blank(style) }
    }
  }

  /// Changes the style of every cell of `rect`, keeping its text.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    forEachRow(of: rect) { frame, range, _ in
      for index in range { change(&frame.cells[index].style) }
    }
  }

  private mutating func forEachRow(of rect: Rect, _ body: (inout Frame, Range<Int>, Int) -> Void) {
    let left = max(rect.x, 0)
    let right = min(rect.maxX, size.columns)
    guard left < right else { return }
    for y in max(rect.y, 0)..<max(min(rect.maxY, size.rows), max(rect.y, 0)) {
      let row = y * size.columns
      body(&self, row + left..<row + right, row)
    }
  }

  /// Sets the one or two cells of a character.
  private mutating func set(_ scalar: Unicode.Scalar, _ width: Int, _ style: Style, at index: Int, row: Int) {
    mend(index..<index + width, row: row)
    cells[index] = Cell(base: scalar, width: width, style: style)
    if width == 2 { cells[index + 1] = .rightHalf(style) }
  }

  /// Before cells are set: of a wide character that they cover by half, the other half becomes a blank.
  private mutating func mend(_ range: Range<Int>, row: Int) {
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    if before >= row, cells[range.lowerBound].width == 0 { cells[before] = .blank(cells[before].style) }
    if after < row + size.columns, cells[after].width == 0 { cells[after] = .blank(cells[after].style) }
  }

  /// The frame as text, one line a row, without trailing blanks.
  public var text: String {
    var bytes: [UInt8] = []
    for y in 0..<size.rows {
      if y > 0 { bytes.append(0x0A) }
      let row = row(y)
      let end = row.lastIndex { $0.base != 0x20 || $0.hasMarks }.map { $0 + 1 } ?? row.startIndex
      for cell in row[..<end] {
        for scalar in cell.scalars { bytes.append(contentsOf: UTF8.encode(scalar)!) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
