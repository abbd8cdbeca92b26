@testable import StrataCatalog

extension Catalog {
  /// The name of the first part in which two catalogs differ; nil where they are the same in all but the key of their ids
  /// and what stands behind the sources' and the arena's text.
  func difference(from other: Catalog) -> String? {
    func same<Element: Equatable>(_ a: Table<Element>, _ b: Table<Element>) -> Bool { a.elementsEqual(b) }
    let parts: [(name: String, isSame: Bool)] = [
      ("landscape", landscape == other.landscape),
      ("layers", alike(layers, other.layers, other, id: \.id, name: \.name)),
      ("categories", alike(categories, other.categories, other, id: \.id, name: \.name)),
      ("tools", alike(tools, other.tools, other)),
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

  /// Whether records say the same: ids and names by their letters, which an image has elsewhere, all else as it stands.
  private func alike<Record: Equatable>(
    _ a: Table<Record>, _ b: Table<Record>, _ other: Catalog, id: WritableKeyPath<Record, Text>,
    name: WritableKeyPath<Record, LocalizedText>
  ) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { first, second in
        var moved = first
        moved[keyPath: id] = second[keyPath: id]
        moved[keyPath: name] = second[keyPath: name]
        return moved == second && string(first[keyPath: id]) == other.string(second[keyPath: id])
          && Language.allCases.allSatisfy {
            string(first[keyPath: name][$0]) == other.string(second[keyPath: name][$0])
          }
      }
  }

  private func alike(_ a: Table<Tool>, _ b: Table<Tool>, _ other: Catalog) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { first, second in
        var moved = first
        (moved.id, moved.name) = (second.id, second.name)
        return moved == second && string(first.id) == other.string(second.id)
          && string(first.name) == other.string(second.name)
      }
  }
}
