/// The selection and scroll of one list, with its size as it was last laid out.
struct ListState: Hashable, Sendable {
  /// The selected row, from 0.
  var selected = 0
  /// The first row on the screen.
  var offset = 0
  /// Rows of the list, and of the screen.
  private(set) var count = 0
  private(set) var height = 1

  /// What was selected when it was scrolled by itself: as long as that is so, the selection may be out of sight.
  private var scrolledAt: Int?

  /// Whether the selection was clicked and not fitted since.
  private var isPointed = false

  /// Whether it stands where it was scrolled to, and not where the selection is.
  var isScrolled: Bool { scrolledAt == selected }

  init(selected: Int = 0) { self.selected = selected }

  /// The rows that show.
  var shown: Range<Int> { offset..<max(offset, min(count, offset + height)) }

  /// Moves the selection. False at the edge.
  @discardableResult
  mutating func move(_ rows: Move.Rows) -> Bool { move(by: rows.count(page: max(1, height - 1))) }

  /// Whether the selection would move.
  func canMove(_ rows: Move.Rows) -> Bool {
    var moved = self
    return moved.move(rows)
  }

  @discardableResult
  mutating func move(by rows: Int) -> Bool {
    let target = min(max(0, selected + rows), max(0, count - 1))
    defer { selected = target }
    scrolledAt = nil
    return target != selected
  }

  /// Selects a row that shows: nothing moves under the pointer.
  mutating func point(at row: Int) {
    move(by: row - selected)
    stay()
  }

  /// What is selected next was clicked, and stays where it shows.
  mutating func stay() { isPointed = true }

  /// Scrolls without another selection.
  mutating func scroll(by rows: Int) {
    offset = min(max(0, offset + rows), max(0, count - height))
    scrolledAt = selected
  }

  /// Brings the selection into `count` rows and the offset to where the selection shows in `height` rows.
  mutating func fit(count: Int, height: Int) {
    self.count = count
    self.height = max(1, height)
    selected = min(max(0, selected), max(0, count - 1))
    if isPointed, shown.contains(selected) { scrolledAt = selected }
    isPointed = false
    if isScrolled {
      offset = min(max(0, offset), max(0, count - self.height))
      return
    }
    scrolledAt = nil
    // A row of context above and below, where there is room for it.
    let context = height >= 5 ? 1 : 0
    if selected - context < offset { offset = selected - context }
    if selected + context >= offset + self.height { offset = selected + context - self.height + 1 }
    offset = min(max(0, offset), max(0, count - self.height))
  }
}

/// A list whose selection follows a thing, wherever an order, a filter or a catalog read again puts it.
///
/// The type itself asks nothing of its things, as `Kept` does not of its keys.
struct TrackedList<Thing> {
  var rows = ListState()
  private(set) var thing: Thing?
}

extension TrackedList: Sendable where Thing: Sendable {}
extension TrackedList: Equatable where Thing: Equatable {}
extension TrackedList: Hashable where Thing: Hashable {}

extension TrackedList where Thing: Equatable {
  /// Selects a thing; it is looked for when the list is next fitted.
  mutating func select(_ thing: Thing?) {
    if let thing { self.thing = thing }
  }

  /// Finds the selected thing among those there are. Where it is gone, what stands in its row is selected.
  mutating func track(_ things: some RandomAccessCollection<Thing>) {
    func at(_ row: Int) -> Thing? { things.dropFirst(row).first }
    if thing == nil || at(rows.selected) != thing {
      if let thing, let row = things.firstIndex(of: thing) {
        rows.selected = things.distance(from: things.startIndex, to: row)
      }
    }
    rows.selected = min(max(0, rows.selected), max(0, things.count - 1))
    thing = at(rows.selected)
  }

  /// Moves the selection. False at the edge.
  mutating func move(_ step: Move.Rows, in things: some RandomAccessCollection<Thing>) -> Bool {
    guard rows.move(step) else { return false }
    thing = things.dropFirst(rows.selected).first
    return true
  }
}
