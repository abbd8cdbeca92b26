import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

@Suite struct MapTests {
  /// Landscapes of many shapes: the number of categories of each layer; the last `columns` are columns.
  private func parts(_ counts: [Int], columns: Int) -> [MapPicture.Part] {
    var next = 0
    return counts.enumerated().map { index, count in
      let categories = (0..<count).map { offset in
        MapPicture.Part.Category(
          id: CategoryID(next + offset), count: (next + offset) * 7 % 50, name: 6 + (next + offset) * 5 % 31)
      }
      next += count
      return MapPicture.Part(
        layer: LayerID(index), isColumn: index >= counts.count - columns, title: 20, categories: categories)
    }
  }

  private var shapes: [[MapPicture.Part]] {
    [
      parts([4, 6, 3, 4, 4, 4], columns: 2), parts([1], columns: 0), parts([1], columns: 1),
      parts([4, 6, 3, 4, 4, 6, 5, 3, 5, 12, 11, 2, 3, 2, 10], columns: 2), parts([3, 2, 3, 2, 1, 2, 2, 4], columns: 1),
      parts([40], columns: 0), parts([0, 5, 0], columns: 1), parts([2, 2, 2, 2], columns: 4),
    ]
  }

  private let sizes = [(40, 9), (60, 12), (80, 21), (100, 27), (132, 40), (200, 57), (300, 77), (20, 3), (5, 1)]

  @Test func everyCategoryHasItsRoomAndNoTwoOverlap() {
    for parts in shapes {
      for (columns, rows) in sizes {
        let map = MapPicture(parts: parts, size: Size(columns: columns, rows: rows))
        #expect(Set(map.rooms.map(\.category)).count == parts.reduce(0) { $0 + $1.categories.count })
        var taken: Set<Point> = []
        for room in map.rooms {
          #expect(room.rect.height > 0 && room.rect.x >= 0 && room.rect.maxY <= map.height)
          if columns >= 20 { #expect(room.rect.maxX <= columns, "\(columns)x\(rows) \(room)") }
          for y in room.rect.y..<room.rect.maxY {
            for x in room.rect.x..<room.rect.maxX {
              let isNew = taken.insert(Point(x: x, y: y)).inserted
              if !isNew { Issue.record("\(columns)x\(rows): \(room) overlaps") }
            }
          }
        }
      }
    }
  }

  @Test func theLastRoomOfAFloorReachesItsWall() {
    for parts in shapes {
      let map = MapPicture(parts: parts, size: Size(columns: 132, rows: 60))
      for box in map.boxes {
        let categories = parts.first { $0.layer == box.layer }!.categories.map(\.id)
        let last = map.rooms.first { $0.category == categories.last }
        #expect(last?.rect.maxX == box.rect.maxX - 1)
      }
    }
  }

  @Test func arrowsReachEveryRoomFromEveryRoom() {
    for parts in shapes {
      for (columns, rows) in sizes where columns >= 20 {
        let map = MapPicture(parts: parts, size: Size(columns: columns, rows: rows))
        guard let first = map.rooms.first?.category else { continue }
        for start in [first, map.rooms[map.rooms.count / 2].category, map.rooms[map.rooms.count - 1].category] {
          var reached: Set<CategoryID> = [start]
          var open = [start]
          while let here = open.popLast() {
            for direction in [MapPicture.Direction.up, .down, .left, .right] {
              if let next = map.neighbor(of: here, direction), reached.insert(next).inserted { open.append(next) }
            }
          }
          #expect(reached.count == map.rooms.count, "\(columns)x\(rows)")
        }
      }
    }
  }

  /// Among all rooms: the one that costs least, and of equal ones the first.
  private func plainNeighbor(
    of from: MapPicture.Room, _ direction: MapPicture.Direction, in map: MapPicture
  ) -> CategoryID? {
    func distance(_ a: Range<Int>, _ b: Range<Int>) -> Int {
      a.overlaps(b) ? 0 : max(b.lowerBound - a.upperBound, a.lowerBound - b.upperBound) + 1
    }
    var best: (cost: Int, category: CategoryID)?
    for room in map.rooms where room.category != from.category {
      let (a, b) = (from.rect, room.rect)
      let isUpright = direction == .up || direction == .down
      let gap =
        switch direction {
        case .up: a.y - b.maxY
        case .down: b.y - a.maxY
        case .left: a.x - b.maxX
        case .right: b.x - a.maxX
        }
      let aside = isUpright ? distance(a.x..<a.maxX, b.x..<b.maxX) : distance(a.y..<a.maxY, b.y..<b.maxY)
      guard gap >= 0, isUpright || aside == 0 else { continue }
      let offset = isUpright ? abs(b.x + b.maxX - a.x - a.maxX) / 2 : abs(b.y - a.y)
      let cost = gap * 1000 + aside * 400 + offset
      if best.map({ cost < $0.cost }) ?? true { best = (cost, room.category) }
    }
    return best?.category
  }

  @Test func theNeighborIsTheOneOfAllRooms() {
    for parts in shapes {
      for (columns, rows) in sizes {
        let map = MapPicture(parts: parts, size: Size(columns: columns, rows: rows))
        for room in map.rooms {
          for direction in [MapPicture.Direction.up, .down, .left, .right] {
            let found = map.neighbor(of: room.category, direction)
            #expect(found == plainNeighbor(of: room, direction, in: map), "\(columns)x\(rows) \(room) \(direction)")
          }
        }
      }
    }
  }

  @Test func theRoomsOfSomeRowsAreAmongThePlacesFound() {
    for parts in shapes {
      for (columns, rows) in sizes {
        let map = MapPicture(parts: parts, size: Size(columns: columns, rows: rows))
        for top in 0...map.height {
          let found = map.places(inRows: top..<top + rows)
          let wanted = map.rooms.indices.filter {
            map.rooms[$0].rect.y < top + rows && map.rooms[$0].rect.maxY > top
          }
          #expect(wanted.allSatisfy(found.contains), "\(columns)x\(rows) from \(top)")
          if columns < 60 { #expect(found.count == wanted.count, "\(columns)x\(rows) from \(top)") }
        }
      }
    }
  }

  /// However many categories a layer has, as many rows are tried as rooms stand beside each other at most.
  @Test func aFloorOfManyRoomsIsLaidInLinearSteps() {
    for count in [1000, 20_000] {
      let map = MapPicture(parts: parts([count], columns: 0), size: Size(columns: 132, rows: 40))
      #expect(map.rooms.count == count && map.steps <= count * 132 / MapPicture.Part.Category.least)
    }
  }

  @Test func aStepGoesTheWayOfTheArrow() {
    for parts in shapes {
      let map = MapPicture(parts: parts, size: Size(columns: 132, rows: 40))
      let rects = Dictionary(uniqueKeysWithValues: map.rooms.map { ($0.category, $0.rect) })
      for (category, rect) in rects {
        if let up = map.neighbor(of: category, .up) { #expect(rects[up]!.maxY <= rect.y) }
        if let down = map.neighbor(of: category, .down) { #expect(rects[down]!.y >= rect.maxY) }
        if let left = map.neighbor(of: category, .left) { #expect(rects[left]!.maxX <= rect.x) }
        if let right = map.neighbor(of: category, .right) { #expect(rects[right]!.x >= rect.maxX) }
      }
    }
  }

  /// Of a floor that is higher than the screen one row stands above the room that one goes up to: what it is the next of.
  @Test func goingUpAHighFloorShowsOneRowAboveTheRoom() throws {
    let categories = (0..<40).map { "      - {id: c\($0), name: Category \($0), tools: [{id: t\($0), name: T\($0)}]}" }
    let high = catalog("layers:\n  - id: one\n    name: One\n    categories:\n" + categories.joined(separator: "\n"))
    for ups in 4...12 {
      let screen = try explorer("2<end>" + String(repeating: "<up>", count: ups), 40, 12, in: high).screen(40, 12)
      let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows[3].contains("▌Category \(39 - 2 * ups)"), "\(ups)\n\(screen)")
    }
  }
}
