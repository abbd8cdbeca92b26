import StrataYAML

/// The data files of landscape2, which most foundations publish. Their `category` is a layer here, their `subcategory`
/// a category, their `item` a tool. Nothing in them keeps the file from opening.
extension Reader {
  enum DataKey: String, CaseIterable {
    case category, subcategory, name, subcategories, items
  }

  private static let dataKeys = KeyTable<DataKey>()

  /// What is needed while one landscape2 file is read.
  struct Landscape2 {
    /// Names to the layers, categories and tools of strata's own catalog.
    var join: Join
    /// Ids of this file's tools: indices into `Draft.tools`.
    var tools = IDTable(capacity: 64)
    /// Ids of this file's layers and categories.
    var layerIDs: Set<String> = []
    var categoryIDs: Set<String> = []
    /// `Layer / Category` → an index into `Draft.categories`.
    var paths: [String: Int] = [:]
    /// For each category of strata's own catalog the one of the draft that was joined with it.
    var joined: [CategoryID: Int] = [:]
    /// What strata's own catalog says of tools, as far as it has been adopted.
    var knownTools: [ToolID: (summary: LocalizedText, aliases: [Text])] = [:]
    /// The slug of each layer's and category's name, by index of the draft.
    var layerSlugs: [Int: String] = [:]
    var categorySlugs: [Int: String] = [:]
    /// Whether an item names its parent project: it is looked up when all names are known.
    var hasParents = false
  }

  mutating func readLandscape2(_ root: Document.NodeID, in source: Source) {
    isLenient = true
    defer { isLenient = false }
    var state = Landscape2(join: Join(shipped))
    let firstTool = draft.tools.count
    let firstCategory = draft.categories.count
    for (key, value) in Entries(of: root, in: source.document) {
      let name = source.document.kind(of: key) == .scalar ? source.document.string(key) : ""
      guard name == "landscape" || name == "categories" else { continue }
      guard let items = list(value, in: source, .key(name, .catalog)) else { continue }
      for item in items { readLayer2(item, &state, in: source) }
    }
    resolveSecondPaths(from: firstTool, state)
    resolveParents(state, from: firstTool)
    adoptRelations(state, from: firstCategory)
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
    name = named(name, .layer, at: node, in: source)
    let words = store.string(name)
    let index = draft.layers.count
    var layer = Draft.LayerDraft(input: source.input, rank: 0)
    layer.record.name = LocalizedText(en: name, zh: .empty)
    let known = state.join.layer(words)
    let slug = Self.slug(words)
    state.layerSlugs[index] = slug
    layer.record.id = layerID(known, slug, &state)
    // strata's layers come first, in its order.
    layer.rank = rankBase(of: source) + (known?.index ?? state.join.layerCount + index)
    if let known, let shipped {
      layer.kind = shipped[known].kind
      layer.record.name.zh = adopt(shipped[known].name.zh, of: shipped)
      layer.record.summary = adopt(shipped[known].summary, of: shipped)
      layer.record.recap = adopt(shipped[known].recap, of: shipped)
      layer.record.provenance = .strata
    }
    draft.layers.append(layer)
    guard let categories else { return }
    for category in categories { readCategory2(category, layer: index, layerName: words, &state, in: source) }
  }

  private mutating func readCategory2(
    _ node: Document.NodeID, layer: Int, layerName: String, _ state: inout Landscape2, in source: Source
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
    name = named(name, .category, at: node, in: source)
    let words = store.string(name)
    let index = draft.categories.count
    var category = Draft.CategoryDraft(input: source.input, layer: layer, rank: rankBase(of: source) + index)
    category.record.name = LocalizedText(en: name, zh: .empty)
    let slug = Self.slug(words)
    state.categorySlugs[index] = slug
    if state.paths["\(layerName) / \(words)"] == nil { state.paths["\(layerName) / \(words)"] = index }
    let known = state.join.category(words, inLayer: layerName)
    category.record.id = categoryID(known, slug, layerSlug: state.layerSlugs[layer] ?? "", &state)
    if let known, let shipped {
      let texts = shipped[known]
      category.record.name.zh = adopt(texts.name.zh, of: shipped)
      category.record.what = adopt(texts.what, of: shipped)
      category.record.problem = adopt(texts.problem, of: shipped)
      category.record.solution = adopt(texts.solution, of: shipped)
      category.record.tooling = adopt(texts.tooling, of: shipped)
      category.record.provenance = .strata
      category.terms = shipped.terms(of: known).map {
        Term(term: adopt($0.term, of: shipped), meaning: adopt($0.meaning, of: shipped))
      }
      if state.joined[known] == nil { state.joined[known] = index }
    }
    draft.categories.append(category)
    guard let items else { return }
    for item in items { readItem(item, category: index, &state, in: source) }
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

  /// strata's own id for a layer it knows, else the slug of its name.
  private mutating func layerID(_ known: LayerID?, _ slug: String, _ state: inout Landscape2) -> Text {
    let own = known.flatMap { known in shipped.map { $0.string($0[known].id) } }
    let id = Self.free([own ?? slug, slug], in: state.layerIDs)
    state.layerIDs.insert(id)
    return store.append(id.utf8)
  }

  private mutating func categoryID(
    _ known: CategoryID?, _ slug: String, layerSlug: String, _ state: inout Landscape2
  ) -> Text {
    let own = known.flatMap { known in shipped.map { $0.string($0[known].id) } }
    let id = Self.free([own ?? slug, slug, "\(slug)-\(layerSlug)"], in: state.categoryIDs)
    state.categoryIDs.insert(id)
    return store.append(id.utf8)
  }

  /// The first of the ids that is not taken, or the last with a number.
  private static func free(_ ids: [String], in taken: Set<String>) -> String {
    if let id = ids.first(where: { !taken.contains($0) }) { return id }
    let last = ids[ids.count - 1]
    var number = 2
    while taken.contains("\(last)-\(number)") { number += 1 }
    return "\(last)-\(number)"
  }

  /// The id of an item: the slug of its name; a clash takes `-` and its category's slug, another one a number.
  mutating func itemID(_ name: Text, category: Int, _ state: inout Landscape2) -> Text {
    let slug = Self.slug(store.string(name))
    var id = slug
    var number = 1
    while true {
      let text = idText(id, name: name)
      let hash = store.hash(text)
      let twin = state.tools.find(hash: hash) { store.areEqual(draft.tools[$0].id, text) }
      if twin == nil {
        state.tools.insert(draft.tools.count, hash: hash) { store.hash(draft.tools[$0].id) }
        return text
      }
      let longer = "\(slug)-\(state.categorySlugs[category] ?? "")"
      id = number == 1 ? longer : "\(longer)-\(number)"
      number += 1
    }
  }

  /// The text of an id: the name itself where it is the id already.
  private mutating func idText(_ id: String, name: Text) -> Text {
    let isName = Int(name.length) == id.utf8.count && store.withBytes(name) { $0.elementsEqual(id.utf8) }
    return isName ? name : store.append(id.utf8)
  }

  /// Where the ranks of a file begin: behind those of the catalogs it is laid over.
  func rankBase(of source: Source) -> Int {
    source.input << 32
  }

  // MARK: strata's own texts

  mutating func adopt(_ text: LocalizedText, of shipped: Catalog) -> LocalizedText {
    LocalizedText(en: adopt(text.en, of: shipped), zh: adopt(text.zh, of: shipped))
  }

  private mutating func adopt(_ text: Text, of shipped: Catalog) -> Text {
    guard !text.isEmpty else { return .empty }
    return store.append(shipped.store[Int(text.offset)..<Int(text.offset) + Int(text.length)])
  }

  /// Gives a tool what strata's own catalog says of the one of its name and the file does not: a summary in a language, the
  /// other names it is looked for by.
  mutating func adoptKnown(_ tool: inout Tool, _ state: inout Landscape2) {
    guard let shipped, let id = store.withBytes(tool.name, { state.join.tool($0) }) else { return }
    let known =
      state.knownTools[id]
      ?? (adopt(shipped[id].summary, of: shipped), shipped.values(.alias, of: id).map { adopt($0, of: shipped) })
    state.knownTools[id] = known
    if tool.summary.en.isEmpty { tool.summary.en = known.summary.en }
    if tool.summary.zh.isEmpty { tool.summary.zh = known.summary.zh }
    for alias in known.aliases { draft.fields.append(Field(key: .alias, label: .empty, value: alias)) }
  }

  /// Relations between categories that are both in the file.
  private mutating func adoptRelations(_ state: Landscape2, from firstCategory: Int) {
    guard let shipped else { return }
    for (known, index) in state.joined.sorted(by: { $0.value < $1.value }) {
      var relations: [(category: Text, reason: LocalizedText)] = []
      for relation in shipped.relations(of: known) {
        guard let other = state.joined[relation.category] else { continue }
        relations.append((draft.categories[other].record.id, adopt(relation.reason, of: shipped)))
      }
      draft.categories[index].relations = relations
    }
  }

  // MARK: References by name

  /// Turns the paths that stand in `also` into ids; those that lead nowhere are reported and left out.
  private mutating func resolveSecondPaths(from firstTool: Int, _ state: Landscape2) {
    for index in draft.tools.indices[firstTool...] where draft.tools[index].fieldCount > 0 {
      let first = Int(draft.tools[index].firstField)
      var kept = first
      for position in first..<first + Int(draft.tools[index].fieldCount) {
        var field = draft.fields[position]
        if field.key == .also {
          guard let category = state.paths[store.string(field.value)] else {
            reportDanglingPath(field.value, state)
            draft.danglingPaths.append(index)
            continue
          }
          field.value = draft.categories[category].record.id
        }
        draft.fields[kept] = field
        kept += 1
      }
      draft.tools[index].fieldCount = UInt16(kept - first)
    }
  }

  private mutating func reportDanglingPath(_ path: Text, _ state: Landscape2) {
    let words = store.string(path)
    var nearest: String?
    if mayCompare(state.paths.count) {
      let known = state.paths.sorted { $0.value < $1.value }.map(\.key)
      let folded = Join.key(words)
      nearest = known.first { Join.key($0) == folded } ?? Nearest.likely(words, among: known)
    }
    report(.danglingName(.category, name: words, role: .secondPath, nearest: nearest), at: path)
  }

  /// Turns the names of parent projects into the ids of the tools called so; those of none are reported and stay.
  private mutating func resolveParents(_ state: Landscape2, from firstTool: Int) {
    guard state.hasParents else { return }
    var tools: [String: Int] = [:]
    for index in draft.tools.indices[firstTool...].reversed() { tools[store.string(draft.tools[index].name)] = index }
    for index in draft.tools.indices[firstTool...] {
      let first = Int(draft.tools[index].firstField)
      for position in first..<first + Int(draft.tools[index].fieldCount) where draft.fields[position].key == .partOf {
        let parent = draft.fields[position].value
        let name = store.string(parent)
        if let tool = tools[name] {
          draft.fields[position].value = draft.tools[tool].id
          continue
        }
        let names = mayCompare(tools.count) ? draft.tools[firstTool...].map { store.string($0.name) } : []
        report(
          .danglingName(.tool, name: name, role: .parentProject, nearest: Nearest.likely(name, among: names)),
          at: parent)
      }
    }
  }

  // MARK: Values

  /// A scalar's text without blanks around it, no-break spaces among them; empty for null.
  mutating func trimmedWord(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text? {
    guard let text = word(node, in: source, value()) else { return nil }
    return trimmed(text)
  }

  func trimmed(_ text: Text) -> Text {
    store.withBytes(text) { bytes in
      var start = 0
      var end = bytes.count
      while true {
        if start < end, Self.isBlank(bytes[start]) {
          start += 1
        } else if end > start, Self.isBlank(bytes[end - 1]) {
          end -= 1
        } else if end - start > 1, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
          start += 2
        } else if end - start > 1, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
          end -= 2
        } else {
          break
        }
      }
      return start == end
        ? .empty : Text(offset: text.offset + UInt32(start), length: UInt32(end - start))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// The known key most like another; the same few unknown ones come again and again.
  private mutating func nearest(to word: String, among known: [String]) -> (word: String, changes: Int)? {
    let question = NearestKey(word: word, first: known.first ?? "", count: known.count)
    if let answer = nearestKeys[question] { return answer }
    guard mayCompare(known.count) else { return nil }
    let answer = Nearest.match(word, among: known)
    if nearestKeys.count < 1000 { nearestKeys[question] = .some(answer) }
    return answer
  }

  /// Warns of an unknown key that looks like a slip in a known one. All others are somebody else's and pass.
  mutating func reportTypo(
    _ key: Document.NodeID, in source: Source, _ part: Finding.Part, of mapping: Document.NodeID, _ known: [String]
  ) {
    guard source.document.kind(of: key) == .scalar else { return }
    let word = source.document.string(key)
    guard word.utf8.count >= 4, word.utf8.count <= 64, let best = nearest(to: word, among: known),
      best.changes <= (word.utf8.count < 9 ? 1 : 2),
      // Two keys of which one is well-known are two keys, not one and its slip.
      source.document.value(of: best.word, in: mapping) == nil
    else { return }
    report(.unknownKey(key: word, part, suggestion: best.word), at: key, in: source)
  }
}
