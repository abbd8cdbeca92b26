// Memory: lent.

/// Which tools are the same: those of which an address agrees, the homepage, the repository or one that it had before.
/// A name alone says nothing: there are many Cortexes.
struct Identity {
  /// A tool's addresses, each by its key.
  struct Addresses {
    var homepage: [UInt8]?
    var repository: [UInt8]?
    var former: [[UInt8]] = []
    /// ASCII case ignored.
    var name: [UInt8]
  }

  private var tools: [(index: Int, addresses: Addresses)] = []
  /// An address's key → indices into `tools`.
  private var byAddress: [[UInt8]: [Int]] = [:]

  /// How many tools of one address are compared; a file with more has it from a template.
  private static let widest = 16

  /// - Parameter index: the tool's, whatever the caller counts by.
  mutating func add(_ addresses: Addresses, index: Int) {
    let keys = Set([addresses.homepage, addresses.repository].compactMap { $0 } + addresses.former.prefix(Self.widest))
    guard !keys.isEmpty else { return }
    tools.append((index, addresses))
    for key in keys where (byAddress[key]?.count ?? 0) < Self.widest {
      byAddress[key, default: []].append(tools.count - 1)
    }
  }

  /// The tool that is the same, and how much speaks for it: best one of which much agrees. Nil where no address does, or
  /// where it is one of several that nothing tells apart.
  func match(
    _ wanted: Addresses, where isFree: (Int) -> Bool = { _ in true }
  ) -> (index: Int, weight: Int)? {
    let keys = Set([wanted.homepage, wanted.repository].compactMap { $0 } + wanted.former.prefix(Self.widest))
    let positions = Set(keys.flatMap { byAddress[$0] ?? [] }).sorted()
    return Self.best(positions.map { tools[$0] }.filter { isFree($0.index) }, for: wanted)
  }

  /// The same among a few tools.
  static func best(
    _ tools: some Sequence<(index: Int, addresses: Addresses)>, for wanted: Addresses
  ) -> (index: Int, weight: Int)? {
    var best: (tool: (index: Int, addresses: Addresses), weight: Int)?
    var isTied = false
    for tool in tools {
      guard let weight = weight(wanted, tool.addresses) else { continue }
      if let found = best, weight <= found.weight {
        isTied = isTied || weight == found.weight
      } else {
        best = (tool, weight)
        isTied = false
      }
    }
    guard let best else { return nil }
    // Twins by name as well are one tool twice.
    if isTied, best.tool.addresses.name != wanted.name { return nil }
    return (best.tool.index, best.weight)
  }

  /// How much agrees; nil where too little does.
  private static func weight(_ a: Addresses, _ b: Addresses) -> Int? {
    let hasName = a.name == b.name
    var weight = hasName ? 1 : 0
    let repository = a.repository.map { $0 == b.repository || $0 == b.homepage } ?? false
    let homepage = a.homepage.map { $0 == b.homepage || $0 == b.repository } ?? false
    func wasOne(of former: [[UInt8]], _ address: [UInt8]?) -> Bool { address.map(former.contains) ?? false }
    let isFormer =
      !b.former.isEmpty && (wasOne(of: b.former, a.homepage) || wasOne(of: b.former, a.repository))
      || !a.former.isEmpty && (wasOne(of: a.former, b.homepage) || wasOne(of: a.former, b.repository))
    if repository || isFormer { weight += 4 }
    if homepage {
      // Two repositories under two names on one page are two tools.
      let differs = a.repository != nil && b.repository != nil && a.repository != b.repository
      if differs, !hasName, !repository, !isFormer { return nil }
      weight += 2
    }
    return weight > 1 ? weight : nil
  }
}

extension Identity.Addresses {
  init(of tool: Tool, former: [Text], in store: TextStore) {
    homepage = store.withBytes(tool.homepage, AddressKey.key)
    repository = store.withBytes(tool.repository, AddressKey.key)
    self.former = former.compactMap { store.withBytes($0, AddressKey.key) }
    name = store.withBytes(tool.name, Identity.folded)
  }

  init(of tool: ToolID, in catalog: Catalog) {
    func bytes<R>(_ text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
      let start = Int(text.offset)
      return catalog.store.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(text.length)]))
      }
    }
    homepage = bytes(catalog[tool].homepage, AddressKey.key)
    repository = bytes(catalog[tool].repository, AddressKey.key)
    former = catalog.values(.former, of: tool).compactMap { bytes($0, AddressKey.key) }
    name = bytes(catalog[tool].name, Identity.folded)
  }
}

extension Identity {
  /// A name to be compared: its beginning, ASCII case ignored.
  static func folded(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    name.prefix(256).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }
}
