import StrataCatalog
import StrataDiff

/// The words of what is new.
struct NewsWords: Sendable {
  let language: Language
  let title, none, sinceYouWereHere, changedSince, showsIt: String

  static let english = NewsWords(
    language: .en, title: "What is new", none: "Nothing in this catalog has a date",
    sinceYouWereHere: "New since you were last here", changedSince: "The catalog has changed since you were last here",
    showsIt: "shows what is new")

  static let chinese = NewsWords(
    language: .zh, title: "最近变化", none: "本目录中没有带日期的内容",
    sinceYouWereHere: "上次打开之后的变化", changedSince: "上次打开之后，目录有改动",
    showsIt: "查看最近变化")

  /// `2 promoted`
  func counted(_ count: Int, _ kind: Change.Kind) -> String {
    language.choose(en: "\(count) \(kind.counted)", zh: "\(kind.chinese) \(count)")
  }

  /// What happened, in a word.
  func title(of kind: Change.Kind) -> String { language.choose(en: kind.counted, zh: kind.chinese) }

  /// `12 tools more`
  func growth(_ count: Int, _ words: Words) -> String {
    let number = words.count(abs(count), words.tool, words.toolsCounted)
    return language.choose(en: "\(number) \(count > 0 ? "more" : "fewer")", zh: "\(count > 0 ? "多" : "少") \(number)")
  }
}

extension Words {
  var news: NewsWords { language.choose(en: .english, zh: .chinese) }
}

extension Change.Kind {
  fileprivate var chinese: String {
    switch self {
    case .retired: "终止"
    case .license: "许可证变更"
    case .promoted: "晋级"
    case .accepted: "接纳"
    case .maturity: "成熟度变更"
    case .renamed: "更名"
    case .repository: "仓库迁移"
    case .owner: "归属变更"
    case .nearby: "我们所在类别新增"
    case .added: "新增"
    case .removed: "移除"
    case .moved: "移到其他类别"
    case .text: "文字修改"
    case .details: "信息修改"
    case .links: "链接修改"
    }
  }
}
