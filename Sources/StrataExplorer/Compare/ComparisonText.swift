import StrataCatalog
import StrataScreen

/// A comparison in lines: columns side by side where there is room, or else one under another by row.
struct ComparisonText: Sendable {
  /// The names, above what scrolls, by tool: where each line of one stands.
  private(set) var names: [[(line: Line, rect: Rect)]] = []
  private(set) var lines: [Line] = []
  /// For each of the lines the tool that it says something of, by its position; nil where it is of several.
  private(set) var owners: [Int?] = []
  /// How many rows are alike, shown or not.
  private(set) var equalCount = 0
  let isSideBySide: Bool

  private let comparison: Comparison
  private let isReadOut: Bool
  private let width: Int
  private let flow: TextFlow
  private let glyphs: Glyphs
  private let words: Words
  private var room: Room

  /// How much is laid out, in bytes: a key waits for all of it. What has no room is told, not shown.
  struct Room {
    /// Of all cells together, each entry of one being at least `PageRoom.entry`.
    var all: Int
    /// Of one cell.
    let cell: Int

    static let screen = Room(all: 1 << 16, cell: 1 << 13)
    /// For what is printed nobody waits at a key.
    static let printed = Room(all: .max, cell: .max)
  }

  /// Columns from which tools stand side by side.
  static let sideBySide = 90
  private static let gap = 2
  static let unknown = "–"

  /// - Parameters:
  ///   - folds: rows that are alike are left out, and counted.
  ///   - selected: the tool whose name is underlined, by its position.
  ///   - isReadOut: it is not looked at: one tool comes after the other, and times are days.
  ///   - mark: the sign of a tool, before its name.
  init(
    _ comparison: Comparison, width: Int, folds: Bool, selected: Int? = nil, isReadOut: Bool = false, room: Room,
    flow: TextFlow, glyphs: Glyphs, mark: (ToolID) -> [Span]
  ) {
    self.room = room
    self.comparison = comparison
    self.width = max(1, width)
    self.flow = flow
    self.glyphs = glyphs
    words = Words[comparison.language]
    self.isReadOut = isReadOut
    isSideBySide = width >= Self.sideBySide && !isReadOut
    let names = zip(comparison.tools, comparison.names).enumerated().map { index, tool in
      mark(tool.0) + [Span(tool.1, index == selected ? .focusedLink : .title)]
    }
    placeNames(names)
    var leftOut = 0
    for row in comparison.rows {
      let isEqual = row.isEqual
      if isEqual { equalCount += 1 }
      if isEqual, folds { continue }
      if self.room.all > 0 { lay(row, isEqual: isEqual) } else { leftOut += 1 }
    }
    if leftOut > 0 { add(flow.lines(words.notShown(leftOut), .dim, width: self.width)) }
    if folds, equalCount > 0 { add([Line("\(equalCount) \(words.choosing.alikeFolded)", .dim)]) }
    while lines.last?.spans.isEmpty == true {
      lines.removeLast()
      owners.removeLast()
    }
  }

  private mutating func add(_ new: [Line], of tool: Int? = nil) {
    lines += new
    owners += new.map { _ in tool }
  }

  // MARK: Names

  /// Each at the head of its column, or else one after the other, as many in a line as fit.
  private mutating func placeNames(_ spans: [[Span]]) {
    if isSideBySide {
      names = spans.enumerated().map { index, name in
        flow.lines(name, width: column).enumerated().map { row, line in
          (line, Rect(x: columnStart(of: index), y: row, width: column, height: 1))
        }
      }
      return
    }
    var (x, y) = (0, 0)
    for name in spans {
      let used = name.reduce(0) { $0 + flow.textWidth.columns($1.text) }
      if x > 0, x + used > width { (x, y) = (0, y + 1) }
      let laid = flow.lines(name, width: width).enumerated().map { row, line in
        (line, Rect(x: x, y: y + row, width: min(used, width), height: 1))
      }
      names.append(laid)
      (x, y) = (x + used + 3, y + max(0, laid.count - 1))
    }
  }

  /// Lines that the names take.
  var headHeight: Int { names.joined().map(\.rect.maxY).max() ?? 0 }

  /// The names as lines.
  var head: [Line] {
    (0..<headHeight).map { row in
      var spans: [Span] = []
      for (line, rect) in names.joined() where rect.y == row {
        spans = padded(spans, rect.x) + line.spans
      }
      return Line(spans)
    }
  }

  /// The first column of a tool that stands beside others.
  func columnStart(of tool: Int) -> Int { titleColumn + Self.gap + tool * (column + Self.gap) }

  // MARK: Columns

  /// Columns of the titles, and of each tool.
  private var titleColumn: Int {
    let widest = comparison.rows.map { flow.textWidth.columns($0.title) }.max() ?? 0
    return min(widest, max(8, width / 6))
  }

  /// Columns of each tool where they stand side by side.
  var column: Int {
    let count = comparison.tools.count
    return max(1, (width - titleColumn - count * Self.gap) / count)
  }

  /// A title and its cells beside each other.
  private func beside(title: String, cells: [[Line]], _ role: Role = .heading) -> [Line] {
    let titles = flow.lines(title, role, width: titleColumn)
    let height = max(titles.count, cells.map(\.count).max() ?? 0)
    return (0..<height).map { row in
      var spans = padded(row < titles.count && !title.isEmpty ? titles[row].spans : [], titleColumn)
      for cell in cells {
        spans.append(Span(String(repeating: " ", count: Self.gap)))
        spans += padded(row < cell.count ? cell[row].spans : [], column)
      }
      return Line(trimmed(spans))
    }
  }

  private func padded(_ spans: [Span], _ columns: Int) -> [Span] {
    let used = spans.reduce(0) { $0 + flow.textWidth.columns($1.text) }
    return used < columns ? spans + [Span(String(repeating: " ", count: columns - used))] : spans
  }

  /// Without the blanks at its end.
  private func trimmed(_ spans: [Span]) -> [Span] {
    var spans = spans
    while let last = spans.last, last.text.allSatisfy({ $0 == " " }) { spans.removeLast() }
    return spans
  }

  // MARK: Rows

  private mutating func lay(_ row: Comparison.Row, isEqual: Bool) {
    let first = lines.count
    defer {
      // Rows of one line stand close together; larger ones have air around them.
      if lines.count - first > 1 {
        if first > 0, !lines[first - 1].spans.isEmpty {
          lines.insert(.blank, at: first)
          owners.insert(nil, at: first)
        }
        add([.blank])
      }
    }
    let wide = isSideBySide ? column : max(1, width - 2)
    let cells: [[Line]]
    switch row.content {
    case .text(let texts):
      var laid: [[Line]] = []
      for texts in texts { laid.append(cell(texts, isEqual: isEqual, width: wide)) }
      cells = laid
    case .timeline(let events): cells = timeline(events, isEqual: isEqual, width: wide)
    }
    if isSideBySide {
      add(beside(title: row.title, cells: cells, isEqual ? .dim : .heading))
    } else {
      add(flow.lines(row.title, isEqual && !isReadOut ? .dim : .heading, width: width))
      // What is alike is said once.
      if isEqual { return layBelow(name: "", cells[0]) }
      for (tool, cell) in cells.enumerated() { layBelow(name: comparison.names[tool], cell, of: tool) }
    }
  }

  /// A tool's cell below the title: beside the name where both are short, or else under it.
  private mutating func layBelow(name: String, _ cell: [Line], of tool: Int? = nil) {
    let indent = Span("  ")
    guard !name.isEmpty else {
      return add(cell.map { Line([indent] + $0.spans) })
    }
    let names = comparison.names.map { flow.textWidth.columns($0) }.max() ?? 0
    let fits = cell.allSatisfy { line in
      line.spans.reduce(0) { $0 + flow.textWidth.columns($1.text) } + names + 4 <= width
    }
    if fits, names <= width / 3 {
      let laid = cell.enumerated().map { index, line in
        Line([indent] + padded(index == 0 ? [Span(name, .strong)] : [], names) + [Span("  ")] + line.spans)
      }
      add(laid, of: tool)
    } else {
      let title = Line([indent, Span(flow.textWidth.truncated(name, columns: max(1, width - 2)), .strong)])
      add([title] + cell.map { Line([indent] + $0.spans) }, of: tool)
    }
  }

  private mutating func cell(_ texts: [String], isEqual: Bool, width: Int) -> [Line] {
    guard !texts.isEmpty else { return [Line(glyphs.isASCII ? "-" : Self.unknown, .dim)] }
    var left = min(room.all, room.cell)
    var lines: [Line] = []
    for (index, text) in texts.enumerated() {
      guard left > 0 else {
        lines += flow.lines(words.notShown(texts.count - index), .dim, width: width)
        break
      }
      let laid = Markdown(
        String(text.beginning(left)), length: text.utf8.count, width: width, firstItem: 0, flow: flow, glyphs: glyphs)
      let used = PageRoom.entry + min(left, text.utf8.count)
      left -= used
      room.all -= used
      lines += laid.lines.map { line in
        Line(line.spans.map { Span($0.text, isEqual ? .dim : $0.role == .link ? .text : $0.role) })
      }
      for limit in laid.limits {
        lines += flow.lines(limit.sentence(in: comparison.language), .dim, width: width)
      }
    }
    return lines
  }

  // MARK: Time

  /// One axis for all: from the first year of any to the last, each with its own line, then the days.
  private func timeline(_ tools: [[Comparison.Event]], isEqual: Bool, width: Int) -> [[Line]] {
    let years = tools.flatMap { $0.compactMap(\.year) }
    guard let first = years.min(), let latest = years.max() else { return tools.map { _ in [] } }
    let last = max(latest, comparison.asOf.year ?? latest)
    let axis = Axis(from: first.rounded(.down), to: max(last, first + 1).rounded(.up), columns: min(width, 60))
    return tools.map { events in
      guard !events.isEmpty else { return [Line(glyphs.isASCII ? "-" : Self.unknown, .dim)] }
      let days = events.map { event in
        let said = Span("\(event.word) \(event.date)", isEqual ? .dim : .text)
        return Line(isReadOut ? [said] : [sign(of: event, isEqual), Span(" "), said])
      }
      guard axis.columns >= 12, !isReadOut else { return days }
      return [axisLine(events, axis, isEqual), label(axis)] + days
    }
  }

  struct Axis {
    var from: Double
    var to: Double
    var columns: Int

    func column(of year: Double) -> Int {
      min(columns - 1, max(0, Int(((year - from) / (to - from) * Double(columns - 1)).rounded())))
    }
  }

  private func label(_ axis: Axis) -> Line {
    let (first, last) = ("\(Int(axis.from))", "\(Int(axis.to))")
    return Line(first + String(repeating: " ", count: max(1, axis.columns - first.count - last.count)) + last, .dim)
  }

  /// `   •──○───◐──●─────`: from the first event to the end of its life, or of the axis.
  private func axisLine(_ events: [Comparison.Event], _ axis: Axis, _ isEqual: Bool) -> Line {
    var cells = [Span?](repeating: nil, count: axis.columns)
    let columns = events.map { axis.column(of: $0.year ?? axis.from) }
    let end = events.last?.isEnd == true ? columns.last ?? 0 : axis.columns - 1
    for column in (columns.first ?? 0)...max(columns.first ?? 0, end) { cells[column] = Span(glyphs.horizontal, .rule) }
    // Of several in one column the last one is seen.
    for (event, column) in zip(events, columns) { cells[column] = sign(of: event, isEqual) }
    return Line(trimmed(cells.map { $0 ?? Span(" ") }))
  }

  private func sign(of event: Comparison.Event, _ isEqual: Bool) -> Span {
    switch event.kind {
    case .released: Span(glyphs.dot, isEqual ? .dim : .strong)
    case .maturity(let word): Span(glyphs.mark(ofMaturity: word), isEqual ? .dim : Role(maturity: word))
    case .life(let status): Span(glyphs.mark(of: status) ?? glyphs.bullet, isEqual ? .dim : Role(life: status))
    }
  }
}
