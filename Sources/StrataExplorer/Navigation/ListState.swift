/// The selection and scroll of one list.
struct ListState: Hashable, Sendable {
  /// The selected row, from 0.
  var selected = 0
  /// The first row on the screen.
  var offset = 0

  /// Moves the selection by so many rows, inside `count` rows. False at the edge.
  @discardableResult
  mutating func move(by rows: Int, count: Int) -> Bool {
    let target = min(max(0, selected + rows), max(0, count - 1))
    defer { selected = target }
    return target != selected
  }

  /// Brings the selection into `count` rows and the offset to where the selection shows in `height` rows.
  mutating func fit(count: Int, height: Int) {
    selected = min(max(0, selected), max(0, count - 1))
    let height = max(1, height)
    // A row of context above and below, where there is room for it.
    let context = height >= 5 ? 1 : 0
    if selected - context < offset { offset = selected - context }
    if selected + context >= offset + height { offset = selected + context - height + 1 }
    offset = min(max(0, offset), max(0, count - height))
  }
}
