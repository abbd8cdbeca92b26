/// The landscape's own part of a catalog.
public struct Landscape: Sendable {
  public var name: LocalizedText = .empty
  /// The day the facts were held against the world, as written (ISO 8601), or empty.
  public var asOf: Text = .empty
  public var introduction: LocalizedText = .empty
  public var choosing: LocalizedText = .empty

  public init() {}
}

/// A floor of the building, or a column that runs beside all floors.
public struct Layer: Sendable {
  public enum Kind: UInt8, Sendable {
    case floor, column
  }

  public var id: Text
  public var kind: Kind
  public var name: LocalizedText
  public var summary: LocalizedText
  public var recap: LocalizedText
  /// Its categories: indices into `Catalog.categories`.
  public var categories: Range<Int>
}

public struct Category: Sendable {
  public var id: Text
  public var layer: LayerID
  public var name: LocalizedText
  /// The four questions of every category: what it is, the problem, how it helps, how its tools differ.
  public var what: LocalizedText
  public var problem: LocalizedText
  public var solution: LocalizedText
  public var tooling: LocalizedText
  /// Its own tools: indices into `Catalog.tools`.
  public var tools: Range<Int>
  /// Indices into the side tables.
  var guests: Range<Int>
  var terms: Range<Int>
  var relations: Range<Int>
}

/// What is needed of every tool in lists and search; the rest stands in `Catalog.fields`.
public struct Tool: Sendable {
  public var id: Text
  public var name: Text
  public var summary: LocalizedText
  public var homepage: Text
  public var repository: Text
  /// An index into `Catalog.maturities`; 0: no foundation's project.
  public var maturity: UInt8
  /// The number of its fields.
  var fieldCount: UInt16
  var categoryIndex: UInt32
  /// The first of its fields.
  var firstField: UInt32

  /// The category the tool stands in first of all.
  public var category: CategoryID { CategoryID(Int(categoryIndex)) }
}

/// A fact that not every tool has: one row of a tool's range in the side table.
public struct Field: Sendable {
  /// What a field says; several fields of a tool may have the same key, in the order of the file.
  public enum Key: UInt8, CaseIterable, Sendable {
    case alias, license, organization
    case accepted, incubating, graduated, archived
    /// Ids of categories, tools.
    case also, replacedBy, replaces
    case tag
    /// `label` names the link (`documentation`), `value` is the address.
    case link
  }

  public var key: Key
  /// For `link`: what the link leads to. Otherwise empty.
  public var label: Text
  public var value: Text
}

/// A word of a category, explained.
public struct Term: Sendable {
  public var term: LocalizedText
  public var meaning: LocalizedText
}

/// A category to read next, and why.
public struct Relation: Sendable {
  public var category: CategoryID
  public var reason: LocalizedText
}
