import StrataCatalog
import StrataYAML
import Testing

/// Several catalogs on the command line.
@Suite struct LayingOverTests {
  private static let base = """
    landscape: {name: {en: Ours, zh: 我们的}, asOf: 2026-08-07}
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        kind: column
        summary: A summary.
        categories:
          - id: storage
            name: {en: Storage, zh: 存储}
            what: {en: What., zh: 什么。}
            terms: [{term: Volume, meaning: A disk.}]
            tools:
              - id: rook
                name: Rook
                summary: {en: Old., zh: 旧。}
                homepage: https://rook.io
                maturity: graduated
                graduated: 2020-10-07
                license: Apache-2.0
                tags: [ceph]
                links: {documentation: https://rook.io/docs, blog: https://blog.rook.io}
              - {id: longhorn, name: Longhorn, summary: Plain.}
          - {id: network, name: Network}
    """

  private func lay(_ texts: String...) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    let inputs = ([Self.base] + texts).enumerated().map { index, text in
      Catalog.Input(files: [Catalog.Source(name: "\(index).yaml", bytes: Array(text.utf8))])
    }
    return Catalog.read(inputs)
  }

  private func names(_ catalog: Catalog) -> [String] {
    catalog.layers.flatMap { layer in
      [catalog.string(layer.id)]
        + catalog.categories[layer.categories].flatMap { category in
          ["  " + catalog.string(category.id)] + category.tools.map { "    " + catalog.string(catalog.tools[$0].id) }
        }
    }
  }

  @Test func `a later file adds layers, categories and tools where their ids say`() throws {
    let (catalog, diagnostics) = lay(
      """
      layers:
        - id: runtime
          categories:
            - id: storage
              tools: [{id: ours, name: Our Store}]
            - {id: gpu, name: GPU}
        - {id: desk, name: Desk}
      """)
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(
      names(whole) == [
        "runtime", "  storage", "    rook", "    longhorn", "    ours", "  network", "  gpu", "desk",
      ])
    #expect(whole.string(whole.landscape.name.en) == "Ours")
    #expect(whole.toolID(for: "ours") == ToolID(2))
    #expect(whole.categoryID(for: "gpu") == CategoryID(2))
    #expect(whole.layers.map(\.kind) == [.column, .floor])
  }

  @Test func `a later file overrides what it says, and no more`() throws {
    let (catalog, diagnostics) = lay(
      """
      landscape: {name: Yours}
      layers:
        - id: runtime
          name: {zh: 运行时层}
          categories:
            - id: storage
              what: New for all.
              tools:
                - id: rook
                  summary: {zh: 新。}
                  homepage: https://rook.example
                  tags: [block]
                  links: {blog: https://new.example}
                - {id: longhorn, summary: Plain and new., maturity: sandbox}
      """)
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(whole.string(whole.landscape.name, in: .zh) == "Yours")
    #expect(whole.string(whole.landscape.asOf) == "2026-08-07")
    #expect(whole.string(whole.layers[0].name, in: .en) == "Runtime")
    #expect(whole.string(whole.layers[0].name, in: .zh) == "运行时层")
    #expect(whole.layers[0].kind == .column)
    // A plain string serves every language, so it takes the place of both.
    #expect(whole.string(whole.categories[0].what, in: .zh) == "New for all.")
    #expect(whole.terms(of: CategoryID(0)).count == 1)

    let rook = try #require(whole.toolID(for: "rook"))
    #expect(whole.string(whole[rook].name) == "Rook")
    #expect(whole.string(whole[rook].summary, in: .en) == "Old.")
    #expect(whole.string(whole[rook].summary, in: .zh) == "新。")
    #expect(whole.string(whole[rook].homepage) == "https://rook.example")
    #expect(whole.maturity(of: rook) == "graduated")
    #expect(whole.value(.license, of: rook) == "Apache-2.0")
    #expect(whole.values(.tag, of: rook).map(whole.string) == ["block"])
    let links = whole.fields(of: rook).filter { $0.key == .link }
    #expect(
      links.map { "\(whole.string($0.label)) \(whole.string($0.value))" } == [
        "documentation https://rook.io/docs", "blog https://new.example",
      ])
    let longhorn = try #require(whole.toolID(for: "longhorn"))
    #expect(whole.string(whole[longhorn].summary, in: .zh) == "Plain and new.")
    #expect(whole[longhorn].summary.zh.isEmpty)
    #expect(whole.maturity(of: longhorn) == "sandbox")
    #expect(whole.tools.count == 2)
  }

  @Test func `a tool moves with the category that a later file gives it`() throws {
    let (catalog, diagnostics) = lay(
      "layers: [{id: runtime, categories: [{id: network, tools: [{id: rook}]}]}]\n",
      "layers: [{id: desk, name: Desk, categories: [{id: network}]}]\n")
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(names(whole) == ["runtime", "  storage", "    longhorn", "desk", "  network", "    rook"])
    #expect(whole.toolID(for: "rook") == ToolID(1))
    #expect(whole.toolID(for: "longhorn") == ToolID(0))
  }

  @Test func `a later file orders the layers anew`() throws {
    let (catalog, diagnostics) = lay("landscape: {name: L, layers: [desk]}\nlayers: [{id: desk, name: Desk}]\n")
    #expect(diagnostics == [])
    #expect(try #require(catalog).layers.map { catalog?.string($0.id) } == ["desk", "runtime"])
  }

  @Test func `what is missing in all files, or doubled in one, is an error`() {
    let (catalog, diagnostics) = lay(
      """
      layers:
        - id: runtime
          categories:
            - id: storage
              tools:
                - {id: new}
                - {id: rook, also: [nowhere]}
                - {id: rook}
      """)
    #expect(catalog == nil)
    #expect(
      diagnostics.map { "\($0.place.source) \($0.kind): \($0.message)" } == [
        "1.yaml missing-name: tool 'new' has no name",
        "1.yaml dangling-id: there is no category with the id 'nowhere'",
        "1.yaml duplicate-id: duplicate tool id 'rook' (first used at line 7)",
      ])
  }

  @Test func `a landscape2 file takes native additions by the ids it was given`() throws {
    let data = """
      landscape:
        - name: Runtime
          subcategories:
            - name: Cloud Native Storage
              items: [{name: Rook, homepage_url: https://rook.io, project: graduated}]
      """
    let team = """
      layers:
        - id: runtime
          categories:
            - id: cloud-native-storage
              tools: [{id: rook, summary: We use it.}, {id: ours, name: Ours}]
      """
    let (catalog, diagnostics) = Catalog.read([
      Catalog.Input(files: [Catalog.Source(name: "landscape.yml", bytes: Array(data.utf8))]),
      Catalog.Input(files: [Catalog.Source(name: "team.yaml", bytes: Array(team.utf8))]),
    ])
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(names(whole) == ["runtime", "  cloud-native-storage", "    rook", "    ours"])
    #expect(whole.string(whole.tools[0].summary.en) == "We use it.")
    #expect(whole.maturity(of: ToolID(0)) == "graduated")
  }
}
