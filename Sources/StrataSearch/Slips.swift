// Memory: lent.

/// How likely it is that one word was typed for another.
enum Slips {
  /// What is to be held against a word typed for a text: about 4 a slip, less where fingers slip easily (letters swapped, the
  /// key beside, a letter doubled or not, one vowel for another), more at the beginning, where one looks.
  ///
  /// The text may go on where the word has five letters or more. Both at most some 70 bytes: see `FuzzyMatcher`.
  static func penalty(_ word: [UInt8], _ text: UnsafeBufferPointer<UInt8>) -> Int {
    let columns = min(text.count, word.count + 3)
    var before = [Int](repeating: 0, count: columns + 1)
    var row = (0...columns).map { $0 == 0 ? 0 : $0 * 4 + 2 }
    for (index, letter) in word.enumerated() {
      var next = [Int](repeating: (index + 1) * 4 + 2, count: columns + 1)
      for column in 0..<columns {
        let other = text[column]
        let first = index == 0 || column == 0 ? 2 : 0
        var cost = row[column] + (letter == other ? 0 : first + (isEasy(letter, other) ? 3 : 4))
        // A letter too many, or too few; twice the same is easily once.
        let isDoubled = index > 0 && word[index - 1] == letter
        let isHalved = column > 0 && text[column - 1] == other
        cost = min(cost, row[column + 1] + (isDoubled ? 3 : 4) + (index == 0 ? 2 : 0))
        cost = min(cost, next[column] + (isHalved ? 3 : 4) + (column == 0 ? 2 : 0))
        if index > 0, column > 0, letter == text[column - 1], word[index - 1] == other {
          cost = min(cost, before[column - 1] + 3 + (index == 1 || column == 1 ? 1 : 0))
        }
        next[column + 1] = cost
      }
      (before, row) = (row, next)
    }
    guard word.count >= 5 else { return row[columns] + 4 * (text.count - columns) }
    let ends = row.indices.map { row[$0] + ($0 == text.count ? 0 : 2 + min(4, (text.count - $0) / 2)) }
    return ends.min() ?? 0
  }

  /// Whether one letter is easily typed for another.
  private static func isEasy(_ a: UInt8, _ b: UInt8) -> Bool {
    let vowels = Array("aeiouy".utf8)
    if vowels.contains(a), vowels.contains(b) { return true }
    guard let a = place(a), let b = place(b) else { return false }
    // In quarters of a key.
    return abs(a.row - b.row) <= 1 && abs(a.quarter - b.quarter) <= 4
  }

  /// Where the key of a letter lies.
  private static func place(_ letter: UInt8) -> (row: Int, quarter: Int)? {
    for (row, keys) in ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"].enumerated() {
      if let column = keys.utf8.firstIndex(of: letter) {
        return (row, 4 * keys.utf8.distance(from: keys.utf8.startIndex, to: column) + [-2, 0, 1, 3][row])
      }
    }
    return nil
  }
}
