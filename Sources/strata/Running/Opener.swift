import Glibc
import StrataExplorer
import StrataSettings
import StrataThreads

/// Hands addresses to the user's browser: without a shell, with its output kept off the screen.
struct Opener: Sendable {
  /// The programs to try, each with its arguments; `%s` stands for the address.
  private let commands: [[String]]

  /// - Parameter chosen: what the configuration says; nil: nothing.
  init(environment: Environment, chosen: Settings.Opener? = nil) {
    if let chosen {
      switch chosen {
      case .none: commands = []
      case .command(let words): commands = [words]
      }
    } else if let browsers = environment["BROWSER"] {
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
      guard let child = ChildProcess.start(arguments) else { continue }
      startThread {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        if status != 0 { later(.showAddress(url: address.text)) }
      }
      return .opened(url: address.text)
    }
    return .showAddress(url: address.text)
  }
}
