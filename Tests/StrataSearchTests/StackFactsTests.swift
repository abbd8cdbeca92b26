import StrataCatalog
import Testing

@testable import StrataSearch

@Suite("What a team's own file says of tools")
struct StackFactsTests {
  let catalog: Catalog
  let stack: StackFacts

  init() throws {
    catalog = try StrataSearchTests.catalog(tools: ["name: Argo", "name: Flux", "name: Helm", "name: Kustomize"])
    var stack = StackFacts(rings: ["adopted", "trial", "hold"])
    stack.add(status: "adopted", owner: "team-edge", to: ToolID(0))
    stack.add(status: "hold", owner: "", to: ToolID(1))
    // Another team's file.
    stack.add(status: "on paper", owner: "Data & AI", to: ToolID(1))
    stack.add(status: "", owner: "team-edge", to: ToolID(2))
    self.stack = stack
  }

  @Test(
    "narrows a search",
    arguments: [
      ("stack:adopted", "Argo"), ("stack:adopted,hold", "Argo Flux"), ("stack:any", "Argo Flux"),
      ("stack:none", "Helm Kustomize"), ("!stack:none", "Shelf Layer Argo Flux"), ("stack:paper", "Flux"),
      ("stack:\"on paper\"", "Flux"), ("stack:=hold", "Flux"), ("stack:h", "Flux"), ("stack:x", ""),
      ("stack:hold is:tool", "Flux"), ("stack:adopted | helm", "Argo Helm"), ("stack:any !stack:hold", "Argo"),
      ("stack:adopted,none", "Argo Helm Kustomize"), ("owner:team-edge", "Argo Helm"), ("owner:data", "Flux"),
      ("owner:none", "Kustomize"), ("owner:any flux", "Flux"), ("技术栈:采用", "Argo"), ("栈:无", "Helm Kustomize"),
      ("负责人:team", "Argo Helm"), ("stack:", "Layer Shelf Argo Flux Helm Kustomize"),
    ])
  func filters(query: String, expected: String) {
    var searcher = Searcher(catalog: catalog)
    searcher.stack = stack
    let found = searcher.all(query).map(catalog.name).sorted()
    #expect(found == expected.split(separator: " ").map(String.init).sorted())
    // The plain matcher agrees.
    let matcher = PlainMatcher(query: Query(query), catalog: catalog, stack: stack)
    let plain = (0..<searcher.index.total).map(searcher.index.subject).filter { matcher.tier(of: $0) != nil }
    #expect(plain.map(catalog.name).sorted() == found)
  }

  @Test("other facts begin the search anew")
  func change() {
    var searcher = Searcher(catalog: catalog)
    #expect(searcher.all("stack:adopted").isEmpty)
    searcher.stack = stack
    while searcher.advance(steps: 1) {}
    #expect(searcher.total == 1)
    #expect(searcher.all("stack:adopted argo").count == 1)
    searcher.stack = StackFacts()
    while searcher.advance(steps: 1) {}
    #expect(searcher.query.text == "stack:adopted argo")
    #expect(searcher.total == 0)
  }

  @Test("is counted and completed, rings in their order")
  func counts() {
    var searcher = Searcher(catalog: catalog)
    #expect(!Facets.counts(searcher, Query("")).facets.contains(.stack))
    searcher.stack = stack
    let facets = Facets.counts(searcher, Query(""))
    #expect(facets.facets.prefix(2) == [.stack, .owner])
    #expect(
      facets.entries(of: .stack).map { "\($0.value) \($0.count)" } == ["adopted 1", "hold 1", "on paper 1", "none 2"])
    #expect(facets.entries(of: .owner).map { "\($0.value) \($0.count)" } == ["Data & AI 1", "team-edge 2", "none 1"])
    #expect(
      facets.toggling(facets.entries(of: .stack)[2], of: .stack).text == "stack:\"on paper\"")
    let completed = Query("stack:").completions(at: 6, in: catalog, stack: stack)
    #expect(
      completed.map(\.query) == [
        "stack:adopted", "stack:trial", "stack:hold", "stack:\"on paper\"", "stack:none", "stack:any",
      ])
    #expect(completed.map(\.count) == [1, nil, 1, 1, 2, 2])
    #expect(Query("own").completions(at: 3, in: catalog).map(\.query) == ["owner:"])
    #expect(Query("stack:").completions(at: 6, in: catalog).isEmpty)
  }

  @Test("the values of a filter are counted in slices, the same as at once", arguments: Facet.allCases)
  func slices(facet: Facet) throws {
    var dice = Dice(11)
    let catalog = try FastAndPlainTests.randomCatalog(&dice, tools: 60)
    let query = Query(facet.keyword + ":")
    let offset = query.text.utf8.count
    #expect(query.facet(at: offset) == facet)
    #expect(query.facet(at: 1) == nil)
    var values = FacetValues(of: facet, in: catalog, stack: stack)
    var steps = 0
    while values.advance(steps: 100) {
      steps += 1
      // Before the end there are no counts.
      #expect(query.completions(at: offset, among: values, in: catalog).allSatisfy { $0.count == nil })
    }
    #expect(steps == catalog.tools.count - 1)
    let whole = query.completions(at: offset, in: catalog, stack: stack)
    #expect(query.completions(at: offset, among: values, in: catalog) == whole)
    for completion in whole {
      guard let count = completion.count else { continue }
      var searcher = Searcher(catalog: catalog)
      searcher.stack = stack
      let found = searcher.all(completion.query + " is:tool").count
      // A kind's and a year's value may mean others, too.
      if facet != .presence, facet != .kind { #expect(found >= count, "\(completion.query)") }
    }
  }
}
