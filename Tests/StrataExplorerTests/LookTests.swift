import StrataCatalog
import StrataScreen
import StrataText
import Testing

@testable import StrataExplorer

/// What a person sees: air, alignment, nothing cut that need not be.
@Suite struct LookTests {
  /// A tool with more links than there are digits.
  private let linked = catalog(
    """
    landscape: {name: L, layers: [run]}
    layers:
      - id: run
        name: Run
        categories:
          - id: engines
            name: Engines
            tools:
              - id: tool
                name: Tool
                homepage: https://example.org
                links: {a: "https://a.org", b: "https://b.org", c: "https://c.org", d: "https://d.org",
                  e: "https://e.org", f: "https://f.org", g: "https://g.org", h: "https://h.org", i: "https://i.org",
                  j: "https://j.org", k: "https://k.org", l: "https://l.org"}
    """)

  @Test func everyLinkOfAPopupHasAKey() throws {
    let popup = try screen("llO", 40, 24, in: linked).split(separator: "\n").filter {
      $0.contains("https") && $0.contains("│")
    }
    let keys = popup.compactMap { row in row.first { $0.isLetter || $0.isNumber } }
    // Letters that move in a popup are left out.
    #expect(String(keys) == "123456789abcd")
    for (index, key) in keys.enumerated() {
      var reader = try explorer("llO", 40, 24, in: linked)
      let url = index == 0 ? "https://example.org" : "https://\(Array("abcdefghijkl")[index - 1]).org"
      #expect(reader.handle(.key(.character(key))) == [.open(url: url)])
    }
  }

  @Test func aPopupHigherThanTheScreenSaysSo() throws {
    let rows = try screen("llO", 30, 9, in: linked).split(separator: "\n")
    #expect(
      rows.dropFirst(1).dropLast(1).joined(separator: "\n") == """
        ┌─ Open a link ──────────────┐
        │▌1 Homepage  https://exampl…▐
        │ 2 A         https://a.org  │
        │ 3 B         https://b.org  │
        │ 4 C         https://c.org  │
        │ 5 D         https://d.org  │
        └────────────────────────────┘
        """)
  }

  @Test func aNarrowPopupKeepsItsTitlesAndItsMarks() throws {
    #expect(
      try screen("s", 20, 5, in: smallCatalog) == """
         … › Runtime
        ▌1 The catalog's… ■▐
         2 Name
         3 Maturity
         ↑↓ move  ⏎ choose
        """)
  }

  @Test func theMapsLegendNamesWhatTheCatalogHas() throws {
    let one = catalog(
      """
      landscape: {name: L, layers: [run]}
      layers:
        - id: run
          name: Run
          categories:
            - {id: engines, name: Engines, tools: [{id: a, name: A, maturity: sandbox}, {id: b, name: B, maturity: trial}]}
      """)
    #expect(
      try screen("2", 60, 12, in: one).split(separator: "\n")[1]
        == " L › Run › Engines")
    #expect(try screen("2", 60, 12, in: one).split(separator: "\n")[10] == " ○ sandbox  ◇ trial")
    // Under a filter only what passes.
    #expect(try screen("2f<space>", 80, 12, in: one).contains("x"))
    #expect(
      try screen("2f<space><esc>", 100, 12, in: one).split(separator: "\n")[10] == " ○ sandbox")
    // On a narrow screen the words are cut alike.
    #expect(try screen("2", 20, 12).split(separator: "\n")[10].hasPrefix(" ● "))
  }

  /// An error of the configuration is said as long as it is there.
  @Test func whatIsMendedIsSaidNoMore() throws {
    var reader = try explorer("", 80, 24, in: smallCatalog)
    let before = reader.screen(80, 24)
    reader.complain(.init(["config.yaml:1:8: error: odd\ntheme: ["], areErrors: true))
    #expect(reader.screen(80, 24).contains("config.yaml:1:8: error: odd (w)"))
    reader.complain(.init())
    #expect(reader.screen(80, 24) == before)
  }

  /// On a narrow screen, too, the words beside the signs tell them apart.
  @Test func theMapsLegendSaysSomethingOnANarrowScreen() throws {
    func legend(_ language: Language) throws -> Substring? {
      try screen("2", 40, 12, language).split(separator: "\n").dropLast().last
    }
    #expect(try legend(.en) == " ●gradu ◐incub ○sandb ▽depre ×retir  ↓5")
    #expect(try legend(.zh) == " ●毕业 ◐孵化 ○沙箱 ▽弃用 ×停止   ↓ 5 层")
  }

  /// What matched elsewhere than in name and summary is cut where its column ends, not before.
  @Test func whatMatchedIsCutOnlyWhereThereIsNoRoom() throws {
    #expect(try screen("/con", 80, 24, .zh).contains("名称：Container Registry"))
  }

  @Test func theFirstBarsHaveTheirHeading() throws {
    #expect(try screen("4", 40, 12).contains("\n Tools by layer"))
    #expect(try screen("4", 40, 12, .zh).contains("\n 各层工具数"))
  }

  @Test func aSignAndItsCountHoldTogether() throws {
    let lines = try screen("l<enter>", 40, 12).split(separator: "\n")
    #expect(lines.contains(" × 1 retired"), "\(lines)")
    #expect(lines.allSatisfy { line in !["●", "◐", "○", "×", "▽"].contains { line.hasSuffix($0) } }, "\(lines)")
  }

  @Test func oneWarningIsNotSeveral() throws {
    for (count, text) in [(1, "1 warning"), (2, "2 warnings"), (21, "21 warnings")] {
      var reader = Explorer(
        catalog: smallCatalog,
        configuration: .init(findings: Findings(Array(repeating: "a.yaml:1:1: warning: odd", count: count))),
        size: Size(columns: 80, rows: 12))
      #expect(reader.screen(80, 12).contains("  \(text) (w)\n"))
      _ = reader.handle(.key(.character("w")))
      #expect(reader.screen(80, 12).hasSuffix(" \(text)"))
    }
  }

  @Test func aBrokenChangeSaysWhatIsWrongAndStaysInSight() throws {
    let message =
      "/srv/catalogs/of/the/platform/team.yaml:31:17: error: duplicate tool id 'flux' (first used at line 20)"
    var reader = try explorer("", 60, 14, in: smallCatalog)
    reader.report(.reloadFailed(VisibleText(message)))
    let rows = reader.screen(60, 14).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      rows.suffix(2) == [
        " The catalog stays as it was: team.yaml:31:17: error:", " duplicate tool id 'flux' (first used at line 20)",
      ])
    // Half the screen at most; the beginning says it.
    reader.report(.reloadFailed(VisibleText(message + String(repeating: " and so on", count: 90))))
    let long = reader.screen(60, 14).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(long[5].hasPrefix("▌") || long[3].hasPrefix("▌"))
    #expect(long[7].hasPrefix(" The catalog stays as it was: team.yaml:31:17: error:"))
    #expect(long[13].hasSuffix("…"))
    // The next key takes the banner away, not the fact.
    reader.report(.reloadFailed(VisibleText(message)))
    _ = reader.handle(.key(.character("j")))
    #expect(reader.screen(60, 14).contains("  change not read (w)\n"))
    _ = reader.handle(.key(.character("w")))
    #expect(reader.screen(60, 14).contains("(first used at line 20)"))
    _ = reader.handle(.key(Key(.escape)))
    reader.replace(catalog: smallCatalog, findings: [])
    #expect(!reader.screen(60, 14).contains("change not read"))
  }

  @Test(arguments: Language.allCases)
  func textKeepsAColumnOfAirFromTheScrollIndicator(language: Language) throws {
    for keys in ["<enter>", "l<enter>", "ll<enter>", "3", "3<enter>", "4", "ll", "/mesh"] {
      for columns in [40, 80, 100, 132] {
        for row in try screen(keys, columns, 16, language).split(separator: "\n").dropFirst(3) {
          for part in row.split(separator: "▐", omittingEmptySubsequences: false).dropLast() {
            #expect(part.hasSuffix(" "), "\(keys) \(columns): \(row)")
          }
        }
      }
    }
  }

  @Test func aMaturitysWordStandsWhereItCutsNoName() throws {
    let rows = try screen("jj", 100, 24, in: smallCatalog).split(separator: "\n")
    #expect(rows[3].contains("● Jaeger     graduated  Stores and shows tr"))
    for columns in 20...140 {
      let screen = try screen("jjll", columns, 30, in: smallCatalog)
      for name in ["Jaeger", "Old Tracer", "Cilium"] { #expect(screen.contains(name), "\(columns)") }
    }
  }

  @Test func onAWideScreenTheToolsSayWhatTheyAre() throws {
    for columns in [140, 200, 300] {
      let rows = try screen("jjll", columns, 20, in: smallCatalog).split(separator: "\n")
      #expect(rows[3].contains("▌● Jaeger     graduated  Stores and shows tr"), "\(columns)")
      // No name is cut.
      #expect(rows.contains { $0.contains("Observability  ") } && rows[3].contains("▌Tracing  "), "\(columns)")
    }
  }

  @Test func aTimelineBreaksBetweenItsSteps() throws {
    for language in Language.allCases {
      for columns in 20...90 {
        let rows = try screen("ll<enter>", columns, 40, language, in: smallCatalog).split(separator: "\n")
        let marks = rows.filter { $0.contains("2017-03-29") || $0.contains("2019-02-28") }
        #expect(marks.allSatisfy { $0.contains("◐") || $0.contains("●") }, "\(columns) \(marks)")
      }
    }
    let rows = try screen("ll<enter>", 40, 20, in: smallCatalog).split(separator: "\n")
    let first = try #require(rows.firstIndex { $0.contains("◐") })
    #expect(rows[first].contains(" ◐ incubating 2017-03-29"))
    #expect(rows[first + 1].contains(" ── ● graduated 2019-02-28"))
  }

  @Test func aRoomNamesWhatFitsBestKnownFirst() throws {
    let rows = try screen("2", 100, 30, in: smallCatalog).split(separator: "\n")
    #expect(rows[3].hasPrefix("│▌Container Runtime 2"))
    #expect(rows[4].hasPrefix("│ ● containerd  ○ youki"))
    #expect(
      try screen("2", 60, 12, in: smallCatalog) == """
         strata  1 Browse  2 Map  3 Guide  4  5          /  z  ?  q
         Small Landscape › Runtime › Container Runtime
        ┌ Runtime ────────────────────────────────┐┌ Observabili… ─┐
        │▌Container Runtime 2                     ││ Tracing 3     │
        │ ● containerd  ○ youki                   ││ ● Jaeger      │
        │ Cloud Native Network 1                  ││ × Old Tracer  │
        │ ● Cilium                                ││ ● Cilium      │
        ├ Provisioning ───────────────────────────┤│               │
        │ Container Registry 0                    ││               │
        └─────────────────────────────────────────┘└───────────────┘
         ● graduated  ○ sandbox  × retired    5 tools in 6 places
         ↑↓←→ move  ⏎ page  f filter  y copy        category 1 of 4
        """)
  }

  @Test func helpIsChosenFromWithArrowsAndEnter() throws {
    // ↑ to the bar, → to Help, Enter; then down to what one wants.
    var reader = try explorer("<up>" + String(repeating: "<right>", count: 7) + "<enter>", 100, 30, in: smallCatalog)
    #expect(reader.mode == .help)
    for _ in 0..<60 where reader.chosenAction != .filter { _ = reader.handle(.key(Key(.down))) }
    #expect(reader.screen(100, 30).contains("▌f "))
    _ = reader.handle(.key(Key(.enter)))
    #expect(reader.mode == .filters)
    // Every verb of a mode can be reached so; a heading or another mode's key does nothing.
    for mode in ["", "2", "<enter>", "3", "4"] {
      var help = try explorer(mode + "?", 100, 30, in: smallCatalog)
      var reached: Set<Action> = []
      for _ in 0..<200 {
        if case .help(let state) = help.top { #expect(state.chosen?.kind != .heading) }
        if let action = help.chosenAction { reached.insert(action) }
        _ = help.handle(.key(Key(.down)))
      }
      let below = try explorer(mode, 100, 30, in: smallCatalog)
      #expect(reached == Set(below.availableActions))
      #expect(help.chosenAction == nil)
      #expect(help.handle(.key(Key(.enter))).isEmpty)
      #expect(help.mode == .help)
    }
  }
}
