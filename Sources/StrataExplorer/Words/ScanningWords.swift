import StrataCatalog
import StrataScan

/// The words of a scan of folders.
struct ScanningWords: Sendable {
  let language: Language
  let scan, whatToScan, folderHint: String
  let running, stops, stopped, notRead, file, files, place, places, more: String
  let otherTools, perhaps, aside, unknown: String
  let isTaken, nothingToTake: String

  static let english = ScanningWords(
    language: .en, scan: "Scan", whatToScan: "Folder",
    folderHint:
      "A folder or a file: its manifests, charts, pipelines and dependencies are read. Nothing is sent anywhere.",
    running: "Reading", stops: "stops it", stopped: "Stopped:", notRead: "not read", file: "file", files: "files",
    place: "place", places: "places", more: "more",
    otherTools: "Tools that this catalog does not have", perhaps: "Perhaps (weak signals alone)",
    aside: "Only in examples, tests and documents", unknown: "Found, not in this catalog",
    isTaken: "It is in our stack already", nothingToTake: "Nothing that is sure is missing in our stack")

  static let chinese = ScanningWords(
    language: .zh, scan: "扫描", whatToScan: "文件夹",
    folderHint: "文件夹或文件：读取其中的清单、chart、流水线和依赖，不向任何地方发送。",
    running: "正在读取", stops: "停止", stopped: "已停止：", notRead: "未读取", file: "个文件", files: "个文件",
    place: "处", places: "处", more: "处未列出",
    otherTools: "本目录没有的工具", perhaps: "可能用到（只有弱信号）",
    aside: "只见于示例、测试和文档", unknown: "已发现，但不在本目录中",
    isTaken: "已经在我们的技术栈里", nothingToTake: "确定的工具都已在我们的技术栈里")

  /// `12 tools in 340 files`
  func found(_ tools: String, in files: String) -> String {
    language.choose(en: "\(tools) in \(files)", zh: "\(files)，\(tools)")
  }

  func title(of role: StrataScan.Role) -> String { language.choose(en: role.rawValue, zh: role.chinese) }
  func title(of skip: Skip) -> String { language.choose(en: skip.rawValue, zh: skip.chinese) }
  /// What a token is that no tool claims.
  func title(of kind: TokenKind) -> String { language.choose(en: kind.rawValue, zh: kind.chinese) }
}

extension StrataScan.Role {
  fileprivate var chinese: String {
    switch self {
    case .runs: "运行"
    case .uses: "使用"
    case .builds: "构建"
    case .tests: "测试"
    case .links: "链接"
    }
  }
}

extension Skip {
  fileprivate var chinese: String {
    switch self {
    case .folder: "他人代码的文件夹"
    case .link: "符号链接"
    case .special: "管道和设备"
    case .binary: "二进制文件"
    case .large: "超过 4 MB 的文件"
    case .unreadable: "无法读取"
    }
  }
}

extension TokenKind {
  /// Of other kinds none is shown that no tool claims.
  fileprivate var chinese: String { self == .image ? "镜像" : self == .group ? "API 组" : rawValue }
}

extension Words {
  var scanning: ScanningWords { language.choose(en: .english, zh: .chinese) }
}
