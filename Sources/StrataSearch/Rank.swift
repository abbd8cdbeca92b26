import StrataCatalog

/// The order of hits: by tier; among equals layers, categories, then tools, the established first (where the words are only
/// in longer texts, layers and categories come after the tools); then short names first; then as in the catalog. `SearchLevel` counts by it; here it stands in plain words.
struct Rank: Comparable {
  let tier: Tier
  let standing: UInt8
  let length: Int
  let number: Int

  init(_ tier: Tier, _ subject: Subject, number: Int, _ catalog: Catalog, comparesLength: Bool) {
    self.tier = tier
    self.number = number
    let standing = Standing.of(subject, in: catalog)
    self.standing = tier >= .summary && standing < 2 ? 7 : standing
    let name =
      switch subject {
      case .layer(let id): catalog.string(catalog[id].name, in: .en)
      case .category(let id): catalog.string(catalog[id].name, in: .en)
      case .tool(let id): catalog.string(catalog[id].name)
      }
    let characters = String(decoding: Folding.bytes(name), as: UTF8.self).unicodeScalars.count
    length = comparesLength ? min(31, characters) : 0
  }

  static func < (a: Self, b: Self) -> Bool {
    (a.tier.rawValue, a.standing, a.length, a.number) < (b.tier.rawValue, b.standing, b.length, b.number)
  }
}
