extension Set<[UInt8]> {
  /// The words of a text, which blanks part.
  init(words text: String) { self.init(text.split(separator: " ").map { Array($0.utf8) }) }
}
