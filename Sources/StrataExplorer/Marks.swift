import StrataCatalog

/// The tools that are marked, in the order in which they were; they survive views, searches, and a catalog read again.
struct Marks: Hashable, Sendable {
  private(set) var tools: [ToolID] = []
  private var set: Set<ToolID> = []

  var isEmpty: Bool { tools.isEmpty }
  var count: Int { tools.count }
  func contains(_ tool: ToolID) -> Bool { set.contains(tool) }

  mutating func toggle(_ tool: ToolID) {
    if set.insert(tool).inserted {
      tools.append(tool)
    } else {
      set.remove(tool)
      tools.removeAll { $0 == tool }
    }
  }

  /// The same marks in a catalog that was read again, without those of what is gone.
  func moved(from old: Catalog, to new: Catalog) -> Marks {
    var moved = Marks()
    for tool in tools {
      if let there = new.toolID(for: old.string(old[tool].id)) { moved.toggle(there) }
    }
    return moved
  }
}
