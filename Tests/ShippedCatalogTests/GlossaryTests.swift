import Foundation
import StrataCatalog
import Testing

@Suite struct GlossaryTests {
  @Test func namesLayersAndCategoriesAsTheGlossaryDoes() throws {
    let catalog = try Shipped.catalog()
    let names = catalog.layers.map(\.name) + catalog.categories.map(\.name)
    var findings: [String] = []
    for name in names {
      let (english, chinese) = (catalog.string(name.en), catalog.string(name.zh))
      let wanted = Glossary.words[Glossary.normalized(english)]
      if wanted?.first != chinese {
        findings.append("\(english): \(chinese), not \(wanted?.first ?? "in the glossary")")
      }
    }
    #expect(names.count == 31)
    expectNone(findings)
  }

  @Test func translatesTermsAsTheGlossaryDoes() {
    let terms = Shipped.texts.filter { $0.key == "term" }
    #expect(terms.count > 75)
    var known = 0
    var findings: [String] = []
    for term in terms {
      let english = Glossary.normalized(term.string("en"))
      guard let wanted = Glossary.words[english] ?? Glossary.words[Glossary.singular(english)] else { continue }
      known += 1
      let chinese = term.string("zh").split(separator: "（")[0]
      if !wanted.contains(String(chinese)) && !Glossary.objects.contains(String(chinese)) {
        let place = "\(term.file.name):\(term.line)"
        findings.append("\(place): \(term.string("en")): \(chinese), not \(wanted.joined(separator: " or "))")
      }
    }
    #expect(known > 20)
    expectNone(findings)
  }

  /// Terms that mean one thing wherever they stand: where the English has them in lower case, the Chinese has the
  /// glossary's word. Capitals make a name, which stays.
  @Test(arguments: [
    "alert", "alerts", "backup", "backups", "certificate", "certificates", "cloud native", "container runtime",
    "control plane", "controller", "controllers", "data plane", "declarative", "desired state", "load balancing",
    "metric", "metrics", "microservice", "microservices", "overlay network", "persistent volume",
    "persistent volumes", "pipeline", "plug-in", "plug-ins", "publish-subscribe", "secret", "secrets", "serverless",
    "service mesh", "sidecar", "sidecars", "snapshot", "snapshots", "supply chain", "tenant", "tenants",
    "vulnerability", "vulnerabilities",
  ])
  func usesTheGlossarysWordWhereTheEnglishUsesTheTerm(term: String) throws {
    let singular = Glossary.singular(term)
    let words = try #require(Glossary.words[Glossary.normalized(singular)], "'\(term)' is not in the glossary")
    let objects = Glossary.objects.filter { $0.lowercased() == singular }
    let texts = Shipped.texts.filter { !$0.isName && $0.string("en").replacing("\n", with: " ").holdsWord(term) }
    #expect(!texts.isEmpty)
    expectNone(
      texts.filter { text in
        let chinese = text.string("zh")
        return !(words + objects).contains { chinese.firstRange(of: $0) != nil }
      }.map { "\($0.file.name):\($0.line): \($0.path): no '\(words[0])' for '\(term)'" })
  }

  @Test func usesNoOtherWordForWhatTheGlossaryNames() {
    expectNone(
      // What people type to find a thing is theirs, not ours.
      Shipped.chineseLines.filter { !$0.text.path.contains(".aliases.") && !$0.text.path.contains(".keywords.") }
        .flatMap { line in
          Glossary.variants.compactMap { variant, word in
            line.string.firstRange(of: variant) == nil ? nil : line.finding("'\(variant)', not '\(word)'")
          }
        })
  }

  /// The list of variants cannot outlive the glossary.
  @Test func knowsVariantsOfWordsOfTheGlossaryOnly() throws {
    let glossary = try String(contentsOf: Glossary.file, encoding: .utf8)
    expectNone(Glossary.variants.filter { !glossary.contains($0.word) }.map { "'\($0.word)' is not in the glossary" })
    expectNone(
      Glossary.variants.filter { $0.word.contains($0.variant) }.map { "'\($0.variant)' is part of '\($0.word)'" })
  }
}

/// docs/glossary.md, which says what the Chinese words are.
enum Glossary {
  static let file = Folder.package.appending(path: "docs/glossary.md")

  /// The names of Kubernetes objects stay as they are.
  static let objects: Set = ["Secret", "Service", "Operator", "Pod", "Ingress", "Sidecar"]

  /// Other words for the same thing, which the texts do not use.
  static let variants: [(variant: String, word: String)] = [
    ("可观察性", "可观测性"), ("远程进程调用", "远程过程调用"), ("混乱工程", "混沌工程"), ("景观图", "全景图"),
    ("容器注册表", "容器镜像仓库"), ("镜像注册表", "镜像仓库服务"), ("群集", "集群"), ("云本地", "云原生"), ("原生云", "云原生"),
    ("服务网状", "服务网格"), ("数据面", "数据平面"), ("控制面", "控制平面"), ("声明性", "声明式"), ("指令式", "命令式"),
    ("期待状态", "期望状态"), ("所需状态", "期望状态"), ("持久化卷", "持久卷"), ("持久性卷", "持久卷"), ("叠加网络", "覆盖网络"),
    ("负载平衡", "负载均衡"), ("秘密", "机密信息"), ("身份验证", "认证"), ("鉴权", "授权"), ("警报", "告警"),
    ("报警", "告警"), ("度量数据", "指标"), ("度量值", "指标"), ("分布式跟踪", "分布式追踪"), ("链路跟踪", "链路追踪"), ("调用链跟踪", "链路追踪"),
    ("无伺服器", "无服务器"), ("金丝雀部署", "金丝雀发布"), ("灰度发布", "金丝雀发布"), ("发布/订阅", "发布订阅"),
    ("发布-订阅", "发布订阅"), ("发布与订阅", "发布订阅"), ("供应链条", "供应链"), ("外挂", "插件"), ("微型服务", "微服务"),
    ("单片", "单体应用"), ("巨石", "单体应用"), ("许可协议", "许可证"), ("供应商", "厂商"), ("多租赁", "多租户"),
    ("开放源码", "开源"), ("开放源代码", "开源"), ("边车代理模式", "边车"), ("工作量", "工作负载"), ("复本", "副本"),
    ("签署", "签名"), ("脆弱性", "漏洞"), ("消息传送", "消息传递"), ("流式处理", "流处理"), ("管线", "流水线"),
    ("平均修复时长", "平均修复时间"), ("平均恢复时间", "平均修复时间"), ("孵化期", "孵化中"), ("沙盒", "沙箱"), ("类目", "类别"),
    ("渐进式发布", "渐进式交付"), ("仪表板", "仪表盘"), ("看板", "仪表盘"), ("API Server", "API 服务器"), ("公司", "企业"),
  ]

  /// The Chinese words by the English one, `normalized`; the first is the one of names.
  static let words: [String: [String]] = {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var words: [String: [String]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("| ") && !line.hasPrefix("| English") {
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 4 else { continue }
      for (english, chinese) in pairs(cells[1], cells[2]) { words[normalized(english), default: []] += chinese }
    }
    return words
  }()

  /// `metric / log` and `指标 / 日志` are two words; `PaaS / container service` with one Chinese word is one.
  private static func pairs(_ english: String, _ chinese: String) -> [(String, [String])] {
    let (left, right) = (english.components(separatedBy: " / "), chinese.components(separatedBy: " / "))
    guard left.count == right.count else { return [(english, alternatives(chinese))] }
    // `certified Kubernetes: distribution / hosted` says its beginning once.
    let prefix = left[0].firstRange(of: ": ").map { String(left[0][..<$0.upperBound]) } ?? ""
    return zip(left.indices, right).map { index, word in
      (index == 0 ? left[0] : prefix + left[index], alternatives(word))
    }
  }

  private static func alternatives(_ chinese: String) -> [String] {
    chinese.split { "；、".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// `metrics` → `metric`, `vulnerabilities` → `vulnerability`.
  static func singular(_ english: String) -> String {
    if english.hasSuffix("ies") { return english.dropLast(3) + "y" }
    return english.hasSuffix("s") && !english.hasSuffix("ss") ? String(english.dropLast()) : english
  }

  /// Without case, brackets, and what names are joined by.
  static func normalized(_ english: String) -> String {
    var text = english.lowercased()
    if let bracket = text.firstRange(of: " (") { text = String(text[..<bracket.lowerBound]) }
    for (mark, plain) in [(" & ", " and "), (" / ", "/"), (": ", " "), (" - ", " "), ("-", " ")] {
      text = text.replacing(mark, with: plain)
    }
    return text
  }
}
