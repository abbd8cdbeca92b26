import ArgumentParser
import StrataCatalog
import StrataExplorer
import StrataSearch
import StrataText

/// How pages are printed: `strata show` and `strata guide`.
struct PageOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
  }

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = Format.text

  @OptionGroup var languageOption: LanguageOption

  @Option(help: "When to use colors; 'auto' obeys NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, CLICOLOR.")
  var color = Invocation.ColorChoice.auto

  @Option(help: ArgumentHelp("Columns of text; by default the terminal's, at most 80.", valueName: "columns"))
  var width: Int?

  mutating func validate() throws {
    if let width, !(10...1000).contains(width) { throw ValidationError("'--width' is from 10 to 1000") }
  }

  /// Prints pages, with a blank line between two of them.
  func write(_ pages: [Page], of catalog: Catalog) {
    let console = Console()
    let environment = Environment()
    let isColored = color.isColored(environment: environment, isTerminal: console.isTerminal)
    let report = PageReport(catalog, in: languageOption.language, usesColor: isColored)
    switch format {
    case .text:
      let isStyled = isColored || console.isTerminal && color == .auto && environment["TERM"] != "dumb"
      for (place, page) in pages.enumerated() {
        if place > 0 { Output.write("\n\n") }
        Output.write(
          report.text(
            of: page, columns: width ?? console.columns ?? 80, isStyled: isStyled,
            hasLinks: console.knowsLinks))
      }
    case .markdown:
      Output.write(pages.map(report.markdown).joined(separator: "\n"))
    case .json:
      let objects = pages.map(report.json)
      Output.write(VisibleText(json: "[\n  " + objects.joined(separator: ",\n  ") + "\n]\n"))
    }
  }
}

/// Prints the pages of what is named.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the page of a tool, a category, a layer or a theme.",
    discussion: """
      A name is an id, a name in English or Chinese, or another name; 'tool:', 'category:', 'layer:' or 'theme:' before it \
      says which is meant where several are called so. As JSON an array with an object for each name. Exit status 4: \
      nothing is called so; what is meant perhaps is said.

      Examples:
        strata show kubernetes
        strata show 容器运行时 --lang zh
        strata show prometheus thanos --format markdown
        strata show category:database --format json
      """)

  @Argument(help: ArgumentHelp("Ids or names.", valueName: "name"))
  var names: [String]

  @OptionGroup var options: PageOptions

  mutating func run() throws {
    let catalog = try options.catalogs.load().catalog
    let lookup = NameLookup(catalog)
    var pages: [Page] = []
    var unknown = 0
    for name in names {
      let found = lookup.find(name)
      guard let first = found.first else {
        let near = UsageMistake.hint(lookup.near(name))
        Output.writeError("strata: nothing in the catalog is called '\(name)'\(near)\n")
        unknown += 1
        continue
      }
      if found.count > 1 {
        let others = found.dropFirst().map { "'\($0.word):\(name)'" as VisibleText }
        Output.writeError("strata: '\(name)' is a \(first.word) and also \(others.joined(separator: ", "))\n")
      }
      pages.append(Page(first))
    }
    if !pages.isEmpty { options.write(pages, of: catalog) }
    if unknown > 0 { throw ExitCode(ExitStatus.unknownName) }
  }
}

extension Page {
  init(_ named: NameLookup.Named) {
    self =
      switch named {
      case .tool(let tool): .tool(tool)
      case .category(let category): .category(category)
      case .layer(let layer): .layer(layer)
      case .theme(let theme): .theme(theme)
      }
  }
}
