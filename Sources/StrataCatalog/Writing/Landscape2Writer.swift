/// A catalog as landscape2's files: what of it that format has a key for. What is read from them again is the same, but for
/// strata's own texts, kinds, facts and lives, which landscape2 does not know.
public struct Landscape2Writer: Sendable {
  let catalog: Catalog
  private let chosen: Set<ToolID>?

  /// - Parameters:
  ///   - catalog: what is written.
  ///   - tools: those to write; layers and categories without any are left out then. Nil for all.
  public init(_ catalog: Catalog, tools: [ToolID]? = nil) {
    self.catalog = catalog
    chosen = tools.map(Set.init)
  }

  /// The layers that are written.
  var layers: [LayerID] {
    catalog.layerIDs.filter { layer in
      chosen == nil || catalog.categories(of: layer).contains { !tools(of: $0).isEmpty }
    }
  }

  /// The categories of a layer that are written.
  func categories(of layer: LayerID) -> [CategoryID] {
    catalog.categories(of: layer).filter { chosen == nil || !tools(of: $0).isEmpty }
  }

  private func tools(of category: CategoryID) -> [ToolID] {
    catalog[category].tools.map { ToolID($0) }.filter { chosen?.contains($0) ?? true }
  }

  /// The data file.
  ///
  /// - Parameter write: called with pieces of the text.
  public func text(to write: (String) -> Void) {
    var writer = BlockWriter()
    writer.list("landscape") { writer in
      for layer in layers {
        writer.item { self.layer(layer, &$0) }
        let piece = writer.takeLargePiece()
        if !piece.isEmpty { write(piece) }
      }
    }
    write(writer.text)
  }

  func name(_ text: LocalizedText) -> String { catalog.string(text, in: .en) }

  private func layer(_ id: LayerID, _ writer: inout BlockWriter) {
    writer.pair("name", name(catalog[id].name))
    writer.items("subcategories", categories(of: id)) { writer, category in
      writer.pair("name", name(catalog[category].name))
      let tools = tools(of: category)
      if tools.isEmpty { writer.emptyList("items") }
      writer.items("items", tools) { writer, tool in item(tool, &writer) }
    }
  }

  private func item(_ id: ToolID, _ writer: inout BlockWriter) {
    let tool = catalog[id]
    let fields = catalog.fields(of: id).filter { $0.source == .file }
    func rows(_ key: Field.Key) -> [Field] { fields.filter { $0.key == key } }
    func values(_ key: Field.Key) -> [String] { rows(key).map { catalog.string($0.value) } }
    func first(_ key: Field.Key) -> String { values(key).first ?? "" }
    writer.pair("name", catalog.string(tool.name))
    if tool.summary.has(.en), tool.summary.source(in: .en) == .file {
      writer.pair("description", catalog.string(tool.summary.en))
    }
    writer.pair("homepage_url", catalog.string(tool.homepage))
    writer.pair("repo_url", catalog.string(tool.repository))
    writer.pair("project", catalog.maturity(of: id))
    writer.pair("license", first(.license))
    if !first(.organization).isEmpty {
      writer.mapping("organization") { $0.pair("name", first(.organization)) }
    }
    writer.pair("joined", first(.joined))
    writer.flag("enduser", !values(.endUser).isEmpty)
    writer.flag("open_source", !values(.openSource).isEmpty)
    writer.list(
      "second_path",
      values(.also).compactMap { catalog.categoryID(for: $0) }.map { category in
        name(catalog[catalog[category].layer].name) + " / " + name(catalog[category].name)
      })
    generated(fields, &writer)
    guard !fields.allSatisfy({ Self.plain.contains($0.key) }) else { return }
    writer.mapping("extra") { writer in
      writer.pair("accepted", first(.accepted))
      writer.pair("incubating", first(.incubating))
      writer.pair("graduated", first(.graduated))
      writer.pair("archived", first(.archived))
      if let review = rows(.annualReview).first {
        writer.pair("annual_review_date", catalog.string(review.label))
        if review.label != review.value { writer.pair("annual_review_url", catalog.string(review.value)) }
      }
      if let parent = rows(.partOf).first {
        let tool = catalog.toolID(for: catalog.string(parent.value))
        writer.pair("parent_project", tool.map { catalog.string(catalog[$0].name) } ?? catalog.string(parent.value))
      }
      writer.flag("specification", !values(.specification).isEmpty)
      writer.list("tag", values(.advisoryGroup))
      writer.list("tags", values(.tag))
      if shares(of: rows(.language)).isEmpty {
        writer.pair("summary_languages", values(.language).joined(separator: ", "))
      }
      writer.pair("chat_channel", first(.chat))
      writer.pair("summary_use_case", first(.useCase))
      writer.pair("summary_business_use_case", first(.businessUseCase))
      for (key, value) in zip(["summary_integrations", "summary_integration"], values(.integrations)) {
        writer.pair(key, value)
      }
      writer.pair("summary_personas", first(.personas))
      writer.pair("summary_release_rate", first(.releaseRate))
      for training in rows(.training) {
        writer.pair("training_\(catalog.string(training.label))", catalog.string(training.value))
      }
      if !rows(.annotation).isEmpty {
        writer.mapping("annotations") { writer in
          for row in rows(.annotation) { writer.pair(catalog.string(row.label), catalog.string(row.value)) }
        }
      }
      writer.items("audits", rows(.audit)) { writer, audit in
        writer.pair("type", catalog.string(audit.label))
        writer.pair("url", catalog.string(audit.value))
      }
      writer.items("other_links", rows(.link)) { writer, link in
        writer.pair("name", catalog.string(link.label))
        writer.pair("url", catalog.string(link.value))
      }
    }
  }

  /// Keys that stand in the item itself, and those that landscape2 has no place for.
  private static let plain: Set<Field.Key> = [
    .license, .organization, .joined, .endUser, .openSource, .also, .alias, .keyword, .kind, .lifecycle, .lifecycleNote,
    .licenseClass, .previousLicense, .delivery, .since, .listed, .fact, .pickWhen, .former, .replacedBy, .replaces,
    .stars, .contributors, .started, .latestCommit, .latestRelease,
  ]
}
