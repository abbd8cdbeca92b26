// Memory: lent.

/// Finds a record by its id: a hash table of indices alone, four bytes a slot; the ids stay in the store.
///
/// A slot's low bits are an index + 1, its high bits a part of the hash: what shares a slot's neighbourhood by chance is
/// told apart without a look at its id, which would be a miss of the cache.
struct IDTable: Sendable {
  /// 0 where the slot is free. The count is a power of two, and at least twice the records.
  private var slots: [UInt32]
  private var used = 0
  /// The bits of a slot that hold an index + 1: as many as an index into `slots` needs.
  private var indexMask: UInt32

  /// Room for `capacity` records without growing.
  init(capacity: Int) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    indexMask = UInt32(truncatingIfNeeded: size - 1)
  }

  /// The record with this hash for which `matches` holds.
  func find(hash: Int, where matches: (Int) -> Bool) -> Int? {
    slots.withUnsafeBufferPointer { IDIndex.find(hash: hash, in: $0, where: matches) }
  }

  /// The table as it is looked up when it grows no more.
  var index: IDIndex { IDIndex(slots: Table(slots)) }

  /// Adds a record; `rehash` gives the hash of one that is already in it, should the table have to grow.
  mutating func insert(_ index: Int, hash: Int, rehash: (Int) -> Int) {
    if (used + 1) * 2 > slots.count || index + 1 > Int(indexMask) {
      var larger = IDTable(capacity: max(slots.count, index + 1))
      for slot in slots where slot != 0 {
        let index = Int(slot & indexMask) - 1
        larger.place(index, hash: rehash(index))
      }
      self = larger
    }
    place(index, hash: hash)
  }

  /// Renames every record of the table; the new indices are no greater than the old ones' greatest.
  mutating func renumber(_ newIndex: (Int) -> Int) {
    for slot in slots.indices where slots[slot] != 0 {
      let value = slots[slot]
      slots[slot] = value & ~indexMask | UInt32(newIndex(Int(value & indexMask) - 1) + 1)
    }
  }

  private mutating func place(_ index: Int, hash: Int) {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1) | tag(hash)
    used += 1
  }

  private func tag(_ hash: Int) -> UInt32 { IDIndex.tag(hash, indexMask) }
}

/// The slots of an `IDTable`, to be looked up.
struct IDIndex: Sendable {
  let slots: Table<UInt32>

  /// The record with this hash for which `matches` holds.
  func find(hash: Int, where matches: (Int) -> Bool) -> Int? {
    slots.withUnsafeBufferPointer { Self.find(hash: hash, in: $0, where: matches) }
  }

  static func find(hash: Int, in slots: UnsafeBufferPointer<UInt32>, where matches: (Int) -> Bool) -> Int? {
    let mask = slots.count - 1
    let indexMask = UInt32(truncatingIfNeeded: mask)
    let tag = tag(hash, indexMask)
    var slot = hash & mask
    while slots[slot] != 0 {
      let value = slots[slot]
      if value & ~indexMask == tag {
        let index = Int(value & indexMask) - 1
        if matches(index) { return index }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The part of a hash that stands above the index.
  static func tag(_ hash: Int, _ indexMask: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) & ~indexMask
  }
}
