import ArgumentParser
import StrataCatalog
import StrataText

/// Prints a page of the manual, or a document, that is made of what the program knows of itself.
struct DebugManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print a generated page: strata.1, strata-config.5, catalog-format.md …")

  @Argument(help: "The page; without one, all names are printed.")
  var name: String?

  static var pages: [(name: String, text: @Sendable () -> String)] { Manual.pages + Documents.pages }

  mutating func run() throws {
    guard let name else { return Output.write(VisibleText(lines: Self.pages.map { $0.name + "\n" }.joined())) }
    guard let page = Self.pages.first(where: { $0.name == name }) else {
      Output.writeError("strata: there is no page '\(name)'\n")
      throw ExitCode(ExitStatus.unknownName)
    }
    Output.write(VisibleText(lines: page.text()))
  }
}
