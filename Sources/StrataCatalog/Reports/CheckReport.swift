public import StrataText
public import StrataYAML

/// What was found in catalogs, as `strata check` prints it.
public struct CheckReport: Sendable {
  private struct Entry: Sendable {
    var diagnostic: Diagnostic
    var excerpt: SourceLines.Excerpt
  }

  /// Findings of one kind in one file.
  private struct Group: Hashable {
    var source: String
    var kind: String
    var severity: Diagnostic.Severity
  }

  /// Findings that are printed with their source line; of more each is one line.
  private static let excerptLimit = 10
  /// Findings of one kind in one file that are printed one by one; more are one line.
  private static let groupLimit = 10

  private var entries: [Entry] = []
  private let listsAll: Bool
  /// Findings that keep a file from being used, or that somebody wanted to be such.
  public private(set) var errorCount = 0
  /// All others.
  public private(set) var warningCount = 0
  #if DEBUG
    /// Bytes of the sources looked at, so that tests can hold the work against their length.
    private(set) var steps = 0
  #endif

  /// One pass over each source.
  ///
  /// - Parameters:
  ///   - diagnostics: sorted by source and place.
  ///   - source: the bytes of a named source, if they are to be had.
  ///   - columns: how many terminal columns a character takes.
  ///   - width: terminal columns of a source line that are shown, at most; nil for as many as a source line has at best.
  ///   - listsAll: whether the text has each finding, also where a file has many of one kind.
  public init(
    _ diagnostics: [Diagnostic], source: (String) -> [UInt8]?, columns: @escaping (Unicode.Scalar) -> Int,
    width: Int? = nil, listsAll: Bool = false
  ) {
    self.listsAll = listsAll
    entries.reserveCapacity(diagnostics.count)
    var name: String?
    var lines = SourceLines([], columns: columns, width: width)
    defer { count(lines) }
    for diagnostic in diagnostics {
      if diagnostic.place.source != name {
        count(lines)
        name = diagnostic.place.source
        lines = SourceLines((source(diagnostic.place.source) ?? [])[...], columns: columns, width: width)
      }
      entries.append(Entry(diagnostic: diagnostic, excerpt: lines.excerpt(of: diagnostic.place)))
      switch diagnostic.severity {
      case .error: errorCount += 1
      case .warning: warningCount += 1
      }
    }
  }

  private mutating func count(_ lines: SourceLines) {
    #if DEBUG
      steps += lines.steps
    #endif
  }

  /// As on the screen: place, message and kind, source line, caret, hint; then how many there are. Of more than ten
  /// findings each is one line; more than ten of one kind in a file are one line together, where the first would stand.
  public var text: VisibleText {
    var counts: [Group: Int] = [:]
    if !listsAll { for entry in entries { counts[group(of: entry), default: 0] += 1 } }
    let isBrief = !listsAll && entries.count > Self.excerptLimit
    var summarized: Set<Group> = []
    var result = VisibleText.empty
    for entry in entries {
      let group = group(of: entry)
      let diagnostic = entry.diagnostic
      if let count = counts[group], count > Self.groupLimit {
        guard summarized.insert(group).inserted else { continue }
        result += line(of: entry, Self.counted(count, group.severity.word), ", the first: \(diagnostic.message)")
      } else if isBrief {
        let hint = diagnostic.hint.map { "; \($0)" } ?? ""
        result += line(of: entry, "\(group.severity.word): \(diagnostic.message)", hint)
      } else {
        result += VisibleText(lines: diagnostic.rendered(with: entry.excerpt, remark: " [\(group.kind)]") + "\n")
      }
    }
    return result + "\(summary)\(isBrief ? "; --all prints each with its line" : "")\n"
  }

  /// `name:line:column: … [kind]…`
  private func line(of entry: Entry, _ message: String, _ rest: String) -> VisibleText {
    """
    \(entry.diagnostic.place.shownSource):\(entry.excerpt.line):\(entry.excerpt.column): \(message) \
    [\(entry.diagnostic.kind)]\(rest)

    """
  }

  private func group(of entry: Entry) -> Group {
    Group(source: entry.diagnostic.place.source, kind: entry.diagnostic.kind, severity: entry.diagnostic.severity)
  }

  private static func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }

  /// `2 errors, 1 warning`
  public var summary: String {
    if entries.isEmpty { return "nothing found" }
    return "\(Self.counted(errorCount, "error")), \(Self.counted(warningCount, "warning"))"
  }

  /// An array of objects, one a line: severity, kind, file, line, column, message, hint.
  public var json: VisibleText {
    let objects = entries.map { entry in
      JSONText.object([
        ("severity", JSONText.quoted(entry.diagnostic.severity.word)),
        ("kind", JSONText.quoted(entry.diagnostic.kind)),
        ("file", JSONText.quoted(entry.diagnostic.place.source)),
        ("line", "\(entry.excerpt.line)"), ("column", "\(entry.excerpt.column)"),
        ("offset", "\(entry.diagnostic.place.offset)"), ("length", "\(entry.diagnostic.place.length)"),
        ("message", JSONText.quoted(entry.diagnostic.message)),
        ("hint", entry.diagnostic.hint.map(JSONText.quoted) ?? "null"),
      ])
    }
    return objects.isEmpty ? "[]\n" : VisibleText(json: "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n")
  }

  /// SARIF 2.1.0, which code scanning reads.
  public var sarif: VisibleText {
    let kinds = Set(entries.map(\.diagnostic.kind)).sorted()
    let rules = kinds.map { JSONText.object([("id", JSONText.quoted($0))]) }
    let results = entries.map { entry in
      let diagnostic = entry.diagnostic
      let message = diagnostic.message + (diagnostic.hint.map { "; \($0)" } ?? "")
      let region = JSONText.object([("startLine", "\(entry.excerpt.line)"), ("startColumn", "\(entry.excerpt.column)")])
      let artifact = JSONText.object([("uri", JSONText.quoted(Self.uri(of: diagnostic.place.source)))])
      let location = JSONText.object([
        ("physicalLocation", JSONText.object([("artifactLocation", artifact), ("region", region)]))
      ])
      return JSONText.object([
        ("ruleId", JSONText.quoted(diagnostic.kind)), ("level", JSONText.quoted(diagnostic.severity.word)),
        ("message", JSONText.object([("text", JSONText.quoted(message))])), ("locations", "[\(location)]"),
      ])
    }
    let driver = JSONText.object([("name", JSONText.quoted("strata")), ("rules", "[\(rules.joined(separator: ", "))]")])
    return VisibleText(
      json: """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [{"tool": {"driver": \(driver)}, "results": [
            \(results.joined(separator: ",\n    "))
          ]}]
        }

        """)
  }

  /// A path as a relative reference: what a URI may not hold is escaped.
  private static func uri(of path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      let isPlain =
        byte < 0x80
        && (byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x2D && byte <= 0x39 || byte == 0x5F
          || byte == 0x7E)
      if isPlain {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// Workflow commands, one a line, which GitHub shows beside the lines of a change.
  public var github: VisibleText {
    let lines = entries.map { entry in
      let diagnostic = entry.diagnostic
      let file = Self.escapedProperty(diagnostic.place.source)
      let hint = diagnostic.hint.map { "\n\($0)" } ?? ""
      let message = Self.escaped(diagnostic.message + hint)
      return "::\(diagnostic.severity.word) file=\(file),line=\(entry.excerpt.line),col=\(entry.excerpt.column),"
        + "title=\(diagnostic.kind)::\(message)\n"
    }
    return VisibleText(lines: lines.joined())
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
