import StrataCatalog
import StrataScreen
import StrataSearch

/// Where the results of a search and their preview stand.
struct SearchLayout: Hashable {
  var list: Rect
  var preview: Rect
  var rule: Rect
  var isPreviewAtSide: Bool
}

extension Explorer {
  func searchLayout(_ state: SearchState) -> SearchLayout {
    var rest = layout.body
    let none = Rect(x: 0, y: 0, width: 0, height: 0)
    var result = SearchLayout(list: rest, preview: none, rule: none, isPreviewAtSide: rest.width >= 140)
    if rest.height >= 8 { _ = rest.takeTop(1) }
    if result.isPreviewAtSide {
      result.preview = rest.takeRight(min(90, max(36, rest.width * previewShare / 100)))
    } else if rest.height >= 10 {
      result.preview = rest.takeBottom(max(3, rest.height * previewShare / 100))
      result.rule = rest.takeBottom(1)
    }
    result.list = rest
    return result
  }

  mutating func openSearch() {
    barItem = nil
    overlays = []
    if search != nil { return }
    jump()
    navigation.sheets.append(.search(SearchState()))
    search(for: "")
  }

  mutating func remember(query: String) {
    guard !query.isEmpty else { return }
    queries.removeAll { $0 == query }
    queries.insert(query, at: 0)
    if queries.count > Explorer.queryLimit { queries.removeLast() }
  }

  static let queryLimit = 50

  mutating func widenSearch() {
    guard var state = search, !state.field.isEmpty else { return }
    guard let widened = Query(state.field.text).widened else { return }
    state.field.text = widened.text
    state.restart()
    search(for: state.field.text)
    search = state
  }

  // MARK: Moving

  mutating func moveInSearch(_ move: Move) -> [Effect] {
    if move == .open, search?.pinned == nil { finishSearch() }
    guard var state = search else { return [] }
    switch move {
    case .rows(.up):
      if state.field.isEmpty || state.historyIndex != nil, !queries.isEmpty {
        recall(&state, by: 1)
        return []
      }
      select(&state, by: -1)
    case .rows(.down):
      if state.historyIndex != nil {
        recall(&state, by: -1)
        return []
      }
      select(&state, by: 1)
    case .rows(let rows): select(&state, by: rows.count(page: max(1, searchLayout(state).list.height - 1)))
    case .open:
      guard let hit = subject else { return [] }
      remember(query: state.field.text)
      state.pinned = hit
      search = state
      open(Page(hit))
      return []
    case .next: complete(&state)
    case .goIn, .goOut, .previous, .nextPage, .previousPage, .toggle: break
    }
    search = state
    return []
  }

  /// What was typed decides what Enter opens, not how far its search has come.
  private mutating func finishSearch() {
    guard isSearching else { return }
    while !searcher.isSettled { searcher.advance(steps: Explorer.sliceSteps) }
    settleSearch()
  }

  private mutating func select(_ state: inout SearchState, by rows: Int) {
    state.list.move(by: rows, count: searcher.total)
    state.pinned = searcher.hits(state.list.selected..<state.list.selected + 1).first
    state.previewOffset = 0
  }

  /// Earlier queries, one further back or forth.
  private mutating func recall(_ state: inout SearchState, by step: Int) {
    let index = (state.historyIndex ?? -1) + step
    state.historyIndex = index < 0 ? nil : min(index, queries.count - 1)
    state.field.text = state.historyIndex.map { queries[$0] } ?? ""
    state.restart()
    search(for: state.field.text)
    search = state
  }

  /// Completes a filter's word or value that is being typed; otherwise the query to what was meant, or to the selected
  /// hit's name.
  private mutating func complete(_ state: inout SearchState) {
    let text = state.field.text
    guard !text.isEmpty else { return }
    if let first = completions(of: state.field, limit: 1).first {
      if first.query == text { return }
      state.field.text = first.query
    } else if let suggestion {
      state.field.text = suggestion.text
    } else if let subject, name(of: subject) != text {
      state.field.text = name(of: subject)
    } else {
      return
    }
    state.restart()
    search(for: state.field.text)
  }

  /// How the filter at the cursor may go on.
  private func completions(of field: LineEdit, limit: Int) -> [Completion] {
    let cursor = String(field.characters[..<field.cursor]).utf8.count
    return Query(field.text).completions(at: cursor, in: catalog, limit: limit)
  }

  /// The values that the filter at the cursor may have; Tab takes the first. To know them all tools are looked at.
  private func settleValues(_ state: inout SearchState) {
    guard state.field.characters.contains(where: { $0 == ":" || $0 == "：" }), isOfUsualSize else {
      state.values = []
      return
    }
    state.values = completions(of: state.field, limit: 20).map(\.text).filter { !$0.hasSuffix(":") }
      .map { $0.hasPrefix("=") ? String($0.dropFirst()) : $0 }
  }

  /// The name that was perhaps meant where nothing was found, and what to type for it.
  private var suggestion: (name: String, text: String)? {
    guard let first = searcher.explanation()?.suggestions.first else { return nil }
    // The filter stands before what was typed.
    let lead = filter.query.isEmpty ? 0 : filter.query.text.count + 1
    return (first.name, String(first.query.text.dropFirst(lead)))
  }

  // MARK: Results

  mutating func settleSearch() {
    guard var state = search else { return }
    settleValues(&state)
    let height = max(1, searchLayout(state).list.height)
    if let pinned = state.pinned {
      let window = searcher.hits(0..<min(searcher.total, max(500, state.list.selected + 200)))
      if let index = window.firstIndex(of: pinned) {
        state.list.offset += index - state.list.selected
        state.list.selected = index
      }
    }
    state.list.fit(count: searcher.total, height: height)
    let end = min(searcher.total, state.list.offset + height)
    searchRows = state.list.offset < end ? searcher.hits(state.list.offset..<end) : []
    search = state
  }

  // MARK: Drawing

  func drawSearch(_ state: SearchState, _ layout: ScreenLayout, _ frame: inout Frame) {
    defer {
      // Last, so that the cursor stands in it rather than on the selected row.
      drawPrompt(state.field, lead: "/", hint: words.searchHint, right: searchCount(state), in: layout.path, &frame)
    }
    let parts = searchLayout(state)
    if layout.body.height >= 8 {
      drawRule(in: layout.body.row(0), &frame)
      drawValues(state.values, in: layout.body.row(0).inset(left: 3, right: 3), &frame)
    }
    if searchRows.isEmpty {
      drawNoResults(state, in: parts.list, &frame)
      return
    }
    if !parts.rule.isEmpty { drawRule(in: parts.rule, &frame) }
    for (row, subject) in searchRows.enumerated() where row < parts.list.height {
      // A column of air before the rule or the scroll indicator.
      let width = parts.list.width - 3
      drawRow(
        resultLine(subject, width: width), in: parts.list.row(row).inset(right: 1),
        isSelected: state.list.offset + row == state.list.selected, hasKeys: true, &frame)
    }
    drawScroll(offset: state.list.offset, count: searcher.total, in: parts.list, &frame)
    if !parts.preview.isEmpty {
      if parts.isPreviewAtSide {
        let rule = Rect(x: parts.preview.x - 1, y: parts.list.y, width: 1, height: parts.list.height)
        drawVerticalRule(rightOf: rule, &frame)
        drawJunction(glyphs.teeDown, x: rule.x, in: layout.body.row(0), &frame)
      }
      drawPreview(in: parts.preview, &frame)
    }
  }

  /// The values of the filter that is being typed, in the rule below it: as many as fit.
  private func drawValues(_ values: [String], in rect: Rect, _ frame: inout Frame) {
    var rest = rect
    for (index, value) in values.enumerated() {
      guard textWidth.columns(value) + 2 <= rest.width else { return }
      _ = rest.takeLeft(frame.write(" \(value) ", in: rest, theme[index == 0 ? .key : .dim]))
    }
  }

  private func searchCount(_ state: SearchState) -> String {
    guard !state.field.isEmpty else { return "" }
    let all = catalog.layers.count + catalog.categories.count + catalog.tools.count
    return (searcher.isSettled ? "" : "\(words.searching) ") + "\(searcher.total)/\(all)"
  }

  private func drawNoResults(_ state: SearchState, in rect: Rect, _ frame: inout Frame) {
    var lines: [Line] = []
    if state.field.isEmpty {
      lines = TextFlow(textWidth).lines(words.searchHint, .dim, width: max(1, rect.width - 2))
    } else if searcher.isSettled {
      let flow = TextFlow(textWidth)
      let width = max(1, rect.width - 2)
      lines += flow.lines([Span("\(words.noHit) "), Span(searcher.query.text, .strong)], width: width)
      if let unmatched = searcher.explanation()?.unmatched, !unmatched.isEmpty, unmatched != [searcher.query.text] {
        let list = unmatched.joined(separator: language == .zh ? "、" : ", ")
        lines += flow.lines([Span(words.noMatchFor, .dim), Span(list)], width: width)
      }
      if let suggestion {
        let key = keyMap.key(for: .nextItem, in: .search).map(keyName) ?? ""
        lines += [.blank]
        lines += flow.lines(
          [Span(words.didYouMean), Span(suggestion.name, .strong), Span("\(words.questionMark)  "), Span(key, .key)],
          width: width)
      }
      if Query(state.field.text).widened != nil {
        let key = keyMap.key(for: .widenSearch, in: .search).map(keyName) ?? ""
        lines += [.blank] + flow.lines([Span(key + " ", .key), Span(words.widen, .dim)], width: width)
      }
    }
    drawLines(lines, in: rect.inset(left: 1, right: 1), &frame)
  }

  /// A hit: its mark and name, where it stands, and the words about it, with what matched.
  private func resultLine(_ subject: Subject, width: Int) -> Line {
    let nameWidth = width < 50 ? width - 3 : min(30, width * 2 / 5)
    let placeWidth = width >= 90 ? 24 : 0
    var lead = Span("  ")
    var place = ""
    var text = ""
    switch subject {
    case .layer(let layer):
      lead = Span(layerMark + " ", .heading)
      place = words.layer
      text = catalog.string(catalog[layer].summary, in: language)
    case .category(let category):
      lead = Span(categoryMark + " ", .heading)
      place = name(of: .layer(catalog[category].layer))
      text = catalog.string(catalog[category].what, in: language)
    case .tool(let tool):
      let maturity = catalog.maturity(of: tool)
      lead = Span(glyphs.mark(ofMaturity: maturity) + " ", Role(maturity: maturity))
      place = name(of: .category(catalog[tool].category))
      text = catalog.string(catalog[tool].summary, in: language)
    }
    let shownName = name(of: subject)
    let cut = textWidth.truncated(shownName, columns: nameWidth)
    var spans = [lead] + marked(cut, .text)
    spans.append(Span(String(repeating: " ", count: max(0, nameWidth - textWidth.columns(cut)) + 1)))
    if placeWidth > 0 { spans.append(Span(padded(place, placeWidth) + " ", .dim)) }
    if width >= 50 {
      let room = max(0, width - 3 - nameWidth - (placeWidth > 0 ? placeWidth + 1 : 0))
      // Where neither name nor summary shows why it matched, the text that does.
      if let snippet = searcher.snippet(for: subject, in: language, length: max(8, room - 14)) {
        spans.append(Span(words.title(of: snippet.field) + words.colon, .emphasis))
        text = snippet.text
      }
      spans += marked(textWidth.truncated(oneLine(text, columns: room), columns: room), .dim)
    }
    return Line(spans)
  }

  /// The beginning of a text in one line: enough of it for so many columns, also where characters have marks.
  private func oneLine(_ text: String, columns: Int) -> String {
    let start = text.unicodeScalars.prefix(4 * columns + 64)
    guard start.contains("\n") || start.contains("\r") else { return String(start) }
    return String(start).split(whereSeparator: \.isNewline).joined(separator: language == .zh ? "" : " ")
  }

  private var layerMark: String { glyphs.isASCII ? "#" : "≡" }
  private var categoryMark: String { glyphs.isASCII ? "=" : "▪" }

  /// Text as spans, what matched in its own role.
  private func marked(_ text: String, _ role: Role) -> [Span] {
    var spans: [Span] = []
    var place = text.startIndex
    for range in searcher.highlights(in: text) {
      guard range.lowerBound >= place else { continue }
      if range.lowerBound > place { spans.append(Span(String(text[place..<range.lowerBound]), role)) }
      spans.append(Span(String(text[range]), .match))
      place = range.upperBound
    }
    if place < text.endIndex { spans.append(Span(String(text[place...]), role)) }
    return spans
  }

  // MARK: Prompts

  /// A prompt: its sign, the text with the part around the cursor in view, and what stands at the right.
  func drawPrompt(
    _ field: LineEdit, lead: String, hint: String, right: String, in rect: Rect, _ frame: inout Frame
  ) {
    guard !rect.isEmpty else { return }
    frame.write(lead, in: rect.inset(left: 1, right: 1), theme[.sign])
    var rest = rect.inset(left: 3, right: 1)
    let width = textWidth.columns(right)
    if width > 0, width + 12 <= rest.width {
      frame.write(right, in: rest.takeRight(width), theme[.dim])
      _ = rest.takeRight(1)
    }
    guard !rest.isEmpty else { return }
    let shown = visible(field, width: rest.width)
    if field.isEmpty {
      frame.draw(Line([Span(hint, .dim)]), in: rest.inset(left: 1), theme: theme)
    } else {
      frame.write(shown.text, in: rest)
    }
    frame.cursor = Point(x: min(rest.maxX - 1, rest.x + shown.cursor), y: rest.y)
    frame.showsCursor = true
  }

  /// The part of a field that fits, cut with a mark, and the cursor's column in it.
  private func visible(_ field: LineEdit, width: Int) -> (text: String, cursor: Int) {
    let before = String(field.characters[..<field.cursor])
    let after = String(field.characters[field.cursor...])
    var lead = before[...]
    if textWidth.columns(before) >= width {
      let mark = textWidth.columns(glyphs.ellipsis) < width - 2 ? glyphs.ellipsis : ""
      while textWidth.columns(mark + lead) >= width, !lead.isEmpty { lead.removeFirst() }
      lead = mark + lead
    }
    return (textWidth.truncated(lead + after, columns: width), textWidth.columns(lead))
  }
}
