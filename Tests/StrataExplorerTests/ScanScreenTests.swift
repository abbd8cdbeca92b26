import StrataCatalog
import StrataScan
import StrataScreen
import StrataSearch
import StrataStack
import StrataText
import Testing

@testable import StrataExplorer

private let landscape = catalog(
  """
  landscape: {name: {en: Small, zh: 小型}, asOf: 2026-01-02, layers: [run, watch]}
  layers:
    - id: run
      name: {en: Runtime, zh: 运行时层}
      categories:
        - id: edge
          name: {en: Edge, zh: 边缘}
          tools:
            - {id: old-ingress, name: Old Ingress, lifecycle: {status: retired, date: 2026-03}, replacedBy: [envoy]}
            - {id: envoy, name: Envoy, maturity: graduated, homepage: 'https://envoyproxy.io'}
    - id: watch
      name: {en: Observability, zh: 可观测性}
      categories:
        - id: tracing
          name: {en: Tracing, zh: 链路追踪}
          tools: [{id: jaeger, name: Jaeger}, {id: loki, name: Loki}, {id: tempo, name: Tempo}]
  """)

private let signals = SignalTable(
  """
  old-ingress  runs   image       old/ingress
  envoy        runs   image       envoyproxy/envoy
  jaeger       uses   group       jaegertracing.io
  gone         links  npm         gone
  loki         runs   image-name  loki
  tempo        runs   image       grafana/tempo
  """)

private func result(_ files: [(String, String)]) -> ScanResult {
  var scan = Scan(table: signals)
  for (path, text) in files {
    guard var file = scan.open(path: path) else { continue }
    file.feed(Array(text.utf8).span)
    scan.close(&file)
  }
  return scan.result
}

private let found = result([
  ("charts/edge/values.yaml", "image: old/ingress:1\nx: y\nsidecar:\n  image: envoyproxy/envoy:1.31\n"),
  ("charts/edge/other.yaml", "image: envoyproxy/envoy:1.31\n"),
  ("k8s/trace.yaml", "apiVersion: jaegertracing.io/v1\nimage: private.example.com/x/loki:3\n"),
  ("package.json", #"{"dependencies": {"gone": "1"}}"#),
  ("examples/a.yaml", "image: grafana/tempo:2\n"),
  ("k8s/own.yaml", "image: acme/shop:1\n"),
])

/// An explorer over a stack's file in memory; scans end when the test says so.
private struct Desk {
  var explorer: Explorer
  var file: (path: String, text: String)?
  var asked: [Effect] = []

  init(
    _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en, stack: String? = nil, scanned: [String] = [],
    textWidth: TextWidth = .standard, isAccessible: Bool = false
  ) {
    var configuration = Explorer.Configuration(language: language, textWidth: textWidth)
    configuration.stackPlaces = [StackPlace(.folder, path: "strata-stack.yaml")]
    configuration.start.scanned = scanned
    configuration.isAccessible = isAccessible
    explorer = Explorer(catalog: landscape, configuration: configuration, size: Size(columns: columns, rows: rows))
    if let stack { file = ("strata-stack.yaml", stack) }
    read()
    asked = explorer.begin()
  }

  private mutating func read() {
    guard let file else { return explorer.replace(stacks: []) }
    let stack = Stack.read(Array(file.text.utf8), name: file.path).stack
    explorer.replace(stacks: stack.map { [OpenStack(path: file.path, stack: $0)] } ?? [])
  }

  mutating func press(_ keys: String) throws {
    for key in try Key.sequence(keys) { try carryOut(explorer.handle(.key(key))) }
  }

  mutating func carryOut(_ effects: [Effect]) throws {
    for effect in effects {
      guard case .changeStack(let change, let path) = effect else {
        asked.append(effect)
        continue
      }
      var editor = try StackEditor(Array((file?.text ?? "").utf8), name: path)
      try editor.apply(change, today: "2026-11-30")
      let isNew = file == nil
      file = (path, String(decoding: editor.source, as: UTF8.self))
      read()
      explorer.report(.stackChanged(change, path: path, isNew: isNew))
    }
  }

  /// The end of a scan.
  mutating func end(_ state: FolderScan.State = .done, _ result: ScanResult = found) {
    explorer.report(
      FolderScan(paths: ["."], state: state, files: 6, skipped: [(.link, 2), (.large, 1)], result: result))
  }

  var screen: String { explorer.screen(explorer.context.size.columns, explorer.context.size.rows) }
}

@Suite("A scan in the explorer") struct ScanScreenTests {
  @Test func whatIsFoundStandsByLayerWithItsProofs() throws {
    var desk = Desk(scanned: ["."])
    #expect(desk.asked == [.scan(["."])])
    desk.end()
    #expect(
      desk.screen == """
         strata  1 Browse  2 Map  3 Guide  4 Statistics  5 Stack      / Search  z  ?  q
         Scan › .
        ─── 4 tools in 6 files; not read: links 2, files over 4 MB 1 ───────────────────
         Runtime  2                                                                    ▐
        ▌× Old Ingress  runs    1  charts/edge/values.yaml:1: old/ingress              ▐
         ● Envoy        runs    2  charts/edge/values.yaml:4: envoyproxy/envoy         ▐
                                                                                       ▐
         Observability  1                                                              ▐
           Jaeger       uses    1  k8s/trace.yaml:1: jaegertracing.io                  ▐
                                                                                       ▐
         Tools that this catalog does not have  1                                      ▐
           gone         links   1  package.json:1:20: gone                             ▐

         Perhaps (weak signals alone)  1
           Loki         runs    1  k8s/trace.yaml:2: loki

        ────────────────────────────────────────────────────────────────────────────────
         Old Ingress runs 1 place
         ! Old Ingress: retired since 2026-03; instead: Envoy
         charts/edge/values.yaml:1: old/ingress



         ↑↓ move  Space take over  A all that are sure  ⏎ page  → in  ← out  row 1 of 7
        """)
  }

  /// The path names the folder, and proofs say what lies below it, in the list and beside it.
  @Test func proofsAreTheFoldersOwn() throws {
    var desk = Desk(80, 24, .zh, scanned: ["/home/team/shop"])
    desk.explorer.report(
      FolderScan(
        paths: ["/home/team/shop"], state: .done, files: 1,
        result: result([("/home/team/shop/charts/values.yaml", "image: envoyproxy/envoy:1.31\n")])))
    #expect(desk.screen.split(separator: "\n").count { $0.contains("/home/team/shop") } == 1, "\(desk.screen)")
    #expect(desk.screen.split(separator: "\n").count { $0.contains(" charts/values.yaml:1: envoyproxy/envoy") } == 2)
    // Keys have their Chinese names.
    #expect(desk.screen.contains("空格 收进") && !desk.screen.contains("Space"))
  }

  @Test func spaceTakesAProposalOverAndNeverTouchesALine() throws {
    let own = "# Ours.\ntools:\n  - id: envoy   # at the edge\n    status: hold\n"
    var desk = Desk(stack: own, scanned: ["."])
    desk.end()
    try desk.press("<space>")
    #expect(
      desk.file?.text == own + """
          - id: old-ingress
            status: unsorted
            found: [charts/edge/values.yaml:1]

        """)
    // It is taken, and so is Envoy: what there is to say is said, and nothing is done.
    let taken = desk.file?.text
    try desk.press("<space>")
    #expect(desk.explorer.toast?.text == "It is in our stack already")
    try desk.press("j<space>")
    #expect(desk.file?.text == taken)
    #expect(desk.explorer.isAvailable(.takeProposal) == false)
  }

  @Test func aStatusComesWithTheProofs() throws {
    var desk = Desk(stack: "tools: []\n", scanned: ["."])
    desk.end()
    try desk.press("jta")
    #expect(
      desk.file?.text == """
        tools:
          - id: envoy
            status: adopted
            moves: [{to: adopted, on: 2026-11-30}]
            found: [charts/edge/other.yaml:1, charts/edge/values.yaml:4]

        """ || desk.file?.text.contains("found: [charts/edge/values.yaml:4, charts/edge/other.yaml:1]") == true)
    #expect(desk.explorer.toast?.text.hasPrefix("Envoy: adopted") == true)
    // Then it has an entry, whose status alone changes.
    try desk.press("th")
    #expect(desk.file?.text.contains("status: hold") == true)
    #expect(desk.file?.text.ranges(of: "found:").count == 1)
  }

  @Test func allThatAreSureAreTakenAtOnceAndThePlaceIsAskedForOnce() throws {
    var desk = Desk(scanned: ["."])
    desk.end()
    try desk.press("A")
    #expect(desk.explorer.mode == .menu)
    try desk.press("1")
    let text = desk.file?.text ?? ""
    let read = Stack.read(Array(text.utf8), name: "s").stack
    let stack = try #require(read)
    #expect(stack.entries.map(\.id) == ["old-ingress", "envoy", "jaeger", "gone"].sorted())
    #expect(stack.entries.allSatisfy { $0.status == Stack.unsorted })
    #expect(desk.explorer.mode == .scan)
    #expect(desk.explorer.toast?.text == "4 tools: unsorted (U takes it back)  kept in strata-stack.yaml")
    // What is only likely is not among them; it can be taken by hand.
    #expect(!desk.explorer.isAvailable(.takeAllProposals))
    try desk.press("<end>kk<space>")
    #expect(desk.file?.text.contains("id: loki") == true)
  }

  @Test func enterOpensThePageAndEscComesBack() throws {
    var desk = Desk(scanned: ["."])
    desk.end()
    try desk.press("j<enter>")
    #expect(desk.explorer.mode == .page)
    #expect(desk.screen.contains("https://envoyproxy.io"))
    try desk.press("<esc>")
    #expect(desk.explorer.mode == .scan)
    #expect(desk.explorer.subject == .tool(try #require(landscape.toolID(for: "envoy"))))
  }

  @Test func theFolderIsAskedFor() throws {
    var desk = Desk()
    try desk.press("x")
    #expect(desk.explorer.mode == .folder)
    // Letters are text, and the first replaces what is proposed.
    try desk.press("../x<enter>")
    #expect(desk.asked == [.scan(["../x"])])
    #expect(desk.explorer.mode == .scan)
    desk.end()
    // Another folder: the question can be left, and what was found is there.
    try desk.press("x")
    #expect(desk.explorer.mode == .folder)
    try desk.press("<esc>")
    #expect(desk.explorer.mode == .scan)
    try desk.press("<esc>")
    #expect(desk.explorer.mode == .browse)
    // It is kept until another one.
    try desk.press("x")
    #expect(desk.explorer.mode == .scan)
  }

  @Test func aQuestionWithoutAFolderIsLeft() throws {
    var desk = Desk()
    try desk.press("x<esc>")
    #expect(desk.explorer.mode == .browse)
    #expect(desk.asked == [])
    try desk.press("x<backspace><enter>")
    #expect(desk.explorer.mode == .folder)
    #expect(desk.asked == [])
  }

  @Test(arguments: ["<esc>", "<ctrl-c>"])
  func aScanThatGoesOnIsStoppedAndNotLeft(key: String) throws {
    var desk = Desk(scanned: ["."])
    try desk.press(key)
    #expect(desk.asked == [.scan(["."]), .stopScan])
    #expect(desk.explorer.mode == .scan)
    desk.end(.stopped)
    #expect(desk.screen.contains("Stopped: 4 tools in 6 files"))
    try desk.press("<esc>")
    #expect(desk.explorer.mode == .browse)
  }

  @Test func howFarItIs() throws {
    var desk = Desk(scanned: ["src"])
    desk.explorer.report(FolderScan(paths: ["src"], files: 1234))
    #expect(desk.screen.contains("Reading 1234 files Esc stops it"))
    desk.end(.failed("none: there is no such file or folder"), ScanResult())
    #expect(desk.screen.contains("none: there is no such file or folder"))
    desk.end(.done, ScanResult())
    #expect(desk.screen.contains("0 tools in 6 files; not read: links 2, files over 4 MB 1"))
  }

  @Test func aQueryNarrowsIt() throws {
    var desk = Desk(scanned: ["."])
    desk.end()
    desk.explorer.change(ListQuery(query: Query("layer:watch")))
    desk.explorer.settle()
    #expect(!desk.screen.contains("Envoy") && desk.screen.contains("Jaeger"))
  }

  @Test func thePointerSelectsAndOpens() throws {
    var desk = Desk(scanned: ["."])
    desk.end()
    let rows = desk.explorer.layout.regions.filter { if case .row = $0.spot { true } else { false } }
    let envoy = try #require(rows.dropFirst().first)
    let press = Event.mouse(Mouse(.press, at: Point(x: envoy.rect.x + 4, y: envoy.rect.y)))
    desk.explorer.context.usesMouse = true
    _ = desk.explorer.handle(press)
    #expect(desk.explorer.subject == .tool(try #require(landscape.toolID(for: "envoy"))))
    _ = desk.explorer.handle(press)
    #expect(desk.explorer.mode == .page)
  }

  @Test func itIsReadOutLineByLine() throws {
    var desk = Desk(scanned: ["."], isAccessible: true)
    desk.end()
    let transcript = desk.explorer.transcript()
    #expect(transcript.title == "Scan: Scan > .")
    let lines = transcript.lines.map { "\($0.kind): \($0.text)" }
    #expect(
      lines == [
        "Heading: Runtime, 2",
        "Tool 1 of 7: Old Ingress, runs, 1, charts/edge/values.yaml:1: old/ingress",
        "Tool 2 of 7: Envoy, runs, 2, charts/edge/values.yaml:4: envoyproxy/envoy, charts/edge/other.yaml:1: envoyproxy/envoy",
        "Heading: Observability, 1",
        "Tool 3 of 7: Jaeger, uses, 1, k8s/trace.yaml:1: jaegertracing.io",
        "Heading: Tools that this catalog does not have, 1",
        "Tool 4 of 7: gone, links, 1, package.json:1:20: gone",
        "Heading: Perhaps (weak signals alone), 1",
        "Tool 5 of 7: Loki, runs, 1, k8s/trace.yaml:2: loki",
        "Heading: Only in examples, tests and documents, 1",
        "Tool 6 of 7: Tempo, runs, 1, examples/a.yaml:1: grafana/tempo",
        "Heading: Found, not in this catalog, 1",
        "Tool 7 of 7: acme/shop, image, 1",
      ])
  }

  @Test(arguments: [(200, 60), (80, 24), (40, 12), (20, 5), (10, 3), (1, 1)])
  func itHasRoomInAnyTerminal(columns: Int, rows: Int) throws {
    for language in Language.allCases {
      for textWidth in [TextWidth.standard, TextWidth(ambiguousIsWide: false, drawsASCII: true)] {
        var desk = Desk(columns, rows, language, scanned: ["."], textWidth: textWidth)
        for keys in ["", "jjj<end>", "<home><tab>x", "<esc>JK"] {
          desk.end()
          try desk.press(keys)
          let text = desk.explorer.screen(columns, rows, textWidth: textWidth)
          #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == rows)
          if textWidth.drawsASCII, language == .en { #expect(text.utf8.allSatisfy { $0 < 0x80 }) }
        }
        // The selected row stays in sight.
        if rows >= 3, columns >= 20 { #expect(desk.explorer.layout.cursor != nil) }
      }
    }
  }
}
