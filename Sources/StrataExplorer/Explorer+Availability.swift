import StrataCatalog
import StrataScreen
import StrataSearch

/// Whether an action does something now: bar, footer, help and palette all ask here.
extension Explorer {
  /// In the present mode, with what is selected.
  func isAvailable(_ action: Action) -> Bool { isAvailable(action, on: top.state) }

  /// - Parameter state: of what is on top, for those who ask often.
  func isAvailable(_ action: Action, on state: any ScreenState) -> Bool {
    if let step = action.move { return answers(step, state) }
    switch action {
    case .quit, .interrupt, .suspend, .redraw, .reload, .help, .palette, .toggleLanguage, .search, .close, .toggleMouse,
      .chooseTheme:
      return true
    case .escape: return canEscape
    case .scanFolder: return true
    case .showNews: if case .news = top, barItem == nil { return false } else { return true }
    case .takeProposal: return !proposals(all: false).isEmpty
    case .takeAllProposals: return !proposals(all: true).isEmpty
    case .showBrowse: return canShow(.browse)
    case .showMap: return canShow(.map)
    case .showGuide: return canShow(.guide)
    case .showStatistics: return canShow(.statistics)
    case .showStack: return canShow(.stack)
    case .showFindings: return context.hasFindings
    case .bookmark:
      return navigation.guide.bookmark != nil && (navigation.view != .guide || !navigation.above.isEmpty)
    case .historyBack: return canGo(forward: false)
    case .historyForward: return canGo(forward: true)
    case .keepSearch: return results.map { !$0.field.isEmpty } ?? false
    case .widenSearch:
      return results.map { (Query($0.field.text).narrowed ?? Query($0.field.text).widened) != nil } ?? false
    case .explainHit: return results?.canExplain(work) ?? false
    case .filter: return !catalog.tools.isEmpty
    case .liftQuery: return !context.query.isPlain || obstacle != nil
    case .sort, .reverseSort: return state.sorts(context, work)
    case .groupByKind:
      guard case .browse = top, let category = context.place.category else { return false }
      return !catalog.kinds(of: category).isEmpty
    case .mark: return canMark
    case .setStatus: return !stackTools.isEmpty
    case .writeNote: return selectedTool != nil || context.marks.count == 1
    case .noteInEditor: if case .note = top { return true } else { return false }
    case .undoStack: return context.stackChanges > 0
    case .unmarkAll: return !context.marks.isEmpty
    case .compare: return canCompare
    case .foldEqual: if case .compare(let state) = top { return state.canFold } else { return false }
    case .openHomepage: return homepage != nil
    case .chooseLink: return !linkItems.isEmpty
    case .copyMenu, .copyName, .copyJSON, .copyMarkdown: return copiedPage != nil
    case .copyURL: return copied(.url) != nil
    case .copyRepository: return copied(.repository) != nil
    case .growPreview: return resizesPreview(by: Explorer.previewStep)
    case .shrinkPreview: return resizesPreview(by: -Explorer.previewStep)
    case .scrollPreviewDown: return state.shownPreview?.canScroll(by: 1) == true
    case .scrollPreviewUp: return state.shownPreview?.canScroll(by: -1) == true
    case .moveUp, .moveDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .moveFirst, .moveLast, .goIn, .goOut,
      .open,
      .nextItem, .previousItem, .nextSection, .previousSection, .nextPage, .previousPage, .completeSearch,
      .toggleValue, .clearFacet, .narrow:
      return false
    }
  }

  /// Why an action does nothing now; nil where there is nothing to say.
  func reason(against action: Action) -> String? {
    switch action {
    case .openHomepage: subject == nil ? words.noSelection : words.noHomepage
    case .copyURL, .copyRepository: words.noHomepage
    case .chooseLink: words.noLinks
    case .mark, .setStatus, .writeNote: words.noSelection
    case .undoStack: words.choosing.nothingToTakeBack
    case .compare: context.marks.count > Comparison.limits.upperBound ? nil : words.choosing.nothingToCompare
    case .takeProposal:
      if case .scan(let state) = top, state.proposal != nil { words.scanning.isTaken } else { words.noSelection }
    case .takeAllProposals: words.scanning.nothingToTake
    case .copyMenu, .copyName, .copyJSON, .copyMarkdown: words.noSelection
    case .sort, .reverseSort: words.nothingToSort
    case .groupByKind: words.noKinds
    case .showFindings: words.noFindings
    case .historyBack: words.nothingBack
    case .historyForward: words.nothingForward
    case .bookmark: words.noBookmark
    case .liftQuery: words.noQuery
    case .filter: words.noFacets
    case .moveUp, .moveDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .moveFirst, .moveLast, .goIn, .goOut,
      .open,
      .nextItem, .previousItem, .nextSection, .previousSection, .nextPage, .previousPage, .showBrowse, .showMap,
      .showGuide, .showStatistics, .showStack, .showNews, .scanFolder, .noteInEditor, .search, .widenSearch,
      .explainHit,
      .completeSearch,
      .keepSearch,
      .toggleValue, .clearFacet,
      .toggleLanguage, .toggleMouse, .chooseTheme, .scrollPreviewDown, .scrollPreviewUp, .growPreview, .shrinkPreview,
      .reload, .redraw, .help,
      .narrow, .palette, .close, .quit, .interrupt, .suspend, .escape, .unmarkAll, .foldEqual:
      nil
    }
  }

  /// The actions that a key of this mode does something with now, in the order of their list, each once.
  var availableActions: [Action] {
    let mode = mode
    var seen: Set<Action> = []
    return context.keyMap.bindings(in: mode).map(\.action).filter { seen.insert($0).inserted && isAvailable($0) }
  }

  /// What the palette names: every action that does something now and is no step, also those without a key in this mode.
  var namedActions: [Action] {
    Action.allCases.filter { action in
      switch action {
      case .moveUp, .moveDown, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .moveFirst, .moveLast, .goIn, .goOut,
        .open,
        .nextItem, .previousItem, .completeSearch, .toggleValue, .clearFacet, .narrow, .palette, .interrupt, .escape,
        .widenSearch, .keepSearch, .explainHit:
        false
      case .nextSection, .previousSection, .nextPage, .previousPage, .historyBack, .historyForward, .bookmark,
        .showBrowse, .showMap, .showGuide, .showStatistics, .showStack, .showNews, .search, .filter, .liftQuery, .sort,
        .reverseSort,
        .groupByKind, .mark, .unmarkAll, .compare, .foldEqual, .setStatus, .writeNote, .noteInEditor, .undoStack,
        .scanFolder, .takeProposal, .takeAllProposals,
        .openHomepage, .chooseLink, .copyMenu, .copyName, .copyURL, .copyRepository, .copyJSON, .copyMarkdown,
        .toggleLanguage, .toggleMouse, .chooseTheme, .scrollPreviewDown, .scrollPreviewUp, .growPreview,
        .shrinkPreview, .showFindings, .reload, .redraw, .help, .close, .quit, .suspend:
        isAvailable(action)
      }
    }
  }

  private func answers(_ step: Move, _ state: any ScreenState) -> Bool {
    guard barItem == nil else { return barAnswers(step) }
    return state.answers(step, context, work)
  }

  private var canEscape: Bool {
    if barItem != nil || !navigation.above.isEmpty || !context.query.isPlain { return true }
    switch navigation.view {
    case .browse: return context.place.level != .layer
    case .guide: return !navigation.guide.isInContents
    case .map, .statistics, .stack: return false
    }
  }

  private func canShow(_ view: View) -> Bool {
    navigation.view != view || !navigation.above.isEmpty || barItem != nil
  }

  /// Whether the preview would become larger or smaller.
  private func resizesPreview(by step: Int) -> Bool {
    guard case .browse = top else { return false }
    let needs = context.browseNeeds
    func columns(_ share: Int) -> BrowseColumns {
      BrowseColumns(body: areas.body, level: context.place.level, previewShare: share, needs: needs)
    }
    return columns(context.previewShare) != columns(Explorer.limited(previewShare: context.previewShare + step))
  }
}
