import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// One query line: chips in words, how much of what, the key that lifts it, everywhere.
@Suite struct QueryLineTests {
  private func line(_ keys: String, _ columns: Int = 100, _ language: Language = .en) throws -> String {
    try screen(keys, columns, 24, language, in: smallCatalog)
      .split(separator: "\n", omittingEmptySubsequences: false)[2].description
  }

  @Test func chipsStandAtOnePlaceInEveryView() throws {
    let filter = "f<right><space><esc>"
    for keys in ["", "2", "3", "4", "l<enter>", "?", ":", "f"] {
      #expect(try line(filter + keys).hasPrefix("─── [graduated]  3 of 5 tools"), "\(keys)")
    }
    #expect(try line(filter).hasPrefix("─── [graduated]  3 of 5 tools  F lifts it "))
    #expect(try line(filter + "/c").hasPrefix("─── [graduated]  Ctrl-G lifts it  3 of 12 entries "))
    #expect(try line(filter + "s2").hasPrefix("─── [graduated] by name  3 of 5 tools  F lifts it "))
    #expect(try line(filter, 100, .zh).hasPrefix("─── [已毕业]  3/5 个工具  F 取消 "))
  }

  @Test func aSearchCanBeKept() throws {
    var reader = try explorer("/trac<alt-enter>", 100, 24, in: smallCatalog)
    #expect(reader.mode == .browse)
    #expect(reader.context.query.query.text == "trac")
    #expect(reader.screen(100, 24).contains("─── [\"trac\"]  "))
    try reader.press("F")
    #expect(reader.context.query.isPlain)
  }

  @Test func theNextSearchBeginsWithTheLastOne() throws {
    var reader = try explorer("/jaeger<esc>/", 100, 24, in: smallCatalog)
    #expect(reader.results?.field.text == "jaeger")
    // The first letter replaces it, an arrow keeps it.
    var other = reader
    try reader.press("c")
    #expect(reader.results?.field.text == "c")
    try other.press("<left>x")
    #expect(other.results?.field.text == "jaegexr")
  }

  @Test func whatStandsInTheWayIsSaidAndLifted() throws {
    var kept = try explorer("f<right><space><esc>/youki", 100, 24, in: smallCatalog)
    #expect(kept.screen(100, 24).contains("maturity:graduated stands in the way: 1 result Ctrl-G lifts it"))
    try kept.press("<ctrl-g>")
    #expect(kept.context.query.isPlain)
    #expect(kept.results?.shown.count == 1)
    var typed = try explorer("/maturity:graduated<space>youki", 100, 24, in: smallCatalog)
    #expect(typed.screen(100, 24).contains("maturity:graduated stands in the way: 1 result Ctrl-G lifts it"))
    try typed.press("<ctrl-g>")
    #expect(typed.results?.field.text == "youki")
    #expect(typed.results?.shown.count == 1)
  }

  @Test func fieldsAreShownAndUnknownOnesNamed() throws {
    #expect(
      try line("/").hasPrefix("─── maturity: layer: category: kind: theme: license: org: tag: accepted: is: has: ─"))
    #expect(try line("/year:2024").contains("no field year; accepted:2024?"))
    #expect(try line("/year:>2023").contains("no field year; accepted:>2023?"))
    #expect(try line("/maturty:x").contains("no field maturty; maturity:x?"))
    #expect(try explorer("/ye<space>year:>2023<tab>", in: smallCatalog).results?.field.text == "ye accepted:>2023")
    #expect(try line("/licens:x", 100, .zh).contains("没有字段 licens；许可证:x？"))
    #expect(try line("/", 100, .zh).hasPrefix("─── 成熟度: 层: "))
    #expect(try !line("/https://example.org").contains("no field"))
  }

  /// What does not fit is told, whether it is typed or pasted; the next key takes the telling away.
  @Test(arguments: ["/", "?/", ":", "f"]) func aFullPromptSaysSo(_ keys: String) throws {
    let full = "Only 2000 characters fit here"
    var reader = try explorer(keys, 100, 24, in: smallCatalog)
    _ = reader.handle(.paste(String(repeating: "x", count: 1999)))
    #expect(!reader.screen(100, 24).contains(full))
    try reader.press("y")
    #expect(!reader.screen(100, 24).contains(full))
    try reader.press("z")
    #expect(reader.screen(100, 24).contains(full))
    try reader.press("<backspace>")
    #expect(!reader.screen(100, 24).contains(full))
    _ = reader.handle(.paste("ab"))
    #expect(reader.screen(100, 24).contains(full))
    try reader.press("<ctrl-u>")
    _ = reader.handle(.paste(String(repeating: "云", count: 1 << 20)))
    #expect(reader.screen(100, 24).contains(full))
  }
}
