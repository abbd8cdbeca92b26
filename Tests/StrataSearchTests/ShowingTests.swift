import StrataCatalog
import StrataText
import Testing

@testable import StrataSearch

@Suite("What a search shows")
struct ShowingTests {
  private func marked(_ query: String, _ text: String) -> String {
    var result = text
    for range in Query(query).highlights(in: text).reversed() {
      result.replaceSubrange(range, with: "[" + text[range] + "]")
    }
    return result
  }

  @Test(
    "marks what matched",
    arguments: [
      ("mesh", "Service Mesh, meshed", "Service [Mesh], [mesh]ed"), ("cafe", "Un Café", "Un [Café]"),
      ("cafe", "Cafe\u{301}!", "[Cafe\u{301}]!"),
      ("k8s", "Ｋ８ｓ", "[Ｋ８ｓ]"), ("a b", "xaby", "x[ab]y"), ("网格", "服务网格", "服务[网格]"), ("wangge", "服务网格", "服务[网格]"),
      ("fwwg", "服务网格", "[服务网格]"), ("apiwg", "API 网关", "[API 网关]"), ("'go", "Go, gopher", "[Go], gopher"),
      ("!mesh", "mesh", "mesh"), ("two words", "two\n  words", "[two]\n  [words]"),
      ("\"two words\"", "two\n  words", "[two\n  words]"),
      ("~promtheus", "Prometheus 3", "[Prometheus] 3"), ("zzz", "nothing", "nothing"), ("", "nothing", "nothing"),
      ("x", "", ""),
      ("protocol", "proto\u{200B}col", "[proto\u{200B}col]"), ("^go", "Go go", "[Go] go"), ("go$", "Go go", "Go [go]"),
      ("sjk", "一种数据库，可以给许多的应用程序使用，也可以给人使用", "一种数据库，可以给许多的应用程序使用，也可以给人使用"), ("maturity:x", "maturity:x", "maturity:x"),
    ])
  func highlights(query: String, text: String, expected: String) {
    #expect(marked(query, text) == expected)
  }

  @Test("names the field where neither name nor summary shows the word")
  func snippets() throws {
    let catalog = try catalog(
      """
      layers:
        - id: only
          name: {en: Layer, zh: 层}
          categories:
            - id: service-mesh
              name: {en: Service Mesh, zh: 服务网格}
              what: {en: "Links services.", zh: "连接各个服务。"}
              problem: "Every service would need its own code for retries, and nobody wants to write it again and again."
              tools:
                - {id: istio, name: Istio, aliases: [mesher], summary: {en: A proxy fleet, zh: 一组代理}, license: Apache-2.0}
      """)
    var searcher = Searcher(catalog: catalog)
    func snippet(_ query: String, _ subject: Subject = .tool(ToolID(0)), _ language: Language = .en) -> String? {
      searcher.search(Query(query))
      return searcher.snippet(for: subject, in: language, length: { _ in 30 }).map { "\($0.field): \($0.text)" }
    }
    #expect(snippet("istio") == nil)
    #expect(snippet("proxy") == nil)
    #expect(snippet("proxy", .tool(ToolID(0)), .zh) == "summary: A proxy fleet")
    #expect(snippet("daili") == "summary: 一组代理")
    #expect(snippet("apache") == "license: Apache-2.0")
    #expect(snippet("mesher") == "alias: mesher")
    #expect(snippet("fwwg") == "category: 服务网格")
    #expect(snippet("retries", .category(CategoryID(0))) == "problem: …code for retries, and nobody…")
    #expect(snippet("license:apache") == nil)
  }

  @Test("an excerpt is never wider than asked for", arguments: 0..<40)
  func excerpts(limit: Int) {
    let text = "一种数据库 that stores 数据 for other applications"
    for place in text.unicodeScalars.indices.map({ text.utf8.distance(from: text.startIndex, to: $0) }) {
      let excerpt = Excerpt.around(place, in: text, columns: limit)
      let columns = excerpt.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 && $1 != "…" ? 2 : 1) }
      #expect(columns <= max(limit, 2), "\(excerpt)")
    }
  }

  @Test("in an excerpt lines go on as their script wants it")
  func excerptsOfLines() {
    #expect(Excerpt.around(0, in: "one\ntwo\n\nthree", columns: 40) == "one two three")
    #expect(Excerpt.around(0, in: "一。\n二 two\n三", columns: 40) == "一。二 two 三")
  }

  static let tools = [
    "name: Prometheus\nmaturity: graduated\nlicense: Apache-2.0\naccepted: 2016-05-09\ntags: [metrics]\nrepository: https://github.com/p/p",
    "name: Perses\nmaturity: sandbox\nlicense: Apache-2.0\naccepted: 2024-07-30",
    "name: Grafana\nlicense: AGPL-3.0-only",
    "name: Datadog\nlicense: Proprietary\norganization: Datadog",
    "name: Thanos\nmaturity: incubating\nlicense: Apache-2.0\naccepted: 2019-07-01",
  ]

  @Test(
    "says why nothing was found, and what is near",
    arguments: [
      ("promethius", "[promethius] Prometheus→Prometheus"), ("promtheus !x", "[promtheus] Prometheus→Prometheus !x"),
      ("grafana thanos", "[]"), ("graphana license:agpl", "[graphana] Grafana→Grafana license:agpl"),
      ("qqqqqqq", "[qqqqqqq]"),
      ("prometheus maturity:sandbox", "[]"), ("prometheus", "nil"), ("thnaos", "[thnaos] Thanos→Thanos"),
      ("is:layer has:alias", "[]"),
      ("prometheus zzzzzz", "[zzzzzz]"),
    ])
  func explanations(query: String, expected: String) throws {
    var searcher = Searcher(catalog: try catalog(tools: Self.tools))
    _ = searcher.all(query)
    let explanation = searcher.explanation()
    let text = explanation.map { explanation in
      (["[\(explanation.unmatched.joined(separator: ","))]"]
        + explanation.suggestions.map { "\($0.name)→\($0.query.text)" }).joined(separator: " ")
    }
    #expect(text ?? "nil" == expected)
    for suggestion in explanation?.suggestions ?? [] { #expect(!searcher.all(suggestion.query.text).isEmpty) }
  }

  @Test("finds misspelt words after ~ only")
  func fuzzy() throws {
    let catalog = try catalog(tools: Self.tools)
    #expect(catalog.names("promethius") == [])
    #expect(catalog.names("~promethius") == ["Prometheus"])
    #expect(catalog.names("~pmts") == ["Prometheus"])
    #expect(catalog.names("~grafnaa") == ["Grafana"])
    #expect(catalog.names("~prometheus") == ["Prometheus"])
    #expect(catalog.names("~xy") == [])
  }

  private func written(_ facets: Facets, _ facet: Facet) -> String {
    facets.entries(of: facet).map { "\($0.isChosen ? "*" : "")\($0.value) \($0.count)" }.joined(separator: ", ")
  }

  @Test("the classes of licenses are values of is:, in the words that reports and pages use")
  func licenseClasses() throws {
    let catalog = try catalog(tools: [
      "name: Open\nlicense: MIT", "name: Readable\nlicense: BUSL-1.1", "name: Closed\nlicense: Proprietary",
      "name: Both\nlicense: MIT AND BUSL-1.1", "name: Core\nlicense: LicenseRef-Core\nlicenseClass: mixed",
      "name: Nameless", "name: Odd\nlicense: LicenseRef-Odd", "name: Guess\nrepository: https://github.com/a/b",
    ])
    let found = LicenseClass.allCases.map { catalog.names("is:\($0.rawValue)") }
    #expect(found == [["Open"], ["Readable"], ["Closed"], ["Both", "Core"], ["Nameless", "Odd", "Guess"]])
    #expect(["开源", "源码可见", "专有", "部分开源", "不详"].map { catalog.names("是:\($0)") } == found)
    #expect(["open-source", "oss"].map { catalog.names("is:\($0)") } == [["Open"], ["Open"]])
    let facets = Facets.counts(catalog, Query(""))
    #expect(written(facets, .state) == "open 1, source-available 1, proprietary 1, mixed 2, unknown 3")
  }

  @Test("counts what each value would leave")
  func facets() throws {
    let catalog = try catalog(tools: Self.tools)
    let all = Facets.counts(catalog, Query(""))
    #expect(all.facets == [.maturity, .license, .organization, .state, .accepted, .tag])
    #expect(written(all, .maturity) == "graduated 1, incubating 1, sandbox 1, none 2")
    #expect(written(all, .license) == "=Apache-2.0 3, =AGPL-3.0-only 1, =Proprietary 1")
    #expect(written(all, .state) == "open 4, proprietary 1")
    #expect(written(all, .accepted) == "2024 1, 2019 1, 2016 1")
    #expect(written(all, .layer) == "only 5")
    let chosen = Facets.counts(catalog, Query("a maturity:grad,sandbox"))
    #expect(written(chosen, .maturity) == "*graduated 1, incubating 1, *sandbox 1, none 2")
    #expect(written(chosen, .license) == "=Apache-2.0 2")
    let narrowed = Facets.counts(catalog, Query("!maturity:none license:=apache-2.0 ^p"))
    #expect(written(narrowed, .maturity) == "graduated 1, sandbox 1")
    #expect(written(narrowed, .license) == "*=Apache-2.0 2")
    #expect(chosen.toggling(chosen.entries(of: .maturity)[0], of: .maturity).text == "a maturity:sandbox")
    #expect(
      chosen.toggling(chosen.entries(of: .license)[0], of: .license).text
        == "a maturity:grad,sandbox license:=Apache-2.0")
    #expect(written(Facets.counts(catalog, Query("license:apache")), .license).hasSuffix("*apache 3"))
  }

  @Test("counts are those of the searches themselves", arguments: 0..<3)
  func facetsAgainstSearch(seed: Int) throws {
    var dice = Dice(UInt64(seed + 50))
    let catalog = try FastAndPlainTests.randomCatalog(&dice, tools: 60)
    var searcher = Searcher(catalog: catalog)
    for text in ["", "e", "rq maturity:graduated", "layer:layer0 license:mit", "a !category:category00 accepted:>2018"]
    {
      let query = Query(text)
      var facets = Facets(searcher, query: query)
      while facets.advance(steps: 900) {}
      for facet in facets.facets {
        for entry in facets.entries(of: facet)
        where !entry.value.contains("\"") && !Folding.bytes(entry.value.drop { $0 == "=" }).isEmpty {
          let found = searcher.all(query.setting(facet, to: [entry.value]).text)
          let tools = found.filter { if case .tool = $0 { true } else { false } }
          #expect(tools.count == entry.count, "\(text) \(facet) \(entry.value)")
        }
      }
    }
  }

  @Test("a report as text and as JSON")
  func report() throws {
    let catalog = try catalog(tools: [
      "name: Kong Mesh\nsummary: \"A \\e[31mred\\nmesh\"\nmaturity: sandbox",
      "name: Meshery\naliases: [\"x\\u202Ey\"]",
    ])
    func text(_ query: String, limit: Int? = nil) -> String {
      SearchReport(Query(query), in: catalog, limit: limit)
        .text(in: .en, highlight: { "<\($0)>" }).string
    }
    #expect(
      text("mesh") == """
        <Mesh>ery · Shelf
        Kong <Mesh> · sandbox · Shelf
            A ␛[31mred <mesh>

        """)
    #expect(text("mesh", limit: 1) == "<Mesh>ery · Shelf\n… 1 of 2\n")
    #expect(text("xy") == "Meshery · Shelf\n    alias: <x\u{FFFD}y>\n")
    #expect(text("zzz") == "")
    func notes(_ query: String) -> [String] { SearchReport(Query(query), in: catalog).notes.map(\.string) }
    #expect(
      notes("meshrey") == [
        "nothing found for meshrey: no text has 'meshrey'; did you mean Meshery?", "shown: similar names",
      ])
    #expect(!SearchReport(Query("meshrey"), in: catalog).isFound)
    #expect(
      notes("kong meshery") == [
        "nothing found for kong meshery: each word occurs, but not together with the rest", "left out: kong",
      ])
    #expect(
      notes("meshery maturity:sandbox") == [
        "nothing found for meshery maturity:sandbox: each word occurs, but not together with the rest",
        "without maturity:sandbox: 1 found",
      ])
    #expect(notes("maturity:graduated") == ["nothing found for maturity:graduated"])
    #expect(notes("mesh") == [])
    #expect(
      notes("mesh accepted:>") == ["accepted: a date is missing; try accepted:>2024"])
    #expect(notes("year:2024")[0] == "no field 'year'; did you mean accepted:?")
    #expect(
      SearchReport(Query("xy"), in: catalog).json() == """
        [
          {"kind": "tool", "id": "t1", "name": "Meshery", "layer": "only", "category": "shelf", "matched": {"field": "alias", "text": "x\\u202ey"}}
        ]

        """)
    #expect(SearchReport(Query("zzz"), in: catalog).json() == "[]\n")
  }

  @Test("a theme that the query names stands before all hits, and in the place of one only where they are limited")
  func themeInReport() throws {
    let catalog = try catalog(NeedTests.sample)
    func rows(_ limit: Int?) -> [Substring] {
      SearchReport(Query("finops"), in: catalog, limit: limit).text(in: .en, highlight: { $0 }).string
        .split(separator: "\n").filter { !$0.hasPrefix(" ") }
    }
    #expect(rows(nil) == ["FinOps and energy · theme", "Kubecost · Other"])
    #expect(rows(2) == rows(nil))
    #expect(rows(1) == ["FinOps and energy · theme", "… 1 of 2"])
  }
}
