import StrataCatalog
import StrataYAML
import Testing

/// A landscape2 file with every key that strata has a use for, and some it has none for.
private let whole = """
  landscape:
    - category:
      name: Platform & Tools
      subcategories:
        - subcategory:
          name: Certified / Hosted
          items:
            - item:
              name: Argo (member)
              description: >-
                Folded
                text.
              homepage_url: https://argo.example
              repo_url: https://github.com/argoproj/argo-cd
              additional_repos:
                - repo_url: https://github.com/argoproj/rollouts
                  branch: main
                - {repo_url: https://github.com/argoproj/events, repo_name: events}
              project: Emeritus
              license: Apache License 2.0
              logo: argo.svg
              crunchbase: https://www.crunchbase.com/organization/cncf
              twitter: https://twitter.com/argoproj
              joined: 2020-04-07
              enduser: true
              open_source: true
              organization: {name: Argo Authors}
              url_for_bestpractices: https://www.bestpractices.dev/en/projects/3830
              second_path:
                - "Data / Streams"
                - "Nowhere / Nothing"
              unknown: thing
              extra:
                accepted: 2020-03-26
                incubating: '2020-03-26'
                graduated: 2022-12-06
                archived: 2026-01-01
                annual_review_date: 2022-09-14
                annual_review_url: https://github.com/cncf/toc/pull/1
                audits:
                  - {date: 2022-02-28, type: fuzzing, url: https://audit.example, vendor: ADA Logics}
                parent_project: Argo
                specification: true
                summary_use_case: Use case.
                summary_business_use_case: Business.
                summary_integrations: Helm, Kustomize
                summary_personas: SREs
                summary_tags: 'GitOps,  delivery , '
                summary_release_rate: Monthly
                summary_intro_url: https://youtu.be/1
                documentation_url: https://docs.example
                stack_overflow_url: https://stackoverflow.com/q
                zenn_url: https://zenn.example
                other_links: [{name: Bluesky, url: https://bsky.example}]
                chat_channel: '#argo'
                training_certifications: capa
                training_type: instructor-led
                tag: app-delivery
                annotations: {sponsor: Someone}
                lfx_slug: argo
            - name: Argo
              homepage_url: https://argoproj.github.io
              extra: {summary_business_use_case: Business first., parent_project: Nobody}
            - name: ARGO
              homepage_url: https://other.example
              extra: {summary_use_case: Use first., summary_business_use_case: Then business.}
        - name: Streams
          items: []
    - category:
      name: Data
      subcategories:
        - name: Streams
          items:
            - {name: Argo, homepage_url: https://twin.example, project: "", enduser: false}
        - name: Nil
          items:
  """

@Suite struct Landscape2ReaderTests {
  let catalog: Catalog
  let diagnostics: [Diagnostic]

  init() throws {
    let (catalog, diagnostics) = read(("landscape.yml", whole))
    self.catalog = try #require(catalog)
    self.diagnostics = diagnostics
  }

  @Test func `keeps the file's order and its empty categories`() {
    #expect(catalog.layers.map { catalog.string($0.name.en) } == ["Platform & Tools", "Data"])
    #expect(catalog.layers.map { catalog.string($0.id) } == ["platform-tools", "data"])
    #expect(catalog.layers.allSatisfy { $0.kind == .floor && $0.provenance == .file })
    #expect(
      catalog.categories.map { catalog.string($0.id) } == ["certified-hosted", "streams", "streams-data", "nil"])
    #expect(catalog.categories.map(\.tools.count) == [3, 0, 1, 0])
  }

  @Test func `makes ids of names, and tells clashes apart by category`() {
    #expect(
      catalog.tools.map { catalog.string($0.id) } == ["argo-member", "argo", "argo-certified-hosted", "argo-streams"])
    #expect(catalog.toolID(for: "argo-streams") == ToolID(3))
  }

  @Test func `reads every field of an item`() {
    let tool = catalog.tools[0]
    #expect(catalog.string(tool.name) == "Argo (member)")
    #expect(catalog.string(tool.summary.en) == "Folded text.")
    #expect(catalog.string(tool.homepage) == "https://argo.example")
    #expect(catalog.string(tool.repository) == "https://github.com/argoproj/argo-cd")
    #expect(catalog.maturity(of: ToolID(0)) == "Emeritus")
    let fields = catalog.fields(of: ToolID(0)).map {
      "\($0.key) | \(catalog.string($0.label)) | \(catalog.string($0.value))"
    }
    #expect(
      fields == [
        "link | repository | https://github.com/argoproj/rollouts",
        "link | events | https://github.com/argoproj/events",
        "license |  | Apache License 2.0",
        "link | crunchbase | https://www.crunchbase.com/organization/cncf",
        "link | twitter | https://twitter.com/argoproj",
        "joined |  | 2020-04-07",
        "endUser |  | true",
        "openSource |  | true",
        "organization |  | Argo Authors",
        "link | best practices | https://www.bestpractices.dev/en/projects/3830",
        "also |  | streams-data",
        "accepted |  | 2020-03-26",
        "incubating |  | 2020-03-26",
        "graduated |  | 2022-12-06",
        "archived |  | 2026-01-01",
        "audit | fuzzing, ADA Logics, 2022-02-28 | https://audit.example",
        "partOf |  | argo",
        "specification |  | true",
        "useCase |  | Use case.",
        "businessUseCase |  | Business.",
        "integrations |  | Helm, Kustomize",
        "personas |  | SREs",
        "tag |  | GitOps",
        "tag |  | delivery",
        "releaseRate |  | Monthly",
        "link | introduction | https://youtu.be/1",
        "link | documentation | https://docs.example",
        "link | stack overflow | https://stackoverflow.com/q",
        "link | zenn | https://zenn.example",
        "link | Bluesky | https://bsky.example",
        "chat |  | #argo",
        "training | certifications | capa",
        "training | type | instructor-led",
        "advisoryGroup |  | app-delivery",
        "annotation | sponsor | Someone",
        "annualReview | 2022-09-14 | https://github.com/cncf/toc/pull/1",
      ])
    #expect(catalog.fields(of: ToolID(3)).isEmpty)
  }

  @Test func `a description that is missing is made of the use case, else of the business use case`() {
    #expect(
      catalog.tools.map { catalog.string($0.summary.en) } == ["Folded text.", "Business first.", "Use first.", ""])
  }

  @Test func `a second path leads to a category by both names, or is said to be dangling and left out`() {
    #expect(catalog.shelves(of: ToolID(0)) == [CategoryID(0), CategoryID(2)])
    #expect(catalog.toolCount(of: CategoryID(2)) == 2)
    #expect(catalog.toolCount(of: CategoryID(1)) == 0)
    #expect(Array(catalog.danglingPaths) == [ToolID(0)])
  }

  @Test func `warns and opens`() {
    #expect(
      rendered(("landscape.yml", whole)) == """
        landscape.yml:31:18: warning: there is no category called 'Nowhere / Nothing' (second_path)
                      - "Nowhere / Nothing"
                         ^~~~~~~~~~~~~~~~~
        hint: write one that is there, or leave it out
        landscape.yml:63:81: warning: there is no tool called 'Nobody' (parent_project)
                    extra: {summary_business_use_case: Business first., parent_project: Nobody}
                                                                                        ^~~~~~
        hint: write one that is there, or leave it out
        landscape.yml:64:19: warning: duplicate tool name 'ARGO' in one category (first used at line 61)
                  - name: ARGO
                          ^~~~
        landscape.yml:74:20: warning: duplicate tool name 'Argo' (also in category 'certified-hosted', at line 61)
                  - {name: Argo, homepage_url: https://twin.example, project: "", enduser: false}
                           ^~~~
        """)
  }

  @Test func `opens with categories on top, without markers, whatever its content is`() throws {
    let text = """
      categories:
        - name: A
          subcategories:
            - name: B
              items:
                - {homepage_url: nameless.example}
                - {name: C, homepage_url: c.example, joined: someday, second_path: A / B, extra: {accepted: 2018}}
                - just a word
                - {name: [D]}
                - {name: E, extra: [{accepted: 2020-01-01}], documentation_ul: x, project: sandbox}
            - {items: [{name: F, extra: {documentation_ul: https://f.example}}]}
            - {name: G, items: none}
        - subcategories: {}
        - none
      """
    let (catalog, diagnostics) = read(("data.yml", text))
    let whole = try #require(catalog)
    #expect(diagnostics.allSatisfy { $0.severity == .warning })
    #expect(whole.layers.map { whole.string($0.name.en) } == ["A", "Unnamed"])
    #expect(whole.categories.map { whole.string($0.name.en) } == ["B", "Unnamed", "G"])
    #expect(whole.tools.map { whole.string($0.name) } == ["C", "E", "F"])
    #expect(whole.value(.accepted, of: ToolID(1)) == "2020-01-01")
    #expect(
      diagnostics.map { "\($0.kind): \($0.message)" } == [
        "missing-name: an item without a name",
        "bad-address: not an http or https address: 'nameless.example'",
        "bad-address: not an http or https address: 'c.example'",
        "bad-date: 'joined' must be a date such as 2018-07-31, not 'someday'",
        "bad-date: 'accepted' must be a date such as 2018-07-31, not '2018'",
        "wrong-shape: an item must be a mapping (key: value), not a text",
        "missing-name: an item without a name",
        "wrong-shape: 'name' of an item must be a text, not a list",
        "missing-name: a category without a name",
        "unknown-key: unknown key 'documentation_ul' in an item's extra",
        "wrong-shape: 'items' of a category must be a list, not a text",
        "missing-name: a layer without a name",
        "wrong-shape: 'subcategories' of a layer must be a list, not a mapping",
        "wrong-shape: a layer must be a mapping (key: value), not a text",
      ])
  }

  @Test func `reads what the older landscape generated`() throws {
    let text = """
      landscape:
        - name: CI
          subcategories:
            - name: Pipelines
              items:
                - name: Agola
                  homepage_url: https://agola.io
                  crunchbase_data: {name: Sorint.Lab, city: Bergamo}
                  github_data:
                    languages: [{name: Go, value: 750}, {name: Shell, value: 249}, {name: Make, value: 1}]
                    stars: 1502
                    license: Apache License 2.0
                    latest_commit_date: '2024-08-22T07:39:45Z'
                    release_date: '2024-05-20T14:32:55Z'
                    contributors_count: 14
                    description: Not the item's own.
                  github_start_commit_data: {start_date: '2019-02-21T14:56:50Z'}
                  image_data: {fileName: agola.svg}
      """
    let (catalog, diagnostics) = read(("processed_landscape.yml", text))
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    let fields = whole.fields(of: ToolID(0)).map { "\($0.key) | \(whole.string($0.label)) | \(whole.string($0.value))" }
    #expect(
      fields == [
        "organization |  | Sorint.Lab", "language | 75 % | Go", "language | 25 % | Shell", "language | < 1 % | Make",
        "stars |  | 1502", "license |  | Apache License 2.0", "latestCommit |  | 2024-08-22",
        "latestRelease |  | 2024-05-20", "contributors |  | 14", "started |  | 2019-02-21",
      ])
    #expect(whole.tools[0].summary.isEmpty)
  }

  @Test func `blanks around a value are not part of it`() throws {
    let text = """
      landscape:
        - name: "A "
          subcategories:
            - name: B
              items:
                - name: "\u{A0} Padded \u{A0}"
                  homepage_url: https://padded.example\u{A0}
                  description: "  "
      """
    let (catalog, diagnostics) = read(("landscape.yml", text))
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(whole.string(whole.layers[0].name.en) == "A")
    #expect(whole.string(whole.tools[0].name) == "Padded")
    #expect(whole.string(whole.tools[0].homepage) == "https://padded.example")
    #expect(whole.tools[0].summary.isEmpty)
  }
}
