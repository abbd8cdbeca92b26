import StrataYAML

/// What the categories are divided into and compared by, and which of it every tool is.
extension Reader {
  /// Kinds that a category may have: a tool's record has a byte for them. And facts, so that looking a fact up takes no
  /// longer than a moment.
  private static let limit = 255

  /// Fills in the categories' aliases, kinds and facts; `order` leads from a category to its draft.
  mutating func addKinds(to catalog: inout CatalogRecords, order: [Int]) {
    for (index, draftIndex) in order.enumerated() {
      let category = draft.categories[draftIndex]
      catalog.categories[index].aliases = add(category.aliases ?? [], to: &catalog)
      let firstKind = catalog.kinds.count
      for kind in category.kinds.prefix(Self.limit) {
        checkName(of: kind, .kind)
        let aliases = add(kind.aliases ?? [], to: &catalog)
        catalog.kinds.append(
          Kind(
            id: kind.id, category: CategoryID(index), name: kind.name.settled, when: kind.when.settled,
            aliases: aliases, jobs: add((kind.jobs ?? []).map { LocalizedText($0) }, to: &catalog)))
      }
      checkCount(category.kinds, .kind, of: category)
      catalog.categories[index].kinds = firstKind..<catalog.kinds.count
      let firstFact = catalog.facts.count
      for fact in category.facts.prefix(Self.limit) {
        checkName(of: fact, .fact)
        catalog.facts.append(Fact(id: fact.id, name: fact.name.settled))
      }
      checkCount(category.facts, .fact, of: category)
      catalog.categories[index].facts = firstFact..<catalog.facts.count
    }
  }

  private mutating func checkCount(_ entries: [Draft.Entry], _ part: Finding.Part, of category: Draft.CategoryDraft) {
    guard entries.count > Self.limit else { return }
    report(.tooMany(part, category: store.excerpt(category.record.id)), at: entries[Self.limit].id)
  }

  mutating func addTags(to catalog: inout CatalogRecords) {
    for tag in draft.tags {
      checkName(of: tag, .tag)
      let aliases = add(tag.aliases ?? [], to: &catalog)
      let tags = catalog.tags
      catalog.tags.append(Tag(id: tag.id, name: tag.name.settled, aliases: aliases))
      let hash = store.hash(tag.id)
      // The first of equal ids.
      guard catalog.tagTable.find(hash: hash, where: { store.areEqual(tags[$0].id, tag.id) }) == nil else { continue }
      catalog.tagTable.insert(tags.count, hash: hash) { store.hash(tags[$0].id) }
    }
  }

  mutating func addThemes(to catalog: inout CatalogRecords) {
    for theme in draft.themes {
      if theme.name.isEmpty, !isPartial { report(.missingName(.theme, id: store.excerpt(theme.id)), at: theme.id) }
      let start = catalog.themeTools.count
      for id in theme.tools ?? [] {
        if let tool = toolID(id, of: catalog) {
          catalog.themeTools.append(tool)
        } else if !isPartial {
          reportDangling(.tool, id, among: catalog.tools.lazy.map(\.id))
        }
      }
      catalog.themes.append(
        Theme(
          id: theme.id, name: theme.name.settled, what: theme.what.settled, location: theme.location.settled,
          choosing: theme.choosing.settled, tools: start..<catalog.themeTools.count))
    }
  }

  /// The layers in the order that the landscape asks for; those it does not name come last.
  mutating func setReadingOrder(of catalog: inout CatalogRecords) {
    guard !draft.reading.isEmpty else { return }
    var byID: [[UInt8]: Int] = [:]
    for (index, layer) in catalog.layers.enumerated() {
      byID[store.bytes(layer.id)] = byID[store.bytes(layer.id)] ?? index
    }
    var isListed = Array(repeating: false, count: catalog.layers.count)
    for id in draft.reading {
      if let index = byID[store.bytes(id)] {
        if !isListed[index] { catalog.reading.append(LayerID(index)) }
        isListed[index] = true
      } else if !isPartial {
        reportDangling(.layer, id, among: catalog.layers.map(\.id))
      }
    }
    for index in catalog.layers.indices where !isListed[index] {
      catalog.reading.append(LayerID(index))
      let id = catalog.layers[index].id
      if !id.isEmpty, !isPartial { report(.unlistedLayer(id: store.excerpt(id), key: "reading"), at: id) }
    }
  }

  private mutating func checkName(of entry: Draft.Entry, _ part: Finding.Part) {
    if entry.name.isEmpty, !isPartial { report(.missingName(part, id: store.excerpt(entry.id)), at: entry.id) }
  }

  private func add(_ aliases: [LocalizedText], to catalog: inout CatalogRecords) -> Range<Int> {
    let start = catalog.aliases.count
    catalog.aliases += aliases
    return start..<catalog.aliases.count
  }

  // MARK: Tools

  /// Finds the kind that a tool's field names on a shelf; reports it where the category has none of that id. Gives its
  /// number there, from 1, or 0.
  mutating func kindNumber(_ id: Text, in category: CategoryID, of catalog: CatalogRecords) -> UInt8 {
    let kinds = catalog.kinds[catalog[category].kinds]
    if let index = kinds.firstIndex(where: { store.areEqual($0.id, id) }) {
      return UInt8(index - kinds.startIndex + 1)
    }
    if !isPartial { reportDangling(.kind, id, among: kinds.map(\.id)) }
    return 0
  }

  /// Reports facts that no category of the tool has.
  mutating func checkFacts(of tool: Tool, _ fields: ArraySlice<Field>, in catalog: CatalogRecords) {
    if isPartial { return }
    var shelves: Set<CategoryID> = [tool.category]
    for field in fields where field.key == .also {
      if let category = categoryID(field.value, of: catalog) { shelves.insert(category) }
    }
    let known = shelves.sorted().flatMap { catalog.facts[catalog[$0].facts].map(\.id) }
    let ids = Set(known.map { store.bytes($0) })
    var last = Text.empty
    for field in fields where field.key == .fact && field.label != last {
      // The same one in another language.
      last = field.label
      if !ids.contains(store.bytes(field.label)) { reportDangling(.fact, field.label, among: known) }
    }
  }

  /// How open a tool is. What the file says of its class counts, but never makes a license open that is not.
  mutating func licenseClass(license: Text, given: Text) -> LicenseClass {
    let own = license.isEmpty ? .unknown : licenseClasses.licenseClass(of: license, in: store)
    guard !given.isEmpty, let given = LicenseClass(rawValue: store.string(given)) else { return own }
    return given == .open && own != .unknown ? own : given
  }
}

/// The classes of the licenses that were met last: of many tools few differ.
struct LicenseClasses {
  private var entries: [(license: Text, licenseClass: LicenseClass)] = Array(repeating: (.empty, .unknown), count: 64)

  mutating func licenseClass(of license: Text, in store: TextStore) -> LicenseClass {
    store.withBytes(license) { bytes in
      var slot = bytes.count
      for byte in bytes.prefix(16) { slot = slot &* 31 &+ Int(byte) }
      slot &= 63
      if !entries[slot].license.isEmpty, store.areEqual(entries[slot].license, license) {
        return entries[slot].licenseClass
      }
      entries[slot] = (license, LicenseExpression.licenseClass(of: bytes))
      return entries[slot].licenseClass
    }
  }
}
