// Memory: lent.

extension Document {
  /// The comments of a source that begin with a word (`# word …`), and the lines they stand on. One pass over the source.
  ///
  /// - Returns: in the order of the source: the bytes of the line without its break, and what comes behind the word.
  public static func comments(
    of source: [UInt8], beginningWith word: StaticString
  ) -> [(line: Range<Int>, text: Range<Int>)] {
    var found: [(line: Range<Int>, text: Range<Int>)] = []
    let length = word.utf8CodeUnitCount
    source.withUnsafeBufferPointer { buffer in
      let bytes = ByteView(buffer)
      var at = bytes.firstHash(from: 0)
      while at < bytes.count {
        let start = bytes.firstNonSpace(from: at + 1)
        let begins = (0..<length).allSatisfy { bytes[start + $0] == word.utf8Start[$0] }
        let isComment = at == 0 || bytes[at - 1].isSeparator
        guard begins, isComment, bytes[start + length].isSeparator else {
          at = bytes.firstHash(from: max(at + 1, min(start, bytes.count)))
          continue
        }
        var lineStart = at
        while lineStart > 0, bytes[lineStart - 1] != .lineFeed { lineStart -= 1 }
        let end = bytes.firstLineFeed(from: start)
        found.append((lineStart..<end, min(start + length, end)..<end))
        at = bytes.firstHash(from: end)
      }
    }
    return found
  }

  /// The comment that cuts a plain value short, where it looks like a part of the value: a `#` with something right behind
  /// it, on the value's line.
  ///
  /// - Parameters:
  ///   - key: the value's key; its line is meant where the value is empty.
  ///   - value: a scalar.
  public func cuttingComment(key: NodeID, value: NodeID) -> Diagnostic.Place? {
    guard kind(of: value) == .scalar, style(of: value) == .plain else { return nil }
    let isEmpty = text(of: value).length == 0
    let place = place(of: isEmpty ? key : value)
    var at = place.offset + place.length
    if isEmpty {
      while at < source.count, source[at].isWhite { at += 1 }
      guard at < source.count, source[at] == .colon else { return nil }
      at += 1
    }
    let start = at
    while at < source.count, source[at].isWhite { at += 1 }
    guard at > start, at + 1 < source.count, source[at] == .hash, source[at + 1] > .space, source[at + 1] != .hash
    else {
      return nil
    }
    var end = at
    while end < source.count, !source[end].isBreakOrEnd { end += 1 }
    return Diagnostic.Place(source: name, offset: at, length: end - at)
  }

  /// Shows all entries of all mappings, in the order of the mappings: key and value, aliases followed.
  public func forEachEntry(_ body: (_ key: NodeID, _ value: NodeID) -> Void) {
    for index in 0..<nodes.count where nodes[index].kind == .mapping {
      var next = firstChild(of: NodeID(index: UInt32(index)))
      while let key = next, let value = self.next(after: key) {
        body(resolved(key), resolved(value))
        next = self.next(after: value)
      }
    }
  }

  /// Shows the plain texts that are entries of lists in brackets.
  public func forEachPlainItemInBrackets(_ body: (NodeID) -> Void) {
    for index in 0..<nodes.count where nodes[index].kind == .sequence && nodes[index].isFlow {
      var next = firstChild(of: NodeID(index: UInt32(index)))
      while let item = next {
        if kind(of: item) == .scalar, style(of: item) == .plain { body(item) }
        next = self.next(after: item)
      }
    }
  }
}
