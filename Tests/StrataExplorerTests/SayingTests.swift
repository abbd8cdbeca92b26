import StrataCatalog
import StrataScreen
import StrataText
import Testing

@testable import StrataExplorer

/// The prompt's cursor, toasts, footer, palette, popups and empty states.
@Suite struct SayingTests {
  @Test func theCursorStandsBehindWhatIsTyped() throws {
    for count in 0...60 {
      let reader = try explorer("/" + String(repeating: "x", count: count), 40, 12, in: smallCatalog)
      let frame = reader.frame(40, 12)
      let cursor = try #require(frame.cursor)
      #expect(frame.showsCursor)
      let line = (0..<40).map { String(String.UnicodeScalarView(frame[$0, 1].scalars)) }
      #expect(line[cursor.x - 1] == (count == 0 ? " " : "x"), "\(count)")
      #expect(line[cursor.x] == " ", "\(count)")
      if count > 35 { #expect(line.joined().contains("…xx"), "\(count)") }
    }
  }

  @Test func aToastIsWholeOnANarrowScreen() throws {
    var reader = try explorer("", 20, 5, in: smallCatalog)
    reader.report(.copied(name: "Address", way: "OSC 52"))
    #expect(reader.screen(20, 5).hasSuffix("\n Copied: Address\n (OSC 52, not conf…"))
    reader = try explorer("", 40, 12, in: smallCatalog)
    let address = "https://example.org/" + String(repeating: "abcdefgh/", count: 6)
    reader.report(.showAddress(url: address))
    let shown = reader.screen(40, 12).split(separator: "\n").suffix(4).map { $0.drop { $0 == " " } }.joined()
    #expect(shown.hasSuffix(address))
  }

  @Test func everyItemOfTheBarShowsAtTwentyColumns() throws {
    #expect(try screen("<up>", 20, 5, in: smallCatalog).hasPrefix(" 1 2 3 4 5   / z ? q\n"))
    for (steps, name) in ["Browse", "Map", "Guide", "Statistics", "Stack", "Search", "中文", "Help", "Quit"].enumerated()
    {
      let keys = "<up>" + String(repeating: "<right>", count: steps)
      #expect(try screen(keys, 20, 5, in: smallCatalog).hasSuffix(name))
    }
  }

  @Test func warningsHaveKeysOfTheirOwn() throws {
    var reader = Explorer(
      catalog: smallCatalog, configuration: .init(findings: ["a.yaml:1:1: warning: odd"]),
      size: Size(columns: 60, rows: 12))
    for key in try Key.sequence("w") { _ = reader.handle(.key(key)) }
    #expect(reader.mode == .findings)
    // What is below is out of reach.
    for key in try Key.sequence("2/of") { #expect(reader.handle(.key(key)).isEmpty) }
    #expect(reader.mode == .findings)
    for key in try Key.sequence("w") { _ = reader.handle(.key(key)) }
    #expect(reader.mode == .browse)
  }

  @Test func helpNamesTheKeysOfThePopupItLiesOn() throws {
    #expect(try screen("f<f1>", in: smallCatalog).contains("\n What works here now: Filters "))
    #expect(try screen("y?", in: smallCatalog).contains("\n What works here now: Popup "))
  }

  @Test func addressesAreNotNumberedLikeKeys() throws {
    let page = try screen("<right><right><enter>", in: smallCatalog)
    for link in ["https://containerd.io\n", "containerd/containerd\n", "https://containerd.io/docs\n"] {
      #expect(page.contains(link), "\(link)")
    }
    var reader = try explorer("<right><right><enter>O", in: smallCatalog)
    #expect(reader.handle(.key(.character("3"))) == [.open(url: "https://containerd.io/docs")])
  }

  @Test func theFilterStandsApartFromThePath() throws {
    for width in 20...60 {
      let rows = try screen("f<space><esc>", width, 6, in: smallCatalog).split(separator: "\n")
      #expect(rows[1].contains("[graduated]"), "\(rows)")
    }
  }

  @Test func warningsStayInSightOnATallerScreen() throws {
    var reader = Explorer(
      catalog: smallCatalog,
      configuration: .init(findings: Findings((1...12).map { "a.yaml:\($0):1: warning: odd" })),
      size: Size(columns: 60, rows: 8))
    for key in try Key.sequence("w<end>") { _ = reader.handle(.key(key)) }
    _ = reader.handle(.resize(Size(columns: 60, rows: 30)))
    #expect(reader.screen(60, 30).contains("a.yaml:1:1: warning: odd"))
  }

  @Test func besideTheResultsAPreviewHasItsRuleAndAir() throws {
    let rows = try screen("/r", 150, 20, in: smallCatalog).split(separator: "\n", omittingEmptySubsequences: false)
    let rule = try #require(rows[2].firstIndex(of: "┬")).utf16Offset(in: rows[2])
    for row in rows[3...6] {
      let characters = Array(row)
      #expect(characters[rule] == "│" && characters[rule - 1] == " ", "\(row)")
    }
  }

  @Test(arguments: [[], ["a.yaml:1:1: warning: odd"]])
  func thePathKeepsTheNameOfWhatIsShown(findings: [String]) throws {
    for width in 24...100 {
      var reader = Explorer(
        catalog: smallCatalog, configuration: .init(findings: Findings(findings)), size: Size(columns: width, rows: 10))
      for key in try Key.sequence("<right><down>") { _ = reader.handle(.key(key)) }
      #expect(
        reader.screen(width, 10).split(separator: "\n")[0].contains("Cloud Native Network"), "\(width)")
    }
  }

  @Test func fullWidthLettersChooseInPopups() throws {
    var reader = try explorer("y", in: smallCatalog)
    #expect(reader.handle(.key(.character("ｎ"))) == [.copy(text: "Runtime", name: "Runtime")])
  }

  @Test func thePaletteOffersWhatCanBeDone() throws {
    let inBrowse = try screen(":page", in: smallCatalog)
    #expect(!inBrowse.contains("Next page"))
    #expect(try screen("<enter>:page", in: smallCatalog).contains("Next page"))
    #expect(try !screen(":homepage", in: smallCatalog).contains("Open the homepage"))
    #expect(try screen("<right><right>:homepage", in: smallCatalog).contains("Open the homepage"))
  }

  @Test func theEndsOfTheBookSaySo() throws {
    #expect(try screen("<enter>pp", in: smallCatalog).contains("This is the first page"))
    #expect(try screen("3<enter><end>" + String(repeating: "n", count: 20), in: smallCatalog).contains("the last page"))
  }

  @Test func aCatalogWithoutLayersSaysSoAndNamesNoFilter() throws {
    let empty = catalog("landscape: {name: Empty, layers: []}\nlayers: []\n")
    for keys in ["", "2", "4"] {
      let shown = try screen(keys, in: empty)
      #expect(shown.contains("The catalog has no layers"), "\(keys)")
      #expect(!shown.contains("filter;"))
    }
  }

  @Test func theFooterNamesNoKeyThatDoesNothing() throws {
    func footer(_ keys: String) throws -> String {
      String(try screen(keys, 100, 24, in: smallCatalog).split(separator: "\n").last!)
    }
    #expect(try !footer("/zzzz").contains("⏎"))
    #expect(try footer("/zzzz").contains("Ctrl-T"))
    // What is wide already, or has no words, cannot be widened.
    for query in ["/maturity:none", "/license:zzzz"] {
      #expect(try !screen(query, 100, 24, in: smallCatalog).contains("Ctrl-T"), "\(query)")
    }
    let bare = catalog(
      "landscape: {name: B, layers: [a]}\nlayers: [{id: a, name: A, categories: [{id: c, name: C}]}]\n")
    #expect(try !screen("l", in: bare).contains("→ in"))
    #expect(try screen("f", 60, 12, in: bare).contains("Nothing to filter by"))
    #expect(
      try footer("f") == " ↑↓ move  Space choose  → in  Tab pane  Esc back  F1 help" + String(repeating: " ", count: 29)
        + "filter 1 of 7")
    #expect(try footer("y") == " ↑↓ move  ⏎ choose  Esc back  M mouse")
  }
}
