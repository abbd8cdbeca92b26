/// A way to read the words of a query as the name of something.
///
///     backup tool for Kubernetes   → backup
///     sign images, image signing   → image sign
///     怎么给集群做备份                → 备份
struct Reading: Equatable {
  enum Key: Hashable {
    /// As they stand; see `Inflection.canonical`.
    case canonical([UInt8])
    /// Whatever their order and forms.
    case roots([UInt8])
  }

  let key: Key
  /// The words that are left, folded.
  let words: [UInt8]

  /// Bytes of words that are read otherwise than they stand; what is longer is no name.
  private static let limit = 256

  /// The ways to read folded words, the nearest first: as they stand; in any order and form; without what they are said to
  /// be at their end (`platform`); without what all of a landscape is about and what is done with it.
  static func all(of words: [UInt8]) -> [Reading] {
    var readings = [Reading(key: .canonical(Inflection.canonical(words)), words: words)]
    guard words.count <= limit, words.contains(where: { $0 == 0x20 || $0 >= 0x80 }) else { return readings }
    var tokens = tokens(of: words)
    func add() {
      let key = Key.roots(key(of: tokens))
      if !tokens.isEmpty, readings.last?.key != key {
        readings.append(Reading(key: key, words: Array(tokens.map(\.bytes).joined(separator: [0x20]))))
      }
    }
    /// Leaves out the words at the end that only say what kind of thing is sought, one after the other.
    func addWithoutHeads() {
      add()
      while let rest = tokens.last?.withoutHead {
        tokens.removeLast()
        if !rest.bytes.isEmpty { tokens.append(rest) }
        add()
      }
    }
    addWithoutHeads()
    tokens.removeAll { subjects.contains($0.bytes) }
    addWithoutHeads()
    tokens = tokens.compactMap(\.withoutContext)
    if let verb = tokens.first, tokens.count > 1, verbs.contains(verb.bytes) { tokens.removeFirst() }
    addWithoutHeads()
    return readings
  }

  /// The roots of the words of a folded name, in one order.
  static func roots(_ name: [UInt8]) -> [UInt8] { key(of: tokens(of: name)) }

  // MARK: Words

  /// A word between borders, all Chinese or without Chinese.
  private struct Token {
    var bytes: [UInt8]
    var isHan: Bool

    /// What is left before a word that only says what kind of thing is sought, perhaps nothing; nil where there is none.
    var withoutHead: Token? {
      guard isHan else { return Reading.heads.contains(bytes) ? Token(bytes: [], isHan: false) : nil }
      let head = Reading.hanHeads.first { bytes.count >= $0.count && bytes.suffix($0.count).elementsEqual($0) }
      return head.map { Token(bytes: Array(bytes.dropLast($0.count)), isHan: true) }
    }

    /// Without words that say what all of a landscape is about; nil where nothing is left.
    var withoutContext: Token? {
      guard isHan else { return Reading.context.contains(bytes) ? nil : self }
      var rest = bytes[...]
      while let word = Reading.hanContext.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
      while let word = Reading.hanContext.first(where: {
        rest.count >= $0.count && rest.suffix($0.count).elementsEqual($0)
      }) {
        rest = rest.dropLast(word.count)
      }
      return rest.isEmpty ? nil : Token(bytes: Array(rest), isHan: true)
    }
  }

  private static let heads = Set(
    words: """
      engine engines framework frameworks management platform platforms product products server servers service \
      services solution solutions stack system systems
      """)
  private static let hanHeads = ["工具", "平台", "系统", "软件", "方案", "框架", "服务", "组件", "产品", "引擎", "管理", "技术", "能力", "解决"].map
  { Array($0.utf8) }
  private static let subjects = Set(words: "cloud cncf k8s kube kubernetes native")
  private static let context = Set(words: "best cluster clusters container containers good")
  private static let hanContext = ["云原生", "集群", "容器"].map { Array($0.utf8) }
  private static let verbs = Set(
    words: "build create deploy do find get install make manage need run setup start use using")
  /// What Chinese asks with, and what only joins its words.
  private static let hanFillers = [
    "怎么样", "怎么", "怎样", "如何", "什么", "哪些", "哪个", "一个", "好用", "推荐", "有没有", "进行", "之间", "给", "做", "的", "把", "吗", "呢",
  ].map { Array($0.utf8) }

  /// The words of a text without those that only join them.
  private static func tokens(of words: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    for word in words.split(separator: 0x20) {
      var rest = word[...]
      while let first = rest.first {
        let isHan = first >= 0xE3
        var token = Array(rest.prefix { ($0 >= 0x80) == isHan })
        if token.isEmpty { token = Array(rest) }
        rest = rest.dropFirst(token.count)
        if isHan {
          token = withoutFillers(token).filter { $0 != 0x20 }
        } else if Query.fillers.contains(token) {
          continue
        }
        if !token.isEmpty { tokens.append(Token(bytes: token, isHan: isHan)) }
      }
    }
    return tokens
  }

  /// A text with a blank in the place of each word with which Chinese asks or joins others.
  static func withoutFillers(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0xE3 }) else { return text }
    var rest: [UInt8] = []
    var index = 0
    while index < text.count {
      if let filler = hanFillers.first(where: { text[index...].starts(with: $0) }) {
        rest.append(0x20)
        index += filler.count
      } else {
        rest.append(text[index])
        index += 1
      }
    }
    return rest
  }

  // MARK: Roots

  /// The roots of all words in the order of their bytes, then all Chinese in the least of its rotations: `扫描镜像` is `镜像扫描`.
  private static func key(of tokens: [Token]) -> [UInt8] {
    let roots = tokens.filter { !$0.isHan }.map { root($0.bytes) }.sorted { $0.lexicographicallyPrecedes($1) }
    let han = String(decoding: tokens.filter(\.isHan).flatMap(\.bytes), as: UTF8.self).unicodeScalars
    let rotations = han.indices.map { Array(han[$0...]) + Array(han[..<$0]) }
    let least = rotations.min { $0.lexicographicallyPrecedes($1) { $0.value < $1.value } } ?? []
    return Array(roots.joined(separator: [0x20])) + Array(String(String.UnicodeScalarView(least)).utf8)
  }

  private static let endings = [
    "ization", "isation", "izing", "ising", "ation", "ement", "izer", "ized", "ment", "ize", "ise", "ion", "ing", "er",
    "or",
    "ed", "e",
  ].map { Array($0.utf8) }

  /// What the forms of an English word have in common, however short: only whole names are compared by it.
  private static func root(_ word: [UInt8]) -> [UInt8] {
    var root = Inflection.canonical(word)
    guard root.allSatisfy({ $0 &- 0x61 < 26 }) else { return root }
    while let ending = endings.first(where: {
      root.count >= $0.count + ($0.count < 3 ? 4 : 3) && root.suffix($0.count).elementsEqual($0)
    }) {
      root.removeLast(ending.count)
    }
    // A letter that an ending doubles.
    if root.count > 3, root[root.count - 1] == root[root.count - 2] { root.removeLast() }
    return root
  }
}
