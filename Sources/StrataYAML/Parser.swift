/// Bytes → events: the grammar of YAML 1.2 over a scanner.
///
///     Scanner   a cursor: lines, scalars, properties              Scanner*.swift
///     Parser    a stack of open collections → events              Parser*.swift
///     Handler   events → TreeBuilder's flat nodes, or a print     Event.swift, TreeBuilder.swift
///
/// There is no recursion: `contexts` is the stack. Block collections are read line by line: a line's indentation says
/// which contexts end, the one on top says what may come (`Parser+Block`). A flow collection is read in one go from its
/// bracket to the bracket that closes it (`Parser+Flow`). After a mistake the parser goes on behind it
/// (`Parser+Recovery`).
struct Parser<Handler: EventHandler> {
  /// Collections inside one another, at most.
  static var depthLimit: Int { 1000 }
  /// c-ns-implicit-key: characters of a key in one line, at most.
  static var keyLimit: Int { 1024 }

  var scanner: Scanner
  var handler: Handler
  var contexts: [Context] = []
  /// Properties on lines above the node they belong to.
  var above = Properties.none
  /// Handles that the document's %TAG directives declare.
  var tagHandles = NameTable<Void>()
  /// Where byte order marks begin a document.
  var byteOrderMarks: [Int] = []
  var problems: [Problem] = []
  var warnings: [Problem] = []
  let dialect: Document.Dialect
  /// Bytes that were read again after mistakes.
  var reread = 0

  init(_ bytes: ByteView, handler: Handler, dialect: Document.Dialect = .standard) {
    scanner = Scanner(bytes)
    self.dialect = dialect
    self.handler = handler
    contexts.reserveCapacity(64)
  }

  // MARK: Contexts

  @inline(__always) var top: Int { contexts.count - 1 }

  /// Begins the collection that is due.
  mutating func push(_ kind: Context.Kind, _ slot: Context.Slot, indentation: Int, at opening: Int) throws(Problem) {
    guard contexts.count <= Self.depthLimit else { throw Problem(.tooDeep(limit: Self.depthLimit), at: opening) }
    completeSlot()
    let node: UInt32
    switch kind {
    case .document: node = 0
    case .blockSequence: node = handler.beginSequence(at: opening, isFlow: false)
    case .flowSequence: node = handler.beginSequence(at: opening, isFlow: true)
    case .blockMapping: node = handler.beginMapping(at: opening, isFlow: false)
    case .flowMapping, .flowPair: node = handler.beginMapping(at: opening, isFlow: true)
    }
    contexts.append(
      Context(kind: kind, slot: slot, indentation: Int32(indentation), node: node, opening: UInt32(opening)))
  }

  /// Ends the collection on top; what is due in it is empty.
  mutating func pop() {
    fillDue()
    let context = contexts.removeLast()
    if context.kind != .document { handler.end(context.node, at: scanner.at, arena: scanner.arena) }
  }

  /// Where nodes are due, a key and its value perhaps, nothing was written: e-node.
  @inline(__always)
  mutating func fillDue() {
    while contexts[top].isDue { fillOneDue() }
  }

  /// One node that is due is empty.
  mutating func fillOneDue() {
    flushAbove()
    let empty = Scalar.empty(at: scanner.at)
    switch contexts[top].slot {
    case .explicitKey, .flowExplicitKey:
      handler.key(empty)
      completeSlot()
    case .root, .item, .value, .explicitValue, .flowValue:
      handler.scalar(empty)
      completeSlot()
    case .afterExplicitKey:
      handler.scalar(empty)
      contexts[top].slot = .entry
    case .flowAfterKey, .flowAfterQuotedKey:
      handler.scalar(empty)
      contexts[top].slot = .flowAfterEntry
    case .entry, .done, .flowEntry, .flowAfterEntry: break
    }
  }

  /// The node that was due is there, or has begun.
  @inline(__always)
  mutating func completeSlot() {
    switch contexts[top].slot {
    case .root: contexts[top].slot = .done
    case .item, .value, .explicitValue: contexts[top].slot = .entry
    case .explicitKey: contexts[top].slot = .afterExplicitKey
    case .entry, .afterExplicitKey, .done: break
    case .flowEntry, .flowValue: contexts[top].slot = .flowAfterEntry
    case .flowExplicitKey: contexts[top].slot = .flowAfterKey
    case .flowAfterKey, .flowAfterQuotedKey, .flowAfterEntry: break
    }
  }

  /// Tells the handler the properties from lines above: they belong to the node that comes now.
  @inline(__always)
  mutating func flushAbove() {
    if !above.isEmpty {
      handler.properties(above)
      above = .none
    }
  }

  // MARK: Documents

  /// l-yaml-stream.
  mutating func parse() {
    if scanner.bytes[0] == 0xEF { skipByteOrderMark() }
    while parseDocument() {}
  }

  /// c-byte-order-mark.
  private mutating func skipByteOrderMark() {
    if Encoding.isByteOrderMark(scanner.bytes, at: scanner.at) {
      byteOrderMarks.append(scanner.at)
      scanner.at += 3
      scanner.lineStart = scanner.at
    }
  }

  /// l-document-prefix*, then l-any-document and l-document-suffix*. Returns false at the end of the source.
  private mutating func parseDocument() -> Bool {
    if !tagHandles.isEmpty { tagHandles = NameTable() }
    var directives = 0..<0
    var content = scanner.skipToContent()
    if case .end = content, !scanner.isAtEnd, scanner.current == .dot { return parseDocumentSuffix() }
    // l-directive*
    var hasVersion = false
    while case .content = content, scanner.current == .percent, scanner.column == 0 {
      if directives.isEmpty { directives = scanner.at..<scanner.at + scanner.lengthOfLineRest() }
      do throws(Problem) {
        try parseDirective(hasVersion: &hasVersion)
      } catch {
        report(error)
        scanner.skipToBreak()
        scanner.skipBreak()
      }
      content = scanner.skipToContent()
    }
    let isExplicit = scanner.current == .dash && scanner.column == 0 && scanner.isDocumentMarker(at: scanner.at)
    if !directives.isEmpty && !isExplicit { report(Problem(.directiveWithoutDocument, directives)) }
    if scanner.isAtEnd { return false }
    if case .end = content, !isExplicit { return parseDocumentSuffix() }

    handler.beginDocument()
    contexts.removeAll(keepingCapacity: true)
    contexts.append(Context(kind: .document, slot: .root, indentation: -1, node: 0, opening: UInt32(scanner.at)))
    if isExplicit {
      recovering { parser throws(Problem) in
        parser.scanner.at += 3
        try parser.parseRestOfLine(isCompact: false)
      }
    } else {
      scanner.at = scanner.lineStart
    }
    parseLines()
    while !contexts.isEmpty { pop() }
    handler.endDocument(at: scanner.at)
    if problems.count > Problem.limit { return false }
    if !scanner.isAtEnd && scanner.current == .dot { return parseDocumentSuffix() }
    return !scanner.isAtEnd
  }

  /// l-document-suffix: `...` and what is left of its line. A byte order mark may begin the next document.
  private mutating func parseDocumentSuffix() -> Bool {
    scanner.at += 3
    do throws(Problem) {
      try scanner.endLine()
    } catch {
      report(Problem(.contentAfterDocumentEnd, at: error.offset, length: error.length))
      scanner.skipToBreak()
      scanner.skipBreak()
    }
    skipByteOrderMark()
    return problems.count <= Problem.limit && !scanner.isAtEnd
  }
}
