/// A language that texts may be in.
public enum Language: String, BitwiseCopyable, CaseIterable, Sendable {
  case en, zh

  /// Its place among all.
  var index: Int {
    switch self {
    case .en: 0
    case .zh: 1
    }
  }

  var bit: UInt32 { 1 << UInt32(index) }

  /// The one after this, and after the last the first.
  public var next: Language { Language.allCases[(index + 1) % Language.allCases.count] }
}

/// One thing for each language: the one number that says how many there are.
typealias InEachLanguage<Value> = InlineArray<2, Value>

/// A text in the languages strata speaks; each falls back to the first other when shown.
public struct LocalizedText: BitwiseCopyable, Sendable {
  private var texts: InEachLanguage<Text>
  /// A bit a language: set where strata's own catalog says it. See `source(in:)`.
  var adopted: UInt32

  /// No text in any language.
  public static let empty = LocalizedText()

  private init() {
    texts = InlineArray(repeating: .empty)
    adopted = 0
  }

  /// A text in one language.
  public init(_ text: Text, in language: Language = .en) {
    self.init()
    self[language] = text
  }

  /// The same text in all languages.
  init(everywhere text: Text) {
    texts = InlineArray(repeating: text)
    adopted = 0
  }

  /// Whether there is none in any language.
  public var isEmpty: Bool {
    for index in texts.indices where !texts[index].isEmpty { return false }
    return true
  }

  /// The text in the language alone; may be empty.
  public subscript(language: Language) -> Text {
    get { texts[language.index] }
    set { texts[language.index] = newValue }
  }

  /// The texts in the languages that the shipped catalog has.
  public var en: Text {
    get { self[.en] }
    set { self[.en] = newValue }
  }
  /// The Chinese text, or empty.
  public var zh: Text {
    get { self[.zh] }
    set { self[.zh] = newValue }
  }

  /// Whether there is a text in `language` itself.
  public func has(_ language: Language) -> Bool { !self[language].isEmpty }

  /// The text in `language`, or the first other one where it is empty.
  public func choose(_ language: Language) -> Text {
    if has(language) { return self[language] }
    for index in texts.indices where !texts[index].isEmpty { return texts[index] }
    return .empty
  }

  /// Each text that is not empty, the same text once.
  public var all: Texts { Texts(texts: texts) }

  /// The texts that differ, a language each.
  public struct Texts: Sequence, IteratorProtocol {
    fileprivate let texts: InEachLanguage<Text>
    private var index = 0

    fileprivate init(texts: InEachLanguage<Text>) { self.texts = texts }

    /// The text of the next language.
    public mutating func next() -> Text? {
      while index < texts.count {
        let text = texts[index]
        var isNew = !text.isEmpty
        for earlier in 0..<index where texts[earlier] == text { isNew = false }
        index += 1
        if isNew { return text }
      }
      return nil
    }
  }
}

extension LocalizedText: Hashable {
  /// Whether all texts are, and whose they are.
  public static func == (a: Self, b: Self) -> Bool {
    for index in a.texts.indices where a.texts[index] != b.texts[index] { return false }
    return a.adopted == b.adopted
  }

  /// Of all texts.
  public func hash(into hasher: inout Hasher) {
    for index in texts.indices { hasher.combine(texts[index]) }
    hasher.combine(adopted)
  }
}
