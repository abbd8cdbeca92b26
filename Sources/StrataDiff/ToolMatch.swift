import StrataCatalog

/// Which tool of a newer catalog is which of an older one: by id, by another name, by an address, by name, in this order. What
/// could be several tools is none of them.
struct ToolMatch {
  /// For each tool of the newer catalog that of the older one; nil for what is new.
  private(set) var old: [ToolID?]
  /// The tools of the older catalog that are not in the newer one.
  private(set) var gone: [ToolID] = []

  init(_ older: Catalog, _ newer: Catalog) {
    old = Array(repeating: nil, count: newer.tools.count)
    var isTaken = Array(repeating: false, count: older.tools.count)
    func pair(_ new: ToolID, _ oldTool: ToolID) {
      old[new.index] = oldTool
      isTaken[oldTool.index] = true
    }
    // Of two of one name the ids may have changed places: the one that stays on its shelf is the same.
    let onShelves = Self.unique(newer.tools.indices.map(ToolID.init), newer, Self.nameAndShelf)
    for index in newer.tools.indices {
      let tool = ToolID(index)
      guard let same = older.toolID(for: newer.string(newer[tool].id)), !isTaken[same.index] else { continue }
      let isMoved = Self.shelf(older, same) != Self.shelf(newer, tool)
      let stayed = isMoved ? onShelves[Self.nameAndShelf(older, same)[0]] ?? tool : tool
      if old[stayed.index] == nil { pair(stayed, same) } else if old[index] == nil { pair(tool, same) }
    }
    let ways: [(Catalog, ToolID) -> [String]] = [Self.names, Self.addresses, Self.name]
    for keys in ways {
      let olds = Self.unique(older.tools.indices.map(ToolID.init).filter { !isTaken[$0.index] }, older, keys)
      let news = Self.unique(newer.tools.indices.map(ToolID.init).filter { old[$0.index] == nil }, newer, keys)
      for (key, tool) in news.sorted(by: { $0.value < $1.value || $0.value == $1.value && $0.key < $1.key }) {
        guard let same = olds[key], old[tool.index] == nil, !isTaken[same.index] else { continue }
        pair(tool, same)
      }
    }
    gone = older.tools.indices.filter { !isTaken[$0] }.map(ToolID.init)
  }

  /// The tools by their keys, but for keys that several tools have.
  private static func unique(
    _ tools: [ToolID], _ catalog: Catalog, _ keys: (Catalog, ToolID) -> [String]
  ) -> [String: ToolID] {
    var found: [String: ToolID?] = [:]
    for tool in tools {
      for key in Set(keys(catalog, tool)) { found[key] = .some(found[key] == nil ? tool : nil) }
    }
    return found.compactMapValues { $0 }
  }

  private static func name(_ catalog: Catalog, _ tool: ToolID) -> [String] {
    [catalog.string(catalog[tool].name).lowercased()]
  }

  private static func nameAndShelf(_ catalog: Catalog, _ tool: ToolID) -> [String] {
    [(name(catalog, tool) + shelf(catalog, tool)).joined(separator: "\n")]
  }

  private static func shelf(_ catalog: Catalog, _ tool: ToolID) -> [String] {
    let category = catalog[catalog[tool].category]
    return [catalog[category.layer].name, category.name].map { catalog.string($0, in: .en) }
  }

  /// What it is called, by whichever of its names: those that the file gives.
  private static func names(_ catalog: Catalog, _ tool: ToolID) -> [String] {
    let aliases = catalog.fields(of: tool).filter { $0.key == .alias && $0.source == .file }
    guard !aliases.isEmpty else { return [catalog.string(catalog[tool].id), name(catalog, tool)[0]] }
    return [catalog.string(catalog[tool].id), name(catalog, tool)[0]]
      + aliases.map { catalog.string($0.value).lowercased() }
  }

  /// The repository, the homepage, and those it had.
  private static func addresses(_ catalog: Catalog, _ tool: ToolID) -> [String] {
    let record = catalog[tool]
    let all = [record.repository, record.homepage] + catalog.values(.former, of: tool)
    return all.filter { !$0.isEmpty }.compactMap { Catalog.addressKey(catalog.string($0)) }
  }
}
