// Memory: lent.

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
///
/// A class only so that to hand it on is one reference and not some thirty: nothing in it ever changes.
public final class Catalog: Sendable {
  /// All text, UTF-8: the sources one after the other, then what is not verbatim in them.
  public let store: Table<UInt8>
  /// The landscape's own part.
  public let landscape: Landscape
  /// In the order of the catalog.
  public let layers: Table<Layer>
  /// Layer by layer.
  public let categories: Table<Category>
  /// Category by category, by weight.
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
  /// Tools, categories and tags by their ids, which are hashed with the key.
  let toolIndex: IDIndex
  let categoryIndex: IDIndex
  let tagIndex: IDIndex
  let hashKey: HashKey
  /// Tools by their addresses, for the join with other landscapes; nil in a catalog that was read: see `makeAddressIndex`.
  let addressIndex: IDIndex?
  /// What the search would otherwise make of the texts, in its own image; empty in a catalog that was read.
  public let searchIndex: Table<UInt8>
  /// strata's own catalog, where this is a landscape2 file's that was read beside it: it knows more of some tools.
  public let background: Catalog?

  /// The catalog of what was read, over the store that its texts stand in.
  init(_ records: consuming CatalogRecords, store: [UInt8], hashKey: HashKey, background: Catalog? = nil) {
    self.background = background
    self.store = Table(store)
    landscape = records.landscape
    layers = Table(records.layers)
    categories = Table(records.categories)
    tools = Table(records.tools)
    danglingPaths = Table(records.danglingPaths)
    groups = Table(records.groups)
    features = Table(records.features)
    kinds = Table(records.kinds)
    tags = Table(records.tags)
    themes = Table(records.themes)
    sources = records.sources
    maturities = records.maturities
    fields = Table(records.fields)
    terms = Table(records.terms)
    relations = Table(records.relations)
    guests = Table(records.guests)
    keywords = Table(records.keywords)
    facts = Table(records.facts)
    aliases = Table(records.aliases)
    themeTools = Table(records.themeTools)
    reading = Table(records.reading)
    groupLayers = Table(records.groupLayers)
    toolIndex = records.toolTable.index
    categoryIndex = records.categoryTable.index
    tagIndex = records.tagTable.index
    self.hashKey = hashKey
    addressIndex = nil
    searchIndex = Table([])
  }

  /// The catalog of an image.
  ///
  /// - Parameter image: bytes of `image()`, aligned to 16, that are never given back.
  public init(static image: UnsafeRawBufferPointer) {
    background = nil
    var reader = ImageReader(image, fingerprint: Catalog.imageFingerprint)
    hashKey = reader.table(of: HashKey.self)[0]
    landscape = reader.table(of: Landscape.self)[0]
    layers = reader.table()
    categories = reader.table()
    tools = reader.table()
    danglingPaths = reader.table()
    groups = reader.table()
    features = reader.table()
    kinds = reader.table()
    tags = reader.table()
    themes = reader.table()
    fields = reader.table()
    terms = reader.table()
    relations = reader.table()
    guests = reader.table()
    keywords = reader.table()
    facts = reader.table()
    aliases = reader.table()
    themeTools = reader.table()
    reading = reader.table()
    groupLayers = reader.table()
    toolIndex = IDIndex(slots: reader.table())
    categoryIndex = IDIndex(slots: reader.table())
    tagIndex = IDIndex(slots: reader.table())
    addressIndex = IDIndex(slots: reader.table())
    searchIndex = reader.table()
    let maturities = reader.table(of: Text.self)
    let sources = reader.table(of: ImageSource.self)
    let store = reader.table(of: UInt8.self)
    self.store = store
    func string(_ text: Text) -> String {
      String(decoding: store[Int(text.offset)..<Int(text.offset) + Int(text.length)], as: UTF8.self)
    }
    self.maturities = maturities.map(string)
    self.sources = sources.map { SourceRange(name: string($0.name), bytes: $0.bytes) }
  }
}

/// A run of UTF-8 in a catalog's store. Empty means absent.
public struct Text: BitwiseCopyable, Hashable, Sendable {
  /// Bytes from the beginning of the store.
  public var offset: UInt32
  /// Bytes.
  public var length: UInt32

  /// What stands where nothing is said.
  public static let empty = Text(offset: 0, length: 0)
  /// Whether nothing is said.
  public var isEmpty: Bool { length == 0 }

  /// A run of `length` bytes from byte `offset` of the store.
  public init(offset: UInt32, length: UInt32) {
    self.offset = offset
    self.length = length
  }
}

/// An index into `Catalog.layers`.
public struct LayerID: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The index.
  public var index: Int
  /// The id of an index.
  public init(_ index: Int) { self.index = index }
  /// In the order of the catalog.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.categories`.
public struct CategoryID: BitwiseCopyable, Hashable, Comparable, Sendable {
  /// The index.
  public var index: Int
  /// The id of an index.
  public init(_ index: Int) { self.index = index }
  /// In the order of the catalog.
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An index into `Catalog.tools`.
public struct ToolID: BitwiseCopyable, Hashable, Comparable, Sendable {
  var raw: UInt32
  /// The index.
  public var index: Int { Int(raw) }
  /// The id of an index.
  public init(_ index: Int) { raw = UInt32(index) }
  /// In the order of the catalog.
  public static func < (a: Self, b: Self) -> Bool { a.raw < b.raw }
}
