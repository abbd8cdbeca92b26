import Foundation
import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// strata's own catalog in small, and somebody else's landscape that it knows.
private let own = catalog(
  """
  landscape: {name: Own, layers: [runtime, provisioning]}
  layers:
    - id: runtime
      name: {en: Runtime, zh: 运行时层}
      summary: {en: Runs., zh: 运行。}
      recap: {en: Ran., zh: 运行过了。}
      categories:
        - id: container-runtime
          name: {en: Container Runtime, zh: 容器运行时}
          what: {en: What it is to us., zh: 我们说它是什么。}
          tools:
            - id: kong
              name: Kong
              aliases: [kong-gateway]
              homepage: https://konghq.com
              summary: {en: Our gateway., zh: 我们的网关。}
        - {id: storage, name: {en: Cloud Native Storage, zh: 云原生存储}, what: {en: Stores., zh: 存。}}
    - id: provisioning
      kind: column
      name: {en: Provisioning, zh: 供应层}
      categories: [{id: registry, name: {en: Container Registry, zh: 镜像仓库}, what: {en: Keeps., zh: 存放。}}]
  """)

private let landscape = """
  landscape:
    - name: Runtime
      subcategories:
        - name: Container Runtime
          items:
            - {name: Zeta, homepage_url: "https://zeta.io", logo: z.svg, project: graduated, description: Last by name.}
            - {name: Kong, homepage_url: "https://konghq.com", logo: k.svg, description: Their own words.}
            - {name: Alpha, homepage_url: "https://alpha.io", logo: a.svg, project: incubating}
        - name: Cloud Native Storage
          items: [{name: S, homepage_url: "https://s.io", logo: s.svg}]
    - name: Provisioning
      subcategories:
        - name: Container Registry
          items: [{name: R, homepage_url: "https://r.io", logo: r.svg, second_path: ["Runtime / Container Runtime"]}]
  """

private let guide = """
  categories:
    - category: Runtime
      keywords: [layer-word]
      content: "<p>The guide on the layer.</p>"
      subcategories:
        - subcategory: Container Runtime
          keywords: [word-a, word-b]
          content: "<p>The guide on the category.</p>"
        - subcategory: Summary
          content: "<p>The guide sums up.</p>"
  """

private let settings = """
  foundation: F
  featured_items:
    - field: maturity
      options: [{value: incubating, order: 1, label: F Incubating}, {value: graduated, order: 2, label: F Graduated}]
  groups:
    - {name: One, categories: [Runtime]}
    - {name: Two, categories: [Provisioning, Runtime]}
  """

private func foreign(guided: Bool = false, settled: Bool = false) throws -> Catalog {
  func source(_ name: String, _ text: String) -> Catalog.Source { Catalog.Source(name: name, bytes: Array(text.utf8)) }
  var input = Catalog.Input(files: [source("landscape.yml", landscape)])
  if guided { input.guide = source("guide.yml", guide) }
  if settled { input.settings = source("settings.yml", settings) }
  return try #require(Catalog.read([input], shipped: own).catalog)
}

/// What strata adds to somebody else's landscape stands apart; nothing that was read is lost.
@Suite struct ForeignTests {
  private let chinese = "文字来自 strata 自带的目录"

  @Test func `a tool's own words stand first, strata's beside them, marked`() throws {
    let kong = try screen("/kong<enter>", 120, 40, .zh, in: foreign())
    let theirs = try #require(kong.range(of: "Their own words."))
    let mark = try #require(kong.range(of: chinese))
    let ours = try #require(kong.range(of: "我们的网关。"))
    #expect(theirs.lowerBound < mark.lowerBound && mark.lowerBound < ours.lowerBound)
    #expect(kong.contains("别名（strata）  kong-gateway"))
    // Where the file speaks, nothing is added in its language.
    #expect(try !screen("/kong<enter>", 120, 40, .en, in: foreign()).contains("Our gateway."))
  }

  @Test func `previews mark it, and lists show the file's own words`() throws {
    let preview = try screen("/kong", 120, 40, .zh, in: foreign())
    #expect(preview.contains("Their own words."))
    #expect(preview.contains(chinese))
    #expect(preview.contains("我们的网关。"))
    let list = try screen("<right>", 200, 30, .zh, in: foreign())
    #expect(list.split(separator: "\n").contains { $0.contains("Kong") && $0.contains("Their own words.") })
  }

  @Test func `a category's texts are marked once, its name too`() throws {
    let page = try screen("<right><enter>", 100, 40, .zh, in: foreign())
    #expect(page.contains("Container Runtime  ·  名称来自 strata 自带的目录"))
    #expect(page.split(separator: "\n").count { $0.contains(chinese) } == 1)
    // The file's own guide comes below, in its language.
    let guided = try screen("<right><enter>", 100, 40, .zh, in: foreign(guided: true))
    let ours = try #require(guided.range(of: "我们说它是什么。"))
    let mark = try #require(guided.range(of: "文字来自这份目录自己的指南"))
    let theirs = try #require(guided.range(of: "The guide on the category."))
    #expect(ours.lowerBound < mark.lowerBound && mark.lowerBound < theirs.lowerBound)
    #expect(guided.contains("关键词：word-a、word-b"))
    let english = try screen("<right><enter>", 100, 40, .en, in: foreign(guided: true))
    #expect(english.contains("The guide on the category.") && !english.contains("What it is to us."))
  }

  @Test func `what a guide says behind the categories is a page of its layer, and on the layer's page`() throws {
    let catalog = try foreign(guided: true)
    let runtime = try #require(catalog.layerID(for: catalog.string(catalog.layers[0].id)))
    #expect(catalog.book.contains(.recap(runtime)))
    for language in Language.allCases {
      #expect(try screen("<enter>", 100, 50, language, in: catalog).contains("The guide sums up."), "\(language)")
      let reader = try explorer("3" + "nnn", 100, 50, language, in: catalog)
      #expect(reader.screen(100, 50).contains("The guide sums up."), "\(language)")
    }
    #expect(try screen("<enter>", 100, 50, .en, in: catalog).contains("Keywords: layer-word"))
  }

  @Test func `featured tools stand first in their order, and say as what`() throws {
    let catalog = try foreign(settled: true)
    let reader = try explorer("<right><right>", 120, 30, in: catalog)
    let category = try #require(reader.context.place.category)
    let names = reader.context.outline.tools(of: category).map { catalog.string(catalog[$0].name) }
    #expect(names == ["Alpha", "Zeta", "Kong", "R"])
    #expect(try screen("<right><right><enter>", 120, 40, in: catalog).contains("Featured as     F Incubating"))
    // On the map, too.
    let map = try screen("2", 80, 24, in: catalog)
    let alpha = try #require(map.range(of: "Alpha"))
    let zeta = try #require(map.range(of: "Zeta"))
    #expect(alpha.lowerBound < zeta.lowerBound)
    // A chosen order counts for more.
    let sorted = try explorer("<right><right>s2", 120, 30, in: catalog)
    #expect(
      sorted.context.outline.tools(of: category).map { catalog.string(catalog[$0].name) } == [
        "Alpha", "Kong", "R", "Zeta",
      ])
  }

  @Test func `a layer in several groups stands under each`() throws {
    let catalog = try foreign(settled: true)
    let rows = try screen("", 120, 20, in: catalog).split(separator: "\n").filter { $0.contains("│") }
      .map { $0.split(separator: "│", omittingEmptySubsequences: false)[0] }
    let runtime = rows.indices.filter { rows[$0].contains("Runtime") && !rows[$0].contains("›") }
    let two = try #require(rows.firstIndex { $0.contains("─ Two ─") })
    #expect(runtime.count == 2 && runtime[0] < two && runtime[1] > two)
    // One walks through all rows and back; what is counted is counted once.
    var reader = try explorer("", 120, 20, in: catalog)
    var walked: [String] = []
    for _ in 0..<3 {
      walked.append(reader.screen(120, 20).split(separator: "\n").last.map { String($0.suffix(12)) } ?? "")
      try reader.press("<down>")
    }
    #expect(walked.map { $0.drop { $0 != "l" } } == ["layer 1 of 3", "layer 2 of 3", "layer 3 of 3"])
    let statistics = Statistics(catalog, reader.context.outline)
    #expect(statistics.sections.first { $0.topic == .layers }?.rows.count == 2)
  }
}
