import Foundation
import StrataCatalog
import StrataStack
import StrataYAML
import Testing

enum Fixture {
  static let catalog: Catalog = {
    let text = """
      landscape: {name: Small, layers: [app-definition-development, runtime]}
      layers:
        - id: app-definition-development
          name: Application
          categories:
            - id: database
              name: Database
              tools:
                - {id: postgresql, name: PostgreSQL, homepage: "https://www.postgresql.org", license: PostgreSQL}
                - {id: redis, name: Redis, homepage: "https://redis.io", repository: "https://github.com/redis/redis", license: AGPL-3.0-only, previousLicenses: [{license: BSD-3-Clause, until: 2024-03-20}]}
        - id: runtime
          name: Runtime
          categories:
            - id: network
              name: Network
              tools:
                - {id: cilium, name: Cilium, homepage: "https://cilium.io", maturity: graduated, tags: []}
                - {id: weave-net, name: Weave Net, homepage: "https://weave.works", lifecycle: {status: retired, date: 2024-06}, replacedBy: [cilium]}
                - {id: ingress-nginx, name: ingress-nginx, homepage: "https://github.com/kubernetes/ingress-nginx", lifecycle: {status: deprecated, date: 2026-03}}

      """
    let (catalog, diagnostics) = Catalog.read(sources: [
      (name: "catalog.yaml", bytes: Array(text.utf8))
    ])
    guard let catalog else { fatalError("\(diagnostics)") }
    return catalog
  }()

  static let file = """
    # What we run
    stack:
      version: 1
      name: Platform team
    tools:
      - id: redis
        status: adopted
        owner: team-data
        moves: [{to: trial, on: 2023-01-05}, {to: adopted, on: 2023-06-01}]
      - id: weave-net
        status: hold      # we know
        ignore: [retired]
      - id: ingress-nginx
        status: adopted
      - id: gone
        status: trial
      - name: Our portal
        category: database
        status: assess

    """

  static func read(_ text: String) -> (stack: Stack?, messages: [String]) {
    let (stack, diagnostics) = Stack.read(Array(text.utf8), name: "stack.yaml")
    return (stack, diagnostics.map(line))
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity == .error ? "error" : "warning"
    return "\(severity) \(diagnostic.kind): \(diagnostic.message)"
      + (diagnostic.hint.map { " (\($0))" } ?? "")
  }
}

@Suite("The file of a stack") struct StackTests {
  @Test func readsAllThatIsInIt() throws {
    let (read, messages) = Fixture.read(Fixture.file)
    let stack = try #require(read)
    #expect(messages == [])
    #expect(stack.name == "Platform team")
    #expect(stack.rings == ["adopted", "trial", "assess", "hold", "retired"])
    #expect(stack.entries.map(\.id) == ["redis", "weave-net", "ingress-nginx", "gone", ""])
    #expect(stack.entries[0].date == "2023-06-01")
    #expect(stack.entries[1].ignored == [.retired])
    #expect(stack.entries[4].name == "Our portal")
  }

  @Test(arguments: [
    ("", []),
    ("tools:\n", []),
    (
      "layers: []\n",
      [
        "error no-stack: no stack here: neither 'stack' nor 'tools' at the top (strata stack init writes one to begin with)"
      ]
    ),
    (
      "stack: {version: 2}\n",
      [
        "warning newer-version: the file is of version 2; this strata knows 1 and will not change it"
      ]
    ),
    ("stack: {version: x}\n", ["error bad-version: 'version' must be a number, not 'x'"]),
    ("stack: {rings: [a, a]}\n", ["error bad-ring: a ring stands twice"]),
    (
      "stack: {rings: [unsorted]}\n",
      ["error bad-ring: 'unsorted' cannot be a ring: it is the status of what is not decided yet"]
    ),
    (
      "stack: {nmae: x}\n",
      ["warning unknown-key: unknown key 'nmae' in 'stack' (did you mean 'name'?)"]
    ),
    (
      "tools: x\n",
      ["error wrong-shape: 'tools' must be a list (tools: [{id: harbor, status: adopted}])"]
    ),
    ("tools: [x]\n", ["error wrong-shape: a tool must have keys and values"]),
    (
      "tools: [{status: trial}]\n",
      [
        "error missing-id: a tool without an id (id: of the catalog; or name: and category: for one of your own)"
      ]
    ),
    (
      "tools: [{id: a, status: adoptd}]\n",
      ["error bad-status: 'adoptd' is no ring of this stack (did you mean 'adopted'?)"]
    ),
    (
      "tools: [{id: a, status: zzzzzz}]\n",
      [
        "error bad-status: 'zzzzzz' is no ring of this stack (the rings are adopted, trial, assess, hold, retired)"
      ]
    ),
    ("tools: [{id: a, status: unsorted}]\n", []),
    (
      "tools: [{id: a}, {id: a}]\n",
      ["error duplicate-id: the tool 'a' stands twice; the first entry counts"]
    ),
    (
      "tools: [{id: a, moves: [{to: x, on: 2026-02-30}]}]\n",
      ["error bad-date: 'on' must be a day such as 2026-01-12, not '2026-02-30'"]
    ),
    (
      "tools: [{id: a, ignore: [retird]}]\n",
      ["warning unknown-warning: there is no warning 'retird' (did you mean 'retired'?)"]
    ),
    (
      "tools: [{id: [a]}]\n",
      [
        "error wrong-shape: 'id' must be text",
        "error missing-id: a tool without an id (id: of the catalog; or name: and category: for one of your own)",
      ]
    ),
  ])
  func tellsEveryMistakeAtItsPlace(_ text: String, _ expected: [String]) {
    #expect(Fixture.read(text).messages.sorted() == expected.sorted())
  }

  @Test func aFileThatDoesNotParseSaysWhere() {
    let (stack, messages) = Fixture.read("tools: [\n")
    #expect(stack == nil)
    #expect(messages.first?.hasPrefix("error ") == true)
  }

  // MARK: Warnings

  @Test func warnsOfWhatTheCatalogKnows() throws {
    let stack = try #require(Fixture.read(Fixture.file).stack)
    #expect(
      stack.findings(in: Fixture.catalog).map(Fixture.line) == [
        "error relicensed: Redis was relicensed: BSD-3-Clause until 2024-03-20, now AGPL-3.0-only (answered? ignore: [relicensed])",
        "warning deprecated: ingress-nginx is deprecated since 2026-03 (answered? ignore: [deprecated])",
        "warning missing: the catalog has no tool 'gone'",
      ])
    #expect(
      stack.findings(in: Fixture.catalog, failOn: ["deprecated", "hold"]).map(Fixture.line) == [
        "warning relicensed: Redis was relicensed: BSD-3-Clause until 2024-03-20, now AGPL-3.0-only (answered? ignore: [relicensed])",
        "error status: 'weave-net' has the status hold",
        "error deprecated: ingress-nginx is deprecated since 2026-03 (answered? ignore: [deprecated])",
        "warning missing: the catalog has no tool 'gone'",
      ])
  }

  // MARK: Changes

  @Test func aChangedStatusIsAMoveAndNothingElseChanges() throws {
    var editor = try StackEditor(Array(Fixture.file.utf8), name: "stack.yaml")
    try editor.setStatus(
      "hold", ofTools: ["redis", "cilium", "ingress-nginx"], today: "2026-11-29")
    let expected =
      Fixture.file
      .replacing("status: adopted\n    owner", with: "status: hold\n    owner")
      .replacing("on: 2023-06-01}]", with: "on: 2023-06-01}, {to: hold, on: 2026-11-29}]")
      .replacing(
        "- id: ingress-nginx\n    status: adopted\n",
        with: "- id: ingress-nginx\n    status: hold\n    moves: [{to: hold, on: 2026-11-29}]\n")
      + "  - id: cilium\n    status: hold\n    moves: [{to: hold, on: 2026-11-29}]\n"
    #expect(String(decoding: editor.source, as: UTF8.self) == expected)
    #expect(editor.stack.entry(ofTool: "cilium")?.date == "2026-11-29")
    let before = editor.source
    try editor.setStatus("hold", ofTools: ["redis"], today: "2026-11-30")
    #expect(editor.source == before)
    try editor.setStatus("", ofTools: ["weave-net", "nobody"], today: "2026-11-30")
    #expect(
      String(decoding: editor.source, as: UTF8.self)
        == expected.replacing("    status: hold      # we know\n", with: ""))
  }

  @Test func notesAndFindingsAreAdded() throws {
    var editor = try StackEditor([], name: "stack.yaml")
    try editor.setNote("Two: words", ofTool: "redis", today: "2026-11-29")
    #expect(
      String(decoding: editor.source, as: UTF8.self)
        == "stack:\n  version: 1\ntools:\n  - id: redis\n    status: unsorted\n    note: \"Two: words\"\n"
    )
    #expect(
      try editor.addFound(
        [.init(tool: "redis", proofs: ["x:1"]), .init(tool: "cilium", proofs: ["a.yaml:2", "b:3"])],
        today: "2026-11-29") == ["cilium"])
    try editor.setNote("", ofTool: "redis", today: "2026-11-29")
    #expect(
      String(decoding: editor.source, as: UTF8.self)
        == "stack:\n  version: 1\ntools:\n  - id: redis\n    status: unsorted\n  - id: cilium\n    status: unsorted\n    found: [a.yaml:2, b:3]\n"
    )
  }

  @Test func whatMustNotBeChangedIsNot() {
    func failure(_ text: String) -> String {
      do throws(StackEditor.Failure) {
        var editor = try StackEditor(Array(text.utf8), name: "stack.yaml")
        try editor.setStatus("hold", ofTools: ["redis"], today: "2026-11-29")
        return String(decoding: editor.source, as: UTF8.self)
      } catch {
        switch error {
        case .newerVersion: return "newer"
        case .mistakes: return "mistakes"
        case .editing(.alias): return "alias"
        case .editing(.anchor): return "anchor"
        case .editing: return "editing"
        }
      }
    }
    #expect(failure("stack: {version: 9}\n") == "newer")
    #expect(failure("tools: [\n") == "mistakes")
    #expect(failure("tools: [{id: redis, status: what}]\n") == "mistakes")
    #expect(
      failure("tools:\n  - id: x\n    status: &s trial\n  - id: redis\n    status: *s\n") == "alias"
    )
    #expect(
      failure("tools:\n  - id: redis\n    status: &s trial\n  - id: y\n    status: *s\n")
        == "anchor")
    #expect(
      failure("tools: [{id: redis, status: trial}]\n")
        == "tools: [{id: redis, status: hold, moves: [{to: hold, on: 2026-11-29}]}]\n")
  }

  /// Of a change in several steps as well: the file gets no head, the first tool no status, before the second is refused.
  @Test(arguments: [
    "stack: {rings: [trial, hold]}\n", "stack: {rings: [trial, hold]}\ntool: x\n",
    "stack: {rings: [trial, hold]}\ntools:\n  - id: a\n    status: trial\n",
    "tools:\n  - id: a\n    status: &s trial\n  - id: b\n    status: *s\n  - id: c\n    note: &n x\n  - {id: d, note: *n}\n",
  ])
  func aChangeThatIsRefusedLeavesAllAsItWas(_ text: String) throws {
    var editor = try StackEditor(Array(text.utf8), name: "stack.yaml")
    var refused = 0
    func attempt(_ change: (inout StackEditor) throws -> Void) {
      let before = editor
      do { try change(&editor) } catch {
        refused += 1
        #expect(editor.source == before.source && editor.stack.entries.map(\.id) == before.stack.entries.map(\.id))
      }
    }
    attempt { try $0.setStatus("nowhere", ofTools: ["redis"], today: "2026-11-29") }
    attempt { try $0.setStatus("nowhere", ofTools: ["redis", "a", "b"], today: "2026-11-29") }
    attempt { try $0.addFound([.init(tool: "new", proofs: ["a:1"])], status: "nowhere", today: "2026-11-29") }
    attempt { try $0.setStatus("hold", ofTools: ["redis", "b"], today: "2026-11-29") }
    attempt { try $0.setNote("x", ofTool: "d", today: "2026-11-29") }
    #expect(refused >= 3)
    #expect(Stack.read(editor.source, name: "").stack?.entries.map(\.id) == editor.stack.entries.map(\.id))
  }

  // MARK: Exports

  private func export(_ format: StackExport.Format, rings: [String]? = nil) throws -> (
    files: [StackExport.File], leftOut: String
  ) {
    let stack = try #require(Fixture.read(Fixture.file).stack)
    let export = StackExport(
      stack, catalog: Fixture.catalog, rings: rings, format: format, language: .en,
      today: "2023-07-01")
    return (
      export.files(format),
      export.leftOut.map { "\($0.status) \($0.count)" }.joined(separator: ", ")
    )
  }

  private func object(_ format: StackExport.Format) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(try export(format).files[0].text.utf8))
  }

  @Test func byorHasItsFieldsAndFourRings() throws {
    let csv = try export(.byorCSV).files[0].text
    #expect(
      csv.hasPrefix(
        "name,ring,quadrant,isNew,description,status\nRedis,adopted,Application definition,FALSE,Owner: team-data,Moved In\n"
      ))
    let items = try #require(try object(.byorJSON) as? [[String: String]])
    #expect(items.count == 5)
    #expect(
      items.allSatisfy {
        Set($0.keys) == ["name", "ring", "quadrant", "isNew", "description", "status"]
      })
    #expect(Set(items.compactMap { $0["ring"] }).count <= 4)
    #expect(try export(.byorCSV, rings: ["adopted", "trial"]).leftOut == "hold 1, assess 1")
  }

  @Test func radarsHaveTheirFields() throws {
    let zalando = try #require(try object(.zalando) as? [String: Any])
    let entries = try #require(zalando["entries"] as? [[String: Any]])
    #expect(Set(zalando.keys) == ["date", "entries"])
    #expect(
      entries.allSatisfy {
        Set($0.keys).isSubset(of: ["label", "quadrant", "ring", "moved", "active", "link"])
      })
    #expect(entries[0]["moved"] as? Int == 1)
    let backstage = try #require(try object(.backstageRadar) as? [String: Any])
    #expect(Set(backstage.keys) == ["quadrants", "rings", "entries"])
    let radar = try #require(backstage["entries"] as? [[String: Any]])
    for entry in radar {
      let timeline = try #require(entry["timeline"] as? [[String: Any]])
      #expect(!timeline.isEmpty)
      let days = timeline.compactMap { $0["date"] as? String }
      #expect(days == days.sorted().reversed())
      #expect(["key", "id", "quadrant", "title", "timeline"].allSatisfy { entry[$0] != nil })
    }
  }

  @Test func foldersAndEntitiesAreYAML() throws {
    let aoe = try export(.aoe).files
    #expect(
      aoe.map(\.name).filter { $0.hasSuffix("redis.md") } == [
        "radar/2023-01-05/redis.md", "radar/2023-06-01/redis.md",
      ])
    #expect(aoe[1].text == "---\nring: adopted\n---\n\n\n")
    let entities = try export(.backstageCatalog).files[0].text
    let (document, diagnostics) = Document.parse(Array(entities.utf8), name: "catalog-info.yaml")
    #expect(diagnostics.isEmpty)
    #expect(document.roots.count == 5)
    for root in document.roots {
      let spec = try #require(document.value(of: "spec", in: root))
      #expect(document.value(of: "owner", in: spec) != nil)
    }
  }

  @Test func aFormulaIsNoFormula() {
    let stack = Fixture.read(
      "tools:\n  - name: \"=cmd|' /C calc'!A0\"\n    status: adopted\n    note: \"a,\\\"b\\\"\\nc\"\n"
    ).stack!
    let export = StackExport(
      stack, catalog: Fixture.catalog, format: .csv, language: .en, today: "2026-01-01")
    #expect(export.files(.csv)[0].text.contains(",'=cmd|' /C calc'!A0,adopted,"))
    #expect(export.files(.csv)[0].text.contains(",\"a,\"\"b\"\"\nc\"\n"))
  }

  @Test func thePictureIsXMLWithEveryTool() throws {
    let text = try export(.svg).files[0].text
    let parser = XMLDocumentCheck(text)
    #expect(parser.isWellFormed)
    for name in ["Redis", "Weave Net", "ingress-nginx", "Our portal"] {
      #expect(text.contains(name))
    }
  }

  // MARK: Imports

  @Test func whatIsExportedComesBack() throws {
    for format in [StackExport.Format.byorCSV, .byorJSON, .backstageRadar] {
      let text = try export(format).files[0].text
      let read = try StackImport(Array(text.utf8), name: "radar", catalog: Fixture.catalog)
      #expect(read.items.count == (format == .backstageRadar ? 5 : 5))
      #expect(read.unknown.map(\.name) == ["gone", "Our portal"])
      let file = read.stackFile(in: Fixture.catalog, today: "2026-11-29")
      let (stack, messages) = Fixture.read(file)
      #expect(messages == [])
      #expect(stack?.entry(ofTool: "redis")?.status == "adopted")
      #expect(stack?.entry(ofTool: "weave-net")?.status == "hold")
    }
  }

  @Test func joinsByAddressBeforeName() throws {
    let csv =
      "\u{FEFF}Name,Ring,Quadrant,isNew,Description\r\n\"Postgre, SQL\",Adopt,x,TRUE,\"a \"\"b\"\"\"\r\nPostgreSQL,Hold,y,FALSE,\r\n"
    let read = try StackImport(Array(csv.utf8), name: "radar.csv", catalog: Fixture.catalog)
    #expect(read.rings == ["Adopt", "Hold"])
    #expect(read.items.map { $0.tool == nil } == [true, false])
    #expect(read.items[0].note == "a \"b\"")
    #expect(throws: StackImport.Failure.self) {
      try StackImport(Array("what,ever\n".utf8), name: "x", catalog: Fixture.catalog)
    }
  }
}

/// Whether tags are closed in order and text has no bare `<` or `&`: enough for what is written here.
private struct XMLDocumentCheck {
  let isWellFormed: Bool

  init(_ text: String) {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard let end = rest[start...].firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " && $0 != "/" && $0 != "\n" }
      if tag.hasPrefix("/") {
        guard open.popLast() == name else {
          isWellFormed = false
          return
        }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      rest = rest[rest.index(after: end)...]
    }
    isWellFormed = open.isEmpty
  }
}
