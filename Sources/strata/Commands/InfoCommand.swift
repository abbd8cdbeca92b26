import ArgumentParser
import Glibc
import StrataCatalog
import StrataText

/// Prints what strata is, and what it finds around it: for whoever reports a mistake.
struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Print the version, the paths, the terminal and the locale.",
    discussion: """
      Examples:
        strata info
        strata info --format json
      """)

  @Option(help: "How to print.")
  var format = OutputFormat.text

  mutating func run() throws {
    let facts = InfoCommand.facts(Environment(), Console())
    switch format {
    case .text:
      let width = facts.map { $0.key.utf8.count }.max() ?? 0
      let fold = Console().fold
      for fact in facts {
        let gap = String(repeating: " ", count: width - fact.key.utf8.count + 2)
        let value = VisibleText(fact.value ?? "not set")
        Output.write(VisibleText(lines: fold.row(fact.key + gap, value.string) + "\n"))
      }
    case .json:
      let members = facts.map { (key: $0.key, value: $0.value.map(JSONText.quoted) ?? "null") }
      Output.write(VisibleText(json: JSONText.object(members) + "\n"))
    }
  }

  /// In the order of the report; nil for what is not there.
  static func facts(_ environment: Environment, _ console: Console) -> [(key: String, value: String?)] {
    let catalog = ShippedCatalog.open()
    var facts: [(key: String, value: String?)] = [
      ("version", Version.number), ("commit", Version.commit),
      ("catalog", "\(catalog.toolCount) tools, facts of \(catalog.string(catalog.landscape.asOf))"),
      ("program", RawPath.resolved("/proc/self/exe")),
      ("state", StateFile.folder(environment)),
      ("stack", StackFile.find(option: nil, environment: environment)?.path),
    ]
    let isTerminal = console.isTerminal
    let isColored = Invocation.ColorChoice.auto.isColored(environment: environment, isTerminal: isTerminal)
    facts += [
      ("terminal", isTerminal ? environment["TERM"] : nil),
      ("columns", console.columns.map { "\($0)" }),
      ("colors", isColored ? "yes" : "no"),
      ("links", console.knowsLinks ? "yes" : "no"),
      ("language", (Language(environment: environment) ?? .en).rawValue),
    ]
    let variables = [
      "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "TERM", "COLORTERM", "TERM_PROGRAM", "TMUX", "STY", "NO_COLOR",
      "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLUMNS", "TERMINFO", "XDG_STATE_HOME", "XDG_DATA_HOME",
      "XDG_CONFIG_HOME", "STRATA_STACK", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY",
    ]
    return facts + variables.map { ("$" + $0, environment[$0]) }.filter { $0.1 != nil }
  }
}
