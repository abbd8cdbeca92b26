/// How well one word matches one folded text.
enum NeedleMatcher {
  static func tier(of needle: Query.Needle, in text: [UInt8], group: TextField.Group) -> Tier? {
    guard !text.isEmpty else { return nil }
    return text.withUnsafeBufferPointer { tier(of: needle, in: $0, group: group) }
  }

  private static func tier(
    of needle: Query.Needle, in text: UnsafeBufferPointer<UInt8>, group: TextField.Group
  ) -> Tier? {
    let length = needle.bytes.count
    switch needle.mode {
    case .anywhere:
      let tier = best(needle.bytes, in: text, group: group) { _ in true }
      // As it stands, a word in a name ranks before its pinyin; elsewhere the two rank alike.
      return tier ?? pinyinTier(of: needle.bytes, in: text, group: group)
    case .phrase:
      return best(needle.bytes, in: text, group: group) { _ in true }
    case .wholeWord:
      return best(needle.bytes, in: text, group: group) {
        WordBoundary.starts(text, at: $0) && WordBoundary.ends(text, at: $0 + length)
      }
    case .begins:
      return group > .alias ? nil : best(needle.bytes, in: text, group: group) { $0 == 0 }
    case .ends:
      return group > .alias ? nil : best(needle.bytes, in: text, group: group) { $0 + length == text.count }
    case .whole:
      return group > .alias
        ? nil : best(needle.bytes, in: text, group: group) { $0 == 0 && length == text.count }
    case .fuzzy:
      guard group <= .alias else { return nil }
      return best(needle.bytes, in: text, group: group) { _ in true } ?? FuzzyMatcher(needle.bytes).tier(in: text)
    }
  }

  private static func pinyinTier(
    of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, group: TextField.Group
  ) -> Tier? {
    guard let matcher = PinyinMatcher(word) else { return nil }
    switch group {
    case .name, .alias: return matcher.nameTier(in: text)
    case .summary: return matcher.place(in: text, breadth: .body) == nil ? nil : .summary
    case .other: return matcher.place(in: text, breadth: .body) == nil ? nil : .other
    }
  }

  /// The best tier over all the places of the word that `admits` lets pass.
  private static func best(
    _ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, group: TextField.Group, _ admits: (Int) -> Bool
  ) -> Tier? {
    var best: Tier?
    guard word.count <= text.count else { return nil }
    for start in 0...text.count - word.count where text[start] == word[0] {
      guard (0..<word.count).allSatisfy({ text[start + $0] == word[$0] }), admits(start) else { continue }
      let tier: Tier
      switch group {
      case .name:
        if start == 0 {
          tier = word.count == text.count ? .exactName : .namePrefix
        } else {
          tier = WordBoundary.starts(text, at: start) ? .nameWord : .nameInside
        }
      case .alias: tier = start == 0 && word.count == text.count ? .exactAlias : .alias
      case .summary: tier = .summary
      case .other: tier = .other
      }
      best = min(best ?? tier, tier)
    }
    return best
  }
}

extension NeedleMatcher {
  /// The places of a word in a folded text, without overlaps, from left to right; in bytes.
  static func places(
    of needle: Query.Needle, in text: [UInt8], breadth: PinyinMatcher.Breadth = .name
  ) -> [Range<Int>] {
    text.withUnsafeBufferPointer { text in
      let places = literalPlaces(of: needle, in: text)
      guard places.isEmpty else { return places }
      switch needle.mode {
      case .anywhere:
        guard let matcher = PinyinMatcher(needle.bytes) else { return [] }
        return sequence(state: 0) { start in
          let place = matcher.place(in: text, from: start, breadth: breadth)
          start = place?.upperBound ?? 0
          return place
        }.map { $0 }
      case .fuzzy:
        let matcher = FuzzyMatcher(needle.bytes)
        return matcher.nearest(in: text).map { [$0.part] }
          ?? matcher.scattered(in: text).map { $0.map { $0..<$0 + 1 } } ?? []
      case .phrase, .wholeWord, .begins, .ends, .whole: return []
      }
    }
  }

  private static func literalPlaces(
    of needle: Query.Needle, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var places: [Range<Int>] = []
    let word = needle.bytes
    var start = 0
    while start + word.count <= text.count {
      let end = start + word.count
      guard text[start] == word[0], (0..<word.count).allSatisfy({ text[start + $0] == word[$0] }),
        admits(needle.mode, text, start..<end)
      else {
        start += 1
        continue
      }
      places.append(start..<end)
      start = end
    }
    return places
  }

  private static func admits(_ mode: Query.Needle.Mode, _ text: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool
  {
    switch mode {
    case .anywhere, .phrase, .fuzzy: true
    case .wholeWord: WordBoundary.starts(text, at: place.lowerBound) && WordBoundary.ends(text, at: place.upperBound)
    case .begins: place.lowerBound == 0
    case .ends: place.upperBound == text.count
    case .whole: place == 0..<text.count
    }
  }
}
