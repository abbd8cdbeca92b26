import StrataCatalog

/// One word of a query, ready to be looked for in an index.
final class RecordMatcher: Sendable {
  /// No match, in places where tiers are bytes.
  static let none: UInt8 = 0xFF

  let mode: Query.Needle.Mode
  /// Whether it counts wherever it stands.
  private let isAnywhere: Bool
  let finder: ByteFinder
  /// The word as pinyin, in names and, where it can be that, in longer texts.
  let pinyin: PinyinMatcher?
  let scanner: PinyinScanner?
  /// Whether that is by its initials alone: then what a longer word finds, a shorter one of four letters has found.
  let readsOnlyInitials: Bool
  let fuzzy: FuzzyMatcher?
  /// For each category of the catalog whether its name has the word: then its tools have it too.
  let categories: [Bool]
  let hasCategories: Bool
  /// Whether only records that are not all ASCII can have the word by its letters.
  let isBeyondASCII: Bool
  /// The word where it is one letter that is in most records: looking there takes less than looking for it.
  let commonLetter: UInt8?

  init(_ needle: Query.Needle, _ catalog: Catalog, _ frequency: [UInt32]) {
    mode = needle.mode
    isAnywhere = mode == .anywhere || mode == .phrase
    finder = ByteFinder(needle.bytes, frequency: frequency)
    pinyin = needle.mode == .anywhere ? PinyinMatcher(needle.bytes) : nil
    scanner = pinyin.flatMap { PinyinScanner($0) }
    reads =
      pinyin == nil
      ? 0
      : scanner == nil
        ? SearchIndex.Traits.chineseName : SearchIndex.Traits.chineseName | SearchIndex.Traits.chineseBody
    readsOnlyInitials = !(pinyin?.canBeReadings ?? false)
    fuzzy = needle.mode == .fuzzy ? FuzzyMatcher(needle.bytes) : nil
    categories = catalog.categories.map { category in
      [category.name.en, category.name.zh].contains {
        NeedleMatcher.tier(of: needle, in: Folding.bytes(catalog.string($0)), group: .other) != nil
      }
    }
    hasCategories = categories.contains(true)
    isBeyondASCII = needle.bytes.contains { $0 >= 0x80 }
    let isCommon = !frequency.isEmpty && frequency[Int(needle.bytes[0])] > frequency.reduce(0, +) / 250
    commonLetter = needle.mode == .anywhere && needle.bytes.count == 1 && isCommon ? needle.bytes[0] : nil
  }

  /// In which Chinese texts the word can be pinyin, as traits of the index.
  let reads: UInt8

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
    if place >= record.summary, isAnywhere {
      return place >= record.other ? Tier.other.rawValue : Tier.summary.rawValue
    }
    return bestTier(record, place)
  }

  /// The same, with the marks before the place and those after it.
  private func bestTier(_ record: SearchIndex.Record, _ firstPlace: Int) -> UInt8 {
    let (base, end) = (record.base, record.end)
    let length = finder.word.count
    // A short word is in many records: it is worth knowing when no other place of it can be better. None is the whole of a
    // name, only the first one can begin it.
    let isPlain = mode == .anywhere && length <= 2 && record.traits & SearchIndex.Traits.unusualNames == 0
    // Anywhere, a place behind the names is no better than one in them.
    let last = isAnywhere ? record.summary : end
    var best = Self.none
    var place = firstPlace
    repeat {
      let textStart = Self.textStart(base, place)
      let mark = base[textStart - 1]
      let isAtEnd = base[place + length] < SearchIndex.marks
      if mark >= SearchIndex.mark(.summary) {
        switch mode {
        case .anywhere, .phrase:
          return min(best, mark == SearchIndex.mark(.summary) ? Tier.summary.rawValue : Tier.other.rawValue)
        case .wholeWord:
          if isWhole(base, place, end) {
            return min(best, mark == SearchIndex.mark(.summary) ? Tier.summary.rawValue : Tier.other.rawValue)
          }
        case .begins, .ends, .whole, .fuzzy: return best
        }
      } else if admits(base, place, end, isAtStart: place == textStart, isAtEnd: isAtEnd) {
        let tier: Tier
        if mark == SearchIndex.mark(.name) {
          if place == textStart {
            tier = isAtEnd ? .exactName : .namePrefix
          } else {
            tier =
              WordBoundary.starts(UnsafeBufferPointer(start: base, count: end), at: place) ? .nameWord : .nameInside
          }
        } else {
          tier = place == textStart && isAtEnd ? .exactAlias : .alias
        }
        best = min(best, tier.rawValue)
        if best == 0 || (isPlain && tier != .nameInside) { return best }
      }
      place = finder.find(base, from: place + 1, to: last)
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
    let raw = UnsafeRawPointer(base)
    let wanted = Eight.one(letter)
    // The one name, to the mark after it.
    var index = start + 1
    var isInside = false
    while true {
      let block = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let marks = Eight.zeros(block & Eight.one(0xF8))
      var places = Eight.zeros(block ^ wanted)
      if marks != 0 { places &= (1 &<< UInt64(marks.trailingZeroBitCount)) &- 1 }
      while places != 0 {
        let place = index + places.trailingZeroBitCount / 8
        if place == start + 1 { return Tier.namePrefix.rawValue }
        if WordBoundary.starts(UnsafeBufferPointer(start: base, count: end), at: place) {
          return Tier.nameWord.rawValue
        }
        isInside = true
        places &= places &- 1
      }
      if marks != 0 {
        index += marks.trailingZeroBitCount / 8
        break
      }
      index += 8
    }
    if isInside { return Tier.nameInside.rawValue }
    let place = finder.find(base, from: index, to: end)
    return place < 0 ? Self.none : literalTier(record, place)
  }

  /// Where the text begins in which a place lies: after the last mark before it. Eight bytes at a time.
  @inline(__always)
  private static func textStart(_ base: UnsafePointer<UInt8>, _ place: Int) -> Int {
    var end = place
    let raw = UnsafeRawPointer(base)
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
    let (base, end, traits) = (record.base, record.end, record.traits)
    if let pinyin {
      let readsName = traits & SearchIndex.Traits.chineseName != 0 && known > Tier.alias.rawValue
      let readsBody = traits & SearchIndex.Traits.chineseBody != 0 && known > Tier.summary.rawValue
      var best = Self.none
      if readsName {
        record.forEachName { best = min(best, pinyin.nameTier(in: $0)?.rawValue ?? Self.none) }
      }
      // What is found like this in a name has been found there already: the place is in a longer text.
      if readsBody, best == Self.none,
        let scanner, scanner.canBeIn(textWith: record.initials),
        let place = scanner.place(
          in: UnsafeBufferPointer(start: base, count: end), from: record.summary < end ? record.summary : record.start)
      {
        let mark = base[Self.textStart(base, place.lowerBound) - 1]
        best = mark == SearchIndex.mark(.summary) ? Tier.summary.rawValue : Tier.other.rawValue
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
  private func admits(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ end: Int, isAtStart: Bool, isAtEnd: Bool
  ) -> Bool {
    switch mode {
    case .anywhere, .phrase, .fuzzy: true
    case .wholeWord: isWhole(base, place, end)
    case .begins: isAtStart
    case .ends: isAtEnd
    case .whole: isAtStart && isAtEnd
    }
  }

  private func isWhole(_ base: UnsafePointer<UInt8>, _ place: Int, _ end: Int) -> Bool {
    let bytes = UnsafeBufferPointer(start: base, count: end)
    return WordBoundary.starts(bytes, at: place) && WordBoundary.ends(bytes, at: place + finder.word.count)
  }
}
