import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

@Suite struct SearchingTests {
  private func lines(_ keys: String, _ language: Language = .en) throws -> [String] {
    try screen(keys, 100, 24, language, in: smallCatalog).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func first(_ keys: String, _ language: Language = .en) throws -> String { try lines(keys, language)[3] }

  @Test func resultsAppearWhileTyping() throws {
    #expect(try first("/jae").hasPrefix("▌● Jaeger"))
    #expect(try lines("/jae")[2].hasPrefix("─── 1 of 12 entries ──"))
    #expect(try first("/ebpf").hasPrefix("▌● Cilium"))
    #expect(try first("/网络").hasPrefix("▌▪ Cloud Native Network"))
    #expect(try first("/rongqiyun", .zh).contains("容器运行时"))
  }

  @Test func enterGoesToTheHitAndEscComesBackTwice() throws {
    #expect(try lines("l/jaeger<enter>")[1] == " Small Landscape › Observability › Tracing › Jaeger")
    #expect(try lines("l/jaeger<enter><esc>")[1].hasPrefix(" / jaeger"))
    #expect(try lines("l/jaeger<enter><esc><esc>")[1] == " Small Landscape › Runtime › Container Runtime")
  }

  @Test func nextAndPreviousStepThroughHits() throws {
    let first = try lines("/container<enter>")[1]
    let second = try lines("/container<enter>n")[1]
    #expect(first != second)
    #expect(try lines("/container<enter>np")[1] == first)
    #expect(try lines("/container<enter>n<esc>").contains { $0.hasPrefix("▌") })
  }

  @Test func nothingFoundSaysWhyAndWhatWidens() throws {
    let text = try screen("/jeager", 100, 24, in: smallCatalog)
    #expect(text.contains(" Nothing found for jeager; similar names:\n Did you mean Jaeger? Tab\n"))
    #expect(text.contains("▌● Jaeger"))
    #expect(try explorer("/jeager<tab>", in: smallCatalog).results?.field.text == "Jaeger")
    #expect(try first("/jeager<ctrl-t>").hasPrefix("▌● Jaeger"))
  }

  @Test func theValuesOfAFilterShowWhileItIsTyped() throws {
    #expect(try lines("/maturity:")[2].hasPrefix("─── 12 of 12 entries  graduated 3  sandbox 1  archived 1 ────"))
    #expect(try lines("/maturity:s")[2].hasPrefix("─── 1 of 12 entries  sandbox 1 ────"))
    #expect(try lines("/jae layer:w")[2].hasPrefix("─── 1 of 12 entries  watch 3 ────"))
    #expect(try lines("/tracing maturity：gr")[2].contains("  graduated 3 ────"))
    #expect(try lines("/license:")[2].hasPrefix("─── 12 of 12 entries  Apache-2.0 1 ────"))
    #expect(try lines("/maturity:graduated jae")[2].hasPrefix("─── 1 of 12 entries ────"))
    #expect(try lines("/maturity:s<tab>")[1].hasPrefix(" / maturity:sandbox"))
    #expect(try lines("/maturity:s<tab><tab>")[1].hasPrefix(" / maturity:sandbox"))
  }

  @Test func upOnAnEmptyQueryBringsEarlierOnes() throws {
    #expect(try lines("/jaeger<enter><esc><esc>/<up>")[1].hasPrefix(" / jaeger"))
    #expect(try lines("/jaeger<esc>/cilium<esc>/<up><up>")[1].hasPrefix(" / jaeger"))
    #expect(try lines("/jaeger<esc>/cilium<esc>/<up><up><down>")[1].hasPrefix(" / cilium"))
  }

  @Test func pastedTextIsSearchedAndOutsidePromptsIgnored() throws {
    var explorer = try explorer("/", 100, 24, in: smallCatalog)
    _ = explorer.handle(.paste("jae\nger"))
    #expect(explorer.screen(100, 24).contains("/ jae ger"))
    var other = try StrataExplorerTests.explorer("", 100, 24, in: smallCatalog)
    let before = other.screen(100, 24)
    _ = other.handle(.paste("qqq"))
    #expect(other.screen(100, 24) == before)
  }

  @Test func historyBringsTheQueryBack() throws {
    #expect(try lines("/jaeger<enter>2[")[1] == " Small Landscape › Observability › Tracing › Jaeger")
    #expect(try lines("/jaeger<enter>2[<esc>")[1].hasPrefix(" / jaeger"))
    #expect(try first("/jaeger<enter>2[<esc>").hasPrefix("▌● Jaeger"))
  }
}

@Suite struct FilteringTests {
  @Test func thePanelNarrowsEveryView() throws {
    // Maturity is the first facet; archived the third of its values here.
    let keys = "f<right><down><down><enter><esc>"
    let browse = try screen(keys, 100, 24, in: smallCatalog)
    #expect(browse.contains("[archived]"))
    #expect(!browse.contains("Runtime  "))
    #expect(try screen(keys + "<right><right>", 100, 24, in: smallCatalog).contains("▌× Old Tracer"))
    #expect(try screen(keys + "2", 100, 24, in: smallCatalog).contains("Tracing 1"))
    #expect(try screen(keys + "/tracer", 100, 24, in: smallCatalog).contains("1 of 12 entries"))
    #expect(try screen(keys + "4", 100, 24, in: smallCatalog).contains("× archived"))
    #expect(!(try screen(keys + "4", 100, 24, in: smallCatalog).contains("● graduated")))
  }

  @Test func escAtTheRootTakesOneFilterAway() throws {
    let keys = "f<right><down><down><enter><esc><esc>"
    let text = try screen(keys, 100, 24, in: smallCatalog)
    #expect(!text.contains("[archived]"))
    #expect(text.contains("Provisioning"))
  }

  @Test func theOrderOfToolsIsChosenAndReversed() throws {
    func tools(_ keys: String) throws -> [String] {
      try screen("jjll" + keys, 120, 24, in: smallCatalog).split(separator: "\n")
        .compactMap { $0.split(separator: "│").dropFirst(2).first.map(String.init) }
        .flatMap { row in ["Jaeger", "Old Tracer", "Cilium"].filter { row.contains($0) } }
    }
    #expect(try tools("") == ["Jaeger", "Old Tracer", "Cilium"])
    #expect(try tools("s2") == ["Cilium", "Jaeger", "Old Tracer"])
    #expect(try tools("s2S") == ["Old Tracer", "Jaeger", "Cilium"])
    #expect(try tools("s2s1") == ["Jaeger", "Old Tracer", "Cilium"])
  }
}
