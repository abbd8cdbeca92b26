public import StrataCatalog

/// A way to go on with what is being typed.
public struct Completion: Hashable, Sendable {
  /// What stands in the query afterwards at the place of the cursor: `maturity:`, `maturity:graduated`.
  public var text: String
  /// The query's text with it, and where the cursor then stands, in UTF-8.
  public var query: String
  /// Where the cursor stands in it: bytes from its beginning.
  public var cursor: Int
  /// The name of what the value means, in the catalog's own words: for a category its name; otherwise empty.
  public var name: LocalizedText
  /// The number of tools that have the value; nil for a keyword, and where it is not counted.
  public var count: Int?
}

/// The values that a catalog has of a facet, with the number of tools that have each. Counting goes in slices, like a search.
public struct FacetValues: Sendable {
  /// The field whose values are counted.
  public let facet: Facet
  private let catalog: Catalog
  private var tally: FacetTally
  /// The next tool.
  private var next = 0

  /// Does no work yet.
  public init(of facet: Facet, in catalog: Catalog, stack: StackFacts = StackFacts()) {
    self.facet = facet
    self.catalog = catalog
    tally = FacetTally(facet, in: catalog, stack: stack)
  }

  /// Whether all tools are counted.
  public var isSettled: Bool { next == catalog.tools.count }

  /// Counts on, for about `steps` bytes looked at. Returns whether work is left.
  public mutating func advance(steps: Int) -> Bool {
    let end = next + min(catalog.tools.count - next, max(1, steps / 100))
    for index in next..<end { tally.add(ToolID(index)) }
    next = end
    return !isSettled
  }

  /// What has been found so far.
  var candidates: [FacetCandidate] {
    let counted = tally.candidates
    switch facet {
    case .presence: return Self.parts.map { FacetCandidate(value: $0) } + counted
    case .state:
      return counted.filter { $0.count > 0 || $0.value == State.category.rawValue || $0.value == State.layer.rawValue }
    case .maturity: return counted.filter { $0.count > 0 || !isSettled }
    case .stack, .owner:
      // A tool may have several values; the last candidate is that of the tools with none.
      let any = next - (counted.last?.count ?? 0)
      return counted + (counted.isEmpty ? [] : [FacetCandidate(value: Facet.any, count: any)])
    case .layer, .category, .kind, .theme, .license, .organization, .tag, .language, .delivery, .part, .accepted,
      .incubating, .graduated, .archived, .since, .listed, .promoted:
      return counted
    }
  }

  /// What every tool may have.
  private static let parts = [
    "summary", "homepage", "repository", "maturity", "alias", "keyword", "license", "org", "kind", "tag", "language",
    "accepted", "link", "also", "replacement", "stars", "audit",
  ]
}

extension Query {
  /// The facet of which a value is typed at the cursor (`offset` in UTF-8), if there is one.
  public func facet(at offset: Int) -> Facet? { cursor(at: offset)?.facet }

  /// The ways to complete the filter at the cursor, all values counted: see `completions(at:among:in:)`. Linear in the tools.
  public func completions(
    at offset: Int, in catalog: Catalog, stack: StackFacts = StackFacts(), limit: Int = 20
  ) -> [Completion] {
    var values = facet(at: offset).map { FacetValues(of: $0, in: catalog, stack: stack) }
    _ = values?.advance(steps: .max)
    return completions(at: offset, among: values, in: catalog, limit: limit)
  }

  /// The ways to complete the filter at the cursor (`offset` in UTF-8): keywords while a keyword is typed, after the colon
  /// values, as far as they are counted. Best first, at most `limit`.
  ///
  /// - Parameters:
  ///   - offset: of the cursor, bytes of UTF-8.
  ///   - values: of `facet(at:)`.
  ///   - catalog: in whose words values are named.
  ///   - limit: of completions.
  public func completions(
    at offset: Int, among values: FacetValues?, in catalog: Catalog, limit: Int = 20
  ) -> [Completion] {
    guard let cursor = cursor(at: offset) else { return [] }
    func completion(
      from begin: Int, _ text: String, _ name: LocalizedText = .empty, count: Int? = nil
    ) -> Completion {
      let before = String(String.UnicodeScalarView(cursor.scalars[..<begin]))
      let after = String(String.UnicodeScalarView(cursor.scalars[cursor.end...]))
      return Completion(
        text: text, query: before + text + after, cursor: before.utf8.count + text.utf8.count, name: name,
        count: count)
    }
    guard let facet = cursor.facet else {
      guard !cursor.typed.isEmpty else { return [] }
      return Language.allCases.flatMap { language in Facet.allCases.map { $0.keyword(in: language) } }
        .filter { $0.hasPrefix(cursor.typed.lowercased()) }.prefix(limit)
        .map { completion(from: cursor.start, $0 + ":") }
    }
    guard let values, values.facet == facet else { return [] }
    let partial = Folding.bytes(cursor.typed)
    return values.candidates
      .compactMap { candidate -> (rank: Int, FacetCandidate)? in
        let words = [candidate.value, catalog.string(candidate.name.en), catalog.string(candidate.name.zh)]
          .map { Folding.bytes($0.hasPrefix("=") ? $0.dropFirst() : $0[...]) }
        if words.contains(where: { $0.starts(with: partial) }) { return (0, candidate) }
        return words.contains { FilterMatcher.holds($0, wordFrom: partial) } ? (1, candidate) : nil
      }
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.prefix(limit)
      .map { found in
        let candidate = found.element.1
        return completion(
          from: cursor.start, Query.quoted(candidate.value), candidate.name,
          count: values.isSettled && candidate.count > 0 ? candidate.count : nil)
      }
  }

  /// What is being typed at a cursor.
  private struct Cursor {
    /// The query's.
    var scalars: [Unicode.Scalar]
    /// Whose value it is; nil: a keyword or a word.
    var facet: Facet?
    /// What a completion takes the place of: from here up to the cursor.
    var start: Int
    var end: Int
    /// What of it is typed, without marks.
    var typed: String
  }

  /// Nil behind the part that counts.
  private func cursor(at offset: Int) -> Cursor? {
    let scalars = Array(text.unicodeScalars.prefix(Query.lengthLimit))
    guard scalars.count < Query.lengthLimit else { return nil }
    var ends: [Int] = []
    for scalar in scalars { ends.append((ends.last ?? 0) + UTF8.width(scalar)) }
    let cursor = ends.firstIndex { $0 > offset } ?? scalars.count
    // The term before the cursor; a space inside quotes is a part of it.
    var start = 0
    var isQuoted = false
    for index in 0..<cursor {
      let scalar = Query.syntax(scalars[index])
      if scalar == "\"" { isQuoted.toggle() }
      if Query.isSpace(scalar) || scalar == "|", !isQuoted { start = index + 1 }
    }
    while start < cursor, "!-".unicodeScalars.contains(Query.syntax(scalars[start])) { start += 1 }
    let typed = String(String.UnicodeScalarView(scalars[start..<cursor].map(Query.syntax)))
    guard let colon = typed.firstIndex(of: ":"), let facet = Facet(keyword: String(typed[..<colon])) else {
      return Cursor(scalars: scalars, facet: nil, start: start, end: cursor, typed: typed)
    }
    // The value that is being typed: after the last comma and its marks.
    var begin = start + typed[...colon].unicodeScalars.count
    for index in begin..<cursor where scalars[index] == "," { begin = index + 1 }
    while begin < cursor, "=\"".unicodeScalars.contains(Query.syntax(scalars[begin])) { begin += 1 }
    let value = String(String.UnicodeScalarView(scalars[begin..<cursor]))
    while begin > 0, "=\"".unicodeScalars.contains(Query.syntax(scalars[begin - 1])) { begin -= 1 }
    return Cursor(scalars: scalars, facet: facet, start: begin, end: cursor, typed: value)
  }
}
