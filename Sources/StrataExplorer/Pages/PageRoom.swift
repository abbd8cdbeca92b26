/// How much of a page is laid out, in bytes: a key waits for all of it. What has no room is told, not shown.
struct PageRoom: Sendable {
  /// Of its texts together.
  var texts: Int
  /// Of all else together, each entry being at least `PageRoom.entry`.
  var entries: Int
  /// Of one entry, as a list of tags is.
  let longestEntry: Int

  static let entry = 64

  static let screen = PageRoom(texts: 1 << 16, entries: 1 << 16, longestEntry: 1 << 13)
  static let preview = PageRoom(texts: 1 << 14, entries: 1 << 14, longestEntry: 1 << 12)
  /// For a page that is printed nobody waits at a key.
  static let printed = PageRoom(texts: .max, entries: .max, longestEntry: 1 << 16)
}
