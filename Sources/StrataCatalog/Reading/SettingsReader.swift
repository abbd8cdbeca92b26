import StrataYAML

/// A landscape2 settings file: groups, orders, what is featured; the rest concerns its web site.
extension Reader {
  enum SettingsKey: String, CaseIterable {
    case foundation, url, description, groups, categories, enduser, tags
    case featuredItems = "featured_items"
    // Of the web site.
    case analytics, colors, footer, header, images, osano, screenshot
    case basePath = "base_path"
    case gridItemsSize = "grid_items_size"
    case hideOrganization = "hide_organization_section_in_projects"
    case logosViewbox = "logos_viewbox"
    case membersCategory = "members_category"
    case screenshotWidth = "screenshot_width"
    case upcomingEvent = "upcoming_event"
    case viewMode = "view_mode"
  }

  enum GroupKey: String, CaseIterable { case name, alias, categories }
  enum OrderKey: String, CaseIterable { case name, subcategories }
  enum FeatureKey: String, CaseIterable { case field, options, exclude }
  enum OptionKey: String, CaseIterable { case value, order, label }
  enum RuleKey: String, CaseIterable { case category, subcategories }

  private static let settingsKeys = KeyTable<SettingsKey>()
  private static let groupKeys = KeyTable<GroupKey>()
  private static let orderKeys = KeyTable<OrderKey>()
  private static let featureKeys = KeyTable<FeatureKey>()
  private static let optionKeys = KeyTable<OptionKey>()
  private static let ruleKeys = KeyTable<RuleKey>()

  mutating func readSettings(_ root: Document.NodeID, in source: Source) {
    isLenient = true
    defer { isLenient = false }
    for (key, value) in Entries(of: root, in: source.document) {
      switch self.key(key, in: source, of: Self.settingsKeys) {
      case .foundation: readFoundation(value, in: source)
      case .url: draft.landscape.homepage = itemAddress(value, in: source, .key("url", .settings))
      case .description:
        guard let text = trimmedWord(value, in: source, .key("description", .settings)) else { continue }
        draft.landscape.introduction[.en] = text
      case .groups: readGroups(value, in: source)
      case .categories: readOrders(value, in: source)
      case .featuredItems: readFeatures(value, in: source)
      case .enduser: readEndUsers(value, in: source)
      case .tags: readAdvisoryGroups(value, in: source)
      case .analytics, .colors, .footer, .header, .images, .osano, .screenshot, .basePath, .gridItemsSize,
        .hideOrganization, .logosViewbox, .membersCategory, .screenshotWidth, .upcomingEvent, .viewMode:
        continue
      case nil: reportTypo(key, in: source, .settings, of: root, Self.settingsKeys.names)
      }
    }
  }

  /// The landscape is called after its foundation: `CNCF` → `CNCF Landscape`.
  private mutating func readFoundation(_ node: Document.NodeID, in source: Source) {
    guard let foundation = trimmedWord(node, in: source, .key("foundation", .settings)), !foundation.isEmpty else {
      return
    }
    draft.landscape.foundation = foundation
    let name = store.string(foundation)
    let isWhole = name.lowercased().hasSuffix("landscape")
    draft.landscape.name[.en] = isWhole ? foundation : store.append("\(name) Landscape".utf8)
    draft.landscape.name[.zh] = isWhole ? .empty : store.append("\(name) 全景图".utf8)
  }

  // MARK: Groups and orders

  /// The layers that the groups name, by their keys: what a file does not declare may stand there.
  func groupLayers(of root: Document.NodeID, in source: Source) -> Set<String> {
    let document = source.document
    func items(_ key: String, of node: Document.NodeID) -> [Document.NodeID] {
      let value = document.value(of: key, in: node).map(document.resolved)
      return value.flatMap { document.kind(of: $0) == .sequence ? Array(Items(of: $0, in: document)) : nil } ?? []
    }
    var names: Set<String> = []
    for group in items("groups", of: root) {
      for layer in items("categories", of: group) { names.insert(Join.key(document.string(layer))) }
    }
    return names
  }

  /// Groups of one name are one, those of another landscape's settings among them.
  private mutating func readGroups(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("groups", .settings)) else { return }
    var known: [[UInt8]: Int] = [:]
    for (index, group) in draft.groups.enumerated() { known[store.bytes(group.name[.en])] = index }
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.group)) else { continue }
      var name = Text.empty
      var layers: [Int] = []
      var seen: Set<Int> = []
      for (key, value) in entries {
        switch self.key(key, in: source, of: Self.groupKeys) {
        case .name: name = trimmedWord(value, in: source, .key("name", .group)) ?? .empty
        case .categories:
          for word in words(value, in: source, .key("categories", .group)) {
            if let layer = layer(named: word, .group), seen.insert(layer).inserted { layers.append(layer) }
          }
        case .alias: continue
        case nil: reportTypo(key, in: source, .group, of: item, Self.groupKeys.names)
        }
      }
      if name.isEmpty {
        report(.missingName(.group, id: ""), at: item, in: source)
      } else if let index = known[store.bytes(name)] {
        draft.groups[index].layers += layers
      } else {
        known[store.bytes(name)] = draft.groups.count
        draft.groups.append((LocalizedText(name), layers))
      }
    }
  }

  /// Puts the categories of a layer in the order that is asked for; those it does not list come after.
  private mutating func readOrders(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("categories", .settings)) else { return }
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.layer)) else { continue }
      var layer: Int?
      var listed: [Text] = []
      for (key, value) in entries {
        switch self.key(key, in: source, of: Self.orderKeys) {
        case .name:
          let name = trimmedWord(value, in: source, .key("name", .layer)) ?? .empty
          layer = name.isEmpty ? nil : self.layer(named: name, .order)
        case .subcategories: listed = words(value, in: source, .key("subcategories", .layer))
        case nil: reportTypo(key, in: source, .layer, of: item, Self.orderKeys.names)
        }
      }
      guard let layer else { continue }
      let order = listed.compactMap { category(named: $0, inLayer: layer, .order) }
      for (position, category) in order.enumerated() {
        draft.categories[category].rank = rankBase(of: source) - order.count + position
      }
    }
  }

  // MARK: Features

  private mutating func readFeatures(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("featured_items", .settings)) else { return }
    var found: [Feature] = []
    for item in items {
      guard let entries = mapping(item, in: source, .entry(.feature)) else { continue }
      var field = ""
      var options: Items?
      for (key, value) in entries {
        switch self.key(key, in: source, of: Self.featureKeys) {
        case .field: field = trimmedWord(value, in: source, .key("field", .feature)).map(store.string) ?? ""
        case .options: options = list(value, in: source, .key("options", .feature))
        case .exclude: continue
        case nil: reportTypo(key, in: source, .feature, of: item, Self.featureKeys.names)
        }
      }
      guard let options else { continue }
      for option in options {
        found += features(option, field: field, in: source)
      }
    }
    // Those of another landscape's settings stay before them.
    draft.features += found.enumerated()
      .sorted { ($0.element.order ?? .max, $0.offset) < ($1.element.order ?? .max, $1.offset) }
      .map(\.element)
  }

  /// What an option features: the tools of a maturity, or of the categories of a name in every layer.
  private mutating func features(
    _ node: Document.NodeID, field: String, in source: Source
  ) -> [Feature] {
    guard let entries = mapping(node, in: source, .entry(.feature)) else { return [] }
    var value = Text.empty
    var valueNode = node
    var label = Text.empty
    var order: Int?
    for (key, part) in entries {
      switch self.key(key, in: source, of: Self.optionKeys) {
      case .value:
        value = trimmedWord(part, in: source, .key("value", .feature)) ?? .empty
        valueNode = part
      case .order:
        order = trimmedWord(part, in: source, .key("order", .feature)).flatMap { Int(store.excerpt($0)) }
      case .label: label = trimmedWord(part, in: source, .key("label", .feature)) ?? .empty
      case nil: reportTypo(key, in: source, .feature, of: node, Self.optionKeys.names)
      }
    }
    guard !value.isEmpty else { return [] }
    switch field {
    case "subcategory":
      let categories = names.categories(store.string(value))
      if categories.isEmpty { reportDanglingName(.category, value, .feature, inLayer: nil) }
      return categories.map { Feature(subject: .category(CategoryID($0)), label: label, order: order) }
    case "maturity":
      let number = maturity(value, at: valueNode, in: source)
      return number == 0 ? [] : [Feature(subject: .maturity(number), label: label, order: order)]
    // landscape2 knows no others.
    case _: return []
    }
  }

  // MARK: Rules

  /// Marks the items of whole layers or categories as end users; what an item says itself stays.
  private mutating func readEndUsers(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("enduser", .settings)) else { return }
    let yes = store.intern("true")
    var values: [Int: Text] = [:]
    for item in items {
      for category in categories(ofRule: item, in: source, .endUser) { values[category] = yes }
    }
    let notEndUsers = draft.notEndUsers
    addToTools(values, in: source, .endUser) { index, _ in !notEndUsers.contains(index) }
  }

  /// Assigns projects to the technical advisory groups of their categories, the first by name that asks for them; what
  /// an item says itself stays.
  private mutating func readAdvisoryGroups(_ node: Document.NodeID, in source: Source) {
    guard let entries = mapping(node, in: source, .key("tags", .settings), isRequired: false) else { return }
    var rules: [(name: Text, word: String, items: Items)] = []
    for (key, value) in entries {
      guard let name = trimmedWord(key, in: source, .entry(.rule)), !name.isEmpty else { continue }
      guard let items = list(value, in: source, .key("tags", .settings)) else { continue }
      rules.append((name, store.string(name), items))
    }
    var values: [Int: Text] = [:]
    for rule in rules.sorted(by: { $0.word < $1.word }) {
      for item in rule.items {
        for category in categories(ofRule: item, in: source, .advisoryGroup) where values[category] == nil {
          values[category] = rule.name
        }
      }
    }
    addToTools(values, in: source, .advisoryGroup) { _, tool in tool.maturity != 0 }
  }

  /// The categories that a rule names: some of a layer, or all where it lists none.
  private mutating func categories(
    ofRule node: Document.NodeID, in source: Source, _ role: Finding.Role
  ) -> [Int] {
    guard let entries = mapping(node, in: source, .entry(.rule)) else { return [] }
    var layer: Int?
    var listed: [Text] = []
    for (key, value) in entries {
      switch self.key(key, in: source, of: Self.ruleKeys) {
      case .category:
        let name = trimmedWord(value, in: source, .key("category", .rule)) ?? .empty
        layer = name.isEmpty ? nil : self.layer(named: name, role)
      case .subcategories: listed = words(value, in: source, .key("subcategories", .rule))
      case nil: reportTypo(key, in: source, .rule, of: node, Self.ruleKeys.names)
      }
    }
    guard let layer else { return [] }
    if listed.isEmpty { return names.categories(inLayer: layer) }
    return listed.compactMap { category(named: $0, inLayer: layer, role) }
  }

  /// Adds a row to the tools of categories that have none of its key yet.
  ///
  /// - Parameter values: by category.
  private mutating func addToTools(
    _ values: [Int: Text], in source: Source, _ key: Field.Key, where isMeant: (Int, Tool) -> Bool
  ) {
    guard !values.isEmpty else { return }
    for index in draft.tools.indices[draft.toolStarts[source.input]...] {
      let tool = draft.tools[index]
      steps += 1
      guard let value = values[Int(tool.categoryIndex)], isMeant(index, tool), tool.fieldCount < UInt16.max else {
        continue
      }
      // A copy: with a slice of them at hand, to append would copy all fields there are.
      let own = Array(draft.fields(of: tool))
      steps += own.count
      if own.contains(where: { $0.key == key }) { continue }
      draft.setFields(own + [Field(key: key, label: .empty, value: value)], ofTool: index)
    }
  }

  // MARK: Names

  private mutating func layer(named name: Text, _ role: Finding.Role) -> Int? {
    if let index = names.layer(store.string(name)) { return index }
    reportDanglingName(.layer, name, role, inLayer: nil)
    return nil
  }

  /// A category by its name, in one layer.
  private mutating func category(named name: Text, inLayer layer: Int, _ role: Finding.Role) -> Int? {
    if let index = names.category(store.string(name), inLayer: layer) { return index }
    reportDanglingName(.category, name, role, inLayer: layer)
    return nil
  }

  /// Reports a name that no layer or category bears, with the one that may be meant.
  mutating func reportDanglingName(_ part: Finding.Part, _ name: Text, _ role: Finding.Role, inLayer layer: Int?) {
    let word = store.excerpt(name)
    let nearest = isFull ? nil : likelyName(word, part, inLayer: layer)
    report(.danglingName(part, name: word, role: role, nearest: nearest), at: name)
  }

  /// The layer or category that a mistyped name means.
  mutating func likelyName(_ word: String, _ part: Finding.Part, inLayer layer: Int?) -> String? {
    part == .layer
      ? names.likelyLayer(word, steps: &nearestSteps)
      : names.likelyCategory(word, inLayer: layer, steps: &nearestSteps)
  }
}
