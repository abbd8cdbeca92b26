public import StrataCatalog
public import StrataText

/// The results of a search as `strata search` prints them. The command line speaks English.
public struct SearchReport: Sendable {
  private let query: Query
  private let catalog: Catalog
  private let searcher: Searcher
  private let explanation: Explanation?
  public let total: Int
  /// The best hits, at most as many as asked for.
  public let hits: [Subject]

  /// Searches the whole catalog. `limit`: how many hits to print; nil: all.
  public init(_ query: Query, in catalog: Catalog, limit: Int? = nil) {
    var searcher = Searcher(catalog: catalog)
    searcher.search(query)
    while searcher.advance(steps: .max) {}
    self.query = query
    self.catalog = catalog
    self.searcher = searcher
    total = searcher.total
    hits = searcher.hits(0..<max(0, min(limit ?? .max, searcher.total)))
    explanation = searcher.explanation()
  }

  /// Two lines a hit: name, kind or maturity and place; then the summary, or the text that has the words.
  ///
  /// - Parameters:
  ///   - language: of names and summaries.
  ///   - highlight: marks a part that matches.
  public func text(in language: Language, highlight: (VisibleText) -> VisibleText) -> VisibleText {
    func marked(_ text: String) -> VisibleText {
      var result = VisibleText.empty
      var start = text.startIndex
      for range in searcher.highlights(in: text) {
        result += VisibleText(text[start..<range.lowerBound]) + highlight(VisibleText(text[range]))
        start = range.upperBound
      }
      return result + VisibleText(text[start...])
    }
    var lines: [VisibleText] = []
    for hit in hits {
      let facts = facts(hit, language)
      lines.append(([marked(facts.name)] + facts.notes.map { VisibleText($0) }).joined(separator: " · "))
      if let snippet = searcher.snippet(for: hit, in: language, length: 90) {
        lines.append("    \(snippet.field.rawValue): \(marked(snippet.text))")
      } else if !facts.summary.isEmpty {
        lines.append("    \(marked(Excerpt.around(0, in: facts.summary, columns: 100)))")
      }
    }
    if hits.count < total { lines.append("… \(hits.count) of \(total)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What to say where nothing was found.
  public var nothing: VisibleText {
    var text: VisibleText = "nothing found for \(query.text)"
    guard let explanation else { return text }
    if !explanation.unmatched.isEmpty {
      text += ": no text has " + explanation.unmatched.map { "'\($0)'" as VisibleText }.joined(separator: ", ")
    } else {
      text += ": each word occurs, but not together with the rest"
    }
    let names = explanation.suggestions.map { VisibleText($0.name) }
    if !names.isEmpty { text += "; did you mean \(names.joined(separator: ", "))?" }
    return text
  }

  /// A JSON array of objects, best first: `kind`, `id`, `name`, `layer`, `category`, `maturity`, `summary`, `homepage`,
  /// `repository`, and `matched` where a text that none of these shows has the words. Ends with a line feed.
  public var json: String {
    let hits = hits.map { "  {" + object($0).joined(separator: ", ") + "}" }
    return hits.isEmpty ? "[]\n" : "[\n" + hits.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ hit: Subject) -> [String] {
    var fields: [String] = []
    func add(_ key: String, _ value: String) {
      if !value.isEmpty { fields.append("\"\(key)\": \(JSONText.quoted(value))") }
    }
    func add(_ key: String, _ text: LocalizedText) {
      guard !text.isEmpty else { return }
      let languages = [("en", text.en), ("zh", text.zh)].filter { !$0.1.isEmpty }
        .map { "\"\($0.0)\": \(JSONText.quoted(catalog.string($0.1)))" }
      fields.append("\"\(key)\": {\(languages.joined(separator: ", "))}")
    }
    switch hit {
    case .layer(let id):
      let layer = catalog[id]
      add("kind", "layer")
      add("id", catalog.string(layer.id))
      add("name", layer.name)
      add("summary", layer.summary)
    case .category(let id):
      let category = catalog[id]
      add("kind", "category")
      add("id", catalog.string(category.id))
      add("name", category.name)
      add("layer", catalog.string(catalog[category.layer].id))
      add("summary", category.what)
    case .tool(let id):
      let tool = catalog[id]
      add("kind", "tool")
      add("id", catalog.string(tool.id))
      add("name", catalog.string(tool.name))
      add("layer", catalog.string(catalog[catalog[tool.category].layer].id))
      add("category", catalog.string(catalog[tool.category].id))
      add("maturity", catalog.maturity(of: id))
      add("summary", tool.summary)
      add("homepage", catalog.string(tool.homepage))
      add("repository", catalog.string(tool.repository))
    }
    if let snippet = searcher.snippet(for: hit, in: .en, length: 90) {
      fields.append(
        "\"matched\": {\"field\": \(JSONText.quoted(snippet.field.rawValue)), \"text\": \(JSONText.quoted(snippet.text))}"
      )
    }
    return fields
  }

  private func facts(_ hit: Subject, _ language: Language) -> (name: String, notes: [String], summary: String) {
    switch hit {
    case .layer(let id):
      return (
        catalog.string(catalog[id].name, in: language), ["layer"], catalog.string(catalog[id].summary, in: language)
      )
    case .category(let id):
      let category = catalog[id]
      return (
        catalog.string(category.name, in: language),
        ["category", catalog.string(catalog[category.layer].name, in: language)],
        catalog.string(category.what, in: language)
      )
    case .tool(let id):
      let tool = catalog[id]
      let maturity = catalog.maturity(of: id)
      return (
        catalog.string(tool.name),
        [maturity, catalog.string(catalog[tool.category].name, in: language)].filter { !$0.isEmpty },
        catalog.string(tool.summary, in: language)
      )
    }
  }
}
