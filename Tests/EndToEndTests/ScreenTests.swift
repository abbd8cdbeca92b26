import Foundation
import Testing

/// strata in a real terminal. One at a time: they share two cores with everything else.
@Suite(.serialized, .enabled(if: TmuxTerminal.isInstalled, "tmux is not installed"))
struct ScreenTests {
  /// What a real terminal shows is the frame that strata drew, cell by cell.
  @Test(arguments: [
    (100, 30, "", ""), (80, 24, "<down><right><down>", ""), (200, 60, "<right><right>", ""), (40, 12, "<right>", ""),
    (20, 5, "<down>", ""), (100, 30, "<right><enter>", "--lang zh"), (80, 24, "/容器", "--lang zh"),
    (80, 24, "2", "--ascii"), (132, 43, "2", "--lang zh"), (100, 30, "4", ""), (80, 24, "?", ""),
    (80, 24, "<down>zz<right>", "--ambiguous-width 2 --lang zh"),
  ])
  func theTerminalShowsTheFrame(_ columns: Int, _ rows: Int, _ keys: String, _ arguments: String) throws {
    let words = arguments.split(separator: " ").map(String.init)
    let terminal = try TmuxTerminal(columns: columns, rows: rows)
    try terminal.start("--no-state " + arguments)
    let first = try Program.snapshot(columns, rows, words, environment: ["LANG": "C.UTF-8"])
    try terminal.wait(for: first)
    for key in keys.split(separator: "<").flatMap({ part -> [String] in
      guard part.contains(">") || keys.hasPrefix("<") else { return part.map(String.init) }
      let (name, rest) = (part.prefix { $0 != ">" }, part.drop { $0 != ">" }.dropFirst())
      return [name.capitalized] + rest.map(String.init)
    }) {
      if key.count > 1 { try terminal.press(key) } else { try terminal.type(key) }
    }
    let expected = try Program.snapshot(columns, rows, keys: keys, words, environment: ["LANG": "C.UTF-8"])
    try terminal.wait(for: expected)
  }

  /// A prompt shows what it is given, whatever libc, the terminal and people count it as: after each key the terminal
  /// shows the frame, and the same again when all of it is drawn anew.
  @Test(arguments: [("/", 60, 1), (":", 44, 2), ("?", 100, 3), ("/", 33, 4)])
  func promptsShowWhatIsTyped(_ prompt: String, _ columns: Int, _ seed: UInt64) throws {
    let pieces = [
      "e\u{301}", "a\u{308}\u{323}", "云", "，", "👩\u{200D}💻", "👍🏽", "🇨🇳", "🇫", "❤\u{FE0F}", "1\u{FE0F}\u{20E3}",
      "\u{1112}\u{1161}\u{11AB}", "ｱ", "한", "kube", "x\u{200D}", "x\u{202E}", "y\u{1161}", "\u{A0}",
    ]
    let keys = [
      ("Left", "<left>"), ("Left", "<left>"), ("Right", "<right>"), ("Home", "<home>"), ("End", "<end>"),
      ("BSpace", "<backspace>"), ("C-w", "<ctrl-w>"), ("C-y", "<ctrl-y>"), ("DC", "<del>"),
    ]
    var noise = seed
    func random(_ count: Int) -> Int {
      noise = noise &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(noise >> 33) % count
    }
    let terminal = try TmuxTerminal(columns: columns, rows: 12)
    try terminal.start("--no-state")
    try terminal.wait(for: Program.snapshot(columns, 12, environment: ["LANG": "C.UTF-8"]))
    var typed = prompt
    try terminal.type(prompt)
    for step in 0..<24 {
      if random(3) > 0 {
        let piece = pieces[random(pieces.count)]
        typed += piece
        try terminal.type(piece)
      } else {
        let (name, key) = keys[random(keys.count)]
        typed += key
        try terminal.press(name)
      }
      let frame = try Program.snapshot(columns, 12, keys: typed, environment: ["LANG": "C.UTF-8"])
      try terminal.wait(for: frame)
      if step.isMultiple(of: 6) {
        kill(try #require(try terminal.program), SIGCONT)
        usleep(100_000)
        try terminal.wait(for: frame)
      }
    }
  }

  @Test func followsTheWindow() throws {
    let terminal = try TmuxTerminal(columns: 100, rows: 30)
    try terminal.start("--no-state")
    try terminal.wait(for: Program.snapshot(100, 30))
    for (columns, rows) in [(60, 15), (20, 5), (132, 43), (10, 3), (80, 24)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.wait(for: Program.snapshot(columns, rows))
    }
  }

  @Test func leavesTheTerminalAsItWas() throws {
    let terminal = try TmuxTerminal(columns: 200, rows: 24)
    try terminal.enter("clear; stty -g")
    let before = try terminal.wait { $0.contains(":") && $0.hasSuffix("ready>") }
    try terminal.enter("\(Program.path); echo status $?; stty -g")
    try terminal.wait { $0.contains("Cloud Native Landscape") }
    #expect(try terminal.value("alternate_on") == "1")
    try waitForTheMouse(terminal)
    try terminal.type("q")
    let after = try terminal.wait { $0.contains("status 0") && $0.hasSuffix("ready>") }
    let modes = try #require(before.split(separator: "\n").first { $0.contains(":") })
    #expect(after.split(separator: "\n").last { $0.contains(":") } == modes)
    try expectCleanTerminal(terminal)
  }

  /// Whatever ends it has something to leave on.
  private func waitForTheMouse(_ terminal: TmuxTerminal) throws {
    try terminal.wait { _ in try terminal.value("mouse_any_flag") == "1" && terminal.value("mouse_sgr_flag") == "1" }
  }

  private func expectCleanTerminal(_ terminal: TmuxTerminal) throws {
    #expect(try terminal.value("alternate_on") == "0")
    #expect(try terminal.value("cursor_flag") == "1")
    #expect(try terminal.value("keypad_cursor_flag") == "0")
    #expect(try terminal.value("mouse_any_flag") == "0")
    #expect(try terminal.value("mouse_sgr_flag") == "0")
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGINT, 130), (SIGUSR1, 138), (SIGSEGV, 139), (SIGILL, 132)])
  func restoresTheTerminalAfterASignal(_ signal: Int32, _ status: Int) throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.enter("clear; \(Program.path); echo status $?; stty -a | grep -o ' icanon .* echo '")
    try terminal.wait { $0.contains("Cloud Native Landscape") }
    try waitForTheMouse(terminal)
    kill(try #require(try terminal.program), signal)
    try terminal.wait { $0.contains("status \(status)") && $0.contains("icanon") }
    try expectCleanTerminal(terminal)
  }

  @Test func stopsAndComesBack() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.start("--no-state")
    let screen = try Program.snapshot(80, 24)
    try terminal.wait(for: screen)
    for isKey in [true, false] {
      try waitForTheMouse(terminal)
      if isKey { try terminal.press("C-z") } else { kill(try #require(try terminal.program), SIGTSTP) }
      try terminal.wait { $0.contains("Stopped") && $0.hasSuffix("ready>") }
      try expectCleanTerminal(terminal)
      try terminal.resize(columns: isKey ? 90 : 80, rows: 24)
      try terminal.enter("fg")
      try terminal.wait(for: isKey ? Program.snapshot(90, 24) : screen)
    }
    try terminal.type("j")
    try terminal.wait(for: Program.snapshot(80, 24, keys: "j"))
  }

  @Test func interruptsWith130() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.enter("clear; \(Program.path); echo status $?")
    try terminal.wait { $0.contains("Cloud Native Landscape") }
    try terminal.press("C-c")
    try terminal.wait { $0.contains("status 130") }
  }

  @Test func aPasteIsTextAndNoKeys() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.start("--no-state")
    try terminal.wait { $0.contains("Cloud Native Landscape") }
    try terminal.type("/")
    try terminal.tmux(["set-buffer", "service mesh"])
    try terminal.tmux(["paste-buffer", "-p"])
    try terminal.wait(for: Program.snapshot(80, 24, keys: "/service mesh"))
  }

  @Test func drawsASCIIWhereTheLocaleIsNone() throws {
    // C.UTF-8 is tried first; the texts are whole either way.
    let terminal = try TmuxTerminal(columns: 80, rows: 24, environment: ["LANG": "C", "LC_ALL": "C"])
    try terminal.start("--no-state")
    try terminal.wait { $0.contains("Cloud Native Landscape") && !$0.contains("??") }
  }

  @Test func returnsToTheLastPlace() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    try terminal.start()
    // The first time the last row tells what the keys do, until one of them is pressed.
    try terminal.wait { $0.contains("Cloud Native Landscape") && $0.contains("arrows walk the landscape") }
    try terminal.press("Down", "Right", "Down")
    let place = try Program.snapshot(80, 24, keys: "<down><right><down>")
    try terminal.wait(for: place)
    try terminal.type("Q")
    try terminal.wait { $0.hasSuffix("ready>") }
    try terminal.start()
    try terminal.wait { $0.contains("Orchestration") && $0.contains("category 2 of") }
    let file = "\(terminal.folder.path)/.local/state/strata/shipped"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func readsTheKeysFromTheTerminalWhenTheCatalogComesByPipe() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    let path = try terminal.folder.write(Fixture.small("Alpha"), to: "team.yaml")
    try terminal.enter("clear; cat \(path) | \(Program.path) - ; echo status $?")
    try terminal.wait { $0.contains("Alpha") }
    try terminal.type("q")
    try terminal.wait { $0.contains("status 0") }
    #expect(!FileManager.default.fileExists(atPath: "\(terminal.folder.path)/.local/state/strata"))
  }

  @Test func followsItsFiles() throws {
    let terminal = try TmuxTerminal(columns: 200, rows: 24)
    let path = try terminal.folder.write(Fixture.small("Alpha"), to: "team.yaml")
    try terminal.start(path)
    try terminal.wait { $0.contains("Alpha") }
    // Written in place.
    try terminal.folder.write(Fixture.small("Bravo"), to: "team.yaml")
    try terminal.wait { $0.contains("Bravo") && !$0.contains("Alpha") }
    // Written beside and renamed, as editors do.
    let beside = try terminal.folder.write(Fixture.small("Charlie"), to: "team.yaml~")
    rename(beside, path)
    try terminal.wait { $0.contains("Charlie") }
    // Broken: a banner, and the last good catalog.
    try terminal.folder.write("layers: [", to: "team.yaml")
    try terminal.wait { $0.contains("team.yaml:1:9: error:") && $0.contains("Charlie") }
    // And mended.
    try terminal.folder.write(Fixture.small("Delta"), to: "team.yaml")
    try terminal.wait { $0.contains("Delta") && !$0.contains("error:") }
  }

  @Test func showsALargeCatalogBeingRead() throws {
    let terminal = try TmuxTerminal(columns: 80, rows: 24)
    // Standard input that does not end is a reading that takes its time.
    try terminal.enter("clear; (cat; sleep 30) < /dev/null | \(Program.path) - ; echo status $?")
    try terminal.wait { $0.contains("Reading -") && $0.contains("q quit") }
    try terminal.type("q")
    try terminal.press("C-c")
    try terminal.wait(40) { $0.contains("status 0") }
    try expectCleanTerminal(terminal)
  }
}
