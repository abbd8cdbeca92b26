import StrataCatalog
import StrataScreen

/// Where Browse's lists and its preview stand. Names are given the columns they need before anything else.
struct BrowseColumns: Hashable {
  /// The lists that fit, from the left.
  private(set) var lists: [List] = []
  /// Where the preview stands; its rule is empty where it stands at the side, both where there is no room.
  private(set) var split: PreviewSplit

  /// Columns that the tools have beside a preview, so that there are words behind their names; and those they have at least.
  private static let beside = 66
  private static let leastTools = 16
  /// Columns that the layers keep where the names of the others need theirs.
  private static let leastLayers = 18

  struct List: Hashable {
    var level: Place.Level
    var rect: Rect
  }

  /// The columns that the rows of the lists need, with all that stands around their names.
  struct Needs: Hashable {
    var layers: Int
    /// Of the categories of any layer, and of those of the layer one is in.
    var categories: Int
    var ownCategories: Int
    var tools: Int
  }

  init(body: Rect, level: Place.Level, previewShare: Int, needs: Needs) {
    // At the side a preview takes no column that names need, and leaves the tools some for what they are.
    let besideLists = body.width - needs.layers - needs.categories - BrowseColumns.beside
    split = PreviewSplit(body: body, share: previewShare, limit: besideLists)
    var rest = split.main
    let width = rest.width
    switch body.width {
    case 90...:
      var (layers, categories) = (needs.layers, needs.categories)
      if level == .tool, layers + categories + needs.tools > width {
        // One is among the tools: the layers are what is looked at least.
        let tools = min(needs.tools, width / 2)
        categories = min(needs.ownCategories, max(width - tools - BrowseColumns.leastLayers, width / 3))
        layers = max(BrowseColumns.leastLayers, min(layers, width - tools - categories))
      }
      layers = min(layers, width * 45 / 100)
      categories = min(categories, width - layers - BrowseColumns.leastTools)
      lists.append(List(level: .layer, rect: rest.takeLeft(layers)))
      lists.append(List(level: .category, rect: rest.takeLeft(categories)))
      lists.append(List(level: .tool, rect: rest))
    case 40...:
      // Beside the others, categories and layers have half the width at most, or what the names of the others leave.
      let left =
        level == .tool
        ? min(needs.ownCategories, max(width / 2, width - needs.tools))
        : min(needs.layers, max(width / 2, width - needs.categories))
      lists.append(List(level: level == .tool ? .category : .layer, rect: rest.takeLeft(left)))
      lists.append(List(level: level == .tool ? .tool : .category, rect: rest))
    default: lists.append(List(level: level, rect: rest))
    }
  }
}

extension Context {
  /// What the lists need for the names that there are.
  var browseNeeds: BrowseColumns.Needs {
    // The sign, the mark, and what keeps it apart from the rule or the edge.
    BrowseColumns.Needs(
      layers: nameColumns.layer, categories: nameColumns.category,
      ownCategories: place.layer.map { nameColumns.categories[$0.index] } ?? 0, tools: toolNameColumns + leadColumns + 3
    )
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
