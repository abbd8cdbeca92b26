import StrataCatalog
import StrataText

/// The tools of a category by kind, in reading order, as lines: a heading, its tools, a blank line between two groups.
struct GroupedTools: Sendable {
  enum Entry: Hashable, Sendable {
    /// Of a kind; nil: of those without one.
    case heading(KindID?)
    case tool(ToolID)
    case blank

    var tool: ToolID? {
      switch self {
      case .tool(let tool): tool
      case .heading, .blank: nil
      }
    }
  }

  private(set) var lines: [Entry] = []
  /// The line of each tool.
  private(set) var lineOfTool: [Int] = []

  /// Nil where the category knows no kinds.
  init?(_ tools: some Collection<ToolID>, of category: CategoryID, in catalog: Catalog) {
    let kinds = catalog.kinds(of: category)
    guard !kinds.isEmpty else { return nil }
    var groups: [KindID?: [ToolID]] = [:]
    for tool in tools { groups[catalog.kind(of: tool, in: category), default: []].append(tool) }
    add(groups, in: kinds.map(Optional.some) + [nil])
  }

  /// Tools of several categories, each under its own kind, in the order in which kinds are met.
  init(_ tools: some Collection<ToolID>, in catalog: Catalog) {
    var kinds: [KindID?] = []
    var groups: [KindID?: [ToolID]] = [:]
    for tool in tools {
      let kind = catalog.kind(of: tool)
      if groups[kind] == nil { kinds.append(kind) }
      groups[kind, default: []].append(tool)
    }
    add(groups, in: kinds.filter { $0 != nil } + (groups[nil] == nil ? [] : [nil]))
  }

  private mutating func add(_ groups: [KindID?: [ToolID]], in kinds: [KindID?]) {
    for kind in kinds {
      guard let tools = groups[kind] else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(kind))
      for tool in tools {
        lineOfTool.append(lines.count)
        lines.append(.tool(tool))
      }
    }
  }

  func tool(_ item: Int) -> ToolID {
    if case .tool(let tool) = lines[lineOfTool[item]] { return tool }
    preconditionFailure("a tool's line holds a tool")
  }

  func item(onLine line: Int) -> Int? {
    guard lines.indices.contains(line), case .tool = lines[line] else { return nil }
    var low = 0
    var high = lineOfTool.count - 1
    while low < high {
      let middle = (low + high) / 2
      if lineOfTool[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Context {
  /// The heading over the tools of a kind: its name, and when it is wanted.
  func heading(of kind: KindID?, columns: Int) -> Line {
    guard let kind else { return Line(words.otherKinds, .strong) }
    let name = shown(catalog[kind].name)
    let room = columns - self.columns(name) - 2
    let when = room >= 16 ? textWidth.truncated(oneLine(catalog[kind].when, columns: room), columns: room) : ""
    return Line([Span(name, .strong)] + (when.isEmpty ? [] : [Span("  " + when, .dim)]))
  }
}
