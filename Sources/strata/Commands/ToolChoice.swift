public import ArgumentParser
import StrataCatalog
public import StrataSearch
import StrataText

extension Sort: ExpressibleByArgument {}

/// Fields with commas between.
struct FieldList: ExpressibleByArgument {
  let fields: [ListField]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let fields = words.compactMap { ListField(rawValue: String($0)) }
    guard !fields.isEmpty, fields.count == words.count else { return nil }
    self.fields = fields
  }

  static let allValueStrings = ListField.allCases.map(\.rawValue)
}

/// By which `list` and `export` take the tools to print.
struct ToolChoice: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      Words of a query, as in the search of the screen. What ends in .yaml or .yml, has a '/' or is '-' is a catalog \
      instead; a folder is written 'folder/'.
      """, valueName: "query or catalog"))
  var words: [String] = []

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: ArgumentHelp("A query, whatever it looks like.", valueName: "query"))
  var query: String?

  @Option(help: "The order; by default the catalog's, or the best match first.")
  var sort = Sort.relevance

  @Flag(help: "The other way round.")
  var reverse = false

  /// The catalog, and of its tools those that are asked for.
  ///
  /// - Throws: `ExitCode` 3 where the catalog cannot be read.
  func choose() throws -> (catalog: Catalog, tools: [ToolID]) {
    let operands = Operands(words)
    let catalog = try catalogs.load(operands: operands.catalogs).catalog
    let query = Query((operands.words + [query].compactMap { $0 }).joined(separator: " "))
    for problem in query.problems { Output.writeError("strata: \(problem.sentence)\n") }
    var tools: [ToolID]
    if query.isEmpty {
      tools = catalog.toolIDs
      if sort != .relevance {
        tools = sort.sorted(tools, in: catalog, reversed: reverse)
      } else if reverse {
        tools.reverse()
      }
    } else {
      var searcher = Searcher(catalog: catalog)
      searcher.search(query)
      while searcher.advance(steps: .max) {}
      searcher.sort(by: sort, reversed: reverse)
      tools = searcher.hits(0..<searcher.total).compactMap { if case .tool(let tool) = $0 { tool } else { nil } }
      if tools.isEmpty { Output.writeError("strata: no tool is found for \(query.text)\n") }
    }
    return (catalog, tools)
  }
}

/// Operands that are catalogs, and those that are words of a query: told by how they are written, so that a file of the folder
/// does not change what a command means.
struct Operands {
  private(set) var catalogs: [String] = []
  private(set) var words: [String] = []

  init(_ operands: [String]) {
    for operand in operands {
      if operand == "-" || operand.contains("/") || CatalogFiles.isYAML(operand) {
        catalogs.append(operand)
      } else {
        words.append(operand)
      }
    }
  }
}
