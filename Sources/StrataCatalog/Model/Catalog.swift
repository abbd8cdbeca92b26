/// The in-memory model of one landscape: layers → categories → tools, shared by every view.
///
/// A view over bytes that it holds or that are static: one byte store (all sources, then an arena) and tables of
/// fixed-size records. A record's text is a `Text`, an offset and a length into the store, and becomes a `String` only
/// when it is shown:
///
///     for category in catalog.categories(of: layer) {
///       print(catalog.string(catalog[category].name, in: .zh))
///     }
///
/// Layers, categories and tools are named by index (`LayerID` …) in the order of the landscape. The tools of a
/// category are a range; a tool that also stands in another category is listed there after that category's own.
/// `CatalogRecords` is what a reader fills; `Catalog+Image.swift` makes one piece of a catalog that can lie anywhere.
public struct Catalog: Sendable {
  /// All text, UTF-8: the sources one after the other, then what is not verbatim in them.
  public let store: Table<UInt8>
  /// The landscape's own part.
  public let landscape: Landscape
  public let layers: Table<Layer>
  public let categories: Table<Category>
  public let tools: Table<Tool>

  /// The tools whose `second_path` in a landscape2 file leads nowhere, once for each such path.
  public let danglingPaths: Table<ToolID>
  /// Headings over layers, from a landscape's settings; none for most. A layer may stand in several groups, or in none.
  public let groups: Table<Group>
  /// What the landscape wants shown before the rest, most important first.
  public let features: Table<Feature>
  /// What tools do within their categories; each category has a range of them.
  public let kinds: Table<Kind>
  /// The vocabulary of tags; empty where a landscape has none.
  public let tags: Table<Tag>
  /// Pages that cut across the categories.
  public let themes: Table<Theme>
  /// The sources that `store` holds verbatim, in the order they were read.
  public let sources: [SourceRange]

  /// The words of maturity in use; `Tool.maturity` is an index. The first is the empty word: no foundation's project.
  /// `graduated`, `incubating`, `sandbox`, `archived` come next, always; then a landscape's own words as met.
  public let maturities: [String]
  /// Side tables: see `CatalogRecords`. Records hold ranges of them.
  let fields: Table<Field>
  let terms: Table<Term>
  let relations: Table<Relation>
  let guests: Table<ToolID>
  let keywords: Table<Text>
  let facts: Table<Fact>
  let aliases: Table<LocalizedText>
  let themeTools: Table<ToolID>
  let reading: Table<LayerID>
  let groupLayers: Table<LayerID>
  /// Tools and categories by their ids, which are hashed with the key.
  let toolIndex: IDIndex
  let categoryIndex: IDIndex
  let hashKey: HashKey
  /// Tools by their addresses, for the join with other landscapes; nil in a catalog that was read: see `makeAddressIndex`.
  let addressIndex: IDIndex?
}

/// A run of UTF-8 in a catalog's store. Empty means absent.
public struct Text: BitwiseCopyable, Hashable, Sendable {
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
public struct LocalizedText: BitwiseCopyable, Hashable, Sendable {
  public var en: Text
  public var zh: Text
  /// A bit a language: set where strata's own catalog says it. See `source(in:)`.
  var adopted: UInt32

  public static let empty = LocalizedText(en: .empty, zh: .empty)
  public var isEmpty: Bool { en.isEmpty && zh.isEmpty }

  /// - Parameter source: whose words they are, in both languages.
  public init(en: Text, zh: Text, source: Provenance = .file) {
    self.en = en
    self.zh = zh
    switch source {
    case .file: adopted = 0
    case .strata: adopted = (en.isEmpty ? 0 : Language.en.bit) | (zh.isEmpty ? 0 : Language.zh.bit)
    }
  }
}

public enum Language: String, BitwiseCopyable, CaseIterable, Sendable {
  case en, zh
}

/// An index into `Catalog.layers`.
public struct LayerID: BitwiseCopyable, Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.categories`.
public struct CategoryID: BitwiseCopyable, Hashable, Comparable, Sendable {
  public var index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.tools`.
public struct ToolID: BitwiseCopyable, Hashable, Comparable, Sendable {
  var raw: UInt32
  public var index: Int { Int(raw) }
  public init(_ index: Int) { raw = UInt32(index) }
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}
