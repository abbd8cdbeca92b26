import ArgumentParser
import Glibc
import StrataCatalog
import StrataExplorer
import StrataSettings
import StrataText
import StrataYAML

/// Prints what is in force of the configuration, and why; what one may write; what is wrong.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the configuration that is in force, and where each value comes from.",
    discussion: """
      The first of these that is there is the configuration: the file of --config, of $STRATA_CONFIG, \
      $XDG_CONFIG_HOME/strata/config.yaml (~/.config/strata/config.yaml), /etc/xdg/strata/config.yaml. Flags count before \
      the environment, that before the configuration, that before what strata remembers, that before the default.

      Exit status 1: --check found errors. 3: the file cannot be read.

      Examples:
        strata config --print-default > config.yaml     # for ~/.config/strata
        strata config --check config.yaml
        strata config --print-theme dark > mine.yaml    # for ~/.config/strata/themes
      """)

  @Argument(
    help: ArgumentHelp("With --check: the file, where it is not the configuration in force.", valueName: "file"))
  var file: String?

  @Option(help: ArgumentHelp("The configuration to look at; 'none' for none.", valueName: "file"))
  var config: String?

  @Flag(help: "Print every option with what it is, as it is by default.")
  var printDefault = false

  @Flag(help: "Report everything that is wrong in the configuration, and in the theme that it names.")
  var check = false

  @Option(help: ArgumentHelp("Print a theme as a file has it.", valueName: "name"))
  var printTheme: String?

  mutating func validate() throws {
    if file != nil, !check {
      throw ValidationError("a file belongs to '--check'; to look at what it sets: --config FILE")
    }
    if [printDefault, check, printTheme != nil].count(where: { $0 }) > 1 {
      throw ValidationError("one of '--print-default', '--check' and '--print-theme' at a time")
    }
  }

  mutating func run() throws {
    if printDefault { return Output.write(VisibleText(lines: Settings.printedDefault)) }
    let environment = Environment()
    let choice = (file ?? config).map(ConfigurationFile.Choice.init)
    let found = ConfigurationFile.find(choice, environment: environment)
    let themes = ThemeFiles(beside: found, environment: environment)
    if let printTheme { return try print(theme: printTheme, of: themes) }
    let reading = found?.read(themes: themes)
    if check { return try report(on: found, reading, themes) }
    for complaint in reading?.complaints(width: Console(descriptor: STDERR_FILENO).columns) ?? [] {
      Output.writeError(VisibleText(lines: complaint + "\n"))
    }
    // What `z`, `T` and `M` have left behind in the shipped catalog counts, too.
    let preferences = Preferences(
      environment: { environment[$0] }, settings: reading?.settings ?? Settings(),
      saved: StateFile(catalogs: reading?.settings?.catalogs ?? [], environment: environment)?.load())
    Output.writeLines(ConfigCommand.text(of: preferences, source: reading?.source ?? []))
  }

  /// One option a line, as YAML, and behind it where it comes from.
  static func text(of preferences: Preferences, source: [UInt8]) -> String {
    var lines = SourceLines(source[...], columns: TextWidth.columns)
    func place(_ place: Diagnostic.Place) -> String { "\(place.shownSource):\(lines.excerpt(of: place).line)" }
    let entries = preferences.lines.map { line -> (String, String) in
      var origin =
        switch line.origin {
        case .flag(let name), .environment(let name): name
        case .file(let at): place(at)
        case .state: "remembered"
        case .standard: "default"
        }
      if let overridden = line.overridden { origin += ", before \(place(overridden))" }
      return ("\(line.option.rawValue): \(line.value)", origin)
    }
    let width = min(40, entries.map { TextWidth.standard.columns($0.0) }.max() ?? 0)
    return entries.map { entry, origin in
      entry + String(repeating: " ", count: max(1, width + 2 - TextWidth.standard.columns(entry))) + "# \(origin)\n"
    }.joined()
  }

  private func print(theme name: String, of themes: ThemeFiles) throws {
    let (theme, complaints) = themes.theme(name)
    for complaint in complaints { Output.writeError(VisibleText(lines: complaint + "\n")) }
    guard let theme else {
      if complaints.isEmpty {
        let names = themes.all.map { $0.name }
        if let near = Nearest.likely(name, among: names) {
          throw UsageMistake("there is no theme '\(name)'\(UsageMistake.hint(near))")
        }
        throw UsageMistake("there is no theme '\(name)'; there are \(names.joined(separator: ", "))")
      }
      throw ExitCode(ExitStatus.unreadableFile)
    }
    Output.write(VisibleText(lines: theme.yaml))
  }

  private func report(on file: ConfigurationFile?, _ reading: ConfigurationFile.Reading?, _ themes: ThemeFiles) throws {
    guard let file, let reading else {
      Output.write("strata: there is no configuration; 'strata config --print-default' prints one to begin with\n")
      return
    }
    if let failure = reading.failure {
      Output.writeError("strata: \(failure)\n")
      throw ExitCode(ExitStatus.unreadableFile)
    }
    let ofTheme = reading.settings?.theme.map { themes.theme($0).complaints } ?? []
    let complaints = reading.complaints(width: Console().columns) + ofTheme
    for complaint in complaints { Output.writeLines(complaint + "\n") }
    if complaints.isEmpty { Output.writeLines(VisibleText(file.path).string + ": nothing is wrong\n") }
    if !reading.isSound || ofTheme.contains(where: { $0.has(": error: ") }) { throw ExitCode(1) }
  }
}
