// Memory: lent.

extension Document {
  /// Bytes of a source, at most: offsets into source and arena have 32 bits.
  public static let sizeLimit = 1 << 30

  /// What is read beyond YAML 1.2.
  public enum Dialect: Sendable {
    /// Nothing.
    case standard
    /// What libyaml reads, too, with a warning: a closing bracket in the column of its key.
    case libyaml
  }

  /// Reads a whole source. The document holds what could be read; with any error among the diagnostics it is not to be
  /// used. Takes one pass over the bytes to check them and one to read them; `bytes` is kept, not copied.
  ///
  /// - Parameters:
  ///   - bytes: the source, UTF-8.
  ///   - name: the source's name as the user gave it, for diagnostics.
  ///   - dialect: what beyond YAML 1.2 is read.
  /// - Returns: the tree and what is wrong with the source, in the order of the source.
  public static func parse(
    _ bytes: [UInt8], name: String, dialect: Dialect = .standard
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    var document = Document(name: name, source: bytes, arena: [], roots: [], nodes: NodeTable(), places: [], tags: [])
    var problems: [Problem] = []
    var warnings: [Problem] = []
    var quotedOnly: [Range<UInt32>] = []
    var byteOrderMarks: [Int] = []
    var keyFindings: [KeyCheck.Finding] = []
    bytes.withUnsafeBufferPointer { buffer in
      let view = ByteView(buffer)
      let encoding = Encoding.check(view)
      problems = encoding.problems
      guard problems.isEmpty else { return }
      var parser = Parser(view, handler: TreeBuilder(view), dialect: dialect)
      parser.parse()
      document = Document(
        name: name, source: bytes, arena: parser.scanner.arena, roots: parser.handler.roots,
        nodes: parser.handler.nodes, places: parser.handler.places, tags: parser.handler.tags)
      #if DEBUG
        document.steps = parser.scanner.steps
      #endif
      problems = parser.problems + parser.handler.problems
      warnings = parser.warnings
      quotedOnly = encoding.quotedOnly
      keyFindings = parser.handler.keyCheck.findings
      byteOrderMarks = parser.byteOrderMarks
    }
    problems += document.problems(of: quotedOnly, except: byteOrderMarks)
    problems += document.problems(of: keyFindings, isBroken: !problems.isEmpty)
    problems.sort { ($0.offset, $0.length) < ($1.offset, $1.length) }
    problems = document.withoutEchoes(problems)
    problems = Culprit.explained(problems, in: bytes)
    if problems.count > Problem.limit {
      problems.removeLast(problems.count - Problem.limit)
      problems.append(Problem(.tooMany(limit: Problem.limit), at: problems[Problem.limit - 1].offset))
    }
    problems = (problems + warnings).sorted { $0.offset < $1.offset }
    return (document, document.diagnostics(for: problems))
  }

  /// A text that begins with `*` is no alias, and what follows on its line is no second mistake.
  private func withoutEchoes(_ problems: [Problem]) -> [Problem] {
    problems.indices.filter { index in
      guard index > 0, problems[index - 1].kind == .undefinedAlias else { return true }
      return source[problems[index - 1].offset..<problems[index].offset].contains(.lineFeed)
    }.map { problems[$0] }
  }

  /// Of the characters that are allowed in quotes only those that stand elsewhere, those in a row as one. One pass over
  /// the nodes: what is in a row is in quotes as a whole, or not.
  ///
  /// - Parameters:
  ///   - quotedOnly: their places, ranges of the source.
  ///   - allowed: where byte order marks begin a document.
  private func problems(of quotedOnly: [Range<UInt32>], except allowed: [Int]) -> [Problem] {
    var problems: [Problem] = []
    var allowed = allowed[...]
    var node = 0
    for range in quotedOnly where problems.count <= Problem.limit {
      var start = Int(range.lowerBound)
      while let first = allowed.first, first < start { allowed.removeFirst() }
      if allowed.first == start { start += 3 }
      if start == range.upperBound { continue }
      while node < nodes.count, nodes[node].kind != .scalar || end(of: node) <= start { node += 1 }
      if node < nodes.count {
        let id = NodeID(index: UInt32(node))
        let style = style(of: id)
        let isQuoted = style == .doubleQuoted || style == .singleQuoted
        if isQuoted && place(of: id).offset < start { continue }
      }
      var problem = source.withUnsafeBufferPointer { Encoding.problem(ofQuotedOnly: ByteView($0), at: start) }
      problem.length = Int(range.upperBound) - start
      problems.append(problem)
    }
    return problems
  }

  private func end(of node: Int) -> Int {
    let place = place(of: NodeID(index: UInt32(node)))
    return place.offset + place.length
  }
}
