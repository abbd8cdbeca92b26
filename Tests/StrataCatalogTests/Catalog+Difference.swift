@testable import StrataCatalog

extension Catalog {
  /// The name of the first part in which two catalogs differ; nil where they are the same in all but the key of their ids
  /// and what stands behind the sources' and the arena's text.
  func difference(from other: Catalog) -> String? {
    func same<Element: Equatable>(_ a: Table<Element>, _ b: Table<Element>) -> Bool { a.elementsEqual(b) }
    let parts: [(name: String, isSame: Bool)] = [
      ("landscape", landscape == other.landscape), ("layers", same(layers, other.layers)),
      ("categories", same(categories, other.categories)), ("tools", same(tools, other.tools)),
      ("danglingPaths", same(danglingPaths, other.danglingPaths)), ("groups", same(groups, other.groups)),
      ("features", same(features, other.features)), ("kinds", same(kinds, other.kinds)),
      ("tags", same(tags, other.tags)), ("themes", same(themes, other.themes)), ("fields", same(fields, other.fields)),
      ("terms", same(terms, other.terms)), ("relations", same(relations, other.relations)),
      ("guests", same(guests, other.guests)), ("keywords", same(keywords, other.keywords)),
      ("facts", same(facts, other.facts)), ("aliases", same(aliases, other.aliases)),
      ("themeTools", same(themeTools, other.themeTools)), ("reading", same(reading, other.reading)),
      ("groupLayers", same(groupLayers, other.groupLayers)), ("maturities", maturities == other.maturities),
      ("sources", sources.map(\.name) == other.sources.map(\.name)),
      ("source ranges", sources.map(\.bytes) == other.sources.map(\.bytes)),
      ("store", store.starts(with: other.store) || other.store.starts(with: store)),
    ]
    return parts.first { !$0.isSame }?.name
  }
}
