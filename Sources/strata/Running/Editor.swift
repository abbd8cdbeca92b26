/// The person's own editor, for texts that are too long for a prompt.
struct Editor {
  private let environment: Environment
  private let command: String

  /// `$VISUAL`, else `$EDITOR`, else vi.
  init(environment: Environment) {
    self.environment = environment
    command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
  }

  /// Edits a text in a file that is gone afterwards. Takes the terminal, which has to be given back before.
  ///
  /// - Returns: nil where the editor failed, or said so.
  func edit(_ text: String) -> String? {
    let whole = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    guard let file = TemporaryFile.make(Array(whole.utf8), suffix: ".md", environment: environment),
      // As git starts it: through the shell, because people write `EDITOR="code --wait"`.
      ChildProcess.runInForeground(["/bin/sh", "-c", command + " \"$1\"", "sh", file.path]),
      let edited = try? FileReader.read(file.path), edited.count <= Editor.limit,
      var result = String(validating: edited, as: UTF8.self)
    else { return nil }
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }

  /// Bytes of a note.
  private static let limit = 1 << 16
}
