import ArgumentParser
import StrataCatalog

/// The commands, and what is known of them before the parser is asked: names and options are written in the commands alone,
/// but that would cost more than opening the explorer. `CommandsTests` holds both equal.
enum Commands {
  /// What `strata` alone does.
  static let explorer = "browse"

  static let names: Set<String> = [
    "browse", "list", "search", "show", "tree", "guide", "stats", "diff", "compare", "export", "check", "scan", "stack",
    "new",
    "info", "config", "keys", "schema", "completions", "debug", "help",
  ]

  /// Of commands that consist of others: what these are called.
  static let parts = ["stack": ["init", "export", "import", "help"]]

  /// Those that nobody types.
  static let hidden: Set<String> = ["debug", "help"]

  /// Options that take the word behind them as their value, in every command that has them.
  static let optionsWithValue: Set<String> = [
    "-c", "--catalog", "--guide", "--settings", "--lang", "--color", "--ambiguous-width", "--snapshot", "--keys",
    "--format", "--limit", "--only", "--ignore", "--stack", "--fail-on", "--rings", "--output", "--fields", "--sort",
    "--query", "--at", "--view", "--since", "--width", "--theme", "--config", "--print-theme", "--preset", "--depth",
  ]

  /// The command whose name is nearly the word.
  static func near(_ word: String) -> String? {
    Nearest.likely(word, among: names.subtracting(hidden).sorted())
  }
}
