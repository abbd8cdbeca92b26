import ArgumentParser
import StrataCatalog
import StrataText

/// Reports everything that is wrong in catalogs.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Report everything that is wrong in a catalog.",
    discussion: "Exit status 1: there are errors; with --strict, or warnings. 3: a file cannot be read at all.")

  /// How findings are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, github
  }

  @Argument(help: ArgumentHelp("The catalogs; by default the one strata ships.", valueName: "catalog"))
  var operands: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print; 'github' annotates the lines of a change there.")
  var format = Format.text

  @Flag(help: "Fail on warnings, too.")
  var strict = false

  mutating func run() throws {
    let inputs = try inputs()
    let sources = inputs.flatMap { $0.files + [$0.guide, $0.settings].compactMap { $0 } }
    let (_, diagnostics) = Catalog.read(inputs, shipped: ShippedCatalog.open(), scrutiny: .checking)
    let report = CheckReport(
      diagnostics, source: { name in sources.first { $0.name == name }?.bytes }, columns: TextWidth.columns)
    switch format {
    case .text: Output.write(VisibleText(lines: report.text))
    case .json: Output.write(VisibleText(json: report.json))
    case .github: Output.write(VisibleText(lines: report.github))
    }
    if report.errorCount > 0 || strict && report.warningCount > 0 { throw ExitCode(1) }
  }

  private func inputs() throws -> [Catalog.Input] {
    try catalogs.requireCatalog(operands: operands)
    let paths = catalogs.paths + operands
    if paths.isEmpty { return [Catalog.Input(files: ShippedCatalog.sources)] }
    do {
      let order = catalogs.companions(operands: operands)
      return try CatalogFiles(operands: paths, guides: order.guides, settings: order.settings).read { _ in }
    } catch {
      Output.writeError("strata: \(error.sentence)\n")
      throw ExitCode(ExitStatus.unreadableCatalog)
    }
  }
}
