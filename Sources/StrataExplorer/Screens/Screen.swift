import StrataCatalog
import StrataScreen
import StrataSearch

/// What can be on the screen, each with its own state. A view is at the bottom, the others lie above it.
/// In memory of its own: a state is large, and many functions hold several.
indirect enum Screen: Hashable, Sendable {
  case browse(BrowseScreen)
  case map(MapScreen)
  case guide(GuideScreen)
  case statistics(StatisticsScreen)
  case stack(StackScreen)
  case page(PageScreen)
  case results(ResultsScreen)
  case filters(FiltersScreen)
  case help(HelpScreen)
  case palette(PaletteScreen)
  case menu(MenuScreen)
  case findings(FindingsScreen)
  case compare(CompareScreen)
  case other(OtherToolScreen)
  case note(NoteScreen)
  case scan(ScanScreen)
  case news(NewsScreen)

  var state: any ScreenState {
    switch self {
    case .browse(let state): state
    case .map(let state): state
    case .guide(let state): state
    case .statistics(let state): state
    case .stack(let state): state
    case .page(let state): state
    case .results(let state): state
    case .filters(let state): state
    case .help(let state): state
    case .palette(let state): state
    case .menu(let state): state
    case .findings(let state): state
    case .compare(let state): state
    case .other(let state): state
    case .note(let state): state
    case .scan(let state): state
    case .news(let state): state
    }
  }

  /// Changes the state in place.
  mutating func change<Result>(_ body: (inout any ScreenState) -> Result) -> Result {
    var state = state
    defer { self = state.screen }
    return body(&state)
  }

  /// Whether it lies over what one does only for a moment.
  var isOverlay: Bool { state.isOverlay }

  /// Whether it is as large as it needs to be, over what lies below it.
  var isPopup: Bool { if case .menu = self { true } else { false } }
}

/// What every screen has. It sees the context, changes its own state, and replies with what it wants beyond that.
protocol ScreenState: Hashable, Sendable {
  /// Itself as one of the screens.
  var screen: Screen { get }
  /// What the keys mean on it.
  var mode: Mode { get }
  /// The prompt that letters go to, if it has one open.
  var prompt: Prompt? { get set }
  /// Whether a rule parts it from the path.
  var hasRule: Bool { get }
  /// Whether it lies over what one does only for a moment: no place to come back to.
  var isOverlay: Bool { get }
  /// The page that is read on it.
  var reading: PageScreen? { get }
  /// Its text, where that is on the screen.
  var shownText: PageText.Key? { get }
  var shownPreview: PreviewScroll? { get set }

  /// The names that lead to it, the landscape's first: the title.
  func path(_ context: Context) -> [String]
  /// What actions are about: what is selected, or what is read.
  func subject(_ context: Context) -> Subject?
  /// Where one is among how many.
  func position(_ context: Context, _ work: Workbench) -> String
  /// What the rule below the path says of it, in at most so many columns.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span]
  /// Whether there are tools on it whose order one can choose.
  func sorts(_ context: Context, _ work: Workbench) -> Bool
  /// Itself in a catalog that was read again; nil where what it shows is gone.
  func moved(from old: Catalog, to new: Catalog) -> Self?
  /// Whether a move does something now.
  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool
  /// Whether it is a text with what stands in it, and no list.
  var isText: Bool { get }
  /// Whether texts between its rows are read out, too; and whether headings are.
  var readsTexts: Bool { get }
  var hasHeadings: Bool { get }
  /// Whether the rows of a pane are read out: those of the list that the keys are in.
  func readsOut(pane: Int, _ context: Context) -> Bool
  /// What a row of a pane is, in a word; `mark` is the sign at its beginning.
  func noun(pane: Int, mark: String, _ context: Context) -> String

  /// Closes what is open in it, as Esc does; false where the screen itself is to close.
  mutating func closePart() -> Bool
  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply?
  /// Selects what stands at a place of its layout.
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply?
  /// Scrolls one of its lists, or what there is to scroll, by so many rows; the selection stays.
  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench)
  /// Brings the state to what there is and fits, and lays out what shows.
  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout
}

extension ScreenState {
  var prompt: Prompt? {
    get { nil }
    set {}
  }
  var hasRule: Bool { true }
  var isOverlay: Bool { false }
  var isText: Bool { false }
  var readsTexts: Bool { isText }
  var hasHeadings: Bool { false }
  var reading: PageScreen? { nil }
  var shownText: PageText.Key? { reading?.key }
  var shownPreview: PreviewScroll? {
    get { nil }
    set {}
  }
  func sorts(_ context: Context, _ work: Workbench) -> Bool { work.page(shownText)?.listsTools == true }
  func moved(from old: Catalog, to new: Catalog) -> Self? { self }
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] { [] }
  mutating func closePart() -> Bool { false }
  func readsOut(pane: Int, _ context: Context) -> Bool { true }
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.row }
  func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? { nil }
  func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {}
}

/// What a screen wants beyond its own state; the explorer carries it out.
enum Reply: Hashable, Sendable {
  /// The keys go to the bar.
  case bar
  /// It has come to another place.
  case come(Place)
  /// A page above it.
  case open(Page)
  /// Folders are to be scanned.
  case scan([String])
  /// An address, outside.
  case follow(url: String)
  /// The results of a query above it.
  case list(String)
  /// The next or previous page.
  case turn(forward: Bool)
  /// It has had its time.
  case close
  case say(String)
  case change(ListQuery)
  case choose(MenuScreen.Choice)
  /// What can be done about a warning of the stack.
  case warning(Int)
  /// It closes, and tools are compared.
  case compare([ToolID])
  /// It closes, and the action is done below it.
  case perform(Action)
}

/// A line that letters go to.
struct Prompt: Hashable, Sendable {
  var field = LineEdit()
  /// The text is there to be replaced by the next letter.
  var isReplaced = false

  var text: String { field.text }
  var isEmpty: Bool { field.isEmpty }

  /// Whether the last edit was more than it has room for.
  var isOverfull: Bool { field.isOverfull }

  init(_ text: String = "", isReplaced: Bool = false) {
    field = LineEdit(text)
    self.isReplaced = isReplaced && !text.isEmpty
  }

  /// Edits as the key says. False where the key is none of editing.
  mutating func handle(_ key: Key) -> Bool {
    if isReplaced {
      isReplaced = false
      if key.code == .backspace || key.code == .delete {
        field = LineEdit()
        return true
      }
      if case .character = key.code, key.modifiers.subtracting(.shift).isEmpty { field = LineEdit() }
    }
    return field.handle(key)
  }

  /// Puts text in, as much of it as there is room for.
  mutating func insert(_ text: String) {
    if isReplaced { field = LineEdit() }
    isReplaced = false
    field.insert(text)
  }
}
