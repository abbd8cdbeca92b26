import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  /// The keys of this mode that do something now, by worth, as many as fit whole; where one is at the right.
  mutating func layFooter(in rect: Rect, _ layout: inout Layout) {
    if let toast {
      lay(toast, in: rect, &layout)
      return
    }
    guard !rect.isEmpty else { return }
    var inner = rect.inset(left: 1, right: 1)
    let position = position
    let width = context.columns(position)
    if width > 0, width + 2 <= inner.width {
      layout.place(position, .dim, in: inner.takeRight(width))
      _ = inner.takeRight(2)
    }
    if context.isFirstRun, !mode.isPrompt {
      let said = context.filled(words.firstRun, keyOf: .help, in: mode)
      layout.place(context.textWidth.truncated(said, columns: inner.width), .strong, in: inner)
      return
    }
    let key = FooterKey(
      mode: mode, isInContents: navigation.guide.isInContents, isPlain: context.query.isPlain,
      hasBar: context.size.rows >= 12 && !mode.isPrompt, columns: context.size.columns, language: context.language)
    let items = work.footer[key] ?? footerItems(key)
    work.footer.keep(items, for: key)
    let state = top.state
    for item in items where item.width <= inner.width && isOffered(item.action, state) {
      let spot = Rect(x: inner.x, y: inner.y, width: item.width, height: 1)
      layout.place(item.line, in: spot, spot: .action(item.action))
      _ = inner.takeLeft(item.width + 2)
    }
  }

  /// What an action has to say, over as many rows from the bottom as it takes. The position stands beside it where there
  /// is room.
  private func lay(_ toast: Toast, in footer: Rect, _ layout: inout Layout) {
    let rows = Rect(x: 0, y: 0, width: context.size.columns, height: context.size.rows).inset(left: 1, right: 1)
    guard !rows.isEmpty else { return }
    let role: Role = toast.isProblem ? .problem : .toast
    var lines = context.flow.lines(String(toast.text.prefix(4000)), role, width: rows.width)
    // Half the screen at most: what it is about stays in sight.
    let height = min(lines.count, max(1, rows.height / 2))
    if height < lines.count {
      let last = lines[height - 1].text + " " + lines[height].text
      lines[height - 1] = Line(context.textWidth.truncated(last, columns: rows.width), role)
    }
    layout.fill(Rect(x: 0, y: rows.maxY - height, width: context.size.columns, height: height))
    layout.place(
      Array(lines.prefix(height)), in: Rect(x: rows.x, y: rows.maxY - height, width: rows.width, height: height))
    let position = position
    let needed = context.columns(position)
    if height == 1, !footer.isEmpty,
      lines[0].spans.reduce(0, { $0 + context.columns($1.text) }) + needed + 2 <= rows.width
    {
      var end = footer.inset(left: 1, right: 1)
      layout.place(position, .dim, in: end.takeRight(needed))
    }
  }

  /// Where one is: of a hit's page which hit it is, too.
  private var position: String {
    if let barItem { return name(of: BarItem.all[barItem]) }
    let own = top.state.position(context, work)
    guard let below = navigation.resultsBelow, case .page = top,
      case .results(let results) = navigation.above[below].screen
    else { return own }
    return results.position(context, work) + "  " + own
  }

  // MARK: Keys

  /// What to press and what it does.
  struct FooterItem: Sendable {
    var action: Action
    var line: Line
    /// Columns of that.
    var width: Int
  }

  /// What the items that a mode might offer depend on.
  struct FooterKey: Hashable, Sendable {
    var mode: Mode
    var isInContents: Bool
    var isPlain: Bool
    var hasBar: Bool
    var columns: Int
    var language: Language
  }

  /// What a mode might offer, by worth. What the bar shows is not said again.
  private func footerItems(_ key: FooterKey) -> [FooterItem] {
    let mode = key.mode
    return context.keyMap.bindings(in: mode)
      .filter { $0.worth > 0 && !isMerged($0.action, in: mode) }
      .filter { !(key.hasBar && BarItem.actions.contains($0.action)) }
      .sorted { $0.worth > $1.worth }
      .map { binding in
        let keys = footerKeys(of: binding, in: mode)
        let label = label(of: binding.action, in: mode)
        return FooterItem(
          action: binding.action, line: Line([Span(keys, .key), Span(" " + label, .dim)]),
          width: context.columns(keys) + 1 + context.columns(label))
      }
  }

  /// Keys that are named together are offered together.
  private func isOffered(_ action: Action, _ state: any ScreenState) -> Bool {
    isAvailable(action, on: state) || action == .moveDown && mode != .bar && isAvailable(.moveUp, on: state)
  }

  /// Whether another item's keys name this action's too, or a shorter way does the same.
  private func isMerged(_ action: Action, in mode: Mode) -> Bool {
    let isText = mode == .page || mode == .guide && !navigation.guide.isInContents
    // → follows, as Enter does; on the map arrows are named together.
    if action == .goIn { return isText || mode == .map || mode == .compare }
    if action == .goOut { return mode == .map || mode == .bar }
    // Esc or ← leave, too, and are shown.
    if action == .close { return mode == .page || mode.kind == .list }
    if action == .escape { return mode == .page || mode == .findings || mode.kind == .view && context.query.isPlain }
    if action == .nextItem { return mode == .menu || mode == .map }
    // Space chooses, too.
    return action == .open && mode == .filters
  }

  private func footerKeys(of binding: KeyMap.Binding, in mode: Mode) -> String {
    let separator = context.glyphs.isASCII ? "/" : ""
    func joined(_ keys: Key.Code...) -> String { keys.map { glyph(of: Key($0)) }.joined(separator: separator) }
    if binding.action == .moveDown, mode != .bar {
      return mode == .map ? joined(.up, .down, .left, .right) : joined(.up, .down)
    }
    if binding.action == .goIn, mode == .bar { return joined(.left, .right) }
    return glyph(of: binding.keys[0])
  }

  /// The short title, or the one for what the action means in this mode.
  private func label(of action: Action, in mode: Mode) -> String {
    let isText = mode == .page || mode == .guide && !navigation.guide.isInContents
    if action == .open {
      if isText { return words.follow }
      if mode == .statistics { return words.listThem }
      if mode != .search, mode.kind != .view { return words.choose }
    }
    if action == .goIn, mode == .bar { return words.along }
    if action == .goOut, mode == .page || mode == .findings { return words.short(of: .escape) }
    if action == .nextItem, mode == .filters || mode == .browse { return words.pane }
    if action == .nextItem, [.statistics, .help, .stack, .scan, .news].contains(mode) {
      return words.short(of: .nextSection)
    }
    if action == .toggleLanguage { return name(of: .language) }
    return words.short(of: action)
  }

  /// A key in the footer: as short as can be.
  private func glyph(of key: Key) -> String { key == Key(.enter) ? context.glyphs.enter : context.keyName(key) }
}
