import StrataCatalog
import StrataScreen
import StrataSearch

/// How the rows of a list of tools divide their width: the name first, then the word of its maturity or what the list is ordered
/// by, and with what is left the first words about it.
struct ToolColumns {
  private let width: Int
  private let name: Int
  /// What stands between the name and the order, and the columns it takes.
  private let facts: [(column: ListColumn, width: Int)]
  private let order: Int
  private let summary: Int

  /// Columns below which the first words about a tool say nothing, and those that a fact takes at most.
  private static let leastSummary = 16
  private static let mostFact = 24

  /// Tools of a list that are looked at: those beyond follow the first ones.
  static let sample = 200

  /// - Parameters:
  ///   - tools: the whole list, so that columns do not move as one scrolls; and those that show.
  ///   - width: of a row without its sign.
  init(_ tools: some Collection<ToolID>, shown: [ToolID], width: Int, _ context: Context) {
    self.width = max(0, width)
    let wanted = context.columns.filter { $0 != .summary }
    var widest = 0
    var widths = wanted.map { _ in 0 }
    var orders = 0
    for tool in Array(tools.prefix(Self.sample)) + (tools.count > Self.sample ? shown : []) {
      widest = Self.wider(tool, than: widest, context)
      for (index, column) in wanted.enumerated() {
        let said = context.columns(context.text(of: column, tool))
        widths[index] = max(widths[index], column == .maturity ? said : min(Self.mostFact, said))
      }
      if let order = context.outline.orderedBy(tool) { orders = max(orders, order.count) }
    }
    order = orders
    // The mark says it, too: words go before a part of a name does.
    let forName = max(0, self.width - context.leadColumns)
    let least = min(widest, forName)
    var free = forName - (orders > 0 ? orders + 1 : 0)
    var facts: [(ListColumn, Int)] = []
    for (column, width) in zip(wanted, widths) where width > 0 && free - least >= width + 1 {
      facts.append((column, width))
      free -= width + 1
    }
    self.facts = facts
    // An unusually long name takes no more than a third from the words about the others.
    let left = free - least - 2
    if left >= Self.leastSummary {
      name = least
      summary = left
    } else if free >= 60 {
      name = free * 2 / 5
      summary = free - name - 2
    } else {
      name = max(0, free)
      summary = 0
    }
  }

  /// The columns of the longest name among the first tools of a list.
  static func widestName(_ tools: some Collection<ToolID>, _ context: Context) -> Int {
    tools.prefix(sample).reduce(0) { wider($1, than: $0, context) }
  }

  /// The columns of a name where it has more than some.
  private static func wider(_ tool: ToolID, than columns: Int, _ context: Context) -> Int {
    // Nothing takes more columns than bytes.
    guard context.catalog[tool].name.length > columns else { return columns }
    return max(columns, context.columns(context.name(of: .tool(tool))))
  }

  func line(_ tool: ToolID, _ context: Context) -> Line {
    let text = context.name(of: .tool(tool))
    // An unusually long name takes what it needs from the words about it.
    let name = max(name, min(context.columns(text), name + summary))
    let summary = summary - (name - self.name)
    var line = Line(context.lead(of: tool) + [Span(context.padded(text, name))])
    for (column, width) in facts {
      // Two blanks part what is read out.
      line.spans.append(
        Span(
          (context.isAccessible ? "  " : " ") + context.padded(context.text(of: column, tool), width),
          column == .maturity ? context.sign(of: tool).role : .text))
    }
    if order > 0 {
      let ordered = context.outline.orderedBy(tool) ?? ""
      line.spans.append(Span(" " + Repeated.blanks(order - ordered.count) + ordered, .strong))
    }
    if summary >= 4, context.columns.contains(.summary) {
      let said = context.oneLine(context.catalog[tool].summary, columns: summary)
      line.spans.append(Span("  " + context.textWidth.truncated(said, columns: summary), .dim))
    }
    return line
  }
}

extension Context {
  /// What a list says of a tool in a column; empty where the catalog does not know it.
  func text(of column: ListColumn, _ tool: ToolID) -> String {
    switch column {
    case .maturity: word(of: tool)
    case .kind: catalog.kind(of: tool).map { shown(catalog[$0].name) } ?? ""
    case .license: value(.license, of: tool)
    case .organization: value(.organization, of: tool)
    case .language: value(.language, of: tool)
    case .summary: shown(catalog[tool].summary)
    }
  }

  private func value(_ key: Field.Key, of tool: ToolID) -> String {
    catalog.fields(of: tool).first { $0.key == key }.map { shown($0.value) } ?? ""
  }
}
