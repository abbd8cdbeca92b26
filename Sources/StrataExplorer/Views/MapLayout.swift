import StrataCatalog
import StrataScreen

/// The panorama laid out: floors stacked, categories as rooms in them, columns as towers at the side.
///
/// Rooms keep their names as long as possible: tools are dropped first, then the building becomes a table of one line or a few a
/// layer, whose names become counts. What is still higher than the screen scrolls. Coordinates are those of the whole
/// picture, from 0.
struct MapLayout: Hashable, Sendable {
  struct Room: Hashable, Sendable {
    var category: CategoryID
    var rect: Rect
  }

  struct Box: Hashable, Sendable {
    var layer: LayerID
    /// With its title line, its sides, and its bottom where there is one.
    var rect: Rect
    /// Whether it closes at the bottom; else the box below begins there.
    var hasBottom: Bool
    /// Whether the one above it stands right on top.
    var isJoined: Bool
  }

  /// A layer's name in the table.
  struct Label: Hashable, Sendable {
    var layer: LayerID
    var rect: Rect
  }

  var boxes: [Box] = []
  var labels: [Label] = []
  var rooms: [Room] = []
  /// Rows of the whole picture.
  var height = 0

  /// What a layer brings to the map.
  struct Part {
    var layer: LayerID
    var isColumn: Bool
    /// Its categories and the number of tools in each.
    var categories: [(id: CategoryID, count: Int)]
    var tools: Int { categories.reduce(0) { $0 + $1.count } }
  }

  init(parts: [Part], size: Size) {
    let parts = parts.filter { !$0.categories.isEmpty }
    guard !parts.isEmpty, size.columns >= 4, size.rows >= 1 else { return }
    if !layBuilding(parts, size: size) { layTable(parts, size: size) }
  }

  // MARK: The building

  /// A floor's rooms as a grid.
  private struct Grid {
    var part: Part
    /// Rooms beside each other, and rows of rooms.
    var columns: Int
    var rows: Int
    /// Lines of a room below its name.
    var toolLines = 0
    /// Blank rows below the rooms.
    var air = 0
    var height: Int { 1 + rows * (1 + toolLines) + air }
  }

  /// False where it does not fit.
  private mutating func layBuilding(_ parts: [Part], size: Size) -> Bool {
    var towers = parts.filter(\.isColumn)
    var floors = parts.filter { !$0.isColumn }
    // Towers need width; without it, or without floors, they lie down as floors.
    let towerWidth = min(32, max(15, size.columns * 17 / 100))
    let room = floors.isEmpty || size.columns < 60 ? 0 : size.columns * 45 / 100 / towerWidth
    floors += towers.dropFirst(room)
    towers = Array(towers.prefix(room))
    if towers.contains(where: { $0.categories.count + 2 > size.rows }) { return false }
    let width = size.columns - towers.count * towerWidth
    for roomWidth in [22, 18, 15] {
      var grids = floors.map { Self.grid($0, width: width - 2, roomWidth: roomWidth) }
      let total = grids.reduce(1) { $0 + $1.height }
      guard total <= size.rows else { continue }
      Self.grow(&grids, by: size.rows - total)
      layFloors(grids, width: width)
      layTowers(towers, x: width, width: towerWidth)
      return true
    }
    return false
  }

  private static func grid(_ part: Part, width: Int, roomWidth: Int) -> Grid {
    let most = max(1, min(part.categories.count, width / roomWidth))
    let rows = (part.categories.count + most - 1) / most
    return Grid(part: part, columns: (part.categories.count + rows - 1) / rows, rows: rows)
  }

  /// Gives rows that are left to the floors that hold the most for what they have; what fits nowhere becomes air.
  private static func grow(_ grids: inout [Grid], by rows: Int) {
    var left = rows
    while true {
      var best: Int?
      var bestNeed = 0
      for (index, grid) in grids.enumerated() where grid.rows <= left {
        let most = grid.part.categories.map(\.count).max() ?? 0
        guard grid.toolLines < most else { continue }
        let need = grid.part.tools * 1000 / (grid.rows * (grid.toolLines + 1))
        if need > bestNeed { (best, bestNeed) = (index, need) }
      }
      guard let best else { break }
      grids[best].toolLines += 1
      left -= grids[best].rows
    }
    for index in 0..<max(0, left) { grids[index % grids.count].air += 1 }
  }

  private mutating func layFloors(_ grids: [Grid], width: Int) {
    var y = 0
    for (index, grid) in grids.enumerated() {
      let isLast = index == grids.count - 1
      boxes.append(
        Box(
          layer: grid.part.layer, rect: Rect(x: 0, y: y, width: width, height: grid.height + (isLast ? 1 : 0)),
          hasBottom: isLast, isJoined: index > 0))
      place(grid, in: Rect(x: 1, y: y + 1, width: width - 2, height: grid.height - 1 - grid.air))
      y += grid.height
    }
    height = y + 1
  }

  private mutating func place(_ grid: Grid, in rect: Rect) {
    let roomHeight = rect.height / max(1, grid.rows)
    for (index, category) in grid.part.categories.enumerated() {
      let left = rect.width * (index % grid.columns) / grid.columns
      // The last room has what its row leaves.
      let isLast = index == grid.part.categories.count - 1
      let right = isLast ? rect.width : rect.width * (index % grid.columns + 1) / grid.columns
      rooms.append(
        Room(
          category: category.id,
          rect: Rect(
            x: rect.x + left, y: rect.y + index / grid.columns * roomHeight, width: right - left, height: roomHeight)))
    }
  }

  // MARK: The table

  /// One line or a few a layer: its name, then its categories in cells as wide as will fit.
  private mutating func layTable(_ parts: [Part], size: Size) {
    let labelWidth = min(32, max(6, size.columns * 30 / 100))
    let width = max(1, size.columns - labelWidth - 1)
    func rows(_ part: Part, _ cell: Int) -> Int {
      let most = max(1, width / cell)
      return (part.categories.count + most - 1) / most
    }
    let cells = [26, 22, 18, 15, 12]
    let narrowest = 5
    let cell = cells.first { cell in parts.reduce(0) { $0 + rows($1, cell) } <= size.rows } ?? narrowest
    let total = parts.reduce(0) { $0 + rows($1, cell) }
    let gap = total + parts.count - 1 <= size.rows ? 1 : 0
    let inRow = max(1, width / cell)
    var y = 0
    for part in parts {
      let lines = rows(part, cell)
      labels.append(Label(layer: part.layer, rect: Rect(x: 1, y: y, width: labelWidth - 1, height: 1)))
      for (index, category) in part.categories.enumerated() {
        rooms.append(
          Room(
            category: category.id,
            rect: Rect(
              x: labelWidth + index % inRow * cell, y: y + index / inRow, width: min(cell, width), height: 1)))
      }
      y += lines + gap
    }
    height = max(y - gap, size.rows)
  }

  // MARK: Towers

  private mutating func layTowers(_ towers: [Part], x: Int, width: Int) {
    for (index, tower) in towers.enumerated() {
      let rect = Rect(x: x + index * width, y: 0, width: width, height: height)
      boxes.append(Box(layer: tower.layer, rect: rect, hasBottom: true, isJoined: false))
      let inner = rect.inset(left: 1, top: 1, right: 1, bottom: 1)
      let count = tower.categories.count
      // Each room by what it holds, but none without its name.
      let spare = max(0, inner.height - count)
      let all = max(1, tower.tools)
      var y = inner.y
      var given = 0
      var seen = 0
      for (position, category) in tower.categories.enumerated() {
        seen += category.count
        let share = position == count - 1 ? spare - given : max(0, spare * seen / all - given)
        given += share
        let rest = max(1, inner.maxY - y)
        let rows = min(rest, 1 + share)
        rooms.append(Room(category: category.id, rect: Rect(x: inner.x, y: y, width: inner.width, height: rows)))
        y = min(inner.maxY - 1, y + rows)
      }
    }
  }

  // MARK: Moving

  enum Direction { case up, down, left, right }

  /// The room next to one, by position; nil at the edge.
  func neighbour(of category: CategoryID, _ direction: Direction) -> CategoryID? {
    guard let from = rooms.first(where: { $0.category == category })?.rect else { return rooms.first?.category }
    var best: (cost: Int, category: CategoryID)?
    for room in rooms where room.category != category {
      let to = room.rect
      let gap: Int
      let aside: Int
      switch direction {
      case .up: (gap, aside) = (from.y - to.maxY, Self.distance(from.x..<from.maxX, to.x..<to.maxX))
      case .down: (gap, aside) = (to.y - from.maxY, Self.distance(from.x..<from.maxX, to.x..<to.maxX))
      case .left: (gap, aside) = (from.x - to.maxX, Self.distance(from.y..<from.maxY, to.y..<to.maxY))
      case .right: (gap, aside) = (to.x - from.maxX, Self.distance(from.y..<from.maxY, to.y..<to.maxY))
      }
      guard gap >= 0 else { continue }
      // What lies straight on comes before what is nearer but aside; sideways one stays in the row.
      let isSideways = direction == .left || direction == .right
      if isSideways, aside > 0 { continue }
      let offset =
        isSideways ? abs(to.y - from.y) : abs((to.x + to.maxX) - (from.x + from.maxX)) / 2
      let cost = gap * 1000 + aside * 400 + offset
      if best == nil || cost < best!.cost { best = (cost, room.category) }
    }
    return best?.category
  }

  /// How far two ranges are apart; 0 where they overlap.
  private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    if a.overlaps(b) { return 0 }
    return a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound + 1 : a.lowerBound - b.upperBound + 1
  }
}
