/// What the keys mean at the moment: which part of the screen they go to.
public enum Mode: String, CaseIterable, Hashable, Sendable {
  case browse, map, page, guide, statistics
  /// The first line, reached by ↑ from the first row.
  case bar
  /// A list that pops up: links, sort orders, what to copy.
  case menu
  case filters
  /// The catalog's warnings.
  case findings
  /// Prompts: letters are text.
  case search, help, palette

  /// Whether letters are text.
  var isPrompt: Bool { self == .search || self == .help || self == .palette }

  static let views: Set<Mode> = [.browse, .map, .page, .guide, .statistics]
  static let prompts: Set<Mode> = [.search, .help, .palette]
  static let lists: Set<Mode> = [.menu, .filters, .findings]
  static let all = Set(allCases)
}
