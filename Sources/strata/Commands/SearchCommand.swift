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
      Every word must occur somewhere; a category or kind that the words name comes first, then its tools. 'word is a \
      whole word, "a phrase" stays together, ^prefix, suffix$, !not or -not, a | b, and fields: maturity:graduated, \
      layer:runtime, category:database, kind:relational, license:apache, is:retired, since:>2020. Chinese is found by \
      character and by pinyin. Of each text the first 64 kB are searched. As text each hit has a line with its name, maturity and category, and one with its summary or the text \
      that has the words; as JSON it is an object of an array. Exit status 1: nothing found; what is \
      printed then is similar.

      Examples:
        strata search service mesh maturity:graduated
        strata search 日志 --lang zh
        strata search 'log aggregation' --explain --limit 5
        strata search mesh --format json | jq -r '.[].id'
      """)

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "word"))
  var words: [String]

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @OptionGroup var languageOption: LanguageOption

  @Option(help: "When to mark what matched; 'auto' obeys NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, CLICOLOR.")
  var color = Invocation.ColorChoice.auto

  @Option(help: "The largest number of hits to print.")
  var limit: Int?

  @Flag(help: "Say of each hit why it is one.")
  var explain = false

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' must not be negative") }
  }

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    let report = SearchReport(Query(words.joined(separator: " ")), in: catalog, limit: limit)
    switch format {
    case .text:
      let language = languageOption.language
      let mark = mark
      Output.write(
        report.text(in: language, explains: explain, fold: Console().fold) { part in
          mark.map { "\u{1B}[\($0)m\(part)\u{1B}[0m" } ?? part
        })
    case .json: Output.write(VisibleText(json: report.json(explains: explain)))
    }
    for note in report.notes { Output.writeError("strata: \(note)\n") }
    if !report.isFound { throw ExitCode(ExitStatus.no) }
  }

  /// The terminal's numbers for the marks of what matched: bold, underlined, red. Nil where nothing is marked.
  private var mark: String? {
    let environment = Environment()
    let isTerminal = isatty(STDOUT_FILENO) == 1
    if color.isColored(environment: environment, isTerminal: isTerminal) { return "1;4;31" }
    return color == .auto && isTerminal && environment["TERM"] != "dumb" ? "1;4" : nil
  }
}
