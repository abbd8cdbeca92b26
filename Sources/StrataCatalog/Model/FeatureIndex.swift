/// What a landscape wants shown before the rest, by tool.
public struct FeatureIndex: Sendable {
  private var maturities: [UInt8: Feature] = [:]
  private var categories: [CategoryID: Feature] = [:]

  /// Of several features of one maturity or category the first counts.
  public init(_ catalog: Catalog) {
    for feature in catalog.features {
      switch feature.subject {
      case .maturity(let number): maturities[number] = maturities[number] ?? feature
      case .category(let category): categories[category] = categories[category] ?? feature
      }
    }
  }

  /// The feature of a tool: that of its own category, else that of its maturity.
  public func feature(of tool: Tool) -> Feature? {
    categories[tool.category] ?? maturities[tool.maturity]
  }
}
