/// What names of the source stand for: a hash table whose keys are ranges of the source, so that nothing is allocated for
/// a name. Hashes are seeded anew in every process: no source can be written to make them collide.
struct NameTable<Value> {
  private struct Entry {
    var start: UInt32
    var length: UInt32
    var value: Value
  }

  /// Where an entry is: its index plus one, 0 is free. The hash lies beside it, so that a search that passes by other
  /// names does not look at their entries.
  private struct Slot {
    var hash: UInt32 = 0
    var entry: UInt32 = 0
  }

  private var entries: [Entry] = []
  /// Each at its hash or behind it; at least half of them are free.
  private var slots: [Slot] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The value of the entry at an index that `find` or `define` returned.
  subscript(index: Int) -> Value {
    get { entries[index].value }
    set { entries[index].value = newValue }
  }

  /// The index of a name's entry, if it has one.
  func find(_ name: Range<Int>, in bytes: ByteView) -> Int? {
    if entries.isEmpty { return nil }
    return slot(of: name, hash: Self.hash(name, in: bytes), in: bytes).entry
  }

  /// Gives a name its value, a new one if it had one before.
  ///
  /// - Returns: the index of its entry, and whether the name is new.
  @discardableResult
  mutating func define(_ name: Range<Int>, in bytes: ByteView, as value: Value) -> (index: Int, isNew: Bool) {
    if entries.count * 2 >= slots.count { grow(at: name.lowerBound, in: bytes) }
    let hash = Self.hash(name, in: bytes)
    let (slot, entry) = slot(of: name, hash: hash, in: bytes)
    if let entry {
      entries[entry].value = value
      return (entry, false)
    }
    entries.append(Entry(start: UInt32(name.lowerBound), length: UInt32(name.count), value: value))
    slots[slot] = Slot(hash: hash, entry: UInt32(entries.count))
    return (entries.count - 1, true)
  }

  /// Where a name's entry is, or the slot it would take. There are free slots.
  private func slot(of name: Range<Int>, hash: UInt32, in bytes: ByteView) -> (slot: Int, entry: Int?) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].entry != 0 {
      if slots[slot].hash == hash {
        let index = Int(slots[slot].entry) - 1
        let start = Int(entries[index].start)
        if bytes.isEqual(start..<start + Int(entries[index].length), to: bytes[name]) { return (slot, index) }
      }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }

  /// Makes room for as many names as the whole source will have if it goes on as it began, but not for many more than
  /// there are: what is moved seldom is moved cheaply.
  private mutating func grow(at offset: Int, in bytes: ByteView) {
    let expected = bytes.capacity(for: entries.count, at: offset, limit: 8 * entries.count)
    let old = slots
    var count = max(8, old.count * 2)
    while count < 2 * expected { count *= 2 }
    slots = Array(repeating: Slot(), count: count)
    let mask = slots.count - 1
    for taken in old where taken.entry != 0 {
      var slot = Int(taken.hash) & mask
      while slots[slot].entry != 0 { slot = (slot + 1) & mask }
      slots[slot] = taken
    }
  }

  private static func hash(_ name: Range<Int>, in bytes: ByteView) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes[name]))
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }
}
