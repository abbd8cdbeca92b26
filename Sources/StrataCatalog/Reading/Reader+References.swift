import StrataYAML

/// The last look over a whole catalog: names that are missing or doubled, ids that lead nowhere.
extension Reader {
  // MARK: Names

  mutating func checkNames(of catalog: CatalogRecords) {
    if !isPartial {
      for layer in catalog.layers where layer.name.isEmpty && !layer.id.isEmpty {
        report(.missingName(.layer, id: store.excerpt(layer.id)), at: layer.id)
      }
      for category in catalog.categories where category.name.isEmpty && !category.id.isEmpty {
        report(.missingName(.category, id: store.excerpt(category.id)), at: category.id)
      }
      for tool in catalog.tools where tool.name.isEmpty && !tool.id.isEmpty {
        report(.missingName(.tool, id: store.excerpt(tool.id)), at: tool.id)
      }
    }
    checkDuplicateNames(of: catalog)
  }

  /// Warns of tools whose names differ in ASCII case at most.
  private mutating func checkDuplicateNames(of catalog: CatalogRecords) {
    var table = IDTable(capacity: catalog.tools.count)
    for index in catalog.tools.indices {
      let name = catalog.tools[index].name
      guard !name.isEmpty else { continue }
      let hash = store.foldedHash(name)
      let twin = table.find(hash: hash) { store.areEqualFolded(catalog.tools[$0].name, name) }
      guard let twin else {
        table.insert(index, hash: hash) { store.foldedHash(catalog.tools[$0].name) }
        continue
      }
      // Two of one id are reported as such.
      if store.areEqual(catalog.tools[index].id, catalog.tools[twin].id) { continue }
      reportTwin(catalog.tools[index], catalog.tools[twin], of: catalog)
    }
  }

  private mutating func reportTwin(_ a: Tool, _ b: Tool, of catalog: CatalogRecords) {
    let (first, later) = a.name.offset < b.name.offset ? (a, b) : (b, a)
    let isSameCategory = first.categoryIndex == later.categoryIndex
    let category = isSameCategory ? nil : store.excerpt(catalog[first.category].id)
    let origin = origin(of: first.name, seenFrom: later.name)
    report(.duplicateName(.tool, name: store.excerpt(later.name), first: origin, category: category), at: later.name)
  }

  // MARK: Side tables

  /// Fills in the categories' terms and relations; `order` leads from a category to its draft.
  mutating func addTermsAndRelations(to catalog: inout CatalogRecords, order: [Int]) {
    for (index, draftIndex) in order.enumerated() {
      let category = draft.categories[draftIndex]
      let firstTerm = catalog.terms.count
      catalog.terms += category.terms ?? []
      catalog.categories[index].terms = firstTerm..<catalog.terms.count
      let firstRelation = catalog.relations.count
      for relation in category.relations ?? [] {
        if let id = categoryID(relation.category, of: catalog) {
          catalog.relations.append(Relation(category: id, reason: relation.reason))
        } else if !isPartial {
          reportDangling(.category, relation.category, among: catalog.categories.lazy.map(\.id))
        }
      }
      catalog.categories[index].relations = firstRelation..<catalog.relations.count
    }
  }

  func addKeywords(to catalog: inout CatalogRecords, layerOrder: [Int], categoryOrder: [Int]) {
    for (index, draftIndex) in layerOrder.enumerated() {
      let start = catalog.keywords.count
      catalog.keywords += draft.layers[draftIndex].keywords
      catalog.layers[index].keywords = start..<catalog.keywords.count
    }
    for (index, draftIndex) in categoryOrder.enumerated() {
      let start = catalog.keywords.count
      catalog.keywords += draft.categories[draftIndex].keywords
      catalog.categories[index].keywords = start..<catalog.keywords.count
    }
  }

  /// Follows the ids in the tools' fields, lists the guests of every category, and settles what tools are.
  mutating func resolveReferences(of catalog: inout CatalogRecords) {
    var guests: [(category: CategoryID, tool: ToolID)] = []
    let archived = UInt8(Maturities.archived)
    for index in catalog.tools.indices {
      let tool = catalog.tools[index]
      if tool.maturity == archived { catalog.tools[index].status = .retired }
      guard tool.fieldCount > 0 else { continue }
      let first = Int(tool.firstField)
      let end = first + Int(tool.fieldCount)
      var license = Text.empty
      var givenClass = Text.empty
      var isSaidToBeOpen = false
      var hasFacts = false
      for position in first..<end {
        let field = catalog.fields[position]
        switch field.key {
        case .license: if license.isEmpty { license = field.value }
        case .licenseClass: givenClass = field.value
        case .openSource: isSaidToBeOpen = true
        case .lifecycle:
          if let status = Life.Status(rawValue: store.string(field.value)) { catalog.tools[index].status = status }
        case .kind:
          catalog.tools[index].kind = kindNumber(field.value, in: tool.category, of: catalog)
        case .fact: hasFacts = true
        case .also:
          guard let category = categoryID(field.value, of: catalog) else {
            if !isPartial { reportDangling(.category, field.value, among: catalog.categories.lazy.map(\.id)) }
            continue
          }
          if !field.label.isEmpty { _ = kindNumber(field.label, in: category, of: catalog) }
          guests.append((category, ToolID(index)))
        // The name of a project that a landscape2 file has no tool for was reported when it was read.
        case .partOf where !field.label.isEmpty: continue
        case .replacedBy, .replaces, .partOf:
          guard !isPartial, toolID(field.value, of: catalog) == nil else { continue }
          reportDangling(.tool, field.value, among: catalog.tools.lazy.map(\.id))
        case .alias, .keyword, .lifecycleNote, .previousLicense, .delivery, .since, .listed, .pickWhen, .former,
          .organization, .accepted, .incubating, .graduated, .archived, .tag, .link, .joined,
          .annualReview, .audit, .specification, .endUser, .useCase, .businessUseCase, .integrations, .personas,
          .releaseRate, .advisoryGroup, .language, .chat, .training, .annotation, .stars,
          .contributors, .started, .latestCommit, .latestRelease:
          continue
        }
      }
      if hasFacts { checkFacts(of: tool, catalog.fields[first..<end], in: catalog) }
      if !license.isEmpty || !givenClass.isEmpty {
        catalog.tools[index].licenseClass = licenseClass(license: license, given: givenClass)
      } else if isSaidToBeOpen {
        catalog.tools[index].licenseClass = .open
      }
    }
    addGuests(guests, to: &catalog)
  }

  /// Stands every guest in its category once, and none in its own.
  private func addGuests(_ guests: [(category: CategoryID, tool: ToolID)], to catalog: inout CatalogRecords) {
    var lists: [[ToolID]] = Array(repeating: [], count: catalog.categories.count)
    for (category, tool) in guests
    where catalog[tool].category != category && lists[category.index].last != tool {
      lists[category.index].append(tool)
    }
    for (index, list) in lists.enumerated() {
      let start = catalog.guests.count
      catalog.guests += list
      catalog.categories[index].guests = start..<catalog.guests.count
    }
    catalog.countTools()
  }

  func categoryID(_ id: Text, of catalog: CatalogRecords) -> CategoryID? {
    catalog.categoryTable
      .find(hash: store.hash(id)) { store.areEqual(catalog.categories[$0].id, id) }
      .map(CategoryID.init)
  }

  func toolID(_ id: Text, of catalog: CatalogRecords) -> ToolID? {
    catalog.toolTable
      .find(hash: store.hash(id)) { store.areEqual(catalog.tools[$0].id, id) }
      .map(ToolID.init)
  }

  // MARK: Nearest ids

  /// Reports an id that leads nowhere, with the nearest that would.
  mutating func reportDangling(_ part: Finding.Part, _ id: Text, among ids: some Collection<Text>) {
    let word = store.excerpt(id)
    let nearest = isFull ? nil : nearestID(to: word, part, among: ids)
    let isLikely = nearest.map { $0.changes <= Nearest.tolerance(word) } ?? false
    report(.danglingID(part, id: word, nearest: nearest?.word, isLikely: isLikely), at: id)
  }

  private mutating func nearestID(
    to word: String, _ part: Finding.Part, among ids: some Collection<Text>
  ) -> (word: String, changes: Int)? {
    guard nearestSteps > 0 else { return nil }
    // Those of the whole catalog are asked for again and again.
    let isWhole = part == .layer || part == .category || part == .tool
    let known: KnownIDs
    if isWhole, let kept = idIndexes[part] {
      known = kept
    } else {
      nearestSteps -= ids.count
      steps += ids.count
      known = KnownIDs(ids.lazy.filter { !$0.isEmpty }, in: store)
      if isWhole { idIndexes[part] = known }
    }
    // Among few ids the nearest is told even where it is far.
    let limit = ids.count <= 100 ? Nearest.longest : Nearest.tolerance(word)
    guard let best = known.index.match(word, within: limit, steps: &nearestSteps) else { return nil }
    return (store.excerpt(known.ids[best.index]), best.changes)
  }
}

/// Ids, to find the one that was meant.
struct KnownIDs {
  let ids: [Text]
  let index: NearestIndex

  init(_ ids: some Sequence<Text>, in store: TextStore) {
    self.ids = Array(ids)
    index = NearestIndex(self.ids.lazy.map(store.excerpt))
  }
}
