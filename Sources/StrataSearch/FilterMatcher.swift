import StrataCatalog

/// Whether a subject passes `facet:values`. Compiled against one catalog: ids are looked up once. A class, because it is asked
/// for each of many tools, and a catalog is many arrays to hand around.
final class FilterMatcher: Sendable {
  private let facet: Facet
  private let values: [Query.Value]
  private let catalog: Catalog
  /// For `layer`, `category`, `maturity` and a `state` that is a maturity: which indices pass.
  private let admitted: [Bool]

  init(_ facet: Facet, _ values: [Query.Value], _ catalog: Catalog) {
    self.facet = facet
    self.values = values
    self.catalog = catalog
    switch facet {
    case .layer:
      admitted = Self.admitted(
        values, catalog.layers.map { [$0.id, $0.name.en, $0.name.zh].map { Folding.bytes(catalog.string($0)) } })
    case .category:
      admitted = Self.admitted(
        values, catalog.categories.map { [$0.id, $0.name.en, $0.name.zh].map { Folding.bytes(catalog.string($0)) } })
    case .maturity:
      admitted = Self.admitted(values, catalog.maturities.map { [Folding.bytes($0.isEmpty ? "none" : $0)] })
    case .state:
      let exact = values.map { value in
        var value = value
        value.comparison = .exact
        return value
      }
      admitted = Self.admitted(exact, catalog.maturities.map { [Folding.bytes($0)] })
    case .license, .organization, .tag, .language, .presence, .accepted, .incubating, .graduated, .archived:
      admitted = []
    }
  }

  /// Which of the candidates, each with its words, one of the values means: by the whole of a word where one is so called,
  /// or else by the beginning of a word.
  private static func admitted(_ values: [Query.Value], _ candidates: [[[UInt8]]]) -> [Bool] {
    var result = [Bool](repeating: false, count: candidates.count)
    for value in values {
      let exact = candidates.map { $0.contains(value.bytes) }
      let chosen =
        exact.contains(true) || value.comparison == .exact
        ? exact : candidates.map { $0.contains { holds($0, wordFrom: value.bytes) } }
      for (index, isChosen) in chosen.enumerated() where isChosen { result[index] = true }
    }
    return result
  }

  /// Whether a layer, category or maturity of this index is meant.
  func admitsIndex(_ index: Int) -> Bool { admitted.indices.contains(index) && admitted[index] }

  func admits(_ subject: Subject) -> Bool {
    switch facet {
    case .layer:
      switch subject {
      case .layer(let id): return admitted[id.index]
      case .category(let id): return admitted[catalog[id].layer.index]
      case .tool(let id): return stands(id) { admitted[catalog[$0].layer.index] }
      }
    case .category:
      switch subject {
      case .layer: return false
      case .category(let id): return admitted[id.index]
      case .tool(let id): return stands(id) { admitted[$0.index] }
      }
    case .maturity:
      guard case .tool(let id) = subject else { return false }
      return admitted[Int(catalog[id].maturity)]
    case .license: return hasValue(.license, subject)
    case .organization: return hasValue(.organization, subject)
    case .tag: return hasValue(.tag, subject)
    case .language: return values.contains { speaks($0, subject) }
    case .state: return values.contains { isState($0, subject) }
    case .presence: return values.contains { has($0, subject) }
    case .accepted: return hasDate(.accepted, subject)
    case .incubating: return hasDate(.incubating, subject)
    case .graduated: return hasDate(.graduated, subject)
    case .archived: return hasDate(.archived, subject)
    }
  }

  /// Whether one of the categories in which a tool stands is meant.
  private func stands(_ tool: ToolID, _ isMeant: (CategoryID) -> Bool) -> Bool {
    if isMeant(catalog.tools[tool.index].category) { return true }
    return catalog.fields(of: tool).contains { field in
      field.key == .also && (catalog.categoryID(for: catalog.string(field.value)).map(isMeant) ?? false)
    }
  }

  private func hasValue(_ key: Field.Key, _ subject: Subject) -> Bool {
    guard case .tool(let id) = subject else { return false }
    for field in catalog.fields(of: id) where field.key == key {
      let bytes = folded(field.value)
      for value in values {
        if value.comparison == .exact ? bytes == value.bytes : Self.holds(bytes, wordFrom: value.bytes) { return true }
      }
    }
    return false
  }

  private func hasDate(_ key: Field.Key, _ subject: Subject) -> Bool {
    guard case .tool(let id) = subject else { return false }
    return catalog.fields(of: id).contains { field in
      field.key == key && values.contains { Self.admits(catalog.string(field.value), $0) }
    }
  }

  /// Dates are compared as far as the shorter one goes: `>2024` begins with 2025.
  static func admits(_ date: String, _ value: Query.Value) -> Bool {
    func order(_ bound: String) -> Int {
      let date = date.prefix(bound.count)
      return date < bound ? -1 : date == bound ? 0 : 1
    }
    switch value.comparison {
    case .loose, .exact: return order(value.text) == 0
    case .below: return order(value.text) < 0
    case .atMost: return order(value.text) <= 0
    case .above: return order(value.text) > 0
    case .atLeast: return order(value.text) >= 0
    case .between: return order(value.text) >= 0 && (value.end.isEmpty || order(value.end) <= 0)
    }
  }

  private func speaks(_ value: Query.Value, _ subject: Subject) -> Bool {
    let language: Language
    switch value.bytes {
    case Array("en".utf8), Array("english".utf8): language = .en
    case Array("zh".utf8), Array("chinese".utf8), Array("中文".utf8): language = .zh
    default: return false
    }
    let texts: [LocalizedText]
    switch subject {
    case .layer(let id): texts = [catalog[id].name, catalog[id].summary]
    case .category(let id): texts = [catalog[id].name, catalog[id].what]
    case .tool(let id): texts = [catalog[id].summary]
    }
    switch language {
    case .en: return texts.contains { !$0.en.isEmpty }
    case .zh: return texts.contains { !$0.zh.isEmpty }
    }
  }

  private func isState(_ value: Query.Value, _ subject: Subject) -> Bool {
    switch (String(decoding: value.bytes, as: UTF8.self), subject) {
    case ("layer", .layer), ("category", .category), ("tool", .tool): return true
    case (_, .layer), (_, .category): return false
    case ("open-source", .tool(let id)), ("open", .tool(let id)): return catalog.isOpenSource(id)
    case ("proprietary", .tool(let id)), ("closed", .tool(let id)): return !catalog.isOpenSource(id)
    case ("project", .tool(let id)): return catalog[id].maturity != 0
    case ("specification", .tool(let id)): return catalog.fields(of: id).contains { $0.key == .specification }
    case ("end-user", .tool(let id)): return catalog.fields(of: id).contains { $0.key == .endUser }
    case ("replaced", .tool(let id)): return catalog.fields(of: id).contains { $0.key == .replacedBy }
    case (_, .tool(let id)): return catalog[id].maturity != 0 && admitted[Int(catalog[id].maturity)]
    }
  }

  private func has(_ value: Query.Value, _ subject: Subject) -> Bool {
    guard case .tool(let id) = subject else { return false }
    let tool = catalog[id]
    func hasField(_ key: Field.Key) -> Bool { catalog.fields(of: id).contains { $0.key == key } }
    switch String(decoding: value.bytes, as: UTF8.self) {
    case "summary": return !tool.summary.isEmpty
    case "homepage": return !tool.homepage.isEmpty
    case "repository", "repo": return !tool.repository.isEmpty
    case "maturity": return tool.maturity != 0
    case "alias", "aliases": return hasField(.alias)
    case "license", "licence": return hasField(.license)
    case "org", "organization": return hasField(.organization)
    case "tag", "tags": return hasField(.tag)
    case "accepted": return hasField(.accepted)
    case "link", "links": return hasField(.link)
    case "also": return hasField(.also)
    case "replacedby", "replacement": return hasField(.replacedBy)
    case "stars": return hasField(.stars)
    case "audit": return hasField(.audit)
    default: return catalog.fields(of: id).contains { $0.key == .link && folded($0.label) == value.bytes }
    }
  }

  private func folded(_ text: Text) -> [UInt8] {
    let start = Int(text.offset)
    return catalog.store.withUnsafeBufferPointer {
      Folding.bytes(UnsafeBufferPointer(rebasing: $0[start..<start + Int(text.length)]))
    }
  }

  /// Whether the word begins somewhere in the text where a word begins.
  static func holds(_ text: [UInt8], wordFrom word: [UInt8]) -> Bool {
    guard !word.isEmpty, word.count <= text.count else { return false }
    return text.withUnsafeBufferPointer { bytes in
      (0...bytes.count - word.count).contains { start in
        bytes[start] == word[0] && bytes[start..<start + word.count].elementsEqual(word)
          && WordBoundary.starts(bytes, at: start)
      }
    }
  }
}

extension Catalog {
  /// Whether a tool's source is open: by its licence, or where none is known by the file's word or its having a
  /// repository.
  func isOpenSource(_ tool: ToolID) -> Bool {
    if let license = value(.license, of: tool) { return license.lowercased() != "proprietary" }
    return !tools[tool.index].repository.isEmpty || fields(of: tool).contains { $0.key == .openSource }
  }
}
