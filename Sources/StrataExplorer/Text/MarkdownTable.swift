import StrataScreen

/// Tables of Markdown, as GitHub has them: their source, and their columns on the screen.
enum MarkdownTable {
  /// What a line like `|:--|--:|` says of the columns; nil where it is none.
  static func alignments(of line: ArraySlice<UInt8>) -> [MarkdownBlocks.Alignment]? {
    guard line.contains(UInt8(ascii: "|")) || line.contains(UInt8(ascii: ":")),
      line.allSatisfy({ "|:- \t".utf8.contains($0) })
    else { return nil }
    let cells = cells(of: line)
    guard (1...MarkdownBlocks.maximumColumns).contains(cells.count) else { return nil }
    var alignments: [MarkdownBlocks.Alignment] = []
    for cell in cells {
      var dashes = cell[...]
      let isLeft = dashes.first == UInt8(ascii: ":")
      if isLeft { dashes.removeFirst() }
      let isRight = dashes.last == UInt8(ascii: ":")
      if isRight { dashes.removeLast() }
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isRight ? isLeft ? .center : .right : .left)
    }
    return alignments
  }

  /// The cells of a row: what stands between its `|`, unless a backslash stands before.
  static func cells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
    var line = line
    line.trimBlanks()
    if line.first == UInt8(ascii: "|") { line.removeFirst() }
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    func end() {
      var trimmed = cell[...]
      trimmed.trimBlanks()
      cells.append(Array(trimmed))
      cell = []
    }
    var isEscaped = false
    for byte in line {
      if byte == UInt8(ascii: "|") {
        if isEscaped { cell[cell.count - 1] = byte } else { end() }
      } else {
        cell.append(byte)
      }
      isEscaped = byte == .backslash && !isEscaped
    }
    if !cell.allSatisfy(\.isWhite) || line.last != UInt8(ascii: "|") { end() }
    return cells
  }

  /// Columns between two cells.
  private static let gap = 2
  /// Columns below which a table has no room, and each row is a paragraph.
  private static let narrowest = 6

  /// The rows, the first of them the head, in at most `width` columns.
  static func lines(
    _ rows: [[[Span]]], _ alignments: [MarkdownBlocks.Alignment], width: Int, flow: TextFlow, glyphs: Glyphs
  ) -> [Line] {
    let count = alignments.count
    var widths = Array(repeating: 1, count: count)
    for row in rows {
      for (column, cell) in row.enumerated() {
        widths[column] = max(widths[column], cell.reduce(0) { $0 + flow.textWidth.columns($1.text) })
      }
    }
    let room = width - gap * (count - 1)
    guard room >= count * narrowest || widths.reduce(0, +) <= room else {
      return list(rows, width: width, flow, glyphs)
    }
    shrink(&widths, to: room)
    var lines: [Line] = []
    for (index, row) in rows.enumerated() {
      let cells = row.enumerated().map { flow.lines($1, width: widths[$0]) }
      for number in 0..<(cells.map(\.count).max() ?? 0) {
        var line = Line()
        for (column, cell) in cells.enumerated() {
          let spans = number < cell.count ? cell[number].spans : []
          let free = max(0, widths[column] - spans.reduce(0) { $0 + flow.textWidth.columns($1.text) })
          let before =
            switch alignments[column] {
            case .left: 0
            case .center: free / 2
            case .right: free
            }
          line.append(blanks: before)
          line.spans += spans
          if column + 1 < count { line.append(blanks: free - before + gap) }
        }
        line.trimBlanks()
        lines.append(line)
      }
      if index == 0 {
        let rule = widths.map { String(repeating: glyphs.horizontal, count: $0) }
        lines.append(Line(rule.joined(separator: String(repeating: " ", count: gap)), .rule))
      }
    }
    return lines
  }

  /// Takes from the widest columns until all fit.
  private static func shrink(_ widths: inout [Int], to room: Int) {
    var room = room
    // The narrow ones keep what they need; the others share what is left.
    for (place, column) in widths.indices.sorted(by: { widths[$0] < widths[$1] }).enumerated() {
      widths[column] = min(widths[column], room / (widths.count - place))
      room -= widths[column]
    }
  }

  private static func list(_ rows: [[[Span]]], width: Int, _ flow: TextFlow, _ glyphs: Glyphs) -> [Line] {
    rows.flatMap { row in
      let cells = row.filter { !$0.isEmpty }
      return flow.lines(Array(cells.joined(separator: [Span(" \(glyphs.dot) ", .dim)])), width: width)
    }
  }
}

extension Line {
  fileprivate mutating func append(blanks count: Int) {
    if count > 0 { spans.append(Span(String(repeating: " ", count: count))) }
  }

  fileprivate mutating func trimBlanks() {
    while let last = spans.last, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
  }
}
