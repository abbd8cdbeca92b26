import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Tools under their kinds, and a life that is over.
@Suite struct KindTests {
  private let catalog = StrataExplorerTests.catalog(
    """
    landscape: {name: K, layers: [run]}
    layers:
      - id: run
        name: Run
        categories:
          - id: stores
            name: Stores
            kinds:
              - {id: sql, name: Relational, when: When records relate.}
              - {id: kv, name: Key-value, when: When a key is known.}
            tools:
              - {id: a, name: Alpha, kind: sql, summary: The first.}
              - {id: b, name: Beta, kind: kv, summary: Another.}
              - {id: c, name: Gamma, kind: sql, summary: The second.}
              - {id: d, name: Delta, kind: sql, lifecycle: {status: retired, date: 2024-05, note: Nobody keeps it.}, replacedBy: [a]}
    """)

  @Test func aKeyGroupsTheListAndTheSelectionFollows() throws {
    var reader = try explorer("ll<down>", 120, 20, in: catalog)
    #expect(reader.context.name(of: try #require(reader.subject)) == "Beta")
    try reader.press("i")
    #expect(reader.context.name(of: try #require(reader.subject)) == "Beta")
    let rows = reader.screen(120, 20).split(separator: "\n").dropFirst(3).prefix(7)
      .map { $0.split(separator: "│", omittingEmptySubsequences: false).last.map(String.init) ?? "" }
    #expect(rows[0].hasPrefix(" Relational  When records relate."))
    #expect(rows[1].hasPrefix("   Alpha") && rows[2].hasPrefix("   Gamma") && rows[3].hasPrefix(" × Delta"))
    #expect(rows[5].hasPrefix(" Key-value") && rows[6].hasPrefix("▌  Beta"))
    try reader.press("<up>")
    #expect(reader.context.name(of: try #require(reader.subject)) == "Delta")
  }

  @Test func theMapNamesTheFirstOfEachKindInTurn() throws {
    #expect(try screen("2", 60, 12, in: catalog).contains("Alpha    Beta    Gamma  × Delta"))
    #expect(try screen("2", 60, 12, in: catalog).contains(" × retired"))
  }

  @Test func aPageSaysStateAndSuccessorFirstAndAlternativesOfItsKind() throws {
    let gone = try screen("ll<end><enter>", 80, 24, in: catalog)
    let rows = gone.split(separator: "\n").dropFirst(3).map(String.init)
    #expect(rows[0].hasPrefix(" Delta") && rows[0].contains("× retired"))
    #expect(rows[1] == " Retired since 2024-05: Nobody keeps it.")
    #expect(rows[2] == " Replaced by     Alpha")
    let page = try screen("ll<enter>", 80, 24, in: catalog)
    #expect(page.contains("Alternatives: Relational"))
    #expect(page.contains("   Gamma") && page.contains(" × Delta"))
    #expect(page.contains(" and 1 other in Stores"))
    #expect(!page.contains("   Beta"))
  }

  @Test func aCategoryNamesItsToolsByKindFirst() throws {
    let page = try screen("l<enter>", 80, 24, in: catalog)
    #expect(page.contains(" × 1 retired\n Relational 3 · Key-value 1\n"))
    #expect(page.contains(" Tools (4)\n Relational  When records relate.\n"))
  }
}
