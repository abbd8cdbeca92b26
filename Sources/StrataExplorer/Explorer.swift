public import StrataCatalog
public import StrataScreen
import StrataSearch

/// The program's state, a value: it changes in `handle`, and `draw` makes a picture of it. No I/O.
///
///     var explorer = Explorer(catalog: catalog, configuration: .init(), size: Size(columns: 100, rows: 30))
///     let effects = explorer.handle(.key(.character("j")))
///     explorer.draw(into: &frame)
///
/// What screens share is in the `context`, which they only read: the catalog, the one place, the one query. What is on the
/// screen is a view and what lies above it (`Navigation`); each screen has its state, its moves and its layout to itself, and
/// replies with what it wants beyond that. What is derived is kept on the `workbench`.
public struct Explorer: Sendable {
  var context: Context
  var work: Workbench
  var navigation = Navigation()
  /// Where back and forward lead, the nearest last.
  var backward: [Visit] = []
  var forward: [Visit] = []
  /// The reached item of the bar, while the keys go there.
  var barItem: Int?
  /// What the last action has to say, until the next key.
  var toast: Toast?
  /// Finds what passes the query; nil when the outline is up to date.
  var filtering: Searcher?
  let start: Start
  /// What the pointer did last.
  var pointer = Pointer()
  /// When ↑ was last pressed, in milliseconds.
  var lastUp: Int?
  /// Events of typed text of which nothing was made yet, for more was there.
  var unsettledEvents = 0
  /// What is on the screen, and where its parts stand; made anew after every event.
  private(set) var layout: Layout
  private(set) var areas = Areas(size: Size(columns: 0, rows: 0), Areas.Wish())

  struct Toast: Hashable, Sendable {
    var text: String
    var isProblem = false
  }

  public init(catalog: Catalog, configuration: Configuration, size: Size) {
    start = configuration.start
    context = Context(catalog: catalog, configuration: configuration, size: size)
    work = Workbench(catalog: catalog)
    layout = context.layout
    layStacks()
    if let saved = configuration.saved { restore(saved) }
    begin(configuration.start)
    if let share = configuration.previewShare { context.previewShare = share }
    complain(configuration.complaints)
  }

  public var catalog: Catalog { context.catalog }
  public var language: Language { context.language }
  public var usesMouse: Bool { context.usesMouse }
  var words: Words { context.words }

  /// What the keys mean at the moment.
  public var mode: Mode { barItem == nil ? top.state.mode : .bar }

  /// The screen that has the keys, or has them below the bar.
  var top: Screen {
    get { navigation.above.last?.screen ?? navigation.view(navigation.view) }
    set {
      if navigation.above.isEmpty {
        navigation.set(newValue)
      } else {
        navigation.above[navigation.above.count - 1].screen = newValue
      }
    }
  }

  /// The state of the search on top, if that is what is shown.
  var results: ResultsScreen? {
    get { if case .results(let state) = top { state } else { nil } }
    set {
      if let newValue, results != nil { top = .results(newValue) }
    }
  }

  /// What actions such as copying are about.
  var subject: Subject? { top.state.subject(context) }

  func say(_ text: String, isProblem: Bool = false) -> Toast { Toast(text: text, isProblem: isProblem) }

  // MARK: Work between the keys

  /// Whether there is work that goes on between the keys.
  public var hasWork: Bool { filtering != nil || isCounting || isCountingValues || work.isSearching }

  private var isCounting: Bool { work.facets?.isSettled == false }
  private var isCountingValues: Bool { work.values?.isSettled == false }

  /// Whether what it finds is on the screen: an index also grows unseen.
  public var showsWork: Bool { filtering != nil || isCounting || results != nil }

  /// A bounded slice of that work. True while some is left. What it has found is shown after `settle`.
  public mutating func advance() -> Bool {
    if filtering != nil {
      advanceFilter()
    } else if isCounting {
      _ = work.facets?.advance(steps: Explorer.sliceSteps)
    } else if work.isSearching {
      work.isSearching = work.searcher.advance(steps: Explorer.sliceSteps)
    } else {
      _ = work.values?.advance(steps: Explorer.sliceSteps)
    }
    return hasWork
  }

  /// A millisecond or two of searching: bytes looked at, enough of them to be worth a second thread.
  static let sliceSteps = 1 << 22

  // MARK: The picture

  /// After every event, and before a frame of what work has found meanwhile: brings the place to what there is, and lays out
  /// what is shown.
  public mutating func settle() {
    unsettledEvents = 0
    context.hasKeys = barItem == nil
    navigation.browse.resolve(&context.place, in: context.outline)
    if let category = context.place.category { context.outline.prepare(category) }
    if case .page(let page) = top, case .category(let category) = page.page { context.outline.prepare(category) }
    if case .guide(let guide) = top, case .category(let category) = guide.text.page {
      context.outline.prepare(category)
    }
    if case .map = navigation.belowPopups(top) { context.outline.prepareMap() }
    searchForWhatIsTyped()
    countTypedValues()
    if case .filters = top { if work.facets == nil { countFacets() } } else { work.facets = nil }
    // An order that was just made, too.
    if context.outline.isOrdered {
      navigation.browse.resolve(&context.place, in: context.outline)
    }
    context.measureTools()
    layOut()
  }

  private mutating func layOut() {
    // A popup lies over the screen below it.
    let isPopup = top.isPopup
    let base = navigation.belowPopups(top)
    let state = base.state
    areas = Areas(
      size: context.size,
      Areas.Wish(
        isInBar: barItem != nil, hasPrompt: state.prompt != nil, hasRule: state.hasRule,
        hasQuery: !context.query.isPlain || !context.marks.isEmpty
          || results.map { $0.order != .relevance || $0.isReversed } ?? false))
    if isPopup { context.hasKeys = false }
    var new = navigation.change(base) { $0.layOut(context, &work, in: areas) }
    var rule = Layout(glyphs: context.glyphs, textWidth: context.textWidth)
    rule.rule(in: areas.query)
    new.putBelow(rule)
    context.hasKeys = barItem == nil
    var popup: Layout?
    if isPopup {
      var screen = top
      popup = screen.change { $0.layOut(context, &work, in: areas) }
      top = screen
    }
    // What is said of a screen is said of it as it was laid out.
    let laid = navigation.belowPopups(top).state
    if laid.prompt == nil { layPath(of: laid, in: areas.path, &new) }
    layQuery(of: laid, in: areas.query, &new)
    // A pointer reaches nothing below a popup.
    if isPopup { new.cover() }
    layBar(in: areas.bar, &new)
    layFooter(in: areas.footer, &new)
    if let popup { new.add(popup) }
    layout = new
  }

  /// Draws the screen as it stands. Any size will do.
  public func draw(into frame: inout Frame) { layout.draw(into: &frame, theme: shownTheme) }
}
