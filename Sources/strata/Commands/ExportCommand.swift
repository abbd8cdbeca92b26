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
      yaml is strata's own format: what is read of a landscape2 file, its guide and its settings stands in it whole, and \
      --format landscape2 makes such files of it again. What strata added of its own is left out of both; so are \
      logos, which strata does not read and landscape2 wants. Exit status 1: no tool is found.

      Examples:
        strata export landscape.yml --format yaml > team.yaml
        strata export maturity:graduated --format csv > graduated.csv
        strata export team.yaml --format landscape2 --output site
        strata export --format json | jq '.[].license' | sort | uniq -c
      """)

  @OptionGroup var choice: ToolChoice

  @Option(help: "The form.")
  var format = Format.json

  @Option(help: ArgumentHelp("What a table has of each tool, with commas between.", valueName: "fields"))
  var fields: FieldList?

  @Option(
    help: ArgumentHelp(
      """
      With --format landscape2: the folder to write landscape.yml, guide.yml and settings.yml to. Without it the data alone are \
      printed.
      """, valueName: "folder"))
  var output: String?

  @OptionGroup var languageOption: LanguageOption

  mutating func validate() throws {
    if output != nil, format != .landscape2 {
      throw ValidationError("'--output' belongs to '--format landscape2', which is several files; others are printed")
    }
  }

  mutating func run() throws {
    let (catalog, tools) = try choice.choose()
    let language = languageOption.language
    let part = tools.count == catalog.toolCount ? nil : tools
    switch format {
    case .json: ListReport.json(catalog, tools, fields?.fields) { Output.write(VisibleText(json: $0)) }
    case .yaml: NativeWriter(catalog, tools: part).text { Output.write(VisibleText(json: $0)) }
    case .landscape2: try write(Landscape2Writer(catalog, tools: part))
    case .csv: ToolTable.csv.print(catalog, tools, fields, in: language)
    case .tsv: ToolTable.tsv.print(catalog, tools, fields, in: language)
    case .markdown: ToolTable.markdown.print(catalog, tools, fields, in: language)
    }
    if tools.isEmpty { throw ExitCode(ExitStatus.no) }
  }

  /// To the folder, or the data alone to standard output.
  private func write(_ landscape: Landscape2Writer) throws {
    let companions = [("guide.yml", landscape.guide), ("settings.yml", landscape.settings)].filter { !$0.1.isEmpty }
    guard let output else {
      landscape.text { Output.write(VisibleText(json: $0)) }
      if !companions.isEmpty {
        let names = companions.map { $0.0.prefix { $0 != "." } }.joined(separator: " and ")
        Output.writeError("strata: the \(names) are left out; '--output FOLDER' writes all files\n")
      }
      return
    }
    var data = ""
    landscape.text { data += $0 }
    // Files of somebody's own have more in them than strata reads: none is written over.
    let files = [("landscape.yml", data)] + companions
    try StarterFile.write(files.map { (path: "\(output)/\($0.0)", text: $0.1) })
    Output.writeError("strata: wrote \(files.map(\.0).joined(separator: ", ")) to \(output)\n")
  }
}
