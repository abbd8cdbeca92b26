// Memory: lent.

public import StrataCatalog

/// A property by which a query narrows: the word before the colon in `maturity:graduated`.
public enum Facet: String, Hashable, Sendable, CaseIterable {
  case layer, category, kind, theme, maturity, license
  case organization = "org"
  case tag
  /// What it is written in; how it is to be had; the tool that it is a part of.
  case language, delivery, part
  /// What a team's own file says: `stack:adopted`, `stack:any`, `stack:none`, `owner:team-edge`. See `StackFacts`.
  case stack, owner
  /// `is:retired`, `is:open`, `is:category`: see `State`.
  case state = "is"
  /// `has:repository`, `has:documentation`, `has:zh`
  case presence = "has"
  /// Dates: `accepted:2024`, `accepted:>2024`, `accepted:>=2024-05`, `accepted:2019..2021`.
  case accepted, incubating, graduated, archived, since, listed
  /// The dates of incubation and graduation that are steps up: see `Catalog.promotions`.
  case promoted

  /// The facet of a keyword as typed, in English or Chinese: `organization`, `licence` and `成熟度` are understood too.
  init?(keyword: String) {
    guard let facet = Facet.keywords[keyword.lowercased()] else { return nil }
    self = facet
  }

  /// The facet that was perhaps meant by a word that is no keyword: `year`, `licens`, `lifecycle`.
  init?(near word: String) {
    switch word.lowercased() {
    case "year", "date", "joined", "年份", "年": self = .accepted
    case "status", "life", "lifecycle", "state", "生命周期": self = .state
    case "stage", "level", "级别": self = .maturity
    case "written", "in", "code", "开发语言": self = .language
    case "type", "group": self = .kind
    case "author", "company", "maker": self = .organization
    default:
      let matcher = FuzzyMatcher(Folding.bytes(word))
      let near = Facet.keywords.compactMap { keyword, facet -> (penalty: Int, keyword: String, facet: Facet)? in
        var keyword = keyword
        let nearest = keyword.withUTF8 { matcher.nearest(in: $0) }
        return nearest.map { ($0.penalty, keyword, facet) }
      }
      guard let best = near.min(by: { ($0.penalty, $0.keyword) < ($1.penalty, $1.keyword) }) else { return nil }
      self = best.facet
    }
  }

  /// The keyword as strata writes it.
  public var keyword: String { rawValue }

  /// The keyword in a language, as it is shown and understood.
  public func keyword(in language: Language) -> String {
    switch language {
    case .en: rawValue
    case .zh: others.last ?? rawValue
    }
  }

  private static let keywords: [String: Facet] = {
    var result: [String: Facet] = [:]
    for facet in allCases { for word in [facet.rawValue] + facet.others { result[word] = facet } }
    return result
  }()

  /// The other words for it; the last one is how it is called in Chinese.
  private var others: [String] {
    switch self {
    case .layer: ["layers", "层级", "层"]
    case .category: ["categories", "类别", "类", "分类"]
    case .kind: ["kinds", "类型", "种类"]
    case .theme: ["themes", "主题", "专题"]
    case .maturity: ["成熟度"]
    case .license: ["licence", "许可", "许可证"]
    case .organization: ["organization", "organisation", "vendor", "公司", "厂商", "组织"]
    case .tag: ["tags", "标签"]
    case .language: ["lang", "编程语言", "语言"]
    case .delivery: ["deployment", "交付", "交付方式"]
    case .part: ["partof", "属于"]
    case .stack: ["ring", "栈", "技术栈"]
    case .owner: ["owners", "负责人"]
    case .state: ["是", "状态"]
    case .presence: ["有"]
    case .accepted: ["加入", "接受", "接纳"]
    case .incubating: ["孵化"]
    case .graduated: ["毕业"]
    case .archived: ["归档"]
    case .since: ["始于", "首发"]
    case .listed: ["收录"]
    case .promoted: ["promotion", "晋级"]
    }
  }

  /// Whether its values are dates.
  var isDate: Bool {
    switch self {
    case .accepted, .incubating, .graduated, .archived, .since, .listed, .promoted: true
    case .layer, .category, .kind, .theme, .maturity, .license, .organization, .tag, .language, .delivery, .part,
      .stack, .owner, .state, .presence:
      false
    }
  }

  /// The field that holds its values, where it is one.
  var field: Field.Key? {
    switch self {
    case .license: .license
    case .organization: .organization
    case .tag: .tag
    case .language: .language
    case .delivery: .delivery
    case .part: .partOf
    case .accepted: .accepted
    case .incubating: .incubating
    case .graduated: .graduated
    case .archived: .archived
    case .since: .since
    case .listed: .listed
    case .layer, .category, .kind, .theme, .maturity, .stack, .owner, .state, .presence, .promoted: nil
    }
  }

  /// The value for what has none.
  static let none = "none"
  /// The value for what has one, whichever it is.
  static let any = "any"

  private static let deliveryWords = [
    "self-hosted": ["selfhosted", "自托管", "自建"], "managed": ["hosted", "saas", "托管"], "library": ["库"],
    "desktop": ["桌面"], "specification": ["规范"],
  ]

  private static let stackWords = [
    none: ["无"], any: ["任意", "有"], "adopted": ["adopt", "采用", "已采用"], "trial": ["试用"], "assess": ["评估"],
    "hold": ["暂缓"], "retired": ["退役", "停用"], "unsorted": ["未定"],
  ]

  /// A value and the other words for it, folded: `graduated` is also 已毕业.
  func words(of value: String) -> [[UInt8]] {
    if self == .stack || self == .owner {
      return ([value] + (Facet.stackWords[value] ?? [])).map { Folding.bytes($0) }
    }
    let others: [String] =
      switch value {
      case "": self == .maturity ? [Facet.none, "无"] : []
      case "graduated": ["已毕业", "毕业"]
      case "incubating": ["孵化中", "孵化"]
      case "sandbox": ["沙箱", "沙盒"]
      case "archived": ["已归档", "归档"]
      default: self == .delivery ? Facet.deliveryWords[value] ?? [] : []
      }
    return ([value] + others).filter { !$0.isEmpty }.map { Folding.bytes($0) }
  }
}

/// What a subject can be, in `is:retired`.
public enum State: String, Hashable, Sendable, CaseIterable {
  /// How open its license is: the words of `LicenseClass`.
  case open
  case sourceAvailable = "source-available"
  case proprietary, mixed, unknown
  /// Looked after, at least; and how it is otherwise.
  case active, maintenance, deprecated, retired
  /// There is a successor; its license is not what it was.
  case replaced, relicensed
  /// A foundation's project.
  case project
  case specification
  case endUser = "end-user"
  case tool, category, layer

  /// The state of a word as typed and folded, in English or Chinese.
  init?(_ bytes: [UInt8]) {
    guard let state = State.words[bytes] else { return nil }
    self = state
  }

  private static let words: [[UInt8]: State] = {
    var result: [[UInt8]: State] = [:]
    for state in allCases { for word in [state.rawValue] + state.others { result[Folding.bytes(word)] = state } }
    return result
  }()

  private var others: [String] {
    switch self {
    case .open: ["open-source", "opensource", "oss", "开源"]
    case .sourceAvailable: ["源码可用", "源代码可用", "源码可见"]
    case .proprietary: ["closed", "商业", "专有"]
    case .mixed: ["open-core", "部分开源"]
    case .unknown: ["未知", "不详"]
    case .active: ["alive", "活跃"]
    case .maintenance: ["维护", "维护中"]
    case .deprecated: ["弃用", "已弃用"]
    case .retired: ["dead", "停用", "已停止", "退役", "已退役"]
    case .replaced: ["被取代", "已被取代"]
    case .relicensed: ["改许可", "更换许可证"]
    case .project: ["项目"]
    case .specification: ["spec", "规范"]
    case .endUser: ["最终用户", "终端用户"]
    case .tool: ["工具"]
    case .category: ["分类", "类别"]
    case .layer: ["层"]
    }
  }
}
