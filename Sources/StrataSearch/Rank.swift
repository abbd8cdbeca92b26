import StrataCatalog

/// The order of hits: by tier; among equals layers, categories, then tools (where the words are only in longer texts, layers
/// and categories come after the tools); see `Weights` for the tools; then as in the catalog. `SearchLevel` counts by it;
/// here it stands in plain words.
struct Rank: Comparable {
  let tier: Tier
  let standing: UInt8
  let weight: UInt8
  let number: Int

  init(
    _ tier: Tier, _ subject: Subject, number: Int, _ catalog: Catalog, _ weights: Weights, comparesWeight: Bool
  ) {
    self.tier = tier
    self.number = number
    let standing = weights.standing(of: subject, in: catalog)
    self.standing = tier >= .summary && standing < 2 ? 7 : standing
    let name =
      switch subject {
      case .layer(let id): catalog[id].name.choose(.en)
      case .category(let id): catalog[id].name.choose(.en)
      case .tool(let id): catalog[id].name
      }
    let characters = String(decoding: Folding.bytes(catalog.string(name)), as: UTF8.self).unicodeScalars.count
    weight = comparesWeight ? weights.weight(of: subject, in: catalog) ?? UInt8(min(31, characters)) : 0
  }

  static func < (a: Self, b: Self) -> Bool {
    (a.tier.rawValue, a.standing, a.weight, a.number) < (b.tier.rawValue, b.standing, b.weight, b.number)
  }
}

/// By what tools are put in order among equals: the living before the retired; then, where a catalog's categories have their
/// tools by weight, by their place there; in a catalog from A to Z the established first, then short names.
struct Weights: Sendable {
  /// Whether the order of the catalog says which tools come first.
  let isByWeight: Bool

  init(_ catalog: Catalog) {
    if !catalog.kinds.isEmpty {
      isByWeight = true
      return
    }
    var pairs = 0
    var ascending = 0
    for category in catalog.categories {
      // A part of a large category tells.
      for tool in category.tools.dropFirst().prefix(100) {
        pairs += 1
        let names = [catalog.tools[tool - 1].name, catalog.tools[tool].name].map { Folding.bytes(catalog.string($0)) }
        if names[0].lexicographicallyPrecedes(names[1]) { ascending += 1 }
      }
      if pairs > 1000 { break }
    }
    isByWeight = pairs > 0 && ascending * 10 < pairs * 8
  }

  /// 0: layers, 1: categories, then tools.
  @inline(__always)
  func standing(of subject: Subject, in catalog: Catalog) -> UInt8 {
    switch subject {
    case .layer: return 0
    case .category: return 1
    case .tool(let id):
      let tool = catalog.tools[id.index]
      switch tool.status {
      case .retired: return 6
      case .deprecated: return 5
      case .active, .maintenance: return isByWeight ? 2 : Standing.established[min(Int(tool.maturity), 5)]
      }
    }
  }

  /// At most 31; nil where the length of the name decides.
  @inline(__always)
  func weight(of subject: Subject, in catalog: Catalog) -> UInt8? {
    guard isByWeight, case .tool(let id) = subject else { return nil }
    let tools = catalog.categories[catalog.tools[id.index].category.index].tools
    return UInt8(truncatingIfNeeded: min(31, id.index - tools.lowerBound))
  }
}
