import StrataYAML
import Testing

@testable import StrataCatalog

private func quoted(_ text: String) -> String { YAMLText.scalar(text) }

/// Landscapes that nobody wrote: every key that strata reads, with odd words in it.
private struct Generator {
  private var seed: UInt64
  /// Names are not told apart where they are the same but for signs.
  private var serial = 0
  private var paths: [String] = []

  init(seed: UInt64) { self.seed = seed }

  mutating func number(_ limit: Int) -> Int {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(seed >> 33) % limit
  }

  private mutating func holds(_ percent: Int) -> Bool { number(100) < percent }

  private static let pieces = [
    "a", "Data", "of", "the", "'quoted'", "\"double\"", "colon: here", "#5", "- dash", "[list]", "{map}", "& more", "*",
    "!tag", "%", "@", "`code`", "|", "> fold", "null", "~", "true", "007", "1e3", "0x1F", "é", "e\u{301}", "容器", "运行时。",
    "„low“", "🚢", "\u{200B}", "tab\there", "back\\slash", "=1+1", "<b>", "a//b",
  ]

  private mutating func word() -> String { Self.pieces[number(Self.pieces.count)] }

  /// One line.
  private mutating func phrase() -> String { (0...number(4)).map { _ in word() }.joined(separator: " ") }

  /// A text of several lines, Markdown.
  private mutating func text() -> String {
    (0...number(3)).map { _ in phrase() }.joined(separator: holds(50) ? "\n" : "\n\n")
  }

  private mutating func name(_ kind: String) -> String {
    serial += 1
    return "\(kind) \(serial)" + (holds(60) ? " \(phrase())" : "")
  }

  private mutating func date() -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(2010 + number(16))-\(padded(1 + number(12)))-\(padded(1 + number(28)))"
  }

  private mutating func address() -> String {
    serial += 1
    return
      "https://h\(serial).example.org/\(["", "a b", "中文", "?q=1&r=%20#x", "(x)"][number(5)].replacing(" ", with: "-"))"
  }

  /// Data, guide and settings.
  mutating func landscape() -> (data: String, guide: String, settings: String) {
    var (data, guide, settings) = ("landscape:\n", "categories:\n", "")
    let layers = (0...number(4)).map { _ in
      (
        name: name("Layer"),
        categories: (0..<number(4) + (serial == 1 ? 1 : 0)).map { _ in name(holds(20) ? "CI/CD" : "Shelf") }
      )
    }
    paths = layers.flatMap { layer in layer.categories.map { "\(layer.name) / \($0)" } }
    for layer in layers {
      data +=
        "  - category:\n    name: \(quoted(layer.name))\n    subcategories:\(layer.categories.isEmpty ? " []" : "")\n"
      if holds(60) { guide += chapter(layer.name, layer.categories) }
      for category in layer.categories {
        let items = (0..<(data.contains("- item:") ? 0 : 1) + number(6)).map { _ in item() }
        data += "      - subcategory:\n        name: \(quoted(category))\n        items:\(items.isEmpty ? " []" : "")\n"
        data += items.joined()
      }
    }
    if holds(70) {
      settings += "foundation: \(quoted(phrase()))\nurl: \(quoted(address()))\ndescription: \(quoted(text()))\n"
      settings +=
        "groups:\n  - {name: \(quoted(name("Group"))), categories: [\(layers.map { quoted($0.name) }.joined(separator: ", "))]}\n"
      settings +=
        "featured_items:\n  - {field: maturity, options: [{value: graduated, order: \(number(9)), label: \(quoted(phrase()))}]}\n"
      if let category = layers.flatMap(\.categories).first {
        settings += "  - {field: subcategory, options: [{value: \(quoted(category))}]}\n"
      }
    }
    return (data, guide == "categories:\n" ? "" : guide, settings)
  }

  private mutating func chapter(_ layer: String, _ categories: [String]) -> String {
    var text =
      "  - category: \(quoted(layer))\n    content: \(quoted(self.text()))\n    keywords: [\(quoted(phrase()))]\n"
    let sections = categories.filter { _ in holds(70) }
    if !sections.isEmpty { text += "    subcategories:\n" }
    for section in sections {
      text +=
        "      - {subcategory: \(quoted(section)), content: \(quoted(self.text())), keywords: [\(quoted(phrase()))]}\n"
    }
    return text
  }

  private mutating func item() -> String {
    var lines = ["- item:", "  name: \(quoted(name("Tool")))"]
    func add(_ key: String, _ value: String, _ indent: Int = 2) {
      lines.append(String(repeating: " ", count: indent) + "\(key): \(value)")
    }
    func maybe(
      _ percent: Int, _ key: String, _ indent: Int, _ value: (inout Generator) -> String,
      _ generator: inout Generator
    ) {
      if generator.holds(percent) { add(key, value(&generator), indent) }
    }
    maybe(90, "homepage_url", 2, { quoted($0.address()) }, &self)
    maybe(60, "description", 2, { quoted($0.text()) }, &self)
    maybe(60, "repo_url", 2, { "https://github.com/o\($0.number(999))/r\($0.number(999_999))" }, &self)
    maybe(60, "project", 2, { ["sandbox", "incubating", "graduated", "archived", "own-word"][$0.number(5)] }, &self)
    maybe(30, "license", 2, { ["MIT", "Apache-2.0", "BUSL-1.1", "Own license"][$0.number(4)] }, &self)
    maybe(30, "organization", 2, { "{name: \(quoted($0.phrase()))}" }, &self)
    maybe(20, "joined", 2, { "'\($0.date())'" }, &self)
    maybe(20, "enduser", 2, { _ in "true" }, &self)
    maybe(20, "open_source", 2, { _ in "true" }, &self)
    maybe(30, "twitter", 2, { "https://twitter.com/t\($0.number(999))" }, &self)
    maybe(30, "crunchbase", 2, { "https://www.crunchbase.com/organization/c\($0.number(999))" }, &self)
    maybe(30, "logo", 2, { "l\($0.number(999)).svg" }, &self)
    if holds(30), !paths.isEmpty { add("second_path", "[\(quoted(paths[number(paths.count)]))]") }
    if holds(70) {
      lines.append("  extra:")
      maybe(60, "accepted", 4, { "'\($0.date())'" }, &self)
      maybe(30, "incubating", 4, { "'\($0.date())'" }, &self)
      maybe(30, "graduated", 4, { "'\($0.date())'" }, &self)
      maybe(20, "archived", 4, { "'\($0.date())'" }, &self)
      if holds(30) {
        add("annual_review_date", "'\(date())'", 4)
        add("annual_review_url", quoted(address()), 4)
      }
      maybe(20, "specification", 4, { _ in "true" }, &self)
      maybe(30, "summary_use_case", 4, { quoted($0.text()) }, &self)
      maybe(30, "summary_business_use_case", 4, { quoted($0.text()) }, &self)
      maybe(30, "summary_integrations", 4, { quoted($0.phrase()) }, &self)
      maybe(30, "summary_personas", 4, { quoted($0.phrase()) }, &self)
      maybe(30, "summary_release_rate", 4, { quoted($0.phrase()) }, &self)
      maybe(30, "summary_tags", 4, { "t\($0.number(9)), u\($0.number(9))" }, &self)
      maybe(30, "parent_project", 4, { quoted("Tool \(1 + $0.number(40))") }, &self)
      maybe(30, "chat_channel", 4, { "'#c\($0.number(99))'" }, &self)
      maybe(30, "blog_url", 4, { quoted($0.address()) }, &self)
      maybe(30, "slack_url", 4, { quoted($0.address()) }, &self)
      maybe(20, "annotations", 4, { "{k\($0.number(9)): \(quoted($0.phrase()))}" }, &self)
      maybe(
        20, "audits", 4,
        { "[{date: '\($0.date())', type: security, url: \(quoted($0.address())), vendor: \(quoted($0.phrase()))}]" },
        &self)
      maybe(20, "other_links", 4, { "[{name: \(quoted($0.phrase())), url: \(quoted($0.address()))}]" }, &self)
      lines.append("    lfx_slug: s")
    }
    return lines.map { "          \($0)\n" }.joined()
  }
}

extension RoundTripTests {
  @Test(arguments: 1...60) func `a landscape that nobody wrote goes to strata's format and back`(_ seed: Int) throws {
    var generator = Generator(seed: UInt64(seed))
    let (data, guide, settings) = generator.landscape()
    func source(_ name: String, _ text: String) -> Catalog.Source? {
      text.isEmpty ? nil : Catalog.Source(name: name, bytes: Array(text.utf8))
    }
    let input = Catalog.Input(
      files: [try #require(source("landscape.yml", data))], guide: source("guide.yml", guide),
      settings: source("settings.yml", settings))
    let (read, diagnostics) = Catalog.read([input])
    let first = try #require(read, "\(diagnostics.map(\.message))")
    let second = try native(first)
    expectSame(said(first), said(second))
    let third = try landscape2(second)
    expectSame(said(second, isNative: false), said(third, isNative: false))
    // What was written once is written the same ever after.
    func written(_ catalog: Catalog) -> String {
      var text = ""
      NativeWriter(catalog).text { text += $0 }
      return text
    }
    #expect(written(second) == written(try native(second)))
  }
}
