import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

/// A page as Markdown or JSON, for the clipboard.
struct PageExport {
  private let context: Context
  private let page: Page
  private var catalog: Catalog { context.catalog }
  private var words: Words { context.words }

  init(_ context: Context, _ page: Page) {
    self.context = context
    self.page = page
  }

  // MARK: Markdown

  /// A line: the name and, of a tool, its address and what it is.
  var shortMarkdown: VisibleText {
    let name = context.wholeTitle(of: page)
    guard case .tool(let tool) = page else { return "**\(name)**" }
    let head = link(name, catalog.string(catalog[tool].homepage))
    let summary = oneLine(catalog[tool].summary)
    return summary.isEmpty ? head : "\(head): \(summary)"
  }

  /// The whole page: headings, texts, the tools as a table.
  var markdown: VisibleText {
    let title: VisibleText = "# \(context.wholeTitle(of: page))\n"
    switch page {
    case .introduction: return title + section(nil, catalog.landscape.introduction)
    case .choosing: return title + section(nil, catalog.landscape.choosing)
    case .layer(let id): return title + layer(id)
    case .recap(let id): return title + section(nil, catalog[id].guideRecap) + section(nil, catalog[id].recap)
    case .category(let id): return title + category(id)
    case .theme(let index):
      let theme = catalog.themes[index]
      return title + section(words.whatItIs, theme.what) + section(words.whereItStands, theme.location)
        + section(words.howToChoose, theme.choosing) + "\n## \(words.tools)\n\n"
        + tools(catalog.tools(of: theme).filter(context.outline.passes))
    case .tool(let id): return title + tool(id)
    }
  }

  private func layer(_ id: LayerID) -> VisibleText {
    let layer = catalog[id]
    var text = section(nil, layer.guide) + section(nil, layer.summary)
    text += "\n## \(words.categories)\n\n"
    text += table([words.categories, words.tools, words.whatItIs])
    for category in context.outline.categories(of: id) {
      text += row([
        cell(context.wholeName(of: .category(category))), "\("\(context.outline.count(of: category))")",
        cell(oneLine(catalog[category].what)),
      ])
    }
    return text + section(words.recap, layer.guideRecap) + section(words.recap, layer.recap)
  }

  private func category(_ id: CategoryID) -> VisibleText {
    let category = catalog[id]
    var text: VisibleText = "\n## \(words.tools)\n\n" + tools(context.outline.tools(of: id))
    text += section(nil, category.guide) + section(words.whatItIs, category.what)
    text += section(words.theProblem, category.problem) + section(words.howItHelps, category.solution)
    text += section(words.howToolsDiffer, category.tooling)
    let facts = Array(catalog.facts(of: id))
    if !facts.isEmpty {
      text += "\n## \(words.compared)\n\n" + table([words.name] + facts.map { context.string($0.name) })
      for tool in context.outline.tools(of: id) {
        let values = facts.map { context.string(catalog.text(of: $0, for: tool)) }
        guard values.contains(where: { !$0.isEmpty }) else { continue }
        text += row([cell(context.wholeName(of: .tool(tool)))] + values.map(cell))
      }
    }
    let terms = catalog.terms(of: id)
    if !terms.isEmpty { text += "\n## \(words.terms)\n\n" }
    for term in terms {
      text += "- **\(context.string(term.term))**"
      text += term.meaning.isEmpty ? "\n" : "\(words.colon)\(oneLine(term.meaning))\n"
    }
    let relations = catalog.relations(of: id)
    if !relations.isEmpty { text += "\n## \(words.related)\n\n" }
    for relation in relations {
      text += "- \(context.wholeName(of: .category(relation.category)))\(words.colon)\(oneLine(relation.reason))\n"
    }
    return text
  }

  private func tools(_ tools: some Sequence<ToolID>) -> VisibleText {
    var text = table([words.name, words.maturity, words.license, words.whatItIs])
    for tool in tools {
      text += row([
        link(cellText(context.wholeName(of: .tool(tool))), catalog.string(catalog[tool].homepage)),
        cell(context.word(of: tool)), cell(catalog.value(.license, of: tool) ?? ""),
        cell(oneLine(catalog[tool].summary)),
      ])
    }
    return text
  }

  private func tool(_ id: ToolID) -> VisibleText {
    let tool = catalog[id]
    var text: VisibleText = ""
    func fact(_ title: String, _ value: VisibleText) { if !value.isEmpty { text += "- \(title): \(value)\n" } }
    let life = catalog.life(of: id)
    if life.status != .active {
      text += "\n**\(words.title(of: life.status))** \(catalog.string(life.date)) \(oneLine(life.note))\n"
    }
    text += section(nil, tool.summary)
    text += section(words.pickWhen, catalog.text(.pickWhen, of: id)) + "\n"
    fact(words.replacedBy, VisibleText(names(.replacedBy, of: id)))
    fact(words.maturity, VisibleText(words.maturity(catalog.maturity(of: id))))
    fact(words.homepage, address(catalog.string(tool.homepage)))
    fact(words.repository, address(catalog.string(tool.repository)))
    fact(words.license, VisibleText(catalog.value(.license, of: id) ?? ""))
    fact(words.organization, VisibleText(catalog.value(.organization, of: id) ?? ""))
    fact(
      words.shelves,
      VisibleText(
        catalog.shelves(of: id).map { context.wholeName(of: .category($0)) }.joined(separator: context.listSeparator)))
    for category in catalog.shelves(of: id) {
      for compared in catalog.facts(of: category) {
        fact(context.string(compared.name), VisibleText(context.string(catalog.text(of: compared, for: id))))
      }
    }
    for field in catalog.fields(of: id) where field.key == .link {
      fact(words.title(ofLink: catalog.string(field.label)), address(catalog.string(field.value)))
    }
    return text
  }

  /// The names of the tools that a field names.
  private func names(_ key: Field.Key, of id: ToolID) -> String {
    catalog.values(key, of: id).map(catalog.string)
      .map { id in catalog.toolID(for: id).map { context.wholeName(of: .tool($0)) } ?? id }
      .joined(separator: context.listSeparator)
  }

  /// A text of the catalog is Markdown itself, line for line; what strata adds is marked.
  private func section(_ title: String?, _ text: LocalizedText) -> VisibleText {
    guard !text.isEmpty else { return "" }
    let head: VisibleText = title.map { "\n## \($0)\n" } ?? ""
    return text.passages(in: context.language).reduce(head) { result, passage in
      let mark: VisibleText =
        switch passage.source {
        case .file: ""
        case .strata: "\n*\(words.shippedText)*\n"
        }
      return result + mark + "\n\(VisibleText(lines: catalog.string(passage.text)))\n"
    }
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

  /// One sentence a line in the source; one line here, a file's own words before strata's.
  private func oneLine(_ text: LocalizedText) -> String {
    let shown = text.passages(in: context.language).first.map { catalog.string($0.text) } ?? ""
    return shown.split(whereSeparator: \.isNewline).joined(separator: context.language.choose(en: " ", zh: ""))
  }

  // MARK: JSON

  /// A tool as `strata list` prints it; the others with all their texts, and the ids of what they hold, or their tools.
  var json: String {
    func text(_ key: String, _ text: LocalizedText) -> [(key: String, value: String)] {
      text.isEmpty ? [] : [(key, JSONText.localized(text, in: catalog))]
    }
    func id(_ key: String, _ text: Text) -> [(key: String, value: String)] {
      [(key, JSONText.quoted(catalog.string(text)))]
    }
    func array(_ key: String, _ values: [String]) -> [(key: String, value: String)] {
      values.isEmpty ? [] : [(key, "[\(values.joined(separator: ", "))]")]
    }
    func words(_ key: String, _ words: some Collection<Text>) -> [(key: String, value: String)] {
      array(key, words.map { JSONText.quoted(catalog.string($0)) })
    }
    switch page {
    case .introduction:
      return JSONText.object(
        text("name", catalog.landscape.name) + text("introduction", catalog.landscape.introduction))
    case .choosing:
      return JSONText.object(text("name", catalog.landscape.name) + text("choosing", catalog.landscape.choosing))
    case .layer(let layer), .recap(let layer):
      let record = catalog[layer]
      let categories = context.outline.categories(of: layer).map { JSONText.quoted(catalog.string(catalog[$0].id)) }
      return JSONText.object(
        id("id", record.id) + text("name", record.name) + text("summary", record.summary) + text("recap", record.recap)
          + text("guide", record.guide) + text("guideRecap", record.guideRecap)
          + words("keywords", catalog.keywords(of: layer)) + [("categories", "[\(categories.joined(separator: ", "))]")]
      )
    case .category(let category):
      let record = catalog[category]
      let tools = context.outline.tools(of: category).map { ListReport.json(of: $0, in: catalog) }
      let terms = catalog.terms(of: category).map {
        JSONText.object(text("term", $0.term) + text("meaning", $0.meaning))
      }
      let related = catalog.relations(of: category).map {
        JSONText.object(id("category", catalog[$0.category].id) + text("reason", $0.reason))
      }
      return JSONText.object(
        id("id", record.id) + text("name", record.name) + id("layer", catalog[record.layer].id)
          + text("what", record.what) + text("problem", record.problem) + text("solution", record.solution)
          + text("tooling", record.tooling) + text("guide", record.guide)
          + words("keywords", catalog.keywords(of: category)) + array("terms", terms) + array("related", related)
          + [("tools", "[\(tools.joined(separator: ", "))]")])
    case .theme(let index):
      let theme = catalog.themes[index]
      return JSONText.object(
        id("id", theme.id) + text("name", theme.name) + text("what", theme.what) + text("where", theme.location)
          + text("choosing", theme.choosing) + words("tools", catalog.tools(of: theme).map { catalog[$0].id }))
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
