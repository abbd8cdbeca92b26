extension Query {
  static func parse(_ text: String) -> (terms: [Term], problems: [Problem]) {
    var parser = Parser(text)
    return (parser.terms(), parser.problems)
  }

  /// Reads a query from left to right. Marks from a Chinese input method (`！`, `：`, `“`) count as the ASCII ones.
  private struct Parser {
    /// A scalar as the syntax sees it, and where it stands in the text.
    private var scalars: [Unicode.Scalar] = []
    private var offsets: [Int] = []
    private var index = 0
    private(set) var problems: [Problem] = []

    init(_ text: String) {
      var offset = 0
      for scalar in text.unicodeScalars {
        if scalars.count == Query.lengthLimit {
          problems.append(.tooLong)
          break
        }
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
      // Whether a bar joins what comes next to the last term.
      var joins = false
      while true {
        while !isAtEnd, isAtSpace { index += 1 }
        guard !isAtEnd else { return terms }
        let start = index
        if advance(over: "|") {
          joins = !terms.isEmpty
          continue
        }
        let count = terms.reduce(0) { $0 + $1.choices.count }
        guard count < Query.termLimit else {
          problems.append(.tooManyTerms)
          return terms
        }
        var isNegated = false
        while isAt("!") || isAtMinus {
          index += 1
          isNegated.toggle()
        }
        let content = content()
        assert(index > start)
        if let content {
          let choice = Choice(content: content, isNegated: isNegated)
          if joins {
            terms[terms.count - 1].choices.append(choice)
            terms[terms.count - 1].place = terms[terms.count - 1].place.lowerBound..<offsets[index]
          } else {
            terms.append(Term(choices: [choice], place: offsets[start]..<offsets[index]))
            joinLastTwo(&terms)
          }
        }
        joins = false
      }
    }

    /// Makes one word of two that name one thing only together: how open a license is.
    private func joinLastTwo(_ terms: inout [Term]) {
      guard terms.count > 1, let first = terms[terms.count - 2].needle, let second = terms[terms.count - 1].needle,
        first.mode == .anywhere, second.mode == .anywhere, !terms.suffix(2).contains(where: \.isNegated)
      else { return }
      let bytes = first.bytes + [0x20] + second.bytes
      guard Query.pairs.contains(bytes) else { return }
      let needle = Needle(text: first.text + " " + second.text, mode: .anywhere, bytes: bytes)
      let place = terms[terms.count - 2].place.lowerBound..<terms[terms.count - 1].place.upperBound
      terms.removeLast()
      terms[terms.count - 1] = Term(choices: [Choice(content: .needle(needle), isNegated: false)], place: place)
    }

    /// A minus before something, not one that stands for itself.
    private var isAtMinus: Bool {
      isAt("-") && index + 1 < scalars.count && !Query.isSpace(scalars[index + 1]) && scalars[index + 1] != "|"
    }

    private mutating func content() -> Choice.Content? {
      if let facet = facet() { return values(of: facet).map { .filter(facet, $0) } }
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

    private mutating func needle(_ text: String, _ mode: Needle.Mode) -> Choice.Content? {
      let whole = Folding.bytes(text)
      let bytes = UTF8Scalar.prefix(whole, Query.wordLimit)
      if bytes.count < whole.count { problems.append(.longWord) }
      return bytes.isEmpty ? nil : .needle(Needle(text: text, mode: mode, bytes: bytes))
    }

    /// The facet whose keyword and colon stand here, passed over.
    private mutating func facet() -> Facet? {
      var end = index
      while end < scalars.count, scalars[end].properties.isAlphabetic { end += 1 }
      guard end > index, end < scalars.count, scalars[end] == ":" else { return nil }
      let word = string(index..<end)
      guard let facet = Facet(keyword: word) else {
        // An address is none.
        let isAddress = end + 1 < scalars.count && scalars[end + 1] == "/"
        if !isAddress, end - index <= 24 { problems.append(.noField(word, near: Facet(near: word))) }
        return nil
      }
      index = end + 1
      return facet
    }

    /// The values up to the next space; nil where none is complete.
    private mutating func values(of facet: Facet) -> [Value]? {
      var values: [Value] = []
      repeat {
        if let value = value(of: facet) { values.append(value) }
      } while advance(over: ",")
      // A quote closed in the middle: the rest belongs to nothing.
      while !isAtSpace, !isAt("|") { index += 1 }
      return values.isEmpty ? nil : values
    }

    private mutating func value(of facet: Facet) -> Value? {
      let start = index
      var comparison = Value.Comparison.loose
      if advance(over: ">") {
        comparison = advance(over: "=") ? .atLeast : .above
      } else if advance(over: "<") {
        comparison = advance(over: "=") ? .atMost : .below
      } else if advance(over: "=") {
        comparison = .exact
      }
      let isQuoted = isAt("\"")
      let text = isQuoted ? quoted() : bareValue()
      return facet.isDate
        ? date(text, comparison, facet)
        : word(text, comparison, facet, typed: string(start..<index), isQuoted: isQuoted)
    }

    /// A value of a facet whose values are words. Only dates have an order.
    private mutating func word(
      _ text: String, _ comparison: Value.Comparison, _ facet: Facet, typed: String, isQuoted: Bool
    ) -> Value? {
      switch comparison {
      case .loose, .exact:
        if !isQuoted, Query.dots(in: text) != nil { problems.append(.noOrder(facet, typed)) }
        return made(text, comparison)
      case .below, .atMost, .above, .atLeast, .between:
        problems.append(.noOrder(facet, typed))
        return made(text, .loose)
      }
    }

    /// A date or a range of dates. A date that is still being typed narrows by what is there; a bound is a whole one.
    private mutating func date(_ text: String, _ comparison: Value.Comparison, _ facet: Facet) -> Value? {
      func isBound(_ text: String, _ problems: inout [Problem]) -> Bool {
        if Query.isDate(text) { return true }
        problems.append(text.isEmpty ? .emptyBound(facet) : .noDate(facet, text))
        return false
      }
      switch comparison {
      case .loose, .exact:
        guard let dots = Query.dots(in: text) else {
          if !text.allSatisfy({ $0 == "-" || $0.isASCII && $0.isNumber }) { problems.append(.noDate(facet, text)) }
          return made(text, comparison)
        }
        let (from, end) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
        if from.isEmpty, end.isEmpty {
          problems.append(.emptyBound(facet))
          return nil
        }
        for bound in [from, end] where !bound.isEmpty && !isBound(bound, &problems) { return nil }
        // What ends within the period that it begins with is in order: `2020-06..2020`.
        let isBackwards = !end.isEmpty && from > end + "~"
        if isBackwards { problems.append(.backwards(facet, from: from, to: end)) }
        let (first, last) = isBackwards ? (end, from) : (from, end)
        return Value(comparison: .between, text: first, end: last, bytes: Folding.bytes(first))
      case .below, .atMost, .above, .atLeast, .between:
        return isBound(text, &problems) ? made(text, comparison) : nil
      }
    }

    private func made(_ text: String, _ comparison: Value.Comparison) -> Value? {
      let bytes = Folding.bytes(text)
      return bytes.isEmpty ? nil : Value(comparison: comparison, text: text, bytes: bytes)
    }

    private mutating func bareValue() -> String {
      let start = index
      while !isAtSpace, !isAt(","), !isAt("|") { index += 1 }
      return string(start..<index)
    }

    /// A word up to the next space or bar; passes over at least one scalar unless it stands at one.
    private mutating func bare() -> String {
      let start = index
      while !isAtSpace, !isAt("|") { index += 1 }
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

  /// See `joinLastTwo`.
  private static let pairs = Set(["open source", "source available", "open core"].map { Array($0.utf8) })

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

  /// Where the dots of a range stand.
  private static func dots(in text: String) -> Range<String.Index>? {
    let utf8 = text.utf8
    for (dot, next) in zip(utf8.indices, utf8.indices.dropFirst()) where utf8[dot] == 0x2E && utf8[next] == 0x2E {
      return dot..<utf8.index(after: next)
    }
    return nil
  }

  /// Whether a text is a year, a month or a day: `2024`, `2024-05`, `2024-05-31`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard 1...3 ~= parts.count, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }) else { return false }
    return parts[0].count == 4 && parts.dropFirst().allSatisfy { $0.count == 2 }
  }
}
