/// A step in the view, page, list or popup that has the keys: the few actions that mean something else in each.
enum Move: Hashable, Sendable {
  /// Along the rows of a list or the lines of a text.
  case rows(Rows)
  case goIn, goOut, open
  /// The next or previous pane, link or tool; in a search field, to complete.
  case next, previous
  case nextPage, previousPage
  /// Takes or leaves a choice.
  case toggle

  enum Rows: Hashable, Sendable {
    case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last

    /// How many rows down; `page` is how many a screen moves by.
    func count(page: Int) -> Int {
      switch self {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      case .halfPageUp: -max(1, page / 2)
      case .halfPageDown: max(1, page / 2)
      case .first: -Int(Int32.max)
      case .last: Int(Int32.max)
      }
    }
  }
}
