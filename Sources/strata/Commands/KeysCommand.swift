public import ArgumentParser
import Glibc
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
    case .text: Output.write(VisibleText(lines: KeysCommand.text(map.tableRows, fold: Console().fold)))
    }
  }

  private var configured: KeyMap {
    let environment = Environment()
    let file = ConfigurationFile.find(config.map(ConfigurationFile.Choice.init), environment: environment)
    let reading = file?.read(themes: ThemeFiles(beside: file, environment: environment))
    for complaint in reading?.complaints(width: Console(descriptor: STDERR_FILENO).columns) ?? [] {
      Output.writeError(VisibleText(lines: complaint + "\n"))
    }
    return reading?.settings?.keyMap ?? .standard
  }

  /// A row a line, in columns.
  static func text(_ rows: [KeyMap.Row], fold: LineFold) -> String {
    let table =
      [["ACTION", "KEYS", "WHAT", "WHERE"]]
      + rows.map { [$0.action, $0.keys.joined(separator: " "), $0.title, $0.modes.joined(separator: " ")] }
    let width = TextWidth.standard
    // A few of the titles are long.
    let widths = (0..<3).map { column in min(28, table.map { width.columns($0[column]) }.max() ?? 0) }
    return table.map { row in
      let cells = (0..<3).map { column in
        row[column] + String(repeating: " ", count: max(0, widths[column] - width.columns(row[column])) + 2)
      }
      let isWhole = width.columns(cells.joined() + row[3]) <= fold.columns ?? .max
      return fold.row(cells[0] + cells[1], isWhole ? cells[2] + row[3] : "\(row[2]) · \(row[3])") + "\n"
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
