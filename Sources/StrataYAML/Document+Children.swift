extension Document {
  /// The entries of a mapping: key and value, aliases followed. None for any other node.
  public struct Entries: Sequence, IteratorProtocol, Sendable {
    private var children: Children

    /// The entries of a node of the document.
    public init(of mapping: NodeID, in document: Document) { children = Children(of: mapping, in: document) }

    /// The next entry, in the order of the source.
    public mutating func next() -> (key: NodeID, value: NodeID)? {
      guard let key = children.next(), let value = children.next() else { return nil }
      return (key, value)
    }
  }

  /// The items of a sequence, aliases followed. None for a scalar.
  public struct Items: Sequence, IteratorProtocol, Sendable {
    private var children: Children

    /// The items of a node of the document.
    public init(of sequence: NodeID, in document: Document) { children = Children(of: sequence, in: document) }

    /// The next item, in the order of the source.
    public mutating func next() -> NodeID? { children.next() }
  }

  /// Holds the nodes alone: a document is many references.
  private struct Children {
    private let nodes: NodeTable
    private var cursor: Int?

    init(of node: NodeID, in document: Document) {
      nodes = document.nodes
      cursor = document.firstChild(of: node).map { Int($0.index) }
    }

    @inline(__always)
    mutating func next() -> NodeID? {
      guard let child = cursor else { return nil }
      cursor = nodes[child].isLast ? nil : nodes.next(after: child)
      return NodeID(index: UInt32(nodes.resolved(child)))
    }
  }
}
