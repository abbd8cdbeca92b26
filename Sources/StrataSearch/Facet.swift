/// A property by which a query narrows: the word before the colon in `maturity:graduated`.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  case layer, category, maturity, license
  case organization = "org"
  case tag
  case language = "lang"
  /// `is:archived`, `is:open-source`, `is:category`
  case state = "is"
  /// `has:repository`, `has:documentation`
  case presence = "has"
  /// Dates: `accepted:2024`, `accepted:>2024`, `accepted:>=2024-05`, `accepted:2019..2021`.
  case accepted, incubating, graduated, archived

  /// The facet of a keyword as typed: `organization` and `licence` are understood too.
  init?(keyword: String) {
    let keyword = keyword.lowercased()
    switch keyword {
    case "organization", "organisation": self = .organization
    case "licence": self = .license
    case "language": self = .language
    case "tags": self = .tag
    default:
      guard let facet = Facet(rawValue: keyword) else { return nil }
      self = facet
    }
  }

  /// The keyword as strata writes it.
  public var keyword: String { rawValue }

  /// Whether its values are dates.
  var isDate: Bool {
    switch self {
    case .accepted, .incubating, .graduated, .archived: true
    case .layer, .category, .maturity, .license, .organization, .tag, .language, .state, .presence: false
    }
  }
}
