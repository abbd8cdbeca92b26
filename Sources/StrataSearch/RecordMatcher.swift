// Memory: own; words of eight bytes that begin before the end of a record, after which `ByteFinder.padding` bytes
// can be read.

import StrataCatalog

/// One way to write a word of a query, ready to be looked for in an index.
final class RecordMatcher: Sendable {
  /// No match, in places where tiers are bytes.
  static let none: UInt8 = 0xFF

  let mode: Query.Needle.Mode
  /// Whether it counts wherever it stands.
  private let isAnywhere: Bool
  /// What it is worth to find it inside a word, and inside one of a name.
  private let insideTier: UInt8
  private let insideNameTier: UInt8
  let finder: ByteFinder
  /// The word as pinyin, in names and, where it can be that, in longer texts.
  let pinyin: PinyinMatcher?
  let scanner: PinyinScanner?
  /// Whether that is by its initials alone: then what a longer word finds, a shorter one of four letters has found.
  let readsOnlyInitials: Bool
  let fuzzy: FuzzyMatcher?
  /// Whether only records that are not all ASCII can have the word by its letters.
  let isBeyondASCII: Bool
  /// The letters with which its Chinese characters begin as pinyin: see `Pinyin.initials`.
  private let initials: UInt32
  /// The word where it is one letter that is in most records: looking there takes less than looking for it.
  let commonLetter: UInt8?
  /// In which Chinese texts the word can be pinyin, as traits of the index.
  let reads: UInt8

  /// `frequency`: see `ByteFinder`.
  init(_ bytes: [UInt8], _ mode: Query.Needle.Mode, inside: Tier, _ frequency: [UInt32]) {
    self.mode = mode
    isAnywhere = mode == .anywhere || mode == .phrase
    insideTier = inside.rawValue
    insideNameTier = inside.ofName.rawValue
    finder = ByteFinder(bytes, frequency: frequency)
    pinyin = mode == .anywhere ? PinyinMatcher(bytes) : nil
    scanner = pinyin.flatMap { PinyinScanner($0) }
    reads =
      pinyin == nil
      ? 0
      : scanner == nil
        ? SearchIndex.Traits.chineseName : SearchIndex.Traits.chineseName | SearchIndex.Traits.chineseBody
    readsOnlyInitials = !(pinyin?.canBeReadings ?? false)
    fuzzy = mode == .fuzzy ? FuzzyMatcher(bytes) : nil
    isBeyondASCII = bytes.contains { $0 >= 0x80 }
    initials = String(decoding: bytes, as: UTF8.self).unicodeScalars.reduce(0) {
      $0 | Pinyin.standard.initials(ofSet: Pinyin.standard.set(of: $1.value))
    }
    let isCommon = !frequency.isEmpty && frequency[Int(bytes[0])] > frequency.reduce(0, +) / 250
    commonLetter = mode == .anywhere && bytes.count == 1 && isCommon ? bytes[0] : nil
  }

  /// Whether a record may have the word, which is beyond ASCII, by its letters: its characters begin like some of the
  /// record's; of names that is not known.
  @inline(__always)
  func canBeBeyondASCII(_ traits: UInt8, _ initials: UInt32) -> Bool {
    traits & SearchIndex.Traits.beyondASCII != 0
      && (self.initials & ~initials == 0 || traits & SearchIndex.Traits.chineseName != 0)
  }

  /// Whether a record may have the word as pinyin.
  @inline(__always)
  func canBeRead(_ traits: UInt8, _ initials: UInt32) -> Bool {
    let traits = traits & reads
    if traits & SearchIndex.Traits.chineseName != 0 { return true }
    return traits & SearchIndex.Traits.chineseBody != 0 && scanner!.canBeIn(textWith: initials)
  }

  /// The tier of a record without what its category's name adds.
  func tier(_ record: SearchIndex.Record) -> UInt8 {
    let place = finder.find(record.base, from: record.start, to: record.end)
    let tier = place < 0 ? Self.none : literalTier(record, place)
    return min(tier, otherTier(record, than: tier))
  }

  /// The tier of a record whose first place of the word is known.
  @inline(__always)
  func literalTier(_ record: SearchIndex.Record, _ place: Int) -> UInt8 {
    if isAnywhere, place >= record.body { return bodyTier(record, place) }
    return bestTier(record, place)
  }

  /// The tier of a place behind names and aliases, or of one after it: groups only get worse.
  private func bodyTier(_ record: SearchIndex.Record, _ firstPlace: Int) -> UInt8 {
    var place = firstPlace
    var best = insideTier
    repeat {
      if WordBoundary.starts(record.base, at: place) {
        if place >= record.other { return min(best, Tier.other.rawValue) }
        if record.body < record.end, record.traits & SearchIndex.Traits.keywords == 0 {
          return min(best, Tier.summary.rawValue)
        }
        let textStart = Self.textStart(record.base, place)
        let mark = record.base[textStart - 1]
        guard mark == SearchIndex.mark(.keyword) else { return min(best, Self.tier(ofMark: mark)) }
        if place == textStart, record.base[place + finder.word.count] < SearchIndex.marks {
          return min(best, Tier.exactKeyword.rawValue)
        }
        // Another keyword may be the word alone.
        best = Tier.keyword.rawValue
      }
      place = finder.find(record.base, from: place + 1, to: record.end)
    } while place >= 0
    return best
  }

  /// The tier of a word in a text that is no name.
  private static func tier(ofMark mark: UInt8) -> UInt8 {
    switch mark {
    case SearchIndex.mark(.keyword), SearchIndex.mark(.tag): Tier.keyword.rawValue
    case SearchIndex.mark(.summary): Tier.summary.rawValue
    default: Tier.other.rawValue
    }
  }

  /// The same, with the marks before the place and those after it.
  private func bestTier(_ record: SearchIndex.Record, _ firstPlace: Int) -> UInt8 {
    let (base, end) = (record.base, record.end)
    let length = finder.word.count
    // A short word is in many records: it is worth knowing when no other place of it can be better. None is the whole of a
    // name, only the first one can begin it.
    let isPlain = mode == .anywhere && length <= 2 && record.traits & SearchIndex.Traits.unusualNames == 0
    var best = Self.none
    var place = firstPlace
    repeat {
      let textStart = Self.textStart(base, place)
      let mark = base[textStart - 1]
      let isAtEnd = base[place + length] < SearchIndex.marks
      if mark >= SearchIndex.mark(.keyword) {
        switch mode {
        case .anywhere, .phrase:
          return best <= Tier.exactKeyword.rawValue ? best : min(best, bodyTier(record, place))
        case .wholeWord:
          if isWhole(base, place) {
            guard mark == SearchIndex.mark(.keyword) else { return min(best, Self.tier(ofMark: mark)) }
            best = min(best, (place == textStart && isAtEnd ? Tier.exactKeyword : .keyword).rawValue)
          }
        case .begins, .ends, .whole, .fuzzy: return best
        }
      } else if admits(base, place, isAtStart: place == textStart, isAtEnd: isAtEnd) {
        let tier: UInt8
        if !WordBoundary.starts(base, at: place) {
          tier = insideNameTier
        } else if mark == SearchIndex.mark(.name) {
          tier = (place > textStart ? Tier.nameWord : isAtEnd ? .exactName : .namePrefix).rawValue
        } else {
          tier = (place == textStart && isAtEnd ? Tier.exactAlias : .alias).rawValue
        }
        best = min(best, tier)
        if best == 0 || (isPlain && tier != insideNameTier) { return best }
      }
      place = finder.find(base, from: place + 1, to: end)
    } while place >= 0
    return best
  }

  /// The tier of a record for a word of one ASCII letter, without pinyin.
  @inline(__always)
  func tier(ofLetter letter: UInt8, _ record: SearchIndex.Record) -> UInt8 {
    let (base, start, end) = (record.base, record.start, record.end)
    guard record.traits & SearchIndex.Traits.unusualNames == 0 else {
      let place = finder.find(base, from: start, to: end)
      return place < 0 ? Self.none : literalTier(record, place)
    }
    assert(start >= 0 && end + ByteFinder.padding <= base.count)
    if base[start + 1] == letter, base[start] == SearchIndex.mark(.name) { return Tier.namePrefix.rawValue }
    let raw = UnsafeRawPointer(base.baseAddress!)
    let wanted = SIMD16<UInt8>(repeating: letter)
    let isWord = Self.areWords(wanted)
    // The first beginning of a word; groups only get worse.
    var index = start + 1
    var all = SIMD2<UInt64>()
    while index < end {
      let hits = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self) .== wanted
      let before = Self.areWords(raw.loadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self))
      let starts = Self.bits(hits .& .!(before .& isWord))
      if starts[0] | starts[1] != 0 {
        let place = firstStart(base, index, starts, end)
        if place >= record.body { return bodyTier(record, place) }
        if place >= 0 { return bestTier(record, place) }
      }
      all |= Self.bits(hits)
      index &+= 16
    }
    // The last bytes looked at are those of the next record.
    return all[0] | all[1] != 0 && finder.find(base, from: start, to: end) >= 0 ? insideTier : Self.none
  }

  /// The first of the places marked among sixteen from `index` on where a word begins, before `end`; -1: none.
  @inline(__always)
  private func firstStart(_ base: UnsafeBufferPointer<UInt8>, _ index: Int, _ marks: SIMD2<UInt64>, _ end: Int) -> Int {
    for half in 0..<2 {
      var bits = marks[half]
      while bits != 0 {
        let lane = bits.trailingZeroBitCount &>> 3
        let place = index &+ half &* 8 &+ lane
        if place >= end { return -1 }
        // Before it stands what is neither letter nor digit, if it is ASCII.
        if base[place - 1] < 0x80 || WordBoundary.starts(base, at: place) { return place }
        bits &= ~(0xFF &<< UInt64(truncatingIfNeeded: lane &* 8))
      }
    }
    return -1
  }

  /// Which bytes are letters or digits of ASCII, folded.
  @inline(__always)
  private static func areWords(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    ((bytes &- SIMD16(repeating: 0x61)) .< SIMD16(repeating: 26))
      .| ((bytes &- SIMD16(repeating: 0x30)) .< SIMD16(repeating: 10))
  }

  /// All bits of the bytes that are marked.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
    unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  }

  /// Where the text begins in which a place lies: after the last mark before it. Eight bytes at a time.
  @inline(__always)
  private static func textStart(_ base: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var end = place
    let raw = UnsafeRawPointer(base.baseAddress!)
    while end >= 8 {
      // The highest bit of each byte that is below 8.
      let high = raw.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self) & Eight.one(0xF8)
      let marks = ~(((high & Eight.one(0x7F)) &+ Eight.one(0x7F)) | high) & Eight.one(0x80)
      if marks != 0 { return end - marks.leadingZeroBitCount / 8 }
      end -= 8
    }
    while base[end - 1] >= SearchIndex.marks { end -= 1 }
    return end
  }

  /// The tier by pinyin or in spite of slips, where that is better than the one that is known.
  func otherTier(_ record: SearchIndex.Record, than known: UInt8) -> UInt8 {
    let traits = record.traits
    if let pinyin {
      let readsName = traits & SearchIndex.Traits.chineseName != 0 && known > Tier.alias.rawValue
      let readsBody = traits & SearchIndex.Traits.chineseBody != 0 && known > Tier.keyword.rawValue
      var best = Self.none
      if readsName {
        record.forEachName { best = min(best, pinyin.nameTier(in: $0)?.rawValue ?? Self.none) }
      }
      // What is found like this in a name has been found there already: the place is in a longer text.
      if readsBody, best == Self.none,
        let scanner, scanner.canBeIn(textWith: record.initials),
        let place = scanner.place(
          in: UnsafeBufferPointer(rebasing: record.base[..<record.end]),
          from: max(record.body < record.end ? record.body : record.start, record.beyondASCII))
      {
        best = Self.tier(ofMark: record.base[Self.textStart(record.base, place.lowerBound) - 1])
      }
      return best
    }
    if let fuzzy, known > Tier.alias.rawValue {
      var best = Self.none
      record.forEachName { best = min(best, fuzzy.tier(in: $0)?.rawValue ?? Self.none) }
      return best
    }
    return Self.none
  }

  @inline(__always)
  private func admits(_ base: UnsafeBufferPointer<UInt8>, _ place: Int, isAtStart: Bool, isAtEnd: Bool) -> Bool {
    switch mode {
    case .anywhere, .phrase, .fuzzy: true
    case .wholeWord: isWhole(base, place)
    case .begins: isAtStart
    case .ends: isAtEnd
    case .whole: isAtStart && isAtEnd
    }
  }

  private func isWhole(_ base: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    WordBoundary.starts(base, at: place) && WordBoundary.ends(base, at: place + finder.word.count)
  }
}
