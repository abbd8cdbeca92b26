import StrataCatalog
import StrataDiff
import StrataScreen
import StrataSearch

/// What is new: what the catalog's dates tell, by month, the newest first. Every row is a tool, and opens.
struct NewsScreen: SectionedScreen {
  var list = ListState()
  var lines = ListState()
  private var tool: ToolID?

  var screen: Screen { .news(self) }
  var mode: Mode { .news }
  func moved(from old: Catalog, to new: Catalog) -> NewsScreen? { NewsScreen() }

  func path(_ context: Context) -> [String] { context.path(to: Subject?.none) + [context.words.news.title] }
  func subject(_ context: Context) -> Subject? { tool.map(Subject.tool) }
  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.row)
  }
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.tool }

  /// What is new since one was last here.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    guard let news = context.news else { return [] }
    let said = context.summary(of: news)
    guard !said.isEmpty else { return [] }
    let text = "\(context.words.news.sinceYouWereHere)\(context.words.colon)\(said)"
    return [Span(" " + context.textWidth.truncated(text, columns: max(0, columns - 2)) + " ", .emphasis)]
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    switch move {
    case .rows(.up), .goOut: true
    case .rows(let rows): list.canMove(rows)
    case .open, .goIn: tool != nil
    case .next: list.selected < list.count - 1
    case .previous: list.selected > 0
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    switch move {
    case .rows(let rows): if !list.move(rows), rows == .up { return .bar }
    case .open, .goIn: return tool.map { .open(.tool($0)) }
    case .goOut: return .close
    case .next, .previous: moveToSection(isNext: move == .next, in: work.news(context).sections)
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let sections = work.news(context).sections
    let body = areas.body
    fit(sections, height: body.height)
    tool = if case .change(_, let tool)? = sections.row(ofItem: list.selected) { tool } else { nil }
    guard !sections.isEmpty else {
      let text = context.outline.query.narrows ? context.emptiness : context.words.news.none
      layout.place(
        context.flow.lines(text, .dim, width: max(1, body.width - 2)), in: body.inset(left: 1, right: 1))
      return layout
    }
    let shown = lines.shown.map { sections.rows[$0] }
    let name = NewsScreen.nameColumns(shown, width: body.width - 2, context)
    place(sections, in: body, hasKeys: context.hasKeys, into: &layout) { NewsScreen.line($0, name: name, context) }
    return layout
  }

  private static func nameColumns(_ rows: [News.Row], width: Int, _ context: Context) -> Int {
    let names = rows.map { row in
      if case .change(_, let tool) = row { context.columns(context.name(of: .tool(tool))) } else { 0 }
    }
    return min(names.max() ?? 0, max(8, width * 2 / 5))
  }

  private static func line(_ row: News.Row, name: Int, _ context: Context) -> Line {
    switch row {
    case .blank: return .blank
    case .heading(let month, let count): return Line([Span(month, .heading), Span("  \(count)", .dim)])
    case .change(let change, let tool):
      return Line(
        context.lead(of: tool) + [
          Span(context.padded(context.name(of: .tool(tool)), name) + "  "),
          Span(said(change, tool, context), change.kind == .retired || change.kind == .license ? .warning : .text),
          Span("  " + change.date, .dim),
        ])
    }
  }

  /// `promoted: graduated`, `relicensed: MPL-2.0 → BUSL-1.1`, `added: Container Registry`
  private static func said(_ change: Change, _ tool: ToolID, _ context: Context) -> String {
    let words = context.words
    let what: String
    switch change.kind {
    case .promoted, .accepted, .maturity: what = words.maturity(change.new)
    case .retired:
      let successors = context.catalog.values(.replacedBy, of: tool).map(context.catalog.string).map { id in
        context.catalog.toolID(for: id).map { context.name(of: .tool($0)) } ?? id
      }
      let instead =
        successors.isEmpty ? "" : words.choosing.instead + successors.joined(separator: context.listSeparator)
      return context.word(of: tool) + instead
    case .license, .renamed, .repository, .owner, .moved:
      what = change.old + (context.glyphs.isASCII ? " -> " : " → ") + change.new
    case .added, .nearby: what = change.new
    case .removed, .text, .details, .links: what = ""
    }
    let title = words.news.title(of: change.kind)
    return what.isEmpty ? title : title + words.colon + what
  }
}
