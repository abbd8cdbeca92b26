import StrataCatalog
import StrataScreen

/// The mouse: what a place means is asked of the layout, and done as the keys do it.
extension Explorer {
  /// Rows that the wheel scrolls by.
  private static let wheelStep = 3

  mutating func point(_ mouse: Mouse) -> [Effect] {
    guard context.usesMouse else { return [] }
    switch mouse.kind {
    case .press: return press(at: mouse.point)
    case .drag: if pointer.isOnBorder { sizePreview(to: mouse.point) }
    case .release: pointer.isOnBorder = false
    case .wheelUp: wheel(at: mouse.point, by: -Explorer.wheelStep)
    case .wheelDown: wheel(at: mouse.point, by: Explorer.wheelStep)
    }
    return []
  }

  private mutating func press(at point: Point) -> [Effect] {
    toast = nil
    let spot = layout.spot(at: point)
    let last = pointer.last
    pointer = Pointer()
    // The row may have moved as it was selected: it is what one points at.
    if let last, last.point == point || last.spot == spot { return move(.open) }
    switch spot {
    case .bar(let item):
      barItem = item
      return moveInBar(.open)
    case .action(let action): return perform(action)
    case .chip(let index): lift(chip: index)
    case .border: pointer.isOnBorder = true
    case .item:
      barItem = nil
      return spot.map { select($0) + move(.open) } ?? []
    case .row:
      barItem = nil
      pointer.last = spot.map { Pointer.Click(point: point, spot: $0) }
      return spot.map { select($0) } ?? []
    case .pane, .preview: barItem = nil
    case nil:
      barItem = nil
      // Beside a popup one clicks it away.
      if top.isPopup { _ = closeTop() }
    }
    return []
  }

  /// Selects what stands at a place.
  mutating func select(_ spot: Layout.Spot) -> [Effect] {
    var screen = top
    let reply = screen.change { $0.select(spot, context, &work) }
    top = screen
    return reply.map { carryOut($0) } ?? []
  }

  private mutating func wheel(at point: Point, by rows: Int) {
    pointer.last = nil
    switch layout.spot(at: point) {
    case .preview: scrollPreview(by: rows)
    case .row(let pane, _), .pane(let pane): scroll(pane: pane, by: rows)
    case .bar, .action, .chip: break
    case .item, .border, nil: scroll(pane: nil, by: rows)
    }
  }

  private mutating func scroll(pane: Int?, by rows: Int) {
    var screen = top
    screen.change { $0.scroll(pane: pane, by: rows, context, &work) }
    top = screen
  }

  private mutating func sizePreview(to point: Point) {
    guard let border = layout.regions.last(where: { $0.spot == .border })?.rect else { return }
    let body = areas.body
    // So many columns or rows beyond the border, rounded up: the border comes to the pointer.
    let (part, whole) =
      border.width == 1 && border.height > 1
      ? (body.maxX - 1 - point.x, body.width) : (body.maxY - 1 - point.y, body.height)
    guard whole > 0 else { return }
    context.previewShare = Explorer.limited(previewShare: (max(0, part) * 100 + whole - 1) / whole)
  }

  mutating func toggleMouse() -> [Effect] {
    context.usesMouse.toggle()
    context.mouseIsChosen = true
    let key = context.keyName(of: .toggleMouse, in: mode)
    toast = Toast(
      text: context.filled(context.usesMouse ? words.mouseTaken : words.mouseGiven, key: key))
    return [.reportMouse(context.usesMouse), .save(saved)]
  }
}

/// What the pointer did last.
struct Pointer: Hashable, Sendable {
  struct Click: Hashable, Sendable {
    var point: Point
    var spot: Layout.Spot
  }

  /// The row that was clicked last, and nothing else was done since: a second click there opens.
  var last: Click?
  /// Whether the button is held on the preview's border.
  var isOnBorder = false
}
