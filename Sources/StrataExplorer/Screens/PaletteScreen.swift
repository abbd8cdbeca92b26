import StrataCatalog
import StrataScreen
import StrataSearch

/// Every action that does something now, by name, with its key; below them, once something is typed, the themes.
struct PaletteScreen: PromptedListScreen {
  /// What the screen below can do.
  private let actions: [Action]
  var field = Prompt()
  var list = ListState()

  init(_ actions: [Action]) { self.actions = actions }

  var screen: Screen { .palette(self) }
  var mode: Mode { .palette }
  var isOverlay: Bool { true }

  func path(_ context: Context) -> [String] { [context.words.actions] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.action)
  }

  /// What can be taken.
  enum Choice: Hashable {
    case action(Action)
    /// The page of a theme.
    case theme(Int)
  }

  /// What the typed text finds, in either language, in Chinese also by pinyin: what has it as its key first (`:q`, `:q!`), then what the
  /// shown language calls so.
  func found(_ context: Context) -> [Choice] {
    guard !field.isEmpty else { return actions.map(Choice.action) }
    let matcher = TextMatcher(field.text)
    let key = field.text.last == "!" ? String(field.text.dropLast()) : field.text
    let languages = [context.language] + Language.allCases.filter { $0 != context.language }
    var named = actions.filter { context.keyName(of: $0) == key }
    for language in languages {
      named += actions.filter { !named.contains($0) && matcher.matches(Words[language].title(of: $0)) }
    }
    let themes = context.catalog.themes.enumerated().filter { _, theme in
      Language.allCases.contains { matcher.matches(context.catalog.string(theme.name, in: $0)) }
    }
    return named.map(Choice.action) + themes.map { Choice.theme($0.offset) }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): list.move(rows)
    case .open:
      let found = found(context)
      guard found.indices.contains(list.selected) else { return nil }
      switch found[list.selected] {
      case .action(let action): return .perform(action)
      case .theme(let theme): return .open(.theme(theme))
      }
    case .goIn, .goOut, .next, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear,
      .narrow:
      break
    }
    return nil
  }

  /// Columns of a row, where there are as many.
  private static let usual = 78

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let found = found(context)
    list.fit(count: found.count, height: areas.body.height)
    if found.isEmpty { layout.place(context.words.noSuchAction, .dim, in: areas.body.inset(left: 1)) }
    let titles = found.map { choice in
      switch choice {
      case .action(let action): (text: context.words.title(of: action), key: context.keyName(of: action))
      case .theme(let theme): (text: context.title(of: .theme(theme)), key: context.words.theme)
      }
    }
    // A key stands where the eye finds it: as near as the longest title lets it.
    let needed = titles.reduce(0) {
      max($0, context.columns($1.text) + context.columns($1.key) + 6)
    }
    let rows = Rect(
      x: areas.body.x, y: areas.body.y, width: min(areas.body.width - 1, max(needed, PaletteScreen.usual)),
      height: areas.body.height)
    for (row, index) in list.shown.enumerated() {
      let (title, key) = titles[index]
      layout.row(
        Line([Span(title)], right: key.isEmpty ? [] : [Span(" \(key) ", .key)]),
        in: rows.row(row),
        Layout.Emphasis(isSelected: index == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: list.offset, count: found.count, in: areas.body)
    layout.prompt(field, lead: ":", hint: context.words.prompt, right: context.words.actions, in: areas.path)
    return layout
  }
}

/// Whether a short text has every word that was typed: in any case or accent, Chinese also by pinyin.
struct TextMatcher {
  private let words: [Query]

  init(_ typed: String) {
    // As a search would, but without its signs: what is typed here is a word.
    let plain = String(typed.map { "!'\"^$~|:：".contains($0) ? " " : $0 })
    words = plain.split(separator: " ").map { Query(String($0)) }.filter { !$0.isEmpty }
  }

  func matches(_ text: String) -> Bool { words.allSatisfy { !$0.highlights(in: text).isEmpty } }
}
