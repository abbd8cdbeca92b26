/// The keys of one kind of mapping, recognised by their bytes without making strings.
///
///     enum TermKey: String, CaseIterable { case term, meaning }
///     KeyTable<TermKey>().key(in: bytes, at: 4, length: 7)   // .meaning
struct KeyTable<Key: CaseIterable & RawRepresentable<String>>: Sendable where Key: Sendable {
  let names: [String]
  private let keys: [Key]
  private let bytes: [[UInt8]]
  /// An index into `keys` + 1, or 0.
  private var slots: [UInt8]

  init() {
    keys = Array(Key.allCases)
    names = keys.map(\.rawValue)
    bytes = names.map { Array($0.utf8) }
    precondition(keys.count < 128)
    slots = Array(repeating: 0, count: 256)
    for (index, word) in bytes.enumerated() {
      var slot = Self.slot(word[0], word[word.count - 1], word.count)
      while slots[slot] != 0 { slot = (slot + 1) & 255 }
      slots[slot] = UInt8(index + 1)
    }
  }

  /// The key that the bytes spell, or nil.
  func key(in source: [UInt8], at offset: Int, length: Int) -> Key? {
    guard length > 0 else { return nil }
    var slot = Self.slot(source[offset], source[offset + length - 1], length)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if bytes[index].count == length, Self.areEqual(bytes[index], source, offset) { return keys[index] }
      slot = (slot + 1) & 255
    }
    return nil
  }

  private static func areEqual(_ word: [UInt8], _ source: [UInt8], _ offset: Int) -> Bool {
    for index in word.indices where word[index] != source[offset + index] { return false }
    return true
  }

  private static func slot(_ first: UInt8, _ last: UInt8, _ length: Int) -> Int {
    (Int(first) &* 7 &+ Int(last) &* 31 &+ length &* 13) & 255
  }
}
