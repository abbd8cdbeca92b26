import StrataCatalog
import Testing

@testable import StrataSearch

/// The searcher, with its index, its slices and its memory of shorter queries, against the plain matcher.
@Suite("The fast search finds what the plain one finds, in the same order")
struct FastAndPlainTests {
  static let words = [
    "argo", "cd", "mesh", "service", "kube", "kubernetes", "Open", "policy", "agent", "Café", "Ｋ８ｓ", "k8s", "io", "a",
    "b",
    "e\u{301}tcd", "ÉTCD", "zoë", "容器", "运行时", "服务网格", "重庆", "银行", "长", "网", "API", "网关", "db", "data-base", "go",
    "proto\u{200B}col", "ß", "ﬁle", "한국", "Привет", "x", "log", "日志", "数据库", "-", "(OPA)", "rust", "shu", "ju", "ku",
    "KubeVirt", "cert-manager", "policies", "HTTPServer", "secrets", "secret", "meshes", "服務網格", "pub/sub", "smesh",
  ]
  static let maturities = ["", "graduated", "incubating", "sandbox", "archived", "graduated"]

  static func randomCatalog(_ dice: inout Dice, tools: Int) throws -> Catalog {
    func text(_ range: ClosedRange<Int>, _ dice: inout Dice) -> String {
      (0..<Int.random(in: range, using: &dice)).map { _ in words.randomElement(using: &dice)! }
        .joined(separator: [" ", " ", "  ", "", "\u{3000}"].randomElement(using: &dice)!)
    }
    let themes = (0..<3).map { theme in
      "{id: theme\(theme), name: {en: \"\(text(1...2, &dice)) and \(text(1...1, &dice))\", zh: \"\(text(1...1, &dice))与\(text(1...1, &dice))\"}, what: a, where: b, choosing: c, tools: [a\(theme), a\(theme + 7)]}"
    }
    let tags = words.prefix(3).map {
      "{id: \"\($0)\", name: \"\(text(1...2, &dice))\", aliases: [\"\(text(1...2, &dice))\"]}"
    }
    var lines = ["landscape:", "  name: Random", "  tags: [\(tags.joined(separator: ", "))]"]
    lines += ["  themes: [\(themes.joined(separator: ", "))]", "layers:"]
    var number = 0
    for layer in 0..<2 {
      lines += ["  - id: layer\(layer)", "    name: {en: \"L \(text(1...2, &dice))\", zh: \"\(text(1...2, &dice))\"}"]
      lines += ["    summary: \"\(text(1...9, &dice))\"", "    categories:"]
      for category in 0..<3 {
        lines += ["      - id: category\(layer)\(category)"]
        lines += ["        name: {en: \"\(category) \(text(1...2, &dice))\", zh: \"\(text(1...2, &dice))\"}"]
        lines += ["        aliases: [\"\(text(1...2, &dice))\"]", "        kinds:"]
        for kind in 0..<2 {
          lines += [
            "          - {id: kind\(kind), name: {en: \"\(text(1...2, &dice))\", zh: \"\(text(1...1, &dice))\"}, aliases: [\"\(text(1...2, &dice))\"]}"
          ]
        }
        lines += [
          "        terms: [{term: {en: \"\(text(1...2, &dice))\", zh: \"\(text(1...1, &dice))\"}, meaning: \"\(text(1...4, &dice))\"}]"
        ]
        lines += ["        what: {en: \"\(text(1...9, &dice))\", zh: \"\(text(1...9, &dice))\"}", "        tools:"]
        for _ in 0..<tools / 6 {
          // Themes name some by their ids.
          let isOfTheme = number < 3 || (7..<10).contains(number)
          let start = ["t", "kube-", "argo-cd-"].randomElement(using: &dice)!
          lines += ["          - id: \(isOfTheme ? "a" : start)\(number)"]
          lines += ["            name: \"\(text(1...3, &dice)) \(number % 3 == 0 ? String(number) : "")x\(number)\""]
          if number % 4 == 0 { lines += ["            aliases: [\"\(text(1...2, &dice))\", k8s]"] }
          if number % 3 != 1 { lines += ["            kind: kind\(number % 2)"] }
          if number % 7 == 2 { lines += ["            keywords: [\"\(text(1...3, &dice))\"]"] }
          if number % 8 == 5 {
            lines += ["            lifecycle: {status: \(number % 16 == 5 ? "retired" : "deprecated")}"]
            lines += ["            replacedBy: [a\(number % 3)]"]
          }
          if number % 5 != 0 {
            lines += ["            summary: {en: \"\(text(2...12, &dice))\", zh: \"\(text(2...6, &dice))\"}"]
          }
          lines += ["            homepage: https://www.x\(number).example.org/\(number % 7)/"]
          if number % 3 == 0 { lines += ["            repository: https://github.com/Org\(number % 5)/repo\(number)"] }
          if number % 2 == 0 {
            lines += ["            license: \(["MIT", "Apache-2.0", "Proprietary"][number / 2 % 3])"]
          }
          if number % 6 == 0 { lines += ["            organization: \"\(text(1...2, &dice)) Inc\""] }
          let maturity = maturities.randomElement(using: &dice)!
          if !maturity.isEmpty {
            lines += [
              "            maturity: \(maturity)", "            accepted: \(2016 + number % 9)-0\(1 + number % 9)-11",
            ]
          }
          if number % 9 == 0 { lines += ["            also: [category1\(number % 3)]"] }
          if number % 4 == 1 {
            lines += ["            tags: [\"\(words.randomElement(using: &dice)!)\", oci, \(words[number % 3])]"]
          }
          number += 1
        }
      }
    }
    return try catalog(lines.joined(separator: "\n"))
  }

  static func randomQuery(_ dice: inout Dice) -> String {
    let pinyin = [
      "rq", "rongqi", "yxs", "fwwg", "wangge", "chongqing", "zhongq", "yinhang", "yh", "zhang", "chang", "apiwg",
      "shujuku",
      "sjk", "rizhi", "服wu网格", "shuju", "xian", "yunx", "r", "w", "rqyxs", "fuwu",
    ]
    let filters = [
      "maturity:graduated", "maturity:none,sandbox", "layer:layer0", "category:category01", "license:apache",
      "license:=MIT",
      "org:inc", "tag:oci", "has:repository", "is:archived", "is:open", "accepted:>2019",
      "accepted:2017..2018", "is:category", "kind:kind1", "is:retired", "has:zh", "is:proprietary", "has:alias",
      "maturity:", "nonsense:x",
    ]
    func piece(_ dice: inout Dice) -> String {
      let word = words.randomElement(using: &dice)!
      switch Int.random(in: 0..<24, using: &dice) {
      case 0: return "'\(word)"
      case 1: return "^\(word)"
      case 2: return "\(word)$"
      case 3: return "!\(word)"
      case 4: return "~\(word)"
      case 5: return "\"\(word) \(words.randomElement(using: &dice)!)\""
      case 6: return filters.randomElement(using: &dice)!
      case 7: return "!" + filters.randomElement(using: &dice)!
      case 8, 9: return pinyin.randomElement(using: &dice)!
      case 10: return String(word.prefix(1))
      case 11: return String(word.dropFirst())
      case 12: return "\(word) | \(words.randomElement(using: &dice)!)"
      case 13: return "\(word) | -\(filters.randomElement(using: &dice)!)"
      case 14: return word + ["s", "es", "-x", "ies"].randomElement(using: &dice)!
      case 16: return ["open source", "开源", "open-source", "开源\(word)", "proprietary"].randomElement(using: &dice)!
      case 17:
        let asked = ["what replaces %", "open source %", "% 的替代品", "alternative to %", "for % of"]
        return asked.randomElement(using: &dice)!
          .split(separator: "%", omittingEmptySubsequences: false)
          .joined(separator: "x\(Int.random(in: 0..<60, using: &dice))")
      case 18: return ["of", "for the", "what", "的"].randomElement(using: &dice)!
      // What stands together, in the other number or with a word spelled out.
      case 19:
        return "\(word) \(words.randomElement(using: &dice)!)" + ["", "s", " k8s", " secrets"].randomElement(
          using: &dice)!
      // With words that say nothing of what is meant.
      case 20: return "\(word) \(["platform", "management", "engine k8s"].randomElement(using: &dice)!)"
      case 21: return "集群\(word)\(["管理", "引擎", "集群管理"].randomElement(using: &dice)!)"
      case 15: return "\(word)-\(words.randomElement(using: &dice)!)"
      default: return word
      }
    }
    return (0..<Int.random(in: 1...3, using: &dice)).map { _ in piece(&dice) }.joined(separator: " ")
  }

  /// What the plain matcher finds, in order.
  static func plain(_ text: String, _ catalog: Catalog) -> [Subject] {
    let query = Query(text)
    let matcher = PlainMatcher(query: query, catalog: catalog)
    let index = SearchIndex(catalog)
    var found: [(Rank, Subject)] = []
    for number in 0..<index.total {
      let subject = index.subject(number)
      if let tier = matcher.tier(of: subject) {
        found.append(
          (Rank(tier, subject, number: number, catalog, index.weights.value, comparesWeight: query.hasWords), subject))
      }
    }
    return found.sorted { $0.0 < $1.0 }.map(\.1)
  }

  @Test("queries of all kinds", arguments: 0..<4)
  func queries(seed: Int) throws {
    var dice = Dice(UInt64(seed + 1))
    let catalog = try Self.randomCatalog(&dice, tools: 60)
    var searcher = Searcher(index: SearchIndex(catalog, chunkSize: 700 * (seed + 1)))
    for _ in 0..<150 {
      let text = Self.randomQuery(&dice)
      let expected = Self.plain(text, catalog)
      let found = searcher.all(text, steps: Int.random(in: 1...5000, using: &dice))
      #expect(found == expected, "\(text): \(found.map(catalog.name)) and not \(expected.map(catalog.name))")
    }
  }

  @Test(
    "what is not ASCII, wherever it stands", arguments: ["数据库", "数", "é", "café 数", "'数据库", "数据库$", "!数", "shujuku"])
  func beyondASCII(query: String) throws {
    let long = String(repeating: "long words ", count: 40)
    let tools = [
      "name: Plain", "name: 数据库", "name: Name\naliases: [café, 数据库]", "name: \(long)\nsummary: {en: a, zh: 数据库}",
      "name: Two\nsummary: {en: \(long), zh: 用数据库}", "name: Three\nsummary: Café", "name: Four\ntags: [数据]",
    ]
    for zh in ["数据库", "书架"] {
      let yaml = tools.enumerated().map { number, lines in
        "          - id: t\(number)\n" + lines.split(separator: "\n").map { "            \($0)\n" }.joined()
      }
      let catalog = try catalog(
        """
        layers:
          - id: only
            name: Layer
            categories:
              - id: shelf
                name: {en: Shelf, zh: \(zh)}
                tools:
        \(yaml.joined())
        """)
      for chunkSize in [1, 700, 1 << 19] {
        var searcher = Searcher(index: SearchIndex(catalog, chunkSize: chunkSize))
        #expect(searcher.all(query) == Self.plain(query, catalog), "\(zh)")
      }
    }
  }

  @Test("queries typed letter by letter, with letters taken back", arguments: 0..<4)
  func typing(seed: Int) throws {
    var dice = Dice(UInt64(seed + 100))
    let catalog = try Self.randomCatalog(&dice, tools: 36)
    var searcher = Searcher(index: SearchIndex(catalog, chunkSize: 700 * (seed + 1)))
    for _ in 0..<16 {
      let text = Self.randomQuery(&dice)
      var typed = ""
      for character in text {
        typed.append(character)
        if Int.random(in: 0..<6, using: &dice) == 0 { typed.removeLast() }
        // Some keys come before the search is done.
        searcher.search(Query(typed))
        searcher.advance(steps: Int.random(in: 1...2000, using: &dice))
        if Int.random(in: 0..<3, using: &dice) > 0 {
          #expect(searcher.all(typed) == Self.plain(typed, catalog), "\(typed) of \(text)")
        }
      }
    }
  }
}

@Suite("slips")
struct SlipTests {
  /// The least number of slips that lead from a word to a text, row by row; letters side by side may be swapped.
  private func plain(_ word: [UInt8], _ text: [UInt8]) -> Int {
    var rows = [Array(0...text.count)]
    for row in word.indices {
      rows.append([row + 1])
      for column in text.indices {
        var cost = min(rows[row][column + 1], rows[row + 1][column]) + 1
        cost = min(cost, rows[row][column] + (word[row] == text[column] ? 0 : 1))
        if row > 0, column > 0, word[row] == text[column - 1], word[row - 1] == text[column] {
          cost = min(cost, rows[row - 1][column - 1] + 1)
        }
        rows[row + 1].append(cost)
      }
    }
    return rows[word.count][text.count]
  }

  @Test("are counted as by the table of all distances, for every short word and text of three letters")
  func everyShortWord() {
    func all(_ lengths: ClosedRange<Int>) -> [[UInt8]] {
      lengths.flatMap { length in
        (0..<(0..<length).reduce(1) { product, _ in 3 * product }).map { number in
          var rest = number
          return (0..<length).map { _ in
            defer { rest /= 3 }
            return UInt8(ascii: "a") + UInt8(rest % 3)
          }
        }
      }
    }
    for word in all(3...4) {
      let matcher = FuzzyMatcher(word)
      for text in all(1...5) {
        let expected = plain(word, text)
        let found = text.withUnsafeBufferPointer { matcher.distance(in: $0) }
        #expect(found == (expected <= matcher.limit ? expected : nil), "\(word) in \(text)")
      }
    }
  }
}
