/// Events → the flat nodes of a document.
struct TreeBuilder: EventHandler {
  var nodes = NodeTable()
  var roots: [Document.NodeID] = []
  var places: [Document.SideRange] = []
  var tags: [Document.SideRange] = []
  var problems: [Problem] = []

  private let bytes: ByteView
  private var pending = Properties.none
  /// The node that was completed last: the last child when its collection ends.
  private var completed: UInt32 = 0
  private var anchors: Anchors
  /// Whether aliases repeat more than they may.
  private var isTooLarge = false
  private(set) var keyCheck: KeyCheck

  init(_ bytes: ByteView) {
    self.bytes = bytes
    keyCheck = KeyCheck(bytes)
    anchors = Anchors(bytes)
    nodes.reserveCapacity(min(bytes.count / 16, 4096) + 16)
  }

  mutating func beginDocument() {
    roots.append(Document.NodeID(index: UInt32(nodes.count)))
    anchors.removeAll()
  }

  mutating func endDocument(at offset: Int) {
    nodes[Int(completed)].isLast = true
  }

  mutating func properties(_ properties: Properties) {
    pending = properties
  }

  @inline(__always)
  mutating func scalar(_ scalar: Scalar) {
    append(scalar)
  }

  @inline(__always)
  mutating func key(_ scalar: Scalar) {
    append(scalar)
  }

  @inline(__always)
  private mutating func append(_ scalar: Scalar) {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    var node = Node(
      kind: .scalar, style: scalar.style, offset: UInt32(truncatingIfNeeded: scalar.text.lowerBound))
    if !scalar.isVerbatim { node.offset += UInt32(bytes.count) }
    if !scalar.isVerbatim || scalar.style.isBlock {
      node.hasPlace = true
      places.append(Document.SideRange(node: index, scalar.place))
    }
    if !pending.isEmpty {
      node.hasTag = !pending.tag.isEmpty
      describe(index, weight: scalar.text.count + 1)
    }
    store(node, extent: scalar.text.count, from: scalar.place.lowerBound)
    completed = index
  }

  @inline(__always)
  private mutating func store(_ node: Node, extent: Int, from offset: Int) {
    if nodes.isFull { grow(at: offset) }
    nodes.append(node, extent: extent)
  }

  /// Makes room for as many nodes as the rest of the source will have if it goes on as it began, so that nothing is
  /// copied twice and little room is left over.
  private mutating func grow(at offset: Int) {
    nodes.reserveCapacity(bytes.capacity(for: nodes.count, at: offset, limit: bytes.count / 2))
  }

  mutating func alias(_ name: Range<Int>, isKey: Bool) {
    let index = UInt32(nodes.count)
    var extent = nodes.count  // itself: it refers to nothing
    switch anchors.resolve(name) {
    case .node(let target):
      extent = Int(target)
      if isKey && nodes[Int(target)].kind != .scalar { report(.keyNotScalar, name) }
    case .undefined: report(.undefinedAlias, name)
    case .open: report(.aliasCycle, name)
    case .tooLarge(let limit):
      // One mistake, however many aliases follow.
      if !isTooLarge { report(.aliasTooLarge(limit: limit), name) }
      isTooLarge = true
    }
    let node = Node(kind: .alias, style: .plain, offset: UInt32(name.lowerBound - 1))
    store(node, extent: extent, from: name.lowerBound)
    completed = index
  }

  private mutating func report(_ kind: Problem.Kind, _ name: Range<Int>) {
    guard problems.count <= Problem.limit else { return }
    problems.append(Problem(kind, name.lowerBound - 1..<name.upperBound))
  }

  mutating func beginSequence(at offset: Int, isFlow: Bool) -> UInt32 {
    begin(.sequence, at: offset, isFlow: isFlow)
  }

  mutating func beginMapping(at offset: Int, isFlow: Bool) -> UInt32 {
    begin(.mapping, at: offset, isFlow: isFlow)
  }

  @inline(__always)
  private mutating func begin(_ kind: Document.Kind, at offset: Int, isFlow: Bool) -> UInt32 {
    let index = UInt32(truncatingIfNeeded: nodes.count)
    var node = Node(kind: kind, style: .plain, offset: UInt32(truncatingIfNeeded: offset))
    node.isFlow = isFlow
    if !pending.isEmpty {
      node.hasTag = !pending.tag.isEmpty
      node.isAnchored = !pending.anchor.isEmpty
      describe(index, weight: nil)
    }
    store(node, extent: 1, from: offset)
    completed = index
    return index
  }

  @inline(__always)
  mutating func end(_ collection: UInt32, at offset: Int, arena: [UInt8]) {
    let index = Int(collection)
    nodes.setExtent(nodes.count - index, at: index)
    if nodes.count - 1 > index { nodes[Int(completed)].isLast = true }
    if nodes[index].isAnchored { anchors.close(collection, weight: offset - Int(nodes[index].offset)) }
    completed = collection
    if nodes[index].kind == .mapping { keyCheck.check(index, nodes: nodes, arena: arena) }
  }

  /// Keeps tag and anchor of the node that is about to be appended.
  ///
  /// - Parameter weight: what an alias of it makes reachable; nil for a collection that has just begun.
  private mutating func describe(_ node: UInt32, weight: Int?) {
    if !pending.tag.isEmpty { tags.append(Document.SideRange(node: node, pending.tag)) }
    if !pending.anchor.isEmpty { anchors.define(pending.anchor, node: node, weight: weight) }
    pending = .none
  }
}
