/// A screen of one list, of which one row is chosen.
protocol ListScreen: ScreenState {
  var list: ListState { get set }
}

extension ListScreen {
  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(let rows): list.canMove(rows)
    case .open: list.count > 0
    case .goIn, .goOut, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      false
    }
  }

  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    if case .row(_, let index) = spot { list.point(at: index) }
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) { list.scroll(by: rows) }
}

/// A list under a prompt, of what is called so: other words begin it anew.
protocol PromptedListScreen: ListScreen {
  var field: Prompt { get set }
}

extension PromptedListScreen {
  var prompt: Prompt? {
    get { field }
    set {
      guard let newValue else { return }
      if newValue.text != field.text { list = ListState() }
      field = newValue
    }
  }
}
