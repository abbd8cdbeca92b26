import ArgumentParser
import StrataCatalog
import StrataSearch

/// Searches as the screen does, and prints the hits, best first.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Print the layers, categories and tools that match, best first.",
    discussion: """
      Every word must occur somewhere. 'word is a whole word, "a phrase" stays together, ^prefix, suffix$, !not, and \
      fields: maturity:graduated, layer:runtime, category:database, license:apache. Chinese is found by character and by \
      pinyin. Exit status 1: nothing found.
      """)

  @Argument(help: ArgumentHelp("The words to search for.", valueName: "word"))
  var words: [String]

  @OptionGroup var catalogs: CatalogOptions

  @Option(help: "How to print.")
  var format = OutputFormat.text

  @Option(name: .customLong("lang"), help: "The language to print; by default the locale's.")
  var language: Language?

  @Option(help: "The largest number of hits to print.")
  var limit: Int?

  mutating func validate() throws {
    if let limit, limit < 0 { throw ValidationError("'--limit' must not be negative") }
  }

  mutating func run() throws {
    let catalog = try catalogs.load().catalog
    var searcher = Searcher(catalog: catalog)
    searcher.search(Query(words.joined(separator: " ")))
    while searcher.advance(steps: 1 << 24) {}
    let hits = searcher.hits(0..<min(searcher.total, limit ?? searcher.total)).map { Hit($0, in: catalog) }
    switch format {
    case .text:
      let language = language ?? Language(environment: Environment()) ?? .en
      Output.write(hits.map { $0.line(in: language) + "\n" }.joined())
    case .json:
      Output.writeRaw(hits.isEmpty ? "[]\n" : "[\n  " + hits.map(\.json).joined(separator: ",\n  ") + "\n]\n")
    }
    if searcher.total == 0 { throw ExitCode(1) }
  }
}

/// A hit as it is printed.
private struct Hit {
  let kind: String
  let id: String
  let names: (en: String, zh: String)
  let summaries: (en: String, zh: String)

  init(_ subject: Subject, in catalog: Catalog) {
    func both(_ text: LocalizedText) -> (en: String, zh: String) {
      (catalog.string(text, in: .en), catalog.string(text, in: .zh))
    }
    switch subject {
    case .layer(let layer):
      kind = "layer"
      id = catalog.string(catalog[layer].id)
      names = both(catalog[layer].name)
      summaries = both(catalog[layer].summary)
    case .category(let category):
      kind = "category"
      id = catalog.string(catalog[category].id)
      names = both(catalog[category].name)
      summaries = both(catalog[category].what)
    case .tool(let tool):
      kind = "tool"
      id = catalog.string(catalog[tool].id)
      let name = catalog.string(catalog[tool].name)
      names = (name, name)
      summaries = both(catalog[tool].summary)
    }
  }

  /// Kind, id, name and summary, with tabs between.
  func line(in language: Language) -> String {
    let (name, summary) = language == .en ? (names.en, summaries.en) : (names.zh, summaries.zh)
    let columns = [kind, id, name, summary].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return columns.joined(separator: "  ")
  }

  var json: String {
    JSONText.object([
      ("kind", JSONText.quoted(kind)), ("id", JSONText.quoted(id)), ("name", Hit.object(names)),
      ("summary", Hit.object(summaries)),
    ])
  }

  private static func object(_ texts: (en: String, zh: String)) -> String {
    JSONText.object([("en", JSONText.quoted(texts.en)), ("zh", JSONText.quoted(texts.zh))])
  }
}
