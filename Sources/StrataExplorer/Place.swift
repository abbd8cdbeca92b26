import StrataCatalog
import StrataSearch

/// Where one is in the landscape: the one current place, which Browse, Map and Guide show.
///
/// It names a layer, a category of it and a tool of that, as far as there are such; `level` says which of them one is at. What lies
/// below the level is what one would come to.
struct Place: Hashable, Sendable {
  enum Level: Int, Comparable, CaseIterable, Sendable {
    case layer, category, tool
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var level = Level.layer
  var layer: LayerID?
  var category: CategoryID?
  /// It may stand in `category` as a guest.
  var tool: ToolID?
  /// The theme that is read, an index into `Catalog.themes`: the map lights its tools until one goes elsewhere.
  var theme: Int?

  init() {}

  init(_ subject: Subject, in catalog: Catalog) {
    switch subject {
    case .layer(let layer): self.layer = layer
    case .category(let category):
      level = .category
      layer = catalog[category].layer
      self.category = category
    case .tool(let tool):
      level = .tool
      self.tool = tool
      category = catalog[tool].category
      layer = category.map { catalog[$0].layer }
    }
  }

  var subject: Subject? {
    switch level {
    case .layer: layer.map(Subject.layer)
    case .category: category.map(Subject.category)
    case .tool: tool.map(Subject.tool)
    }
  }

  /// The same place in a catalog that was read again; nil where the thing is gone.
  func moved(from old: Catalog, to new: Catalog) -> Place {
    var place = self
    place.layer = layer.flatMap { new.layerID(for: old.string(old[$0].id)) }
    place.category = category.flatMap { new.categoryID(for: old.string(old[$0].id)) }
    place.tool = tool.flatMap { new.toolID(for: old.string(old[$0].id)) }
    place.theme = theme.flatMap { new.theme(for: old.string(old.themes[$0].id)) }
    return place
  }
}
