import StrataYAML

/// Headings over layers, and tools that are shown before the rest: what landscape2 says in settings, in strata's own format.
extension Reader {
  enum NativeGroupKey: String, CaseIterable { case name, layers }
  enum FeaturedKey: String, CaseIterable { case maturity, category, label, order }

  private static let nativeGroupKeys = KeyTable<NativeGroupKey>()
  private static let featuredKeys = KeyTable<FeaturedKey>()

  mutating func readNativeGroups(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("groups", .landscape)) else { return }
    for item in items {
      guard let pairs = mapping(item, in: source, .entry(.group)) else { continue }
      var group = Draft.NativeGroup()
      for (key, value) in pairs {
        switch self.key(key, in: source, of: Self.nativeGroupKeys) {
        case .name: group.name = localizedName(value, key: key, in: source, .group)
        case .layers: group.layers = words(value, in: source, .key("layers", .group))
        case nil: reportUnknown(key, in: source, .group, Self.nativeGroupKeys.names)
        }
      }
      if group.name.isEmpty {
        report(.missingName(.group, id: ""), at: item, in: source)
      } else {
        draft.nativeGroups.append(group)
      }
    }
  }

  mutating func readFeatured(_ node: Document.NodeID, in source: Source) {
    guard let items = list(node, in: source, .key("featured", .landscape)) else { return }
    for item in items {
      guard let pairs = mapping(item, in: source, .entry(.feature)) else { continue }
      var subject: Draft.NativeFeature.Subject?
      var label = Text.empty
      var order: Int?
      for (key, value) in pairs {
        switch self.key(key, in: source, of: Self.featuredKeys) {
        case .maturity:
          guard let name = word(value, in: source, .key("maturity", .feature)), !name.isEmpty else { continue }
          let number = maturity(name, at: value, in: source)
          if number != 0 { subject = .maturity(number) }
        case .category:
          guard let id = word(value, in: source, .key("category", .feature)), !id.isEmpty else { continue }
          subject = .category(id)
        case .label: label = word(value, in: source, .key("label", .feature)) ?? .empty
        case .order:
          order = word(value, in: source, .key("order", .feature)).flatMap { Int(store.excerpt($0)) }
        case nil: reportUnknown(key, in: source, .feature, Self.featuredKeys.names)
        }
      }
      if let subject {
        draft.nativeFeatures.append(Draft.NativeFeature(subject: subject, label: label, order: order))
      } else {
        report(.missingKey("maturity", .feature), at: item, in: source)
      }
    }
  }

  /// Turns ids into places. Groups of one name are one.
  mutating func addGroupsAndFeatures(to catalog: inout CatalogRecords, newLayer: [Int], newCategory: [Int]) {
    var groups: [(name: LocalizedText, layers: [Int])] = draft.groups.map { group in
      (group.name, group.layers.map { newLayer[$0] })
    }
    var known: [[UInt8]: Int] = [:]
    for (index, group) in groups.enumerated() { known[store.bytes(group.name[.en])] = index }
    var layers: [[UInt8]: Int] = [:]
    if !draft.nativeGroups.isEmpty {
      for (index, layer) in catalog.layers.enumerated() { layers[store.bytes(layer.id)] = index }
    }
    for group in draft.nativeGroups {
      var found: [Int] = []
      for id in group.layers {
        if let layer = layers[store.bytes(id)] {
          found.append(layer)
        } else if !isPartial {
          reportDangling(.layer, id, among: catalog.layers.lazy.map(\.id))
        }
      }
      if let index = known[store.bytes(group.name[.en])] {
        groups[index].layers += found
      } else {
        known[store.bytes(group.name[.en])] = groups.count
        groups.append((group.name, found))
      }
    }
    for group in groups {
      let start = catalog.groupLayers.count
      // Layers of two landscapes may be one by now.
      var seen: Set<Int> = []
      catalog.groupLayers += group.layers.filter { seen.insert($0).inserted }.map(LayerID.init)
      catalog.groups.append(Group(name: group.name, layers: start..<catalog.groupLayers.count))
    }
    addFeatures(to: &catalog, newCategory: newCategory)
  }

  private mutating func addFeatures(to catalog: inout CatalogRecords, newCategory: [Int]) {
    catalog.features = draft.features.map { feature in
      guard case .category(let id) = feature.subject else { return feature }
      var feature = feature
      feature.subject = .category(CategoryID(newCategory[id.index]))
      return feature
    }
    for feature in draft.nativeFeatures {
      switch feature.subject {
      case .maturity(let number):
        catalog.features.append(Feature(subject: .maturity(number), label: feature.label, order: feature.order))
      case .category(let id):
        if let category = categoryID(id, of: catalog) {
          catalog.features.append(Feature(subject: .category(category), label: feature.label, order: feature.order))
        } else if !isPartial {
          reportDangling(.category, id, among: catalog.categories.lazy.map(\.id))
        }
      }
    }
  }
}
