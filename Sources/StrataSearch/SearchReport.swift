public import StrataCatalog
public import StrataText

/// The results of a search as `strata search` prints them. The command line speaks English.
public struct SearchReport: Sendable {
  private let query: Query
  private let catalog: Catalog
  private let searcher: Searcher
  private let explanation: Explanation?
  /// The themes that the query names.
  private let themes: [Theme]
  /// All hits, of which some are printed.
  public let total: Int
  /// The best hits, at most as many as asked for.
  public let hits: [Subject]

  /// Of a summary: the text of a category goes on as a page.
  private static let summaryColumns = 200

  /// Searches the whole catalog. `limit`: how many hits to print; nil: all.
  public init(_ query: Query, in catalog: Catalog, limit: Int? = nil) {
    var searcher = Searcher(catalog: catalog)
    searcher.offersSubstitutes = true
    searcher.search(query)
    while searcher.advance(steps: .max) {}
    self.query = query
    self.catalog = catalog
    self.searcher = searcher
    total = searcher.total
    themes = searcher.themes.prefix(limit ?? .max).map { catalog.themes[$0] }
    hits = searcher.hits(0..<max(0, min((limit ?? .max) - themes.count, searcher.total)))
    explanation = searcher.explanation()
  }

  /// Whether what was asked for is in the catalog, and not just something similar.
  public var isFound: Bool {
    !themes.isEmpty || total > 0 && !(searcher.substitute?.reasons.contains(.similar) ?? false)
  }

  /// Two lines a hit: name, kind or maturity and place; then the summary, or the text that has the words.
  ///
  /// - Parameters:
  ///   - language: of names and summaries.
  ///   - explains: whether each hit has lines that say why it is one.
  ///   - fold: fits the lines to a terminal. Of a longer text than a summary a line is shown.
  ///   - highlight: marks a part that matches.
  public func text(
    in language: Language, explains: Bool = false, fold: LineFold = .none, highlight: (VisibleText) -> VisibleText
  ) -> VisibleText {
    func marked(_ text: String) -> VisibleText {
      var result = VisibleText.empty
      var start = text.startIndex
      for range in searcher.highlights(in: text) {
        result += VisibleText(text[start..<range.lowerBound]) + highlight(VisibleText(text[range]))
        start = range.upperBound
      }
      return result + VisibleText(text[start...])
    }
    // What matches is marked in each line by itself: the marks have no columns.
    func folded(
      _ lead: String, _ text: String, _ show: (String) -> VisibleText = { VisibleText($0) }
    ) -> [VisibleText] {
      if fold.columns == nil { return [VisibleText(lead) + show(text)] }
      return fold.lines(VisibleText(lead + text).string).split(separator: "\n").map { show(String($0)) }
    }
    func summary(_ text: String) -> [VisibleText] {
      folded("    ", Excerpt.around(0, in: text, columns: Self.summaryColumns), marked)
    }
    func heading(_ name: String, _ notes: [String]) -> [VisibleText] {
      let width = TextWidth.standard
      var lines = folded("", name, marked)
      var used = fold.lines(VisibleText(name).string).split(separator: "\n").last.map { width.columns($0) } ?? 0
      for note in notes {
        let note = VisibleText(note)
        used += 3 + width.columns(note.string)
        if used <= fold.columns ?? .max, !lines.isEmpty {
          lines[lines.count - 1] += " · " + note
        } else {
          lines += folded("    · ", note.string)
          used = lines.last.map { width.columns($0.string) } ?? 0
        }
      }
      return lines
    }
    // Of a longer text a line around what has the words.
    let room = max(20, min(90, (fold.columns ?? .max) - 14))
    var lines: [VisibleText] = []
    for theme in themes {
      lines += heading(catalog.string(theme.name, in: language), ["theme"])
      lines += summary(catalog.string(theme.what, in: language))
    }
    let firstInside = total - searcher.insideTotal
    for (place, hit) in hits.enumerated() {
      if place == firstInside { lines.append("inside words: \(String(searcher.insideTotal))") }
      let facts = facts(hit, language)
      lines += heading(facts.name, facts.notes)
      if let snippet = searcher.snippet(for: hit, in: language, length: { _ in room }) {
        lines += folded("    \(snippet.field.rawValue): ", snippet.text, marked)
      } else if !facts.summary.isEmpty {
        lines += summary(facts.summary)
      }
      if explains { lines += reasons(hit).flatMap { folded("    = ", $0.string) } }
    }
    if hits.count < total { lines.append("… \(hits.count + themes.count) of \(total + themes.count)") }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Why a hit is one, a line a word.
  private func reasons(_ hit: Subject) -> [VisibleText] {
    var lines = searcher.reasons(for: hit).map { reason -> VisibleText in
      let match: VisibleText =
        switch reason.match {
        case .whole: "is"
        case .beginning: "begins"
        case .word: "is a word in"
        case .pinyin: "is pinyin in"
        case .similar: "is similar to"
        case .inside: "is inside a word in"
        }
      return "\(reason.word) \(match) the \(reason.field?.rawValue ?? "maturity"): \(reason.text)"
    }
    if case .tool(let id) = hit {
      switch catalog[id].status {
      case .active: break
      case .maintenance, .deprecated, .retired: lines.append("\(catalog[id].status.rawValue)")
      }
      if let weight = searcher.weight(of: id) {
        lines.append("\(String(weight.place)) of \(String(weight.count)) in its category")
      }
    }
    return lines
  }

  /// What to say beside the hits: what of the query does not count, why nothing was found, what is shown instead. Lines
  /// without a line feed at the end; none where there is nothing to say.
  public var notes: [VisibleText] {
    var notes = query.problems.map { VisibleText($0.sentence) }
    guard let explanation else {
      if total == 0, themes.isEmpty { notes.append("nothing found for \(query.text)") }
      return notes
    }
    var text: VisibleText = "nothing found for \(query.text)"
    if !explanation.unmatched.isEmpty {
      text += ": no text has " + explanation.unmatched.map { "'\($0)'" as VisibleText }.joined(separator: ", ")
    } else if query.terms.count > 1 {
      text += ": each word occurs, but not together with the rest"
    }
    let names = explanation.suggestions.map { VisibleText($0.name) }
    if !names.isEmpty { text += "; did you mean \(names.joined(separator: ", "))?" }
    notes.append(text)
    notes += explanation.obstacles.filter(\.isFilter).map { "without \($0.text): \(String($0.total)) found" }
    for reason in explanation.substitute?.reasons ?? [] {
      switch reason {
      case .cut(let pieces): notes.append("cut into \(pieces.joined(separator: " · "))")
      case .leftOut(let words): notes.append("left out: \(words.joined(separator: ", "))")
      case .stems(let words): notes.append("looked for: \(words.joined(separator: ", "))")
      case .similar: notes.append("shown: similar names")
      }
    }
    return notes
  }

  /// A JSON array of objects, best first: `kind`, `id`, `name`, `layer`, `category`, `maturity`, `summary`, `homepage`,
  /// `repository`, `matched` where a text that none of these shows has the words, `why` where `explains` (an array of objects:
  /// `word`, `match`, `field`, `text`), and `inside: true` where a short word is only inside another one. A theme that the
  /// query names comes first, with `kind`, `id`, `name`, `summary`. Ends with a line feed.
  public func json(explains: Bool = false) -> String {
    let firstInside = total - searcher.insideTotal
    let hits =
      themes.map { theme in
        "  {\"kind\": \"theme\", \"id\": \(JSONText.quoted(catalog.string(theme.id))), "
          + [("name", theme.name), ("summary", theme.what)].map(localized).joined(separator: ", ") + "}"
      }
      + hits.enumerated().map { place, hit in
        let why = explains ? ["\"why\": [" + searcher.reasons(for: hit).map(object).joined(separator: ", ") + "]"] : []
        let inside = place >= firstInside ? ["\"inside\": true"] : []
        return "  {" + (object(hit) + why + inside).joined(separator: ", ") + "}"
      }
    return hits.isEmpty ? "[]\n" : "[\n" + hits.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ reason: Reason) -> String {
    let parts = [
      ("word", reason.word), ("match", "\(reason.match)"), ("field", reason.field?.rawValue ?? "maturity"),
      ("text", reason.text),
    ]
    return "{" + parts.map { "\"\($0.0)\": \(JSONText.quoted($0.1))" }.joined(separator: ", ") + "}"
  }

  private func localized(_ key: String, _ text: LocalizedText) -> String {
    let languages = Language.allCases.map { ($0.rawValue, text[$0]) }.filter { !$0.1.isEmpty }
      .map { "\"\($0.0)\": \(JSONText.quoted(catalog.string($0.1)))" }
    return "\"\(key)\": {\(languages.joined(separator: ", "))}"
  }

  private func object(_ hit: Subject) -> [String] {
    var fields: [String] = []
    func add(_ key: String, _ value: String) {
      if !value.isEmpty { fields.append("\"\(key)\": \(JSONText.quoted(value))") }
    }
    func add(_ key: String, _ text: LocalizedText) {
      if !text.isEmpty { fields.append(localized(key, text)) }
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
    if let snippet = searcher.snippet(for: hit, in: .en, length: { _ in 90 }) {
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
        [
          maturity, tool.status == .active ? "" : tool.status.rawValue,
          catalog.string(catalog[tool.category].name, in: language),
        ]
        .filter { !$0.isEmpty },
        catalog.string(tool.summary, in: language)
      )
    }
  }
}

extension Query.Problem {
  /// What does not count, and what to type instead; in English, for the command line.
  public var sentence: String {
    switch self {
    case .tooLong: "only the first \(Query.lengthLimit) characters of the query count"
    case .tooManyTerms: "only the first \(Query.termLimit) words of the query count"
    case .longWord: "a word counts by its first \(Query.wordLimit) bytes"
    case .emptyBound(let facet): "\(facet.keyword): a date is missing; try \(facet.keyword):>2024"
    case .noDate(let facet, let text):
      "\(facet.keyword): '\(text)' is no year, month or day; try \(facet.keyword):2024, >2024-05 or 2019..2021"
    case .backwards(let facet, let from, let to):
      "\(facet.keyword):\(from)..\(to) is backwards; read as \(to)..\(from)"
    case .noOrder(let facet, let text): "\(facet.keyword):\(text): only dates have an order; taken as a word"
    case .noField(let word, let near):
      "no field '\(word)'; "
        + (near.map { "did you mean \($0.keyword):?" } ?? "there are "
          + Facet.allCases.map(\.keyword).joined(separator: ", "))
    }
  }
}
