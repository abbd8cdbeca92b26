import ArgumentParser
import StrataCatalog
import StrataText

/// Prints tools.
struct ListCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, tsv, markdown, ids
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Print the tools of a catalog, all or those that a query finds.",
    discussion: """
      As text one tool a line; on a terminal with a head and cut to its width. As JSON an array of objects with all that \
      the catalog says of each tool, or the fields that are named. Exit status 1: no tool is found.

      Fields: \(ListField.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        strata list maturity:graduated storage
        strata list --fields id,license,homepage --sort name
        strata list is:retired --format ids
        strata list team.yaml kind:relational --format csv > tools.csv
      """)

  @OptionGroup var choice: ToolChoice

  @Option(help: "How to print.")
  var format = Format.text

  @Option(help: ArgumentHelp("What to print of each tool, with commas between.", valueName: "fields"))
  var fields: FieldList?

  @OptionGroup var languageOption: LanguageOption

  mutating func run() throws {
    let (catalog, tools) = try choice.choose()
    let language = languageOption.language
    let write = { (lines: String) in Output.write(VisibleText(lines: lines)) }
    switch format {
    case .text:
      ListReport.text(
        catalog, tools, fields?.fields ?? ListField.standard, in: language, columns: Console().columns,
        width: { TextWidth.standard.columns($0) }, cut: { TextWidth.standard.truncated($0, columns: $1) }, to: write)
    case .json: ListReport.json(catalog, tools, fields?.fields) { Output.write(VisibleText(json: $0)) }
    case .csv: ToolTable.csv.print(catalog, tools, fields, in: language)
    case .tsv: ToolTable.tsv.print(catalog, tools, fields, in: language)
    case .markdown: ToolTable.markdown.print(catalog, tools, fields, in: language)
    case .ids: ListReport.ids(catalog, tools, to: write)
    }
    if tools.isEmpty { throw ExitCode(ExitStatus.no) }
  }
}
