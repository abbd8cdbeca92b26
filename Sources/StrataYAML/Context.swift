/// A collection, or the document, that the parser is inside of.
struct Context {
  enum Kind: UInt8 {
    case document
    case blockSequence, blockMapping
    /// A `pair` is the mapping of one entry in `[key: value]`.
    case flowSequence, flowMapping, flowPair
  }

  /// What may come next.
  enum Slot: UInt8 {
    /// The document's node.
    case root
    /// Behind `-`, behind the `:` of an implicit key, behind `?`, behind the `:` of an explicit key: a node, or nothing.
    case item, value, explicitKey, explicitValue
    /// Between two entries.
    case entry
    /// Behind an explicit key, where its `:` may come.
    case afterExplicitKey
    /// The document's node is complete.
    case done

    /// In a flow collection: an entry or the end.
    case flowEntry
    /// Behind `?`.
    case flowExplicitKey
    /// Behind a key; after one in quotes the `:` needs no space.
    case flowAfterKey, flowAfterQuotedKey
    /// Behind `:`.
    case flowValue
    /// A comma or the end.
    case flowAfterEntry
  }

  var kind: Kind
  var slot: Slot
  /// Bytes before a block collection's entries; -1 for the document.
  var indentation: Int32
  /// What the handler calls the collection.
  var node: UInt32
  /// Where the collection begins in the source.
  var opening: UInt32

  /// Whether a node is due, on this line or a deeper one.
  var awaitsNode: Bool {
    switch slot {
    case .root, .item, .value, .explicitKey, .explicitValue: true
    case .entry, .afterExplicitKey, .done: false
    case .flowEntry, .flowExplicitKey, .flowAfterKey, .flowAfterQuotedKey, .flowValue, .flowAfterEntry: false
    }
  }

  /// Whether a node is due, or a key's value.
  @inline(__always)
  var isDue: Bool {
    switch slot {
    case .root, .item, .value, .explicitKey, .explicitValue, .afterExplicitKey: true
    case .flowExplicitKey, .flowAfterKey, .flowAfterQuotedKey, .flowValue: true
    case .entry, .done, .flowEntry, .flowAfterEntry: false
    }
  }
}
