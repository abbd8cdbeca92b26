import ArgumentParser

/// Looks inside, for whoever works on strata.
struct DebugCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug", abstract: "Look inside strata.", shouldDisplay: false,
    subcommands: [DebugYAMLCommand.self, DebugManualCommand.self])
}
