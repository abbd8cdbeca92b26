import Foundation
import StrataCatalog
import Testing

@testable import StrataSearch

/// The order of hits, on the catalog that strata ships.
@Suite("What is meant comes first", .enabled(if: FileManager.default.fileExists(atPath: Files.shipped.path)))
struct RankingTests {
  let catalog: Catalog

  init() throws { catalog = try Files.shippedCatalog() }

  @Test(
    "examples",
    arguments: [
      ("k8s", "Kubernetes"), ("argo", "Argo"), ("etcd", "etcd"), ("数据库", "Database"), ("fwwg", "Service Mesh"),
      ("fuwuwangge", "Service Mesh"), ("wangge", "Service Mesh"), ("服wu网ge", "Service Mesh"),
      ("rqyxs", "Container Runtime"), ("rongqi yunxingshi", "Container Runtime"), ("opa", "Open Policy Agent (OPA)"),
      ("log", "Logging"), ("otel", "OpenTelemetry"), ("service mesh", "Service Mesh"), ("ＥＴＣＤ", "etcd"),
      ("hundungongcheng", "Chaos Engineering"), ("apiwangguan", "API Gateway"), ("shujuku", "Database"),
    ])
  func first(query: String, wanted: String) {
    #expect(catalog.names(query).first == wanted)
  }

  @Test(
    "a need: its category first, then the tools there by weight, and none that is retired while others live",
    arguments: [
      ("mesh", "Service Mesh"), ("gateway", "API Gateway"), ("rpc", "Remote Procedure Call"),
      ("registry", "Container Registry"),
    ])
  func needs(query: String, category: String) throws {
    var searcher = Searcher(catalog: catalog)
    let hits = searcher.all(query)
    #expect(catalog.name(hits[0]) == category)
    let tools = hits.prefix(10).compactMap { if case .tool(let id) = $0 { id } else { nil } }
    #expect(!tools.contains { catalog[$0].status == .retired }, "\(hits.prefix(10).map(catalog.name))")
    let id = try #require(catalog.categories.indices.first { catalog.name(.category(CategoryID($0))) == category })
    #expect(tools.first?.index == catalog.categories[id].tools.lowerBound)
  }

  @Test("in both languages, whatever is asked")
  func languages() {
    #expect(catalog.names("数据库 向量").contains("Milvus"))
    #expect(catalog.names("vector database").contains("Milvus"))
    #expect(catalog.names("服务网格").contains("Service Mesh"))
  }
}

@Suite("The order of hits")
struct OrderTests {
  @Test("by the place of the word, the best first")
  func tiers() throws {
    let catalog = try catalog(tools: [
      "name: Other text\nsummary: nothing\norganization: Mesh", "name: Tagged\ntags: [oci, mesh]",
      "name: In the summary\nsummary: a mesh of nodes",
      "name: Pinyin\naliases: [么诗]", "name: Alias\naliases: [the mesher]", "name: Somesher", "name: Kong Mesh",
      "name: Meshery", "name: Named so\naliases: [mesh]", "name: mesh",
    ])
    #expect(
      catalog.names("mesh") == [
        "mesh", "Named so", "Meshery", "Kong Mesh", "Alias", "Pinyin", "Tagged", "In the summary", "Other text",
        "Somesher",
      ])
  }

  @Test("among equals the living first, then those that stand first in their category")
  func weights() throws {
    let catalog = try catalog(tools: [
      "name: Argo z", "name: Argo gone\nlifecycle: {status: retired}", "name: Argo m",
      "name: Argo old\nlifecycle: {status: deprecated}",
      "name: Argo a", "name: Argo archived\nmaturity: archived", "name: Argo b",
    ])
    #expect(Weights(catalog).isByWeight)
    #expect(
      catalog.names("argo") == ["Argo z", "Argo m", "Argo a", "Argo b", "Argo old", "Argo gone", "Argo archived"])
  }

  @Test("in a catalog from A to Z the established first, then the shorter name, then as in the catalog")
  func equals() throws {
    let catalog = try catalog(tools: [
      "name: Argo archived\nmaturity: archived", "name: Argo graduated\nmaturity: graduated",
      "name: Argo graduated long\nmaturity: graduated", "name: Argo incubating\nmaturity: incubating",
      "name: Argo nine",
      "name: Argo none", "name: Argo sandbox\nmaturity: sandbox",
    ])
    #expect(
      catalog.names("argo") == [
        "Argo graduated", "Argo graduated long", "Argo incubating", "Argo sandbox", "Argo nine", "Argo none",
        "Argo archived",
      ])
  }

  @Test("all words must occur; the whole name counts more than its words")
  func words() throws {
    let catalog = try catalog(tools: [
      "name: CD for Argo", "name: Argo CD Image", "name: Argo CD", "name: Argo\nsummary: with a cd", "name: Argo",
    ])
    #expect(catalog.names("argo cd") == ["Argo CD", "Argo CD Image", "CD for Argo", "Argo"])
    // Who has a word in the name is meant rather than who has both in longer texts.
    let others = try StrataSearchTests.catalog(tools: [
      "name: Mesh Infra\nsummary: deploys by Argo and CD\nmaturity: graduated", "name: Argo\ntags: [cd]",
    ])
    #expect(others.names("argo cd") == ["Argo", "Mesh Infra"])
  }

  @Test("other orders, and their reverse")
  func sorts() throws {
    let catalog = try catalog(tools: [
      "name: beta\nmaturity: sandbox\naccepted: 2020-01-02", "name: Álpha\nmaturity: graduated\naccepted: 2019-05-01",
      "name: gamma", "name: 阿\naccepted: 2021-01-01\nmaturity: incubating", "name: alpha two",
    ])
    var searcher = Searcher(catalog: catalog)
    func names(_ sort: Sort, reversed: Bool = false) -> [String] {
      searcher.sort(by: sort, reversed: reversed)
      return searcher.all("is:tool").map(catalog.name)
    }
    #expect(names(.name) == ["Álpha", "alpha two", "beta", "gamma", "阿"])
    #expect(names(.name, reversed: true) == ["阿", "gamma", "beta", "alpha two", "Álpha"])
    #expect(names(.maturity) == ["Álpha", "阿", "beta", "gamma", "alpha two"])
    #expect(names(.accepted) == ["阿", "beta", "Álpha", "gamma", "alpha two"])
    #expect(Sort.available(in: catalog) == [.relevance, .name, .maturity, .accepted])
    let tools = catalog.tools.indices.map(ToolID.init)
    #expect(Sort.name.sorted(tools, in: catalog).map(\.index) == [1, 4, 0, 2, 3])
  }

  @Test("parts of a long order are the same as the whole of it", arguments: Sort.allCases)
  func parts(sort: Sort) throws {
    var dice = Dice(7)
    let catalog = try FastAndPlainTests.randomCatalog(&dice, tools: 300)
    for isReversed in [false, true] {
      var whole = Searcher(index: SearchIndex(catalog, chunkSize: 2000))
      whole.sort(by: sort, reversed: isReversed)
      let all = whole.all("e")
      for start in stride(from: 0, through: all.count, by: 7) {
        var searcher = Searcher(catalog: catalog)
        searcher.sort(by: sort, reversed: isReversed)
        searcher.search(Query("e"))
        while searcher.advance(steps: 10_000) {}
        let range = start..<min(all.count, start + 11)
        #expect(searcher.hits(range) == Array(all[range]))
      }
      guard sort != .relevance else { continue }
      let keys = all.map { SortKey(sort, $0, catalog) }
      #expect(zip(keys, keys.dropFirst()).allSatisfy { isReversed ? !($0 < $1) : !($1 < $0) })
    }
  }
}
