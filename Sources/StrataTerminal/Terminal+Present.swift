import CNcurses
public import StrataScreen

extension Terminal {
  /// Shows a frame: of each row that changed, the cells from the first changed one to the last. A frame of another size
  /// than the terminal's is clipped. They are written to where ncurses keeps what the terminal is to show: by way of a
  /// window each would be copied there.
  public mutating func present(_ frame: borrowing Frame) {
    let columns = min(frame.size.columns, size.columns)
    let rows = 0..<min(frame.size.rows, size.rows)
    if let before = shown, before.size == frame.size {
      for y in rows {
        guard let cells = frame.changes(inRow: y, since: before, columns: columns) else { continue }
        write(frame.row(y).dropFirst(cells.lowerBound).prefix(cells.count), x: cells.lowerBound, y: y)
      }
    } else {
      werase(strata_newscr())
      for y in rows { write(frame.row(y).prefix(columns), x: 0, y: y) }
    }
    place(cursor: frame.cursor, shown: frame.showsCursor)
    doupdate()
    shown = copy frame
  }

  private mutating func write(_ cells: ArraySlice<Cell>, x: Int, y: Int) {
    // The storage is ours alone while it is filled.
    var run: [cchar_t] = []
    swap(&run, &self.run)
    defer { swap(&run, &self.run) }
    run.removeAll(keepingCapacity: true)
    let isUsual = isUTF8 && !drawsBordersOfOld
    run.append(addingCapacity: cells.count) { run in
      var index = cells.startIndex
      while index < cells.endIndex {
        let style = cells[index].style
        let look = palette.look(of: style)
        repeat {
          let cell = cells[index]
          if isUsual, !cell.hasMarks {
            // As setcchar makes it of one character (a test compares).
            if cell.width > 0 { run.append(look.blank.showing(cell.base)) }
          } else {
            append(cell, look, to: &run)
          }
          index += 1
        } while index < cells.endIndex && cells[index].style == style
      }
    }
    wmove(strata_newscr(), Int32(y), Int32(x))
    wadd_wchnstr(strata_newscr(), run, Int32(run.count))
  }

  /// Appends a cell that is not one character of Unicode: with marks, or for a terminal that takes others.
  private func append(_ cell: Cell, _ look: Palette.Look, to run: inout OutputSpan<cchar_t>) {
    guard cell.width > 0 else { return }
    if drawsBordersOfOld, let letter = Terminal.borderLetter(cell.base) {
      var border = look
      border.attributes |= strata_borders()
      run.append(Terminal.character([UInt32(letter)], border))
    } else if isUTF8 {
      run.append(
        cell.hasMarks ? Terminal.character(cell.scalars.map(\.value), look) : look.blank.showing(cell.base))
    } else {
      for _ in 0..<cell.width { run.append(look.blank.showing(cell.base < 0x80 ? cell.base : 0x3F)) }
    }
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
        strata_newscr(), Int32(max(0, min(cursor.y, size.rows - 1))), Int32(max(0, min(cursor.x, size.columns - 1))))
    }
    let isShown = isShown && cursor != nil
    if cursorIsShown != isShown {
      curs_set(isShown ? 1 : 0)
      cursorIsShown = isShown
    }
  }
}

extension cchar_t {
  /// The same look with another character.
  @inline(__always)
  fileprivate func showing(_ character: UInt32) -> cchar_t {
    var cell = self
    cell.chars.0 = wchar_t(truncatingIfNeeded: character)
    return cell
  }
}
