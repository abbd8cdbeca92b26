import StrataScan
import StrataStack

/// Scanning folders: what a scan finds is proposed for the stack.
extension Explorer {
  /// How far a scan is.
  public mutating func report(_ scan: FolderScan) {
    context.scan = scan
    work.forgetScan()
    settle()
  }

  /// Asks for a folder, or shows what was found in the last one.
  mutating func openScan() {
    if case .scan(var state) = top {
      state.ask()
      top = .scan(state)
      return
    }
    navigation.above.removeAll { $0.screen.isOverlay }
    jump()
    push(.scan(ScanScreen(asks: context.scan == nil)))
  }

  mutating func scan(_ paths: [String]) -> [Effect] {
    context.scan = FolderScan(paths: paths)
    work.forgetScan()
    return [.scan(paths)]
  }

  /// Whether a scan goes on that one looks at.
  var isScanning: Bool { if case .scan = top { context.scan?.isRunning == true } else { false } }

  // MARK: Proposals

  /// What was found and the stack does not have: the selected tool, or all that are sure.
  func proposals(all: Bool) -> [StackChange.Found] {
    guard case .scan(let state) = top, state.mode == .scan, let result = context.scan?.result else { return [] }
    let uses =
      all
      ? result.sure
      : [result.sure, result.perhaps, result.aside].joined().first { $0.tool == state.proposal }.map { [$0] } ?? []
    return uses.filter { context.stacks.first?.stack.entry(ofTool: $0.tool) == nil }.map(\.found)
  }

  /// Takes proposals over; where the stack is to be kept is asked once.
  mutating func takeProposals(all: Bool, status: String = Stack.unsorted) -> [Effect] {
    let found = proposals(all: all)
    guard !found.isEmpty else { return [] }
    guard let path = stackPath else {
      askForPlace(.take(all: all))
      return []
    }
    return [.changeStack(.found(found, status: status), path: path)]
  }
}
