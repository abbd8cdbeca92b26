import Glibc
import StrataExplorer
import StrataText

/// What standard output, or another descriptor, leads to, where a command prints to it.
struct Console {
  private let environment: Environment
  private let descriptor: Int32
  let isTerminal: Bool

  /// - Parameter isTerminal: nil: as the descriptor is.
  init(environment: Environment = Environment(), descriptor: Int32 = STDOUT_FILENO, isTerminal: Bool? = nil) {
    self.environment = environment
    self.descriptor = descriptor
    self.isTerminal = isTerminal ?? (isatty(descriptor) == 1)
  }

  /// Columns of the terminal; nil where there is none, and a line may be as long as it likes.
  var columns: Int? {
    guard isTerminal else { return nil }
    if let given = environment["COLUMNS"].flatMap({ Int($0) }), given > 0 { return given }
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else { return 80 }
    return Int(window.ws_col)
  }

  /// What is wider than the terminal goes on below.
  var fold: LineFold { LineFold(columns: columns) }

  /// Lines as they fit the terminal: a table or a tree whose lines wrap cannot be read.
  func cut(_ lines: String) -> String {
    guard let columns else { return lines }
    return lines.split(separator: "\n", omittingEmptySubsequences: false)
      .map { TextWidth.standard.truncated(String($0), columns: columns) }.joined(separator: "\n")
  }

  /// Whether the terminal is known to make a link of OSC 8. Within tmux and screen nobody knows.
  var knowsLinks: Bool {
    if let force = environment["FORCE_HYPERLINK"] { return force != "0" }
    guard isTerminal, environment["TMUX"] == nil, environment["STY"] == nil, environment["TERM"] != "dumb" else {
      return false
    }
    if ["iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper"].contains(environment["TERM_PROGRAM"] ?? "") {
      return true
    }
    if ["KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION", "DOMTERM"].contains(where: { environment[$0] != nil }) {
      return true
    }
    if let version = environment["VTE_VERSION"].flatMap({ Int($0) }) { return version >= 5000 }
    let type = environment["TERM"] ?? ""
    return ["kitty", "foot", "alacritty", "ghostty", "wezterm"].contains { type.has($0) }
  }
}
