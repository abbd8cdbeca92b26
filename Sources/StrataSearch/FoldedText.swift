// Memory: lent.

/// A text's folded form that remembers where each byte came from, so that what was found can be shown.
struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// For each byte the place of its scalar in the text, in UTF-8; empty where each stands in its own place.
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ text: String) {
    if let bytes = Self.foldedPlain(text) {
      self.bytes = bytes
      return
    }
    var offset = 0
    var space: Range<Int>?
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      Folding.fold(scalar.value) { folded in
        if folded == 0x20 {
          space = (space?.lowerBound ?? offset)..<end
          return
        }
        if let space, !bytes.isEmpty { append(0x20, from: space) }
        space = nil
        append(folded, from: offset..<end)
      }
      // A mark that was dropped belongs to the character before it.
      if let last = ends.last, last == offset, Folding.isDropped(scalar.value) { extendLast(from: offset, to: end) }
      offset = end
    }
  }

  /// The folded bytes of a text in which nothing moves: printable ASCII with single borders between its words.
  private static func foldedPlain(_ text: String) -> [UInt8]? {
    let folded = text.utf8.withContiguousStorageIfAvailable { text -> [UInt8]? in
      var isAtBorder = true
      for byte in text {
        let isBorder = Folding.isBorder(byte)
        guard byte >= 0x20, byte < 0x7F, !(isBorder && isAtBorder) else { return nil }
        isAtBorder = isBorder
      }
      return isAtBorder ? nil : text.map { Folding.isBorder($0) ? 0x20 : $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    }
    return folded ?? nil
  }

  private mutating func append(_ scalar: UInt32, from place: Range<Int>) {
    UTF8Scalar.append(scalar, to: &bytes)
    while starts.count < bytes.count {
      starts.append(place.lowerBound)
      ends.append(place.upperBound)
    }
  }

  private mutating func extendLast(from old: Int, to end: Int) {
    var index = ends.count - 1
    while index >= 0, ends[index] == old {
      ends[index] = end
      index -= 1
    }
  }

  /// Where in the text a part of the bytes came from, in UTF-8.
  func origin(of part: Range<Int>) -> Range<Int> {
    part.isEmpty ? 0..<0 : starts.isEmpty ? part : starts[part.lowerBound]..<ends[part.upperBound - 1]
  }
}

extension Folding {
  static func isDropped(_ scalar: UInt32) -> Bool {
    var isDropped = true
    fold(scalar) { _ in isDropped = false }
    return isDropped
  }
}
