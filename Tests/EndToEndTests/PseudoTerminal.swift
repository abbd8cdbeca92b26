import Foundation

/// The real binary on a terminal of its own, run to its end.
enum PseudoTerminal {
  struct Failure: Error { var problem: Int32 }

  /// What the headers have as macros that Swift does not see: TIOCSPTLCK, TIOCGPTN, POSIX_SPAWN_SETSID.
  private enum Linux {
    static let unlock: UInt = 0x4004_5431
    static let number: UInt = 0x8004_5430
    static let newSession: Int16 = 0x80
  }

  /// Runs strata with all three descriptors on a terminal that reads nothing.
  ///
  /// - Returns: what the terminal got, its lines ended by line feeds; the exit status.
  static func run(
    _ arguments: [String], columns: Int, environment: [String: String] = [:]
  ) throws -> (output: String, status: Int32) {
    let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard terminal >= 0 else { throw Failure(problem: errno) }
    defer { close(terminal) }
    var (number, isLocked): (UInt32, Int32) = (0, 0)
    guard ioctl(terminal, Linux.unlock, &isLocked) == 0, ioctl(terminal, Linux.number, &number) == 0 else {
      throw Failure(problem: errno)
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 40, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure(problem: errno) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Linux.newSession)
    var variables = ["PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "HOME": "/nonexistent"]
    variables.merge(Program.profiling) { $1 }
    variables.merge(environment) { $1 }
    var words = ([Program.path] + arguments).map { strdup($0) } + [nil]
    var assignments = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + assignments { free(word) } }
    var child: pid_t = 0
    let problem = posix_spawn(&child, Program.path, &actions, &attributes, &words, &assignments)
    guard problem == 0 else { throw Failure(problem: problem) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // The terminal ends with an error once nobody has it open.
    while true {
      let count = read(terminal, &buffer, buffer.count)
      if count > 0 { bytes += buffer[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let output = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    let signal = status & 0x7F
    return (output, signal == 0 ? status >> 8 & 0xFF : 128 + signal)
  }

  /// Lines as they are seen: without colors and links, and of what was written over the last.
  static func lines(_ output: String) -> [String] {
    let sequence = /\u{1B}\[[0-9;?]*[A-Za-z]|\u{1B}\]8;[^\u{1B}]*\u{1B}\\/
    return output.replacing(sequence, with: "").split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.split(separator: "\r").last.map(String.init) ?? "" }
  }

  /// Columns by the East Asian width of what strata prints; written apart from the program's own.
  static func columns(_ line: String) -> Int {
    line.unicodeScalars.reduce(0) { columns, scalar in
      switch scalar.value {
      case 0x0300...0x036F, 0x200B...0x200F, 0xFE00...0xFE0F: columns
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        columns + 2
      default: columns + 1
      }
    }
  }
}
