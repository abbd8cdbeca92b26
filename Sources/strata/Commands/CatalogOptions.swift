import ArgumentParser
import StrataCatalog

/// The options by which every command takes catalogs.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("catalog")],
    help: ArgumentHelp(
      "A catalog: a file, a folder or '-'. Repeatable; a later one adds to the earlier.", valueName: "path"))
  var paths: [String] = []

  @Option(help: ArgumentHelp("The guide of a landscape2 file, where it does not stand beside it.", valueName: "file"))
  var guide: String?

  @Option(
    help: ArgumentHelp("The settings of a landscape2 file, where they do not stand beside it.", valueName: "file"))
  var settings: String?

  /// Reads the catalogs that the options and a command's operands name, or else the shipped one.
  ///
  /// - Throws: `ExitCode` 3, once the diagnostics are on standard error.
  func load(operands: [String] = []) throws -> LoadedCatalog {
    try requireCatalog(operands: operands)
    do {
      return try LoadedCatalog(operands: paths + operands, guide: guide, settings: settings)
    } catch {
      Output.writeError(error.report)
      throw ExitCode(ExitStatus.unreadableCatalog)
    }
  }

  /// Refuses a guide or settings that no catalog is named for: the one strata ships takes none.
  func requireCatalog(operands: [String]) throws {
    guard paths.isEmpty, operands.isEmpty, guide != nil || settings != nil else { return }
    throw ValidationError("'--guide' and '--settings' belong to a landscape2 file; name that, too")
  }
}
