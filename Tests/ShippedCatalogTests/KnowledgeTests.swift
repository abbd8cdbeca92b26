import StrataCatalog
import Testing

/// What the catalog knows about its tools in fields: kind, weight, life, licence, facts and advice.
@Suite struct KnowledgeTests {
  @Test func dividesEachCategoryIntoThreeToSevenKindsOfWhichEachHoldsATool() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for index in catalog.categories.indices {
      let category = catalog.string(catalog.categories[index].id)
      let kinds = catalog.kinds(of: CategoryID(index))
      if !(3...7).contains(kinds.count) { findings.append("\(category): \(kinds.count) kinds") }
      for kind in kinds {
        let id = catalog.string(catalog[kind].id)
        if catalog[kind].when.en.isEmpty || catalog[kind].when.zh.isEmpty {
          findings.append("\(category): \(id): when?")
        }
        if catalog.tools(of: kind).isEmpty { findings.append("\(category): \(id): no tool") }
      }
    }
    expectNone(findings)
  }

  @Test func givesEveryToolAKindOnEveryShelf() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for index in catalog.categories.indices {
      let category = CategoryID(index)
      for position in 0..<catalog.toolCount(of: category) {
        let tool = catalog.tool(at: position, of: category)
        if catalog.kind(of: tool, in: category) == nil {
          findings.append("\(catalog.string(catalog[category].id)): \(catalog.string(catalog[tool].id)): no kind")
        }
      }
    }
    expectNone(findings)
  }

  /// The order of a category's tools is their weight; what is retired has none.
  @Test func listsRetiredToolsLast() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for category in catalog.categories {
      let isRetired = category.tools.map { catalog[ToolID($0)].status == .retired }
      if let first = isRetired.firstIndex(of: true), isRetired[first...].contains(false) {
        findings.append(catalog.string(category.id))
      }
    }
    expectNone(findings)
  }

  @Test func comparesTheFirstTwelveAndAdvisesOnTheFirstEightOfEachCategory() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for index in catalog.categories.indices {
      let category = CategoryID(index)
      let id = catalog.string(catalog[category].id)
      let facts = catalog.facts(of: category)
      if !(4...7).contains(facts.count) { findings.append("\(id): \(facts.count) facts") }
      for tool in catalog[category].tools.prefix(12).map({ ToolID($0) })
      where facts.allSatisfy({ catalog.text(of: $0, for: tool).en.isEmpty }) {
        findings.append("\(id): \(catalog.string(catalog[tool].id)): no facts")
      }
      for tool in catalog[category].tools.prefix(8).map({ ToolID($0) }) {
        let advice = catalog.text(.pickWhen, of: tool)
        if advice.en.isEmpty || advice.zh.isEmpty {
          findings.append("\(id): \(catalog.string(catalog[tool].id)): no pickWhen")
        }
      }
    }
    expectNone(findings)
  }

  /// Names of companies and the foundations before a product's name are left out in prose: `Apache`, `Amazon`.
  @Test func namesTheFirstEightToolsInTheTextAboutTools() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for category in catalog.categories {
      let text = catalog.string(category.tooling.en).replacing("\n", with: " ")
      for tool in category.tools.prefix(8).map({ ToolID($0) }) {
        let name = catalog.string(catalog[tool].name)
        let names = [name] + catalog.values(.alias, of: tool).map(catalog.string)
        let short = name.split(separator: " ").drop { ["Apache", "Amazon", "AWS", "Google", "Azure"].contains($0) }
        if !(names + [short.joined(separator: " ")]).contains(where: text.contains) {
          findings.append("\(catalog.string(category.id)): \(name)")
        }
      }
    }
    expectNone(findings)
  }

  @Test func knowsTheLivesOfItsTools() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    var ended = 0
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let id = catalog.string(catalog[tool].id)
      let life = catalog.life(of: tool)
      if life.status == .retired || life.status == .deprecated { ended += 1 }
      if catalog.maturity(of: tool) == "archived" {
        let archived = catalog.value(.archived, of: tool) ?? ""
        if life.status != .retired || catalog.string(life.date) != archived {
          findings.append("\(id): archived on \(archived), but \(life.status) on \(catalog.string(life.date))")
        }
      }
      // Whoever meets something that has ended wants to know where to go.
      if life.status == .retired && life.note.en.isEmpty && catalog.values(.replacedBy, of: tool).isEmpty {
        findings.append("\(id): retired, without a word on what follows it")
      }
    }
    #expect(ended >= 75)
    expectNone(findings)
  }

  /// What has no successor names none, in either language.
  @Test func namesNoSuccessorWhereThereIsNone() throws {
    let catalog = try Shipped.catalog()
    let english = ["no successor", "no direct successor", "without a successor", "no free successor"]
    let chinese = ["没有后继", "没有直接的后继", "没有免费的后继"]
    var findings: [String] = []
    var withoutOne = 0
    for tool in catalog.tools.indices.map({ ToolID($0) }) {
      let id = catalog.string(catalog[tool].id)
      let note = catalog.life(of: tool).note
      let saysSo = english.contains(where: catalog.string(note.en).contains)
      if saysSo != chinese.contains(where: catalog.string(note.zh).contains) {
        findings.append("\(id): in one language")
      }
      if !saysSo { continue }
      withoutOne += 1
      let successors = catalog.values(.replacedBy, of: tool).map(catalog.string)
      if !successors.isEmpty { findings.append("\(id): without a successor, but replaced by \(successors)") }
    }
    #expect(withoutOne >= 15)
    expectNone(findings)
  }

  @Test func knowsTheLicenseOfNearlyEverything() throws {
    let catalog = try Shipped.catalog()
    let blank = catalog.tools.indices.map { ToolID($0) }.filter { catalog.value(.license, of: $0) == nil }
    #expect(blank.count <= 12, "\(blank.map { catalog.string(catalog[$0].id) })")
    expectNone(
      catalog.tools.indices.map { ToolID($0) }.filter {
        catalog.value(.license, of: $0) != nil && catalog[$0].licenseClass == .unknown
      }.map { catalog.string(catalog[$0].id) })
  }

  /// The guide runs from provisioning up to the application, and then to the columns.
  @Test func pointsNoReaderTheWrongWay() {
    let phrases = ["last floor", "next floor", "we have seen", "as we saw", "最后一层", "已经讲过", "下一层是"]
    expectNone(
      (Shipped.englishLines + Shipped.chineseLines).flatMap { line in
        phrases.filter(line.string.contains).map { line.finding("'\($0)'") }
      })
  }
}
