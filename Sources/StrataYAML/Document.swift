/// The tree of one YAML source: flat nodes in document order over the bytes they were read from.
///
/// Nodes are trivial records in one array, linked by index; text is a range of the source, or of an arena
/// for text that is not verbatim in it (folded, escaped, joined). Nothing is copied for a node.
///
///     let (document, diagnostics) = Document.parse(Array("name: Harbor".utf8), name: "team.yaml")
///     let root = document.roots[0]                       // one root a YAML document of the source
///     document.string(document.value(of: "name", in: root)!)   // "Harbor"
public struct Document: Sendable {
  /// What a node is.
  public enum Kind: UInt8, Sendable {
    case scalar, sequence, mapping, alias
  }

  /// How a scalar was written.
  public enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded

    /// A block scalar: `|` or `>`.
    @inline(__always) var isBlock: Bool { rawValue >= Style.literal.rawValue }
  }

  /// An index into the nodes of one document.
  public struct NodeID: Hashable, Sendable {
    var index: UInt32
  }

  /// A run of text: `length` bytes at `offset` of the source or, from `source.count` on, of the arena behind it.
  public struct TextRange: Hashable, Sendable {
    /// Bytes from the beginning of the source or of the arena.
    public var offset: UInt32
    /// Bytes.
    public var length: UInt32
  }

  /// A range of the source that few nodes have, kept beside them in the order of the nodes.
  struct SideRange: Sendable {
    var node: UInt32
    var offset: UInt32
    var length: UInt32

    init(node: UInt32, _ range: Range<Int>) {
      self.node = node
      offset = UInt32(range.lowerBound)
      length = UInt32(range.count)
    }
  }

  /// The source's name as the user gave it.
  public let name: String
  /// The bytes that were parsed, UTF-8; empty once `takeStore` moved them out.
  public internal(set) var source: [UInt8]
  /// Text that is not verbatim in the source.
  public internal(set) var arena: [UInt8]
  /// One node a YAML document of the source; none for an empty source.
  public let roots: [NodeID]

  /// Moves the bytes out, so that a model can keep texts as ranges of them without a copy. A `TextRange` counts through
  /// the source and then the arena.
  public consuming func takeStore() -> (source: [UInt8], arena: [UInt8]) {
    (source, arena)
  }

  #if DEBUG
    /// Bytes that the scanner looked at, again and again where it looks back: a test holds them against the source.
    var steps = 0
  #endif

  var nodes: NodeTable
  /// Where the nodes stand whose text does not tell it: it is in the arena, or below a block scalar's header.
  var places: [SideRange]
  /// Tags as written.
  var tags: [SideRange]
}
