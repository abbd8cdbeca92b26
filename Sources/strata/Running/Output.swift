import Glibc
import StrataScreen

/// What is printed outside the screen. All of it is filtered: paths and catalogs are other people's text.
enum Output {
  /// Writes to standard output. A reader that went away ends the program as the signal would; so does a full disk, with
  /// a sentence.
  static func write(_ text: String) { writeRaw(TextWidth.visible(text)) }

  static func writeError(_ text: String) {
    _ = writeAll(TextWidth.visible(text), to: STDERR_FILENO)
  }

  /// Writes text whose controls are escaped already, such as JSON.
  static func writeRaw(_ text: String) {
    guard let problem = writeAll(text, to: STDOUT_FILENO) else { return }
    if problem == EPIPE { exit(128 + SIGPIPE) }
    writeError("strata: standard output: \(String(cString: strerror(problem)))\n")
    exit(1)
  }

  /// The `errno` of a write that failed.
  private static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, bytes.baseAddress! + rest.startIndex, rest.count)
        if count < 0, errno != EINTR { return errno }
        rest = rest.dropFirst(max(0, count))
      }
      return nil
    }
  }
}

/// What the program ends with. A usage error is 64, as the command parser has it.
enum ExitStatus {
  static let noTerminal: Int32 = 2
  static let unreadableCatalog: Int32 = 3
}
