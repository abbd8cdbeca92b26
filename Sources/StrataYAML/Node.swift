/// One node of a document: eight bytes. Nodes lie in document order, a collection before its children, so a collection's
/// first child is the node after it and its extent leads past its last.
struct Node {
  /// A scalar's text: bytes from the beginning of the source, or `source.count` and more for the arena. Where a collection
  /// or an alias stands.
  var offset: UInt32
  /// Bits 0–1 `kind`, 2–4 `style`, 5–9 flags, 10–31 `extent`.
  private var bits: UInt32

  @inline(__always)
  init(kind: Document.Kind, style: Document.Style, offset: UInt32) {
    self.offset = offset
    bits = UInt32(kind.rawValue) | UInt32(style.rawValue) << 2
  }

  @inline(__always) var kind: Document.Kind { Document.Kind(rawValue: UInt8(bits & 3))! }
  var style: Document.Style { Document.Style(rawValue: UInt8(bits >> 2 & 7)) ?? .plain }

  /// A scalar's text in bytes; how many nodes a collection is, itself included; the node an alias refers to. At most
  /// `extentLimit`, which says that a `NodeTable` has it beside the nodes.
  @inline(__always) var extent: Int {
    get { Int(bits >> 10) }
    set { bits = bits & 0x3FF | UInt32(truncatingIfNeeded: newValue) << 10 }
  }
  static let extentLimit = 1 << 22 - 1

  /// The last child of its collection.
  @inline(__always) var isLast: Bool {
    get { self[5] }
    set { self[5] = newValue }
  }
  /// Written in brackets.
  var isFlow: Bool {
    get { self[6] }
    set { self[6] = newValue }
  }
  /// Its place stands in the document's `places`: the text does not tell it.
  var hasPlace: Bool {
    get { self[7] }
    set { self[7] = newValue }
  }
  /// Its tag stands in the document's `tags`.
  var hasTag: Bool {
    get { self[8] }
    set { self[8] = newValue }
  }
  var isAnchored: Bool {
    get { self[9] }
    set { self[9] = newValue }
  }

  @inline(__always)
  private subscript(bit: UInt32) -> Bool {
    get { bits >> bit & 1 != 0 }
    set { bits = bits & ~(1 << bit) | (newValue ? 1 << bit : 0) }
  }
}
