// Memory: lent.

import StrataCatalog

/// How much of a subject's texts a search looks at: of each text the beginning, of all of them so many bytes. What is
/// longer is no text for a person, and would hold up a key.
struct TextBudget {
  /// Bytes of one text.
  static let textLimit = 1 << 16
  /// Bytes of all texts of a subject.
  static let subjectLimit = 1 << 20

  private var left = TextBudget.subjectLimit

  /// The part of a text that is looked at, in bytes of the store; no character is cut.
  @inline(__always)
  mutating func admit(_ part: Range<Int>, of store: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let limit = min(TextBudget.textLimit, left)
    if part.count <= limit {
      left -= part.count
      return part
    }
    return cut(part, limit, store)
  }

  private mutating func cut(_ part: Range<Int>, _ limit: Int, _ store: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var end = part.lowerBound + limit
    while end > part.lowerBound, store[end] & 0xC0 == 0x80 { end -= 1 }
    left -= end - part.lowerBound
    return part.lowerBound..<end
  }
}
