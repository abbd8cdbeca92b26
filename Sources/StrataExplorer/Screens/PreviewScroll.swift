import StrataScreen

/// The preview beside or below a list: as much of a page as shows, and how far it is scrolled.
struct PreviewScroll: Hashable, Sendable {
  /// The first line.
  private(set) var offset = 0
  /// What it is about: another thing is read from its first line.
  private var content: Content?
  private var lineCount = 0
  private var height = 0

  enum Content: Hashable, Sendable {
    case page(Page)
    /// A row of a list that has no page.
    case row(Int)
  }

  var isShown: Bool { lineCount > 0 }

  func canScroll(by lines: Int) -> Bool { lines < 0 ? offset > 0 : offset + height < lineCount }

  mutating func scroll(by lines: Int) { offset = min(max(0, offset + lines), max(0, lineCount - height)) }

  mutating func layOut(
    _ page: Page?, in split: PreviewSplit, _ context: Context, _ work: inout Workbench, _ layout: inout Layout
  ) {
    guard let page, split.preview.width > 4, split.preview.height > 0 else {
      self = PreviewScroll()
      return
    }
    let width = min(PageScreen.textColumns, split.preview.width - 3)
    let key = PageText.Key(page: page, width: width, tableWidth: width, language: context.language, query: ListQuery())
    layOut(work.preview(key, isWhole: split.isAtSide, context), of: .page(page), in: split, &layout)
  }

  /// Lines that are as wide as the preview less its margins, three columns.
  mutating func layOut(_ lines: [Line], of content: Content, in split: PreviewSplit, _ layout: inout Layout) {
    let rect = split.preview
    guard rect.width > 4, rect.height > 0 else {
      self = PreviewScroll()
      return
    }
    if content != self.content { offset = 0 }
    self.content = content
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
