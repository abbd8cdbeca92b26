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
    exit(ExitStatus.notWritten)
  }

  /// Writes lines whose fields have tabs between, which the filter would mark.
  static func writeTabbed(_ lines: String) {
    write(
      lines.split(separator: "\n", omittingEmptySubsequences: false)
        .map { line in
          line.split(separator: "\t", omittingEmptySubsequences: false).map { VisibleText($0) }.joined(separator: "\t")
        }
        .joined(separator: "\n"))
  }

  /// Writes what people read, folded where standard output is a terminal. Escape sequences count as columns: none stands in it.
  static func writeLines(_ text: String) { write(VisibleText(lines: Console().fold.lines(text))) }

  /// Writes a message to standard error, folded where that is a terminal.
  static func writeError(_ text: VisibleText) {
    let fold = Console(descriptor: STDERR_FILENO).fold
    _ = writeAll(fold.columns == nil ? text : VisibleText(lines: fold.lines(text.string)), to: STDERR_FILENO)
  }

  /// Writes over the line that the cursor is in, on standard error; `\r` comes first.
  static func writeProgress(_ text: VisibleText) { _ = writeAll("\r" + text + "\u{1B}[K", to: STDERR_FILENO) }

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

/// What the program ends with: each has one meaning in every command.
enum ExitStatus {
  /// The answer is no: nothing is found, something is wrong or differs, nothing was chosen.
  static let no: Int32 = 1
  /// There is no terminal that could show a screen.
  static let noTerminal: Int32 = 2
  /// A catalog or another file cannot be read, or has errors.
  static let unreadableFile: Int32 = 3
  /// What was asked for is not there: a tool, a chapter, a schema of that name.
  static let unknownName: Int32 = 4
  /// Wrong usage; as the command parser has it.
  static let usage: Int32 = 64
  /// A file or the output cannot be written.
  static let notWritten: Int32 = 74

  /// What each says, for the manual.
  static let meanings: [(status: Int32, meaning: String)] = [
    (0, "It went as asked."),
    (no, "The answer is no: nothing is found, something is wrong or differs, nothing was chosen."),
    (noTerminal, "There is no terminal that could show a screen."),
    (unreadableFile, "A catalog or another file cannot be read, or has errors."),
    (unknownName, "What was named is not there: a tool, a chapter, a schema."),
    (usage, "Wrong usage."),
    (notWritten, "A file or the output cannot be written."),
    (130, "Ended by Ctrl-C."),
    (141, "The reader of the output went away."),
  ]
}
