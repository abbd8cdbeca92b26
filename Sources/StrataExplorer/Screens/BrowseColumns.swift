import StrataScreen

/// Where Browse's lists and its preview stand. Names are given the columns they need before anything else.
struct BrowseColumns: Hashable {
  /// The lists that fit, from the left.
  private(set) var lists: [List] = []
  /// Where the preview stands; its rule is empty where it stands at the side, both where there is no room.
  private(set) var split: PreviewSplit

  /// Columns that the tools have beside a preview.
  private static let tools = 48

  struct List: Hashable {
    var level: Place.Level
    var rect: Rect
  }

  /// - Parameter names: columns that the longest names of layers and categories take.
  init(body: Rect, level: Place.Level, previewShare: Int, names: Context.NameColumns) {
    // The sign, a count with its air, the rule.
    let around = 7
    let wanted = names.layer + names.category + 2 * around
    // At the side a preview takes no column that names need, and leaves the tools some for what they are.
    let besideLists = body.width - wanted - BrowseColumns.tools
    split = PreviewSplit(body: body, share: previewShare, limit: besideLists)
    var rest = split.main
    switch body.width {
    case 90...:
      let room = rest.width - min(BrowseColumns.tools, rest.width * 28 / 100)
      func share(_ columns: Int) -> Int { wanted <= room ? columns + around : room * (columns + around) / wanted }
      lists.append(List(level: .layer, rect: rest.takeLeft(share(names.layer))))
      lists.append(List(level: .category, rect: rest.takeLeft(share(names.category))))
      lists.append(List(level: .tool, rect: rest))
    case 40...:
      // Beside the tools categories are cut before half the width is theirs; beside categories both get what they need.
      let left: Int
      if level == .tool {
        left = min(names.category + around, rest.width / 2)
      } else {
        let least = around - 2
        left = max(
          min(names.layer + around, rest.width - names.category - least), min(names.layer + least, rest.width / 2))
      }
      lists.append(List(level: level == .tool ? .category : .layer, rect: rest.takeLeft(left)))
      lists.append(List(level: level == .tool ? .tool : .category, rect: rest))
    default: lists.append(List(level: level, rect: rest))
    }
  }
}

/// A list with a preview: at the side of a wide screen, below on a narrower one, none on a low one.
struct PreviewSplit: Hashable {
  var main: Rect
  var preview = Rect.none
  /// Above a preview that stands below.
  var rule = Rect.none
  var isAtSide: Bool

  /// What one takes hold of to size the preview: the rule above it, or the one before it.
  var border: Rect {
    guard !preview.isEmpty else { return .none }
    return isAtSide ? Rect(x: preview.x - 1, y: preview.y, width: 1, height: preview.height) : rule
  }

  /// Columns below which a preview at the side is no use.
  private static let least = 36

  /// - Parameter limit: columns that the preview may have at the side.
  init(body: Rect, share: Int, limit: Int = .max) {
    main = body
    isAtSide = body.width >= 140 && limit >= PreviewSplit.least
    if isAtSide {
      preview = main.takeRight(min(90, limit, max(PreviewSplit.least, body.width * share / 100)))
    } else if main.height >= 10 {
      preview = main.takeBottom(min(max(3, main.height * share / 100), main.height - 4))
      if !preview.isEmpty { rule = main.takeBottom(1) }
    }
  }
}
