import StrataCatalog
import StrataScreen
import StrataYAML
import Testing

/// Every kind of problem in a native catalog, with all that people read of it.
@Suite struct BrokenCatalogTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var source: String
    var expected: String

    init(_ title: String, _ source: String, _ expected: String) {
      testDescription = title
      self.source = source
      self.expected = expected
    }
  }

  @Test(arguments: shapes + names + values + fields)
  func `says what is wrong, where, and what to do`(_ broken: Case) {
    #expect(rendered(("team.yaml", broken.source)) == broken.expected)
  }

  @Test(arguments: shapes + names + values + fields)
  func `opens with warnings alone, and not with any error`(_ broken: Case) {
    let (catalog, diagnostics) = read(("team.yaml", broken.source))
    #expect((catalog == nil) == diagnostics.contains { $0.severity == .error })
  }
}
