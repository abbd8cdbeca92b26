import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// A page as Markdown or JSON, for the clipboard.
struct PageExport {
  private let context: Context
  private let subject: Subject
  private var catalog: Catalog { context.catalog }

  init(_ context: Context, _ subject: Subject) {
    self.context = context
    self.subject = subject
  }

  // MARK: Markdown

  /// A line: the name and, of a tool, its address and what it is.
  var shortMarkdown: VisibleText {
    let name = context.name(of: subject)
    guard case .tool(let tool) = subject else { return "**\(name)**" }
    let head = link(name, catalog.string(catalog[tool].homepage))
    let summary = oneLine(catalog[tool].summary)
    return summary.isEmpty ? head : "\(head): \(summary)"
  }

  /// The whole page: headings, texts, the tools as a table.
  var markdown: VisibleText {
    switch subject {
    case .layer(let id):
      let layer = catalog[id]
      var text: VisibleText = "# \(context.string(layer.name))\n"
      text += section(nil, catalog.showsGuide(of: id, in: context.language) ? layer.guide : layer.summary)
      text += "\n## \(context.words.categories)\n\n"
      text += table([context.words.categories, context.words.tools, context.words.whatItIs])
      for category in context.outline.categories(of: id) {
        text += row([
          cell(context.name(of: .category(category))), "\("\(context.outline.count(of: category))")",
          cell(oneLine(catalog[category].what)),
        ])
      }
      return text + section(context.words.recap, layer.recap)
    case .category(let id):
      let category = catalog[id]
      let words = context.words
      var text: VisibleText = "# \(context.string(category.name))\n\n## \(words.tools)\n\n"
      text += table([words.name, words.maturity, words.license, words.whatItIs])
      for tool in context.outline.tools(of: id) {
        text += row([
          link(cellText(context.name(of: .tool(tool))), catalog.string(catalog[tool].homepage)),
          cell(words.maturity(catalog.maturity(of: tool))), cell(catalog.value(.license, of: tool) ?? ""),
          cell(oneLine(catalog[tool].summary)),
        ])
      }
      if catalog.showsGuide(of: id, in: context.language) { return text + section(nil, category.guide) }
      text += section(words.whatItIs, category.what) + section(words.theProblem, category.problem)
      return text + section(words.howItHelps, category.solution) + section(words.howToolsDiffer, category.tooling)
    case .tool(let id):
      let tool = catalog[id]
      let words = context.words
      var text: VisibleText = "# \(context.name(of: subject))\n"
      text += section(nil, tool.summary) + "\n"
      func fact(_ title: String, _ value: VisibleText) { if !value.isEmpty { text += "- \(title): \(value)\n" } }
      fact(words.maturity, VisibleText(words.maturity(catalog.maturity(of: id))))
      fact(words.homepage, address(catalog.string(tool.homepage)))
      fact(words.repository, address(catalog.string(tool.repository)))
      fact(words.license, VisibleText(catalog.value(.license, of: id) ?? ""))
      fact(words.organization, VisibleText(catalog.value(.organization, of: id) ?? ""))
      fact(
        words.shelves,
        VisibleText(
          catalog.shelves(of: id).map { context.name(of: .category($0)) }.joined(separator: context.listSeparator)))
      for field in catalog.fields(of: id) where field.key == .link {
        fact(words.title(ofLink: catalog.string(field.label)), address(catalog.string(field.value)))
      }
      return text
    }
  }

  /// A text of the catalog is Markdown itself, line for line.
  private func section(_ title: String?, _ text: LocalizedText) -> VisibleText {
    let string = context.string(text)
    guard !string.isEmpty else { return "" }
    let head: VisibleText = title.map { "\n## \($0)\n" } ?? ""
    return "\(head)\n\(VisibleText(lines: string))\n"
  }

  private func table(_ titles: [String]) -> VisibleText {
    row(titles.map { VisibleText($0) }) + "|" + VisibleText(String(repeating: "---|", count: titles.count)) + "\n"
  }

  private func row(_ cells: [VisibleText]) -> VisibleText { "| \(cells.joined(separator: " | ")) |\n" }

  /// What a cell can hold: a bar would end it.
  private func cellText(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
  private func cell(_ text: String) -> VisibleText { VisibleText(cellText(text)) }

  private func link(_ name: String, _ url: String) -> VisibleText { url.isEmpty ? "**\(name)**" : "[\(name)](\(url))" }
  private func address(_ url: String) -> VisibleText { url.isEmpty ? "" : "<\(url)>" }

  /// One sentence a line in the source; one line here.
  private func oneLine(_ text: LocalizedText) -> String {
    context.string(text).split(whereSeparator: \.isNewline).joined(separator: context.language == .zh ? "" : " ")
  }

  // MARK: JSON

  /// A tool as `strata list` prints it; layers and categories with all their texts, and their tools.
  var json: String {
    func text(_ key: String, _ text: LocalizedText) -> [(key: String, value: String)] {
      text.isEmpty ? [] : [(key, JSONText.localized(text, in: catalog))]
    }
    func id(_ key: String, _ text: Text) -> [(key: String, value: String)] {
      [(key, JSONText.quoted(catalog.string(text)))]
    }
    switch subject {
    case .layer(let layer):
      let record = catalog[layer]
      let categories = context.outline.categories(of: layer).map { JSONText.quoted(catalog.string(catalog[$0].id)) }
      return JSONText.object(
        id("id", record.id) + text("name", record.name) + text("summary", record.summary) + text("recap", record.recap)
          + [("categories", "[\(categories.joined(separator: ", "))]")])
    case .category(let category):
      let record = catalog[category]
      let tools = context.outline.tools(of: category).map { ListReport.json(of: $0, in: catalog) }
      return JSONText.object(
        id("id", record.id) + text("name", record.name) + id("layer", catalog[record.layer].id)
          + text("what", record.what) + text("problem", record.problem) + text("solution", record.solution)
          + text("tooling", record.tooling) + [("tools", "[\(tools.joined(separator: ", "))]")])
    case .tool(let tool): return ListReport.json(of: tool, in: catalog)
    }
  }
}

/// Addresses, each once, in the order in which they are met.
struct Addresses: Hashable, Sendable {
  private(set) var all: [PageText.Address] = []
  private var met: Set<String> = []

  /// How many a page has at most: what is beyond that is read, but not offered.
  static let limit = 500

  mutating func add(_ title: String, _ url: String) {
    guard !url.isEmpty, all.count < Addresses.limit, met.insert(url).inserted else { return }
    all.append(PageText.Address(title: title, url: url))
  }
}
