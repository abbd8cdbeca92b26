import StrataScreen
import StrataYAML
import Testing

/// A source with a mistake, and all that strata says of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var bytes: [UInt8]
  var says: String

  init(_ name: String, source: String, says: String) {
    self.init(name, bytes: Array(source.utf8) + [UInt8(ascii: "\n")], says: says)
  }

  init(_ name: String, bytes: [UInt8], says: String) {
    testDescription = name
    self.bytes = bytes
    self.says = says
  }

  /// The diagnostics of the source as a terminal shows them.
  static func diagnose(_ bytes: [UInt8]) -> String {
    Document.parse(bytes, name: "file").diagnostics
      .map { $0.rendered(source: bytes, columns: TextWidth.columns) }
      .joined(separator: "\n")
  }
}

@Suite struct DiagnosticTests {
  @Test(arguments: Mistake.indentation) func ofIndentation(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.mappings) func ofMappings(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.brackets) func ofBrackets(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.scalars) func ofScalars(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.properties) func ofProperties(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.places) func areRightUnderWideCharactersAndTabs(_ mistake: Mistake) { expect(mistake) }
  @Test(arguments: Mistake.bytes) func ofBytes(_ mistake: Mistake) { expect(mistake) }

  private func expect(_ mistake: Mistake) {
    #expect(Mistake.diagnose(mistake.bytes) == mistake.says)
  }

  @Test func stopAfterFiftyMistakes() {
    let source = Array(String(repeating: "key\n", count: 10_000).utf8)
    let text = Array("a: 1\n".utf8) + source
    let diagnostics = Document.parse(text, name: "file").diagnostics
    #expect(diagnostics.count == 51)
    #expect(diagnostics.last?.message == "more than 50 mistakes")
  }

  @Test(.enabled(if: !SuiteCase.all.isEmpty), arguments: SuiteCase.all.filter(\.error))
  func tellOneMistakeOnce(_ suiteCase: SuiteCase) {
    let several: Set = ["QLJ7", "Y79Y/007", "Y79Y/009"]  // there are two in these
    let count = Document.parse(Array(suiteCase.yaml.utf8), name: "file").diagnostics.count
    #expect(count == (several.contains(suiteCase.id) ? 2 : 1))
  }
}
