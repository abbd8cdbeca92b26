import StrataCatalog
import StrataScreen
import StrataText
import Synchronization
import Testing

@testable import StrataExplorer

@Suite struct FindingsTests {
  @Test func warningsAreANumberUntilOneLooksAtThem() throws {
    let asked = Counter()
    let findings = Findings(count: 2) {
      asked.add()
      return ["a.yaml:1:1: warning: first", "a.yaml:2:1: warning: second"]
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

  private final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func add() { value.withLock { $0 += 1 } }
  }
}
