import ArgumentParser
import StrataText

/// The command line with a subcommand as its first word.
struct Subcommands: ParsableCommand {
  static let all: [any ParsableCommand.Type] = [
    ListCommand.self, SearchCommand.self, CheckCommand.self, StatsCommand.self, ScanCommand.self, StackCommand.self,
    CompareCommand.self,
    DebugCommand.self,
  ]

  /// What a catalog may not be called as the first operand. `help` is the parser's own.
  static let names: Set<String> = ["list", "search", "check", "stats", "scan", "stack", "compare", "debug", "help"]

  static let configuration = CommandConfiguration(commandName: "strata", subcommands: all)
}

extension Strata {
  /// Runs what the arguments ask for, and returns the exit status.
  static func run(_ arguments: [String]) -> Int32 {
    if let first = arguments.first, Subcommands.names.contains(first), arguments != ["help"] {
      return run(Subcommands.self, arguments)
    }
    return run(StrataCommand.self, arguments == ["help"] ? ["--help"] : arguments)
  }

  /// What the parser has to say repeats words of the user: it is filtered as all text is.
  private static func run(_ root: any ParsableCommand.Type, _ arguments: [String]) -> Int32 {
    do {
      var command = try root.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      let status = root.exitCode(for: error).rawValue
      let message = root.fullMessage(for: error)
      guard !message.isEmpty else { return status }
      let text = VisibleText(lines: message + "\n")
      if status == 0 { Output.write(text) } else { Output.writeError(text) }
      return status
    }
  }
}
