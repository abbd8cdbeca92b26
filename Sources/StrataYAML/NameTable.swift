// Memory: lent.

/// What names of the source stand for: a hash table whose keys are ranges of the source, so that nothing is allocated for
/// a name. Hashes are seeded anew in every process: no source can be written to make them collide.
///
/// Names are hashed when one is next looked for: many that are defined and never looked for cost an entry each, and those
/// that are hashed together wait for the memory of a large table together.
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
  /// How many of the entries, from the first, have a slot.
  private var hashed = 0
  /// Each at its hash or behind it; at least a third of them are free.
  private var slots: [Slot] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The value of the entry at an index that `find` or `define` returned.
  subscript(index: Int) -> Value {
    get { entries[index].value }
    set { entries[index].value = newValue }
  }

  /// Gives a name its value, a new one if it had one before.
  ///
  /// - Returns: the index of its entry.
  @discardableResult
  mutating func define(_ name: Range<Int>, as value: Value) -> Int {
    entries.append(Entry(start: UInt32(name.lowerBound), length: UInt32(name.count), value: value))
    return entries.count - 1
  }

  /// The index of a name's last entry, if it has one.
  mutating func find(_ name: Range<Int>, in bytes: ByteView) -> Int? {
    if entries.isEmpty { return nil }
    hashEntries(bytes)
    let entry = slots[slot(of: name, hash: Self.hash(name, in: bytes), in: bytes)].entry
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// Gives a slot to the entries that have none. Of equal names the last one has it.
  private mutating func hashEntries(_ bytes: ByteView) {
    if hashed == entries.count { return }
    if entries.count * 3 > slots.count * 2 { grow() }
    for index in hashed..<entries.count {
      let name = range(index)
      let hash = Self.hash(name, in: bytes)
      slots[slot(of: name, hash: hash, in: bytes)] = Slot(hash: hash, entry: UInt32(index + 1))
    }
    hashed = entries.count
  }

  private func range(_ index: Int) -> Range<Int> {
    let entry = entries[index]
    return Int(entry.start)..<Int(entry.start) + Int(entry.length)
  }

  /// The slot that a name has or would take. There are free ones.
  private func slot(of name: Range<Int>, hash: UInt32, in bytes: ByteView) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].entry != 0 {
      if slots[slot].hash == hash, bytes.isEqual(range(Int(slots[slot].entry) - 1), to: bytes[name]) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    var count = max(8, old.count * 2)
    while count * 2 < entries.count * 3 { count *= 2 }
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
