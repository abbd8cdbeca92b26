import StrataCatalog
import StrataScreen
import StrataText
import Synchronization
import Testing

@testable import StrataExplorer

@Suite struct FindingsTests {
  @Test func warningsAreANumberUntilOneLooksAtThem() throws {
    let asked = Counter()
    let findings = Findings(count: 2) { range in
      asked.add()
      return Array(["a.yaml:1:1: warning: first", "a.yaml:2:1: warning: second"][range])
    }
    let catalog = try #require(Catalog.read(sources: [("a.yaml", Array("layers: []\n".utf8))]).catalog)
    var explorer = Explorer(
      catalog: catalog, configuration: Explorer.Configuration(usesColor: false, findings: findings),
      size: Size(columns: 60, rows: 10))
    func screen() -> String {
      var frame = Frame(size: Size(columns: 60, rows: 10), textWidth: .standard)
      explorer.draw(into: &frame)
      return frame.text
    }
    #expect(screen().contains("2 warnings"))
    #expect(asked.count == 0)
    func press(_ keys: String) throws {
      for key in try Key.sequence(keys) { _ = explorer.handle(.key(key)) }
    }
    try press("w")
    #expect(screen().contains("first"))
    #expect(screen().contains("second"))
    try press("ww")
    #expect(asked.count == 1)
    explorer.replace(catalog: catalog, findings: [])
    #expect(!screen().contains("first"))
  }

  /// Of any number of warnings those that show are made, and their neighbors.
  @Test func aKeyWaitsForABlockOfWarnings() throws {
    for count in [1000, 8000] {
      let asked = Asked()
      let findings = Findings(count: count) { range in
        asked.add(range)
        return range.map { "a.yaml:\($0):1: warning: odd\nkey: value\n^~~" }
      }
      var explorer = try explorer("", 60, 12, in: smallCatalog)
      explorer.replace(catalog: smallCatalog, findings: findings)
      #expect(asked.ranges == [])
      try explorer.press("w")
      #expect(explorer.screen(60, 12).contains("a.yaml:0:1"))
      #expect(asked.ranges == [0..<Findings.blockSize])
      try explorer.press("G")
      #expect(explorer.screen(60, 12).contains("a.yaml:\(count - 1):1"))
      #expect(asked.ranges.dropFirst().allSatisfy { $0.upperBound > count - 2 * Findings.blockSize })
      #expect(asked.ranges.count <= 3)
      try explorer.press("g<down><up>G<up>")
      #expect(asked.ranges.count <= 3)
      #expect(asked.ranges.allSatisfy { $0.count <= Findings.blockSize && $0.upperBound <= count })
    }
  }

  private final class Asked: Sendable {
    private let value = Mutex<[Range<Int>]>([])
    var ranges: [Range<Int>] { value.withLock { $0 } }
    func add(_ range: Range<Int>) { value.withLock { $0.append(range) } }
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
  }
}
