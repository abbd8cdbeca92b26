import CNcurses
import Foundation
import StrataScreen
import StrataText
import Testing

@testable import StrataTerminal

/// Everything that holds a real ncurses screen: one after the other, because a process has one.
@Suite(.serialized) struct TerminalTests {
  init() {
    setenv("TERM", "xterm-256color", 1)
    // What is drawn needs no locale of the machine.
    setlocale(LC_ALL, "C")
  }

  private func frame(_ lines: String..., columns: Int = 40, rows: Int = 10) -> Frame {
    var frame = Frame(size: Size(columns: columns, rows: rows))
    for (y, line) in lines.enumerated() { frame.write(line, in: frame.bounds.row(y)) }
    return frame
  }

  /// `#expect` cannot look into a value that cannot be copied.
  private func check<T: Equatable>(_ value: T, _ expected: T, _ location: SourceLocation = #_sourceLocation) {
    #expect(value == expected, sourceLocation: location)
  }

  @Test func takesTheTerminalAndGivesItBack() throws {
    let pty = Pseudoterminal()
    let before = pty.modes
    do {
      var terminal = try Terminal(output: pty.slave, input: pty.slave)
      check(terminal.size, Size(columns: 40, rows: 10))
      check(terminal.isUTF8, true)
      terminal.present(frame("hello"))
      let output = pty.output()
      #expect(output.contains("\u{1B}[?1049h"))
      #expect(output.contains("\u{1B}[?2004h"))
      #expect(output.contains("hello"))
      #expect(pty.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
    }
    let output = pty.output()
    for end in ["\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[?1l\u{1B}>"] { #expect(output.contains(end)) }
    #expect(pty.modes.c_lflag == before.c_lflag)
    #expect(pty.modes.c_iflag == before.c_iflag)
    #expect(pty.modes.c_oflag == before.c_oflag)
  }

  @Test func theMouseIsReportedInSGRAndGivenBack() throws {
    let pty = Pseudoterminal()
    do {
      var terminal = try Terminal(output: pty.slave, input: pty.slave)
      terminal.present(frame("hello"))
      #expect(!pty.output().contains("?1000h"))
      terminal.reportMouse(true)
      #expect(pty.output().hasSuffix("\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"))
      terminal.reportMouse(true)
      #expect(pty.output() == "")
      terminal.reportMouse(false)
      #expect(pty.output().hasSuffix("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"))
      terminal.reportMouse(true)
    }
    let end = pty.output()
    for mode in ["1000", "1002", "1006"] { #expect(end.contains("\u{1B}[?\(mode)l")) }
  }

  @Test func writesOnlyWhatChanged() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    terminal.present(frame("one", "容器 two", "three"))
    _ = pty.output()
    terminal.present(frame("one", "容器 two", "three"))
    #expect(pty.output() == "")
    terminal.present(frame("one", "容器 too", "three"))
    let output = pty.output()
    #expect(output.hasSuffix("o\u{1B}[1;1H") || output.contains("o"))
    #expect(!output.contains("three") && !output.contains("one") && !output.contains("容"))
  }

  /// Not every emulator knows the commands that scroll by so many lines; what they leave behind would stay.
  @Test func rowsThatMoveAreDrawnAndNotScrolled() throws {
    let names = (0..<12).map { "row \($0) of a list with a name of its own" }
    let pty = Pseudoterminal(columns: 40, rows: 14)
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    for step in [0, 1, 3, 2, 6, 0] {
      var frame = Frame(size: Size(columns: 40, rows: 14))
      for (y, name) in names[step...].enumerated() {
        // A style that changes does not hide from ncurses that the text has moved.
        frame.write(name, in: frame.bounds.row(y + 1), y == step ? Style(.red, on: .default, .bold) : .plain)
      }
      terminal.present(frame)
      let output = pty.output()
      #expect(output.firstMatch(of: /\x1B\[[0-9]*[ST]/) == nil, "step \(step)")
      // Nothing is erased or put in for a row that moves, either.
      #expect(output.firstMatch(of: /\x1B\[[0-9]*[LM]/) == nil, "step \(step)")
    }
  }

  /// A row that moves beside others that stay costs itself, and no others.
  @Test func whatStandsBesideAMovedRowIsNotDrawnAgain() throws {
    let pty = Pseudoterminal(columns: 60, rows: 12)
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    for step in 0..<4 {
      var frame = Frame(size: Size(columns: 60, rows: 12))
      for y in 0..<8 {
        frame.write("fixed \(y)", in: frame.bounds.row(y))
        frame.write("item \(y) of \(step)", in: frame.bounds.row(y).inset(left: 30))
      }
      // The only blank row goes up.
      for y in 8..<12 where y != 11 - step { frame.write("text \(y) of \(step)", in: frame.bounds.row(y)) }
      terminal.present(frame)
      let output = pty.output()
      if step > 0 { #expect(!output.contains("fixed"), "step \(step)") }
      #expect(output.firstMatch(of: /\x1B\[[0-9]*[ST]/) == nil, "step \(step)")
    }
  }

  /// A cell is what setcchar makes of its text and look.
  @Test func cellsAreThoseOfNcurses() throws {
    let pty = Pseudoterminal(columns: 12, rows: 2)
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    let styles = [Style.plain, Style(.red, on: .blue, [.bold, .underline]), Style(Color(index: 200), on: .default)]
    for style in styles {
      var frame = Frame(size: Size(columns: 12, rows: 2))
      frame.write("a层é─e\u{301}x", in: frame.bounds, style)
      terminal.present(frame)
      for (x, cell) in frame.row(0).prefix(7).enumerated() where cell.width > 0 {
        var drawn = cchar_t()
        mvwin_wch(strata_newscr(), 0, Int32(x), &drawn)
        let look = terminal.palette.look(of: style)
        let expected = Terminal.character(cell.scalars.map(\.value), look)
        var (text, other) = ([wchar_t](repeating: 0, count: 8), [wchar_t](repeating: 0, count: 8))
        var (attributes, otherAttributes): (attr_t, attr_t) = (0, 0)
        var (pair, otherPair): (Int16, Int16) = (0, 0)
        getcchar(&drawn, &text, &attributes, &pair, nil)
        withUnsafePointer(to: expected) { _ = getcchar($0, &other, &otherAttributes, &otherPair, nil) }
        #expect(text == other && attributes == otherAttributes && pair == otherPair)
      }
    }
  }

  /// The screen after any change is what a full drawing gives: wide characters that are cut leave nothing behind.
  @Test func aChangedRowEqualsAFullDrawing() throws {
    let lines = ["abcdef", "容器abc", "a容器bc", "ab容器c", "容容容容", " 容 器 ", "", "é́x容"]
    for (first, second) in lines.flatMap({ a in lines.map { (a, $0) } }) {
      let pty = Pseudoterminal(columns: 9, rows: 2)
      var terminal = try Terminal(output: pty.slave, input: pty.slave)
      terminal.present(frame(first, columns: 9, rows: 2))
      terminal.present(frame(second, columns: 9, rows: 2))
      var cells: [String] = []
      for x in 0..<9 {
        var cell = cchar_t()
        mvwin_wch(strata_newscr(), 0, Int32(x), &cell)
        var text = [wchar_t](repeating: 0, count: 8)
        var attributes: attr_t = 0
        var pair: Int16 = 0
        getcchar(&cell, &text, &attributes, &pair, nil)
        cells.append(String(String.UnicodeScalarView(text.prefix { $0 != 0 }.map { Unicode.Scalar(UInt32($0))! })))
      }
      var expected = frame(second, columns: 9, rows: 2).row(0).map { String(String.UnicodeScalarView($0.scalars)) }
      // ncurses answers the character for each of its two columns.
      for x in expected.indices where expected[x].isEmpty { expected[x] = expected[x - 1] }
      #expect(cells == expected, "\(first) → \(second)")
    }
  }

  @Test func keysComeAsTheyWereTyped() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    check(terminal.nextEvent(within: 0), nil)
    pty.type("j\u{1B}[B层")
    check(terminal.nextEvent(within: 1000), .key(.character("j")))
    check(terminal.nextEvent(within: 1000), .key(Key(.down)))
    check(terminal.nextEvent(within: 1000), .key(.character("层")))
    check(terminal.nextEvent(within: 0), nil)
    pty.type("\u{1B}")
    check(terminal.nextEvent(within: 1000), .key(Key(.escape)))
  }

  @Test func aChangeOfSizeIsAnEvent() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    terminal.present(frame("one"))
    _ = pty.output()
    pty.resize(columns: 60, rows: 5)
    kill(getpid(), SIGWINCH)
    check(terminal.nextEvent(within: 1000), .resize(Size(columns: 60, rows: 5)))
    check(terminal.size, Size(columns: 60, rows: 5))
    terminal.present(frame("one", columns: 60, rows: 5))
    #expect(pty.output().contains("one"))
    kill(getpid(), SIGWINCH)  // the same size
    check(terminal.nextEvent(within: 50), nil)
  }

  @Test func anotherThreadWakesTheLoop() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    Terminal.wake()
    check(terminal.nextEvent(within: 1000), .wake)
    check(terminal.nextEvent(within: 0), nil)
  }

  @Test func aWatchedDescriptorWakesTheLoop() throws {
    let pipe = Pipe()
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    terminal.watched = [pipe.fileHandleForReading.fileDescriptor]
    check(terminal.nextEvent(within: 0), nil)
    pipe.fileHandleForWriting.write(Data([1]))
    check(terminal.nextEvent(within: 1000), .wake)
  }

  @Test func withoutATerminalThereIsAReason() {
    let pipe = Pipe()
    #expect(throws: TerminalError.outputIsNoTerminal) {
      _ = try Terminal(output: pipe.fileHandleForWriting.fileDescriptor)
    }
    let pty = Pseudoterminal()
    let types: [(String, TerminalError)] = [
      ("", .noTerminalType), ("dumb", .terminalTypeCannotPlaceCursor("dumb")),
    ]
    for (type, error) in types {
      setenv("TERM", type, 1)
      #expect(throws: error) { _ = try Terminal(output: pty.slave, input: pty.slave) }
    }
  }

  @Test func anUnknownTypeStartsAsAUsualOneAndIsNamed() throws {
    let pty = Pseudoterminal()
    setenv("TERM", "no-such-type", 1)
    let terminal = try Terminal(output: pty.slave, input: pty.slave)
    #expect(terminal.substitute?.unknown == "no-such-type")
    #expect(terminal.substitute?.taken == "xterm-256color")
    #expect(getenv("TERM").map { String(cString: $0) } == "no-such-type")
  }

  /// A terminal of 256 colors that says so has all of them; the first eight stay the user's.
  @Test(arguments: [("truecolor", true), ("24bit", true), ("yes", false), (nil, false)])
  func colorsOfTheirOwnAreShownAsTheyAre(said: String?, isTrue: Bool) throws {
    if let said { setenv("COLORTERM", said, 1) } else { unsetenv("COLORTERM") }
    defer { unsetenv("COLORTERM") }
    for type in ["xterm-256color", "tmux-256color"] {
      setenv("TERM", type, 1)
      defer { setenv("TERM", "xterm-256color", 1) }
      let pty = Pseudoterminal()
      var terminal = try Terminal(output: pty.slave, input: pty.slave)
      #expect(terminal.substitute?.taken == nil)
      #expect(getenv("TERM").map { String(cString: $0) } == type)
      var colored = Frame(size: Size(columns: 40, rows: 10))
      let style = Style(Color(red: 10, green: 27, blue: 44), on: Color(red: 255, green: 250, blue: 240))
      colored.write("own", in: colored.bounds, style)
      colored.write("green", in: colored.bounds.row(1), Style(.green))
      terminal.present(colored)
      let output = pty.output()
      #expect(output.contains("38;2;10;27;44m") == isTrue && output.contains("48;2;255;250;240m") == isTrue)
      #expect(output.contains("38;5;") == !isTrue)
      #expect(output.contains("\u{1B}[32mgreen") || output.contains("\u{1B}[39;49m\u{1B}[32mgreen"))
    }
  }

  @Test func coloursAreTheTerminalsOwn() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    var coloured = Frame(size: Size(columns: 40, rows: 10))
    coloured.write("green", in: coloured.bounds, Style(.green))
    coloured.write("bold", in: coloured.bounds.row(1), Style(.default, .bold))
    terminal.present(coloured)
    let output = pty.output()
    #expect(output.contains("\u{1B}[32mgreen"))
    #expect(output.contains("\u{1B}[39;49m"))
    #expect(output.contains("\u{1B}[1mbold"))
    #expect(!output.contains("\u{1B}]104"), "the palette may be the user's")
  }

  @Test func plainTextBehindAColourTakesOneCommand() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    var first = Frame(size: Size(columns: 40, rows: 10))
    first.write("plain", in: first.bounds)
    terminal.present(first)
    // A screen that is blank is not written blank.
    #expect(!pty.output().contains("  "))
    var frame = first
    let used = frame.write("● ", in: frame.bounds.row(3), Style(.red))
    frame.write("behind it", in: frame.bounds.row(3).inset(left: used))
    terminal.present(frame)
    #expect(pty.output().contains("\u{1B}[31m● \u{1B}[39mbehind it"))
    frame.fill(frame.bounds.row(3))
    terminal.present(frame)
    #expect(pty.output().hasSuffix("\u{1B}[J\u{1B}[m"), "erased, not written over")
  }

  /// The console of Linux shows no dim text in colour: what has none is dim.
  @Test func textWithoutColourKeepsItsAttributesWhereColoursTakeThem() throws {
    setenv("TERM", "linux", 1)
    defer { setenv("TERM", "xterm-256color", 1) }
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    #expect(strata_no_color_video() & 16 != 0)
    var frame = Frame(size: Size(columns: 40, rows: 10))
    frame.write("dim", in: frame.bounds, Style(.default, .dim))
    terminal.present(frame)
    #expect(pty.output().contains("\u{1B}[2mdim"))
  }

  /// Every write may wake whoever reads the terminal.
  @Test func writesAFrameInOneGo() throws {
    func writes() throws -> Int {
      let counts = try String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8).split(separator: "\n")
      let line = try #require(counts.first { $0.hasPrefix("syscw: ") })
      return try #require(Int(line.dropFirst("syscw: ".count)))
    }
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    var frame = Frame(size: Size(columns: 40, rows: 10))
    for row in 0..<10 {
      for column in [0, 9, 18] {
        frame.write(
          "word", in: frame.bounds.row(row).inset(left: column), Style(.green, row.isMultiple(of: 2) ? .bold : []))
      }
    }
    let before = try writes()
    terminal.present(frame)
    // The first frame also enters the screen and hides the cursor.
    #expect(try writes() - before <= 6)
    for row in 0..<10 { frame.write("other", in: frame.bounds.row(row).inset(left: 9), Style(.red)) }
    let between = try writes()
    terminal.present(frame)
    #expect(try writes() - between <= 2)
  }

  @Test func copiesByTheTerminalsOwnSequence() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    _ = pty.output()
    unsetenv("TMUX")
    unsetenv("STY")
    check(try? terminal.copy("Harbor 层\u{1B}"), .terminal)
    let request = "\u{1B}]52;c;SGFyYm9yIOWxghs=\u{7}"
    #expect(pty.output() == request)
    setenv("TMUX", "/tmp/tmux-0/default,1,0", 1)
    check(try? terminal.copy("Harbor 层\u{1B}"), .tmux)
    #expect(pty.output() == request + "\u{1B}Ptmux;\u{1B}" + request + "\u{1B}\\")
    unsetenv("TMUX")
    func problem(_ text: VisibleText) -> Terminal.ClipboardProblem? {
      do {
        _ = try terminal.copy(text)
        return nil
      } catch {
        return error
      }
    }
    check(problem(VisibleText(String(repeating: "x", count: Terminal.clipboardLimit + 1))), .tooLong)
    for type in ["linux", "vt100", "vt220", "ansi"] {
      setenv("TERM", type, 1)
      check(problem("Harbor"), Terminal.ClipboardProblem.none)
    }
    setenv("TERM", "xterm-256color", 1)
    #expect(pty.output() == "")
  }

  // The shim: each inline does what its name says.

  @Test func shimNamesTheScreenOfNewterm() throws {
    let pty = Pseudoterminal(columns: 33, rows: 7)
    let screen = try #require(strata_newterm(pty.slave))
    defer {
      endwin()
      delscreen(screen)
    }
    #expect(getmaxx(strata_stdscr()) == 33)
    #expect(getmaxy(strata_stdscr()) == 7)
    #expect(getmaxx(strata_curscr()) == 33)
    #expect(strata_stdscr() != strata_curscr())
    #expect(start_color() == OK)
    #expect(strata_colors() == 256)
  }

  @Test func shimCapabilitiesAreTextOrNone() {
    setenv("TERM", "xterm-256color", 1)
    var status: Int32 = 0
    #expect(setupterm(nil, 1, &status) == OK)
    #expect(strata_capability("rmcup").map { String(cString: $0) } == "\u{1B}[?1049l\u{1B}[23;0;0t")
    #expect(strata_capability("colors") == nil)  // a number, no text
    #expect(strata_capability("no-such") == nil)
  }

  // MARK: Characters

  @Test(
    arguments: [
      ([:], true), (["LANG": ""], true), (["LANG": "C"], true), (["LANG": "POSIX"], true), (["LANG": "zh_CN"], true),
      (["LANG": "zh_CN.UTF-8"], true), (["LANG": "en_US.utf8"], true), (["LANG": "de_DE.UTF-8@euro"], true),
      (["LANG": "zh_CN.GBK"], false), (["LANG": "en_US.ISO-8859-1"], false),
      (["LANG": "de_DE.ISO-8859-15@euro"], false),
      (["LANG": "zh_CN.GBK", "LC_CTYPE": "C.UTF-8"], true), (["LC_CTYPE": "C.UTF-8", "LC_ALL": "zh_TW.Big5"], false),
      (["LC_ALL": "", "LANG": "ja_JP.eucJP"], false), (["LC_MESSAGES": "zh_CN.GBK"], true),
    ] as [([String: String], Bool)])
  func theNameOfTheLocaleSaysWhetherATerminalTakesUTF8(_ environment: [String: String], _ expected: Bool) {
    #expect(Terminal.takesUTF8 { environment[$0] } == expected)
  }

  /// Lines of a box, Chinese, a mark on a letter, an emoji: on a machine without any locale.
  @Test func whatIsDrawnNeedsNoLocale() throws {
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    check(terminal.isUTF8, true)
    let lines = ["┌─ 容器运行时 ─┐", "│ ● Envoy … é 🚀 │", "e\u{301}x"]
    terminal.present(frame(lines[0], lines[1], lines[2]))
    let output = pty.output()
    for line in lines { #expect(output.contains(line), "\(output.debugDescription)") }
    #expect(!output.contains("??"))
  }

  @Test func anotherCharacterSetGetsASCII() throws {
    setenv("LC_ALL", "zh_CN.GBK", 1)
    defer { unsetenv("LC_ALL") }
    let pty = Pseudoterminal()
    var terminal = try Terminal(output: pty.slave, input: pty.slave)
    check(terminal.isUTF8, false)
    terminal.present(frame("a容b"))
    let output = pty.output()
    #expect(output.contains("a??b") && output.utf8.allSatisfy { $0 < 0x80 })
  }
}

@Suite struct ShimTests {
  @Test func base64IsFoundations() {
    for length in 0..<50 {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 91 + 200) }
      let text = Data(bytes).base64EncodedString()
      #expect(Base64.encoded(bytes) == text)
      #expect(Base64.decoded(text.utf8) == bytes)
      let ofNames = text.replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
      #expect(Base64.decoded(ofNames.utf8) == bytes)
    }
  }

  @Test func attributesAreFiveBits() {
    let all = [strata_bold(), strata_dim(), strata_italic(), strata_underline(), strata_reverse()]
    #expect(all.allSatisfy { $0.nonzeroBitCount == 1 })
    #expect(Set(all).count == 5)
    // In terms of X/Open: bits above the character's 8, in this order.
    #expect(strata_underline() == 1 << 17 && strata_reverse() == 1 << 18 && strata_dim() == 1 << 20)
    #expect(strata_bold() == 1 << 21 && strata_italic() == 1 << 31)
  }

  @Test func windowSizeIsTheKernels() {
    let pty = Pseudoterminal(columns: 123, rows: 45)
    var size = winsize()
    #expect(strata_window_size(pty.slave, &size) == 0)
    #expect(size.ws_col == 123 && size.ws_row == 45)
    #expect(strata_window_size(-1, &size) == -1)
  }
}
