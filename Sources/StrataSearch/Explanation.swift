/// Why a search found nothing, or nothing but the insides of words, and what to try.
public struct Explanation: Hashable, Sendable {
  /// The words, as typed, that occur nowhere in the catalog. Where it is empty each occurs somewhere, but not together with
  /// the others and the filters.
  public var unmatched: [String]
  /// What stands in the way, filters first: without it there are hits.
  public var obstacles: [Obstacle]
  /// Names that are near to what was typed, the likeliest first, each once, with the query that finds it.
  public var suggestions: [Suggestion]
  /// What is shown instead.
  public var substitute: Substitute?

  /// A part of a query without which something would be found.
  public struct Obstacle: Hashable, Sendable {
    /// As typed: `maturity:graduated`.
    public var text: String
    /// Whether it is a field, and not a word.
    public var isFilter: Bool
    /// The query without it, and what that finds.
    public var query: Query
    /// What is found without it.
    public var total: Int
  }

  /// A word that is perhaps meant.
  public struct Suggestion: Hashable, Sendable {
    /// `Prometheus`
    public var name: String
    /// The query with this name in the place of the misspelt word.
    public var query: Query
  }
}

/// A query that is answered in the place of one that finds nothing.
public struct Substitute: Hashable, Sendable {
  /// Why a suggestion is one.
  public enum Reason: Hashable, Sendable {
    /// Words that occur nowhere as a whole are cut into these, which do.
    case cut([String])
    /// These words are left out.
    case leftOut([String])
    /// Words are looked for by these beginnings, which their other forms have, too.
    case stems([String])
    /// Words may be misspelt.
    case similar
  }

  /// The query with the word in its place.
  public var query: Query
  /// Each in the order in which it was done.
  public var reasons: [Reason]
}
