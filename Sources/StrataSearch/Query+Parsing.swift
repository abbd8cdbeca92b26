extension Query {
  static func parse(_ text: String) -> [Term] {
    var parser = Parser(text)
    return parser.terms()
  }

  /// Reads a query from left to right. Marks from a Chinese input method (`！`, `：`, `“`) count as the ASCII ones.
  private struct Parser {
    /// A scalar as the syntax sees it, and where it stands in the text.
    private var scalars: [Unicode.Scalar] = []
    private var offsets: [Int] = []
    private var index = 0

    init(_ text: String) {
      var offset = 0
      for scalar in text.unicodeScalars {
        scalars.append(Query.syntax(scalar))
        offsets.append(offset)
        offset += UTF8.width(scalar)
      }
      offsets.append(offset)
    }

    private func isAt(_ scalar: Unicode.Scalar) -> Bool { index < scalars.count && scalars[index] == scalar }
    private var isAtEnd: Bool { index == scalars.count }
    private var isAtSpace: Bool { isAtEnd || Query.isSpace(scalars[index]) }

    private mutating func advance(over scalar: Unicode.Scalar) -> Bool {
      guard isAt(scalar) else { return false }
      index += 1
      return true
    }

    mutating func terms() -> [Term] {
      var terms: [Term] = []
      while true {
        while !isAtEnd, isAtSpace { index += 1 }
        guard !isAtEnd else { return terms }
        let start = index
        var isNegated = false
        while advance(over: "!") { isNegated.toggle() }
        let content = content()
        assert(index > start)
        if let content {
          terms.append(Term(content: content, isNegated: isNegated, place: offsets[start]..<offsets[index]))
        }
      }
    }

    private mutating func content() -> Term.Content? {
      if let facet = facet() { return values().map { .filter(facet, $0) } }
      if advance(over: "'") { return needle(bare(), .wholeWord) }
      if advance(over: "~") { return needle(bare(), .fuzzy) }
      if isAt("\"") { return needle(quoted(), .phrase) }
      let begins = advance(over: "^")
      var word = begins && isAt("\"") ? quoted() : bare()
      var ends = false
      if word.count > 1 || begins, word.last == "$" {
        word.removeLast()
        ends = true
      }
      switch (begins, ends) {
      case (false, false): return needle(AddressPart.telling(word), .anywhere)
      case (true, false): return needle(word, .begins)
      case (false, true): return needle(word, .ends)
      case (true, true): return needle(word, .whole)
      }
    }

    private func needle(_ text: String, _ mode: Needle.Mode) -> Term.Content? {
      let bytes = Folding.bytes(text)
      return bytes.isEmpty ? nil : .needle(Needle(text: text, mode: mode, bytes: bytes))
    }

    /// The facet whose keyword and colon stand here, passed over.
    private mutating func facet() -> Facet? {
      var end = index
      while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
      guard end < scalars.count, scalars[end] == ":", let facet = Facet(keyword: string(index..<end)) else {
        return nil
      }
      index = end + 1
      return facet
    }

    /// The values up to the next space; nil where none is complete.
    private mutating func values() -> [Value]? {
      var values: [Value] = []
      repeat {
        if let value = value() { values.append(value) }
      } while advance(over: ",")
      // A quote closed in the middle: the rest belongs to nothing.
      while !isAtSpace { index += 1 }
      return values.isEmpty ? nil : values
    }

    private mutating func value() -> Value? {
      var comparison = Value.Comparison.loose
      if advance(over: ">") {
        comparison = advance(over: "=") ? .atLeast : .above
      } else if advance(over: "<") {
        comparison = advance(over: "=") ? .atMost : .below
      } else if advance(over: "=") {
        comparison = .exact
      }
      if isAt("\"") {
        let text = quoted()
        return made(text, comparison)
      }
      let start = index
      while !isAtSpace, !isAt(",") { index += 1 }
      let text = string(start..<index)
      if comparison == .loose, let dots = text.firstRange(ofDots: ()) {
        let end = String(text[dots.upperBound...])
        let from = String(text[..<dots.lowerBound])
        return from.isEmpty && end.isEmpty
          ? nil : Value(comparison: .between, text: from, end: end, bytes: Folding.bytes(from))
      }
      return made(text, comparison)
    }

    private func made(_ text: String, _ comparison: Value.Comparison) -> Value? {
      let bytes = Folding.bytes(text)
      return bytes.isEmpty ? nil : Value(comparison: comparison, text: text, bytes: bytes)
    }

    /// A word up to the next space; passes over at least one scalar unless it stands at a space.
    private mutating func bare() -> String {
      let start = index
      while !isAtSpace { index += 1 }
      return string(start..<index)
    }

    /// What stands between quotes; an open quote, as while typing, goes to the end.
    private mutating func quoted() -> String {
      index += 1
      let start = index
      while !isAtEnd, !isAt("\"") { index += 1 }
      defer { if !isAtEnd { index += 1 } }
      return string(start..<index)
    }

    private func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
  }

  /// A scalar as the syntax reads it: full-width ASCII as ASCII, curved quotes as straight ones.
  static func syntax(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)!
    case 0x201C, 0x201D: "\""
    case 0x2018, 0x2019: "'"
    default: scalar
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.value < 0x20 }
}

extension String {
  fileprivate func firstRange(ofDots: Void) -> Range<Index>? {
    guard let first = firstIndex(of: "."), index(after: first) < endIndex, self[index(after: first)] == "." else {
      return nil
    }
    return first..<index(first, offsetBy: 2)
  }
}
