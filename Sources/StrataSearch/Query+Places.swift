public import StrataCatalog

extension Query {
  /// For each category whether the query's `layer:` and `category:` filters mean it; nil where the query has none.
  ///
  /// A tool stands on several shelves: it passes by one of them, and is then to be shown there, not on the others. Where no
  /// category is meant by all of these filters, those count that one of them means.
  public func meantCategories(in catalog: Catalog) -> [Bool]? {
    let matchers = terms.compactMap { term -> (matcher: FilterMatcher, isNegated: Bool)? in
      guard term.choices.count == 1, case .filter(let facet, let values) = term.choices[0].content,
        facet == .layer || facet == .category
      else { return nil }
      return (FilterMatcher(facet, values, catalog), term.isNegated)
    }
    guard !matchers.isEmpty else { return nil }
    let meant = catalog.categories.indices.map { index in
      matchers.map { $0.matcher.admits(.category(CategoryID(index))) != $0.isNegated }
    }
    let byAll = meant.map { !$0.contains(false) }
    return byAll.contains(true) ? byAll : meant.map { $0.contains(true) }
  }
}
