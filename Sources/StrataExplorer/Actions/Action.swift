/// A verb that the user has. What is said of each (its keys, its titles, whether it does something now, what it does) is a
/// `switch` without a default: a new action does not compile before it has all of them.
public enum Action: String, CaseIterable, Hashable, Sendable {
  // Moving
  case moveUp, moveDown, pageUp, pageDown, halfPageUp, halfPageDown, moveFirst, moveLast
  case goIn, goOut, open
  case nextItem, previousItem
  case nextSection, previousSection
  case nextPage, previousPage
  case historyBack, historyForward, bookmark
  // Views
  case showBrowse, showMap, showGuide, showStatistics, showStack, showNews
  // The query
  case search, widenSearch, explainHit, completeSearch, keepSearch, filter, toggleValue, clearFacet, liftQuery, sort,
    reverseSort,
    groupByKind
  // Tools
  case openHomepage, chooseLink
  case mark, unmarkAll, compare, foldEqual
  case setStatus, writeNote, noteInEditor, undoStack
  case scanFolder, takeProposal, takeAllProposals
  case copyMenu, copyName, copyURL, copyRepository, copyJSON, copyMarkdown
  // The screen
  case toggleLanguage, toggleMouse, chooseTheme, scrollPreviewDown, scrollPreviewUp, growPreview, shrinkPreview
  case showFindings, reload, redraw, help, narrow, palette
  // Leaving
  case close, quit, interrupt, suspend, escape
}
