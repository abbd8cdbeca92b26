/// Finds a misspelt or shortened word in a name.
struct FuzzyMatcher {
  let word: [UInt8]
  /// How many slips are forgiven: a letter too many, too few, another one, two swapped.
  let limit: Int

  init(_ word: [UInt8]) {
    self.word = word
    limit = word.count < 3 ? 0 : word.count < 6 ? 1 : 2
  }

  /// The tier of a folded name that does not hold the word as it is.
  func tier(in name: UnsafeBufferPointer<UInt8>) -> Tier? {
    if let distance = distance(in: name) { return distance == 1 ? .oneTypo : .twoTypos }
    return scattered(in: name) == nil ? nil : .scattered
  }

  /// The least number of slips between the word and the whole or a word of the name; nil above the limit.
  func distance(in name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard limit > 0 else { return nil }
    return FuzzyMatcher.parts(of: name).compactMap { distance(to: name[$0]) }.min()
  }

  /// The part of the name that is nearest to the word.
  func nearest(in name: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    FuzzyMatcher.parts(of: name).compactMap { part in distance(to: name[part]).map { (part, $0) } }
      .min { $0.1 < $1.1 }?.0
  }

  /// The whole name and its words.
  private static func parts(of name: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = [0..<name.count]
    var start: Int?
    for index in 0...name.count {
      let isLetter = index < name.count && (name[index] >= 0x80 || name[index] &- 0x30 < 10 || name[index] &- 0x61 < 26)
      if isLetter {
        if start == nil { start = index }
      } else if let begun = start {
        if index - begun < name.count { parts.append(begun..<index) }
        start = nil
      }
    }
    return parts
  }

  /// Slips between the word and a text, nil above the limit. A word of five letters may go on: it is still being typed.
  func distance(to text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard text.count + limit >= word.count else { return nil }
    let mayGoOn = word.count >= 5
    guard mayGoOn || text.count <= word.count + limit else { return nil }
    let columns = min(text.count, word.count + limit)
    let base = text.startIndex
    var before = [Int](repeating: 0, count: columns + 1)
    var last = Array(0...columns)
    for row in 1...word.count {
      var current = [Int](repeating: row, count: columns + 1)
      var least = row
      for column in stride(from: 1, through: columns, by: 1) {
        let isSame = word[row - 1] == text[base + column - 1]
        var cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, word[row - 1] == text[base + column - 2], word[row - 2] == text[base + column - 1] {
          cost = min(cost, before[column - 2] + 1)
        }
        current[column] = cost
        least = min(least, cost)
      }
      if least > limit { return nil }
      before = last
      last = current
    }
    let distance = mayGoOn ? last.min()! : last[columns]
    guard distance <= limit, mayGoOn || columns == text.count else { return nil }
    return distance
  }

  /// The places of the word's letters in order, the first at the beginning of a word; nil where they are not all there.
  func scattered(in name: UnsafeBufferPointer<UInt8>) -> [Int]? {
    guard word.count >= 3 else { return nil }
    for start in name.indices where name[start] == word[0] && WordBoundary.starts(name, at: start) {
      var places: [Int] = [start]
      var index = start + 1
      while places.count < word.count, index < name.count {
        if name[index] == word[places.count] { places.append(index) }
        index += 1
      }
      if places.count == word.count { return places }
      return nil
    }
    return nil
  }
}
