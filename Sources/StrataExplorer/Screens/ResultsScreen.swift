import StrataCatalog
import StrataScreen
import StrataSearch

/// The search: what is typed, and what it finds, with a preview.
struct ResultsScreen: ScreenState {
  /// What can be found: a theme, which no list has, or a subject.
  enum Hit: Hashable, Sendable {
    /// An index into `Catalog.themes`.
    case theme(Int)
    case subject(Subject)

    var page: Page {
      switch self {
      case .theme(let theme): .theme(theme)
      case .subject(let subject): Page(subject)
      }
    }
  }

  var field: Prompt
  /// The selection among the hits, and the lines in which they stand: one may part those of which words are only insides.
  private(set) var list = ListState()
  private var lines = ListState()
  /// Once one has moved, this hit stays selected and in its row while results change.
  private(set) var pinned: Hit?
  /// Results have an order of their own: a search begins with the best match first.
  var order = Sort.relevance
  var isReversed = false
  /// The place in the earlier searches, from the newest; nil: a query of one's own.
  private var historyIndex: Int?
  var preview = PreviewScroll()
  /// The hits on the screen, and the index of the first.
  private(set) var shown: [Hit] = []
  private var firstShown = 0
  /// The selected hit where it was scrolled out of sight.
  private var unseen: Hit?
  /// Filters of which the catalog has no value, by the query they were looked for in.
  var unknown: Unknown?

  struct Unknown: Hashable {
    var query: Query
    var filters: [Query.Filter]
  }

  /// - Parameter earlier: a search to go on with: the first letter replaces it.
  init(_ text: String = "", earlier: Bool = false) { field = Prompt(text, isReplaced: earlier) }

  var screen: Screen { .results(self) }
  var mode: Mode { .search }
  var shownPreview: PreviewScroll? {
    get { preview }
    set { if let newValue { preview = newValue } }
  }
  func sorts(_ context: Context, _ work: Workbench) -> Bool { !shown.isEmpty || isReversed || order != .relevance }

  func moved(from old: Catalog, to new: Catalog) -> ResultsScreen? {
    var fresh = ResultsScreen(field.text)
    fresh.order = order
    fresh.isReversed = isReversed
    return fresh
  }

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
    lines = ListState()
    pinned = nil
    preview = PreviewScroll()
  }

  /// Another text in the field.
  mutating func type(_ text: String) {
    field = Prompt(text)
    restart()
  }

  /// Goes to another hit, as on a page above it. Nil at the end.
  mutating func step(by step: Int, _ work: inout Workbench) -> Hit? {
    let index = list.selected + step
    guard let hit = ResultsScreen.hits(index..<index + 1, &work).first else { return nil }
    list.selected = index
    pinned = hit
    return hit
  }

  func path(_ context: Context) -> [String] { [context.words.search] }

  /// The selected hit.
  var hit: Hit? {
    let index = list.selected - firstShown
    return shown.indices.contains(index) ? shown[index] : unseen
  }

  func subject(_ context: Context) -> Subject? { if case .subject(let subject)? = hit { subject } else { nil } }

  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: ResultsScreen.total(work), context.words.result)
  }

  // MARK: The hits

  /// Themes that the query names come before what the searcher has put in order.
  static func total(_ work: Workbench) -> Int { work.searcher.themes.count + work.searcher.total }

  private static func hits(_ range: Range<Int>, _ work: inout Workbench) -> [Hit] {
    let themes = work.searcher.themes
    let range = range.clamped(to: 0..<themes.count + work.searcher.total)
    let subjects = max(0, range.lowerBound - themes.count)..<max(0, range.upperBound - themes.count)
    return themes[range.clamped(to: 0..<themes.count)].map(Hit.theme)
      + (subjects.isEmpty ? [] : work.searcher.hits(subjects).map(Hit.subject))
  }

  /// The line that parts the hits of which a short word is only inside another word; nil where there is none.
  private static func partingLine(_ work: Workbench) -> Int? {
    work.searcher.insideTotal > 0 ? total(work) - work.searcher.insideTotal : nil
  }

  /// Everything that can be found.
  private static func entries(_ context: Context) -> Int {
    let catalog = context.catalog
    return catalog.layers.count + catalog.categories.count + catalog.tools.count + catalog.themes.count
  }

  /// `38 of 684 entries`
  private func count(_ context: Context, _ work: Workbench) -> String {
    guard !field.isEmpty else { return "" }
    let searching = work.searcher.isSettled ? "" : "\(context.words.searching) "
    let total = work.searcher.substitute == nil ? ResultsScreen.total(work) : 0
    return searching + context.share(total, of: ResultsScreen.entries(context), context.words.entries)
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
    case .rows(let rows):
      list.move(rows)
      pinned = ResultsScreen.hits(list.selected..<list.selected + 1, &work).first
    case .open:
      // What was typed decides what Enter opens, not how far its search has come.
      if pinned == nil { finish(&work) }
      guard let hit else { return nil }
      pinned = hit
      return .open(hit.page)
    case .next: if let text = completion(context, work) { type(text) }
    case .goIn, .goOut, .previous, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow:
      break
    }
    return nil
  }

  private mutating func finish(_ work: inout Workbench) {
    guard work.isSearching else { return }
    while work.searcher.advance(steps: Explorer.sliceSteps) {}
    fit(height: lines.height, &work)
  }

  /// Earlier searches, one further back or forth.
  private mutating func recall(by step: Int, _ context: Context) {
    let index = (historyIndex ?? -1) + step
    historyIndex = index < 0 ? nil : min(index, context.searches.count - 1)
    type(historyIndex.map { context.searches[$0] } ?? "")
  }

  // MARK: Completing

  /// What Tab makes of the text: a filter's word or value completed; otherwise what was meant, or the selected hit's name.
  private func completion(_ context: Context, _ work: Workbench) -> String? {
    let text = field.text
    guard !text.isEmpty else { return nil }
    var completed: String?
    if let mended = mendedField(context) {
      completed = mended
    } else if let first = completions(context, work, limit: 1).first {
      completed = first.query
    } else if let suggestion = suggestion(context, work) {
      completed = suggestion.text
    } else if let hit {
      completed = context.title(of: hit.page)
    }
    return completed == text ? nil : completed
  }

  /// The text with the field that was perhaps meant.
  private func mendedField(_ context: Context) -> String? {
    for case .noField(let word, let near?) in Query(field.text).problems {
      guard let value = Query.value(after: word, in: field.text) else { continue }
      let start = field.text.index(value.startIndex, offsetBy: -word.count - 1)
      return field.text[..<start] + near.keyword(in: context.language) + ":" + field.text[value.startIndex...]
    }
    return nil
  }

  /// How the filter at the cursor may go on.
  private func completions(_ context: Context, _ work: Workbench, limit: Int) -> [Completion] {
    guard canBeCompleted else { return [] }
    return Query(field.text).completions(at: cursor, among: work.values, in: context.catalog, limit: limit)
  }

  /// The facet of which a value is being typed.
  var typedFacet: Facet? { canBeCompleted ? Query(field.text).facet(at: cursor) : nil }

  private var canBeCompleted: Bool { field.field.characters.count <= 400 }
  /// Where the cursor stands in the text, in UTF-8.
  private var cursor: Int { String(field.field.characters[..<field.field.cursor]).utf8.count }

  /// The name that was perhaps meant where nothing was found, and what to type for it.
  func suggestion(_ context: Context, _ work: Workbench) -> (name: String, text: String)? {
    work.searcher.explanation()?.suggestions.first.flatMap { first in
      context.typed(of: first.query).map { (first.name, $0) }
    }
  }

  // MARK: What the rule says

  /// The count; what of the query does not count; the values that the filter at the cursor may have; or with nothing typed the
  /// fields there are.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    var spans: [Span] = []
    var room = columns
    func fits(_ text: String) -> Bool {
      let width = context.columns(text)
      guard width <= room else { return false }
      room -= width
      return true
    }
    func add(_ text: String, _ role: Role) { if fits(text) { spans.append(Span(text, role)) } }
    let count = count(context, work)
    if !count.isEmpty { add(" \(count) ", .text) }
    for problem in Query(field.text).problems {
      let sentence = context.words.sentence(of: problem, in: field.text)
      add(" " + context.textWidth.truncated(sentence, columns: max(0, room - 2)) + " ", .warning)
    }
    if field.isEmpty {
      for facet in ResultsScreen.fields { add(" \(facet.keyword(in: context.language)):", .dim) }
      if !spans.isEmpty { add(" ", .dim) }
      return spans
    }
    guard field.field.characters.contains(where: { $0 == ":" || $0 == "：" }) else { return spans }
    var isFirst = true
    for completion in completions(context, work, limit: 20) where !completion.text.hasSuffix(":") {
      let value = ResultsScreen.shown(completion, context)
      let count = completion.count.map { "\($0) " } ?? ""
      guard fits(" \(value) \(count)") else { break }
      spans.append(Span(" \(value) ", isFirst ? .key : .text))
      if !count.isEmpty { spans.append(Span(count, .dim)) }
      isFirst = false
    }
    return spans
  }

  /// The fields that an empty prompt names.
  private static let fields: [Facet] = [
    .maturity, .layer, .category, .kind, .theme, .license, .organization, .tag, .accepted, .state, .presence,
  ]

  /// A value as one may type it.
  static func shown(_ completion: Completion, _ context: Context) -> String {
    completion.text.hasPrefix("=") ? String(completion.text.dropFirst()) : completion.text
  }

  // MARK: Laying out

  private mutating func fit(height: Int, _ work: inout Workbench) {
    let total = ResultsScreen.total(work)
    let parting = ResultsScreen.partingLine(work)
    func line(_ hit: Int) -> Int { parting.map { hit >= $0 ? hit + 1 : hit } ?? hit }
    if let pinned {
      let window = ResultsScreen.hits(0..<max(500, list.selected + 200), &work)
      if let index = window.firstIndex(of: pinned) {
        lines.offset += line(index) - lines.selected
        list.selected = index
      }
    }
    list.fit(count: total, height: height)
    lines.selected = line(list.selected)
    lines.fit(count: parting == nil ? total : total + 1, height: height)
    func hit(_ line: Int) -> Int { parting.map { line > $0 ? line - 1 : line } ?? line }
    let range = hit(lines.shown.lowerBound)..<max(hit(lines.shown.lowerBound), hit(lines.shown.upperBound))
    firstShown = range.lowerBound
    shown = total == 0 || lines.shown.isEmpty ? [] : ResultsScreen.hits(range, &work)
    unseen =
      range.contains(list.selected) ? nil : ResultsScreen.hits(list.selected..<list.selected + 1, &work).first
  }

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    work.searcher.sort(by: order, reversed: isReversed)
    var split = PreviewSplit(body: areas.body, share: context.previewShare)
    findUnknown(context, work)
    let width = max(1, split.main.width - 2)
    // What was not found, and what is shown instead, stands above that.
    let isExplained =
      work.searcher.substitute != nil || work.searcher.themes.isEmpty && work.searcher.explanation() != nil
    let said = isExplained ? nothing(context, work, width: width) : []
    // Some rows stay for it.
    let room = ResultsScreen.total(work) > 0 ? min(said.count, max(0, split.main.height - 3)) : 0
    let above = split.main.takeTop(room)
    fit(height: max(1, split.main.height), &work)
    if shown.isEmpty {
      layout.place(
        field.isEmpty ? ResultsScreen.hint(context, width: width) : nothing(context, work, width: width),
        in: split.main.inset(left: 1, right: 1))
    } else {
      layout.place(Array(said.prefix(room)), in: above.inset(left: 1, right: 1))
      layHits(in: split, areas, context, &work, &layout)
    }
    let count = areas.query.isEmpty ? count(context, work) : ""
    layout.prompt(field, lead: "/", hint: context.words.searchHint, right: count, in: areas.path)
    return layout
  }

  private mutating func layHits(
    in split: PreviewSplit, _ areas: Areas, _ context: Context, _ work: inout Workbench, _ layout: inout Layout
  ) {
    layout.rule(in: split.rule)
    layout.mark(split.border, .border)
    // A column of air before the rule or the scroll indicator.
    let columns = ResultColumns(shown, width: split.main.width - 3, context)
    let parting = ResultsScreen.partingLine(work)
    for (row, line) in lines.shown.enumerated() {
      let rect = split.main.row(row).inset(right: split.isAtSide ? 2 : 1)
      if line == parting {
        let title = " \(context.words.insideWords)\(context.words.colon)\(work.searcher.insideTotal) "
        layout.rule(in: rect.inset(left: 1), title: [Span(title, .dim)])
        continue
      }
      let index = parting.map { line > $0 ? line - 1 : line } ?? line
      guard shown.indices.contains(index - firstShown) else { continue }
      layout.row(
        work.row(of: shown[index - firstShown], columns, context), in: rect,
        Layout.Emphasis(isSelected: index == list.selected, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(
      offset: lines.offset, count: lines.count, in: split.isAtSide ? split.main.inset(right: 1) : split.main)
    if split.isAtSide { layout.verticalRule(rightOf: split.main, above: areas.query) }
    preview.layOut(hit?.page, in: split, context, &work, &layout)
  }
}

// MARK: The pointer

extension ResultsScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(_, let index) = spot else { return nil }
    list.point(at: index)
    lines.point(at: ResultsScreen.partingLine(work).map { index >= $0 ? index + 1 : index } ?? index)
    pinned = ResultsScreen.hits(list.selected..<list.selected + 1, &work).first
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    lines.scroll(by: rows)
  }
}
