import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  /// Text is at most so many columns wide.
  static let textColumns = 80

  /// Where a page's text stands in `body`: centred where there is room, with a column of air at its sides; the scroll
  /// indicator has a column more.
  func textRect(in body: Rect) -> Rect {
    let air = body.width >= 20 ? 1 : 0
    let inner = body.inset(left: air, right: body.width >= 40 ? 2 : air)
    let width = min(Explorer.textColumns, inner.width)
    return Rect(x: inner.x + (inner.width - width) / 2, y: inner.y, width: width, height: inner.height)
  }

  /// The rectangle of the page that is shown: beside the contents in a wide guide.
  var pageBody: Rect {
    let body = layout.body.inset(top: layout.body.height >= 8 ? 1 : 0)
    if navigation.view == .guide, navigation.sheets.isEmpty { return guideRects(in: layout.body).text }
    return body
  }

  mutating func settlePage() {
    guard var state = pageState else {
      pageLayout = nil
      return
    }
    let text = textRect(in: pageBody)
    let key = PageLayout.Key(page: state.page, width: text.width, language: language, filter: filter)
    if pageLayout?.key != key {
      var composer = composer(width: max(1, text.width))
      let laid = composer.layOut(key)
      // In another language or width one reads on at the same place.
      if let old = pageLayout, old.key.page == key.page { state.move(from: old, to: laid, height: max(1, text.height)) }
      pageLayout = laid
    }
    guard let laid = pageLayout else { return }
    state.offset = min(max(0, state.offset), max(0, laid.lineCount - max(1, text.height)))
    if let item = state.item, item >= laid.itemCount { state.item = nil }
    pageState = state
  }

  func composer(width: Int) -> PageComposer {
    PageComposer(
      catalog: catalog, outline: outline, language: language, words: words, glyphs: glyphs, textWidth: textWidth,
      width: width)
  }

  // MARK: Moving

  mutating func moveOnPage(_ move: Move) -> [Effect] {
    guard var state = pageState, let laid = pageLayout else { return [] }
    let height = max(1, textRect(in: pageBody).height)
    switch move {
    case .rows(.up) where state.offset == 0 && !canStepUp(state, laid): reachBar()
    case .rows(let rows):
      self.move(rows, &state, laid, height)
      pageState = state
    case .next:
      state.item = laid.item(after: state.item, from: state.offset) ?? laid.item(after: nil, from: 0)
      state.reveal(laid, height)
      pageState = state
    case .previous:
      state.item =
        laid.item(before: state.item, from: state.offset + height) ?? laid.item(before: nil, from: laid.lineCount)
      state.reveal(laid, height)
      pageState = state
    case .goIn, .open: return follow(&state, laid, height)
    case .goOut:
      if navigation.sheets.isEmpty { navigation.guide.isInContents = true } else { _ = closeTop() }
    case .nextPage, .previousPage: turnPage(forward: move == .nextPage)
    case .toggle: break
    }
    return []
  }

  private func move(_ rows: Move.Rows, _ state: inout PageState, _ laid: PageLayout, _ height: Int) {
    let last = max(0, laid.lineCount - height)
    switch rows {
    case .up: step(down: false, &state, laid, height)
    case .down: step(down: true, &state, laid, height)
    case .pageUp, .pageDown, .first, .last: scroll(&state, by: rows.count(page: max(1, height - 1)), last)
    case .halfPageUp, .halfPageDown: scroll(&state, by: rows.count(page: height), last)
    }
  }

  /// Goes where the chosen item leads.
  private mutating func follow(_ state: inout PageState, _ laid: PageLayout, _ height: Int) -> [Effect] {
    guard let item = state.item, item < laid.itemCount else {
      // Nothing chosen yet: the first thing on the screen that can be followed.
      if let first = laid.item(after: nil, from: state.offset), laid.line(ofItem: first) < state.offset + height {
        state.item = first
        pageState = state
      }
      return []
    }
    switch laid.target(ofItem: item) {
    case .page(let page):
      open(page)
      return []
    case .url(let url): return [.open(url: url)]
    }
  }

  private func canStepUp(_ state: PageState, _ laid: PageLayout) -> Bool {
    guard let item = state.item else { return false }
    return laid.item(before: item, from: 0) != nil
  }

  /// ↑ and ↓: to the next thing that can be followed where it is on the screen, else a line on.
  private func step(down: Bool, _ state: inout PageState, _ laid: PageLayout, _ height: Int) {
    // An item that was scrolled away is no place to go on from.
    if let item = state.item {
      let line = laid.line(ofItem: item)
      if line < state.offset || line >= state.offset + height { state.item = nil }
    }
    let last = max(0, laid.lineCount - height)
    if down {
      if let next = laid.item(after: state.item, from: state.offset), laid.line(ofItem: next) < state.offset + height {
        state.item = next
        keepContext(&state, laid, height)
      } else {
        scroll(&state, by: 1, last)
      }
    } else if let previous = laid.item(before: state.item, from: state.offset + height),
      laid.line(ofItem: previous) >= state.offset, state.item != nil
    {
      state.item = previous
      keepContext(&state, laid, height)
    } else {
      scroll(&state, by: -1, last)
      if state.offset == 0, state.item.map({ laid.item(before: $0, from: 0) == nil }) ?? false { state.item = nil }
    }
  }

  /// Scrolls a line where the chosen item stands at the edge, so that what comes next shows.
  private func keepContext(_ state: inout PageState, _ laid: PageLayout, _ height: Int) {
    guard let item = state.item, height > 2 else { return }
    let line = laid.line(ofItem: item)
    let last = max(0, laid.lineCount - height)
    if line >= state.offset + height - 1 { scroll(&state, by: 1, last) }
    if line <= state.offset { scroll(&state, by: -1, last) }
  }

  private func scroll(_ state: inout PageState, by lines: Int, _ last: Int) {
    state.offset = min(max(0, state.offset + lines), last)
  }

  /// The next or previous page in the order of the book; of tools, in the order of their category. From a hit: the next hit.
  mutating func turnPage(forward: Bool) {
    guard let state = pageState else { return }
    if navigation.sheets.count >= 2, case .search(var results) = navigation.sheets[navigation.sheets.count - 2] {
      let index = results.list.selected + (forward ? 1 : -1)
      guard index >= 0, index < searcher.total, let hit = searcher.hits(index..<index + 1).first else {
        sayEnd(forward)
        return
      }
      results.list.selected = index
      results.pinned = hit
      navigation.sheets[navigation.sheets.count - 2] = .search(results)
      navigation.sheets[navigation.sheets.count - 1] = .page(PageState(Page(hit)))
      return
    }
    if case .tool(let tool) = state.page {
      let tools = outline.tools(of: catalog[tool].category)
      guard let index = tools.firstIndex(of: tool) else { return }
      let next = index + (forward ? 1 : -1)
      if tools.indices.contains(next) { pageState = PageState(.tool(tools[next])) } else { sayEnd(forward) }
      return
    }
    guard let index = book.firstIndex(of: state.page) else { return }
    let next = index + (forward ? 1 : -1)
    guard book.indices.contains(next) else {
      sayEnd(forward)
      return
    }
    pageState = PageState(book[next])
    if navigation.sheets.isEmpty { navigation.guide.contents.selected = next }
  }

  private mutating func sayEnd(_ forward: Bool) {
    toast = Toast(text: forward ? words.lastPage : words.firstPage)
  }

  // MARK: Drawing

  func drawPage(_ state: PageState, in body: Rect, _ frame: inout Frame) {
    guard let laid = pageLayout else { return }
    let isGuide = navigation.view == .guide && navigation.sheets.isEmpty
    if !isGuide, body.height >= 8 { drawRule(in: body.row(0), &frame) }
    let page = pageBody
    let rect = textRect(in: page)
    for row in 0..<rect.height {
      let index = state.offset + row
      guard index < laid.lineCount else { break }
      let target = rect.row(row)
      if index < laid.head.count {
        frame.draw(laid.head[index], in: target, theme: theme, focused: state.item)
      } else if index < laid.head.count + laid.rows.count {
        let tableRow = index - laid.head.count
        drawTableRow(
          laid.rows, tableRow, in: target, isSelected: state.item == laid.headItems.count + tableRow, &frame)
      } else {
        frame.draw(laid.tail[index - laid.head.count - laid.rows.count], in: target, theme: theme, focused: state.item)
      }
    }
    if let item = state.item {
      let line = laid.line(ofItem: item) - state.offset
      if line >= 0, line < rect.height { frame.cursor = Point(x: rect.x, y: rect.y + line) }
    } else {
      frame.cursor = Point(x: rect.x, y: rect.y)
    }
    drawScroll(offset: state.offset, count: laid.lineCount, in: page, &frame)
  }

  /// A row of a page's table: a name, a count or maturity, and the first words about it.
  private func drawTableRow(_ rows: PageLayout.Rows, _ row: Int, in rect: Rect, isSelected: Bool, _ frame: inout Frame)
  {
    var line: Line
    switch rows {
    case .none: return
    case .layers(let layers):
      line = countedLine(
        name(of: .layer(layers[row])), "\(outline.count(of: layers[row]))", catalog[layers[row]].summary, rect)
    case .categories(let categories):
      let category = categories[row]
      line = countedLine(name(of: .category(category)), "\(outline.count(of: category))", catalog[category].what, rect)
    case .tools(let tools): line = toolLine(tools[row], rect)
    case .chosen(let tools): line = toolLine(tools[row], rect)
    }
    // The sign stands left of the text, in the air, where there is some.
    let hasAir = rect.x > 0
    drawRow(
      line, in: hasAir ? Rect(x: rect.x - 1, y: rect.y, width: rect.width + 1, height: 1) : rect,
      isSelected: isSelected,
      hasKeys: hasFocus, &frame)
  }

  /// A layer or category with its count and the first words about it.
  private func countedLine(_ name: String, _ count: String, _ text: LocalizedText, _ rect: Rect) -> Line {
    let nameWidth = rect.width < 56 ? rect.width - 6 : rect.width < 72 ? 34 : 38
    var spans = [
      Span(padded(name, nameWidth)),
      Span(" " + String(repeating: " ", count: max(0, 5 - count.count)) + count + "  ", .dim),
    ]
    if rect.width >= 56 { spans.append(Span(firstSentence(text), .dim)) }
    return Line(spans)
  }

  /// A tool with its maturity and the first words about it.
  func toolLine(_ tool: ToolID, _ rect: Rect) -> Line {
    let maturity = catalog.maturity(of: tool)
    let role = Role(maturity: maturity)
    let showsWord = rect.width >= 60
    let nameWidth = rect.width < 40 ? rect.width - 3 : min(26, rect.width * 2 / 5)
    var spans = [
      Span(glyphs.mark(ofMaturity: maturity) + " ", role), Span(padded(name(of: .tool(tool)), nameWidth) + " "),
    ]
    if showsWord { spans.append(Span(padded(words.maturity(maturity), 10) + " ", role)) }
    if rect.width >= 40 { spans.append(Span(catalog.string(catalog[tool].summary, in: language), .dim)) }
    return Line(spans)
  }

  /// Text cut or filled to so many columns.
  func padded(_ text: String, _ columns: Int) -> String {
    let cut = textWidth.truncated(text, columns: columns)
    return cut + String(repeating: " ", count: max(0, columns - textWidth.columns(cut)))
  }

  /// The first line of a text, without Markdown.
  private func firstSentence(_ text: LocalizedText) -> String {
    let full = catalog.string(text, in: language)
    let end = full.firstIndex(where: \.isNewline) ?? full.endIndex
    return full[..<end].filter { $0 != "*" && $0 != "`" }
  }

  /// The reading position: `42 %`.
  func readShare(of state: PageState) -> String {
    guard let laid = pageLayout else { return "" }
    let height = max(1, textRect(in: pageBody).height)
    let read = min(laid.lineCount, state.offset + height)
    let percent = laid.lineCount == 0 ? 100 : read * 100 / laid.lineCount
    var text = "\(percent) %"
    if navigation.sheets.count >= 2, case .search(let results) = navigation.sheets[navigation.sheets.count - 2] {
      text = "\(words.result) \(results.list.selected + 1)/\(searcher.total)  " + text
    } else if let index = book.firstIndex(of: state.page) {
      text = "\(index + 1)/\(book.count)  " + text
    }
    return text
  }
}
