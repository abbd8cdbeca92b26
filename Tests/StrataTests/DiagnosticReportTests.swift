import StrataYAML
import Testing

@testable import strata

@Suite struct DiagnosticReportTests {
  private static func warnings(_ count: Int, in sources: [String]) -> [Diagnostic] {
    sources.flatMap { name in
      (0..<count).map { number in
        Diagnostic(
          severity: .warning, kind: "odd", place: Diagnostic.Place(source: name, offset: 4 * number, length: 1),
          message: "odd", hint: nil)
      }
    }
  }

  /// A source is asked for once, and its lines are walked once: thousands of warnings do not each begin at its start.
  @Test func aSourceIsReadOnceForAllThatIsSaidOfIt() {
    let bytes = Array(String(repeating: "a: b\n", count: 8000).utf8)
    var asked: [String] = []
    let report = DiagnosticReport(Self.warnings(8000, in: ["a.yaml", "b.yaml"])) { name in
      asked.append(name)
      return bytes[...]
    }
    #expect(asked == ["a.yaml", "b.yaml"])
    #expect(report.entries.count == 16_000)
    #expect(report.entries[7999].hasPrefix("a.yaml:6400:2: warning: odd"))
  }

  /// A part of a larger text is a source of its own.
  @Test func placesCountFromTheFirstByteOfASource() {
    let bytes = Array("x: y\r\n\u{FEFF}first: 1\nsecond: 云 2\n".utf8)
    let place = Diagnostic.Place(source: "a.yaml", offset: 3 + 9 + 8 + 4, length: 1)
    let report = DiagnosticReport([
      Diagnostic(severity: .error, kind: "odd", place: place, message: "odd", hint: nil)
    ]) { _ in bytes[6...] }
    #expect(
      report.text == """
        a.yaml:2:12: error: odd
        second: 云 2
                   ^
        strata: 1 error; nothing is opened

        """)
  }
}
