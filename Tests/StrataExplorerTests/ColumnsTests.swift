import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Columns take what their names need before anything is cut.
@Suite struct ColumnsTests {
  @Test(arguments: [80, 100, 140, 200], Language.allCases)
  func layersAndCategoriesAreWhole(columns: Int, language: Language) throws {
    for (name, catalog) in DoorTests.landscapes {
      for layer in catalog.layerIDs.prefix(4) {
        var reader = try explorer("", columns, 40, language, in: catalog)
        _ = reader.carryOut(.come(Place(.layer(layer), in: catalog)))
        reader.settle()
        let screen = reader.screen(columns, 40)
        let shown = [catalog[layer].name] + catalog.categories(of: layer).map { catalog[$0].name }
        for text in shown {
          let text = catalog.string(text, in: language)
          #expect(screen.contains(text), "\(name) at \(columns): \(text)")
        }
      }
    }
  }

  /// Where there is no room for all three, those one is among have theirs: the layers are cut.
  @Test func amongTheToolsTheirNamesAreWhole() throws {
    for columns in [90, 100, 110, 140] {
      let reader = try explorer("ll", columns, 30)
      let screen = reader.screen(columns, 30)
      let category = try #require(reader.context.place.category)
      for tool in reader.context.outline.tools(of: category).prefix(15) {
        #expect(screen.contains(reader.context.name(of: .tool(tool))), "\(columns)")
      }
    }
  }

  /// What short names of tools leave is the categories', beyond half the width.
  @Test func amongShortNamesTheCategoriesAreWhole() throws {
    let name = "Application Definition and Image Building"
    let landscape = catalog(
      """
      landscape: {name: A, layers: [a]}
      layers: [{id: a, name: A, categories: [{id: c, name: \(name), tools: [{id: t, name: Ant}, {id: u, name: Bee}]}]}]

      """)
    #expect(try screen("ll", 80, 24, in: landscape).contains(name))
  }

  /// At 140 and 200 columns there are words behind the names of tools.
  @Test(arguments: [140, 200], Language.allCases) func spareWidthGoesToSummaries(columns: Int, language: Language)
    throws
  {
    let screen = try screen("ll", columns, 40, language)
    let tool = try #require(shippedCatalog.toolID(for: "postgresql"))
    let summary = shippedCatalog.string(shippedCatalog[tool].summary, in: language)
    #expect(screen.contains("  " + summary.prefix(14)))
  }

  /// Two thirds of a large screen are not empty: so much of it has something on it, a word apart at most.
  @Test(arguments: ["", "l", "ll", "2", "4", "f", "/net"]) func aLargeScreenIsFilled(keys: String) throws {
    let rows = try screen(keys, 200, 60).split(separator: "\n", omittingEmptySubsequences: false)
    let filled = rows.reduce(0) { $0 + ($1.allSatisfy { $0 == " " } ? 0 : TextWidth.standard.columns(String($1))) }
    #expect(filled * 3 >= 200 * 60 * 2, "\(keys): \(filled * 100 / 12000) %")
  }

  @Test func aKeyStandsNearItsAction() throws {
    let row = try screen(":", 200, 40).split(separator: "\n")[3]
    #expect(row.count < 90)
  }

  /// Beside the mark of a hit stands its word.
  @Test(arguments: [80, 100, 200]) func aHitSaysItsMaturity(columns: Int) throws {
    let row = try screen("/envoy", columns, 24).split(separator: "\n").first { $0.contains("● Envoy") }
    #expect(try #require(row).contains("graduated"))
  }
}
