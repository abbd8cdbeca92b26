import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// What is derived once and kept on the workbench shows what it would show made anew.
@Suite struct KeptTests {
  /// Keys that change what lists, pages, the map and the statistics are made of, among those that only move.
  private static let keys = [
    "<down>", "<down>", "<up>", "<right>", "<right>", "<left>", "<enter>", "<esc>", "<tab>", "<pgdn>", "<home>",
    "<end>",
    "1", "2", "3", "4", "m", "m", "L", "s", "<down><enter>", "S", "z", "<backspace>", "}", "{", "/", "mesh", "u",
    "/is:archived<alt-enter>", "/maturity:graduated<alt-enter>", "t", "f",
  ]

  @Test(arguments: [(80, 24), (100, 30), (200, 60), (40, 12)])
  func whatIsKeptIsWhatWouldBeMade(columns: Int, rows: Int) throws {
    var state = UInt64(columns)
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var kept = try explorer("", columns, rows)
    var pressed = ""
    for _ in 0..<90 {
      let keys = Self.keys[random(Self.keys.count)]
      pressed += keys
      try kept.press(keys)
      while kept.hasWork { _ = kept.advance() }
      kept.settle()
      try #require(kept.madeAnew.screen(columns, rows) == kept.screen(columns, rows), "\(pressed)")
    }
  }

  @Test func aPreviewCountsWhatPasses() throws {
    let reader = try explorer("/is:archived<alt-enter>", 100, 30)
    let layer = try #require(reader.context.place.layer)
    let passing = reader.context.outline.count(of: layer)
    #expect(passing > 1 && passing < reader.catalog.toolCount(of: layer))
    #expect(reader.screen(100, 30).contains("\n \(passing) tools "))
  }

  /// What the contents hide is not put in order, or opened.
  @Test func besideTheContentsATextIsNotOnTheScreen() throws {
    for way in ["3", "3<enter>"] {
      var narrow = try explorer(way + "<left>", 100, 30)
      narrow.settle()
      #expect(narrow.top.state.shownText == nil)
      #expect(!narrow.isAvailable(.sort))
    }
    let wide = try explorer("3<left>", 200, 40)
    #expect(wide.top.state.shownText != nil)
  }

  @Test func aLineIsTheBeginningOfAText() throws {
    var context = try explorer("", 40, 12).context
    for (text, english, chinese) in [
      ("", "", ""), ("plain", "plain", "plain"), ("two\nlines", "two lines", "twolines"),
      ("\n\nair\r\nbetween\n\n", "air between", "airbetween"), ("*bold* and `code`", "bold and code", "bold and code"),
      ("容器\n编排", "容器 编排", "容器编排"), ("*", "", ""), ("\n*\n", "", ""), ("a\n*b*", "a b", "ab"),
    ] {
      context.language = .en
      #expect(context.oneLine(text, columns: 20) == english)
      context.language = .zh
      #expect(context.oneLine(text, columns: 20) == chinese)
    }
    #expect(context.oneLine(String(repeating: "容", count: 1000), columns: 10).count == 4 * 10 + 64)
    #expect(context.oneLine(String(repeating: "x", count: 1000), columns: 0).count == 64)
  }
}
