import StrataCatalog

/// Moves to other shelves, put together where they are one event: all that left a layer or category that is no more, or that
/// went from one category to another.
struct MoveGroups {
  private let older: Catalog
  private let newer: Catalog
  private let language: Language
  /// What came from one place, in the order in which it was met.
  private var groups: [Group] = []
  private var places: [Key: Int] = [:]

  private struct Group {
    var from: String
    var to: [String]
    var tools: [Change.Subject]
    /// Whether it is a layer with the same shelves under a new name: no move of any tool.
    var isRenaming: Bool
  }

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
    let (layer, oldLayer) = (newer[category].layer, older[oldCategory].layer)
    let isSameCategory = isSame(
      newer[category].id, newer[category].name, older[oldCategory].id, older[oldCategory].name)
    let isSameLayer = isSame(newer[layer].id, newer[layer].name, older[oldLayer].id, older[oldLayer].name)
    if isSameCategory, isSameLayer { return }
    let isRenaming = isSameCategory && older.layerID(for: newer.string(newer[layer].id)) == nil
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
      if isSameCategory {
        from = older.string(older[oldLayer].name, in: language) + " / " + from
        to = newer.string(newer[layer].name, in: language) + " / " + to
      }
    }
    if let place = places[key] {
      groups[place].tools.append(subject)
      groups[place].isRenaming = groups[place].isRenaming && isRenaming
      if !groups[place].to.contains(to) { groups[place].to.append(to) }
    } else {
      places[key] = groups.count
      groups.append(Group(from: from, to: [to], tools: [subject], isRenaming: isRenaming))
    }
  }

  /// Where ids are made of names, another layer's new shelf may change an id, and the name stays.
  private func isSame(_ id: Text, _ name: LocalizedText, _ oldID: Text, _ oldName: LocalizedText) -> Bool {
    newer.string(id) == older.string(oldID)
      || newer.string(name, in: language) == older.string(oldName, in: language)
  }

  /// The largest first.
  var changes: [Change] {
    let moves = groups.filter { !($0.isRenaming && $0.to.count == 1) }
    let order = moves.indices.sorted { (moves[$1].tools.count, $0) < (moves[$0].tools.count, $1) }
    return order.map { index in
      let group = moves[index]
      return Change(kind: .moved, tools: group.tools, old: group.from, new: group.to.joined(separator: ", "))
    }
  }
}
