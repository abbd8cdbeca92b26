// Memory: lent.

/// What strata's own catalog knows of somebody else's landscape: its layers and categories by name, its tools by address.
///
/// A class because it is asked for each item: handing it on costs a reference.
final class Join {
  private let layers: [String: LayerID]
  /// By the number of their layer.
  private let categories: [[String: CategoryID]]
  /// strata's own catalog, and its tools by their addresses.
  private let catalog: Catalog?
  private let addresses: IDIndex
  let layerCount: Int

  init(_ catalog: Catalog?) {
    self.catalog = catalog
    layerCount = catalog?.layers.count ?? 0
    addresses = catalog.map { $0.addressIndex ?? $0.makeAddressIndex() } ?? IDTable(capacity: 0).index
    var layers: [String: LayerID] = [:]
    var categories: [[String: CategoryID]] = []
    for id in catalog?.layerIDs ?? [] {
      guard let catalog else { break }
      layers[Self.key(catalog.string(catalog[id].name[.en]))] = id
      var names: [String: CategoryID] = [:]
      for category in catalog.categories(of: id) {
        names[Self.key(catalog.string(catalog[category].name[.en]))] = category
      }
      categories.append(names)
    }
    self.layers = layers
    self.categories = categories
  }

  /// The tool of strata's own that one of a file is. See `Identity.match`.
  func match(_ tool: Tool, in store: TextStore) -> (index: Int, weight: Int)? {
    guard let catalog else { return nil }
    let hashKey = catalog.hashKey
    func hash(_ address: Text) -> Int? {
      address.isEmpty ? nil : store.withBytes(address) { AddressKey.hash($0, hashKey) }
    }
    let (homepage, repository) = (hash(tool.homepage), hash(tool.repository))
    let candidates = candidates(homepage, repository)
    // Nearly all tools are none that strata knows.
    if candidates.isEmpty { return nil }
    let name = store.withBytes(tool.name) { Identity.hash(ofName: $0, hashKey) }
    return best(
      candidates, for: Identity.Addresses(homepage: homepage, repository: repository, name: name), in: catalog)
  }

  /// The tool of strata's own that one of a catalog is.
  func match(_ tool: ToolID, of other: Catalog) -> Int? {
    guard let catalog else { return nil }
    let wanted = Identity.Addresses(of: tool, in: other, catalog.hashKey)
    return best(candidates(wanted.homepage, wanted.repository), for: wanted, in: catalog)?.index
  }

  /// The one of some tools of strata's own that a tool with these addresses is.
  private func best(
    _ candidates: [Int], for wanted: Identity.Addresses, in catalog: Catalog
  ) -> (index: Int, weight: Int)? {
    let known = candidates.lazy.map {
      (index: $0, addresses: Identity.Addresses(of: ToolID($0), in: catalog, catalog.hashKey))
    }
    return Identity.best(known, for: wanted)
  }

  /// The tools that two addresses speak for, in their order.
  private func candidates(_ homepage: Int?, _ repository: Int?) -> [Int] {
    var candidates: [Int] = []
    func add(_ hash: Int) {
      _ = addresses.find(hash: hash) {
        if !candidates.contains($0) { candidates.append($0) }
        return false
      }
    }
    if let homepage { add(homepage) }
    if let repository, repository != homepage { add(repository) }
    if candidates.count > 1 { candidates.sort() }
    return candidates
  }

  /// Whether a file with these layers and categories, by their keys, is a landscape of the same world: most of its
  /// layers are known, or most of strata's own are in it, and several categories stand where strata has them. A
  /// "Monitoring" among others means nothing.
  func knows(_ outline: [(layer: String, categories: [String])]) -> Bool {
    // By their numbers.
    var knownLayers: Set<Int> = []
    var knownCategories: Set<Int> = []
    for (name, names) in outline {
      guard let layer = layers[name] else { continue }
      knownLayers.insert(layer.index)
      for name in names {
        if let category = category(name, in: layer) { knownCategories.insert(category.index) }
      }
    }
    let isMost = knownLayers.count * 2 > outline.count || knownLayers.count * 2 > layerCount
    return isMost && knownCategories.count >= Self.several
  }

  private static let several = 3

  /// - Parameter key: see `key(_:)`.
  func layer(_ key: String) -> LayerID? { layers[key] }

  func category(_ key: String, in layer: LayerID) -> CategoryID? { categories[layer.index][key] }

  /// What two names of one thing have in common: case is ignored, `&` is `and`, blanks are one.
  static func key(_ name: String) -> String { plainKey(name) ?? slowKey(name) }

  /// The key of what nearly all names are: ASCII words with a blank between them.
  private static func plainKey(_ name: String) -> String? {
    var name = name
    return name.withUTF8 { bytes in
      var last = UInt8(ascii: " ")
      for byte in bytes {
        guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "&"), byte != 0x20 || last != 0x20 else { return nil }
        last = byte
      }
      guard last != 0x20 else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { key in
        for index in bytes.indices {
          key[index] = bytes[index] &- 0x41 < 26 ? bytes[index] | 0x20 : bytes[index]
        }
        return bytes.count
      }
    }
  }

  static func slowKey(_ name: String) -> String {
    name.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }
      .map { $0 == "&" ? "and" : $0.replacingAmpersands }
      .joined(separator: " ")
  }
}

extension Substring {
  /// `R&D` → `r and d`, as if the sign stood alone.
  fileprivate var replacingAmpersands: String {
    utf8.contains(UInt8(ascii: "&"))
      ? split(separator: "&", omittingEmptySubsequences: true).joined(separator: " and ") : String(self)
  }
}

extension Catalog {
  /// The tools of `background` that are in this catalog, by their addresses, each by its index. Looks at all tools.
  public func toolsOfBackground() -> [Int: [ToolID]] {
    guard let background else { return [:] }
    let join = Join(background)
    var known: [Int: [ToolID]] = [:]
    for tool in tools.indices.map({ ToolID($0) }) {
      if let found = join.match(tool, of: self) { known[found, default: []].append(tool) }
    }
    return known
  }

  /// The tools by the keys of their addresses: as many slots for a tool as it has addresses.
  func makeAddressIndex() -> IDIndex {
    let addresses = tools.indices.map { Identity.Addresses(of: ToolID($0), in: self, hashKey).distinct() }
    // With room from the beginning: a tool alone does not tell which of its hashes a slot was for.
    var table = IDTable(capacity: max(tools.count, addresses.reduce(0) { $0 + $1.count }))
    for (tool, hashes) in addresses.enumerated() {
      for hash in hashes.sorted() {
        table.insert(tool, hash: hash) { _ in preconditionFailure("the table has room for all") }
      }
    }
    return table.index
  }
}
