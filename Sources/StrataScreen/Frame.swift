// Memory: lent; rows of one length are compared as words, of which a cell has three and none unused.

import Glibc

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
  @discardableResult
  public mutating func write(_ text: String, in rect: Rect, _ style: Style = .plain) -> Int {
    guard rect.height > 0, rect.y >= 0, rect.y < size.rows else { return 0 }
    let left = max(rect.x, 0)
    let right = min(rect.maxX, size.columns)
    guard left < right else { return 0 }
    let start = rect.y * size.columns
    // Nearly all that is drawn are characters of which each stands for itself.
    if rect.x >= 0 {
      let drawn = unsafe text.utf8.withContiguousStorageIfAvailable { bytes in
        unsafe write(plain: bytes, at: start + left, columns: right - left, row: start, style)
      }
      if let drawn = drawn ?? nil { return drawn }
    }
    var x = rect.x
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

  /// Writes the beginning of a text that has room from a cell on and is plain, as `TextWidth.plainBeginning` finds it; returns its
  /// columns. Nil where it is not plain: then some of it may stand there, as it will when it is written by clusters.
  private mutating func write(
    plain bytes: UnsafeBufferPointer<UInt8>, at first: Int, columns most: Int, row: Int, _ style: Style
  ) -> Int? {
    let isCut = cells[first].width == 0
    let drawsASCII = textWidth.drawsASCII
    var columns = 0
    let isPlain = unsafe cells.withUnsafeMutableBufferPointer { cells in
      var cell = Cell.blank(style)
      var place = 0
      while place < bytes.count {
        if place + 8 <= bytes.count, columns + 8 <= most {
          var word = unsafe TextWidth.eightBytes(of: bytes, from: place)
          if TextWidth.isPrintable(word) {
            for index in first + columns..<first + columns + 8 {
              cell.base = UInt32(truncatingIfNeeded: word & 0xFF)
              word >>= 8
              unsafe cells[index] = cell
            }
            columns += 8
            place += 8
            continue
          }
        }
        let byte = unsafe bytes[place]
        if byte >= 0x20, byte < 0x7F {
          guard columns < most else { break }
          cell.base = UInt32(byte)
          unsafe cells[first + columns] = cell
          columns += 1
          place += 1
          continue
        }
        guard let (scalar, length) = unsafe TextWidth.plainScalar(in: bytes, at: place),
          scalar < 0x80 || !drawsASCII
        else { return false }
        let width = TextWidth.columns(ofPlain: scalar)
        guard columns + width <= most else { break }
        // Rules are one character many times.
        let count = unsafe TextWidth.repeats(in: bytes, at: place, length: length, upTo: (most - columns) / width)
        let plain = Cell(plain: scalar, width: width, style: style)
        for _ in 0..<count {
          unsafe cells[first + columns] = plain
          if width == 2 { unsafe cells[first + columns + 1] = .rightHalf(style) }
          columns += width
        }
        place += count * length
      }
      return true
    }
    if columns > 0 { mend(first..<first + columns, row: row, coversHalf: isCut) }
    return isPlain ? columns : nil
  }

  /// Writes text that ends at the right edge of `rect`'s first row.
  public mutating func writeRight(_ text: String, in rect: Rect, _ style: Style = .plain) {
    let width = textWidth.columns(text, upTo: rect.width)
    write(text, in: Rect(x: rect.maxX - width, y: rect.y, width: width, height: rect.height), style)
  }

  /// Makes every cell of `rect` blank, in a style.
  public mutating func fill(_ rect: Rect, _ style: Style = .plain) {
    forEachRow(of: rect) { frame, range, row in
      frame.mend(range, row: row, coversHalf: frame.cells[range.lowerBound].width == 0)
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
    mend(index..<index + width, row: row, coversHalf: cells[index].width == 0)
    cells[index] = Cell(base: scalar, width: width, style: style)
    if width == 2 { cells[index + 1] = .rightHalf(style) }
  }

  private static let wordsPerCell = MemoryLayout<Cell>.stride / MemoryLayout<UInt64>.size

  /// The cells of a row, among the first `columns`, from the first that is not as in another picture of the same size to the last:
  /// whole characters. Nil where none differs.
  public func changes(inRow y: Int, since old: borrowing Frame, columns: Int) -> Range<Int>? {
    let columns = max(0, min(columns, size.columns))
    guard y >= 0, y < size.rows, old.size == size, columns > 0 else { return nil }
    let start = y * size.columns
    return unsafe cells.withUnsafeBufferPointer { cells in
      unsafe old.cells.withUnsafeBufferPointer { others in
        let new = unsafe UnsafeBufferPointer(rebasing: cells[start..<start + columns])
        let old = unsafe UnsafeBufferPointer(rebasing: others[start..<start + columns])
        guard let changed = unsafe Frame.changes(new, old) else { return nil }
        var (first, end) = (changed.lowerBound, changed.upperBound)
        // A wide character is written by its left half; what stood there before may have been one, too.
        if first > 0, unsafe new[first].width == 0 || old[first].width == 0 { first -= 1 }
        if end < columns, unsafe new[end].width == 0 || old[end].width == 0 { end += 1 }
        return first..<end
      }
    }
  }

  /// The same in cells of one count, whatever characters they are parts of.
  private static func changes(_ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>) -> Range<Int>? {
    let words = new.count * wordsPerCell
    guard unsafe memcmp(new.baseAddress!, old.baseAddress!, words * MemoryLayout<UInt64>.size) != 0 else { return nil }
    return unsafe UnsafeRawPointer(new.baseAddress!).withMemoryRebound(to: UInt64.self, capacity: words) { new in
      unsafe UnsafeRawPointer(old.baseAddress!).withMemoryRebound(to: UInt64.self, capacity: words) { old in
        var (first, end) = (0, words)
        while unsafe new[first] == old[first] { first += 1 }
        while unsafe new[end - 1] == old[end - 1] { end -= 1 }
        return first / wordsPerCell..<(end - 1) / wordsPerCell + 1
      }
    }
  }

  /// When cells are set: of a wide character that they cover by half, the other half becomes a blank.
  ///
  /// - Parameter coversHalf: whether the right half of one stood in the first of them.
  private mutating func mend(_ range: Range<Int>, row: Int, coversHalf: Bool) {
    let (before, after) = (range.lowerBound - 1, range.upperBound)
    if coversHalf, before >= row { cells[before] = .blank(cells[before].style) }
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
