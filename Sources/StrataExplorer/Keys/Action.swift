/// A verb that the user has. Keys, footer, help and palette all name actions.
public enum Action: String, CaseIterable, Hashable, Sendable {
  // Moving
  case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, moveFirst, moveLast
  case goIn, goOut, open
  case historyBack, historyForward
  case nextItem, previousItem
  case nextPage, previousPage
  // Views
  case showBrowse, showMap, showGuide, showStatistics
  // Search and filters
  case search, widenSearch, filter, toggleChoice, sort, reverseSort
  // Tools
  case openHomepage, chooseLink
  case copyMenu, copyName, copyURL, copyRepository, copyJSON, copyMarkdown
  // The screen
  case toggleLanguage, scrollPreviewDown, scrollPreviewUp, growPreview, shrinkPreview
  case showFindings, reload, redraw, help, palette
  // Leaving
  case close, quit, interrupt, suspend, escape
}
