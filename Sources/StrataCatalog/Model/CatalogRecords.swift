/// A catalog in the making: arrays of what `Catalog` has as tables, under the same names.
struct CatalogRecords {
  var landscape = Landscape()
  var layers: [Layer] = []
  var categories: [Category] = []
  var tools: [Tool] = []
  var danglingPaths: [ToolID] = []
  var groups: [Group] = []
  var features: [Feature] = []
  var kinds: [Kind] = []
  var tags: [Tag] = []
  var themes: [Theme] = []
  var sources: [SourceRange] = []
  var maturities: [String] = []
  /// What not every tool has; each tool has a range of them.
  var fields: [Field] = []
  var terms: [Term] = []
  var relations: [Relation] = []
  /// For each category the tools that stand there beside its own (`also`), as a range of this.
  var guests: [ToolID] = []
  /// The words that a landscape's guide lists for its layers and categories.
  var keywords: [Text] = []
  /// By what the tools of the categories are compared.
  var facts: [Fact] = []
  /// Other words for categories, kinds and tags.
  var aliases: [LocalizedText] = []
  /// The tools of all themes.
  var themeTools: [ToolID] = []
  /// The layers in reading order, or none where that is the landscape's own.
  var reading: [LayerID] = []
  /// The layers of all groups; each group holds a range of this.
  var groupLayers: [LayerID] = []
  /// Tools and categories by their ids.
  var toolTable = IDTable(capacity: 0)
  var categoryTable = IDTable(capacity: 0)

  subscript(category: CategoryID) -> Category { categories[category.index] }
  subscript(tool: ToolID) -> Tool { tools[tool.index] }
}

extension Catalog {
  /// The catalog of what was read, over the store that its texts stand in.
  init(_ records: consuming CatalogRecords, store: [UInt8], hashKey: HashKey) {
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
    self.hashKey = hashKey
    addressIndex = nil
  }
}
