// Memory: lent.

/// Singular and plural of English words, folded.
enum Inflection {
  /// The other number of the last word where its letters are not just a part of the other's: `secrets` → `secret`,
  /// `policy` → `policies`, `policies` → `policy`. Nil where there is none, or where looking for the word finds it.
  static func other(_ bytes: [UInt8]) -> [UInt8]? {
    let start = (bytes.lastIndex(of: 0x20) ?? -1) + 1
    let word = bytes[start...]
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

  /// The words of a text in the singular, without the borders between them: what two ways to write a name have in common.
  static func canonical(_ bytes: [UInt8]) -> [UInt8] {
    bytes.split(separator: 0x20).flatMap { word -> [UInt8] in
      guard let other = other(Array(word)), other.count < word.count || word.last == UInt8(ascii: "s") else {
        return Array(word)
      }
      return other
    }
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
