// Memory: lent.

/// A word as pinyin, made ready to be looked for in many longer texts: it finds what `PinyinMatcher` finds in a body.
struct PinyinScanner: Sendable {
  private let matcher: PinyinMatcher
  /// For each character from `PinyinTable.first` on: as an initial, the places in the word where it can be, as bits;
  /// otherwise whether it can begin the word.
  private let marks: [UInt16]
  private let isInitials: Bool
  /// With which letters the characters of a text begin that has the word, one number for each way in which it can have it.
  private let ways: [UInt32]

  /// Nil where longer texts cannot have the word.
  init?(_ matcher: PinyinMatcher) {
    guard matcher.canReadBody else { return nil }
    self.matcher = matcher
    let word = matcher.word
    let ways = matcher.readingInitials.union(matcher.initials.map { [$0] } ?? [])
    // A way that asks for more than another one says nothing.
    self.ways = ways.filter { way in !ways.contains { $0 != way && $0 & ~way == 0 } }
    isInitials = !matcher.canBeReadings && word.count <= 16
    let pinyin = Pinyin.standard
    marks =
      isInitials
      ? pinyin.map { set in
        word.indices.reduce(0) { $0 | (pinyin.hasInitial(word[$1], inSet: set) ? 1 << UInt16($1) : 0) }
      }
      : pinyin.map { set in
        let begins = pinyin.readings(ofSet: set).contains { word.starts(with: $0) }
        return begins || (matcher.canBeInitials && pinyin.hasInitial(word[0], inSet: set)) ? 1 : 0
      }
  }

  /// Whether a text whose characters begin with these letters, bit 0 for `a`, may have the word.
  @inline(__always)
  func canBeIn(textWith initials: UInt32) -> Bool {
    for way in ways where way & ~initials == 0 { return true }
    return false
  }

  /// The first place of the text, in bytes, from `start` on, where the word is found.
  func place(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    let firstOfWord = matcher.word[0]
    let count = matcher.word.count
    let last: UInt64 = 1 << UInt64(count - 1)
    return marks.withUnsafeBufferPointer { marks in
      var index = start
      // Bit n: the last n + 1 characters begin with the first n + 1 letters.
      var state: UInt64 = 0
      while index < text.count {
        let byte = text[index]
        if byte < 0x80 {
          state = 0
          index = PinyinMatcher.skipASCII(text, index + 1)
          continue
        }
        // All characters that have readings take three bytes.
        guard byte >= 0xE3, byte < 0xEA, index + 3 <= text.count else {
          state = 0
          index += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          continue
        }
        let scalar = Int(byte & 0x0F) << 12 | Int(text[index + 1] & 0x3F) << 6 | Int(text[index + 2] & 0x3F)
        let character = scalar - Int(PinyinTable.first)
        let mark = character >= 0 && character < marks.count ? marks[character] : 0
        if isInitials {
          state = (state << 1 | 1) & UInt64(mark)
          index += 3
          if state & last != 0 { return index - 3 * count..<index }
        } else {
          if mark != 0 || byte == firstOfWord, let end = matcher.bodyEnd(in: text, from: index) { return index..<end }
          index += 3
        }
      }
      return nil
    }
  }
}
