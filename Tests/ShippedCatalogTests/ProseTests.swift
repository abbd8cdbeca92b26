import StrataCatalog
import Testing

/// What texts say of a project's maturity, held against the fields.
@Suite struct ProseTests {
  @Test func saysOfEveryProjectTheMaturityThatItHas() throws {
    let catalog = try Shipped.catalog()
    let reader = MaturityReader(names: Self.names(in: catalog))
    var claims = 0
    var findings: [String] = []
    for text in Shipped.texts where !text.isName && text.file.name != "landscape.yaml" {
      for language in Language.allCases {
        for claim in reader.claims(in: text.string(language.rawValue)) {
          claims += 1
          let tool = ToolID(claim.tool)
          let place = "\(text.file.name):\(text.line): \(text.path): \(catalog.string(catalog[tool].name))"
          let maturity = catalog.maturity(of: tool)
          let isRetired = claim.maturity == "archived" && catalog[tool].status == .retired
          if maturity != claim.maturity && !isRetired {
            findings.append("\(place): '\(claim.maturity)', but it is '\(maturity)'")
          }
          if let year = claim.year, catalog.value(.graduated, of: tool)?.hasPrefix(year) != true {
            findings.append("\(place): \(year) is not its year")
          }
        }
      }
    }
    #expect(claims > 80)
    expectNone(findings)
  }

  @Test(arguments: [
    ("Prometheus (graduated in 2018) and Loki.", ["0 graduated 2018"]),
    (
      "Of these, Prometheus and Thanos have graduated,\nand Loki is incubating.",
      ["0 graduated", "1 graduated", "2 incubating"]
    ),
    ("Loki, Thanos and Prometheus are archived.", ["0 archived", "1 archived", "2 archived"]),
    ("Thanos（孵化中）和 Prometheus（2018 年毕业）。", ["0 graduated 2018", "1 incubating"]),
    ("Prometheus、Thanos 已毕业，Loki 在沙箱。", ["0 graduated", "1 graduated", "2 sandbox"]),
    ("Promtheus has graduated; a sandbox is a sandbox.", []),
  ])
  func readsClaims(text: String, claims: [String]) {
    let reader = MaturityReader(names: [("prometheus", 0), ("thanos", 1), ("loki", 2)])
    let found = reader.claims(in: text)
      .map { "\($0.tool) \($0.maturity)" + ($0.year.map { " " + $0 } ?? "") }
    #expect(found.sorted() == claims)
  }

  /// Every name and alias in lower case, with the number of its tool.
  static func names(in catalog: Catalog) -> [(name: String, tool: Int)] {
    catalog.tools.indices.flatMap { index in
      ([catalog[ToolID(index)].name] + catalog.values(.alias, of: ToolID(index)))
        .map { (catalog.string($0).lowercased(), index) }
    }
  }
}

/// Finds `Name (sandbox)` and `Name, Name and Name have graduated` in a text, and their Chinese forms.
struct MaturityReader {
  struct Claim: Equatable {
    var tool: Int
    var maturity: String
    var year: String?
  }

  /// In lower case, longest first: a longer name is not taken for a shorter one that ends it.
  private let names: [(name: String, tool: Int)]

  /// The words that follow a list of names.
  private static let verdicts = [
    (" have graduated", "graduated"), (" has graduated", "graduated"), (" are incubating", "incubating"),
    (" is incubating", "incubating"), (" are in the sandbox", "sandbox"), (" is in the sandbox", "sandbox"),
    (" are archived", "archived"), (" is archived", "archived"), (" 已毕业", "graduated"), (" 在孵化中", "incubating"),
    (" 在沙箱", "sandbox"), (" 已归档", "archived"),
  ]
  /// The words in brackets behind a name.
  private static let marks = [
    "graduated": "graduated", "incubating": "incubating", "sandbox": "sandbox", "archived": "archived",
    "已毕业": "graduated", "孵化中": "incubating", "沙箱": "sandbox", "已归档": "archived",
  ]
  private static let separators = [", and ", " and ", ", ", "、", " 和 ", "和 "]

  init(names: [(name: String, tool: Int)]) {
    self.names = names.sorted { $0.name.count > $1.name.count }
  }

  func claims(in text: String) -> [Claim] {
    let text = text.replacing("\n", with: " ").replacing("  ", with: " ").lowercased()
    return bracketed(in: text) + judged(in: text)
  }

  private func bracketed(in text: String) -> [Claim] {
    var claims: [Claim] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "(" || $0 == "（" }) {
      let inside = rest[rest.index(after: open)...].prefix { $0 != ")" && $0 != "）" }
      let words = inside.split { $0 == " " || $0 == "," || $0 == "，" }.map(String.init)
      let year = words.first { $0.count == 4 && $0.allSatisfy(\.isNumber) }
      let mark =
        inside.hasSuffix("年毕业") || inside.hasSuffix("月毕业") ? "graduated" : words.first.flatMap { Self.marks[$0] }
      if let mark, let tool = name(endingAt: text[..<open])?.tool {
        claims.append(Claim(tool: tool, maturity: mark, year: mark == "graduated" ? year : nil))
      }
      rest = rest[rest.index(after: open)...]
    }
    return claims
  }

  private func judged(in text: String) -> [Claim] {
    Self.verdicts.flatMap { verdict, maturity -> [Claim] in
      text.ranges(of: verdict).flatMap { range -> [Claim] in
        var claims: [Claim] = []
        var before = text[..<range.lowerBound]
        while let (tool, start) = name(endingAt: before) {
          claims.append(Claim(tool: tool, maturity: maturity, year: nil))
          before = before[..<start]
          guard let separator = Self.separators.first(where: before.hasSuffix) else { break }
          before = before.dropLast(separator.count)
        }
        return claims
      }
    }
  }

  /// The longest name that ends there, not within a word.
  private func name(endingAt text: Substring) -> (tool: Int, start: Substring.Index)? {
    let text = text.hasSuffix(" ") ? text.dropLast() : text
    for (name, tool) in names where text.hasSuffix(name) {
      let start = text.index(text.endIndex, offsetBy: -name.count)
      if start == text.startIndex || !isWord(text[text.index(before: start)]) { return (tool, start) }
    }
    return nil
  }

  private func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "-")
  }
}
