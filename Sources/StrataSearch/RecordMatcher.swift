import StrataCatalog

/// One word of a query, ready to be looked for in an index.
struct RecordMatcher: Sendable {
  /// No match, in places where tiers are bytes.
  static let none: UInt8 = 0xFF

  let mode: Query.Needle.Mode
  let finder: ByteFinder
  /// The word as pinyin: in names; and whether it can be that in longer texts.
  let pinyin: PinyinMatcher?
  let readsBody: Bool
  let fuzzy: FuzzyMatcher?
  /// For each category of the catalog whether its name has the word: then its tools have it too.
  let categories: [Bool]
  let hasCategories: Bool

  init(_ needle: Query.Needle, _ catalog: Catalog, _ frequency: [UInt32]) {
    mode = needle.mode
    finder = ByteFinder(needle.bytes, frequency: frequency)
    pinyin = needle.mode == .anywhere ? PinyinMatcher(needle.bytes) : nil
    readsBody = pinyin?.canReadBody ?? false
    fuzzy = needle.mode == .fuzzy ? FuzzyMatcher(needle.bytes) : nil
    categories = catalog.categories.map { category in
      [category.name.en, category.name.zh].contains {
        NeedleMatcher.tier(of: needle, in: Folding.bytes(catalog.string($0)), group: .other) != nil
      }
    }
    hasCategories = categories.contains(true)
  }

  /// In which Chinese texts the word can be pinyin, as bits of `SearchIndex.Chunk.chinese`.
  var reads: UInt8 { pinyin == nil ? 0 : readsBody ? 3 : 1 }

  /// The tier of a record without what its category's name adds.
  func tier(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, chinese: UInt8) -> UInt8 {
    let place = finder.find(base, from: start, to: end)
    let tier = place < 0 ? Self.none : literalTier(base, place, end)
    return min(tier, otherTier(base, start, end, chinese: chinese, than: tier))
  }

  /// The tier of a record whose first place of the word is known.
  func literalTier(_ base: UnsafePointer<UInt8>, _ firstPlace: Int, _ end: Int) -> UInt8 {
    let length = finder.word.count
    var best = Self.none
    var place = firstPlace
    repeat {
      var textStart = place
      while base[textStart - 1] >= SearchIndex.marks { textStart -= 1 }
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
        if best == 0 { return best }
      }
      place = finder.find(base, from: place + 1, to: end)
    } while place >= 0
    return best
  }

  /// The tier by pinyin or in spite of slips, where that is better than the one that is known.
  func otherTier(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, chinese: UInt8, than known: UInt8
  ) -> UInt8 {
    if let pinyin {
      let readsName = chinese & 1 != 0 && known > Tier.alias.rawValue
      let readsBody = chinese & 2 != 0 && self.readsBody && known > Tier.summary.rawValue
      guard readsName || readsBody else { return Self.none }
      return forEachText(base, start, end) { mark, text in
        if mark <= SearchIndex.mark(.alias) {
          return readsName ? pinyin.nameTier(in: text)?.rawValue ?? Self.none : Self.none
        }
        guard readsBody, pinyin.place(in: text, breadth: .body) != nil else { return Self.none }
        return mark == SearchIndex.mark(.summary) ? Tier.summary.rawValue : Tier.other.rawValue
      }
    }
    if let fuzzy, known > Tier.alias.rawValue {
      return forEachText(base, start, end) { mark, text in
        mark <= SearchIndex.mark(.alias) ? fuzzy.tier(in: text)?.rawValue ?? Self.none : Self.none
      }
    }
    return Self.none
  }

  /// The best of what `body` says of each text of a record and the mark before it.
  private func forEachText(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ body: (UInt8, UnsafeBufferPointer<UInt8>) -> UInt8
  ) -> UInt8 {
    var best = Self.none
    var index = start
    while index < end {
      let mark = base[index]
      var stop = index + 1
      while stop < end, base[stop] >= SearchIndex.marks { stop += 1 }
      if stop > index + 1 {
        best = min(best, body(mark, UnsafeBufferPointer(start: base + index + 1, count: stop - index - 1)))
      }
      index = stop
    }
    return best
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
