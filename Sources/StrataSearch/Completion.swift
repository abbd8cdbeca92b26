// Memory: lent.

public import StrataCatalog

/// A way to go on with what is being typed.
public struct Completion: Hashable, Sendable {
  /// What stands in the query afterwards at the place of the cursor: `maturity:`, `maturity:graduated`.
  public var text: String
  /// The query's text with it, and where the cursor then stands, in UTF-8.
  public var query: String
  public var cursor: Int
  /// The name of what the value means, in the catalog's own words: for a category its name; otherwise empty.
  public var name: LocalizedText
  /// The number of tools that have the value; nil for a keyword, and where it is not counted.
  public var count: Int?
}

extension Query {
  /// The ways to complete the filter at the cursor (`offset` in UTF-8): keywords while a keyword is typed, values of the
  /// catalog after the colon. Best first, at most `limit`.
  public func completions(at offset: Int, in catalog: Catalog, limit: Int = 20) -> [Completion] {
    // Behind the part that counts nothing is completed.
    let scalars = Array(text.unicodeScalars.prefix(Query.lengthLimit))
    guard scalars.count < Query.lengthLimit else { return [] }
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
    func completion(
      from begin: Int, _ text: String, _ name: LocalizedText = .empty, count: Int? = nil
    ) -> Completion {
      let before = String(String.UnicodeScalarView(scalars[..<begin]))
      let after = String(String.UnicodeScalarView(scalars[cursor...]))
      return Completion(
        text: text, query: before + text + after, cursor: before.utf8.count + text.utf8.count, name: name,
        count: count)
    }
    guard let colon = typed.firstIndex(of: ":"), let facet = Facet(keyword: String(typed[..<colon])) else {
      guard !typed.isEmpty else { return [] }
      return Language.allCases.flatMap { language in Facet.allCases.map { $0.keyword(in: language) } }
        .filter { $0.hasPrefix(typed.lowercased()) }.prefix(limit).map { completion(from: start, $0 + ":") }
    }
    // The value that is being typed: after the last comma and its marks.
    var begin = start + typed[...colon].unicodeScalars.count
    for index in begin..<cursor where scalars[index] == "," { begin = index + 1 }
    while begin < cursor, "=\"".unicodeScalars.contains(Query.syntax(scalars[begin])) { begin += 1 }
    let partial = Folding.bytes(String(String.UnicodeScalarView(scalars[begin..<cursor])))
    while begin > 0, "=\"".unicodeScalars.contains(Query.syntax(scalars[begin - 1])) { begin -= 1 }
    return facet.candidates(in: catalog)
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
          from: begin, Query.quoted(candidate.value), candidate.name, count: candidate.count > 0 ? candidate.count : nil
        )
      }
  }
}

/// A value of a facet that a catalog has.
struct FacetCandidate: Hashable {
  /// As `Query.setting` takes it.
  var value: String
  var name: LocalizedText = .empty
  /// The number of tools that have it.
  var count = 0
}

extension Facet {
  /// The values that the catalog has, those of many tools first where there is no other order. Linear in the tools.
  func candidates(in catalog: Catalog) -> [FacetCandidate] {
    switch self {
    case .layer:
      return catalog.layers.map { layer in
        let count = layer.categories.reduce(0) { $0 + catalog.toolCount(of: CategoryID($1)) }
        return FacetCandidate(value: catalog.string(layer.id), name: layer.name, count: count)
      }
    case .category:
      return catalog.categories.indices.map { index in
        let category = catalog.categories[index]
        return FacetCandidate(
          value: catalog.string(category.id), name: category.name, count: catalog.toolCount(of: CategoryID(index)))
      }
    case .maturity:
      var counts = [Int](repeating: 0, count: catalog.maturities.count)
      for tool in catalog.tools { counts[Int(tool.maturity)] += 1 }
      let used = catalog.maturities.indices.filter { counts[$0] > 0 && $0 > 0 } + (counts.first ?? 0 > 0 ? [0] : [])
      return used.map { FacetCandidate(value: $0 == 0 ? "none" : catalog.maturities[$0], count: counts[$0]) }
    case .kind:
      var counts = [Int](repeating: 0, count: catalog.kinds.count)
      for index in catalog.tools.indices { if let kind = catalog.kind(of: ToolID(index)) { counts[kind.index] += 1 } }
      return catalog.kinds.enumerated().map {
        FacetCandidate(value: catalog.string($1.id), name: $1.name, count: counts[$0])
      }
    case .theme:
      return catalog.themes.map {
        FacetCandidate(value: catalog.string($0.id), name: $0.name, count: catalog.tools(of: $0).count)
      }
    case .license: return values(of: .license, in: catalog)
    case .organization: return values(of: .organization, in: catalog)
    case .language: return values(of: .language, in: catalog)
    case .delivery: return values(of: .delivery, in: catalog)
    case .part: return values(of: .partOf, in: catalog)
    case .tag:
      return values(of: .tag, in: catalog).map { candidate in
        var candidate = candidate
        candidate.name = catalog.tag(for: String(candidate.value.dropFirst()))?.name ?? .empty
        return candidate
      }
    case .state:
      var words = State.allCases.map { (state: $0, count: 0) }
      for place in words.indices {
        let value = Query.Value(comparison: .exact, text: "", bytes: Folding.bytes(words[place].state.rawValue))
        let matcher = FilterMatcher(.state, [value], catalog)
        words[place].count = catalog.tools.indices.count { matcher.admits(.tool(ToolID($0))) }
      }
      return words.filter { $0.count > 0 || $0.state == .category || $0.state == .layer }
        .map { FacetCandidate(value: $0.state.rawValue, count: $0.count) }
    case .presence:
      let known = [
        "summary", "homepage", "repository", "maturity", "alias", "keyword", "license", "org", "kind", "tag",
        "language", "accepted", "link", "also", "replacement", "stars", "audit",
      ]
      var counts = ValueCounts()
      for index in catalog.tools.indices {
        for field in catalog.fields(of: ToolID(index)) where field.key == .link { counts.add(field.label, catalog) }
      }
      return known.map { FacetCandidate(value: $0) }
        + counts.entries(catalog).map { FacetCandidate(value: $0.value, count: $0.count) }
    case .accepted: return years(of: .accepted, in: catalog)
    case .incubating: return years(of: .incubating, in: catalog)
    case .graduated: return years(of: .graduated, in: catalog)
    case .archived: return years(of: .archived, in: catalog)
    case .since: return years(of: .since, in: catalog)
    case .listed: return years(of: .listed, in: catalog)
    }
  }

  private func values(of key: Field.Key, in catalog: Catalog) -> [FacetCandidate] {
    var counts = ValueCounts()
    for index in catalog.tools.indices {
      for field in catalog.fields(of: ToolID(index)) where field.key == key { counts.add(field.value, catalog) }
    }
    return counts.entries(catalog).map { FacetCandidate(value: "=" + $0.value, count: $0.count) }
  }

  /// The years, the latest first.
  private func years(of key: Field.Key, in catalog: Catalog) -> [FacetCandidate] {
    var counts: [String: Int] = [:]
    for index in catalog.tools.indices {
      for field in catalog.fields(of: ToolID(index)) where field.key == key {
        counts[String(catalog.string(field.value).prefix(4)), default: 0] += 1
      }
    }
    return counts.sorted { $0.key > $1.key }.map { FacetCandidate(value: $0.key, count: $0.value) }
  }
}

/// Counts equal texts of a catalog without making strings of them.
struct ValueCounts: Sendable {
  private(set) var texts: [Text] = []
  private(set) var counts: [Int] = []
  /// Open addressing: an index into `texts` plus 1.
  private var slots = [UInt32](repeating: 0, count: 64)

  mutating func add(_ text: Text, _ catalog: Catalog) {
    counts[index(of: text, catalog)] += 1
  }

  mutating func index(of text: Text, _ catalog: Catalog) -> Int {
    if 2 * texts.count >= slots.count { grow(catalog) }
    return catalog.store.withUnsafeBufferPointer { store in
      let start = Int(text.offset)
      let length = Int(text.length)
      var slot = Self.hash(store, text) & (slots.count - 1)
      while slots[slot] != 0 {
        let known = texts[Int(slots[slot]) - 1]
        if known == text { return Int(slots[slot]) - 1 }
        if Int(known.length) == length,
          store[Int(known.offset)..<Int(known.offset) + length].elementsEqual(store[start..<start + length])
        {
          return Int(slots[slot]) - 1
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      texts.append(text)
      counts.append(0)
      slots[slot] = UInt32(texts.count)
      return texts.count - 1
    }
  }

  /// The values with their counts, the most frequent first, equals by their bytes. Spellings that a search takes for the
  /// same are one value, under the most frequent of them.
  func entries(_ catalog: Catalog) -> [(value: String, count: Int)] {
    let spellings = texts.indices.map { (value: catalog.string(texts[$0]), count: counts[$0]) }
      .sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
    var places: [[UInt8]: Int] = [:]
    var entries: [(value: String, count: Int)] = []
    for spelling in spellings {
      let folded = Folding.bytes(spelling.value)
      if let place = places[folded] {
        entries[place].count += spelling.count
      } else {
        places[folded] = entries.count
        entries.append(spelling)
      }
    }
    return entries.sorted { $0.count == $1.count ? $0.value < $1.value : $0.count > $1.count }
  }

  private mutating func grow(_ catalog: Catalog) {
    var larger = [UInt32](repeating: 0, count: slots.count * 2)
    catalog.store.withUnsafeBufferPointer { store in
      for index in texts.indices {
        var slot = Self.hash(store, texts[index]) & (larger.count - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = UInt32(index + 1)
      }
    }
    slots = larger
  }

  private static func hash(_ store: UnsafeBufferPointer<UInt8>, _ text: Text) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in Int(text.offset)..<Int(text.offset) + Int(text.length) {
      hash = (hash ^ UInt64(store[index])) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
  }
}
