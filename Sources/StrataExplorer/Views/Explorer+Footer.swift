import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  func drawFooter(in rect: Rect, _ frame: inout Frame) {
    if let toast {
      drawToast(toast, in: rect, &frame)
      return
    }
    guard !rect.isEmpty else { return }
    var inner = rect.inset(left: 1, right: 1)
    let position = position
    let width = textWidth.columns(position)
    // The prompt stands where other screens have the filter.
    let note = overlays.isEmpty && search != nil ? filterNote : ""
    if !note.isEmpty {
      // The filter is always to be seen, the position where there is room for both.
      let hasRoom = width + 12 <= inner.width
      let limit = hasRoom ? min(inner.width / 2, inner.width - width - 4) : inner.width
      let cut = textWidth.truncated(note, columns: limit)
      var end = inner.takeRight((hasRoom ? width + 2 : 0) + textWidth.columns(cut))
      _ = end.takeLeft(frame.write(cut, in: end, theme[.emphasis]))
      if hasRoom { frame.writeRight(position, in: end, theme[.dim]) }
      _ = inner.takeRight(2)
    } else if width > 0, width + 2 <= inner.width {
      frame.write(position, in: inner.takeRight(width), theme[.dim])
      _ = inner.takeRight(2)
    }
    for item in footerItems {
      let width = textWidth.columns(item.keys) + 1 + textWidth.columns(item.label) + 2
      guard width - 2 <= inner.width else { continue }
      _ = inner.takeLeft(frame.write(item.keys, in: inner, theme[.key]) + 1)
      _ = inner.takeLeft(frame.write(item.label, in: inner, theme[.dim]) + 2)
    }
  }

  /// What an action has to say, over as many rows from the bottom as it takes. The position stands beside it where there
  /// is room.
  private func drawToast(_ toast: Toast, in footer: Rect, _ frame: inout Frame) {
    let rows = frame.bounds.inset(left: 1, right: 1)
    guard !rows.isEmpty else { return }
    let role: Role = toast.isProblem ? .problem : .toast
    var lines = TextFlow(textWidth).lines(toast.text, role, width: rows.width)
    // Half the screen at most: what it is about stays in sight.
    let height = min(lines.count, max(1, rows.height / 2))
    if height < lines.count {
      let last = lines[height - 1].text + " " + lines[height].text
      lines[height - 1] = Line(textWidth.truncated(last, columns: rows.width), role)
    }
    frame.fill(Rect(x: 0, y: rows.maxY - height, width: frame.size.columns, height: height))
    drawLines(lines, in: Rect(x: rows.x, y: rows.maxY - height, width: rows.width, height: height), &frame)
    if height == 1, !footer.isEmpty,
      textWidth.columns(toast.text) + textWidth.columns(position) + 2 <= rows.width
    {
      frame.writeRight(position, in: footer.inset(left: 1, right: 1), theme[.dim])
    }
  }

  /// The keys of this mode by worth: what to press and what it does.
  private var footerItems: [(keys: String, label: String)] {
    let mode = mode
    return keyMap.bindings(in: mode)
      .filter { $0.worth > 0 && makesSense($0.action) && !isMerged($0.action, in: mode) }
      .sorted { $0.worth > $1.worth }
      .map { binding in (footerKeys(of: binding, in: mode), footerLabel(of: binding.action, in: mode)) }
  }

  /// Whether another item's keys name this action's too.
  private func isMerged(_ action: Action, in mode: Mode) -> Bool {
    switch action {
    case .moveUp: mode != .bar
    case .goIn: mode == .map || mode == .page || mode == .menu || mode == .guide && !navigation.guide.isInContents
    case .goOut: mode == .map || mode == .bar
    // Esc or ← leave, too, and are shown.
    case .close: mode == .page || mode == .menu || mode == .filters || mode == .findings
    // Space chooses, too.
    case .open: mode == .filters
    default: false
    }
  }

  private func footerKeys(of binding: KeyMap.Binding, in mode: Mode) -> String {
    let key = glyph(of: binding.keys[0])
    let separator = glyphs.isASCII ? "/" : ""
    func joined(_ keys: Key.Code...) -> String { keys.map { glyph(of: Key($0)) }.joined(separator: separator) }
    switch (binding.action, mode) {
    case (.moveDown, .bar): return key
    case (.moveDown, .map): return joined(.up, .down, .left, .right)
    case (.moveDown, _): return joined(.up, .down)
    case (.goIn, .bar): return joined(.left, .right)
    default: return key
    }
  }

  /// Whether an action would do something where one is.
  private func makesSense(_ action: Action) -> Bool {
    let mode = mode
    switch action {
    case .moveDown: return mode == .search ? !searchRows.isEmpty : mode != .filters || !filterSections.isEmpty
    case .goIn, .goOut:
      if case .filters(let panel)? = overlays.last {
        return panel.isInValues == (action == .goOut) && !filterSections.isEmpty
      }
      if mode == .guide, action == .goOut { return !navigation.guide.isInContents }
      if mode == .browse {
        switch navigation.browse.column {
        case .layers: return action == .goIn && selectedCategory != nil
        case .categories: return action == .goOut || selectedTool != nil
        case .tools: return true
        }
      }
      return mode != .statistics
    case .open:
      switch mode {
      case .page: return (pageLayout?.itemCount ?? 0) > 0
      case .guide: return navigation.guide.isInContents || (pageLayout?.itemCount ?? 0) > 0
      case .browse, .map, .search: return subject != nil
      case .help: return chosenHelpRow?.action != nil
      case .statistics, .findings: return false
      case .bar, .menu, .filters, .palette: return true
      }
    case .toggleChoice: return !filterSections.isEmpty
    case .copyMenu: return subject != nil
    case .openHomepage: return homepage != nil
    case .chooseLink: return !linkItems.isEmpty
    case .nextItem:
      return mode == .search && search?.field.isEmpty == false
        || (mode == .page || mode == .guide) && (pageLayout?.itemCount ?? 0) > 0
    case .widenSearch: return search.map { Query($0.field.text).widened != nil } ?? false
    case .sort:
      switch mode {
      case .browse, .map: return subject != nil
      case .search: return !searchRows.isEmpty
      case .page, .guide: return pageLayout?.listsTools == true
      case .statistics, .bar, .menu, .filters, .findings, .help, .palette: return false
      }
    case .escape: return mode.isPrompt || mode == .menu || mode == .filters
    case .showMap, .showGuide, .showStatistics: return size.rows < 12
    case .growPreview, .scrollPreviewDown: return !previewLines.isEmpty
    default: return true
    }
  }

  private func footerLabel(of action: Action, in mode: Mode) -> String {
    switch (action, mode) {
    case (.open, .page): words.follow
    case (.open, .guide) where !navigation.guide.isInContents: words.follow
    case (.open, .bar), (.open, .menu), (.open, .help), (.open, .palette), (.open, .filters): words.choose
    case (.goIn, .bar): words.bar
    case (.nextItem, .search): words.complete
    case (.goOut, .page), (.goOut, .findings): words.short(of: .escape)
    default: words.short(of: action)
    }
  }

  /// A key in the footer: as short as can be.
  private func glyph(of key: Key) -> String { key == Key(.enter) ? glyphs.enter : keyName(key) }

  /// A key as people write it, without arrows where only ASCII is drawn.
  func keyName(_ key: Key) -> String {
    let name = "\(key)"
    guard glyphs.isASCII else { return name }
    let arrows: [Character: String] = ["↑": "Up", "↓": "Down", "←": "Left", "→": "Right"]
    return name.map { arrows[$0] ?? String($0) }.joined()
  }

  /// Where one is: `category 4 of 6`, or how much of a page is read.
  var position: String {
    func place(_ word: String, _ index: Int, _ count: Int) -> String {
      guard count > 0 else { return "" }
      return language == .en ? "\(word) \(index + 1) \(words.of) \(count)" : "\(word) \(index + 1)\(words.of)\(count)"
    }
    switch overlays.last {
    case .menu, .help, .palette, .filters: return ""
    case .findings: return findings.isEmpty ? "" : words.count(ofWarnings: findings.count)
    case nil: break
    }
    if let barItem { return name(of: BarItem.all[barItem]) }
    if let state = search { return place(words.result, state.list.selected, searcher.total) }
    if let state = pageState, navigation.view != .guide || !navigation.guide.isInContents || !navigation.sheets.isEmpty
    {
      return readShare(of: state)
    }
    switch navigation.view {
    case .browse:
      guard let layer = selectedLayer else { return "" }
      switch navigation.browse.column {
      case .layers: return place(words.layer, navigation.browse.layers.selected, outline.layers.count)
      case .categories:
        return place(
          words.category, navigation.browse.categories[layer.index]?.selected ?? 0, outline.categories(of: layer).count)
      case .tools:
        guard let category = selectedCategory else { return "" }
        return place(
          words.tool, navigation.browse.tools[category.index]?.selected ?? 0, outline.tools(of: category).count)
      }
    case .map:
      let rooms = mapLayout?.rooms ?? []
      return place(
        words.room, rooms.firstIndex { $0.category.index == navigation.map.category } ?? 0, rooms.count)
    case .guide: return place(words.page, navigation.guide.contents.selected, book.count)
    case .statistics: return ""
    }
  }
}
