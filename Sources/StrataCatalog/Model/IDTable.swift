/// Finds a record by its id: a hash table of indices alone, four bytes a slot; the ids stay in the store.
struct IDTable: Sendable {
  /// An index + 1, or 0 where the slot is free. The count is a power of two.
  private var slots: [UInt32]
  private var used = 0

  /// Room for `capacity` records without growing.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The record with this hash for which `matches` holds.
  func find(hash: Int, where matches: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if matches(index) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a record; `rehash` gives the hash of one that is already in it, should the table have to grow.
  mutating func insert(_ index: Int, hash: Int, rehash: (Int) -> Int) {
    if (used + 1) * 2 > slots.count {
      var larger = IDTable(capacity: slots.count)
      for slot in slots where slot != 0 { larger.place(slot, hash: rehash(Int(slot) - 1)) }
      self = larger
    }
    place(UInt32(index + 1), hash: hash)
  }

  /// Renames every record of the table.
  mutating func renumber(_ newIndex: (Int) -> Int) {
    for slot in slots.indices where slots[slot] != 0 {
      slots[slot] = UInt32(newIndex(Int(slots[slot]) - 1) + 1)
    }
  }

  private mutating func place(_ value: UInt32, hash: Int) {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = value
    used += 1
  }
}
