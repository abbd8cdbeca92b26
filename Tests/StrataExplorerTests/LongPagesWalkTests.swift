import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

/// Random texts and lists, many of them longer than pages and comparisons lay out, under random keys.
@Suite struct LongPagesWalkTests {
  private static let keys = [
    "<down>", "<down>", "<up>", "<right>", "<left>", "<enter>", "<esc>", "<tab>", "<tab>", "<backtab>", "<pgdn>",
    "<pgup>", "<home>", "<end>", "1", "3", "3<enter>", "3<end><enter>", "1<right><right><enter>", "n", "p", "]", "[",
    "z", "}", "{", "<space><down><space>c", "<backspace>", "lly<esc>", "4", "2",
  ]

  private struct Source {
    /// What texts are made of.
    private static let pieces = [
      "> ", ">", "[", "<", "*a ", "**b** ", "c*", "`d` ", "- ", "- e\\n", "[f](g) ", "[h](https://i.example) ",
      "word ", "n", "云", "，", "e\u{301}", "j\\n", "k\\n\\n", "---\\n", "|a|b|\\n|-|-|\\n", "```\\n", "&amp;", "<b>",
      "\u{202E}", "👩\u{200D}", "https://l.example/m ", "# o\\n", "1. p\\n", "\\\\", "    q\\n",
    ]

    var random: SplitMix

    mutating func number(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

    /// Few in most cases, now and then more than there is room for.
    mutating func count() -> Int { number(4) == 0 ? number(3000) : number(4) }

    /// A text: of one piece over and over, or of all.
    mutating func text() -> String {
      let length = number(3) == 0 ? number(3 * PageRoom.screen.texts) : number(400)
      let one = number(2) == 0 ? Self.pieces[number(Self.pieces.count)] : nil
      var text = ""
      while text.utf8.count < length { text += one ?? Self.pieces[number(Self.pieces.count)] }
      return "\"\(text)\""
    }

    mutating func list(_ entry: (Int) -> String) -> String {
      "[" + (0..<count()).map(entry).joined(separator: ", ") + "]"
    }

    mutating func tool(_ id: String) -> String {
      "          - {id: \(id), name: \(id), summary: \(text()), pickWhen: \(text()), homepage: \"https://t.example\", "
        + "tags: \(list { "a\($0)" }), aliases: \(list { "b\($0)" }), language: \(list { "c\($0)" }), "
        + "replacedBy: \(list { _ in "u" }), links: {"
        + (0..<count()).map { "l\($0): \"https://l.example/\($0)\"" }.joined(separator: ", ") + "}}\n"
    }

    mutating func catalog() -> Catalog {
      StrataExplorerTests.catalog(
        "landscape: {name: S, introduction: \(text()), choosing: \(text()), tags: \(list { "{id: a\($0), name: A\($0)}" }), "
          + "themes: [{id: h, name: H, what: \(text()), tools: [t, u]}]}\n"
          + "layers:\n  - id: l\n    name: L\n    summary: \(text())\n    recap: \(text())\n    categories:\n"
          + "      - id: c\n        name: C\n        what: \(text())\n        problem: \(text())\n"
          + "        terms: \(list { "{term: t\($0), meaning: \($0 % 2 == 0 ? "m" : "\"\"")}" })\n        tools:\n"
          + tool("t") + tool("u") + tool("v"))
    }
  }

  @Test(arguments: 1...3) func whatIsKeptOfLongPagesIsWhatWouldBeMade(seed: Int) throws {
    var source = Source(random: SplitMix(state: UInt64(seed)))
    let catalog = source.catalog()
    var size = Size(columns: 100, rows: 30)
    var kept = try explorer("", size.columns, size.rows, source.number(2) == 0 ? .en : .zh, in: catalog)
    var pressed = ""
    for _ in 0..<25 {
      if source.number(8) == 0 {
        size = Size(columns: 1 + source.number(200), rows: 1 + source.number(60))
        _ = kept.handle(.resize(size))
        pressed += " \(size) "
      }
      let keys = Self.keys[source.number(Self.keys.count)]
      pressed += keys
      try kept.press(keys)
      while kept.hasWork { _ = kept.advance() }
      kept.settle()
      let frame = kept.frame(size.columns, size.rows)
      for y in 0..<size.rows {
        try #require(frame.row(y).reduce(0) { $0 + Int($1.width) } == size.columns, "\(seed): \(pressed)")
      }
      try #require(kept.madeAnew.screen(size.columns, size.rows) == frame.text, "\(seed): \(pressed)")
    }
  }
}
