import StrataYAML

extension Reader {
  enum ToolKey: String, CaseIterable {
    case id, kind, name, aliases, keywords, summary, homepage, repository, former
    case license, licenseClass, previousLicenses, organization, partOf, language, delivery, since, listed
    case maturity, accepted, incubating, graduated, archived, lifecycle
    case also, replacedBy, replaces, tags, links, facts, pickWhen, further
  }

  private static let toolKeys = KeyTable<ToolKey>()

  /// Reads one tool. This runs for every tool of a catalog of hundreds of thousands: it makes no string and no array
  /// for a tool in order.
  mutating func readTool(_ node: Document.NodeID, category: Int, in source: Source) {
    let document = source.document
    guard document.kind(of: node) == .mapping else {
      reportShape(of: node, in: source, .entry(.tool), wanted: .mapping)
      return
    }
    var tool = Tool(category: category, behind: draft.fields.count)
    var cursor = document.firstChild(of: node)
    while let keyNode = cursor, let valueNode = document.next(after: keyNode) {
      cursor = document.next(after: valueNode)
      let value = document.resolved(valueNode)
      guard let key = self.key(document.resolved(keyNode), in: source, of: Self.toolKeys) else {
        reportUnknown(document.resolved(keyNode), in: source, .tool, Self.toolKeys.names)
        continue
      }
      switch key {
      case .id: tool.id = id(value, .tool, in: source)
      case .name:
        // Of another shape it is no longer missing.
        tool.name = word(value, in: source, .key("name", .tool)) ?? text(of: keyNode, in: source)
      case .summary: tool.summary = localizedText(value, in: source, .key("summary", .tool))
      case .homepage: tool.homepage = address(value, in: source, .key("homepage", .tool))
      case .repository: tool.repository = address(value, in: source, .key("repository", .tool))
      case .maturity:
        guard let word = word(value, in: source, .key("maturity", .tool)) else { continue }
        tool.maturity = maturity(word, at: value, in: source)
      case .license: addField(.license, key, value, in: source)
      case .organization: addField(.organization, key, value, in: source)
      case .accepted: addDate(.accepted, key, value, in: source)
      case .incubating: addDate(.incubating, key, value, in: source)
      case .graduated: addDate(.graduated, key, value, in: source)
      case .archived: addDate(.archived, key, value, in: source)
      case .aliases: addFields(.alias, key, value, in: source)
      case .kind: addField(.kind, key, value, in: source)
      case .keywords: addKeywords(value, in: source)
      case .former: addAddresses(.former, key, value, in: source)
      case .licenseClass: addWord(.licenseClass, of: .licenseClass, value, in: source)
      case .previousLicenses: addPreviousLicenses(value, in: source)
      case .partOf: addField(.partOf, key, value, in: source)
      case .language:
        // One, or a list of them.
        let isList = source.document.kind(of: value) == .sequence
        if isList { addFields(.language, key, value, in: source) } else { addField(.language, key, value, in: source) }
      case .delivery: addWords(.delivery, of: .delivery, value, in: source)
      case .since: addPeriod(.since, key, value, in: source)
      case .listed: addPeriod(.listed, key, value, in: source)
      case .lifecycle: addLifecycle(value, in: source)
      case .facts: addFacts(value, in: source)
      case .pickWhen: addTexts(.pickWhen, localizedText(value, in: source, .key("pickWhen", .tool)))
      case .also: addShelves(value, in: source)
      case .replacedBy: addFields(.replacedBy, key, value, in: source)
      case .replaces: addFields(.replaces, key, value, in: source)
      case .tags: addFields(.tag, key, value, in: source)
      case .links: addLinks(value, in: source)
      case .further: addFurther(value, in: source)
      }
    }
    checkPresence(tool.id, tool.name.isEmpty, .tool, at: node, in: source)
    append(tool)
  }

  /// Appends a tool whose fields are those added since it was begun.
  mutating func append(_ tool: Tool) {
    var tool = tool
    let count = draft.fields.count - Int(tool.firstField)
    if count > Int(UInt16.max) {
      draft.fields.removeLast(count - Int(UInt16.max))
      report(.tooManyFields(id: store.excerpt(tool.id)), at: tool.name.isEmpty ? tool.id : tool.name)
    }
    tool.fieldCount = UInt16(min(count, Int(UInt16.max)))
    draft.tools.append(tool)
  }

  /// The number of a word of maturity; 0 for none.
  mutating func maturity(_ word: Text, at node: Document.NodeID, in source: Source) -> UInt8 {
    if word.isEmpty { return 0 }
    if let number = store.withBytes(word, { draft.maturities.number(of: $0) }) { return number }
    report(.tooManyMaturities(word: store.excerpt(word)), at: node, in: source)
    return 0
  }

  mutating func address(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text {
    guard let text = word(node, in: source, value()), !text.isEmpty else { return .empty }
    checkAddress(text, at: node, in: source)
    return text
  }

  private mutating func addField(
    _ field: Field.Key, _ key: ToolKey, _ node: Document.NodeID, in source: Source
  ) {
    guard let text = word(node, in: source, .key(key.rawValue, .tool)), !text.isEmpty else { return }
    draft.fields.append(Field(key: field, label: .empty, value: text))
  }

  private mutating func addDate(
    _ field: Field.Key, _ key: ToolKey, _ node: Document.NodeID, in source: Source
  ) {
    guard let text = word(node, in: source, .key(key.rawValue, .tool)), !text.isEmpty else { return }
    checkDate(text, key: key.rawValue, at: node, in: source)
    draft.fields.append(Field(key: field, label: .empty, value: text))
  }

  private mutating func addFields(
    _ field: Field.Key, _ key: ToolKey, _ node: Document.NodeID, in source: Source
  ) {
    for word in words(node, in: source, .key(key.rawValue, .tool)) {
      draft.fields.append(Field(key: field, label: .empty, value: word))
    }
  }

  private mutating func addLinks(_ node: Document.NodeID, in source: Source) {
    guard let entries = mapping(node, in: source, .key("links", .tool), isRequired: false) else { return }
    for (key, value) in entries {
      guard let label = word(key, in: source, .entry(.links)) else { continue }
      let name = store.string(label)
      let text = address(value, in: source, .key(name, .links))
      if !text.isEmpty { draft.fields.append(Field(key: .link, label: label, value: text)) }
    }
  }
}
