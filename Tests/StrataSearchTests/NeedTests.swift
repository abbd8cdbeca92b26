import StrataCatalog
import Testing

@testable import StrataSearch

@Suite("What one means is found, however it is typed")
struct NeedTests {
  static let sample = """
    landscape:
      name: Sample
      tags: [{id: feature-flags, name: {en: Feature flags, zh: 特性开关}, aliases: [toggles]}]
      themes: [{id: finops, name: {en: FinOps and energy, zh: 财务运营与能耗}, what: a, where: b, choosing: c, tools: [kubecost]}]
    layers:
      - id: only
        name: {en: The Layer, zh: 层}
        categories:
          - id: logging
            name: {en: Logging, zh: 日志}
            what: What programs say.
            terms: [{term: {en: Structured log line, zh: 结构化日志行}, meaning: A line of fields.}]
            aliases: [log aggregation, {zh: 日志收集}]
            kinds:
              - {id: collector, name: {en: Collectors, zh: 采集器}, aliases: [log shipper]}
              - {id: store, name: {en: Stores, zh: 存储}}
            tools:
              - {id: fluent-bit, name: Fluent Bit, kind: collector, license: Apache-2.0, delivery: [self-hosted], summary: {en: Forwards lines., zh: 转发日志}}
              - {id: loki, name: Grafana Loki, kind: store, keywords: [LogQL]}
              - {id: fluentd, name: Fluentd, kind: collector, lifecycle: {status: retired}, replacedBy: [fluent-bit]}
              - {id: logstash, name: Logstash, kind: collector, license: Elastic-2.0}
          - id: mesh
            name: {en: Service Mesh, zh: 服务网格}
            tools:
              - {id: istio, name: Istio, maturity: graduated}
              - {id: cilium, name: Cilium, summary: Uses eBPF.}
          - id: other
            name: Other
            tools:
              - {id: meshery, name: Meshery}
              - {id: cert-manager, name: cert-manager, summary: Issues secrets}
              - {id: kubevirt, name: KubeVirt, tags: [feature-flags]}
              - {id: kubecost, name: Kubecost, summary: A processor of costs}
              - {id: kata, name: Kata, summary: {en: Sandboxes, zh: 安全 的 沙箱 与 容器}}
              - {id: policy, name: Policy Reporter, summary: many policies}
              - {id: scattered, name: Scattered, summary: Servers that some game has}
              - {id: together, name: Together, summary: Runs game servers}
              - {id: listed, name: Listed, summary: A name, keywords: [game server list], aliases: [dashboard of kubernetes]}
              - {id: half, name: Half, summary: {en: Half, zh: 跨集体与群调度}}
              - {id: near, name: Near, summary: {en: Near, zh: 调度 跨集群}}
              - {id: far, name: Far, summary: {en: Far, zh: 调度}}
    """

  @Test(
    "its category or kind first, then the tools there, then the rest",
    arguments: [
      ("log aggregation", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("logaggregation", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("日志收集", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("日誌收集", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("log shipper", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("log shippers", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("log shipper tool", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("log shipping for k8s", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("kubevirt for k8s clusters", ["KubeVirt"]),
      ("ship logs", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("run log shippers on kubernetes", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("日志收集工具", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("怎么收集日志", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("k8s日志收集系统", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("structured log line", ["Logging", "Logstash", "Fluent Bit", "Grafana Loki", "Fluentd"]),
      ("结构化日志行", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]), ("structured log", ["Logging"]),
      ("财务运营", ["Kubecost"]), ("energy", ["Kubecost"]), ("and energy", []),
      ("collector", ["Fluent Bit", "Logstash", "Logging", "Fluentd"]),
      ("mesh", ["Service Mesh", "Istio", "Cilium", "Meshery"]), ("logql", ["Grafana Loki"]),
      ("mesh ebpf", ["Cilium"]), ("graduated mesh", ["Istio"]), ("已毕业 网格", ["Istio"]),
      ("what replaces fluentd", ["Fluent Bit", "Fluentd", "Logstash"]),
      ("fluentd 的替代品", ["Fluent Bit", "Fluentd", "Logstash"]), ("替代fluentd", ["Fluent Bit", "Fluentd", "Logstash"]),
      ("alternatives to logstash", ["Fluent Bit", "Logstash"]), ("alternatives to nothing", []),
      ("open source logstash", ["Fluent Bit"]), ("开源logstash", ["Fluent Bit"]),
      ("open source alternative to logstash", ["Fluent Bit"]), ("free logstash alternative", ["Fluent Bit"]),
      ("self-hosted logstash", ["Fluent Bit"]), ("自建logstash", ["Fluent Bit"]), ("self-hosted fluent bit", []),
      ("what should I use instead of fluentd", ["Fluent Bit", "Fluentd", "Logstash"]),
      ("self-hosted loki", ["Fluent Bit"]),
      ("open source collector", ["Fluent Bit"]),
      ("open-source 采集器", ["Fluent Bit"]), ("!opensource collector", ["Logstash", "Logging", "Fluentd"]),
      ("forwards of the lines", ["Fluent Bit"]), ("forwards lines of", []),
      ("toggles", ["KubeVirt"]), ("game servers", ["Together", "Listed", "Scattered"]),
      ("game server lists", ["Listed"]), ("dashboard of k8s", ["Listed"]), ("特性开关", ["KubeVirt"]),
      ("toggles service", ["KubeVirt"]), ("feature flags for k8s", ["KubeVirt"]), ("特性开关管理", ["KubeVirt"]),
      ("集群特性开关集群", ["KubeVirt"]),
      ("log aggregation engine", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("日志收集解决方案", ["Logging", "Fluent Bit", "Grafana Loki", "Logstash", "Fluentd"]),
      ("certmanager", ["cert-manager"]), ("cert_manager", ["cert-manager"]), ("cert.manager", ["cert-manager"]),
      ("CertManager", ["cert-manager"]), ("kube-virt", ["KubeVirt"]), ("kube virt", ["KubeVirt"]),
      ("virt", ["KubeVirt"]), ("ogstash", ["Logstash"]),
      ("fluentbit", ["Fluent Bit"]), ("secret", ["cert-manager"]), ("secrets", ["cert-manager"]),
      ("policy", ["Policy Reporter"]), ("policies", ["Policy Reporter"]),
      ("loki | istio", ["Istio", "Grafana Loki"]), ("mesh -istio", ["Service Mesh", "Cilium", "Meshery"]),
      ("is:retired", ["Fluentd"]), ("是:停用", ["Fluentd"]), ("kind:store", ["Grafana Loki"]), ("种类:存储", ["Grafana Loki"]),
      ("theme:finops", ["Kubecost"]), ("成熟度:已毕业", ["Istio"]), ("tag:特性开关", []),
    ] as [(String, [String])])
  func needs(query: String, expected: [String]) throws {
    #expect(try catalog(Self.sample).names(query) == expected)
  }

  @Test("words name something in any order and form, and without those that say nothing of it")
  func readings() {
    func readings(_ text: String) -> [String] {
      Reading.all(of: Folding.bytes(text)).map { reading in
        switch reading.key {
        case .canonical(let bytes): "=" + String(decoding: bytes, as: UTF8.self)
        case .roots(let bytes): String(decoding: bytes, as: UTF8.self)
        }
      }
    }
    #expect(readings("mesh") == ["=mesh"])
    #expect(readings("image signing") == ["=imagesigning", "imag sign"])
    #expect(readings("sign the images") == ["=signtheimage", "imag sign"])
    #expect(readings("managing certificates") == ["=managingcertificate", "certificat manag"])
    #expect(readings("certificate manager") == ["=certificatemanager", "certificat manag"])
    #expect(
      readings("backup platform for k8s") == [
        "=backupplatformforkubernete", "backup kubernet platform", "backup platform", "backup",
      ])
    // One word after the other, so that the nearest name is found.
    #expect(
      readings("key management system") == [
        "=keymanagementsystem", "key manag system", "key manag", "key",
      ])
    #expect(readings("密钥管理系统").count == 4)
    #expect(readings("container image scanning").last == "imag scan")
    #expect(readings("镜像扫描")[1] == readings("扫描镜像")[1])
    #expect(readings("怎么给集群做备份").last == readings("集群备份工具").last)
    #expect(readings("服务")[1...] == ["务服"])
    #expect(readings("的") == ["=的"])
    let long = String(repeating: "a ", count: 200)
    #expect(readings(long).count == 1)
  }

  @Test("a question is answered as long as all names can be looked at in a moment")
  func questionsAreBounded() throws {
    let catalog = try catalog(Self.sample)
    let question = try #require(Question(Folding.bytes("what replaces fluentd")))
    let count = catalog.tools.count
    #expect(
      question.answer(in: catalog, mostTools: count).map { catalog.string(catalog[$0.tool].id) }.first == "fluent-bit")
    #expect(question.answer(in: catalog, mostTools: count - 1).isEmpty)
  }

  @Test("what is retired is meant by its name only: all that lives comes first")
  func retired() throws {
    let catalog = try catalog(tools: [
      "name: Old Mesh\nlifecycle: {status: retired}", "name: Word\nsummary: a mesh of nodes",
      "name: Mesh Gone\nlifecycle: {status: retired}", "name: Tagged\nkeywords: [mesh]",
      "name: Known\nkeywords: [mesh]\nlifecycle: {status: retired}",
      "name: Mesh Deprecated\nlifecycle: {status: deprecated}",
    ])
    #expect(catalog.names("mesh") == ["Mesh Deprecated", "Mesh Gone", "Tagged", "Word", "Old Mesh", "Known"])
    #expect(catalog.names("old mesh") == ["Old Mesh"])
  }

  @Test("the inside of a word stands below a line where the word is short")
  func insides() throws {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    func found(_ query: String) -> String {
      let names = searcher.all(query).map(searcher.catalog.name)
      let main = names.dropLast(searcher.insideTotal).joined(separator: ", ")
      return main + (searcher.insideTotal > 0 ? " | " + names.suffix(searcher.insideTotal).joined(separator: ", ") : "")
    }
    #expect(found("sso") == " | Kubecost")
    #expect(found("ocess") == "Kubecost")
    #expect(found("log") == "Logging, Logstash, Fluent Bit, Grafana Loki, Fluentd")
    // What is only inside another word is not left out.
    #expect(found("!sso kubecost") == "Kubecost")
  }

  private func substitute(_ query: String) throws -> String {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    searcher.offersSubstitutes = true
    let names = searcher.all(query).map(searcher.catalog.name)
    return "\(searcher.substitute.map { "\($0.query.text)" } ?? "-"): \(names.joined(separator: ", "))"
  }

  @Test(
    "another query is answered where nothing is found",
    arguments: [
      ("安全沙箱容器", "安全 沙箱 容器: Kata"), ("安全的沙箱给容器", "安全 沙箱 容器: Kata"),
      ("开源的日志收集系统", "开源 日志收集系统: Fluent Bit"), ("网格istio", "网格 istio: Istio"), ("istoi", "~istoi: Istio"),
      ("istio", "-: Istio"),
      ("forwards of lines with secrets", "forwards lines: Fluent Bit"), ("qqqqqq", "-: "),
      ("cilium-ebpf", "cilium ebpf: Cilium"), ("cert-managr", "~cert-managr: cert-manager"),
      ("kube-vrit", "~kube-vrit: KubeVirt"), ("forwarding lines", "forward lines: Fluent Bit"),
      ("跨集群调度", "跨集群 调度: Near"), ("鲸落跨集群", "跨集群: Near"), ("鲸落", "-: "),
      ("kubernetes loki store", "loki store: Grafana Loki"), ("servers forwards", "forwards: Fluent Bit"),
      ("forwards servers", "forwards: Fluent Bit"),
    ])
  func substitutes(query: String, expected: String) throws {
    #expect(try substitute(query) == expected)
  }

  @Test("where words occur, but not together, other forms of them are looked for")
  func otherForms() throws {
    let catalog = try catalog(tools: [
      "name: Mover\nkeywords: [rebalancing]\nsummary: Evicts Pods", "name: Streams\nsummary: Consumers rebalance",
      "name: Net\nsummary: Connects Pods",
    ])
    var searcher = Searcher(catalog: catalog)
    searcher.offersSubstitutes = true
    #expect(searcher.all("rebalance pods").map(catalog.name) == ["Mover"])
    #expect(searcher.substitute?.query.text == "rebalanc pods")
    #expect(searcher.substitute?.reasons == [.stems(["rebalanc"])])
    #expect(searcher.all("rebalance").map(catalog.name) == ["Streams"])
    #expect(searcher.substitute == nil)
  }

  @Test("what stands in the way is told, filters first")
  func obstacles() throws {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    _ = searcher.all("kubecost maturity:graduated")
    let obstacles = try #require(searcher.explanation()).obstacles
    #expect(obstacles.map(\.text) == ["maturity:graduated", "kubecost"])
    #expect(obstacles.map(\.total) == [1, 1])
    #expect(obstacles[0].query.text == "kubecost")
  }

  @Test("each name is offered once, and what is offered finds it")
  func suggestions() throws {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    _ = searcher.all("fluntd")
    let suggestions = try #require(searcher.explanation()).suggestions
    #expect(suggestions.map(\.name) == ["Fluentd", "Fluent Bit"])
    #expect(suggestions.map(\.query.text) == ["Fluentd", "Fluent Bit"])
    #expect(Query("~a x").narrowed?.text == "a x")
    #expect(Query("a").narrowed == nil)
    #expect(Query.word("Open Policy Agent (OPA)") == "Open Policy Agent (OPA)")
    #expect(Query.word("!odd | x:y") == "\"!odd | x:y\"")
  }

  @Test("the reason for each hit is told")
  func reasons() throws {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    func reason(_ query: String) throws -> String {
      let hit = try #require(searcher.all(query).first { if case .tool = $0 { true } else { false } })
      return searcher.reasons(for: hit).map { "\($0.word) \($0.match) \($0.field?.rawValue ?? "maturity") \($0.text)" }
        .joined(separator: "; ")
    }
    #expect(try reason("istio") == "istio whole name Istio")
    #expect(try reason("mesh ebpf") == "mesh word category Service Mesh · 服务网格; ebpf word summary Uses eBPF.")
    #expect(try reason("log shipper").hasPrefix("log word kind") == false)
    #expect(try reason("logql") == "logql whole keyword LogQL")
    #expect(try reason("sso") == "sso inside summary A processor of costs")
    #expect(try reason("certmanager") == "certmanager whole name cert-manager")
  }

  @Test("a theme is named by its words")
  func themes() throws {
    var searcher = Searcher(catalog: try catalog(Self.sample))
    _ = searcher.all("finops")
    #expect(searcher.themes == [0])
    _ = searcher.all("财务运营与能耗")
    #expect(searcher.themes == [0])
    for other in ["kubecost", "and", "finops energy", "-finops"] {
      _ = searcher.all(other)
      #expect(searcher.themes == [], "\(other)")
    }
  }

  @Test("the words of a subject are looked at up to a bound")
  func bounds() throws {
    let long = String(repeating: "x ", count: TextBudget.textLimit / 2)
    let found = try catalog(tools: ["name: A\nsummary: \(long)behind", "name: B\nsummary: before \(long)"])
    #expect(found.names("before") == ["B"])
    #expect(found.names("behind") == [])
  }
}
