import ArgumentParser
import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataSearch
import StrataStack
import StrataText

/// Prints some tools side by side, as the screen shows them.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Print two to four tools side by side.",
    discussion: """
      A tool is named by its id, its name or another name of it. What the catalog does not know is '–'; your own status and \
      note come from the stack of --stack, else of the places where strata looks for one.

      Examples:
        strata compare linkerd istio
        strata compare argo flux --format markdown > choice.md
      """)

  /// How a comparison is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  @Argument(help: ArgumentHelp("The tools to compare: ids or names.", valueName: "tool"))
  var tools: [String]

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: ArgumentHelp("A stack's file. Repeatable: several stand side by side.", valueName: "file"))
  var stack: [String] = []

  @Option(help: "How to print.")
  var format = Format.text

  @OptionGroup var languageOption: LanguageOption

  mutating func validate() throws {
    guard Comparison.limits.contains(tools.count) else {
      throw ValidationError("two to four tools are compared, not \(tools.count)")
    }
  }

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    let lookup = NameLookup(catalog)
    var found: [ToolID] = []
    for name in tools {
      guard case .tool(let tool)? = lookup.find("tool:" + name).first else {
        let near = UsageMistake.hint(lookup.near(name))
        Output.writeError("strata: the catalog has no tool '\(name)'\(near)\n")
        throw ExitCode(ExitStatus.unknownName)
      }
      guard !found.contains(tool) else {
        throw UsageMistake("'\(name)' is named twice: it is \(catalog.string(catalog[tool].name))")
      }
      found.append(tool)
    }
    let comparison = Comparison(
      found, in: catalog, stacks: try stacks(), language: languageOption.language)
    switch format {
    case .text: Output.write(comparison.text(width: Console().columns ?? 100))
    case .markdown: Output.write(comparison.markdown)
    case .json: Output.write(VisibleText(json: comparison.json))
    }
  }

  private func stacks() throws -> [Stack] {
    if stack.isEmpty, StackFile.find(option: nil, environment: Environment()) == nil { return [] }
    return try (stack.isEmpty ? [nil] : stack.map(Optional.some)).map { try StackCommand.open($0).stack }
  }
}
