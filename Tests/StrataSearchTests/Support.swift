import Foundation
import StrataCatalog
import Testing

@testable import StrataSearch

/// A catalog read from YAML.
func catalog(_ yaml: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Catalog {
  let (catalog, diagnostics) = Catalog.read(sources: [("test.yaml", Array(yaml.utf8))])
  return try #require(catalog, "\(diagnostics)", sourceLocation: sourceLocation)
}

/// A catalog of one category with these tools, each given as the lines of its YAML after the id.
func catalog(tools: [String]) throws -> Catalog {
  let items = tools.enumerated().map { number, lines in
    (["id: t\(number)"] + lines.split(separator: "\n").map(String.init)).enumerated()
      .map { "          \($0 == 0 ? "- " : "  ")\($1)" }.joined(separator: "\n")
  }
  return try catalog(
    """
    layers:
      - id: only
        name: Layer
        categories:
          - id: shelf
            name: Shelf
            tools:
    \(items.joined(separator: "\n"))
    """)
}

extension Searcher {
  /// All hits of a query, best first, after all work is done.
  mutating func all(_ text: String, steps: Int = 1 << 16) -> [Subject] {
    search(Query(text))
    while advance(steps: steps) {}
    return hits(0..<total)
  }
}

extension Catalog {
  /// The English name of a subject.
  func name(_ subject: Subject) -> String {
    switch subject {
    case .layer(let id): string(self[id].name, in: .en)
    case .category(let id): string(self[id].name, in: .en)
    case .tool(let id): string(self[id].name)
    }
  }

  /// The names of all hits of a query, best first.
  func names(_ query: String) -> [String] {
    var searcher = Searcher(catalog: self)
    return searcher.all(query).map(name)
  }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// The package's own files and those beside it.
enum Files {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let shipped = package.appending(path: "Resources/catalog")
  static let shared = package.deletingLastPathComponent().appending(path: "shared")

  /// The catalog that strata ships.
  static func shippedCatalog() throws -> Catalog {
    let files = try FileManager.default.contentsOfDirectory(at: shipped, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yaml" }.sorted { $0.path < $1.path }
    let (catalog, diagnostics) = Catalog.read(
      sources: try files.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) })
    return try #require(catalog, "\(diagnostics)")
  }
}
