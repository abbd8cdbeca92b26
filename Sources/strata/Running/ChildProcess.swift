// Memory: calls; words that end with a zero.

import Glibc

/// Another program beside strata, or in its place for a while.
enum ChildProcess {
  /// Starts a program without a shell, with its output kept off the screen.
  ///
  /// - Parameter input: the descriptor of its standard input; nil for nothing.
  /// - Returns: the process's id; nil where the program cannot be started.
  static func start(_ arguments: [String], input: Int32? = nil) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      if descriptor == STDIN_FILENO, let input {
        posix_spawn_file_actions_adddup2(&actions, input, descriptor)
      } else {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    // A group of its own: Ctrl-C and the end of this terminal are not for it.
    return spawn(arguments, &actions, hasOwnGroup: true)
  }

  /// Runs a program that has the terminal, until it ends. Returns whether it ended well.
  static func runInForeground(_ arguments: [String]) -> Bool {
    guard let child = spawn(arguments, nil, hasOwnGroup: false) else { return false }
    var status: Int32 = 0
    while true {
      let waited = waitpid(child, &status, WUNTRACED)
      if waited < 0, errno == EINTR { continue }
      guard waited == child else { return false }
      // Stopped: nobody else would wake it, for strata has the terminal.
      if status & 0xFF == 0x7F { kill(child, SIGCONT) } else { return status == 0 }
    }
  }

  /// Signals are as a shell gives them.
  private static func spawn(
    _ arguments: [String], _ actions: UnsafePointer<posix_spawn_file_actions_t>?, hasOwnGroup: Bool
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    let group = hasOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
    var words = arguments.map { strdup(RawPath.bytes(of: $0)) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0]!, actions, &attributes, &words, environ) == 0 ? child : nil
  }

  /// The exit status of a child that ends within so many milliseconds; nil for one that does not: it is left to itself.
  static func wait(for child: pid_t, milliseconds: Int) -> Int32? {
    var status: Int32 = 0
    for _ in 0..<max(1, milliseconds / 5) {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
      if ended < 0, errno != EINTR { return nil }
      usleep(5000)
    }
    return nil
  }
}
