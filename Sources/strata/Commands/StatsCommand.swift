import ArgumentParser
import StrataCatalog
import StrataText

/// Prints what a catalog counts.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count the layers, categories, tools and maturities of a catalog.")

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

  mutating func run() throws {
    let report = StatsReport(try catalogs.load(operands: operands).catalog)
    switch format {
    case .text:
      let language = language ?? Language(environment: Environment()) ?? .en
      Output.write(VisibleText(lines: report.text(in: language) { TextWidth.standard.columns($0) }))
    case .json: Output.write(VisibleText(json: report.json))
    }
  }
}
