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
}
