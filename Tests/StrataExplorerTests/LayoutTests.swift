import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// The layout holds what is shown and what each place means.
@Suite struct LayoutTests {
  @Test func everyRowLinkAndKeyHasItsRegion() throws {
    let browse = try explorer("ll", 100, 24, in: smallCatalog).layout
    #expect(browse.spot(at: Point(x: 4, y: 0)) == nil)
    #expect(browse.spot(at: Point(x: 10, y: 0)) == .bar(0))
    #expect(browse.spot(at: Point(x: 3, y: 3)) == .row(pane: 0, index: 0))
    let page = try explorer("l<enter>", 100, 24, in: smallCatalog)
    #expect(page.layout.regions.contains { $0.spot == .row(pane: 1, index: 0) })
    let footer = page.layout.regions.filter { if case .action = $0.spot { true } else { false } }
    #expect(footer.allSatisfy { $0.rect.y == 23 })
  }

  @Test func aPopupCoversWhatLiesBelow() throws {
    let layout = try explorer("lls", 100, 24, in: smallCatalog).layout
    let rows = layout.regions.filter { $0.rect.y >= 9 && $0.rect.y <= 13 && $0.rect.x > 30 && $0.rect.x < 60 }
    #expect(rows.allSatisfy { if case .row(pane: 0, _) = $0.spot { true } else { false } })
  }

  @Test func regionsLieOnTheScreen() throws {
    for way in ActionTests.ways {
      for (columns, rows) in [(20, 5), (40, 12), (80, 24), (200, 60)] {
        let layout = try explorer(way, columns, rows, in: smallCatalog).layout
        let screen = Rect(x: 0, y: 0, width: columns, height: rows)
        for region in layout.regions {
          #expect(region.rect.isEmpty || screen.contains(Point(x: region.rect.x, y: region.rect.y)), "\(way) \(region)")
        }
      }
    }
  }

  @Test func ofThousandsOfWarningsOnlyWhatShowsIsLaidOut() throws {
    let findings = (1...8000).map { "a.yaml:\($0):1: warning: odd\n  key: value\n  ^~~" }
    var reader = Explorer(
      catalog: smallCatalog, configuration: .init(findings: Findings(findings)), size: Size(columns: 80, rows: 24))
    try reader.press("w")
    #expect(reader.screen(80, 24).contains("a.yaml:1:1: warning: odd"))
    try reader.press("<end>")
    let last = reader.screen(80, 24).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(last[20].contains("a.yaml:8000:1: warning: odd"))
    #expect(last[22].contains("^~~"))
    try reader.press("<up>")
    #expect(
      reader.screen(80, 24).split(separator: "\n", omittingEmptySubsequences: false)[21].contains("a.yaml:8000:1"))
    try reader.press("<home>")
    #expect(reader.screen(80, 24).contains("a.yaml:1:1: warning: odd"))
  }

  @Test func theAddressesOfAPageAreBounded() throws {
    var links = Addresses()
    for number in 0..<3000 { links.add("Link", "https://example.org/\(number % 1000)") }
    #expect(links.all.count == Addresses.limit)
  }
}
