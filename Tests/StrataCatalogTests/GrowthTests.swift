import StrataText
import StrataYAML
import Testing

@testable import StrataCatalog

/// Twice as much of anything takes at most a little more than twice as many steps.
@Suite struct GrowthTests {
  /// What reading took.
  private struct Cost {
    var steps: Int
    /// Bytes that were written beside the files.
    var arena: Int
    /// Rows of the side table, those given up included.
    var rows: Int
  }

  private func cost(_ inputs: [Catalog.Input]) -> Cost {
    var reader = Reader(shipped: nil, hashKey: .random())
    let size = inputs.flatMap { $0.files + [$0.guide, $0.settings].compactMap { $0 } }.reduce(0) { $0 + $1.bytes.count }
    let budget = reader.nearestSteps
    _ = reader.readAll(inputs)
    let rows = reader.draft.fields.count
    let records = reader.finish()
    reader.check(Catalog(records, store: [], hashKey: reader.store.hashKey))
    let steps = reader.steps + reader.places.steps + max(0, budget - reader.nearestSteps)
    return Cost(steps: steps, arena: reader.store.count - size, rows: max(rows, records.fields.count))
  }

  private static func source(_ name: String, _ text: String) -> Catalog.Source {
    Catalog.Source(name: name, bytes: Array(text.utf8))
  }

  private static func landscape(_ items: String, settings: String? = nil, guide: String? = nil) -> [Catalog.Input] {
    let text =
      "landscape:\n  - name: L\n    subcategories:\n      - {name: D, items: []}\n      - name: C\n        items:\n"
      + items
    return [
      Catalog.Input(
        files: [source("landscape.yml", text)], guide: guide.map { source("guide.yml", $0) },
        settings: settings.map { source("settings.yml", $0) })
    ]
  }

  private static func native(_ tools: String, landscape: String = "") -> [Catalog.Input] {
    [
      Catalog.Input(files: [
        source(
          "team.yaml",
          landscape
            + "layers:\n  - id: l\n    name: L\n    categories:\n      - id: c\n        name: C\n        tools:\n"
            + tools)
      ])
    ]
  }

  private static func repeated(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined()
  }

  private static func item(_ rest: String) -> String {
    "          - {\(rest), homepage_url: \"https://a.io\", logo: x}\n"
  }
  private static func list(_ count: Int, _ word: (Int) -> String) -> String {
    "[" + (0..<count).map(word).joined(separator: ", ") + "]"
  }

  enum Kind: String, CaseIterable {
    case oneName, oneLongName, doubledIDs, doubledCategories, secondPaths, unknownPlaces, aliasesOfOneTool,
      tagsOfOneTool
    case groups, rules, danglingIDs, alikeDanglingIDs, longIDs, longName, unknownKeys, typos, escapedTextsBehind,
      repeatedAliases
    case parents, chapters, oneChapter, sections
  }

  private static func inputs(_ kind: Kind, _ n: Int) -> [Catalog.Input] {
    let long = String(repeating: "n", count: 10_000)
    switch kind {
    case .oneName: return landscape(repeated(n) { _ in item("name: Same") })
    case .oneLongName:
      return landscape(repeated(n) { _ in item("name: Same") }.replacing("name: C\n", with: "name: C\(long)\n"))
    case .doubledIDs: return native(repeated(n) { _ in "          - {id: t, name: T}\n" })
    case .doubledCategories:
      return [
        Catalog.Input(files: [
          source(
            "team.yaml",
            "layers:\n  - id: l\n    name: L\n    categories:\n" + repeated(n) { _ in "      - {id: c, name: C}\n" })
        ])
      ]
    case .secondPaths: return landscape(item("name: T, second_path: " + list(n) { _ in "L / D" }))
    case .unknownPlaces: return landscape(item("name: T, second_path: " + list(n) { "L / Place \($0)" }))
    case .aliasesOfOneTool: return native("          - {id: t, name: T, aliases: \(list(n) { "a\($0)" })}\n")
    case .tagsOfOneTool: return landscape(item("name: T, extra: {tags: \(list(n) { "a\($0)" })}"))
    case .groups:
      return landscape(
        repeated(50) { item("name: T\($0)") },
        settings: "groups:\n" + repeated(n) { "  - {name: G\($0), categories: [L, M\($0)]}\n" })
    case .rules:
      return landscape(
        repeated(n) { item("name: T\($0), project: sandbox, extra: {tags: [a, b, c]}") },
        settings: "foundation: F\nenduser:\n" + repeated(n) { _ in "  - {category: L, subcategories: [C]}\n" }
          + "tags:\n"
          + repeated(n) { "  t\($0): [{category: L}]\n" })
    case .danglingIDs:
      return native(repeated(n) { "          - {id: t\($0), name: T\($0), replacedBy: [nowhere-\($0)]}\n" })
    case .alikeDanglingIDs:
      return native(repeated(n) { "          - {id: tool-\($0), name: T\($0), replacedBy: [tool-\($0)x]}\n" })
    case .longIDs:
      return native(repeated(n / 10) { "          - {id: \(long)\($0), name: T\($0), also: [\(long)x\($0)]}\n" })
    case .longName:
      let name = String(repeating: "n", count: n * 100)
      return landscape(
        item("name: \(name)") + item("name: \(name)")
          + repeated(100) { item("name: T\($0), extra: {parent_project: \(name)}") })
    case .unknownKeys: return native(repeated(n) { "          - {id: t\($0), name: T\($0), key\($0): x}\n" })
    case .typos:
      return landscape(item("name: T, " + (0..<n).map { "nam\($0)e_url: https://b.io" }.joined(separator: ", ")))
    case .escapedTextsBehind:
      let terms = repeated(n) { "          - {term: \"T\\x41\($0)\", meaning: M}\n" }
      return [
        Catalog.Input(files: [
          source(
            "team.yaml",
            "layers:\n  - id: l\n    name: L\n    categories:\n      - id: c\n        name: C\n        tools:\n"
              + repeated(n) { "          - {id: \"t\\x2d\($0)\", name: \"N\\x41\($0)\"}\n" } + "        terms:\n"
              + terms)
        ])
      ]
    case .repeatedAliases:
      return native(
        repeated(n) {
          "          - {id: t\($0), name: \($0 == 0 ? "&n \"N\\x41\"" : $0.isMultiple(of: 2) ? "*n" : "\"M\\x41\($0)\"")}\n"
        })
    case .parents: return landscape(repeated(n) { item("name: T\($0), extra: {parent_project: Parent \($0)}") })
    case .chapters:
      return landscape(
        item("name: T"), guide: "categories:\n" + repeated(n) { _ in "  - {category: L, content: text}\n" })
    case .oneChapter:
      return landscape(
        item("name: T"),
        guide: "categories:\n  - category: L\n    subcategories:\n"
          + repeated(n) { _ in "      - {subcategory: C, content: text}\n" })
    case .sections:
      return landscape(
        item("name: T"),
        guide: "categories:\n  - category: L\n    subcategories:\n" + repeated(n) { "      - {subcategory: S\($0)}\n" })
    }
  }

  @Test(arguments: Kind.allCases)
  func `twice as much takes about twice as many steps`(_ kind: Kind) {
    let once = cost(Self.inputs(kind, 400))
    let twice = cost(Self.inputs(kind, 800))
    // What a suggestion takes is bounded for all together; here the bound is not reached.
    let isSuggesting = [.danglingIDs, .alikeDanglingIDs, .parents, .unknownKeys].contains(kind)
    #expect(twice.steps <= once.steps * (isSuggesting ? 5 : 2) + once.steps / 4 + 2000)
    #expect(twice.arena <= once.arena * 2 + once.arena / 4 + 2000)
    #expect(twice.rows <= once.rows * 2 + once.rows / 4 + 2000)
  }

  @Test func `suggestions stop where they have taken the steps they may`() {
    var reader = Reader(shipped: nil, hashKey: .random())
    reader.nearestSteps = 100_000
    _ = reader.readAll(Self.inputs(.alikeDanglingIDs, 1000))
    _ = reader.finish()
    #expect(reader.nearestSteps > -10_000)
    let hints = reader.diagnostics.map { $0.hint != nil }
    #expect(hints.first == true && hints.last == false)
  }

  /// What it takes to say what was found: bytes of the source looked at, columns asked for, bytes written.
  private func cost(ofReportOn count: Int, behind head: String = "", isBrief: Bool) -> (text: Int, github: Int) {
    let text =
      head + "layers:\n  - id: l\n    name: L\n    categories:\n      - id: c\n        name: C\n        tools:\n"
      + Self.repeated(count) { "          - {id: t\($0), name: T\($0), key\($0): x}\n" }
    let (_, found) = Catalog.read(
      [Catalog.Input(files: [Self.source("team.yaml", text)])], scrutiny: .checking)
    #expect(found.count == count)
    var steps = 0
    let report = CheckReport(
      found, source: { _ in Array(text.utf8) },
      columns: { scalar in
        steps += 1
        return scalar.isASCII ? 1 : 2
      }, listsAll: !isBrief)
    steps += report.steps
    return (steps + report.text.string.utf8.count, steps + report.github.string.utf8.count)
  }

  @Test(arguments: [false, true]) func `twice as many findings take about twice as many steps to say`(isBrief: Bool) {
    let once = cost(ofReportOn: 4000, isBrief: isBrief)
    let twice = cost(ofReportOn: 8000, isBrief: isBrief)
    #expect(twice.text * 10 <= once.text * 22)
    #expect(twice.github * 10 <= once.github * 22)
  }

  @Test func `what stands before findings is looked at once for all of them`() {
    let head = String(repeating: "# what the file begins with\n", count: 100_000)
    let alone = cost(ofReportOn: 8000, isBrief: false)
    let behind = cost(ofReportOn: 8000, behind: head, isBrief: false)
    // Numbers of lines have some digits more.
    #expect(behind.text <= alone.text + head.utf8.count + 8000 * 4 + 1000)
    #expect(behind.github <= alone.github + head.utf8.count + 8000 * 4 + 1000)
  }

  @Test func `what a finding says is bounded`() {
    let long = String(repeating: "ü", count: 100_000)
    let (_, found) = read(("team.yaml", "layers: [{id: \(long), name: L, \(long): x, kind: \(long)}]\n"))
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.message.utf8.count < 1000 && ($0.hint?.utf8.count ?? 0) < 1000 })
  }

  @Test func `an index finds what comparing each word finds`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 0...12, using: &random)).map { _ in word(&random) }
      let wanted = word(&random)
      for limit in [1, 3, 64] {
        var steps = Int.max
        let found = NearestIndex(words).match(wanted, within: limit, steps: &steps)
        let slow = words.indices
          .map { (index: $0, changes: changes(Array(wanted.unicodeScalars), Array(words[$0].unicodeScalars))) }
          .filter { $0.changes <= limit }
          .min { ($0.changes, $0.index) < ($1.changes, $1.index) }
        #expect(found?.index == slow?.index && found?.changes == slow?.changes, "\(wanted) in \(words), \(limit)")
      }
    }
  }

  private func word(_ random: inout some RandomNumberGenerator) -> String {
    String((0..<Int.random(in: 0...7, using: &random)).map { _ in "abcé".randomElement(using: &random) ?? "a" })
  }

  /// The changes between two words by their definition.
  private func changes(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = max(i, j)
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}

/// The same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
