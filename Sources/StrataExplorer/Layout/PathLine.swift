import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  /// The path; names are dropped from the front where it is too long. A note about warnings takes no column from what is shown.
  func layPath(of state: any ScreenState, in rect: Rect, _ layout: inout Layout) {
    guard !rect.isEmpty else { return }
    let textWidth = context.textWidth
    let separator = " \(context.glyphs.separator) "
    let inner = rect.inset(left: 1, right: 1)
    let path = state.path(context)
    var names = path[...]
    var right = noteAboutWarnings
    func columns(_ text: String) -> Int { textWidth.columns(text, upTo: inner.width + 1) }
    let between = columns(separator)
    let lead = columns(context.glyphs.ellipsis) + between
    if columns(right) > inner.width / 2 || columns(right) + columns(names.last ?? "") + lead + 2 > inner.width {
      right = ""
    }
    let room = inner.width - (right.isEmpty ? 0 : columns(right) + 2)
    func width(_ names: ArraySlice<String>) -> Int {
      names.reduce(0) { $0 + columns($1) } + (names.count - 1) * between + (names.count < path.count ? lead : 0)
    }
    while names.count > 1, width(names) > room { names.removeFirst() }
    var spans: [Span] = []
    if names.count < path.count { spans.append(Span(context.glyphs.ellipsis + separator, .dim)) }
    if names.count == 1, columns(names.first ?? "") + lead > room { spans = [] }
    for (index, name) in names.enumerated() {
      if index > 0 { spans.append(Span(separator, .dim)) }
      spans.append(Span(name, index == names.count - 1 ? .title : .text))
    }
    var line = Line(spans)
    if !right.isEmpty {
      line.right = [
        Span("  "), Span(right, context.reloadFailure == nil && !context.complaints.areErrors ? .warning : .problem),
      ]
    }
    layout.place(line, in: inner)
  }

  private var noteAboutWarnings: String {
    guard context.hasFindings else { return "" }
    let key = " (\(context.keyName(of: .showFindings)))"
    if context.reloadFailure != nil { return words.notReloaded + key }
    if context.complaints.areErrors { return words.notConfigured + key }
    return words.count(ofWarnings: context.findings.count + context.complaints.texts.count) + key
  }

  /// The query, at one place on every screen: its parts in words, how much passes of what, and the key that lifts it. Then what the
  /// screen has to say there. What narrows is shown first and cut last.
  func layQuery(of state: any ScreenState, in rect: Rect, _ layout: inout Layout) {
    guard !rect.isEmpty else { return }
    let textWidth = context.textWidth
    var room = rect.inset(left: rect.width >= 40 ? 3 : 0, right: 1).width
    let total = room
    var spans: [Span] = []
    var lifting: Rect?
    func add(_ new: [Span], cut: Bool = false) {
      let width = new.reduce(0) { $0 + context.columns($1.text) }
      if width <= room {
        spans += new
        room -= width
      } else if cut, room > 4, let first = new.first {
        spans.append(Span(textWidth.truncated(first.text, columns: room), first.role))
        room = 0
      }
    }
    if !context.marks.isEmpty { add([Span(" \(context.marks.count) \(words.choosing.marked)", .sign)]) }
    let start = rect.inset(left: rect.width >= 40 ? 3 : 0)
    var chips: [Rect] = []
    for chip in context.chips {
      let before = total - room
      add([Span(" [\(chip.title)]", .chip)], cut: true)
      chips.append(Rect(x: start.x + before, y: rect.y, width: total - room - before, height: rect.height))
    }
    let shown = shownOrder
    let order = context.orderText(shown.order, shown.isReversed)
    if !order.isEmpty { add([Span(" \(order)", .emphasis)], cut: spans.isEmpty) }
    if context.query.narrows {
      let passing = filtering == nil ? "\(context.outline.toolCount)" : context.glyphs.ellipsis
      let count = context.share(passing, of: catalog.tools.count, words.toolsCounted)
      // A search counts for itself.
      if results == nil { add([Span("  \(count)", .text)]) }
    }
    if !context.query.isPlain || !order.isEmpty {
      let key = context.keyName(of: .liftQuery, in: mode)
      let anyKey = key.isEmpty ? "" : "  \(key)"
      if !key.isEmpty {
        let before = total - room
        add([Span(anyKey, .key), Span(" \(words.short(of: .liftQuery))", .dim)])
        lifting = Rect(x: start.x + before, y: rect.y, width: total - room - before, height: rect.height)
      }
    }
    if !spans.isEmpty { add([Span(" ")]) }
    add(state.notes(context, work, columns: room))
    if !spans.isEmpty { layout.place(Line(spans), in: start) }
    for (index, chip) in chips.enumerated() { layout.mark(chip.inset(left: 1), .chip(index)) }
    if let lifting { layout.mark(lifting, .action(.liftQuery)) }
  }
}
