import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
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
  var filterNote: String {
    [filterText, orderText].filter { !$0.isEmpty }.joined(separator: " \(glyphs.dot) ")
  }

  /// The path; names are dropped from the front where it is too long.
  func drawPath(in rect: Rect, _ frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let separator = " \(glyphs.separator) "
    let inner = rect.inset(left: 1, right: 1)
    var names = path[...]
    var right = filterNote
    if right.isEmpty, reloadFailure != nil || !findings.isEmpty {
      let key = keyMap.key(for: .showFindings).map { " (\(keyName($0)))" } ?? ""
      right = (reloadFailure == nil ? words.count(ofWarnings: findings.count) : words.notReloaded) + key
    }
    // What narrows the lists is always visible, if shortened; a note about warnings is not.
    if textWidth.columns(right) > inner.width / 2 {
      right = filterNote.isEmpty ? "" : textWidth.truncated(right, columns: inner.width / 2)
    }
    let lead = textWidth.columns(glyphs.ellipsis + separator)
    // A note about warnings takes no column from the name of what is shown.
    if filterNote.isEmpty, textWidth.columns(right) + textWidth.columns(names.last!) + lead + 2 > inner.width {
      right = ""
    }
    let room = inner.width - (right.isEmpty ? 0 : textWidth.columns(right) + 2)
    func width(_ names: ArraySlice<String>) -> Int {
      textWidth.columns(names.joined(separator: separator)) + (names.count < path.count ? lead : 0)
    }
    while names.count > 1, width(names) > room { names.removeFirst() }
    var spans: [Span] = []
    if names.count < path.count { spans.append(Span(glyphs.ellipsis + separator, .dim)) }
    if names.count == 1 && textWidth.columns(names.first!) + 4 > room { spans = [] }
    for (index, name) in names.enumerated() {
      if index > 0 { spans.append(Span(separator, .dim)) }
      spans.append(Span(name, index == names.count - 1 ? .title : .text))
    }
    var line = Line(spans)
    if !right.isEmpty {
      line.right = [
        Span("  "), Span(right, !filterNote.isEmpty ? .emphasis : reloadFailure == nil ? .warning : .problem),
      ]
    }
    if navigation.view == .map, navigation.sheets.isEmpty, names.count == path.count {
      // Before the note, where there is room for both.
      let used = (spans + legend).reduce(0) { $0 + textWidth.columns($1.text) } + 3
      if used <= room { line.right = legend + line.right }
    }
    frame.draw(line, in: inner, theme: theme)
  }
}
