import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataText
import Testing

@testable import strata

/// Line by line, read from a transcript alone.
@Suite struct RecitalTests {
  /// What is printed for lines that are typed, and the exit status.
  private func recite(_ typed: [String], columns: Int = 80) -> (lines: [String], status: Int32) {
    var configuration = Explorer.Configuration()
    configuration.isAccessible = true
    let explorer = Explorer(
      catalog: ShippedCatalog.open(), configuration: configuration, size: Size(columns: 80, rows: 24))
    var rest = typed[...]
    var output = ""
    var recital = Recital(
      explorer: explorer, textWidth: .standard, columns: columns, asks: false, state: nil, opener: nil,
      read: { rest.popFirst() }, write: { output += $0.string })
    let status = recital.run()
    return (output.split(separator: "\n").map(String.init), status)
  }

  @Test func theWalkToATool() {
    let (lines, status) = recite(["1", "1", "1", "-", "q"])
    #expect(status == 0)
    #expect(lines.contains { $0.hasPrefix("Layer 1 of 6: ") })
    #expect(lines.contains { $0.hasPrefix("Category 1 of ") })
    #expect(lines.contains { $0.hasPrefix("Tool 1 of ") })
    #expect(lines.contains { $0.hasPrefix("Heading: ") } && lines.contains { $0.hasPrefix("Text: ") })
  }

  @Test func everyLineFitsABrailleLineAndBeginsWithItsKind() throws {
    let (lines, _) = recite(
      ["2 Enter", "", "-", "/harbor", "1", "-", "-", ":statistics", "-", ":guide", "?", "f", "z"], columns: 40)
    // Before the first screen stands how one goes about it.
    let first = try #require(lines.firstIndex { $0.hasPrefix("Browse:") })
    #expect(lines.count > first + 50)
    for line in lines[first...] {
      #expect(TextWidth.standard.columns(line) <= 40, "\(line)")
      let leadsOn = line.contains("more") || line.contains("项未读")
      #expect(line.hasPrefix("  ") || line.contains(":") || line.contains("：") || leadsOn, "\(line)")
      #expect(!line.contains { "─│┌┐└┘├┤┬┴┼▌▐━╸\u{1B}".contains($0) }, "\(line)")
    }
  }

  @Test func aSearchListsAndOpensItsHits() {
    let (lines, _) = recite(["/prometheus", "1", "-", "q"])
    #expect(lines.contains { $0.hasPrefix("Tool 1 of ") && $0.contains("Prometheus") })
    #expect(lines.contains { $0.hasPrefix("Page: ") } && lines.contains { $0.hasPrefix("Heading: Prometheus") })
  }

  @Test func theEndOfTheInputEndsIt() {
    #expect(recite([]).status == 0)
    #expect(recite(["Ctrl-C"]).status == 130)
  }

  @Test func whatIsNotThereIsSaid() {
    let (lines, _) = recite(["4711", "nonsense-key", "q"])
    #expect(lines.count { $0 == "There is nothing of that number or name here" } == 2)
  }

  /// What is there already is not read again when something is done to it; asked for, it is.
  @Test func whatHasNotChangedIsNotReadAgain() {
    let (lines, _) = recite(["/prometheus", "1", "y n", "Ctrl-L", "q"])
    let copied = lines.firstIndex(of: "Prometheus")!
    #expect(lines[copied + 1].hasPrefix("Page: "), "\(lines[copied...].prefix(3))")
    #expect(lines.count { $0.hasPrefix("Page: ") } == 2)
  }

  /// A list of one screen begins anew behind its end.
  @Test func anEmptyLineBehindTheEndReadsFromTheBeginning() {
    let (lines, _) = recite(["", "q"])
    #expect(lines.count { $0.hasPrefix("Layer 1 of 6: ") } == 2)
  }

  @Test func aCopyIsReadOut() {
    let (lines, _) = recite(["/prometheus", "1 Enter", "y n", "q"])
    #expect(lines.contains("Prometheus"))
  }
}
