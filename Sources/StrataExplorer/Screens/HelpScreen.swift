import StrataCatalog
import StrataScreen
import StrataSearch
import StrataStack

/// What works here now, the language of queries, the signs, and the keys elsewhere: a list that a field narrows.
struct HelpScreen: ScreenState {
  /// One row: what to press or type, and what it does or means.
  struct Row: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
      case heading
      /// Enter does it in the mode below the help.
      case action(Action)
      /// Enter searches for it.
      case query(String)
      case sign(Role)
      /// A key of another mode.
      case elsewhere
    }

    var kind: Kind
    var lead: String
    var text: String
  }

  /// The mode below the help, and what it can do now.
  private let below: Mode
  private let actions: [Action]
  private var field: Prompt?
  private var list = ListState()
  private(set) var rows: [Row] = []
  /// What the rows were made for.
  private var made: Made?

  private struct Made: Hashable {
    var language: Language
    var text: String
  }

  init(below: Mode, actions: [Action]) {
    self.below = below
    self.actions = actions
  }

  var screen: Screen { .help(self) }
  var mode: Mode { field == nil ? .help : .helpField }
  var isOverlay: Bool { true }
  var prompt: Prompt? {
    get { field }
    set {
      if newValue?.text != field?.text { list = ListState() }
      field = newValue
    }
  }

  func path(_ context: Context) -> [String] { [context.words.help, context.words.title(of: below)] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String { "" }

  /// Closes the field. False where none is open.
  mutating func closePart() -> Bool {
    guard field != nil else { return false }
    prompt = nil
    return true
  }

  var chosen: Row? { rows.indices.contains(list.selected) ? rows[list.selected] : nil }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(let rows):
      // The first row is a heading.
      return rows.count(page: list.height) < 0 ? list.selected > 1 : list.canMove(rows)
    case .open:
      switch chosen?.kind {
      case .action, .query: return true
      case .heading, .sign, .elsewhere, nil: return false
      }
    case .narrow: return field == nil
    case .next: return rows.lastIndex { $0.kind == .heading }.map { $0 + 1 > list.selected } ?? false
    case .previous: return list.selected > 1
    case .goIn, .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear: return false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows):
      let step = rows.count(page: max(1, list.height - 1))
      list.move(rows)
      // Headings are passed over; the first row is one.
      if list.selected > 0, chosen?.kind == .heading { list.move(by: step < 0 ? -1 : 1) }
    case .open:
      switch chosen?.kind {
      case .action(let action): return .perform(action)
      case .query(let query): return .list(query)
      case .heading, .sign, .elsewhere, nil: break
      }
    case .narrow: prompt = Prompt()
    case .next, .previous:
      let starts = rows.indices.filter { rows[$0].kind == .heading }.map { $0 + 1 }
      let target =
        move == .next
        ? starts.first { $0 > list.selected } : starts.last { $0 < list.selected }
      if let target { list.move(by: target - list.selected) }
    case .goIn, .goOut, .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear: break
    }
    return nil
  }

  // MARK: What it teaches

  private mutating func makeRows(_ context: Context) {
    let wanted = Made(language: context.language, text: field?.text ?? "")
    guard made != wanted else { return }
    made = wanted
    let matcher = TextMatcher(wanted.text)
    rows = []
    for section in sections(context) {
      let hits =
        wanted.text.isEmpty || matcher.matches(section.title)
        ? section.rows : section.rows.filter { matcher.matches($0.lead + " " + $0.text) }
      guard !hits.isEmpty else { continue }
      rows.append(Row(kind: .heading, lead: "", text: section.title))
      rows += hits
    }
  }

  private func sections(_ context: Context) -> [(title: String, rows: [Row])] {
    let words = context.words
    func keys(of action: Action, in mode: Mode) -> String {
      context.keyMap.bindings(in: mode).filter { $0.action == action }.flatMap(\.keys).map(context.keyName)
        .joined(separator: " ")
    }
    var sections: [(String, [Row])] = [
      (
        words.worksHere + words.colon + words.title(of: below),
        actions.map { Row(kind: .action($0), lead: keys(of: $0, in: below), text: words.title(of: $0)) }
      )
    ]
    sections.append(
      (
        words.queryLanguage,
        QueryExample.all(context).map { Row(kind: .query($0.query), lead: $0.query, text: $0.meaning) }
      ))
    sections.append((words.signs, signs(context)))
    for mode in Mode.allCases where mode != below {
      let bindings = context.keyMap.bindings(in: mode)
      sections.append(
        (
          words.title(of: mode),
          bindings.map {
            Row(
              kind: .elsewhere, lead: $0.keys.map(context.keyName).joined(separator: " "),
              text: words.title(of: $0.action))
          }
        ))
    }
    return sections
  }

  /// Each sign in the drawing that is on the screen, and in the other one.
  private func signs(_ context: Context) -> [Row] {
    let words = context.words
    let (own, other) = context.glyphs.isASCII ? (Glyphs.ascii, Glyphs.lines) : (Glyphs.lines, Glyphs.ascii)
    func row(_ sign: (Glyphs) -> String, _ role: Role, _ text: String) -> Row {
      let lead = own.isASCII ? sign(own) : "\(sign(own))  \(sign(other))"
      return Row(kind: .sign(role), lead: lead, text: text)
    }
    return Glyphs.maturities.map { word in
      row(
        { $0.mark(ofMaturity: word) }, Role(maturity: word),
        "\(words.maturity)\(words.colon)\(words.maturity(word)) (\(words.meaning(ofMaturity: word)))")
    }
      + Life.Status.allCases.compactMap { status in
        own.mark(of: status).map { _ in
          row(
            { $0.mark(of: status) ?? "" }, Role(life: status),
            words.title(of: Field.Key.lifecycle) + words.colon + words.title(of: status))
        }
      } + statusSigns(context, row) + [
        row({ $0.mark(ofMaturity: "else") }, .otherMaturity, words.otherMaturity),
        row({ _ in " " }, .text, words.noMaturitySign),
        row(\.sign, .sign, words.signSelected),
        row(\.layerMark, .heading, words.title(of: Facet.layer)),
        row(\.categoryMark, .heading, words.title(of: Facet.category)),
        row(\.themeMark, .heading, words.title(of: Facet.theme)),
        row(\.thumb, .rule, words.signScroll),
      ]
  }

  /// The signs of our own statuses, by the rings of the stack.
  private func statusSigns(
    _ context: Context, _ row: ((Glyphs) -> String, Role, String) -> Row
  ) -> [Row] {
    let rings = context.stacks.rings
    let words = context.words
    return (rings + [Stack.unsorted]).map { status in
      row(
        { $0.sign(ofStatus: status, rings: rings) }, Role(status: status, rings: rings),
        words.choosing.statusSign + words.colon + words.title(ofStatus: status))
    } + [row({ _ in context.glyphs.marked }, .sign, words.choosing.marked)]
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    makeRows(context)
    let body = areas.body
    list.selected = max(1, list.selected)
    list.fit(count: rows.count, height: body.height)
    if rows.isEmpty { layout.place(context.words.noSuchAction, .dim, in: body.inset(left: 1)) }
    let widest = rows.map { context.columns($0.lead) }.max() ?? 0
    let leadWidth = min(widest, body.width < 30 ? 7 : body.width < 60 ? 14 : body.width < 100 ? 24 : 36)
    for (row, index) in list.shown.enumerated() {
      let item = rows[index]
      let isHeading = item.kind == .heading
      layout.row(
        isHeading ? Line(item.text, .heading) : HelpScreen.line(item, leadWidth, context),
        in: body.row(row).inset(right: 1),
        Layout.Emphasis(isSelected: index == list.selected && !isHeading, hasKeys: context.hasKeys),
        spot: .row(pane: 0, index: index))
    }
    layout.scroll(offset: list.offset, count: rows.count, in: body)
    if let field {
      layout.prompt(field, lead: "/", hint: context.words.prompt, right: context.words.help, in: areas.path)
    }
    return layout
  }

  private static func line(_ row: Row, _ width: Int, _ context: Context) -> Line {
    let lead = context.padded(row.lead, width) + "  "
    switch row.kind {
    case .heading: return Line(row.text, .heading)
    case .action, .query: return Line([Span(lead, .key), Span(row.text)])
    case .sign(let role): return Line([Span(lead, role), Span(row.text)])
    case .elsewhere: return Line([Span(lead, .dim), Span(row.text)])
    }
  }
}

/// A query that shows what the language can do, with something of this catalog in it.
struct QueryExample {
  var query: String
  var meaning: String

  static func all(_ context: Context) -> [QueryExample] {
    let catalog = context.catalog
    let words = context.words
    func field(_ key: Field.Key) -> String? {
      catalog.tools.indices.prefix(500).lazy.compactMap { catalog.value(key, of: ToolID($0)) }.first
    }
    let tool = catalog.tools.first.map { context.shown($0.name) } ?? "name"
    let category = catalog.categories.first.map { context.shown($0.name) } ?? "category"
    let word = category.split(separator: " ").first.map(String.init) ?? category
    let maturity = catalog.maturities.dropFirst().first { _ in true } ?? "graduated"
    var examples = [
      QueryExample(query: word.lowercased(), meaning: words.exampleWord),
      QueryExample(query: "\"\(category)\"", meaning: words.examplePhrase),
      QueryExample(query: "'\(word.lowercased())", meaning: words.exampleWhole),
      QueryExample(query: "^\(tool.prefix(3).lowercased())", meaning: words.examplePrefix),
      QueryExample(query: "\(tool.suffix(3).lowercased())$", meaning: words.exampleSuffix),
      QueryExample(query: "\(word.lowercased()) !\(tool.lowercased())", meaning: words.exampleNot),
      QueryExample(query: "~\(tool.lowercased())", meaning: words.exampleFuzzy),
    ]
    func add(_ facet: Facet, _ value: String?, _ meaning: String) {
      guard let value, !value.isEmpty else { return }
      examples.append(QueryExample(query: Query("").setting(facet, to: [value]).text, meaning: meaning))
    }
    add(.maturity, maturity, words.exampleField + words.colon + words.title(of: Facet.maturity))
    add(
      .layer, catalog.layers.first.map { catalog.string($0.id) },
      words.exampleField + words.colon + words.title(of: Facet.layer))
    add(
      .category, catalog.categories.first.map { catalog.string($0.id) },
      words.exampleField + words.colon + words.title(of: Facet.category))
    add(.license, field(.license).map { "=" + $0 }, words.exampleField + words.colon + words.title(of: Facet.license))
    add(
      .organization, field(.organization).map { "=" + $0 },
      words.exampleField + words.colon + words.title(of: Facet.organization))
    add(.tag, field(.tag), words.exampleField + words.colon + words.title(of: Facet.tag))
    add(.accepted, field(.accepted).map { ">" + $0.prefix(4) }, words.exampleDate)
    add(.state, "archived", words.exampleState)
    add(.presence, "repository", words.examplePresence)
    return examples
  }
}

// MARK: The pointer

extension HelpScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(_, let index) = spot, rows.indices.contains(index), rows[index].kind != .heading else { return nil }
    list.point(at: index)
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) { list.scroll(by: rows) }
}
