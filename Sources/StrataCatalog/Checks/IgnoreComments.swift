/// What comments of a source say is to be ignored on their lines: `# strata: ignore same-homepage, tag-case`.
struct IgnoreComments {
  /// In the order of the source.
  private var lines: [(bytes: Range<Int>, kinds: Set<Finding.Kind>)] = []

  /// Takes note of a comment.
  ///
  /// - Parameters:
  ///   - line: the bytes of its line; lines rise.
  ///   - text: the names of kinds, with commas or blanks between.
  /// - Returns: words that are no kinds.
  mutating func add(line: Range<Int>, _ text: String) -> [String] {
    let words = text.split { $0 == "," || $0.isWhitespace }.map(String.init)
    let kinds = words.compactMap(Finding.Kind.init(rawValue:))
    lines.append((line, Set(kinds)))
    return words.filter { Finding.Kind(rawValue: $0) == nil }
  }

  /// Whether a finding of a kind at a byte of the source is to be ignored.
  func names(_ kind: Finding.Kind, at offset: Int) -> Bool {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].bytes.upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].bytes.lowerBound <= offset && lines[low].kinds.contains(kind)
  }
}
