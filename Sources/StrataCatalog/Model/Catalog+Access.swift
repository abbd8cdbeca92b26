// Memory: lent.

extension Catalog {
  /// The text as a string. Unfiltered: what goes to a terminal passes `Frame.write` or `visible`.
  public func string(_ text: Text) -> String { string(text, upTo: .max) }

  /// The text, or of a longer one the whole characters (scalars) of its first `most` bytes.
  public func string(_ text: Text, upTo most: Int) -> String {
    guard text.length > 0 else { return "" }
    let start = Int(text.offset)
    var end = start + min(Int(text.length), max(0, most))
    if end < start + Int(text.length) {
      while end > start, store[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return String(decoding: store[start..<end], as: UTF8.self)
  }

  /// The text in `language`, or in the other one where it has none.
  public func string(_ text: LocalizedText, in language: Language) -> String {
    string(text.choose(language))
  }

  /// The layer of an index of this catalog; any other traps.
  public subscript(layer: LayerID) -> Layer { layers[layer.index] }
  /// The category of an index of this catalog; any other traps.
  public subscript(category: CategoryID) -> Category { categories[category.index] }
  /// The tool of an index of this catalog; any other traps.
  public subscript(tool: ToolID) -> Tool { tools[tool.index] }

  /// All layers, in the order of the catalog.
  public var layerIDs: [LayerID] { layers.indices.map(LayerID.init) }
  /// All tools, category by category, by weight.
  public var toolIDs: [ToolID] { tools.indices.map(ToolID.init) }

  /// The categories of a layer, in the order of the catalog.
  public func categories(of layer: LayerID) -> [CategoryID] {
    self[layer].categories.map(CategoryID.init)
  }

  /// The tool at a position of a category's list: its own tools, then its guests.
  public func tool(at position: Int, of category: CategoryID) -> ToolID {
    let record = self[category]
    if position < record.tools.count { return ToolID(record.tools.lowerBound + position) }
    return guests[record.guests.lowerBound + position - record.tools.count]
  }

  /// Every category a tool stands in, each once: its own first.
  public func shelves(of tool: ToolID) -> [CategoryID] {
    var shelves = [self[tool].category]
    var seen: Set<CategoryID> = []
    for field in fields(of: tool) where field.key == .also {
      guard let category = categoryID(for: field.value), category != shelves[0] else { continue }
      if seen.insert(category).inserted { shelves.append(category) }
    }
    return shelves
  }

  /// The days on which a project moved up in its foundation, the earlier one first: of incubation and graduation those on
  /// which it was not accepted.
  public func promotions(of tool: ToolID) -> [Text] {
    let accepted = value(.accepted, of: tool)
    return [Field.Key.incubating, .graduated].flatMap { values($0, of: tool) }.filter { string($0) != accepted }
  }

  /// The words of a category that are explained.
  public func terms(of category: CategoryID) -> Slice<Table<Term>> { terms[self[category].terms] }
  /// What to read after a category, and why.
  public func relations(of category: CategoryID) -> Slice<Table<Relation>> { relations[self[category].relations] }

  /// The words that a landscape's guide lists for a category; none without a guide.
  public func keywords(of category: CategoryID) -> Slice<Table<Text>> { keywords[self[category].keywords] }
  /// The words that a guide lists for a layer; see `keywords(of:)` of a category.
  public func keywords(of layer: LayerID) -> Slice<Table<Text>> { keywords[self[layer].keywords] }

  /// A tool's fields in the order of the file.
  public func fields(of tool: ToolID) -> Slice<Table<Field>> {
    let record = self[tool]
    let start = Int(record.firstField)
    return fields[start..<start + Int(record.fieldCount)]
  }

  /// The values of a tool's fields of one key, in the order of the file.
  public func values(_ key: Field.Key, of tool: ToolID) -> [Text] {
    fields(of: tool).lazy.filter { $0.key == key }.map(\.value)
  }

  /// The first value of a key, or nil.
  public func value(_ key: Field.Key, of tool: ToolID) -> String? {
    fields(of: tool).first { $0.key == key }.map { string($0.value) }
  }

  /// The word of a tool's maturity; empty for no foundation's project.
  public func maturity(of tool: ToolID) -> String { maturities[Int(self[tool].maturity)] }

  /// The layers below a heading, in its order.
  public func layers(of group: Group) -> Slice<Table<LayerID>> { groupLayers[group.layers] }

  /// Whether the page of a category shows its guide in `language`, and not its four texts: where the guide speaks the
  /// language, or the texts do not either.
  public func showsGuide(of category: CategoryID, in language: Language) -> Bool {
    let record = self[category]
    if record.guide.isEmpty { return false }
    return record.guide.has(language) || !record.what.has(language)
  }

  /// Whether the page of a layer shows its guide in `language`, and not its summary and recap.
  public func showsGuide(of layer: LayerID, in language: Language) -> Bool {
    let record = self[layer]
    if record.guide.isEmpty { return false }
    return record.guide.has(language) || !record.summary.has(language)
  }

  /// The bytes of a source, as they were read, for rendering a diagnostic. Nil for a source that is not in the catalog.
  public func source(named name: String) -> ArraySlice<UInt8>? {
    sources.first { $0.name == name }.map { source in
      // A catalog with diagnostics was read, and holds an array: a large one is not copied.
      store.owner.isEmpty ? Array(store[source.bytes])[...] : store.owner[source.bytes]
    }
  }

  /// The layer of an id; nil where there is none. Looks through all layers.
  public func layerID(for id: String) -> LayerID? {
    let bytes = Array(id.utf8)
    return layers.firstIndex { holds($0.id, bytes) }.map(LayerID.init)
  }

  /// The category of an id; nil where there is none. Hashed.
  public func categoryID(for id: String) -> CategoryID? {
    let bytes = Array(id.utf8)
    return categoryIndex.find(hash: hash(bytes)) { holds(categories[$0].id, bytes) }.map(CategoryID.init)
  }

  /// The same of an id in the catalog's own bytes: a tool may name any number of categories.
  func categoryID(for id: Text) -> CategoryID? {
    let range = Int(id.offset)..<Int(id.offset) + Int(id.length)
    return store.withUnsafeBufferPointer { store in
      let bytes = UnsafeBufferPointer(rebasing: store[range])
      return categoryIndex.find(hash: hashKey.hash(bytes)) { holds(categories[$0].id, bytes) }.map(CategoryID.init)
    }
  }

  /// The tool of an id; nil where there is none. Hashed.
  public func toolID(for id: String) -> ToolID? {
    let bytes = Array(id.utf8)
    return toolIndex.find(hash: hash(bytes)) { holds(tools[$0].id, bytes) }.map(ToolID.init)
  }

  /// The hash that the tables were filled with: `TextStore.hash`.
  func hash(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer(hashKey.hash)
  }

  func holds(_ text: Text, _ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    Int(text.length) == bytes.count
      && store[Int(text.offset)..<Int(text.offset) + bytes.count].elementsEqual(bytes)
  }
}
