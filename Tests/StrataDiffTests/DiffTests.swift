import StrataCatalog
import Testing

@testable import StrataDiff

/// A small pair of landscapes that holds each kind of change.
@Suite struct DiffTests {
  private static let older = """
    landscape:
      - name: Runtime
        subcategories:
          - name: Storage
            items:
              - {name: Alpha, homepage_url: "https://alpha.io", project: sandbox, repo_url: "https://github.com/a/alpha"}
              - {name: Beta, homepage_url: "https://beta.io", project: incubating, license: MIT}
              - {name: Gamma, homepage_url: "https://gamma.io", description: Old words.}
              - {name: Delta, homepage_url: "https://delta.io", repo_url: "https://github.com/d/delta"}
              - {name: Gone, homepage_url: "https://gone.io"}
          - name: Network
            items:
              - {name: Old Name, homepage_url: "https://name.io", repo_url: "https://github.com/n/name"}
              - {name: Owned, homepage_url: "https://owned.io", organization: {name: One}}
              - {name: Retiring, homepage_url: "https://retiring.io", project: incubating}
              - {name: Linked, homepage_url: "https://linked.io"}
              - {name: Demoted, homepage_url: "https://demoted.io", project: graduated}
      - name: CNAI
        subcategories:
          - name: Serving
            items:
              - {name: One, homepage_url: "https://one.io"}
              - {name: Two, homepage_url: "https://two.io"}
          - name: Training
            items:
              - {name: Three, homepage_url: "https://three.io"}
    """

  private static let newer = """
    landscape:
      - name: Runtime
        subcategories:
          - name: Storage
            items:
              - {name: Alpha, homepage_url: "https://alpha.io", project: incubating, repo_url: "https://github.com/alpha/alpha", extra: {incubating: '2026-02-03'}}
              - {name: Beta, homepage_url: "https://beta.io", project: incubating, license: BUSL-1.1}
              - {name: Gamma, homepage_url: "https://gamma.io", description: New words., project: sandbox, extra: {accepted: '2026-03-04'}}
              - {name: Fresh, homepage_url: "https://fresh.io"}
              - {name: One, homepage_url: "https://one.io"}
          - name: Network
            items:
              - {name: Delta, homepage_url: "https://delta.io", repo_url: "https://github.com/d/delta"}
              - {name: New Name, homepage_url: "https://name.io", repo_url: "https://github.com/n/name"}
              - {name: Owned, homepage_url: "https://owned.io", organization: {name: Two}}
              - {name: Retiring, homepage_url: "https://retiring.io", project: archived, extra: {archived: '2026-01-02'}}
              - {name: Linked, homepage_url: "https://linked.io", twitter: "https://x.com/linked"}
              - {name: Demoted, homepage_url: "https://demoted.io", project: sandbox}
              - {name: Nearby, homepage_url: "https://nearby.io"}
      - name: Inference
        subcategories:
          - name: Models
            items:
              - {name: Two, homepage_url: "https://two.io"}
              - {name: Three, homepage_url: "https://three.io"}
    """

  private static func catalog(_ text: String) throws -> Catalog {
    let source = Catalog.Source(name: "landscape.yml", bytes: Array(text.utf8))
    return try #require(Catalog.read([Catalog.Input(files: [source])]).catalog)
  }

  private func comparison(stack: Set<String>? = nil) throws -> Comparison {
    Comparison(from: try Self.catalog(Self.older), to: try Self.catalog(Self.newer), in: .en, stack: stack)
  }

  @Test func `the last date of a catalog is that of its history`() throws {
    let texts = [
      Self.older, "layers: []\n",
      """
      layers:
        - id: a
          name: {en: A, zh: A}
          categories:
            - id: b
              name: {en: B, zh: B}
              tools:
                - {id: c, name: C, listed: 2024-05, accepted: 2023-01-02, lifecycle: {status: retired, date: 2025-11}}
                - {id: d, name: D, accepted: 2020-02-03, graduated: 2025-10-31, previousLicenses: [{license: MIT, until: 2025-12-01}]}
      """,
    ]
    for text in texts {
      let catalog = try #require(Catalog.read(sources: [(name: "data", bytes: Array(text.utf8))]).catalog)
      #expect(Comparison.lastDate(of: catalog) == Comparison.history(of: catalog, in: .en).first?.date ?? "")
    }
  }

  @Test func `each kind of change is told once, the gravest first`() throws {
    let report = DiffReport(try comparison())
    #expect(
      report.text() == """
        1 retired, 1 relicensed, 1 promoted, 1 accepted, 1 of another maturity, 1 renamed, 1 with a moved repository, \
        1 with another owner, 2 added, 1 removed, 4 moved, 1 with other texts

        Retired, archived, deprecated (1)
          Retiring  incubating → archived  2026-01-02

        License (1)
          Beta  MIT → BUSL-1.1

        Promoted (1)
          Alpha  sandbox → incubating  2026-02-03

        Accepted (1)
          Gamma  sandbox  2026-03-04

        Maturity (1)
          Demoted  graduated → sandbox

        Renamed (1)
          New Name  was Old Name

        Repository moved (1)
          Alpha  https://github.com/a/alpha → https://github.com/alpha/alpha

        Owner (1)
          Owned  One → Two

        New (2)
          Fresh   Storage
          Nearby  Network

        Removed (1)
          Gone  was in Storage

        Moved to another shelf (4)
          3 tools  CNAI → Runtime, Inference
          Delta    Storage → Network

        Texts (1)
          Gamma

        """)
  }

  /// A landscape of layers, each with its categories and their items by name.
  private static func landscape(_ layers: [(String, [(String, [String])])]) throws -> Catalog {
    var text = "landscape:\n"
    for (layer, categories) in layers {
      text += "  - name: \(layer)\n    subcategories:\n"
      for (category, items) in categories {
        text += "      - name: \(category)\n        items:\n"
        for item in items { text += "          - {name: \(item), homepage_url: 'https://\(item.lowercased()).io'}\n" }
      }
    }
    return try catalog(text)
  }

  private func moves(_ old: [(String, [(String, [String])])], _ new: [(String, [(String, [String])])]) throws
    -> [String]
  {
    let comparison = Comparison(from: try Self.landscape(old), to: try Self.landscape(new), in: .en)
    return comparison.changes.map { "\($0.kind) \($0.tools.map(\.name).joined(separator: " ")): \($0.old) → \($0.new)" }
  }

  @Test func `shelves that come under other layers with their names are moved, too`() throws {
    #expect(
      try moves(
        [("CNAI", [("Serving", ["One", "Two"]), ("Training", ["Three"])])],
        [("Inference", [("Serving", ["One", "Two"])]), ("Data", [("Training", ["Three"])])])
        == ["moved One Two Three: CNAI → Inference, Data"])
    #expect(
      try moves(
        [("A", [("X", ["One"]), ("Y", ["Two"])]), ("B", [])], [("A", [("Y", ["Two"])]), ("B", [("X", ["One"])])])
        == ["moved One: A / X → B / X"])
  }

  @Test func `a layer under another name moves nothing`() throws {
    #expect(
      try moves([("Run", [("X", ["One"]), ("Y", ["Two"])])], [("Runtime", [("X", ["One"]), ("Y", ["Two"])])]) == [])
    #expect(
      try moves([("Run", [("X", ["One"]), ("Y", ["Two"])])], [("Runtime", [("X", ["One"]), ("Z", ["Two"])])])
        == ["moved One Two: Run → Runtime"])
  }

  @Test func `an id that is made of a name twice there goes with the shelf`() throws {
    // The newcomer stands before the other of its name, and has its id now.
    #expect(
      try moves(
        [("B", [("Y", ["Same", "Other"])])], [("A", [("X", ["Same"])]), ("B", [("Y", ["Same", "Other"])])])
        == ["added Same:  → X"])
  }

  @Test func `links are told where all is asked for`() throws {
    let comparison = try comparison()
    #expect(!DiffReport(comparison).text().contains("Links"))
    #expect(
      DiffReport(comparison, listsAll: true).text()
        .hasSuffix("\nLinks (1)\n  Linked  + twitter https://x.com/linked\n"))
  }

  @Test func `of a stack only its own changes count, and what is new beside them`() throws {
    let report = DiffReport(try comparison(stack: ["owned", "retiring", "linked", "gone"]))
    #expect(
      report.text() == """
        3 of your 4 tools changed: 1 retired, 1 with another owner, 1 new on your shelves, 1 removed

        Retired, archived, deprecated (1)
          Retiring  incubating → archived  2026-01-02

        Owner (1)
          Owned  One → Two

        New on our shelves (1)
          Nearby  Network

        Removed (1)
          Gone  was in Storage

        """)
  }

  @Test func `nothing is nothing`() throws {
    let catalog = try Self.catalog(Self.older)
    let report = DiffReport(Comparison(from: catalog, to: catalog, in: .en), listsAll: true)
    #expect(report.changes == [])
    #expect(report.text() == "nothing changed\n")
    #expect(report.markdown == "**nothing changed**\n")
    #expect(report.json.contains(#""changes": []"#))
  }

  @Test func `a page and JSON say the same`() throws {
    let report = DiffReport(try comparison())
    #expect(report.markdown.contains("\n## License (1)\n\n- [Beta](<https://beta.io>): MIT → BUSL-1.1\n"))
    #expect(report.markdown.contains("- 3 tools: CNAI → Runtime, Inference\n  One, Two, Three\n"))
    #expect(
      report.json.contains(
        #"{"kind": "license", "tools": [{"id": "beta", "name": "Beta", "category": "Storage", "homepage": "https://beta.io"}], "old": "MIT", "new": "BUSL-1.1"}"#
      ))
    #expect(report.json.hasPrefix("{\n  \"counts\": {\"retired\": 1, \"license\": 1, "))
  }

  @Test func `the dates of one file tell what happened since a day`() throws {
    let text = """
      landscape: {name: L}
      layers:
        - id: l
          name: L
          categories:
            - id: c
              name: C
              tools:
                - {id: a, name: A, maturity: graduated, accepted: 2018-01-01, graduated: 2026-02-01}
                - {id: b, name: B, maturity: sandbox, accepted: 2026-01-15}
                - {id: c, name: C, maturity: archived, accepted: 2018-01-01, archived: 2026-01-20}
                - {id: d, name: D, license: BUSL-1.1, licenseClass: source-available, previousLicenses: [{license: MIT, until: 2026-01}]}
                - {id: e, name: E, listed: 2026-03}
                - {id: f, name: F, listed: 2025-12, lifecycle: {status: deprecated, date: 2025}}
                - {id: g, name: G, lifecycle: {status: retired, date: 2026}, replacedBy: [a]}
      """
    let catalog = try #require(Catalog.read(sources: [("team.yaml", Array(text.utf8))]).catalog)
    let changes = Comparison(since: "2026-01-10", in: catalog, .en).changes
    #expect(
      changes.map { "\($0.kind) \($0.tools.map(\.id).joined()) \($0.old)>\($0.new) \($0.date)" } == [
        "retired c >archived 2026-01-20", "retired g >retired, replaced by a 2026",
        "license d MIT>BUSL-1.1 2026-01", "promoted a >graduated 2026-02-01", "accepted b >sandbox 2026-01-15",
        "added e >C 2026-03",
      ])
  }

  @Test func `a tool is the same by id, another name, address, name, and never by what several have`() throws {
    func match(_ old: String, _ new: String) throws -> [String?] {
      func catalog(_ tools: String) throws -> Catalog {
        let text = "layers: [{id: l, name: L, categories: [{id: c, name: C, tools: [\(tools)]}]}]"
        return try #require(Catalog.read(sources: [("c.yaml", Array(text.utf8))]).catalog)
      }
      let (older, newer) = (try catalog(old), try catalog(new))
      return ToolMatch(older, newer).old.map { $0.map { older.string(older[$0].id) } }
    }
    #expect(try match("{id: a, name: A}", "{id: a, name: B}") == ["a"])
    #expect(try match("{id: a, name: A}", "{id: b, name: B, aliases: [A]}") == ["a"])
    #expect(try match("{id: a, name: A, aliases: [B]}", "{id: x, name: B}") == ["a"])
    #expect(
      try match("{id: a, name: A, homepage: 'https://a.io'}", "{id: b, name: B, homepage: 'http://www.a.io/'}") == ["a"]
    )
    #expect(
      try match(
        "{id: a, name: A, homepage: 'https://a.io'}",
        "{id: b, name: B, homepage: 'https://b.io', former: ['https://a.io']}")
        == ["a"])
    #expect(try match("{id: a, name: Same}", "{id: b, name: same}") == ["a"])
    // An id counts for more than a name.
    #expect(try match("{id: a, name: A}", "{id: b, name: A}, {id: a, name: B}") == [nil, "a"])
    // Two of one homepage are none of them.
    let two = "{id: a, name: A, homepage: 'https://x.io'}, {id: b, name: B, homepage: 'https://x.io'}"
    #expect(try match(two, "{id: d, name: D, homepage: 'https://x.io'}") == [nil])
  }
}
