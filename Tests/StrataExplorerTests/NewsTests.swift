import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText
import Testing

@testable import StrataExplorer

/// What a landscape's dates tell, and what of it one has not seen.
@Suite("What is new") struct NewsTests {
  private static func landscape(asOf: String = "2026-11-01", _ more: String = "") -> Catalog {
    catalog(
      """
      landscape: {name: {en: Small, zh: 小型}, asOf: \(asOf), layers: [run]}
      layers:
        - id: run
          name: {en: Runtime, zh: 运行时层}
          categories:
            - id: engines
              name: {en: Engines, zh: 引擎}
              tools:
                - {id: old, name: Old, maturity: archived, accepted: 2020-01-01, archived: 2026-10-05, replacedBy: [new]}
                - {id: new, name: New, listed: 2026-10, maturity: sandbox, accepted: 2026-10-20}
                - {id: grown, name: Grown, maturity: graduated, accepted: 2019-03-01, incubating: 2020-06-01, graduated: 2026-09-02}
                - {id: closed, name: Closed, license: BUSL-1.1, licenseClass: source-available, previousLicenses: [{license: MPL-2.0, until: 2026-10-05}]}
                - {id: plain, name: Plain, lifecycle: {status: deprecated, date: 2025}}
      \(more)
      """)
  }

  private func saved(_ explorer: Explorer) throws -> String {
    var explorer = explorer
    guard case .save(let saved)? = explorer.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return ""
    }
    return saved.string
  }

  private func restored(_ saved: String, _ catalog: Catalog, _ language: Language = .en) -> Explorer {
    Explorer(
      catalog: catalog, configuration: .init(language: language, saved: saved), size: Size(columns: 80, rows: 24))
  }

  @Test func byMonthTheNewestFirst() throws {
    #expect(
      try screen("4N", 80, 24, in: Self.landscape()) == """
         strata  1 Browse  2 Map  3 Guide  4 Statistics  5 Stack      / Search  z  ?  q
         Small › What is new
        ────────────────────────────────────────────────────────────────────────────────
         2026-10  4
        ▌○ New     accepted: sandbox  2026-10-20
         × Old     archived; instead: New  2026-10-05
           Closed  relicensed: MPL-2.0 → BUSL-1.1  2026-10-05
         ○ New     added: Engines  2026-10

         2026-09  1
         ● Grown   promoted: graduated  2026-09-02

         2025  1
         ▽ Plain   deprecated  2025

         2020-06  1
         ● Grown   promoted: incubating  2020-06-01

         2020-01  1
         × Old     accepted  2020-01-01

         2019-03  1
         ● Grown   accepted: sandbox  2019-03-01
         ↑↓ move  ⏎ page  → in  ← out  f filter  y copy  Space mark  e note  row 1 of 9
        """)
  }

  /// Also where the first row is selected, whose heading otherwise stays in sight.
  @Test func theWheelScrollsTheRows() throws {
    var reader = try explorer("4N", 80, 10, in: Self.landscape())
    reader.context.usesMouse = true
    let before = reader.screen(80, 10)
    let point = Point(x: 20, y: 6)
    _ = reader.handle(.mouse(Mouse(.wheelDown, at: point)))
    #expect(reader.screen(80, 10) != before && reader.screen(80, 10).contains("row 1 of 9"))
    _ = reader.handle(.mouse(Mouse(.wheelUp, at: point)))
    #expect(reader.screen(80, 10) == before)
  }

  @Test func inChinese() throws {
    #expect(
      try screen("4N", 60, 14, .zh, in: Self.landscape()) == """
         strata  1 浏览  2 全景  3 指南  4 统计  5       /  z  ?  q
         小型 › 最近变化
        ────────────────────────────────────────────────────────────
         2026-10  4                                                ▐
        ▌○ New     接纳：沙箱  2026-10-20                          ▐
         × Old     已归档；可改用：New  2026-10-05                 ▐
           Closed  许可证变更：MPL-2.0 → BUSL-1.1  2026-10-05      ▐
         ○ New     新增：引擎  2026-10                             ▐

         2026-09  1
         ● Grown   晋级：已毕业  2026-09-02

         2025  1
         ↑↓ 移动  ⏎ 打开  → 进入  ← 返回  f 筛选  y 复制  第 1/9 行
        """)
  }

  @Test func everyRowOpens() throws {
    var reader = try explorer("N", in: Self.landscape())
    guard case .news = reader.top else {
      Issue.record("no news")
      return
    }
    for row in 0..<9 {
      var there = reader
      try there.press(String(repeating: "j", count: row) + "<enter>")
      #expect(there.mode == .page, "\(row)")
      try there.press("<esc>")
      #expect(there.mode == .news)
    }
    // By months with Tab, out with ←, from the palette by name.
    try reader.press("<tab><tab>")
    #expect(reader.subject == .tool(try #require(reader.catalog.toolID(for: "plain"))))
    try reader.press("<left>")
    #expect(reader.mode == .browse)
    try reader.press(":what is new<enter>")
    #expect(reader.mode == .news)
  }

  @Test func withoutDatesItSaysSo() throws {
    let bare = catalog("layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [{id: a, name: A}]}]}]")
    #expect(try screen("N", 60, 12, in: bare).contains("Nothing in this catalog has a date"))
  }

  @Test(arguments: [(200, 60), (40, 12), (20, 5), (1, 1)])
  func itHasRoomInAnyTerminal(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      let text = try screen("N<end><home>jj", columns, rows, language, in: Self.landscape())
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
    }
  }

  // MARK: Since one was last here

  @Test func theFirstLineAfterANewerCatalogSaysWhatChanged() throws {
    let seen = try saved(try explorer("", in: Self.landscape(asOf: "2026-09-10")))
    // The same catalog: nothing is said.
    #expect(restored(seen, Self.landscape(asOf: "2026-09-10")).toast == nil)
    let newer = Self.landscape(
      asOf: "2026-12-01",
      """
                - {id: later, name: Later, maturity: incubating, accepted: 2026-11-20, incubating: 2026-11-20}
                - {id: later2, name: Later Still, listed: 2026-11}
      """)
    let reader = restored(seen, newer)
    #expect(
      reader.toast?.text == "New since you were last here: 1 accepted, 1 added (N shows what is new)")
    #expect(restored(seen, newer, .zh).toast?.text == "上次打开之后的变化：接纳 1、新增 1 (N 查看最近变化)")
    // On its screen it is said, too; once one has been there it is seen.
    var there = reader
    try there.press("N")
    #expect(there.screen(80, 24).contains("New since you were last here: 1 accepted, 1 added"))
    #expect(restored(try saved(reader), newer).toast == nil)
  }

  @Test func whatHasNoDateIsCounted() throws {
    let bare = catalog("layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [{id: a, name: A}]}]}]")
    let more = catalog(
      "layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [{id: a, name: A}, {id: b, name: B}]}]}]")
    let other = catalog("layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [{id: a, name: Alpha}]}]}]")
    let seen = try saved(try explorer("", in: bare))
    #expect(restored(seen, more).toast?.text == "New since you were last here: 1 tool more (N shows what is new)")
    #expect(restored(try saved(try explorer("", in: more)), bare).toast?.text.contains("1 tool fewer") == true)
    #expect(
      restored(seen, other).toast?.text == "The catalog has changed since you were last here (N shows what is new)")
  }

  @Test func nothingIsSaidTheFirstTime() throws {
    #expect(restored("view 0\n", Self.landscape()).toast == nil)
  }

  @Test(arguments: ["seen \n", "seen x y z\nuntil q\n", "seen 99999999999999999999 1\nuntil 9999\n", "until 2026\n"])
  func whatIsSavedBadlyKillsNothing(saved: String) {
    #expect(restored(saved, Self.landscape()).screen(80, 24).contains("Small"))
  }

  @Test func aCatalogReadAgainSaysWhatChanged() throws {
    var reader = try explorer("", in: Self.landscape())
    let newer = Self.landscape("          - {id: later, name: Later}\n")
    reader.replace(catalog: newer, findings: [])
    reader.report(.reloaded)
    #expect(reader.toast?.text.hasSuffix(": 1 added") == true)
  }
}
