import StrataCatalog
import StrataSearch

/// What is said of queries, in both languages.
extension Reason.Match {
  var english: String {
    switch self {
    case .whole: "is the"
    case .beginning: "begins the"
    case .word: "is a word of the"
    case .pinyin: "is pinyin of the"
    case .similar: "is similar to the"
    case .inside: "is inside a word of the"
    }
  }

  var chinese: String {
    switch self {
    case .whole: "就是"
    case .beginning: "开头匹配"
    case .word: "词语匹配"
    case .pinyin: "拼音匹配"
    case .similar: "拼写相近"
    case .inside: "词内匹配"
    }
  }
}

extension Substitute.Reason {
  var english: String {
    switch self {
    case .cut(let pieces): "cut into " + pieces.joined(separator: " · ")
    case .leftOut(let words): "without " + words.joined(separator: ", ")
    case .stems(let words): "by " + words.joined(separator: ", ")
    case .similar: "similar names:"
    }
  }

  var chinese: String {
    switch self {
    case .cut(let pieces): "拆分为 " + pieces.joined(separator: " · ")
    case .leftOut(let words): "去掉 " + words.joined(separator: "、")
    case .stems(let words): "按词干 " + words.joined(separator: "、")
    case .similar: "相近的名称："
    }
  }
}

extension Query.Problem {
  func english(in text: String) -> String {
    switch self {
    case .tooLong: "only the first \(Query.lengthLimit) characters count"
    case .tooManyTerms: "only the first \(Query.termLimit) words count"
    case .longWord: "of a word the first \(Query.wordLimit) bytes count"
    case .emptyBound(let facet): "\(facet.keyword): a date is missing; try \(facet.keyword):>2024"
    case .noDate(let facet, let text): "\(facet.keyword): \(text) is no date; try 2024, >2024-05 or 2019..2021"
    case .backwards(let facet, let from, let to):
      "\(facet.keyword):\(from)..\(to) is backwards; read as \(to)..\(from)"
    case .noOrder(let facet, let text): "\(facet.keyword):\(text): only dates have an order"
    case .noField(let word, let near):
      "no field \(word); "
        + (near.map { "\($0.keyword):\(Query.value(after: word, in: text) ?? "")?" } ?? "there are "
          + Self.fields(in: .en))
    }
  }

  func chinese(in text: String) -> String {
    func name(_ facet: Facet) -> String { facet.keyword(in: .zh) }
    return switch self {
    case .tooLong: "只看前 \(Query.lengthLimit) 个字符"
    case .tooManyTerms: "只看前 \(Query.termLimit) 个词"
    case .longWord: "一个词只看前 \(Query.wordLimit) 个字节"
    case .emptyBound(let facet): "\(name(facet)): 缺少日期，例如 \(name(facet)):>2024"
    case .noDate(let facet, let text): "\(name(facet)): \(text) 不是日期，可写 2024、>2024-05 或 2019..2021"
    case .backwards(let facet, let from, let to): "\(name(facet)):\(from)..\(to) 首尾颠倒，按 \(to)..\(from) 查找"
    case .noOrder(let facet, let text): "\(name(facet)):\(text)：只有日期分先后"
    case .noField(let word, let near):
      "没有字段 \(word)；"
        + (near.map { "\(name($0)):\(Query.value(after: word, in: text) ?? "")？" } ?? "可用 " + Self.fields(in: .zh))
    }
  }

  private static func fields(in language: Language) -> String {
    Facet.allCases.map { $0.keyword(in: language) + ":" }.joined(separator: " ")
  }
}

extension Query {
  /// What stands behind a word and its colon, up to a blank: the part of the text.
  static func value(after word: String, in text: String) -> Substring? {
    for part in text.split(whereSeparator: \.isWhitespace) {
      guard let colon = part.firstIndex(where: { $0 == ":" || $0 == "：" }) else { continue }
      if part[..<colon].hasSuffix(word) { return part[part.index(after: colon)...] }
    }
    return nil
  }
}
