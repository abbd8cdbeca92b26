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
  /// introduction; sections about no category join their chapter, those behind its first category as its recap. A name
  /// that is nearly a layer's or a category's is told.
  mutating func readGuide(_ root: Document.NodeID, in source: Source) {
    isLenient = true
    defer { isLenient = false }
    guard let node = source.document.value(of: "categories", in: root).map(source.document.resolved),
      let items = list(node, in: source, .key("categories", .guide))
    else { return }
    var loose: [String] = []
    // A guide may have several chapters about one layer: they are put together once.
    var chapters: [Int: [Section]] = [:]
    for item in items {
      guard let chapter = section(item, isChapter: true, in: source) else { continue }
      if let layer = names.layer(store.string(chapter.name)) {
        chapters[layer, default: []].append(chapter)
      } else {
        reportNearName(chapter.name, .layer, inLayer: nil)
        loose.append(markdown(of: chapter, level: "#"))
      }
    }
    for (layer, chapters) in chapters.sorted(by: { $0.key < $1.key }) { apply(chapters, to: layer) }
    guard !loose.isEmpty else { return }
    let introduction = draft.landscape.introduction[.en]
    if !introduction.isEmpty { loose.insert(store.string(introduction), at: 0) }
    draft.landscape.introduction[.en] = store.append(loose.joined(separator: "\n\n").utf8)
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
    guard let parts else { return section }
    guard isChapter else {
      report(.misplacedKey(key: GuideKey.subcategories.rawValue, .layer), at: node, in: source)
      return section
    }
    for part in parts {
      if let part = self.section(part, isChapter: false, in: source) { section.parts.append(part) }
    }
    return section
  }

  private mutating func reportNearName(_ name: Text, _ part: Finding.Part, inLayer layer: Int?) {
    let word = store.excerpt(name)
    guard !isFull, let nearest = likelyName(word, part, inLayer: layer) else { return }
    report(.danglingName(part, name: word, role: .guide, nearest: nearest), at: name)
  }

  /// One that is alone stays where it stands in the source.
  private mutating func joined(_ texts: [Text]) -> Text {
    let texts = texts.filter { !$0.isEmpty }
    return texts.count == 1 ? texts[0] : joined(texts.map(store.string))
  }

  private mutating func joined(_ texts: [String]) -> Text {
    store.append(texts.joined(separator: "\n\n").utf8)
  }

  private mutating func apply(_ chapters: [Section], to layer: Int) {
    let own = chapters.map(\.content).filter { !$0.isEmpty }
    var before = own.map(store.string)
    var after: [String] = []
    var hasCategory = false
    // The texts of each category, put together once.
    var contents: [(category: Int, texts: [Text])] = []
    var positions: [Int: Int] = [:]
    for part in chapters.flatMap(\.parts) {
      if let category = names.category(store.string(part.name), inLayer: layer) {
        if let position = positions[category] {
          contents[position].texts.append(part.content)
        } else {
          positions[category] = contents.count
          contents.append((category, [part.content]))
        }
        draft.categories[category].keywords += part.keywords
        hasCategory = true
        continue
      }
      reportNearName(part.name, .category, inLayer: layer)
      if hasCategory {
        after.append(markdown(of: part, level: "##"))
      } else {
        before.append(markdown(of: part, level: "##"))
      }
    }
    for (category, texts) in contents { draft.categories[category].record.guide[.en] = joined(texts) }
    let isAlone = own.count == 1 && before.count == 1
    draft.layers[layer].record.guide[.en] = isAlone ? own[0] : joined(before)
    draft.layers[layer].record.guideRecap[.en] = joined(after)
    draft.layers[layer].keywords = chapters.flatMap(\.keywords)
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
