/// Looks for short, constant texts. The standard library's `contains`, `firstRange` and `split` of a text would bring its
/// engine of regular expressions into the program, 1.3 MB that nothing else wants; `make build` holds it out.
extension StringProtocol {
  /// Where a text stands first, compared byte by byte; nothing for an empty one. Compares at most as many bytes as the product
  /// of both lengths.
  package func firstPlace(of text: String) -> Range<Index>? {
    guard let first = text.utf8.first else { return nil }
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: first) {
      var end = found
      var isThere = true
      for byte in text.utf8 {
        guard end < utf8.endIndex, utf8[end] == byte else {
          isThere = false
          break
        }
        utf8.formIndex(after: &end)
      }
      if isThere { return found..<end }
      start = utf8.index(after: found)
    }
    return nil
  }

  package func has(_ text: String) -> Bool { firstPlace(of: text) != nil }

  /// What stands between the places of a text, empty parts too.
  package func parts(between text: String) -> [SubSequence] {
    var parts: [SubSequence] = []
    var rest = self[startIndex...]
    while let place = rest.firstPlace(of: text) {
      parts.append(self[rest.startIndex..<place.lowerBound])
      rest = self[place.upperBound...]
    }
    return parts + [rest]
  }
}
