// Memory: lent.

import Glibc

/// The bytes of a catalog while it is read: pieces that stand one after the other, as they will in `Catalog.store`,
/// and behind them an arena that grows.
///
/// Offsets are final from the beginning, so a `Text` made while reading needs no change when the pieces are joined.
struct TextStore {
  private var pieces: [[UInt8]] = []
  /// Where each piece begins, in bytes from the beginning of the store.
  private var starts: [Int] = []
  private var arena: [UInt8] = []
  /// Where the arena begins.
  private var arenaStart = 0
  /// Labels and words that stand in many records, kept once.
  private var interned: [String: Text] = [:]

  /// Of the ids.
  let hashKey: HashKey

  init(hashKey: HashKey = .random()) {
    self.hashKey = hashKey
  }

  /// Bytes held.
  var count: Int { arenaStart + arena.count }

  /// Adds a piece behind the others; the arena must still be empty.
  mutating func add(piece: [UInt8]) {
    precondition(arena.isEmpty, "pieces come before the arena")
    guard !piece.isEmpty else { return }
    starts.append(arenaStart)
    pieces.append(piece)
    arenaStart += piece.count
  }

  /// Appends text that stands in no piece.
  mutating func append(_ bytes: some Sequence<UInt8>) -> Text {
    let start = arena.count
    arena.append(contentsOf: bytes)
    if count > Int(UInt32.max) {
      // No offset leads there any more: rather without a word than without a catalog.
      arena.removeLast(arena.count - start)
      return .empty
    }
    return Text(offset: UInt32(arenaStart + start), length: UInt32(arena.count - start))
  }

  /// Appends a word once, however often it is asked for.
  mutating func intern(_ word: String) -> Text {
    if word.isEmpty { return .empty }
    if let text = interned[word] { return text }
    let text = append(word.utf8)
    interned[word] = text
    return text
  }

  /// Lends the bytes of a text.
  func withBytes<R>(_ text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    let start = Int(text.offset)
    let length = Int(text.length)
    if length == 0 { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    if start >= arenaStart { return Self.lend(arena, start - arenaStart, length, body) }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= start { low = middle } else { high = middle }
    }
    return Self.lend(pieces[low], start - starts[low], length, body)
  }

  func string(_ text: Text) -> String {
    withBytes(text) { String(decoding: $0, as: UTF8.self) }
  }

  /// The text, or its beginning and `…`: what a finding says of it, however long it is.
  func excerpt(_ text: Text) -> String {
    withBytes(text) { Self.excerpt($0) }
  }

  static func excerpt(_ bytes: some Collection<UInt8>) -> String {
    guard bytes.count > longestExcerpt else { return String(decoding: bytes, as: UTF8.self) }
    // Not within a character.
    let start = bytes.prefix(longestExcerpt)
    let tail = start.suffix(4).reversed().prefix { $0 & 0xC0 == 0x80 }.count
    return String(decoding: start.dropLast(tail + 1), as: UTF8.self) + "…"
  }

  /// Bytes.
  private static let longestExcerpt = 200

  func bytes(_ text: Text) -> [UInt8] {
    withBytes(text) { Array($0) }
  }

  func areEqual(_ a: Text, _ b: Text) -> Bool {
    if a == b { return true }
    if a.length != b.length { return false }
    return withBytes(b) { areEqual(a, $0) }
  }

  /// Whether a text has these bytes.
  func areEqual(_ text: Text, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(text.length) == bytes.count else { return false }
    if bytes.isEmpty { return true }
    return withBytes(text) { memcmp($0.baseAddress!, bytes.baseAddress!, bytes.count) == 0 }
  }

  func hash(_ text: Text) -> Int { withBytes(text, hashKey.hash) }

  func hash(_ bytes: [UInt8]) -> Int { bytes.withUnsafeBufferPointer(hashKey.hash) }

  /// Whether two texts differ in ASCII case at most.
  func areEqualFolded(_ a: Text, _ b: Text) -> Bool {
    if a.length != b.length { return false }
    return withBytes(a) { a in
      withBytes(b) { b in
        var index = 0
        while index < b.count, Self.folded(a[index]) == Self.folded(b[index]) { index += 1 }
        return index == b.count
      }
    }
  }

  /// The hash of a text, ASCII case ignored.
  func foldedHash(_ text: Text) -> Int {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(text.length)) { folded in
      withBytes(text) { bytes in
        for index in bytes.indices { folded[index] = Self.folded(bytes[index]) }
      }
      return hashKey.hash(UnsafeBufferPointer(folded))
    }
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// All bytes in one array: that of the first piece, with the others behind it. It is copied only where it has not the
  /// room for them, or somebody else holds it, too.
  consuming func joined() -> [UInt8] {
    let count = count
    guard !pieces.isEmpty else { return arena }
    // Taken out, so that it is held once.
    var all: [UInt8] = []
    swap(&all, &pieces[0])
    all.reserveCapacity(count)
    for piece in pieces.dropFirst() { all.append(contentsOf: piece) }
    all.append(contentsOf: arena)
    return all
  }

  private static func lend<R>(
    _ piece: [UInt8], _ start: Int, _ length: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R
  ) -> R {
    piece.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<start + length])) }
  }
}
