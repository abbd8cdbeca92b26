import StrataCatalog
import StrataSearch
import StrataText

/// Why there are no hits, and why the selected one is one.
extension ResultsScreen {
  /// Which filters have a value that no tool has. Each is looked for by itself.
  mutating func findUnknown(_ context: Context, _ work: Workbench) {
    let whole = work.searcher.query
    guard unknown?.query != whole else { return }
    unknown = nil
    guard work.searcher.isSettled, context.isOfUsualSize, work.searcher.total == 0 || work.searcher.substitute != nil
    else { return }
    let filters = whole.filters.prefix(8).filter { filter in
      var probe = work.searcher
      probe.offersSubstitutes = false
      probe.search(Query(filter.text))
      while !probe.isSettled { probe.advance(steps: Explorer.sliceSteps) }
      return probe.total == 0
    }
    unknown = Unknown(query: whole, filters: filters)
  }

  static func hint(_ context: Context, width: Int) -> [Line] {
    let words = context.words
    let key = context.keyName(of: .help, in: .search)
    let help =
      key.isEmpty ? [] : context.flow.lines([Span(key, .key), Span(" " + words.queryHelp, .dim)], width: width)
    return context.flow.lines([Span(words.searchHint, .dim)], width: width) + help
  }

  /// Why nothing was found, what is shown instead, and the keys that help.
  func nothing(_ context: Context, _ work: Workbench, width: Int) -> [Line] {
    guard work.searcher.isSettled else { return [] }
    let words = context.words
    var lines: [Line] = []
    func add(_ spans: [Span]) { lines += context.flow.lines(spans, width: width) }
    func key(_ action: Action) -> Span { Span(context.keyName(of: action, in: .search), .key) }
    let explanation = work.searcher.explanation()
    // Of a text without end the beginning says which it is.
    let isEmpty = ResultsScreen.total(work) == 0 || work.searcher.substitute != nil
    var first = [Span("\(words.noHit) "), Span(String(work.searcher.query.text.prefix(200)), .strong)]
    let unmatched = explanation?.unmatched ?? []
    if !unmatched.isEmpty, unmatched != [work.searcher.query.text] {
      let list = unmatched.prefix(12).map { String($0.prefix(80)) }.joined(separator: context.listSeparator)
      first += [Span(words.semicolon + words.noMatchFor, .dim), Span(list)]
    }
    let instead = work.searcher.substitute?.reasons.map(words.sentence).joined(separator: context.listSeparator) ?? ""
    if !instead.isEmpty { first.append(Span(words.semicolon + instead, .dim)) }
    if isEmpty { add(first) }
    for filter in unknown?.filters ?? [] { add(ResultsScreen.values(of: filter, context)) }
    for (index, obstacle) in (explanation?.obstacles ?? []).prefix(3).enumerated() {
      var spans = [
        Span(context.textWidth.truncated(obstacle.text, columns: 40), .strong),
        Span(
          " " + words.standsInTheWay + words.colon + words.count(obstacle.total, words.result, words.results), .dim),
      ]
      if index == 0 { spans += [Span("  "), key(.liftQuery), Span(" " + words.liftsIt, .dim)] }
      add(spans)
    }
    var helps: [Span] = []
    if let suggestion = suggestion(context, work) {
      helps += [
        Span(words.didYouMean), Span(suggestion.name, .strong), Span("\(words.questionMark)  "), key(.completeSearch),
      ]
    }
    if work.searcher.substitute == nil, Query(field.text).widened != nil {
      if !helps.isEmpty { helps.append(Span("   ")) }
      helps += [key(.widenSearch), Span(" " + words.widen, .dim)]
    }
    if !helps.isEmpty { add(helps) }
    if ResultsScreen.total(work) > 0, !lines.isEmpty { lines.append(.blank) }
    return lines
  }

  /// What a filter may say, where it says what nothing has.
  private static func values(of filter: Query.Filter, _ context: Context) -> [Span] {
    let words = context.words
    let lead = "\(filter.facet.keyword(in: context.language)):"
    let values = Query(lead).completions(at: lead.utf8.count, in: context.catalog, limit: 13)
      .map { shown($0, context) }
    let said =
      values.prefix(12).joined(separator: context.listSeparator)
      + (values.count > 12 ? context.listSeparator + context.glyphs.ellipsis : "")
    return [
      Span(context.textWidth.truncated(filter.text, columns: 40), .strong),
      Span(words.colon + words.unknownValue + (said.isEmpty ? "" : words.semicolon + words.thereAre), .dim),
      Span(" " + said),
    ]
  }

  /// Whether there is something to say of the selected hit: known without looking for it.
  func canExplain(_ work: Workbench) -> Bool {
    guard case .subject(let subject)? = hit else { return false }
    if case .tool(let tool) = subject, work.searcher.weight(of: tool) != nil { return true }
    return work.searcher.seeksWords
  }

  /// Why the selected hit is one: for each word the best place that it has, and what decides among equals.
  func reasons(_ context: Context, _ work: Workbench) -> String? {
    let words = context.words
    guard case .subject(let subject)? = hit else { return nil }
    var parts = work.searcher.reasons(for: subject).map { reason in
      let field = reason.field.map(words.title(of:)) ?? words.maturity
      return "\(reason.word) \(words.title(of: reason.match)) \(field)\(words.colon)\(reason.text)"
    }
    if case .tool(let tool) = subject, let weight = work.searcher.weight(of: tool) {
      parts.append(
        context.ordinal(weight.place - 1, of: weight.count, context.name(of: .category(context.catalog[tool].category)))
      )
    }
    guard !parts.isEmpty else { return nil }
    return context.name(of: subject) + words.colon + parts.joined(separator: "  \(context.glyphs.dot)  ")
  }
}
