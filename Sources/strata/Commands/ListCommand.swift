import ArgumentParser
import StrataCatalog
import StrataText

/// Prints every tool.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print every tool of a catalog.",
    discussion: """
      As text one tool a line: id, name, maturity, category, summary. As JSON an array of objects with all that the \
      catalog says of each tool.
      """)

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

  mutating func run() throws {
    let catalog = try catalogs.load(operands: operands).catalog
    switch format {
    case .text:
      let language = language ?? Language(environment: Environment()) ?? .en
      let width = { TextWidth.standard.columns($0 as String) }
      ListReport.text(catalog, in: language, width: width) { Output.write(VisibleText(lines: $0)) }
    case .json: ListReport.json(catalog) { Output.write(VisibleText(json: $0)) }
    }
  }
}
