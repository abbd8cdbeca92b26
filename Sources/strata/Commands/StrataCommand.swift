import ArgumentParser
import StrataText

/// The root of the commands.
struct StrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strata",
    abstract: "Explore the cloud native landscape: its layers, categories and tools.",
    usage: """
      strata [<options>] [<catalog> ...]
      strata <command> [<options>] ...
      """,
    discussion: """
      Without a catalog strata opens the one it ships. A catalog is a YAML file (strata's own format, or a landscape2 \
      file such as the CNCF's), a folder of them, or '-' for standard input; several are laid over each other. A file \
      that is called like a command is written './list'.

      Examples:
        strata
        strata --lang zh landscape.yml
        curl -sL https://example.org/landscape.yml | strata -
        strata list maturity:graduated
        strata show kubernetes
      """,
    version: Version.text,
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: "Look",
        subcommands: [
          BrowseCommand.self, ShowCommand.self, CompareCommand.self, SearchCommand.self, ListCommand.self,
          TreeCommand.self,
          GuideCommand.self,
          StatsCommand.self,
        ]),
      CommandGroup(
        name: "Work",
        subcommands: [
          DiffCommand.self, ExportCommand.self, CheckCommand.self, ScanCommand.self, StackCommand.self, NewCommand.self,
        ]),
      CommandGroup(
        name: "strata itself",
        subcommands: [
          InfoCommand.self, ConfigCommand.self, KeysCommand.self, SchemaCommand.self, CompletionsCommand.self,
          DebugCommand.self,
        ]),
    ],
    defaultSubcommand: BrowseCommand.self)
}

extension Strata {
  /// Runs what the arguments ask for, and returns the exit status.
  static func run(_ sentence: Sentence) -> Int32 {
    switch sentence {
    case .explore(let invocation): return Exploration(invocation).run()
    case .version:
      Output.write("\(Version.text)\n")
      return 0
    case .complete(let words): return complete(words)
    case .refused(let refusal):
      Output.writeError("strata: \(refusal.sentence)\n")
      return refusal.status
    case .command(let arguments, let shadowed):
      if let shadowed {
        Output.writeError("strata: '\(shadowed)' is the command here; the file of that name is './\(shadowed)'\n")
      }
      return parse(arguments)
    }
  }

  /// What the parser has to say repeats words of the user: it is filtered as all text is.
  private static func parse(_ arguments: [String]) -> Int32 {
    do {
      var command = try StrataCommand.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch let mistake as UsageMistake {
      Output.writeError("strata: \(mistake.sentence)\n")
      return ExitStatus.usage
    } catch {
      let status = StrataCommand.exitCode(for: error).rawValue
      var message = StrataCommand.fullMessage(for: error)
      guard !message.isEmpty else { return status }
      // The parser knows the long one alone; `Sentence` takes the short one before it.
      message = message.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.hasPrefix("  --version     ") ? "  -V, --version" + $0.dropFirst(15) : $0 }.joined(separator: "\n")
      if status == ExitStatus.usage, let slip = ValueSlip(arguments, message: message) { message = slip.message }
      let text = VisibleText(lines: message + "\n")
      if status == 0 { Output.writeLines(text.string) } else { Output.writeError(text) }
      return status
    }
  }
}
