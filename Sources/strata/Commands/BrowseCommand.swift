import ArgumentParser
import Glibc
import StrataCatalog
import StrataExplorer
import StrataScreen

/// Opens the explorer: what `strata` alone does.
struct BrowseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Commands.explorer, abstract: "Open the explorer; 'strata' alone does so, too.",
    discussion: """
      Exit status 0, 130 after Ctrl-C, 2 without a terminal, 3 for a catalog that cannot be read; with --pick 1 where \
      nothing was chosen.

      Examples:
        strata browse team.yaml --view map
        strata browse --at harbor
        strata browse --query 'maturity:graduated storage'
        helm show chart $(strata browse --pick)
        strata browse --theme dark --view map --snapshot 120x40 --svg > map.svg
      """)

  @Argument(help: ArgumentHelp("The catalogs to open.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(
    help: ArgumentHelp(
      "The file of your stack. Repeatable: several stand side by side, keys write to the first.", valueName: "file"))
  var stack: [String] = []

  @OptionGroup var languageOption: LanguageOption

  @Option(help: "When to use colors; 'auto' obeys NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, CLICOLOR.")
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

  @Flag(help: "Print the snapshot as an SVG picture.")
  var svg = false

  @Option(help: ArgumentHelp("Begin there: the id or name of a tool, category or layer.", valueName: "name"))
  var at: String?

  @Option(help: ArgumentHelp("Begin with this query over the lists.", valueName: "query"))
  var query: String = ""

  @Option(
    help: ArgumentHelp("Begin with this view: \(ViewName.allValueStrings.joined(separator: ", ")).", valueName: "view"))
  var view: ViewName?

  @Option(
    help: ArgumentHelp(
      "The color theme: \(StrataExplorer.Theme.builtIn.map(\.name).joined(separator: ", ")), or one of your own.",
      valueName: "name"))
  var theme: String?

  @Flag(inversion: .prefixedNo, help: "Whether the mouse works in strata; by default it does.")
  var mouse: Bool?

  @Flag(help: "Line by line, numbered, without a screen: for screen readers, braille lines and pipes.")
  var accessible = false

  @Option(
    help: ArgumentHelp(
      "The configuration; 'none' for none. By default $STRATA_CONFIG, then ~/.config/strata/config.yaml.",
      valueName: "file"))
  var config: String?

  @Flag(help: "Choose: Enter prints the id of what is selected, and ends.")
  var pick = false

  mutating func validate() throws {
    try catalogs.requireCatalog(operands: operands)
    if keys != nil, snapshot == nil {
      throw ValidationError("'--keys' needs '--snapshot'; without it, the keys are yours to press")
    }
    if svg, snapshot == nil { throw ValidationError("'--svg' is a form of '--snapshot'") }
  }

  mutating func run() throws {
    throw ExitCode(Exploration(invocation).run())
  }

  var invocation: Invocation {
    var invocation = Invocation()
    invocation.catalogs = catalogs.paths + operands
    let companions = catalogs.companions(operands: operands)
    invocation.guides = companions.guides
    invocation.settings = companions.settings
    invocation.language = languageOption.chosen
    invocation.stacks = stack
    invocation.color = color
    invocation.drawsASCII = ascii
    invocation.ambiguousIsWide = ambiguousWidth == .two
    invocation.keepsState = !noState
    invocation.snapshot = snapshot.map { Invocation.Snapshot(size: $0.size, keys: keys?.keys ?? [], isPicture: svg) }
    invocation.place = at
    invocation.query = query
    invocation.view = view?.view
    invocation.picks = pick
    invocation.theme = theme
    invocation.usesMouse = mouse
    invocation.isAccessible = accessible ? true : nil
    invocation.configuration = config.map(ConfigurationFile.Choice.init)
    return invocation
  }
}
