import StrataCatalog
import Testing

@testable import StrataSearch

/// A landscape2 file has no words for what people need; strata's own catalog has, and knows some of the file's tools.
@Suite("What strata's own catalog calls things is found in a landscape2 file")
struct BackgroundTests {
  static let file = """
    landscape:
      - category:
        name: Observability
        subcategories:
          - subcategory:
            name: Observability
            items:
              - {item: , name: Other, homepage_url: "https://other.example/", description: logs, logo: a.svg}
              - {item: , name: Forwarder, homepage_url: "https://fluentbit.example/", logo: a.svg}
              - {item: , name: Loki, homepage_url: "https://loki.example/", repo_url: "https://github.com/grafana/loki", logo: a.svg}
              - {item: , name: Fluent Bit, homepage_url: "https://elsewhere.example/", logo: a.svg}
    """

  static let own = """
    landscape: {name: Own}
    layers:
      - id: analysis
        name: Analysis
        categories:
          - id: logging
            name: Logging
            aliases: [log aggregation]
            kinds: [{id: collector, name: Collectors, aliases: [log shipper]}, {id: store, name: Stores}]
            tools:
              - {id: fluent-bit, name: Fluent Bit, kind: collector, homepage: "https://fluentbit.example"}
              - {id: loki, name: Loki, kind: store, repository: "https://github.com/grafana/loki"}
              - {id: absent, name: Absent, kind: store, homepage: "https://absent.example"}
    """

  @Test(
    "by the addresses of tools, not by their names",
    arguments: [
      ("log aggregation", ["Forwarder", "Loki"]), ("ship logs", ["Forwarder"]), ("log shippers for k8s", ["Forwarder"]),
      ("observability", ["Observability", "Observability", "Other", "Forwarder", "Loki", "Fluent Bit"]),
      ("logs", ["Other"]), ("nothing", []),
    ] as [(String, [String])])
  func needs(query: String, expected: [String]) throws {
    let input = Catalog.Input(files: [Catalog.Source(name: "landscape.yml", bytes: Array(Self.file.utf8))])
    let (read, diagnostics) = Catalog.read([input], shipped: try catalog(Self.own))
    let joined = try #require(read, "\(diagnostics)")
    #expect(joined.names(query).sorted() == expected.sorted())
    #expect(joined.names(query).first == expected.first)
    // Without it the words are nowhere.
    let alone = try #require(
      Catalog.read([Catalog.Input(files: [Catalog.Source(name: "a.yml", bytes: Array(Self.file.utf8))])]).catalog)
    if query.contains("log "), query.contains("ag") { #expect(alone.names(query) == []) }
  }
}
