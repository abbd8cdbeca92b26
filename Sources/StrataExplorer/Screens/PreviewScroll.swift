import StrataScreen

/// The preview beside or below a list: as much of a page as shows, and how far it is scrolled.
struct PreviewScroll: Hashable, Sendable {
  /// The first line.
  private(set) var offset = 0
  private var page: Page?
  private var lineCount = 0
  private var height = 0

  var isShown: Bool { lineCount > 0 }

  func canScroll(by lines: Int) -> Bool { lines < 0 ? offset > 0 : offset + height < lineCount }

  mutating func scroll(by lines: Int) { offset = min(max(0, offset + lines), max(0, lineCount - height)) }

  mutating func layOut(
    _ page: Page?, in split: PreviewSplit, _ context: Context, _ work: inout Workbench, _ layout: inout Layout
  ) {
    let rect = split.preview
    guard rect.width > 4, rect.height > 0, let page else {
      self = PreviewScroll()
      return
    }
    // Another thing is read from its first line.
    if page != self.page { offset = 0 }
    self.page = page
    let width = min(PageScreen.textColumns, rect.width - 3)
    let key = PageText.Key(page: page, width: width, tableWidth: width, language: context.language, query: ListQuery())
    let lines = work.preview(key, isWhole: split.isAtSide, context)
    lineCount = lines.count
    height = rect.height
    offset = min(offset, max(0, lineCount - height))
    var text = rect.inset(left: 1, right: 2)
    text.width = min(text.width, PageScreen.textColumns)
    layout.mark(rect, .preview)
    layout.place(lines, from: offset, in: text)
    layout.scroll(offset: offset, count: lineCount, in: rect)
  }
}
