import ArgumentParser
import StrataCatalog

/// The options by which every command takes catalogs.
struct CatalogOptions: ParsableArguments {
  @Option(
    name: [.customShort("c"), .customLong("catalog")],
    help: ArgumentHelp(
      "A catalog: a file, a folder or '-'. Repeatable; a later one adds to the earlier.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The guide of the landscape2 file before it, where it does not stand beside that.", valueName: "file"))
  var guide: [String] = []

  @Option(
    help: ArgumentHelp(
      "The settings of the landscape2 file before them, where they do not stand beside that.", valueName: "file"))
  var settings: [String] = []

  /// Reads the catalogs that the options and a command's operands name, or else the shipped one.
  ///
  /// - Throws: `ExitCode` 3, once the diagnostics are on standard error.
  func load(operands: [String] = []) throws -> LoadedCatalog {
    try requireCatalog(operands: operands)
    do {
      let order = companions(operands: operands)
      return try LoadedCatalog(operands: paths + operands, guides: order.guides, settings: order.settings)
    } catch {
      Output.writeError(error.report)
      throw ExitCode(ExitStatus.unreadableFile)
    }
  }

  /// The guides and settings of the catalogs.
  func companions(operands: [String]) -> CompanionOrder {
    CompanionOrder(
      arguments: Array(CommandLine.arguments.dropFirst()), paths: paths, operands: operands, guides: guide,
      settings: settings)
  }

  /// Refuses a guide or settings that no catalog is named for: the one strata ships takes none.
  func requireCatalog(operands: [String]) throws {
    if let mistake = companions(operands: operands).mistake { throw ValidationError(mistake) }
    guard paths.isEmpty, operands.isEmpty, !guide.isEmpty || !settings.isEmpty else { return }
    throw ValidationError("'--guide' and '--settings' belong to a landscape2 file; name that, too")
  }
}
