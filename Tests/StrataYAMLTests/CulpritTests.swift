import StrataScreen
import Testing

@testable import StrataYAML

/// What stands behind mistakes: no YAML at all, a merge that was not finished, characters that look like others.
@Suite struct CulpritTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var bytes: [UInt8]
    var says: [String]

    init(_ title: String, _ source: String, _ says: String...) {
      self.init(title, Array(source.utf8), says)
    }

    init(_ title: String, _ bytes: [UInt8], _ says: [String]) {
      testDescription = title
      self.bytes = bytes
      self.says = says
    }
  }

  static let files: [Case] = [
    Case(
      "gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0],
      ["1:1 this is a gzip archive (it begins with the bytes 1F 8B), not YAML"]),
    Case("ZIP", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], ["1:1 this is a ZIP archive (it begins with 'PK'), not YAML"]),
    Case(
      "PNG", [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0],
      ["1:1 this is a PNG image (it begins with the bytes 89 50 4E 47), not YAML"]),
    Case("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0], ["1:1 this is a JPEG image, not YAML"]),
    Case("PDF", Array("%PDF-1.7\n".utf8) + [0xE2, 0xE3, 0xCF], ["1:1 this is a PDF document, not YAML"]),
    Case("a page", "<!DOCTYPE html>\n<html>\n  <head><title>a: b: c</title>\n", "1:1 this is an HTML page, not YAML"),
    Case("lines that end with CR alone", "a: 1\rb: 2\rc: 3\r", "1:5 a carriage return without a line feed"),
    Case("UTF-16", [0xFF, 0xFE, 0x61, 0, 0x3A, 0], ["1:1 the file is UTF-16, wanted UTF-8"]),
  ]

  static let merges: [Case] = [
    Case(
      "a merge that was not finished",
      "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\nc: 4\n",
      "2:1 a merge that was not finished: '<<<<<<< HEAD'"),
    Case(
      "two of them", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n<<<<<<< HEAD\nc\n=======\n>>>>>>> x\n",
      "2:1 a merge that was not finished: '<<<<<<< HEAD'", "7:1 a merge that was not finished: '<<<<<<< HEAD'"),
    Case(
      "a merge of which only the beginning is left", "<<<<<<< HEAD\na: 1\nb: 2\n",
      "1:1 a merge that was not finished: '<<<<<<< HEAD'"),
    Case(
      "a merge of which only the end is left", "a: 1\nb:\n  - c: 1\n>>>>>>> main\n",
      "4:1 a merge that was not finished: '>>>>>>> main'"),
    Case(
      "a merge of which only the middle is left", "a: 1\n=======\nb: 2\n",
      "2:1 a merge that was not finished: '======='"),
    Case("a text that begins like a marker", "a: |\n  <<<<<<< HEAD\n  >>>>>>> x\nb: 1\n"),
  ]

  static let characters: [Case] = [
    Case(
      "a no-break space in the indentation", "a:\n  b: 1\n \u{A0}c: 2\n",
      "3:2 found U+00A0 (a no-break space), wanted a space"),
    Case("a no-break space behind a colon", "a: 1\nb:\u{A0}2\n", "2:3 found U+00A0 (a no-break space), wanted a space"),
    Case(
      "a no-break space behind a dash", "a:\n  - b: 1\n    c: 2\n  -\u{A0}d: 1\n",
      "4:4 found U+00A0 (a no-break space), wanted a space"),
    Case("a full-width space", "a:\u{3000}1\nb: 2\n", "1:3 found U+3000 (a full-width space), wanted a space"),
    Case("a full-width colon", "a: 1\nb： 2\nc: 3\n", "2:2 found U+FF1A (a full-width colon), wanted ':'"),
    Case(
      "a full-width comma behind a quoted text", "a: ['b / c'，'d / e']\nf: 1\n",
      "1:12 found U+FF0C (a full-width comma), wanted ','"),
    Case("a full-width colon first", "b： 2\nc: 3\n", "1:2 found U+FF1A (a full-width colon), wanted ':'"),
    Case("a full-width bracket", "a: [1, 2］\nb: 1\n", "1:9 found U+FF3D (a full-width bracket), wanted ']'"),
    Case("another dash", "a:\n  - b\n  – c\n", "3:3 found U+2013 (another kind of dash), wanted '-'"),
    Case(
      "Chinese text is innocent", "说明：好\n的: b: c\n",
      "2:3 the text before this ':' began on line 1: a key has to be on one line"),
  ]

  private func diagnoses(_ bytes: [UInt8]) -> [String] {
    var lines = SourceLines(bytes[...], columns: { $0.value < 0x2E80 ? 1 : 2 })
    return Document.parse(bytes, name: "file").diagnostics.map {
      let excerpt = lines.excerpt(of: $0.place)
      return "\(excerpt.line):\(excerpt.column) \($0.message)"
    }
  }

  @Test(arguments: files + merges + characters) func isNamed(_ culprit: Case) {
    #expect(diagnoses(culprit.bytes) == culprit.says)
  }

  @Test(arguments: files) func isToldOnce(_ culprit: Case) {
    #expect(Document.parse(culprit.bytes, name: "file").diagnostics.allSatisfy { $0.hint != nil })
  }

  @Test func aPageThatIsATextToYAMLIsRead() {
    #expect(Document.parse(Array("<html>x</html>\n".utf8), name: "file").diagnostics.isEmpty)
    #expect(Document.isPage(Array("  <HTML>x</html>\n".utf8)))
    #expect(!Document.isPage(Array("a: <html>\n".utf8)))
  }
}

/// What libyaml reads beyond YAML 1.2.
@Suite struct DialectTests {
  static let sources = [
    "a: [\n  1,\n  2\n]\nb: 3\n", "a: {\n  x: 1\n}\nb: 3\n", "c:\n  a: [\n    1\n  ]\n  b: 3\n",
    "a: {x: [\n  1\n]\n}\n",
  ]

  @Test(arguments: sources) func aClosingBracketInItsKeysColumnIsAWarningOrAnError(_ source: String) {
    let bytes = Array(source.utf8)
    let strict = Document.parse(bytes, name: "file").diagnostics
    #expect(strict.map(\.severity) == [.error])
    let (document, lenient) = Document.parse(bytes, name: "file", dialect: .libyaml)
    #expect(lenient.allSatisfy { $0.severity == .warning && $0.kind == "closing-bracket" })
    #expect(!lenient.isEmpty)
    let indented = source.replacing("\n]", with: "\n ]").replacing("\n}", with: "\n }").replacing(
      "\n  ]", with: "\n   ]")
    let plain = Document.parse(Array(indented.utf8), name: "file")
    #expect(plain.diagnostics.isEmpty)
    #expect(document.json(of: document.roots[0]) == plain.document.json(of: plain.document.roots[0]))
  }

  @Test func otherLinesHaveToBeIndented() {
    for source in ["a: [\n1\n]\n", "c:\n  a: [\n    1\n]\n"] {
      let found = Document.parse(Array(source.utf8), name: "file", dialect: .libyaml).diagnostics
      #expect(found.contains { $0.severity == .error }, "\(source)")
    }
  }

  @Test(arguments: ["{a:{}}", "[a:[1]]", "{a :{}}", "[:[1]]", "{*a:{}}", "a: |\n  text\n\t# note\nb: 1"])
  func whatTheGrammarHasNotIsRefused(_ source: String) {
    #expect(!Document.parse(Array("&a x: 1\n".utf8) + Array(source.utf8), name: "file").diagnostics.isEmpty)
    #expect(Document.parse(Array(source.utf8), name: "file").diagnostics.contains { $0.severity == .error })
  }

  @Test(arguments: [
    "{\"a\":{}}", "['a':[1]]", "{a: {}}", "{a:, b: 1}", "[a:b]", "a: |\n  text\n # note\n\t# more\nb: 1",
  ])
  func whatTheGrammarHasIsRead(_ source: String) {
    #expect(Document.parse(Array(source.utf8), name: "file").diagnostics.isEmpty)
  }
}

/// Places of one source take one pass over it together.
@Suite struct SourceLinesTests {
  #if DEBUG
    /// Bytes that are looked at for so many places of a source.
    private func steps(_ source: String, places: Int) -> Int {
      let bytes = Array(source.utf8)
      var lines = SourceLines(bytes[...], columns: { _ in 1 })
      for number in 0..<places {
        let place = Diagnostic.Place(source: "file", offset: number * (bytes.count / places), length: 3)
        _ = lines.excerpt(of: place)
      }
      return lines.steps
    }

    @Test(arguments: ["a line\n", "one long line ", "\t镜像\n"]) func workGrowsWithSourceAndPlaces(_ unit: String) {
      for places in [250, 500, 1000] {
        let source = String(repeating: unit, count: places * 4)
        #expect(steps(source, places: places) <= 2 * source.utf8.count + 2500 * places)
      }
    }
  #endif

  @Test func aLongLineIsShownAsWhenItIsLookedUpAlone() {
    let bytes = Array(String(repeating: "镜像 image\t", count: 500).utf8)
    var lines = SourceLines(bytes[...], columns: { $0.value < 0x2E80 ? 1 : 2 })
    var offset = 0
    while offset < bytes.count {
      let place = Diagnostic.Place(source: "file", offset: offset, length: 6)
      var alone = SourceLines(bytes[...], columns: { $0.value < 0x2E80 ? 1 : 2 })
      let (a, b) = (lines.excerpt(of: place), alone.excerpt(of: place))
      #expect(a.text == b.text)
      #expect(a.column == b.column)
      offset += 130
    }
  }

  @Test func aNameWithALineFeedForgesNoLine() {
    let diagnostic = Diagnostic(
      severity: .error, kind: "x", place: .init(source: "a\nb.yaml:1:1: error: forged", offset: 0, length: 1),
      message: "no 'a\nb'", hint: "c\r\nd")
    let text = diagnostic.rendered(source: Array("line\n".utf8), columns: { _ in 1 })
    #expect(text == "a␊b.yaml:1:1: error: forged:1:1: error: no 'a␊b'\nline\n^\nhint: c␍␊d")
  }
}
