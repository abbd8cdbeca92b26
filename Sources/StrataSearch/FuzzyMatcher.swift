// Memory: lent.

/// Finds a misspelt or shortened word in a name.
struct FuzzyMatcher {
  let word: [UInt8]
  /// How many slips are forgiven: a letter too many, too few, another one, two swapped.
  let limit: Int
  /// For each byte its places in the word, as bits.
  private let places: [UInt64]
  private let isLetters: Bool

  init(_ word: [UInt8]) {
    self.word = word
    var places = [UInt64](repeating: 0, count: 256)
    for (place, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(place) }
    self.places = places
    // A byte of a Chinese character is no letter that could be a slip.
    isLetters = !word.contains { $0 >= 0xE3 }
    limit = !isLetters || word.count < 3 ? 0 : word.count < 6 ? 1 : 2
  }

  /// The tier of a folded name that does not hold the word as it is.
  func tier(in name: UnsafeBufferPointer<UInt8>) -> Tier? {
    if let nearest = nearest(in: name) { return Tier(penalty: nearest.penalty) }
    return scattered(in: name) == nil ? nil : .scattered
  }

  /// The least number of slips between the word and the whole or a word of the name; nil above the limit.
  func distance(in name: UnsafeBufferPointer<UInt8>) -> Int? { nearest(in: name)?.distance }

  /// Whether enough of the word's letters are in a text for some part of it to be near: each that is missing is a slip.
  func canBeNear(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    places.withUnsafeBufferPointer { places in
      var covered: UInt64 = 0
      for byte in text { covered |= places[Int(byte)] }
      return isEnough(covered)
    }
  }

  /// Whether no more of the word's places are missing than slips are forgiven.
  @inline(__always)
  private func isEnough(_ covered: UInt64) -> Bool { word.count - covered.nonzeroBitCount <= limit }

  /// The part of the name, the whole or a word of it, that is nearest to the word, the number of slips between them, and how
  /// much these are to be held against it.
  func nearest(in name: UnsafeBufferPointer<UInt8>) -> (part: Range<Int>, distance: Int, penalty: Int)? {
    guard limit > 0 else { return nil }
    var best: (part: Range<Int>, distance: Int, penalty: Int)?
    /// `covered`: the places of the word whose letters the part has.
    func consider(_ part: Range<Int>, _ covered: UInt64) {
      let text = UnsafeBufferPointer(rebasing: name[part])
      guard isEnough(covered), let distance = distance(to: text) else { return }
      let penalty = Slips.penalty(word, text) + (part.count < name.count ? 1 : 0)
      if penalty < best?.penalty ?? .max { best = (part, distance, penalty) }
    }
    places.withUnsafeBufferPointer { places in
      var all: UInt64 = 0
      var covered: UInt64 = 0
      var start = 0
      for (index, byte) in name.enumerated() {
        all |= places[Int(byte)]
        if byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26 {
          covered |= places[Int(byte)]
        } else {
          consider(start..<index, covered)
          start = index + 1
          covered = 0
        }
      }
      if start > 0 { consider(start..<name.count, covered) }
      consider(0..<name.count, all)
    }
    return best
  }

  /// Slips between the word and a text, nil above the limit. A word of five letters may go on: it is still being typed.
  ///
  /// A column of the table of distances in one number (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
  /// Damerau edit distances", 2003): bit i of `up` and `down` tells whether row i + 1 is one more or one less than row i.
  private func distance(to text: UnsafeBufferPointer<UInt8>) -> Int? {
    let mayGoOn = word.count >= 5
    guard word.count <= 64, text.count + limit >= word.count, mayGoOn || text.count <= word.count + limit else {
      return nil
    }
    let text = UnsafeBufferPointer(rebasing: text[..<min(text.count, word.count + limit)])
    guard canBeNear(text) else { return nil }
    let last: UInt64 = 1 << UInt64(word.count - 1)
    var (up, down, same, placesBefore) = (UInt64.max, UInt64(0), UInt64(0), UInt64(0))
    var distance = word.count
    var least = distance
    for byte in text {
      let places = places[Int(byte)]
      let swapped = ((~same & places) << 1) & placesBefore
      same = (((places & up) &+ up) ^ up) | places | down | swapped
      var more = down | ~(same | up)
      var fewer = same & up
      if more & last != 0 { distance += 1 } else if fewer & last != 0 { distance -= 1 }
      least = min(least, distance)
      more = more << 1 | 1
      fewer <<= 1
      up = fewer | ~(same | more)
      down = more & same
      placesBefore = places
    }
    let result = mayGoOn ? least : distance
    return result <= limit ? result : nil
  }

  /// The places of the word's letters in order, the first at the beginning of a word; nil where they are not all there.
  func scattered(in name: UnsafeBufferPointer<UInt8>) -> [Int]? {
    guard isLetters, word.count >= 3 else { return nil }
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
