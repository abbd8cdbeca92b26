import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataText
import Testing

/// The row that is marked as selected, of the last list that has one.
private func selected(_ keys: String, _ columns: Int = 100, _ rows: Int = 24, _ language: Language = .en) throws
  -> String
{
  let screen = try screen(keys, columns, rows, language, in: smallCatalog)
  let row = screen.split(separator: "\n").last { $0.contains("▌") } ?? ""
  return row.split(separator: "▌").last.map { $0.split(separator: "│").first.map(String.init) ?? "" }?
    .trimmingSpaces ?? ""
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}

@Suite struct NavigationTests {
  private func path(_ keys: String, _ language: Language = .en) throws -> String {
    let lines = try screen(keys, 100, 24, language, in: smallCatalog).split(separator: "\n")
    return lines[1].trimmingCharacters
  }

  @Test func arrowsWalkFromLayersToToolsAndBack() throws {
    #expect(try path("") == "Small Landscape › Runtime")
    #expect(try path("<right>") == "Small Landscape › Runtime › Container Runtime")
    #expect(try path("<right><right>") == "Small Landscape › Runtime › Container Runtime › containerd")
    #expect(try path("<right><right><down>") == "Small Landscape › Runtime › Container Runtime › youki")
    #expect(try path("<right><right><down><left>") == "Small Landscape › Runtime › Container Runtime")
    #expect(try path("<right><right><down><left><right>") == "Small Landscape › Runtime › Container Runtime › youki")
    #expect(try path("<down><down><right><right>") == "Small Landscape › Observability › Tracing › Jaeger")
  }

  @Test func eachLayerAndCategoryKeepsItsSelection() throws {
    #expect(try path("l<down>h<down><up>l") == "Small Landscape › Runtime › Cloud Native Network")
    #expect(try path("ll<down>h<down><up>l") == "Small Landscape › Runtime › Container Runtime › youki")
  }

  @Test func anEmptyCategorySaysSoAndIsNotEntered() throws {
    #expect(try path("<down>ll") == "Small Landscape › Provisioning › Container Registry")
    #expect(try screen("<down>ll", 100, 24, in: smallCatalog).contains("no tools here yet"))
  }

  @Test func aGuestStandsInBothCategories() throws {
    #expect(try path("<down><down>ll<end>") == "Small Landscape › Observability › Tracing › Cilium")
  }

  @Test func enterOpensThePageOfWhatIsSelectedAndEscLeavesIt() throws {
    #expect(try screen("<enter>", 100, 24, in: smallCatalog).contains("What makes containers run."))
    #expect(try screen("l<enter>", 100, 24, in: smallCatalog).contains("How the tools differ"))
    #expect(try screen("ll<enter>", 100, 24, in: smallCatalog).contains("https://containerd.io/docs"))
    #expect(try path("ll<down><enter><esc>") == "Small Landscape › Runtime › Container Runtime › youki")
  }

  @Test func escAtTheRootDoesNothingAndNeverQuits() throws {
    var explorer = try explorer("", 80, 24, in: smallCatalog)
    for _ in 0..<5 { #expect(explorer.handle(.key(Key(.escape))).isEmpty) }
    #expect(try path("<esc><esc>") == "Small Landscape › Runtime")
  }

  @Test func qClosesAPageAndQuitsFromAView() throws {
    var explorer = try explorer("<enter>", 80, 24, in: smallCatalog)
    #expect(explorer.handle(.key(.character("q"))).isEmpty)
    let effects = explorer.handle(.key(.character("q")))
    #expect(effects.last == .quit(status: 0))
    #expect(explorer.handle(.key(.control("c"))).last == .quit(status: 130))
  }

  @Test func historyGoesBackAndForth() throws {
    #expect(try path("ll<enter>2[") == "Small Landscape › Runtime › Container Runtime › containerd")
    #expect(try path("ll<enter>4[[") == "Small Landscape › Runtime › Container Runtime › containerd")
    #expect(try path("4[]") == "Small Landscape › Statistics")
    #expect(try screen("[", 100, 24, in: smallCatalog).contains("Nothing further back"))
  }

  @Test func linksOnAPageAreWalkedAndFollowed() throws {
    // The tools of a category's page are rows that Enter follows.
    #expect(try path("l<enter><tab><enter>") == "Small Landscape › Runtime › Container Runtime › containerd")
    #expect(try path("l<enter><tab><tab><enter>") == "Small Landscape › Runtime › Container Runtime › youki")
    #expect(try path("l<enter><tab><tab><tab><enter>") == "Small Landscape › Runtime › Cloud Native Network")
    var explorer = try explorer("ll<enter><tab>", 100, 24, in: smallCatalog)
    #expect(explorer.handle(.key(Key(.enter))) == [.open(url: "https://containerd.io")])
  }

  @Test func arrowsAloneReachEveryLinkOfAPage() throws {
    for rows in [6, 10, 24, 60] {
      var explorer = try explorer("l<enter>", 60, rows, in: smallCatalog)
      var reached: Set<String> = []
      for _ in 0..<80 {
        _ = explorer.handle(.key(Key(.down)))
        var probe = explorer
        _ = probe.handle(.key(Key(.enter)))
        reached.insert(probe.screen(60, rows).split(separator: "\n").first { $0.contains("›") }.map(String.init) ?? "")
      }
      #expect(reached.contains { $0.contains("youki") })
      #expect(reached.contains { $0.contains("Cloud Native Network") })
    }
  }

  @Test func nextAndPreviousFollowTheBook() throws {
    #expect(try path("<enter>n") == "Small Landscape › Runtime › Container Runtime")
    #expect(try path("<enter>nn") == "Small Landscape › Runtime › Cloud Native Network")
    #expect(try path("<enter>nnn") == "Small Landscape › Runtime › Recap")
    #expect(try path("<enter>p") == "Small Landscape › How to read the landscape")
    #expect(try path("ll<enter>n") == "Small Landscape › Runtime › Container Runtime › youki")
  }

  @Test func upFromTheFirstRowReachesTheBar() throws {
    var explorer = try explorer("<up>", 100, 24, in: smallCatalog)
    #expect(explorer.mode == .bar)
    _ = explorer.handle(.key(Key(.right)))
    _ = explorer.handle(.key(Key(.enter)))
    #expect(explorer.mode == .map)
    #expect(try self.explorer("<up><down>").mode == .browse)
  }

  private func explorer(_ keys: String) throws -> Explorer {
    try StrataExplorerTests.explorer(keys, 100, 24, in: smallCatalog)
  }
  private func explorer(_ keys: String, _ columns: Int, _ rows: Int, in catalog: Catalog) throws -> Explorer {
    try StrataExplorerTests.explorer(keys, columns, rows, in: catalog)
  }

  @Test func theLanguageChangesAtAKey() throws {
    #expect(try path("z") == "小型全景图 › 运行时层")
    #expect(try path("z", .zh) == "Small Landscape › Runtime")
  }

  @Test func fullWidthKeysOfAnInputMethodWork() throws {
    #expect(try path("ｌｌ") == "Small Landscape › Runtime › Container Runtime › containerd")
    #expect(try explorer("？").mode == .help)
  }

  @Test func thePlaceIsKeptAsTextAndFoundAgain() throws {
    var first = try explorer("jjll<down>z++", 100, 24, in: smallCatalog)
    guard case .save(let saved)? = first.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return
    }
    let second = Explorer(
      catalog: smallCatalog, configuration: .init(language: .zh, saved: saved.string),
      size: Size(columns: 100, rows: 24))
    let third = try explorer("zjjll<down>++", 100, 24, in: smallCatalog)
    #expect(second.screen(100, 24) == third.screen(100, 24))
  }

  @Test func aPlaceFromAnotherCatalogOrGarbageDoesNoHarm() {
    for place in ["", "view 9\nlayer none\ntool x\n", "\u{0}\u{1}", "view", "guide recap nowhere\nread -5\n"] {
      let explorer = Explorer(
        catalog: smallCatalog, configuration: .init(saved: place), size: Size(columns: 80, rows: 24))
      #expect(explorer.screen(80, 24).contains("Small Landscape"))
    }
  }

  @Test func copyingAsksWhatAndSaysIt() throws {
    #expect(try screen("lly", 100, 24, in: smallCatalog).contains("n Name        containerd"))
    var explorer = try explorer("lly", 100, 24, in: smallCatalog)
    #expect(
      explorer.handle(.key(.character("u"))) == [.copy(text: "https://containerd.io", name: "https://containerd.io")])
    explorer.report(.copied(name: "https://containerd.io", way: "OSC 52"))
    #expect(explorer.screen(100, 24).contains("Copied: https://containerd.io (OSC 52, not confirmed)"))
    var other = try self.explorer("lly", 100, 24, in: smallCatalog)
    #expect(
      other.handle(.key(.character("m")))
        == [.copy(text: "[containerd](https://containerd.io): The common runtime.", name: "Markdown: containerd")])
  }

  @Test func theHomepageOpensAndLinksAreChosen() throws {
    var explorer = try explorer("ll", 100, 24, in: smallCatalog)
    #expect(explorer.handle(.key(.character("o"))) == [.open(url: "https://containerd.io")])
    _ = explorer.handle(.key(.character("O")))
    #expect(explorer.handle(.key(.character("3"))) == [.open(url: "https://containerd.io/docs")])
  }
}

extension Substring {
  fileprivate var trimmingCharacters: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
