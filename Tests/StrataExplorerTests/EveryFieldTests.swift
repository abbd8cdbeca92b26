import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Whatever the model holds is on a page.
@Suite struct EveryFieldTests {
  /// A native catalog and a landscape2 file that together have a value for every key of a field.
  static let native = catalog(
    """
    landscape:
      name: {en: Name of all, zh: 总名}
      asOf: 2026-01-02
      introduction: {en: Introduced so., zh: 这样介绍。}
      choosing: {en: Chosen so., zh: 这样选择。}
      layers: [l]
      tags: [{id: fast, name: {en: Fast tag, zh: 快}}]
      themes:
        - {id: th, name: Theme name, what: Theme what., where: Theme where., choosing: Theme choosing., tools: [t]}
    layers:
      - id: l
        name: {en: Layer name, zh: 层名}
        summary: {en: Layer summary., zh: 层的概述。}
        recap: {en: Layer recap., zh: 层的小结。}
        categories:
          - id: c
            name: {en: Category name, zh: 类名}
            what: {en: Category what., zh: 类是什么。}
            problem: {en: Category problem., zh: 类的问题。}
            solution: {en: Category solution., zh: 类的解决。}
            tooling: {en: Category tooling., zh: 类的工具。}
            kinds: [{id: k, name: Kind name, when: Kind when.}]
            facts: [{id: f, name: Fact name}]
            terms: [{term: Term name, meaning: Term meaning.}]
            related: [{category: d, reason: Related reason.}]
            tools:
              - id: t
                name: Tool name
                kind: k
                aliases: [Alias value]
                keywords: [Keyword value]
                summary: {en: Tool summary., zh: 工具概述。}
                homepage: https://home.example
                repository: https://repo.example
                license: MIT
                licenseClass: open
                previousLicenses: [{license: BSD-3-Clause, until: 2019-01-01}]
                organization: Organization value
                maturity: archived
                accepted: 2017-01-01
                incubating: 2018-01-01
                graduated: 2019-02-02
                archived: 2020-03-03
                also: [d]
                lifecycle: {status: retired, date: 2021-05, note: Note of life.}
                replacedBy: [u]
                partOf: u
                language: Rust
                delivery: [library]
                since: 2015-06
                listed: 2016-07
                facts: {f: Fact value}
                pickWhen: {en: Pick it so., zh: 这样选它。}
                former: [https://former.example]
                tags: [fast]
                links: {documentation: https://docs.example}
              - {id: u, name: Other name, replaces: [t]}
          - {id: d, name: Second category}
    """)

  static let foreign = catalog(
    """
    landscape:
      - name: L
        subcategories:
          - name: C
            items:
              - name: Item
                homepage_url: https://item.example
                logo: l.svg
                description: Item description.
                enduser: true
                open_source: true
                joined: 2020-02-02
                twitter: https://twitter.com/item
                extra:
                  annual_review_date: 2021-01-01
                  annual_review_url: https://review.example
                  audits: [{date: 2022-02-02, type: security, vendor: Vendor, url: "https://audit.example"}]
                  specification: true
                  summary_use_case: Use case text.
                  summary_business_use_case: Business text.
                  summary_integrations: Integration text
                  summary_personas: Persona text
                  summary_release_rate: Release text
                  tag: advisory-text
                  chat_channel: "#channel"
                  parent_project: Parent text
                  training_type: Training type text
                  training_certifications: Certification text
                  annotations: {other: Annotation text}
                github_data: {stars: 4711, contributors_count: 815, latest_commit_date: '2024-08-22', release_date: '2024-05-20'}
                github_start_commit_data: {start_date: '2019-02-21'}
    """)

  /// Both pages of every tool, the category's and the layer's, as text, in a language.
  private func pages(_ catalog: Catalog, _ language: Language) throws -> String {
    var reader = try explorer("", 120, 40, language, in: catalog)
    let all: [Page] = catalog.book + catalog.tools.indices.map { .tool(ToolID($0)) }
    var text = ""
    for page in all {
      let key = PageText.Key(
        page: page, width: 80, tableWidth: 110, language: language, query: ListQuery())
      let laid = reader.work.page(key, reader.context)
      let rows = TableColumns(laid.rows, width: 110, reader.context)
      for index in 0..<laid.lineCount {
        let line = laid.row(onLine: index).map { rows.line($0, reader.context) } ?? laid.line(index)
        text += line.text + line.right.map(\.text).joined() + "\n"
      }
      text += laid.addresses.map { $0.title + " " + $0.url }.joined(separator: "\n") + "\n"
    }
    return text
  }

  /// What of a field's value is to be read on the page.
  private func shown(_ field: Field, _ words: Words, _ catalog: Catalog) -> [String] {
    let value = catalog.string(field.value)
    let label = catalog.string(field.label)
    switch field.key {
    case .kind: return ["Kind name"]
    case .also:
      return [catalog.categoryID(for: value).map { catalog.string(catalog[$0].name, in: words.language) } ?? value]
    case .replacedBy, .replaces, .partOf:
      return [catalog.toolID(for: value).map { catalog.string(catalog[$0].name) } ?? value]
    case .lifecycle: return [Life.Status(rawValue: value).map(words.title)?.capitalizedFirst ?? value, label]
    case .licenseClass: return [LicenseClass(rawValue: value).map(words.title) ?? value]
    case .delivery: return [words.title(ofDelivery: value)]
    case .tag: return [catalog.tag(for: value).map { catalog.string($0.name, in: words.language) } ?? value]
    case .specification, .endUser, .openSource: return [words.title(of: field.key)]
    case .lifecycleNote, .fact, .pickWhen: return field.language == words.language ? [value] : []
    case .link: return [value, words.title(ofLink: label)]
    case .alias, .license, .organization, .keyword, .accepted, .incubating, .graduated, .archived, .since, .listed,
      .former:
      return [value]
    case .previousLicense, .joined, .annualReview, .audit, .useCase, .businessUseCase, .integrations, .personas,
      .releaseRate, .advisoryGroup, .language, .chat, .training, .annotation, .stars, .contributors, .started,
      .latestCommit, .latestRelease:
      return [value, label]
    }
  }

  @Test(arguments: [Self.native, Self.foreign].indices, Language.allCases)
  func `every field of every tool is on its page`(index: Int, language: Language) throws {
    let catalog = [Self.native, Self.foreign][index]
    let text = try pages(catalog, language)
    for tool in catalog.tools.indices.map(ToolID.init) {
      for field in catalog.fields(of: tool) {
        for part in shown(field, Words[language], catalog) where !part.isEmpty {
          #expect(text.contains(part), "\(field.key): \(part)")
        }
      }
    }
  }

  /// What the page has, `list --format json` has, too.
  @Test(arguments: [Self.native, Self.foreign].indices) func `every field of every tool is in its JSON`(index: Int) {
    let catalog = [Self.native, Self.foreign][index]
    var json = ""
    ListReport.json(catalog, catalog.toolIDs) { json += $0 }
    for tool in catalog.toolIDs {
      let tool = catalog[tool]
      for text in [tool.id, tool.name, tool.homepage, tool.repository] + tool.summary.all {
        #expect(json.contains(catalog.string(text)))
      }
    }
    for tool in catalog.toolIDs {
      for field in catalog.fields(of: tool) where field.source == .file {
        // A flag stands by its name.
        let isFlag = field.key == .specification || field.key == .endUser || field.key == .openSource
        let parts = isFlag ? ["\(field.key)"] : [catalog.string(field.value), catalog.string(field.label)]
        for part in parts { #expect(json.contains(part), "\(field.key): \(part)") }
      }
    }
  }

  @Test func `the two catalogs have every key`() {
    var met: Set<Field.Key> = []
    for catalog in [Self.native, Self.foreign] {
      for tool in catalog.tools.indices { met.formUnion(catalog.fields(of: ToolID(tool)).map(\.key)) }
    }
    #expect(Set(Field.Key.allCases).subtracting(met) == [])
  }

  @Test(arguments: Language.allCases) func `every text of layers, categories and themes is on a page`(
    language: Language
  ) throws {
    let catalog = Self.native
    let text = try pages(catalog, language)
    var all: [LocalizedText] = [catalog.landscape.name, catalog.landscape.introduction, catalog.landscape.choosing]
    for layer in catalog.layers { all += [layer.name, layer.summary, layer.recap] }
    for (index, category) in catalog.categories.enumerated() {
      all += [category.name, category.what, category.problem, category.solution, category.tooling]
      for kind in catalog.kinds(of: CategoryID(index)) { all += [catalog[kind].name, catalog[kind].when] }
      for fact in catalog.facts(of: CategoryID(index)) { all.append(fact.name) }
      for term in catalog.terms(of: CategoryID(index)) { all += [term.term, term.meaning] }
      for relation in catalog.relations(of: CategoryID(index)) { all.append(relation.reason) }
    }
    for tool in catalog.tools { all.append(tool.summary) }
    for theme in catalog.themes { all += [theme.name, theme.what, theme.location, theme.choosing] }
    for localized in all where !localized.isEmpty {
      let string = catalog.string(localized, in: language)
      #expect(text.contains(string), "\(string)")
    }
    #expect(text.contains("2026-01-02"))
  }
}
