import StrataScreen
import Testing

@testable import StrataExplorer

@Suite struct TextFlowTests {
  private let flow = TextFlow(.standard)

  private func lines(_ text: String, _ width: Int) -> [String] { flow.lines(text, width: width).map(\.text) }

  @Test func latinTextBreaksAtSpaces() {
    #expect(lines("It starts containers and stops them.", 12) == ["It starts", "containers", "and stops", "them."])
    #expect(lines("", 12) == [""])
    #expect(lines("one\ntwo", 12) == ["one two"])
  }

  @Test func aWordWiderThanALineIsCut() {
    #expect(lines("see https://example.org/path now", 10) == ["see", "https://ex", "ample.org/", "path now"])
  }

  @Test func anAddressThatFitsALineIsNotBroken() {
    #expect(lines("see (https://example.org/path), now", 24) == ["see", "(", "https://example.org/path", "), now"])
    #expect(lines("见https://example.org/path。", 24) == ["见", "https://example.org/path", "。"])
    let link = [Span("见"), Span("https://例.example/路径", .link, item: 0), Span("\u{A0}[12]", .dim)]
    #expect(flow.lines(link, width: 22).map(\.text) == ["见", "https://例.example/路", "径\u{A0}[12]"])
    #expect(flow.lines(link, width: 23).map(\.text) == ["见", "https://例.example/路径", "\u{A0}[12]"])
  }

  @Test func aTextIsCutIntoPiecesOfSoManyColumns() {
    #expect(flow.cut("abcdefg", columns: 3) == ["abc", "def", "g"])
    #expect(flow.cut("云云 云", columns: 3) == ["云", "云 ", "云"])
    #expect(flow.cut("", columns: 3) == [""])
    #expect(flow.cut(String(repeating: "x", count: 10_000), columns: 4000).map(\.count) == [4000, 4000, 2000])
  }

  @Test func chineseBreaksBetweenCharactersButNotBeforeClosingPunctuation() {
    #expect(lines("启动、隔离并停止容器。", 8) == ["启动、隔", "离并停止", "容器。"])
    #expect(lines("容器，网络", 6) == ["容器，", "网络"])
    #expect(lines("容器，网络", 4) == ["容", "器，", "网络"])
  }

  @Test func noLineStartsWithClosingOrEndsWithOpeningPunctuation() {
    let text = "「编排」一词（orchestration）指的是：调度、启动与监督。它管理 Pod、Service，以及“网络”……还有 API 网关！"
    for width in 6...40 {
      for line in lines(text, width) {
        #expect(!"，。、；：？！）」”…".contains(line.first ?? "x"), "\(width): \(line)")
        #expect(!"（「“".contains(line.last ?? "x"), "\(width): \(line)")
        #expect(TextWidth.standard.columns(line) <= width)
      }
    }
  }

  @Test func aLineFeedVanishesBetweenChineseCharactersAndIsASpaceElsewhere() {
    #expect(lines("容器启动。\n容器停止。", 40) == ["容器启动。容器停止。"])
    #expect(lines("使用\nKubernetes\n部署", 40) == ["使用 Kubernetes 部署"])
    #expect(lines("归位。\nCNCF（\nPod\n）", 40) == ["归位。CNCF（Pod）"])
  }

  @Test func noLineBreaksAtASpaceThatHolds() {
    for width in 2...12 {
      for line in lines("容器网络\u{A0}[12] 服务\u{A0}网格", width) where width >= 6 {
        #expect(!line.hasPrefix("\u{A0}") && !line.hasSuffix("\u{A0}"), "\(width): \(line)")
      }
    }
  }

  @Test func nothingIsLostAtAnyWidth() {
    let text = "Kubernetes 是容器编排的事实标准，见 https://kubernetes.io/docs/concepts/overview/ 的说明。"
    let solid = text.filter { $0 != " " }
    for width in 1...60 {
      #expect(lines(text, width).joined().filter { $0 != " " } == solid)
    }
  }
}

@Suite struct CuttingTests {
  private let flow = TextFlow(.standard)
  private static let alphabet: [Character] = [
    "a", "云", "，", "(", ")", " ", "\u{A0}", "e\u{301}", "a\u{200D}\u{200D}", "👩\u{200D}🚀", "🇨🇳", "\u{FE0F}",
  ]

  /// Every text of a few characters at every small width: a line is as wide as asked at most, none is empty, and all is there.
  @Test func everySmallTextAtEverySmallWidth() {
    for text in Self.texts(of: Self.alphabet, length: 3) + Self.texts(of: ["a", "云", "，", "（", " "], length: 5) {
      for width in 1...5 {
        let flowed = flow.lines(text, width: width).map(\.text)
        check(flowed, text.filter { $0 != " " }, width)
        check(flow.cut(text, columns: width), text, width)
      }
    }
  }

  private func check(_ lines: [String], _ text: String, _ width: Int) {
    for line in lines {
      let columns = TextWidth.standard.columns(line)
      #expect(columns > 0 || lines.count == 1 && TextWidth.standard.columns(text) == 0, "\(text) \(width): \(lines)")
      #expect(
        columns <= width || width == 1 && line.unicodeScalars.count { $0 != "\u{FE0F}" } == 1,
        "\(text) \(width): \(lines)")
    }
    #expect(shown(lines.joined(), width) == shown(text, width), "\(text) \(width): \(lines)")
  }

  /// The scalars of a text; those that are drawn where a character is wider than a line.
  private func shown(_ text: String, _ width: Int) -> [Unicode.Scalar] {
    text.filter { $0 != " " }.flatMap { character -> [Unicode.Scalar] in
      let text = String(character)
      guard TextWidth.standard.columns(text) > width else { return Array(text.unicodeScalars) }
      var drawn: [Unicode.Scalar] = []
      TextWidth.standard.forEachCluster(of: text) { scalars, _ in
        drawn += scalars
        return true
      }
      return drawn
    }
  }

  private static func texts(of alphabet: [Character], length: Int) -> [String] {
    var texts = [""]
    var longest = [""]
    for _ in 0..<length {
      longest = longest.flatMap { text in alphabet.map { text + String($0) } }
      texts += longest
    }
    return texts
  }

  @Test func punctuationTakesAlongWhatItClosesWhereThatFits() {
    #expect(flow.cut("a云，", columns: 3) == ["a云", "，"])
    #expect(flow.cut("a云，", columns: 4) == ["a", "云，"])
    #expect(flow.cut("abc云，，", columns: 6) == ["abc", "云，，"])
    #expect(flow.cut("，，，", columns: 4) == ["，，", "，"])
    #expect(flow.cut("abcdef)", columns: 6) == ["abcde", "f)"])
    #expect(flow.cut("abcde))", columns: 6) == ["abcd", "e))"])
    #expect(flow.cut("abcde(f", columns: 6) == ["abcde", "(f"])
    #expect(flow.cut("))))))", columns: 4) == ["))))", "))"])
    #expect(flow.cut("a((((((", columns: 4) == ["a", "((((", "(("])
    let spans = [Span("abc"), Span("云", .strong), Span("，")]
    #expect(
      flow.lines(spans, width: 6).map(\.spans) == [[Span("abc")], [Span("云", .strong), Span("，")]])
    #expect(
      flow.lines([Span("abcd"), Span("ef", .strong), Span(".")], width: 6).map(\.spans)
        == [[Span("abcd"), Span("e", .strong)], [Span("f", .strong), Span(".")]])
  }

  /// A joiner without something to join is a mark of its own.
  @Test func oneCharacterOfManyColumnsIsCut() {
    let text = "a" + String(repeating: "\u{200D}", count: 5)
    #expect(text.count == 1)
    for lines in [flow.cut(text, columns: 4), flow.lines(text, width: 4).map(\.text)] {
      #expect(lines == ["a\u{FFFD}\u{FFFD}\u{FFFD}", "\u{FFFD}\u{FFFD}"])
    }
    #expect(flow.cut("🇨🇳", columns: 1) == ["C", "N"])
  }
}

@Suite struct TextFlowGrowthTests {
  private static let pieces = [
    "a", "é", "云", "，", ")", "云，", "e\u{301}", "\u{301}", "👩\u{200D}", " ", "a ", "\n", "云\n", "https://", "http://é.",
    "\u{A0}", "\u{1B}", "\u{202E}", "(", "（云", "a)", "云，，，", "a\u{200D}\u{200D}", "🇨🇳",
  ]

  @Test(arguments: pieces) func costsWorkInProportionToTheText(_ piece: String) {
    for width in [1, 2, 80] {
      for count in [100, 200, 400] {
        let text = String(repeating: piece, count: count)
        let (lines, steps) = TextFlow(.standard).laid([Span(text)], width: width)
        #expect(steps <= 4 * text.utf8.count + 8, "\(width), \(count)")
        #expect(lines.count <= text.utf8.count + 1)
        for line in lines where width > 1 { #expect(TextWidth.standard.columns(line.text) <= width) }
      }
    }
  }

  @Test(arguments: pieces) func ofALongTextOnlyTheBeginningIsLaidOut(_ piece: String) {
    var flow = TextFlow(.standard)
    flow.maximumLength = 1000
    let text = String(repeating: piece, count: (10 << 20) / piece.utf8.count)
    let (lines, steps) = flow.laid([Span("b"), Span(text), Span("c")], width: 40)
    #expect(steps <= 4 * flow.maximumLength + 16)
    #expect(lines.last?.text.hasSuffix("…") == true && lines[0].text.utf8.first == UInt8(ascii: "b"))
    #expect(lines.reduce(0) { $0 + $1.text.utf8.count } <= flow.maximumLength + 3)
    #expect(flow.cut(text, columns: 40).joined().utf8.count <= flow.maximumLength + 3)
  }

  @Test func theBoundIsToldAndNotMetByWhatFits() {
    var flow = TextFlow(.standard)
    flow.maximumLength = 6
    #expect(flow.lines("云云", width: 9).map(\.text) == ["云云"])
    #expect(flow.lines("云云云", width: 9).map(\.text) == ["云云…"])
    #expect(flow.lines("aaaa云", width: 9).map(\.text) == ["aaaa…"])
    #expect(flow.lines([Span("aaaaaa"), Span("b", .strong)], width: 9).map(\.text) == ["aaaaaa…"])
    #expect(flow.lines([Span("aaaaaa"), Span("", .strong)], width: 9).map(\.text) == ["aaaaaa"])
  }
}

@Suite struct LineEditTests {
  private func edited(_ keys: String, _ start: String = "") throws -> LineEdit {
    var line = LineEdit(start)
    for key in try Key.sequence(keys) { _ = line.handle(key) }
    return line
  }

  @Test func editsLikeAShell() throws {
    #expect(try edited("abc<left>X").text == "abXc")
    #expect(try edited("<ctrl-w>", "service mesh").text == "service ")
    #expect(try edited("<ctrl-a><ctrl-k><ctrl-y><ctrl-y>", "ab").text == "abab")
    #expect(try edited("<ctrl-u>", "abc").text == "")
    #expect(try edited("<alt-b>X", "service mesh").text == "service Xmesh")
    #expect(try edited("<home><alt-f>X", "service mesh").text == "serviceX mesh")
    #expect(try edited("<home><delete><ctrl-d>", "abc").text == "c")
    #expect(try edited("<left><left><ctrl-b><ctrl-f>X", "容器网络").text == "容器X网络")
    #expect(try edited("<backspace><backspace>", "网").text == "")
  }

  @Test func pastedTextBecomesOneLineWithoutControls() {
    var line = LineEdit("a")
    line.insert("b\nc\td\u{1B}e\r\n")
    #expect(line.text == "ab c de ")
  }

  @Test func aCharacterIsWhatPeopleSeeHoweverItWasTyped() throws {
    for (typed, rest) in [
      ("e\u{301}", ""), ("a👩\u{200D}💻", "a"), ("\u{1F1EF}\u{1F1F5}", ""), ("👍\u{1F3FD}", ""), ("한", ""), ("ab", "a"),
    ] {
      var line = LineEdit()
      for scalar in typed.unicodeScalars { _ = line.handle(.character(Character(scalar))) }
      #expect(line.text == typed)
      #expect(line.characters == Array(typed))
      _ = line.handle(Key(.backspace))
      #expect(line.text == rest)
    }
    // A mark that comes to stand behind a letter, and one that is put between two.
    var line = LineEdit("e -x")
    for key in try Key.sequence("<left><left><backspace>") + [.character("\u{301}")] { _ = line.handle(key) }
    #expect(line.characters == ["e\u{301}", "-", "x"])
    line = LineEdit("ab")
    for key in [Key(.left), .character("\u{301}"), .character("c")] { _ = line.handle(key) }
    #expect(line.text == "a\u{301}cb" && line.cursor == 2)
  }

  @Test func aLineHasABoundAndSaysWhenItIsMet() {
    var line = LineEdit("ab")
    _ = line.handle(Key(.left))
    line.insert(String(repeating: "x", count: 1 << 20))
    #expect(line.characters.count == LineEdit.maximumLength && line.isOverfull)
    #expect(line.text.hasPrefix("ax") && line.text.hasSuffix("xb") && line.cursor == LineEdit.maximumLength - 1)
    _ = line.handle(.character("y"))
    #expect(line.characters.count == LineEdit.maximumLength && line.isOverfull)
    _ = line.handle(Key(.backspace))
    #expect(!line.isOverfull)
    line = LineEdit()
    line.insert("e" + String(repeating: "\u{301}", count: 1 << 20))
    #expect(line.text.unicodeScalars.count <= 8 * LineEdit.maximumLength && line.isOverfull)
    _ = line.handle(Key(.backspace))
    #expect(line.isEmpty)
    line.text = String(repeating: "云", count: 5000)
    #expect(line.characters.count == LineEdit.maximumLength)
  }

  @Test func randomEditsKeepTheLineWhole() throws {
    let pieces = [
      "a", " ", "\u{301}", "👩", "\u{200D}", "💻", "\u{1F1EF}", "云", "\u{1F3FD}", "\n", "\u{1B}", "\u{1100}", "\u{1161}",
    ]
    let keys = try Key.sequence(
      "<backspace><delete><left><right><home><end><ctrl-w><ctrl-u><ctrl-k><ctrl-y><alt-b><alt-f><alt-d><ctrl-left>")
    var noise = Noise(seed: 7)
    for _ in 0..<300 {
      var line = LineEdit()
      for _ in 0..<40 {
        if noise.next(2) == 0 {
          line.insert(pieces[noise.next(pieces.count)])
        } else {
          _ = line.handle(keys[noise.next(keys.count)])
        }
        #expect((0...line.characters.count).contains(line.cursor))
        #expect(line.characters == Array(line.text), "\(line.text.debugDescription)")
      }
    }
  }
}
