extension Document {
  @inline(__always)
  private func record(_ node: NodeID) -> Node { nodes[Int(node.index)] }

  /// What the node is; `alias` nodes are followed with `resolved`.
  public func kind(of node: NodeID) -> Kind { record(node).kind }

  /// The node an alias refers to; any other node itself.
  public func resolved(_ node: NodeID) -> NodeID {
    NodeID(index: UInt32(nodes.resolved(Int(node.index))))
  }

  /// How a scalar was written; plain for any other node.
  public func style(of node: NodeID) -> Style { record(node).style }

  /// Whether nothing was written (`key:`), or `null` or `~`, plain.
  public func isNull(_ node: NodeID) -> Bool {
    let record = record(node)
    guard record.kind == .scalar, record.style == .plain else { return false }
    switch nodes.extent(at: Int(node.index)) {
    case 0: return true
    case 1: return utf8(of: node).first == UInt8(ascii: "~")
    case 4: return utf8(of: node).elementsEqual("null".utf8)
    default: return false
    }
  }

  /// A scalar's text; empty for any other node.
  public func text(of node: NodeID) -> TextRange {
    let record = record(node)
    guard record.kind == .scalar else { return TextRange(offset: record.offset, length: 0) }
    return TextRange(offset: record.offset, length: UInt32(nodes.extent(at: Int(node.index))))
  }

  /// A scalar's text as a string; empty for any other node.
  public func string(_ node: NodeID) -> String {
    String(decoding: utf8(of: node), as: UTF8.self)
  }

  /// A scalar's text as bytes of the source or of the arena; empty for any other node.
  public func utf8(of node: NodeID) -> ArraySlice<UInt8> {
    let text = text(of: node)
    let start = Int(text.offset)
    if start < source.count || text.length == 0 {
      return text.length == 0 ? [] : source[start..<start + Int(text.length)]
    }
    return arena[start - source.count..<start - source.count + Int(text.length)]
  }

  /// The tag as written (`!!int`), if there is one.
  public func tag(of node: NodeID) -> String? {
    guard record(node).hasTag, let range = side(tags, of: node) else { return nil }
    return String(decoding: source[range], as: UTF8.self)
  }

  /// All tags as written, in the order of the source, and where they stand.
  public var writtenTags: [(tag: String, place: Diagnostic.Place)] {
    tags.map { side in
      let (offset, length) = (Int(side.offset), Int(side.length))
      return (
        String(decoding: source[offset..<offset + length], as: UTF8.self),
        Diagnostic.Place(source: name, offset: offset, length: length)
      )
    }
  }

  /// A sequence's first item; a mapping's first key. A mapping's children are key, value, key, value …
  public func firstChild(of node: NodeID) -> NodeID? {
    let record = record(node)
    switch record.kind {
    case .scalar, .alias: return nil
    case .sequence, .mapping: return nodes.extent(at: Int(node.index)) > 1 ? NodeID(index: node.index + 1) : nil
    }
  }

  /// The node after this one in the same sequence or mapping.
  public func next(after node: NodeID) -> NodeID? {
    record(node).isLast ? nil : NodeID(index: UInt32(nodes.next(after: Int(node.index))))
  }

  /// The value of a key, compared byte by byte. Linear in the number of keys.
  public func value(of key: String, in mapping: NodeID) -> NodeID? {
    guard kind(of: mapping) == .mapping else { return nil }
    var child = firstChild(of: mapping)
    while let candidate = child, let value = next(after: candidate) {
      if utf8(of: resolved(candidate)).elementsEqual(key.utf8) { return value }
      child = next(after: value)
    }
    return nil
  }

  /// Where the node stands: a scalar with its quotes, a collection in brackets up to its first line's end, a block
  /// collection's first key or dash.
  public func place(of node: NodeID) -> Diagnostic.Place {
    let range = range(of: node)
    return Diagnostic.Place(source: name, offset: range.lowerBound, length: range.count)
  }

  private func range(of node: NodeID) -> Range<Int> {
    let record = record(node)
    let offset = Int(record.offset)
    switch record.kind {
    case .scalar:
      if record.hasPlace { return side(places, of: node) ?? 0..<0 }
      let quote = record.style == .plain ? 0 : 1
      return offset - quote..<nodes.text(at: Int(node.index)).upperBound + quote
    case .alias:
      var end = offset + 1
      while end < source.count, !source[end].isSeparator, !source[end].isFlowIndicator { end += 1 }
      return offset..<end
    case .sequence, .mapping:
      if record.kind == .mapping, !record.isFlow, let key = firstChild(of: node) {
        let key = range(of: key)
        if key.lowerBound >= offset { return key.isEmpty ? offset..<min(offset + 1, source.count) : key }
      }
      return offset..<min(offset + 1, source.count)
    }
  }

  /// What a side table says of a node: a binary search.
  private func side(_ table: [SideRange], of node: NodeID) -> Range<Int>? {
    var low = 0
    var high = table.count
    while low < high {
      let middle = (low + high) / 2
      if table[middle].node < node.index { low = middle + 1 } else { high = middle }
    }
    guard low < table.count, table[low].node == node.index else { return nil }
    return Int(table[low].offset)..<Int(table[low].offset + table[low].length)
  }
}
