import StrataCatalog
import StrataYAML
import Testing

/// strata's own catalog in small: what landscape2 files are joined with.
private let shippedText = """
  landscape: {name: Own, layers: [runtime, app-definition-development, platform]}
  layers:
    - id: app-definition-development
      name: {en: App Definition and Development, zh: 应用定义与开发层}
      summary: {en: Summary., zh: 摘要。}
      recap: {en: Recap., zh: 回顾。}
      categories:
        - id: database
          name: {en: Database, zh: 数据库}
          what: {en: What., zh: 什么。}
          problem: {en: Problem., zh: 问题。}
          solution: {en: Solution., zh: 解决。}
          tooling: {en: Tooling., zh: 工具。}
          terms: [{term: {en: Table, zh: 表}, meaning: {en: Rows., zh: 行。}}]
          related:
            - {category: streaming-messaging, reason: {en: Feeds it., zh: 供给。}}
            - {category: hosted-kubernetes, reason: Elsewhere.}
          tools:
            - {id: vitess, name: vitess, homepage: "http://www.vitess.io/", summary: {en: Shards., zh: 分片。}}
            - id: nats
              name: NATS
              aliases: [nats-io, JetStream]
              homepage: https://nats.io
              summary: {en: Carries messages., zh: 传递消息。}
              license: Apache-2.0
        - {id: streaming-messaging, name: {en: Streaming & Messaging, zh: 流处理与消息传递}}
        - {id: images, name: {en: Application Image, zh: 应用镜像}}
    - {id: runtime, name: {en: Runtime, zh: 运行时层}}
    - id: platform
      kind: column
      name: {en: Platform, zh: 平台}
      categories: [{id: hosted-kubernetes, name: {en: Certified Kubernetes - Hosted, zh: 托管 Kubernetes}}]
  """

private let data = """
  landscape:
    - name: Members
      subcategories:
        - name: Silver
          items: [{name: S, homepage_url: https://s.example}]
        - name: Gold
          items: [{name: G, homepage_url: https://g.example, enduser: false}, {name: H, homepage_url: https://h.example}]
        - name: Database
          items: []
    - name: PLATFORM
      subcategories: [{name: Installers, items: []}]
    - name: App definition &  Development
      subcategories:
        - name: Database
          items: [{name: Vitess, homepage_url: https://vitess.io, project: graduated}]
        - name: Streaming and messaging
          items:
            - name: NATS
              description: Messages everywhere.
              homepage_url: https://nats.io
              project: incubating
              extra: {tag: messaging}
            - {name: Kafka, homepage_url: https://kafka.example}
        - name: Application Image
          items: []
  """

private let guide = """
  categories:
    - category: Introduction
      content: |
        Welcome to the *landscape*.
      subcategories:
        - subcategory: How to read
          keywords: [map]
          content: |
            From the top.
    - category: App Definition & Development
      keywords: [apps]
      content: |
        About apps.
      subcategories:
        - subcategory: Before
          content: Before all.
        - subcategory: Database
          keywords: [SQL, DB]
          content: |
            ### What it is

            > A **store**.
        - subcategory: Summary
          content: That was it.
  """

private let settings = """
  foundation: TEST
  url: https://landscape.example
  description: A test.
  members_category: Members
  groups:
    - {name: Projects, categories: [App Definition and Development, Platform]}
    - {name: All members, alias: members, categories: [Members, Nobody]}
  categories:
    - {name: Members, subcategories: [Gold, Golden]}
  featured_items:
    - field: maturity
      options: [{value: incubating, order: 2}, {value: graduated, order: 1, label: TEST Graduated}]
    - field: subcategory
      options: [{value: Gold}]
  enduser: [{category: Members, subcategories: [Gold]}]
  tags:
    storage: [{category: App Definition and Development}]
    nothing: []
  featured_item: x
  """

@Suite struct GuideAndSettingsTests {
  static func source(_ name: String, _ text: String) -> Catalog.Source {
    Catalog.Source(name: name, bytes: Array(text.utf8))
  }

  static var shipped: Catalog {
    get throws { try #require(read(("own.yaml", shippedText)).catalog) }
  }

  static func read2(_ input: Catalog.Input) throws -> (catalog: Catalog, diagnostics: [Diagnostic]) {
    let (catalog, diagnostics) = Catalog.read([input], shipped: try shipped)
    return (try #require(catalog), diagnostics)
  }

  private func both(_ text: LocalizedText, _ catalog: Catalog) -> [String] {
    [catalog.string(text.en), catalog.string(text.zh)]
  }

  @Test func `layers and categories that strata knows by name get their ids, kinds, order, names and texts`() throws {
    let (catalog, diagnostics) = try Self.read2(Catalog.Input(files: [Self.source("landscape.yml", data)]))
    #expect(diagnostics == [])
    #expect(
      catalog.layers.map { both($0.name, catalog) } == [
        ["App definition &  Development", "应用定义与开发层"], ["PLATFORM", "平台"], ["Members", ""],
      ])
    #expect(
      catalog.layers.map { catalog.string($0.id) } == ["app-definition-development", "platform", "members"])
    #expect(catalog.layers.map(\.kind) == [.floor, .column, .floor])
    #expect(catalog.layers.map(\.provenance) == [.strata, .strata, .file])
    #expect(both(catalog.layers[0].summary, catalog) == ["Summary.", "摘要。"])
    #expect(both(catalog.layers[0].recap, catalog) == ["Recap.", "回顾。"])
    #expect(
      catalog.categories.map { catalog.string($0.id) } == [
        "database-app-definition-development", "streaming-messaging", "images", "installers", "silver", "gold",
        "database",
      ])
    let database = catalog.categories[0]
    #expect(both(database.name, catalog) == ["Database", "数据库"])
    #expect(both(database.what, catalog) == ["What.", "什么。"])
    #expect(both(database.problem, catalog) == ["Problem.", "问题。"])
    #expect(both(database.solution, catalog) == ["Solution.", "解决。"])
    #expect(both(database.tooling, catalog) == ["Tooling.", "工具。"])
    #expect(database.provenance == .strata)
    #expect(catalog.terms(of: CategoryID(0)).map { both($0.term, catalog) } == [["Table", "表"]])
    #expect(catalog.categories[3].provenance == .file)
    #expect(catalog.categories[3].what.isEmpty)
  }

  @Test func `tools that strata knows by their addresses get the summary and the other names that the file has not`()
    throws
  {
    let (catalog, _) = try Self.read2(Catalog.Input(files: [Self.source("landscape.yml", data)]))
    func tool(_ id: String) throws -> ToolID { try #require(catalog.toolID(for: id)) }
    let (vitess, nats, kafka) = (try tool("vitess"), try tool("nats"), try tool("kafka"))
    #expect(both(catalog[vitess].summary, catalog) == ["Shards.", "分片。"])
    #expect(both(catalog[nats].summary, catalog) == ["Messages everywhere.", "传递消息。"])
    #expect(both(catalog[kafka].summary, catalog) == ["", ""])
    #expect(catalog.values(.alias, of: nats).map(catalog.string) == ["nats-io", "JetStream"])
    // What else strata says of it is not the file's.
    #expect(catalog.string(catalog[nats].homepage) == "https://nats.io")
    #expect(catalog.values(.license, of: nats).isEmpty)
  }

  @Test func `relations lead to categories of the file, others are left out`() throws {
    let (catalog, _) = try Self.read2(Catalog.Input(files: [Self.source("landscape.yml", data)]))
    let relations = catalog.categories.indices.map { catalog.relations(of: CategoryID($0)) }
    let reasons = relations.flatMap { $0 }.map { both($0.reason, catalog) }
    #expect(reasons == [["Feeds it.", "供给。"]])
    #expect(relations.flatMap { $0 }.map { catalog.string(catalog[$0.category].id) } == ["streaming-messaging"])
  }

  @Test func `without strata's catalog a file stands for itself`() throws {
    let (catalog, diagnostics) = read(("landscape.yml", data))
    #expect(diagnostics == [])
    #expect(
      try #require(catalog).layers.map { catalog?.string($0.id) } == [
        "members", "platform", "app-definition-development",
      ])
  }

  @Test func `a guide gives layers and categories their chapters, as Markdown`() throws {
    let (catalog, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], guide: Self.source("guide.yml", guide)))
    #expect(diagnostics == [])
    let layer = catalog.layers[0]
    #expect(both(layer.guide, catalog) == ["About apps.\n\n## Before\n\nBefore all.", ""])
    #expect(both(layer.guideRecap, catalog) == ["## Summary\n\nThat was it.", ""])
    #expect(catalog.keywords(of: LayerID(0)).map(catalog.string) == ["apps"])
    #expect(both(catalog.categories[0].guide, catalog) == ["### What it is\n\n> A **store**.", ""])
    #expect(catalog.keywords(of: CategoryID(0)).map(catalog.string) == ["SQL", "DB"])
    #expect(catalog.categories[6].guide.isEmpty)
    #expect(
      catalog.string(catalog.landscape.introduction.en)
        == "# Introduction\n\nWelcome to the *landscape*.\n\n## How to read\n\nFrom the top.\n\n*map*")
  }

  @Test func `a page shows the guide in its language, and strata's text where the guide has none`() throws {
    let (catalog, _) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], guide: Self.source("guide.yml", guide)))
    #expect(catalog.showsGuide(of: CategoryID(0), in: .en))
    #expect(!catalog.showsGuide(of: CategoryID(0), in: .zh))
    #expect(!catalog.showsGuide(of: CategoryID(1), in: .en))
    #expect(catalog.showsGuide(of: LayerID(0), in: .en))
    #expect(!catalog.showsGuide(of: LayerID(0), in: .zh))
    #expect(!catalog.showsGuide(of: LayerID(1), in: .zh))
  }

  @Test func `settings give the name, groups, order, features and rules`() throws {
    let (catalog, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], settings: Self.source("settings.yml", settings)))
    #expect(
      diagnostics.map { "\($0.kind): \($0.message)" + ($0.hint.map { " (\($0))" } ?? "") } == [
        "dangling-name: there is no layer called 'Nobody' (groups of the settings) "
          + "(write one that is there, or leave it out)",
        "dangling-name: there is no category called 'Golden' (categories of the settings) (did you mean 'Gold'?)",
      ])
    #expect(both(catalog.landscape.name, catalog) == ["TEST Landscape", "TEST 全景图"])
    #expect(catalog.string(catalog.landscape.foundation) == "TEST")
    #expect(catalog.string(catalog.landscape.homepage) == "https://landscape.example")
    #expect(catalog.string(catalog.landscape.introduction.en) == "A test.")
    #expect(catalog.groups.map { catalog.string($0.name.en) } == ["Projects", "All members"])
    #expect(catalog.groups.map { Array(catalog.layers(of: $0)) } == [[LayerID(0), LayerID(1)], [LayerID(2)]])
    #expect(
      catalog.categories(of: LayerID(2)).map { catalog.string(catalog[$0].name.en) } == ["Gold", "Silver", "Database"])
    #expect(
      catalog.features.map(\.subject) == [
        .maturity(1), .maturity(2), .category(try #require(catalog.categoryID(for: "gold"))),
      ])
    #expect(catalog.features.map { catalog.string($0.label) } == ["TEST Graduated", "", ""])
    let endUsers = catalog.tools.indices.filter { catalog.value(.endUser, of: ToolID($0)) != nil }
    #expect(endUsers.map { catalog.string(catalog.tools[$0].name) } == ["H"])
    let groups = catalog.tools.indices.map { catalog.value(.advisoryGroup, of: ToolID($0)) ?? "-" }
    #expect(groups == ["storage", "messaging", "-", "-", "-", "-"])
  }

  @Test func `in a folder guide, settings and quiz are known by their content`() throws {
    let files = [
      Self.source("c/games.yml", "quiz: []\n"), Self.source("c/guide.yml", guide), Self.source("c/landscape.yml", data),
      Self.source("c/settings.yml", "foundation: TEST\n"),
    ]
    let (catalog, diagnostics) = try Self.read2(Catalog.Input(files: files))
    #expect(diagnostics == [])
    #expect(!catalog.categories[0].guide.isEmpty)
    #expect(catalog.string(catalog.landscape.name.en) == "TEST Landscape")
  }

  @Test func `settings of the older format are said to be so in one line and left aside`() throws {
    let old = "global: {name: Old}\nbig_picture: {main: x}\nrelation: {values: []}\n"
    let (catalog, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], settings: Self.source("settings.yml", old)))
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(
      diagnostics.map(\.message) == ["settings of the older landscape format (before landscape2); left aside"])
    #expect(catalog.string(catalog.landscape.name.en) == "landscape.yml")
  }

  /// A guide or settings that are something else: the message and the hint; the data open all the same.
  @Test(arguments: [
    ("", "an empty file"), ("# nothing yet\n", "an empty file"),
    ("- a\n", "something else"), ("text", "something else"),
    ("layers: []\n", "a catalog"), ("a: b\n", "something else"),
    ("landscape: [{name: L, subcategories: [{name: C, items: []}]}]\n", "landscape2 data"),
  ])
  func `what is no guide and no settings is said to be so and left aside`(_ text: String, _ found: String) throws {
    let file = Self.source("landscape.yml", data)
    for input in [
      Catalog.Input(files: [file], guide: Self.source("other.yml", text)),
      Catalog.Input(files: [file], settings: Self.source("other.yml", text)),
    ] {
      let (catalog, diagnostics) = try Self.read2(input)
      #expect(catalog.tools.count == 6)
      let wanted = input.guide == nil ? "no settings" : "not a guide"
      let hint =
        input.guide == nil
        ? "settings have 'foundation: …', 'groups:' or 'featured_items:'"
        : "a guide has 'categories:', and in it '- category: …' with 'content: …'"
      let messages = diagnostics.filter { $0.place.source == "other.yml" }.map(\.message)
      #expect(messages == ["\(wanted), but \(found); left aside"])
      #expect(diagnostics.last?.hint == hint && diagnostics.last?.severity == .warning)
    }
  }

  @Test func `a guide in the place of settings and settings in that of a guide are told apart`() throws {
    let swapped = Catalog.Input(
      files: [Self.source("landscape.yml", data)], guide: Self.source("settings.yml", settings),
      settings: Self.source("guide.yml", guide))
    let (_, diagnostics) = try Self.read2(swapped)
    let messages = diagnostics.filter { $0.place.source != "landscape.yml" }.map(\.message)
    #expect(messages.sorted() == ["no settings, but a guide; left aside", "not a guide, but settings; left aside"])
  }

  @Test(arguments: ["categories: []\n", "categories:\n"])
  func `a guide without chapters yet is one`(_ text: String) throws {
    let (_, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], guide: Self.source("guide.yml", text)))
    #expect(diagnostics.allSatisfy { $0.place.source != "guide.yml" })
  }

  @Test func `in a folder an empty file or a list beside the data is left aside`() throws {
    let files = [Self.source("a.yml", ""), Self.source("landscape.yml", data), Self.source("list.yml", "- a\n")]
    let (catalog, diagnostics) = try Self.read2(Catalog.Input(files: files))
    #expect(catalog.tools.count == 6)
    let others = diagnostics.filter { $0.place.source != "landscape.yml" }
    #expect(others.map(\.place.source) == ["a.yml", "list.yml"])
    #expect(others.allSatisfy { $0.message == "neither a catalog nor a guide nor settings; left aside" })
  }

  @Test func `of two data files in a folder the usual one is taken`() throws {
    let files = [
      Self.source("c/a.yml", "landscape: [{name: A, subcategories: []}]\n"), Self.source("c/landscape.yml", data),
    ]
    let (catalog, diagnostics) = try Self.read2(Catalog.Input(files: files))
    #expect(catalog.layers.count == 3)
    #expect(
      diagnostics.map { "\($0.place.source): \($0.message)" } == [
        "c/a.yml: a second data file in one folder; 'c/landscape.yml' is taken, this one left aside"
      ])
    #expect(catalog.string(catalog.landscape.name.en) == "c")
  }

  @Test func `a guide or settings alone are no catalog`() {
    #expect(read(("guide.yml", guide)).diagnostics.map(\.kind) == ["no-catalog"])
    #expect(read(("settings.yml", settings)).diagnostics.map(\.kind) == ["no-catalog"])
  }

  @Test func `a guide and settings speak of the catalog that they come with, and groups of one name are one`() throws {
    let second =
      "landscape: [{name: Members, subcategories: [{name: Bronze, items: [{name: Z, homepage_url: https://z.example}]}]}]\n"
    let own =
      "foundation: OTHER\ngroups: [{name: All members, categories: [Members]}, {name: More, categories: [Platform]}]\n"
    let chapter =
      "categories: [{category: Members, content: About members., subcategories: [{subcategory: Bronze, content: Bronze.}]}]\n"
    let (catalog, diagnostics) = Catalog.read(
      [
        Catalog.Input(
          files: [Self.source("landscape.yml", data)], guide: Self.source("guide.yml", guide),
          settings: Self.source("settings.yml", settings)),
        Catalog.Input(
          files: [Self.source("second.yml", second)], guide: Self.source("chapter.yml", chapter),
          settings: Self.source("own.yml", own)),
      ], shipped: try Self.shipped)
    #expect(
      diagnostics.filter { $0.place.source == "own.yml" }.map(\.message) == [
        "there is no layer called 'Platform' (groups of the settings)"
      ])
    let whole = try #require(catalog)
    #expect(whole.tools.count == 7)
    #expect(whole.groups.map { whole.string($0.name.en) } == ["Projects", "All members", "More"])
    #expect(whole.groups.map { whole.layers(of: $0).count } == [2, 1, 0])
    let members = try #require(whole.layerID(for: "members"))
    #expect(whole.string(whole[members].guide.en) == "About members.")
    #expect(whole.string(whole[try #require(whole.categoryID(for: "bronze"))].guide.en) == "Bronze.")
    #expect(!whole.string(whole.landscape.introduction.en).contains("About apps."))
  }

  @Test func `what a guide says of nothing stays, and a name that is nearly one is told`() throws {
    let text = """
      categories:
        - {category: Platfrom, content: About platforms.}
        - category: Members
          content: One.
          subcategories:
            - {subcategory: Godl, content: About gold., keywords: [a, b]}
            - {subcategory: Silver, content: First., keywords: [c]}
            - {subcategory: Silver, content: Second., keywords: [d], subcategories: []}
            - {subcategory: Summary, content: The end., keywords: [e]}
        - {category: Members, content: Two., keywords: [f]}
      """
    let (catalog, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], guide: Self.source("guide.yml", text)))
    #expect(
      diagnostics.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") } == [
        "there is no layer called 'Platfrom' (guide) | did you mean 'PLATFORM'?",
        "there is no category called 'Godl' (guide) | did you mean 'Gold'?",
        "'subcategories' has no meaning here: it is a key of a layer itself | move 'subcategories' to the layer",
      ])
    let members = try #require(catalog.layerID(for: "members"))
    #expect(catalog.string(catalog[members].guide.en) == "One.\n\nTwo.\n\n## Godl\n\nAbout gold.\n\n*a*, *b*")
    #expect(catalog.string(catalog[members].guideRecap.en) == "## Summary\n\nThe end.\n\n*e*")
    #expect(catalog.keywords(of: members).map(catalog.string) == ["f"])
    let silver = try #require(catalog.categoryID(for: "silver"))
    #expect(catalog.string(catalog[silver].guide.en) == "First.\n\nSecond.")
    #expect(catalog.keywords(of: silver).map(catalog.string) == ["c", "d"])
    #expect(catalog.string(catalog.landscape.introduction.en) == "# Platfrom\n\nAbout platforms.")
  }

  @Test func `a tool is featured by its category or its maturity`() throws {
    let text = """
      foundation: F
      featured_items:
        - {field: maturity, options: [{value: graduated, order: 2, label: Top}, {value: incubating}]}
        - {field: subcategory, options: [{value: Gold, order: 1, label: Golden}]}
        - {field: color, options: [{value: blue}]}
      """
    let (catalog, _) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], settings: Self.source("settings.yml", text)))
    let features = FeatureIndex(catalog)
    let featured = catalog.tools.map { tool in
      features.feature(of: tool).map { "\($0.order.map(String.init) ?? "-") \(catalog.string($0.label))" } ?? ""
    }
    #expect(featured == ["2 Top", "- ", "", "", "1 Golden", "1 Golden"])
    #expect(ListReport.json(of: ToolID(0), in: catalog).contains(#""featured": {"order": 2, "label": "Top"}"#))
  }

  @Test func `rules hold for whole layers, and the first tag by its name is taken`() throws {
    let text = """
      foundation: F
      enduser: [{category: Members, subcategories: []}]
      tags:
        zeta: [{category: App Definition and Development}]
        alpha: [{category: App definition & Development, subcategories: [Database]}]
      """
    let (catalog, diagnostics) = try Self.read2(
      Catalog.Input(files: [Self.source("landscape.yml", data)], settings: Self.source("settings.yml", text)))
    #expect(diagnostics == [])
    let groups = catalog.tools.indices.map { catalog.value(.advisoryGroup, of: ToolID($0)) ?? "-" }
    #expect(groups == ["alpha", "messaging", "-", "-", "-", "-"])
    let users = catalog.tools.indices.map { catalog.value(.endUser, of: ToolID($0)) != nil }
    #expect(users == [false, false, false, true, false, true])
  }
}
