import StrataSearch
import StrataText

/// What lies over everything: popups, help, palette.
enum Overlay: Hashable, Sendable {
  case menu(Menu)
  case help(Prompted)
  case palette(Prompted)
  case filters(FilterPanel)
  /// The catalog's warnings.
  case findings(ScrollState)

  /// A list narrowed by what is typed.
  struct Prompted: Hashable, Sendable {
    var field = LineEdit()
    var list = ListState()
  }
}

/// A short list that pops up; Enter or an item's own key takes one.
struct Menu: Hashable, Sendable {
  struct Item: Hashable, Sendable {
    var key: Character?
    var title: String
    var detail: String
    var choice: Choice
  }

  enum Choice: Hashable, Sendable {
    case perform(Action)
    case open(url: String)
    case copy(text: VisibleText, name: String)
    case sort(Sort)
  }

  var title: String
  var items: [Item]
  var list = ListState()
}
