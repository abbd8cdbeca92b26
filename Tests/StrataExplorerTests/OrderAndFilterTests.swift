import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// A landscape2 file with groups of layers; a tool stands in two of them.
private let groupedCatalog: Catalog = {
  let data = """
    landscape:
      - category:
        name: Runtime
        subcategories:
          - subcategory:
            name: Engines
            items:
              - item:
                name: containerd
                homepage_url: https://containerd.io
                project: graduated
              - item:
                name: wasmtime
                homepage_url: https://wasmtime.dev
                second_path: ["Wasm / Runtimes"]
      - category:
        name: Wasm
        subcategories:
          - subcategory:
            name: Runtimes
            items:
              - item:
                name: WasmEdge
                homepage_url: https://wasmedge.org
                project: sandbox
    """
  let settings = """
    foundation: TEST
    url: https://example.org
    groups:
      - name: Projects
        categories: [Runtime]
      - name: Web
        categories: [Wasm]
    """
  let input = Catalog.Input(
    files: [Catalog.Source(name: "landscape.yml", bytes: Array(data.utf8))],
    settings: Catalog.Source(name: "settings.yml", bytes: Array(settings.utf8)))
  let (catalog, diagnostics) = Catalog.read([input])
  guard let catalog else { fatalError("\(diagnostics)") }
  return catalog
}()

@Suite struct GroupFilterTests {
  private func shown(_ keys: String) throws -> String { try screen(keys, 80, 24, in: groupedCatalog) }

  @Test func aGroupIsChosenByItsLayersAndShownByItsName() throws {
    let reader = try explorer("f<right><down><space>", 80, 24, in: groupedCatalog)
    #expect(reader.context.query.query.text == "layer:wasm")
    #expect(reader.screen(80, 24).contains("─── [Web]  2 of 3 tools "))
    #expect(try explorer("f<right><down><space><space>", 80, 24, in: groupedCatalog).context.query.query.text == "")
    #expect(
      try explorer("f<right><space><down><space>", 80, 24, in: groupedCatalog).context.query.query.text
        == "layer:runtime,wasm"
    )
  }

  @Test func severalGroupsAreShownByTheirNames() throws {
    let both = "f<right><space><down><space><esc>"
    #expect(try shown(both).contains("─── [Projects, Web]  3 of 3 tools "))
    // A layer more or less is no group any more.
    #expect(try shown("f<right><space><esc>f<down><down><right><down><space><esc>").contains("─── [Projects, Web] "))
    #expect(try shown(both + "f<down><down><right><space><esc>").contains("─── [Web] "))
  }

  @Test func aGroupNarrowsEveryView() throws {
    let web = "f<right><down><space><esc>"
    #expect(try shown(web).contains("› Wasm\n"))
    #expect(try !shown(web).contains("Runtime  "))
    #expect(try !shown(web + "2").contains("Engines"))
    #expect(try shown(web + "/containerd").contains("Nothing found for layer:wasm containerd"))
    // wasmtime stands there as a guest, and counts.
    #expect(try shown(web + "4").contains("2 tools"))
    #expect(try !shown(web + "4").contains("● graduated"))
    #expect(try shown(web + "f").contains("2 of 3 tools"))
    #expect(try shown(web + "<esc>").contains("Runtime"))
  }
}

@Suite struct OrderAndFilterTests {
  @Test func theFilterOfALayerShowsNoShelfOfAnother() throws {
    // Cilium stands under Tracing, too; as a guest it counts there.
    let reader = try explorer("f<down><right><down><down><space><esc>", 100, 24, in: smallCatalog)
    #expect(reader.context.query.query.text == "layer:watch")
    let text = reader.screen(100, 24)
    #expect(!text.contains("Runtime") && !text.contains("Provisioning"))
    #expect(text.contains("Observability") && text.contains("Cilium"))
    #expect(try !screen("f<down><right><down><down><space><esc>2", 100, 24, in: smallCatalog).contains("Network"))
    let category = try explorer("f<down><down><right><end><space><esc>4", 100, 24, in: smallCatalog)
    #expect(category.context.query.query.text == "category:tracing")
    #expect(!category.screen(100, 24).contains("Container Runtime"))
    #expect(category.screen(100, 24).contains("● graduated 2"))
  }

  @Test(arguments: [
    ("layer:run", ["engines", "networks"]), ("!layer:run", ["registries", "tracing"]),
    ("layer:run category:engines", ["engines"]), ("category:tracing,engines", ["engines", "tracing"]),
    // No category is meant by both: a guest of one shelf stands on either.
    ("layer:run category:tracing", ["engines", "networks", "tracing"]),
    ("!layer:run !category:tracing", ["registries"]),
  ])
  func aQueryMeansCategories(query: String, ids: [String]) throws {
    let meant = try #require(Query(query).meantCategories(in: smallCatalog))
    #expect(zip(smallCatalog.categories, meant).filter(\.1).map { smallCatalog.string($0.0.id) } == ids)
    #expect(Query("maturity:graduated c").meantCategories(in: smallCatalog) == nil)
  }

  @Test func whatIsTypedIntoASearchGoesOverToThePanel() throws {
    let reader = try explorer("/maturity:graduated<space>c<ctrl-o>", 100, 24, in: smallCatalog)
    #expect(reader.context.query.query.text == "maturity:graduated")
    #expect(reader.screen(100, 24).contains("[x] graduated"))
    let after = try screen("/maturity:graduated<space>c<ctrl-o><esc>", 100, 24, in: smallCatalog)
    #expect(after.contains(" / c\n─── [graduated]  Ctrl-G lifts it "))
  }

  @Test func aFilterChosenOverASearchCountsAndNarrowsItsResults() throws {
    // Of the tools that the word finds two are graduated and one is archived.
    let panel = try screen("/trac<ctrl-o>", 100, 24, in: smallCatalog)
    #expect(panel.contains("[ ] graduated                          2  │"))
    #expect(panel.contains("[ ] archived                           1  │"))
    // Beside them what remains of what the word finds.
    #expect(panel.contains("│ ● Jaeger") && !panel.contains("youki"))
    let reader = try explorer("/trac<ctrl-o><right><down><down><space><esc>", 100, 24, in: smallCatalog)
    #expect(reader.context.query.query.text == "maturity:archived")
    #expect(reader.results?.field.text == "trac")
    #expect(reader.results?.shown.map { reader.context.title(of: $0.page) } == ["Old Tracer"])
  }

  @Test(arguments: ["", "2", "l<enter>", "3", "4", "/c"])
  func theFilterAndTheOrderAreInSight(keys: String) throws {
    for columns in [40, 60, 80, 132] {
      let text = try screen("f<space><esc>s2" + keys, columns, 24, in: smallCatalog)
      #expect(text.contains("[graduated]"), "\(keys) \(columns)\n\(text)")
    }
    #expect(try screen("s2" + keys, 80, 24, in: smallCatalog).contains("by name") == (keys != "/c"))
  }

  @Test func resultsHaveAnOrderOfTheirOwn() throws {
    func hits(_ keys: String) throws -> [String] {
      let reader = try explorer(keys, 100, 24, in: smallCatalog)
      return reader.results?.shown.map { reader.context.title(of: $0.page) } ?? []
    }
    let best = try hits("/trac")
    #expect(best.first == "Tracing")
    #expect(try hits("/trac<ctrl-s>2") == best.sorted())
    #expect(try hits("/trac<ctrl-s>2<ctrl-s>S") == best.sorted().reversed())
    // Arrows alone reach all of it.
    #expect(try hits("/trac<ctrl-s><down><enter>") == best.sorted())
    #expect(try hits("s2/trac") == best)
    #expect(try hits("/trac<ctrl-s>2<enter><esc>") == best.sorted())
    #expect(try screen("/trac<ctrl-s>2", 100, 24, in: smallCatalog).contains(" by name "))
    #expect(try screen("/trac<ctrl-s>", 100, 24, in: smallCatalog).contains("1 The best match"))
  }

  @Test func theMapAndThePagesObeyTheOrder() throws {
    func room(_ keys: String) throws -> String {
      let rows = try screen(keys, 80, 14, in: smallCatalog).split(separator: "\n")
      let first = try #require(rows.firstIndex { $0.contains("Tracing 3") })
      return rows[(first + 1)...(first + 3)].map { row in
        String(row.split(separator: "│").last ?? "").split(separator: " ").dropFirst().joined(separator: " ")
      }.joined(separator: ", ")
    }
    // Its own before its guests.
    #expect(try room("2") == "Jaeger, Old Tracer, Cilium")
    #expect(try room("2s2") == "Cilium, Jaeger, Old Tracer")
    #expect(try room("2S") == "Cilium, Old Tracer, Jaeger")
    let page = try screen("jjl<enter>s2", 100, 24, in: smallCatalog).split(separator: "\n")
      .compactMap { row in ["Cilium", "Jaeger", "Old Tracer"].first { row.contains(" \($0) ") } }
    #expect(page == ["Cilium", "Jaeger", "Old Tracer"])
  }

  @Test(arguments: [(20, 5), (24, 8), (40, 12), (80, 24), (200, 60)])
  func theFilterIsSeenAtAnySize(columns: Int, rows: Int) throws {
    for keys in ["", "/", "/e"] {
      for language in Language.allCases {
        let screen = try screen("f<right><space><esc>" + keys, columns, rows, language)
        #expect(screen.contains(language == .en ? "[graduated]" : "[已毕业]"), "\(keys) in \(language)")
      }
    }
  }

  @Test func theOrderIsNamedInTheScreensLanguage() throws {
    func note(_ keys: String, _ language: Language) throws -> Substring? {
      try screen(keys, 100, 24, language, in: smallCatalog).split(separator: "\n")[2].split(
        separator: " ", maxSplits: 1
      ).last?
      .prefix { $0 != "F" }.drop { $0 == " " }
    }
    #expect(try note("s3", .en) == "by maturity  ")
    #expect(try note("s3S", .en) == "by maturity (reversed)  ")
    #expect(try note("S", .en) == "reversed  ")
    #expect(try note("sS", .zh) == "倒序  ")
    #expect(try note("s3S", .zh) == "排序：成熟度（倒序）  ")
  }

  @Test func whereNothingIsSortedItSaysSo() throws {
    for keys in ["4s", "4S"] {
      #expect(try screen(keys, 100, 24, in: smallCatalog).contains(" on the map and on pages"))
    }
  }
}
