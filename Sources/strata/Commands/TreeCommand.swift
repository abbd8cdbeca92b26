public import ArgumentParser
public import StrataCatalog
import StrataText

extension TreeReport.Depth: ExpressibleByArgument {}

/// Prints the landscape as a tree.
struct TreeCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "Print layers, categories and tools as a tree.",
    discussion: """
      Examples:
        strata tree
        strata tree --depth tools | less
        strata tree landscape.yml --depth layers --format json
      """)

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How far down.")
  var depth = TreeReport.Depth.categories

  @Option(help: "How to print.")
  var format = Format.text

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var languageOption: LanguageOption

  mutating func run() throws {
    let report = TreeReport(try catalogs.load(operands: operands).catalog, depth: depth)
    switch format {
    case .text:
      let console = Console()
      report.text(in: languageOption.language, drawsASCII: ascii) { Output.write(VisibleText(lines: console.cut($0))) }
    case .markdown: report.markdown(in: languageOption.language) { Output.write(VisibleText(lines: $0)) }
    case .json: report.json { Output.write(VisibleText(json: $0)) }
    }
  }
}
