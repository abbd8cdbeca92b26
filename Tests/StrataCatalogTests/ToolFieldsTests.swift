import StrataCatalog
import StrataText
import StrataYAML
import Testing

/// What a tool is: kinds, life, license, facts, themes, tags.
@Suite struct ToolFieldsTests {
  static let whole = """
    landscape:
      name: Data
      layers: [storage, tools]
      reading: [tools, storage]
      tags:
        - {id: sql, name: {en: SQL, zh: 结构化查询语言}, aliases: [Structured Query Language]}
        - {id: plain, name: Plain}
      themes:
        - id: finops
          name: {en: FinOps, zh: 云成本}
          what: {en: Costs., zh: 成本。}
          where: {en: Here., zh: 这里。}
          choosing: {en: Cheap first., zh: 便宜优先。}
          tools: [vitess, fauna]
    layers:
      - id: storage
        name: Storage
        categories:
          - id: database
            name: Database
            aliases: [DBMS, {en: data store, zh: 数据存储}]
            kinds:
              - {id: relational, name: {en: Relational, zh: 关系型}, aliases: [SQL, RDBMS], when: {en: For rows., zh: 存行。}}
              - {id: key-value, name: Key-value}
            facts:
              - {id: wire-protocol, name: {en: Wire protocol, zh: 通信协议}}
              - {id: consistency, name: Consistency}
            tools:
              - id: old-sql
                name: Old SQL
                kind: relational
                lifecycle: {status: retired, date: 2020, note: {en: The maker closed., zh: 厂商关闭。}}
              - id: cockroachdb
                name: CockroachDB
                aliases: [CRDB]
                kind: relational
                keywords: [NewSQL, {zh: 分布式数据库}, {en: distributed, zh: 分布式}]
                license: LicenseRef-CockroachDB-Software-License
                licenseClass: source-available
                previousLicenses: [{license: BUSL-1.1, until: 2024-11-18}, {license: Apache-2.0, until: 2019-06}]
                partOf: vitess
                language: Go
                delivery: [self-hosted, managed]
                since: 2015
                listed: 2018-04
                former: [https://cockroach.example]
                facts: {wire-protocol: PostgreSQL, consistency: {en: strict, zh: 严格}}
                pickWhen: {en: Many regions., zh: 多地域。}
                tags: [sql]
              - id: vitess
                name: Vitess
                kind: relational
                license: Apache-2.0
              - {id: tikv, name: TiKV, kind: key-value, license: Apache-2.0 AND BUSL-1.1}
      - id: tools
        name: Tools
        categories:
          - id: migration
            name: Migration
            kinds: [{id: schema, name: Schema}]
            tools:
              - id: schemahero
                name: SchemaHero
                kind: schema
                maturity: archived
                archived: 2025-02-03
                also: [{category: database, kind: relational}]
              - {id: fauna, name: Fauna, also: [database], lifecycle: {status: maintenance}}
              - {id: gitlab, name: GitLab, license: MIT, licenseClass: mixed}
              - {id: closed, name: Closed, license: BUSL-1.1, licenseClass: open}
    """

  let catalog: Catalog

  init() throws {
    let (catalog, diagnostics) = read(("data.yaml", Self.whole))
    #expect(diagnostics == [])
    self.catalog = try #require(catalog)
  }

  private func both(_ text: LocalizedText) -> String { "\(catalog.string(text.en))|\(catalog.string(text.zh))" }
  private func tool(_ id: String) throws -> ToolID { try #require(catalog.toolID(for: id)) }
  private func ids(_ tools: some Sequence<ToolID>) -> [String] { tools.map { catalog.string(catalog[$0].id) } }

  @Test func `a category has other words, kinds and facts`() throws {
    let database = try #require(catalog.categoryID(for: "database"))
    #expect(catalog.aliases(of: database).map(both) == ["DBMS|", "data store|数据存储"])
    let kinds = catalog.kinds(of: database)
    #expect(kinds.map { both(catalog[$0].name) } == ["Relational|关系型", "Key-value|"])
    #expect(kinds.map { both(catalog[$0].when) } == ["For rows.|存行。", "|"])
    #expect(kinds.map { catalog[$0].category } == [database, database])
    #expect(catalog.aliases(of: kinds[0]).map(both) == ["SQL|", "RDBMS|"])
    #expect(catalog.facts(of: database).map { both($0.name) } == ["Wire protocol|通信协议", "Consistency|"])
    #expect(catalog.kinds.count == 3)
  }

  @Test(arguments: [("Go", ["Go"]), ("[Go, Rust]", ["Go", "Rust"]), ("[]", []), ("''", [])])
  func `a tool is written in one language or in several`(value: String, languages: [String]) throws {
    let data = """
      layers:
        - id: runtime
          name: Runtime
          categories:
            - {id: engines, name: Engines, tools: [{id: kata, name: Kata, language: \(value)}]}
      """
    let (catalog, diagnostics) = read(("data.yaml", data))
    let read = try #require(catalog)
    #expect(diagnostics == [])
    #expect(read.values(.language, of: try #require(read.toolID(for: "kata"))).map(read.string) == languages)
  }

  @Test func `a tool has a kind on every shelf that says so`() throws {
    let database = try #require(catalog.categoryID(for: "database"))
    let migration = try #require(catalog.categoryID(for: "migration"))
    func kind(_ id: String, _ category: CategoryID) throws -> String? {
      catalog.kind(of: try tool(id), in: category).map { catalog.string(catalog[$0].id) }
    }
    #expect(try kind("tikv", database) == "key-value")
    #expect(try kind("tikv", migration) == nil)
    #expect(try kind("schemahero", migration) == "schema")
    #expect(try kind("schemahero", database) == "relational")
    #expect(try kind("fauna", database) == nil)
    // On all shelves at once: as many as one by one.
    for tool in catalog.toolIDs {
      #expect(catalog.kinds(of: tool) == catalog.shelves(of: tool).compactMap { catalog.kind(of: tool, in: $0) })
    }
    #expect(
      ids(catalog.tools(of: catalog.kinds(of: database)[0])) == ["cockroachdb", "vitess", "old-sql", "schemahero"])
  }

  @Test func `of a kind that holds several jobs only tools with one in common are alternatives`() throws {
    let data = """
      landscape:
        name: Upkeep
        tags: [{id: reboot, name: Reboots}, {id: reload, name: Reloads}, {id: cli, name: Command line}]
      layers:
        - id: operations
          name: Operations
          categories:
            - id: upkeep
              name: Upkeep
              kinds: [{id: daily, name: Daily, jobs: [reboot, reload, rebot]}]
              tools:
                - {id: a, name: A, kind: daily, tags: [cli, reboot], license: MIT}
                - {id: b, name: B, kind: daily, tags: [reload, reboot], license: MIT}
                - {id: c, name: C, kind: daily, tags: [cli, reload], license: MIT}
                - {id: d, name: D, kind: daily, tags: [cli], license: MIT}
      """
    let (read, diagnostics) = Catalog.read(
      [Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: Array(data.utf8))])], scrutiny: .checking)
    let catalog = try #require(read)
    #expect(diagnostics.map(\.message) == ["tag 'rebot' is not among the tags of the landscape"])
    func alternatives(_ catalog: Catalog) -> [[String]] {
      catalog.tools.indices.map { index in
        catalog.alternatives(of: ToolID(index)).map { catalog.string(catalog[$0].id) }
      }
    }
    #expect(alternatives(catalog) == [["b"], ["a", "c"], ["b"], []])
    var written = ""
    NativeWriter(catalog).text { written += $0 }
    let (again, _) = Catalog.read(sources: [("b.yaml", Array(written.utf8))])
    #expect(alternatives(try #require(again)) == alternatives(catalog))
  }

  @Test func `a standard and a program are no alternatives`() throws {
    let catalog = try #require(
      Catalog.read(
        sources: [
          (
            "a.yaml",
            Array(
              """
              layers:
                - id: a
                  name: A
                  categories:
                    - id: b
                      name: B
                      kinds: [{id: k, name: K}]
                      tools:
                        - {id: program, name: P, kind: k, delivery: [self-hosted]}
                        - {id: standard, name: S, kind: k, delivery: [specification]}
                        - {id: both, name: C, kind: k, delivery: [library, specification]}
                        - {id: other, name: O, kind: k, delivery: [specification]}
              """.utf8)
          )
        ]
      ).catalog)
    let alternatives = catalog.tools.indices.map { index in
      catalog.alternatives(of: ToolID(index)).map { catalog.string(catalog[$0].id) }
    }
    #expect(alternatives == [["both"], ["other"], ["program"], ["standard"]])
  }

  @Test func `alternatives are the tools of the same kind by weight, retired ones last`() throws {
    #expect(ids(catalog.alternatives(of: try tool("vitess"))) == ["cockroachdb", "old-sql", "schemahero"])
    #expect(ids(catalog.alternatives(of: try tool("tikv"))) == [])
    #expect(ids(catalog.alternatives(of: try tool("fauna"))) == [])
  }

  @Test func `a tool's life has a state, a date and a sentence; an archived project is retired`() throws {
    func life(_ id: String) throws -> String {
      let life = catalog.life(of: try tool(id))
      return "\(life.status) \(catalog.string(life.date)) \(both(life.note))"
    }
    #expect(try life("old-sql") == "retired 2020 The maker closed.|厂商关闭。")
    #expect(try life("schemahero") == "retired 2025-02-03 |")
    #expect(try life("fauna") == "maintenance  |")
    #expect(try life("vitess") == "active  |")
  }

  @Test func `what a license does not say, the file says; but never that it is open when it is not`() throws {
    func licenseClass(_ id: String) throws -> LicenseClass { catalog.licenseClass(of: try tool(id)) }
    #expect(try licenseClass("cockroachdb") == .sourceAvailable)
    #expect(try licenseClass("vitess") == .open)
    #expect(try licenseClass("tikv") == .mixed)
    #expect(try licenseClass("gitlab") == .mixed)
    #expect(try licenseClass("closed") == .sourceAvailable)
    #expect(try licenseClass("fauna") == .unknown)
  }

  @Test func `reads every other field`() throws {
    let id = try tool("cockroachdb")
    let fields = catalog.fields(of: id).map {
      "\($0.key) \($0.language) | \(catalog.string($0.label)) | \(catalog.string($0.value))"
    }
    #expect(
      fields == [
        "alias en |  | CRDB", "kind en |  | relational", "keyword en |  | NewSQL", "keyword zh |  | 分布式数据库",
        "keyword en |  | distributed", "keyword zh |  | 分布式",
        "license en |  | LicenseRef-CockroachDB-Software-License", "licenseClass en |  | source-available",
        "previousLicense en | 2024-11-18 | BUSL-1.1", "previousLicense en | 2019-06 | Apache-2.0",
        "partOf en |  | vitess", "language en |  | Go", "delivery en |  | self-hosted", "delivery en |  | managed",
        "since en |  | 2015", "listed en |  | 2018-04", "former en |  | https://cockroach.example",
        "fact en | wire-protocol | PostgreSQL", "fact en | consistency | strict", "fact zh | consistency | 严格",
        "pickWhen en |  | Many regions.", "pickWhen zh |  | 多地域。", "tag en |  | sql",
      ])
    #expect(catalog.partOf(id) == (try tool("vitess")))
    #expect(both(catalog.text(.pickWhen, of: id)) == "Many regions.|多地域。")
    let facts = catalog.facts(of: catalog[id].category)
    #expect(facts.map { both(catalog.text(of: $0, for: id)) } == ["PostgreSQL|", "strict|严格"])
    #expect(both(catalog.text(of: facts[0], for: try tool("vitess"))) == "|")
  }

  @Test func `a landscape has a vocabulary, themes and a reading order`() throws {
    #expect(catalog.tags.map { both($0.name) } == ["SQL|结构化查询语言", "Plain|"])
    let sql = try #require(catalog.tag(for: "sql"))
    #expect(catalog.aliases(of: sql).map(both) == ["Structured Query Language|"])
    #expect(catalog.tag(for: "nosql") == nil)
    #expect(catalog.tags.allSatisfy { tag in catalog.tag(for: catalog.string(tag.id))?.id == tag.id })
    let theme = try #require(catalog.themes.first)
    #expect(
      [theme.name, theme.what, theme.location, theme.choosing].map(both) == [
        "FinOps|云成本", "Costs.|成本。", "Here.|这里。", "Cheap first.|便宜优先。",
      ])
    #expect(ids(catalog.tools(of: theme)) == ["vitess", "fauna"])
    #expect(catalog.themes(of: try tool("fauna")) == [0])
    #expect(catalog.themes(of: try tool("tikv")) == [])
    #expect(catalog.readingOrder.map { catalog.string(catalog[$0].id) } == ["tools", "storage"])
  }

  @Test func `all of it stands in a tool's JSON`() throws {
    #expect(
      ListReport.json(of: try tool("cockroachdb"), in: catalog) == #"""
        {"id": "cockroachdb", "name": "CockroachDB", "layer": "storage", "category": "database", "layerName": {"en": "Storage", "source": {"en": "file"}}, "categoryName": {"en": "Database", "source": {"en": "file"}}, "also": [], "kind": "relational", "shelves": [{"category": "database", "kind": "relational"}], "maturity": "", "homepage": "", "repository": "", "summary": {}, "aliases": ["CRDB"], "license": "LicenseRef-CockroachDB-Software-License", "keywords": ["NewSQL", "分布式数据库", "distributed", "分布式"], "partOf": "vitess", "previousLicenses": [{"until": "2024-11-18", "license": "BUSL-1.1"}, {"until": "2019-06", "license": "Apache-2.0"}], "delivery": ["self-hosted", "managed"], "since": "2015", "listed": "2018-04", "former": ["https://cockroach.example"], "tags": ["sql"], "languages": [{"share": "", "name": "Go"}], "lifecycle": {"status": "active"}, "licenseClass": "source-available", "facts": {"wire-protocol": {"en": "PostgreSQL", "source": {"en": "file"}}, "consistency": {"en": "strict", "zh": "严格", "source": {"en": "file", "zh": "file"}}}, "pickWhen": {"en": "Many regions.", "zh": "多地域。", "source": {"en": "file", "zh": "file"}}}
        """#)
    #expect(
      ListReport.json(of: try tool("schemahero"), in: catalog) == #"""
        {"id": "schemahero", "name": "SchemaHero", "layer": "tools", "category": "migration", "layerName": {"en": "Tools", "source": {"en": "file"}}, "categoryName": {"en": "Migration", "source": {"en": "file"}}, "also": ["database"], "kind": "schema", "shelves": [{"category": "migration", "kind": "schema"}, {"category": "database", "kind": "relational"}], "maturity": "archived", "homepage": "", "repository": "", "summary": {}, "archived": "2025-02-03", "lifecycle": {"status": "retired", "date": "2025-02-03"}, "licenseClass": "unknown"}
        """#)
  }

  @Test func `a later catalog adds kinds, tags and themes, and overrides them by id`() throws {
    let later = """
      landscape:
        name: Mine
        tags: [{id: sql, name: {zh: 查询}}, {id: own, name: Own}]
        themes: [{id: finops, name: Costs, tools: [own]}]
        reading: [storage, tools]
      layers:
        - id: storage
          categories:
            - id: database
              kinds: [{id: relational, name: {en: Tables}}, {id: graph, name: Graph, when: For edges.}]
              facts: [{id: scale, name: Scale}]
              tools:
                - {id: own, name: Own, kind: graph, facts: {scale: small}}
                - {id: old-sql, lifecycle: {status: deprecated}}
                - id: cockroachdb
                  kind: graph
                  facts: {wire-protocol: {zh: 自有}, scale: large}
                  pickWhen: Never.
      """
    let (laid, diagnostics) = read2(Self.whole, later)
    #expect(diagnostics == [])
    let catalog = try #require(laid)
    func both(_ text: LocalizedText) -> String { "\(catalog.string(text, in: .en))|\(catalog.string(text, in: .zh))" }
    let database = try #require(catalog.categoryID(for: "database"))
    #expect(
      catalog.kinds(of: database).map { both(catalog[$0].name) } == [
        "Tables|关系型", "Key-value|Key-value", "Graph|Graph",
      ])
    #expect(both(catalog[catalog.kinds(of: database)[0]].when) == "For rows.|存行。")
    #expect(catalog.tags.map { both($0.name) } == ["SQL|查询", "Plain|Plain", "Own|Own"])
    #expect(catalog.themes.map { both($0.name) } == ["Costs|Costs"])
    #expect(catalog.tools(of: catalog.themes[0]).map { catalog.string(catalog[$0].id) } == ["own"])
    #expect(catalog.readingOrder == [LayerID(0), LayerID(1)])
    let cockroach = try #require(catalog.toolID(for: "cockroachdb"))
    #expect(catalog.kind(of: cockroach) == catalog.kinds(of: database)[2])
    #expect(
      catalog.facts(of: database).map { both(catalog.text(of: $0, for: cockroach)) } == [
        "PostgreSQL|自有", "strict|严格", "large|large",
      ])
    #expect(both(catalog.text(.pickWhen, of: cockroach)) == "Never.|Never.")
    let old = catalog.life(of: try #require(catalog.toolID(for: "old-sql")))
    #expect(old.status == .deprecated)
    #expect(old.date.isEmpty && old.note.isEmpty)
  }

  private func read2(_ texts: String...) -> (catalog: Catalog?, diagnostics: [Diagnostic]) {
    Catalog.read(
      texts.enumerated().map { index, text in
        Catalog.Input(files: [Catalog.Source(name: "\(index).yaml", bytes: Array(text.utf8))])
      })
  }

  @Test func `a category has at most 255 kinds and facts`() throws {
    func list(_ count: Int) -> String { (1...count).map { "{id: k\($0), name: K}" }.joined(separator: ", ") }
    func text(_ count: Int) -> String {
      """
      layers:
        - id: l
          name: L
          categories:
            - id: c
              name: C
              kinds: [\(list(count))]
              facts: [\(list(count))]
              tools: [{id: t, name: T, kind: k255, facts: {k255: x}}]
      """
    }
    let (most, none) = read(("a.yaml", text(255)))
    #expect(none == [])
    #expect(most?.kind(of: ToolID(0)) == KindID(254))
    let (catalog, diagnostics) = read(("a.yaml", text(256)))
    #expect(
      diagnostics.map(\.message) == [
        "category 'c' has more than 255 kinds; the rest is left out",
        "category 'c' has more than 255 facts; the rest is left out",
      ])
    #expect(catalog?.kinds.count == 255)
  }

  @Test func `checking holds tags, licenses and lives against each other`() {
    let text = """
      landscape: {name: L, tags: [{id: sql, name: SQL}]}
      layers:
        - id: storage
          name: Storage
          categories:
            - id: database
              name: Database
              tools:
                - {id: a, name: A, tags: [sqll, sql], license: Apache-2, previousLicenses: [{license: LicenseRef-Old}]}
                - {id: b, name: B, tags: [sqll], license: LicenseRef-Own}
                - {id: c, name: C, license: MIT OR, licenseClass: open}
                - {id: d, name: D, license: BUSL-1.1, licenseClass: open}
                - {id: e, name: E, license: MIT, licenseClass: mixed}
                - {id: f, name: F, license: NOASSERTION}
                - id: g
                  name: G
                  summary: S.
                  maturity: archived
                  archived: 2020-01-01
                  lifecycle: {status: active}

      """
    let bytes = Array(text.utf8)
    let (_, diagnostics) = Catalog.read(
      [Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: bytes)])], scrutiny: .checking)
    let report = CheckReport(diagnostics, source: { _ in bytes }, columns: { _ in 1 })
    #expect(
      report.text == """
        a.yaml:9:37: warning: tag 'sqll' is not among the tags of the landscape [unknown-tag]
                  - {id: a, name: A, tags: [sqll, sql], license: Apache-2, previousLicenses: [{license: LicenseRef-Old}]}
                                            ^~~~
        hint: did you mean 'sql'?
        a.yaml:9:58: warning: license 'Apache-2' is neither an SPDX identifier or expression nor Proprietary [unknown-license]
                  - {id: a, name: A, tags: [sqll, sql], license: Apache-2, previousLicenses: [{license: LicenseRef-Old}]}
                                                                 ^~~~~~~~
        hint: did you mean 'Apache-2.0'?
        a.yaml:10:53: warning: license 'LicenseRef-Own' does not tell how open the tool is [license-without-class]
                  - {id: b, name: B, tags: [sqll], license: LicenseRef-Own}
                                                            ^~~~~~~~~~~~~~
        hint: add 'licenseClass: …': open, source-available, proprietary or mixed
        a.yaml:11:39: warning: license 'MIT OR' is neither an SPDX identifier or expression nor Proprietary [unknown-license]
                  - {id: c, name: C, license: MIT OR, licenseClass: open}
                                              ^~~~~~
        a.yaml:12:39: warning: 'licenseClass' is open, but license 'BUSL-1.1' is source-available [contradicting-class]
                  - {id: d, name: D, license: BUSL-1.1, licenseClass: open}
                                              ^~~~~~~~
        hint: remove 'licenseClass', or write 'licenseClass: source-available'
        a.yaml:20:33: warning: project 'G' is archived, but its lifecycle is active [contradicting-life]
                    lifecycle: {status: active}
                                        ^~~~~~
        hint: remove 'lifecycle', or write 'status: retired'
        0 errors, 6 warnings

        """)
  }

  @Test func `a landscape2 file's parent projects and archived ones are understood`() throws {
    let text = """
      landscape:
        - category:
          name: Runtime
          subcategories:
            - subcategory:
              name: Storage
              items:
                - item:
                  name: Argo Rollouts
                  extra: {parent_project: Argo}
                - {item: null, name: Stray, extra: {parent_project: Argos}}
                - item:
                  name: Argo
                  project: archived
                  license: Apache License 2.0
                  extra: {archived: '2024-05-06'}
      """
    let (read, diagnostics) = read(("landscape.yml", text))
    let catalog = try #require(read)
    #expect(diagnostics.map(\.message) == ["there is no tool called 'Argos' (parent_project)"])
    let argo = try #require(catalog.toolID(for: "argo"))
    #expect(catalog.partOf(try #require(catalog.toolID(for: "argo-rollouts"))) == argo)
    let stray = try #require(catalog.toolID(for: "stray"))
    #expect(catalog.partOf(stray) == nil)
    #expect(catalog.value(.partOf, of: stray) == "Argos")
    #expect(catalog.life(of: argo).status == .retired)
    #expect(catalog.string(catalog.life(of: argo).date) == "2024-05-06")
    #expect(catalog.licenseClass(of: argo) == .open)
  }
}
