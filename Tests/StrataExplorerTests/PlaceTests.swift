import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// What Esc, the history, another language, another size and a catalog read again leave as it was.
@Suite struct PlaceTests {
  @Test func aPageShowsWhatTheCatalogReadAgainSays() throws {
    var reader = try explorer("<right><enter>", 60, 20, in: smallCatalog)
    #expect(reader.screen(60, 20).contains("It starts containers"))
    let text = """
      landscape: {name: Small Landscape, layers: [run]}
      layers:
        - id: run
          name: Runtime
          categories: [{id: engines, name: Container Runtime, what: It was written anew.}]
      """
    reader.replace(catalog: catalog(text), findings: [])
    let after = reader.screen(60, 20)
    #expect(after.contains("It was written anew."))
    #expect(!after.contains("It starts containers"))
  }

  @Test func historyBringsTheFilterBack() throws {
    // A page read under a filter; then the filter is taken away, and another page is read.
    var reader = try explorer("f<space><esc><enter><esc>", in: smallCatalog)
    let filter = reader.context.query
    #expect(filter.narrows)
    for key in try Key.sequence("<esc>2<enter>") { _ = reader.handle(.key(key)) }
    #expect(!reader.context.query.narrows)
    for key in try Key.sequence("[[[") { _ = reader.handle(.key(key)) }
    #expect(reader.context.query == filter)
  }

  @Test func backAfterEscIsNotWhereOneStandsAlready() throws {
    var reader = try explorer("2<right>1<enter><esc>", in: smallCatalog)
    #expect(reader.mode == .browse)
    _ = reader.handle(.key(.character("[")))
    #expect(reader.mode == .map)
  }

  @Test func escRestoresThePreviewsScroll() throws {
    var reader = try explorer("JJJ", 80, 16)
    let before = reader.screen(80, 16)
    #expect(reader.navigation.browse.preview.offset == 3)
    for key in try Key.sequence("<enter><esc>") { _ = reader.handle(.key(key)) }
    #expect(reader.screen(80, 16) == before)
    for key in try Key.sequence("/mesh<enter><esc><esc>") { _ = reader.handle(.key(key)) }
    #expect(reader.screen(80, 16) == before)
  }

  @Test func oneReadsOnAtTheSameHeadingInAnotherLanguageAndWidth() throws {
    var reader = try explorer("<right><enter>", 60, 20)
    func top(_ columns: Int) -> Substring {
      reader.screen(columns, 20).split(separator: "\n", omittingEmptySubsequences: false)[3].prefix { $0 != "▐" }
    }
    for _ in 0..<200 where top(60) != " How it helps" { _ = reader.handle(.key(.character("j"))) }
    #expect(top(60) == " How it helps")
    _ = reader.handle(.key(.character("z")))
    #expect(top(60) == " 如何解决")
    _ = reader.handle(.resize(Size(columns: 40, rows: 20)))
    #expect(top(40) == " 如何解决")
    _ = reader.handle(.key(.character("z")))
    #expect(top(40) == " How it helps")
  }

  @Test func theRoomOfTheMapIsKept() throws {
    let reader = try explorer("2<down><down><right>", 100, 30)
    let later = Explorer(
      catalog: shippedCatalog, configuration: .init(saved: reader.saved.string), size: Size(columns: 100, rows: 30))
    #expect(later.screen(100, 30) == reader.screen(100, 30))
  }
}
