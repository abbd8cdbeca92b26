// Memory: calls; one character and its end.

import CNcurses
public import StrataScreen

extension Terminal {
  /// Shows a frame: of each row that changed, the cells from the first changed one to the last. A frame of another size
  /// than the terminal's is clipped.
  public mutating func present(_ frame: borrowing Frame) {
    let columns = min(frame.size.columns, size.columns)
    let before = shown?.size == frame.size ? shown : nil
    if let before { preventScrolling(from: before, to: frame) } else { werase(strata_stdscr()) }
    for y in 0..<min(frame.size.rows, size.rows) {
      let row = frame.row(y).prefix(columns)
      if let before {
        guard let range = Terminal.difference(of: row, from: before.row(y).prefix(columns)) else { continue }
        write(row[range], x: range.lowerBound - row.startIndex, y: y)
      } else {
        write(row, x: 0, y: y)
      }
    }
    place(cursor: frame.cursor, shown: frame.showsCursor)
    wnoutrefresh(strata_stdscr())
    doupdate()
    shown = copy frame
  }

  /// Has rows drawn whole whose text stood in another row before. Of such rows ncurses would have the terminal scroll by so many
  /// lines (CSI S, CSI T), which not every terminal emulator knows: there, what was left behind would stay.
  ///
  /// ncurses looks for rows whose characters, in whatever style, stand once in either screen (its hashmap.c): so does this.
  private func preventScrolling(from before: borrowing Frame, to frame: borrowing Frame) {
    let rows = min(frame.size.rows, size.rows)
    var places: [Int: (old: [Int], new: [Int])] = [:]
    for y in 0..<rows {
      places[Terminal.hash(before.row(y)), default: ([], [])].old.append(y)
      places[Terminal.hash(frame.row(y)), default: ([], [])].new.append(y)
    }
    let moved = places.values.contains { $0.old.count == 1 && $0.new.count == 1 && $0.old != $0.new }
    guard moved else { return }
    for y in 0..<rows where frame.row(y) != before.row(y) { wredrawln(strata_stdscr(), Int32(y), 1) }
  }

  private static func hash(_ row: ArraySlice<Cell>) -> Int {
    var hasher = Hasher()
    for cell in row { hasher.combine(cell.base) }
    return hasher.finalize()
  }

  /// The indices of `row` from the first cell that differs to the last, whole characters; nil when none does.
  private static func difference(of row: ArraySlice<Cell>, from old: ArraySlice<Cell>) -> Range<Int>? {
    guard row.count == old.count, var first = zip(row.indices, old.indices).first(where: { row[$0] != old[$1] })?.0
    else {
      return nil
    }
    let offset = old.startIndex - row.startIndex
    var end = row.endIndex
    while row[end - 1] == old[end - 1 + offset] { end -= 1 }
    // A wide character is written by its left half; what stood there before may have been one, too.
    if first > row.startIndex, row[first].width == 0 || old[first + offset].width == 0 { first -= 1 }
    if end < row.endIndex, row[end].width == 0 || old[end + offset].width == 0 { end += 1 }
    return first..<end
  }

  private mutating func write(_ cells: ArraySlice<Cell>, x: Int, y: Int) {
    run.removeAll(keepingCapacity: true)
    for cell in cells where cell.width > 0 {
      let look = palette.look(of: cell.style)
      var pair = look.pair
      var character = cchar_t()
      if isUTF8 {
        if cell.hasMarks {
          let text = cell.scalars.map { wchar_t(truncatingIfNeeded: $0.value) } + [0]
          setcchar(&character, text, look.attributes, 0, &pair)
        } else {
          withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 2) { text in
            text[0] = wchar_t(truncatingIfNeeded: cell.base)
            text[1] = 0
            setcchar(&character, text.baseAddress, look.attributes, 0, &pair)
          }
        }
        run.append(character)
      } else {
        let text = [wchar_t(truncatingIfNeeded: cell.base < 0x80 ? cell.base : 0x3F), 0]
        setcchar(&character, text, look.attributes, 0, &pair)
        for _ in 0..<cell.width { run.append(character) }
      }
    }
    wmove(strata_stdscr(), Int32(y), Int32(x))
    wadd_wchnstr(strata_stdscr(), run, Int32(run.count))
  }

  private mutating func place(cursor: Point?, shown isShown: Bool) {
    if let cursor {
      wmove(
        strata_stdscr(), Int32(max(0, min(cursor.y, size.rows - 1))), Int32(max(0, min(cursor.x, size.columns - 1))))
    }
    let isShown = isShown && cursor != nil
    if cursorIsShown != isShown {
      curs_set(isShown ? 1 : 0)
      cursorIsShown = isShown
    }
  }
}
