import StrataYAML
import Testing

@testable import StrataCatalog

/// What is written is read again as it was.
@Suite struct RoundTripTests {
  /// All that the files say, in the order of the catalog: a line a tool, layer or category.
  func said(_ catalog: Catalog, isNative: Bool = true) -> [String] {
    func own(_ text: LocalizedText) -> String {
      Language.allCases.filter { text.has($0) && text.source(in: $0) == .file }
        .map { "\($0)=\(catalog.string(text[$0]))" }.joined(separator: "|")
    }
    func row(_ field: Field) -> String {
      "\(field.key) \(field.language) \(catalog.string(field.label)) \(catalog.string(field.value))"
    }
    var lines: [String] = []
    for layer in catalog.layerIDs {
      let record = catalog[layer]
      lines.append("layer \(catalog.string(record.id)) \(own(record.name)) \(isNative ? "\(record.kind)" : "")")
      if isNative { lines.append("\(own(record.summary)) \(own(record.recap))") }
      lines.append("\(own(record.guide)) \(own(record.guideRecap))")
      lines.append(catalog.keywords(of: layer).map(catalog.string).joined(separator: ","))
      for category in catalog.categories(of: layer) {
        let record = catalog[category]
        lines.append("category \(catalog.string(record.id)) \(own(record.name))")
        lines.append(
          "\(own(record.guide)) " + catalog.keywords(of: category).map(catalog.string).joined(separator: ","))
        if isNative {
          lines.append("\(own(record.what)) \(own(record.tooling))")
          lines.append(catalog.kinds(of: category).map { catalog.string(catalog[$0].id) }.joined(separator: ","))
        }
        lines.append(
          (0..<catalog.toolCount(of: category)).map { catalog.string(catalog[catalog.tool(at: $0, of: category)].id) }
            .joined(separator: ","))
      }
    }
    for tool in catalog.toolIDs {
      let record = catalog[tool]
      // Rows of one key keep their order; keys stand in another one.
      let rows = catalog.fields(of: tool).filter { $0.source == .file }
      let sorted = rows.enumerated().sorted {
        ($0.element.key.rawValue, $0.offset) < ($1.element.key.rawValue, $1.offset)
      }
      lines.append(
        "tool \(catalog.string(record.id)) \(catalog.string(record.name)) \(own(record.summary)) "
          + "\(catalog.string(record.homepage)) \(catalog.string(record.repository)) \(catalog.maturity(of: tool)) "
          + "\(record.status) \(record.licenseClass) "
          + sorted.map { row($0.element) }.joined(separator: "; "))
    }
    let landscape = catalog.landscape
    lines.append(
      // Without a foundation it is called after its file.
      (isNative || !landscape.foundation.isEmpty ? own(landscape.name) : "")
        + "\(catalog.string(landscape.foundation)) \(catalog.string(landscape.homepage)) "
        + "\(own(landscape.introduction))")
    lines += catalog.groups.map { group in
      "group \(own(group.name)) "
        + catalog.layers(of: group).map { catalog.string(catalog[$0].id) }.joined(separator: ",")
    }
    lines += catalog.features.map { feature in
      let subject =
        switch feature.subject {
        case .maturity(let number): catalog.maturities[Int(number)]
        case .category(let id): catalog.string(catalog[id].id)
        }
      return "featured \(subject) \(catalog.string(feature.label)) \(feature.order.map(String.init) ?? "last")"
    }
    if isNative {
      lines.append(catalog.string(landscape.asOf))
      lines += catalog.tags.map { "tag \(catalog.string($0.id)) \(own($0.name))" }
      lines += catalog.themes.map { theme in
        "theme \(catalog.string(theme.id)) \(own(theme.name)) \(own(theme.what)) "
          + catalog.tools(of: theme).map { catalog.string(catalog[$0].id) }.joined(separator: ",")
      }
    }
    return lines
  }

  func native(_ catalog: Catalog, tools: [ToolID]? = nil) throws -> Catalog {
    var text = ""
    NativeWriter(catalog, tools: tools).text { text += $0 }
    let (again, diagnostics) = Catalog.read(sources: [("export.yaml", Array(text.utf8))])
    let errors = diagnostics.filter { $0.severity == .error }.map { "\($0.place.offset): \($0.message)" }
    #expect(errors == [])
    return try #require(again)
  }

  func landscape2(_ catalog: Catalog) throws -> Catalog {
    var text = ""
    let writer = Landscape2Writer(catalog)
    writer.text { text += $0 }
    func source(_ name: String, _ text: String) -> Catalog.Source? {
      text.isEmpty ? nil : Catalog.Source(name: name, bytes: Array(text.utf8))
    }
    let input = Catalog.Input(
      files: [try #require(source("landscape.yml", text))], guide: source("guide.yml", writer.guide),
      settings: source("settings.yml", writer.settings))
    let (again, diagnostics) = Catalog.read([input])
    #expect(diagnostics.filter { $0.severity == .error }.map(\.message) == [])
    return try #require(again)
  }

  func expectSame(_ a: [String], _ b: [String]) {
    #expect(a.count == b.count)
    let differences = zip(a, b).filter { $0 != $1 }
    #expect(differences.isEmpty, "\(differences.prefix(3).map { "\($0.0)\n\($0.1)" }.joined(separator: "\n\n"))")
  }

  static let small = """
    landscape:
      - name: Layer One
        subcategories:
          - name: CI/CD & more
            items:
              - name: "Quoted: yes # no"
                description: "Two\\nlines, and a tab\\there. \\u202Ebidi, \\u200Bzero"
                homepage_url: https://a.io
                repo_url: https://github.com/a/a
                project: graduated
                license: MIT
                organization: {name: A & B}
                joined: '2020-01-02'
                enduser: true
                second_path: ["Layer Two / C"]
                twitter: https://x.com/a
                extra:
                  accepted: '2016-03-04'
                  graduated: '2018-03-04'
                  annual_review_date: '2021-01-02'
                  annual_review_url: https://a.io/review
                  specification: true
                  summary_use_case: Use.
                  summary_business_use_case: Business.
                  summary_integrations: Two, three
                  summary_personas: SREs
                  summary_release_rate: Monthly
                  summary_tags: x, y
                  tag: [app-delivery, runtime]
                  chat_channel: '#t'
                  training_type: online
                  training_certifications: capa
                  annotations: {sponsor: Someone}
                  audits: [{type: fuzzing, url: "https://a.io/audit"}]
                  other_links: [{name: Same, url: "https://a.io/1"}, {name: Same, url: "https://a.io/2"}]
              - {name: 'no', homepage_url: "https://b.io", extra: {parent_project: 'Quoted: yes # no'}}
              - {name: '007', homepage_url: "https://c.io", extra: {parent_project: Somebody else}, project: archived}
              - {name: 中文, homepage_url: "https://d.io"}
              - {name: 'no', homepage_url: "https://e.io"}
      - name: Layer Two
        subcategories:
          - name: C
            items:
              - name: Last
                homepage_url: "https://f.io"
                github_data:
                  license: MIT
                  stars: 1502
                  contributors_count: 14
                  latest_commit_date: 2024-08-22T07:39:45Z
                  release_date: 2024-05-20T00:00:00Z
                  languages: [{name: Go, value: 505}, {name: Shell, value: 495}, {name: Make, value: 1}]
                github_start_commit_data: {start_date: 2019-02-21T00:00:00Z}
          - name: D
            items: [{name: Languages, homepage_url: "https://g.io", extra: {summary_languages: "Go, Rust"}}]
    """

  static let smallGuide = """
    categories:
      - category: About
        content: Loose words.
        keywords: [one, two]
      - category: Layer One
        content: "The chapter.\\n\\nIts second part."
        keywords: [alpha, "beta, gamma"]
        subcategories:
          - {subcategory: Before, content: What comes first.}
          - {subcategory: CI/CD & more, content: "## Heading\\n\\n- a\\n- b", keywords: [pipelines]}
          - {subcategory: After, content: "What comes last.\\n\\nTwice.", keywords: [recap]}
          - {subcategory: And more}
      - category: Layer Two
        subcategories: [{subcategory: C}, {subcategory: Behind, content: All of it.}]
    """

  static let smallSettings = """
    foundation: Somebody
    url: https://landscape.example
    description: "A landscape.\\n\\nIn two parts."
    groups:
      - {name: Both, categories: [Layer One, Layer Two]}
      - {name: "Second: only", categories: [Layer Two]}
      - {name: None, categories: []}
    categories: [{name: Layer Two, subcategories: [D, C]}]
    enduser: [{category: Layer Two, subcategories: [D]}]
    tags: {tag-x: [{category: Layer One}]}
    featured_items:
      - {field: maturity, options: [{value: graduated, order: 2, label: Best}, {value: archived}]}
      - {field: subcategory, options: [{value: C, order: 1, label: "C: first"}]}
    """

  @Test func `landscape2 goes to strata's format and back`() throws {
    func source(_ name: String, _ text: String) -> Catalog.Source {
      Catalog.Source(name: name, bytes: Array(text.utf8))
    }
    let input = Catalog.Input(
      files: [source("landscape.yml", Self.small)], guide: source("guide.yml", Self.smallGuide),
      settings: source("settings.yml", Self.smallSettings))
    let first = try #require(Catalog.read([input]).catalog)
    #expect(first.groups.count == 3 && first.features.count == 3)
    #expect(first.string(first.layers[0].guideRecap.en).hasSuffix("\n\n## And more"))
    let second = try native(first)
    expectSame(said(first), said(second))
    expectSame(said(second, isNative: false), said(try landscape2(second), isNative: false))
  }

  @Test(
    .enabled(if: Shared.isThere),
    arguments: [
      ("data/cncf/landscape.yml", "data/cncf/guide.yml", "data/cncf/settings.yml"),
      ("data/cdf/landscape.yml", nil, nil),
      ("data/cdf/processed_landscape.yml", nil, nil),
    ] as [(String, String?, String?)])
  func `real landscapes go to strata's format and back`(_ path: String, _ guide: String?, _ settings: String?) throws {
    let input = Catalog.Input(
      files: [try Shared.source(path)], guide: try guide.map(Shared.source), settings: try settings.map(Shared.source))
    let first = try #require(Catalog.read([input]).catalog)
    let second = try native(first)
    expectSame(said(first), said(second))
    expectSame(said(second, isNative: false), said(try landscape2(second), isNative: false))
  }

  @Test(.enabled(if: Shipped.isThere)) func `strata's own catalog is written as it was read`() throws {
    let first = try #require(Catalog.read(sources: try Shipped.sources()).catalog)
    expectSame(said(first), said(try native(first)))
  }

  @Test(.enabled(if: Shipped.isThere)) func `a part of a catalog leads nowhere outside of it`() throws {
    let first = try #require(Catalog.read(sources: try Shipped.sources()).catalog)
    let part = first.toolIDs.filter { $0.index % 7 == 3 }
    let again = try native(first, tools: part)
    #expect(again.toolIDs.map { again.string(again[$0].id) } == part.map { first.string(first[$0].id) })
  }

  /// Shares of a repository's code, as many as are told apart: rounded, they say the same when they are read again.
  @Test func `shares are written so that they round to themselves`() throws {
    var seed: UInt64 = 7
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<300 {
      let sizes = (0...next(12)).map { _ in next(10) == 0 ? next(3) : next(1000) }
      let languages = sizes.enumerated().map { "{name: L\($0), value: \($1)}" }.joined(separator: ", ")
      let text =
        "landscape: [{name: L, subcategories: [{name: C, items: [{name: T, github_data: {languages: [\(languages)]}}]}]}]"
      let first = try #require(read(("landscape.yml", text)).catalog)
      expectSame(said(first, isNative: false), said(try landscape2(first), isNative: false))
    }
  }

  @Test func `groups and featured tools of strata's format lead to what is there`() throws {
    func text(_ groups: String, _ featured: String) -> String {
      """
      landscape: {name: N, groups: [\(groups)], featured: [\(featured)]}
      layers:
        - {id: a, name: A, categories: [{id: c, name: C}]}
        - {id: b, name: B}

      """
    }
    for (groups, featured, problem) in [
      ("{name: G, layers: [a, x]}", "", "'x'"), ("{layers: [a]}", "", "group without a name"),
      ("", "{category: y}", "'y'"), ("", "{label: None}", "a featured item without 'maturity'"),
      ("{name: G, layer: [a]}", "", "'layer'"), ("", "{categry: c}", "'categry'"),
    ] {
      let messages = read(("team.yaml", text(groups, featured))).diagnostics.map(\.message)
      #expect(messages.contains { $0.contains(problem) }, "\(messages)")
    }
    let sound = text(
      "{name: {en: G, zh: 组}, layers: [b, a, a]}, {name: G, layers: [b]}",
      "{category: c, label: First, order: 1}, {maturity: graduated}")
    let read = try #require(read(("team.yaml", sound)).catalog)
    #expect(read.groups.count == 1 && Array(read.layers(of: read.groups[0])) == [LayerID(1), LayerID(0)])
    #expect(read.features.map(\.order) == [1, nil])
    expectSame(said(read), said(try native(read)))
  }

  @Test func `an empty catalog is written, too`() throws {
    let none = try #require(read(("none.yaml", "layers: []\n")).catalog)
    #expect(try native(none).layers.isEmpty)
  }

  @Test(arguments: [
    "", " ", "a", "-", "- a", "a: b", "a #b", "'", "\"", "null", "~", "1", "1.5", "0x1F", "true", "a\n", "\na",
    "a\n\nb\n\n",
    " a\nb", "a \nb", "\t", "a\tb", "@a", "%", "[a", "{", "\u{FEFF}", "\u{202E}x", "\u{2028}", "e\u{301}", "👩‍👩‍👧", "=",
    "<<", "#",
    "line\n# no comment\n  indented", "\r\n", "\u{85}", "\u{1B}[31m", "x: |", "---", "...", "a\n---\nb",
  ])
  func `every text is read as it was written`(_ text: String) throws {
    let yaml = "k: " + YAMLText.value(text, indent: 2) + "\nl: [" + YAMLText.scalar(text) + "]\n"
    let (document, diagnostics) = Document.parse(Array(yaml.utf8), name: "x")
    #expect(diagnostics.map(\.message) == [])
    let root = try #require(document.roots.first)
    #expect(document.value(of: "k", in: root).map { document.string($0) } == text)
    let list = try #require(document.value(of: "l", in: root))
    #expect(document.firstChild(of: list).map { document.string($0) } == text)
  }
}
