extension Query {
  /// One filter of a query, as a person sees it: `maturity:graduated,incubating`.
  public struct Filter: Hashable, Sendable {
    /// The field that is asked.
    public var facet: Facet
    /// The values as written in the query, with their marks (`=MIT`, `>2024`) but without quotes.
    public var values: [String]
    /// Whether tools without the values are meant.
    public var isNegated: Bool
    /// Whether another filter will do as well: `tag:ebpf | license:MIT`, which `text` shows as a whole.
    public var isOneOfSeveral: Bool
    /// As it stands in the query.
    public var text: String
    /// Its place in the query's text, in UTF-8.
    var place: Range<Int>
  }

  /// The filters, in the order in which they stand in the query.
  public var filters: [Filter] {
    terms.filter(\.isFilter).compactMap { term in
      // Of filters of which one will do the first one's facet stands for all.
      guard case .filter(let facet, let values) = term.choices[0].content else { return nil }
      return Filter(
        facet: facet, values: values.map(\.written), isNegated: term.isNegated, isOneOfSeveral: term.choices.count > 1,
        text: string(term.place), place: term.place)
    }
  }

  /// The facets by which the query narrows, each once.
  public var facets: [Facet] {
    var result: [Facet] = []
    for filter in filters where !result.contains(filter.facet) { result.append(filter.facet) }
    return result
  }

  /// The values of a facet that the query asks for; those it excludes are not among them.
  public func values(of facet: Facet) -> [String] {
    filters.filter { $0.facet == facet && !$0.isNegated && !$0.isOneOfSeveral }.flatMap(\.values)
  }

  /// The query with just these values of a facet; with none it no longer narrows by it. What is excluded stays excluded.
  public func setting(_ facet: Facet, to values: [String]) -> Query {
    let old = filters.filter { $0.facet == facet && !$0.isNegated && !$0.isOneOfSeveral }
    let new = values.isEmpty ? "" : facet.keyword + ":" + values.map(Query.quoted).joined(separator: ",")
    guard let first = old.first else {
      return new.isEmpty ? self : Query(text.isEmpty ? new : text.trimmedEnd + " " + new)
    }
    return replacing(old.map { ($0.place, $0.place == first.place ? new : "") })
  }

  /// The query with a value of a facet taken in or, where it is in, left out.
  public func toggling(_ value: String, of facet: Facet) -> Query {
    var values = values(of: facet)
    if let index = values.firstIndex(of: value) { values.remove(at: index) } else { values.append(value) }
    return setting(facet, to: values)
  }

  /// The query without one of its filters.
  public func removing(_ filter: Filter) -> Query { replacing([(filter.place, "")]) }

  /// The query without all its filters: the words to look for.
  public var withoutFilters: Query { replacing(filters.map { ($0.place, "") }) }

  /// The filters alone, without words.
  public var onlyFilters: Query { Query(filters.map(\.text).joined(separator: " ")) }

  /// The query with every plain word allowed to be misspelt; nil where there is none.
  public var widened: Query? {
    let plain = terms.filter { !$0.isNegated && $0.needle?.mode == .anywhere }
    return plain.isEmpty ? nil : replacing(plain.map { ($0.place, "~" + string($0.place)) })
  }

  /// The query with no word allowed to be misspelt: what `widened` was made of; nil where there is none.
  public var narrowed: Query? {
    let fuzzy = terms.filter { !$0.isNegated && $0.needle?.mode == .fuzzy }
    return fuzzy.isEmpty ? nil : replacing(fuzzy.map { ($0.place, String(string($0.place).dropFirst())) })
  }

  /// A value as it is written in a query: in quotes where it holds a space, a comma or a sign of the syntax.
  static func quoted(_ value: String) -> String {
    var mark = Substring()
    var rest = value[...]
    if let first = rest.first, first == "=" || first == "<" || first == ">" {
      let length = rest.dropFirst().first == "=" && first != "=" ? 2 : 1
      mark = rest.prefix(length)
      rest = rest.dropFirst(length)
    }
    guard rest.unicodeScalars.contains(where: { isSpace($0) || "\",<>=!".unicodeScalars.contains(syntax($0)) })
    else { return value }
    return mark + "\"" + String(String.UnicodeScalarView(rest.unicodeScalars.filter { syntax($0) != "\"" })) + "\""
  }

  /// A part of the text, in UTF-8.
  func string(_ place: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: place.count)])
  }

  /// The query with other texts at some places, which are in order. Spaces around what is left out go with it.
  func replacing(_ parts: [(place: Range<Int>, text: String)]) -> Query {
    var pieces: [String] = []
    var position = 0
    for part in parts {
      pieces.append(string(position..<part.place.lowerBound).trimmed)
      pieces.append(part.text)
      position = part.place.upperBound
    }
    pieces.append(string(position..<text.utf8.count).trimmed)
    return Query(pieces.filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension Query.Value {
  /// As written, without quotes.
  var written: String {
    switch comparison {
    case .loose: text
    case .exact: "=" + text
    case .below: "<" + text
    case .atMost: "<=" + text
    case .above: ">" + text
    case .atLeast: ">=" + text
    case .between: text + ".." + end
    }
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, Query.isSpace(first) { scalars.removeFirst() }
    return String(String(scalars).trimmedEnd)
  }

  fileprivate var trimmedEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, Query.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
