import ArgumentParser
import Glibc
import StrataCatalog
import StrataScreen

/// The command line without a subcommand: opens the explorer.
struct StrataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "strata",
    abstract: "Explore the cloud native landscape: its layers, categories and tools.",
    discussion: """
      Without a catalog strata opens the one it ships. A catalog is a YAML file (strata's own format, or a landscape2 \
      file such as the CNCF's), a folder of them, or '-' for standard input; several are laid over each other. A file \
      that is called like a command is written './list'.
      """,
    // Named for the help and for completion; they are read by `Subcommands`, because here every word is a catalog.
    subcommands: Subcommands.all)

  @Argument(help: ArgumentHelp("The catalogs to open.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "The file of your stack. Repeatable: several stand side by side, keys write to the first.", valueName: "file"))
  var stack: [String] = []

  @Option(
    name: .customLong("lang"), help: "The language to speak; by default the locale's (LC_ALL, LC_MESSAGES, LANG).")
  var language: Language?

  @Option(help: "When to use colours; 'auto' obeys NO_COLOR.")
  var color = Invocation.ColorChoice.auto

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    help: ArgumentHelp("How wide the terminal draws characters such as ● and ─.", valueName: "1|2"))
  var ambiguousWidth = AmbiguousWidth.one

  @Flag(name: .customLong("no-state"), help: "Neither return to the last place nor remember it.")
  var noState = false

  @Option(help: ArgumentHelp("Print one frame as text instead of opening the screen.", valueName: "columnsxrows"))
  var snapshot: SnapshotSize?

  @Option(
    help: ArgumentHelp(
      "Keys to press before the snapshot, such as 'jj<enter>' or '/harbor<ctrl-u>'.", valueName: "keys"))
  var keys: KeyString?

  @Flag(help: "Show the version, and the day of the shipped catalog's facts.")
  var version = false

  mutating func validate() throws {
    try catalogs.requireCatalog(operands: operands)
    if keys != nil, snapshot == nil {
      throw ValidationError("'--keys' needs '--snapshot'; without it, the keys are yours to press")
    }
  }

  mutating func run() throws {
    if version {
      Output.write("\(Version.text)\n")
      return
    }
    throw ExitCode(Exploration(invocation).run())
  }

  var invocation: Invocation {
    var invocation = Invocation()
    invocation.catalogs = catalogs.paths + operands
    let companions = catalogs.companions(operands: operands)
    invocation.guides = companions.guides
    invocation.settings = companions.settings
    invocation.language = language
    invocation.stacks = stack
    invocation.color = color
    invocation.drawsASCII = ascii
    invocation.ambiguousIsWide = ambiguousWidth == .two
    invocation.keepsState = !noState
    invocation.snapshot = snapshot.map { Invocation.Snapshot(size: $0.size, keys: keys?.keys ?? []) }
    return invocation
  }
}
