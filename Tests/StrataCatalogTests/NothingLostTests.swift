import StrataYAML
import Testing

@testable import StrataCatalog

/// What a file says is read, or told.
@Suite struct NothingLostTests {
  private func landscape(
    _ lines: String..., scrutiny: Catalog.Scrutiny = .opening
  ) -> (catalog: Catalog?, findings: [String]) {
    let text =
      "landscape:\n  - name: L\n    subcategories:\n      - name: C\n        items:\n          - name: T\n"
      + "            homepage_url: https://t.io\n            logo: t.svg\n"
      + lines.map { "            \($0)\n" }.joined()
    let source = Catalog.Source(name: "landscape.yml", bytes: Array(text.utf8))
    let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: scrutiny)
    return (catalog, diagnostics.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") })
  }

  private func links(_ catalog: Catalog?) -> [String] {
    guard let catalog else { return [] }
    return catalog.fields(of: ToolID(0)).filter { $0.key == .link }
      .map { "\(catalog.string($0.label)) \(catalog.string($0.value))" }
  }

  @Test func `keys in the wrong place are told, and their addresses read`() {
    let (catalog, findings) = landscape(
      "accepted: 2020-01-01", "documentation_url: https://t.io/docs", "website: https://t.io/site", "extra:",
      "  project: sandbox", "  twitter: https://twitter.com/t", "  repo_url: https://github.com/t/t", "  homepage: x",
      scrutiny: .checking)
    #expect(
      links(catalog) == [
        "documentation https://t.io/docs", "website https://t.io/site", "twitter https://twitter.com/t",
        "repo https://github.com/t/t",
      ])
    #expect(
      findings == [
        "'accepted' has no meaning here: it belongs under the item's 'extra' | move 'accepted' to the item's extra",
        "'documentation_url' has no meaning here: it belongs under the item's 'extra' | "
          + "move 'documentation_url' to the item's extra",
        "unknown key 'website' in an item",
        "'project' has no meaning here: it is a key of an item itself | move 'project' to the item",
        "'twitter' has no meaning here: it is a key of an item itself | move 'twitter' to the item",
        "'repo_url' has no meaning here: it is a key of an item itself | move 'repo_url' to the item",
        "unknown key 'homepage' in an item's extra",
      ])
  }

  @Test func `slips in keys are told, and their addresses read`() {
    let (catalog, findings) = landscape(
      "rep_url: https://github.com/t/t", "licence: https://t.io/license", "extra: {documentation_ur: https://t.io/docs}"
    )
    #expect(
      links(catalog) == [
        "rep https://github.com/t/t", "licence https://t.io/license", "documentation ur https://t.io/docs",
      ])
    #expect(
      findings == [
        "unknown key 'rep_url' in an item | did you mean 'repo_url'?",
        "unknown key 'licence' in an item | did you mean 'license'?",
        "unknown key 'documentation_ur' in an item's extra | did you mean 'documentation_url'?",
      ])
  }

  @Test func `values that a comment cuts are told`() {
    let mend = "put the value in quotes, or a space behind the '#' of a comment"
    let (_, findings) = landscape(
      "description: The #1 choice", "license: MIT # as the file says", "project: # none", "extra:",
      "  chat_channel: #boxrun", "  summary_use_case: Packs issue #12 away", "  summary_tags: 'a, #b'",
      "  summary_personas: C# folk", "  summary_release_rate: twice ## or so", scrutiny: .checking)
    #expect(
      findings == [
        "the value of 'description' ends before '#1 choice', which is read as a comment | \(mend)",
        "the value of 'chat_channel' ends before '#boxrun', which is read as a comment | \(mend)",
        "the value of 'summary_use_case' ends before '#12 away', which is read as a comment | \(mend)",
      ])
  }

  @Test(arguments: ["true", "boxes", "{}x"]) func `a landscape that is no list is told once`(_ value: String) {
    for scrutiny in [Catalog.Scrutiny.opening, .checking] {
      let source = Catalog.Source(name: "landscape.yml", bytes: Array("landscape: '\(value)'\n".utf8))
      let (catalog, diagnostics) = Catalog.read([Catalog.Input(files: [source])], scrutiny: scrutiny)
      #expect(catalog == nil)
      #expect(diagnostics.map(\.severity) == [.error])
      #expect(diagnostics.map(\.message) == ["'landscape' of the landscape must be a list, not a text"])
    }
  }

  @Test(arguments: [
    "landscape:\n", "landscape: []\n", "categories: []\n",
    "landscape: [{name: L, subcategories: [{name: C, items: []}]}]\n",
  ])
  func `a landscape2 file without one item does not open`(_ text: String) {
    let (catalog, diagnostics) = read(("landscape.yml", text))
    #expect(catalog == nil)
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == ["there is no item in this landscape2 file"])
  }

  @Test func `a layer and a category of one name twice keep their items`() throws {
    let text = """
      landscape:
        - {name: R, subcategories: [{name: C, items: [{name: A, homepage_url: "https://a.io", second_path: [R / C]}]}]}
        - {name: r, subcategories: [{name: C, items: [{name: B, homepage_url: "https://b.io"}]}, {name: C, items: []}]}
      """
    let catalog = try #require(read(("landscape.yml", text)).catalog)
    #expect(catalog.layers.map { catalog.string($0.id) } == ["r", "r-2"])
    #expect(catalog.categories.map { catalog.string($0.id) } == ["c", "c-r", "c-r-2"])
    #expect(catalog.categories.indices.map { catalog.toolCount(of: CategoryID($0)) } == [1, 1, 0])
  }

  /// Every row of every tool stands in the tool's JSON, its label, too.
  private func expectAllInJSON(_ catalog: Catalog) -> Set<Field.Key> {
    var keys: Set<Field.Key> = []
    for index in catalog.tools.indices {
      let tool = ToolID(index)
      let json = ListReport.json(of: tool, in: catalog)
      for text in [catalog[tool].name, catalog[tool].homepage, catalog[tool].repository, catalog[tool].summary.en]
      where !text.isEmpty {
        #expect(json.contains(JSONText.quoted(catalog.string(text))))
      }
      for field in catalog.fields(of: tool) {
        keys.insert(field.key)
        let value = catalog.string(field.value)
        let isFlag = value == "true"
        let isNumber = Int(value) != nil && json.contains(": \(value)")
        let isThere = isFlag || isNumber || json.contains(JSONText.quoted(value))
        #expect(isThere, "\(field.key) \(value) of \(catalog.string(catalog[tool].id))")
        let label = catalog.string(field.label)
        // The kind on a further shelf stands in the shelves; a project's name where it is no tool.
        if !label.isEmpty, field.key != .partOf {
          #expect(json.contains(JSONText.quoted(label)), "\(field.key) \(label)")
        }
      }
    }
    return keys
  }

  @Test func `every field of a tool stands in its JSON`() throws {
    let native = """
      landscape: {name: N, tags: [{id: x, name: X}]}
      layers:
        - id: l
          name: L
          categories:
            - id: c
              name: C
              kinds: [{id: k, name: K}]
              facts: [{id: f, name: F}]
              tools:
                - id: t
                  name: T
                  kind: k
                  aliases: [one, two]
                  keywords: [word, {zh: 词}]
                  summary: {en: S., zh: 概。}
                  homepage: https://t.io
                  repository: https://github.com/t/t
                  former: [https://old.io, https://older.io]
                  license: MIT
                  licenseClass: open
                  previousLicenses: [{license: BSL-1.0, until: 2020-01-02}]
                  organization: Org
                  partOf: u
                  language: Go
                  delivery: [library, managed]
                  since: 2015
                  listed: 2016-03
                  maturity: graduated
                  accepted: 2016-03-04
                  incubating: 2017-03-04
                  graduated: 2018-03-04
                  lifecycle: {status: maintenance, date: 2021-05, note: {en: Slow., zh: 慢。}}
                  also: [{category: d, kind: m}]
                  replacedBy: [u]
                  replaces: [v]
                  tags: [x]
                  links: {documentation: https://t.io/docs}
                  facts: {f: {en: fast, zh: 快}}
                  pickWhen: {en: Now., zh: 现在。}
                - {id: u, name: U}
                - {id: v, name: V, maturity: archived, archived: 2022-01-01}
            - {id: d, name: D, kinds: [{id: m, name: M}]}
      """
    let (first, found) = read(("team.yaml", native))
    #expect(found.map(\.message) == [])
    var keys = expectAllInJSON(try #require(first))
    let (second, _) = landscape(
      "joined: 2020-01-02", "enduser: true", "open_source: true", "extra:", "  annual_review_date: 2021-01-02",
      "  annual_review_url: https://t.io/review", "  specification: true", "  summary_use_case: Use.",
      "  summary_business_use_case: Business.", "  summary_integration: One", "  summary_integrations: Two, three",
      "  summary_personas: SREs", "  summary_release_rate: Monthly", "  tag: [app-delivery, runtime]",
      "  chat_channel: '#t'", "  training_type: online", "  training_certifications: capa",
      "  annotations: {sponsor: Someone}", "  audits: [{type: fuzzing, url: https://t.io/audit}]",
      "github_data: {stars: 12, contributors_count: 3, latest_commit_date: '2024-08-22', release_date: '2024-05-20'}",
      "github_start_commit_data: {start_date: '2019-02-21'}")
    keys.formUnion(expectAllInJSON(try #require(second)))
    #expect(Set(Field.Key.allCases).subtracting(keys) == [])
  }

  @Test(.enabled(if: Shared.isThere)) func `every field of the CNCF's tools stands in their JSON`() throws {
    let source = try Shared.source("data/cncf/landscape.yml")
    _ = expectAllInJSON(try #require(Catalog.read([Catalog.Input(files: [source])]).catalog))
  }
}
