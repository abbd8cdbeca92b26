/// Tables for spreadsheets: a line a record, fields with a separator between.
public enum CSVText {
  /// RFC 4180 with a line feed at the ends of lines.
  public static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

  /// Tab-separated: what would end a field or a line becomes a blank.
  public static func tabbedLine(_ fields: [String]) -> String {
    fields.map { guarded(String($0.map { $0.isNewline || $0 == "\t" ? " " : $0 })) }.joined(separator: "\t") + "\n"
  }

  /// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe.
  public static func field(_ text: String) -> String {
    let safe = guarded(text)
    guard safe.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func guarded(_ text: String) -> String {
    text.first.map { "=+-@\t\r".contains($0) } ?? false ? "'" + text : text
  }
}
