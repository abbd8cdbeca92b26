// Memory: lent.

import StrataYAML

/// The data files of landscape2, which most foundations publish. Their `category` is a layer here, their `subcategory`
/// a category, their `item` a tool. Nothing that an item says keeps the file from opening.
extension Reader {
  enum DataKey: String, CaseIterable {
    case category, subcategory, name, subcategories, items
  }

  private static let dataKeys = KeyTable<DataKey>()

  /// What is needed while one landscape2 file is read.
  struct Landscape2 {
    /// strata's own catalog; without layers and categories where the file is of another world.
    var join: Join
    var isKnownWorld = false
    var shelves: Shelves
    /// What the settings' groups call the layers.
    var groupLayers: Set<String> = []
    /// Tools by their ids, those of earlier catalogs among them: indices into `Draft.tools`.
    var toolIDs: IDTable
    /// For an id that was asked for again the number it was given last.
    var numbers: [String: Int] = [:]
    /// The tools of earlier catalogs, and those that are on this file's shelves by now.
    var earlier = Identity()
    var met: Set<Int> = []
    /// For each tool of strata's own that is in the file: which tools of the draft may be it, and how much speaks for it.
    var known: [Int: (weight: Int, tools: [Int])] = [:]
    /// For each category of strata's own catalog, by its number, the one of the draft that was joined with it.
    var joined: [Int: Int] = [:]
    /// For each layer of the draft that was joined, strata's own.
    var joinedLayers: [Int: LayerID] = [:]
    /// The slug of each layer's and category's name, by index of the draft; cut, for they end other ids.
    var layerSlugs: [Int: String] = [:]
    var categorySlugs: [Int: String] = [:]
    /// Whether an item names its parent project: it is looked up when all names are known.
    var hasParents = false
    /// The rows of tools that hold a path for now.
    var secondPaths: [(tool: Int, row: Int)] = []
    var itemCount = 0
    /// Whether what stands for its layers is no list, and reported as that.
    var isMisshapen = false

    /// Whether one of strata's own layers is in the file by now.
    func isJoined(_ layer: LayerID) -> Bool { joinedLayers.values.contains(layer) }
  }

  /// About so many bytes describe an item: the table of their ids seldom grows.
  private static let itemBytes = 512

  /// - Parameter groupLayers: the layers that the settings' groups name.
  mutating func readLandscape2(_ root: Document.NodeID, in source: Source, groupLayers: Set<String>) {
    isLenient = true
    defer { isLenient = false }
    var state = Landscape2(
      join: Join(shipped), shelves: Shelves(before: draft, store),
      toolIDs: IDTable(capacity: source.bytes.count / Self.itemBytes))
    state.groupLayers = groupLayers
    state.isKnownWorld = state.join.knows(outline(of: root, in: source))
    addEarlierTools(to: &state)
    let firstTool = draft.tools.count
    let firstCategory = draft.categories.count
    for (key, value) in Entries(of: root, in: source.document) {
      let name = source.document.kind(of: key) == .scalar ? source.document.string(key) : ""
      guard name == "landscape" || name == "categories" else { continue }
      // Without its list the file is nothing to open.
      isLenient = false
      let items = list(value, in: source, .key(name, .data))
      isLenient = true
      guard let items else {
        if !source.document.isNull(value) { state.isMisshapen = true }
        continue
      }
      for item in items { readLayer2(item, &state, in: source) }
    }
    resolveSecondPaths(&state, in: source)
    resolveParents(state, from: firstTool)
    adoptKnownTools(state)
    adoptRelations(state, from: firstCategory)
    if state.itemCount == 0, !state.isMisshapen {
      isLenient = false
      report(.noItems, at: Diagnostic.Place(source: source.document.name, offset: 0, length: 0))
    }
  }

  /// The keys of the names of a file's layers and categories.
  private func outline(of root: Document.NodeID, in source: Source) -> [(layer: String, categories: [String])] {
    guard shipped != nil else { return [] }
    let document = source.document
    func items(_ key: String, of node: Document.NodeID) -> Items? {
      let value = document.value(of: key, in: node).map(document.resolved)
      return value.flatMap { document.kind(of: $0) == .sequence ? Items(of: $0, in: document) : nil }
    }
    func key(of node: Document.NodeID) -> String {
      let name = document.value(of: "name", in: node).map(document.resolved)
      // What is longer is nothing that strata knows.
      return Join.key(name.map { String(decoding: document.utf8(of: $0).prefix(256), as: UTF8.self) } ?? "")
    }
    var outline: [(layer: String, categories: [String])] = []
    for top in ["landscape", "categories"] {
      for layer in items(top, of: root).map(Array.init) ?? [] {
        outline.append((key(of: layer), (items("subcategories", of: layer).map(Array.init) ?? []).map(key)))
      }
    }
    return outline
  }

  private mutating func addEarlierTools(to state: inout Landscape2) {
    for index in draft.tools.indices {
      let tool = draft.tools[index]
      state.earlier.add(Identity.Addresses(of: tool, former: former(of: tool), in: store), index: index)
      guard !tool.id.isEmpty else { continue }
      let hash = store.hash(tool.id)
      guard state.toolIDs.find(hash: hash, where: { store.areEqual(draft.tools[$0].id, tool.id) }) == nil else {
        continue
      }
      state.toolIDs.insert(index, hash: hash) { store.hash(draft.tools[$0].id) }
    }
  }

  /// The addresses that a tool had before.
  func former(of tool: Tool) -> [Text] {
    draft.fields(of: tool).lazy.filter { $0.key == .former }.map(\.value)
  }

  private mutating func readLayer2(_ node: Document.NodeID, _ state: inout Landscape2, in source: Source) {
    guard let entries = mapping(node, in: source, .entry(.layer)) else { return }
    var name = Text.empty
    var categories: Items?
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.dataKeys) {
      case .name: name = trimmedWord(value, in: source, .key("name", .layer)) ?? .empty
      case .subcategories: categories = list(value, in: source, .key("subcategories", .layer))
      case .category, .subcategory, .items: continue
      case nil: reportTypo(key, in: source, .layer, of: node, Self.dataKeys.names)
      }
    }
    let layer = addLayer2(named(name, .layer, at: node, in: source), &state, in: source)
    guard let categories else { return }
    for category in categories { readCategory2(category, layer: layer, &state, in: source) }
  }

  /// Adds a layer to the draft, with what strata knows of it.
  mutating func addLayer2(_ name: Text, _ state: inout Landscape2, in source: Source) -> Int {
    let words = store.string(name)
    let key = Join.key(words)
    let index = draft.layers.count
    var layer = Draft.LayerDraft(input: source.input, rank: 0)
    layer.record.name = LocalizedText(name)
    // The first of the name; a second one is another.
    let known = state.isKnownWorld ? state.join.layer(key).flatMap { state.isJoined($0) ? nil : $0 } : nil
    let slug = Self.slug(words)
    state.layerSlugs[index] = Self.ending(slug)
    let ownID = known.flatMap { known in shipped.map { $0.string($0[known].id) } }
    let id = state.shelves.addLayer(words, key: key, slug: slug, known: ownID, index: index)
    layer.record.id = store.append(id.utf8)
    // strata's layers come first, in its order.
    layer.rank = rankBase(of: source) + (known?.index ?? state.join.layerCount + index)
    if let known, let shipped {
      state.joinedLayers[index] = known
      layer.kind = shipped[known].kind
      adoptMissing(of: &layer.record.name, from: shipped[known].name, of: shipped)
      layer.record.summary = adopt(shipped[known].summary, of: shipped)
      layer.record.recap = adopt(shipped[known].recap, of: shipped)
    }
    draft.layers.append(layer)
    return index
  }

  private mutating func readCategory2(
    _ node: Document.NodeID, layer: Int, _ state: inout Landscape2, in source: Source
  ) {
    guard let entries = mapping(node, in: source, .entry(.category)) else { return }
    var name = Text.empty
    var items: Items?
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.dataKeys) {
      case .name: name = trimmedWord(value, in: source, .key("name", .category)) ?? .empty
      case .items: items = list(value, in: source, .key("items", .category))
      case .category, .subcategory, .subcategories: continue
      case nil: reportTypo(key, in: source, .category, of: node, Self.dataKeys.names)
      }
    }
    let category = addCategory2(named(name, .category, at: node, in: source), layer: layer, &state, in: source)
    guard let items else { return }
    for item in items { readItem(item, category: category, &state, in: source) }
  }

  /// Adds a category to the draft, with what strata knows of it.
  mutating func addCategory2(_ name: Text, layer: Int, _ state: inout Landscape2, in source: Source) -> Int {
    let words = store.string(name)
    let key = Join.key(words)
    let index = draft.categories.count
    var category = Draft.CategoryDraft(input: source.input, layer: layer, rank: rankBase(of: source) + index)
    category.record.name = LocalizedText(name)
    let slug = Self.slug(words)
    state.categorySlugs[index] = Self.ending(slug)
    let known = state.joinedLayers[layer]
      .flatMap { state.join.category(key, in: $0) }
      .flatMap { state.joined[$0.index] == nil ? $0 : nil }
    let ownID = known.flatMap { known in shipped.map { $0.string($0[known].id) } }
    let home = (index: layer, id: store.string(draft.layers[layer].record.id), slug: state.layerSlugs[layer] ?? "")
    let id = state.shelves.addCategory(words, key: key, slug: slug, known: ownID, layer: home, index: index)
    category.record.id = store.append(id.utf8)
    if let known, let shipped {
      let texts = shipped[known]
      adoptMissing(of: &category.record.name, from: texts.name, of: shipped)
      category.record.what = adopt(texts.what, of: shipped)
      category.record.problem = adopt(texts.problem, of: shipped)
      category.record.solution = adopt(texts.solution, of: shipped)
      category.record.tooling = adopt(texts.tooling, of: shipped)
      category.terms = shipped.terms(of: known).map {
        Term(term: adopt($0.term, of: shipped), meaning: adopt($0.meaning, of: shipped))
      }
      state.joined[known.index] = index
    }
    draft.categories.append(category)
    return index
  }

  // MARK: Names and ids

  /// The name, or a stand-in for one that is missing, so that what is below stays to be seen.
  private mutating func named(
    _ name: Text, _ part: Finding.Part, at node: Document.NodeID, in source: Source
  ) -> Text {
    guard name.isEmpty else { return name }
    report(.missingName(part, id: ""), at: node, in: source)
    return store.intern("Unnamed")
  }

  static func slug(_ name: String) -> String {
    let slug = Forms.slug(name)
    return slug.isEmpty ? "unnamed" : slug
  }

  /// A slug as other ids end in it: so many letters tell them apart, and no long name makes all ids long.
  private static func ending(_ slug: String) -> String { String(slug.unicodeScalars.prefix(64)) }

  /// The id of an item: the slug of its name; a clash takes `-` and its category's slug, another one a number.
  mutating func itemID(_ name: Text, category: Int, _ state: inout Landscape2) -> Text {
    if let id = freeSlug(name, &state) { return id }
    let slug = Self.slug(store.string(name))
    if let id = freeID(slug, name: name, &state) { return id }
    let longer = "\(slug)-\(state.categorySlugs[category] ?? "")"
    var number = state.numbers[longer] ?? 0
    while true {
      number += 1
      if let id = freeID(number == 1 ? longer : "\(longer)-\(number)", name: name, &state) {
        state.numbers[longer] = number
        return id
      }
    }
  }

  /// The slug of a name that is ASCII, as nearly all are, where it is free; nil where it is not, or there is none.
  private mutating func freeSlug(_ name: Text, _ state: inout Landscape2) -> Text? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(name.length)) { slug in
      guard let length = store.withBytes(name, { Forms.slugOfASCII($0, to: slug) }), length > 0 else { return nil }
      return freeID(UnsafeBufferPointer(rebasing: slug[..<length]), name: name, &state)
    }
  }

  private mutating func freeID(_ id: String, name: Text, _ state: inout Landscape2) -> Text? {
    var id = id
    return id.withUTF8 { freeID($0, name: name, &state) }
  }

  /// The text of an id that no tool has yet, which the next one gets; nil where it is taken.
  private mutating func freeID(
    _ id: UnsafeBufferPointer<UInt8>, name: Text, _ state: inout Landscape2
  ) -> Text? {
    steps += 1 + id.count
    let hash = store.hashKey.hash(id)
    let twin = state.toolIDs.find(hash: hash) { store.areEqual(draft.tools[$0].id, id) }
    guard twin == nil else { return nil }
    // The name itself where it is the id already.
    let isName = store.areEqual(name, id)
    state.toolIDs.insert(draft.tools.count, hash: hash) { store.hash(draft.tools[$0].id) }
    return isName ? name : store.append(id)
  }

  /// Where the ranks of a file begin: behind those of the catalogs it is laid over.
  func rankBase(of source: Source) -> Int {
    source.input << 32
  }
}
