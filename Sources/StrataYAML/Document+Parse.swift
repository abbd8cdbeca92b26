extension Document {
  /// Bytes of a source, at most: offsets into source and arena have 32 bits.
  static let sizeLimit = 1 << 30

  /// Reads a whole source. The document holds what could be read; with any error among the diagnostics it is not to be
  /// used. Takes one pass over the bytes to check them and one to read them; `bytes` is kept, not copied.
  ///
  /// - Parameter name: the source's name as the user gave it, for diagnostics.
  /// - Returns: the tree and what is wrong with the source, in the order of the source.
  public static func parse(_ bytes: [UInt8], name: String) -> (document: Document, diagnostics: [Diagnostic]) {
    var document = Document(name: name, source: bytes, arena: [], roots: [], nodes: [], places: [], tags: [])
    var problems: [Problem] = []
    bytes.withUnsafeBufferPointer { buffer in
      let view = ByteView(buffer)
      let encoding = Encoding.check(view)
      problems = encoding.problems
      guard problems.isEmpty else { return }
      var parser = Parser(view, handler: TreeBuilder(view, expecting: encoding.nodeEstimate))
      parser.parse()
      document = Document(
        name: name, source: bytes, arena: parser.scanner.arena, roots: parser.handler.roots,
        nodes: parser.handler.nodes, places: parser.handler.places, tags: parser.handler.tags)
      problems = parser.problems + parser.handler.problems
    }
    problems += document.keyProblems(isBroken: !problems.isEmpty)
    problems.sort { ($0.offset, $0.length) < ($1.offset, $1.length) }
    return (document, problems.map { document.diagnostic(for: $0) })
  }
}
