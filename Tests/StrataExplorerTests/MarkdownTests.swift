import StrataCatalog
import StrataScreen
import Testing

@testable import StrataExplorer

@Suite struct MarkdownTests {
  private func laid(_ text: String, _ width: Int = 40, numbers: [String: Int]? = nil) -> Markdown {
    Markdown(text, width: width, firstItem: 3, flow: TextFlow(.standard), glyphs: .lines, numbers: numbers)
  }

  private func lines(_ text: String, _ width: Int = 40) -> [String] { laid(text, width).lines.map(\.text) }

  @Test func paragraphsHeadingsListsAndQuotes() {
    let text = """
      # Storage
      Volumes outlive
      containers.

      Two kinds:
      - block
      - file, which many
        nodes share
      1. first

      > A quote.
      """
    #expect(
      lines(text) == [
        "Storage", "", "Volumes outlive containers.", "", "Two kinds:", "", "• block",
        "• file, which many nodes share", "1. first", "", "│ A quote.",
      ])
  }

  /// Blocks: the source, and the lines.
  @Test(arguments: [
    // Headings.
    ("## Two ##\ntext", ["Two", "", "text"]), ("#no", ["#no"]), ("####### seven", ["#######", "seven"]), ("#", []),
    ("One\n===\ntwo", ["One", "", "two"]), ("One\nline\n---", ["One line"]), ("# a \\#", ["a #"]),
    // Rules.
    ("a\n\n***\nb", ["a", "", "────────", "", "b"]), ("- - -", ["────────"]), ("__ _", ["────────"]), ("--", ["--"]),
    // Breaks that hold.
    ("a  \nb", ["a", "b"]), ("a\\\nb", ["a", "b"]), ("a \nb", ["a b"]), ("a  ", ["a"]), ("a\\", ["a\\"]),
    // Code.
    ("    x\n      y\n\n    z", ["  x", "    y", "  ", "  z"]), ("```\n*x*\n```\ny", ["  *x*", "", "y"]),
    ("~~~ sh\nx", ["  x"]), ("````\n```\n````", ["  ```"]), ("a\n    b", ["a b"]), ("``` x`", ["``` x`"]),
    ("```\n\tx\n```", ["      x"]), ("```\n123456789\n```", ["  123456", "  789"]),
    // Lists.
    ("- a\n\n- b", ["• a", "• b"]), ("- a\n  - b\n    - c", ["• a", "  • b", "    • c"]),
    ("3. a\n4. b\n9. c", ["3. a", "4. b", "5. c"]), ("a\n2. b", ["a 2. b"]), ("a\n1. b", ["a", "", "1. b"]),
    ("- a\n\n  b", ["• a", "", "  b"]), ("- a\nb", ["• a b"]), ("-\n- x", ["• ", "• x"]), ("-x", ["-x"]),
    ("- a\n\n      code", ["• a", "", "    code"]), ("- ```\n  x\n  ```", ["•   x"]), ("10) x", ["10. x"]),
    ("- a\n+ b", ["• a", "• b"]), ("-\ta", ["• a"]), ("- a\n\n\nb", ["• a", "", "b"]),
    ("1234567890. x", ["12345678", "90. x"]), ("- # h\n- > q", ["• h", "• │ q"]),
    // Quotes.
    ("> a\n> > b", ["│ a", "│", "│ │ b"]), (">a\nb", ["│ a b"]), ("> a\n\n> b", ["│ a", "", "│ b"]),
    ("> - a\n> - b", ["│ • a", "│ • b"]), ("> ```\n> x\ny", ["│   x", "", "y"]), (">", []),
    // Tables.
    ("|a|b|\n|-|-|\n|1|2|", ["a  b", "─  ─", "1  2"]), ("a|b\n-|-:\n1|222", ["a    b", "─  ───", "1  222"]),
    ("|a|\n|:-:|\n|`x\\|`|", ["a", "──", "x|"]), ("|a|b|\n|-|\n", ["|a|b|", "|-|"]),
    ("x\n|a|b|\n|-|-|", ["x", "", "a  b", "─  ─"]), ("|a|b|\n|-|-|\n|1|\n\nx", ["a  b", "─  ─", "1", "", "x"]),
    // HTML.
    ("<div>\na <b>b</b>\n</div>\n\nc", ["a b", "", "c"]), ("<!-- no -->\na", ["a"]), ("a<br>b", ["a", "b"]),
    ("<script>\nx\n\ny</script>\nz", ["z"]), ("a <!-- b --> c", ["a c"]), ("a < b > c", ["a < b >", "c"]),
    // Definitions.
    ("[a]\n\n[a]: https://a.org 'x'", ["a"]), ("[a]: https://a.org", []), ("[a]: x y", ["[a]: x y"]),
  ])
  func blocks(source: String, expected: [String]) {
    #expect(lines(source, 8) == expected)
  }

  /// Running text: the source, and the spans with their roles.
  @Test(arguments: [
    ("*a* _b_", "emphasis:a text:  emphasis:b"), ("**a** __b__", "strong:a text:  strong:b"),
    ("***a***", "strong:a"), ("*a **b** c*", "emphasis:a  strong:b emphasis: c"), ("a_b_c", "text:a_b_c"),
    ("a*b*c", "text:a emphasis:b text:c"), ("** a**", "text:** a**"), ("*a", "text:*a"), ("**a*", "text:* emphasis:a"),
    ("*foo**bar**baz*", "emphasis:foo strong:bar emphasis:baz"), ("**容器**是", "strong:容器 text:是"),
    ("`a`", "code:a"), ("`` a`b ``", "code:a`b"), ("`a", "text:`a"), ("`*a*`", "code:*a*"), ("*a`*`", "text:*a code:*"),
    ("[a](https://x.org)", "link:a"), ("[a](<b c>)", "link:a"), ("[a](b \"t\")", "link:a"),
    ("[a](b c)", "text:[a](b c)"),
    ("[*a* b](c)", "link:a b"), ("[a", "text:[a"), ("a]", "text:a]"), ("[](https://x.org)", "link:https://x.org"),
    ("[a [b](c)](d)", "text:[a  link:b text:](d)"), ("[a]()", "text:a"), ("[a](b(c))", "link:a"),
    ("<https://x.org>", "link:https://x.org"), ("<a@b.org>", "text:a@b.org"), ("<no>x", "text:x"),
    ("![a](b.png)", "text:[image: a]  link:b.png"), ("![](b.png)", "text:[image]  link:b.png"),
    ("[![a](b.png)](c)", "link:[image: a]"), ("![a *b*](c)", "text:[image: a  emphasis:b text:]  link:c"),
    ("\\*a\\*", "text:*a*"), ("&amp; &copy; &#8212; &#x2014; &no; &", "text:& © — — &no; &"), ("&#0;", "text:\u{FFFD}"),
    ("a\u{AD}b\u{200B}c\u{FEFF}", "text:abc"), ("👩\u{200D}💻 a\u{200D}b", "text:👩\u{200D}💻 ab"),
    ("`a\u{AD}b`", "code:a\u{AD}b"), ("<b>a</b> <i>b</i>", "strong:a text:  emphasis:b"),
    ("<a href=\"https://x.org\">a</a> b", "link:a text: b"), ("<img src='x' alt=y>", "text:[image: y]  link:x"),
  ])
  func runningText(source: String, expected: String) {
    let spans = laid(source, 80).lines.flatMap(\.spans)
    #expect(spans.map { "\($0.role):\($0.text)" }.joined(separator: " ") == expected)
  }

  @Test func linksAreItemsAndNumbered() {
    let text = "[a](https://a.org) <https://b.org> [a][A] [b] ![c](https://c.org)\n\n[a]: https://b.org\n[B]: </d e>"
    let laid = laid(text, 80, numbers: ["https://b.org": 1])
    #expect(laid.links == ["https://a.org", "https://b.org", "https://b.org", "/d e", "https://c.org"])
    #expect(
      laid.lines.map(\.text) == [
        "a\u{A0}[2] https://b.org\u{A0}[1] a\u{A0}[1] b\u{A0}[3] [image: c] https://c.org\u{A0}[4]"
      ])
    #expect(laid.lines.flatMap(\.spans).compactMap(\.item) == [3, 4, 5, 6, 7])
  }

  @Test func whatIsNoMarkdownStaysAsItIs() {
    for text in [
      "2 * 3 * 4", "snake_case_name", "a [b] c", "*", "**", "`", "[x](", "5 < 6 > 4", "\\", "~~x~~", "a | b",
    ] {
      #expect(lines(text) == text.split(separator: "\n").map(String.init) || text == "*")
    }
  }

  @Test func tablesTakeTheRoomThereIs() {
    let text = "|Tool|What it is good for|\n|--|--|\n|Boxrun|boxes and what is in them|\n|Lidd|lids|"
    #expect(
      lines(text, 24) == [
        "Tool    What it is good", "        for", "──────  ────────────────", "Boxrun  boxes and what",
        "        is in them", "Lidd    lids",
      ])
    #expect(
      lines(text, 10) == [
        "Tool ·", "What it is", "good for", "Boxrun ·", "boxes and", "what is in", "them", "Lidd ·", "lids",
      ])
  }

  @Test func boundsAreToldWhenMet() {
    #expect(laid(String(repeating: "> ", count: 24) + "a").limits == [])
    let deep = laid(String(repeating: "> ", count: 30) + "a", 100)
    #expect(deep.limits == [.depth])
    #expect(deep.lines.map(\.text).joined().hasSuffix("> > > > > > a"))
    let long = laid(String(repeating: "a ", count: Markdown.maximumLength / 2) + "b c")
    #expect(long.limits == [.length(rest: 3)])
    #expect(Markdown.Limit.length(rest: 3).sentence(in: .en) == "The text goes on; 3 more bytes of it are not shown.")
    #expect(Markdown.Limit.depth.sentence(in: .zh) == "超过 24 层的引用和列表按文字显示。")
  }

  @Test func anyTextAtAnyWidthIsLaidOut() {
    for width in -2...6 {
      for text in ["", "- ", "> > >", "```\ncode\n", "# ", "1. ", "[a](b) **c", "容器\n- 网络", "|a|b|\n|-|-|\n|c|d|"] {
        _ = lines(text, width)
      }
    }
  }

  // MARK: Hostile texts

  @Test func anAnchorThatAPictureCutsIsALink() {
    let page = laid("<a href=\"https://a.io\">a ![b <a href=\"https://b.io\"> c](https://c.io) d", 200)
    #expect(page.links == ["https://a.io", "https://c.io"])
    #expect(page.lines.flatMap(\.spans).compactMap(\.item) == [3, 4])
    let nested = laid("![b [c](https://c.io) d](https://e.io) [f](https://g.io)", 200)
    #expect(nested.links == ["https://e.io", "https://g.io"])
  }

  /// Texts of about so many bytes. The work doubles with them, and never ends the program.
  private static let growing: [(name: String, text: @Sendable (Int) -> String)] = {
    func repeated(_ unit: String, from head: String = "", to tail: String = "") -> @Sendable (Int) -> String {
      { head + String(repeating: unit, count: $0 / unit.utf8.count) + tail }
    }
    var all: [(String, @Sendable (Int) -> String)] = []
    for unit in [
      ">", "> ", "[", "]", "[]", "[a](b ", "[a](b)", "![", "![a](b)", "<", "<a ", "<a x=\"", "<!--", "<?", "<![CDATA[",
      "</a>",
      "*", "_", "*a", "a*", "**a", "*a _b ", "a**b_", "*a* ", "`", "`a", "`` ` ", "``` ", "\\", "\\*", "&", "&amp;",
      "&#1;", "- ", "+ ",
      "1. ", "- - ", "* a\n", "- a\n\n", "1) a\n", "> a\n", ">\n", "> > a\n\n", "a\n", "a  \n", "\n", " ", "\t",
      "    a\n", "    \n", "# a\n",
      "a\n===\n", "a\n---\n", "---\n", "~~~\n", "```\n", "|", "|a", "|a|b|\n|-|-|\n", "|-|\n", "-|-\n", "a|b\n",
      "[a]: b\n", "[a]: b 'c\n",
      "[a]:\n", "[a", "[a]", "[a][b]", "<div>\n", "<b>", "<script>", "<br>", "<a href=x>", "<img src=x alt=y>", "云",
      "云\n", "e\u{301}",
      "\u{301}", "\u{AD}", "\u{200D}", "👩\u{200D}", "https://", "(", "\u{0}", "\r", "\r\n", "\u{2028}",
    ] {
      all.append((unit, repeated(unit)))
    }
    all.append(("[ then ]", { String(repeating: "[", count: $0 / 2) + String(repeating: "]", count: $0 / 2) }))
    all.append(
      ("openers and links", { String(repeating: "[", count: $0 / 2) + String(repeating: "[a](b)", count: $0 / 12) }))
    all.append(("* then **", { String(repeating: "*a ", count: $0 / 6) + String(repeating: "b** ", count: $0 / 8) }))
    all.append(
      (
        "runs of backticks",
        { count in
          var text = ""
          var length = 1
          while text.utf8.count < count {
            text += String(repeating: "`", count: length) + " "
            length += 1
          }
          return text
        }
      ))
    all.append(
      (
        "rows of a wide table",
        repeated(
          "|a\n", from: "|" + String(repeating: "a|", count: 32) + "\n|" + String(repeating: "-|", count: 32) + "\n")
      ))
    all.append(
      (
        "lists that go deeper",
        { count in
          var text = ""
          var level = 0
          while text.utf8.count < count {
            text += String(repeating: "  ", count: level % 40) + "- a\n"
            level += 1
          }
          return text
        }
      ))
    all.append(("definitions", { count in (0..<count / 16).map { "[a\($0)]: b\($0)\n" }.joined() + "\n[a1] [a2]" }))
    all.append(("lazy lines of a quote", repeated("a\n", from: String(repeating: "> ", count: 24))))
    return all
  }()

  @Test(arguments: growing.indices)
  func workIsLinear(kind: Int) {
    let (name, text) = MarkdownTests.growing[kind]
    let half = laid(text(6000), 60).steps
    let whole = laid(text(12_000), 60).steps
    #expect(whole <= half * 22 / 10 + 2000, "\(name.debugDescription): \(half) steps, then \(whole)")
    #expect(whole <= 12_000 * 120, "\(name.debugDescription): \(whole) steps")
  }

  @Test func randomTextsAreLaidOut() {
    let pieces = [
      "a", "b ", " ", "  ", "\n", "\n\n", "\t", "> ", "- ", "1. ", "12) ", "# ", "```", "~~~", "    ", "*", "**", "_",
      "`", "``", "[", "]",
      "(", ")", "](", "![", "<", ">", "</", "<b>", "<!--", "-->", "<div", "&", "&amp;", "&#x1b;", "\\", "|", "|-|",
      "---", "===", "[a]: b",
      "\"", "'", "https://x.org", "云", "，", "\u{AD}", "\u{200D}", "👩", "e\u{301}", "\u{1B}", "\r",
    ]
    var generator = Noise(seed: 20_261_129)
    for _ in 0..<1500 {
      let text = (0..<generator.next(60)).map { _ in pieces[generator.next(pieces.count)] }.joined()
      let width = 1 + generator.next(50)
      let laid = laid(text, width, numbers: [:])
      for line in laid.lines where width >= 12 {
        let columns = line.spans.reduce(0) { $0 + TextWidth.standard.columns($1.text) }
        #expect(columns <= width, "\(text.debugDescription) at \(width): \(line.text)")
      }
      let items = laid.lines.flatMap(\.spans).compactMap(\.item)
      #expect(items.allSatisfy { (3..<3 + laid.links.count).contains($0) }, "\(text.debugDescription)")
    }
  }
}

/// Numbers that look random and are the same each time.
struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// From 0 to below `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(max(1, limit)))
  }
}
