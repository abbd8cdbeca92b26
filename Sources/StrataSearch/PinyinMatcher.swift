// Memory: lent; blocks of sixteen bytes as long as so many are left.

/// Finds a word in a folded text where it is written, at least in part, as pinyin.
///
/// In a name each character is read in full, by its initial, or (the last one) by the beginning of its reading; characters
/// and Latin letters may stand between, spaces of the text may be left out: `rongqi`, `rqyxs`, `容qi`, `apiwg` find
/// 容器运行时, API 网关. In longer texts that would find nearly anything, so there a word is at least two characters, read
/// in full or as they stand, or at least four initials.
struct PinyinMatcher {
  enum Breadth {
    case name, body
  }

  let word: [UInt8]
  private let pinyin = Pinyin.standard

  /// Nil where the word cannot be pinyin: without a letter, or longer than 60 bytes.
  init?(_ word: [UInt8]) {
    guard word.count <= 60, word.contains(where: { $0 &- UInt8(ascii: "a") < 26 }) else { return nil }
    self.word = word
  }

  /// The first place of the text, in bytes, from `start` on, where the word is found.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int = 0, breadth: Breadth) -> Range<Int>? {
    word.withUnsafeBufferPointer { word in
      var index = start
      while index < text.count {
        let byte = text[index]
        if byte < 0x80, breadth == .body {
          index = Self.skipASCII(text, index + 1)
          continue
        }
        if byte < 0xE3 {
          // Latin before the first character: `api网guan`.
          if byte == word[0], let end = end(word, text, index, breadth) { return index..<end }
          index += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
          continue
        }
        let (scalar, length) = UTF8Scalar.decode(text, at: index)
        let set = pinyin.set(of: scalar)
        if set > 0 {
          let letter = word[0] &- UInt8(ascii: "a")
          let canBegin = letter < 26 ? pinyin.initials(ofSet: set) & (1 << UInt32(letter)) != 0 : byte == word[0]
          if canBegin, let end = end(word, text, index, breadth) { return index..<end }
        }
        index += length
      }
      return nil
    }
  }

  /// The first place from `start` on that is not ASCII.
  @inline(__always)
  static func skipASCII(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    let raw = UnsafeRawPointer(text.baseAddress!)
    while index + 16 <= text.count {
      let bits = raw.loadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self) & Eight.two(0x80)
      if bits[0] != 0 { return index + bits[0].trailingZeroBitCount / 8 }
      if bits[1] != 0 { return index + 8 + bits[1].trailingZeroBitCount / 8 }
      index += 16
    }
    while index < text.count, text[index] < 0x80 { index += 1 }
    return index
  }

  /// Whether the word can occur in a longer text: it is initials, or parts into readings and characters.
  var canReadBody: Bool { canBeInitials || canBeReadings }

  /// Whether each letter is one with which readings begin, and there are four at least.
  var canBeInitials: Bool {
    word.count >= 4 && word.allSatisfy { $0 &- 0x61 < 26 && pinyin.anyInitials & (1 << UInt32($0 - 0x61)) != 0 }
  }

  /// Whether the word parts into readings and characters, two at least.
  var canBeReadings: Bool { !readingInitials.isEmpty }

  /// For each way to part the word into readings and characters, two at least, the letters with which the readings begin,
  /// bit 0 for `a`. Of very many ways only what they have in common.
  var readingInitials: Set<UInt32> {
    var reached = [Set<UInt32>](repeating: [], count: word.count + 1)
    reached[0] = [0]
    for start in word.indices where !reached[start].isEmpty {
      if reached[start].count > 8 { reached[start] = [reached[start].reduce(.max, &)] }
      if word[start] >= 0xE3 {
        reached[min(word.count, start + 3)].formUnion(reached[start])
        continue
      }
      for end in start + 1..<min(word.count, start + 6) + 1 where end - start < word.count {
        guard pinyin.isReading(word[start..<end]) else { continue }
        let letter: UInt32 = 1 << UInt32(word[start] - UInt8(ascii: "a"))
        reached[end].formUnion(reached[start].map { $0 | letter })
      }
    }
    return reached[word.count]
  }

  /// The letters of the word, bit 0 for `a`, where it can be initials.
  var initials: UInt32? {
    canBeInitials ? word.reduce(0) { $0 | 1 << UInt32($1 - UInt8(ascii: "a")) } : nil
  }

  /// How well a name or alias matches.
  func nameTier(in name: UnsafeBufferPointer<UInt8>) -> Tier? {
    guard let place = place(in: name, breadth: .name) else { return nil }
    return place == 0..<name.count ? .pinyinExact : place.lowerBound == 0 ? .pinyinPrefix : .pinyin
  }

  /// Where the shortest match in a longer text that begins at `start` ends.
  func bodyEnd(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    word.withUnsafeBufferPointer { end($0, text, start, .body) }
  }

  /// Where the shortest match that begins at `start` ends.
  private func end(
    _ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ breadth: Breadth
  ) -> Int? {
    let all: UInt64 = 1 << UInt64(word.count)
    // The places of the word reached: as the text stands, and with a character read as pinyin. In a body also with two
    // characters or more, with characters as they stand, and by initials alone.
    var literal: UInt64 = 1
    var read: UInt64 = 0
    var readMore: UInt64 = 0
    var literalHan: UInt64 = 0
    var initials: UInt64 = breadth == .body && word.count >= 4 ? 1 : 0
    var index = start
    while index < text.count, literal | literalHan | read | readMore | initials != 0 {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      if scalar == 0x20, index > start, breadth == .name {
        literal |= Self.step(literal, word, text, index, 1)
        read |= Self.step(read, word, text, index, 1)
        index += 1
        continue
      }
      let set = pinyin.set(of: scalar)
      switch breadth {
      case .name:
        let both = literal | read
        let nextRead =
          Self.step(read, word, text, index, length)
          | (set > 0 ? pinyin.advance(both, in: word, set: set, short: true) : 0)
        literal = Self.step(literal, word, text, index, length)
        read = nextRead
        if read & all != 0 { return index + length }
      case .body:
        guard set > 0 else { return nil }
        func readOne(_ places: UInt64) -> UInt64 {
          places == 0 ? 0 : pinyin.advance(places, in: word, set: set, short: false)
        }
        func stepOne(_ places: UInt64) -> UInt64 { Self.step(places, word, text, index, length) }
        // Two characters at least, one of them read.
        let more = readOne(literalHan | read | readMore) | stepOne(read | readMore)
        (readMore, read, literalHan) = (more, readOne(literal), stepOne(literal | literalHan))
        literal = 0
        initials = initials == 0 ? 0 : initial(initials, word, set)
        if (readMore | initials) & all != 0 { return index + length }
      }
      index += length
    }
    return nil
  }

  /// The places reached by taking the text's next bytes as they stand.
  private static func step(
    _ places: UInt64, _ word: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ index: Int,
    _ length: Int
  ) -> UInt64 {
    var reached: UInt64 = 0
    var places = places
    while places != 0 {
      let place = places.trailingZeroBitCount
      places &= places - 1
      guard place + length <= word.count else { continue }
      var offset = 0
      while offset < length, word[place + offset] == text[index + offset] { offset += 1 }
      if offset == length { reached |= 1 << UInt64(place + length) }
    }
    return reached
  }

  private func initial(_ places: UInt64, _ word: UnsafeBufferPointer<UInt8>, _ set: Int) -> UInt64 {
    // Every character takes one letter: there is one place only.
    let place = places.trailingZeroBitCount
    guard place < word.count else { return 0 }
    let letter = word[place] &- UInt8(ascii: "a")
    return letter < 26 && pinyin.initials(ofSet: set) & (1 << UInt32(letter)) != 0 ? places << 1 : 0
  }
}
