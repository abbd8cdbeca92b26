/// What a person asks for: the one value that the prompt, the filter panel and the command line edit.
///
///     let query = Query("mesh !linkerd maturity:graduated,incubating")
///
/// All words must occur, anywhere in a subject, in any case, width or accent, in Chinese also by pinyin. `'word` is a whole
/// word, `"a phrase"` stands together, `^prefix` begins a name, `suffix$` ends one, `~word` may be misspelt, `!` before
/// any of them excludes. `facet:value` narrows; several values are separated by commas, any of them will do.
/// Any text is a query; what is not complete yet (`maturity:`, a lone `!`) does not narrow. Of a text without end only a
/// part is looked at: see `lengthLimit`, `termLimit`, `wordLimit`; `problems` says where that was so.
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

  public init(_ text: String) {
    self.text = text
    (terms, problems) = Query.parse(text)
  }

  /// Whether the query asks for nothing: all subjects match.
  public var isEmpty: Bool { terms.isEmpty }

  /// Whether the query has words to look for, beside filters.
  public var hasWords: Bool { terms.contains { $0.needle != nil } }

  public static func == (a: Self, b: Self) -> Bool { a.text == b.text }
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
    /// `maturity:a..b`, `license:>x`: only dates have an order; it counts as a text.
    case noOrder(Facet, String)
  }

  /// One condition; all of a query's terms must hold.
  struct Term: Hashable, Sendable {
    enum Content: Hashable, Sendable {
      case needle(Needle)
      case filter(Facet, [Value])
    }

    var content: Content
    var isNegated: Bool
    /// Its place in the query's text, in UTF-8.
    var place: Range<Int>

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

    /// As typed, without marks.
    var text: String
    var mode: Mode
    /// Folded UTF-8, not empty.
    var bytes: [UInt8]
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
