import StrataScreen
import StrataYAML

/// Diagnostics in words.
struct DiagnosticReport: Sendable {
  /// One text a diagnostic, as `Diagnostic.rendered` has it; without a final line feed.
  var entries: [String]
  /// The first error's first line.
  var headline: String
  private var errorCount: Int
  private var warningCount: Int

  /// How many are shown with their source lines; finding a line takes time in proportion to the file's length.
  private static let detailedCount = 500

  /// - Parameter source: the bytes of the source of that name, if they are to be had.
  init(_ diagnostics: [Diagnostic], source: (String) -> [UInt8]?) {
    var sources: [String: [UInt8]] = [:]
    entries = diagnostics.enumerated().map { index, diagnostic in
      let name = diagnostic.place.source
      if sources[name] == nil { sources[name] = source(name) }
      guard index < DiagnosticReport.detailedCount, let bytes = sources[name] else {
        return "\(name): \(diagnostic.severity.word): \(diagnostic.message)"
      }
      return diagnostic.rendered(source: bytes, columns: TextWidth.columns)
    }
    errorCount = diagnostics.count { $0.severity == .error }
    warningCount = diagnostics.count - errorCount
    let first = diagnostics.firstIndex { $0.severity == .error } ?? 0
    headline = entries.isEmpty ? "" : String(entries[first].prefix { $0 != "\n" })
  }

  /// All of them, and their number.
  var text: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    let warnings = warningCount > 0 ? " and \(counted(warningCount, "warning"))" : ""
    return entries.map { $0 + "\n" }.joined()
      + "strata: \(counted(errorCount, "error"))\(warnings); nothing is opened\n"
  }
}
