import StrataCatalog
import StrataScreen
import StrataSearch

/// A row of results: its mark and name, where it stands, and the words about it, with what matched.
struct ResultColumns: Hashable {
  private let width: Int
  private let name: Int
  /// Of the word for a tool's mark; 0 where there is no room for it.
  private let word: Int
  private let place: Int

  /// Columns that the words about a hit keep beside the word for its mark.
  private static let leastSaid = 24

  init(_ hits: [ResultsScreen.Hit], width: Int, _ context: Context) {
    // The lead of a tool may be wider than the others'.
    let width = width - (context.leadColumns - 2)
    self.width = width
    let widest = hits.reduce(0) { max($0, context.columns(context.title(of: $1.page))) }
    // In steps, so that the columns do not move with every row that comes into sight. Names come before all else.
    name = width < 50 ? max(1, width - 3) : min((widest + 3) / 4 * 4, width - 3)
    let places = 6 + hits.reduce(0) { max($0, context.columns(ResultColumns.place(of: $1, context))) }
    let room = width - name - 4
    let wanted = context.widestWord + 2
    word = width >= 50 && room >= wanted + Self.leastSaid ? wanted : 0
    let rest = width - name - word
    place = rest >= 54 ? min((places + 5) / 12 * 12, rest * 2 / 5) : 0
  }

  /// The name of what a hit stands in.
  private static func place(of hit: ResultsScreen.Hit, _ context: Context) -> String {
    switch hit {
    case .theme: context.words.theme
    case .subject(.layer): context.words.layer
    case .subject(.category(let category)): context.name(of: .layer(context.catalog[category].layer))
    case .subject(.tool(let tool)): context.name(of: .category(context.catalog[tool].category))
    }
  }

  /// The mark before a hit.
  func lead(of hit: ResultsScreen.Hit, _ context: Context) -> [Span] {
    func sign(_ glyph: String) -> [Span] { [Span(context.padded(glyph, context.leadColumns), .heading)] }
    return switch hit {
    case .theme: sign(context.glyphs.themeMark)
    case .subject(.layer): sign(context.glyphs.layerMark)
    case .subject(.category): sign(context.glyphs.categoryMark)
    case .subject(.tool(let tool)): context.lead(of: tool)
    }
  }

  private static func text(of hit: ResultsScreen.Hit, _ catalog: Catalog) -> LocalizedText {
    switch hit {
    case .theme(let theme): catalog.themes[theme].what
    case .subject(.layer(let layer)): catalog[layer].summary
    case .subject(.category(let category)): catalog[category].what
    case .subject(.tool(let tool)): catalog[tool].summary
    }
  }

  /// What stands behind the mark.
  func body(of hit: ResultsScreen.Hit, _ searcher: Searcher, _ context: Context) -> [Span] {
    let cut = context.textWidth.truncated(context.title(of: hit.page), columns: name)
    var spans = marked(cut, .text, searcher)
    spans.append(Span(String(repeating: " ", count: max(0, name - context.columns(cut)) + 2)))
    if word > 0 {
      if case .subject(.tool(let tool)) = hit {
        spans.append(Span(context.padded(context.word(of: tool), word), .dim))
      } else {
        spans.append(Span(String(repeating: " ", count: word)))
      }
    }
    if place > 0 { spans.append(Span(context.padded(ResultColumns.place(of: hit, context), place) + "  ", .dim)) }
    let room = width - 4 - name - word - (place > 0 ? place + 2 : 0)
    guard width >= 50, room > 0 else { return spans }
    var said = context.oneLine(ResultColumns.text(of: hit, context.catalog), columns: room)
    var used = 0
    func label(_ field: TextField) -> String { context.words.title(of: field) + context.words.colon }
    // Where neither name nor summary shows why it matched, the text that does, in the columns that its field's name leaves.
    if case .subject(let subject) = hit,
      let snippet = searcher.snippet(
        for: subject, in: context.language, length: { max(8, room - context.textWidth.columns(label($0))) })
    {
      let label = label(snippet.field)
      used = min(room, context.textWidth.columns(label))
      spans.append(Span(label, .emphasis))
      said = snippet.text
    }
    return spans + marked(context.textWidth.truncated(said, columns: room - used), .dim, searcher)
  }

  /// Text as spans, what matched in its own role.
  private func marked(_ text: String, _ role: Role, _ searcher: Searcher) -> [Span] {
    var spans: [Span] = []
    var place = text.startIndex
    for range in searcher.highlights(in: text) where range.lowerBound >= place {
      if range.lowerBound > place { spans.append(Span(String(text[place..<range.lowerBound]), role)) }
      spans.append(Span(String(text[range]), .match))
      place = range.upperBound
    }
    if place < text.endIndex { spans.append(Span(String(text[place...]), role)) }
    return spans
  }
}
