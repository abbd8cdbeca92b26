import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  // MARK: Help and palette: both generated from the key map

  /// One row of the help: keys, what they do, in which mode.
  struct HelpRow: Hashable {
    var keys: String
    var title: String
    /// What Enter does on it; nil on headings and keys of other modes than the one below the help.
    var action: Action?
    var isHeading = false
  }

  /// The keys of the mode below the help first, then those of the others.
  func helpRows(_ state: Overlay.Prompted) -> [HelpRow] {
    let current = modeBelow
    var rows: [HelpRow] = []
    for mode in [current] + Mode.allCases.filter({ $0 != current }) {
      let bindings = keyMap.bindings(in: mode).map { binding in
        HelpRow(
          keys: binding.keys.map(keyName).joined(separator: " "), title: words.title(of: binding.action),
          action: mode == current ? binding.action : nil)
      }
      let needle = state.field.text.lowercased()
      let hits = bindings.filter { needle.isEmpty || ($0.title + " " + $0.keys).lowercased().contains(needle) }
      guard !hits.isEmpty else { continue }
      rows.append(HelpRow(keys: "", title: words.title(of: mode), isHeading: true))
      rows += hits
    }
    return rows
  }

  /// The selected row of the help on top.
  var chosenHelpRow: HelpRow? {
    guard case .help(let state)? = overlays.last else { return nil }
    let rows = helpRows(state)
    return rows.indices.contains(state.list.selected) ? rows[state.list.selected] : nil
  }

  private var modeBelow: Mode {
    var below = self
    below.overlays.removeLast()
    return below.mode
  }

  /// Every action that a name finds, with its key.
  func paletteActions(_ state: Overlay.Prompted) -> [Action] {
    let needle = state.field.text.lowercased()
    let hidden: Set<Action> = [
      .moveUp, .moveDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .moveFirst, .moveLast, .goIn, .goOut, .open,
      .nextItem, .previousItem, .palette, .interrupt, .escape, .toggleChoice, .widenSearch,
    ]
    return Action.allCases.filter { action in
      guard !hidden.contains(action), isOfUse(action) else { return false }
      let names = [Words[.en].title(of: action), Words[.zh].title(of: action)]
      return needle.isEmpty || names.contains { $0.lowercased().contains(needle) }
    }
  }

  /// Whether an action has something to act on below the palette.
  private func isOfUse(_ action: Action) -> Bool {
    switch action {
    case .nextPage, .previousPage: pageLayout != nil
    case .scrollPreviewDown, .scrollPreviewUp, .growPreview, .shrinkPreview: !previewLines.isEmpty
    case .openHomepage: homepage != nil
    case .chooseLink: !linkItems.isEmpty
    case .copyMenu: subject != nil
    case .copyName: copied(.name) != nil
    case .copyURL: copied(.url) != nil
    case .copyRepository: copied(.repository) != nil
    case .copyJSON: copied(.json) != nil
    case .copyMarkdown: copied(.markdown) != nil
    case .historyBack: !backward.isEmpty
    case .historyForward: !forward.isEmpty
    case .showFindings: !findings.isEmpty || reloadFailure != nil
    default: true
    }
  }

  func drawHelp(_ state: Overlay.Prompted, _ layout: ScreenLayout, _ frame: inout Frame) {
    defer { drawPrompt(state.field, lead: "?", hint: words.prompt, right: words.keys, in: layout.path, &frame) }
    let rows = helpRows(state)
    let list = listRect(in: layout.body, &frame)
    if rows.isEmpty { frame.write(words.noSuchAction, in: list.inset(left: 1), theme[.dim]) }
    let keyWidth = list.width < 30 ? 7 : list.width < 50 ? 12 : 26
    for row in 0..<list.height where state.list.offset + row < rows.count {
      let item = rows[state.list.offset + row]
      let line =
        item.isHeading
        ? Line([Span(item.title, .heading)]) : Line([Span(padded(item.keys, keyWidth) + " ", .key), Span(item.title)])
      drawRow(
        line, in: list.row(row).inset(right: 1), isSelected: state.list.offset + row == state.list.selected,
        hasKeys: !item.isHeading, &frame)
    }
    drawScroll(offset: state.list.offset, count: rows.count, in: list, &frame)
  }

  func drawPalette(_ state: Overlay.Prompted, _ layout: ScreenLayout, _ frame: inout Frame) {
    defer { drawPrompt(state.field, lead: ":", hint: words.prompt, right: words.actions, in: layout.path, &frame) }
    let actions = paletteActions(state)
    let list = listRect(in: layout.body, &frame)
    if actions.isEmpty { frame.write(words.noSuchAction, in: list.inset(left: 1), theme[.dim]) }
    for row in 0..<list.height where state.list.offset + row < actions.count {
      let action = actions[state.list.offset + row]
      let key = keyMap.bindings.first { $0.action == action && !$0.modes.isEmpty }?.keys.first.map(keyName) ?? ""
      drawRow(
        Line([Span(words.title(of: action))], right: key.isEmpty ? [] : [Span(" \(key) ", .key)]),
        in: list.row(row).inset(right: 1), isSelected: state.list.offset + row == state.list.selected, hasKeys: true,
        &frame)
    }
    drawScroll(offset: state.list.offset, count: actions.count, in: list, &frame)
  }

  /// Where an overlay's list stands; draws the rule above it.
  private func listRect(in body: Rect, _ frame: inout Frame) -> Rect {
    guard body.height >= 8 else { return body }
    drawRule(in: body.row(0), &frame)
    return body.inset(top: 1)
  }

  private var listHeight: Int {
    let body = layout.body
    return max(1, body.height >= 8 ? body.height - 1 : body.height)
  }

  // MARK: Findings

  func drawFindings(_ state: ScrollState, _ layout: ScreenLayout, _ frame: inout Frame) {
    frame.draw(Line([Span(words.findings, .title)]), in: layout.path.inset(left: 1, right: 1), theme: theme)
    let list = listRect(in: layout.body, &frame)
    let lines = findingLines(width: list.width - 2)
    drawLines(lines, from: state.offset, in: list.inset(left: 1, right: 1), &frame)
    drawScroll(offset: state.offset, count: lines.count, in: list, &frame)
    frame.cursor = Point(x: list.x, y: list.y)
  }

  private func findingLines(width: Int) -> [Line] {
    let failure = reloadFailure.map { TextFlow(textWidth).lines($0, .problem, width: max(1, width)) } ?? []
    return failure
      + findings.flatMap { finding in
        finding.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
          // The first line of a finding may wrap; its source line and caret must not.
          index == 0
            ? TextFlow(textWidth).lines(String(line), .warning, width: max(1, width)) : [Line("  " + line, .dim)]
        }
      }
  }

  // MARK: Menus

  /// A box in the middle, as large as its items need.
  func drawMenu(_ menu: Menu, over body: Rect, _ frame: inout Frame) {
    let titles = menu.items.map { textWidth.columns($0.title) + 4 }
    let details = menu.items.map { textWidth.columns($0.detail) }
    let wanted = (titles.max() ?? 0) + (details.max() ?? 0) + 6
    let width = min(body.width, max(wanted, textWidth.columns(menu.title) + 8, 24))
    let height = min(body.height, menu.items.count + 2)
    guard width > 4, height > 0 else { return }
    let hasBorder = body.height >= 5
    var box = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width, height: height)
    // A column of air, so that no border touches what is behind it.
    frame.fill(Rect(x: box.x - 1, y: box.y, width: box.width + 2, height: box.height))
    if hasBorder {
      drawBox(box, title: menu.title, &frame)
      box = box.inset(left: 1, top: 1, right: 1, bottom: 1)
    }
    // The scroll indicator stands on the border, or else beside the rows.
    let edge = hasBorder ? Rect(x: box.x, y: box.y, width: box.width + 1, height: box.height) : box
    if !hasBorder { box = box.inset(right: 1) }
    // Titles are cut last: what they lead to may be shortened, but not to nothing.
    let room = box.width - 3 - min(5, details.max() ?? 0)
    let titleWidth = max(4, min((titles.max() ?? 0) - 2, room))
    var list = menu.list
    list.fit(count: menu.items.count, height: box.height)
    for row in 0..<box.height where list.offset + row < menu.items.count {
      let item = menu.items[list.offset + row]
      let key = item.key.map(String.init) ?? " "
      var line = Line([Span("\(key) ", .key)])
      if item.detail.isEmpty {
        line.spans.append(Span(item.title))
      } else {
        let cut = textWidth.truncated(item.title, columns: titleWidth - 1)
        line.spans += [Span(padded(cut, titleWidth)), Span(item.detail, .dim)]
      }
      drawRow(line, in: box.row(row), isSelected: list.offset + row == list.selected, hasKeys: true, &frame)
    }
    drawScroll(offset: list.offset, count: menu.items.count, in: edge, &frame)
  }

  func drawBox(_ box: Rect, title: String, _ frame: inout Frame) {
    guard box.width >= 2, box.height >= 2 else { return }
    let line = String(repeating: glyphs.horizontal, count: box.width - 2)
    frame.write(glyphs.topLeft + line + glyphs.topRight, in: box.row(0), theme[.rule])
    frame.write(glyphs.bottomLeft + line + glyphs.bottomRight, in: box.row(box.height - 1), theme[.rule])
    for row in 1..<max(1, box.height - 1) {
      frame.write(glyphs.vertical, in: box.row(row), theme[.rule])
      frame.writeRight(glyphs.vertical, in: box.row(row), theme[.rule])
    }
    let shown = textWidth.truncated(" \(title) ", columns: box.width - 4)
    frame.write(shown, in: box.row(0).inset(left: 2, right: 2), theme[.title])
  }

  // MARK: Moving

  mutating func moveInOverlay(_ move: Move) -> [Effect] {
    /// How many rows the move goes; nil where it is none along rows.
    let step: Int? = if case .rows(let rows) = move { rows.count(page: max(1, listHeight - 1)) } else { nil }
    switch overlays.last {
    case .help(var state):
      let rows = helpRows(state)
      if move == .open {
        guard rows.indices.contains(state.list.selected), let chosen = rows[state.list.selected].action else {
          return []
        }
        overlays.removeLast()
        return perform(chosen)
      }
      if let step {
        state.list.move(by: step, count: rows.count)
        // Headings are passed over; the first row is one.
        if state.list.selected > 0, rows[state.list.selected].isHeading { state.list.selected += step < 0 ? -1 : 1 }
      }
      overlays[overlays.count - 1] = .help(state)
    case .palette(var state):
      let actions = paletteActions(state)
      if move == .open {
        guard actions.indices.contains(state.list.selected) else { return [] }
        overlays.removeLast()
        return perform(actions[state.list.selected])
      }
      if let step { state.list.move(by: step, count: actions.count) }
      overlays[overlays.count - 1] = .palette(state)
    case .menu(var menu):
      if move == .open || move == .goIn {
        overlays.removeLast()
        return menu.items.indices.contains(menu.list.selected) ? choose(menu.items[menu.list.selected].choice) : []
      }
      if move == .next || move == .previous {
        menu.list.move(by: move == .next ? 1 : -1, count: menu.items.count)
      }
      if let step { menu.list.move(by: step, count: menu.items.count) }
      overlays[overlays.count - 1] = .menu(menu)
    case .filters(let panel): moveInFilters(panel, move)
    case .findings(var state):
      let count = findingLines(width: max(1, layout.body.width - 2)).count
      state.offset = min(max(0, state.offset + (step ?? 0)), max(0, count - listHeight))
      if move == .goOut { return closeOverlay() }
      overlays[overlays.count - 1] = .findings(state)
    case nil: break
    }
    return []
  }

  private mutating func closeOverlay() -> [Effect] {
    overlays.removeLast()
    return []
  }

  mutating func settleOverlays() {
    switch overlays.last {
    case .palette(var state):
      state.list.fit(count: paletteActions(state).count, height: listHeight)
      overlays[overlays.count - 1] = .palette(state)
    case .help(var state):
      let rows = helpRows(state)
      state.list.selected = max(1, state.list.selected)
      state.list.fit(count: rows.count, height: listHeight)
      overlays[overlays.count - 1] = .help(state)
    case .menu(var menu):
      let box = max(1, min(layout.body.height, menu.items.count + 2) - (layout.body.height >= 5 ? 2 : 0))
      menu.list.fit(count: menu.items.count, height: box)
      overlays[overlays.count - 1] = .menu(menu)
    case .filters(let panel): settleFilters(panel)
    case .findings(var state):
      let count = findingLines(width: max(1, layout.body.width - 2)).count
      state.offset = min(state.offset, max(0, count - listHeight))
      overlays[overlays.count - 1] = .findings(state)
    case nil: break
    }
  }
}
