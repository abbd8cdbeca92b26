import StrataCatalog

/// A question for what can stand in the place of a tool: `what replaces ingress-nginx`, `open source alternative to Datadog`,
/// `open source Vault`, `self-hosted Datadog`, `MinIO 的替代品`.
struct Question {
  /// Whether it says that something is replaced; otherwise it names a tool and wants one of another kind of license or delivery.
  private var isForAnother = false
  private(set) var wantsOpen = false
  /// Whether it must be possible to run it oneself.
  private(set) var isToBeRun = false
  /// What is left when the words of the question are taken away, folded: perhaps a tool's name.
  private var name: [UInt8] = []

  /// Nil where the words, folded, ask for nothing of the kind.
  init?(_ words: [UInt8]) {
    var rest: [[UInt8]] = []
    var words = words.split(separator: 0x20).map(Array.init)[...]
    while var word = words.popFirst() {
      if word == Self.open, words.first == Self.source {
        words.removeFirst()
        wantsOpen = true
      } else if Self.selves.contains(word), words.first.map(Self.hosted.contains) ?? false {
        words.removeFirst()
        isToBeRun = true
      } else if Self.selfHosted.contains(word) {
        isToBeRun = true
      } else if Self.openWords.contains(word) {
        wantsOpen = true
      } else if Self.replacing.contains(word) {
        isForAnother = true
      } else if word.contains(where: { $0 >= 0xE3 }) {
        for mark in Self.chineseReplacing where Self.remove(mark, from: &word) { isForAnother = true }
        for mark in Self.chineseOpen where Self.remove(mark, from: &word) { wantsOpen = true }
        for mark in Self.chineseSelfHosted where Self.remove(mark, from: &word) { isToBeRun = true }
        for mark in Self.chineseFillers { _ = Self.remove(mark, from: &word) }
        if !word.isEmpty { rest.append(word) }
      } else if !Query.fillers.contains(word), !Self.asking.contains(word) {
        rest.append(word)
      }
    }
    guard isForAnother || wantsMore, !rest.isEmpty else { return nil }
    name = Array(rest.joined(separator: [0x20]))
  }

  private static let open = Array("open".utf8)
  private static let source = Array("source".utf8)
  private static let openWords = Set(words: "opensource oss foss free")
  private static let asking = Set(words: "i we you should could use used using good best there any some")
  private static let selves = Set(words: "self on")
  private static let hosted = Set(words: "hosted hosting hostable managed premise premises prem")
  private static let selfHosted = Set(words: "selfhosted onprem onpremise")
  private static let replacing = Set(
    words: """
      replace replaces replaced replacing replacement replacements successor successors succeeds alternative alternatives \
      substitute substitutes instead competitor competitors
      """)
  /// What stands in another mark comes after that.
  private static let chineseReplacing = [
    "替代品", "替代方案", "替代者", "替代", "取代", "代替", "替换", "接替", "继任者", "后继者", "后继", "平替", "竞品",
  ].map { Array($0.utf8) }
  private static let chineseOpen = ["开源"].map { Array($0.utf8) }
  private static let chineseSelfHosted = ["自托管", "自建", "私有化部署", "私有化", "本地部署"].map { Array($0.utf8) }
  private static let chineseFillers = ["用什么", "有什么", "什么", "哪些", "哪个", "谁", "可以", "的", "来", "吗", "版"].map {
    Array($0.utf8)
  }

  /// Takes the first place of a mark out of a word.
  private static func remove(_ mark: [UInt8], from word: inout [UInt8]) -> Bool {
    guard mark.count <= word.count else { return false }
    for start in 0...word.count - mark.count where word[start..<start + mark.count].elementsEqual(mark) {
      word.removeSubrange(start..<start + mark.count)
      return true
    }
    return false
  }

  /// Tools whose names can be looked at in a moment.
  static let mostTools = 20_000

  /// What answers the question: successors, then the tool itself where it is retired, what else does its job, the tool
  /// itself. Only where a catalog's tools have kinds.
  func answer(in catalog: Catalog, mostTools: Int = mostTools) -> [(tool: ToolID, tier: Tier)] {
    guard !catalog.kinds.isEmpty, let tool = Self.tool(called: name, in: catalog, mostTools: mostTools) else {
      return []
    }
    if !isForAnother, isAnswered(by: tool, in: catalog) { return [] }
    let isRetired = catalog[tool].status == .retired
    let id = catalog.string(catalog[tool].id)
    var answer: [(tool: ToolID, tier: Tier)] = []
    for successor in catalog.values(.replacedBy, of: tool).compactMap({ catalog.toolID(for: catalog.string($0)) }) {
      answer.append((successor, .exactName))
    }
    for index in catalog.tools.indices {
      let fields = catalog.fields(of: ToolID(index))
      if fields.contains(where: { $0.key == .replaces && catalog.string($0.value) == id }) {
        answer.append((ToolID(index), .exactName))
      }
    }
    if isRetired { answer.append((tool, .exactAlias)) }
    // Those on all of its shelves first.
    let shelves = catalog.shelves(of: tool)
    answer += catalog.alternatives(of: tool).filter { catalog[$0].status != .retired }
      .map { other in
        let others = catalog.shelves(of: other)
        return (other, shelves.allSatisfy(others.contains) ? .need : .toolNeeded)
      }
    if !isRetired { answer.append((tool, .toolMeant)) }
    answer.removeAll { !isAnswered(by: $0.tool, in: catalog) }
    if answer.isEmpty || answer.map(\.tool) == [tool] {
      // What does the job otherwise is of another kind.
      answer += catalog[catalog[tool].category].tools.map { ToolID($0) }
        .filter { $0 != tool && catalog[$0].status != .retired && wantsMore && isAnswered(by: $0, in: catalog) }
        .map { ($0, .need) }
    }
    return answer
  }

  /// Whether it wants one of another kind of license or delivery.
  private var wantsMore: Bool { wantsOpen || isToBeRun }

  /// Whether a tool is as it is wanted.
  private func isAnswered(by tool: ToolID, in catalog: Catalog) -> Bool {
    if wantsOpen, catalog[tool].licenseClass != .open { return false }
    return !isToBeRun || catalog.values(.delivery, of: tool).contains { catalog.string($0) == "self-hosted" }
  }

  /// The tool that is called so: as a whole or, if it is the only one, by the end of its name (`Kafka` of Apache Kafka).
  /// Looks at every tool's name at once; nil where these are too many for that.
  static func tool(called name: [UInt8], in catalog: Catalog, mostTools: Int = mostTools) -> ToolID? {
    guard catalog.tools.count <= mostTools, !name.isEmpty else { return nil }
    let sought = Inflection.canonical(name)
    let end = [0x20] + name
    var ending: [ToolID] = []
    for index in catalog.tools.indices {
      let tool = ToolID(index)
      for text in [catalog[tool].name] + catalog.values(.alias, of: tool)
      where text.length >= name.count && text.length <= 4 * name.count + 32 {
        let string = catalog.string(text)
        let folded = Folding.bytes(string)
        if Inflection.canonical(folded) == sought { return tool }
        if NameForms.of(string).contains(where: { Inflection.canonical($0) == sought }) { return tool }
        if folded.count > end.count, folded.suffix(end.count).elementsEqual(end), ending.last != tool {
          ending.append(tool)
        }
      }
    }
    return ending.count == 1 ? ending[0] : nil
  }
}
