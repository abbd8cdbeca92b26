/// The in-memory model of one landscape: layers → categories → tools, shared by every view.
///
/// Flat: one byte store (all sources, then an arena) and arrays of fixed-size records. A record's text is a `Text`,
/// an offset and a length into the store, and becomes a `String` only when it is shown:
///
///     for category in catalog.categories(of: layer) {
///       print(catalog.string(catalog[category].name, in: .zh))
///     }
///
/// Layers, categories and tools are named by index (`LayerID` …) in the order of the landscape. The tools of a
/// category are a range; a tool that also stands in another category is listed there after that category's own.
public struct Catalog: Sendable {
  /// All text, UTF-8: the sources one after the other, then what is not verbatim in them.
  public internal(set) var store: [UInt8]
  /// The landscape's own part.
  public internal(set) var landscape: Landscape
  public internal(set) var layers: [Layer]
  public internal(set) var categories: [Category]
  public internal(set) var tools: [Tool]

  /// The tools whose `second_path` in a landscape2 file leads nowhere, once for each such path.
  public internal(set) var danglingPaths: [ToolID]
  /// Headings over layers, from a landscape's settings; none for most. A layer may stand in several groups, or in none.
  public internal(set) var groups: [Group]
  /// What the landscape wants shown before the rest, most important first.
  public internal(set) var features: [Feature]
  /// What tools do within their categories; each category has a range of them.
  public internal(set) var kinds: [Kind]
  /// The vocabulary of tags; empty where a landscape has none.
  public internal(set) var tags: [Tag]
  /// Pages that cut across the categories.
  public internal(set) var themes: [Theme]
  /// The sources that `store` holds verbatim, in the order they were read.
  public internal(set) var sources: [SourceRange]

  /// The words of maturity in use; `Tool.maturity` is an index. The first is the empty word: no foundation's project.
  /// `graduated`, `incubating`, `sandbox`, `archived` come next, always; then a landscape's own words as met.
  public internal(set) var maturities: [String]
  /// Side tables: see `Field`, `Term`, `Relation`. Records hold ranges of them.
  var fields: [Field]
  var terms: [Term]
  var relations: [Relation]
  /// For each category the tools that stand there beside its own (`also`), as a range of this.
  var guests: [ToolID]
  /// The words that a landscape's guide lists for its layers and categories.
  var keywords: [Text]
  /// By what the tools of the categories are compared.
  var facts: [Fact]
  /// Other words for categories, kinds and tags.
  var aliases: [LocalizedText]
  /// The tools of all themes.
  var themeTools: [ToolID]
  /// The layers in reading order, or none where that is the landscape's own.
  var reading: [LayerID]
  /// The layers of all groups; each group holds a range of this.
  var groupLayers: [LayerID]
  /// Tools and categories by their ids.
  var toolTable: IDTable
  var categoryTable: IDTable
}

/// A run of UTF-8 in a catalog's store. Empty means absent.
public struct Text: Hashable, Sendable {
  /// Bytes from the beginning of the store.
  public var offset: UInt32
  /// Bytes.
  public var length: UInt32

  public static let empty = Text(offset: 0, length: 0)
  public var isEmpty: Bool { length == 0 }

  public init(offset: UInt32, length: UInt32) {
    self.offset = offset
    self.length = length
  }
}

/// A text in the languages strata speaks; each falls back to the other when shown.
public struct LocalizedText: Hashable, Sendable {
  public var en: Text
  public var zh: Text

  public static let empty = LocalizedText(en: .empty, zh: .empty)
  public var isEmpty: Bool { en.isEmpty && zh.isEmpty }

  public init(en: Text, zh: Text) {
    self.en = en
    self.zh = zh
  }
}

public enum Language: String, CaseIterable, Sendable {
  case en, zh
}

/// An index into `Catalog.layers`.
public struct LayerID: Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.categories`.
public struct CategoryID: Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.tools`.
public struct ToolID: Hashable, Comparable, Sendable {
  var raw: UInt32
  public var index: Int { Int(raw) }
  public init(_ index: Int) { raw = UInt32(index) }
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}
