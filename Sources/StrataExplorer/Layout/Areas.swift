import StrataScreen

/// Where the parts of every screen stand: the same thing at the same place everywhere.
struct Areas: Hashable, Sendable {
  /// The first line with the views; empty where it is not shown.
  var bar: Rect
  /// The path, or the prompt.
  var path: Rect
  /// The rule below it, in which the query stands; empty where there is no room.
  var query: Rect
  var body: Rect
  /// Keys on the left, position on the right.
  var footer: Rect

  /// What a screen asks for.
  struct Wish: Hashable {
    /// The keys are in the bar.
    var isInBar = false
    var hasPrompt = false
    /// A rule parts the path from the body.
    var hasRule = true
    /// There is a query to be shown.
    var hasQuery = false
  }

  /// On a low screen the bar goes first, then the rule, the footer, the path; a prompt, a query and the body's selected row
  /// go last.
  init(size: Size, _ wish: Wish) {
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    bar = rest.takeTop(size.rows >= 12 || wish.isInBar && size.rows >= 2 ? 1 : 0)
    footer = rest.takeBottom(rest.height >= 3 ? 1 : 0)
    path = rest.takeTop(rest.height >= 2 || wish.hasPrompt ? 1 : 0)
    query = rest.takeTop(wish.hasQuery && rest.height >= 3 || wish.hasRule && rest.height >= 8 ? 1 : 0)
    body = rest
  }
}

extension Rect {
  static let none = Rect(x: 0, y: 0, width: 0, height: 0)

  /// With one more column at the right: the one where the rule stands, or the scroll indicator.
  var widened: Rect { Rect(x: x, y: y, width: width + 1, height: height) }
}
