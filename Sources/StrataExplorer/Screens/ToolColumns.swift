import StrataCatalog
import StrataScreen
import StrataSearch

/// How the rows of a list of tools divide their width: the name first, then the word of its maturity or what the list is ordered
/// by, and with what is left the first words about it.
struct ToolColumns {
  private let width: Int
  private let name: Int
  private let word: Int
  private let order: Int
  private let summary: Int

  /// Columns below which the first words about a tool say nothing.
  private static let leastSummary = 16

  /// Tools of a list that are looked at: those beyond follow the first ones.
  private static let sample = 200

  /// - Parameters:
  ///   - tools: the whole list, so that columns do not move as one scrolls; and those that show.
  ///   - width: of a row without its sign.
  init(_ tools: some Collection<ToolID>, shown: [ToolID], width: Int, _ context: Context) {
    self.width = max(0, width)
    var widest = 0
    var words = 0
    var orders = 0
    for tool in Array(tools.prefix(Self.sample)) + (tools.count > Self.sample ? shown : []) {
      widest = max(widest, context.textWidth.columns(context.catalog.string(context.catalog[tool].name)))
      words = max(words, context.textWidth.columns(context.word(of: tool)))
      orders = max(orders, (context.outline.orderedBy(tool) ?? "").count)
    }
    order = orders
    // The mark says it, too: the word goes before a part of a name does.
    let forName = max(0, self.width - context.leadColumns)
    let least = min(widest, forName)
    let taken = orders > 0 ? orders + 1 : 0
    word = words > 0 && forName - least - taken >= words + 1 ? words : 0
    // An unusually long name takes no more than a third from the words about the others.
    let free = forName - taken - (word > 0 ? word + 1 : 0)
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

  func line(_ tool: ToolID, _ context: Context) -> Line {
    let mark = context.mark(of: tool)
    let text = context.name(of: .tool(tool))
    // An unusually long name takes what it needs from the words about it.
    let name = max(name, min(context.textWidth.columns(text), name + summary))
    let summary = summary - (name - self.name)
    var line = Line(context.lead(of: tool) + [Span(context.padded(text, name))])
    let ordered = context.outline.orderedBy(tool) ?? ""
    let year = order > 0 ? " " + String(repeating: " ", count: max(0, order - ordered.count)) + ordered : ""
    let said = word > 0 ? " " + context.padded(context.word(of: tool), word) : ""
    line.spans += [Span(said, mark.role), Span(year, .strong)].filter { !$0.text.isEmpty }
    if summary >= 4 {
      let said = context.oneLine(context.catalog[tool].summary, columns: summary)
      line.spans.append(Span("  " + context.textWidth.truncated(said, columns: summary), .dim))
    }
    return line
  }
}
