public import StrataCatalog

extension SignalTable {
  /// Adds what the catalog itself says of its tools as weak signals: their names, repositories and domains.
  public mutating func add(_ catalog: Catalog) {
    var owners: [String: Set<String>] = [:]
    for index in catalog.tools.indices {
      let id = catalog.string(catalog.tools[index].id)
      if id.utf8.count > 2 { add(tools: [id], role: .runs, kind: .imageName, written: id) }
      if let repository = Address(catalog.string(catalog.tools[index].repository))?.repository {
        add(tools: [id], role: .runs, kind: .repository, written: repository)
      }
      if let host = Address(catalog.string(catalog.tools[index].homepage))?.text.dropFirst(8) {
        // A page below a host is one of many on it.
        let host = host.hasPrefix("www.") ? host.dropFirst(4) : host
        if !host.contains("/" as Character) { owners[String(host), default: []].insert(id) }
      }
    }
    for (host, tools) in owners where tools.count == 1 {
      add(tools: Array(tools), role: .uses, kind: .domain, written: host)
    }
  }

  /// The ids that the table names and the catalog lacks, sorted.
  public func missing(in catalog: Catalog) -> [String] {
    Set(signals.flatMap(\.tools)).filter { catalog.toolID(for: $0) == nil }.sorted()
  }
}
