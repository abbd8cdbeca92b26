import StrataCatalog
import StrataDiff
import Testing

/// What people do to a landscape2 file, one edit at a time: each comes out as one line, or as none.
@Suite struct LandscapeEditTests {
  struct Edit: CustomTestStringConvertible {
    var testDescription: String
    /// What is replaced, and by what.
    var steps: [(String, String)]
    /// `kind tools: old → new`
    var changes: [String]

    init(_ name: String, _ steps: [(String, String)], _ changes: [String]) {
      testDescription = name
      self.steps = steps
      self.changes = changes
    }
  }

  private static let landscape = """
    landscape:
      - category:
        name: Runtime
        subcategories:
          - subcategory:
            name: Storage
            items:
              - item:
                name: Alpha
                homepage_url: https://alpha.io
                repo_url: https://github.com/a/alpha
                logo: alpha.svg
                twitter: https://twitter.com/alpha
                crunchbase: https://www.crunchbase.com/organization/a
                project: incubating
                description: Words.
                extra:
                  lfx_slug: alpha
                  accepted: '2020-01-02'
                  incubating: '2021-01-02'
                  annual_review_date: '2022-02-02'
                  annual_review_url: https://reviews.io/alpha
                  summary_tags: storage, blocks
                  summary_personas: Operators
              - item:
                name: Beta
                homepage_url: https://beta.io
                logo: beta.svg
              - item:
                name: Gamma
                homepage_url: https://gamma.io
                logo: gamma.svg
          - subcategory:
            name: Network
            items:
              - item:
                name: Delta
                homepage_url: https://delta.io
                logo: delta.svg
      - category:
        name: Members
        subcategories: []

    """

  private static let beta =
    "          - item:\n            name: Beta\n            homepage_url: https://beta.io\n            logo: beta.svg\n"
  private static let delta =
    "          - item:\n            name: Delta\n            homepage_url: https://delta.io\n            logo: delta.svg\n"

  private static let edits = [
    Edit("a logo", [("alpha.svg", "alpha-2.svg"), ("beta.svg", "b.svg")], []),
    Edit(
      "the order of keys and items",
      [(beta, ""), ("        name: Storage\n        items:\n", "        name: Storage\n        items:\n" + beta)], []),
    Edit(
      "a date corrected", [("2020-01-02", "2020-01-03")],
      ["details Alpha: accepted 2020-01-02 → accepted 2020-01-03"]),
    Edit(
      "a project graduates, with its date",
      [
        ("project: incubating", "project: graduated"),
        ("incubating: '2021", "graduated: '2023-03-03'\n              incubating: '2021"),
      ],
      ["promoted Alpha: incubating → graduated"]),
    Edit(
      "a project is archived, with its date",
      [
        ("project: incubating", "project: archived"),
        ("incubating: '2021", "archived: '2023-03-03'\n              incubating: '2021"),
      ],
      ["retired Alpha: incubating → archived"]),
    Edit(
      "a repository goes to another organization", [("github.com/a/alpha", "github.com/alpha-io/alpha")],
      ["repository Alpha: https://github.com/a/alpha → https://github.com/alpha-io/alpha"]),
    Edit("a repository is written otherwise", [("https://github.com/a/alpha", "https://github.com/A/Alpha/")], []),
    Edit(
      "a second path",
      [("            logo: beta.svg", "            logo: beta.svg\n            second_path: [Runtime / Network]")],
      ["details Beta:  → also Network"]),
    Edit(
      "crunchbase and twitter", [("organization/a", "organization/b"), ("twitter.com", "x.com")],
      [
        "links Alpha: crunchbase https://www.crunchbase.com/organization/a, twitter https://twitter.com/alpha → "
          + "crunchbase https://www.crunchbase.com/organization/b, twitter https://x.com/alpha"
      ]),
    Edit(
      "a review", [("'2022-02-02'", "'2023-02-02'")],
      [
        "links Alpha: annual review 2022-02-02 https://reviews.io/alpha → annual review 2023-02-02 https://reviews.io/alpha"
      ]),
    Edit("a description", [("Words.", "Other words.")], ["text Alpha:  → "]),
    Edit("who it is for", [("Operators", "Developers")], ["text Alpha:  → "]),
    Edit("a tag", [("storage, blocks", "storage, files")], ["details Alpha: tag blocks → tag files"]),
    Edit("a name", [("name: Beta", "name: Beta NG")], ["renamed Beta NG: Beta → Beta NG"]),
    Edit(
      "a homepage", [("https://beta.io", "https://beta.dev")],
      ["links Beta: homepage https://beta.io → homepage https://beta.dev"]),
    Edit(
      "moved and renamed at once",
      [
        (beta, ""),
        (
          "name: Delta",
          "name: Beta NG\n            homepage_url: https://beta.io\n          - item:\n            name: Delta"
        ),
      ],
      ["renamed Beta NG: Beta → Beta NG", "moved Beta NG: Storage → Network"]),
    Edit(
      "a category split in several",
      [
        ("        name: Storage\n", "        name: Block Storage\n"),
        (beta, "      - subcategory:\n        name: Object Storage\n        items:\n" + beta),
        (
          "          - item:\n            name: Gamma",
          "      - subcategory:\n        name: File Storage\n        items:\n          - item:\n            name: Gamma"
        ),
      ],
      ["moved Alpha Beta Gamma: Storage → Block Storage, Object Storage, File Storage"]),
    Edit(
      "a category goes to another layer",
      [
        (
          "      - subcategory:\n        name: Network\n        items:\n" + delta
            + "  - category:\n    name: Members\n    subcategories: []\n",
          "  - category:\n    name: Members\n    subcategories:\n      - subcategory:\n        name: Network\n        items:\n"
            + delta
        )
      ],
      ["moved Delta: Runtime / Network → Members / Network"]),
    Edit("an item is gone", [(beta, "")], ["removed Beta: Storage → "]),
    Edit(
      "an item comes",
      [
        (
          "            name: Delta",
          "            name: New\n            homepage_url: https://new.io\n          - item:\n            name: Delta"
        )
      ], ["added New:  → Network"]),
  ]

  @Test(arguments: edits) func `an edit is told once`(_ edit: Edit) throws {
    var text = Self.landscape
    for (old, new) in edit.steps {
      try #require(text.contains(old), "\(old)")
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    func catalog(_ text: String) throws -> Catalog {
      let source = Catalog.Source(name: "landscape.yml", bytes: Array(text.utf8))
      return try #require(Catalog.read([Catalog.Input(files: [source])]).catalog)
    }
    let (older, newer) = (try catalog(Self.landscape), try catalog(text))
    let changes = Comparison(from: older, to: newer, in: .en).changes.map {
      "\($0.kind) \($0.tools.map(\.name).joined(separator: " ")): \($0.old) → \($0.new)"
    }
    #expect(changes == edit.changes)
    // Two files of one content are the same from both sides.
    #expect(Comparison(from: newer, to: newer, in: .en).changes.isEmpty)
    #expect(Comparison(from: newer, to: older, in: .en).changes.isEmpty == edit.changes.isEmpty)
  }
}
