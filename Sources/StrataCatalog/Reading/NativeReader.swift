import StrataYAML

/// strata's own format.
extension Reader {
  enum RootKey: String, CaseIterable { case landscape, layers }

  enum LandscapeKey: String, CaseIterable {
    case name, asOf, foundation, homepage, introduction, choosing, layers, reading, tags, themes, groups, featured
  }

  enum LayerKey: String, CaseIterable {
    case id, kind, name, summary, recap, guide, guideRecap, keywords, categories
  }

  enum CategoryKey: String, CaseIterable {
    case id, name, aliases, what, problem, solution, tooling, guide, keywords, terms, related, kinds, facts, tools
  }

  enum TermKey: String, CaseIterable { case term, meaning }
  enum RelationKey: String, CaseIterable { case category, reason }

  private static let rootKeys = KeyTable<RootKey>()
  private static let landscapeKeys = KeyTable<LandscapeKey>()
  private static let layerKeys = KeyTable<LayerKey>()
  private static let categoryKeys = KeyTable<CategoryKey>()
  private static let termKeys = KeyTable<TermKey>()
  private static let relationKeys = KeyTable<RelationKey>()

  mutating func readNative(_ root: Document.NodeID, in source: Source) {
    draft.tools.reserveCapacity(draft.tools.count + countTools(root, in: source.document))
    for (key, value) in Entries(of: root, in: source.document) {
      switch self.key(key, in: source, of: Self.rootKeys) {
      case .landscape: readLandscape(value, key: key, in: source)
      case .layers:
        guard let items = list(value, in: source, .key("layers", .catalog)) else { continue }
        for item in items { readLayer(item, in: source) }
      case nil: reportUnknown(key, in: source, .catalog, Self.rootKeys.names)
      }
    }
  }

  /// How many tools a native document holds, so that room for them is made at once.
  private func countTools(_ root: Document.NodeID, in document: Document) -> Int {
    var count = 0
    func items(of key: String, in node: Document.NodeID) -> Items? {
      guard document.kind(of: node) == .mapping, let value = document.value(of: key, in: node) else { return nil }
      let list = document.resolved(value)
      return document.kind(of: list) == .sequence ? Items(of: list, in: document) : nil
    }
    for layer in items(of: "layers", in: root).map(Array.init) ?? [] {
      for category in items(of: "categories", in: layer).map(Array.init) ?? [] {
        guard let tools = items(of: "tools", in: category) else { continue }
        for _ in tools { count += 1 }
      }
    }
    return count
  }

  private mutating func readLandscape(_ node: Document.NodeID, key: Document.NodeID, in source: Source) {
    guard let entries = mapping(node, in: source, .key("landscape", .catalog)) else { return }
    let keyText = text(of: key, in: source)
    if let first = draft.landscapeOrigin, first.input == source.input {
      report(.secondLandscape(first: origin(of: first.text, seenFrom: keyText)), at: key, in: source)
      return
    }
    draft.landscapeOrigin = (source.input, keyText)
    let old = draft.landscape
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.landscapeKeys) {
      case .name:
        draft.landscape.name = localizedText(value, in: source, .key("name", .landscape)).laid(over: old.name)
      case .asOf:
        guard let day = word(value, in: source, .key("asOf", .landscape)), !day.isEmpty else { continue }
        checkDate(day, key: "asOf", at: value, in: source)
        draft.landscape.asOf = day
      case .foundation: draft.landscape.foundation = word(value, in: source, .key("foundation", .landscape)) ?? .empty
      case .homepage: draft.landscape.homepage = address(value, in: source, .key("homepage", .landscape))
      case .introduction:
        draft.landscape.introduction =
          localizedText(value, in: source, .key("introduction", .landscape)).laid(over: old.introduction)
      case .choosing:
        draft.landscape.choosing =
          localizedText(value, in: source, .key("choosing", .landscape)).laid(over: old.choosing)
      case .layers:
        let ids = words(value, in: source, .key("layers", .landscape))
        if !ids.isEmpty { draft.layerOrders.append((source.input, ids)) }
      case .reading:
        let ids = words(value, in: source, .key("reading", .landscape))
        if !ids.isEmpty { draft.reading = ids }
      case .tags: draft.tags = laid(parts(value, .tag, in: source, .key("tags", .landscape)), over: draft.tags)
      case .themes: draft.themes = laid(themes(value, in: source), over: draft.themes)
      case .groups: readNativeGroups(value, in: source)
      case .featured: readFeatured(value, in: source)
      case nil: reportUnknown(key, in: source, .landscape, Self.landscapeKeys.names)
      }
    }
  }

  private mutating func readLayer(_ node: Document.NodeID, in source: Source) {
    guard let entries = mapping(node, in: source, .entry(.layer)) else { return }
    var layer = Draft.LayerDraft(input: source.input, rank: draft.layers.count)
    var categories: [Document.NodeID] = []
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.layerKeys) {
      case .id: layer.record.id = id(value, .layer, in: source)
      case .kind:
        guard let kind = word(value, in: source, .key("kind", .layer)), !kind.isEmpty else { continue }
        layer.kind = self.kind(kind, at: value, in: source)
      case .name: layer.record.name = localizedName(value, key: key, in: source, .layer)
      case .summary: layer.record.summary = localizedText(value, in: source, .key("summary", .layer))
      case .recap: layer.record.recap = localizedText(value, in: source, .key("recap", .layer))
      case .guide: layer.record.guide = localizedText(value, in: source, .key("guide", .layer))
      case .guideRecap: layer.record.guideRecap = localizedText(value, in: source, .key("guideRecap", .layer))
      case .keywords: layer.keywords = words(value, in: source, .key("keywords", .layer))
      case .categories:
        guard let items = list(value, in: source, .key("categories", .layer)) else { continue }
        categories = Array(items)
      case nil: reportUnknown(key, in: source, .layer, Self.layerKeys.names)
      }
    }
    checkPresence(layer.record.id, layer.record.name.isEmpty, .layer, at: node, in: source)
    draft.layers.append(layer)
    let index = draft.layers.count - 1
    for category in categories { readCategory(category, layer: index, in: source) }
  }

  private mutating func kind(_ word: Text, at node: Document.NodeID, in source: Source) -> Layer.Kind {
    switch store.string(word) {
    case "floor": return .floor
    case "column": return .column
    case let other:
      let suggestion = Nearest.likely(other, among: Finding.Choice.layerKind.words)
      let value = TextStore.excerpt(other.utf8)
      report(.badChoice(.layerKind, value: value, suggestion: suggestion), at: node, in: source)
      return .floor
    }
  }

  private mutating func readCategory(_ node: Document.NodeID, layer: Int, in source: Source) {
    guard let entries = mapping(node, in: source, .entry(.category)) else { return }
    var category = Draft.CategoryDraft(input: source.input, layer: layer, rank: draft.categories.count)
    var tools: Items?
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.categoryKeys) {
      case .id: category.record.id = id(value, .category, in: source)
      case .name: category.record.name = localizedName(value, key: key, in: source, .category)
      case .what: category.record.what = localizedText(value, in: source, .key("what", .category))
      case .problem: category.record.problem = localizedText(value, in: source, .key("problem", .category))
      case .solution: category.record.solution = localizedText(value, in: source, .key("solution", .category))
      case .tooling: category.record.tooling = localizedText(value, in: source, .key("tooling", .category))
      case .guide: category.record.guide = localizedText(value, in: source, .key("guide", .category))
      case .keywords: category.keywords = words(value, in: source, .key("keywords", .category))
      case .terms: category.terms = terms(value, in: source)
      case .related: category.relations = relations(value, in: source)
      case .aliases: category.aliases = localizedWords(value, in: source, .key("aliases", .category))
      case .kinds: category.kinds = parts(value, .kind, in: source, .key("kinds", .category))
      case .facts: category.facts = parts(value, .fact, in: source, .key("facts", .category))
      case .tools: tools = list(value, in: source, .key("tools", .category))
      case nil: reportUnknown(key, in: source, .category, Self.categoryKeys.names)
      }
    }
    checkPresence(category.record.id, category.record.name.isEmpty, .category, at: node, in: source)
    draft.categories.append(category)
    let index = draft.categories.count - 1
    guard let tools else { return }
    for tool in tools { readTool(tool, category: index, in: source) }
  }

  private mutating func terms(_ node: Document.NodeID, in source: Source) -> [Term]? {
    guard let items = list(node, in: source, .key("terms", .category)) else { return nil }
    var terms: [Term] = []
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.term)) else { continue }
      var term = Term(term: .empty, meaning: .empty)
      for (key, value) in entries {
        switch self.key(key, in: source, of: Self.termKeys) {
        case .term: term.term = localizedText(value, in: source, .key("term", .term)).settled
        case .meaning: term.meaning = localizedText(value, in: source, .key("meaning", .term)).settled
        case nil: reportUnknown(key, in: source, .term, Self.termKeys.names)
        }
      }
      if term.term.isEmpty {
        report(.missingName(.term, id: ""), at: item, in: source)
      } else {
        terms.append(term)
      }
    }
    return terms
  }

  private mutating func relations(
    _ node: Document.NodeID, in source: Source
  ) -> [(category: Text, reason: LocalizedText)]? {
    guard let items = list(node, in: source, .key("related", .category)) else { return nil }
    var relations: [(category: Text, reason: LocalizedText)] = []
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.relation)) else { continue }
      var relation = (category: Text.empty, reason: LocalizedText.empty)
      for (key, value) in entries {
        switch self.key(key, in: source, of: Self.relationKeys) {
        case .category: relation.category = word(value, in: source, .key("category", .relation)) ?? .empty
        case .reason: relation.reason = localizedText(value, in: source, .key("reason", .relation)).settled
        case nil: reportUnknown(key, in: source, .relation, Self.relationKeys.names)
        }
      }
      if relation.category.isEmpty {
        report(.missingID(.relation), at: item, in: source)
      } else {
        relations.append(relation)
      }
    }
    return relations
  }

  /// Reports what has no id. A name that is missing beside an id may stand in a catalog below: that is looked at last.
  mutating func checkPresence(
    _ id: Text, _ hasNoName: Bool, _ part: Finding.Part, at node: Document.NodeID, in source: Source
  ) {
    guard id.isEmpty else { return }
    report(.missingID(part), at: node, in: source)
    if hasNoName { report(.missingName(part, id: ""), at: node, in: source) }
  }

  /// An id, checked for its form; empty where there is none.
  mutating func id(_ node: Document.NodeID, _ part: Finding.Part, in source: Source) -> Text {
    guard let id = word(node, in: source, .key("id", part)), !id.isEmpty else { return .empty }
    checkID(id, part, at: node, in: source)
    return id
  }

  /// The texts of a list: each a word, or a word in several languages.
  mutating func localizedWords(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> [LocalizedText] {
    guard let items = list(node, in: source, value(), wanted: .listOfWords) else { return [] }
    var words: [LocalizedText] = []
    for item in items {
      let word = localizedText(item, in: source, value()).settled
      if !word.isEmpty { words.append(word) }
    }
    return words
  }

  /// The words of a list.
  mutating func words(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> [Text] {
    guard let items = list(node, in: source, value(), wanted: .listOfWords) else { return [] }
    var words: [Text] = []
    for item in items {
      if let word = word(item, in: source, value()), !word.isEmpty { words.append(word) }
    }
    return words
  }

  mutating func checkPeriod(_ text: Text, key: String, at node: Document.NodeID, in source: Source) {
    guard !store.withBytes(text, Forms.isPeriod) else { return }
    report(.badPeriod(key: key, value: store.excerpt(text)), at: node, in: source)
  }

  mutating func checkDate(_ text: Text, key: String, at node: Document.NodeID, in source: Source) {
    guard !store.withBytes(text, Forms.isDate) else { return }
    report(.badDate(key: key, value: store.excerpt(text)), at: node, in: source)
  }
}
