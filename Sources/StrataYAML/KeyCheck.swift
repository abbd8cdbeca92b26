// Memory: lent.

/// What the grammar allows and strata refuses: two equal keys in a mapping, and merge keys.
///
/// A mapping is checked when it ends, while its keys are still in the processor's cache. Work is linear in the keys; many
/// keys in one mapping cost a sort. Nothing is allocated for a key.
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
  mutating func check(_ mapping: Int, nodes: NodeTable, arena: [UInt8]) {
    guard findings.count <= Problem.limit else { return }
    keys.removeAll(keepingCapacity: true)
    var child = mapping + 1
    while child + 1 < nodes.count {
      let key = nodes.resolved(child)
      // An alias may refer to nothing, or to a collection: that is told already.
      if nodes[key].kind == .scalar {
        let text = nodes.text(at: key)
        keys.append(Key(fingerprint: fingerprint(text, arena), node: UInt32(truncatingIfNeeded: child)))
        if text.count == 2, isMerge(key, value: child + 1, nodes, arena) { findings.append(.merge(UInt32(child))) }
      }
      child = nodes.next(after: child + 1)
    }
    if keys.count > Self.pairwiseLimit {
      checkNeighbours(nodes, arena)
      return
    }
    var later = 1
    while later < keys.count {
      for earlier in 0..<later where keys[earlier].fingerprint == keys[later].fingerprint {
        if order(keys[earlier], keys[later], nodes, arena) == 0 {
          findings.append(.duplicate(keys[later].node, first: keys[earlier].node))
          break
        }
      }
      later += 1
    }
  }

  /// Sorts the keys, equal ones in the order of the source: they become neighbours.
  private mutating func checkNeighbours(_ nodes: NodeTable, _ arena: [UInt8]) {
    var sorted: [Key] = []
    swap(&sorted, &keys)
    sorted.sort { a, b in
      if a.fingerprint != b.fingerprint { return a.fingerprint < b.fingerprint }
      let order = order(a, b, nodes, arena)
      return order < 0 || (order == 0 && a.node < b.node)
    }
    var first = 0
    for next in 1..<sorted.count where findings.count <= Problem.limit {
      let isEqual =
        sorted[first].fingerprint == sorted[next].fingerprint && order(sorted[first], sorted[next], nodes, arena) == 0
      if isEqual {
        findings.append(.duplicate(sorted[next].node, first: sorted[first].node))
      } else {
        first = next
      }
    }
    swap(&sorted, &keys)
  }

  /// `<<: *base` and `<<: [*base, …]` mean a merge to some readers and a key to others.
  private func isMerge(_ key: Int, value: Int, _ nodes: NodeTable, _ arena: [UInt8]) -> Bool {
    guard nodes[key].style == .plain, withText(nodes.text(at: key), arena, { $0.isEqual(0..<2, to: "<<") }) else {
      return false
    }
    switch nodes[value].kind {
    case .alias: return true
    case .sequence: return nodes.extent(at: value) > 1 && nodes[value + 1].kind == .alias
    case .scalar, .mapping: return false
    }
  }

  // MARK: Texts

  /// How the texts of two keys are ordered, byte by byte: below 0, 0 for equal ones, above 0.
  private func order(_ a: Key, _ b: Key, _ nodes: NodeTable, _ arena: [UInt8]) -> Int {
    withText(nodes.text(at: nodes.resolved(Int(a.node))), arena) { a in
      withText(nodes.text(at: nodes.resolved(Int(b.node))), arena) { b in a.order(with: b) }
    }
  }

  /// Hands a scalar's text to `body` where it lies, in the source or in the arena.
  @inline(__always)
  private func withText<Result>(_ text: Range<Int>, _ arena: [UInt8], _ body: (ByteView) -> Result) -> Result {
    if text.upperBound <= source.count { return body(ByteView(source[text])) }
    let count = source.count
    return arena.withUnsafeBufferPointer { arena in
      body(ByteView(ByteView(arena)[text.lowerBound - count..<text.upperBound - count]))
    }
  }

  /// Of the text's first and last eight bytes and its length.
  @inline(__always)
  private func fingerprint(_ text: Range<Int>, _ arena: [UInt8]) -> UInt64 {
    let start = text.lowerBound
    let length = text.count
    if start + max(length, 8) <= source.count {
      if length >= 8 { return mix(source.word(at: start), source.word(at: start + length - 8), length) }
      return mix(source.word(at: start) & ((1 << (8 * UInt64(length))) - 1), 0, length)
    }
    return withText(text, arena) { text in
      if length >= 8 { return mix(text.word(at: 0), text.word(at: length - 8), length) }
      return mix((0..<length).reversed().reduce(0) { $0 << 8 | UInt64(text[$1]) }, 0, length)
    }
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
        let isEmpty = nodes.text(at: nodes.resolved(Int(key))).isEmpty
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
