/// What happened to tools between two catalogs, or since a day.
public struct Change: Hashable, Sendable {
  /// In the order of worth.
  public enum Kind: String, CaseIterable, Comparable, Sendable {
    /// Archived, retired, deprecated.
    case retired
    case license
    case promoted, accepted
    /// Any other word of maturity than before.
    case maturity
    case renamed, repository, owner
    /// New on a shelf where our stack has something; new elsewhere.
    case nearby, added
    case removed
    /// To another shelf; what went together is one change.
    case moved
    case text
    /// Dates, further shelves, tags and what else a line says of a tool.
    case details
    /// Homepage and further addresses, reviews, channels, annotations.
    case links

    public static func < (a: Self, b: Self) -> Bool { a.place < b.place }
    private var place: Int { Kind.allCases.firstIndex(of: self) ?? 0 }
  }

  /// A tool as the newer catalog has it, or the older one where it is gone.
  public struct Subject: Hashable, Sendable {
    public var id: String
    public var name: String
    public var homepage: String
    /// The name of its category, in the language asked for.
    public var category: String
  }

  public var kind: Kind
  /// One; of a move those that went together.
  public var tools: [Subject]
  /// What was, and what is: a word, a name, an address, a shelf; either may be empty. Several shelves have a comma between.
  public var old = ""
  public var new = ""
  /// When, as the catalog says it (ISO 8601, a year, a month or a day), or empty.
  public var date = ""
}
