import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  /// After every event, and before a frame of what work has found meanwhile: brings selections and offsets to what there
  /// is and fits, and lays out what is shown.
  public mutating func settle() {
    if let category = selectedCategory { outline.prepare(category) }
    if case .category(let category)? = pageState?.page { outline.prepare(category) }
    settleBrowse()
    if navigation.view == .guide { settleGuide() }
    if navigation.view == .map { settleMap() }
    if navigation.view == .statistics { settleStatistics() }
    if let state = search {
      searcher.sort(by: state.order, reversed: state.isReversed)
      settleSearch()
    }
    settlePage()
    settlePreview()
    settleOverlays()
  }

  private mutating func settlePreview() {
    let rect: Rect
    if let state = search {
      rect = searchLayout(state).preview
    } else if navigation.sheets.isEmpty, navigation.view == .browse {
      rect = browseLayout.preview
    } else {
      rect = Rect(x: 0, y: 0, width: 0, height: 0)
    }
    guard rect.width > 4, let subject else {
      previewLines = []
      previewKey = nil
      return
    }
    let key = PageLayout.Key(
      page: Page(subject), width: min(Explorer.textColumns, rect.width - 3), language: language, filter: FilterState())
    if previewKey != key {
      var composer = composer(width: key.width)
      previewLines = composer.preview(of: key.page)
      previewKey = key
    }
    previewOffset = min(previewOffset, max(0, previewLines.count - rect.height))
  }
}
