import ArgumentParser
import StrataCatalog
import StrataExplorer
import StrataSearch
import StrataText

/// Prints the guide, which is a book.
struct GuideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guide", abstract: "Print the guide: the whole book, or a chapter.",
    discussion: """
      A chapter is a layer with its categories and recap, a category, a theme, 'introduction' or 'choosing', by id or by \
      name. --contents prints what there is to read, in order. Exit status 4: there is no such chapter.

      Examples:
        strata guide --contents
        strata guide provisioning | less -R
        strata guide 可观测性 --lang zh
        strata guide --format markdown > book.md
      """)

  @Argument(help: ArgumentHelp("A chapter; by default the whole book.", valueName: "chapter"))
  var chapter: String?

  @Flag(help: "Print the titles of the chapters, with their ids.")
  var contents = false

  @OptionGroup var options: PageOptions

  mutating func run() throws {
    let catalog = try options.catalogs.load().catalog
    let report = PageReport(catalog, in: options.languageOption.language)
    let chapters = report.book.map { Chapter($0, catalog) }
    var chosen = chapters
    if let chapter {
      chosen = Self.chapters(called: chapter, of: chapters, report, catalog)
      guard !chosen.isEmpty else {
        let names = chapters.flatMap { [$0.id, report.title(of: $0.page)] }
        let near =
          Nearest.likely(chapter, among: names).map(UsageMistake.hint) ?? "; 'strata guide --contents' lists them"
        Output.writeError("strata: the guide has no chapter '\(chapter)'\(near)\n")
        throw ExitCode(ExitStatus.unknownName)
      }
    }
    guard contents else { return options.write(chosen.map(\.page), of: catalog) }
    let width = chosen.map { TextWidth.standard.columns($0.id) + 2 * $0.depth }.max() ?? 0
    let fold = Console().fold
    for chapter in chosen {
      let lead = String(repeating: "  ", count: chapter.depth)
      let gap = String(repeating: " ", count: width - TextWidth.standard.columns(chapter.id) - lead.utf8.count + 2)
      let title = VisibleText(report.title(of: chapter.page)).string
      Output.write(VisibleText(lines: fold.row("\(lead)\(chapter.id)\(gap)", title) + "\n"))
    }
  }

  /// A page of the guide, and how a command line names it.
  private struct Chapter {
    var page: Page
    var id: String
    /// The layer it belongs to.
    var layer: LayerID?
    /// How deep it stands in the contents.
    var depth = 0

    init(_ page: Page, _ catalog: Catalog) {
      self.page = page
      switch page {
      case .introduction: id = "introduction"
      case .choosing: id = "choosing"
      case .layer(let layer):
        id = catalog.string(catalog[layer].id)
        self.layer = layer
      case .category(let category):
        id = catalog.string(catalog[category].id)
        layer = catalog[category].layer
        depth = 1
      case .recap(let layer):
        id = catalog.string(catalog[layer].id)
        self.layer = layer
        depth = 1
      case .theme(let theme): id = catalog.string(catalog.themes[theme].id)
      case .tool(let tool): id = catalog.string(catalog[tool].id)
      }
    }
  }

  private static func chapters(
    called name: String, of chapters: [Chapter], _ report: PageReport, _ catalog: Catalog
  ) -> [Chapter] {
    if let own = chapters.first(where: { $0.layer == nil && [$0.id, report.title(of: $0.page)].contains(name) }) {
      return [own]
    }
    for named in NameLookup(catalog).find(name) {
      switch named {
      case .layer(let layer): return chapters.filter { $0.layer == layer }
      case .category, .theme:
        let page = Page(named)
        if let chapter = chapters.first(where: { $0.page == page }) { return [chapter] }
      case .tool: continue
      }
    }
    return []
  }
}
