import StrataYAML

/// The values of a tool that are more than a word.
extension Reader {
  enum LifecycleKey: String, CaseIterable { case status, date, note }
  enum PreviousLicenseKey: String, CaseIterable { case license, until }
  enum ShelfKey: String, CaseIterable { case category, kind }
  enum LabelKey: String, CaseIterable { case label, value }

  private static let lifecycleKeys = KeyTable<LifecycleKey>()
  private static let previousLicenseKeys = KeyTable<PreviousLicenseKey>()
  private static let shelfKeys = KeyTable<ShelfKey>()
  private static let furtherKeys = KeyTable<FurtherField>()
  private static let labelKeys = KeyTable<LabelKey>()

  /// Adds a text, a row for each language it is in.
  mutating func addTexts(_ key: Field.Key, _ text: LocalizedText, label: Text = .empty) {
    for language in Language.allCases {
      let value = text[language]
      if value.isEmpty { continue }
      draft.fields.append(Field(key: key, language: language, label: label, value: value))
    }
  }

  mutating func addKeywords(_ node: Document.NodeID, in source: Source) {
    for word in localizedWords(node, in: source, .key("keywords", .tool)) { addTexts(.keyword, word) }
  }

  mutating func addAddresses(
    _ field: Field.Key, _ key: ToolKey, _ node: Document.NodeID, in source: Source
  ) {
    guard let items = list(node, in: source, .key(key.rawValue, .tool), wanted: .listOfWords) else { return }
    for item in items {
      let text = address(item, in: source, .key(key.rawValue, .tool))
      if !text.isEmpty { draft.fields.append(Field(key: field, label: .empty, value: text)) }
    }
  }

  /// Adds a year, a month or a day.
  mutating func addPeriod(_ field: Field.Key, _ key: ToolKey, _ node: Document.NodeID, in source: Source) {
    guard let text = period(node, in: source, .key(key.rawValue, .tool), key: key.rawValue) else { return }
    draft.fields.append(Field(key: field, label: .empty, value: text))
  }

  private mutating func period(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value, key: String
  ) -> Text? {
    guard let text = word(node, in: source, value()), !text.isEmpty else { return nil }
    checkPeriod(text, key: key, at: node, in: source)
    return text
  }

  // MARK: Words of which there are few

  /// The word, if it is one of those that may stand there; others are reported and left aside.
  private mutating func choice(
    _ choice: Finding.Choice, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text? {
    guard let text = word(node, in: source, value()), !text.isEmpty else { return nil }
    let word = store.string(text)
    if choice.words.contains(word) { return text }
    report(.badChoice(choice, value: word, suggestion: Nearest.likely(word, among: choice.words)), at: node, in: source)
    return nil
  }

  mutating func addWord(
    _ field: Field.Key, of choice: Finding.Choice, _ node: Document.NodeID, in source: Source
  ) {
    guard let text = self.choice(choice, node, in: source, .key(choice.key, .tool)) else { return }
    draft.fields.append(Field(key: field, label: .empty, value: text))
  }

  mutating func addWords(
    _ field: Field.Key, of choice: Finding.Choice, _ node: Document.NodeID, in source: Source
  ) {
    guard let items = list(node, in: source, .key(choice.key, .tool), wanted: .listOfWords) else { return }
    for item in items { addWord(field, of: choice, item, in: source) }
  }

  // MARK: Mappings

  mutating func addLifecycle(_ node: Document.NodeID, in source: Source) {
    guard let pairs = mapping(node, in: source, .key("lifecycle", .tool), isRequired: false) else { return }
    var status: Text?
    var hasStatus = false
    var date = Text.empty
    var note = LocalizedText.empty
    for (key, value) in pairs {
      switch self.key(key, in: source, of: Self.lifecycleKeys) {
      case .status:
        hasStatus = true
        status = choice(.status, value, in: source, .key("status", .lifecycle))
      case .date: date = period(value, in: source, .key("date", .lifecycle), key: "date") ?? .empty
      case .note: note = localizedText(value, in: source, .key("note", .lifecycle))
      case nil: reportUnknown(key, in: source, .lifecycle, Self.lifecycleKeys.names)
      }
    }
    if !hasStatus { report(.missingKey("status", .lifecycle), at: node, in: source) }
    guard let status else { return }
    draft.fields.append(Field(key: .lifecycle, label: date, value: status))
    addTexts(.lifecycleNote, note)
  }

  mutating func addPreviousLicenses(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("previousLicenses", .tool)) else { return }
    for item in items {
      guard let pairs = mapping(item, in: source, .entry(.previousLicense)) else { continue }
      var license = Text.empty
      var until = Text.empty
      for (key, value) in pairs {
        switch self.key(key, in: source, of: Self.previousLicenseKeys) {
        case .license: license = word(value, in: source, .key("license", .previousLicense)) ?? .empty
        case .until: until = period(value, in: source, .key("until", .previousLicense), key: "until") ?? .empty
        case nil: reportUnknown(key, in: source, .previousLicense, Self.previousLicenseKeys.names)
        }
      }
      if license.isEmpty {
        report(.missingKey("license", .previousLicense), at: item, in: source)
      } else {
        draft.fields.append(Field(key: .previousLicense, label: until, value: license))
      }
    }
  }

  /// Adds further shelves: ids of categories, or a category and the tool's kind there.
  mutating func addShelves(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("also", .tool), wanted: .listOfWords) else { return }
    for item in items {
      guard source.document.kind(of: item) == .mapping else {
        guard let id = word(item, in: source, .key("also", .tool)), !id.isEmpty else { continue }
        draft.fields.append(Field(key: .also, label: .empty, value: id))
        continue
      }
      var category = Text.empty
      var kind = Text.empty
      for (key, value) in Entries(of: item, in: source.document) {
        switch self.key(key, in: source, of: Self.shelfKeys) {
        case .category: category = word(value, in: source, .key("category", .shelf)) ?? .empty
        case .kind: kind = word(value, in: source, .key("kind", .shelf)) ?? .empty
        case nil: reportUnknown(key, in: source, .shelf, Self.shelfKeys.names)
        }
      }
      if category.isEmpty {
        report(.missingID(.shelf), at: item, in: source)
      } else {
        draft.fields.append(Field(key: .also, label: kind, value: category))
      }
    }
  }

  /// What landscape2 data say beyond strata's keys: under the name of each field a text, a `{label, value}`, or a list of such.
  mutating func addFurther(_ node: Document.NodeID, in source: Source) {
    guard let pairs = mapping(node, in: source, .key("further", .tool), isRequired: false) else { return }
    for (keyNode, value) in pairs {
      guard let field = self.key(keyNode, in: source, of: Self.furtherKeys) else {
        reportUnknown(keyNode, in: source, .further, Self.furtherKeys.names)
        continue
      }
      if source.document.kind(of: value) == .sequence {
        for item in Items(of: value, in: source.document) { addFurther(field, item, in: source) }
      } else {
        addFurther(field, value, in: source)
      }
    }
  }

  private mutating func addFurther(_ field: FurtherField, _ node: Document.NodeID, in source: Source) {
    var label = Text.empty
    var text = Text.empty
    if source.document.kind(of: node) == .mapping {
      for (key, value) in Entries(of: node, in: source.document) {
        switch self.key(key, in: source, of: Self.labelKeys) {
        case .label: label = word(value, in: source, .key("label", .further)) ?? .empty
        case .value: text = word(value, in: source, .key("value", .further)) ?? .empty
        case nil: reportUnknown(key, in: source, .further, Self.labelKeys.names)
        }
      }
    } else {
      text = word(node, in: source, .key(field.rawValue, .further)) ?? .empty
    }
    guard !text.isEmpty || !label.isEmpty else { return }
    draft.fields.append(Field(key: field.key, label: label, value: text))
  }

  mutating func addFacts(_ node: Document.NodeID, in source: Source) {
    guard let pairs = mapping(node, in: source, .key("facts", .tool), isRequired: false) else { return }
    for (key, value) in pairs {
      guard let id = word(key, in: source, .entry(.fact)), !id.isEmpty else { continue }
      let name = store.string(id)
      addTexts(.fact, localizedText(value, in: source, .key(name, .facts)), label: id)
    }
  }
}
