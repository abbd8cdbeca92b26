import StrataCatalog
import StrataScreen
import StrataSearch

/// What stands in the first line.
enum BarItem: Hashable, Sendable {
  case view(View)
  case search, language, help, quit

  static let all: [BarItem] = View.allCases.map(BarItem.view) + [.search, .language, .help, .quit]

  var action: Action {
    switch self {
    case .view(.browse): .showBrowse
    case .view(.map): .showMap
    case .view(.guide): .showGuide
    case .view(.statistics): .showStatistics
    case .search: .search
    case .language: .toggleLanguage
    case .help: .help
    case .quit: .quit
    }
  }
}

extension Explorer {
  private func label(of item: BarItem) -> String {
    let key = keyMap.key(for: item == .quit ? .close : item.action).map(keyName) ?? ""
    switch item {
    case .view(let view): return "\(key) \(words.title(of: view))"
    case .search: return "\(key) \(words.search)"
    case .language: return "\(key) \(words.otherLanguage)"
    case .help: return "\(key) \(words.help)"
    case .quit: return "\(key) \(words.quit)"
    }
  }

  /// Where each item stands: the views from the left, the rest at the right where there is room. Items are shortened to their
  /// keys where there is not.
  func barRects(in rect: Rect) -> [Rect] {
    barItems(in: rect).map(\.rect)
  }

  private func barItems(in rect: Rect) -> [(label: String, rect: Rect)] {
    let name = rect.width >= 60 ? 8 : 0
    let full = BarItem.all.map(label)
    let short = full.map { String($0.prefix { $0 != " " }) }
    func total(_ labels: [String]) -> Int { labels.reduce(name) { $0 + textWidth.columns($1) + 2 } }
    var labels = full
    for index in labels.indices.reversed() where total(labels) > rect.width { labels[index] = short[index] }
    var x = rect.x + name
    var items: [(String, Rect)] = []
    for (index, label) in labels.enumerated() {
      if index == View.allCases.count {
        x = max(x, rect.maxX - labels[index...].reduce(0) { $0 + textWidth.columns($1) + 2 })
      }
      let width = textWidth.columns(label) + 2
      items.append((label, Rect(x: x, y: rect.y, width: min(width, max(0, rect.maxX - x)), height: rect.height)))
      x += width
    }
    return items
  }

  func drawBar(in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    if rect.width >= 60 { frame.write(" strata", in: rect, theme[.title]) }
    for (index, item) in barItems(in: rect).enumerated() {
      let isCurrent = BarItem.all[index] == .view(navigation.view)
      let inner = item.rect.inset(left: 1, right: 1)
      if barItem == index {
        frame.fill(item.rect, theme[.barFocused])
        frame.write(item.label, in: inner, theme[.barFocused])
      } else {
        frame.write(item.label, in: inner, theme[isCurrent ? .barCurrent : .bar])
      }
    }
  }

  mutating func moveInBar(_ action: Action) -> [Effect] {
    guard let item = barItem else { return [] }
    switch action {
    case .goIn, .nextItem: barItem = (item + 1) % BarItem.all.count
    case .goOut, .previousItem: barItem = (item + BarItem.all.count - 1) % BarItem.all.count
    case .moveDown: barItem = nil
    case .moveFirst: barItem = 0
    case .moveLast: barItem = BarItem.all.count - 1
    case .open:
      barItem = nil
      let effects = perform(BarItem.all[item].action)
      // The language changes under one's hands; the keys stay in the bar.
      if BarItem.all[item] == .language { barItem = item }
      return effects
    default: break
    }
    return []
  }

  /// ↑ from the first row of a view.
  mutating func reachBar() { barItem = navigation.view.rawValue }

  // MARK: The path

  /// The names that lead to what is shown.
  var path: [String] {
    var names = [catalog.string(catalog.landscape.name, in: language)]
    if names[0].isEmpty { names[0] = "strata" }
    func add(_ subject: Subject) {
      switch subject {
      case .layer(let layer): names.append(name(of: .layer(layer)))
      case .category(let category):
        names.append(name(of: .layer(catalog[category].layer)))
        names.append(name(of: .category(category)))
      case .tool(let tool):
        add(.category(catalog[tool].category))
        names.append(name(of: .tool(tool)))
      }
    }
    if let page = pageState?.page, navigation.sheets.last != nil || navigation.view == .guide {
      if navigation.sheets.isEmpty { names.append(words.guide) }
      switch page {
      case .introduction: names.append(words.introduction)
      case .choosing: names.append(words.howToChoose)
      case .recap(let layer):
        add(.layer(layer))
        names.append(words.recap)
      case .layer, .category, .tool: page.subject.map(add)
      }
      return names
    }
    switch navigation.view {
    case .browse:
      switch navigation.browse.column {
      case .layers: selectedLayer.map { add(.layer($0)) }
      case .categories: selectedCategory.map { add(.category($0)) }
      case .tools:
        // A guest is read on the shelf one found it on.
        selectedCategory.map { add(.category($0)) }
        selectedTool.map { names.append(name(of: .tool($0))) }
      }
    case .map: if let subject { add(subject) }
    case .guide: names.append(words.guide)
    case .statistics: names.append(words.statistics)
    }
    return names
  }

  func name(of subject: Subject) -> String {
    switch subject {
    case .layer(let layer): catalog.string(catalog[layer].name, in: language)
    case .category(let category): catalog.string(catalog[category].name, in: language)
    case .tool(let tool): catalog.string(catalog[tool].name)
    }
  }

  /// The filter and the order that are on: always visible.
  private var filterNote: String {
    var parts: [String] = []
    if let group = filter.group, catalog.groups.indices.contains(group) {
      parts.append(catalog.string(catalog.groups[group].name, in: language))
    }
    if !filter.query.isEmpty { parts.append(filter.query.text) }
    if filter.isOrdered {
      parts.append("\(words.sortedBy) \(title(of: filter.order))\(filter.isReversed ? " (\(words.reversed))" : "")")
    }
    return parts.joined(separator: " \(glyphs.dot) ")
  }

  /// The path; names are dropped from the front where it is too long.
  func drawPath(in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let separator = " \(glyphs.separator) "
    let inner = rect.inset(left: 1, right: 1)
    var names = path[...]
    var right = ""
    if navigation.view == .map, navigation.sheets.isEmpty {
      let width = legend.reduce(0) { $0 + textWidth.columns($1.text) }
      let line = Line([], right: width + textWidth.columns(path.joined(separator: separator)) + 3 <= inner.width ? legend : [])
      frame.draw(line, in: inner, theme: theme)
    }
    right = filterNote
    if right.isEmpty, !findings.isEmpty {
      let key = keyMap.key(for: .showFindings).map { " (\(keyName($0)))" } ?? ""
      right += (right.isEmpty ? "" : "  ") + "\(findings.count) \(words.warnings)\(key)"
    }
    // What narrows the lists is always visible, if shortened; a note about warnings is not.
    if textWidth.columns(right) > inner.width / 2 {
      right = filterNote.isEmpty ? "" : textWidth.truncated(right, columns: inner.width / 2)
    }
    let room = inner.width - (right.isEmpty ? 0 : textWidth.columns(right) + 2)
    while names.count > 1, textWidth.columns(names.joined(separator: separator)) > room { names.removeFirst() }
    var spans: [Span] = []
    if names.count < path.count { spans.append(Span(glyphs.ellipsis + separator, .dim)) }
    if names.count == 1 && textWidth.columns(names.first!) + 4 > room { spans = [] }
    for (index, name) in names.enumerated() {
      if index > 0 { spans.append(Span(separator, .dim)) }
      spans.append(Span(name, index == names.count - 1 ? .title : .text))
    }
    var line = Line(spans)
    if !right.isEmpty { line.right = [Span(right, filterNote.isEmpty ? .warning : .emphasis)] }
    frame.draw(line, in: inner, theme: theme)
  }

  // MARK: The footer

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
    if let state = pageState, navigation.view != .guide || !navigation.guide.isInContents || !navigation.sheets.isEmpty {
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
