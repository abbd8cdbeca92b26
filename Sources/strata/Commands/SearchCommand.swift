import ArgumentParser
import Glibc
import StrataCatalog
import StrataSearch
import StrataText

/// Searches as the screen does, and prints the hits, best first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the layers, categories and tools that match, best first.",
    discussion: """
      Every word must occur somewhere. 'word is a whole word, "a phrase" stays together, ^prefix, suffix$, !not, and \
      fields: maturity:graduated, layer:runtime, category:database, license:apache. Chinese is found by character and by \
      pinyin. As text each hit has a line with its name, maturity and category, and one with its summary or the text \
      that has the words; as JSON it is an object of an array. Exit status 1: nothing found.
      """)

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "word"))
  var words: [String]

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

  @Option(help: "When to mark what matched; 'auto' does in a terminal, and obeys NO_COLOR.")
  var color = Invocation.ColorChoice.auto

  @Option(help: "The largest number of hits to print.")
  var limit: Int?

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' must not be negative") }
  }

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    let report = SearchReport(Query(words.joined(separator: " ")), in: catalog, limit: limit)
    switch format {
    case .text:
      let language = language ?? Language(environment: Environment()) ?? .en
      let mark = mark
      Output.write(
        report.text(in: language) { part in
          mark.map { "\u{1B}[\($0)m\(part)\u{1B}[0m" } ?? part
        })
    case .json: Output.write(VisibleText(json: report.json))
    }
    if report.total == 0 {
      Output.writeError("strata: \(report.nothing)\n")
      throw ExitCode(1)
    }
  }

  /// The terminal's numbers for the marks of what matched: bold, underlined, red. Nil where nothing is marked.
  private var mark: String? {
    let environment = Environment()
    switch color {
    case .always: return "1;4;31"
    case .never: return nil
    case .auto:
      guard isatty(STDOUT_FILENO) == 1, environment["TERM"] != "dumb" else { return nil }
      return environment["NO_COLOR"] == nil ? "1;4;31" : "1;4"
    }
  }
}
