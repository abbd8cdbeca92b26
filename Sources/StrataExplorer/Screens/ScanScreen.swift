import StrataCatalog
import StrataScan
import StrataScreen
import StrataSearch
import StrataStack

/// What a folder's files use, by layer, with the proofs beside it; and before that, the question which folder.
struct ScanScreen: SectionedScreen {
  var list = ListState()
  var lines = ListState()
  private var preview = PreviewScroll()
  /// Open while the folder is asked for.
  private(set) var field: Prompt?
  /// Whether there is something below the question to come back to.
  private var hasResult = false
  private var chosen: Chosen?

  /// What is selected.
  private enum Chosen: Hashable {
    /// A tool by the id that the signals have, and as the catalog has it.
    case tool(String, ToolID?)
    case token
  }

  init(asks: Bool) { if asks { ask() } }

  /// Asks for a folder; the one strata was started in is meant until another is typed.
  mutating func ask() { field = Prompt(".", isReplaced: true) }

  var screen: Screen { .scan(self) }
  var mode: Mode { field == nil ? .scan : .folder }
  var prompt: Prompt? {
    get { field }
    set { field = newValue }
  }
  var shownPreview: PreviewScroll? {
    get { preview }
    set { if let newValue { preview = newValue } }
  }
  func moved(from old: Catalog, to new: Catalog) -> ScanScreen? {
    var fresh = ScanScreen(asks: field != nil)
    fresh.list.selected = list.selected
    return fresh
  }

  mutating func closePart() -> Bool {
    guard field != nil, hasResult else { return false }
    field = nil
    return true
  }

  func path(_ context: Context) -> [String] {
    [context.words.scanning.scan] + (context.scan?.paths ?? [])
  }

  func subject(_ context: Context) -> Subject? {
    if field == nil, case .tool(_, let tool?)? = chosen { .tool(tool) } else { nil }
  }

  /// The id of the tool that is proposed.
  var proposal: String? { if field == nil, case .tool(let id, _)? = chosen { id } else { nil } }

  func position(_ context: Context, _ work: Workbench) -> String {
    context.ordinal(list.selected, of: list.count, context.words.row)
  }

  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.tool }

  // MARK: How it stands

  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    guard let scan = context.scan else { return [] }
    var spans: [Span] = []
    var room = columns
    for (index, part) in ScanScreen.state(of: scan, context).enumerated() {
      let text = (index == 0 ? " " : "") + part.text + " "
      let width = context.columns(text)
      guard width <= room else { break }
      room -= width
      spans.append(Span(text, part.role))
    }
    return spans
  }

  /// `12 tools in 340 files`, and what was not read; while it runs, how far it is and the key that stops it.
  private static func state(of scan: FolderScan, _ context: Context) -> [Span] {
    let words = context.words.scanning
    let files = context.words.count(scan.files, words.file, words.files)
    switch scan.state {
    case .running:
      let key = context.keyName(of: .escape, in: .scan)
      return [Span(words.running), Span(files), Span(key, .key), Span(words.stops, .dim)]
    case .failed(let sentence): return [Span(sentence.string, .problem)]
    case .done, .stopped:
      let tools = context.words.count(scan.result.sure.count, context.words.tool, context.words.toolsCounted)
      let semicolon = scan.skipped.isEmpty ? "" : String(context.words.semicolon.prefix(1))
      var spans = [Span(words.found(tools, in: files) + semicolon)]
      if scan.state == .stopped { spans.insert(Span(words.stopped, .warning), at: 0) }
      if !scan.skipped.isEmpty {
        let parts = scan.skipped.map { "\(words.title(of: $0.skip)) \($0.count)" }
        spans.append(Span(words.notRead + context.words.colon + parts.joined(separator: context.listSeparator), .dim))
      }
      return spans
    }
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    if let field { return move == .open && !field.isEmpty }
    return switch move {
    case .rows(.up), .goOut: true
    case .rows(let rows): list.canMove(rows)
    case .open, .goIn: subject(context) != nil
    case .next: list.selected < list.count - 1
    case .previous: list.selected > 0
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    if let field {
      guard move == .open, !field.isEmpty else { return nil }
      self = ScanScreen(asks: false)
      return .scan([field.text])
    }
    switch move {
    case .rows(let rows): if !list.move(rows), rows == .up { return .bar }
    case .open, .goIn: return subject(context).map { .open(Page($0)) }
    case .goOut: return .close
    case .next, .previous: moveToSection(isNext: move == .next, in: work.scanRows(context).sections)
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: break
    }
    return nil
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    hasResult = context.scan != nil
    let table = work.scanRows(context)
    var split = PreviewSplit(body: areas.body, share: context.previewShare)
    if table.sections.isEmpty { split = PreviewSplit(body: areas.body, share: 0, limit: 0) }
    fit(table.sections, height: split.main.height)
    if table.sections.isEmpty {
      split.main = areas.body
      chosen = nil
      layout.place(emptiness(context, width: max(1, split.main.width - 2)), in: split.main.inset(left: 1, right: 1))
    } else {
      layRows(table, in: split, areas, context, &layout)
    }
    if let field {
      layout.prompt(
        field, lead: context.words.scanning.whatToScan + context.words.colon,
        hint: context.words.scanning.folderHint, right: "", in: areas.path)
    }
    return layout
  }

  /// What there is to say where there is no row.
  private func emptiness(_ context: Context, width: Int) -> [Line] {
    let words = context.words.scanning
    guard let scan = context.scan else { return context.flow.lines(words.folderHint, .dim, width: width) }
    let parts = ScanScreen.state(of: scan, context)
    let state = parts.enumerated().map { Span(($0.offset == 0 ? "" : " ") + $0.element.text, $0.element.role) }
    var lines = context.flow.lines(state, width: width)
    if scan.state == .done, context.outline.query.narrows {
      lines += [.blank] + context.flow.lines(context.emptiness, .dim, width: width)
    }
    return lines
  }

  private mutating func layRows(
    _ table: ScanRows, in split: PreviewSplit, _ areas: Areas, _ context: Context, _ layout: inout Layout
  ) {
    let row = table.sections.row(ofItem: list.selected)
    switch row {
    case .use(let use, let tool): chosen = .tool(use.tool, tool)
    case .unknown: chosen = .token
    case .heading, .blank, nil: chosen = nil
    }
    layout.rule(in: split.rule)
    layout.mark(split.border, .border)
    let columns = ScanColumns(table, width: split.main.width - 3, context)
    let body = split.isAtSide ? split.main.inset(right: 1) : split.main
    place(table.sections, in: body, hasKeys: context.hasKeys && field == nil, into: &layout) {
      columns.line($0, context)
    }
    if split.isAtSide { layout.verticalRule(rightOf: split.main, above: areas.query) }
    let width = max(1, split.preview.width - 3)
    preview.layOut(
      row.map { ScanScreen.proofs(of: $0, width: width, context) } ?? [], of: .row(list.selected), in: split, &layout)
  }

  /// Proofs that the preview lists.
  private static let shownProofs = 200

  /// What a team should know of a tool, and every place that proves it.
  private static func proofs(of row: ScanRows.Row, width: Int, _ context: Context) -> [Line] {
    let words = context.words.scanning
    switch row {
    case .heading, .blank: return []
    case .unknown(let unknown):
      let text = "\(words.title(of: unknown.token.kind)) \(unknown.token.text)"
      return context.flow.lines(text, width: width)
        + context.flow.lines(context.words.count(unknown.count, words.place, words.places), .dim, width: width)
    case .use(let use, let tool):
      let name = ScanColumns.name(of: use, tool, context)
      let places = context.words.count(use.count, words.place, words.places)
      var lines = context.flow.lines(
        [Span(name, .strong), Span("  \(words.title(of: use.role))  \(places)", .dim)], width: width)
      if let tool {
        for warning in Stack.warnings(of: tool, in: context.catalog) {
          let isGrave = warning.kind == .retired || warning.kind == .relicensed
          let text = context.sentence(of: warning, name: name) + context.instead(of: warning)
          lines += context.flow.lines("! " + text, isGrave ? .problem : .warning, width: width)
        }
        let status = context.stacks.status(of: tool)
        if !status.isEmpty {
          let said = context.words.choosing.ourStatus + context.words.colon + context.words.title(ofStatus: status)
          lines += context.flow.lines(said, .dim, width: width)
        }
      }
      for proof in use.proofs.prefix(shownProofs) {
        lines += context.flow.lines(context.shown(proof), .code, width: width)
      }
      let rest = use.count - min(use.proofs.count, shownProofs)
      if rest > 0 { lines += context.flow.lines("\(rest) \(words.more)", .dim, width: width) }
      return lines
    }
  }
}
