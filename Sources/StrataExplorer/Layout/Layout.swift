import StrataScreen

/// What the screen shows: lines where they stand, and what each place means to a pointer. Made once an event; drawing
/// paints it.
struct Layout: Sendable {
  /// What stands at a place.
  enum Spot: Hashable, Sendable {
    /// An item of the bar, an action of the footer.
    case bar(Int)
    case action(Action)
    /// A row of a screen's list; `pane` counts its lists from the left.
    case row(pane: Int, index: Int)
    /// A link of a page.
    case item(Int)
    /// The list that rows stand in, and a part that scrolls for itself.
    case pane(Int)
    case preview
    /// The border between a list and its preview.
    case border
    /// A part of the query.
    case chip(Int)
  }

  struct Region: Hashable, Sendable {
    var rect: Rect
    var spot: Spot
  }

  /// How the row of a list stands in it.
  enum Emphasis: Hashable, Sendable {
    case none
    /// Selected where the keys go, and where they do not.
    case selected, remembered

    init(isSelected: Bool, hasKeys: Bool) {
      self = !isSelected ? .none : hasKeys ? .selected : .remembered
    }
  }

  /// A line and how it is drawn. Not an enum with a line in its cases: that would be copied to be looked at.
  private struct Piece: Sendable {
    enum Kind: Sendable {
      /// `focused` numbers the link that the keys are on.
      case line(focused: Int?)
      /// A row of a list, with the sign's column.
      case row(Emphasis)
      /// The same on every row.
      case upright
      case fill(Role)
    }

    var kind: Kind
    var line = Line()
    var rect: Rect
  }

  private var pieces: [Piece] = []
  private(set) var regions: [Region] = []
  /// Where the terminal's cursor stands, and whether it is seen.
  var cursor: Point?
  var showsCursor = false
  let glyphs: Glyphs
  let textWidth: TextWidth

  /// - Parameter rows: those that it may come to fill.
  init(glyphs: Glyphs, textWidth: TextWidth, rows: Int = 0) {
    self.glyphs = glyphs
    self.textWidth = textWidth
    // Of lists side by side, rules and bars; more find their room.
    pieces.reserveCapacity(4 * min(rows, 100))
    regions.reserveCapacity(3 * min(rows, 100))
  }

  /// What stands at a cell: of what lies above each other, the topmost.
  func spot(at point: Point) -> Spot? { regions.last { $0.rect.contains(point) }?.spot }

  // MARK: Placing

  /// What another layout has, above what there is. Its cursor counts.
  mutating func add(_ other: Layout) {
    pieces += other.pieces
    regions += other.regions
    if other.cursor != nil { (cursor, showsCursor) = (other.cursor, other.showsCursor) }
  }

  /// What another layout has, below what there is.
  mutating func putBelow(_ other: Layout) {
    pieces.insert(contentsOf: other.pieces, at: 0)
    regions.insert(contentsOf: other.regions, at: 0)
  }

  mutating func place(_ line: Line, in rect: Rect, focused: Int? = nil, spot: Spot? = nil) {
    guard !rect.isEmpty else { return }
    pieces.append(Piece(kind: .line(focused: focused), line: line, rect: rect))
    if let spot { mark(rect.row(0), spot) }
    guard line.spans.contains(where: { $0.item != nil }) else { return }
    var rest = rect.row(0)
    for span in line.spans {
      let part = rest.takeLeft(textWidth.columns(span.text))
      if let item = span.item { mark(part, .item(item)) }
    }
  }

  mutating func place(_ text: String, _ role: Role = .text, in rect: Rect) {
    if !text.isEmpty { place(Line(text, role), in: rect) }
  }

  /// Some lines below each other, from `offset` on.
  mutating func place(_ lines: [Line], from offset: Int = 0, in rect: Rect) {
    for row in 0..<rect.height where offset + row < lines.count && offset + row >= 0 {
      place(lines[offset + row], in: rect.row(row))
    }
  }

  /// One row of a list: the sign, the line, what stands at the right.
  mutating func row(_ line: Line, in rect: Rect, _ emphasis: Emphasis, spot: Spot? = nil) {
    guard !rect.isEmpty else { return }
    pieces.append(Piece(kind: .row(emphasis), line: line, rect: rect))
    if emphasis == .selected { cursor = Point(x: rect.x, y: rect.y) }
    if let spot { regions.append(Region(rect: rect, spot: spot)) }
  }

  /// Says what a part means to a pointer, where nothing above it means more.
  mutating func mark(_ rect: Rect, _ spot: Spot) {
    if !rect.isEmpty { regions.append(Region(rect: rect, spot: spot)) }
  }

  /// From now on what there is means nothing to a pointer.
  mutating func cover() { regions = [] }

  /// Makes a part blank: what lies below it is gone.
  mutating func fill(_ rect: Rect, _ role: Role = .text) {
    pieces.append(Piece(kind: .fill(role), rect: rect))
    regions.removeAll {
      $0.rect.y >= rect.y && $0.rect.maxY <= rect.maxY && $0.rect.x >= rect.x && $0.rect.maxX <= rect.maxX
    }
  }

  // MARK: Rules

  /// A horizontal rule, with a title in it.
  mutating func rule(in rect: Rect, title: [Span] = [], indent: Int = 2) {
    guard !rect.isEmpty else { return }
    func line(_ columns: Int) -> Span { Span(glyphs.rule(columns), .rule) }
    guard !title.isEmpty else { return place(Line([line(rect.width)]), in: rect) }
    let used = title.reduce(0) { $0 + textWidth.columns($1.text) }
    place(Line([line(indent)] + title + [line(rect.width - indent - used)]), in: rect)
  }

  /// A vertical rule in the last column of `rect`, with the junctions where it meets the rules above and below.
  mutating func verticalRule(rightOf rect: Rect, above: Rect = .none, below: Rect = .none) {
    let x = rect.maxX - 1
    upright(glyphs.vertical, in: Rect(x: x, y: rect.y, width: 1, height: rect.height))
    place(Line(glyphs.teeDown, .rule), in: Rect(x: x, y: above.y, width: 1, height: above.height))
    place(Line(glyphs.teeUp, .rule), in: Rect(x: x, y: below.y, width: 1, height: below.height))
  }

  /// A scroll indicator on the right edge of `rect`: where the shown rows stand among `count`.
  mutating func scroll(offset: Int, count: Int, in rect: Rect) {
    guard count > rect.height, rect.height > 1, rect.width > 1 else { return }
    let length = max(1, rect.height * rect.height / count)
    let start = (rect.height - length) * offset / max(1, count - rect.height)
    upright(
      glyphs.thumb,
      in: Rect(x: rect.maxX - 1, y: rect.y + start, width: 1, height: min(length, rect.height - start)))
  }

  /// A character of a rule on every row of `rect`.
  mutating func upright(_ glyph: String, in rect: Rect) {
    if !rect.isEmpty { pieces.append(Piece(kind: .upright, line: Line(glyph, .rule), rect: rect)) }
  }

  mutating func box(_ box: Rect, title: String) {
    guard box.width >= 2, box.height >= 2 else { return }
    let line = glyphs.rule(box.width - 2)
    place(Line(glyphs.topLeft + line + glyphs.topRight, .rule), in: box.row(0))
    place(Line(glyphs.bottomLeft + line + glyphs.bottomRight, .rule), in: box.row(box.height - 1))
    for x in [box.x, box.maxX - 1] {
      upright(glyphs.vertical, in: Rect(x: x, y: box.y + 1, width: 1, height: box.height - 2))
    }
    let shown = textWidth.truncated(" \(title) ", columns: box.width - 4)
    place(Line(shown, .title), in: box.row(0).inset(left: 2, right: 2))
  }

  /// The lines there are, and where they stand; a row of a list with its sign's column.
  var lines: [(line: Line, rect: Rect)] {
    pieces.flatMap { piece -> [(line: Line, rect: Rect)] in
      switch piece.kind {
      case .line, .row: [(piece.line, piece.rect)]
      case .upright: (0..<piece.rect.height).map { (piece.line, piece.rect.row($0)) }
      case .fill: []
      }
    }
  }

  // MARK: Drawing

  /// Paints it. Any size will do: what lies outside of the frame is left out.
  func draw(into frame: inout Frame, theme: Theme) {
    if theme.background != .default { frame.fill(frame.bounds, theme[.text]) }
    let pieces = pieces.span
    for index in pieces.indices {
      let rect = pieces[index].rect
      switch pieces[index].kind {
      case .line(let focused): frame.draw(pieces[index].line, in: rect, theme: theme, focused: focused)
      case .row(let emphasis): draw(pieces[index].line, in: rect, emphasis, &frame, theme)
      case .upright:
        for row in 0..<rect.height { frame.draw(pieces[index].line, in: rect.row(row), theme: theme) }
      case .fill(let role): frame.fill(rect, theme[role])
      }
    }
    frame.cursor = cursor
    frame.showsCursor = showsCursor
  }

  private func draw(_ line: Line, in rect: Rect, _ emphasis: Emphasis, _ frame: inout Frame, _ theme: Theme) {
    var rest = rect
    let sign = rest.takeLeft(1)
    frame.draw(line, in: rest, theme: theme)
    guard emphasis != .none else { return }
    frame.write(glyphs.sign, in: sign, theme[.sign])
    frame.restyle(rest) { style in
      switch emphasis {
      case .none: break
      case .selected:
        // Matches stay visible inside the selected row.
        let underlined = style.attributes.contains(.underline)
        style = theme[.selected]
        if underlined { style.attributes.insert(.underline) }
      case .remembered:
        // What a colour says stays said.
        style.attributes.insert(.bold)
        style.attributes.remove(.dim)
      }
    }
  }
}
