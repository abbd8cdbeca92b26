import StrataCatalog
import StrataScreen
import StrataSearch

/// Asks for a tool's note, one line; below it stands what one writes about.
struct NoteScreen: ScreenState {
  let tool: ToolID
  var field: Prompt

  init(_ tool: ToolID, note: String) {
    self.tool = tool
    field = Prompt(note)
  }

  var screen: Screen { .note(self) }
  var mode: Mode { .note }
  var isOverlay: Bool { true }
  func moved(from old: Catalog, to new: Catalog) -> NoteScreen? { nil }
  var prompt: Prompt? {
    get { field }
    set { if let newValue { field = newValue } }
  }

  func path(_ context: Context) -> [String] { [context.words.choosing.note, context.name(of: .tool(tool))] }
  func subject(_ context: Context) -> Subject? { nil }
  func position(_ context: Context, _ work: Workbench) -> String { "" }

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool { move == .open }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    move == .open ? .choose(.note(field.text, tool)) : nil
  }

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let body = areas.body.inset(left: 1, right: 1)
    let key = PageText.Key(
      page: .tool(tool), width: max(1, min(PageScreen.textColumns, body.width)), tableWidth: 1,
      language: context.language, query: context.query)
    layout.place(work.preview(key, isWhole: false, context), in: body)
    layout.prompt(
      field, lead: context.words.choosing.note + context.words.colon, hint: context.words.choosing.noteHint,
      right: context.name(of: .tool(tool)), in: areas.path)
    return layout
  }
}
