public import StrataCatalog

extension SignalTable {
  /// Adds what the catalog itself says of its tools. Names, repositories and domains are weak signals; a domain or an owner of
  /// images that has a tool's very id is that tool's.
  public mutating func add(_ catalog: Catalog) {
    var hosts: [String: Set<String>] = [:]
    var owners: [String: Set<String>] = [:]
    for index in catalog.tools.indices {
      let id = catalog.string(catalog.tools[index].id)
      if id.utf8.count > 2 { add(tools: [id], role: .runs, kind: .imageName, written: id) }
      if let repository = Address(catalog.string(catalog.tools[index].repository))?.repository {
        add(tools: [id], role: .runs, kind: .repository, written: repository)
        if let owner = repository.split(separator: "/").first { owners[String(owner), default: []].insert(id) }
      }
      if let host = Address(catalog.string(catalog.tools[index].homepage))?.text.dropFirst(8) {
        // A page below a host is one of many on it.
        let host = host.hasPrefix("www.") ? host.dropFirst(4) : host
        if !host.contains("/" as Character) { hosts[String(host), default: []].insert(id) }
      }
    }
    for (host, tools) in hosts where tools.count == 1 && !tools.contains(where: isPackager) {
      let tools = Array(tools)
      add(tools: tools, role: .uses, kind: .domain, written: host)
      guard host.split(separator: ".").first.map(String.init) == tools[0] else { continue }
      add(tools: tools, role: .uses, kind: .group, written: host)
      add(tools: tools, role: .uses, kind: .group, written: "*." + host)
      add(tools: tools, role: .uses, kind: .annotation, written: host)
      add(tools: tools, role: .runs, kind: .chartRepository, written: "https://charts." + host + "*")
      add(tools: tools, role: .runs, kind: .chartRepository, written: "https://helm." + host + "*")
    }
    for (owner, tools) in owners where tools == [owner] && !isPackager(owner) {
      add(tools: [owner], role: .runs, kind: .image, written: owner + "/*")
    }
  }

  private func isPackager(_ tool: String) -> Bool { signal(.packager, tool) != nil }

  /// The ids that the table names and the catalog lacks, sorted.
  public func missing(in catalog: Catalog) -> [String] {
    Set(signals.flatMap(\.tools)).filter { catalog.toolID(for: $0) == nil }.sorted()
  }
}
