import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

@Suite struct KeyChangesTests {
  @Test(arguments: KeyMap.Preset.allCases)
  func noKeyOfAPresetMeansTwoThingsInOneMode(preset: KeyMap.Preset) {
    for mode in Mode.allCases {
      var owners: [Key: Action] = [:]
      for binding in KeyMap.preset(preset).bindings(in: mode) {
        for key in binding.keys {
          #expect(owners[key] == nil, "\(key) in \(mode): \(binding.action) and \(owners[key]!)")
          owners[key] = binding.action
        }
      }
    }
  }

  @Test func presetsDoWhatTheirHandsExpect() {
    let emacs = KeyMap.preset(.emacs)
    for (key, action) in [
      (Key.control("n"), Action.moveDown), (.control("p"), .moveUp), (.control("f"), .goIn), (.control("b"), .goOut),
      (.control("v"), .pageDown), (.alt(.character("v")), .pageUp), (.alt(.character("<")), .moveFirst),
      (.control("s"), .search), (.alt(.character("x")), .palette), (.control("g"), .escape),
    ] { #expect(emacs.action(for: key, in: .browse) == action, "\(key)") }
    #expect(emacs.action(for: .control("g"), in: .search) == .escape)
    let vim = KeyMap.preset(.vim)
    for (key, action) in [
      (Key.character("j"), Action.moveDown), (.control("o"), .historyBack), (.control("d"), .halfPageDown),
      (.character("G"), .moveLast), (.control("e"), .scrollPreviewDown), (.character("N"), .previousPage),
    ] { #expect(vim.action(for: key, in: action == .previousPage ? .page : .browse) == action, "\(key)") }
  }

  @Test func aChangeGivesAllKeysAndNoneTakesThemAway() {
    let (map, conflicts) = KeyMap.standard.changed([
      .init(.search, [.character("%"), .control("x")]), .init(.bookmark, []), .init(.moveDown, [.character("v")]),
    ])
    #expect(conflicts.isEmpty)
    #expect(map.action(for: .character("%"), in: .map) == .search)
    #expect(map.action(for: .character("/"), in: .map) == nil)
    #expect(map.action(for: .character("b"), in: .browse) == nil)
    // In prompts letters stay text, and what moves there stays.
    #expect(map.action(for: .character("v"), in: .search) == nil)
    #expect(map.action(for: Key(.down), in: .search) == .moveDown)
    #expect(map.action(for: .character("v"), in: .browse) == .moveDown)
    #expect(map.action(for: Key(.down), in: .browse) == nil)
  }

  @Test func whatHadNoKeyGetsOneInTheViews() {
    let (map, conflicts) = KeyMap.standard.changed([.init(.copyURL, [.control("y")])])
    #expect(conflicts.isEmpty)
    #expect(map.action(for: .control("y"), in: .page) == .copyURL)
  }

  @Test func helpFooterAndBarFollow() throws {
    var configuration = Explorer.Configuration()
    configuration.keyMap =
      KeyMap.standard.changed([
        .init(.filter, [.character("v")]), .init(.showMap, [.character("9")]),
        .init(.liftQuery, [.function(9)].map { Key($0) }),
      ]).keyMap
    var reader = Explorer(catalog: smallCatalog, configuration: configuration, size: Size(columns: 120, rows: 30))
    #expect(reader.screen(120, 30).contains("v filter"))
    #expect(reader.screen(120, 30).contains("9 Map"))
    try reader.press("?")
    #expect(reader.screen(120, 30).contains("v  "))
    // Sentences name the key that it is.
    reader = Explorer(catalog: smallCatalog, configuration: configuration, size: Size(columns: 120, rows: 30))
    reader.change(ListQuery(query: .init("license:none-such")))
    reader.settle()
    #expect(reader.screen(120, 30).contains("Nothing passes the filter; F9 lifts it"))
  }

  @Test(arguments: [
    ("й", "q"), ("Й", "Q"), ("ы", "s"), ("і", "s"), ("ς", "w"), ("ק", "e"), ("ض", "q"), ("ㅂ", "q"), ("。", "。"),
    ("ｊ", "j"),
    ("х", "["), ("Х", "{"),
  ])
  func lettersOfOtherLayoutsAreTheKeysTheyAreOn(typed: String, latin: String) {
    let key = KeyMap.standard.meant(by: .character(Character(typed)), in: .browse)
    #expect(key == .character(Character(latin)))
    // Where letters are text they are.
    #expect(KeyMap.standard.meant(by: .character(Character(typed)), in: .search) == .character(Character(typed)))
  }

  @Test func aKeyIsReadInEveryWayOfWriting() {
    for (name, key) in [
      ("g", Key.character("g")), ("G", .character("G")), ("Ctrl-B", .control("b")), ("<ctrl-b>", .control("b")),
      ("ctrl-b", .control("b")), ("Alt-←", .alt(.left)), ("<alt-left>", .alt(.left)), ("↑", Key(.up)),
      ("PgUp", Key(.pageUp)), ("Space", .character(" ")), ("F5", Key(.function(5))), ("Shift-Tab", Key(.backTab)),
      ("<", .character("<")), (">", .character(">")), ("-", .character("-")), ("Esc", Key(.escape)),
      ("Alt-Enter", .alt(.enter)), ("Ctrl-Space", .control(" ")), ("Shift-→", Key(.right, .shift)),
    ] { #expect(Key(name: name) == key, "\(name)") }
    for name in ["", "xx", "Strg-X", "Ctrl-", "F13", "<ctrl-b", "<a><b>", String(repeating: "x", count: 5000)] {
      #expect(Key(name: name) == nil, "\(name)")
    }
    // Every key is read as it is written.
    for binding in KeyMap.standard.bindings {
      for key in binding.keys { #expect(Key(name: "\(key)") == key, "\(key)") }
    }
  }
}
