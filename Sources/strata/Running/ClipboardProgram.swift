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
  func copy(_ text: VisibleText, environment: Environment = Environment()) -> Bool {
    // A file: nobody waits for a reader, as with a pipe.
    guard let file = TemporaryFile.make(Array(text.string.utf8), environment: environment) else { return false }
    guard let child = ChildProcess.start(arguments, input: file.descriptor) else { return false }
    return ChildProcess.wait(for: child, milliseconds: Self.patience) == 0
  }
}
