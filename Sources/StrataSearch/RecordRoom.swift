// Memory: own; a text is written where there is room for its folded form, otherwise the room is overfull.

/// What a chunk knows of one of its records.
struct RecordFacts {
  var end: UInt32
  var initials: UInt32
  var placing: UInt8
  var traits: UInt8
  var toBody: UInt8
  var toOther: UInt8
  var toBeyondASCII: UInt8

  /// Of the record that has been written.
  init(_ room: RecordRoom, placing: UInt8) {
    end = UInt32(room.used)
    initials = room.initials
    self.placing = placing
    traits = room.traits
    let other = room.other ?? room.used
    let body = min(room.body ?? other, other)
    toBody = UInt8(min(0xFF, body - room.start))
    toOther = UInt8(min(0xFF, other - body))
    toBeyondASCII = UInt8(exactly: (room.beyondASCII ?? room.start) - room.start) ?? 0
  }
}

/// Memory into which records are written.
struct RecordRoom {
  let target: UnsafeMutablePointer<UInt8>
  let capacity: Int
  /// The catalog's text.
  let store: UnsafeBufferPointer<UInt8>
  /// `Pinyin.initials`
  let pinyinInitials: UnsafeBufferPointer<UInt32>
  var used = 0
  /// Where the record that is being written begins.
  var start = 0
  var isOverfull = false
  var traits: UInt8 = 0
  var initials: UInt32 = 0
  /// Characters of the record's name, at most 31, where that is known already.
  var nameLength: UInt8?
  /// Where what comes after the record's names and aliases, and its other texts begin.
  var body: Int?
  var other: Int?
  /// Where its first text begins that is not ASCII.
  var beyondASCII: Int?
  /// What of the record's texts may still be looked at.
  var budget = TextBudget()
  /// Other ways to write a name, written after all names and aliases.
  private var deferred: [[UInt8]] = []

  init(
    target: UnsafeMutablePointer<UInt8>, capacity: Int, store: UnsafeBufferPointer<UInt8>,
    pinyinInitials: UnsafeBufferPointer<UInt32>
  ) {
    self.target = target
    self.capacity = capacity
    self.store = store
    self.pinyinInitials = pinyinInitials
  }

  /// Is ready for the next record.
  mutating func forget() {
    traits = 0
    initials = 0
    nameLength = nil
    body = nil
    budget = TextBudget()
    other = nil
    beyondASCII = nil
  }

  mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ group: TextField.Group) {
    if !deferred.isEmpty, group > .alias { writeDeferred() }
    guard used + 1 + Folding.growth * text.count + 16 <= capacity else {
      isOverfull = true
      return
    }
    target[used] = SearchIndex.mark(group)
    let (length, isASCII) = Folding.write(text, to: target + used + 1)
    guard length > 0 else { return }
    close(group, length, isASCII)
  }

  /// Adds a part of the catalog's text: most is plain.
  mutating func add(_ part: Range<Int>, _ group: TextField.Group) {
    var part = part
    // Most sentences end with a dot, which is a border.
    while part.count > 1, Folding.isBorder(store[part.upperBound - 1]) { part = part.dropLast() }
    let text = UnsafeBufferPointer(start: store.baseAddress! + part.lowerBound, count: part.count)
    if !deferred.isEmpty, group > .alias { writeDeferred() }
    guard !part.isEmpty, part.upperBound + Folding.overrun <= store.count,
      used + 1 + part.count + 2 * Folding.overrun <= capacity,
      Folding.writePlain(text.baseAddress!, part.count, to: target + used + 1)
    else { return add(text, group) }
    target[used] = SearchIndex.mark(group)
    close(group, part.count, true)
  }

  /// Takes in a text that has been written after the mark.
  @inline(__always)
  private mutating func close(_ group: TextField.Group, _ length: Int, _ isASCII: Bool) {
    if group > .alias, body == nil { body = used }
    if group == .keyword || group == .tag { traits |= SearchIndex.Traits.keywords }
    if group == .other, other == nil { other = used }
    if isASCII, group == .name, used == start { nameLength = UInt8(min(31, length)) }
    if !isASCII {
      traits |= SearchIndex.Traits.beyondASCII
      if beyondASCII == nil { beyondASCII = used }
      let letters = initials(of: UnsafeBufferPointer(start: target + used + 1, count: length))
      if group > .alias { initials |= letters }
      if letters != 0 {
        traits |= group <= .alias ? SearchIndex.Traits.chineseName : SearchIndex.Traits.chineseBody
      }
    }
    if group <= .alias, length <= 2 || (group == .name && used > start) {
      traits |= SearchIndex.Traits.unusualNames
    }
    used += 1 + length
  }

  mutating func deferAliases(_ aliases: [[UInt8]]) {
    for alias in aliases where !deferred.contains(alias) { deferred.append(alias) }
  }

  private mutating func writeDeferred() {
    let aliases = deferred
    deferred = []
    // They are folded already, which folding leaves as it is.
    for alias in aliases { alias.withUnsafeBufferPointer { add($0, .alias) } }
  }

  /// Takes back the alias that was written last.
  mutating func takeBack(to place: Int) { used = place }

  func repeats(_ a: Int, _ b: Int, _ count: Int) -> Bool {
    (0..<max(0, count)).allSatisfy { target[a + $0] == target[b + $0] }
  }

  /// Closes a record; where it was too long takes it back and returns false.
  mutating func finish(orBackTo start: Int) -> Bool {
    if !deferred.isEmpty { writeDeferred() }
    if used == start, !isOverfull {
      if used + 1 <= capacity {
        target[used] = SearchIndex.mark(.name)
        used += 1
      } else {
        isOverfull = true
      }
    }
    if isOverfull {
      used = start
      deferred = []
      forget()
      return false
    }
    target[used] = 0
    return true
  }

  /// The letters with which the characters of a text begin as pinyin.
  private func initials(of text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var letters: UInt32 = 0
    var index = PinyinMatcher.skipASCII(text, 0)
    while index < text.count {
      let byte = text[index]
      // All characters that have readings take three bytes.
      if byte &- 0xE3 < 7, index + 3 <= text.count {
        let scalar = UInt32(byte & 0x0F) << 12 | UInt32(text[index + 1] & 0x3F) << 6 | UInt32(text[index + 2] & 0x3F)
        let character = Int(scalar) - Int(PinyinTable.first)
        if character >= 0, character < pinyinInitials.count { letters |= pinyinInitials[character] }
        index += 3
      } else if byte < 0x80 {
        index = PinyinMatcher.skipASCII(text, index + 1)
      } else {
        index += 1
      }
    }
    return letters
  }
}
