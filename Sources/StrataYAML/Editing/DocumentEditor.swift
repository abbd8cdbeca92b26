/// Changes a YAML source at a path and leaves every other byte as it is: comments, order, blank lines, quotes, line ends.
///
///     var editor = try DocumentEditor(bytes, name: "strata-stack.yaml")
///     try editor.set(["tools", 0, "status"], to: "hold")
///     try editor.append(["id": "zot", "status": "trial"], to: ["tools"])
///     editor.source    // the bytes to write
///
/// Each change is held against the parser: the new source must read as the old tree with that change and nothing else, or
/// the change is refused and the source stays. A change takes time in proportion to the source.
public struct DocumentEditor: Sendable {
  /// A key of a mapping, or the position of an item in a sequence.
  public enum Step: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    case key(String)
    case item(Int)

    /// A key of a mapping.
    public init(stringLiteral value: String) { self = .key(value) }
    /// An item of a sequence, from 0.
    public init(integerLiteral value: Int) { self = .item(value) }
  }

  /// Why a source or a change is refused.
  public enum Failure: Error, Hashable, Sendable {
    /// The source does not parse; what is wrong with it, in its order.
    case unreadable([Diagnostic])
    /// It holds several documents.
    case severalDocuments
    /// The path leads nowhere; the number of its first step that does not.
    case missing(step: Int)
    /// What stands there is not what the change needs: a mapping to set a key of, a sequence to append to.
    case wrongKind(Diagnostic.Place)
    /// An alias stands on the path: a change of it would be one of what it refers to.
    case alias(Diagnostic.Place)
    /// An anchor stands on the path that is referred to elsewhere: a change would be one there, too.
    case anchor(Diagnostic.Place)
    /// It cannot be written there without a change of something else.
    case notWritable(Diagnostic.Place)
  }

  /// The source as it is now.
  public private(set) var source: [UInt8]
  private(set) var document: Document
  private let name: String
  /// Nodes that aliases refer to.
  private var referred: Set<Int> = []

  /// - Parameters:
  ///   - source: the document's bytes.
  ///   - name: the source's name as the user gave it, for diagnostics.
  public init(_ source: [UInt8], name: String) throws(Failure) {
    self.source = source
    self.name = name
    let (document, diagnostics) = Document.parse(source, name: name)
    self.document = document
    if diagnostics.contains(where: { $0.severity == .error }) { throw .unreadable(diagnostics) }
    guard document.roots.count <= 1 else { throw .severalDocuments }
    referred = Self.referred(in: document)
  }

  // MARK: Changes

  /// Gives the value at `path` a new one; a key that the last step names and its mapping lacks is added at its end.
  public mutating func set(_ path: [Step], to value: EditedValue) throws(Failure) {
    guard let last = path.last else { throw .missing(step: 0) }
    if document.roots.isEmpty { return try begin(path, with: value) }
    let parent = try node(at: path.dropLast())
    if let found = child(last, of: parent) {
      try check(found)
      try replace(found, with: value)
      return
    }
    guard case .key(let key) = last,
      document.kind(of: parent.value) == .mapping || document.isNull(parent.value)
    else {
      throw document.kind(of: parent.value) == .scalar
        ? .wrongKind(document.place(of: parent.value)) : .missing(step: path.count - 1)
    }
    try add(.pair(key, value), to: parent)
  }

  /// Puts an item behind the last one of the sequence at `path`; where nothing is written there, it becomes one.
  public mutating func append(_ value: EditedValue, to path: [Step]) throws(Failure) {
    let sequence = try node(at: path[...])
    guard document.kind(of: sequence.value) == .sequence || document.isNull(sequence.value) else {
      throw .wrongKind(document.place(of: sequence.value))
    }
    try add(.item(value), to: sequence)
  }

  /// Takes the pair or item at `path` out, its own comment at the end of its line included.
  public mutating func remove(_ path: [Step]) throws(Failure) {
    guard let last = path.last else { throw .missing(step: 0) }
    let parent = try node(at: path.dropLast())
    guard let found = child(last, of: parent) else { throw .missing(step: path.count - 1) }
    try check(found)
    try takeOut(found, of: parent)
  }

  /// Whether the path leads to something.
  public func holds(_ path: [Step]) -> Bool { (try? node(at: path[...])) != nil }

  // MARK: Paths

  /// A value and, in a mapping, its key.
  struct Found {
    var key: Document.NodeID?
    var value: Document.NodeID
    /// Of the mapping or sequence around it.
    var isInFlow: Bool
    /// Where the entry before it begins and ends is told by its siblings.
    var isFirst: Bool
    /// Bytes before the key or the dash on its line; of the document's root 0.
    var column: Int
  }

  func node(at path: ArraySlice<Step>) throws(Failure) -> Found {
    guard !document.roots.isEmpty else { throw .missing(step: 0) }
    var found = Found(key: nil, value: document.roots[0], isInFlow: false, isFirst: true, column: 0)
    try check(found)
    for (number, step) in path.enumerated() {
      guard let next = child(step, of: found) else { throw .missing(step: number) }
      try check(next)
      found = next
    }
    return found
  }

  private func check(_ found: Found) throws(Failure) {
    let node = found.value
    if document.kind(of: node) == .alias { throw .alias(document.place(of: node)) }
    if referred.contains(Int(node.index)) { throw .anchor(document.place(of: node)) }
  }

  private func child(_ step: Step, of parent: Found) -> Found? {
    let isFlow = document.nodes[Int(parent.value.index)].isFlow
    var next = document.firstChild(of: parent.value)
    var position = 0
    while let first = next {
      switch (step, document.kind(of: parent.value)) {
      case (.item(let wanted), .sequence):
        if position == wanted {
          let column = isFlow ? 0 : dash(before: first).map(column(at:)) ?? 0
          return Found(
            key: nil, value: first, isInFlow: isFlow, isFirst: position == 0, column: column)
        }
        next = document.next(after: first)
      case (.key(let wanted), .mapping):
        guard let value = document.next(after: first) else { return nil }
        // Byte by byte: the parser takes `é` and `e` with its accent for two keys.
        if document.kind(of: first) == .scalar, document.utf8(of: first).elementsEqual(wanted.utf8) {
          return Found(
            key: first, value: value, isInFlow: isFlow, isFirst: position == 0,
            column: column(at: document.place(of: first).offset))
        }
        next = document.next(after: value)
      case (.item, .mapping), (.key, .sequence), (.item, .scalar), (.key, .scalar), (.item, .alias),
        (.key, .alias):
        return nil
      }
      position += 1
    }
    return nil
  }

  static func referred(in document: Document) -> Set<Int> {
    var all: Set<Int> = []
    for index in 0..<document.nodes.count where document.nodes[index].kind == .alias {
      all.insert(document.nodes.resolved(index))
    }
    return all
  }

  // MARK: Carrying out

  /// Replaces a range of the source, if the result reads as it should.
  ///
  /// - Parameters:
  ///   - nodes: those of the old document that go.
  ///   - events: what the new ones are, in their place.
  mutating func apply(
    _ range: Range<Int>, _ text: [UInt8], replacing nodes: Range<Int>, with events: [TreeEvent],
    at place: Diagnostic.Place
  ) throws(Failure) {
    var new = source
    new.replaceSubrange(range, with: text)
    let (read, diagnostics) = Document.parse(new, name: name)
    guard !diagnostics.contains(where: { $0.severity == .error }), read.roots.count == 1 else {
      throw .notWritable(place)
    }
    var expected = TreeEvent.all(of: document, in: 0..<nodes.lowerBound)
    expected += events
    expected += TreeEvent.all(of: document, in: nodes.upperBound..<document.nodes.count)
    guard expected == TreeEvent.all(of: read, in: 0..<read.nodes.count) else {
      throw .notWritable(place)
    }
    source = new
    document = read
    referred = Self.referred(in: read)
  }
}
