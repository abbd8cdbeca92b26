/// How like two words are.
public enum Nearest {
  /// How many single-character changes (insert, delete, replace, swap of neighbours) a slip may take: at most a third of
  /// the letters are wrong, and never more than `mostTolerated`.
  static func tolerance(_ word: String) -> Int {
    max(1, min(mostTolerated, word.unicodeScalars.prefix(10).count / 3))
  }

  static let mostTolerated = 3

  /// The candidate near enough to be meant, the first of equals.
  public static func likely(_ word: String, among candidates: [String]) -> String? {
    var steps = Int.max
    let best = NearestIndex(candidates).match(word, within: tolerance(word), steps: &steps)
    return best.map { candidates[$0.index] }
  }

  /// Words longer than this are compared by their beginnings: nobody mistypes more, and the time stays bounded.
  static let longest = 64

  /// The letters that are compared: case does not tell words apart.
  static func letters(_ word: String) -> [UInt32] {
    // A scalar has at most four bytes: of a long word no more than its beginning is folded.
    let start = String(decoding: word.utf8.prefix(longest * 4), as: UTF8.self)
    return start.lowercased().unicodeScalars.prefix(longest).map(\.value)
  }

  /// The number of changes between two words, or nil where there are more than `limit`.
  static func distance(_ a: [UInt32], _ b: ArraySlice<UInt32>, within limit: Int, steps: inout Int) -> Int? {
    if abs(a.count - b.count) > limit { return nil }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    let b = Array(b)
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    var row = above
    for i in 1...a.count {
      row[0] = i
      var least = i
      for j in 1...b.count {
        let isSame = a[i - 1] == b[j - 1]
        var changes = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { changes = min(changes, before[j - 2] + 1) }
        row[j] = changes
        least = min(least, changes)
      }
      steps -= b.count
      // A swap of neighbours looks back two rows, for one change.
      if least > limit + 1 { return nil }
      (before, above, row) = (above, row, before)
    }
    return above[b.count] <= limit ? above[b.count] : nil
  }
}

/// Many words, to find those most like a mistyped one without comparing it with each: by length, and by the letters
/// that they have.
struct NearestIndex {
  private var letters: [UInt32] = []
  /// Where each word's letters begin, and at last their end.
  private var starts: [Int] = [0]
  /// For each word a bit for each letter that it has.
  private var masks: [UInt64] = []
  /// Words by their number of letters.
  private var byLength: [[Int]] = Array(repeating: [], count: Nearest.longest + 1)

  /// How many words are looked at: those behind are never suggested.
  private static let capacity = 100_000

  /// - Parameter words: in an order of preference.
  init(_ words: some Sequence<String>) {
    for word in words.prefix(Self.capacity) {
      let own = Nearest.letters(word)
      byLength[own.count].append(masks.count)
      masks.append(Self.mask(own))
      letters += own
      starts.append(letters.count)
    }
  }

  /// The word that takes the fewest changes, the first of equals, and how many.
  ///
  /// - Parameters:
  ///   - limit: of changes.
  ///   - steps: how many steps the search may take. What it takes is taken off; at 0 nothing is found any more.
  func match(
    _ word: String, within limit: Int = Nearest.longest, steps: inout Int
  ) -> (index: Int, changes: Int)? {
    let wanted = Nearest.letters(word)
    let mask = Self.mask(wanted)
    var best: (index: Int, changes: Int)?
    for difference in 0...Nearest.longest {
      if difference > (best?.changes ?? limit) { break }
      for length in Set([wanted.count - difference, wanted.count + difference]).sorted() {
        guard byLength.indices.contains(length) else { continue }
        for index in byLength[length] {
          guard steps > 0 else { return nil }
          steps -= 1
          let limit = best?.changes ?? limit
          // A change brings in at most one letter that the other has not.
          let other = masks[index]
          if max((mask & ~other).nonzeroBitCount, (other & ~mask).nonzeroBitCount) > limit { continue }
          let word = letters[starts[index]..<starts[index + 1]]
          guard let changes = Nearest.distance(wanted, word, within: limit, steps: &steps) else { continue }
          if best.map({ (changes, index) < ($0.changes, $0.index) }) ?? true { best = (index, changes) }
        }
      }
    }
    return best
  }

  private static func mask(_ letters: [UInt32]) -> UInt64 {
    letters.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
