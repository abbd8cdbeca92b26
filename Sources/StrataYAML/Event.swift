/// What the parser tells, in document order. `TreeBuilder` makes the tree of it; a test prints it.
///
/// A collection's events lie between its `begin…` and `end`; a mapping's are key, value, key, value …
protocol EventHandler {
  mutating func beginDocument()
  mutating func endDocument(at offset: Int)
  /// Anchor and tag of the node that comes next.
  mutating func properties(_ properties: Properties)
  mutating func scalar(_ scalar: Scalar)
  /// A scalar that is a mapping's key.
  mutating func key(_ scalar: Scalar)
  /// - Parameter name: the alias's name in the source, without its `*`.
  mutating func alias(_ name: Range<Int>, isKey: Bool)
  /// - Returns: what to hand to `end`.
  mutating func beginSequence(at offset: Int, isFlow: Bool) -> UInt32
  mutating func beginMapping(at offset: Int, isFlow: Bool) -> UInt32
  /// - Parameters:
  ///   - offset: the end of the collection in the source.
  ///   - arena: the texts so far that are not verbatim in the source.
  mutating func end(_ collection: UInt32, at offset: Int, arena: [UInt8])
}

/// A scalar as the scanner found it.
struct Scalar {
  var style: Document.Style
  /// Whether the text is bytes of the source; otherwise it lies in the arena.
  var isVerbatim: Bool
  /// Whether it goes over a line break: such a scalar is no implicit key.
  var isMultiline: Bool
  /// The text: offsets into the source or into the arena.
  var text: Range<Int>
  /// Where it stands in the source, quotes and block header included.
  var place: Range<Int>

  /// e-scalar: nothing is written at `offset`.
  static func empty(at offset: Int) -> Scalar {
    Scalar(style: .plain, isVerbatim: true, isMultiline: false, text: offset..<offset, place: offset..<offset)
  }
}

/// c-ns-properties: what stands before a node. Ranges of the source; an empty one is absent.
struct Properties {
  /// Without its `&`.
  var anchor: Range<Int> = 0..<0
  /// With its `!`.
  var tag: Range<Int> = 0..<0
  /// Where the first of them stands.
  var start = 0

  static let none = Properties()
  var isEmpty: Bool { anchor.isEmpty && tag.isEmpty }
}
