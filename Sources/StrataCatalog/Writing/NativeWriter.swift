/// A catalog in strata's own format, from which the same is read again: what the files say, and nothing that strata added.
public struct NativeWriter: Sendable {
  let catalog: Catalog
  /// The tools to write; nil for all.
  private let chosen: Set<ToolID>?

  /// - Parameters:
  ///   - catalog: what is written.
  ///   - tools: those to write; layers and categories without any are left out then. Nil for the whole catalog.
  public init(_ catalog: Catalog, tools: [ToolID]? = nil) {
    self.catalog = catalog
    chosen = tools.map(Set.init)
  }

  /// - Parameter write: called with pieces of the text.
  public func text(to write: (String) -> Void) {
    var writer = BlockWriter()
    let layers = catalog.layerIDs.filter { layer in
      chosen == nil || catalog.categories(of: layer).contains { !tools(of: $0).isEmpty }
    }
    writer.mapping("landscape") { landscape(&$0, layers) }
    // A key without anything below it is no mapping.
    if writer.text.utf8.count == "landscape:\n".utf8.count { writer = BlockWriter() }
    guard !layers.isEmpty else { return write(writer.text + "layers: []\n") }
    writer.list("layers") { writer in
      for layer in layers {
        writer.item { self.layer(layer, &$0, write) }
      }
    }
    write(writer.text)
  }

  private func tools(of category: CategoryID) -> [ToolID] {
    catalog[category].tools.map { ToolID($0) }.filter { chosen?.contains($0) ?? true }
  }

  /// Whether what an id names is written, too: in a part of a catalog nothing may lead to the rest.
  func writesCategory(_ id: String) -> Bool {
    chosen == nil || catalog.categoryID(for: id).map { !tools(of: $0).isEmpty } ?? false
  }

  private func writes(_ feature: Feature) -> Bool {
    switch feature.subject {
    case .maturity: true
    case .category(let id): chosen == nil || !tools(of: id).isEmpty
    }
  }

  func writesTool(_ id: String) -> Bool {
    chosen.map { chosen in catalog.toolID(for: id).map(chosen.contains) ?? false } ?? true
  }

  private func string(_ text: Text) -> String { catalog.string(text) }

  // MARK: The landscape

  private func landscape(_ writer: inout BlockWriter, _ layers: [LayerID]) {
    let landscape = catalog.landscape
    writer.pair("name", landscape.name, in: catalog)
    writer.pair("asOf", string(landscape.asOf))
    writer.pair("foundation", string(landscape.foundation))
    writer.pair("homepage", string(landscape.homepage))
    writer.pair("introduction", landscape.introduction, in: catalog)
    writer.pair("choosing", landscape.choosing, in: catalog)
    writer.list("layers", layers.map { string(catalog[$0].id) })
    let reading = catalog.readingOrder
    if reading != catalog.layerIDs {
      writer.list("reading", reading.filter(layers.contains).map { string(catalog[$0].id) })
    }
    writer.items("tags", catalog.tags) { writer, tag in
      writer.pair("id", string(tag.id))
      writer.pair("name", tag.name, in: catalog)
      words("aliases", catalog.aliases(of: tag), &writer)
    }
    writer.items("themes", catalog.themes) { writer, theme in
      writer.pair("id", string(theme.id))
      writer.pair("name", theme.name, in: catalog)
      writer.pair("what", theme.what, in: catalog)
      writer.pair("where", theme.location, in: catalog)
      writer.pair("choosing", theme.choosing, in: catalog)
      writer.list(
        "tools", catalog.tools(of: theme).filter { chosen?.contains($0) ?? true }.map { string(catalog[$0].id) })
    }
    writer.items("groups", catalog.groups) { writer, group in
      writer.pair("name", group.name, in: catalog)
      writer.list("layers", catalog.layers(of: group).filter(layers.contains).map { string(catalog[$0].id) })
    }
    writer.items("featured", catalog.features.filter(writes)) { writer, feature in
      switch feature.subject {
      case .maturity(let number): writer.pair("maturity", catalog.maturities[Int(number)])
      case .category(let id): writer.pair("category", string(catalog[id].id))
      }
      writer.pair("label", string(feature.label))
      if let order = feature.order { writer.pair("order", order) }
    }
  }

  /// Words of a list, each in one or several languages.
  private func words(_ key: String, _ words: some Collection<LocalizedText>, _ writer: inout BlockWriter) {
    guard !words.isEmpty else { return }
    if words.allSatisfy({ $0.zh.isEmpty }) { return writer.list(key, words.map { string($0.en) }) }
    writer.items(key, words) { writer, word in
      for language in Language.allCases { writer.pair(language.rawValue, string(word[language])) }
    }
  }

  // MARK: Layers and categories

  private func layer(_ id: LayerID, _ writer: inout BlockWriter, _ write: (String) -> Void) {
    let layer = catalog[id]
    writer.pair("id", string(layer.id))
    switch layer.kind {
    case .floor: break
    case .column: writer.pair("kind", "column")
    }
    writer.pair("name", layer.name, in: catalog)
    writer.pair("summary", layer.summary, in: catalog)
    writer.pair("recap", layer.recap, in: catalog)
    writer.pair("guide", layer.guide, in: catalog)
    writer.pair("guideRecap", layer.guideRecap, in: catalog)
    writer.list("keywords", catalog.keywords(of: id).map(string))
    let categories = catalog.categories(of: id).filter { chosen == nil || !tools(of: $0).isEmpty }
    guard !categories.isEmpty else { return }
    writer.list("categories") { writer in
      for category in categories {
        writer.item { self.category(category, &$0) }
        let piece = writer.takeLargePiece()
        if !piece.isEmpty { write(piece) }
      }
    }
  }

  private func category(_ id: CategoryID, _ writer: inout BlockWriter) {
    let category = catalog[id]
    writer.pair("id", string(category.id))
    writer.pair("name", category.name, in: catalog)
    words("aliases", catalog.aliases(of: id), &writer)
    writer.pair("what", category.what, in: catalog)
    writer.pair("problem", category.problem, in: catalog)
    writer.pair("solution", category.solution, in: catalog)
    writer.pair("tooling", category.tooling, in: catalog)
    writer.pair("guide", category.guide, in: catalog)
    writer.list("keywords", catalog.keywords(of: id).map(string))
    let terms = catalog.terms(of: id).filter { term in
      Language.allCases.contains { term.term.has($0) && term.term.source(in: $0) == .file }
    }
    writer.items("terms", terms) { writer, term in
      writer.pair("term", term.term, in: catalog)
      writer.pair("meaning", term.meaning, in: catalog)
    }
    let relations = catalog.relations(of: id).filter { $0.reason.source(in: .en) == .file }
    writer.items("related", chosen == nil ? relations : []) { writer, relation in
      writer.pair("category", string(catalog[relation.category].id))
      writer.pair("reason", relation.reason, in: catalog)
    }
    writer.items("kinds", catalog.kinds(of: id)) { writer, kind in
      writer.pair("id", string(catalog[kind].id))
      writer.pair("name", catalog[kind].name, in: catalog)
      words("aliases", catalog.aliases(of: kind), &writer)
      writer.pair("when", catalog[kind].when, in: catalog)
      writer.list("jobs", catalog.jobs(of: kind).map(string))
    }
    writer.items("facts", catalog.facts(of: id)) { writer, fact in
      writer.pair("id", string(fact.id))
      writer.pair("name", fact.name, in: catalog)
    }
    writer.items("tools", tools(of: id)) { writer, tool in self.tool(tool, &writer) }
  }
}
