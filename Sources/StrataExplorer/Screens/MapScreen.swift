import StrataCatalog
import StrataScreen
import StrataSearch

/// The whole landscape in one picture: the place is one of its rooms.
struct MapScreen: ScreenState {
  /// The first row of the picture on the screen.
  private var scroll = 0
  /// The room that was selected when it was scrolled by itself: until another is, that one may be out of sight.
  private var scrolledAt: CategoryID?
  /// The steps that led here, the last one last: the opposite one leads back.
  private var trail: [Step] = []

  private struct Step: Hashable {
    var from: CategoryID
    var direction: MapPicture.Direction
    var to: CategoryID
  }

  /// The picture that is shown.
  private var key: MapPicture.Key?
  private var rooms: [MapPicture.Room] = []

  var screen: Screen { .map(self) }
  var mode: Mode { .map }
  func sorts(_ context: Context, _ work: Workbench) -> Bool { context.place.category != nil }
  func moved(from old: Catalog, to new: Catalog) -> MapScreen? { MapScreen() }
  var hasRule: Bool { false }

  func path(_ context: Context) -> [String] { context.path(to: subject(context)) }
  func subject(_ context: Context) -> Subject? { context.place.category.map(Subject.category) }

  func position(_ context: Context, _ work: Workbench) -> String {
    let picture = key.flatMap { work.map[$0] }
    let index = context.place.category.flatMap { picture?.place(of: $0) } ?? 0
    return context.ordinal(index, of: rooms.count, context.words.category)
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up): true
    case .rows(let rows): target(of: .rows(rows), context, work) != nil
    case .goIn, .goOut: target(of: move, context, work) != nil
    case .next, .previous: rooms.count > 1
    case .open: !rooms.isEmpty
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard let here = context.place.category, let key else { return nil }
    let picture = work.map.value(for: key) { MapScreen.picture(key, context) }
    var target = here
    switch move {
    case .rows(.up):
      target = step(.up, from: here, picture)
      if target == here { return .bar }
    case .rows(.down): target = step(.down, from: here, picture)
    case .rows(.pageDown), .rows(.halfPageDown): for _ in 0..<5 { target = step(.down, from: target, picture) }
    case .rows(.pageUp), .rows(.halfPageUp): for _ in 0..<5 { target = step(.up, from: target, picture) }
    case .rows(.first): target = rooms.first?.category ?? here
    case .rows(.last): target = rooms.last?.category ?? here
    case .goIn: target = step(.right, from: here, picture)
    case .goOut: target = step(.left, from: here, picture)
    case .open: return .open(.category(here))
    case .next, .previous:
      guard let index = rooms.firstIndex(where: { $0.category == here }) else { return nil }
      target = rooms[(index + (move == .next ? 1 : rooms.count - 1)) % rooms.count].category
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    guard target != here else { return nil }
    var place = Place(.category(target), in: context.catalog)
    place.theme = context.place.theme
    return .come(place)
  }

  /// Where a move along the rooms leads; nil: nowhere.
  private func target(of move: Move, _ context: Context, _ work: Workbench) -> CategoryID? {
    guard let here = context.place.category, let key, let picture = work.map[key] else { return nil }
    var copy = self
    let target: CategoryID? =
      switch move {
      case .rows(let rows):
        switch rows {
        case .up, .pageUp, .halfPageUp: copy.step(.up, from: here, picture)
        case .down, .pageDown, .halfPageDown: copy.step(.down, from: here, picture)
        case .first: rooms.first?.category
        case .last: rooms.last?.category
        }
      case .goIn: copy.step(.right, from: here, picture)
      case .goOut: copy.step(.left, from: here, picture)
      case .open, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow:
        nil
      }
    return target == here ? nil : target
  }

  /// The room in a direction; back where one came from, if that is the way.
  private mutating func step(
    _ direction: MapPicture.Direction, from here: CategoryID, _ picture: MapPicture
  ) -> CategoryID {
    if let last = trail.last, last.to == here, last.direction == direction.opposite {
      trail.removeLast()
      return last.from
    }
    guard let next = picture.neighbor(of: here, direction) else { return here }
    trail.append(Step(from: here, direction: direction, to: next))
    if trail.count > 60 { trail.removeFirst() }
    return next
  }

  // MARK: Laying out

  private static func picture(_ key: MapPicture.Key, _ context: Context) -> MapPicture {
    let parts = context.outline.layers.map { layer in
      MapPicture.Part(
        layer: layer, isColumn: context.catalog[layer].kind == .column,
        title: context.columns(context.name(of: .layer(layer))),
        categories: context.outline.categories(of: layer).map { category in
          MapPicture.Part.Category(
            id: category, count: context.outline.count(of: category),
            name: context.columns(context.name(of: .category(category))))
        })
    }
    return MapPicture(parts: parts, size: key.size)
  }

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    var body = areas.body
    let legend = body.takeBottom(body.height >= 6 ? 1 : 0)
    let newKey = MapPicture.Key(
      size: Size(columns: body.width, rows: body.height), language: context.language, query: context.query)
    let picture = work.map.value(for: newKey) { MapScreen.picture(newKey, context) }
    if key != newKey { trail = [] }
    key = newKey
    rooms = picture.rooms
    reveal(context.place.category, in: picture, rows: body.height)
    if picture.rooms.isEmpty {
      layout.place(
        context.flow.lines(context.emptiness, .dim, width: max(1, body.width - 2)),
        in: body.inset(left: 1, top: 1, right: 1))
    }
    for box in picture.boxes { lay(box, in: body, context, &layout) }
    for place in picture.places(inRows: scroll..<scroll + max(0, body.height)) {
      lay(picture.rooms[place], place, in: body, context, &work, &layout)
    }
    layEdges(picture, in: body, legend, context, &layout)
    layout.scroll(offset: scroll, count: picture.height, in: body)
    return layout
  }

  /// Scrolls by floors, so that the room's one shows, or of a floor that is higher than the screen the room.
  private mutating func reveal(_ category: CategoryID?, in picture: MapPicture, rows: Int) {
    if scrolledAt != category { scrolledAt = nil }
    if scrolledAt == nil, let room = category.flatMap(picture.place).map({ picture.rooms[$0].rect }),
      let floor = picture.floors.last(where: { $0.lowerBound <= room.y }), picture.height > rows
    {
      let isWhole = floor.count <= rows
      let top = isWhole ? floor.lowerBound : max(floor.lowerBound, room.y - 1)
      let bottom = isWhole ? floor.upperBound : room.maxY
      if top < scroll { scroll = top }
      if bottom > scroll + rows {
        scroll = picture.floors.map(\.lowerBound).first { $0 >= bottom - rows && $0 <= top } ?? max(top, bottom - rows)
      }
    }
    scroll = min(max(0, scroll), max(0, picture.height - rows))
  }

  /// From the picture's rows to the screen's.
  private func onScreen(_ rect: Rect, in body: Rect) -> Rect? {
    let top = max(rect.y - scroll, 0)
    let bottom = min(rect.maxY - scroll, body.height)
    guard top < bottom else { return nil }
    return Rect(x: body.x + rect.x, y: body.y + top, width: rect.width, height: bottom - top)
  }

  private func lay(_ box: MapPicture.Box, in body: Rect, _ context: Context, _ layout: inout Layout) {
    let glyphs = context.glyphs
    let rect = box.rect
    for y in (rect.y..<rect.maxY).clamped(to: scroll..<scroll + max(0, body.height)) {
      guard let row = onScreen(Rect(x: rect.x, y: y, width: rect.width, height: 1), in: body) else { continue }
      let isTop = y == rect.y
      if isTop || box.hasBottom && y == rect.maxY - 1 {
        let left = isTop ? (box.isJoined ? glyphs.teeRight : glyphs.topLeft) : glyphs.bottomLeft
        let right = isTop ? (box.isJoined ? glyphs.teeLeft : glyphs.topRight) : glyphs.bottomRight
        layout.place(left + glyphs.rule(row.width - 2) + right, .rule, in: row)
        let title = context.textWidth.truncated(context.name(of: .layer(box.layer)), columns: max(0, row.width - 5))
        if isTop, !title.isEmpty { layout.place(" \(title) ", .heading, in: row.inset(left: 1, right: 1)) }
      } else {
        layout.upright(glyphs.vertical, in: Rect(x: row.x, y: row.y, width: 1, height: 1))
        layout.upright(glyphs.vertical, in: Rect(x: row.maxX - 1, y: row.y, width: 1, height: 1))
      }
    }
  }

  private func lay(
    _ room: MapPicture.Room, _ index: Int, in body: Rect, _ context: Context, _ work: inout Workbench,
    _ layout: inout Layout
  ) {
    guard let rect = onScreen(room.rect, in: body) else { return }
    layout.mark(rect, .row(pane: 0, index: index))
    // A room cut at the top has lost its name's row; its tools move with it.
    let hidden = max(0, scroll - room.rect.y)
    if hidden == 0 {
      let count = (context.isAccessible ? ", " : " ") + "\(context.outline.count(of: room.category))"
      let name = context.textWidth.truncated(
        context.name(of: .category(room.category)), columns: max(1, rect.width - 1 - count.count))
      // A column of air after it, where the name leaves one.
      let used = 1 + context.columns(name) + count.count
      let inner = Rect(x: rect.x, y: rect.y, width: min(rect.width, max(used, rect.width - 1)), height: 1)
      let isSelected = room.category == context.place.category
      let isLit = context.litTools.contains { context.catalog.shelves(of: $0).contains(room.category) }
      layout.row(
        Line([Span(name, isLit ? .match : .strong), Span(count, .dim)]), in: inner,
        Layout.Emphasis(isSelected: isSelected, hasKeys: context.hasKeys), spot: .row(pane: 0, index: index))
    }
    let first = max(0, 1 - hidden)
    guard rect.height > first, rect.width >= 10, let key else { return }
    let tools = rect.inset(left: 1, top: first, right: 1)
    let lines = work.mapLines(key, of: room.category, context) {
      MapScreen.toolLines(room, width: tools.width, context)
    }
    layout.place(Array(lines.dropFirst(max(0, hidden - 1))), in: tools)
  }

  /// As many of a room's tools as fit, the best first, in reading order.
  private static func toolLines(_ room: MapPicture.Room, width: Int, _ context: Context) -> [Line] {
    var lines: [Line] = []
    var used = 0
    let limit = room.rect.height - 1
    let best = context.outline.bestKnownTools(of: room.category)
    // Those of the theme come first, or else they would be among those that have no room.
    let lit = context.litTools.filter(context.outline.passes).filter {
      context.catalog.shelves(of: $0).contains(room.category)
    }
    for tool in lit + best.filter({ !lit.contains($0) }) {
      let name = context.textWidth.truncated(
        context.name(of: .tool(tool)), columns: max(1, width - context.leadColumns))
      let columns = context.leadColumns + context.columns(name)
      let spans = context.lead(of: tool) + [Span(name, lit.contains(tool) ? .match : .text)]
      if !lines.isEmpty, used + 2 + columns <= width {
        lines[lines.count - 1].spans += [Span("  ")] + spans
        used += 2 + columns
      } else {
        guard lines.count < limit else { break }
        lines.append(Line(spans))
        used = columns
      }
    }
    return lines
  }

  // MARK: The legend and the edges

  /// What the signs mean, and how much of the picture is above and below.
  private func layEdges(
    _ picture: MapPicture, in body: Rect, _ legend: Rect, _ context: Context, _ layout: inout Layout
  ) {
    let above = picture.floors.count { $0.upperBound - 1 <= scroll }
    let below = picture.floors.count { $0.lowerBound >= scroll + body.height - 1 }
    var rest = legend.inset(left: 1, right: 1)
    // In words where the signs have room beside them, or else as numbers alone.
    let words = { context.words.count($0, context.words.layer, context.words.layers) }
    let edges = [(context.glyphs.up, above), (context.glyphs.down, below)].filter { $0.1 > 0 }
    let said = [edges.map { "\($0.0) \(words($0.1))" }, edges.map { "\($0.0)\($0.1)" }].map {
      $0.joined(separator: "  ")
    }
    let signs = MapScreen.leastLegend(context)
    let places = context.outline.placeCount
    let counted = context.words.count(ofTools: context.outline.toolCount, places: places) + "  "
    let columns = context.columns(counted)
    if places > context.outline.toolCount, edges.isEmpty,
      columns + MapScreen.wholeLegend(context) <= rest.width
    {
      layout.place(counted, .dim, in: rest.takeRight(columns))
    }
    if let edge = said.first(where: { context.columns($0) + signs < rest.width }) ?? said.last, !edge.isEmpty {
      let width = min(rest.width, context.columns(edge))
      layout.place(edge, .strong, in: rest.takeRight(width))
      _ = rest.takeRight(1)
    }
    layout.place(Line(MapScreen.legend(context, columns: rest.width)), in: rest)
  }

  /// The marks of what the map has, with their words.
  private static func signs(_ context: Context) -> [(mark: Span, word: String)] {
    var signs = context.outline.mapMaturities.map { word in
      (mark: Span(context.glyphs.mark(ofMaturity: word), Role(maturity: word)), word: context.words.maturity(word))
    }
    for status in context.outline.mapLives {
      guard let mark = context.glyphs.mark(of: status) else { continue }
      // One sign for what is over, whoever says so.
      if let same = signs.firstIndex(where: { $0.mark.text == mark }) { signs.remove(at: same) }
      signs.append((Span(mark, Role(life: status)), context.words.title(of: status)))
    }
    if let theme = context.place.theme {
      signs.insert((Span(context.title(of: .theme(theme)), .match), context.words.lit), at: 0)
    }
    return signs
  }

  /// Columns of a word below which it says nothing.
  private static let leastWord = 4

  /// The columns that a legend needs for words that say something.
  private static func leastLegend(_ context: Context) -> Int {
    signs(context).reduce(-1) { $0 + context.columns($1.mark.text) + leastWord + 1 }
  }

  /// The columns of a legend that is whole.
  private static func wholeLegend(_ context: Context) -> Int {
    signs(context).reduce(-2) { $0 + context.columns($1.mark.text) + context.columns($1.word) + 3 }
  }

  /// The marks and their words; where there is no room for all of them the words are shortened alike, and stand closer where that leaves
  /// them too little.
  static func legend(_ context: Context, columns: Int) -> [Span] {
    let signs = signs(context)
    guard !signs.isEmpty else { return [] }
    let textWidth = context.textWidth
    let marks = signs.reduce(0) { $0 + textWidth.columns($1.mark.text) }
    var (each, before, between) = (columns, " ", "  ")
    if wholeLegend(context) > columns {
      each = (columns + 2 - marks) / signs.count - 3
      let closer = (columns + 1 - marks) / signs.count - 1
      if each < leastWord, closer > 1, !context.glyphs.isASCII { (each, before, between) = (closer, "", " ") }
    }
    return signs.enumerated().flatMap { index, sign in
      let isCut = textWidth.columns(sign.word) > each
      // What all words of a language begin with says nothing.
      let word = isCut && sign.word.hasPrefix("已") ? String(sign.word.dropFirst()) : sign.word
      return [
        Span(index > 0 ? between : ""), sign.mark, Span(before + textWidth.prefix(word, columns: max(1, each)), .dim),
      ]
    }
  }
}

extension MapPicture.Direction {
  var opposite: Self {
    switch self {
    case .up: .down
    case .down: .up
    case .left: .right
    case .right: .left
    }
  }
}

// MARK: The pointer

extension MapScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(_, let index) = spot, rooms.indices.contains(index),
      rooms[index].category != context.place.category
    else { return nil }
    trail = []
    // As long as its name shows nothing moves.
    if rooms[index].rect.y >= scroll { scrolledAt = rooms[index].category }
    return .come(Place(.category(rooms[index].category), in: context.catalog))
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    scroll += rows
    scrolledAt = context.place.category
  }
}
