import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataTerminal
import StrataText
import StrataThreads
import Testing

@testable import strata

@Suite struct SessionTests {
  /// Presses two keys at once and the others while nothing is to be done, and notes what the loop does.
  private struct Witness: Host {
    enum Step: Hashable {
      case frame
      /// For an event, so many milliseconds; −1: until there is one.
      case wait(Int)
    }

    let size = Size(columns: 80, rows: 24)
    private let count: Int
    private var keys: [Key]
    private(set) var steps: [Step] = []

    init(keys: [Key]) {
      self.keys = keys
      count = keys.count
    }

    mutating func present(_ frame: borrowing Frame) { steps.append(.frame) }

    mutating func nextEvent(within milliseconds: Int?) -> Event? {
      steps.append(.wait(milliseconds ?? -1))
      if milliseconds != nil, keys.count <= count - 2 { return nil }
      return keys.isEmpty ? .terminate(status: 0) : .key(keys.removeFirst())
    }

    var watched: [Int32] = []
    mutating func suspend() {}
    mutating func forgetScreen() {}
    mutating func reportMouse(_ wanted: Bool) {}
    mutating func copy(_ text: VisibleText) throws(Terminal.ClipboardProblem) -> String { throw .none }
  }

  @Test func aFrameIsHandedOnBeforeWorkGoesOn() throws {
    var configuration = Explorer.Configuration()
    configuration.usesColor = false
    let textWidth = TextWidth(ambiguousIsWide: false, drawsASCII: false)
    // The shipped catalog brings its index along; one that is read does not.
    let tools = (0..<4000).map { "- {id: t\($0), name: Mesh \($0)}\n" }.joined()
    let text =
      "landscape: {name: L, layers: [a]}\nlayers:\n- id: a\n  name: A\n  categories:\n  - id: c\n    name: C\n    tools:\n"
      + tools.split(separator: "\n").map { "    \($0)\n" }.joined()
    let reading = Catalog.read([Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: Array(text.utf8))])])
    let explorer = Explorer(
      catalog: try #require(reading.catalog, "\(reading.diagnostics)"), configuration: configuration,
      size: Size(columns: 80, rows: 24))
    var session = Session(
      explorer: explorer, textWidth: textWidth, words: ScreenWords[.en], files: nil, state: nil, opener: nil,
      reloading: Reloading())
    var witness = Witness(keys: try Key.sequence("/mesh"))
    #expect(session.run(on: &witness) == 0)
    let pairs = zip(witness.steps, witness.steps.dropFirst())
    let afterFrames = pairs.filter { $0.0 == .frame }.map(\.1)
    // The index grows while one types: there is work after some frames, and it waits; nothing else does.
    #expect(afterFrames.contains(.wait(1)))
    // Before the search is open it waits until nobody has pressed a key for a while.
    #expect(afterFrames.first == .wait(250))
    #expect(Set(afterFrames).isSubset(of: [.wait(1), .wait(250), .wait(-1)]))
    #expect(pairs.allSatisfy { $0.1 != .wait(1) || $0.0 == .frame })
    #expect(witness.steps.contains(.wait(0)))
  }
}

/// Plays events, one a frame, and keeps what the loop asks of it.
struct Actor: Host {
  let size = Size(columns: 100, rows: 30)
  var events: [Event?]
  var clipboard: Terminal.ClipboardProblem?
  private(set) var frames: [String] = []
  private(set) var copies: [String] = []
  private(set) var suspensions = 0
  private(set) var forgotten = 0
  private let whenAsked: () -> Void

  init(_ events: [Event?], clipboard: Terminal.ClipboardProblem? = nil, whenAsked: @escaping () -> Void = {}) {
    self.events = events.reversed()
    self.clipboard = clipboard
    self.whenAsked = whenAsked
  }

  init(_ keys: String, clipboard: Terminal.ClipboardProblem? = nil) throws {
    self.init(try Key.sequence(keys).map { .key($0) }, clipboard: clipboard)
  }

  mutating func present(_ frame: borrowing Frame) { frames.append(frame.text) }

  mutating func nextEvent(within milliseconds: Int?) -> Event? {
    whenAsked()
    // One a frame, and none while there is work.
    guard milliseconds == nil || milliseconds! >= 50 else { return nil }
    return events.popLast() ?? .terminate(status: 0)
  }

  var watched: [Int32] = []
  private(set) var mouseReports: [Bool] = []
  mutating func reportMouse(_ wanted: Bool) { mouseReports.append(wanted) }
  mutating func suspend() { suspensions += 1 }
  mutating func forgetScreen() { forgotten += 1 }

  mutating func copy(_ text: VisibleText) throws(Terminal.ClipboardProblem) -> String {
    if let clipboard { throw clipboard }
    copies.append(text.string)
    return "a way"
  }
}

/// What the explorer asks for is carried out, and how it went is said.
@Suite struct SessionEffectTests {
  private let source = """
    layers:
      - id: only
        name: {en: Only, zh: 唯一}
        categories:
          - id: shelf
            name: {en: Shelf, zh: 架}
            tools:
              - {id: evil, name: "A\\nrm -rf ~\\n\\e[201~x", homepage: "https://a.example"}
    """

  private func session(homepage: String = "https://a.example", opener: Opener? = nil, state: StateFile? = nil) throws
    -> Session
  {
    let text = source.replacing("https://a.example", with: homepage)
    let reading = Catalog.read([Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: Array(text.utf8))])])
    let explorer = Explorer(
      catalog: try #require(reading.catalog, "\(reading.diagnostics)"), configuration: Explorer.Configuration(),
      size: Size(columns: 100, rows: 30))
    return Session(
      explorer: explorer, textWidth: .standard, words: ScreenWords[.en], files: nil, state: state, opener: opener,
      reloading: Reloading())
  }

  @Test func nothingThatSteersATerminalIsCopied() throws {
    for (key, text) in [
      ("n", "A␊rm -rf ~␊␛[201~x"), ("u", "https://a.example"), ("m", "[A␊rm -rf ~␊␛[201~x](https://a.example)"),
    ] {
      var session = try session()
      var actor = try Actor("<right><right>y\(key)")
      #expect(session.run(on: &actor) == 0)
      #expect(actor.copies == [text])
      #expect(actor.frames.last?.contains("(a way, not confirmed)") == true)
    }
    var session = try session()
    var actor = try Actor("<right><right>yj")
    _ = session.run(on: &actor)
    let json = try #require(actor.copies.first)
    #expect(json.contains(#""name": "A\nrm -rf ~\n\u001b[201~x""#))
  }

  @Test func whatCannotBeCopiedIsSaid() throws {
    for (problem, words) in [
      (Terminal.ClipboardProblem.none, "This terminal has no clipboard: https://a.example"),
      (.tooLong, "Too long for the terminal's clipboard: "),
    ] {
      var session = try session()
      var actor = try Actor("<right><right>yu", clipboard: problem)
      _ = session.run(on: &actor)
      #expect(actor.copies.isEmpty)
      #expect(actor.frames.last?.contains(words) == true, "\(actor.frames.last ?? "")")
    }
  }

  @Test func anAddressIsOpenedOrShown() throws {
    func last(_ homepage: String, _ environment: [String: String]?) throws -> String {
      var session = try session(homepage: homepage, opener: environment.map { Opener(environment: Environment($0)) })
      var actor = try Actor("<right><right>o")
      _ = session.run(on: &actor)
      return actor.frames.last ?? ""
    }
    #expect(try last("https://a.example/x", ["BROWSER": "/bin/true"]).contains("https://a.example/x"))
    #expect(try last("https://a.example/x", [:]).contains("https://a.example/x"))
    #expect(
      try last("https://a@b.example", ["BROWSER": "/bin/true"]).contains(
        "Not opened, it is no plain web address: https://a@b.example"))
    #expect(try last("https://a.example/x", nil).contains("https://a.example/x"))
  }

  @Test func theScreenIsGivenBackAndDrawnAnew() throws {
    var session = try session()
    var actor = try Actor("<ctrl-z><ctrl-l>")
    _ = session.run(on: &actor)
    #expect(actor.suspensions == 1 && actor.forgotten == 1)
  }

  @Test func thePlaceIsKeptAtTheEnd() throws {
    let folder = Folder()
    let environment = Environment(["XDG_STATE_HOME": folder.path])
    let state = try #require(StateFile(catalogs: ["a.yaml"], environment: environment))
    var session = try session(state: state)
    var actor = Actor([.terminate(status: 143)])
    #expect(session.run(on: &actor) == 143)
    #expect(state.load()?.contains("view") == true)
  }
}

@Suite struct ReadingScreenTests {
  /// A reading that has half of its bytes until it is let go on.
  private func reading(_ gate: Semaphore, fails: Bool = false) -> CatalogReading {
    let begun = Semaphore()
    defer { begun.wait() }
    return CatalogReading(
      size: 10,
      { (progress) throws(LoadFailure) in
        progress(5)
        begun.signal()
        gate.wait()
        if fails { throw .file(FileFailure(path: "x.yaml", problem: .changedWhileRead)) }
        return LoadedCatalog(shipped: ShippedCatalog.open())
      }, whenDone: { _ in })
  }

  private func screen(_ reading: CatalogReading) -> ReadingScreen {
    ReadingScreen(reading: reading, words: ScreenWords[.en], names: ["x\ny.yaml"], textWidth: .standard)
  }

  @Test func showsHowFarItIsAndObeysTheKeysThatLeave() {
    for (event, status) in [
      (Event.key(.character("q")), Int32(0)), (.key(Key(.escape)), 0), (.key(.control("c")), 130),
      (.terminate(status: 143), 143),
    ] {
      let gate = Semaphore()
      var screen = screen(reading(gate))
      var actor = Actor([nil, nil, .key(.character("x")), .key(.control("z")), .redraw, event])
      guard case .left(status) = screen.run(on: &actor) else {
        Issue.record("did not leave")
        gate.signal()
        continue
      }
      #expect(actor.frames.last?.contains("Reading x␊y.yaml") == true)
      #expect(actor.frames.last?.contains(" 50 %") == true)
      #expect(actor.suspensions == 1 && actor.forgotten == 1)
      gate.signal()
    }
  }

  @Test func endsWithTheReading() {
    for fails in [false, true] {
      let gate = Semaphore()
      let reading = reading(gate, fails: fails)
      var screen = screen(reading)
      var actor = Actor(Array(repeating: nil, count: 10_000), whenAsked: { gate.signal() })
      switch screen.run(on: &actor) {
      case .read: #expect(!fails)
      case .failed(let failure):
        #expect(fails && failure.headline.string == "x.yaml changed while it was read; try again")
      case .left: Issue.record("left")
      }
    }
  }
}
