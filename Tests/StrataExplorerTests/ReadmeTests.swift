import Foundation
import StrataCatalog
import StrataExplorer
import Testing

/// What the README promises, in both languages.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What of a document is the same in every language.
  private struct Bones: Equatable {
    var headings: [Int] = []
    /// Without their comments.
    var blocks: [String] = []
    var links: [String] = []
    var tableRows = 0
    var listItems = 0
    var code: Set<String> = []

    init(_ text: String) {
      var block: [String]?
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("```") {
          if let lines = block { blocks.append(lines.joined(separator: "\n")) }
          block = block == nil ? [] : nil
        } else if block != nil {
          let comment = line.firstRange(of: /\s+# .*/)?.lowerBound ?? line.endIndex
          block?.append(String(line[..<comment]))
        } else {
          if line.hasPrefix("#") { headings.append(line.prefix { $0 == "#" }.count) }
          if line.hasPrefix("|") { tableRows += 1 }
          if line.firstMatch(of: #/^(\d+\.|-) /#) != nil { listItems += 1 }
          for match in line.matches(of: /\]\(([^)]*)\)/) where !match.1.hasPrefix("README") {
            links.append(String(match.1))
          }
        }
      }
      links.sort()
      // A span of code goes over no line's end here.
      let prose = text.replacing(/```[^`]*```/, with: "")
      for match in prose.matches(of: /`([^`]+)`/) { code.insert(String(match.1)) }
    }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: name), encoding: .utf8)
  }

  @Test func bothLanguagesSayTheSame() throws {
    let english = Bones(try text("README.md"))
    let chinese = Bones(try text("README.zh.md"))
    #expect(english.headings.count > 8 && english.blocks.count > 4)
    #expect(english.headings == chinese.headings)
    #expect(english.blocks == chinese.blocks)
    #expect(english.links == chinese.links)
    #expect(english.tableRows == chinese.tableRows && english.listItems == chinese.listItems)
    #expect(english.code.symmetricDifference(chinese.code).sorted() == [])
  }

  /// Files that documents lead to are there.
  @Test func everyLinkLeadsToAFile() throws {
    let folder = Self.root.appending(path: "docs")
    let documents = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    let names =
      ["README.md", "README.zh.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md", "Examples/README.md"]
      + documents.map { "docs/\($0)" }
    for name in names {
      let place = Self.root.appending(path: name).deletingLastPathComponent()
      for link in Bones(try text(name)).links where !link.contains("://") && !link.hasPrefix("#") {
        let path = place.appending(path: String(link.prefix { $0 != "#" })).path
        #expect(FileManager.default.fileExists(atPath: path), "\(name): \(link)")
      }
    }
  }

  @Test func itsKeysAreThoseThereAre() throws {
    let rows = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("| `") && !$0.hasPrefix("| `--") }
    let known = Set(KeyMap.standard.tableRows.flatMap(\.keys))
    #expect(rows.count > 5)
    for row in rows {
      let cell = row.split(separator: "|")[0]
      for key in cell.matches(of: /`([^`]+)`/) { #expect(known.contains(String(key.1)), "\(key.1)") }
    }
  }

  @Test func itsCatalogIsReadWithoutAFinding() throws {
    let example = try #require(
      try text("README.md").split(separator: "```yaml\n").dropFirst().first?.split(separator: "```").first)
    let (catalog, diagnostics) = Catalog.read(sources: [("example.yaml", Array(example.utf8))])
    #expect(diagnostics == [])
    #expect(catalog?.tools.count == 1)
  }
}
