// Memory: lent.

/// Singular and plural of English words, folded.
enum Inflection {
  /// The other number of the last word where its letters are not just a part of the other's: `secrets` → `secret`,
  /// `policy` → `policies`, `policies` → `policy`. Nil where there is none, or where looking for the word finds it.
  static func other(_ bytes: [UInt8]) -> [UInt8]? {
    let start = (bytes.lastIndex(of: 0x20) ?? -1) + 1
    let word = bytes[start...]
    if let whole = numeronyms[Array(word)] { return bytes[..<start] + whole }
    guard word.count >= 3, word.allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
    func ends(_ end: StaticString) -> Bool {
      end.withUTF8Buffer { end in word.count > end.count && word.suffix(end.count).elementsEqual(end) }
    }
    if ends("ies"), word.count > 4 { return Array(bytes.dropLast(3)) + [UInt8(ascii: "y")] }
    if ends("sses") || ends("ches") || ends("shes") || ends("xes") || ends("zes") { return Array(bytes.dropLast(2)) }
    if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
      // `thans` is no plural.
      return Query.fillers.contains(Array(word.dropLast())) ? nil : Array(bytes.dropLast())
    }
    if ends("y"), let before = word.dropLast().last, !"aeiou".utf8.contains(before) {
      return Array(bytes.dropLast()) + Array("ies".utf8)
    }
    return nil
  }

  /// Words that are written by their first and last letter and the number of those between.
  private static let numeronyms = ["k8s": "kubernetes", "o11y": "observability"].reduce(into: [[UInt8]: [UInt8]]()) {
    $0[Array($1.key.utf8)] = Array($1.value.utf8)
  }

  /// A text with such words spelled out; nil where it has none.
  static func spelledOut(_ bytes: [UInt8]) -> [UInt8]? {
    let words = bytes.split(separator: 0x20).map(Array.init)
    guard words.contains(where: { numeronyms[$0] != nil }) else { return nil }
    return Array(words.map { numeronyms[$0] ?? $0 }.joined(separator: [0x20]))
  }

  /// What forms of a word begin with beside it: `shipping` → `ship`, `election` → `elect`, `simulate` → `simulat`. Nil where
  /// it has no such ending, or less than four letters before that, five before the last one.
  static func stem(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
    for ending in ["izations", "ization", "izing", "ized", "ions", "ion", "ings", "ing", "ed", "e"] {
      let least = ending.utf8.count == 1 ? 5 : 4
      guard bytes.count >= ending.utf8.count + least, bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else {
        continue
      }
      var stem = Array(bytes.dropLast(ending.utf8.count))
      // A letter that the ending doubles.
      let last = stem[stem.count - 1]
      if stem.count > 4, last == stem[stem.count - 2], !"aeiouls".utf8.contains(last) { stem.removeLast() }
      return stem
    }
    return nil
  }

  /// The words of a text in the singular, without the borders between them: what two ways to write a name have in common.
  static func canonical(_ bytes: [UInt8]) -> [UInt8] {
    var whole: [UInt8] = []
    whole.reserveCapacity(bytes.count)
    for word in bytes.split(separator: 0x20) {
      // All other words are written as they are.
      if word.last != UInt8(ascii: "s"), !word.contains(where: { $0 &- 0x30 < 10 }) {
        whole += word
        continue
      }
      let word = numeronyms[Array(word)] ?? Array(word)
      if let other = other(word), other.count < word.count || word.last == UInt8(ascii: "s") {
        whole += other
      } else {
        whole += word
      }
    }
    return whole
  }

  /// Bytes of an ending that makes a plural of the word before it, at a place of a text; 0: the word ends here; nil: it
  /// goes on otherwise.
  static func ending(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Int? {
    if WordBoundary.ends(text, at: place) { return 0 }
    if text[place] == UInt8(ascii: "s"), WordBoundary.ends(text, at: place + 1) { return 1 }
    if place + 1 < text.count, text[place] == UInt8(ascii: "e"), text[place + 1] == UInt8(ascii: "s"),
      WordBoundary.ends(text, at: place + 2)
    {
      return 2
    }
    return nil
  }
}
