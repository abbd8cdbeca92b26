import Foundation
import StrataCatalog
import StrataYAML
import Testing

/// The landscapes of foundations as they are published.
@Suite(.enabled(if: Shared.isThere)) struct RealFilesTests {
  private func count(_ catalog: Catalog, _ maturity: String) -> Int {
    catalog.tools.indices.count { catalog.maturity(of: ToolID($0)) == maturity }
  }

  private func cncf() throws -> (catalog: Catalog, diagnostics: [Diagnostic]) {
    let (catalog, diagnostics) = Catalog.read(
      [
        Catalog.Input(
          files: [try Shared.source("data/cncf/landscape.yml")], guide: try Shared.source("data/cncf/guide.yml"),
          settings: try Shared.source("data/cncf/settings.yml"))
      ], scrutiny: .checking)
    return (try #require(catalog), diagnostics)
  }

  @Test func `counts the CNCF's landscape right`() throws {
    let (catalog, diagnostics) = try cncf()
    #expect(catalog.layers.count == 15)
    #expect(catalog.categories.count == 80)
    #expect(catalog.categories.count { $0.tools.isEmpty } == 3)
    #expect(catalog.tools.count == 2413)
    #expect(
      ["graduated", "incubating", "sandbox", "archived"].map { count(catalog, $0) } == [38, 38, 151, 28])
    #expect(catalog.maturities.count == 5)

    let also = catalog.tools.indices.map { catalog.values(.also, of: ToolID($0)).count }
    let dangling = diagnostics.filter { $0.kind == "dangling-path" }
    #expect(dangling.count == 3)
    // What is nearly a declared place is told, and taken as that.
    #expect(catalog.danglingPaths.isEmpty)
    #expect(also.reduce(0, +) == 119)
    #expect(also.count { $0 > 0 } == 108)

    #expect(!diagnostics.contains { $0.severity == .error })
    #expect(diagnostics.contains { $0.message == "unknown key 'documentation_ul' in an item's extra" })
    #expect(Set(catalog.tools.map { catalog.string($0.id) }).count == 2413)
  }

  @Test func `takes the CNCF's guide and settings along`() throws {
    let (catalog, _) = try cncf()
    #expect(catalog.string(catalog.landscape.name.en) == "CNCF Landscape")
    #expect(
      catalog.groups.map { catalog.string($0.name.en) } == [
        "Projects and products", "Members", "Certified partners and providers", "Serverless", "Wasm", "AI Native",
      ])
    let registry = try #require(catalog.categoryID(for: "container-registry"))
    #expect(catalog.string(catalog[registry].guide.en).hasPrefix("### What it is\n\nBefore diving into"))
    #expect(catalog.keywords(of: registry).map(catalog.string) == ["Container", "OCI Image", "Registry"])
    #expect(catalog.string(catalog.landscape.introduction.en).contains("\n\n## How to use this guide\n\n"))
  }

  @Test func `finds what a tool's entry says`() throws {
    let (catalog, _) = try cncf()
    let harbor = try #require(catalog.toolID(for: "harbor"))
    #expect(catalog.string(catalog[harbor].homepage) == "https://goharbor.io/")
    #expect(catalog.value(.accepted, of: harbor) == "2018-07-31")
    #expect(catalog.value(.graduated, of: harbor) == "2020-06-15")
    #expect(catalog.string(catalog[catalog[harbor].category].name.en) == "Container Registry")
    #expect(catalog.shelves(of: harbor).count == 1)
    let kubernetes = try #require(catalog.toolID(for: "kubernetes"))
    #expect(catalog.shelves(of: kubernetes).count == 3)
  }

  @Test func `reads the CD Foundation's data, and what was generated from it`() throws {
    for (path, tools) in [("data/cdf/landscape.yml", 102), ("data/cdf/processed_landscape.yml", 110)] {
      let source = try Shared.source(path)
      let (found, diagnostics) = Catalog.read([Catalog.Input(files: [source])])
      let catalog = try #require(found)
      #expect(catalog.layers.count == 8)
      #expect(catalog.categories.count == 19)
      #expect(catalog.tools.count == tools)
      #expect(!diagnostics.contains { $0.severity == .error })
    }
    let (found, _) = Catalog.read([Catalog.Input(files: [try Shared.source("data/cdf/processed_landscape.yml")])])
    let catalog = try #require(found)
    let argo = try #require(catalog.toolID(for: "argo"))
    #expect(catalog.value(.stars, of: argo) == "14960")
    #expect(catalog.value(.license, of: argo) == "Apache License 2.0")
    #expect(catalog.value(.language, of: argo) == "Go")
    #expect(catalog.value(.started, of: argo) == "2017-10-17")
  }

  @Test func `says that the CD Foundation's settings are of the older format`() throws {
    let (catalog, diagnostics) = Catalog.read([
      Catalog.Input(
        files: [try Shared.source("data/cdf/landscape.yml")],
        settings: try Shared.source("data/cdf/settings-v1.yml"))
    ])
    #expect(catalog != nil)
    #expect(diagnostics.filter { $0.kind == "old-settings" }.count == 1)
  }
}

/// The catalog that strata ships.
@Suite(.enabled(if: Shipped.isThere)) struct ShippedCatalogTests {
  @Test func `has no finding, however closely one looks`() throws {
    let sources = try Shipped.sources()
    let (catalog, diagnostics) = Catalog.read(
      [Catalog.Input(files: sources.map { Catalog.Source(name: $0.name, bytes: $0.bytes) })], scrutiny: .checking)
    #expect(diagnostics.filter { $0.kind != "unknown-tag" }.map { "\($0.place.source): \($0.message)" } == [])
    #expect(catalog != nil)
  }

  @Test func `has a text in both languages everywhere`() throws {
    let catalog = try #require(Catalog.read(sources: try Shipped.sources()).catalog)
    #expect(catalog.layers.count == 6)
    #expect(catalog.categories.count == 25)
    for category in catalog.categories {
      for text in [category.name, category.what, category.problem, category.solution, category.tooling] {
        #expect(text.has(.en) && text.has(.zh), "\(catalog.string(category.id))")
      }
    }
    for tool in catalog.tools {
      #expect(tool.summary.has(.en) && tool.summary.has(.zh), "\(catalog.string(tool.id))")
    }
  }
}
