/// What a landscape wants shown before the rest, by tool.
public struct FeatureIndex: Sendable {
  /// By the numbers of maturities, and of categories.
  private var maturities: [Feature?]
  private var categories: [Feature?]

  /// Of several features of one maturity or category the first counts.
  public init(_ catalog: Catalog) {
    maturities = Array(repeating: nil, count: catalog.maturities.count)
    categories = Array(repeating: nil, count: catalog.categories.count)
    for feature in catalog.features {
      switch feature.subject {
      case .maturity(let number): maturities[Int(number)] = maturities[Int(number)] ?? feature
      case .category(let category): categories[category.index] = categories[category.index] ?? feature
      }
    }
  }

  /// The feature of a tool: that of its own category, else that of its maturity.
  public func feature(of tool: Tool) -> Feature? {
    categories[tool.category.index] ?? maturities[Int(tool.maturity)]
  }
}
