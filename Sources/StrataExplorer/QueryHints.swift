import StrataSearch

/// What helps to write a query: the fields there are, and what was perhaps meant by one that is not there.
enum QueryHints {
  /// The fields that a search names first.
  static let fields: [Facet] = [
    .maturity, .layer, .category, .license, .organization, .tag, .accepted, .state, .presence,
  ]

  /// The first word of a query that looks like a field and is none, with what to type instead.
  static func unknownField(in text: String) -> (field: String, suggestion: String?)? {
    for word in text.prefix(400).split(whereSeparator: \.isWhitespace) {
      let plain = word.drop { $0 == "!" || $0 == "'" || $0 == "^" }
      guard let colon = plain.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > plain.startIndex,
        !plain[plain.index(after: colon)...].hasPrefix("//")
      else { continue }
      let field = String(plain[..<colon])
      // A known one is a filter to the query.
      guard field.allSatisfy({ $0.isLetter || $0 == "-" }), Query("\(field):x").filters.isEmpty else { continue }
      let value = String(plain[plain.index(after: colon)...])
      return (field, suggestion(field.lowercased(), value))
    }
    return nil
  }

  private static func suggestion(_ field: String, _ value: String) -> String? {
    let digits = value.drop { "<>=".contains($0) }
    // A year is asked of the day a foundation took a project in.
    if ["year", "date", "since", "when", "年", "年份"].contains(field)
      || digits.count == 4 && digits.allSatisfy(\.isNumber)
    {
      return "\(Facet.accepted.keyword):\(value)"
    }
    let all = Facet.allCases.map(\.keyword)
    let near = all.min { distance(field, $0) < distance(field, $1) }
    return near.flatMap { distance(field, $0) <= max(1, field.count / 3) ? "\($0):\(value)" : nil }
      ?? fields.prefix(4).map { $0.keyword + ":" }.joined(separator: " ")
  }

  /// The letters that have to change. Both words are short: the field is cut.
  private static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.prefix(24))
    let b = Array(b.prefix(24))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(row[j] + 1, above + 1, diagonal + (a[i] == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
