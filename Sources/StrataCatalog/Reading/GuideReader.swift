import StrataYAML

/// A landscape2 guide: a chapter a layer, a section a category, Markdown throughout.
extension Reader {
  enum GuideKey: String, CaseIterable {
    case category, subcategory, content, keywords, subcategories
  }

  private static let guideKeys = KeyTable<GuideKey>()

  /// A chapter or a section of the guide.
  private struct Section {
    var name = Text.empty
    var content = Text.empty
    var keywords: [Text] = []
    var parts: [Section] = []
  }

  /// Gives the layers and categories of an input the texts of a guide. Chapters about no layer become the landscape's
  /// introduction; sections about no category join their chapter, those behind the last category as its recap.
  mutating func readGuide(_ root: Document.NodeID, in source: Source) {
    isLenient = true
    defer { isLenient = false }
    guard let node = source.document.value(of: "categories", in: root).map(source.document.resolved),
      let items = list(node, in: source, .key("categories", .guide))
    else { return }
    let names = NameIndex(of: draft, input: source.input, store)
    var loose: [String] = []
    for item in items {
      guard let chapter = section(item, isChapter: true, in: source) else { continue }
      if let layer = names.layer(store.string(chapter.name)) {
        apply(chapter, to: layer, names)
      } else {
        loose.append(markdown(of: chapter, level: "#"))
      }
    }
    guard !loose.isEmpty else { return }
    let introduction = draft.landscape.introduction.en
    if !introduction.isEmpty { loose.insert(store.string(introduction), at: 0) }
    draft.landscape.introduction.en = store.append(loose.joined(separator: "\n\n").utf8)
  }

  private mutating func section(
    _ node: Document.NodeID, isChapter: Bool, in source: Source
  ) -> Section? {
    let part: Finding.Part = isChapter ? .layer : .category
    guard let entries = mapping(node, in: source, .entry(part)) else { return nil }
    var section = Section()
    var parts: Items?
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.guideKeys) {
      case .category, .subcategory:
        section.name = trimmedWord(value, in: source, .key(isChapter ? "category" : "subcategory", part)) ?? .empty
      case .content: section.content = trimmedWord(value, in: source, .key("content", part)) ?? .empty
      case .keywords:
        section.keywords = words(value, in: source, .key("keywords", part)).map { trimmed($0) }.filter { !$0.isEmpty }
      case .subcategories: parts = list(value, in: source, .key("subcategories", part))
      case nil: reportTypo(key, in: source, part, of: node, Self.guideKeys.names)
      }
    }
    if section.name.isEmpty {
      report(.missingName(part, id: ""), at: node, in: source)
      return nil
    }
    if let parts, isChapter {
      for part in parts {
        if let part = self.section(part, isChapter: false, in: source) { section.parts.append(part) }
      }
    }
    return section
  }

  private mutating func apply(_ chapter: Section, to layer: Int, _ names: NameIndex) {
    var before: [String] = chapter.content.isEmpty ? [] : [store.string(chapter.content)]
    var after: [String] = []
    var hasCategory = false
    for part in chapter.parts {
      if let category = names.category(store.string(part.name), inLayer: layer) {
        draft.categories[category].record.guide.en = part.content
        draft.categories[category].keywords = part.keywords
        hasCategory = true
      } else if hasCategory {
        after.append(markdown(of: part, level: "##"))
      } else {
        before.append(markdown(of: part, level: "##"))
      }
    }
    // A chapter that is only its own content stays where it stands in the source.
    if before.count == 1, !chapter.content.isEmpty {
      draft.layers[layer].record.guide.en = chapter.content
    } else {
      draft.layers[layer].record.guide.en = store.append(before.joined(separator: "\n\n").utf8)
    }
    draft.layers[layer].record.guideRecap.en = store.append(after.joined(separator: "\n\n").utf8)
    draft.layers[layer].keywords = chapter.keywords
  }

  /// A section and its parts under headings.
  private func markdown(of section: Section, level: String) -> String {
    var parts = ["\(level) \(store.string(section.name))"]
    if !section.content.isEmpty { parts.append(store.string(section.content)) }
    if !section.keywords.isEmpty {
      parts.append(section.keywords.map { "*\(store.string($0))*" }.joined(separator: ", "))
    }
    parts += section.parts.map { markdown(of: $0, level: level + "#") }
    return parts.joined(separator: "\n\n")
  }
}
