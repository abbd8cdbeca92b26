extension Diagnostic {
  /// The diagnostic as people read it: `name:line:column: error: message`, the source line, the caret, the hint. Tabs are
  /// shown as the spaces up to the next tab stop, eight columns apart. For many of one source see `rendered(in:)`.
  ///
  /// - Parameters:
  ///   - source: the bytes of the named source.
  ///   - columns: how many terminal columns a character takes; line and column count from 1, in terminal columns.
  public func rendered(source: [UInt8], columns: @escaping (Unicode.Scalar) -> Int) -> String {
    var lines = SourceLines(source[...], columns: columns)
    return rendered(in: &lines)
  }

  /// The same with the lines of the source, which take one pass over it for all of its diagnostics together.
  public func rendered(in lines: inout SourceLines) -> String {
    rendered(with: lines.excerpt(of: place))
  }

  /// The same with the excerpt of its place.
  ///
  /// - Parameters:
  ///   - excerpt: of the place, as `SourceLines` gives it.
  ///   - remark: what stands behind the message.
  public func rendered(with excerpt: SourceLines.Excerpt, remark: String = "") -> String {
    "\(place.shownSource):\(excerpt.line):\(excerpt.column): \(severity.word): \(message)\(remark)\n\(excerpt.text)"
      + (hint.map { "\nhint: \($0)" } ?? "")
  }
}

extension Diagnostic.Place {
  /// The source's name on one line.
  public var shownSource: String { Diagnostic.oneLine(source) }
}

extension Diagnostic.Severity {
  /// `error` or `warning`.
  public var word: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    }
  }
}
