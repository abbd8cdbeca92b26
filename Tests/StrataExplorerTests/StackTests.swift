import StrataCatalog
import StrataScreen
import StrataStack
import Testing

@testable import StrataExplorer

private let landscape = catalog(
  """
  landscape: {name: {en: Small, zh: 小型}, asOf: 2026-01-02, layers: [run, watch]}
  layers:
    - id: run
      name: {en: Runtime, zh: 运行时层}
      categories:
        - id: policy
          name: {en: Policy, zh: 策略}
          kinds: [{id: engine, name: {en: Policy engine, zh: 策略引擎}}]
          tools:
            - {id: opa, name: OPA, kind: engine, maturity: graduated}
            - {id: kyverno, name: Kyverno, kind: engine}
            - {id: old, name: Old Policy, kind: engine, lifecycle: {status: retired, date: 2024-06}, replacedBy: [kyverno]}
    - id: watch
      name: {en: Observability, zh: 可观测性}
      categories:
        - id: tracing
          name: {en: Tracing, zh: 链路追踪}
          tools: [{id: jaeger, name: Jaeger}]
  """)

private let file = """
  stack: {name: Edge}
  tools:
    - id: old
      status: adopted
      owner: team-edge
      moves: [{to: trial, on: 2020-01-01}, {to: adopted, on: 2021-01-01, why: it worked}]
    - id: opa
      status: adopted
    - id: kyverno
      status: adopted
    - {id: gone, status: trial}

  """

/// An explorer over files in memory: what it asks for is carried out as the program does.
private struct Desk {
  var explorer: Explorer
  var files: [(path: String, bytes: [UInt8])]
  var before: [[UInt8]] = []

  init(_ texts: [String], _ columns: Int = 100, _ rows: Int = 40, _ language: Language = .en) {
    files = texts.enumerated().map { ("stack\($0.offset).yaml", Array($0.element.utf8)) }
    var configuration = Explorer.Configuration(language: language)
    configuration.stackPlaces = [
      StackPlace(.folder, path: "strata-stack.yaml"), StackPlace(.personal, path: "/home/me/stack.yaml"),
    ]
    explorer = Explorer(catalog: landscape, configuration: configuration, size: Size(columns: columns, rows: rows))
    read()
  }

  private mutating func read() {
    explorer.replace(
      stacks: files.compactMap { file in
        Stack.read(file.bytes, name: file.path).stack.map { OpenStack(path: file.path, stack: $0) }
      })
  }

  /// Presses keys and returns the effects that are none of a stack.
  @discardableResult
  mutating func press(_ keys: String) throws -> [Effect] {
    var rest: [Effect] = []
    for key in try Key.sequence(keys) {
      for effect in explorer.handle(.key(key)) {
        switch effect {
        case .changeStack(let change, let path):
          let index = files.firstIndex { $0.path == path }
          var editor = try StackEditor(index.map { files[$0].bytes } ?? [], name: path)
          before.append(editor.source)
          try editor.apply(change, today: "2026-11-30")
          if let index { files[index].bytes = editor.source } else { files.insert((path, editor.source), at: 0) }
          read()
          explorer.report(.stackChanged(change, path: path, isNew: index == nil))
        case .undoStack:
          files[0].bytes = before.removeLast()
          read()
          explorer.report(.stackUndone)
        default: rest.append(effect)
        }
      }
    }
    return rest
  }

  var text: String { String(decoding: files.first?.bytes ?? [], as: UTF8.self) }
  var screen: String { explorer.screen(explorer.context.size.columns, explorer.context.size.rows) }
}

@Suite("A stack in the explorer") struct StackInExplorerTests {
  @Test func theViewHasWarningsFirstThenFloorsWithEmptyAndCrowdedRooms() throws {
    var desk = Desk([file], 80, 24)
    try desk.press("5")
    #expect(
      desk.screen == """
         strata  1 Browse  2 Map  3 Guide  4 Statistics  5 Stack      / Search  z  ?  q
         Small › Edge
        ─── ■ adopted 3  ▣ trial 1 ─────────────────────────────────────────────────────
         Warnings  2
        ▌! ■ Old Policy: retired since 2024-06; instead: Kyverno
         ! ▣ gone: not in the catalog (any more)

         Runtime  3
         Policy  ! 2 for one job: Policy engine (OPA, Kyverno)
          ●■ OPA        adopted
           ■ Kyverno    adopted
          ×■ Old Policy adopted    team-edge  2021-01-01

         Observability  0
           Tracing  nothing

         Elsewhere  1
           ▣ gone       trial





         ↑↓ move  ⏎ page  → in  f filter  y copy  Space mark  c compare      row 1 of 7
        """)
  }

  @Test func aWarningLeadsToItsSuccessorAndIsAnswered() throws {
    var desk = Desk([file])
    try desk.press("5<enter>")
    #expect(desk.explorer.mode == .menu)
    for part in ["1   Kyverno", "Replaced by", "OPA", "Alternatives", "Answer the warning"] {
      #expect(desk.screen.contains(part), "\(part)")
    }
    try desk.press("1")
    #expect(desk.screen.contains("› Kyverno"))
    try desk.press("<esc>5<enter><end><enter>")
    #expect(desk.text == file.replacing("why: it worked}]\n", with: "why: it worked}]\n    ignore: [retired]\n"))
    #expect(!desk.screen.contains("retired since"))
    try desk.press("U")
    #expect(desk.text == file)
  }

  @Test func whatATeamUsesNarrowsListsAndSearches() throws {
    var desk = Desk([file])
    try desk.press("/owner:team-edge")
    #expect(desk.screen.contains("Old Policy") && !desk.screen.contains("Jaeger"))
    try desk.press("<esc><esc>/stack:adopted<alt-enter>")
    #expect(desk.explorer.context.outline.toolCount == 3)
    // The file changed.
    desk.explorer.replace(
      stacks: [
        OpenStack(
          path: "a.yaml",
          stack: try #require(Stack.read(Array("tools: [{id: jaeger, status: adopted}]".utf8), name: "a.yaml").stack))
      ])
    #expect(desk.explorer.context.outline.toolCount == 1)
    desk.explorer.replace(stacks: [])
    #expect(desk.explorer.context.outline.toolCount == 0)
  }

  @Test func statusIsSetOfTheSelectionOrOfAllMarked() throws {
    var desk = Desk([file])
    try desk.press("/jaeger<enter>t")
    #expect(desk.screen.contains("Status: Jaeger"))
    try desk.press("a")
    #expect(
      desk.text == file + "  - id: jaeger\n    status: adopted\n    moves: [{to: adopted, on: 2026-11-30}]\n")
    #expect(desk.screen.contains("Jaeger: adopted (U takes it back)"))
    try desk.press("U")
    #expect(desk.text == file)
    #expect(desk.screen.contains("Taken back"))
    try desk.press("1<esc><esc><esc>/policy<esc>")
    var marked = Desk([file])
    try marked.press("ll<space>j<space>th")
    #expect(marked.text.contains("- id: opa\n    status: hold\n    moves: [{to: hold, on: 2026-11-30}]\n"))
    #expect(marked.text.contains("- id: kyverno\n    status: hold\n"))
    // Nothing is taken back twice.
    try marked.press("UU")
    #expect(marked.text == file)
    #expect(marked.screen.contains("There is no change to take back"))
  }

  @Test func withoutAFileTheFirstKeyAsksWhereToKeepItOnce() throws {
    var desk = Desk([])
    try desk.press("llt")
    for part in ["Where to keep your stack?", "in this folder", "strata-stack.yaml", "for me", "/home/me/stack.yaml"] {
      #expect(desk.screen.contains(part), "\(part)")
    }
    try desk.press("1t")
    #expect(desk.files.map(\.path) == ["strata-stack.yaml"])
    #expect(
      desk.text
        == "stack:\n  version: 1\ntools:\n  - id: opa\n    status: trial\n    moves: [{to: trial, on: 2026-11-30}]\n")
    #expect(desk.screen.contains("kept in strata-stack.yaml"))
    try desk.press("jta")
    #expect(desk.text.contains("- id: kyverno\n    status: adopted\n"))
  }

  @Test func notesHaveAPromptAndLongOnesTheEditor() throws {
    var desk = Desk([file])
    try desk.press("lleTwo<space>words<enter>")
    #expect(
      desk.text
        == file.replacing(
          "  - id: opa\n    status: adopted\n", with: "  - id: opa\n    status: adopted\n    note: Two words\n"))
    try desk.press("e<ctrl-u><enter>")
    #expect(desk.text == file)
    #expect(try desk.press("elong<ctrl-o>") == [.writeNote("long", tool: "opa", path: "stack0.yaml")])
    var block = Desk([file.replacing("  - id: opa\n", with: "  - id: opa\n    note: |\n      one\n      two\n")])
    #expect(try block.press("lle") == [.writeNote("one\ntwo\n", tool: "opa", path: "stack0.yaml")])
  }

  @Test func theSignStandsInEveryListAndOnTheMapAndThePageTellsTheMoves() throws {
    var desk = Desk([file])
    try desk.press("l")
    #expect(desk.screen.contains("●■ OPA"))
    try desk.press("2")
    #expect(desk.screen.contains("●■ OPA"))
    try desk.press("/old")
    #expect(desk.screen.contains("×■ Old Policy"))
    try desk.press("<enter>")
    for part in [
      "Our stack", "■ adopted since 2021-01-01", "team-edge", "2021-01-01 adopted: it worked", "2020-01-01 trial",
    ] {
      #expect(desk.screen.contains(part), "\(part)")
    }
    #expect(Glyphs.ascii.sign(ofStatus: "hold", rings: Stack.usualRings) == "4")
    #expect(Glyphs.lines.sign(ofStatus: "later", rings: ["now", "later"]) == "▣")
    #expect(Glyphs.lines.sign(ofStatus: "unsorted", rings: ["now"]) == "?")
  }

  @Test func severalStacksStandSideBySideAndKeysWriteToTheFirst() throws {
    let other = file.replacing("Edge", with: "Data").replacing("status: adopted", with: "status: hold")
    var desk = Desk([file, other])
    try desk.press("5")
    #expect(desk.screen.contains("Edge") && desk.screen.contains("Data"))
    #expect(desk.screen.contains("■ adopted") && desk.screen.contains("⊟ hold"))
    try desk.press("1llta")
    #expect(String(decoding: desk.files[1].bytes, as: UTF8.self) == other)
    try desk.press("jtr")
    #expect(desk.text.contains("- id: kyverno\n    status: retired\n"))
    #expect(String(decoding: desk.files[1].bytes, as: UTF8.self) == other)
  }

  @Test func withoutAStackTheViewSaysHowToBegin() throws {
    for language in Language.allCases {
      var desk = Desk([], 80, 24, language)
      try desk.press("5")
      #expect(desk.screen.contains("strata stack init"))
    }
  }

  @Test(arguments: [Language.en, .zh]) func fitsEverySize(language: Language) throws {
    for columns in [0, 1, 2, 5, 12, 40, 80, 200] {
      for rows in [0, 1, 3, 8, 12, 24] {
        for keys in ["5", "5<enter>", "5<end>", "llt", "lle"] {
          var desk = Desk([file, file], 100, 30, language)
          try desk.press(keys)
          _ = desk.explorer.handle(.resize(Size(columns: columns, rows: rows)))
          for line in desk.explorer.screen(columns, rows).split(separator: "\n") {
            #expect(TextWidth.standard.columns(line) <= columns, "\(keys) \(columns)x\(rows)")
          }
        }
      }
    }
  }

  @Test func aCatalogReadAgainKeepsTheStack() throws {
    var desk = Desk([file])
    try desk.press("5")
    let before = desk.screen
    desk.explorer.replace(catalog: landscape, findings: [])
    #expect(desk.screen == before)
  }
}
