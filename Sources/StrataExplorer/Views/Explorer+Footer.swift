import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  func drawFooter(in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    var inner = rect.inset(left: 1, right: 1)
    let position = position
    let width = textWidth.columns(position)
    if width > 0, width + 2 <= inner.width {
      frame.write(position, in: inner.takeRight(width), theme[.dim])
      _ = inner.takeRight(2)
    }
    if let toast {
      frame.draw(Line([Span(toast.text, toast.isProblem ? .problem : .toast)]), in: inner, theme: theme)
      return
    }
    for item in footerItems {
      let width = textWidth.columns(item.keys) + 1 + textWidth.columns(item.label) + 2
      guard width - 2 <= inner.width else { continue }
      _ = inner.takeLeft(frame.write(item.keys, in: inner, theme[.key]) + 1)
      _ = inner.takeLeft(frame.write(item.label, in: inner, theme[.dim]) + 2)
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
    case .goIn: mode == .map || mode == .page || mode == .menu
    case .goOut: mode == .map || mode == .bar
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
    let isOnTool: Bool
    if case .tool? = subject { isOnTool = true } else { isOnTool = false }
    let hasText = pageLayout != nil
    switch action {
    case .goOut: return mode != .statistics && (mode != .browse || navigation.browse.column != .layers)
    case .goIn, .open, .copyMenu: return mode != .statistics && mode != .help
    case .openHomepage: return isOnTool
    case .chooseLink: return isOnTool || hasText
    case .nextItem: return hasText || mode == .search && search?.field.isEmpty == false
    case .widenSearch: return search?.field.isEmpty == false
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
    case (.open, .bar), (.open, .menu), (.open, .palette), (.open, .filters): words.choose
    case (.goIn, .bar): words.bar
    case (.nextItem, .search): words.complete
    case (.close, .page), (.close, .menu), (.close, .filters), (.goOut, .page): words.short(of: .escape)
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
    case .findings: return "\(findings.count) \(words.warnings)"
    case nil: break
    }
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
    case .map: return place(words.room, navigation.map.category, catalog.categories.count)
    case .guide: return place(words.page, navigation.guide.contents.selected, book.count)
    case .statistics: return ""
    }
  }
}
