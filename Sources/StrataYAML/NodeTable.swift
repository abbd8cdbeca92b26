/// The nodes of a document in its order, and the extents of the few that are too large for their node.
struct NodeTable: Sendable {
  private var nodes: [Node] = []
  private var largeExtents: [UInt32: UInt32] = [:]

  @inline(__always) var count: Int { nodes.count }
  @inline(__always) var isFull: Bool { nodes.count == nodes.capacity }

  mutating func reserveCapacity(_ capacity: Int) {
    nodes.reserveCapacity(capacity)
  }

  @inline(__always)
  subscript(index: Int) -> Node {
    get { nodes[index] }
    set { nodes[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ node: Node, extent: Int) {
    var node = node
    node.extent = min(extent, Node.extentLimit)
    if extent >= Node.extentLimit { largeExtents[UInt32(nodes.count)] = UInt32(extent) }
    nodes.append(node)
  }

  /// A scalar's text in bytes; how many nodes a collection is, itself included; the node an alias refers to.
  @inline(__always)
  func extent(at index: Int) -> Int {
    let extent = nodes[index].extent
    return extent < Node.extentLimit ? extent : Int(largeExtents[UInt32(index)] ?? 0)
  }

  @inline(__always)
  mutating func setExtent(_ extent: Int, at index: Int) {
    if extent >= Node.extentLimit { largeExtents[UInt32(index)] = UInt32(extent) }
    nodes[index].extent = min(extent, Node.extentLimit)
  }

  /// The node an alias refers to; any other node itself.
  @inline(__always)
  func resolved(_ index: Int) -> Int {
    nodes[index].kind == .alias ? extent(at: index) : index
  }

  /// A scalar's text: bytes from the beginning of the source, or `source.count` and more for the arena.
  @inline(__always)
  func text(at index: Int) -> Range<Int> {
    let start = Int(nodes[index].offset)
    return start..<start + extent(at: index)
  }

  /// The node after this one and all that is in it.
  @inline(__always)
  func next(after index: Int) -> Int {
    switch nodes[index].kind {
    case .scalar, .alias: index + 1
    case .sequence, .mapping: index + extent(at: index)
    }
  }
}
