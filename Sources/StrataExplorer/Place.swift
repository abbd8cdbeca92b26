import StrataCatalog
import StrataScreen
import StrataSearch

/// The place that the next start returns to, as text: one `key value` a line, by ids, so that it survives a changed catalog.
extension Explorer {
  var place: String {
    var lines = ["view \(navigation.view.rawValue)", "language \(language.rawValue)", "preview \(previewShare)"]
    func add(_ key: String, _ text: Text?) {
      if let text, !text.isEmpty { lines.append("\(key) \(catalog.string(text))") }
    }
    lines.append("column \(navigation.browse.column.rawValue)")
    add("layer", selectedLayer.map { catalog[$0].id })
    add("category", selectedCategory.map { catalog[$0].id })
    add("tool", selectedTool.map { catalog[$0].id })
    if catalog.categories.indices.contains(navigation.map.category) {
      add("room", catalog[CategoryID(navigation.map.category)].id)
    }
    let guide = navigation.guide.page
    switch guide.page {
    case .introduction: lines.append("guide introduction")
    case .choosing: lines.append("guide choosing")
    case .layer(let layer): add("guide layer", catalog[layer].id)
    case .recap(let layer): add("guide recap", catalog[layer].id)
    case .category(let category): add("guide category", catalog[category].id)
    case .tool: break
    }
    lines.append("read \(guide.offset)")
    lines.append("contents \(navigation.guide.isInContents)")
    lines += queries.prefix(20).reversed().map {
      "query \($0.split(whereSeparator: \.isNewline).joined(separator: " "))"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns to a saved place as far as it still exists; what it does not know it passes over.
  mutating func restore(place text: String) {
    var column: BrowseState.Column?
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      let value = parts[1]
      switch parts[0] {
      case "view": if let view = Int(value).flatMap(View.init(rawValue:)) { navigation.view = view }
      case "preview": if let share = Int(value), (10...70).contains(share) { previewShare = share }
      case "column": column = Int(value).flatMap(BrowseState.Column.init(rawValue:))
      case "layer": if let layer = catalog.layerID(for: value) { select(.layer(layer)) }
      case "category":
        if let category = catalog.categoryID(for: value) {
          select(.category(category))
          navigation.map.category = category.index
        }
      case "room": if let room = catalog.categoryID(for: value) { navigation.map.category = room.index }
      case "tool": if let tool = catalog.toolID(for: value) { restore(tool: tool) }
      case "guide": restore(guide: value)
      case "read": navigation.guide.page.offset = max(0, Int(value) ?? 0)
      case "contents": navigation.guide.isInContents = value == "true"
      case "query": remember(query: value)
      default: break
      }
    }
    if let column { navigation.browse.column = column }
  }

  /// A tool may have been selected on a shelf where it is a guest.
  private mutating func restore(tool: ToolID) {
    guard let category = selectedCategory, let index = outline.tools(of: category).firstIndex(of: tool) else {
      select(.tool(tool))
      return
    }
    navigation.browse.tools[category.index, default: ListState()].selected = index
  }

  private mutating func restore(guide value: String) {
    let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
    let id = parts.count == 2 ? parts[1] : ""
    let page: Page? =
      switch parts[0] {
      case "introduction": .introduction
      case "choosing": .choosing
      case "layer": catalog.layerID(for: id).map(Page.layer)
      case "recap": catalog.layerID(for: id).map(Page.recap)
      case "category": catalog.categoryID(for: id).map(Page.category)
      default: nil
      }
    guard let page else { return }
    navigation.guide.page = PageState(page)
    navigation.guide.contents.selected = book.firstIndex(of: page) ?? 0
  }
}

extension Sheet {
  /// The same sheet in a catalog that was read again; nil where what it showed is gone.
  func moved(from old: Catalog, to new: Catalog) -> Sheet? {
    switch self {
    case .search(var state):
      state.pinned = nil
      return .search(state)
    case .page(var state):
      let page: Page? =
        switch state.page {
        case .introduction, .choosing: state.page
        case .layer(let layer): new.layerID(for: old.string(old[layer].id)).map(Page.layer)
        case .recap(let layer): new.layerID(for: old.string(old[layer].id)).map(Page.recap)
        case .category(let category): new.categoryID(for: old.string(old[category].id)).map(Page.category)
        case .tool(let tool): new.toolID(for: old.string(old[tool].id)).map(Page.tool)
        }
      guard let page else { return nil }
      state.page = page
      return .page(state)
    }
  }
}
