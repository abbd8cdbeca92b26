import ArgumentParser
import Glibc
import StrataCatalog
import StrataExplorer
import StrataScreen
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

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

  mutating func validate() throws {
    guard Comparison.limits.contains(tools.count) else {
      throw ValidationError("two to four tools are compared, not \(tools.count)")
    }
  }

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    var found: [ToolID] = []
    for name in tools {
      guard let tool = catalog.tool(named: name) else {
        let names = catalog.tools.lazy.flatMap { [catalog.string($0.id), catalog.string($0.name)] }
        let near = Nearest.likely(name, among: Array(names)).map { "; did you mean '\($0)'?" } ?? ""
        throw ValidationError("the catalog has no tool '\(name)'\(near)")
      }
      guard !found.contains(tool) else {
        throw ValidationError("'\(name)' is named twice: it is \(catalog.string(catalog[tool].name))")
      }
      found.append(tool)
    }
    let comparison = Comparison(
      found, in: catalog, stacks: try stacks(), language: language ?? Language(environment: Environment()) ?? .en)
    switch format {
    case .text: Output.write(comparison.text(width: Self.width))
    case .markdown: Output.write(comparison.markdown)
    case .json: Output.write(VisibleText(json: comparison.json))
    }
  }

  private func stacks() throws -> [Stack] {
    if stack.isEmpty, StackFile.find(option: nil, environment: Environment()) == nil { return [] }
    return try (stack.isEmpty ? [nil] : stack.map(Optional.some)).map { try StackCommand.open($0).stack }
  }

  /// Columns of the terminal; 100 where the output goes elsewhere.
  private static var width: Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 100
    }
    return Int(size.ws_col)
  }
}

extension Catalog {
  /// The tool with this id, or else of this name or alias, in any case; of several of one name the first.
  fileprivate func tool(named name: String) -> ToolID? {
    if let tool = toolID(for: name) { return tool }
    let wanted = name.lowercased()
    let all = tools.indices.lazy.map(ToolID.init)
    return toolID(for: wanted) ?? all.first { string(self[$0].name).lowercased() == wanted }
      ?? all.first { tool in values(.alias, of: tool).contains { string($0).lowercased() == wanted } }
  }
}
