import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

@Suite struct TranscriptTests {
  private func reader() -> Explorer {
    var configuration = Explorer.Configuration()
    configuration.isAccessible = true
    return Explorer(catalog: smallCatalog, configuration: configuration, size: Size(columns: 80, rows: 24))
  }

  private func said(_ transcript: Transcript) -> [String] { transcript.lines.map { "\($0.kind): \($0.text)" } }

  @Test func theWalkFromALayerToAToolsPage() throws {
    var reader = reader()
    var there = reader.transcript()
    let layers = smallCatalog.layers.count
    #expect(there.lines.count == layers)
    #expect(said(there)[0].hasPrefix("Layer 1 of \(layers): "))
    _ = reader.take(1, in: there)
    there = reader.transcript()
    #expect(said(there)[0].hasPrefix("Category 1 of "))
    _ = reader.take(1, in: there)
    there = reader.transcript()
    #expect(said(there)[0].hasPrefix("Tool 1 of "))
    _ = reader.take(1, in: there)
    #expect(reader.mode == .page)
    there = reader.transcript()
    #expect(said(there).contains { $0.hasPrefix("Text: ") })
    for _ in 0..<3 { _ = reader.goBack() }
    #expect(reader.mode == .browse && reader.context.place.level == .layer)
  }

  /// On every screen each line says what it is, nothing is drawn, and all that a mouse could reach has a number.
  @Test(arguments: ActionTests.ways)
  func everyScreenIsReadOut(way: String) throws {
    var reader = reader()
    for key in try Key.sequence(way) { _ = reader.handle(.key(key)) }
    let there = reader.transcript()
    #expect(!there.lines.isEmpty || way.contains("/"), "\(way)")
    for line in there.lines + there.remarks {
      #expect(!line.kind.isEmpty && !line.text.isEmpty, "\(way) \(line)")
      // Help explains the signs of the full screen, too.
      let explains = line.text.hasSuffix(Words[.en].signSelected)
      #expect(explains || !line.text.contains { "─│┌┐└┘├┤┬┴┼▌▐━╸".contains($0) }, "\(way): \(line)")
    }
    let numbers = there.lines.compactMap(\.number)
    #expect(Set(numbers).count == numbers.count, "\(way)")
    for number in numbers.prefix(12) {
      var other = reader
      #expect(other.take(number, in: there) != nil)
      _ = other.transcript()
    }
    #expect(reader.take(99_999, in: there) == nil)
  }

  @Test func aNumberWithAKeyDoesThatToIt() throws {
    var reader = reader()
    let there = reader.transcript()
    _ = reader.take(2, in: there, keys: [Key(.enter)])
    #expect(reader.mode == .page)
    #expect(reader.context.place.layer == reader.context.outline.layers[1])
  }

  /// A paragraph is one line, addresses and labels are whole, and what signs say only words say.
  @Test func aPageIsReadByParagraphs() throws {
    var reader = reader()
    reader.type("containerd")
    _ = reader.take(1, in: reader.transcript())
    let there = said(reader.transcript())
    #expect(reader.mode == .page)
    #expect(!there.contains { $0.contains("…") }, "\(there)")
    #expect(!there.contains { line in line.contains { "●◐○×▽◇".contains($0) } }, "\(there)")
  }

  @Test func aRoomOfTheMapIsReadWithItsCount() throws {
    var reader = reader()
    try reader.press("2")
    #expect(said(reader.transcript()).first == "Category 1 of 4: Container Runtime, 2")
  }

  @Test func aTimelineIsReadStepByStep() throws {
    var reader = reader()
    reader.type("containerd")
    _ = reader.take(1, in: reader.transcript())
    let there = said(reader.transcript())
    #expect(there.contains("Text: incubating 2017-03-29, graduated 2019-02-28"), "\(there)")
  }

  /// Of a comparison each row is said tool by tool, and each tool can be taken.
  @Test func aComparisonIsReadToolByTool() throws {
    var reader = reader()
    try reader.press("ll<space><down><space>c")
    #expect(reader.mode == .compare)
    let transcript = reader.transcript()
    let names = reader.context.marks.tools.map { reader.context.name(of: .tool($0)) }
    #expect(
      transcript.lines.filter { $0.number != nil }.map { "\($0.kind): \($0.text)" }
        == ["Tool 1 of 2: \(names[0])", "Tool 2 of 2: \(names[1])"])
    #expect(transcript.lines.contains { $0.kind == "Heading" } && transcript.lines.contains { $0.kind == "Text" })
    _ = reader.take(2, in: transcript)
    #expect(reader.mode == .page && reader.transcript().title.hasSuffix(names[1]))
  }

  @Test func wordsSearchAndActionsHaveNames() throws {
    var reader = reader()
    let name = smallCatalog.string(smallCatalog.tools[0].name)
    reader.type(name)
    let there = reader.transcript()
    #expect(there.lines.contains { $0.kind.hasPrefix("Tool ") && $0.text.contains(name) }, "\(said(there))")
    _ = reader.perform(named: "statistics")
    #expect(reader.mode == .statistics)
    _ = reader.perform(named: "copy")
    #expect(reader.mode == .palette || reader.mode == .menu)
  }
}
