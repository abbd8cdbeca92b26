import Foundation
import StrataCatalog
import StrataExplorer
import Testing

/// What the README promises.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func itShowsTheKeysAsTheyAre() {
    #expect(readme.contains(KeyMap.standard.markdown), "\(KeyMap.standard.markdown)")
  }

  @Test func itsCatalogIsReadWithoutAFinding() throws {
    let example = try #require(readme.split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    let (catalog, diagnostics) = Catalog.read(sources: [("example.yaml", Array(example.utf8))])
    #expect(diagnostics == [])
    #expect(catalog?.tools.count == 1)
  }
}
