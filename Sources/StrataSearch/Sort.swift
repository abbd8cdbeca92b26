public import StrataCatalog

/// An order of results.
public enum Sort: String, Hashable, Sendable, CaseIterable {
  /// The best match first; without words, the order of the catalog.
  case relevance
  /// By name, letters before Chinese characters.
  case name
  /// The most established first.
  case maturity
  /// The latest accepted first; without a date last.
  case accepted
  /// The most starred first; without a count last.
  case stars

  /// The orders that make sense in a catalog.
  public static func available(in catalog: Catalog) -> [Sort] {
    allCases.filter { sort in
      switch sort {
      case .relevance, .name: true
      case .maturity: catalog.tools.contains { $0.maturity != 0 }
      case .accepted: catalog.hasField(.accepted)
      case .stars: catalog.hasField(.stars)
      }
    }
  }

  /// The tools in this order; equals stay in the order in which they come.
  public func sorted(_ tools: [ToolID], in catalog: Catalog, reversed: Bool = false) -> [ToolID] {
    let keys = tools.map { SortKey(self, .tool($0), catalog) }
    let order = tools.indices.sorted {
      keys[$0] == keys[$1] ? $0 < $1 : reversed ? keys[$1] < keys[$0] : keys[$0] < keys[$1]
    }
    return order.map { tools[$0] }
  }
}

extension Catalog {
  fileprivate func hasField(_ key: Field.Key) -> Bool {
    tools.indices.contains { fields(of: ToolID($0)).contains { $0.key == key } }
  }
}

/// By what a subject is put in order, beside its relevance.
struct SortKey: Comparable {
  /// Compared first; smaller comes first.
  var number: UInt64 = 0
  /// Compared next: folded UTF-8.
  var name: [UInt8] = []

  init(_ sort: Sort, _ subject: Subject, _ catalog: Catalog) {
    switch sort {
    case .relevance: break
    case .name:
      switch subject {
      case .layer(let id): name = Folding.bytes(catalog.string(catalog[id].name, in: .en))
      case .category(let id): name = Folding.bytes(catalog.string(catalog[id].name, in: .en))
      case .tool(let id): name = Folding.bytes(catalog.string(catalog[id].name))
      }
    case .maturity:
      number = UInt64(Standing.of(subject, in: catalog))
    case .accepted:
      // The digits of an ISO date, the latest first.
      number = SortKey.falling(catalog, .accepted, subject, digits: 8)
    case .stars:
      number = SortKey.falling(catalog, .stars, subject, digits: 18)
    }
  }

  /// The larger the number that a field's digits make, the smaller; without the field the largest of all.
  private static func falling(_ catalog: Catalog, _ key: Field.Key, _ subject: Subject, digits: Int) -> UInt64 {
    guard case .tool(let id) = subject, let text = catalog.value(key, of: id) else { return .max }
    return .max - 1 - text.utf8.filter { $0 &- 0x30 < 10 }.prefix(digits).reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  static func < (a: Self, b: Self) -> Bool {
    a.number != b.number ? a.number < b.number : a.name.lexicographicallyPrecedes(b.name)
  }
}

/// The place of a subject by maturity: layers, categories, then tools, the established first.
enum Standing {
  /// Of a catalog's maturities: none, graduated, incubating, sandbox, archived, a word of its own.
  static let established: [UInt8] = [5, 2, 3, 4, 6, 5]

  static func of(_ subject: Subject, in catalog: Catalog) -> UInt8 {
    switch subject {
    case .layer: 0
    case .category: 1
    case .tool(let id): established[min(Int(catalog.tools[id.index].maturity), 5)]
    }
  }
}
