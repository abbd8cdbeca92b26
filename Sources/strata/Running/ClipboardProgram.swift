// Memory: calls; with the size of the buffer.

import Glibc
import StrataText

/// A program that knows the clipboard better than the terminal does, which may drop what it is asked to keep without a word.
struct ClipboardProgram: Equatable {
  /// As the toast names it.
  var name: String
  var arguments: [String]

  /// Those to try, the likeliest first. Over SSH a display is that of the other machine: there the terminal is asked.
  static func all(_ environment: Environment) -> [ClipboardProgram] {
    // -w hands it on to the terminal outside, whatever that lets through.
    if environment["TMUX"] != nil {
      return [ClipboardProgram(name: "tmux", arguments: ["tmux", "load-buffer", "-w", "-"])]
    }
    guard environment["SSH_TTY"] == nil, environment["SSH_CONNECTION"] == nil else { return [] }
    var programs: [ClipboardProgram] = []
    if environment["WAYLAND_DISPLAY"] != nil {
      programs.append(ClipboardProgram(name: "wl-copy", arguments: ["wl-copy"]))
    }
    if environment["DISPLAY"] != nil {
      programs.append(ClipboardProgram(name: "xclip", arguments: ["xclip", "-selection", "clipboard"]))
    }
    return programs
  }

  /// Milliseconds that a program may take; what takes longer has perhaps copied, and nobody knows.
  private static let patience = 500

  /// Whether the program took the text.
  func copy(_ text: VisibleText) -> Bool {
    // A file without a name: nobody waits for a reader, as with a pipe.
    var name = Array("/tmp/strata-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return false }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    defer { close(file) }
    unlink(name)
    var rest = Array(text.string.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      rest = rest.dropFirst(max(0, count))
    }
    lseek(file, 0, SEEK_SET)
    guard let child = ChildProcess.start(arguments, input: file) else { return false }
    return ChildProcess.wait(for: child, milliseconds: Self.patience) == 0
  }
}
