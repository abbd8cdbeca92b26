import StrataCatalog
import StrataScreen
import StrataSearch

/// What each action does.
extension Explorer {
  /// - Parameter isHeld: the key is perhaps only held.
  mutating func perform(_ action: Action, isHeld: Bool = false) -> [Effect] {
    if let picked = picked(by: action) { return [.picked(picked)] + leave(status: 0) }
    if let step = action.move { return move(step, isHeld: isHeld) }
    // What does nothing now says why, where there is something to say.
    if !isAvailable(action), let reason = reason(against: action) {
      toast = Toast(text: reason)
      return []
    }
    switch action {
    case .quit: return leave(status: context.picks ? 1 : 0)
    case .interrupt, .escape:
      if isScanning { return [.stopScan] }
      if action == .interrupt { return leave(status: 130) }
      escape()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .toggleMouse: return toggleMouse()
    case .chooseTheme: openThemeMenu()
    case .reload: return [.reload]
    case .close: if !closeTop() { return leave(status: context.picks ? 1 : 0) }
    case .help:
      // Over itself it closes.
      if case .help = top, barItem == nil { _ = closeTop() } else { openHelp() }
    case .palette: openPalette()
    case .showNews:
      navigation.above.removeAll { $0.screen.isOverlay }
      jump()
      push(.news(NewsScreen()))
    case .scanFolder: openScan()
    case .takeProposal: return takeProposals(all: false)
    case .takeAllProposals: return takeProposals(all: true)
    case .showFindings:
      if case .findings = top, barItem == nil { _ = closeTop() } else { push(.findings(FindingsScreen())) }
    case .toggleLanguage:
      context.language = language.next
      context.measure()
    case .showBrowse: show(.browse)
    case .showMap: show(.map)
    case .showGuide: show(.guide)
    case .showStatistics: show(.statistics)
    case .showStack: show(.stack)
    case .bookmark: openBookmark()
    case .search: openSearch()
    case .keepSearch: keepSearch()
    case .widenSearch: widenSearch()
    case .explainHit: if let reasons = results?.reasons(context, work) { toast = Toast(text: reasons) }
    case .filter: openFilters()
    case .liftQuery: liftQuery()
    case .sort: openSortMenu()
    case .reverseSort: changeOrder { $1.toggle() }
    case .groupByKind:
      var query = context.query
      query.groupsByKind.toggle()
      change(query)
    case .historyBack: goInHistory(forward: false)
    case .historyForward: goInHistory(forward: true)
    case .mark: toggleMark()
    case .setStatus: askForStatus()
    case .writeNote: return askForNote()
    case .noteInEditor: return noteInEditor()
    case .undoStack: return [.undoStack]
    case .unmarkAll: unmarkAll()
    case .compare: compare()
    case .foldEqual:
      if case .compare(var state) = top {
        state.toggleFold()
        top = .compare(state)
      }
    case .openHomepage: return homepage.map { [.open(url: $0)] } ?? []
    case .chooseLink: chooseLink()
    case .copyMenu: openCopyMenu()
    case .copyName: return copy(.name)
    case .copyURL: return copy(.url)
    case .copyRepository: return copy(.repository)
    case .copyJSON: return copy(.json)
    case .copyMarkdown: return copy(.markdown)
    case .growPreview: resizePreview(by: Explorer.previewStep)
    case .shrinkPreview: resizePreview(by: -Explorer.previewStep)
    case .scrollPreviewDown: scrollPreview(by: 1)
    case .scrollPreviewUp: scrollPreview(by: -1)
    // Steps: they went to the screen.
    case .moveUp, .moveDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .moveFirst, .moveLast, .goIn, .goOut,
      .open,
      .nextItem, .previousItem, .nextSection, .previousSection, .nextPage, .previousPage, .completeSearch,
      .toggleValue, .clearFacet, .narrow:
      break
    }
    return []
  }

  func leave(status: Int32) -> [Effect] { [.save(saved), .quit(status: status)] }

  private mutating func openHelp() {
    let mode = mode
    let actions = availableActions
    push(.help(HelpScreen(below: mode, actions: actions)))
  }

  private mutating func openPalette() {
    let actions = namedActions
    push(.palette(PaletteScreen(actions)))
  }

  /// Per cent of the screen by which the preview grows or shrinks at a key.
  static let previewStep = 6

  static func limited(previewShare: Int) -> Int {
    min(Configuration.previewShares.upperBound, max(Configuration.previewShares.lowerBound, previewShare))
  }

  private mutating func resizePreview(by step: Int) {
    context.previewShare = Explorer.limited(previewShare: context.previewShare + step)
  }

  mutating func scrollPreview(by lines: Int) {
    var screen = top
    screen.change { $0.shownPreview?.scroll(by: lines) }
    top = screen
  }
}
