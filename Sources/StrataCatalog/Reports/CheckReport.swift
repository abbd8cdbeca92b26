public import StrataYAML

/// What was found in catalogs, as `strata check` prints it.
public struct CheckReport: Sendable {
  /// A finding with its place as people count: lines and terminal columns from 1.
  private struct Entry: Sendable {
    var diagnostic: Diagnostic
    var line: Int
    var column: Int
    /// See `Diagnostic.rendered`.
    var rendered: String
  }

  private var entries: [Entry] = []
  public private(set) var errorCount = 0
  public private(set) var warningCount = 0

  /// - Parameters:
  ///   - diagnostics: sorted by source and place.
  ///   - source: the bytes of a named source, if they are to be had.
  ///   - columns: how many terminal columns a character takes.
  public init(
    _ diagnostics: [Diagnostic], source: (String) -> [UInt8]?, columns: (Unicode.Scalar) -> Int
  ) {
    var name: String?
    var lines = Lines([])
    for diagnostic in diagnostics {
      if diagnostic.place.source != name {
        name = diagnostic.place.source
        lines = Lines(source(diagnostic.place.source) ?? [])
      }
      entries.append(Self.entry(diagnostic, &lines, columns))
      switch diagnostic.severity {
      case .error: errorCount += 1
      case .warning: warningCount += 1
      }
    }
  }

  /// Renders a finding on its line alone, so that many findings in a long file take no time in proportion to both.
  private static func entry(
    _ diagnostic: Diagnostic, _ lines: inout Lines, _ columns: (Unicode.Scalar) -> Int
  ) -> Entry {
    let line = lines.line(at: diagnostic.place.offset)
    var onLine = diagnostic
    onLine.place.offset -= line.start
    let rendered = onLine.rendered(source: line.bytes, columns: columns)
    // The line is the only one of its source there: `name:1:column: …`.
    let rest = rendered.dropFirst(diagnostic.place.source.count + ":1:".count)
    let column = Int(rest.prefix { $0 != ":" }) ?? 1
    return Entry(
      diagnostic: diagnostic, line: line.number, column: column,
      rendered: "\(diagnostic.place.source):\(line.number):\(rest)")
  }

  /// As on the screen: place, source line, caret, hint; then how many there are.
  public var text: String {
    entries.map { $0.rendered + "\n" }.joined() + summary + "\n"
  }

  /// `2 errors, 1 warning`
  public var summary: String {
    func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
    if entries.isEmpty { return "nothing found" }
    return "\(counted(errorCount, "error")), \(counted(warningCount, "warning"))"
  }

  /// An array of objects, one a line: severity, code, file, line, column, message, hint.
  public var json: String {
    let objects = entries.map { entry in
      JSONText.object([
        ("severity", JSONText.quoted(entry.diagnostic.severity.word)),
        ("code", JSONText.quoted(entry.diagnostic.code)),
        ("file", JSONText.quoted(entry.diagnostic.place.source)),
        ("line", "\(entry.line)"), ("column", "\(entry.column)"),
        ("offset", "\(entry.diagnostic.place.offset)"), ("length", "\(entry.diagnostic.place.length)"),
        ("message", JSONText.quoted(entry.diagnostic.message)),
        ("hint", entry.diagnostic.hint.map(JSONText.quoted) ?? "null"),
      ])
    }
    return objects.isEmpty ? "[]\n" : "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"
  }

  /// Workflow commands, one a line, which GitHub shows beside the lines of a change.
  public var github: String {
    entries.map { entry in
      let diagnostic = entry.diagnostic
      let file = Self.escapedProperty(diagnostic.place.source)
      let hint = diagnostic.hint.map { "\n\($0)" } ?? ""
      let message = Self.escaped(diagnostic.message + hint)
      return "::\(diagnostic.severity.word) file=\(file),line=\(entry.line),col=\(entry.column),"
        + "title=\(diagnostic.code)::\(message)\n"
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func escapedProperty(_ text: String) -> String {
    var result = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// The lines of a source, looked up in rising order.
private struct Lines {
  private let bytes: [UInt8]
  private var number = 1
  private var start = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line that holds an offset: its number from 1, where it begins, and its bytes.
  mutating func line(at offset: Int) -> (number: Int, start: Int, bytes: [UInt8]) {
    let offset = min(max(0, offset), bytes.count)
    if offset < start { (number, start) = (1, 0) }
    var next = start
    while next < offset {
      if bytes[next] == UInt8(ascii: "\n") {
        number += 1
        start = next + 1
      }
      next += 1
    }
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return (number, start, Array(bytes[start..<end]))
  }
}
