import Foundation
import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText
import Testing

@testable import StrataExplorer

/// One question, one number, through whichever door one asks.
@Suite struct DoorTests {
  /// Three landscapes: a small one with tools on several shelves, the shipped one, and a real one where it is at hand.
  static let landscapes: [(name: String, catalog: Catalog)] = {
    var all = [("small", shelves), ("shipped", shippedCatalog)]
    let file = URL(filePath: #filePath).appending(path: "../../../../shared/data/cncf/landscape.yml").standardized
    if let bytes = try? Data(contentsOf: file) {
      all.append(("real", StrataExplorerTests.catalog([("landscape.yml", Array(bytes))])))
    } else {
      print("skipped: the real landscape is not at hand")
    }
    return all
  }()

  static let shelves = StrataExplorerTests.catalog(
    """
    landscape: {name: Counts, layers: [front, back]}
    layers:
      - {id: front, name: Front, categories: [{id: desk, name: Desk, tools: [{id: zero, name: Zero, license: MIT}]}]}
      - id: back
        name: Back
        categories:
          - id: shop
            name: Shop
            tools:
              - {id: one, name: One, also: [desk], license: MIT}
              - {id: two, name: Two, also: [desk, yard]}
          - {id: yard, name: Yard, tools: [{id: three, name: Three, also: [shop]}]}
    """)

  @Test(arguments: landscapes.indices) func `each layer and category has one number of tools`(index: Int) throws {
    let catalog = Self.landscapes[index].catalog
    let reader = try explorer("f", 100, 30, in: catalog)
    let outline = reader.context.outline
    let statistics = Statistics(catalog, outline)
    let facets = try #require(reader.work.facets)
    let stats = try JSONSerialization.jsonObject(with: Data(StatsReport(catalog).json.utf8)) as? [String: Any]
    func row(_ list: String, _ id: String) -> [String: Any]? {
      (stats?[list] as? [[String: Any]])?.first { $0["id"] as? String == id }
    }
    func found(_ facet: Facet, _ id: String) -> Int {
      var searcher = Searcher(catalog: catalog)
      searcher.search(Query("is:tool").setting(facet, to: [id]))
      while searcher.advance(steps: .max / 8) {}
      return searcher.total
    }
    func counted(_ topic: Statistics.Topic, _ subject: Subject) -> Int? {
      statistics.sections.first { $0.topic == topic }?.rows.first { $0.name == .subject(subject) }?.count
    }
    for layer in catalog.layerIDs {
      let id = catalog.string(catalog[layer].id)
      let count = catalog.toolCount(of: layer)
      var filtered = reader
      try filtered.press("<esc>")
      filtered.change(ListQuery(query: Query("").setting(.layer, to: [id])))
      let answers: [String: Int?] = [
        "browse": outline.count(of: layer), "statistics": counted(.layers, .layer(layer)),
        "facets": facets.entries(of: .layer).first { $0.value == id }?.count ?? 0, "search": found(.layer, id),
        "stats": row("byLayer", id)?["tools"] as? Int, "filter": filtered.context.outline.toolCount,
        "filtered": filtered.context.outline.count(of: layer),
      ]
      for (door, answer) in answers { #expect(answer == count, "\(id) through \(door)") }
      #expect(outline.placeCount(of: layer) == row("byLayer", id)?["places"] as? Int)
    }
    for index in catalog.categories.indices {
      let category = CategoryID(index)
      let id = catalog.string(catalog[category].id)
      let count = catalog.toolCount(of: category)
      #expect(outline.count(of: category) == count)
      #expect(counted(.categories, .category(category)) == count)
      #expect(row("byCategory", id)?["tools"] as? Int == count)
      if index % 7 == 0 { #expect(found(.category, id) == count, "\(id)") }
    }
    #expect(statistics.tools == catalog.toolCount && statistics.places == catalog.placeCount)
    #expect(stats?["tools"] as? Int == catalog.toolCount && stats?["places"] as? Int == catalog.placeCount)
  }

  @Test func `where the sum of places is more than the tools, the screen says so`() throws {
    let statistics = try screen("4", 120, 40, in: Self.shelves)
    #expect(statistics.contains("4 tools  ·  8 places  ·  3 categories"))
    #expect(statistics.contains("6 in all, as some of 4 tools stand in several"))
    #expect(statistics.contains("8 in all, as some of 4 tools stand in several"))
    // On a layer's page, and in its preview.
    #expect(try screen("<down><enter>", 100, 24, in: Self.shelves).contains("3 tools in 5 places"))
    #expect(try screen("<down>", 100, 24, in: Self.shelves).contains("3 tools in 5 places"))
    #expect(try screen("<down>", 100, 24, .zh, in: Self.shelves).contains("3 个工具，5 个位置"))
    // The filter panel over categories, and the map.
    #expect(try screen("f<down>", 120, 24, in: Self.shelves).contains("8 in all, as some of 4 tools stand in several"))
    #expect(try screen("2", 120, 24, in: Self.shelves).contains("4 tools in 8 places"))
    // Where they are as many nothing is said.
    #expect(
      try !screen(
        "4", 120, 40,
        in: catalog(
          "landscape: {name: A, layers: [a]}\nlayers: [{id: a, name: A, categories: [{id: c, name: C, tools: [{id: t, name: T}]}]}]\n"
        )
      ).contains("in all"))
  }

  @Test func `a filter counts each tool once in a layer`() throws {
    var reader = try explorer("", 100, 24, in: Self.shelves)
    reader.change(ListQuery(query: Query("license:MIT")))
    reader.settle()
    #expect(Self.shelves.layerIDs.map(reader.context.outline.count(of:)) == [2, 1])
    #expect(Self.shelves.layerIDs.map(reader.context.outline.placeCount(of:)) == [2, 1])
    reader.change(ListQuery(query: Query("!license:MIT")))
    #expect(Self.shelves.layerIDs.map(reader.context.outline.count(of:)) == [1, 2])
    #expect(Self.shelves.layerIDs.map(reader.context.outline.placeCount(of:)) == [1, 4])
  }
}
