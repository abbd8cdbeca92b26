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
    if text.utf8.prefix(seen).allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      var cell = Cell.blank(style)
      for byte in text.utf8.prefix(seen - 1) {
        if x >= left {
          cell.base = UInt32(byte)
          set(cell, at: start + x, row: start)
        }
        x += 1
      }
      return max(0, x - rect.x)
    }
    textWidth.forEachCluster(of: text, scalars: TextWidth.scalarLimit(columns: right - x)) { scalars, width in
      guard x + width <= right else { return false }
      if x >= left {
        var cell = Cell(base: scalars[0], width: width, style: style)
        for mark in scalars.dropFirst() { cell.addMark(mark) }
        set(cell, at: start + x, row: start)
        if width == 2 { set(.rightHalf(style), at: start + x + 1, row: start) }
      }
      x += width
      return true
    }
    return max(0, x - rect.x)
  }

  /// Writes text that ends at the right edge of `rect`'s first row.
  public mutating func writeRight(_ text: String, in rect: Rect, _ style: Style = .plain) {
    let width = min(textWidth.columns(text), rect.width)
    write(text, in: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height), style)
  }

  /// Makes every cell of `rect` blank, in a style.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    forEachRow(of: rect) { frame, range, row in
      for index in range { frame.set(.blank(style), at: index, row: row) }
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

  /// Sets one cell; where it covers half of a wide character, the other half becomes a blank.
  private mutating func set(_ cell: Cell, at index: Int, row: Int) {
    if cells[index].width == 0, cell.width != 0, index > row, cells[index - 1].width == 2 {
      cells[index - 1] = .blank(cells[index - 1].style)
    }
    if cells[index].width == 2, cell.width != 2, index + 1 < row + size.columns, cells[index + 1].width == 0 {
      cells[index + 1] = .blank(cells[index + 1].style)
    }
    cells[index] = cell
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
