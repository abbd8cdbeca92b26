import StrataCatalog
import Testing

/// What cuts across the categories: the themes, the vocabulary of tags and the order in which one reads.
@Suite struct ThemeTests {
  @Test func namesFiveToTwelveLivingToolsOfSeveralCategoriesInEachOfTwelveThemes() throws {
    let catalog = try Shipped.catalog()
    #expect(catalog.themes.count == 12)
    var findings: [String] = []
    for theme in catalog.themes {
      let id = catalog.string(theme.id)
      let tools = Array(catalog.tools(of: theme))
      if !(5...12).contains(tools.count) { findings.append("\(id): \(tools.count) tools") }
      if Set(tools).count < tools.count { findings.append("\(id): a tool twice") }
      if Set(tools.map { catalog[$0].category }).count < 2 { findings.append("\(id): within one category") }
      findings += tools.filter { catalog[$0].status == .retired }
        .map { "\(id): \(catalog.string(catalog[$0].id)) is retired" }
    }
    expectNone(findings)
  }

  /// A tag is known by its name in both languages, and none stands in the vocabulary for nothing.
  @Test func takesTagsFromTheVocabularyAndUsesAllOfIt() throws {
    let catalog = try Shipped.catalog()
    let vocabulary = Set(catalog.tags.map { catalog.string($0.id) })
    #expect((100...140).contains(vocabulary.count))
    var used: Set<String> = []
    var findings: [String] = []
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let tags = catalog.values(.tag, of: tool).map { catalog.string($0) }
      used.formUnion(tags)
      if tags.isEmpty { findings.append("\(catalog.string(catalog[tool].id)): no tag") }
      findings += tags.filter { !vocabulary.contains($0) }
        .map { "\(catalog.string(catalog[tool].id)): tag '\($0)' is not in the vocabulary" }
    }
    findings += vocabulary.subtracting(used).sorted().map { "tag '\($0)' is in no use" }
    expectNone(findings)
  }

  /// Words that say a tool's life, delivery or licence are fields of their own, and one thing has one tag.
  @Test func tagsNeitherLifeNorDeliveryNorLicense() throws {
    let catalog = try Shipped.catalog()
    let tags = catalog.tags.map { catalog.string($0.id) }
    let others: Set = [
      "archived", "retired", "discontinued", "deprecated", "managed", "hosted", "self-hosted", "library", "desktop",
      "specification", "commercial", "enterprise", "open-source", "proprietary", "sandbox", "graduated", "incubating",
    ]
    expectNone(tags.filter(others.contains))
    expectNone(tags.filter { tags.contains($0 + "s") })
  }

  @Test func readsFromTheGroundUpAndThenTheColumns() throws {
    let catalog = try Shipped.catalog()
    #expect(
      catalog.readingOrder.map { catalog.string(catalog[$0].id) } == [
        "provisioning", "runtime", "orchestration-management", "app-definition-development", "platform",
        "observability-analysis",
      ])
  }
}
