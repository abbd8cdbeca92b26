import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  mutating func settleMap() {
    outline.prepareMap()
    let body = layout.body
    let parts = outline.layers.map { layer in
      MapLayout.Part(
        layer: layer, isColumn: catalog[layer].kind == .column,
        categories: outline.categories(of: layer).map { ($0, outline.count(of: $0)) })
    }
    let laid = MapLayout(parts: parts, size: Size(columns: body.width, rows: body.height))
    mapLayout = laid
    let selected = CategoryID(navigation.map.category)
    if !laid.rooms.contains(where: { $0.category == selected }), let first = laid.rooms.first {
      navigation.map.category = first.category.index
    }
    // The selected room shows, with its layer's title where that fits.
    if let room = laid.rooms.first(where: { $0.category.index == navigation.map.category }) {
      if room.rect.y - 1 < navigation.map.scroll { navigation.map.scroll = room.rect.y - 1 }
      let bottom = min(room.rect.maxY, room.rect.y + max(1, body.height))
      if bottom > navigation.map.scroll + body.height { navigation.map.scroll = bottom - body.height }
    }
    navigation.map.scroll = min(max(0, navigation.map.scroll), max(0, laid.height - body.height))
  }

  mutating func moveOnMap(_ move: Move) {
    guard let laid = mapLayout else { return }
    let here = CategoryID(navigation.map.category)
    func go(_ direction: MapLayout.Direction) -> Bool {
      guard let next = laid.neighbour(of: here, direction) else { return false }
      navigation.map.category = next.index
      return true
    }
    switch move {
    case .rows(.up): if !go(.up) { reachBar() }
    case .rows(.down): _ = go(.down)
    case .rows(.pageDown), .rows(.halfPageDown): for _ in 0..<5 where go(.down) {}
    case .rows(.pageUp), .rows(.halfPageUp): for _ in 0..<5 where go(.up) {}
    case .rows(.first): if let first = laid.rooms.first { navigation.map.category = first.category.index }
    case .rows(.last): if let last = laid.rooms.last { navigation.map.category = last.category.index }
    case .goIn: _ = go(.right)
    case .goOut: _ = go(.left)
    case .open: if !laid.rooms.isEmpty { open(.category(here)) }
    case .next, .previous:
      guard let index = laid.rooms.firstIndex(where: { $0.category == here }) else { return }
      let next = (index + (move == .next ? 1 : laid.rooms.count - 1)) % laid.rooms.count
      navigation.map.category = laid.rooms[next].category.index
    case .nextPage, .previousPage, .toggle: break
    }
  }

  // MARK: Drawing

  func drawMap(in body: Rect, _ frame: inout Frame) {
    guard let laid = mapLayout else { return }
    /// From the picture's rows to the screen's.
    func onScreen(_ rect: Rect) -> Rect? {
      let top = max(rect.y - navigation.map.scroll, 0)
      let bottom = min(rect.maxY - navigation.map.scroll, body.height)
      guard top < bottom else { return nil }
      return Rect(x: body.x + rect.x, y: body.y + top, width: rect.width, height: bottom - top)
    }
    if laid.rooms.isEmpty, laid.boxes.isEmpty {
      drawLines(
        TextFlow(textWidth).lines(emptiness, .dim, width: max(1, body.width - 2)),
        in: body.inset(left: 1, top: 1, right: 1), &frame)
    }
    for box in laid.boxes { drawMapBox(box, onScreen, &frame) }
    for label in laid.labels {
      guard let rect = onScreen(label.rect) else { continue }
      frame.draw(Line([Span(name(of: .layer(label.layer)), .heading)]), in: rect.inset(right: 1), theme: theme)
    }
    for room in laid.rooms {
      guard let rect = onScreen(room.rect) else { continue }
      // A room cut at the top has lost its name's row; its tools move with it.
      let hidden = max(0, navigation.map.scroll - room.rect.y)
      drawRoom(room, in: rect, hiddenRows: hidden, &frame)
    }
    drawScroll(offset: navigation.map.scroll, count: laid.height, in: body, &frame)
  }

  private func drawMapBox(_ box: MapLayout.Box, _ onScreen: (Rect) -> Rect?, _ frame: inout Frame) {
    let rect = box.rect
    for y in rect.y..<rect.maxY {
      guard let row = onScreen(Rect(x: rect.x, y: y, width: rect.width, height: 1)) else { continue }
      let isTop = y == rect.y
      let isBottom = box.hasBottom && y == rect.maxY - 1
      if isTop || isBottom {
        let left = isTop ? (box.isJoined ? glyphs.teeRight : glyphs.topLeft) : glyphs.bottomLeft
        let right = isTop ? (box.isJoined ? glyphs.teeLeft : glyphs.topRight) : glyphs.bottomRight
        let line = String(repeating: glyphs.horizontal, count: max(0, row.width - 2))
        frame.write(left + line + right, in: row, theme[.rule])
        if isTop {
          let title = textWidth.truncated(name(of: .layer(box.layer)), columns: max(0, row.width - 5))
          if !title.isEmpty { frame.write(" \(title) ", in: row.inset(left: 1, right: 1), theme[.heading]) }
        }
      } else {
        frame.write(glyphs.vertical, in: row, theme[.rule])
        frame.writeRight(glyphs.vertical, in: row, theme[.rule])
      }
    }
  }

  private func drawRoom(
    _ room: MapLayout.Room, in rect: Rect, hiddenRows: Int, _ frame: inout Frame
  ) {
    let isSelected = room.category.index == navigation.map.category
    let count = "\(outline.count(of: room.category))"
    if hiddenRows == 0 {
      let inner = Rect(x: rect.x, y: rect.y, width: max(1, rect.width - 1), height: 1)
      let line: Line
      if rect.width < 10 {
        line = Line([Span(count)])
      } else {
        let name = shortName(of: room.category, columns: inner.width - 2 - count.count)
        line = Line([Span(name, .strong), Span(" " + count, .dim)])
      }
      drawRow(line, in: inner, isSelected: isSelected, hasKeys: hasFocus, &frame)
    }
    let first = max(0, 1 - hiddenRows)
    guard rect.height > first, rect.width >= 10 else { return }
    drawRoomTools(room, in: rect.inset(left: 1, top: first, right: 1), skippedRows: max(0, hiddenRows - 1), &frame)
  }

  /// As many of a room's tools as fit, best known first: each in the first row that has room for it.
  private func drawRoomTools(_ room: MapLayout.Room, in rect: Rect, skippedRows: Int, _ frame: inout Frame) {
    var rows: [(spans: [Span], used: Int)] = []
    let limit = room.rect.height - 1
    for tool in outline.bestKnownTools(of: room.category) {
      let maturity = catalog.maturity(of: tool)
      let mark = glyphs.mark(ofMaturity: maturity)
      let name = textWidth.truncated(name(of: .tool(tool)), columns: max(1, rect.width - 2))
      let width = 2 + textWidth.columns(name)
      let spans = [Span(mark + " ", Role(maturity: maturity)), Span(name)]
      if let row = rows.firstIndex(where: { $0.used + 2 + width <= rect.width }) {
        rows[row].spans += [Span("  ")] + spans
        rows[row].used += 2 + width
      } else if rows.count < limit {
        rows.append((spans, width))
      }
    }
    for (index, row) in rows.dropFirst(skippedRows).enumerated() where index < rect.height {
      frame.draw(Line(row.spans), in: rect.row(index), theme: theme)
    }
  }

  /// A category's name in so many columns. Where it is too long, words go that its neighbours have too:
  /// `Certified Kubernetes - Hosted` is `Hosted` among its like.
  func shortName(of category: CategoryID, columns: Int) -> String {
    let full = name(of: .category(category))
    guard textWidth.columns(full) > columns else { return full }
    let siblings = catalog.categories(of: catalog[category].layer).filter { $0 != category }
      .map { Set(name(of: .category($0)).split(separator: " ")) }
    func isWord(_ word: Substring) -> Bool { word != "and" && word.contains { $0.isLetter || $0.isNumber } }
    var own = full.split(separator: " ").filter { word in
      !isWord(word) || !siblings.contains { $0.contains(word) }
    }
    while let first = own.first, !isWord(first) { own.removeFirst() }
    while let last = own.last, !isWord(last) { own.removeLast() }
    return textWidth.truncated(own.isEmpty ? full : own.joined(separator: " "), columns: columns)
  }

  /// The marks of maturity and their words.
  var legend: [Span] {
    var spans: [Span] = []
    for word in outline.mapMaturities {
      if !spans.isEmpty { spans.append(Span("  ")) }
      spans.append(Span(glyphs.mark(ofMaturity: word), Role(maturity: word)))
      spans.append(Span(" " + words.maturity(word), .dim))
    }
    return spans
  }
}
