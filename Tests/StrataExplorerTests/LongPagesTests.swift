import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Pages without end: a key waits for what is laid out of one, which has a bound; the rest is told.
@Suite struct LongPagesTests {
  private static func tool(_ rest: String, landscape: String = "", category: String = "") -> Catalog {
    StrataExplorerTests.catalog(
      "\(landscape)layers:\n  - id: l\n    name: L\n    categories:\n      - id: c\n        name: C\n\(category)        tools:\n"
        + "          - {id: t, name: T, homepage: \"https://t.example\", \(rest)}\n          - {id: u, name: U, \(rest)}\n"
    )
  }

  private static func list(_ count: Int, _ entry: (Int) -> String) -> String {
    "[" + (0..<count).map(entry).joined(separator: ", ") + "]"
  }

  private func page(_ page: Page, in catalog: Catalog, _ language: Language = .en) throws -> PageText {
    let context = try explorer("", 100, 30, language, in: catalog).context
    var work = Workbench(catalog: catalog)
    return work.page(
      PageText.Key(page: page, width: 80, tableWidth: 80, language: language, query: ListQuery()), context)
  }

  private func preview(_ page: Page, in catalog: Catalog) throws -> [Line] {
    let context = try explorer("", 100, 30, in: catalog).context
    var work = Workbench(catalog: catalog)
    return work.preview(
      PageText.Key(page: page, width: 80, tableWidth: 80, language: .en, query: ListQuery()), isWhole: true, context)
  }

  /// Bytes and lines of what was laid out.
  private func size(_ lines: [Line]) -> Int {
    lines.reduce(0) { sum, line in 16 + sum + (line.spans + line.right).reduce(0) { $0 + $1.text.utf8.count } }
  }

  private static let units = [
    "> ", ">", "[", "<", "*a ", "**a** ", "a*", "`a` ", "- ", "- a\\n", "[a](b) ", "[a](https://b.io) ", "word ", "n",
    "云",
    "e\u{301}", "a\\n", "a\\n\\n", "---\\n", "|a|b|\\n|-|-|\\n", "```\\n", "&amp;", "<b>", "\u{202E}", "👩\u{200D}",
  ]

  @Test(arguments: units) func ofATextWithoutEndABoundedPartIsLaidOut(_ unit: String) throws {
    func laid(_ bytes: Int) throws -> (page: [Line], preview: [Line]) {
      let text = String(repeating: unit, count: bytes / unit.utf8.count)
      let catalog = Self.tool("summary: \"\(text)\", pickWhen: \"\(text)\"")
      let whole = try self.page(.tool(ToolID(0)), in: catalog)
      return (whole.head + whole.tail, try self.preview(.tool(ToolID(0)), in: catalog))
    }
    let (page, preview) = try laid(2 * PageRoom.screen.texts)
    let (longer, longerPreview) = try laid(3 * PageRoom.screen.texts)
    // What is told has numbers, of a digit more.
    #expect(size(longer) <= size(page) + 16, "\(size(page)), then \(size(longer))")
    #expect(size(longerPreview) <= size(preview) + 16)
    #expect(size(page) < 80 * PageRoom.screen.texts)
    #expect(size(preview) < 80 * PageRoom.preview.texts)
    for lines in [page, preview] {
      #expect(lines.contains { $0.text.hasPrefix("The text goes on; ") }, "\(unit)")
      // What stands below the text is there all the same.
      #expect(lines.contains { $0.text.hasSuffix("https://t.example") })
    }
  }

  /// Each thing that a tool or a category may have without end.
  enum Kind: CaseIterable {
    case aliases, tags, knownTags, replacedBy, links, shelves, terms, themes, notes
  }

  private static func endless(_ kind: Kind, _ count: Int) -> Catalog {
    switch kind {
    case .aliases: tool("aliases: \(list(count) { "a\($0)" })")
    case .tags: tool("tags: \(list(count) { "a\($0)" })")
    case .knownTags:
      tool(
        "tags: \(list(count) { "a\($0)" })",
        landscape: "landscape: {name: S, tags: \(list(count) { "{id: a\($0), name: A\($0)}" })}\n")
    case .replacedBy: tool("replacedBy: \(list(count) { _ in "u" })")
    case .links:
      tool("links: {\((0..<count).map { "l\($0): \"https://l.example/\($0)\"" }.joined(separator: ", "))}")
    case .shelves:
      StrataExplorerTests.catalog(
        "layers:\n  - id: l\n    name: L\n    categories:\n"
          + (0..<count).map { "      - {id: c\($0), name: C\($0)}\n" }.joined()
          + "      - id: c\n        name: C\n        tools:\n          - {id: t, name: T, homepage: \"https://t.example\", also: \(list(count) { "c\($0)" })}\n"
      )
    case .terms: tool("tags: [a]", category: "        terms: \(list(count) { "{term: t\($0), meaning: m}" })\n")
    case .themes:
      tool(
        "tags: [a]",
        landscape: "landscape: {name: S, themes: \(list(count) { "{id: a\($0), name: A\($0), tools: [t]}" })}\n")
    case .notes: tool("language: \(list(count) { "a\($0)" })")
    }
  }

  @Test(arguments: Kind.allCases) func ofAnyNumberOfEntriesABoundedPartIsLaidOut(_ kind: Kind) throws {
    let many = Self.endless(kind, 5000)
    let more = Self.endless(kind, 7000)
    for page in [Page.tool(ToolID(0)), .category(CategoryID(0)), .introduction, .layer(LayerID(0))] {
      let first = try self.page(page, in: many)
      let second = try self.page(page, in: more)
      #expect(size(second.head + second.tail) <= size(first.head + first.tail) + 64, "\(page)")
      #expect(size(first.head + first.tail) < 4 * PageRoom.screen.entries, "\(page)")
      let preview = try self.preview(page, in: more)
      #expect(size(preview) < 4 * PageRoom.preview.entries, "\(page)")
    }
  }

  @Test func whatHasNoRoomIsTold() throws {
    let catalog = Self.endless(.links, 2000)
    let page = try self.page(.tool(ToolID(0)), in: catalog)
    let lines = page.head + page.tail
    let links = lines.count { $0.text.contains("https://l.example/") }
    let told = try #require(lines.last { $0.text.hasSuffix(" not shown.") }).text
    let rest = try #require(Int(told.prefix { $0 != " " }))
    #expect(told == "\(rest) more entries are not shown.")
    #expect(links > 500 && links + rest >= 2000 && links + rest < 2010)
    // None of them is a place that a key leads to.
    #expect(page.itemCount == page.headItems.count + page.rows.itemCount + page.tailItems.count)
    #expect((page.headItems + page.tailItems).allSatisfy { $0.line < page.lineCount })
    let chinese = try self.page(.tool(ToolID(0)), in: catalog, .zh)
    #expect((chinese.head + chinese.tail).contains { $0.text.hasPrefix("还有 ") && $0.text.hasSuffix(" 项未显示。") })
    #expect(Words[.en].notShown(1) == "1 more entry is not shown.")
  }

  /// A list is made as far as there is room, its entries and where they lead; the rest is counted.
  @Test(arguments: Kind.allCases) func noKeyLeadsToWhatIsNotShown(_ kind: Kind) throws {
    for count in [300, 5000] {
      let catalog = Self.endless(kind, count)
      for page in [Page.tool(ToolID(0)), .category(CategoryID(0)), .introduction, .layer(LayerID(0))] {
        let laid = try self.page(page, in: catalog)
        let shown = Set((laid.head + laid.tail).flatMap { $0.spans.compactMap(\.item) })
        let tail = laid.headItems.count + laid.rows.itemCount
        for item in Array(laid.headItems.indices) + laid.tailItems.indices.map({ tail + $0 }) {
          #expect(shown.contains(item), "\(page): \(item)")
        }
      }
    }
  }

  @Test func theRestOfAListIsTold() throws {
    for (kind, label) in [(Kind.tags, "a"), (.aliases, "a"), (.notes, "a"), (.knownTags, "A")] {
      let laid = try page(.tool(ToolID(0)), in: Self.endless(kind, 5000))
      let lines = (laid.head + laid.tail).map(\.text)
      let shown = lines.joined(separator: " ").split(separator: " ").count {
        $0.hasPrefix(label) && $0.hasSuffix(",") && Int($0.dropFirst().dropLast()) != nil
      }
      let told = try #require(lines.last { $0.hasSuffix(" more entries are not shown.") })
      let rest = try #require(Int(told.prefix { $0 != " " }))
      // The last one, which may be cut, has no comma.
      #expect(shown + 1 + rest == 5000, "\(kind): \(shown) and \(rest)")
    }
  }

  /// For what is printed nobody waits at a key.
  @Test func aPageThatIsPrintedIsWhole() throws {
    let text = String(repeating: "word ", count: PageRoom.screen.texts / 4) + "the end"
    let catalog = Self.tool(
      "summary: \"\(text)\", links: {\((0..<2000).map { "l\($0): \"https://l.example/\($0)\"" }.joined(separator: ", "))}"
    )
    let printed = PageReport(catalog, in: .en).text(of: .tool(ToolID(0)), columns: 80).string
    #expect(printed.contains("the end") && printed.contains("https://l.example/1999"))
    #expect(!printed.contains("not shown"))
    let shown = try self.page(.tool(ToolID(0)), in: catalog)
    #expect(!shown.head.contains { $0.text.contains("the end") })
  }

  // MARK: Comparisons

  private func comparison(_ catalog: Catalog, _ room: ComparisonText.Room) -> ComparisonText {
    let tools = [ToolID(0), ToolID(1)]
    return ComparisonText(
      Comparison(tools, in: catalog, language: .en), width: 100, folds: false, room: room,
      flow: TextFlow(.standard), glyphs: .lines, mark: { _ in [] })
  }

  @Test func ofAComparisonABoundedPartIsLaidOut() {
    func size(_ bytes: Int) -> Int {
      let text = String(repeating: "> word ", count: bytes / 7)
      let laid = comparison(Self.tool("summary: \"\(text)\", pickWhen: \"\(text)\""), .screen)
      #expect(laid.lines.contains { $0.text.contains("The text goes on;") })
      return self.size(laid.lines)
    }
    let short = size(2 * ComparisonText.Room.screen.cell)
    let long = size(8 * ComparisonText.Room.screen.cell)
    #expect(long <= short + 64)
    #expect(short < 20 * ComparisonText.Room.screen.all)
  }

  @Test func entriesOfAComparisonWithoutRoomAreTold() {
    let catalog = Self.tool("language: \(Self.list(1000) { "language\($0)" })")
    let shown = comparison(catalog, .screen)
    let cell = ComparisonText.Room.screen.cell
    let count = shown.lines.count { $0.text.contains("language") }
    #expect(count < cell / PageRoom.entry + 1 && count > cell / 2 / PageRoom.entry)
    #expect(shown.lines.contains { $0.text.contains("\(1000 - count) more entries") })
    let printed = comparison(catalog, .printed)
    #expect(printed.lines.count { $0.text.contains("language") } == 1000)
  }

  /// It is kept as long as it looks the same.
  @Test func aComparisonIsLaidOutAnewWhereItLooksOtherwise() throws {
    var explorer = try explorer("ll<space>j<space>c", 100, 30, in: Self.tool("license: MIT"))
    let first = explorer.screen(100, 30)
    try explorer.press("<right>")
    let second = explorer.frame(100, 30)
    try explorer.press("<left>")
    #expect(explorer.screen(100, 30) == first)
    #expect(explorer.frame(100, 30).cells != second.cells)
    try explorer.press("z")
    #expect(explorer.screen(100, 30) != first)
  }

  // MARK: Parts of texts

  @Test func theBeginningOfATextIsOfWholeCharacters() {
    let text = "a云é👩b"
    for bytes in -1...20 {
      let beginning = text.beginning(bytes)
      #expect(text.hasPrefix(beginning) && beginning.utf8.count <= max(0, bytes))
      // No longer one would fit.
      let next = text.unicodeScalars.dropFirst(beginning.unicodeScalars.count).first
      #expect(next.map { beginning.utf8.count + UTF8.width($0) > bytes } ?? (beginning == text[...]))
    }
  }

  @Test func aTextOfWhichTheBeginningIsAtHandTellsTheRest() {
    let laid = Markdown("one two", length: 20, width: 40, firstItem: 0, flow: TextFlow(.standard), glyphs: .lines)
    #expect(laid.lines.map(\.text) == ["one two"] && laid.limits == [.length(rest: 13)])
    let whole = Markdown("one", length: 3, width: 40, firstItem: 0, flow: TextFlow(.standard), glyphs: .lines)
    #expect(whole.limits == [])
  }
}
