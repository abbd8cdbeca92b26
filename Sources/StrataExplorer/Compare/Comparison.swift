public import StrataCatalog
public import StrataStack

/// Some tools side by side, row by row: what the screen shows and the command prints.
///
/// It has the rows that at least one of the tools knows something for.
public struct Comparison: Sendable {
  public let tools: [ToolID]
  let names: [String]
  let ids: [String]
  /// In the order in which one reads them.
  let rows: [Row]
  let language: Language
  /// The day of the facts: the axis of time ends there, or at the last event.
  let asOf: Event

  /// How many are compared.
  public static let limits = 2...4

  struct Row: Sendable {
    /// One word, the same in every language.
    var key: String
    var title: String
    var content: Content

    /// Whether it is known of all and the same.
    var isEqual: Bool {
      switch content {
      case .text(let cells): cells.allSatisfy { !$0.isEmpty && $0 == cells[0] }
      case .timeline(let lines): lines.allSatisfy { !$0.isEmpty && $0 == lines[0] }
      }
    }
  }

  enum Content: Sendable {
    /// The lines of each tool's cell; none: it is not known.
    case text([[String]])
    /// The events of each tool, the earliest first.
    case timeline([[Event]])
  }

  /// What happened to a tool on a day.
  struct Event: Hashable, Sendable {
    /// A year, a month or a day, ISO 8601.
    var date: String
    var kind: Kind
    /// In the words of the language.
    var word: String

    enum Kind: Hashable, Sendable {
      case released
      case maturity(String)
      case life(Life.Status)
    }

    /// Years, with months as their fractions; nil for what is no date.
    var year: Double? {
      let parts = date.split(separator: "-").compactMap { Double($0) }
      guard let year = parts.first, (1900...2200).contains(year) else { return nil }
      return year + (parts.count > 1 ? min(11, max(0, parts[1] - 1)) / 12 : 0)
    }

    /// Whether nothing comes after it.
    var isEnd: Bool { kind == .life(.retired) || kind == .maturity("archived") }
  }

  /// - Parameters:
  ///   - tools: those that stand side by side.
  ///   - stacks: teams' own, told apart by their names.
  public init(_ tools: [ToolID], in catalog: Catalog, stacks: [Stack] = [], language: Language) {
    self.tools = tools
    self.language = language
    names = tools.map { catalog.string(catalog[$0].name) }
    ids = tools.map { catalog.string(catalog[$0].id) }
    asOf = Event(date: catalog.string(catalog.landscape.asOf), kind: .released, word: "")
    rows = ComparisonBuilder(tools: tools, catalog: catalog, language: language).build(stacks: stacks)
  }
}
