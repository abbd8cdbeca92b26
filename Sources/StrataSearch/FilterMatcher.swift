// Memory: lent.

import StrataCatalog

/// Whether a subject passes `facet:values`. Compiled against one catalog: ids are looked up once. A class, because it is asked
/// for each of many tools, and a catalog is many arrays to hand around.
final class FilterMatcher: Sendable {
  private let facet: Facet
  private let values: [Query.Value]
  private let catalog: Catalog
  /// For `layer`, `category`, `kind`, `maturity` and a `state` that is a maturity: which indices pass; for `theme`: which
  /// tools.
  private let admitted: [Bool]
  /// For `state`: what the values mean.
  private let states: States
  /// For `stack` and `owner`: which tools pass; and, where those without a value pass, which have one.
  private let stacked: (meant: Set<Int>, valued: Set<Int>?)

  /// `stack`: what a team's own file says of tools.
  init(_ facet: Facet, _ values: [Query.Value], _ catalog: Catalog, stack: StackFacts = StackFacts()) {
    self.facet = facet
    self.values = values
    self.catalog = catalog
    stacked = Self.stacked(facet, values, stack)
    states =
      facet == .state ? values.reduce(into: []) { if let state = State($1.bytes) { $0.insert(States(state)) } } : []
    func words(_ id: Text, _ name: LocalizedText, _ aliases: some Sequence<LocalizedText>) -> [[UInt8]] {
      ([id] + name.all + aliases.flatMap(\.all)).filter { !$0.isEmpty }
        .map { Folding.bytes(catalog.string($0)) }
    }
    switch facet {
    case .layer: admitted = Self.admitted(values, catalog.layers.map { words($0.id, $0.name, []) })
    case .category: admitted = Self.admitted(values, catalog.categories.map { words($0.id, $0.name, []) })
    case .kind:
      admitted = Self.admitted(
        values,
        catalog.kinds.indices.map {
          words(catalog.kinds[$0].id, catalog.kinds[$0].name, catalog.aliases(of: KindID($0)))
        })
    case .theme:
      let themes = Self.admitted(values, catalog.themes.map { words($0.id, $0.name, []) })
      var tools = [Bool](repeating: false, count: themes.contains(true) ? catalog.tools.count : 0)
      for (theme, isMeant) in zip(catalog.themes, themes) where isMeant {
        for tool in catalog.tools(of: theme) { tools[tool.index] = true }
      }
      admitted = tools
    case .maturity: admitted = Self.admitted(values, catalog.maturities.map { Facet.maturity.words(of: $0) })
    case .state:
      let exact = values.map { value in
        var value = value
        value.comparison = .exact
        return value
      }
      admitted = Self.admitted(exact, catalog.maturities.map { Facet.state.words(of: $0) })
    case .stack, .owner, .license, .organization, .tag, .language, .delivery, .part, .presence, .accepted, .incubating,
      .graduated, .archived, .since, .listed, .promoted:
      admitted = []
    }
  }

  /// Which tools a team's file gives a value that is meant; then, where those without are meant, which have any.
  private static func stacked(
    _ facet: Facet, _ values: [Query.Value], _ stack: StackFacts
  ) -> (meant: Set<Int>, valued: Set<Int>?) {
    let tools = stack.values(of: facet)
    let known = stack.known(facet)
    let meant = admitted(values, (known + [Facet.any, Facet.none]).map { facet.words(of: $0) })
    let chosen = Set(known.indices.filter { meant[$0] }.map { known[$0] })
    let isAny = meant[known.count]
    let passing = tools.filter { isAny || $0.value.contains { chosen.contains($0) } }
    return (Set(passing.keys), meant[known.count + 1] ? Set(tools.keys) : nil)
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

  /// Whether a layer, category, kind or maturity of this index is meant.
  func admitsIndex(_ index: Int) -> Bool { admitted.indices.contains(index) && admitted[index] }

  func admits(_ subject: Subject) -> Bool {
    switch (facet, subject) {
    case (.layer, .layer(let id)): return admitted[id.index]
    case (.layer, .category(let id)): return admitted[catalog[id].layer.index]
    case (.layer, .tool(let id)): return stands(id) { admitted[catalog[$0].layer.index] }
    case (.category, .category(let id)): return admitted[id.index]
    case (.category, .tool(let id)): return stands(id) { admitted[$0.index] }
    case (.state, _): return isState(subject) || isMaturity(subject)
    case (.presence, _): return values.contains { has($0, subject) }
    case (_, .layer), (_, .category): return false
    case (.kind, .tool(let id)): return isOfKind(id)
    case (.theme, .tool(let id)): return admitsIndex(id.index)
    case (.maturity, .tool(let id)): return admitted[Int(catalog[id].maturity)]
    case (.part, .tool(let id)): return isPart(id)
    case (.stack, .tool(let id)), (.owner, .tool(let id)): return isStacked(id)
    case (.license, .tool(let id)), (.organization, .tool(let id)), (.tag, .tool(let id)), (.language, .tool(let id)),
      (.delivery, .tool(let id)):
      return facet.field.map { hasValue($0, id) } ?? false
    case (.accepted, .tool(let id)), (.incubating, .tool(let id)), (.graduated, .tool(let id)),
      (.archived, .tool(let id)), (.since, .tool(let id)), (.listed, .tool(let id)):
      return facet.field.map { hasDate($0, id) } ?? false
    case (.promoted, .tool(let id)):
      return catalog.promotions(of: id).contains { date in values.contains { Self.admits(catalog.string(date), $0) } }
    }
  }

  /// Whether one of the categories in which a tool stands is meant.
  private func stands(_ tool: ToolID, _ isMeant: (CategoryID) -> Bool) -> Bool {
    if isMeant(catalog.tools[tool.index].category) { return true }
    return catalog.fields(of: tool).contains { field in
      field.key == .also && (catalog.categoryID(for: catalog.string(field.value)).map(isMeant) ?? false)
    }
  }

  /// Whether the tool is of a kind that is meant, on any of its shelves.
  private func isOfKind(_ tool: ToolID) -> Bool {
    if let kind = catalog.kind(of: tool), admitsIndex(kind.index) { return true }
    return catalog.fields(of: tool).contains { field in
      guard field.key == .also, !field.label.isEmpty, let shelf = catalog.categoryID(for: catalog.string(field.value))
      else { return false }
      return catalog.kind(of: tool, in: shelf).map { admitsIndex($0.index) } ?? false
    }
  }

  private func isStacked(_ tool: ToolID) -> Bool {
    stacked.meant.contains(tool.index) || stacked.valued.map { !$0.contains(tool.index) } ?? false
  }

  private func isPart(_ tool: ToolID) -> Bool {
    if hasValue(.partOf, tool) { return true }
    guard let whole = catalog.partOf(tool) else { return false }
    return holds(folded(catalog[whole].name))
  }

  private func hasValue(_ key: Field.Key, _ tool: ToolID) -> Bool {
    catalog.fields(of: tool).contains { field in
      guard field.key == key else { return false }
      if holds(folded(field.value)) { return true }
      return facet == .delivery
        && facet.words(of: catalog.string(field.value)).dropFirst().contains { word in
          values.contains { $0.bytes == word }
        }
    }
  }

  /// Whether one of the values means a folded text.
  private func holds(_ bytes: [UInt8]) -> Bool {
    values.contains { value in
      value.comparison == .exact ? bytes == value.bytes : Self.holds(bytes, wordFrom: value.bytes)
    }
  }

  private func hasDate(_ key: Field.Key, _ tool: ToolID) -> Bool {
    catalog.fields(of: tool).contains { field in
      field.key == key && values.contains { Self.admits(catalog.string(field.value), $0) }
    }
  }

  /// Dates are compared as far as the shorter one goes: `>2024` begins with 2025.
  static func admits(_ date: String, _ value: Query.Value) -> Bool {
    func order(_ bound: String) -> Int {
      let date = date.prefix(bound.count)
      let bound = bound.prefix(date.count)
      return date < bound ? -1 : date == bound ? 0 : 1
    }
    switch value.comparison {
    case .loose, .exact: return date.utf8.starts(with: value.text.utf8)
    case .below: return order(value.text) < 0
    case .atMost: return order(value.text) <= 0
    case .above: return order(value.text) > 0
    case .atLeast: return order(value.text) >= 0
    case .between:
      return (value.text.isEmpty || order(value.text) >= 0) && (value.end.isEmpty || order(value.end) <= 0)
    }
  }

  private func isState(_ subject: Subject) -> Bool {
    switch subject {
    case .layer: states.contains(States(.layer))
    case .category: states.contains(States(.category))
    case .tool(let id): !states.isEmpty && !states.isDisjoint(with: catalog.states(of: id))
    }
  }

  private func isMaturity(_ subject: Subject) -> Bool {
    guard case .tool(let id) = subject else { return false }
    return catalog[id].maturity != 0 && admitsIndex(Int(catalog[id].maturity))
  }

  private func hasField(_ key: Field.Key, _ tool: ToolID) -> Bool {
    catalog.fields(of: tool).contains { $0.key == key }
  }

  private func has(_ value: Query.Value, _ subject: Subject) -> Bool {
    let word = String(decoding: value.bytes, as: UTF8.self)
    switch word {
    case "en", "english", "英文": return speaks(.en, subject)
    case "zh", "chinese", "中文": return speaks(.zh, subject)
    default: break
    }
    guard case .tool(let id) = subject else { return false }
    let tool = catalog[id]
    switch word {
    case "summary", "简介": return !tool.summary.isEmpty
    case "homepage", "website", "主页", "官网": return !tool.homepage.isEmpty
    case "repository", "repo", "仓库", "源码": return !tool.repository.isEmpty
    case "maturity", "成熟度": return tool.maturity != 0
    case "alias", "aliases", "别名": return hasField(.alias, id)
    case "keyword", "keywords", "关键词": return hasField(.keyword, id)
    case "license", "licence", "许可证": return hasField(.license, id)
    case "org", "organization", "组织": return hasField(.organization, id)
    case "kind", "种类": return catalog.kind(of: id) != nil
    case "theme", "主题": return !catalog.themes(of: id).isEmpty
    case "tag", "tags", "标签": return hasField(.tag, id)
    case "language", "语言": return hasField(.language, id)
    case "delivery", "交付方式": return hasField(.delivery, id)
    case "since", "始于": return hasField(.since, id)
    case "listed", "收录": return hasField(.listed, id)
    case "part", "属于": return hasField(.partOf, id)
    case "facts", "fact", "对比": return hasField(.fact, id)
    case "advice", "建议": return hasField(.pickWhen, id)
    case "accepted", "接纳": return hasField(.accepted, id)
    case "link", "links", "链接": return hasField(.link, id)
    case "also": return hasField(.also, id)
    case "replacedby", "replacement", "继任者": return hasField(.replacedBy, id)
    case "stars", "星标": return hasField(.stars, id)
    case "audit", "审计": return hasField(.audit, id)
    default: return catalog.fields(of: id).contains { $0.key == .link && folded($0.label) == value.bytes }
    }
  }

  private func speaks(_ language: Language, _ subject: Subject) -> Bool {
    let texts: [LocalizedText]
    switch subject {
    case .layer(let id): texts = [catalog[id].name, catalog[id].summary]
    case .category(let id): texts = [catalog[id].name, catalog[id].what]
    case .tool(let id): texts = [catalog[id].summary]
    }
    return texts.contains { $0.has(language) }
  }

  private func folded(_ text: Text) -> [UInt8] {
    let start = Int(text.offset)
    return catalog.store.withUnsafeBufferPointer {
      Folding.bytes(UnsafeBufferPointer(rebasing: $0[start..<start + Int(text.length)]))
    }
  }

  /// Whether the word begins somewhere in the text where a word begins.
  static func holds(_ text: [UInt8], wordFrom word: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      NeedleMatcher.places(of: word, in: bytes).contains { WordBoundary.starts(bytes, at: $0) }
    }
  }
}
