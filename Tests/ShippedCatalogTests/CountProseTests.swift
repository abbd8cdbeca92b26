import StrataCatalog
import Testing

/// What texts count, held against what is there: the parts of the map, the items of lists, the projects of a category.
@Suite struct CountProseTests {
  @Test func countsThePartsOfTheMapAsTheyAre() throws {
    let catalog = try Shipped.catalog()
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven"]
    let numerals = ["零", "一", "两", "三", "四", "五", "六", "七"]
    let floors = catalog.layers.count { $0.kind == .floor }
    let columns = catalog.layers.count { $0.kind == .column }
    let platform = try #require(catalog.layers.first { catalog.string($0.id) == "platform" })
    let kinds = platform.categories.count
    let introduction = catalog.landscape.introduction
    let wanted: [(LocalizedText, String, String)] = [
      (introduction, "\(catalog.categories.count) lasting categories", "\(catalog.categories.count) 个稳定的类别"),
      (introduction, "\(words[floors]) floors", "\(numerals[floors])层小楼"),
      (introduction, "\(words[columns]) columns", "\(numerals[columns])根纵列"),
      (introduction, "comes in \(words[kinds]) kinds", "平台有\(numerals[kinds])种"),
      (platform.summary, "there are \(words[kinds]) kinds", "平台分\(numerals[kinds])种"),
    ]
    var findings: [String] = []
    for (text, english, chinese) in wanted {
      let said = catalog.string(text.en).replacing("\n", with: " ").lowercased()
      if !said.contains(english) { findings.append("nowhere '\(english)'") }
      if !catalog.string(text.zh).replacing("\n", with: "").contains(chinese) {
        findings.append("nowhere '\(chinese)'")
      }
    }
    expectNone(findings)
  }

  /// "There are four kinds:" is followed by four.
  @Test func countsTheItemsOfEachListRightly() {
    var claims = 0
    var findings: [String] = []
    for text in Shipped.texts where !text.isName {
      for language in ["en", "zh"] {
        for claim in ListCount.claims(in: text.string(language)) {
          claims += 1
          if claim.said != claim.items {
            findings.append(
              "\(text.file.name):\(text.line): \(text.path): \(claim.items) items after '\(claim.sentence)'")
          }
        }
      }
    }
    #expect(claims >= 20)
    expectNone(findings)
  }

  @Test(arguments: [
    ("It has parts.\nThere are two kinds:\n\n- one,\n  on two lines\n- two", ["2 of 2"]),
    ("Journalists ask five; it answers four of them.\n\n- who\n- what\n- when", ["4 of 3"]),
    ("做法有三种：\n\n- 甲\n- 乙", ["3 of 2"]), ("先看两点。没有数目：\n- 甲\n- 乙", []), ("Two things.\n\nNo list.", []),
  ])
  func readsListCounts(text: String, counts: [String]) {
    #expect(ListCount.claims(in: text).map { "\($0.said) of \($0.items)" } == counts)
  }

  /// "The two graduated projects here" are all there are, and where a text says that there is no project, there is none.
  @Test func namesAllProjectsWhereItSaysSo() throws {
    let catalog = try Shipped.catalog()
    let names = ProseTests.names(in: catalog)
    var claims = 0
    var findings: [String] = []
    for text in Shipped.texts where text.key == "tooling" {
      let category = try #require(catalog.categoryID(for: String(text.path.prefix { $0 != "." })))
      let home = Set(catalog[category].tools.map { Int($0) })
      for language in ["en", "zh"] {
        for sentence in DateProseTests.sentences(of: text.string(language)) {
          let named = Set(names.filter { sentence.holdsWord($0.name) }.map(\.tool)).intersection(home)
          for maturity in ProjectCount.complete(in: sentence) {
            claims += 1
            let all = home.filter { maturity.isEmpty || catalog.maturity(of: ToolID($0)) == maturity }
              .filter { !catalog.maturity(of: ToolID($0)).isEmpty }
            let said = maturity.isEmpty ? named : named.intersection(all)
            if said != all {
              let missing = all.subtracting(said).map { catalog.string(catalog[ToolID($0)].id) }.sorted()
              findings.append("\(text.file.name):\(text.line): \(text.path): not named as \(maturity): \(missing)")
            }
          }
        }
      }
    }
    #expect(claims >= 14)
    expectNone(findings)
  }

  @Test(arguments: [
    ("tikv and vitess are the two graduated cncf projects here", ["graduated"]),
    ("of the cncf's projects here, kubeedge has graduated, and openyurt is incubating", ["graduated", "incubating"]),
    ("there is no cncf project in this category, which is natural", [""]),
    ("这一类别没有 cncf 项目，这很自然", [""]), ("cncf 项目里，kubeedge 已毕业，superedge 已归档", ["graduated", "archived"]),
    ("many graduated projects are elsewhere", []),
  ])
  func readsProjectCounts(sentence: String, maturities: [String]) {
    #expect(ProjectCount.complete(in: sentence) == maturities)
  }
}

/// A number in the last sentence before a list, and how many items the list has.
struct ListCount {
  var said: Int
  var items: Int
  var sentence: String

  private static let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
  private static let numerals: [Character: Int] = [
    "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
  ]

  static func claims(in text: String) -> [ListCount] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var claims: [ListCount] = []
    var paragraph: [Substring] = []
    var items = 0
    for (index, line) in lines.enumerated() {
      let isItem = line.hasPrefix("- ")
      if isItem || items > 0 && line.hasPrefix("  ") {
        items += isItem ? 1 : 0
        let goesOn = index + 1 < lines.count && (lines[index + 1].hasPrefix("- ") || lines[index + 1].hasPrefix("  "))
        if !goesOn {
          let lead = paragraph.joined(separator: " ")
          let sentence = lead.replacing(". ", with: "。").split(separator: "。").last.map(String.init) ?? ""
          if let said = number(in: sentence) { claims.append(ListCount(said: said, items: items, sentence: sentence)) }
          paragraph = []
          items = 0
        }
      } else if !line.isEmpty {
        if index > 0 && lines[index - 1].isEmpty { paragraph = [] }
        paragraph.append(line)
      }
    }
    return claims
  }

  /// The last number that a sentence counts things with.
  private static func number(in sentence: String) -> Int? {
    let english = sentence.lowercased().split { !$0.isLetter }.compactMap { word in
      words.firstIndex(of: String(word)).map { $0 + 2 }
    }
    let scalars = Array(sentence)
    let chinese = scalars.indices.dropLast().compactMap { index in
      "个种类件点样组项".contains(scalars[index + 1]) ? numerals[scalars[index]] : nil
    }
    return english.last ?? chinese.last
  }
}

/// Sentences that mean all projects of a category.
enum ProjectCount {
  /// The maturities of which a sentence in lower case names every project; an empty one for projects of any.
  static func complete(in sentence: String) -> [String] {
    let none = [
      "no cncf project in this category", "no cncf project has its home here", "这一类别没有 cncf 项目", "没有哪个 cncf 项目专属",
    ]
    if none.contains(where: sentence.contains) { return [""] }
    let all = [
      "of the cncf's projects", "cncf 项目里，", "graduated cncf projects here", "已毕业的 cncf 项目",
      "only graduated project here", "唯一已毕业的项目",
    ]
    guard all.contains(where: sentence.contains) else { return [] }
    let words = [
      ("graduated", ["graduated", "毕业"]), ("incubating", ["incubating", "孵化中"]), ("archived", ["archived", "归档"]),
    ]
    return words.filter { $0.1.contains(where: sentence.contains) }.map(\.0)
  }
}
