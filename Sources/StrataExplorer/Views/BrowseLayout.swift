import StrataScreen

/// Where Browse's lists and its preview stand.
struct BrowseLayout: Hashable {
  typealias Column = BrowseState.Column

  /// The lists that fit, from the left.
  var columns: [(column: Column, rect: Rect)] = []
  /// Empty where there is no room.
  var preview: Rect
  /// The rule above the lists, and the one between lists and a preview below; empty where there is no room.
  var topRule: Rect
  var previewRule: Rect
  /// Whether the preview stands at the side.
  var isPreviewAtSide: Bool

  init(body: Rect, column: Column, previewShare: Int, wanted: (layers: Int, categories: Int)) {
    var rest = body
    let widths = rest.width
    topRule = rest.takeTop(rest.height >= 8 ? 1 : 0)
    isPreviewAtSide = widths >= 140
    previewRule = Rect(x: 0, y: 0, width: 0, height: 0)
    if isPreviewAtSide {
      preview = rest.takeRight(min(90, max(36, widths * previewShare / 100)))
    } else {
      let rows = rest.height >= 10 ? max(3, rest.height * previewShare / 100) : 0
      preview = rest.takeBottom(min(rows, rest.height - 4))
      if !preview.isEmpty { previewRule = rest.takeBottom(1) }
    }
    let shown: [Column]
    switch widths {
    case 90...: shown = [.layers, .categories, .tools]
    case 40...: shown = column == .tools ? [.categories, .tools] : [.layers, .categories]
    default: shown = [column]
    }
    switch shown.count {
    case 3:
      let width = rest.width
      columns.append((.layers, rest.takeLeft(min(wanted.layers, width * 30 / 100))))
      columns.append((.categories, rest.takeLeft(min(wanted.categories, width * 36 / 100))))
    case 2: columns.append((shown[0], rest.takeLeft(rest.width * (column == .tools ? 42 : 48) / 100)))
    default: break
    }
    columns.append((shown[shown.count - 1], rest))
  }

  static func == (a: BrowseLayout, b: BrowseLayout) -> Bool {
    a.preview == b.preview && a.columns.elementsEqual(b.columns) { $0.column == $1.column && $0.rect == $1.rect }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(preview) }

  func rect(of column: Column) -> Rect? { columns.first { $0.column == column }?.rect }
}
