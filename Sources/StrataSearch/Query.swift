/// What a person asks for: the one value that the prompt, the filter panel and the command line edit.
///
///     let query = Query("mesh -linkerd maturity:graduated,incubating")
///
/// All words must occur, anywhere in a subject, in any case, width, accent or script, in singular or plural, with a border
/// (`-`, `_`, `.`, `/`, a blank, a change of case) or without, in Chinese also by pinyin. `'word` is a whole word,
/// `"a phrase"` stands together, `^prefix` begins a name, `suffix$` ends one, `~word` may be misspelt, `!` or `-` before
/// any of them excludes; `a | b` is one or the other. `facet:value` narrows; several values are separated by commas, any of
/// them will do. Any text is a query; what is not complete yet (`maturity:`, a lone `!`) does not narrow. Of a text without
/// end only a part is looked at: see `lengthLimit`, `termLimit`, `wordLimit`; `problems` says where that was so.
public struct Query: Hashable, Sendable {
  /// As typed.
  public let text: String
  let terms: [Term]
  /// What is not looked for as it was typed, in the order of the text.
  public let problems: [Problem]

  /// Scalars of the text that are looked at.
  public static let lengthLimit = 4096
  /// Words and filters that are looked for.
  public static let termLimit = 64
  /// Bytes of a word, folded, that are looked for.
  public static let wordLimit = 256

  /// The query that a person typed. Whatever it is, there is one; what of it means nothing is in `problems`.
  public init(_ text: String) {
    self.text = text
    (terms, problems) = Query.parse(text)
  }

  /// Whether the query asks for nothing: all subjects match.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether the query has words to look for, beside filters.
  public var hasWords: Bool { terms.contains { $0.choices.contains { $0.needle != nil } } }

  /// The terms without the words that only say how others hang together: these need not occur. The last word counts: it may
  /// be going on.
  var needed: [Term] {
    func isFiller(_ term: Term) -> Bool {
      term.needle.map { !term.isNegated && $0.mode == .anywhere && Query.fillers.contains($0.bytes) } ?? false
    }
    guard terms.count > 1, terms.contains(where: isFiller),
      terms.contains(where: { !isFiller($0) && !$0.isFilter && !$0.isNegated })
    else { return terms }
    return terms.dropLast().filter { !isFiller($0) } + terms.suffix(1)
  }

  /// Words that say how others hang together.
  static let fillers = Set(
    words: """
      across all an and any are as at between by can do for from get how in inside into is it my of on one or other our \
      over that the their through to up using via than want what when which with within without your tool tools software 的 和 与 或 在 之间
      """)

  /// Words that say what all of a landscape is about, or what kind of thing is sought: what is found without them is more
  /// likely meant than what is found without another word.
  static let contextWords = Set(
    words: """
      kubernetes k8s kube cluster clusters cloud native cloudnative platform platforms solution solutions system systems \
      service services framework frameworks best open source opensource \
      云原生 集群 工具 平台 系统 方案 软件 服务 框架 开源
      """)

  /// The words that must occur, each by itself: no alternatives, nothing excluded.
  var words: [Needle] { terms.compactMap { $0.isNegated ? nil : $0.needle } }

  /// Whether they are the same text.
  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
  /// Of the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Query {
  /// Why a part of a query does not count, or counts otherwise than it was typed.
  public enum Problem: Hashable, Sendable {
    /// Only the first `lengthLimit` characters count.
    case tooLong
    /// Only the first `termLimit` words count.
    case tooManyTerms
    /// A word counts by its first `wordLimit` bytes.
    case longWord
    /// `accepted:>`, `accepted:..`: nothing to compare with; it does not narrow.
    case emptyBound(Facet)
    /// `accepted:>20`: neither a year nor a month nor a day; it does not narrow.
    case noDate(Facet, String)
    /// `accepted:2021..2020`: it ends before it begins; it counts the other way round.
    case backwards(Facet, from: String, to: String)
    /// `maturity:a..b`, `license:>x`: only dates have an order; it counts as a text.
    case noOrder(Facet, String)
    /// `year:2024`: no field is called so; it counts as a word. With it the field that is perhaps meant.
    case noField(String, near: Facet?)
  }

  /// One condition; all of a query's terms must hold. A term holds where one of its choices does.
  struct Term: Hashable, Sendable {
    /// One, or what stands between bars.
    var choices: [Choice]
    /// Its place in the query's text, in UTF-8.
    var place: Range<Int>

    /// The word, where it is one without alternatives; it may be excluded.
    var needle: Needle? { choices.count == 1 ? choices[0].needle : nil }
    /// Whether there is one choice, and that is excluded.
    var isNegated: Bool { choices.count == 1 && choices[0].isNegated }
    /// Whether it narrows without a word to look for.
    var isFilter: Bool { choices.allSatisfy { $0.needle == nil } }
    /// The words of which one must occur; nil where something else will do as well.
    var needles: [Needle]? {
      let needles = choices.compactMap { $0.isNegated ? nil : $0.needle }
      return needles.count == choices.count ? needles : nil
    }
  }

  struct Choice: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case needle(Needle)
      case filter(Facet, [Value])
    }

    var content: Content
    var isNegated: Bool

    var needle: Needle? {
      switch content {
      case .needle(let needle): needle
      case .filter: nil
      }
    }
  }

  /// A word to look for.
  struct Needle: Hashable, Sendable {
    enum Mode: Hashable, Sendable {
      /// A part of any text, or its pinyin.
      case anywhere
      /// A part of any text, as it stands.
      case phrase
      case wholeWord
      /// At the beginning, at the end, or the whole of a name or alias.
      case begins, ends, whole
      /// In a name or alias, misspelt or with letters left out.
      case fuzzy
    }

    /// Another way to write the word.
    struct Form: Hashable, Sendable {
      var bytes: [UInt8]
      var mode: Mode
    }

    /// As typed, without marks.
    var text: String
    var mode: Mode
    /// Folded UTF-8, not empty; borders inside the word are single spaces.
    var bytes: [UInt8]
    /// Without its borders; in the other number.
    var others: [Form]

    init(text: String, mode: Mode, bytes: [UInt8]) {
      self.text = text
      self.mode = mode
      self.bytes = bytes
      others = []
      guard mode == .anywhere else { return }
      if bytes.contains(0x20) { others.append(Form(bytes: NameForms.together(bytes), mode: .phrase)) }
      if let other = Inflection.other(bytes) { others.append(Form(bytes: other, mode: .wholeWord)) }
    }

    /// Whether it is a short Latin word: inside another word it says next to nothing.
    var isShort: Bool {
      mode == .anywhere && bytes.count <= 4 && bytes.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
    }
    /// What it is worth to find it inside a word.
    var insideTier: Tier { isShort ? .insideShort : .inside }
  }

  /// One of the values after a facet's colon.
  struct Value: Hashable, Sendable {
    enum Comparison: Hashable, Sendable {
      /// `value`: the whole of an id or a word where there is such a one, or else the beginning of a word in it.
      case loose
      /// `=value`: the whole of it.
      case exact
      case below, atMost, above, atLeast
      /// `from..to`, both included; either may be empty.
      case between
    }

    var comparison: Comparison
    /// As typed, without marks.
    var text: String
    /// The end of `between`.
    var end: String = ""
    /// `text`, folded.
    var bytes: [UInt8]
  }
}
