import StrataText

/// The guide and the settings that stand beside a landscape2 data file.
extension Landscape2Writer {
  /// The guide, Markdown in YAML; empty where the catalog has none.
  public var guide: String {
    var writer = BlockWriter()
    let chapters = layers.filter { layer in
      let record = catalog[layer]
      return says(record.guide) || says(record.guideRecap) || !catalog.keywords(of: layer).isEmpty
        || categories(of: layer).contains(where: hasSection)
    }
    writer.items("categories", chapters) { writer, layer in chapter(layer, &writer) }
    return writer.text
  }

  private func says(_ text: LocalizedText) -> Bool { text.has(.en) && text.source(in: .en) == .file }

  private func hasSection(_ category: CategoryID) -> Bool {
    says(catalog[category].guide) || !catalog.keywords(of: category).isEmpty
  }

  private func chapter(_ layer: LayerID, _ writer: inout BlockWriter) {
    let record = catalog[layer]
    writer.pair("category", name(record.name))
    writer.list("keywords", catalog.keywords(of: layer).map(catalog.string))
    if says(record.guide) { writer.pair("content", catalog.string(record.guide.en)) }
    let recap = says(record.guideRecap) ? Self.sections(of: catalog.string(record.guideRecap.en)) : []
    var sections = categories(of: layer).filter(hasSection)
    // What stands behind the first category is the recap.
    if sections.isEmpty, !recap.isEmpty { sections = Array(categories(of: layer).prefix(1)) }
    guard !sections.isEmpty else { return }
    writer.list("subcategories") { writer in
      for category in sections {
        writer.item { writer in
          writer.pair("subcategory", name(catalog[category].name))
          writer.list("keywords", catalog.keywords(of: category).map(catalog.string))
          if says(catalog[category].guide) { writer.pair("content", catalog.string(catalog[category].guide.en)) }
        }
      }
      for section in recap {
        writer.item { writer in
          writer.pair("subcategory", section.name)
          writer.pair("content", section.content)
        }
      }
    }
  }

  /// The parts of a recap, which begins each with a heading and a blank line: `## Name`.
  private static func sections(of recap: String) -> [(name: String, content: String)] {
    var sections: [(name: String, content: String)] = []
    for block in ("\n\n" + recap).parts(between: "\n\n## ") where !block.isEmpty {
      let gap = block.firstPlace(of: "\n\n")
      sections.append(
        (String(block[..<(gap?.lowerBound ?? block.endIndex)]), gap.map { String(block[$0.upperBound...]) } ?? ""))
    }
    return sections
  }

  /// The settings; empty where the catalog says nothing that belongs there.
  public var settings: String {
    var writer = BlockWriter()
    let landscape = catalog.landscape
    writer.pair("foundation", catalog.string(landscape.foundation))
    writer.pair("url", catalog.string(landscape.homepage))
    if says(landscape.introduction) { writer.pair("description", catalog.string(landscape.introduction.en)) }
    let layers = layers
    writer.items("groups", catalog.groups) { writer, group in
      writer.pair("name", name(group.name))
      writer.list(
        "categories", catalog.layers(of: group).filter(layers.contains).map { name(catalog[$0].name) })
    }
    writer.items("featured_items", features) { writer, entry in
      writer.pair("field", entry.field)
      writer.items("options", entry.options) { writer, option in
        writer.pair("value", option.value)
        writer.pair("label", option.label)
        if let order = option.order { writer.pair("order", order) }
      }
    }
    return writer.text
  }

  private struct Option: Equatable {
    var value: String
    var label: String
    var order: Int?
  }

  /// In the order of the catalog: an entry for each run of one field. A name stands for the categories of all layers that are called
  /// so, and is written once.
  private var features: [(field: String, options: [Option])] {
    var entries: [(field: String, options: [Option])] = []
    for feature in catalog.features {
      let field: String
      let value: String
      switch feature.subject {
      case .maturity(let number): (field, value) = ("maturity", catalog.maturities[Int(number)])
      case .category(let id): (field, value) = ("subcategory", name(catalog[id].name))
      }
      let option = Option(value: value, label: catalog.string(feature.label), order: feature.order)
      if entries.last?.field != field { entries.append((field, [])) }
      if entries[entries.count - 1].options.last != option { entries[entries.count - 1].options.append(option) }
    }
    return entries
  }
}
