import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataText
import StrataYAML
import Testing

@testable import StrataSettings

/// A configuration's text as its findings, rendered.
func findings(_ text: String) -> String {
  let source = Array(text.utf8)
  return Settings.read(source, name: "config.yaml").diagnostics
    .map { $0.rendered(source: source, columns: TextWidth.columns) }.joined(separator: "\n")
}

func settings(_ text: String) throws -> Settings {
  try #require(Settings.read(Array(text.utf8), name: "config.yaml").settings, "\(findings(text))")
}

@Suite struct SettingsTests {
  @Test func everyOptionIsRead() throws {
    let read = try settings(
      """
      version: 1
      language: zh
      theme: dark
      color: never
      ascii: true
      ambiguousWidth: 2
      mouse: false
      accessible: true
      preview: 50
      opener: firefox --new-tab %s
      columns: [license, maturity]
      catalogs: [ours.yaml, ../theirs]
      stack: stack.yaml
      keyPreset: vim
      langmap: [russian, greek]
      keys:
        reload: [R, Ctrl-R]
        bookmark: []
      """)
    #expect(read.language == .zh)
    #expect(read.theme == "dark")
    #expect(read.color == .never)
    #expect(read.ascii == true)
    #expect(read.ambiguousWidth == 2)
    #expect(read.mouse == false)
    #expect(read.accessible == true)
    #expect(read.preview == 50)
    #expect(read.opener == .command(["firefox", "--new-tab", "%s"]))
    #expect(read.columns == [.license, .maturity])
    #expect(read.catalogs == ["ours.yaml", "../theirs"])
    #expect(read.stack == "stack.yaml")
    #expect(read.keyPreset == .vim)
    #expect(read.langmap == Langmap([.russian, .greek]))
    #expect(read.keyMap?.action(for: .control("r"), in: .browse) == .reload)
    #expect(read.keyMap?.action(for: .character("r"), in: .browse) == nil)
    #expect(read.keyMap?.key(for: .bookmark) == nil)
    #expect(Set(read.places.keys) == Set(Settings.Option.allCases))
  }

  @Test(arguments: ["", "\n# nothing\n", "~", "version: 1", "theme:"])
  func nothingSaidIsNothingSet(text: String) throws {
    let read = try settings(text)
    #expect(read.places.isEmpty && findings(text) == "")
  }

  @Test func thePrintedDefaultIsSoundAndSaysTheDefaults() throws {
    let text = Settings.printedDefault
    #expect(text.hasPrefix("# yaml-language-server: $schema=config.schema.json\n"))
    #expect(findings(text) == "")
    #expect(try settings(text).places.isEmpty)
    // Without the signs before its options it says what is so anyway.
    let taken = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      line.hasPrefix("#") && !line.hasPrefix("# ") ? line.dropFirst() : line
    }.joined(separator: "\n")
    #expect(findings(taken) == "")
    let said = try settings(taken)
    #expect(said.places.count == Settings.Option.allCases.count)
    let (standard, chosen) = (
      Preferences(environment: { _ in nil }), Preferences(environment: { _ in nil }, settings: said)
    )
    for (a, b) in zip(standard.lines, chosen.lines) where ![.langmap, .keys].contains(a.option) {
      #expect(a.value == b.value, "\(a.option)")
    }
    #expect(chosen.keyMap.bindings == KeyMap.standard.bindings && chosen.keyMap.langmap == .all)
  }

  /// Broken configurations, each with all that is said of it.
  @Test(arguments: [
    (
      "lanuage: zh",
      "config.yaml:1:1: warning: unknown key 'lanuage' in the configuration\nlanuage: zh\n^~~~~~~\nhint: did you mean 'language'?"
    ),
    (
      "ambiguous-width: 2",
      "config.yaml:1:1: warning: unknown key 'ambiguous-width' in the configuration\nambiguous-width: 2\n^~~~~~~~~~~~~~~\nhint: did you mean 'ambiguousWidth'?"
    ),
    (
      "version: 2",
      "config.yaml:1:10: warning: the file is of version 2; this strata knows 1 and reads what it knows\nversion: 2\n         ^"
    ),
    (
      "language: de",
      "config.yaml:1:11: error: 'language' cannot be 'de'\nlanguage: de\n          ^~\nhint: it is one of auto, en, zh"
    ),
    (
      "color: sometimes",
      "config.yaml:1:8: error: 'color' cannot be 'sometimes'\ncolor: sometimes\n       ^~~~~~~~~\nhint: it is one of auto, always, never"
    ),
    (
      "mouse: yes",
      "config.yaml:1:8: error: 'mouse' must be true or false, not 'yes'\nmouse: yes\n       ^~~\nhint: did you mean true?"
    ),
    (
      "preview: 90",
      "config.yaml:1:10: error: 'preview' must be a number from 10 to 70, not '90'\npreview: 90\n         ^~"
    ),
    (
      "ambiguousWidth: two",
      "config.yaml:1:17: error: 'ambiguousWidth' must be a number from 1 to 2, not 'two'\nambiguousWidth: two\n                ^~~"
    ),
    ("theme: [dark]", "config.yaml:1:8: error: 'theme' must be text\ntheme: [dark]\n       ^"),
    ("mouse: [true]", "config.yaml:1:8: error: 'mouse' must be true or false\nmouse: [true]\n       ^"),
    (
      "preview: {a: 1}",
      "config.yaml:1:10: error: 'preview' must be a number from 10 to 70\npreview: {a: 1}\n         ^"
    ),
    (
      "columns: [licence]",
      "config.yaml:1:11: error: 'licence' is not a column that strata knows\ncolumns: [licence]\n          ^~~~~~~\nhint: did you mean 'license'?"
    ),
    ("catalogs: {a: b}", "config.yaml:1:11: error: 'catalogs' must be a list of words\ncatalogs: {a: b}\n          ^"),
    (
      "keyPreset: vi",
      "config.yaml:1:12: error: 'keyPreset' cannot be 'vi'\nkeyPreset: vi\n           ^~\nhint: did you mean 'vim'?"
    ),
    (
      "langmap: klingon",
      "config.yaml:1:10: error: 'klingon' is not a layout that strata knows\nlangmap: klingon\n         ^~~~~~~\nhint: they are russian, ukrainian, greek, hebrew, arabic, korean, serbian"
    ),
    (
      "keys: {moveDwn: [x]}",
      "config.yaml:1:8: warning: unknown key 'moveDwn' in 'keys'\nkeys: {moveDwn: [x]}\n       ^~~~~~~\nhint: did you mean 'moveDown'?"
    ),
    (
      "keys: {moveDown: [Strg-X]}",
      "config.yaml:1:19: error: 'Strg-X' is no key\nkeys: {moveDown: [Strg-X]}\n                  ^~~~~~\nhint: a key is written as g, Ctrl-B, Alt-←, Shift-Tab, PgUp, Space, F5"
    ),
    (
      "keys: {reload:}",
      "config.yaml:1:15: error: 'reload' must have a list of keys\nkeys: {reload:}\n              ^\nhint: [] takes its keys away"
    ),
    (
      "keys: {interrupt: []}",
      "config.yaml:1:19: error: 'interrupt' keeps a key: without one a person may not get out\nkeys: {interrupt: []}\n                  ^"
    ),
    (
      "keys: [a, b]",
      "config.yaml:1:7: error: keys must have keys and values\nkeys: [a, b]\n      ^\nhint: keys: {reload: [Ctrl-R]}"
    ),
    ("[a, b]", "config.yaml:1:1: error: a configuration must have keys and values\n[a, b]\n^"),
    ("a: 1\n---\nb: 2", "config.yaml:3:1: error: a second YAML document; a configuration is one\nb: 2\n^"),
  ])
  func whatIsWrongIsSaidAtItsPlace(text: String, wanted: String) {
    #expect(findings(text) == wanted)
  }

  @Test func twoActionsOnOneKeyInOneModeAreAnErrorAtItsLine() throws {
    let text = "keys:\n  reload: [Ctrl-R]\n  redraw: [Ctrl-R]\n"
    #expect(
      findings(text)
        == "config.yaml:3:12: error: Ctrl-R is reload's key in browse, too\n  redraw: [Ctrl-R]\n           ^~~~~~\n"
        + "hint: give reload another one in 'keys', or none: reload: []")
    let map = try #require(try settings(text).keyMap)
    #expect(map.action(for: .control("r"), in: .browse) == .reload)
    // One that the standard gives to another action, too; not once that one has it no more.
    #expect(findings("keys: {reload: [f]}").contains("f is filter's key in browse, too"))
    #expect(findings("keys: {reload: [f], filter: [r]}") == "")
    // In another mode a key means another thing as ever.
    #expect(findings("keys: {clearFacet: [Ctrl-U]}") == "")
  }

  @Test func aBrokenFileIsNoneAndABrokenValueLeavesTheOthers() throws {
    #expect(Settings.read(Array("theme: [dark".utf8), name: "config.yaml").settings == nil)
    let read = try settings("theme: dark\npreview: much\nlanguage: zh")
    #expect(read.theme == "dark" && read.language == .zh && read.preview == nil)
    #expect(Set(read.places.keys) == [.theme, .language])
  }

  /// Whatever bytes come in, an answer comes out.
  @Test func anyBytesAreAnswered() {
    let text = Settings.printedDefault + "keys: {reload: [Ctrl-R]}\nlangmap: {й: q}\n"
    let bytes = Array(text.utf8)
    var seed: UInt64 = 7
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<300 {
      var broken = bytes
      for _ in 0..<3 { broken[random(broken.count)] = UInt8(random(256)) }
      let (settings, diagnostics) = Settings.read(broken, name: "config.yaml")
      #expect(settings != nil || !diagnostics.isEmpty)
    }
  }
}
