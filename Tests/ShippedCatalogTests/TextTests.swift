import StrataCatalog
import Testing

@Suite struct TextTests {
  @Test func holdsEveryTextOfTheLandscapeItsLayersAndCategories() throws {
    let catalog = try Shipped.catalog()
    var texts: [(String, LocalizedText)] = [
      ("landscape.name", catalog.landscape.name), ("landscape.introduction", catalog.landscape.introduction),
      ("landscape.choosing", catalog.landscape.choosing),
    ]
    for layer in catalog.layers {
      let id = catalog.string(layer.id)
      texts += [("\(id).name", layer.name), ("\(id).summary", layer.summary), ("\(id).recap", layer.recap)]
    }
    for category in catalog.categories {
      let id = catalog.string(category.id)
      texts += [
        ("\(id).name", category.name), ("\(id).what", category.what), ("\(id).problem", category.problem),
        ("\(id).solution", category.solution), ("\(id).tooling", category.tooling),
      ]
    }
    for tool in catalog.tools { texts.append(("\(catalog.string(tool.id)).summary", tool.summary)) }
    var findings: [String] = []
    for (path, text) in texts {
      for language in Language.allCases where !text.has(language) { findings.append("\(path) has no \(language)") }
    }
    expectNone(findings)
  }

  @Test func writesEveryTextInBothLanguages() {
    #expect(Shipped.texts.count > 1000)
    var findings: [String] = []
    for text in Shipped.texts {
      let (english, chinese) = (text.string("en"), text.string("zh"))
      let place = "\(text.file.name):\(text.line): \(text.path)"
      if english.isEmpty && !text.isWord { findings.append("\(place): no English") }
      if chinese.isEmpty && !text.isWord { findings.append("\(place): no Chinese") }
      if english.hanCount > 0 { findings.append("\(place): Chinese characters in the English") }
      if !text.isName && chinese.hanCount == 0 { findings.append("\(place): no Chinese characters in the Chinese") }
    }
    expectNone(findings)
  }

  /// What it is, the problem, how it helps, how its tools differ.
  @Test(arguments: ["what", "problem", "solution", "tooling"])
  func explainsEveryCategoryAtLength(question: String) {
    let texts = Shipped.texts.filter { $0.key == question && $0.file.name != "landscape.yaml" }
    #expect(texts.count == 25)
    expectNone(tooShort(texts, words: 80, characters: 150))
  }

  @Test func introducesTheLandscapeAndItsLayersAtLength() {
    let landscape = Shipped.texts.filter { ["landscape.introduction", "landscape.choosing"].contains($0.path) }
    #expect(landscape.count == 2)
    expectNone(tooShort(landscape, words: 200, characters: 300))
    let layers = Shipped.texts.filter { $0.file.name != "landscape.yaml" }
    let summaries = layers.filter { $0.path.hasPrefix($0.file.name.dropLast(5) + ".summary") }
    let recaps = layers.filter { $0.key == "recap" }
    #expect(summaries.count == 6)
    #expect(recaps.count == 6)
    expectNone(tooShort(summaries, words: 80, characters: 120) + tooShort(recaps, words: 50, characters: 80))
  }

  /// What it is, where its parts stand, how to choose.
  @Test(arguments: ["what", "where", "choosing"])
  func explainsEveryThemeAtLength(question: String) {
    let texts = Shipped.texts.filter {
      $0.key == question && $0.file.name == "landscape.yaml" && !$0.path.hasPrefix("landscape.")
    }
    #expect(texts.count == 12)
    expectNone(tooShort(texts, words: 35, characters: 60))
  }

  private func tooShort(_ texts: [BilingualText], words: Int, characters: Int) -> [String] {
    texts.flatMap { text -> [String] in
      let (english, chinese) = (text.string("en").wordCount, text.string("zh").hanCount)
      let place = "\(text.file.name):\(text.line): \(text.path)"
      return (english < words ? ["\(place): \(english) English words of \(words)"] : [])
        + (chinese < characters ? ["\(place): \(chinese) Chinese characters of \(characters)"] : [])
    }
  }

  @Test func explainsThreeToSevenTermsACategory() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for index in catalog.categories.indices {
      let id = catalog.string(catalog.categories[index].id)
      let terms = catalog.terms(of: CategoryID(index))
      if !(3...7).contains(terms.count) { findings.append("\(id): \(terms.count) terms") }
      for language in Language.allCases {
        let words = terms.map { catalog.string($0.term, in: language).lowercased() }
        if Set(words).count < words.count { findings.append("\(id): the same term twice: \(words)") }
        findings += terms.filter { catalog.string($0.meaning, in: language).contains("\n") }
          .map { "\(id): more than a line for '\(catalog.string($0.term, in: language))'" }
      }
    }
    expectNone(findings)
  }

  /// The words nobody gets through the landscape without.
  @Test func explainsTheKeyTerms() throws {
    let catalog = try Shipped.catalog()
    let terms = Set(
      catalog.categories.indices.flatMap { catalog.terms(of: CategoryID($0)) }
        .map { catalog.string($0.term.en).lowercased() })
    let wanted: [[String]] = [
      ["container"], ["image"], ["repository"], ["registry"], ["secret"], ["persistent volume"], ["csi"],
      ["overlay network"], ["cni"], ["desired state"], ["service"], ["rpc", "remote procedure call"], ["sidecar"],
      ["data plane"], ["control plane"], ["sql"], ["nosql"], ["publish-subscribe"], ["operator"], ["gitops"],
      ["metric", "metrics"], ["log", "logs"], ["trace", "traces"], ["span", "spans"], ["mttr", "mean time to repair"],
    ]
    expectNone(
      wanted.filter { words in
        !terms.contains { term in words.contains { term.isThe($0) } }
      }.map { "no term explains '\($0[0])'" })
  }

  /// A term of several categories means one thing in all of them.
  @Test func explainsATermInOneWay() throws {
    let catalog = try Shipped.catalog()
    var meanings: [String: Set<String>] = [:]
    for index in catalog.categories.indices {
      for term in catalog.terms(of: CategoryID(index)) {
        for language in Language.allCases {
          let word = "\(language): \(catalog.string(term.term.en).lowercased())"
          meanings[word, default: []].insert(catalog.string(term.meaning, in: language))
        }
      }
    }
    expectNone(meanings.filter { $0.value.count > 1 }.keys.sorted())
  }

  @Test func namesTwoToFourRelatedCategoriesWithTheReason() throws {
    let catalog = try Shipped.catalog()
    var findings: [String] = []
    for index in catalog.categories.indices {
      let id = catalog.string(catalog.categories[index].id)
      let related = catalog.relations(of: CategoryID(index))
      if !(2...4).contains(related.count) { findings.append("\(id): \(related.count) related categories") }
      if related.contains(where: { $0.category.index == index }) { findings.append("\(id): is related to itself") }
      if Set(related.map(\.category)).count < related.count { findings.append("\(id): names a category twice") }
      if related.contains(where: { $0.reason.en.isEmpty || $0.reason.zh.isEmpty }) {
        findings.append("\(id): a related category without the reason")
      }
    }
    expectNone(findings)
  }
}

extension String {
  /// Whether a lower-case term is the word, with or without an abbreviation: `log`, `rpc (remote procedure call)`.
  fileprivate func isThe(_ word: String) -> Bool {
    let parts = split(separator: "(").map { $0.filter { $0 != ")" } }
    return parts.contains { part in
      let part = part.drop { $0 == " " }
      return part == word || part == word + " "
    }
  }
}
