import StrataCatalog
import StrataScreen
import StrataSearch

/// Marking tools and comparing them.
extension Explorer {
  /// The tool that is selected or read.
  var selectedTool: ToolID? { if case .tool(let tool)? = subject { tool } else { nil } }

  /// Whether the key marks something: a tool, or on the map one of the room's.
  var canMark: Bool {
    if case .map = top { return context.place.category.map { context.outline.count(of: $0) > 0 } ?? false }
    return selectedTool != nil
  }

  mutating func toggleMark() {
    if case .map = top {
      openRoomMenu()
    } else if let tool = selectedTool {
      context.marks.toggle(tool)
    }
  }

  /// On the map the selection is a room: its tools are offered.
  mutating func openRoomMenu(selected: Int = 0) {
    guard let category = context.place.category else { return }
    let tools = context.outline.tools(of: category).prefix(Explorer.roomLimit)
    let items = tools.map { tool in
      MenuScreen.Item(
        key: nil, title: context.mark(of: tool).text + context.name(of: .tool(tool)),
        detail: context.marks.contains(tool) ? words.choosing.marked : "", choice: .mark(tool))
    }
    push(.menu(MenuScreen(title: context.name(of: .category(category)), items: items, selected: selected)))
  }

  /// Of a very large room the first ones are offered.
  private static let roomLimit = 400

  /// Marks a tool of the room's list, which stays open.
  mutating func markInRoom(_ tool: ToolID) {
    context.marks.toggle(tool)
    let index = context.place.category.flatMap {
      context.outline.tools(of: $0).prefix(Explorer.roomLimit).firstIndex(of: tool)
    }
    openRoomMenu(selected: index ?? 0)
  }

  mutating func unmarkAll() { context.marks = Marks() }

  var canCompare: Bool {
    if case .compare = top { return false }
    return Comparison.limits.contains(context.marks.count) || selectedTool != nil || context.marks.count == 1
  }

  /// Compares the marked tools, or the selected one with the one that is asked for.
  mutating func compare() {
    let marks = context.marks.tools
    if Comparison.limits.contains(marks.count) {
      compare(marks)
    } else if marks.count > Comparison.limits.upperBound {
      toast = Toast(text: "\(words.choosing.tooManyToCompare) \(marks.count)")
    } else if let tool = selectedTool ?? marks.first {
      push(.other(OtherToolScreen(than: tool)))
    }
  }

  mutating func compare(_ tools: [ToolID]) {
    jump()
    push(.compare(CompareScreen(tools)))
  }
}
