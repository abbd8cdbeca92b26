import StrataYAML
import Testing

@testable import StrataCatalog

/// What is written is read again as it was.
@Suite struct RoundTripTests {
  /// All that the files say, in the order of the catalog: a line a tool, layer or category.
  private func said(_ catalog: Catalog, isNative: Bool = true) -> [String] {
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
      if isNative {
        lines.append("\(own(record.summary)) \(own(record.recap)) \(own(record.guide)) \(own(record.guideRecap))")
        lines.append(catalog.keywords(of: layer).map(catalog.string).joined(separator: ","))
      }
      for category in catalog.categories(of: layer) {
        let record = catalog[category]
        lines.append("category \(catalog.string(record.id)) \(own(record.name))")
        if isNative {
          lines.append("\(own(record.what)) \(own(record.tooling)) \(own(record.guide))")
          lines.append(catalog.keywords(of: category).map(catalog.string).joined(separator: ","))
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
    if isNative {
      lines.append(
        "\(own(landscape.name)) \(catalog.string(landscape.asOf)) \(catalog.string(landscape.foundation)) "
          + "\(own(landscape.introduction))")
      lines += catalog.tags.map { "tag \(catalog.string($0.id)) \(own($0.name))" }
      lines += catalog.themes.map { theme in
        "theme \(catalog.string(theme.id)) \(own(theme.name)) \(own(theme.what)) "
          + catalog.tools(of: theme).map { catalog.string(catalog[$0].id) }.joined(separator: ",")
      }
    }
    return lines
  }

  private func native(_ catalog: Catalog, tools: [ToolID]? = nil) throws -> Catalog {
    var text = ""
    NativeWriter(catalog, tools: tools).text { text += $0 }
    let (again, diagnostics) = Catalog.read(sources: [("export.yaml", Array(text.utf8))])
    let errors = diagnostics.filter { $0.severity == .error }.map { "\($0.place.offset): \($0.message)" }
    #expect(errors == [])
    return try #require(again)
  }

  private func landscape2(_ catalog: Catalog) throws -> Catalog {
    var text = ""
    Landscape2Writer(catalog).text { text += $0 }
    return try #require(Catalog.read(sources: [("landscape.yml", Array(text.utf8))]).catalog)
  }

  private func expectSame(_ a: [String], _ b: [String]) {
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
          - {name: C, items: [{name: Last, homepage_url: "https://f.io"}]}
    """

  @Test func `landscape2 goes to strata's format and back`() throws {
    let first = try #require(read(("landscape.yml", Self.small)).catalog)
    let second = try native(first)
    expectSame(said(first), said(second))
    expectSame(said(second, isNative: false), said(try landscape2(second), isNative: false))
  }

  @Test(.enabled(if: Shared.isThere), arguments: ["data/cncf/landscape.yml", "data/cdf/landscape.yml"])
  func `real landscapes go to strata's format and back`(_ path: String) throws {
    let first = try #require(Catalog.read([Catalog.Input(files: [try Shared.source(path)])]).catalog)
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
