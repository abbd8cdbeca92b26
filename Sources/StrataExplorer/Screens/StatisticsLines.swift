import StrataCatalog
import StrataScreen
import StrataSearch

/// The bars of the statistics in lines: they are the same whatever is selected.
struct StatisticsLines: Sendable {
  /// What they are made for, beside the counts.
  struct Key: Hashable, Sendable {
    /// Columns of a line.
    var width: Int
    /// Sections that stand in the left one of two columns.
    var leftCount: Int
    var language: Language
  }

  /// A line, and the row of the list that it is.
  typealias Entry = (line: Line, row: Int?)

  private(set) var columns: [[Entry]] = [[], []]

  private static let barColumns = 40

  init(_ counted: Statistics, _ key: Key, _ context: Context) {
    var first = 0
    for (index, section) in counted.sections.enumerated() {
      columns[index < key.leftCount ? 0 : 1] += StatisticsLines.lines(
        section, of: counted.tools, from: first, width: key.width, context)
      first += section.rows.count
    }
  }

  /// A section of bars: a heading, the rows, a blank line.
  private static func lines(
    _ section: (topic: Statistics.Topic, rows: [Statistics.Row]), of tools: Int, from first: Int, width: Int,
    _ context: Context
  ) -> [Entry] {
    let names = section.rows.map { name(of: $0.name, context) }
    let most = max(1, section.rows.map(\.count).max() ?? 1)
    let digits = "\(most)".count
    func columns(_ spans: ArraySlice<Span>) -> Int { spans.reduce(0) { $0 + context.columns($1.text) } }
    let widest = names.map { columns($0[...]) }.max() ?? 0
    let nameWidth = min(widest, max(4, width - digits - 8))
    let room = min(barColumns, max(0, width - nameWidth - digits - 3))
    var notes: [Line] = []
    let sum = section.rows.reduce(0) { $0 + $1.count }
    if section.topic.countsPlaces, sum > tools {
      notes = context.flow.lines(context.words.sum(sum, of: tools), .dim, width: max(1, width - 1))
    }
    var lines: [Entry] = [(Line(context.words.title(of: section.topic), .heading), nil)]
    lines += notes.map { ($0, nil) }
    for (index, row) in section.rows.enumerated() {
      let count = "\(row.count)"
      let halves = row.count == 0 ? 0 : max(1, row.count * room * 2 / most)
      var name = names[index]
      let last = name.removeLast()
      name.append(
        Span(
          context.padded(last.text, max(1, nameWidth - columns(name[...]))) + (context.isAccessible ? "  " : " "),
          last.role))
      let number = Span(String(repeating: " ", count: max(0, digits - count.count)) + count + " ")
      lines.append((Line(name + [number, Span(context.glyphs.bar(halves: halves), .bars)]), first + index))
    }
    return lines + [(.blank, nil)]
  }

  /// A row's name; of the sign before it alone the color speaks.
  private static func name(of name: Statistics.Row.Name, _ context: Context) -> [Span] {
    switch name {
    case .subject(let subject): [Span(context.name(of: subject))]
    case .theme(let theme): [Span(context.title(of: .theme(theme)))]
    case .text(let text): [Span(text)]
    case .life(let status):
      [
        Span(context.glyphs.mark(of: status).map { $0 + " " } ?? "", Role(life: status)),
        Span(context.words.title(of: status)),
      ]
    case .openness(let licenseClass): [Span(context.words.title(of: licenseClass))]
    case .maturity(let word):
      [
        Span(context.glyphs.mark(ofMaturity: word) + " ", Role(maturity: word)),
        Span(word.isEmpty ? context.words.noMaturity : context.words.maturity(word)),
      ]
    }
  }
}
