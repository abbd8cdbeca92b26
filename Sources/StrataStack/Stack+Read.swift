import StrataCatalog
public import StrataYAML

extension Stack {
  /// Reads a stack's file. What can be read is there, with whatever is wrong.
  ///
  /// - Parameter name: the file's name as the user gave it.
  /// - Returns: nil where the bytes are no YAML or no stack at all; the findings in the order of the file.
  public static func read(_ bytes: [UInt8], name: String) -> (
    stack: Stack?, diagnostics: [Diagnostic]
  ) {
    let (document, diagnostics) = Document.parse(bytes, name: name)
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    var reader = StackReader(document)
    let stack = reader.read()
    return (stack, (diagnostics + reader.diagnostics).sorted { $0.place.offset < $1.place.offset })
  }
}

/// The document of a stack → its model.
private struct StackReader {
  let document: Document
  var diagnostics: [Diagnostic] = []
  private var stack = Stack()

  init(_ document: Document) { self.document = document }

  mutating func read() -> Stack? {
    // A file that holds nothing yet is a stack without tools.
    guard let root = document.roots.first, !document.isNull(root) else { return stack }
    guard document.roots.count == 1 else {
      error(
        "several-documents", document.roots[1],
        "a second YAML document; a stack's file is one document")
      return nil
    }
    guard document.kind(of: root) == .mapping,
      document.value(of: "stack", in: root) != nil || document.value(of: "tools", in: root) != nil
    else {
      error(
        "no-stack", root, "no stack here: neither 'stack' nor 'tools' at the top",
        hint: "strata stack init writes one to begin with")
      return nil
    }
    var tools: Document.NodeID?
    for (key, value) in pairs(of: root) {
      switch document.string(key) {
      case "stack": readHead(value)
      case "tools": tools = value
      default: unknown(key, among: ["stack", "tools"], in: "a stack's file")
      }
    }
    if let tools { readTools(tools) }
    if diagnostics.contains(where: { $0.severity == .error }) { stack.isWritable = false }
    return stack
  }

  // MARK: Parts

  private mutating func readHead(_ node: Document.NodeID) {
    guard !document.isNull(node), isMapping(node, "stack") else { return }
    for (key, value) in pairs(of: node) {
      switch document.string(key) {
      case "version":
        let text = document.string(value)
        guard let version = Int(text) else {
          error("bad-version", value, "'version' must be a number, not '\(text)'")
          continue
        }
        if version > Stack.version {
          warning(
            "newer-version", value,
            "the file is of version \(version); this strata knows \(Stack.version) and will not change it"
          )
          stack.isWritable = false
        }
      case "name": stack.name = text(value, "name")
      case "rings":
        let rings = words(value, "rings").map(\.text).filter { !$0.isEmpty }
        if rings.contains(Stack.unsorted) {
          error(
            "bad-ring", value,
            "'\(Stack.unsorted)' cannot be a ring: it is the status of what is not decided yet")
        } else if Set(rings).count < rings.count {
          error("bad-ring", value, "a ring stands twice")
        } else if !rings.isEmpty {
          stack.rings = rings
        }
      default: unknown(key, among: ["version", "name", "rings"], in: "'stack'")
      }
    }
  }

  private mutating func readTools(_ node: Document.NodeID) {
    guard !document.isNull(node) else { return }
    let list = document.resolved(node)
    guard document.kind(of: list) == .sequence else {
      error(
        "wrong-shape", node, "'tools' must be a list",
        hint: "tools: [{id: harbor, status: adopted}]")
      return
    }
    var seen: [String: Int] = [:]
    var position = 0
    var item = document.firstChild(of: list)
    while let next = item {
      if let entry = readEntry(next, position) {
        if !entry.id.isEmpty {
          if seen[entry.id] != nil {
            error(
              "duplicate-id", next, "the tool '\(entry.id)' stands twice; the first entry counts")
          } else {
            seen[entry.id] = position
            stack.entries.append(entry)
          }
        } else {
          stack.entries.append(entry)
        }
      }
      position += 1
      item = document.next(after: next)
    }
  }

  private static let entryKeys = [
    "id", "name", "category", "status", "owner", "note", "moves", "found", "ignore",
  ]

  private mutating func readEntry(_ node: Document.NodeID, _ position: Int) -> Stack.Entry? {
    guard isMapping(node, "a tool") else { return nil }
    var entry = Stack.Entry()
    entry.position = position
    entry.place = document.place(of: node)
    for (key, value) in pairs(of: document.resolved(node)) {
      switch document.string(key) {
      case "id": entry.id = text(value, "id")
      case "name": entry.name = text(value, "name")
      case "category": entry.category = text(value, "category")
      case "status":
        entry.status = text(value, "status")
        if !entry.status.isEmpty, entry.status != Stack.unsorted,
          !stack.rings.contains(entry.status)
        {
          let near = Nearest.likely(entry.status, among: stack.rings)
          error(
            "bad-status", value, "'\(entry.status)' is no ring of this stack",
            hint: near.map { "did you mean '\($0)'?" }
              ?? "the rings are \(stack.rings.joined(separator: ", "))")
        }
      case "owner": entry.owner = text(value, "owner")
      case "note": entry.note = text(value, "note")
      case "moves": entry.moves = readMoves(value)
      case "found": entry.found = words(value, "found").map(\.text)
      case "ignore":
        for (word, place) in words(value, "ignore") {
          if let kind = StackWarning.Kind(rawValue: word) {
            entry.ignored.insert(kind)
          } else {
            let all = StackWarning.Kind.allCases.map(\.rawValue)
            warning(
              "unknown-warning", place, "there is no warning '\(word)'",
              hint: Nearest.likely(word, among: all).map { "did you mean '\($0)'?" }
                ?? "they are \(all.joined(separator: ", "))")
          }
        }
      default: unknown(key, among: Self.entryKeys, in: "a tool")
      }
    }
    guard !entry.id.isEmpty || !entry.name.isEmpty else {
      error(
        "missing-id", node, "a tool without an id",
        hint: "id: of the catalog; or name: and category: for one of your own")
      return nil
    }
    return entry
  }

  private mutating func readMoves(_ node: Document.NodeID) -> [Stack.Move] {
    guard !document.isNull(node) else { return [] }
    let list = document.resolved(node)
    guard document.kind(of: list) == .sequence else {
      error(
        "wrong-shape", node, "'moves' must be a list",
        hint: "moves: [{to: adopted, on: 2026-01-12}]")
      return []
    }
    var moves: [Stack.Move] = []
    var item = document.firstChild(of: list)
    while let next = item {
      item = document.next(after: next)
      guard isMapping(next, "a move") else { continue }
      var move = Stack.Move(to: "", on: "")
      for (key, value) in pairs(of: document.resolved(next)) {
        switch document.string(key) {
        case "to": move.to = text(value, "to")
        case "on":
          move.on = text(value, "on")
          if !Stack.isDay(move.on) {
            error("bad-date", value, "'on' must be a day such as 2026-01-12, not '\(move.on)'")
          }
        case "why": move.why = text(value, "why")
        default: unknown(key, among: ["to", "on", "why"], in: "a move")
        }
      }
      moves.append(move)
    }
    return moves
  }

  // MARK: Values

  private func pairs(of node: Document.NodeID) -> [(Document.NodeID, Document.NodeID)] {
    var pairs: [(Document.NodeID, Document.NodeID)] = []
    var child = document.firstChild(of: document.resolved(node))
    while let key = child, let value = document.next(after: key) {
      pairs.append((document.resolved(key), value))
      child = document.next(after: value)
    }
    return pairs
  }

  private mutating func text(_ node: Document.NodeID, _ key: String) -> String {
    let value = document.resolved(node)
    guard document.kind(of: value) == .scalar else {
      error("wrong-shape", node, "'\(key)' must be text")
      return ""
    }
    return document.isNull(value) ? "" : document.string(value)
  }

  /// A list of words, or one alone.
  private mutating func words(_ node: Document.NodeID, _ key: String) -> [(
    text: String, place: Document.NodeID
  )] {
    let value = document.resolved(node)
    switch document.kind(of: value) {
    case .scalar: return document.isNull(value) ? [] : [(document.string(value), node)]
    case .sequence:
      var words: [(String, Document.NodeID)] = []
      var item = document.firstChild(of: value)
      while let next = item {
        words.append((text(next, key), next))
        item = document.next(after: next)
      }
      return words
    case .mapping, .alias:
      error("wrong-shape", node, "'\(key)' must be a list of words")
      return []
    }
  }

  private mutating func isMapping(_ node: Document.NodeID, _ what: String) -> Bool {
    if document.kind(of: document.resolved(node)) == .mapping { return true }
    error("wrong-shape", node, "\(what) must have keys and values")
    return false
  }

  // MARK: Findings

  private mutating func error(
    _ kind: String, _ node: Document.NodeID, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity: .error, kind: kind, place: document.place(of: node), message: message, hint: hint)
    )
  }

  private mutating func warning(
    _ kind: String, _ node: Document.NodeID, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        severity: .warning, kind: kind, place: document.place(of: node), message: message,
        hint: hint))
  }

  private mutating func unknown(_ key: Document.NodeID, among keys: [String], in place: String) {
    let word = document.string(key)
    warning(
      "unknown-key", key, "unknown key '\(word)' in \(place)",
      hint: Nearest.likely(word, among: keys).map { "did you mean '\($0)'?" })
  }
}

extension Stack {
  /// Whether a text is a day that the calendar has, ISO 8601.
  public static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month)
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}
