import StrataCatalog
import StrataSearch

/// The one query: what narrows and orders whatever lists show. Browse, Map, Statistics, results and the tables of pages obey it.
struct ListQuery: Hashable, Sendable {
  /// `maturity:graduated layer:runtime mesh`
  var query = Query("")
  var order = Sort.relevance
  var isReversed = false
  /// Whether the tools of a category stand under their kinds.
  var groupsByKind = false

  var narrows: Bool { !query.isEmpty }
  var isOrdered: Bool { order != .relevance || isReversed }
  var isPlain: Bool { !narrows && !isOrdered }

  /// A part of the query that can be taken away.
  struct Chip: Hashable {
    /// In the screen's words.
    var title: String
    /// What is left without it.
    var rest: Query
  }
}

extension Query {
  /// Some queries as one.
  static func joined(_ queries: [Query]) -> Query {
    Query(queries.map(\.text).filter { !$0.isEmpty }.joined(separator: " "))
  }
}

extension Context {
  /// What is typed of a whole query, that is without what is kept; nil where it is another that is kept.
  func typed(of whole: Query) -> String? {
    let kept = query.query.text
    if kept.isEmpty { return whole.text }
    if whole.text == kept { return "" }
    return whole.text.hasPrefix(kept + " ") ? String(whole.text.dropFirst(kept.count + 1)) : nil
  }

  /// The groups all of whose layers are chosen, by index.
  var chosenGroups: [Int] {
    guard !catalog.groups.isEmpty else { return [] }
    let chosen = Set(query.query.values(of: .layer))
    return catalog.groups.indices.filter { index in
      let ids = layerIDs(ofGroup: index)
      return !ids.isEmpty && chosen.isSuperset(of: ids)
    }
  }

  /// The ids of a group's layers: a group is chosen by them.
  func layerIDs(ofGroup index: Int) -> [String] {
    catalog.layers(of: catalog.groups[index]).map { catalog.string(catalog[$0].id) }
  }

  /// The parts of the query, in words, in the order in which they were added.
  var chips: [ListQuery.Chip] {
    let groups = chosenGroups
    let grouped = Set(groups.flatMap(layerIDs(ofGroup:)))
    var chips = query.query.filters.map { filter in
      // The layers of groups are called by the groups' names.
      let isGroups = filter.facet == .layer && !filter.isNegated && !groups.isEmpty && grouped == Set(filter.values)
      let title =
        isGroups
        ? groups.map { shown(catalog.groups[$0].name) }.joined(separator: listSeparator) : self.title(of: filter)
      return ListQuery.Chip(title: title, rest: query.query.removing(filter))
    }
    let sought = query.query.withoutFilters
    if !sought.isEmpty {
      chips.append(ListQuery.Chip(title: words.quoted(sought.text), rest: query.query.onlyFilters))
    }
    return chips
  }

  /// Facets whose values say by themselves what they are of.
  private static let plainFacets: Set<Facet> = [.maturity, .layer, .category, .state, .license]

  private func title(of filter: Query.Filter) -> String {
    let values = filter.values.map { title(ofValue: $0, of: filter.facet) }.joined(separator: listSeparator)
    let lead = Context.plainFacets.contains(filter.facet) ? "" : words.title(of: filter.facet) + " "
    return (filter.isNegated ? words.not : "") + lead + values
  }

  /// A value of a facet in words: the name of what has this id, or the word for it.
  func title(ofValue value: String, of facet: Facet) -> String {
    if facet == .layer, let layer = catalog.layerID(for: value) { return name(of: .layer(layer)) }
    if facet == .category, let category = catalog.categoryID(for: value) { return name(of: .category(category)) }
    return words.title(ofValue: value, of: facet)
  }

  /// The order where it is not the usual one; or else empty.
  func orderText(_ order: Sort, _ isReversed: Bool) -> String {
    guard order != .relevance else { return isReversed ? words.reversed : "" }
    let reversed = language.choose(en: " (\(words.reversed))", zh: "（\(words.reversed)）")
    return words.sortedBy + words.title(of: order).lowercased() + (isReversed ? reversed : "")
  }
}
