import StrataCatalog
import Testing

/// What texts say of a year, held against the fields: when a project graduated, when a tool ended, since when it is
/// under another license.
@Suite struct DateProseTests {
  @Test func saysOfEveryStepTheYearThatTheFieldsHave() throws {
    let catalog = try Shipped.catalog()
    let facts = ToolDates.all(in: catalog)
    let (ends, steps) = check(in: catalog) { sentence in
      ProseDate.steps(in: sentence).map { date in (date.text, { facts[$0].agrees(with: date) }) }
    }
    #expect(steps > 120)
    expectNone(ends)
  }

  @Test func saysOfEveryLicenseTheYearInWhichItBegan() throws {
    let catalog = try Shipped.catalog()
    let ids = catalog.tools.indices.map { catalog.string(catalog[ToolID($0)].id) }
    let ends = Fact.all.filter { $0.path == ["previousLicenses", "until"] }
    let years = ids.map { id in ends.filter { $0.tool == id }.map { $0.string.prefix(4) } }
    let (findings, claims) = check(in: catalog) { sentence in
      ProseDate.licenses(in: sentence).map { date in (date.text, { years[$0].contains(date.year[...]) }) }
    }
    #expect(claims >= 10)
    expectNone(findings)
  }

  @Test(arguments: [
    ("Loki was retired on 3 March 2026.", ["ended 2026 3"]),
    ("Pravega, storage for streams, was archived in September 2025", ["ended 2025 9"]),
    ("Jaeger (graduated in 2019) and kaniko, archived by Google in 2025", ["graduated 2019", "ended 2025"]),
    ("ends in April 2027, two years after 2025", []),
    ("deprecated in 2022 and archived in 2023", ["deprecated 2022", "ended 2023"]),
    ("CloudEvents 于 2024 年 1 月毕业，它不是消息系统", ["graduated 2024 1"]),
    ("由 CNCF 在 2025 年 5 月 20 日归档，2022 年弃用", ["ended 2025 5", "deprecated 2022"]),
    ("Salt 2011 年起支持", []),
  ])
  func readsSteps(sentence: String, dates: [String]) {
    let found = ProseDate.steps(in: sentence.lowercased())
    #expect(found.map { "\($0.step) \($0.year)" + ($0.month.map { " \($0)" } ?? "") } == dates)
  }

  @Test(arguments: [
    ("under the BUSL, no longer open, since 2023", ["2023"]), ("2021 年改用 AGPL", ["2021"]),
    ("since 2023 under the MIT", []),
  ])
  func readsLicenses(sentence: String, years: [String]) {
    #expect(ProseDate.licenses(in: sentence.lowercased()).map(\.year) == years)
  }

  @Test func holdsADateAgainstTheFields() {
    let retired = ToolDates(graduated: "2019-10-31", ends: ["2023-09"], isDeprecated: false)
    let deprecated = ToolDates(graduated: "", ends: ["2024-09"], isDeprecated: true)
    func date(_ step: ProseDate.Step, _ year: String, _ month: Int? = nil) -> ProseDate {
      ProseDate(step: step, year: year, month: month, text: "")
    }
    #expect(retired.agrees(with: date(.graduated, "2019", 10)))
    #expect(!retired.agrees(with: date(.graduated, "2019", 9)))
    #expect(retired.agrees(with: date(.ended, "2023")))
    #expect(!retired.agrees(with: date(.ended, "2024")))
    #expect(!retired.agrees(with: date(.ended, "2023", 8)))
    // A tool is deprecated before it ends, and what is only deprecated has its end before it.
    #expect(retired.agrees(with: date(.deprecated, "2022", 10)))
    #expect(!retired.agrees(with: date(.deprecated, "2024")))
    #expect(deprecated.agrees(with: date(.ended, "2026", 9)))
    #expect(!deprecated.agrees(with: date(.ended, "2023", 9)))
    #expect(!ToolDates(graduated: "", ends: [], isDeprecated: false).agrees(with: date(.ended, "2023")))
  }

  /// Every claim of every sentence that agrees with no tool it names, nor with the tool whose text it is; and the
  /// number of claims that name a tool.
  private func check(
    in catalog: Catalog, claims: (String) -> [(text: String, agrees: (Int) -> Bool)]
  ) -> (findings: [String], claims: Int) {
    let names = ProseTests.names(in: catalog)
    var findings: [String] = []
    var count = 0
    for text in Shipped.texts where !text.isName {
      let owner = catalog.toolID(for: String(text.path.prefix { $0 != "." }))
      for language in Language.allCases {
        // Matching is slow, and years of this century are what is told.
        for sentence in Self.sentences(of: text.string(language.rawValue)) where sentence.contains("20") {
          let found = claims(sentence)
          if found.isEmpty { continue }
          var tools = names.filter { sentence.holdsWord($0.name) }.map(\.tool)
          if let owner {
            let replaced = catalog.values(.replaces, of: owner).compactMap { catalog.toolID(for: catalog.string($0)) }
            tools += [owner.index] + replaced.map(\.index)
          }
          if tools.isEmpty { continue }
          for claim in found {
            count += 1
            if !tools.contains(where: claim.agrees) {
              findings.append("\(text.file.name):\(text.line): \(text.path): '\(claim.text)' agrees with no tool there")
            }
          }
        }
      }
    }
    return (findings, count)
  }

  /// In lower case, each on one line; an item of a list begins another.
  static func sentences(of text: String) -> [String] {
    let lines = text.lowercased().replacing("\n- ", with: "。").replacing("\n", with: " ").replacing("  ", with: " ")
    return lines.replacing(". ", with: "。").split(separator: "。").map(String.init)
  }
}

/// A year, perhaps with a month, in which a text says that something happened.
struct ProseDate {
  enum Step { case graduated, deprecated, ended }

  var step: Step
  var year: String
  var month: Int?
  /// As the text has it.
  var text: String

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// The steps of a sentence in lower case, in either language.
  static func steps(in sentence: String) -> [ProseDate] {
    let english =
      #/\b([a-z]+(?: (?:down|off|up))?)(?: by [a-z]+)?(?: it)? (?:in|on) (?:early )?(?:\d{1,2} )?(?:([a-z]+) )?(\d{4})\b/#
    let chinese = #/(\d{4}) 年(?: (\d{1,2}) 月)?(?: \d{1,2} 日)?初?由?(?: [a-z0-9 ]+ )?(毕业|弃用|归档|退役|关停|关闭|终止|停止|停用)/#
    return sentence.matches(of: english).compactMap { match in
      guard let step = step(match.output.1) else { return nil }
      let month = match.output.2.flatMap { months.firstIndex(of: String($0)) }.map { $0 + 1 }
      return ProseDate(step: step, year: String(match.output.3), month: month, text: String(match.output.0))
    }
      + sentence.matches(of: chinese).compactMap { match in
        guard let step = step(match.output.3) else { return nil }
        let month = match.output.2.flatMap { Int($0) }
        return ProseDate(step: step, year: String(match.output.1), month: month, text: String(match.output.0))
      }
  }

  /// Since when a sentence in lower case says that a license holds.
  static func licenses(in sentence: String) -> [ProseDate] {
    let english = #/(?:busl|agpl|sspl)[^.;]{0,25} since (\d{4})\b/#
    let chinese = #/(\d{4}) 年起?(?:改用|采用) (?:busl|agpl|sspl)/#
    return sentence.matches(of: english).map { match in
      ProseDate(step: .ended, year: String(match.output.1), month: nil, text: String(match.output.0))
    }
      + sentence.matches(of: chinese).map { match in
        ProseDate(step: .ended, year: String(match.output.1), month: nil, text: String(match.output.0))
      }
  }

  private static func step(_ word: Substring) -> Step? {
    switch word {
    case "graduated", "毕业": .graduated
    case "deprecated", "弃用": .deprecated
    case "archived", "retired", "discontinued", "ended", "shut down", "switched off", "closed", "stopped", "given up",
      "归档", "退役", "关停", "关闭", "终止", "停止", "停用":
      .ended
    default: nil
    }
  }
}

/// The days of a tool to which texts refer; a day may lack its day or month.
struct ToolDates {
  var graduated: String
  /// When it was archived, and the day of its life's state.
  var ends: [String]
  /// Announced as ending, so that its end comes after the day of its state.
  var isDeprecated: Bool

  static func all(in catalog: Catalog) -> [ToolDates] {
    catalog.tools.indices.map { index in
      let tool = ToolID(index)
      let life = catalog.life(of: tool)
      let ends = [catalog.value(.archived, of: tool) ?? "", catalog.string(life.date)].filter { !$0.isEmpty }
      return ToolDates(
        graduated: catalog.value(.graduated, of: tool) ?? "", ends: ends, isDeprecated: life.status == .deprecated)
    }
  }

  func agrees(with date: ProseDate) -> Bool {
    let said = date.year + (date.month.map { $0 < 10 ? "-0\($0)" : "-\($0)" } ?? "")
    switch date.step {
    case .graduated: return isSame(graduated, said)
    case .deprecated: return ends.contains { isSame($0, said) || said < $0 }
    case .ended: return ends.contains { isSame($0, said) || isDeprecated && said > $0 }
    }
  }

  /// As far as both say.
  private func isSame(_ day: String, _ said: String) -> Bool {
    !day.isEmpty && (day.hasPrefix(said) || said.hasPrefix(day))
  }
}
