import StrataScreen
import StrataTerminal
import StrataText

/// A display that carries out what only a terminal can.
protocol Host: Display, ~Copyable {
  /// Gives the terminal back and stops the process; returns when it is continued.
  mutating func suspend()
  /// Gives the terminal to another program while `body` runs.
  mutating func lend(_ body: () -> Void)
  /// Forgets what is shown: the next frame is drawn from nothing.
  mutating func forgetScreen()
  /// Whether the mouse is reported, or the terminal's own.
  mutating func reportMouse(_ wanted: Bool)
  /// Descriptors that are readable when something beside the loop has a word to say.
  var watched: [Int32] { get set }
  /// Puts a text on the clipboard; returns by which way.
  mutating func copy(_ text: VisibleText) throws(Terminal.ClipboardProblem) -> String
}

extension Host where Self: ~Copyable {
  /// Without a terminal there is nothing to give.
  mutating func lend(_ body: () -> Void) { body() }
}

extension Terminal: Host {
  mutating func copy(_ text: VisibleText) throws(ClipboardProblem) -> String {
    for program in ClipboardProgram.all(Environment()) where program.copy(text) { return program.name }
    let way: ClipboardWay = try copy(text)
    return way.rawValue
  }
}

/// A host without a terminal, for `--snapshot`: presses keys, one a frame, and keeps the last frame.
struct Script: Host {
  let size: Size
  private(set) var frame: Frame?
  private var keys: ArraySlice<Key>

  init(size: Size, keys: [Key]) {
    self.size = size
    self.keys = keys[...]
  }

  mutating func present(_ frame: borrowing Frame) { self.frame = copy frame }

  /// The next key only when there is time for it: what a key began is ended before.
  mutating func nextEvent(within milliseconds: Int?) -> Event? {
    guard milliseconds == nil else { return nil }
    return keys.popFirst().map { .key($0) } ?? .terminate(status: 0)
  }

  var watched: [Int32] = []
  mutating func suspend() {}
  mutating func lend(_ body: () -> Void) {}
  mutating func forgetScreen() {}
  mutating func reportMouse(_ wanted: Bool) {}
  mutating func copy(_ text: VisibleText) throws(Terminal.ClipboardProblem) -> String { throw .none }
}
