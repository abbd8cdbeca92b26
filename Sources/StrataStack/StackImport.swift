public import StrataCatalog
public import StrataYAML

/// What another program's radar says, joined with a catalog.
public struct StackImport: Sendable {
  /// An entry as the radar has it.
  public struct Item: Sendable {
    public var name: String
    public var ring: String
    public var quadrant: String
    public var note: String
    public var addresses: [String]
    public var id: String
    public var moves: [Stack.Move]
    /// The catalog's tool, by address, id or name; nil where there is none.
    public var tool: ToolID?
  }

  public enum Failure: Error, Sendable {
    /// Neither a table with a head of `name` and `ring`, nor JSON of a radar.
    case unknownForm
    case unreadable([Diagnostic])
  }

  public private(set) var items: [Item] = []
  /// The rings in the order of the radar.
  public private(set) var rings: [String] = []

  /// Reads BYOR's CSV or JSON, or Backstage's radar JSON; which of them is told by the content.
  ///
  /// - Parameter bytes: UTF-8; at most 64 MB are read.
  public init(_ bytes: [UInt8], name: String, catalog: Catalog) throws(Failure) {
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      try readJSON(bytes, name)
    } else {
      try readCSV(bytes)
    }
    for item in items where !rings.contains(item.ring) && !item.ring.isEmpty {
      rings.append(item.ring)
    }
    join(catalog)
  }

  /// Entries that no tool of the catalog answers to.
  public var unknown: [Item] { items.filter { $0.tool == nil } }

  /// The file that the radar becomes.
  ///
  /// - Parameter today: the day of moves whose day the radar does not tell.
  public func stackFile(in catalog: Catalog, today: String) -> String {
    var text = "stack:\n  version: \(Stack.version)\n  rings: \(JSONText.array(rings))\ntools:"
    if items.isEmpty { return text + " []\n" }
    text += "\n"
    var seen: Set<String> = []
    for item in items {
      if let tool = item.tool {
        let id = catalog.string(catalog[tool].id)
        guard seen.insert(id).inserted else { continue }
        text += "  - id: \(id)\n"
      } else {
        guard seen.insert("\u{0}" + item.name).inserted else { continue }
        text += "  - name: \(JSONText.quoted(item.name))\n"
        if !item.quadrant.isEmpty { text += "    # quadrant: \(JSONText.quoted(item.quadrant))\n" }
      }
      if !item.ring.isEmpty { text += "    status: \(JSONText.quoted(item.ring))\n" }
      if !item.note.isEmpty { text += "    note: \(JSONText.quoted(item.note))\n" }
      let moves =
        item.moves.isEmpty && !item.ring.isEmpty
        ? [Stack.Move(to: item.ring, on: today)] : item.moves
      if !moves.isEmpty {
        let list = moves.map { move in
          "{to: \(JSONText.quoted(move.to)), on: \(move.on)\(move.why.isEmpty ? "" : ", why: " + JSONText.quoted(move.why))}"
        }
        text += "    moves: [\(list.joined(separator: ", "))]\n"
      }
    }
    return text
  }

  // MARK: Joining

  private mutating func join(_ catalog: Catalog) {
    var byAddress: [String: ToolID] = [:]
    var byName: [String: ToolID] = [:]
    for index in catalog.tools.indices.reversed() {
      let tool = ToolID(index)
      let record = catalog[tool]
      for text in [record.homepage, record.repository] where !text.isEmpty {
        byAddress[Self.key(ofAddress: catalog.string(text))] = tool
      }
      for alias in catalog.values(.alias, of: tool) {
        byName[Self.key(ofName: catalog.string(alias))] = tool
      }
    }
    for index in catalog.tools.indices.reversed() {
      byName[Self.key(ofName: catalog.string(catalog.tools[index].name))] = ToolID(index)
    }
    for index in items.indices {
      let item = items[index]
      items[index].tool =
        item.addresses.lazy.compactMap { byAddress[Self.key(ofAddress: $0)] }.first
        ?? catalog.toolID(for: item.id.isEmpty ? StackExport.slug(item.name) : item.id)
        ?? byName[Self.key(ofName: item.name)]
    }
  }

  private static func key(ofAddress text: String) -> String {
    var rest = Substring(text.lowercased())
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
    }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    while rest.last == "/" { rest.removeLast() }
    return String(rest)
  }

  private static func key(ofName text: String) -> String {
    text.lowercased().filter { !$0.isWhitespace && $0 != "-" }
  }

  // MARK: JSON

  private mutating func readJSON(_ bytes: [UInt8], _ name: String) throws(Failure) {
    let (document, diagnostics) = Document.parse(bytes, name: name)
    if diagnostics.contains(where: { $0.severity == .error }) { throw .unreadable(diagnostics) }
    guard let root = document.roots.first else { throw .unknownForm }
    func text(_ key: String, _ node: Document.NodeID) -> String {
      document.value(of: key, in: node).map { document.isNull($0) ? "" : document.string($0) } ?? ""
    }
    func children(_ node: Document.NodeID?) -> [Document.NodeID] {
      guard let node, document.kind(of: node) == .sequence else { return [] }
      var all: [Document.NodeID] = []
      var child = document.firstChild(of: node)
      while let next = child {
        all.append(next)
        child = document.next(after: next)
      }
      return all
    }
    if document.kind(of: root) == .sequence {
      for node in children(root) where document.kind(of: node) == .mapping {
        add(
          Item(
            name: text("name", node), ring: text("ring", node), quadrant: text("quadrant", node),
            note: text("description", node),
            addresses: [], id: "", moves: [], tool: nil))
      }
      return
    }
    guard let entries = document.value(of: "entries", in: root) else { throw .unknownForm }
    var names: [String: String] = [:]
    for node in children(document.value(of: "rings", in: root)) {
      names[text("id", node)] = text("name", node)
      rings.append(text("name", node))
    }
    for node in children(entries) {
      var moves: [Stack.Move] = []
      for step in children(document.value(of: "timeline", in: node)) {
        let day = String(text("date", step).prefix(10))
        let ring = text("ringId", step)
        if Stack.isDay(day) {
          moves.append(Stack.Move(to: names[ring] ?? ring, on: day, why: text("description", step)))
        }
      }
      moves.sort { $0.on < $1.on }
      let links = children(document.value(of: "links", in: node)).map { text("url", $0) }
      add(
        Item(
          name: text("title", node), ring: moves.last?.to ?? "", quadrant: text("quadrant", node),
          note: text("description", node),
          addresses: ([text("url", node)] + links).filter { !$0.isEmpty }, id: text("id", node),
          moves: moves, tool: nil))
    }
  }

  private mutating func add(_ item: Item) {
    if !item.name.isEmpty || !item.id.isEmpty { items.append(item) }
  }

  // MARK: CSV

  private mutating func readCSV(_ bytes: [UInt8]) throws(Failure) {
    let lines = Self.csvLines(bytes)
    guard let head = lines.first?.map({ $0.lowercased() }), let name = head.firstIndex(of: "name"),
      let ring = head.firstIndex(of: "ring")
    else { throw .unknownForm }
    let quadrant = head.firstIndex(of: "quadrant")
    let note = head.firstIndex(of: "description")
    for line in lines.dropFirst() {
      func cell(_ index: Int?) -> String {
        index.flatMap { $0 < line.count ? line[$0] : nil } ?? ""
      }
      add(
        Item(
          name: cell(name), ring: cell(ring), quadrant: cell(quadrant), note: cell(note),
          addresses: [], id: "", moves: [], tool: nil))
    }
  }

  /// RFC 4180: fields in quotes may hold commas, quotes and line feeds.
  static func csvLines(_ bytes: [UInt8]) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
          field.append(byte)
          position += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\"") where field.isEmpty: isQuoted = true
      case UInt8(ascii: ","):
        line.append(text())
        field = []
      case UInt8(ascii: "\n"):
        line.append(text())
        field = []
        lines.append(line)
        line = []
      case UInt8(ascii: "\r"): break
      default: field.append(byte)
      }
    }
    if !field.isEmpty || !line.isEmpty { lines.append(line + [text()]) }
    return lines.filter { $0 != [""] }
  }
}
