import Testing

@testable import StrataCatalog

/// One number for one question, whoever asks.
@Suite struct CountsTests {
  static let shelves = """
    landscape: {name: Counts, layers: [front, back]}
    layers:
      - {id: front, name: Front, categories: [{id: desk, name: Desk}]}
      - id: back
        name: Back
        categories:
          - id: shop
            name: Shop
            tools:
              - {id: one, name: One, also: [desk]}
              - {id: two, name: Two, also: [desk, yard, desk, shop]}
          - {id: yard, name: Yard, tools: [{id: three, name: Three}]}
    """

  /// The tools of a layer, by walking its shelves.
  private func walked(_ layer: LayerID, _ catalog: Catalog) -> (tools: Int, places: Int) {
    var tools: Set<ToolID> = []
    var places = 0
    for index in catalog.tools.indices {
      let shelves = catalog.shelves(of: ToolID(index)).filter { catalog[$0].layer == layer }
      if !shelves.isEmpty { tools.insert(ToolID(index)) }
      places += shelves.count
    }
    return (tools.count, places)
  }

  private func expectCounts(_ catalog: Catalog) {
    let stats = StatsReport(catalog)
    let lines = stats.text(in: .en) { $0.count }.split(separator: "\n").map(String.init)
    for layer in catalog.layerIDs {
      let (tools, places) = walked(layer, catalog)
      #expect(catalog.toolCount(of: layer) == tools)
      #expect(catalog.placeCount(of: layer) == places)
      let id = JSONText.quoted(catalog.string(catalog[layer].id))
      let line = stats.json.split(separator: "\n").first {
        $0.contains("{\"id\": \(id), ") && $0.contains("\"categories\"")
      }
      #expect(line?.contains("\"tools\": \(tools), \"places\": \(places)}") == true)
      let name = catalog.string(catalog[layer].name, in: .en)
      #expect(lines.contains { $0.hasPrefix(name) && $0.hasSuffix(" \(tools)") })
    }
    #expect(catalog.layerIDs.reduce(0) { $0 + catalog.placeCount(of: $1) } == catalog.placeCount)
    #expect(
      catalog.categories.indices.reduce(0) { $0 + catalog.toolCount(of: CategoryID($1)) } == catalog.placeCount)
    #expect(stats.json.contains("\"tools\": \(catalog.toolCount),\n  \"places\": \(catalog.placeCount),"))
  }

  @Test func `tools count once in a layer, places as often as there are`() throws {
    let catalog = try #require(read(("counts.yaml", Self.shelves)).catalog)
    #expect(catalog.layerIDs.map(catalog.toolCount(of:)) == [2, 3])
    #expect(catalog.layerIDs.map(catalog.placeCount(of:)) == [2, 4])
    #expect(catalog.toolCount == 3 && catalog.placeCount == 6)
    expectCounts(catalog)
    #expect(
      StatsReport(catalog).text(in: .en) { $0.count }
        .contains("A tool counts once in every layer and category that it stands in.\n"))
  }

  @Test func `the shipped catalog is counted alike everywhere`() throws {
    expectCounts(try #require(Catalog.read(sources: try Shipped.sources()).catalog))
  }

  @Test(.enabled(if: Shared.isThere), arguments: ["cncf", "cdf"])
  func `foundations' landscapes are counted alike everywhere`(_ name: String) throws {
    let source = try Shared.source("data/\(name)/landscape.yml")
    expectCounts(try #require(Catalog.read([Catalog.Input(files: [source])]).catalog))
  }
}
