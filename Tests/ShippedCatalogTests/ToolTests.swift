import StrataCatalog
import Testing

@Suite struct ToolTests {
  @Test func writesLicensesAsSPDXExpressions() {
    expectNone(
      facts("license").filter { !SPDX.isExpression($0.string) }.map { $0.finding("no SPDX expression in use") })
  }

  @Test(arguments: [
    ("Apache-2.0", true), ("Proprietary", true), ("Apache-2.0 OR MIT", true), ("LicenseRef-RSALv2", true),
    ("AGPL-3.0-only OR (SSPL-1.0 AND MIT)", true), ("Apache-2.0 WITH LLVM-exception", true),
    ("Apache 2.0", false), ("apache-2.0", false), ("GPL-3.0", false), ("MIT OR", false), ("(MIT", false),
    ("MIT)", false), ("MIT, BSD-3-Clause", false), ("Proprietary OR MIT", false), ("", false), ("MIT WITH MIT", false),
    ("LicenseRef-", false),
  ])
  func knowsAnSPDXExpression(text: String, isOne: Bool) {
    #expect(SPDX.isExpression(text) == isOne)
  }

  @Test func namesTheRepositoryOfWhatIsOpen() throws {
    let catalog = try Shipped.catalog()
    expectNone(
      catalog.tools.indices.map { ToolID($0) }.filter { tool in
        guard let license = catalog.value(.license, of: tool) else { return false }
        return license != "Proprietary" && catalog[tool].repository.isEmpty
      }.map { "\(catalog.string(catalog[$0].id)): open, but without a repository" })
  }

  @Test func givesEveryToolAHomepage() throws {
    let catalog = try Shipped.catalog()
    expectNone(catalog.tools.filter { $0.homepage.isEmpty }.map { "\(catalog.string($0.id)): no homepage" })
  }

  /// What is sold has an owner; a community's project may have none.
  @Test func namesTheOwnerOfEveryProduct() throws {
    let catalog = try Shipped.catalog()
    let products = catalog.tools.indices.map { ToolID($0) }.filter { catalog.value(.license, of: $0) == "Proprietary" }
    #expect(products.count > 50)
    expectNone(
      products.filter { catalog.value(.organization, of: $0) == nil }
        .map { "\(catalog.string(catalog[$0].id)): no organization" })
  }

  /// Homepages that the CNCF's file gives by http; whether they answer to https is not known.
  private let plainHomepages: Set = ["http://sealer.cool/", "http://www.opencurve.io/"]

  @Test func linksByHTTPSOnly() {
    let addresses = ["homepage", "repository"].flatMap(facts) + Fact.all.filter { $0.path.contains("links") }
    #expect(addresses.count > 640)
    expectNone(
      addresses.filter { fact in
        let isAddress = fact.string.hasPrefix("https://") && fact.string.dropFirst(8).contains(".")
        return fact.string.contains(" ") || !isAddress && !plainHomepages.contains(fact.string)
      }.map { $0.finding("no https address") })
    let written = Set(addresses.map(\.string))
    expectNone(plainHomepages.filter { !written.contains($0) }.map { "'\($0)' is no exception any more" })
  }

  @Test func writesOneSentenceAboutEachTool() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for tool in catalog.tools {
      let (english, chinese) = (catalog.string(tool.summary.en), catalog.string(tool.summary.zh))
      let id = catalog.string(tool.id)
      if !(50...170).contains(english.count) { findings.append("\(id): \(english.count) English characters") }
      if !(12...80).contains(chinese.count) { findings.append("\(id): \(chinese.count) Chinese characters") }
      if english.contains("\n") || chinese.contains("\n") { findings.append("\(id): more than a line") }
      if english.dropLast().contains(". ") || chinese.dropLast().contains("。") {
        findings.append("\(id): two sentences")
      }
    }
    expectNone(findings)
  }

  @Test func saysTheSameOfNoTwoTools() throws {
    let catalog = try Shipped.catalog()
    for language in Language.allCases {
      let groups = Dictionary(grouping: catalog.tools) { catalog.string($0.summary, in: language) }
      expectNone(
        groups.values.filter { $0.count > 1 }.map { $0.map { catalog.string($0.id) }.joined(separator: ", ") }.sorted())
    }
  }

  /// The days of a project follow its way, none is after the day of the facts, and its maturity is the last step.
  @Test func datesEveryProjectOfTheFoundation() throws {
    let catalog = try Shipped.catalog()
    let today = catalog.string(catalog.landscape.asOf)
    #expect(today.count == 10)
    let steps: [Field.Key] = [.accepted, .incubating, .graduated, .archived]
    var findings: [String] = []
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let id = catalog.string(catalog[tool].id)
      let days = steps.compactMap { catalog.value($0, of: tool) }
      let maturity = catalog.maturity(of: tool)
      if days != days.sorted() || days.contains(where: { $0 > today }) { findings.append("\(id): days \(days)") }
      if maturity.isEmpty {
        if !days.isEmpty { findings.append("\(id): days, but no maturity") }
        continue
      }
      if catalog.value(.organization, of: tool) != "CNCF" { findings.append("\(id): a project without its foundation") }
      let reached = steps.last { catalog.value($0, of: tool) != nil }
      let expected: Field.Key? =
        switch maturity {
        case "archived": .archived
        case "graduated": .graduated
        case "incubating": .incubating
        default: .accepted
        }
      if reached != expected { findings.append("\(id): \(maturity), but its days are \(days)") }
    }
    expectNone(findings)
  }

  @Test func knowsToolsByTheNamesPeopleType() throws {
    let catalog = try Shipped.catalog()
    let wanted = [
      ("kubernetes", "k8s"), ("argo", "argocd"), ("open-policy-agent", "opa"),
      ("opentelemetry", "otel"), ("kafka", "apache kafka"),
    ]
    var findings: [String] = []
    for (id, alias) in wanted {
      guard let tool = catalog.toolID(for: id) else {
        findings.append("no tool '\(id)'")
        continue
      }
      let names = [catalog[tool].name] + catalog.values(.alias, of: tool)
      if !names.contains(where: { catalog.string($0).lowercased() == alias }) {
        findings.append("\(id) is not '\(alias)'")
      }
    }
    expectNone(findings)
  }

  @Test func namesNoAliasTwice() throws {
    let catalog = try Shipped.catalog()
    var owners: [String: Set<String>] = [:]
    var findings: [String] = []
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let id = catalog.string(catalog[tool].id)
      let name = catalog.string(catalog[tool].name)
      let aliases = catalog.values(.alias, of: tool).map(catalog.string)
      // An alias may be the name in other letters: the foundation's spelling and the project's own.
      if aliases.contains(name) || Set(aliases.map { $0.lowercased() }).count < aliases.count {
        findings.append("\(id): '\(name)' \(aliases)")
      }
      for each in [name] + aliases { owners[each.lowercased(), default: []].insert(id) }
    }
    findings += owners.filter { $0.value.count > 1 }
      .map { "'\($0.key)' is \($0.value.sorted().joined(separator: " and "))" }
    expectNone(findings.sorted())
  }

  /// A successor knows what it replaces.
  @Test func namesSuccessorsFromBothSides() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let id = catalog.string(catalog[tool].id)
      for (key, back) in [(Field.Key.replacedBy, Field.Key.replaces), (.replaces, .replacedBy)] {
        for other in catalog.values(key, of: tool).map(catalog.string) {
          guard let otherTool = catalog.toolID(for: other) else { continue }  // the reader reports it
          if other == id { findings.append("\(id): \(key) itself") }
          if !catalog.values(back, of: otherTool).map(catalog.string).contains(id) {
            findings.append("\(id): \(key) \(other), which does not say so")
          }
        }
      }
    }
    expectNone(findings)
  }

  @Test func tagsInLowerCase() {
    let tags = Fact.all.filter { $0.path.contains("tags") }
    expectNone(
      tags.filter { fact in
        fact.string.isEmpty || !fact.string.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      }.map { $0.finding("a tag") })
  }

  private func facts(_ key: String) -> [Fact] { Fact.all.filter { $0.path == [key] } }
}

/// A scalar of a tool, with its place.
struct Fact {
  /// The keys within the tool.
  let path: [String]
  let string: String
  let tool: String
  let value: Value

  func finding(_ message: String) -> String {
    "\(value.file.name):\(value.line): \(tool): \(path.joined(separator: ".")) '\(string)': \(message)"
  }

  static let all: [Fact] = Shipped.files.flatMap { file in
    (file.root?["layers"]?.items ?? []).flatMap { $0["categories"]?.items ?? [] }.flatMap { $0["tools"]?.items ?? [] }
      .flatMap { tool in collect(tool, path: [], tool: tool["id"]?.string ?? "") }
  }

  private static func collect(_ value: Value, path: [String], tool: String) -> [Fact] {
    if let string = value.string { return [Fact(path: path, string: string, tool: tool, value: value)] }
    return value.entries.flatMap { collect($0.value, path: $0.key.isEmpty ? path : path + [$0.key], tool: tool) }
  }
}
