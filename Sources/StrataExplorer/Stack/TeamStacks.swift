import StrataCatalog
import StrataSearch
import StrataStack

/// The stacks that are open, laid over a catalog. Keys write to the first.
struct TeamStacks: Sendable {
  let all: [OpenStack]
  /// By stack, which entry is about a tool.
  private let entries: [[ToolID: Int]]
  let warnings: [Warning]

  struct Warning: Sendable {
    /// Which of the stacks it is about.
    var stack: Int
    var warning: StackWarning
  }

  init() {
    all = []
    entries = []
    warnings = []
  }

  init(_ stacks: [OpenStack], over catalog: Catalog) {
    all = stacks
    entries = stacks.map { open in
      var places: [ToolID: Int] = [:]
      for (index, entry) in open.stack.entries.enumerated() where !entry.id.isEmpty {
        if let tool = catalog.toolID(for: entry.id) { places[tool] = index }
      }
      return places
    }
    warnings = stacks.enumerated().flatMap { index, open in
      open.stack.warnings(in: catalog).map { Warning(stack: index, warning: $0) }
    }
  }

  var isEmpty: Bool { all.isEmpty }
  var first: OpenStack? { all.first }
  var rings: [String] { first?.stack.rings ?? Stack.usualRings }

  func entry(of tool: ToolID, in stack: Int = 0) -> Stack.Entry? {
    guard entries.indices.contains(stack), let index = entries[stack][tool] else { return nil }
    return all[stack].stack.entries[index]
  }

  /// The status that the first stack gives a tool; empty for none.
  func status(of tool: ToolID) -> String { entry(of: tool)?.status ?? "" }

  /// What searches ask: `stack:adopted`, `owner:team-edge`.
  var facts: StackFacts {
    var rings: [String] = []
    for open in all { for ring in open.stack.rings where !rings.contains(ring) { rings.append(ring) } }
    var facts = StackFacts(rings: rings.isEmpty ? [] : rings + [Stack.unsorted])
    for (open, places) in zip(all, entries) {
      for (tool, index) in places {
        let entry = open.stack.entries[index]
        facts.add(status: entry.status.isEmpty ? Stack.unsorted : entry.status, owner: entry.owner, to: tool)
      }
    }
    return facts
  }

  /// The name of a stack, by which several are told apart.
  func name(_ index: Int) -> String {
    let stack = all[index].stack
    if !stack.name.isEmpty { return stack.name }
    let path = all[index].path
    return String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// The tools of any of the stacks on each shelf that they stand on, in the catalog's order.
  func toolsByCategory(in catalog: Catalog) -> [CategoryID: [ToolID]] {
    let tools = Set(entries.flatMap(\.keys)).sorted { $0.index < $1.index }
    var shelves: [CategoryID: [ToolID]] = [:]
    for tool in tools { for category in catalog.shelves(of: tool) { shelves[category, default: []].append(tool) } }
    return shelves
  }

  /// Of the tools on a shelf, the kinds of which more than one is in the innermost ring: two for one job.
  func crowded(_ tools: [ToolID], on category: CategoryID, in catalog: Catalog) -> [(kind: KindID, tools: [ToolID])] {
    guard let ring = rings.first else { return [] }
    var crowds: [(kind: KindID, tools: [ToolID])] = []
    for tool in tools where status(of: tool) == ring && catalog[tool].status != .retired {
      guard let kind = catalog.kind(of: tool, in: category) else { continue }
      if let index = crowds.firstIndex(where: { $0.kind == kind }) {
        crowds[index].tools.append(tool)
      } else {
        crowds.append((kind, [tool]))
      }
    }
    return crowds.filter { $0.tools.count > 1 }
  }
}
