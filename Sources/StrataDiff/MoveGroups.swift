import StrataCatalog

/// Moves to other shelves, put together where they are one event: all that left a layer or category that is no more, or that
/// went from one category to another.
struct MoveGroups {
  private let older: Catalog
  private let newer: Catalog
  private let language: Language
  /// What came from one place, in the order in which it was met.
  private var groups: [(key: Key, from: String, to: [String], tools: [Change.Subject])] = []
  private var places: [Key: Int] = [:]

  private enum Key: Hashable {
    case layer(LayerID)
    case category(CategoryID)
    case pair(CategoryID, CategoryID)
  }

  init(_ older: Catalog, _ newer: Catalog, _ language: Language) {
    self.older = older
    self.newer = newer
    self.language = language
  }

  mutating func add(_ tool: ToolID, _ subject: Change.Subject, from oldTool: ToolID) {
    let (category, oldCategory) = (newer[tool].category, older[oldTool].category)
    guard newer.string(newer[category].id) != older.string(older[oldCategory].id) else { return }
    let (layer, oldLayer) = (newer[category].layer, older[oldCategory].layer)
    let key: Key
    var from = older.string(older[oldCategory].name, in: language)
    var to = newer.string(newer[category].name, in: language)
    if newer.layerID(for: older.string(older[oldLayer].id)) == nil {
      key = .layer(oldLayer)
      from = older.string(older[oldLayer].name, in: language)
      to = newer.string(newer[layer].name, in: language)
    } else if newer.categoryID(for: older.string(older[oldCategory].id)) == nil {
      key = .category(oldCategory)
    } else {
      key = .pair(oldCategory, category)
    }
    if let place = places[key] {
      groups[place].tools.append(subject)
      if !groups[place].to.contains(to) { groups[place].to.append(to) }
    } else {
      places[key] = groups.count
      groups.append((key, from, [to], [subject]))
    }
  }

  /// The largest first.
  var changes: [Change] {
    let order = groups.indices.sorted { (groups[$1].tools.count, $0) < (groups[$0].tools.count, $1) }
    return order.map { index in
      let group = groups[index]
      return Change(kind: .moved, tools: group.tools, old: group.from, new: group.to.joined(separator: ", "))
    }
  }
}
