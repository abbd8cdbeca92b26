import ArgumentParser
import StrataCatalog
import StrataText

/// Prints what a catalog counts.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count the layers, categories, tools and maturities of a catalog.",
    discussion: """
      Examples:
        strata stats
        strata stats landscape.yml --format json | jq .tools
      """)

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @OptionGroup var languageOption: LanguageOption

  mutating func run() throws {
    let report = StatsReport(try catalogs.load(operands: operands).catalog)
    switch format {
    case .text:
      let language = languageOption.language
      Output.writeLines(report.text(in: language) { TextWidth.standard.columns($0) })
    case .json: Output.write(VisibleText(json: report.json))
    }
  }
}
