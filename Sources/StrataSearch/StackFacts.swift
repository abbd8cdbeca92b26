public import StrataCatalog

/// What is known of tools beside the catalog: the status and the owner that a team's own file gives them, for `stack:` and
/// `owner:`. Of several files a tool may have several.
public struct StackFacts: Equatable, Sendable {
  /// The statuses in the order in which they are offered; others come after them.
  public let rings: [String]
  private var statuses: [Int: [String]] = [:]
  private var owners: [Int: [String]] = [:]

  /// Facts of no tool yet, with the rings in their order.
  public init(rings: [String] = []) { self.rings = rings }

  /// Whether nothing is known of any tool.
  public var isEmpty: Bool { statuses.isEmpty && owners.isEmpty }

  /// Notes what a file says of a tool; empty: it says nothing.
  public mutating func add(status: String, owner: String = "", to tool: ToolID) {
    func add(_ value: String, to values: inout [Int: [String]]) {
      if !value.isEmpty, !values[tool.index, default: []].contains(value) {
        values[tool.index, default: []].append(value)
      }
    }
    add(status, to: &statuses)
    add(owner, to: &owners)
  }

  /// The values of `.stack` or `.owner` for a tool; none for another facet.
  func values(of facet: Facet, for tool: ToolID) -> [String] { values(of: facet)[tool.index] ?? [] }

  /// The tools with values of `.stack` or `.owner`, by their index.
  func values(of facet: Facet) -> [Int: [String]] {
    switch facet {
    case .stack: statuses
    case .owner: owners
    case .layer, .category, .kind, .theme, .maturity, .license, .organization, .tag, .language, .delivery, .part,
      .state,
      .presence, .accepted, .incubating, .graduated, .archived, .since, .listed, .promoted:
      [:]
    }
  }

  /// Each value of `.stack` or `.owner` once: rings in their order, others from A to Z.
  func known(_ facet: Facet) -> [String] {
    let used = Set(values(of: facet).values.joined())
    let first = facet == .stack ? rings : []
    return first + used.subtracting(first).sorted()
  }
}
