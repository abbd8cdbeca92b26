import Glibc
import StrataExplorer
import StrataThreads

/// Hands addresses to the user's browser: without a shell, with its output kept off the screen.
struct Opener: Sendable {
  /// The programs to try, each with its arguments; `%s` stands for the address.
  private let commands: [[String]]

  init(environment: Environment) {
    if let browsers = environment["BROWSER"] {
      commands = browsers.split(separator: ":").map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    } else if environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil {
      commands = [["xdg-open"]]
    } else {
      commands = []
    }
  }

  /// - Parameter later: called from another thread when the browser says afterwards that it could not.
  func open(_ address: WebAddress, later: @escaping @Sendable (Outcome) -> Void) -> Outcome {
    for command in commands {
      var arguments = command.map { $0 == "%s" ? address.text : $0 }
      if !command.contains("%s") { arguments.append(address.text) }
      guard let child = Opener.spawn(arguments) else { continue }
      startThread {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if status != 0 { later(.showAddress(url: address.text)) }
      }
      return .opened(url: address.text)
    }
    return .showAddress(url: address.text)
  }

  /// The process's id; nil where the program cannot be started.
  private static func spawn(_ arguments: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: Ctrl-C and the end of this terminal are not for the browser. Signals as a shell gives them.
    var all = sigset_t()
    sigfillset(&all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    var words = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0]!, &actions, &attributes, &words, environ) == 0 ? child : nil
  }
}
