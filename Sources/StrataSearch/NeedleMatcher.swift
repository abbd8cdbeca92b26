// Memory: lent.

/// How well one word matches one folded text.
enum NeedleMatcher {
  static func tier(of needle: Query.Needle, in text: [UInt8], group: TextField.Group) -> Tier? {
    guard !text.isEmpty else { return nil }
    return text.withUnsafeBufferPointer { text in
      let tiers =
        [tier(of: needle.bytes, needle.mode, in: text, group: group, inside: needle.insideTier)]
        + needle.others.map { tier(of: $0.bytes, $0.mode, in: text, group: group, inside: .inside) }
      return tiers.compactMap { $0 }.min()
    }
  }

  private static func tier(
    of word: [UInt8], _ mode: Query.Needle.Mode, in text: UnsafeBufferPointer<UInt8>, group: TextField.Group,
    inside: Tier
  ) -> Tier? {
    let length = word.count
    func best(_ admits: (Int) -> Bool = { _ in true }) -> Tier? {
      self.best(word, in: text, group: group, inside: inside, admits)
    }
    switch mode {
    case .anywhere: return [best(), pinyinTier(of: word, in: text, group: group)].compactMap { $0 }.min()
    case .phrase: return best()
    case .wholeWord:
      return best { WordBoundary.starts(text, at: $0) && WordBoundary.ends(text, at: $0 + length) }
    case .begins: return group > .alias ? nil : best { $0 == 0 }
    case .ends: return group > .alias ? nil : best { $0 + length == text.count }
    case .whole: return group > .alias ? nil : best { $0 == 0 && length == text.count }
    case .fuzzy:
      guard group <= .alias else { return nil }
      return [best(), FuzzyMatcher(word).tier(in: text)].compactMap { $0 }.min()
    }
  }

  private static func pinyinTier(
    of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, group: TextField.Group
  ) -> Tier? {
    guard let matcher = PinyinMatcher(word) else { return nil }
    switch group {
    case .name, .alias: return matcher.nameTier(in: text)
    case .keyword, .tag: return matcher.place(in: text, breadth: .body) == nil ? nil : .keyword
    case .summary: return matcher.place(in: text, breadth: .body) == nil ? nil : .summary
    case .other: return matcher.place(in: text, breadth: .body) == nil ? nil : .other
    }
  }

  /// The best tier over all the places of the word that `admits` lets pass.
  private static func best(
    _ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, group: TextField.Group, inside: Tier,
    _ admits: (Int) -> Bool
  ) -> Tier? {
    var best: Tier?
    for start in places(of: word, in: text) where admits(start) {
      let tier: Tier
      switch group {
      case _ where !WordBoundary.starts(text, at: start): tier = group <= .alias ? inside.ofName : inside
      case .name:
        tier = start > 0 ? .nameWord : word.count == text.count ? .exactName : .namePrefix
      case .alias: tier = start == 0 && word.count == text.count ? .exactAlias : .alias
      case .keyword: tier = start == 0 && word.count == text.count ? .exactKeyword : .keyword
      case .tag: tier = .keyword
      case .summary: tier = .summary
      case .other: tier = .other
      }
      best = min(best ?? tier, tier)
    }
    return best
  }

  /// All places of a word in a text, overlapping ones too, in linear time (Knuth, Morris, Pratt).
  static func places(of word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    guard !word.isEmpty, word.count <= text.count else { return [] }
    /// For each beginning of the word the length of the longest shorter beginning that is its end.
    var borders = [0]
    var length = 0
    for index in word.indices.dropFirst() {
      while length > 0, word[index] != word[length] { length = borders[length - 1] }
      if word[index] == word[length] { length += 1 }
      borders.append(length)
    }
    var places: [Int] = []
    length = 0
    for (index, byte) in text.enumerated() {
      while length > 0, byte != word[length] { length = borders[length - 1] }
      if byte == word[length] { length += 1 }
      if length == word.count {
        places.append(index + 1 - length)
        length = borders[length - 1]
      }
    }
    return places
  }
}

extension NeedleMatcher {
  /// The places of a word in a folded text, without overlaps, from left to right; in bytes.
  static func places(
    of needle: Query.Needle, in text: [UInt8], breadth: PinyinMatcher.Breadth = .name
  ) -> [Range<Int>] {
    text.withUnsafeBufferPointer { text in
      let places = literalPlaces(of: needle.bytes, needle.mode, in: text)
      guard places.isEmpty else { return places }
      for other in needle.others {
        let places = literalPlaces(of: other.bytes, other.mode, in: text)
        if !places.isEmpty { return places }
      }
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
    of word: [UInt8], _ mode: Query.Needle.Mode, in text: UnsafeBufferPointer<UInt8>
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in places(of: word, in: text) where start >= found.last?.upperBound ?? 0 {
      if admits(mode, text, start..<start + word.count) { found.append(start..<start + word.count) }
    }
    return found
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
