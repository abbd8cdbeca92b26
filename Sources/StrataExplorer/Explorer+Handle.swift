import StrataCatalog
public import StrataScreen
import StrataSearch
import StrataText

extension Explorer {
  /// Changes the state as an event says, and returns what has to happen outside.
  public mutating func handle(_ event: Event) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key): effects = handle(key)
    case .paste(let text): paste(text)
    case .resize(let newSize): size = newSize
    case .mouse, .wake: break
    case .redraw: effects = [.redraw]
    case .terminate(let status): effects = leave(status: status)
    }
    settle()
    return effects
  }

  private mutating func handle(_ key: Key) -> [Effect] {
    toast = nil
    if case .menu(let menu)? = overlays.last, case .character(let character) = key.halfWidth.code,
      key.modifiers.isEmpty,
      let item = menu.items.first(where: { $0.key == character })
    {
      overlays.removeLast()
      return choose(item.choice)
    }
    let mode = mode
    let key = mode.isPrompt ? key : key.halfWidth
    if let action = keyMap.action(for: key, in: mode) { return perform(action) }
    if mode.isPrompt { editPrompt(key) }
    return []
  }

  private mutating func paste(_ text: String) {
    guard mode.isPrompt else { return }
    changePrompt { $0.insert(text) }
  }

  private mutating func editPrompt(_ key: Key) {
    changePrompt { _ = $0.handle(key) }
  }

  /// Edits the field of the prompt that has the keys; a changed text starts its list anew.
  private mutating func changePrompt(_ edit: (inout LineEdit) -> Void) {
    switch overlays.last {
    case .help(var state):
      edit(&state.field)
      state.list = ListState()
      overlays[overlays.count - 1] = .help(state)
    case .palette(var state):
      edit(&state.field)
      state.list = ListState()
      overlays[overlays.count - 1] = .palette(state)
    case .menu, .filters, .findings: break
    case nil:
      guard var state = search else { return }
      let before = state.field.text
      edit(&state.field)
      if state.field.text != before {
        state.restart()
        state.historyIndex = nil
        search(for: state.field.text)
      }
      search = state
    }
  }

  /// Carries out a verb in the mode the keys are in.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .quit: return leave(status: 0)
    case .interrupt: return leave(status: 130)
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .reload: return [.reload]
    case .escape: escape()
    case .close:
      if !closeTop() { return leave(status: 0) }
    case .help: overlays.append(.help(Overlay.Prompted()))
    case .palette: overlays.append(.palette(Overlay.Prompted()))
    case .showFindings:
      if findings.isEmpty, reloadFailure == nil {
        toast = Toast(text: words.noFindings)
      } else if case .findings? = overlays.last {
        overlays.removeLast()
      } else {
        overlays.append(.findings(ScrollState()))
      }
    case .toggleLanguage: language = language == .en ? .zh : .en
    case .showBrowse: show(.browse)
    case .showMap: show(.map)
    case .showGuide: show(.guide)
    case .showStatistics: show(.statistics)
    case .search: openSearch()
    case .historyBack: goInHistory(forward: false)
    case .historyForward: goInHistory(forward: true)
    case .openHomepage: return openHomepage()
    case .chooseLink: chooseLink()
    case .copyMenu: openCopyMenu()
    case .copyName: return copy(.name)
    case .copyURL: return copy(.url)
    case .copyRepository: return copy(.repository)
    case .copyJSON: return copy(.json)
    case .copyMarkdown: return copy(.markdown)
    case .sort: openSortMenu()
    case .reverseSort: changeOrder { $1.toggle() }
    case .widenSearch: widenSearch()
    case .filter: openFilters()
    case .growPreview: previewShare = min(70, previewShare + 6)
    case .shrinkPreview: previewShare = max(10, previewShare - 6)
    case .scrollPreviewDown: previewOffset += 1
    case .scrollPreviewUp: previewOffset = max(0, previewOffset - 1)
    case .moveUp: return move(.rows(.up))
    case .moveDown: return move(.rows(.down))
    case .pageUp: return move(.rows(.pageUp))
    case .pageDown: return move(.rows(.pageDown))
    case .halfPageUp: return move(.rows(.halfPageUp))
    case .halfPageDown: return move(.rows(.halfPageDown))
    case .moveFirst: return move(.rows(.first))
    case .moveLast: return move(.rows(.last))
    case .goIn: return move(.goIn)
    case .goOut: return move(.goOut)
    case .open: return move(.open)
    case .nextItem: return move(.next)
    case .previousItem: return move(.previous)
    case .nextPage: return move(.nextPage)
    case .previousPage: return move(.previousPage)
    case .toggleChoice: return move(.toggle)
    }
    return []
  }

  private mutating func move(_ move: Move) -> [Effect] {
    if !overlays.isEmpty { return moveInOverlay(move) }
    if barItem != nil { return moveInBar(move) }
    switch navigation.sheets.last {
    case .page: return moveOnPage(move)
    case .search: return moveInSearch(move)
    case nil: break
    }
    switch navigation.view {
    case .browse: moveInBrowse(move)
    case .map: moveOnMap(move)
    case .guide: return moveInGuide(move)
    case .statistics: moveInStatistics(move)
    }
    return []
  }

  // MARK: Leaving

  func leave(status: Int32) -> [Effect] { [.save(place: VisibleText(lines: place)), .quit(status: status)] }

  /// One level back: popup, bar, page, results; at the root the filter. Never leaves the program.
  private mutating func escape() {
    if closeTop() { return }
    if navigation.view == .guide, !navigation.guide.isInContents {
      navigation.guide.isInContents = true
    } else if let last = filter.query.filters.last {
      changeFilter { $0.query = $0.query.removing(last) }
    }
  }

  /// Closes what lies on top; false where nothing does.
  mutating func closeTop() -> Bool {
    if overlays.popLast() != nil { return true }
    if barItem != nil {
      barItem = nil
      return true
    }
    guard let sheet = navigation.sheets.popLast() else { return false }
    if case .search(let state) = sheet { remember(query: state.field.text) }
    // Results that lay behind the page come back: so does their query.
    if let state = search { search(for: state.field.text) }
    return true
  }

  mutating func changeFilter(_ change: (inout FilterState) -> Void) {
    change(&filter)
    if filter.query.isEmpty {
      filtering = nil
      lay(Outline(catalog: catalog, filter: filter))
    } else {
      // The index that the searcher has grown serves the filter, too.
      var finder = searcher
      finder.search(filter.query)
      filtering = finder
      // A catalog of usual size is done at once; a large one goes on between the keys.
      advanceFilter()
    }
    if let state = search { search(for: state.field.text) }
  }

  mutating func advanceFilter() {
    guard var finder = filtering else { return }
    let isWorking = finder.advance(steps: Explorer.sliceSteps)
    filtering = isWorking ? finder : nil
    if !isWorking { lay(Outline(catalog: catalog, filter: filter, found: finder)) }
  }

  /// Takes a new outline; what was made of the old one goes.
  mutating func lay(_ new: Outline) {
    outline = new
    statistics = nil
    pageLayout = nil
  }

  /// Searches for what is typed, among what passes the filter.
  mutating func search(for text: String) {
    searcher.search(Query([filter.query.text, text].filter { !$0.isEmpty }.joined(separator: " ")))
    // Catalogs of usual size answer at once; a large one goes on between the keys. What is typed waits for no thread.
    isSearching = searcher.begin(steps: Explorer.sliceSteps)
  }

  // MARK: History

  /// Remembers the place that a jump leaves.
  mutating func jump() {
    backward.append(here)
    if backward.count > Explorer.historyLimit { backward.removeFirst() }
    forward = []
  }

  static let historyLimit = 200

  private var here: Remembered {
    Remembered(navigation: navigation, filter: filter)
  }

  private mutating func goInHistory(forward isForward: Bool) {
    let (source, target) =
      isForward ? (\Explorer.forward, \Explorer.backward) : (\Explorer.backward, \Explorer.forward)
    // Esc has led there already.
    while self[keyPath: source].last == here { self[keyPath: source].removeLast() }
    guard let place = self[keyPath: source].popLast() else {
      toast = Toast(text: isForward ? words.nothingForward : words.nothingBack)
      return
    }
    self[keyPath: target].append(here)
    comeTo(place)
  }

  private mutating func comeTo(_ place: Remembered) {
    navigation = place.navigation
    if filter != place.filter { changeFilter { $0 = place.filter } }
    if let state = search { search(for: state.field.text) }
  }

  mutating func show(_ view: View) {
    overlays = []
    barItem = nil
    if navigation.view == view, navigation.sheets.isEmpty { return }
    jump()
    navigation.sheets = []
    if view == .map, let category = selectedCategory { navigation.map.category = category.index }
    navigation.view = view
  }

  /// Opens a page above what is shown.
  mutating func open(_ page: Page) {
    jump()
    navigation.sheets.append(.page(PageState(page)))
  }
}

extension Key {
  /// Full-width ASCII, as a Chinese input method types it, read as ASCII.
  var halfWidth: Key {
    guard case .character(let character) = code, character.unicodeScalars.count == 1,
      let scalar = character.unicodeScalars.first
    else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Key(.character(Character(Unicode.Scalar(scalar.value - 0xFEE0)!)), modifiers)
    case 0x3000: return Key(.character(" "), modifiers)
    case 0x3001: return Key(.character("/"), modifiers)  // 、 stands on the key of the slash
    case 0x3010: return Key(.character("["), modifiers)  // 【】
    case 0x3011: return Key(.character("]"), modifiers)
    default: return self
    }
  }
}
