import StrataCatalog
import StrataScreen
import StrataSearch

/// The search: what is typed, and what it finds, with a preview.
struct ResultsScreen: ScreenState {
  var field: Prompt
  private(set) var list = ListState()
  /// Once one has moved, this hit stays selected and in its row while results change.
  private(set) var pinned: Subject?
  /// Results have an order of their own: a search begins with the best match first.
  var order = Sort.relevance
  var isReversed = false
  /// The place in the earlier searches, from the newest; nil: a query of one's own.
  private var historyIndex: Int?
  var preview = PreviewScroll()
  /// The hits on the screen.
  private(set) var shown: [Subject] = []
  /// What stands in the way where nothing is found, by the query it was asked of.
  private(set) var obstacle: Obstacle?

  /// A filter without which there would be hits.
  struct Obstacle: Hashable, Sendable {
    /// The whole query.
    var query: Query
    /// The filter in words, and how many hits there are without it; nil where none stands in the way.
    var filter: Query.Filter?
    var hits = 0
  }

  /// - Parameter earlier: a search to go on with: the first letter replaces it.
  init(_ text: String = "", earlier: Bool = false) { field = Prompt(text, isReplaced: earlier) }

  var screen: Screen { .results(self) }
  var mode: Mode { .search }
  var prompt: Prompt? {
    get { field }
    set {
      guard let newValue else { return }
      if newValue.text != field.text {
        restart()
        historyIndex = nil
      }
      field = newValue
    }
  }

  /// Another query or order: its results are seen from their first.
  mutating func restart() {
    list = ListState()
    pinned = nil
    preview = PreviewScroll()
  }

  /// Another text in the field.
  mutating func type(_ text: String) {
    field = Prompt(text)
    restart()
  }

  /// Another hit, as it is stepped to on a page above.
  mutating func select(_ index: Int, _ hit: Subject) {
    list.selected = index
    pinned = hit
  }

  func path(_ context: Context) -> [String] { [context.words.search] }

  func subject(_ context: Context) -> Subject? {
    shown.isEmpty ? nil : shown[min(max(0, list.selected - list.offset), shown.count - 1)]
  }

  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: work.searcher.total, context.words.result)
  }

  /// Everything that can be found.
  private static func entries(_ context: Context) -> Int {
    context.catalog.layers.count + context.catalog.categories.count + context.catalog.tools.count
  }

  /// `38 of 684 entries`
  private func count(_ context: Context, _ work: Workbench) -> String {
    guard !field.isEmpty else { return "" }
    let searching = work.searcher.isSettled ? "" : "\(context.words.searching) "
    return searching + context.share(work.searcher.total, of: ResultsScreen.entries(context), context.words.entries)
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up) where list.selected == 0: canRecall(context)
    case .rows(.down) where historyIndex != nil: true
    case .rows(let rows): list.canMove(rows)
    case .open: !shown.isEmpty
    case .next: !field.isEmpty && completion(context, work) != nil
    case .goIn, .goOut, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow:
      false
    }
  }

  private func canRecall(_ context: Context) -> Bool {
    (field.isEmpty || field.isReplaced || historyIndex != nil) && !context.searches.isEmpty
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(.up) where list.selected == 0 && canRecall(context): recall(by: 1, context)
    case .rows(.down) where historyIndex != nil: recall(by: -1, context)
    case .rows(let rows): step(rows, &work)
    case .open:
      // What was typed decides what Enter opens, not how far its search has come.
      if pinned == nil { finish(context, &work) }
      guard let hit = subject(context) else { return nil }
      pinned = hit
      return .open(Page(hit))
    case .next: if let text = completion(context, work) { type(text) }
    case .goIn, .goOut, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow:
      break
    }
    return nil
  }

  private mutating func step(_ rows: Move.Rows, _ work: inout Workbench) {
    list.move(rows)
    pinned = work.searcher.hits(list.selected..<min(work.searcher.total, list.selected + 1)).first
  }

  private mutating func finish(_ context: Context, _ work: inout Workbench) {
    guard work.isSearching else { return }
    while !work.searcher.isSettled { work.searcher.advance(steps: Explorer.sliceSteps) }
    fit(height: list.height, &work)
  }

  /// Earlier searches, one further back or forth.
  private mutating func recall(by step: Int, _ context: Context) {
    let index = (historyIndex ?? -1) + step
    historyIndex = index < 0 ? nil : min(index, context.searches.count - 1)
    type(historyIndex.map { context.searches[$0] } ?? "")
  }

  /// What Tab makes of the text: a filter's word or value completed; otherwise what was meant, or the selected hit's name.
  private func completion(_ context: Context, _ work: Workbench) -> String? {
    let text = field.text
    guard !text.isEmpty else { return nil }
    var completed: String?
    if let first = completions(context, limit: 1).first {
      completed = first.query
    } else if let suggestion = suggestion(context, work) {
      completed = suggestion.text
    } else if let subject = subject(context) {
      completed = context.name(of: subject)
    }
    return completed == text ? nil : completed
  }

  /// How the filter at the cursor may go on. To know all values all tools are looked at.
  private func completions(_ context: Context, limit: Int) -> [Completion] {
    guard context.isOfUsualSize, field.field.characters.count <= 400 else { return [] }
    let cursor = String(field.field.characters[..<field.field.cursor]).utf8.count
    return Query(field.text).completions(at: cursor, in: context.catalog, limit: limit)
  }

  /// The name that was perhaps meant where nothing was found, and what to type for it.
  private func suggestion(_ context: Context, _ work: Workbench) -> (name: String, text: String)? {
    guard let first = work.searcher.explanation()?.suggestions.first else { return nil }
    // The kept query stands before what was typed.
    let lead = context.query.query.isEmpty ? 0 : context.query.query.text.count + 1
    return (first.name, String(first.query.text.dropFirst(lead)))
  }

  // MARK: What the rule says

  /// The count; the values that the filter at the cursor may have; or with nothing typed the fields there are.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    let words = context.words
    var spans: [Span] = []
    var room = columns
    func fits(_ text: String) -> Bool {
      let width = context.textWidth.columns(text)
      guard width <= room else { return false }
      room -= width
      return true
    }
    func add(_ text: String, _ role: Role) { if fits(text) { spans.append(Span(text, role)) } }
    let count = count(context, work)
    if !count.isEmpty { add(" \(count) ", .text) }
    if let unknown = QueryHints.unknownField(in: field.text) {
      let known = unknown.suggestion.map { " \(words.tryInstead) \($0)" } ?? ""
      add("  \(words.noField) \(unknown.field)\(words.semicolon)\(known) ", .warning)
      return spans
    }
    if field.isEmpty {
      for facet in QueryHints.fields { add(" \(facet.keyword):", .dim) }
      if !spans.isEmpty { add(" ", .dim) }
      return spans
    }
    guard field.field.characters.contains(where: { $0 == ":" || $0 == "：" }) else { return spans }
    var isFirst = true
    for completion in completions(context, limit: 20) where !completion.text.hasSuffix(":") {
      let value = completion.text.hasPrefix("=") ? String(completion.text.dropFirst()) : completion.text
      guard fits(" \(value) ") else { break }
      spans.append(Span(" \(value) ", isFirst ? .key : .dim))
      isFirst = false
    }
    return spans
  }

  // MARK: Laying out

  private mutating func fit(height: Int, _ work: inout Workbench) {
    let total = work.searcher.total
    if let pinned {
      let window = work.searcher.hits(0..<min(total, max(500, list.selected + 200)))
      if let index = window.firstIndex(of: pinned) {
        list.offset += index - list.selected
        list.selected = index
      }
    }
    list.fit(count: total, height: height)
    shown = list.shown.isEmpty ? [] : work.searcher.hits(list.shown)
  }

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    work.searcher.sort(by: order, reversed: isReversed)
    let split = PreviewSplit(body: areas.body, share: context.previewShare)
    fit(height: max(1, split.main.height), &work)
    let count = areas.query.isEmpty ? count(context, work) : ""
    if shown.isEmpty {
      ask(context, work)
      layEmptiness(in: split.main, context, work, &layout)
    } else {
      obstacle = nil
      layHits(in: split, areas, context, &work, &layout)
    }
    layout.prompt(field, lead: "/", hint: context.words.searchHint, right: count, in: areas.path)
    return layout
  }

  private mutating func layHits(
    in split: PreviewSplit, _ areas: Areas, _ context: Context, _ work: inout Workbench, _ layout: inout Layout
  ) {
    layout.rule(in: split.rule)
    // A column of air before the rule or the scroll indicator.
    let columns = ResultColumns(shown, width: split.main.width - 3, context)
    for (row, hit) in shown.enumerated() {
      layout.row(
        columns.line(hit, work.searcher, context), in: split.main.row(row).inset(right: split.isAtSide ? 2 : 1),
        Layout.Emphasis(isSelected: list.offset + row == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: list.offset + row))
    }
    layout.scroll(
      offset: list.offset, count: list.count, in: split.isAtSide ? split.main.inset(right: 1) : split.main)
    if split.isAtSide { layout.verticalRule(rightOf: split.main, above: areas.query) }
    preview.layOut(subject(context).map { Page($0) }, in: split, context, &work, &layout)
  }

  /// Which filter, of the kept ones and of those typed, leaves nothing over: without it there would be hits.
  private mutating func ask(_ context: Context, _ work: Workbench) {
    let whole = work.searcher.query
    guard obstacle?.query != whole || !work.searcher.isSettled else { return }
    obstacle = nil
    guard work.searcher.isSettled, context.isOfUsualSize, !field.isEmpty else { return }
    obstacle = Obstacle(query: whole)
    for filter in whole.filters.prefix(8).reversed() {
      var probe = work.searcher
      probe.search(whole.removing(filter))
      while !probe.isSettled { probe.advance(steps: Explorer.sliceSteps) }
      if probe.total > 0 {
        obstacle = Obstacle(query: whole, filter: filter, hits: probe.total)
        return
      }
    }
  }

  private func layEmptiness(in rect: Rect, _ context: Context, _ work: Workbench, _ layout: inout Layout) {
    let words = context.words
    let width = max(1, rect.width - 2)
    var lines: [Line] = []
    func add(_ spans: [Span]) { lines += context.flow.lines(spans, width: width) }
    if field.isEmpty {
      add([Span(words.searchHint, .dim)])
      let key = context.keyName(of: .help, in: .search)
      if !key.isEmpty { add([Span(key, .key), Span(" " + words.queryHelp, .dim)]) }
    } else if work.searcher.isSettled {
      // Of a text without end the beginning says which it is.
      add([Span("\(words.noHit) "), Span(String(work.searcher.query.text.prefix(200)), .strong)])
      if let filter = obstacle?.filter, let hits = obstacle?.hits {
        add([
          Span(context.textWidth.truncated(filter.text, columns: 40), .strong),
          Span(" " + words.standsInTheWay + words.colon + words.count(hits, words.result, words.results), .dim),
          Span("  "), Span(context.keyName(of: .liftQuery, in: .search), .key), Span(" " + words.liftsIt, .dim),
        ])
      } else if let unmatched = work.searcher.explanation()?.unmatched, !unmatched.isEmpty,
        unmatched != [work.searcher.query.text]
      {
        let list = unmatched.prefix(12).map { String($0.prefix(80)) }.joined(separator: context.listSeparator)
        add([Span(words.noMatchFor, .dim), Span(list)])
      }
      if let suggestion = suggestion(context, work) {
        lines.append(.blank)
        add([
          Span(words.didYouMean), Span(suggestion.name, .strong), Span("\(words.questionMark)  "),
          Span(context.keyName(of: .completeSearch, in: .search), .key),
        ])
      }
      if Query(field.text).widened != nil {
        lines.append(.blank)
        add([Span(context.keyName(of: .widenSearch, in: .search) + " ", .key), Span(words.widen, .dim)])
      }
    }
    layout.place(lines, in: rect.inset(left: 1, right: 1))
  }
}

/// A row of results: its mark and name, where it stands, and the words about it, with what matched.
struct ResultColumns {
  private let width: Int
  private let name: Int
  private let place: Int

  init(_ hits: [Subject], width: Int, _ context: Context) {
    // The lead of a tool may be wider than the others'.
    let width = width - (context.leadColumns - 2)
    self.width = width
    let widest = hits.reduce(0) { max($0, context.textWidth.columns(context.name(of: $1))) }
    // In steps, so that the columns do not move with every row that comes into sight.
    name = width < 50 ? max(1, width - 3) : min((widest + 11) / 12 * 12, width * 2 / 5)
    let places = 6 + hits.reduce(0) { max($0, context.textWidth.columns(ResultColumns.place(of: $1, context))) }
    place = width - name >= 60 ? min(places / 12 * 12, (width - name) / 3) : 0
  }

  /// The name of what a hit stands in.
  private static func place(of hit: Subject, _ context: Context) -> String {
    switch hit {
    case .layer: context.words.layer
    case .category(let category): context.name(of: .layer(context.catalog[category].layer))
    case .tool(let tool): context.name(of: .category(context.catalog[tool].category))
    }
  }

  func line(_ hit: Subject, _ searcher: Searcher, _ context: Context) -> Line {
    var lead: [Span]
    var text: LocalizedText
    switch hit {
    case .layer(let layer):
      lead = [Span(context.padded(context.glyphs.layerMark, context.leadColumns), .heading)]
      text = context.catalog[layer].summary
    case .category(let category):
      lead = [Span(context.padded(context.glyphs.categoryMark, context.leadColumns), .heading)]
      text = context.catalog[category].what
    case .tool(let tool):
      lead = context.lead(of: tool)
      text = context.catalog[tool].summary
    }
    let cut = context.textWidth.truncated(context.name(of: hit), columns: name)
    var spans = lead + marked(cut, .text, searcher)
    spans.append(Span(String(repeating: " ", count: max(0, name - context.textWidth.columns(cut)) + 2)))
    if place > 0 { spans.append(Span(context.padded(ResultColumns.place(of: hit, context), place) + "  ", .dim)) }
    let room = width - 4 - name - (place > 0 ? place + 2 : 0)
    guard width >= 50, room > 0 else { return Line(spans) }
    var said = context.oneLine(text, columns: room)
    // Where neither name nor summary shows why it matched, the text that does.
    if let snippet = searcher.snippet(for: hit, in: context.language, length: max(8, room - 14)) {
      spans.append(Span(context.words.title(of: snippet.field) + context.words.colon, .emphasis))
      said = snippet.text
    }
    return Line(spans + marked(context.textWidth.truncated(said, columns: room), .dim, searcher))
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
