import StrataCatalog
import StrataScreen

extension Explorer {
  /// The pages in the order of a book: how to read it, each layer with its categories and its recap, how to choose.
  var book: [Page] {
    var pages: [Page] = [.introduction]
    for layer in outline.layers {
      pages.append(.layer(layer))
      pages += outline.categories(of: layer).map(Page.category)
      if !catalog[layer].recap.isEmpty { pages.append(.recap(layer)) }
    }
    if !catalog.landscape.choosing.isEmpty { pages.append(.choosing) }
    return pages
  }

  func title(of page: Page) -> String {
    switch page {
    case .introduction: words.introduction
    case .choosing: words.howToChoose
    case .recap: words.recap
    case .layer, .category, .tool: page.subject.map(name(of:)) ?? ""
    }
  }

  /// Contents and text side by side where there is room; else what has the keys.
  func guideRects(in body: Rect) -> (contents: Rect, text: Rect) {
    var rest = body.inset(top: body.height >= 8 ? 1 : 0)
    if body.width >= 110 {
      let contents = rest.takeLeft(38)
      return (contents, rest)
    }
    let empty = Rect(x: 0, y: 0, width: 0, height: 0)
    return navigation.guide.isInContents
      ? (rest, Rect(x: rest.x, y: rest.y, width: rest.width, height: 0)) : (empty, rest)
  }

  mutating func settleGuide() {
    let rects = guideRects(in: layout.body)
    let pages = book
    if !pages.contains(navigation.guide.page.page) { navigation.guide.page = PageState(.introduction) }
    navigation.guide.contents.fit(count: pages.count, height: max(1, rects.contents.height))
    // In the contents, the text beside them follows the selection.
    if navigation.guide.isInContents, pages[navigation.guide.contents.selected] != navigation.guide.page.page {
      navigation.guide.page = PageState(pages[navigation.guide.contents.selected])
    }
  }

  mutating func moveInGuide(_ move: Move) -> [Effect] {
    guard navigation.guide.isInContents else { return moveOnPage(move) }
    let count = book.count
    switch move {
    case .rows(let rows):
      let page = max(1, guideRects(in: layout.body).contents.height - 1)
      if !navigation.guide.contents.move(by: rows.count(page: page), count: count), rows == .up { reachBar() }
    case .nextPage: navigation.guide.contents.move(by: 1, count: count)
    case .previousPage: navigation.guide.contents.move(by: -1, count: count)
    case .goIn, .open, .next: navigation.guide.isInContents = false
    case .goOut, .previous, .toggle: break
    }
    return []
  }

  func drawGuide(_ body: Rect, _ frame: inout Frame) {
    let rects = guideRects(in: body)
    let rule = body.row(0)
    if body.height >= 8 { drawRule(in: rule, &frame) }
    if !rects.text.isEmpty { drawPage(navigation.guide.page, in: rects.text, &frame) }
    guard !rects.contents.isEmpty else { return }
    if !rects.text.isEmpty {
      drawVerticalRule(rightOf: rects.contents, &frame)
      if body.height >= 8 { drawJunction(glyphs.teeDown, x: rects.contents.maxX - 1, in: rule, &frame) }
    }
    let list = Rect(
      x: rects.contents.x, y: rects.contents.y, width: rects.contents.width - 2, height: rects.contents.height)
    let pages = book
    let state = navigation.guide.contents
    for row in 0..<list.height where state.offset + row < pages.count {
      let page = pages[state.offset + row]
      let isChapter: Bool
      switch page {
      case .introduction, .layer, .choosing: isChapter = true
      case .category, .recap, .tool: isChapter = false
      }
      let line = Line([Span((isChapter ? "" : "  ") + title(of: page), isChapter ? .strong : .text)])
      drawRow(
        line, in: list.row(row), isSelected: state.offset + row == state.selected,
        hasKeys: hasFocus && navigation.guide.isInContents, &frame)
    }
    drawScroll(offset: state.offset, count: pages.count, in: rects.contents, &frame)
  }
}
