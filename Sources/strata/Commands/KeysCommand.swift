public import ArgumentParser
import StrataCatalog
public import StrataExplorer
import StrataSettings
import StrataText

/// Prints which key does what, as it is configured.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Print which key does what, where, and the actions that the configuration names.",
    discussion: """
      Examples:
        strata keys
        strata keys --config none
        strata keys --preset vim
        strata keys --format markdown
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  @Option(help: ArgumentHelp("The configuration to look at; 'none' for none.", valueName: "file"))
  var config: String?

  @Option(help: "A preset's keys, and not those of the configuration.")
  var preset: KeyMap.Preset?

  @Option(help: "How to print.")
  var format = Format.text

  mutating func run() throws {
    let map = preset.map(KeyMap.preset) ?? configured
    switch format {
    case .markdown: Output.write(VisibleText(lines: map.markdown + "\n"))
    case .json: Output.write(VisibleText(json: KeysCommand.json(map.tableRows)))
    case .text: Output.write(VisibleText(lines: Console().cut(KeysCommand.text(map.tableRows))))
    }
  }

  private var configured: KeyMap {
    let environment = Environment()
    let file = ConfigurationFile.find(config.map(ConfigurationFile.Choice.init), environment: environment)
    let reading = file?.read(themes: ThemeFiles(beside: file, environment: environment))
    for complaint in reading?.complaints ?? [] { Output.writeError(VisibleText(lines: complaint + "\n")) }
    return reading?.settings?.keyMap ?? .standard
  }

  /// A row a line, in columns.
  static func text(_ rows: [KeyMap.Row]) -> String {
    let table =
      [["ACTION", "KEYS", "WHERE", "WHAT"]]
      + rows.map { [$0.action, $0.keys.joined(separator: " "), $0.modes.joined(separator: " "), $0.title] }
    let widths = (0..<3).map { column in table.map { TextWidth.standard.columns($0[column]) }.max() ?? 0 }
    return table.map { row in
      (0..<3).map { column in
        let text = row[column]
        return text + String(repeating: " ", count: widths[column] - TextWidth.standard.columns(text) + 2)
      }.joined() + row[3] + "\n"
    }.joined()
  }

  static func json(_ rows: [KeyMap.Row]) -> String {
    func list(_ words: [String]) -> String { "[\(words.map(JSONText.quoted).joined(separator: ", "))]" }
    let objects = rows.map { row in
      "  {\"action\": \(JSONText.quoted(row.action)), \"keys\": \(list(row.keys)), \"modes\": \(list(row.modes)), "
        + "\"title\": \(JSONText.quoted(row.title))}"
    }
    return "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }
}

extension KeyMap.Preset: ExpressibleByArgument {}
