/// What an editor writes: text, or a few of them together.
public enum EditedValue: Hashable, Sendable {
  case text(String)
  case list([EditedValue])
  /// Pairs in the order in which they are written.
  case pairs([Pair])

  /// A key of a mapping and its value.
  public struct Pair: Hashable, Sendable {
    /// The key as text; it is quoted where YAML wants it.
    public var key: String
    /// What stands behind the key.
    public var value: EditedValue

    /// A key with its value.
    public init(_ key: String, _ value: EditedValue) {
      self.key = key
      self.value = value
    }
  }
}

extension EditedValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A sequence.
  public init(arrayLiteral elements: EditedValue...) { self = .list(elements) }
  /// A mapping, its keys in this order.
  public init(dictionaryLiteral elements: (String, EditedValue)...) {
    self = .pairs(elements.map { Pair($0.0, $0.1) })
  }
}

/// A tree as a row of what stands in it, so that trees are compared without recursion. Where a collection ends is told by
/// the number of its children.
enum TreeEvent: Hashable {
  case text([UInt8])
  case nothing
  case sequence(children: Int)
  case mapping(children: Int)
  /// The position of the event that it refers to would move with each change: its name tells.
  case alias([UInt8])

  /// The events of a run of nodes, one each.
  static func all(of document: Document, in nodes: Range<Int>) -> [TreeEvent] {
    nodes.map { index in
      let node = Document.NodeID(index: UInt32(index))
      switch document.kind(of: node) {
      case .scalar:
        // `key:` and `key: ~` differ from `key: ''`, and both from text.
        return document.isNull(node) ? .nothing : .text(Array(document.utf8(of: node)))
      case .alias:
        let place = document.place(of: node)
        return .alias(Array(document.source[place.offset..<place.offset + place.length]))
      case .sequence: return .sequence(children: document.childCount(of: node))
      case .mapping: return .mapping(children: document.childCount(of: node))
      }
    }
  }

  /// What a value will be read as.
  static func all(of value: EditedValue) -> [TreeEvent] {
    switch value {
    case .text(let text): [.text(Array(text.utf8))]
    case .list(let items): [.sequence(children: items.count)] + items.flatMap(all)
    case .pairs(let pairs):
      [.mapping(children: 2 * pairs.count)]
        + pairs.flatMap { [.text(Array($0.key.utf8))] + all(of: $0.value) }
    }
  }
}

extension Document {
  /// The items of a sequence; the keys and values of a mapping.
  func childCount(of node: NodeID) -> Int {
    var count = 0
    var child = firstChild(of: node)
    while let next = child {
      count += 1
      child = self.next(after: next)
    }
    return count
  }
}
