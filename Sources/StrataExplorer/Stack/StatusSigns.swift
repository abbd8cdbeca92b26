import StrataCatalog
import StrataScreen
import StrataStack

extension Glyphs {
  /// The sign of a status: squares, where maturities are circles. A ring of a team's own name has the sign of its place; in
  /// ASCII it is that place's number.
  func sign(ofStatus status: String, rings: [String]) -> String {
    if status.isEmpty { return " " }
    if status == Stack.unsorted { return "?" }
    guard let place = rings.firstIndex(of: status) else { return "?" }
    let usual = Stack.usualRings.firstIndex(of: status) ?? place
    if isASCII { return place < 9 ? "\(place + 1)" : "+" }
    let signs = ["■", "▣", "□", "⊟", "⊠"]
    return usual < signs.count ? signs[usual] : "▫"
  }
}

extension Role {
  /// How a status looks: from what one takes to what one leaves.
  init(status: String, rings: [String]) {
    let place = Stack.usualRings.firstIndex(of: status) ?? rings.firstIndex(of: status)
    self =
      switch place {
      case 0: .graduated
      case 1: .incubating
      case 2: .sandbox
      case 3: .deprecated
      case 4: .archived
      case nil, .some: .dim
      }
  }
}

extension Context {
  /// The sign of a tool's status in the first stack; a blank where it has none.
  func statusSign(of tool: ToolID) -> Span { sign(ofStatus: stacks.status(of: tool)) }

  func sign(ofStatus status: String, in stack: Int = 0) -> Span {
    let rings = stacks.all.indices.contains(stack) ? stacks.all[stack].stack.rings : stacks.rings
    return Span(glyphs.sign(ofStatus: status, rings: rings), Role(status: status, rings: rings))
  }
}
