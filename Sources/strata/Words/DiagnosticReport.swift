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

  /// One pass over each source.
  ///
  /// - Parameters:
  ///   - diagnostics: sorted by source and place.
  ///   - width: terminal columns of a source line that are shown, at most; nil for as many as there may be.
  ///   - source: the bytes of the source of that name, if they are to be had.
  init(_ diagnostics: [Diagnostic], width: Int? = nil, source: (String) -> ArraySlice<UInt8>?) {
    var name: String?
    var lines: SourceLines?
    entries = diagnostics.map { diagnostic in
      if diagnostic.place.source != name {
        name = diagnostic.place.source
        lines = source(diagnostic.place.source).map { SourceLines($0, columns: TextWidth.columns, width: width) }
      }
      return lines != nil
        ? diagnostic.rendered(in: &lines!)
        : "\(diagnostic.place.shownSource): \(diagnostic.severity.word): \(diagnostic.message)"
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
