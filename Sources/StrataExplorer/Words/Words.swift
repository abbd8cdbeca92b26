import StrataCatalog
import StrataSearch

/// Every word the screen says, in one language. A missing translation does not compile.
struct Words: Sendable {
  // The bar
  let browse, map, guide, statistics, search, help, quit: String
  /// The language that the key changes to.
  let otherLanguage: String

  // Browse
  let besideAllFloors: String
  let noTools, noCategories, emptyCatalog: String
  let follow, bar, complete: String
  let tool, category, layer, page, room, result: String
  /// Joins a position and a count.
  let of: String

  // Maturities
  let graduated, incubating, sandbox, archived, noFoundation: String

  // Pages
  let whatItIs, theProblem, howItHelps, howToolsDiffer, terms, tools, related, categories, recap: String
  let introduction, howToChoose, layers: String
  let homepage, repository, license, organization, shelves, aliases, tags: String
  let replacedBy, replaces, alternatives, allTools, links, factsAsOf: String
  let noText, noHomepage, noLinks, shippedText: String

  // Statistics
  let toolsPerLayer, toolsPerCategory, byMaturity, acceptedByYear, promotionsByYear, licenses: String

  // Search
  let searchHint, noHit, widen, noMatchFor, didYouMean, questionMark, searching: String
  let filters, sortedBy, reversed, nothingPasses, noFacets: String

  // Popups
  let copyWhat, openWhich, sortBy, keys, actions, findings, noFindings, choose: String
  let name, url, json, markdown, catalogOrder, bestMatch, maturity, stars, year: String
  let prompt, noSuchAction: String

  // Toasts
  let copied, opened, addressToCopy, noSelection, nothingBack, nothingForward: String
  let reloaded, reloadFailed, notReloaded: String
  let firstPage, lastPage, nothingToSort: String
  /// Between a label and what it names.
  let colon: String
  /// One, and any other number of them.
  let warning, warnings: String
  let kind, groups, openSource, proprietary: String
  let facets: [Facet: String]
  let searchFields: [StrataSearch.TextField: String]
  let fieldTitles: [Field.Key: String]
  let linkTitles: [String: String]
  let modes: [Mode: String]
  let titles: [Action: String]
  let short: [Action: String]

  static subscript(language: Language) -> Words {
    switch language {
    case .en: english
    case .zh: chinese
    }
  }

  func title(of action: Action) -> String { titles[action] ?? action.rawValue }
  func short(of action: Action) -> String { short[action] ?? title(of: action) }
  func title(of mode: Mode) -> String { modes[mode] ?? mode.rawValue }

  /// The name of what a link leads to, by the word a catalog has for it; other words stay as they are.
  func title(ofLink label: String) -> String {
    guard let title = linkTitles[label] else { return label.prefix(1).uppercased() + label.dropFirst() }
    return title
  }

  func count(ofWarnings count: Int) -> String { "\(count) \(count == 1 ? warning : warnings)" }

  func title(of facet: Facet) -> String { facets[facet] ?? facet.keyword }

  /// A value of a facet, without the mark of exactness.
  func title(ofValue value: String, of facet: Facet) -> String {
    switch (facet, value) {
    case (.maturity, "none"): return noFoundation
    case (.maturity, _): return maturity(value)
    case (.state, "open-source"): return openSource
    case (.state, "proprietary"): return proprietary
    default: return value.hasPrefix("=") ? String(value.dropFirst()) : value
    }
  }

  func title(of field: StrataSearch.TextField) -> String { searchFields[field] ?? field.rawValue }
  func title(of field: Field.Key) -> String { fieldTitles[field] ?? "" }

  func title(of view: View) -> String {
    switch view {
    case .browse: browse
    case .map: map
    case .guide: guide
    case .statistics: statistics
    }
  }

  /// The word of a maturity; a foundation's own word stays as it is.
  func maturity(_ word: String) -> String {
    switch word {
    case "graduated": graduated
    case "incubating": incubating
    case "sandbox": sandbox
    case "archived": archived
    default: word
    }
  }
}
