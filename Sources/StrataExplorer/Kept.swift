/// What was made last, and what it was made for: it is made anew for anything else.
///
/// The type itself asks nothing of its keys: the runtime would look for each one's conformance at the start.
struct Kept<Key, Value> {
  /// Those made last, the newest last.
  private var entries: [(key: Key, value: Value)] = []
  private let room: Int

  /// - Parameter room: for how many keys.
  init(room: Int = 1) { self.room = room }

  mutating func forget() { entries = [] }
}

extension Kept: Sendable where Key: Sendable, Value: Sendable {}

extension Kept where Key: Equatable {
  /// What was made for a key; nil where it was not among the last.
  subscript(key: Key) -> Value? { place(of: key).map { entries[$0].value } }

  mutating func keep(_ value: Value, for key: Key) {
    if let place = place(of: key) {
      entries[place].value = value
      return
    }
    entries.append((key, value))
    if entries.count > room { entries.removeFirst() }
  }

  mutating func value(for key: Key, make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let value = make()
    keep(value, for: key)
    return value
  }

  /// Changes what there is for a key, made first where it has to be.
  mutating func change<Result>(for key: Key, make: () -> Value, _ body: (inout Value) -> Result) -> Result {
    if place(of: key) == nil { keep(make(), for: key) }
    return body(&entries[place(of: key) ?? entries.count - 1].value)
  }

  private func place(of key: Key) -> Int? { entries.lastIndex { $0.key == key } }
}
