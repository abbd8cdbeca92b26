// Memory: calls; the schema in the program, of the size that the linker knows.

import ArgumentParser
import CStrataResources
import StrataCatalog
import StrataText

/// Prints the schemas of what other commands print as JSON.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of what a command prints as JSON.",
    discussion: """
      A schema is named like its command, and has its version in its $id: it changes when a member changes its meaning or \
      goes away, not when one comes in addition. Exit status 4: there is no such schema.

      Examples:
        strata schema
        strata schema list > list.schema.json
      """)

  @Argument(help: ArgumentHelp("A schema; without one, all names are printed.", valueName: "schema"))
  var name: String?

  mutating func run() throws {
    guard let name else { return Output.write(VisibleText(lines: Schemas.names.map { $0 + "\n" }.joined())) }
    guard let text = Schemas.text(name) else {
      let near = Nearest.likely(name, among: Schemas.names).map(UsageMistake.hint) ?? "; 'strata schema' lists them"
      Output.writeError("strata: there is no schema '\(name)'\(near)\n")
      throw ExitCode(ExitStatus.unknownName)
    }
    Output.write(VisibleText(json: text))
  }
}

/// Resources/schemas, as strata carries them along.
enum Schemas {
  static let names = [
    "check", "compare", "config", "diff", "info", "keys", "list", "scan", "search", "show", "stack", "stats", "tree",
  ]
  /// Commands that print what another one does.
  private static let sameAs = ["export": "list", "guide": "show"]

  static func text(_ name: String) -> String? {
    let name = sameAs[name] ?? name
    guard names.contains(name) else { return nil }
    let file = name.withCString { strata_schema($0) }
    return file.count == 0
      ? nil : String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
