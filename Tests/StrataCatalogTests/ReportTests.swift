import StrataCatalog
import StrataText
import Testing

@Suite struct ReportTests {
  private func catalog() throws -> Catalog {
    let text = """
      landscape: {name: L}
      layers:
        - id: runtime
          name: {en: Runtime, zh: 运行时层}
          categories:
            - id: storage
              name: Storage
              tools:
                - id: rook
                  name: Rook
                  summary: {en: "Old \\"x\\"\\e", zh: 旧}
                  homepage: https://rook.io
                  maturity: graduated
                  accepted: 2018-01-29
                  also: [empty]
                  tags: [ceph]
                  links: {blog: https://blog.rook.io}
                - id: longhorn-and-more
                  name: Longhorn
                  repository: https://github.com/longhorn
            - {id: empty, name: Empty}
      """
    return try #require(read(("team.yaml", text)).catalog)
  }

  private func joined(_ body: ((String) -> Void) -> Void) -> String {
    var text = ""
    body { text += $0 }
    return text
  }

  @Test func `lists tools in columns`() throws {
    let catalog = try catalog()
    #expect(
      joined { ListReport.text(catalog, catalog.toolIDs, in: .en, width: { $0.count }, to: $0) } == """
        rook               Rook      graduated  storage  Old "x"\u{1B}
        longhorn-and-more  Longhorn             storage

        """)
  }

  @Test func `lists tools as JSON with all that is known of them`() throws {
    let catalog = try catalog()
    #expect(
      joined { ListReport.json(catalog, catalog.toolIDs, to: $0) } == #"""
        [
          {"id": "rook", "name": "Rook", "layer": "runtime", "category": "storage", "layerName": {"en": "Runtime", "zh": "运行时层", "source": {"en": "file", "zh": "file"}}, "categoryName": {"en": "Storage", "source": {"en": "file"}}, "also": ["empty"], "kind": null, "shelves": [{"category": "storage", "kind": null}, {"category": "empty", "kind": null}], "maturity": "graduated", "homepage": "https://rook.io", "repository": "", "summary": {"en": "Old \"x\"\u001b", "zh": "旧", "source": {"en": "file", "zh": "file"}}, "accepted": "2018-01-29", "tags": ["ceph"], "links": [{"name": "blog", "url": "https://blog.rook.io"}], "lifecycle": {"status": "active"}, "licenseClass": "unknown"},
          {"id": "longhorn-and-more", "name": "Longhorn", "layer": "runtime", "category": "storage", "layerName": {"en": "Runtime", "zh": "运行时层", "source": {"en": "file", "zh": "file"}}, "categoryName": {"en": "Storage", "source": {"en": "file"}}, "also": [], "kind": null, "shelves": [{"category": "storage", "kind": null}], "maturity": "", "homepage": "", "repository": "https://github.com/longhorn", "summary": {}, "lifecycle": {"status": "active"}, "licenseClass": "unknown"}
        ]

        """#)
    let none = try #require(read(("none.yaml", "layers: []\n")).catalog)
    #expect(joined { ListReport.json(none, none.toolIDs, to: $0) } == "[]\n")
  }

  @Test func `counts as JSON`() throws {
    #expect(
      StatsReport(try catalog()).json == """
        {
          "layers": 1,
          "categories": 2,
          "tools": 2,
          "places": 3,
          "maturity": {"graduated": 1, "incubating": 0, "sandbox": 0, "archived": 0},
          "withoutMaturity": 1,
          "life": {"active": 2, "maintenance": 0, "deprecated": 0, "retired": 0},
          "licenseClass": {"open": 0, "source-available": 0, "proprietary": 0, "mixed": 0, "unknown": 2},
          "emptyCategories": 0,
          "also": {"tools": 1, "entries": 1, "dangling": 0},
          "groups": 0,
          "acceptedByYear": {"2018": 1},
          "byLayer": [
            {"id": "runtime", "name": {"en": "Runtime", "zh": "运行时层", "source": {"en": "file", "zh": "file"}}, "categories": 2, "tools": 2, "places": 3}
          ],
          "byCategory": [
            {"id": "storage", "name": {"en": "Storage", "source": {"en": "file"}}, "layer": "runtime", "tools": 2, "guests": 0},
            {"id": "empty", "name": {"en": "Empty", "source": {"en": "file"}}, "layer": "runtime", "tools": 1, "guests": 1}
          ]
        }

        """)
  }

  @Test func `a line feed in a name or a path makes no line`() throws {
    let text = "layers:\n  - {id: l, name: \"L\\n9 tools\", categories: [{id: c, name: C, key: 1}]}\n"
    let name = "a\nb.yaml:1:1: error: forged"
    let (catalog, diagnostics) = read((name, text))
    #expect(StatsReport(try #require(catalog)).text(in: .en) { $0.count }.contains("L\u{240A}9 tools"))
    for listsAll in [false, true] {
      let many = Array(repeating: diagnostics, count: listsAll ? 1 : 20).flatMap { $0 }
      let report = CheckReport(many, source: { _ in Array(text.utf8) }, columns: { _ in 1 }, listsAll: listsAll)
      #expect(!report.text.string.contains("\nb.yaml"))
      #expect(!report.github.string.contains("\nb.yaml"))
      #expect(!report.json.string.contains("\nb.yaml"))
    }
  }

  @Test func `counts as text`() throws {
    #expect(
      StatsReport(try catalog()).text(in: .en) { $0.count } == """
        layers                         1
        categories                     2
        tools                          2
        places                         3
          graduated                    1
          active                       2
          license unknown              2
        categories without tools       0
        tools with further categories  1
          entries                      1
          dangling                     0

        Runtime    2
          Storage  2
          Empty    1
        A tool counts once in every layer and category that it stands in.

        accepted in 2018  1

        """)
  }
}
