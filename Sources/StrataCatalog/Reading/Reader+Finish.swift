import StrataYAML

/// What follows when all files are read: what has the same id is joined, everything is put in order, references are
/// resolved. Indices of the draft become those of the catalog.
extension Reader {
  /// The catalog of the draft. Meant to be thrown away where there are errors.
  mutating func finish() -> CatalogRecords {
    let layerOfDraft = joinLayers()
    let categoryOfDraft = joinCategories(layerOfDraft)
    var toolTable = joinTools()

    orderLayers(layerOfDraft)
    let layerOrder = order(of: draft.layers.indices.filter { layerOfDraft[$0] == $0 }) { draft.layers[$0].rank }
    let newLayer = numbers(layerOrder, joined: layerOfDraft)
    let ownCategories = draft.categories.indices.filter { categoryOfDraft[$0] == $0 }
    let byRank = order(of: ownCategories) { draft.categories[$0].rank }
    let categoryOrder = order(of: byRank) { newLayer[layerOfDraft[draft.categories[$0].record.layer.index]] }
    let newCategory = numbers(categoryOrder, joined: categoryOfDraft)

    let newTool = orderTools(newCategory, categories: categoryOrder.count)
    if let newTool { toolTable.renumber { newTool[$0] } }

    var catalog = CatalogRecords()
    catalog.landscape = draft.landscape
    catalog.layers = layerOrder.map { draft.layers[$0].record }
    catalog.categories = categoryOrder.map { draft.categories[$0].record }
    catalog.danglingPaths = draft.danglingPaths.map { ToolID(newTool?[$0] ?? $0) }
    catalog.sources = places.sources
    catalog.maturities = draft.maturities.words
    catalog.toolTable = toolTable
    catalog.categoryTable = IDTable(capacity: categoryOrder.count)
    swap(&catalog.tools, &draft.tools)
    swap(&catalog.fields, &draft.fields)

    for index in catalog.categories.indices {
      let layer = newLayer[catalog.categories[index].layer.index]
      catalog.categories[index].layer = LayerID(layer)
      insertCategory(index, of: &catalog)
    }
    setRanges(of: &catalog)
    addTermsAndRelations(to: &catalog, order: categoryOrder)
    addKeywords(to: &catalog, layerOrder: layerOrder, categoryOrder: categoryOrder)
    addGroupsAndFeatures(to: &catalog, newLayer: newLayer, newCategory: newCategory)
    addKinds(to: &catalog, order: categoryOrder)
    addTags(to: &catalog)
    addThemes(to: &catalog)
    setReadingOrder(of: &catalog)
    checkNames(of: catalog)
    resolveReferences(of: &catalog)
    nameLandscape(&catalog)
    return catalog
  }

  // MARK: Joining

  /// For each layer of the draft the one that stands for it: itself, or the first with its id.
  private mutating func joinLayers() -> [Int] {
    var first: [[UInt8]: Int] = [:]
    return draft.layers.indices.map { index in
      let later = draft.layers[index]
      draft.layers[index].record = later.record.settled
      draft.layers[index].record.kind = later.kind ?? .floor
      guard !later.record.id.isEmpty else { return index }
      guard let earlier = first[store.bytes(later.record.id)] else {
        first[store.bytes(later.record.id)] = index
        return index
      }
      if draft.layers[earlier].input == later.input {
        reportDuplicate(.layer, later.record.id, first: draft.layers[earlier].record.id)
        if later.input > 0, later.record.name.isEmpty {
          draft.layers[index].record.name = draft.layers[earlier].record.name
        }
        return index
      } else {
        draft.layers[earlier].record.lay(later.record)
        if let kind = later.kind { draft.layers[earlier].record.kind = kind }
        if !later.keywords.isEmpty { draft.layers[earlier].keywords = later.keywords }
        draft.layers[earlier].input = later.input
      }
      return earlier
    }
  }

  private mutating func joinCategories(_ layerOfDraft: [Int]) -> [Int] {
    var first: [[UInt8]: Int] = [:]
    return draft.categories.indices.map { index in
      let later = draft.categories[index]
      draft.categories[index].record = later.record.settled
      guard !later.record.id.isEmpty else { return index }
      guard let earlier = first[store.bytes(later.record.id)] else {
        first[store.bytes(later.record.id)] = index
        return index
      }
      if draft.categories[earlier].input == later.input {
        reportDuplicate(.category, later.record.id, first: draft.categories[earlier].record.id)
        if later.input > 0, later.record.name.isEmpty {
          draft.categories[index].record.name = draft.categories[earlier].record.name
        }
        return index
      } else {
        draft.categories[earlier].record.lay(later.record)
        draft.categories[earlier].record.layer = later.record.layer
        draft.categories[earlier].input = later.input
        if let terms = later.terms { draft.categories[earlier].terms = terms }
        if let relations = later.relations { draft.categories[earlier].relations = relations }
        if !later.keywords.isEmpty { draft.categories[earlier].keywords = later.keywords }
        if let aliases = later.aliases { draft.categories[earlier].aliases = aliases }
        draft.categories[earlier].kinds = laid(later.kinds, over: draft.categories[earlier].kinds)
        draft.categories[earlier].facts = laid(later.facts, over: draft.categories[earlier].facts)
      }
      return earlier
    }
  }

  /// Joins tools of one id; those that were laid over another lose their category (`UInt32.max`).
  private mutating func joinTools() -> IDTable {
    var table = IDTable(capacity: draft.tools.count)
    let isLaidOver = draft.toolStarts.count > 1
    // The inputs that spoke last of the tools that were laid over.
    var lastInput: [Int: Int] = [:]
    for index in draft.tools.indices {
      let tool = draft.tools[index]
      guard !tool.id.isEmpty else { continue }
      let hash = store.hash(tool.id)
      let earlier = table.find(hash: hash) { store.areEqual(draft.tools[$0].id, tool.id) }
      guard let earlier else {
        table.insert(index, hash: hash) { store.hash(draft.tools[$0].id) }
        continue
      }
      let input = draft.input(ofTool: index)
      if isLaidOver, lastInput[earlier] ?? draft.input(ofTool: earlier) != input {
        lay(tool, over: earlier)
        lastInput[earlier] = input
        draft.tools[index].categoryIndex = .max
      } else {
        reportDuplicate(.tool, tool.id, first: draft.tools[earlier].id)
        // Its name may stand in a catalog below.
        if input > 0, tool.name.isEmpty { draft.tools[index].name = draft.tools[earlier].name }
      }
    }
    if isLaidOver {
      for index in draft.tools.indices { draft.tools[index].summary = draft.tools[index].summary.settled }
    }
    return table
  }

  private mutating func lay(_ later: Tool, over index: Int) {
    let earlier = draft.tools[index]
    var tool = earlier
    tool.id = later.id
    if !later.name.isEmpty { tool.name = later.name }
    tool.summary = later.summary.laid(over: earlier.summary)
    if !later.homepage.isEmpty { tool.homepage = later.homepage }
    if !later.repository.isEmpty { tool.repository = later.repository }
    if later.maturity != 0 { tool.maturity = later.maturity }
    tool.categoryIndex = later.categoryIndex
    if later.fieldCount > 0 {
      let new = draft.fields(of: later)
      var said = Set(new.map(slot))
      if new.contains(where: { $0.key == .lifecycle }) { said.insert([Field.Key.lifecycleNote.rawValue]) }
      let kept = draft.fields(of: earlier).filter { !said.contains(slot($0)) }
      draft.setFields(kept + new, of: &tool)
    }
    draft.tools[index] = tool
  }

  /// What a later file's field has in common with the earlier one it stands for: most keys are said anew as a whole.
  private func slot(_ field: Field) -> [UInt8] {
    let key = [field.key.rawValue]
    if field.key == .link { return key + store.bytes(field.label) }
    if field.key == .pickWhen { return key + field.language.rawValue.utf8 }
    if field.key == .fact { return key + field.language.rawValue.utf8 + store.bytes(field.label) }
    return key
  }

  private mutating func reportDuplicate(_ part: Finding.Part, _ id: Text, first: Text) {
    report(.duplicateID(part, id: store.excerpt(id), first: origin(of: first, seenFrom: id)), at: id)
  }

  // MARK: Order

  /// Gives the layers that a landscape lists their places; the others keep theirs behind them.
  private mutating func orderLayers(_ layerOfDraft: [Int]) {
    guard !draft.layerOrders.isEmpty else { return }
    var byID: [[UInt8]: Int] = [:]
    for index in draft.layers.indices where layerOfDraft[index] == index {
      byID[store.bytes(draft.layers[index].record.id)] = byID[store.bytes(draft.layers[index].record.id)] ?? index
    }
    for (input, ids) in draft.layerOrders {
      for index in draft.layers.indices { draft.layers[index].rank += ids.count }
      let listed = Set(ids.map { store.bytes($0) })
      for (rank, id) in ids.enumerated() {
        if let index = byID[store.bytes(id)] {
          draft.layers[index].rank = rank
        } else if !isPartial {
          reportDangling(.layer, id, among: draft.layers.lazy.map(\.record.id))
        }
      }
      for index in draft.layers.indices where layerOfDraft[index] == index && draft.layers[index].input == input {
        let id = draft.layers[index].record.id
        if id.isEmpty || listed.contains(store.bytes(id)) { continue }
        report(.unlistedLayer(id: store.excerpt(id), key: "layers"), at: id)
      }
    }
  }

  /// The elements in the order of their ranks; those of equal rank stay as they are.
  private func order(of elements: [Int], rank: (Int) -> Int) -> [Int] {
    elements.enumerated()
      .map { (rank: rank($0.element), position: $0.offset, element: $0.element) }
      .sorted { ($0.rank, $0.position) < ($1.rank, $1.position) }
      .map(\.element)
  }

  /// For each index of the draft its number in the new order.
  private func numbers(_ order: [Int], joined: [Int]) -> [Int] {
    var numbers = Array(repeating: 0, count: joined.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
    return joined.map { numbers[$0] }
  }

  /// Puts the tools in the order of their categories and drops those laid over others. Gives the new index of each,
  /// or nil where all stand as they were.
  private mutating func orderTools(_ newCategory: [Int], categories: Int) -> [Int]? {
    var isOrdered = true
    var last: UInt32 = 0
    for index in draft.tools.indices {
      let old = draft.tools[index].categoryIndex
      guard old != .max else {
        isOrdered = false
        continue
      }
      let new = UInt32(newCategory[Int(old)])
      draft.tools[index].categoryIndex = new
      if new < last { isOrdered = false }
      last = new
    }
    if isOrdered { return nil }

    var starts = Array(repeating: 0, count: categories + 1)
    for tool in draft.tools where tool.categoryIndex != .max { starts[Int(tool.categoryIndex) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    let count = starts[categories]
    var newTool = Array(repeating: 0, count: draft.tools.count)
    var order = Array(repeating: 0, count: count)
    for (index, tool) in draft.tools.enumerated() where tool.categoryIndex != .max {
      let position = starts[Int(tool.categoryIndex)]
      starts[Int(tool.categoryIndex)] += 1
      newTool[index] = position
      order[position] = index
    }
    draft.tools = order.map { draft.tools[$0] }
    return newTool
  }

  /// Fills in which categories a layer has, and which tools a category.
  private func setRanges(of catalog: inout CatalogRecords) {
    var next = 0
    for index in catalog.layers.indices {
      let start = next
      while next < catalog.categories.count, catalog.categories[next].layer.index == index { next += 1 }
      catalog.layers[index].categories = start..<next
    }
    next = 0
    for index in catalog.categories.indices {
      let start = next
      while next < catalog.tools.count, catalog.tools[next].categoryIndex == UInt32(index) { next += 1 }
      catalog.categories[index].tools = start..<next
    }
  }

  private func insertCategory(_ index: Int, of catalog: inout CatalogRecords) {
    let id = catalog.categories[index].id
    guard !id.isEmpty else { return }
    let categories = catalog.categories
    let hash = store.hash(id)
    // The first of equal ids: many equal ones would make a table a list.
    guard catalog.categoryTable.find(hash: hash, where: { store.areEqual(categories[$0].id, id) }) == nil else {
      return
    }
    catalog.categoryTable.insert(index, hash: hash) { store.hash(categories[$0].id) }
  }

  /// Gives a landscape without a name that of its first file, or of the folder where the file's says nothing.
  private mutating func nameLandscape(_ catalog: inout CatalogRecords) {
    guard catalog.landscape.name.isEmpty else { return }
    if let origin = draft.landscapeOrigin {
      if !isPartial { report(.missingName(.landscape, id: ""), at: origin.text) }
      return
    }
    let parts = dataName?.split(separator: "/") ?? []
    let usual: Set<Substring> = ["landscape.yml", "landscape.yaml", "data.yml", "data.yaml", "processed_landscape.yml"]
    let name = parts.last { !usual.contains($0) && $0 != "." && $0 != ".." } ?? parts.last ?? ""
    catalog.landscape.name[.en] = store.append(name.utf8)
  }
}

extension Layer {
  /// This layer as records hold it: see `LocalizedText.settled`.
  var settled: Layer {
    var layer = self
    layer.name = name.settled
    layer.summary = summary.settled
    layer.recap = recap.settled
    return layer
  }

  /// Lays what a later file says over this.
  mutating func lay(_ later: Layer) {
    id = later.id
    name = later.name.laid(over: name)
    summary = later.summary.laid(over: summary)
    recap = later.recap.laid(over: recap)
    if !later.guide.isEmpty { guide = later.guide }
    if !later.guideRecap.isEmpty { guideRecap = later.guideRecap }
  }
}

extension Category {
  /// This category as records hold it: see `LocalizedText.settled`.
  var settled: Category {
    var category = self
    category.name = name.settled
    category.what = what.settled
    category.problem = problem.settled
    category.solution = solution.settled
    category.tooling = tooling.settled
    return category
  }

  /// Lays what a later file says over this.
  mutating func lay(_ later: Category) {
    id = later.id
    name = later.name.laid(over: name)
    what = later.what.laid(over: what)
    problem = later.problem.laid(over: problem)
    solution = later.solution.laid(over: solution)
    tooling = later.tooling.laid(over: tooling)
    if !later.guide.isEmpty { guide = later.guide }
  }
}
