import StrataCatalog
import StrataScreen
import StrataSearch

/// Every action that does something now, by name, with its key.
struct PaletteScreen: ScreenState {
  /// What the screen below can do.
  private let actions: [Action]
  var field = Prompt()
  private var list = ListState()

  init(_ actions: [Action]) { self.actions = actions }

  var screen: Screen { .palette(self) }
  var mode: Mode { .palette }
  var prompt: Prompt? {
    get { field }
    set {
      guard let newValue else { return }
      if newValue.text != field.text { list = ListState() }
      field = newValue
    }
  }

  func path(_ context: Context) -> [String] { [context.words.actions] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.action)
  }

  /// What the typed text finds, in either language, in Chinese also by pinyin.
  func found(_ context: Context) -> [Action] {
    guard !field.isEmpty else { return actions }
    let matcher = TextMatcher(field.text)
    return actions.filter { action in
      Language.allCases.contains { matcher.matches(Words[$0].title(of: action)) }
    }
  }

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(let rows): list.canMove(rows)
    case .open: list.count > 0
    case .goIn, .goOut, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): list.move(rows)
    case .open:
      let found = found(context)
      return found.indices.contains(list.selected) ? .perform(found[list.selected]) : nil
    case .goIn, .goOut, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      break
    }
    return nil
  }

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let found = found(context)
    list.fit(count: found.count, height: areas.body.height)
    if found.isEmpty { layout.place(context.words.noSuchAction, .dim, in: areas.body.inset(left: 1)) }
    for (row, index) in list.shown.enumerated() {
      let key = context.keyName(of: found[index])
      layout.row(
        Line([Span(context.words.title(of: found[index]))], right: key.isEmpty ? [] : [Span(" \(key) ", .key)]),
        in: areas.body.row(row).inset(right: 1),
        Layout.Emphasis(isSelected: index == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: list.offset, count: found.count, in: areas.body)
    layout.prompt(field, lead: ":", hint: context.words.prompt, right: context.words.actions, in: areas.path)
    return layout
  }
}

/// Whether a short text has what was typed: in any case or accent, Chinese also by pinyin.
struct TextMatcher {
  private let query: Query
  private let isEmpty: Bool

  init(_ typed: String) {
    // As a search would, but without its signs: what is typed here is a word.
    query = Query(String(typed.map { "!'\"^$~|:：".contains($0) ? " " : $0 }))
    isEmpty = query.isEmpty
  }

  func matches(_ text: String) -> Bool { isEmpty || !query.highlights(in: text).isEmpty }
}
