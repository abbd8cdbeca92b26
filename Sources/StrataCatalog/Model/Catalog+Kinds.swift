/// What a tool is, beside where it stands.
extension Catalog {
  // MARK: Kinds

  /// The kind of an index of this catalog; any other traps.
  public subscript(kind: KindID) -> Kind { kinds[kind.index] }

  /// The kinds that a category is divided into, in reading order; none for most catalogs.
  public func kinds(of category: CategoryID) -> [KindID] { self[category].kinds.map(KindID.init) }

  /// The kind of a tool where it stands first of all.
  public func kind(of tool: ToolID) -> KindID? {
    let record = self[tool]
    return record.kind == 0 ? nil : KindID(self[record.category].kinds.lowerBound + Int(record.kind) - 1)
  }

  /// The kinds of a tool on all its shelves, its own first. Looks at each of its fields once.
  public func kinds(of tool: ToolID) -> [KindID] {
    var kinds = kind(of: tool).map { [$0] } ?? []
    var seen: Set<CategoryID> = [self[tool].category]
    for field in fields(of: tool) where field.key == .also && !field.label.isEmpty {
      guard let shelf = categoryID(for: string(field.value)), seen.insert(shelf).inserted else { continue }
      if let kind = self[shelf].kinds.first(where: { areEqual(self.kinds[$0].id, field.label) }) {
        kinds.append(KindID(kind))
      }
    }
    return kinds
  }

  /// The kind of a tool on a shelf: its own category or a further one.
  public func kind(of tool: ToolID, in category: CategoryID) -> KindID? {
    if self[tool].category == category { return kind(of: tool) }
    let id = self[category].id
    let shelf = fields(of: tool).first { $0.key == .also && !$0.label.isEmpty && areEqual($0.value, id) }
    return shelf.flatMap { shelf in
      self[category].kinds.first { areEqual(kinds[$0].id, shelf.label) }.map(KindID.init)
    }
  }

  /// The tools of a kind: the category's own, then its guests, in the order of the file, which is by weight; what is
  /// retired comes last.
  public func tools(of kind: KindID) -> [ToolID] {
    let category = self[kind].category
    var tools: [ToolID] = []
    var retired: [ToolID] = []
    for position in 0..<toolCount(of: category) {
      let tool = tool(at: position, of: category)
      guard self.kind(of: tool, in: category) == kind else { continue }
      if self[tool].status == .retired { retired.append(tool) } else { tools.append(tool) }
    }
    return tools + retired
  }

  /// What else does a tool's job: the tools of its kind by weight, retired ones last; of a kind that holds several jobs
  /// those that share one with it. None where the tool has no kind.
  public func alternatives(of tool: ToolID) -> [ToolID] {
    guard let kind = kind(of: tool) else { return [] }
    // A standard takes nobody's place but another standard's, and only such a one takes its place.
    let others = tools(of: kind).filter { $0 != tool && isStandard(tool) == isStandard($0) }
    let jobs = jobs(of: kind)
    if jobs.isEmpty { return others }
    func done(by tool: ToolID) -> [Text] {
      let tags = values(.tag, of: tool)
      return jobs.filter { job in tags.contains { areEqual($0, job) } }
    }
    let own = done(by: tool)
    return others.filter { done(by: $0).contains(where: own.contains) }
  }

  /// Whether a tool is nothing but a specification.
  private func isStandard(_ tool: ToolID) -> Bool {
    let deliveries = values(.delivery, of: tool)
    return !deliveries.isEmpty && deliveries.allSatisfy { string($0) == "specification" }
  }

  /// The tags that tell which job a tool of the kind does, where the kind holds several.
  public func jobs(of kind: KindID) -> [Text] { aliases[self[kind].jobs].map { $0.choose(.en) } }

  // MARK: Life and license

  /// Whether a tool lives, since when, and what is said of it.
  public func life(of tool: ToolID) -> Life {
    let fields = fields(of: tool)
    let status = self[tool].status
    let date =
      fields.first { $0.key == .lifecycle }?.label
      // An archived project is retired since that day.
      ?? (status == .retired ? fields.first { $0.key == .archived }?.value : nil)
    return Life(status: status, date: date ?? .empty, note: text(.lifecycleNote, of: tool))
  }

  /// Whether a tool's license is open, by the license or as the file says.
  public func licenseClass(of tool: ToolID) -> LicenseClass { self[tool].licenseClass }

  /// The tool or project that a tool belongs to.
  public func partOf(_ tool: ToolID) -> ToolID? {
    value(.partOf, of: tool).flatMap { toolID(for: $0) }
  }

  // MARK: Texts and facts

  /// A tool's field of one key in all languages; of several such fields the one with this label, or the first.
  public func text(_ key: Field.Key, of tool: ToolID, label: Text? = nil) -> LocalizedText {
    var text = LocalizedText.empty
    for field in fields(of: tool) where field.key == key {
      if let label, !areEqual(label, field.label) { continue }
      if !text.has(field.language) { text[field.language] = field.value }
    }
    return text
  }

  /// By what the tools of a category are compared.
  public func facts(of category: CategoryID) -> Slice<Table<Fact>> { facts[self[category].facts] }

  /// What a tool is in respect of a fact; empty where the catalog does not say.
  public func text(of fact: Fact, for tool: ToolID) -> LocalizedText { text(.fact, of: tool, label: fact.id) }

  // MARK: Other words

  /// Other words for what a category holds, by which it is found.
  public func aliases(of category: CategoryID) -> Slice<Table<LocalizedText>> { aliases[self[category].aliases] }
  /// Other words for what a kind is.
  public func aliases(of kind: KindID) -> Slice<Table<LocalizedText>> { aliases[self[kind].aliases] }
  /// Other words for what a tag says.
  public func aliases(of tag: Tag) -> Slice<Table<LocalizedText>> { aliases[tag.aliases] }

  /// The tag of the vocabulary with an id. Hashed.
  public func tag(for id: String) -> Tag? {
    let bytes = Array(id.utf8)
    return tagIndex.find(hash: hash(bytes)) { holds(tags[$0].id, bytes) }.map { tags[$0] }
  }

  // MARK: Themes and order

  /// The theme with an id, as an index into `themes`.
  public func theme(for id: String) -> Int? {
    let bytes = Array(id.utf8)
    return themes.firstIndex { holds($0.id, bytes) }
  }

  /// The tools that a theme names, in its order.
  public func tools(of theme: Theme) -> Slice<Table<ToolID>> { themeTools[theme.tools] }

  /// The themes that name a tool: indices into `themes`.
  public func themes(of tool: ToolID) -> [Int] {
    themes.indices.filter { themeTools[themes[$0].tools].contains(tool) }
  }

  /// The layers in the order in which one reads about them.
  public var readingOrder: [LayerID] { reading.isEmpty ? layerIDs : Array(reading) }

  private func areEqual(_ a: Text, _ b: Text) -> Bool {
    if a == b { return true }
    let (first, second) = (Int(a.offset), Int(b.offset))
    return a.length == b.length
      && store[first..<first + Int(a.length)].elementsEqual(store[second..<second + Int(b.length)])
  }
}
