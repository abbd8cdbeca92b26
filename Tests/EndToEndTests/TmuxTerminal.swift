import Foundation

/// A real terminal emulator with a shell in it: a tmux server of its own.
final class TmuxTerminal {
  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  struct TookTooLong: Error, CustomStringConvertible {
    var description: String
  }

  private let socket = "strata-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
  let folder = TemporaryFolder()

  /// - Parameter environment: for the shell and what it starts, besides a plain UTF-8 setting.
  init(columns: Int, rows: Int, environment: [String: String] = [:]) throws {
    var variables = [
      "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "PS1": "ready> ", "HOME": folder.path,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(Program.profiling) { $1 }
    variables.merge(environment) { $1 }
    let assignments = variables.map { "\($0.key)=\($0.value)" }.sorted()
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i"] + assignments
        + ["TERM=screen-256color", "sh", "-i"])
    try tmux(["set-option", "-g", "status", "off"])
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    try wait { $0.contains("ready>") }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    try Child.run("/usr/bin/tmux", ["-u", "-L", socket] + arguments, environment: ["PATH": "/usr/bin:/bin"]).output
  }

  /// Types text as it stands.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Presses keys by tmux's names: `Down`, `Enter`, `C-z`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types a command at the shell's prompt.
  func enter(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  func start(_ arguments: String = "") throws { try enter("clear; \(Program.path) \(arguments)") }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// The screen as text, without trailing blanks.
  var screen: String {
    get throws {
      try tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n")
        .trimmingCharacters(in: CharacterSet(charactersIn: "\n"))
    }
  }

  /// A value that tmux knows of the terminal, such as `alternate_on`.
  func value(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen is as wanted.
  @discardableResult
  func wait(_ seconds: Double = 15, until isWanted: (String) throws -> Bool) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
      let now = try screen
      if try isWanted(now) { return now }
      guard Date() < end else { throw TookTooLong(description: "after \(seconds) s the screen is:\n\(now)") }
      usleep(30_000)
    }
  }

  /// Waits until the screen is exactly this.
  func wait(for text: String) throws {
    let wanted = text.trimmingCharacters(in: CharacterSet(charactersIn: "\n"))
    do {
      try wait { $0 == wanted }
    } catch let error as TookTooLong {
      throw TookTooLong(description: "\(error)\n-- wanted:\n\(wanted)")
    }
  }

  /// The process that runs in the pane besides the shell.
  var program: pid_t? {
    get throws {
      let shell = try value("pane_pid")
      let path = "/proc/\(shell)/task/\(shell)/children"
      let text = try Child.run("/bin/cat", [path], environment: [:]).output
      return text.split(whereSeparator: \.isWhitespace).last.flatMap { pid_t($0) }
    }
  }
}
