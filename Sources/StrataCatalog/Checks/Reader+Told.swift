import StrataYAML

/// What landscape2 reads without a word and shows otherwise than it was meant, or not at all.
extension Reader {
  // MARK: Keys

  /// Reports a key that means nothing to landscape2: it stands in the wrong mapping, only looks like a known one, or is
  /// unknown.
  mutating func reportDropped(
    _ key: Document.NodeID, _ word: String, of node: Document.NodeID, _ mapping: Schema.Mapping, in source: Source
  ) {
    let home = mapping.part == .extra ? Schema.item : mapping.part == .item ? Schema.extra : nil
    if let home, home.index(of: word) != nil {
      return report(.misplacedKey(key: word, home.part), at: key, in: source)
    }
    let known = mapping.keys.map(\.name)
    if let meant = Characters.meant(by: word, among: known) {
      return report(.lookAlikeKey(key: word, meant.scalar, known: meant.word), at: key, in: source)
    }
    // Two keys of which one is known are two keys, not one and its slip.
    let nearest = Nearest.likely(word, among: known).flatMap { nearest in
      source.document.value(of: nearest, in: node) == nil ? nearest : nil
    }
    report(.unknownKey(key: word, mapping.part, suggestion: nearest), at: key, in: source)
  }

  // MARK: Rules

  /// What landscape2 wants of an entry beyond the shapes of its values.
  mutating func checkRules(of node: Document.NodeID, _ part: Finding.Part, in source: Source) {
    if part == .category { checkItems(of: node, in: source) }
    if part == .question { checkQuestion(node, in: source) }
  }

  /// The same name twice in one category, compared byte by byte.
  private mutating func checkItems(of category: Document.NodeID, in source: Source) {
    let document = source.document
    guard let items = document.value(of: "items", in: category).map(document.resolved),
      document.kind(of: items) == .sequence
    else { return }
    var first: [String: Document.NodeID] = [:]
    for item in Items(of: items, in: document) {
      if let maturity = document.value(of: "project", in: item).map(document.resolved) {
        checkMaturity(maturity, in: source)
      }
      guard let name = document.value(of: "name", in: item).map(document.resolved), !document.isNull(name) else {
        continue
      }
      let word = document.string(name)
      guard let twin = first[word] else {
        first[word] = name
        continue
      }
      let origin = origin(of: source.text(document.text(of: twin)), seenFrom: source.text(document.text(of: name)))
      report(.duplicateItem(name: word, first: origin), at: name, in: source)
    }
  }

  /// A word that is nearly one of the maturities that landscapes have.
  private mutating func checkMaturity(_ node: Document.NodeID, in source: Source) {
    let word = source.document.string(node)
    let known = ["sandbox", "incubating", "graduated", "archived"]
    guard !word.isEmpty, !known.contains(word), let meant = Nearest.likely(word, among: known) else { return }
    report(.nearMaturity(value: word, known: meant), at: node, in: source)
  }

  private mutating func checkQuestion(_ node: Document.NodeID, in source: Source) {
    let document = source.document
    if let title = document.value(of: "title", in: node).map(document.resolved) {
      let bytes = document.utf8(of: title).count
      if bytes > Finding.QuestionFault.titleLimit {
        report(.badQuestion(.title(bytes: bytes)), at: title, in: source)
      }
    }
    guard let options = document.value(of: "options", in: node).map(document.resolved),
      document.kind(of: options) == .sequence
    else { return }
    var count = 0
    var correct = 0
    for option in Items(of: options, in: document) {
      count += 1
      let flag = document.value(of: "correct", in: option).map(document.resolved)
      if let flag, document.string(flag).lowercased() == "true" { correct += 1 }
    }
    if !Finding.QuestionFault.optionCounts.contains(count) {
      report(.badQuestion(.options(count: count)), at: node, in: source)
    } else if correct != 1 {
      report(.badQuestion(.correct(count: correct)), at: node, in: source)
    }
  }

  // MARK: Names

  /// The same layer twice, or the same category twice in layers of one name; case and `&` aside.
  mutating func checkRepeatedNames(of root: Document.NodeID, in source: Source) {
    let document = source.document
    var layers: [String: Document.NodeID] = [:]
    var categories: [String: Document.NodeID] = [:]
    for top in ["landscape", "categories"] {
      guard let list = document.value(of: top, in: root).map(document.resolved), document.kind(of: list) == .sequence
      else { continue }
      for layer in Items(of: list, in: document) {
        guard let (word, name) = self.name(of: layer, in: source) else { continue }
        checkRepetition(of: word, Join.key(word), .layer, at: name, in: &layers, in: source)
        guard let parts = document.value(of: "subcategories", in: layer).map(document.resolved),
          document.kind(of: parts) == .sequence
        else { continue }
        for category in Items(of: parts, in: document) {
          guard let (part, name) = self.name(of: category, in: source) else { continue }
          checkRepetition(
            of: part, Join.key(word) + "\n" + Join.key(part), .category, at: name, in: &categories, in: source)
        }
      }
    }
  }

  private func name(of node: Document.NodeID, in source: Source) -> (word: String, node: Document.NodeID)? {
    guard let name = source.document.value(of: "name", in: node).map(source.document.resolved) else { return nil }
    let word = source.document.string(name)
    return word.isEmpty ? nil : (word, name)
  }

  private mutating func checkRepetition(
    of word: String, _ key: String, _ part: Finding.Part, at node: Document.NodeID,
    in first: inout [String: Document.NodeID], in source: Source
  ) {
    guard let twin = first[key] else {
      first[key] = node
      return
    }
    let document = source.document
    let origin = origin(of: source.text(document.text(of: twin)), seenFrom: source.text(document.text(of: node)))
    isLenient = true
    report(.repeatedName(part, name: word, first: origin), at: node, in: source)
    isLenient = false
  }

  // MARK: Values

  /// Values that end where a comment begins that looks like a part of them, and entries of lists in brackets that a comma
  /// was to part which is none. One pass over the nodes.
  mutating func checkCutValues(in source: Source) {
    let document = source.document
    document.forEachEntry { key, value in
      if let comment = document.cuttingComment(key: key, value: value) {
        let text = String(
          decoding: source.bytes[comment.offset..<comment.offset + min(comment.length, 40)], as: UTF8.self)
        report(.cutValue(key: document.string(key), comment: text), at: comment)
      }
    }
    document.forEachPlainItemInBrackets { item in
      let text = document.string(item)
      guard let comma = text.unicodeScalars.first(where: { $0.indicatorLike == "," }) else { return }
      report(.lookAlikeText(text, comma, meant: ","), at: item, in: source)
    }
  }
}
