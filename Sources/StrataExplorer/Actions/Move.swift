/// A step in the screen that has the keys: the few actions that mean something else in each.
enum Move: Hashable, Sendable {
  /// Along the rows of a list or the lines of a text.
  case rows(Rows)
  case goIn, goOut, open
  /// The next or previous pane, link or tool; in a search field, to complete.
  case next, previous
  case nextSection, previousSection
  case nextPage, previousPage
  /// Takes or leaves a value; takes all of a facet away.
  case toggle, clear
  /// Opens the field that narrows a list.
  case narrow

  enum Rows: Hashable, Sendable, CaseIterable {
    case up, down, pageUp, pageDown, halfPageUp, halfPageDown, first, last

    /// How many rows down; `page` is how many a screen moves by.
    func count(page: Int) -> Int {
      switch self {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      case .halfPageUp: -max(1, page / 2)
      case .halfPageDown: max(1, page / 2)
      case .first: -Int(Int32.max)
      case .last: Int(Int32.max)
      }
    }
  }
}

extension Action {
  /// The step that the action is, if it is one.
  var move: Move? {
    switch self {
    case .moveUp: .rows(.up)
    case .moveDown: .rows(.down)
    case .pageUp: .rows(.pageUp)
    case .pageDown: .rows(.pageDown)
    case .halfPageUp: .rows(.halfPageUp)
    case .halfPageDown: .rows(.halfPageDown)
    case .moveFirst: .rows(.first)
    case .moveLast: .rows(.last)
    case .goIn: .goIn
    case .goOut: .goOut
    case .open: .open
    case .nextItem, .completeSearch: .next
    case .previousItem: .previous
    case .nextSection: .nextSection
    case .previousSection: .previousSection
    case .nextPage: .nextPage
    case .previousPage: .previousPage
    case .toggleValue: .toggle
    case .clearFacet: .clear
    case .narrow: .narrow
    case .historyBack, .historyForward, .bookmark, .showBrowse, .showMap, .showGuide, .showStatistics, .search,
      .widenSearch, .explainHit, .keepSearch, .filter, .liftQuery, .sort, .reverseSort, .groupByKind, .mark, .unmarkAll,
      .compare,
      .foldEqual, .setStatus, .writeNote, .noteInEditor, .undoStack, .showStack, .showNews, .scanFolder, .takeProposal,
      .takeAllProposals, .openHomepage, .chooseLink, .copyMenu,
      .copyName, .copyURL, .copyRepository, .copyJSON, .copyMarkdown, .toggleLanguage, .toggleMouse, .chooseTheme,
      .scrollPreviewDown,
      .scrollPreviewUp, .growPreview, .shrinkPreview, .showFindings, .reload, .redraw, .help, .palette, .close, .quit,
      .interrupt, .suspend, .escape:
      nil
    }
  }
}
