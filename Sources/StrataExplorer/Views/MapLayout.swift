import StrataCatalog
import StrataScreen

/// The panorama laid out: floors stacked, categories as rooms in them, columns as towers at the side.
///
/// Rooms keep their names as long as possible: tools are dropped first, then names become counts. What is still higher than the
/// screen scrolls. Coordinates are those of the whole picture, from 0.
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

  enum Detail: Hashable, Sendable {
    case tools, names, counts
  }

  var detail = Detail.tools
  var boxes: [Box] = []
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
    var towers = parts.filter(\.isColumn)
    var floors = parts.filter { !$0.isColumn }
    // Towers need width; without it, or without floors, they lie down.
    let towerWidth = min(30, max(15, size.columns * 17 / 100))
    let fitting = size.columns < 60 ? 0 : min(towers.count, max(0, size.columns * 45 / 100 / towerWidth))
    if floors.isEmpty || fitting < towers.count {
      floors += towers.dropFirst(floors.isEmpty ? 0 : fitting)
      towers = floors.isEmpty ? towers : Array(towers.prefix(fitting))
      if parts.allSatisfy(\.isColumn) { towers = [] }
    }
    let floorWidth = size.columns - towers.count * towerWidth
    for detail in [Detail.tools, .names, .counts] {
      self.detail = detail
      if layFloors(floors, width: floorWidth, height: size.rows, mustFit: detail != .counts) { break }
    }
    height = max(height, size.rows)
    layTowers(towers, x: floorWidth, width: towerWidth)
  }

  // MARK: Floors

  private struct Grid {
    var part: Part
    /// Rooms beside each other, and rows of rooms.
    var columns: Int
    var rows: Int
    /// Lines of a room below its name.
    var toolLines = 0
    func height(_ detail: Detail) -> Int { 1 + rows * (1 + (detail == .tools ? toolLines : 0)) }
  }

  /// False where it does not fit and must.
  private mutating func layFloors(_ floors: [Part], width: Int, height available: Int, mustFit: Bool) -> Bool {
    let roomWidth =
      switch detail {
      case .tools: 20
      case .names: 16
      case .counts: 5
      }
    let inner = max(1, width - 2)
    var grids = floors.map { part in
      let most = max(1, min(part.categories.count, inner / roomWidth))
      let rows = (part.categories.count + most - 1) / most
      return Grid(part: part, columns: (part.categories.count + rows - 1) / rows, rows: rows)
    }
    if detail == .tools {
      for index in grids.indices { grids[index].toolLines = 1 }
    }
    func total() -> Int { grids.reduce(1) { $0 + $1.height(detail) } }
    if mustFit, total() > available { return false }
    if detail == .tools { grow(&grids, by: available - total()) }
    if detail == .names {
      // Rooms may breathe: what is left goes to the floors as air, from the top.
      // (Nothing to do: rows that are left stay below the building.)
    }
    boxes = []
    rooms = []
    var y = 0
    for (index, grid) in grids.enumerated() {
      let isLast = index == grids.count - 1
      let boxHeight = grid.height(detail)
      boxes.append(
        Box(
          layer: grid.part.layer, rect: Rect(x: 0, y: y, width: width, height: boxHeight + (isLast ? 1 : 0)),
          hasBottom: isLast, isJoined: index > 0))
      place(grid, in: Rect(x: 1, y: y + 1, width: inner, height: boxHeight - 1))
      y += boxHeight
    }
    height = y + 1
    return true
  }

  private mutating func place(_ grid: Grid, in rect: Rect) {
    let roomHeight = rect.height / max(1, grid.rows)
    for (index, category) in grid.part.categories.enumerated() {
      let row = index / grid.columns
      let column = index % grid.columns
      // The last row of rooms stretches over what is there.
      let inRow = min(grid.columns, grid.part.categories.count - row * grid.columns)
      let left = rect.width * column / inRow
      let right = rect.width * (column + 1) / inRow
      rooms.append(
        Room(
          category: category.id,
          rect: Rect(x: rect.x + left, y: rect.y + row * roomHeight, width: right - left, height: roomHeight)))
    }
  }

  /// Gives rows that are left to the floors that hold the most for what they have.
  private func grow(_ grids: inout [Grid], by rows: Int) {
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
      guard let best else { return }
      grids[best].toolLines += 1
      left -= grids[best].rows
    }
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
