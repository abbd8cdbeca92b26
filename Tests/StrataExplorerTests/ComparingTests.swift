import StrataCatalog
import StrataScreen
import StrataStack
import StrataText
import StrataYAML
import Testing

@testable import StrataExplorer

/// Two meshes that differ in all that a comparison has rows for.
private let meshes = catalog(
  """
  landscape: {name: {en: Meshes, zh: 网格}, asOf: 2026-01-02, layers: [run]}
  layers:
    - id: run
      name: {en: Runtime, zh: 运行时层}
      categories:
        - id: mesh
          name: {en: Mesh, zh: 网格}
          kinds: [{id: full, name: {en: Full mesh, zh: 完整网格}}, {id: light, name: {en: Light mesh, zh: 轻量网格}}]
          facts: [{id: proxy, name: {en: Proxy, zh: 代理}}, {id: reach, name: {en: Reach, zh: 覆盖}}]
          tools:
            - id: alpha
              name: Alpha
              summary: {en: "Does **all** of it.", zh: 什么都能做。}
              kind: full
              homepage: https://alpha.example
              license: BUSL-1.1
              previousLicenses: [{license: Apache-2.0, until: 2023-08-10}]
              maturity: graduated
              accepted: 2016-01-20
              incubating: 2018-01-10
              graduated: 2020-01-10
              since: 2014
              delivery: [self-hosted]
              facts: {proxy: Envoy, reach: Clusters}
            - id: beta
              name: Beta
              summary: {en: Does less., zh: 做得更少。}
              kind: light
              homepage: https://beta.example
              license: Apache-2.0
              since: 2018
              delivery: [self-hosted]
              lifecycle: {status: retired, date: 2024-06, note: {en: Its makers left., zh: 作者离开了。}}
              replacedBy: [alpha]
              facts: {proxy: {en: its own, zh: 自研}}
            - {id: gamma, name: Gamma}
  """)

private func compared(
  _ ids: [String], stacks: [String] = [], _ language: Language = .en
) throws -> Comparison {
  let tools = try ids.map { try #require(meshes.toolID(for: $0)) }
  let stacks = try stacks.map { try #require(Stack.read(Array($0.utf8), name: "stack.yaml").stack) }
  return Comparison(tools, in: meshes, stacks: stacks, language: language)
}

@Suite struct ComparingTests {
  private static let stack = """
    stack: {name: Edge}
    tools:
      - {id: alpha, status: adopted, owner: team-edge, note: Fine., moves: [{to: adopted, on: 2025-02-03}]}

    """

  @Test func standsSideBySideFromNinetyColumnsOn() throws {
    let text = try compared(["alpha", "beta"], stacks: [Self.stack]).text(width: 100).string
    #expect(
      text == """
                       Alpha                                      Beta

        What it is     Does all of it.                            Does less.
        Kind           Full mesh                                  Light mesh
        Stands in      Mesh                                       Mesh

        State          active                                     retired since 2024-06
                                                                  Its makers left.

        Replaced by    –                                          Alpha
        Maturity       graduated                                  –

        Timeline       ·──────○─────◐──────●────────────────────               ·─────────────────────×
                       2014                                 2026  2014                                 2026
                       · First release 2014                       · First release 2018
                       ○ sandbox 2016-01-20                       × retired 2024-06
                       ◐ incubating 2018-01-10
                       ● graduated 2020-01-10

        License        BUSL-1.1 (source-available)                Apache-2.0 (open)
                       earlier: Apache-2.0 (until 2023-08-10)

        Comes as       self-hosted                                self-hosted
        First release  2014                                       2018
        Proxy          Envoy                                      its own
        Reach          Clusters                                   –
        Our status     adopted (2025-02-03)                       –
        Owner          team-edge                                  –
        Our note       Fine.                                      –
        Homepage       https://alpha.example                      https://beta.example

        """)
    let below = try compared(["alpha", "beta"]).text(width: 89).string
    #expect(below.contains("Kind\n  Alpha  Full mesh\n  Beta   Light mesh\n"))
  }

  @Test func whatIsNotKnownIsADashAndWhatNobodyKnowsHasNoRow() throws {
    let rows = try compared(["alpha", "gamma"]).rows
    #expect(rows.contains { $0.key == "fact:proxy" })
    #expect(!rows.contains { ["stars", "repository", "part-of", "status"].contains($0.key) })
    let markdown = try compared(["alpha", "gamma"]).markdown.string
    #expect(markdown.contains("| Proxy | Envoy | – |\n"))
    #expect(
      markdown.contains("| License | BUSL-1.1 (source-available)<br>earlier: Apache-2.0 (until 2023-08-10) | – |\n"))
  }

  @Test func factsOfOneNameAreOneRowAndEqualRowsAreKnown() throws {
    let comparison = try compared(["alpha", "beta"])
    #expect(comparison.rows.filter(\.isEqual).map(\.key) == ["shelves", "delivery"])
    #expect(Set(comparison.rows.map(\.title)).count == comparison.rows.count)
  }

  @Test func theAxisIsCommonAndALifeEndsOnIt() throws {
    let lines = try compared(["alpha", "beta"]).text(width: 60).string.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex { $0 == "Timeline" })
    let axes = lines[start...].filter { $0.contains("──") }.prefix(2)
    #expect(axes.count == 2)
    let columns = axes.map { Array($0) }
    // 2014 and 2018 on an axis to 2027; what lives goes on to its end, what is retired does not.
    #expect(columns[0].firstIndex(of: "·")! < columns[1].firstIndex(of: "·")!)
    #expect(columns[0].last == "─" && columns[0].count > columns[1].count)
    #expect(columns[1].last == "×")
    #expect(lines[start...].filter { $0.contains("2014  ") }.count == 2)
  }

  @Test func jsonHasAValueForEachTool() throws {
    let json = try compared(["alpha", "gamma"], stacks: [Self.stack]).json
    #expect(
      json.contains(
        #"{"key": "status", "title": "Our status", "equal": false, "values": [["adopted (2025-02-03)"], null]}"#))
    #expect(json.contains(#"{"date": "2014", "event": "released"}, {"date": "2016-01-20", "event": "sandbox"}"#))
    #expect(Document.parse(Array(json.utf8), name: "json").diagnostics.isEmpty)
  }

  @Test func severalStacksAreToldApartByName() throws {
    let other = Self.stack.replacing("Edge", with: "Data").replacing("adopted", with: "hold")
    let markdown = try compared(["alpha", "beta"], stacks: [Self.stack, other]).markdown.string
    #expect(markdown.contains("| Edge: Status | adopted (2025-02-03) | – |\n"))
    #expect(markdown.contains("| Data: Status | hold (2025-02-03) | – |\n"))
  }

  // MARK: Marks and the screen

  @Test func marksSurviveViewsAndSearchesAndAreCounted() throws {
    var reader = try explorer("ll<space>j<space>", 80, 24, in: meshes)
    #expect(reader.context.marks.count == 2)
    #expect(reader.screen(80, 24).contains("2 marked"))
    for keys in ["2", "3", "4", "1", "/gamma", "<ctrl-space>", "<esc>"] { try reader.press(keys) }
    #expect(reader.context.marks.count == 3)
    #expect(reader.screen(80, 24).contains("3 marked"))
    reader.replace(catalog: meshes, findings: [])
    #expect(reader.context.marks.count == 3)
    try reader.press("<esc>u")
    #expect(reader.context.marks.isEmpty)
    #expect(!reader.screen(80, 24).contains("marked"))
  }

  @Test func onTheMapARoomOffersItsTools() throws {
    var reader = try explorer("2<space>", 80, 24, in: meshes)
    #expect(reader.mode == .menu)
    try reader.press("<enter>j<enter><esc>")
    #expect(reader.context.marks.count == 2)
    #expect(reader.screen(80, 24).contains("●+Alpha"))
  }

  @Test func comparesTheMarkedOrAsksForTheOther() throws {
    var reader = try explorer("ll<space>j<space>c", 100, 30, in: meshes)
    #expect(reader.mode == .compare)
    #expect(reader.screen(100, 30).contains("Compare › Alpha › Beta"))
    // The selected tool is the one that other keys are about.
    try reader.press("l<enter>")
    #expect(reader.screen(100, 30).contains("Its makers left."))
    try reader.press("<esc><esc>uc")
    #expect(reader.mode == .other)
    try reader.press("gam<enter>")
    #expect(reader.screen(100, 30).contains("Compare › Beta › Gamma"))
  }

  @Test func foldsWhatIsAlike() throws {
    var reader = try explorer("ll<space>j<space>c", 100, 40, in: meshes)
    let open = reader.screen(100, 40)
    try reader.press("d")
    let folded = reader.screen(100, 40)
    #expect(open.contains("Stands in") && !folded.contains("Stands in"))
    #expect(folded.contains("2 alike, folded") || open.split(separator: "\n").count > 38)
    try reader.press("d")
    #expect(reader.screen(100, 40) == open)
  }

  @Test(arguments: [Language.en, .zh]) func fitsEverySize(language: Language) throws {
    for columns in [0, 1, 2, 5, 12, 40, 80, 89, 90, 200] {
      for rows in [0, 1, 3, 8, 24] {
        var reader = try explorer("ll<space>j<space>j<space>c", 100, 30, language, in: meshes)
        _ = reader.handle(.resize(Size(columns: columns, rows: rows)))
        for line in reader.screen(columns, rows).split(separator: "\n") {
          #expect(TextWidth.standard.columns(line) <= columns)
        }
      }
    }
  }
}
