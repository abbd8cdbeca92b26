// What the grammar allows and strata refuses: two equal keys in a mapping, and merge keys.
extension Document {
  /// The problems of the keys of all mappings. Linear in the nodes; many keys in one mapping cost a sort.
  ///
  /// - Parameter isBroken: whether the source has other mistakes: an empty key may then stand for one that was not read.
  func keyProblems(isBroken: Bool) -> [Problem] {
    var problems: [Problem] = []
    var keys: [Key] = []
    source.withUnsafeBufferPointer { source in
      arena.withUnsafeBufferPointer { arena in
        let texts = Texts(source: ByteView(source), arena: ByteView(arena))
        for index in nodes.indices where nodes[index].kind == .mapping {
          check(NodeID(index: UInt32(index)), texts, isBroken, &keys, &problems)
        }
      }
    }
    return problems
  }

  /// A key and what of it tells it from others quickly.
  private struct Key {
    var fingerprint: UInt64
    var node: UInt32
  }

  /// The bytes of keys.
  private struct Texts {
    let source: ByteView
    let arena: ByteView

    @inline(__always)
    func bytes(_ node: Node) -> UnsafeBufferPointer<UInt8> {
      let start = Int(node.offset)
      let length = Int(node.extent)
      if start + length <= source.count { return source[start..<start + length] }
      return arena[start - source.count..<start - source.count + length]
    }

    /// Equal for equal texts.
    @inline(__always)
    func fingerprint(_ node: Node) -> UInt64 {
      let start = Int(node.offset)
      let length = Int(node.extent)
      if length >= 8, start + length <= source.count {
        return mix(source.word(at: start), source.word(at: start + length - 8), length)
      }
      return slowFingerprint(node)
    }

    private func slowFingerprint(_ node: Node) -> UInt64 {
      let text = bytes(node)
      func word(_ part: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
        part.reversed().reduce(0) { $0 << 8 | UInt64($1) }
      }
      if text.count < 8 { return mix(word(text[...]), 0, text.count) }
      return mix(word(text.prefix(8)), word(text.suffix(8)), text.count)
    }

    @inline(__always)
    private func mix(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
      (first ^ (last << 23 | last >> 41)) &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(length)
    }
  }

  /// Mappings with more keys are sorted instead of compared pairwise.
  private static var pairwiseLimit: Int { 24 }

  @inline(__always)
  private func check(
    _ mapping: NodeID, _ texts: Texts, _ isBroken: Bool, _ keys: inout [Key], _ problems: inout [Problem]
  ) {
    keys.removeAll(keepingCapacity: true)
    var child = Int(mapping.index) + 1
    let end = Int(mapping.index + nodes[Int(mapping.index)].extent)
    while child < end {
      var key = nodes[child]
      let value = nodes[child + 1]
      if key.kind == .alias { key = nodes[Int(key.extent)] }
      // An alias may refer to nothing, or to a collection: that is told already.
      if key.kind == .scalar, key.extent > 0 || !isBroken {
        keys.append(Key(fingerprint: texts.fingerprint(key), node: UInt32(truncatingIfNeeded: child)))
      }
      if key.kind == .scalar, key.extent == 2, key.style == .plain, texts.bytes(key).elementsEqual("<<".utf8) {
        checkMerge(key: child, &problems)
      }
      child += 1 + (value.kind == .sequence || value.kind == .mapping ? Int(value.extent) : 1)
    }
    if keys.count > Self.pairwiseLimit {
      checkMany(texts, &keys, &problems)
    } else if keys.count > 1 {
      for later in 1..<keys.count {
        for earlier in 0..<later where keys[earlier].fingerprint == keys[later].fingerprint {
          if isEqual(keys[earlier], keys[later], texts) {
            report(keys[later], first: keys[earlier], &problems)
            break
          }
        }
      }
    }
  }

  private func text(of key: Key, _ texts: Texts) -> UnsafeBufferPointer<UInt8> {
    texts.bytes(nodes[Int(resolved(NodeID(index: key.node)).index)])
  }

  private func isEqual(_ a: Key, _ b: Key, _ texts: Texts) -> Bool {
    text(of: a, texts).elementsEqual(text(of: b, texts))
  }

  /// Equal fingerprints become neighbours; where more than two share one, whoever made them so, equal texts do.
  private func checkMany(_ texts: Texts, _ keys: inout [Key], _ problems: inout [Problem]) {
    keys.sort { ($0.fingerprint, $0.node) < ($1.fingerprint, $1.node) }
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end].fingerprint == keys[start].fingerprint { end += 1 }
      if end - start > 1 {
        var group = Array(keys[start..<end])
        if group.count > 2 {
          group.sort { a, b in
            let (first, second) = (text(of: a, texts), text(of: b, texts))
            if first.elementsEqual(second) { return a.node < b.node }
            return first.lexicographicallyPrecedes(second)
          }
        }
        var first = 0
        for index in 1..<group.count {
          if isEqual(group[first], group[index], texts) {
            report(group[index], first: group[first], &problems)
          } else {
            first = index
          }
        }
      }
      start = end
    }
  }

  private func report(_ key: Key, first: Key, _ problems: inout [Problem]) {
    guard problems.count <= Problem.limit else { return }
    let place = place(of: NodeID(index: key.node))
    let firstOffset = self.place(of: NodeID(index: first.node)).offset
    problems.append(Problem(.duplicateKey(first: firstOffset), at: place.offset, length: max(1, place.length)))
  }

  /// `<<: *base` and `<<: [*base, …]` mean a merge to some readers and a key to others.
  private func checkMerge(key: Int, _ problems: inout [Problem]) {
    let value = NodeID(index: UInt32(key + 1))
    let first = firstChild(of: value)
    guard kind(of: value) == .alias || (kind(of: value) == .sequence && first.map { kind(of: $0) } == .alias),
      problems.count <= Problem.limit
    else { return }
    let place = place(of: NodeID(index: UInt32(key)))
    problems.append(Problem(.mergeKey, at: place.offset, length: place.length))
  }
}
