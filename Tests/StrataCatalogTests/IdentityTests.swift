import Testing

@testable import StrataCatalog

/// strata's own catalog in small, and files that have something in common with it.
private let shippedText = """
  landscape: {name: Own, layers: [runtime, provisioning]}
  layers:
    - id: runtime
      name: {en: Runtime, zh: 运行时层}
      summary: {en: Runs., zh: 运行。}
      categories:
        - id: container-runtime
          name: {en: Container Runtime, zh: 容器运行时}
          what: {en: What., zh: 什么。}
          tools:
            - id: kong
              name: Kong
              aliases: [kong-gateway]
              homepage: https://konghq.com
              repository: https://github.com/Kong/kong
              former: [https://getkong.org]
              summary: {en: A gateway., zh: 网关。}
            - {id: pair-a, name: Pair A, homepage: "https://pair.example", summary: {en: A., zh: 甲。}}
            - {id: pair-b, name: Pair B, homepage: "https://pair.example", summary: {en: B., zh: 乙。}}
        - {id: storage, name: {en: Cloud Native Storage, zh: 云原生存储}, what: {en: Stores., zh: 存。}}
    - id: provisioning
      kind: column
      name: {en: Provisioning, zh: 供应层}
      categories: [{id: registry, name: {en: Container Registry, zh: 镜像仓库}, what: {en: Keeps., zh: 存放。}}]
  """

@Suite struct IdentityTests {
  private func catalog(_ texts: [String]) throws -> Catalog {
    let shipped = try #require(read(("own.yaml", shippedText)).catalog)
    let inputs = texts.enumerated().map { index, text in
      Catalog.Input(files: [Catalog.Source(name: "\(index).yml", bytes: Array(text.utf8))])
    }
    return try #require(Catalog.read(inputs, shipped: shipped).catalog)
  }

  /// A landscape2 file of one category with the items given as flow mappings.
  private func file(_ items: String..., layer: String = "Some", category: String = "Things") -> String {
    "landscape:\n  - name: \(layer)\n    subcategories:\n      - name: \(category)\n        items:\n"
      + items.map { "          - {\($0), logo: x.svg}\n" }.joined()
  }

  private func summaries(_ catalog: Catalog) -> [String] {
    catalog.tools.map { catalog.string($0.summary.en) + "|" + catalog.string($0.summary.zh) }
  }

  /// The item's addresses, and whether it is strata's Kong.
  @Test(arguments: [
    (#"homepage_url: "https://www.kong.it/""#, false),
    (#"homepage_url: "https://kong.example/konghq.com""#, false),
    (#"homepage_url: "http://www.KongHQ.com/""#, true),
    (#"homepage_url: "https://konghq.com/#top""#, true),
    (#"homepage_url: "https://konghq.com/other""#, false),
    (#"homepage_url: "https://konghq.com.evil.example""#, false),
    (#"homepage_url: "https://x.example", repo_url: "https://github.com/kong/KONG.git""#, true),
    (#"homepage_url: "https://github.com/kong/kong/""#, true),
    (#"homepage_url: "https://github.com/kong/other""#, false),
    (#"homepage_url: "https://getkong.org/""#, true),
  ])
  func `an item is strata's where an address agrees, whatever it is called`(_ item: String, _ isSame: Bool) throws {
    for name in ["Kong", "kong", "Another"] {
      let found = try catalog([file("name: \(name), \(item)")])
      #expect(summaries(found) == [isSame ? "A gateway.|网关。" : "|"], "\(name)")
      #expect(found.values(.alias, of: ToolID(0)).count == (isSame ? 1 : 0))
    }
  }

  @Test func `of several items on one page the one that agrees most is meant`() throws {
    let found = try catalog([
      file(#"name: Kong Inc, homepage_url: "https://konghq.com""#, #"name: Kong, homepage_url: "https://konghq.com""#)
    ])
    #expect(summaries(found) == ["|", "A gateway.|网关。"])
  }

  @Test func `what several tools of one page leave open stays open`() throws {
    let found = try catalog([
      file(#"name: Pair, homepage_url: "https://pair.example""#), file(#"name: X, homepage_url: "https://x.example""#),
    ])
    #expect(summaries(found) == ["|", "|"])
    #expect(summaries(try catalog([file(#"name: pair b, homepage_url: "https://pair.example""#)])) == ["B.|乙。"])
  }

  @Test func `strata's words are marked, and stand beside the file's own`() throws {
    let found = try catalog([file(#"name: Kong, homepage_url: "https://konghq.com", description: Their own."#)])
    let summary = found.tools[0].summary
    #expect(summary.source(in: .en) == .file)
    #expect(summary.source(in: .zh) == .strata)
    func shown(_ language: Language) -> [String] {
      summary.passages(in: language).map { "\($0.source): \(found.string($0.text))" }
    }
    #expect(shown(.zh) == ["file: Their own.", "strata: 网关。"])
    #expect(shown(.en) == ["file: Their own."])
    let json = ListReport.json(of: ToolID(0), in: found)
    #expect(
      json.contains(
        #""summary": {"en": "Their own.", "zh": "网关。", "source": {"en": "file", "zh": "strata"}}"#))
    #expect(json.contains(#""furtherAliases": {"texts": ["kong-gateway"], "source": "strata"}"#))
    #expect(!json.contains(#""aliases""#))
    var text = ""
    ListReport.text(found, found.toolIDs, in: .zh, width: { $0.count }, to: { text += $0 })
    #expect(text.hasSuffix("Their own.\n"))
  }

  @Test func `where the file says nothing strata's words stand in the language, marked`() throws {
    let found = try catalog([file(#"name: Kong, homepage_url: "https://konghq.com""#)])
    for (language, text) in [(Language.en, "A gateway."), (.zh, "网关。")] {
      let passages = found.tools[0].summary.passages(in: language)
      #expect(passages.map { found.string($0.text) } == [text])
      #expect(passages.map(\.source) == [.strata])
    }
  }

  @Test func `layers and categories are strata's only in a landscape of its world`() throws {
    // A column of strata's own would move behind the floors, and its layers before the others.
    let one = file(
      #"name: A, homepage_url: "https://a.example""#, layer: "Provisioning", category: "Container Registry")
    let other = "  - name: Other\n    subcategories: [{name: Container Runtime, items: []}]\n"
    for text in [one, one + other, one + other + "  - name: Runtime\n    subcategories: [{name: Odd, items: []}]\n"] {
      let found = try catalog([text])
      #expect(found.layers.allSatisfy { $0.provenance == .file && $0.kind == .floor })
      #expect(found.categories.allSatisfy { $0.provenance == .file && $0.what.isEmpty })
      #expect(found.string(found.layers[0].name.en) == "Provisioning")
    }
    let known =
      one + "  - name: RUNTIME\n    subcategories:\n"
      + "      - {name: container runtime, items: []}\n      - {name: Cloud Native Storage, items: []}\n"
      + "      - {name: Container Registry, items: []}\n"
    let found = try catalog([known])
    #expect(found.layers.map { found.string($0.name.en) } == ["RUNTIME", "Provisioning"])
    #expect(found.layers.map(\.kind) == [.floor, .column])
    #expect(found.layers.map { found.string($0.name.zh) } == ["运行时层", "供应层"])
    #expect(found.layers[0].name.source(in: .en) == .file)
    #expect(found.layers[0].name.source(in: .zh) == .strata)
    // A category is known by its layer and its name.
    #expect(found.categories.map(\.provenance) == [.strata, .strata, .file, .strata])
  }

  // MARK: Laid over each other

  private func places(_ catalog: Catalog) -> [String] {
    catalog.layerIDs.flatMap { layer in
      catalog.categories(of: layer).flatMap { category in
        (0..<catalog.toolCount(of: category)).map { position in
          let tool = catalog.tool(at: position, of: category)
          return [catalog[layer].name.en, catalog[category].name.en, catalog[tool].name].map(catalog.string)
            .joined(separator: " / ")
        }
      }
    }
  }

  @Test func `two landscapes keep every item on its own shelf`() throws {
    let a = file(#"name: Accord, homepage_url: "https://a.io""#, layer: "Machine Learning", category: "Framework")
    let b = file(#"name: Architect, homepage_url: "https://b.io""#, layer: "Serverless", category: "Framework")
    #expect(
      places(try catalog([a, b])) == ["Machine Learning / Framework / Accord", "Serverless / Framework / Architect"])
    #expect(
      places(try catalog([b, a])) == ["Serverless / Framework / Architect", "Machine Learning / Framework / Accord"])
  }

  @Test func `the same shelf of two landscapes is one, and the same tool is one tool`() throws {
    let a = file(#"name: Cortex, homepage_url: "https://a.io", description: Ours."#, layer: "L", category: "C")
    let b = file(
      #"name: Cortex, homepage_url: "https://b.io""#, #"name: cortex, homepage_url: "http://a.io/", license: MIT"#,
      layer: "l", category: "C & D")
    let found = try catalog([a, b])
    #expect(places(found) == ["l / C / Cortex", "l / C & D / Cortex", "l / C & D / Cortex"])
    #expect(found.tools.count == 2)
    #expect(
      found.tools.map { found.string($0.id) } == ["cortex", "cortex-c-and-d"]
        || found.tools.map { found.string($0.id) } == ["cortex", "cortex-c-d"])
    let one = try #require(found.toolID(for: "cortex"))
    #expect(found.shelves(of: one).count == 2)
    #expect(found.string(found[one].summary.en) == "Ours.")
    #expect(found.value(.license, of: one) == "MIT")
  }

  @Test func `a landscape laid over itself changes nothing`() throws {
    let text = """
      landscape:
        - name: A
          subcategories:
            - name: B
              items:
                - {name: T, homepage_url: "https://t.io", second_path: [C / D], extra: {tag: [x], blog_url: "https://t.io/b"}}
                - {name: T, homepage_url: "https://t.io"}
                - {name: No address}
            - {name: B, items: []}
        - {name: C, subcategories: [{name: D, items: []}]}
      """
    let one = try catalog([text])
    let two = try catalog([text, text])
    // What has no address is the same as nothing.
    #expect(places(two).sorted() == (places(one) + ["A / B / No address"]).sorted())
    for index in 0..<2 {
      #expect(
        one.fields(of: ToolID(index)).map { one.string($0.value) }
          == two.fields(of: ToolID(index)).map { two.string($0.value) })
    }
  }

  @Test func `a landscape over a native catalog joins by address and by name of shelf`() throws {
    let native = """
      layers:
        - id: floor-1
          name: Runtime
          categories:
            - id: cr
              name: Container Runtime
              tools:
                - {id: k, name: Our Kong, homepage: "https://konghq.com"}
                - {id: t, name: T, homepage: "https://t.example"}
      """
    let over = file(
      #"name: T, homepage_url: "https://other.example""#, #"name: Kong, homepage_url: "https://konghq.com""#,
      layer: "Runtime", category: "Container Runtime")
    let found = try catalog([native, over])
    #expect(
      places(found) == [
        "Runtime / Container Runtime / Our Kong", "Runtime / Container Runtime / T", "Runtime / Container Runtime / T",
      ])
    #expect(found.layers.map { found.string($0.id) } == ["floor-1"])
    #expect(found.values(.alias, of: ToolID(0)).map(found.string) == ["Kong"])
  }

  @Test func `addresses of one thing have one key`() {
    func key(_ text: String) -> String? {
      Array(text.utf8).withUnsafeBufferPointer(AddressKey.key).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(key("http://www.GitHub.com:80/Argoproj/Argo-CD.git/") == "github.com/argoproj/argo-cd")
    #expect(key("https://a.example./B?x=1#y") == "a.example/B?x=1")
    #expect(key("HTTPS://A.example:443") == "a.example")
    #expect(key("https://a.example:8080/") == "a.example:8080")
    #expect(key("https://www.") == "www")
    for text in ["", "a.example", "ftp://a.example", "https://", "https://u@a.example", "https://a b"] {
      #expect(key(text) == nil)
    }
    #expect(key("https://a.example/" + String(repeating: "x", count: 3000)) == nil)
  }
}
