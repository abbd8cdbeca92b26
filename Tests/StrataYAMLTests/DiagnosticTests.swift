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

  @Test(arguments: [1, 2, 3, 7, 20, 40, 80, 159, 160, 161, 500])
  func areAsWideAsAskedForAndPointAtTheirPlace(_ width: Int) {
    let long = String(repeating: "k", count: 170)
    for text in [
      "", "\n", "a: [", "\t\t\ta: b", long, long + ": x\n", String(repeating: "界", count: 100), "a界\tb界\u{301}c",
    ] {
      let bytes = Array(text.utf8)
      for offset in 0...bytes.count where offset == bytes.count || bytes[offset] & 0xC0 != 0x80 {
        for length in [0, 1, 3, 400] {
          var lines = SourceLines(bytes[...], columns: TextWidth.columns, width: width)
          let place = Diagnostic.Place(source: "file", offset: offset, length: length)
          let shown = lines.excerpt(of: place).text.split(separator: "\n", omittingEmptySubsequences: false)
          #expect(shown.count == 2)
          for line in shown {
            #expect(TextWidth.standard.columns(line) <= max(2, min(160, width)), "\(text) at \(offset)")
          }
        }
      }
    }
  }

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
