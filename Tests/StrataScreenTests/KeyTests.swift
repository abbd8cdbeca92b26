import StrataScreen
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    (Key.character("g"), "g"), (.character("G"), "G"), (.character("层"), "层"), (.character(" "), "Space"),
    (.control("b"), "Ctrl-B"), (.control(" "), "Ctrl-Space"), (.alt(.left), "Alt-←"), (.alt(.character("b")), "Alt-B"),
    (Key(.up), "↑"), (Key(.down), "↓"), (Key(.right), "→"), (Key(.pageUp), "PgUp"), (Key(.pageDown), "PgDn"),
    (Key(.home), "Home"), (Key(.end), "End"), (Key(.insert), "Ins"), (Key(.delete), "Del"), (Key(.enter), "Enter"),
    (Key(.escape), "Esc"), (Key(.tab), "Tab"), (Key(.backTab), "Shift-Tab"), (Key(.backspace), "Backspace"),
    (Key(.function(5)), "F5"), (Key(.up, [.control, .alt, .shift]), "Ctrl-Alt-Shift-↑"),
  ])
  func isWrittenForPeople(_ key: Key, _ text: String) {
    #expect(key.description == text)
    let words = text.replacing("↑", with: "Up").replacing("↓", with: "Down").replacing("←", with: "Left")
      .replacing("→", with: "Right").replacing("Space", with: "空格")
    #expect(key.name(space: "空格", inASCII: true) == words)
  }

  @Test(
    arguments: [
      ("", []), ("jj<enter>", [Key.character("j"), .character("j"), Key(.enter)]),
      ("/容器", [.character("/"), .character("容"), .character("器")]),
      ("<ctrl-b><Ctrl-B><alt-left><alt-B>", [.control("b"), .control("b"), .alt(.left), .alt(.character("B"))]),
      (
        "<pgup><PgDn><home><end><ins><del>",
        [
          Key(.pageUp), Key(.pageDown), Key(.home), Key(.end), Key(.insert), Key(.delete),
        ]
      ),
      ("<tab><shift-tab><backtab>", [Key(.tab), Key(.backTab), Key(.backTab)]),
      ("<f1><f12><ctrl-f5>", [Key(.function(1)), Key(.function(12)), Key(.function(5), .control)]),
      (
        "<lt>a><space> <esc>",
        [
          .character("<"), .character("a"), .character(">"), .character(" "), .character(" "), Key(.escape),
        ]
      ),
      ("<ctrl--><ctrl-alt-x>", [.control("-"), Key(.character("x"), [.control, .alt])]),
      ("\n\t\u{1B}", [Key(.enter), Key(.tab), Key(.escape)]),
    ] as [(String, [Key])])
  func isReadFromAKeyString(_ text: String, _ keys: [Key]) throws {
    #expect(try Key.sequence(text) == keys)
  }

  @Test(arguments: [
    ("j<enter", Key.SequenceError.unclosed), ("<", .unclosed), ("<>", .unknownKey("")), ("<entr>", .unknownKey("entr")),
    ("<ctrl->", .unknownKey("ctrl-")), ("<f13>", .unknownKey("f13")), ("<f0>", .unknownKey("f0")),
    ("<j>", .unknownKey("j")),
    ("<ctrl-foo>", .unknownKey("ctrl-foo")),
  ])
  func refusesWhatIsNoKey(_ text: String, _ error: Key.SequenceError) {
    #expect(throws: error) { try Key.sequence(text) }
  }
}
