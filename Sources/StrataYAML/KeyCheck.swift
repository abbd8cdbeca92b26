/// What the grammar allows and strata refuses: two equal keys in a mapping, and merge keys.
///
/// A mapping is checked when it ends, while its keys are still in the processor's cache. Work is linear in the keys; many
/// keys in one mapping cost a sort.
struct KeyCheck {
  enum Finding {
    /// A key that is there already: the nodes of both.
    case duplicate(UInt32, first: UInt32)
    /// The key `<<` of a merge.
    case merge(UInt32)
  }

  private(set) var findings: [Finding] = []
  private let source: ByteView
  private var keys: [Key] = []

  init(_ source: ByteView) {
    self.source = source
  }

  /// A key and what of it tells it from others quickly: equal texts have equal fingerprints.
  private struct Key {
    var fingerprint: UInt64
    var node: UInt32
  }

  /// Mappings with more keys are sorted instead of compared pairwise.
  private static var pairwiseLimit: Int { 24 }

  /// Checks the mapping that ends with the last of the nodes.
  @inline(__always)
  mutating func check(_ mapping: Int, nodes: [Node], arena: [UInt8]) {
    guard findings.count <= Problem.limit else { return }
    keys.removeAll(keepingCapacity: true)
    var child = mapping + 1
    while child + 1 < nodes.count {
      var key = nodes[child]
      let value = nodes[child + 1]
      if key.kind == .alias { key = nodes[Int(key.extent)] }
      // An alias may refer to nothing, or to a collection: that is told already.
      if key.kind == .scalar {
        keys.append(Key(fingerprint: fingerprint(key, arena), node: UInt32(truncatingIfNeeded: child)))
        if key.extent == 2, isMerge(key, at: child, nodes, arena) { findings.append(.merge(UInt32(child))) }
      }
      child += 1 + (value.kind == .sequence || value.kind == .mapping ? Int(value.extent) : 1)
    }
    if keys.count > Self.pairwiseLimit {
      checkMany(nodes, arena)
      return
    }
    var later = 1
    while later < keys.count {
      for earlier in 0..<later where keys[earlier].fingerprint == keys[later].fingerprint {
        if text(of: keys[earlier], nodes, arena).elementsEqual(text(of: keys[later], nodes, arena)) {
          findings.append(.duplicate(keys[later].node, first: keys[earlier].node))
          break
        }
      }
      later += 1
    }
  }

  /// Equal fingerprints become neighbours; where more than two keys share one, a sort of their texts tells which are equal.
  private mutating func checkMany(_ nodes: [Node], _ arena: [UInt8]) {
    keys.sort { ($0.fingerprint, $0.node) < ($1.fingerprint, $1.node) }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].fingerprint == keys[start].fingerprint { end += 1 }
      if end - start > 1 { checkGroup(Array(keys[start..<end]), nodes, arena) }
      start = end
    }
  }

  /// - Parameter group: keys with the same fingerprint, in the order of the source.
  private mutating func checkGroup(_ group: [Key], _ nodes: [Node], _ arena: [UInt8]) {
    var group = group.map { (node: $0.node, text: text(of: $0, nodes, arena)) }
    if group.count > 2 {
      group.sort { a, b in
        a.text.lexicographicallyPrecedes(b.text)
          || (a.node < b.node && !b.text.lexicographicallyPrecedes(a.text))
      }
    }
    var first = 0
    for index in 1..<group.count {
      if !group[first].text.elementsEqual(group[index].text) {
        first = index
      } else if findings.count <= Problem.limit {
        findings.append(.duplicate(group[index].node, first: group[first].node))
      }
    }
  }

  /// `<<: *base` and `<<: [*base, …]` mean a merge to some readers and a key to others.
  private func isMerge(_ key: Node, at index: Int, _ nodes: [Node], _ arena: [UInt8]) -> Bool {
    guard key.style == .plain, text(key, arena).elementsEqual("<<".utf8) else { return false }
    let value = nodes[index + 1]
    return value.kind == .alias || (value.kind == .sequence && value.extent > 1 && nodes[index + 2].kind == .alias)
  }

  // MARK: Texts

  private func text(of key: Key, _ nodes: [Node], _ arena: [UInt8]) -> ArraySlice<UInt8> {
    let node = nodes[Int(key.node)]
    return text(node.kind == .alias ? nodes[Int(node.extent)] : node, arena)
  }

  private func text(_ scalar: Node, _ arena: [UInt8]) -> ArraySlice<UInt8> {
    let start = Int(scalar.offset)
    let end = start + Int(scalar.extent)
    if end <= source.count { return Array(source[start..<end])[...] }
    return arena[start - source.count..<end - source.count]
  }

  @inline(__always)
  private func fingerprint(_ scalar: Node, _ arena: [UInt8]) -> UInt64 {
    let start = Int(scalar.offset)
    let length = Int(scalar.extent)
    if start + max(length, 8) <= source.count {
      if length >= 8 { return mix(source.word(at: start), source.word(at: start + length - 8), length) }
      return mix(source.word(at: start) & ((1 << (8 * UInt64(length))) - 1), 0, length)
    }
    let text = text(scalar, arena)
    func word(_ part: ArraySlice<UInt8>) -> UInt64 { part.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    return length >= 8 ? mix(word(text.prefix(8)), word(text.suffix(8)), length) : mix(word(text), 0, length)
  }

  @inline(__always)
  private func mix(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
    (first ^ (last << 23 | last >> 41)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(length)
  }
}

extension Document {
  /// - Parameter isBroken: whether the source has other mistakes: an empty key may then stand for one that was not read.
  func problems(of findings: [KeyCheck.Finding], isBroken: Bool) -> [Problem] {
    findings.compactMap { finding in
      switch finding {
      case .merge(let key):
        return problem(.mergeKey, key)
      case .duplicate(let key, let first):
        let isEmpty = nodes[Int(resolved(NodeID(index: key)).index)].extent == 0
        if isEmpty && isBroken { return nil }
        let place = place(of: NodeID(index: first)).offset
        return problem(isEmpty ? .duplicateEmptyKey(first: place) : .duplicateKey(first: place), key)
      }
    }
  }

  private func problem(_ kind: Problem.Kind, _ node: UInt32) -> Problem {
    let place = place(of: NodeID(index: node))
    return Problem(kind, at: place.offset, length: max(1, place.length))
  }
}
