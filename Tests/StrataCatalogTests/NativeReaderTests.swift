import StrataCatalog
import StrataYAML
import Testing

/// A catalog with every key of the format.
private let whole = """
  landscape:
    name: {en: Cloud Native Landscape, zh: 云原生全景图}
    asOf: 2026-08-07
    introduction: {en: How to read it., zh: 怎么读。}
    choosing: How to choose.
    layers: [provisioning, platform]
  layers:
    - id: platform
      kind: column
      name: Platform
    - id: provisioning
      kind: floor
      name: {en: Provisioning, zh: 供应层}
      summary:
        en: |-
          First line.
          Second line.
        zh: 摘要。
      recap: {zh: 回顾。}
      categories:
        - id: container-registry
          name: {en: Container Registry, zh: 容器镜像仓库}
          what: What.
          problem: {en: Problem., zh: 问题。}
          solution: {en: Solution., zh: 解决。}
          tooling: {en: Tooling., zh: 工具。}
          terms:
            - {term: {en: Image, zh: 镜像}, meaning: {en: A package., zh: 软件包。}}
            - {term: Tag, meaning: A name.}
          related:
            - {category: security-compliance, reason: {en: Scanned., zh: 扫描。}}
          tools:
            - id: harbor
              name: Harbor
              aliases: [goharbor, 港口]
              summary: {en: A registry., zh: 镜像仓库。}
              homepage: https://goharbor.io
              repository: https://github.com/goharbor/harbor
              license: Apache-2.0
              organization: CNCF
              maturity: graduated
              accepted: 2018-07-31
              incubating: 2018-11-14
              graduated: 2020-06-15
              also: [security-compliance]
              replacedBy: [zot]
              tags: [oci, scanning]
              links: {documentation: https://goharbor.io/docs, slack: https://slack.cncf.io}
            - id: zot
              name: "zo\\u0074"
              maturity: experimental
              replaces: [harbor]
        - id: security-compliance
          name: Security & Compliance
          tools:
            - {id: falco, name: Falco, maturity: archived, archived: 2026-01-02}
        - id: empty
          name: Empty
  """

@Suite struct NativeReaderTests {
  let catalog: Catalog

  init() throws {
    let (catalog, diagnostics) = read(("team.yaml", whole))
    #expect(diagnostics == [])
    self.catalog = try #require(catalog)
  }

  private func both(_ text: LocalizedText) -> [String] { [catalog.string(text.en), catalog.string(text.zh)] }

  @Test func `reads the landscape's own part`() {
    let landscape = catalog.landscape
    #expect(both(landscape.name) == ["Cloud Native Landscape", "云原生全景图"])
    #expect(catalog.string(landscape.asOf) == "2026-08-07")
    #expect(both(landscape.introduction) == ["How to read it.", "怎么读。"])
    #expect(both(landscape.choosing) == ["How to choose.", ""])
    #expect(catalog.string(landscape.choosing, in: .zh) == "How to choose.")
  }

  @Test func `puts the layers in the order of the landscape`() {
    #expect(catalog.layers.map { catalog.string($0.id) } == ["provisioning", "platform"])
    #expect(catalog.layers.map(\.kind) == [.floor, .column])
    #expect(catalog.layerIDs == [LayerID(0), LayerID(1)])
    let layer = catalog[LayerID(0)]
    #expect(both(layer.name) == ["Provisioning", "供应层"])
    #expect(both(layer.summary) == ["First line.\nSecond line.", "摘要。"])
    #expect(both(layer.recap) == ["", "回顾。"])
    #expect(catalog.string(layer.recap, in: .en) == "回顾。")
    #expect(layer.provenance == .file)
    #expect(catalog.categories(of: LayerID(0)) == [CategoryID(0), CategoryID(1), CategoryID(2)])
    #expect(catalog.categories(of: LayerID(1)) == [])
  }

  @Test func `reads a category with its texts, terms and relations`() {
    let registry = CategoryID(0)
    let category = catalog[registry]
    #expect(catalog.string(category.id) == "container-registry")
    #expect(category.layer == LayerID(0))
    #expect(both(category.name) == ["Container Registry", "容器镜像仓库"])
    #expect(both(category.what) == ["What.", ""])
    #expect(both(category.problem) == ["Problem.", "问题。"])
    #expect(both(category.solution) == ["Solution.", "解决。"])
    #expect(both(category.tooling) == ["Tooling.", "工具。"])
    #expect(catalog.terms(of: registry).map { both($0.term) } == [["Image", "镜像"], ["Tag", ""]])
    #expect(catalog.terms(of: registry).map { both($0.meaning) } == [["A package.", "软件包。"], ["A name.", ""]])
    #expect(catalog.relations(of: registry).map(\.category) == [CategoryID(1)])
    #expect(catalog.relations(of: registry).map { both($0.reason) } == [["Scanned.", "扫描。"]])
    #expect(catalog.keywords(of: registry).isEmpty)
    #expect(catalog.terms(of: CategoryID(1)).isEmpty)
  }

  @Test func `reads a tool with every fact`() {
    let harbor = ToolID(0)
    let tool = catalog[harbor]
    #expect(catalog.string(tool.id) == "harbor")
    #expect(catalog.string(tool.name) == "Harbor")
    #expect(both(tool.summary) == ["A registry.", "镜像仓库。"])
    #expect(catalog.string(tool.homepage) == "https://goharbor.io")
    #expect(catalog.string(tool.repository) == "https://github.com/goharbor/harbor")
    #expect(catalog.maturity(of: harbor) == "graduated")
    #expect(tool.category == CategoryID(0))
    let fields = catalog.fields(of: harbor).map {
      "\($0.key) \(catalog.string($0.label)) \(catalog.string($0.value))"
    }
    #expect(
      fields == [
        "alias  goharbor", "alias  港口", "license  Apache-2.0", "organization  CNCF", "accepted  2018-07-31",
        "incubating  2018-11-14", "graduated  2020-06-15", "also  security-compliance", "replacedBy  zot", "tag  oci",
        "tag  scanning", "link documentation https://goharbor.io/docs", "link slack https://slack.cncf.io",
      ])
    #expect(catalog.values(.tag, of: harbor).map(catalog.string) == ["oci", "scanning"])
    #expect(catalog.value(.license, of: harbor) == "Apache-2.0")
    #expect(catalog.value(.archived, of: harbor) == nil)
  }

  @Test func `numbers words of maturity as met, the well-known first`() {
    #expect(catalog.maturities == ["", "graduated", "incubating", "sandbox", "archived", "experimental"])
    #expect(catalog.tools.map(\.maturity) == [1, 5, 4])
  }

  @Test func `text that is not verbatim in the file stands in the arena`() {
    #expect(catalog.string(catalog[ToolID(1)].name) == "zot")
    #expect(catalog[ToolID(1)].name.offset >= UInt32(whole.utf8.count))
  }

  @Test func `a tool stands on its own shelf and on those of also`() {
    let security = CategoryID(1)
    #expect(catalog.toolCount(of: security) == 2)
    #expect((0..<2).map { catalog.tool(at: $0, of: security) } == [ToolID(2), ToolID(0)])
    #expect(catalog.shelves(of: ToolID(0)) == [CategoryID(0), security])
    #expect(catalog.shelves(of: ToolID(2)) == [security])
    #expect(catalog.toolCount(of: CategoryID(2)) == 0)
  }

  @Test func `finds everything by its id, and nothing else`() {
    #expect(
      catalog.layers.indices.allSatisfy { catalog.layerID(for: catalog.string(catalog.layers[$0].id))?.index == $0 })
    #expect(
      catalog.categories.indices.allSatisfy {
        catalog.categoryID(for: catalog.string(catalog.categories[$0].id))?.index == $0
      })
    #expect(
      catalog.tools.indices.allSatisfy { catalog.toolID(for: catalog.string(catalog.tools[$0].id))?.index == $0 })
    for id in ["", "harbo", "harbors", "HARBOR", "港口"] {
      #expect(catalog.toolID(for: id) == nil)
      #expect(catalog.categoryID(for: id) == nil)
      #expect(catalog.layerID(for: id) == nil)
    }
  }

  @Test func `gives a source back as it was read`() {
    #expect(catalog.source(named: "team.yaml") == Array(whole.utf8)[...])
    #expect(catalog.source(named: "other.yaml") == nil)
    #expect(catalog.sources.map(\.name) == ["team.yaml"])
  }

  @Test func `a catalog without a landscape is called after its file`() throws {
    let catalog = try #require(read(("some/where/team.yaml", "layers: []\n")).catalog)
    #expect(catalog.string(catalog.landscape.name.en) == "team.yaml")
    #expect(catalog.tools.isEmpty && catalog.categories.isEmpty && catalog.layers.isEmpty)
    #expect(catalog.toolID(for: "harbor") == nil)
  }

  @Test func `null is absent everywhere`() throws {
    let (catalog, diagnostics) = read(
      (
        "team.yaml",
        """
        landscape: {name: L, asOf: ~, introduction: null, layers:}
        layers:
          - {id: a, name: A, kind: ~, summary: ~, recap: null, categories: ~}
          - id: b
            name: B
            categories:
              - {id: c, name: C, terms: ~, related: ~, tools: null}
              - id: d
                name: D
                tools:
                  - {id: t, name: T, aliases: ~, summary: ~, homepage: ~, license: ~, maturity: ~, accepted: ~, links: ~}
        """
      ))
    #expect(diagnostics == [])
    let tool = try #require(catalog).tools[0]
    #expect(tool.homepage.isEmpty && tool.summary.isEmpty && tool.maturity == 0)
    #expect(try #require(catalog).fields(of: ToolID(0)).isEmpty)
  }

  @Test func `a folder's files are one catalog, and findings name the file`() throws {
    let landscape = (name: "c/landscape.yaml", text: "landscape: {name: L, layers: [b, a]}\n")
    let first = (
      name: "c/a.yaml",
      text: "layers:\n  - {id: a, name: A, categories: [{id: x, name: X, tools: [{id: t, name: T, also: [y]}]}]}\n"
    )
    let second = (name: "c/b.yaml", text: "layers:\n  - {id: b, name: B, categories: [{id: y, name: Y}]}\n")
    let (catalog, diagnostics) = read(first, second, landscape)
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(whole.layers.map { whole.string($0.name.en) } == ["B", "A"])
    #expect(whole.categories.map { whole.string($0.id) } == ["y", "x"])
    #expect(whole.shelves(of: ToolID(0)) == [CategoryID(1), CategoryID(0)])
    #expect(whole.source(named: "c/b.yaml") == Array(second.text.utf8)[...])

    let again = (name: "c/c.yaml", text: "landscape: {name: M}\nlayers:\n  - {id: a, name: A2}\n")
    #expect(
      rendered(landscape, first, second, again) == """
        c/c.yaml:1:1: warning: a second 'landscape' in one catalog (the first is at c/landscape.yaml:1); left aside
        landscape: {name: M}
        ^~~~~~~~~
        c/c.yaml:3:10: error: duplicate layer id 'a' (first used at c/a.yaml:2)
          - {id: a, name: A2}
                 ^
        """)
  }

  @Test func `with a broken file beside it a catalog is not said to lack what may stand there`() {
    let landscape = (name: "landscape.yaml", text: "landscape: {name: L, layers: [a, b]}\n")
    let whole = (
      name: "a.yaml", text: "layers:\n  - {id: a, name: A, categories: [{id: x, name: X, related: [{category: y}]}]}\n"
    )
    let broken = (name: "b.yaml", text: "layers:\n  - [\n")
    #expect(read(landscape, whole, broken).diagnostics.allSatisfy { $0.place.source == "b.yaml" })
    #expect(read(landscape, whole, broken).catalog == nil)
  }
}
