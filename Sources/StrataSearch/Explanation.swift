/// Why a search found nothing, and what to try.
public struct Explanation: Hashable, Sendable {
  /// The words, as typed, that occur nowhere in the catalog.
  public var unmatched: [String]
  /// Whether every word occurs somewhere, but not together with the others and the filters.
  public var eachOccurs: Bool { unmatched.isEmpty }
  /// Names that are near to what was typed, the nearest first, each with the query that finds it.
  public var suggestions: [Suggestion]

  public struct Suggestion: Hashable, Sendable {
    public var name: String
    public var query: Query
  }
}

extension Searcher {
  /// Tells why there is no hit; nil while the search is not settled or where it has hits.
  public func explanation() -> Explanation? {
    guard isSettled, total == 0 else { return nil }
    return Explanation(unmatched: [], suggestions: [])
  }
}
