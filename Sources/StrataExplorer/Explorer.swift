public import StrataCatalog
public import StrataScreen
import StrataSearch

/// The program's state, a value: it changes in `handle`, and `draw` makes a picture of it. No I/O.
///
///     var explorer = Explorer(catalog: catalog, configuration: .init(), size: Size(columns: 100, rows: 30))
///     let effects = explorer.handle(.key(.character("j")))
///     explorer.draw(into: &frame)
public struct Explorer: Sendable {
  /// What the program was started with.
  public struct Configuration: Sendable {
    public var language: Language
    public var textWidth: TextWidth
    public var usesColor: Bool
    public var keyMap: KeyMap
    /// The catalog's warnings, as text.
    public var findings: [String]
    /// The place to return to, as an earlier `Effect.save` gave it.
    public var place: String?

    public init(
      language: Language = .en, textWidth: TextWidth = .standard, usesColor: Bool = true, keyMap: KeyMap = .standard,
      findings: [String] = [], place: String? = nil
    ) {
      self.language = language
      self.textWidth = textWidth
      self.usesColor = usesColor
      self.keyMap = keyMap
      self.findings = findings
      self.place = place
    }
  }

  public internal(set) var catalog: Catalog
  public internal(set) var language: Language
  var findings: [String]
  /// Why the catalog's last change could not be read, as long as the one before it stays.
  var reloadFailure: String?
  let keyMap: KeyMap
  let textWidth: TextWidth
  let theme: Theme
  let glyphs: Glyphs
  var size: Size

  var navigation = Navigation()
  /// Where back and forward lead, the nearest last.
  var backward: [Remembered] = []
  var forward: [Remembered] = []
  var overlays: [Overlay] = []
  /// The reached item of the bar, while the keys go there.
  var barItem: Int?
  /// What the last action has to say, until the next key.
  var toast: Toast?

  /// The preview's share of the screen in per cent.
  var previewShare = 34
  /// Earlier queries, the newest first.
  var queries: [String] = []
  /// The filter that all views obey, and the order of tools.
  var filter = FilterState()
  /// Finds what passes the filter; nil when `outline` is up to date.
  var filtering: Searcher?
  /// The counts of the filter panel, while it is open.
  var facets: Facets?

  // Made anew by `settle` after every event; drawing only reads them.
  var searcher: Searcher
  /// Whether the search, or the index that it uses, is not done yet.
  var isSearching = true
  var outline: Outline
  var searchRows: [Subject] = []
  var pageLayout: PageLayout?
  var previewLines: [Line] = []
  /// What the preview's lines were made for.
  var previewKey: PageLayout.Key?
  var mapLayout: MapLayout?
  /// Counted when it is first shown; nil after the catalog or the filter has changed.
  var statistics: Statistics?
  var statisticsLines: [Line] = []

  struct Toast: Hashable, Sendable {
    var text: String
    var isProblem = false
  }

  public init(catalog: Catalog, configuration: Configuration, size: Size) {
    self.catalog = catalog
    self.size = size
    language = configuration.language
    findings = configuration.findings
    keyMap = configuration.keyMap
    textWidth = configuration.textWidth
    theme = configuration.usesColor ? .color : .monochrome
    glyphs = configuration.textWidth.drawsASCII ? .ascii : .lines
    searcher = Searcher(catalog: catalog)
    outline = Outline(catalog: catalog, filter: FilterState())
    if let place = configuration.place { restore(place: place) }
    settle()
  }

  var words: Words { Words[language] }

  /// The catalog was read again: everything stays where it was, by id.
  public mutating func replace(catalog new: Catalog, findings: [String]) {
    let saved = place
    let sheets = navigation.sheets.compactMap { $0.moved(from: catalog, to: new) }
    let searched = search
    catalog = new
    self.findings = findings
    reloadFailure = nil
    pageLayout = nil
    previewKey = nil
    searcher = Searcher(catalog: new)
    lay(Outline(catalog: new, filter: FilterState()))
    changeFilter { _ in }
    backward = []
    forward = []
    restore(place: saved)
    navigation.sheets = sheets
    if let searched { search(for: searched.field.text) }
    settle()
  }

  /// Says how an effect went.
  public mutating func report(_ outcome: Outcome) {
    switch outcome {
    case .opened(let url): toast = Toast(text: "\(words.opened) \(url)")
    case .showAddress(let url): toast = Toast(text: "\(words.addressToCopy) \(url)")
    case .copied(let name, let way): toast = Toast(text: "\(words.copied)\(words.colon)\(name) (\(way))")
    case .reloaded:
      reloadFailure = nil
      toast = Toast(text: words.reloaded)
    case .reloadFailed(let message):
      reloadFailure = message.string
      let lead = words.reloadFailed + words.colon
      // What is wrong counts for more than the folder it is in.
      let fits = textWidth.fits(lead + message.string, columns: size.columns - 2)
      toast = Toast(text: lead + (fits ? message.string : Explorer.withoutFolder(message.string)), isProblem: true)
    case .failed(let message): toast = Toast(text: message.string, isProblem: true)
    }
  }

  /// `/srv/catalogs/team.yaml:3:1: error: …` as `team.yaml:3:1: error: …`.
  static func withoutFolder(_ message: String) -> String {
    guard let colon = message.firstIndex(of: ":"), let slash = message[..<colon].lastIndex(of: "/") else {
      return message
    }
    return String(message[message.index(after: slash)...])
  }

  /// Whether there is work that goes on between the keys.
  public var hasWork: Bool { filtering != nil || isCounting || isSearching }

  private var isCounting: Bool { mode == .filters && facets?.isSettled == false }

  /// Whether what it finds is on the screen: an index also grows unseen.
  public var showsWork: Bool { filtering != nil || isCounting || search != nil }

  /// A bounded slice of that work. True while some is left. What it has found is shown after `settle`.
  public mutating func advance() -> Bool {
    if filtering != nil {
      advanceFilter()
    } else if isCounting {
      _ = facets?.advance(steps: Explorer.sliceSteps)
    } else if isSearching {
      isSearching = searcher.advance(steps: Explorer.sliceSteps)
    }
    return hasWork
  }

  /// A millisecond or two of searching: bytes looked at, enough of them to be worth a second thread.
  static let sliceSteps = 1 << 22

  // MARK: Where the keys go

  /// The state of the search on top, if that is what is shown.
  var search: SearchState? {
    get {
      if case .search(let state)? = navigation.sheets.last { return state }
      return nil
    }
    set {
      guard let newValue, case .search? = navigation.sheets.last else { return }
      navigation.sheets[navigation.sheets.count - 1] = .search(newValue)
    }
  }

  /// The first line of the preview.
  var previewOffset: Int {
    get { search?.previewOffset ?? navigation.browse.previewOffset }
    set {
      if var state = search {
        state.previewOffset = newValue
        search = state
      } else {
        navigation.browse.previewOffset = newValue
      }
    }
  }

  /// The page on the screen: a sheet's, or the guide's.
  var pageState: PageState? {
    get {
      switch navigation.sheets.last {
      case .page(let state): return state
      case .search: return nil
      case nil: return navigation.view == .guide ? navigation.guide.page : nil
      }
    }
    set {
      guard let newValue else { return }
      if case .page? = navigation.sheets.last {
        navigation.sheets[navigation.sheets.count - 1] = .page(newValue)
      } else if navigation.sheets.isEmpty, navigation.view == .guide {
        navigation.guide.page = newValue
      }
    }
  }

  public var mode: Mode {
    switch overlays.last {
    case .menu: return .menu
    case .help: return .help
    case .palette: return .palette
    case .filters: return .filters
    case .findings: return .findings
    case nil: break
    }
    if barItem != nil { return .bar }
    switch navigation.sheets.last {
    case .page: return .page
    case .search: return .search
    case nil: break
    }
    switch navigation.view {
    case .browse: return .browse
    case .map: return .map
    case .guide: return .guide
    case .statistics: return .statistics
    }
  }

  // MARK: What is selected

  var selectedLayer: LayerID? {
    let layers = outline.layers
    return layers.isEmpty ? nil : layers[min(navigation.browse.layers.selected, layers.count - 1)]
  }

  var selectedCategory: CategoryID? {
    guard let layer = selectedLayer else { return nil }
    let categories = outline.categories(of: layer)
    let state = navigation.browse.categories[layer.index] ?? ListState()
    return categories.isEmpty ? nil : categories[min(state.selected, categories.count - 1)]
  }

  var selectedTool: ToolID? {
    guard let category = selectedCategory else { return nil }
    let tools = outline.tools(of: category)
    let state = navigation.browse.tools[category.index] ?? ListState()
    return tools.isEmpty ? nil : tools[min(state.selected, tools.count - 1)]
  }

  /// What actions such as copying are about: what is selected, or the page that is read.
  var subject: Subject? {
    switch navigation.sheets.last {
    case .search(let state):
      return searchRows.isEmpty
        ? nil : searchRows[min(max(0, state.list.selected - state.list.offset), searchRows.count - 1)]
    case .page(let state): return state.page.subject
    case nil: break
    }
    switch navigation.view {
    case .browse:
      switch navigation.browse.column {
      case .layers: return selectedLayer.map(Subject.layer)
      case .categories: return selectedCategory.map(Subject.category)
      case .tools: return selectedTool.map(Subject.tool)
      }
    case .map: return catalog.categories.isEmpty ? nil : .category(CategoryID(navigation.map.category))
    case .guide: return navigation.guide.page.page.subject
    case .statistics: return nil
    }
  }
}

extension Page {
  var subject: Subject? {
    switch self {
    case .layer(let layer), .recap(let layer): .layer(layer)
    case .category(let category): .category(category)
    case .tool(let tool): .tool(tool)
    case .introduction, .choosing: nil
    }
  }

  init(_ subject: Subject) {
    self =
      switch subject {
      case .layer(let layer): .layer(layer)
      case .category(let category): .category(category)
      case .tool(let tool): .tool(tool)
      }
  }
}
