import Foundation
import StrataCatalog
import StrataSearch
import StrataYAML

/// Reads a landscape, says what is wrong in it, counts its projects, and searches it:
///
///     swift run --package-path Examples ReadLandscape landscape.yml storage maturity:graduated
@main
struct ReadLandscape {
  static func main() throws {
    guard CommandLine.arguments.count > 1 else {
      print("usage: ReadLandscape FILE [WORD…]")
      exit(64)
    }
    let path = CommandLine.arguments[1]
    let bytes = Array(try Data(contentsOf: URL(filePath: path)))

    // A catalog, or nil with an error among the diagnostics; everything found, sorted by place.
    let source = Catalog.Source(name: path, bytes: bytes)
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])])
    for diagnostic in diagnostics.prefix(10) { print(diagnostic.message) }
    guard let catalog else { exit(3) }

    // Layers, categories and tools are named by index; a text becomes a string when it is asked for.
    for layer in catalog.layerIDs {
      print("\(catalog.string(catalog[layer].name, in: .en)): \(catalog.toolCount(of: layer)) tools")
    }

    // The query language of the screen, in slices: each `advance` takes a bounded time.
    let words = CommandLine.arguments.dropFirst(2).joined(separator: " ")
    guard !words.isEmpty else { return }
    var searcher = Searcher(catalog: catalog)
    searcher.search(Query(words))
    while searcher.advance(steps: 1 << 20) {}
    for case .tool(let tool) in searcher.hits(0..<10) {
      print("\(catalog.string(catalog[tool].name)): \(catalog.string(catalog[tool].summary, in: .en))")
    }
  }
}
