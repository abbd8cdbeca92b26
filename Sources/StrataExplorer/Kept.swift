/// What was made last, and what it was made for: it is made anew for anything else.
struct Kept<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private var last: (key: Key, value: Value)?

  /// Nil where something else was made last.
  subscript(key: Key) -> Value? {
    get { last.flatMap { $0.key == key ? $0.value : nil } }
    set { last = newValue.map { (key, $0) } }
  }

  mutating func value(for key: Key, make: () -> Value) -> Value {
    if let known = self[key] { return known }
    let value = make()
    last = (key, value)
    return value
  }

  mutating func forget() { last = nil }
}
