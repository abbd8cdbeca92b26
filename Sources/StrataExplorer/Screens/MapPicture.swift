import StrataCatalog
import StrataScreen

/// The panorama laid out: floors stacked, categories as rooms in them, columns as towers at the side.
///
/// A room is at least one line with its whole name; lines of tools come in as many even rows as fit. Towers stand only where their
/// names and those of the floors have the width, or else they lie down as floors. A picture higher than the screen scrolls by
/// floors. Coordinates are those of the whole picture, from 0.
struct MapPicture: Hashable, Sendable {
  /// What it was made for; anything else needs a new one.
  struct Key: Hashable, Sendable {
    var size: Size
    var language: Language
    var query: ListQuery
  }

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

  private(set) var boxes: [Box] = []
  private(set) var rooms: [Room] = []
  /// The rows of each floor, from the top.
  private(set) var floors: [Range<Int>] = []
  /// Rows of the whole picture.
  private(set) var height = 0
  /// Categories that were looked at to find the rows of floors.
  private(set) var steps = 0
  /// By the number of a category, the place of its room; −1 where it has none.
  private var places: [Int] = []
  /// Whether there are floors only: then rooms stand in the order of their rows.
  private var isStacked = true

  /// What a layer brings to the map.
  struct Part {
    var layer: LayerID
    var isColumn: Bool
    /// Columns of its name.
    var title: Int
    var categories: [Category]

    struct Category {
      var id: CategoryID
      /// Tools.
      var count: Int
      /// Columns of its name.
      var name: Int

      /// Columns that its room needs: the sign, which is the air beside the room before, the name, the count.
      var need: Int {
        var (digits, rest) = (1, count)
        while rest >= 10 { (digits, rest) = (digits + 1, rest / 10) }
        return max(Self.least, name + digits + 2)
      }

      static let least = 12
    }
  }

  init(parts: [Part], size: Size) {
    let parts = parts.filter { !$0.categories.isEmpty }
    guard !parts.isEmpty, size.columns >= 4, size.rows >= 1 else { return }
    isStacked = !layTowersBesideFloors(parts, size)
    if isStacked { layFloors(parts, width: size.columns, rows: size.rows) }
    places = [Int](repeating: -1, count: (rooms.map(\.category.index).max() ?? -1) + 1)
    for (place, room) in rooms.enumerated() { places[room.category.index] = place }
  }

  /// The places in `rooms` of all that are in some rows of the picture, and perhaps of others.
  func places(inRows rows: Range<Int>) -> Range<Int> {
    guard isStacked else { return rooms.indices }
    /// The first room whose edge lies at a row or below.
    func first(_ edge: (Rect) -> Int, from row: Int) -> Int {
      var (low, high) = (0, rooms.count)
      while low < high {
        let middle = (low + high) / 2
        if edge(rooms[middle].rect) < row { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(\.maxY, from: rows.lowerBound + 1)
    return start..<max(start, first(\.y, from: rows.upperBound))
  }

  /// The place of a category's room in `rooms`.
  func place(of category: CategoryID) -> Int? {
    places.indices.contains(category.index) && places[category.index] >= 0 ? places[category.index] : nil
  }

  // MARK: Floors

  /// A floor's rooms as a grid.
  private struct Grid {
    var part: Part
    /// The widths of the rooms beside each other, and rows of rooms.
    var columns: [Int]
    var rows: Int
    /// Lines of a room below its name, and how many of them the fullest one can use.
    var toolLines = 0
    var mostLines: Int
    /// Blank rows below the rooms.
    var air = 0
    var height: Int { 1 + rows * (1 + toolLines) + air }

    /// Categories that were looked at to find the rows.
    private(set) var steps = 0

    /// As many rooms beside each other as their names allow, in even rows.
    init(_ part: Part, width: Int) {
      self.part = part
      let count = part.categories.count
      var needs: [Int]
      // No row holds more.
      var inRow = max(1, min(count, width / Part.Category.least)) + 1
      repeat {
        // The next fewer that make even rows.
        let rows = (count + inRow - 2) / (inRow - 1)
        inRow = (count + rows - 1) / rows
        needs = [Int](repeating: 0, count: inRow)
        steps += count
        for (index, category) in part.categories.enumerated() {
          needs[index % inRow] = max(needs[index % inRow], category.need)
        }
      } while inRow > 1 && needs.reduce(0, +) > width
      self.rows = (count + inRow - 1) / inRow
      // Equal where the names allow it, or else each what it needs and its share of the rest.
      let spare = max(0, width - needs.reduce(0, +))
      let isEven = needs.allSatisfy { $0 <= width / inRow }
      var left = width
      columns = needs.enumerated().map { index, need in
        let own = isEven ? width * (index + 1) / inRow - width * index / inRow : need + spare / inRow
        let given = index == inRow - 1 ? left : min(left, own)
        left -= given
        return given
      }
      let narrowest = max(1, columns.min() ?? 1)
      let most = part.categories.map(\.count).max() ?? 0
      mostLines = (most + max(1, narrowest / 16) - 1) / max(1, narrowest / 16)
    }
  }

  /// Gives `rows` evenly: to what has the fewest lines so far, in reading order. Returns what is left.
  private static func share(_ rows: Int, _ lines: inout [(lines: Int, most: Int, cost: Int)]) -> Int {
    var left = rows
    while true {
      var best: Int?
      for (index, entry) in lines.enumerated() where entry.lines < entry.most && entry.cost <= left {
        if best.map({ entry.lines < lines[$0].lines }) ?? true { best = index }
      }
      guard let best else { return left }
      lines[best].lines += 1
      left -= lines[best].cost
    }
  }

  private static func minimum(_ grids: [Grid]) -> Int { grids.reduce(1) { $0 + $1.height } }

  private mutating func layFloors(_ parts: [Part], width: Int, rows: Int) {
    var grids = parts.map { Grid($0, width: max(1, width - 2)) }
    let left = rows - Self.minimum(grids)
    if left >= 0 {
      var lines = grids.map { (lines: 0, most: $0.mostLines, cost: $0.rows) }
      let air = Self.share(left, &lines)
      for index in grids.indices { grids[index].toolLines = lines[index].lines }
      for index in 0..<air { grids[index % grids.count].air += 1 }
    } else {
      // It scrolls anyway: each room says what is in it.
      for index in grids.indices { grids[index].toolLines = min(1, grids[index].mostLines) }
    }
    place(grids, width: width)
  }

  private mutating func place(_ grids: [Grid], width: Int) {
    steps = grids.reduce(0) { $0 + $1.steps }
    var y = 0
    for (index, grid) in grids.enumerated() {
      let isLast = index == grids.count - 1
      boxes.append(
        Box(
          layer: grid.part.layer, rect: Rect(x: 0, y: y, width: width, height: grid.height + (isLast ? 1 : 0)),
          hasBottom: isLast, isJoined: index > 0))
      floors.append(y..<y + grid.height + 1)
      place(grid, x: 1, y: y + 1)
      y += grid.height
    }
    height = y + 1
  }

  private mutating func place(_ grid: Grid, x: Int, y: Int) {
    let lines = 1 + grid.toolLines
    let starts = grid.columns.reduce(into: [x]) { $0.append($0.last! + $1) }
    for (index, category) in grid.part.categories.enumerated() {
      let column = index % grid.columns.count
      // The last room has what its row leaves.
      let isLast = index == grid.part.categories.count - 1
      let end = isLast ? starts[grid.columns.count] : starts[column + 1]
      rooms.append(
        Room(
          category: category.id,
          rect: Rect(
            x: starts[column], y: y + index / grid.columns.count * lines, width: end - starts[column], height: lines)))
    }
  }

  // MARK: Towers

  /// Columns that a tower takes at most, and the share of the width that all towers may have, in per cent.
  private static let towerLimit = 34
  private static let towerShare = 45

  /// False where they have no room beside the floors: too little width for their names, or too few rows.
  private mutating func layTowersBesideFloors(_ parts: [Part], _ size: Size) -> Bool {
    let towers = parts.filter(\.isColumn)
    let floors = parts.filter { !$0.isColumn }
    guard !towers.isEmpty, !floors.isEmpty, size.columns >= 60 else { return false }
    // With their titles whole, or else with the names of their rooms, or else with the beginnings of those.
    let rooms = towers.map { max(15, ($0.categories.map(\.need).max() ?? 0) + 2) }
    let titled = zip(towers, rooms).map { max($0.title + 4, $1) }
    let choices = [titled, rooms, rooms.map { min(Self.towerLimit, $0) }]
    guard let widths = choices.first(where: { $0.reduce(0, +) <= size.columns * Self.towerShare / 100 }) else {
      return false
    }
    let width = size.columns - widths.reduce(0, +)
    let grids = floors.map { Grid($0, width: width - 2) }
    guard Self.minimum(grids) <= size.rows, towers.allSatisfy({ $0.categories.count + 2 <= size.rows }) else {
      return false
    }
    layFloors(floors, width: width, rows: size.rows)
    var x = width
    for (tower, width) in zip(towers, widths) {
      layTower(tower, x: x, width: width)
      x += width
    }
    return true
  }

  private mutating func layTower(_ tower: Part, x: Int, width: Int) {
    let rect = Rect(x: x, y: 0, width: width, height: height)
    boxes.append(Box(layer: tower.layer, rect: rect, hasBottom: true, isJoined: false))
    let inner = rect.inset(left: 1, top: 1, right: 1, bottom: 1)
    let perLine = max(1, inner.width / 16)
    var lines = tower.categories.map { (lines: 0, most: ($0.count + perLine - 1) / perLine, cost: 1) }
    _ = Self.share(inner.height - tower.categories.count, &lines)
    var y = inner.y
    for (category, share) in zip(tower.categories, lines) {
      rooms.append(
        Room(category: category.id, rect: Rect(x: inner.x, y: y, width: inner.width, height: 1 + share.lines)))
      y += 1 + share.lines
    }
  }

  // MARK: Neighbors

  enum Direction: Hashable { case up, down, left, right }

  /// The room next to one, by position; nil at the edge.
  func neighbor(of category: CategoryID, _ direction: Direction) -> CategoryID? {
    guard let here = place(of: category) else { return rooms.first?.category }
    let from = rooms[here].rect
    let isSideways = direction == .left || direction == .right
    var best: (cost: Int, place: Int)?
    /// Looks at a room; false where those behind it, in a stacked picture, need no look.
    func look(at place: Int) -> Bool {
      let to = rooms[place].rect
      let gap =
        switch direction {
        case .up: from.y - to.maxY
        case .down: to.y - from.maxY
        case .left: from.x - to.maxX
        case .right: to.x - from.maxX
        }
      guard gap >= 0, place != here else { return true }
      if let best, gap * 1000 > best.cost { return false }
      let aside =
        isSideways
        ? Self.distance(from.y..<from.maxY, to.y..<to.maxY) : Self.distance(from.x..<from.maxX, to.x..<to.maxX)
      // What lies straight on comes before what is nearer but aside; sideways one stays in the row.
      if isSideways, aside > 0 { return false }
      let offset =
        isSideways ? abs(to.y - from.y) : abs((to.x + to.maxX) - (from.x + from.maxX)) / 2
      let cost = gap * 1000 + aside * 400 + offset
      // Of equal ones the first.
      if best.map({ (cost, place) < $0 }) ?? true { best = (cost, place) }
      return true
    }
    if !isStacked {
      for place in rooms.indices { _ = look(at: place) }
    } else if direction == .down || direction == .right {
      var place = here + 1
      while place < rooms.count, look(at: place) { place += 1 }
    } else {
      var place = here - 1
      while place >= 0, look(at: place) { place -= 1 }
    }
    return best.map { rooms[$0.place].category }
  }

  /// How far two ranges are apart; 0 where they overlap.
  private static func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    if a.overlaps(b) { return 0 }
    return a.upperBound <= b.lowerBound ? b.lowerBound - a.upperBound + 1 : a.lowerBound - b.upperBound + 1
  }
}
