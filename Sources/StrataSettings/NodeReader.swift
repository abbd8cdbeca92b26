import StrataCatalog
import StrataYAML

/// Values out of a document, with a finding for each that is not what it has to be.
struct NodeReader {
  let document: Document
  private(set) var diagnostics: [Diagnostic] = []

  init(_ document: Document) { self.document = document }

  /// Whether there is nothing in the file yet.
  var isEmpty: Bool { document.roots.first.map(document.isNull) ?? true }

  /// The one mapping that the file is; nil where it is not, or empty.
  mutating func root(_ what: String) -> Document.NodeID? {
    guard !isEmpty, let root = document.roots.first else { return nil }
    if document.roots.count > 1 {
      error("several-documents", document.roots[1], "a second YAML document; \(what) is one")
      return nil
    }
    return mapping(root, what) ? document.resolved(root) : nil
  }

  func word(_ node: Document.NodeID) -> String { document.string(document.resolved(node)) }
  func isNull(_ node: Document.NodeID) -> Bool { document.isNull(document.resolved(node)) }
  func isMapping(_ node: Document.NodeID) -> Bool { document.kind(of: document.resolved(node)) == .mapping }

  /// Where a value stands; of none, its key.
  func place(_ value: Document.NodeID, or key: Document.NodeID) -> Diagnostic.Place {
    document.place(of: isNull(value) ? key : value)
  }

  /// Keys and values of a mapping, aliases as they are.
  func entries(of node: Document.NodeID) -> [(key: Document.NodeID, value: Document.NodeID)] {
    var entries: [(Document.NodeID, Document.NodeID)] = []
    var next = document.firstChild(of: document.resolved(node))
    while let key = next, let value = document.next(after: key) {
      entries.append((key, value))
      next = document.next(after: value)
    }
    return entries
  }

  // MARK: Values; nil where a finding says why

  mutating func mapping(_ node: Document.NodeID, _ what: String, hint: String? = nil) -> Bool {
    if isMapping(node) { return true }
    error("wrong-shape", node, "\(what) must have keys and values", hint: hint)
    return false
  }

  mutating func text(_ node: Document.NodeID, _ name: String, wanted: String = "text") -> String? {
    guard document.kind(of: document.resolved(node)) == .scalar else {
      error("wrong-shape", node, "'\(name)' must be \(wanted)")
      return nil
    }
    return word(node)
  }

  mutating func flag(_ node: Document.NodeID, _ name: String) -> Bool? {
    switch text(node, name, wanted: "true or false") {
    case "true": return true
    case "false": return false
    case let other?:
      let meant = ["yes": "true", "on": "true", "no": "false", "off": "false"][other.lowercased()]
      error(
        "bad-value", node, "'\(name)' must be true or false, not '\(other)'",
        hint: (meant ?? Nearest.likely(other, among: ["true", "false"])).map { "did you mean \($0)?" })
      return nil
    case nil: return nil
    }
  }

  mutating func number(_ node: Document.NodeID, _ name: String, in range: ClosedRange<Int>) -> Int? {
    let wanted = "a number from \(range.lowerBound) to \(range.upperBound)"
    guard let text = text(node, name, wanted: wanted) else { return nil }
    // No more than digits: Int takes a plus sign, too.
    if text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
      range.contains(number)
    {
      return number
    }
    error(
      "bad-value", node, "'\(name)' must be a number from \(range.lowerBound) to \(range.upperBound), not '\(text)'")
    return nil
  }

  /// One of the words that a type has, or of others.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Document.NodeID, _ name: String, besides others: [String] = []
  ) -> Choice? where Choice.RawValue == String {
    guard let text = text(node, name), !others.contains(text) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = others + Choice.allCases.map(\.rawValue)
    error(
      "bad-value", node, "'\(name)' cannot be '\(text)'",
      hint: Nearest.likely(text, among: words).map { "did you mean '\($0)'?" }
        ?? "it is one of \(words.joined(separator: ", "))")
    return nil
  }

  /// One of the words that a type has.
  mutating func known<Choice: RawRepresentable>(
    _ word: String, at node: Document.NodeID, _ what: String, among choices: [Choice]
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: word) { return choice }
    unknownName(word, at: node, what, among: choices.map(\.rawValue))
    return nil
  }

  /// A list of words, or one alone.
  mutating func words(_ node: Document.NodeID, _ name: String) -> [(text: String, node: Document.NodeID)]? {
    let list = document.resolved(node)
    switch document.kind(of: list) {
    case .scalar: return document.isNull(list) ? [] : [(document.string(list), node)]
    case .sequence:
      var words: [(String, Document.NodeID)] = []
      var next = document.firstChild(of: list)
      while let item = next {
        guard let word = text(item, name) else { return nil }
        words.append((word, item))
        next = document.next(after: item)
      }
      return words
    case .mapping, .alias:
      error("wrong-shape", node, "'\(name)' must be a list of words")
      return nil
    }
  }

  // MARK: Findings

  /// What a file says of its version.
  mutating func version(_ node: Document.NodeID, known: Int) {
    guard let version = number(node, "version", in: 1...999_999_999), version > known else { return }
    warning(
      "newer-version", node, "the file is of version \(version); this strata knows \(known) and reads what it knows")
  }

  mutating func unknown(_ key: Document.NodeID, among keys: [String], in what: String) {
    let word = word(key)
    warning(
      "unknown-key", key, "unknown key '\(word)' in \(what)",
      hint: Nearest.likely(word, among: keys).map { "did you mean '\($0)'?" })
  }

  mutating func error(_ kind: String, _ node: Document.NodeID, _ message: String, hint: String? = nil) {
    report(.error, kind, node, message, hint)
  }

  mutating func warning(_ kind: String, _ node: Document.NodeID, _ message: String, hint: String? = nil) {
    report(.warning, kind, node, message, hint)
  }

  private mutating func report(
    _ severity: Diagnostic.Severity, _ kind: String, _ node: Document.NodeID, _ message: String, _ hint: String?
  ) {
    diagnostics.append(
      Diagnostic(severity: severity, kind: kind, place: document.place(of: node), message: message, hint: hint))
  }
}

extension NodeReader {
  mutating func unknownName(_ word: String, at node: Document.NodeID, _ what: String, among words: [String]) {
    error(
      "bad-value", node, "'\(word)' is not \(what) that strata knows",
      hint: Nearest.likely(word, among: words).map { "did you mean '\($0)'?" }
        ?? "they are \(words.joined(separator: ", "))")
  }
}
