/// The word most like a mistyped one.
enum Nearest {
  /// The candidate with the fewest single-character changes (insert, delete, replace, swap of neighbours), the first of
  /// equals, and how many changes it takes. Nil without candidates.
  static func match(_ word: String, among candidates: some Sequence<String>) -> (word: String, changes: Int)? {
    let wanted = Array(word.lowercased().unicodeScalars)
    var best: (word: String, changes: Int)?
    for candidate in candidates {
      let limit = best.map(\.changes) ?? .max
      let other = Array(candidate.lowercased().unicodeScalars)
      if abs(other.count - wanted.count) >= limit { continue }
      let changes = distance(wanted, other)
      if changes < limit { best = (candidate, changes) }
      if changes == 0 { break }
    }
    return best
  }

  /// The candidate near enough to be meant: at most a third of the letters are wrong, and never more than three.
  static func likely(_ word: String, among candidates: some Sequence<String>) -> String? {
    guard let best = match(word, among: candidates) else { return nil }
    return best.changes <= tolerance(word) ? best.word : nil
  }

  static func tolerance(_ word: String) -> Int {
    max(1, min(3, word.unicodeScalars.count / 3))
  }

  /// Words longer than this are compared by their beginnings: nobody mistypes more, and the time stays bounded.
  private static let longest = 64

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    let a = a.prefix(longest)
    let b = b.prefix(longest)
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    var row = above
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let isSame = a[i - 1] == b[j - 1]
        var least = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { least = min(least, before[j - 2] + 1) }
        row[j] = least
      }
      (before, above, row) = (above, row, before)
    }
    return above[b.count]
  }
}
