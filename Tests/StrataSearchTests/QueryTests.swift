import StrataCatalog
import Testing

@testable import StrataSearch

@Suite("What is typed")
struct QueryTests {
  /// The terms of a query, written out.
  private func parsed(_ text: String) -> String {
    Query(text).terms.map { term in
      term.choices.map { choice in
        let sign = choice.isNegated ? "not " : ""
        switch choice.content {
        case .needle(let needle): return "\(sign)\(needle.mode) \(needle.text)"
        case .filter(let facet, let values):
          return "\(sign)\(facet) "
            + values.map { "\($0.comparison) \($0.text)\($0.end.isEmpty ? "" : "…" + $0.end)" }
            .joined(separator: " or ")
        }
      }.joined(separator: " | ")
    }.joined(separator: "; ")
  }

  @Test(
    "is read word by word",
    arguments: [
      ("", ""), ("  ", ""), ("mesh", "anywhere mesh"), ("service  mesh ", "anywhere service; anywhere mesh"),
      ("'go", "wholeWord go"), ("\"a phrase\" x", "phrase a phrase; anywhere x"), ("\"open quote", "phrase open quote"),
      ("^ar", "begins ar"), ("cd$", "ends cd"), ("^argo$", "whole argo"), ("!cd", "not anywhere cd"),
      ("!!cd", "anywhere cd"),
      ("!'go !^x", "not wholeWord go; not begins x"), ("~promtheus", "fuzzy promtheus"), ("!", ""), ("'", ""),
      ("\"\"", ""),
      ("$", "anywhere $"), ("^", ""), ("is:archived", "state loose archived"), ("maturity:", ""),
      ("maturity:graduated,incubating", "maturity loose graduated or loose incubating"),
      ("license:=MIT", "license exact MIT"),
      ("!org:\"Red Hat\",IBM", "not organization loose Red Hat or loose IBM"),
      ("accepted:>2024", "accepted above 2024"),
      ("accepted:>=2024-05", "accepted atLeast 2024-05"), ("accepted:<2020", "accepted below 2020"),
      ("accepted:2019..2021", "accepted between 2019…2021"), ("accepted:..2021", "accepted between …2021"),
      ("licence:mit", "license loose mit"), ("ORGANIZATION:x", "organization loose x"), ("foo:bar", "anywhere foo:bar"),
      ("https://github.com/goharbor/harbor/", "anywhere goharbor/harbor"), ("github.com/argoproj", "anywhere argoproj"),
      ("！mesh　is：archived", "not anywhere mesh; state loose archived"), ("“a b”", "phrase a b"),
      ("maturity:a,,b", "maturity loose a or loose b"),
      ("a | b c", "anywhere a | anywhere b; anywhere c"), ("a|b", "anywhere a | anywhere b"), ("| a |", "anywhere a"),
      ("a | | b", "anywhere a | anywhere b"), ("tag:x | !b | \"c d\"", "tag loose x | not anywhere b | phrase c d"),
      ("-mesh", "not anywhere mesh"), ("-tag:x", "not tag loose x"), ("a - b", "anywhere a; anywhere b"),
      ("--a", "anywhere a"),
      ("cert-manager", "anywhere cert-manager"), ("成熟度:已毕业", "maturity loose 已毕业"), ("许可证：mit", "license loose mit"),
      ("organisation:x", "organization loose x"), ("语言:go", "language loose go"), ("是:停用", "state loose 停用"),
    ])
  func reading(text: String, expected: String) {
    #expect(parsed(text) == expected)
  }

  @Test(
    "only dates have an order, and a bound is a whole date",
    arguments: [
      ("maturity:..graduated", "maturity loose ..graduated", [.noOrder(.maturity, "..graduated")]),
      ("license:..a", "license loose ..a", [.noOrder(.license, "..a")]),
      ("org:a..b", "organization loose a..b", [.noOrder(.organization, "a..b")]),
      ("layer:../x", "layer loose ../x", [.noOrder(.layer, "../x")]),
      ("layer:\"../x\"", "layer loose ../x", []),
      ("license:>=mit", "license loose mit", [.noOrder(.license, ">=mit")]),
      ("maturity:..\"", "maturity loose ..\"", [.noOrder(.maturity, "..\"")]),
      ("layer:\u{200B}..", "", [.noOrder(.layer, "\u{200B}..")]),
      ("layer:\u{301}..x", "layer loose \u{301}..x", [.noOrder(.layer, "\u{301}..x")]),
      ("maturity:>", "", [.noOrder(.maturity, ">")]),
      ("accepted:>", "", [.emptyBound(.accepted)]), ("accepted:..", "", [.emptyBound(.accepted)]),
      ("accepted:>20", "", [.noDate(.accepted, "20")]), ("accepted:2019..20", "", [.noDate(.accepted, "20")]),
      ("accepted:2019..", "accepted between 2019", []), ("accepted:20", "accepted loose 20", []),
      ("accepted:soon", "accepted loose soon", [.noDate(.accepted, "soon")]), ("accepted:", "", []),
      ("accepted:>2024-1", "", [.noDate(.accepted, "2024-1")]),
      ("accepted:2021..2020", "accepted between 2020…2021", [.backwards(.accepted, from: "2021", to: "2020")]),
      ("accepted:2020-06..2020", "accepted between 2020-06…2020", []),
      ("accepted:2020..2020", "accepted between 2020…2020", []),
    ] as [(String, String, [Query.Problem])])
  func bounds(text: String, expected: String, problems: [Query.Problem]) {
    #expect(parsed(text) == expected)
    #expect(Query(text).problems == problems)
  }

  @Test("of a text without end a part is looked at, and that is told")
  func limits() {
    let long = Query(String(repeating: "a", count: 1 << 20))
    #expect(long.problems == [.tooLong, .longWord])
    #expect(long.terms.map(\.needle?.bytes.count) == [Query.wordLimit])
    let many = Query((0..<10_000).map { "w\($0)" }.joined(separator: " "))
    #expect(many.terms.count == Query.termLimit)
    #expect(many.problems == [.tooLong, .tooManyTerms])
    // No character is cut in two.
    #expect(Query(String(repeating: "容", count: 100)).terms.map(\.needle?.bytes.count) == [255])
    #expect(Query("a b").problems.isEmpty)
  }

  @Test("any text is a query")
  func anything() throws {
    var dice = Dice(5)
    let pieces = [
      "!", "'", "\"", "^", "$", "~", ":", ",", "=", ">", "<", "..", " ", "is", "license", "容", "e\u{301}", "\u{3000}",
      "“", "\n", "maturity", "accepted", "20", "2024-05", "-", "|", "lang", "\u{200B}", "../",
    ]
    let catalog = try catalog(Self.sample)
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...8, using: &dice)).map { _ in pieces.randomElement(using: &dice)! }.joined()
      let query = Query(text)
      for term in query.terms { #expect(!query.string(term.place).isEmpty) }
      _ = query.withoutFilters
      _ = query.completions(at: Int.random(in: 0...text.utf8.count, using: &dice), in: catalog)
      _ = query.matches(.tool(ToolID(0)), in: catalog)
    }
  }

  @Test(
    "is edited by its facets",
    arguments: [
      ("mesh", Facet.maturity, ["graduated"], "mesh maturity:graduated"), ("", .layer, ["runtime"], "layer:runtime"),
      ("a maturity:x b", .maturity, ["y", "z"], "a maturity:y,z b"), ("a maturity:x b", .maturity, [], "a b"),
      ("maturity:x a maturity:y", .maturity, ["z"], "maturity:z a"),
      ("!maturity:x a", .maturity, ["z"], "!maturity:x a maturity:z"),
      ("a ", .organization, ["=Red Hat, Inc."], "a org:=\"Red Hat, Inc.\""),
      ("", .license, ["=MIT", "=Apache-2.0"], "license:=MIT,=Apache-2.0"),
      ("", .accepted, [">=2024"], "accepted:>=2024"), ("", .organization, ["!odd"], "org:\"!odd\""),
    ] as [(String, Facet, [String], String)])
  func setting(text: String, facet: Facet, values: [String], expected: String) {
    let query = Query(text).setting(facet, to: values)
    #expect(query.text == expected)
    #expect(query.values(of: facet) == values)
  }

  @Test("tells its filters and its words apart")
  func parts() {
    let query = Query("mesh maturity:graduated !is:archived 'go")
    #expect(query.filters.map(\.text) == ["maturity:graduated", "!is:archived"])
    #expect(query.facets == [.maturity, .state])
    #expect(query.withoutFilters.text == "mesh 'go")
    #expect(query.onlyFilters.text == "maturity:graduated !is:archived")
    #expect(query.removing(query.filters[1]).text == "mesh maturity:graduated 'go")
    #expect(query.toggling("graduated", of: .maturity).text == "mesh !is:archived 'go")
    #expect(query.toggling("sandbox", of: .maturity).values(of: .maturity) == ["graduated", "sandbox"])
    #expect(query.widened?.text == "~mesh maturity:graduated !is:archived 'go")
    #expect(Query("is:archived").widened == nil)
  }

  private static let sample = """
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时层}
        categories:
          - id: cloud-native-network
            name: {en: Cloud Native Network, zh: 云原生网络}
            tools:
              - {id: cilium, name: Cilium, license: Apache-2.0, maturity: graduated, organization: CNCF, tags: [ebpf], accepted: 2021-10-13}
              - {id: calico, name: Calico, license: Apache-2.0, organization: "Tigera, Inc."}
              - {id: nsx, name: NSX, license: Proprietary, links: {documentation: "https://x.example.org/"}}
          - id: network-other
            name: Other
            tools: []
    """

  @Test(
    "is completed, keywords and values",
    arguments: [
      ("mat", "maturity:"), ("lic", "license:"), ("成", "成熟度:"), ("成熟度:gr", "成熟度:graduated"),
      ("x maturity:", "x maturity:graduated|x maturity:none"),
      ("maturity:gr", "maturity:graduated"), ("!maturity:gr", "!maturity:graduated"),
      ("maturity:none,gr", "maturity:none,graduated"),
      ("category:net", "category:network-other|category:cloud-native-network"),
      ("category:云", "category:cloud-native-network"), ("category:wl", ""),
      ("license:", "license:=Apache-2.0|license:=Proprietary"),
      ("license:ap", "license:=Apache-2.0"), ("license:=ap", "license:=Apache-2.0"),
      ("org:ti", "org:=\"Tigera, Inc.\""),
      ("org:\"Tig", "org:=\"Tigera, Inc.\""), ("has:doc", "has:documentation"), ("accepted:", "accepted:2021"),
      ("", ""), ("zzz", ""),
      ("nonsense:x", ""), ("tag:e", "tag:=ebpf"),
    ])
  func completion(text: String, expected: String) throws {
    let catalog = try catalog(Self.sample)
    let found = Query(text).completions(at: text.utf8.count, in: catalog)
    #expect(found.map(\.query).joined(separator: "|") == expected)
    #expect(found.allSatisfy { $0.cursor == $0.query.utf8.count })
  }

  @Test("is completed in the middle")
  func completionInside() throws {
    let found = Query("a maturity:gr b").completions(at: 13, in: try catalog(Self.sample))
    #expect(found.map(\.query) == ["a maturity:graduated b"])
    #expect(found.map(\.cursor) == [20])
  }
}
