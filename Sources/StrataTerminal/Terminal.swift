// Memory: calls; with the size of the buffer.

import CNcurses
import CStrataSignals
public import Glibc
public import StrataScreen

/// The terminal, behind `Display`: ncurses draws, the keyboard is read byte by byte.
///
///     var terminal = try Terminal()
///     terminal.present(frame)
///     let event = terminal.nextEvent(within: nil)
///
/// The owner of the screen: when the value ends, the terminal is as it was. So it is after a fault, and after a signal
/// that ends the process: the loop is told first (`.terminate`) and has half a second to end in order. There is one
/// terminal a process.
public struct Terminal: ~Copyable, Display {
  public internal(set) var size: Size
  /// Whether text reaches the terminal as UTF-8. Otherwise only ASCII does: draw with ASCII.
  public let isUTF8: Bool

  /// The type that the machine does not know, and the one that it is taken for; nil where it is known.
  public private(set) var substitute: (unknown: String, taken: String)?

  let screen: OpaquePointer
  let output: Int32
  /// Where keys come from, and whether that descriptor is ours to close.
  let keyboard: Int32
  let ownsKeyboard: Bool
  /// Readable when a signal came, or `wake` was called.
  let signals: Int32
  /// Readable when something beside the loop has a word to say.
  public var watched: [Int32] = []

  var decoder: InputDecoder
  /// When the keyboard last sent something.
  var lastKeys = 0
  var palette: Palette
  /// The frame that the terminal shows; nil when that is not known.
  var shown: Frame?
  var cursorIsShown: Bool?
  /// Whether the lines of borders are drawn in the set of them that terminals have had since the VT100, because as characters of
  /// Unicode they would be two columns wide.
  public var drawsBordersOfOld = false
  /// Whether the terminal reports the mouse; otherwise it selects text.
  public private(set) var reportsMouse = false
  /// Signals that came and are not yet events, bit n for signal n.
  var news: UInt64 = 0
  /// One row's changed cells, kept for its storage.
  var run: [cchar_t] = []
  /// What the keyboard sends at once, kept for its storage.
  var received = [UInt8](repeating: 0, count: 1 << 14)

  /// Takes the terminal at descriptor `output`. Keys come from `input` if it is a terminal, otherwise from the process's
  /// own one.
  public init(output: Int32 = STDOUT_FILENO, input: Int32 = STDIN_FILENO) throws(TerminalError) {
    guard isatty(output) == 1 else { throw .outputIsNoTerminal }
    let type = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !type.isEmpty else { throw .noTerminalType }
    let isUTF8 = Terminal.chooseCharacters()
    use_env(false)
    use_tioctl(true)
    let before = Description.Before()
    defer { before.restore() }
    func taken(_ description: Description?) -> Description? {
      description.flatMap { $0.isTaken(at: output) ? $0 : nil }
    }
    guard let description = taken(.own(type)) ?? taken(.usual) else { throw .unknownTerminalType(type) }
    substitute = description.substitute.map { (type, $0) }
    guard strata_capability("cup") != nil else { throw .terminalTypeCannotPlaceCursor(type) }

    let ownsKeyboard = isatty(input) != 1
    let keyboard = ownsKeyboard ? open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC) : input
    guard keyboard >= 0 else { throw .noKeyboard }
    let signals = strata_signals_open(output)
    guard signals >= 0 else {
      let reason = errno
      if ownsKeyboard { close(keyboard) }
      throw .refused(reason)
    }
    let reset = Terminal.resetBytes()
    strata_signals_set_reset(reset, reset.count)
    strata_signals_hold_screen(1)
    guard let screen = strata_newterm(output) else {
      strata_signals_close()
      if ownsKeyboard { close(keyboard) }
      throw .unknownTerminalType(type)
    }
    // Not to look at the keyboard while drawing: that is `nextEvent`'s, and a frame is drawn whole.
    typeahead(-1)
    // Until ncurses has come back from `endwin` it writes at every move of the cursor (`ewInitial` in its lib_mvcur.c):
    // from then on a frame is written in one go. Once there are colours, coming back would also reset the user's palette.
    endwin()
    doupdate()
    // The first frame begins with an empty screen, whatever stands there.
    clearok(strata_newscr(), true)
    self.isUTF8 = isUTF8
    self.output = output
    self.ownsKeyboard = ownsKeyboard
    self.keyboard = keyboard
    self.signals = signals
    self.screen = screen
    decoder = InputDecoder(terminalKeys: Terminal.terminalKeys())
    palette = Palette()
    size = Size(columns: Int(getmaxx(strata_stdscr())), rows: Int(getmaxy(strata_stdscr())))
    raw()
    noecho()
    nonl()
    keypad(strata_stdscr(), true)
    requestReports(true)
    measure()
  }

  deinit {
    leave()
    strata_signals_hold_screen(0)
    delscreen(screen)
    strata_signals_close()
    if ownsKeyboard { close(keyboard) }
  }

  /// Makes `nextEvent` return `.wake`. Safe in any thread.
  public static func wake() { strata_signals_wake() }

  /// Gives the terminal back and stops, as Ctrl-Z does; returns when continued, with nothing of the screen left.
  public mutating func suspend() {
    leave()
    strata_signals_hold_screen(0)
    strata_signals_stop()
    returnToScreen()
  }

  /// Gives the terminal to another program while `body` runs; afterwards nothing of the screen is left.
  public mutating func lend(_ body: () -> Void) {
    leave()
    strata_signals_hold_screen(0)
    body()
    returnToScreen()
  }

  /// Forgets what the terminal shows: the next frame is drawn from nothing.
  public mutating func forgetScreen() {
    clearok(strata_curscr(), true)
    shown = nil
    cursorIsShown = nil
  }

  /// Takes the terminal's modes again, which whoever had it meanwhile may have changed.
  mutating func returnToScreen() {
    strata_signals_hold_screen(1)
    reset_prog_mode()
    keypad(strata_stdscr(), true)
    requestReports(true)
    forgetScreen()
    measure()
  }

  /// Asks for reports of the mouse, or leaves it to the terminal. Until the end, and while the process is stopped the terminal has
  /// it in any case.
  public mutating func reportMouse(_ wanted: Bool) {
    guard wanted != reportsMouse else { return }
    reportsMouse = wanted
    if speaksECMA48 { send(wanted ? Terminal.mouseOn : Terminal.mouseOff) }
  }

  /// Presses, releases and the wheel; moves while a button is held; all in SGR's form, which has no last column.
  private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
  static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"

  private borrowing func leave() {
    requestReports(false)
    endwin()
  }

  /// Takes over the terminal's size where it changed; whether it did.
  @discardableResult
  mutating func measure() -> Bool {
    var window = winsize()
    guard strata_window_size(output, &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return false }
    let measured = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    guard measured != size else { return false }
    resize_term(Int32(measured.rows), Int32(measured.columns))
    size = measured
    forgetScreen()
    return true
  }

  /// What the terminal is to tell beside keys: where a paste begins and ends, and the mouse.
  private borrowing func requestReports(_ wanted: Bool) {
    guard speaksECMA48 else { return }
    send(wanted ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
    if reportsMouse { send(wanted ? Terminal.mouseOn : Terminal.mouseOff) }
  }

  /// Whether the terminal's own sequences are those of ECMA-48: others are asked for no reports. What its type says of the mouse
  /// is not asked: most say nothing, or something old.
  private var speaksECMA48: Bool {
    strata_capability("cup").map { String(cString: $0).hasPrefix("\u{1B}[") } ?? false
  }

  /// Writes past ncurses, which has nothing waiting between two frames.
  borrowing func send(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// What makes the terminal as it was before: no paste marks, no mouse, plain keys, plain colours, a cursor, the main screen.
  private static func resetBytes() -> [UInt8] {
    var bytes = Array((mouseOff + "\u{1B}[?2004l").utf8)
    for name in ["rmkx", "rmacs", "sgr0", "op", "cnorm", "rmcup"] {
      guard let text = strata_capability(name) else { continue }
      bytes.append(contentsOf: withoutPadding(String(cString: text).utf8))
    }
    return bytes
  }

  /// A capability without its `$<delays>`.
  private static func withoutPadding(_ text: String.UTF8View) -> [UInt8] {
    var rest = text[...]
    var bytes: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[rest.index(after: end)...]
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// What the terminal type says its keys send.
  private static func terminalKeys() -> [(bytes: [UInt8], key: Key)] {
    var names: [(String, Key.Code)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ]
    for number in 1...12 { names.append(("kf\(number)", .function(number))) }
    return names.compactMap { name, code in
      guard let text = strata_capability(name) else { return nil }
      let bytes = Array(String(cString: text).utf8)
      // A single control byte would take a key away: those have their meaning everywhere.
      return bytes.count > 1 ? (bytes, Key(code)) : nil
    }
  }
}
