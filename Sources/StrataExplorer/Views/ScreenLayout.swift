import StrataScreen

/// Where the parts of every screen stand: the same thing at the same place everywhere.
struct ScreenLayout: Hashable {
  /// The first line with the views; empty where it is not shown.
  var bar: Rect
  /// The path, or the prompt.
  var path: Rect
  var body: Rect
  /// Keys on the left, position on the right.
  var footer: Rect

  /// On a low screen the bar goes first, then the footer, then the path; a prompt and the body's selected row go last.
  init(size: Size, showsBar: Bool, hasPrompt: Bool) {
    var rest = Rect(x: 0, y: 0, width: size.columns, height: size.rows)
    bar = rest.takeTop(size.rows >= 12 || showsBar && size.rows >= 2 ? 1 : 0)
    footer = rest.takeBottom(rest.height >= 3 ? 1 : 0)
    path = rest.takeTop(rest.height >= 2 || hasPrompt ? 1 : 0)
    body = rest
  }
}

extension Explorer {
  var layout: ScreenLayout {
    ScreenLayout(size: size, showsBar: barItem != nil, hasPrompt: mode.isPrompt)
  }
}
