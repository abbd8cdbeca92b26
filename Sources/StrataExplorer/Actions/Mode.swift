/// What the keys mean at the moment: which part of the screen they go to.
public enum Mode: String, CaseIterable, Hashable, Sendable {
  case browse, map, guide, statistics, stack, page, compare, scan, news
  /// The first line, reached by ↑ from the first row.
  case bar
  /// A list that pops up: links, sort orders, what to copy.
  case menu
  /// The catalog's warnings.
  case findings
  case help
  // Prompts: letters are text.
  case helpField, search, palette, filters
  /// The tool to compare another one with.
  case other
  /// A tool's note.
  case note
  /// The folder that is to be scanned.
  case folder

  /// What a mode is for its keys: a new one takes the keys of its kind.
  enum Kind: CaseIterable {
    case view, list, bar, prompt
  }

  var kind: Kind {
    switch self {
    case .browse, .map, .guide, .statistics, .stack, .page, .compare, .scan, .news: .view
    case .menu, .findings, .help: .list
    case .bar: .bar
    case .helpField, .search, .palette, .filters, .other, .note, .folder: .prompt
    }
  }

  /// Whether letters are text.
  var isPrompt: Bool { kind == .prompt }

  static let views = of(.view)
  static let lists = of(.list)
  static let prompts = of(.prompt)
  static let viewsAndBar = views.union([.bar])
  static let moving = views.union(lists)
  static let texts: Set<Mode> = [.page, .guide]
  /// Where Space turns a screen over or takes a proposal, it does not mark.
  static let marking = views.subtracting(texts).subtracting([.compare, .scan])
  static let all = Set(allCases)
  static let outsidePrompts = all.subtracting(prompts)

  private static func of(_ kind: Kind) -> Set<Mode> { Set(allCases.filter { $0.kind == kind }) }
}
