public import StrataCatalog
import StrataSearch

/// What can be read: the pages of the guide, in the order of a book, and the tools' pages.
public enum Page: Hashable, Sendable {
  case introduction
  case layer(LayerID)
  case category(CategoryID)
  case recap(LayerID)
  /// An index into `Catalog.themes`.
  case theme(Int)
  case choosing
  case tool(ToolID)

  init(_ subject: Subject) {
    self =
      switch subject {
      case .layer(let layer): .layer(layer)
      case .category(let category): .category(category)
      case .tool(let tool): .tool(tool)
      }
  }

  var subject: Subject? {
    switch self {
    case .layer(let layer), .recap(let layer): .layer(layer)
    case .category(let category): .category(category)
    case .tool(let tool): .tool(tool)
    case .introduction, .theme, .choosing: nil
    }
  }

  /// The same page of a catalog that was read again; nil where what it shows is gone.
  func moved(from old: Catalog, to new: Catalog) -> Page? {
    switch self {
    case .introduction, .choosing: self
    case .layer(let layer): new.layerID(for: old.string(old[layer].id)).map(Page.layer)
    case .recap(let layer): new.layerID(for: old.string(old[layer].id)).map(Page.recap)
    case .theme(let theme): new.theme(for: old.string(old.themes[theme].id)).map(Page.theme)
    case .category(let category): new.categoryID(for: old.string(old[category].id)).map(Page.category)
    case .tool(let tool): new.toolID(for: old.string(old[tool].id)).map(Page.tool)
    }
  }
}
