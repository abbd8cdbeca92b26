import ArgumentParser
import StrataCatalog
import StrataText

/// Prints a catalog in a form that other programs read.
struct ExportCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, yaml, landscape2, csv, tsv, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Print a catalog, or what of it a query finds, for other programs.",
    discussion: """
      yaml is strata's own format: what is read from a landscape2 file stands in it whole, and --format landscape2 makes a \
      landscape2 data file of it again. What strata added of its own is left out of both. Exit status 1: no tool is found.

      Examples:
        strata export landscape.yml --format yaml > team.yaml
        strata export maturity:graduated --format csv > graduated.csv
        strata export team.yaml --format landscape2 > landscape.yml
        strata export --format json | jq '.[].license' | sort | uniq -c
      """)

  @OptionGroup var choice: ToolChoice

  @Option(help: "The form.")
  var format = Format.json

  @Option(help: ArgumentHelp("What a table has of each tool, with commas between.", valueName: "fields"))
  var fields: FieldList?

  @OptionGroup var languageOption: LanguageOption

  mutating func run() throws {
    let (catalog, tools) = try choice.choose()
    let language = languageOption.language
    let part = tools.count == catalog.toolCount ? nil : tools
    switch format {
    case .json: ListReport.json(catalog, tools, fields?.fields) { Output.write(VisibleText(json: $0)) }
    case .yaml: NativeWriter(catalog, tools: part).text { Output.write(VisibleText(json: $0)) }
    case .landscape2: Landscape2Writer(catalog, tools: part).text { Output.write(VisibleText(json: $0)) }
    case .csv: ToolTable.csv.print(catalog, tools, fields, in: language)
    case .tsv: ToolTable.tsv.print(catalog, tools, fields, in: language)
    case .markdown: ToolTable.markdown.print(catalog, tools, fields, in: language)
    }
    if tools.isEmpty { throw ExitCode(ExitStatus.no) }
  }
}
