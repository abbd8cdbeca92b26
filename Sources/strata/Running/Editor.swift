// Memory: calls; names and arguments that end with a zero.

import Glibc

/// The person's own editor, for texts that are too long for a prompt.
struct Editor {
  private let command: String

  /// `$VISUAL`, else `$EDITOR`, else vi.
  init(environment: Environment) {
    command = environment["VISUAL"] ?? environment["EDITOR"] ?? "vi"
  }

  /// Edits a text in a file that is gone afterwards. Takes the terminal, which has to be given back before.
  ///
  /// - Returns: nil where the editor failed, or said so.
  func edit(_ text: String) -> String? {
    let folder = Environment()["TMPDIR"] ?? "/tmp"
    var template = Array("\(folder)/strata-note-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0 else { return nil }
    let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    defer { unlink(path) }
    let bytes = Array((text.isEmpty || text.hasSuffix("\n") ? text : text + "\n").utf8)
    let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
    guard close(descriptor) == 0, isWritten, Editor.run(command, path) else { return nil }
    guard let edited = try? FileReader.read(path), edited.count <= Editor.limit,
      var result = String(validating: edited, as: UTF8.self)
    else { return nil }
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }

  /// Bytes of a note.
  private static let limit = 1 << 16

  /// As git starts it: through the shell, because people write `EDITOR="code --wait"`.
  private static func run(_ command: String, _ path: String) -> Bool {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let script = command + " \"$1\""
    let arguments: [String] = ["sh", "-c", script, "sh", path]
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, &attributes, &words, environ) == 0 else { return false }
    var status: Int32 = 0
    while true {
      let waited = waitpid(child, &status, WUNTRACED)
      if waited < 0, errno == EINTR { continue }
      guard waited == child else { return false }
      // Stopped: nobody else would wake it, for strata has the terminal.
      if status & 0xFF == 0x7F { kill(child, SIGCONT) } else { return status == 0 }
    }
  }
}
