// Memory: calls; with the size of the buffer.

import Glibc
import StrataText

/// What is printed outside the screen.
enum Output {
  /// Writes to standard output. A reader that went away ends the program as the signal would; so does a full disk, with
  /// a sentence.
  static func write(_ text: VisibleText) {
    guard let problem = writeAll(text, to: STDOUT_FILENO) else { return }
    if problem == EPIPE { exit(128 + SIGPIPE) }
    writeError("strata: standard output: \(String(cString: strerror(problem)))\n")
    exit(1)
  }

  static func writeError(_ text: VisibleText) { _ = writeAll(text, to: STDERR_FILENO) }

  /// The `errno` of a write that failed.
  private static func writeAll(_ text: VisibleText, to descriptor: Int32) -> Int32? {
    var text = text.string
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
