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
  /// Tools, categories and tags by their ids.
  var toolTable = IDTable(capacity: 0)
  var categoryTable = IDTable(capacity: 0)
  var tagTable = IDTable(capacity: 0)

  subscript(category: CategoryID) -> Category { categories[category.index] }
  subscript(tool: ToolID) -> Tool { tools[tool.index] }
}
