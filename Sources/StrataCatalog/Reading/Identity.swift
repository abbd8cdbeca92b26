// Memory: lent.

/// Which tools are the same: those of which an address agrees, the homepage, the repository or one that it had before.
/// A name alone says nothing: there are many Cortexes.
struct Identity {
  /// A tool's addresses, each by the hash of its key, and its name: 64 bits of SipHash, which no two of a landscape
  /// share by chance.
  struct Addresses {
    var homepage: Int?
    var repository: Int?
    var former: [Int] = []
    /// ASCII case ignored.
    var name: Int

    /// Each address once, of the former ones no more than `limit`.
    func distinct(former limit: Int = .max) -> Set<Int> {
      Set([homepage, repository].compactMap { $0 } + former.prefix(limit))
    }
  }

  private var tools: [(index: Int, addresses: Addresses)] = []
  /// An address → indices into `tools`.
  private var byAddress: [Int: [Int]] = [:]

  /// How many tools of one address are compared; a file with more has it from a template.
  private static let widest = 16

  /// - Parameter index: the tool's, whatever the caller counts by.
  mutating func add(_ addresses: Addresses, index: Int) {
    let own = addresses.distinct(former: Self.widest)
    guard !own.isEmpty else { return }
    tools.append((index, addresses))
    for address in own where (byAddress[address]?.count ?? 0) < Self.widest {
      byAddress[address, default: []].append(tools.count - 1)
    }
  }

  /// The tool that is the same, and how much speaks for it: best one of which much agrees. Nil where no address does, or
  /// where it is one of several that nothing tells apart.
  func match(
    _ wanted: Addresses, where isFree: (Int) -> Bool = { _ in true }
  ) -> (index: Int, weight: Int)? {
    let positions = Set(wanted.distinct(former: Self.widest).flatMap { byAddress[$0] ?? [] }).sorted()
    return Self.best(positions.map { tools[$0] }.filter { isFree($0.index) }, for: wanted)
  }

  /// The same among a few tools.
  @inline(__always)
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
    func wasOne(of former: [Int], _ address: Int?) -> Bool { address.map(former.contains) ?? false }
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
    let hashKey = store.hashKey
    func hash(_ address: Text) -> Int? {
      address.isEmpty ? nil : store.withBytes(address) { AddressKey.hash($0, hashKey) }
    }
    homepage = hash(tool.homepage)
    repository = hash(tool.repository)
    self.former = former.compactMap(hash)
    name = store.withBytes(tool.name) { Identity.hash(ofName: $0, hashKey) }
  }

  /// - Parameter hashKey: the one of what it is compared with.
  init(of tool: ToolID, in catalog: Catalog, _ hashKey: HashKey) {
    let record = catalog[tool]
    func bytes<R>(_ text: Text, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
      let start = Int(text.offset)
      return catalog.store.withUnsafeBufferPointer {
        body(UnsafeBufferPointer(rebasing: $0[start..<start + Int(text.length)]))
      }
    }
    homepage = bytes(record.homepage) { AddressKey.hash($0, hashKey) }
    repository = bytes(record.repository) { AddressKey.hash($0, hashKey) }
    former = catalog.values(.former, of: tool).compactMap { bytes($0) { AddressKey.hash($0, hashKey) } }
    name = bytes(record.name) { Identity.hash(ofName: $0, hashKey) }
  }
}

extension Identity {
  /// The hash of a name that is compared: of its beginning, ASCII case ignored.
  static func hash(ofName name: UnsafeBufferPointer<UInt8>, _ hashKey: HashKey) -> Int {
    let length = min(name.count, 256)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { folded in
      for index in 0..<length { folded[index] = name[index] &- 0x41 < 26 ? name[index] | 0x20 : name[index] }
      return hashKey.hash(UnsafeBufferPointer(folded))
    }
  }
}
