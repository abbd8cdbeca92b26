import CNcurses
public import StrataScreen

extension Terminal {
  /// Shows a frame: of each row that changed, the cells from the first changed one to the last. A frame of another size
  /// than the terminal's is clipped.
  public mutating func present(_ frame: borrowing Frame) {
    let columns = min(frame.size.columns, size.columns)
    let rows = 0..<min(frame.size.rows, size.rows)
    if let before = shown, before.size == frame.size {
      var changes: [(y: Int, cells: Range<Int>)] = []
      for y in rows {
        let (new, old) = (frame.row(y).prefix(columns), before.row(y).prefix(columns))
        if let cells = Terminal.difference(of: new, from: old) { changes.append((y, cells)) }
      }
      for y in Terminal.moved(changes.map(\.y), of: rows, from: before, to: frame) {
        wredrawln(strata_stdscr(), Int32(y), 1)
      }
      for (y, cells) in changes {
        let row = frame.row(y)
        write(row[cells], x: cells.lowerBound - row.startIndex, y: y)
      }
    } else {
      werase(strata_stdscr())
      for y in rows { write(frame.row(y).prefix(columns), x: 0, y: y) }
    }
    place(cursor: frame.cursor, shown: frame.showsCursor)
    wnoutrefresh(strata_stdscr())
    doupdate()
    shown = copy frame
  }

  /// The changed rows whose text stands in another row from now on. They are drawn whole, or else ncurses would have the terminal
  /// scroll by so many lines (CSI S, CSI T), which not every terminal emulator knows: there, what was left behind would stay.
  ///
  /// ncurses looks for rows whose characters, in whatever style, stand once in either screen (its hashmap.c): so does this. Of a
  /// row that is to be drawn whole it forgets what stood there.
  private static func moved(
    _ changed: [Int], of rows: Range<Int>, from before: borrowing Frame, to frame: borrowing Frame
  ) -> [Int] {
    guard changed.count > 1 else { return [] }
    var places: [UInt64: (old: [Int], new: [Int])] = [:]
    places.reserveCapacity(2 * changed.count)
    for y in changed {
      places[hash(before.row(y)), default: ([], [])].old.append(y)
      places[hash(frame.row(y)), default: ([], [])].new.append(y)
    }
    var moved: [Int] = []
    for (hash, place) in places where place.old.count == 1 && place.new.count == 1 && place.old != place.new {
      // The rows that did not change are in both screens.
      var isOnly = true
      for y in rows where !changed.contains(y) && self.hash(frame.row(y)) == hash { isOnly = false }
      if isOnly { moved.append(place.old[0]) }
    }
    return moved
  }

  /// Two rows of one hash that are not the same cost a few bytes more: no secret is needed.
  private static func hash(_ row: ArraySlice<Cell>) -> UInt64 {
    var hash: UInt64 = 0
    for cell in row { hash = (hash ^ UInt64(cell.base)) &* 0x100_0000_01B3 }
    return hash
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
    var style: Style?
    var blank = cchar_t()
    for cell in cells where cell.width > 0 {
      if cell.style != style {
        style = cell.style
        blank = Terminal.character([0x20], palette.look(of: cell.style))
      }
      if drawsBordersOfOld, let letter = Terminal.borderLetter(cell.base) {
        var look = palette.look(of: cell.style)
        look.attributes |= strata_borders()
        run.append(Terminal.character([UInt32(letter)], look))
      } else if isUTF8, cell.hasMarks {
        run.append(Terminal.character(cell.scalars.map(\.value), palette.look(of: cell.style)))
      } else {
        // As setcchar makes it of one character (a test compares).
        var character = blank
        character.chars.0 = wchar_t(truncatingIfNeeded: isUTF8 || cell.base < 0x80 ? cell.base : 0x3F)
        for _ in 0..<(isUTF8 ? 1 : cell.width) { run.append(character) }
      }
    }
    wmove(strata_stdscr(), Int32(y), Int32(x))
    wadd_wchnstr(strata_stdscr(), run, Int32(run.count))
  }

  /// What ncurses takes for a cell: a character and its marks, with a look.
  static func character(_ scalars: [UInt32], _ look: Palette.Look) -> cchar_t {
    var pair = look.pair
    var character = cchar_t()
    setcchar(&character, scalars.map { wchar_t(truncatingIfNeeded: $0) } + [0], look.attributes, 0, &pair)
    return character
  }

  /// The letter that stands for a line or corner in the VT100's set of them; nil for all other characters.
  private static func borderLetter(_ base: UInt32) -> UInt8? {
    switch base {
    case 0x2500: UInt8(ascii: "q")
    case 0x2502: UInt8(ascii: "x")
    case 0x250C: UInt8(ascii: "l")
    case 0x2510: UInt8(ascii: "k")
    case 0x2514: UInt8(ascii: "m")
    case 0x2518: UInt8(ascii: "j")
    case 0x251C: UInt8(ascii: "t")
    case 0x2524: UInt8(ascii: "u")
    case 0x252C: UInt8(ascii: "w")
    case 0x2534: UInt8(ascii: "v")
    case 0x253C: UInt8(ascii: "n")
    default: nil
    }
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
