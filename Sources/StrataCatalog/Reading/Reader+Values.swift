import StrataYAML

/// What the readers share: values of the shapes a catalog has. Null is the same as absent everywhere.
extension Reader {
  /// The key a node spells, if it is one of the table's.
  func key<Key>(_ node: Document.NodeID, in source: Source, of table: KeyTable<Key>) -> Key? {
    guard source.document.kind(of: node) == .scalar else { return nil }
    let range = source.document.text(of: node)
    let end = Int(range.offset) + Int(range.length)
    if end <= source.bytes.count {
      return table.key(in: source.bytes, at: Int(range.offset), length: Int(range.length))
    }
    return Key(rawValue: source.document.string(node))
  }

  /// A scalar's text. Empty for null; nil, and reported, for anything else.
  mutating func word(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text? {
    guard source.document.kind(of: node) == .scalar else {
      reportShape(of: node, in: source, value(), wanted: .text)
      return nil
    }
    if source.document.isNull(node) { return .empty }
    return text(of: node, in: source)
  }

  /// A scalar's text, its place kept where the text is not verbatim in the source.
  mutating func text(of node: Document.NodeID, in source: Source) -> Text {
    let range = source.document.text(of: node)
    let text = source.text(range)
    if Int(range.offset) >= source.bytes.count, !text.isEmpty {
      places.remember(text, at: source.document.place(of: node), source: source.index)
    }
    return text
  }

  /// A text in one or more languages.
  ///
  /// A plain string serves every language and stands under `en`. Of a catalog that is laid over another it stands
  /// under all, so that joining knows it from `{en: …}`; `LocalizedText.settled` undoes that.
  mutating func localizedText(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> LocalizedText {
    let document = source.document
    switch document.kind(of: node) {
    case .scalar:
      if document.isNull(node) { return .empty }
      let text = text(of: node, in: source)
      return source.input == 0 ? LocalizedText(text) : LocalizedText(everywhere: text)
    case .mapping:
      var text = LocalizedText.empty
      for (key, part) in Entries(of: node, in: document) {
        switch self.key(key, in: source, of: Self.languages) {
        case let language?: text[language] = word(part, in: source, .key(language.rawValue, .text)) ?? .empty
        case nil: reportUnknownLanguage(key, in: source)
        }
      }
      return text
    case .sequence, .alias:
      reportShape(of: node, in: source, value(), wanted: .localizedText)
      return .empty
    }
  }

  /// A text's name, which must not be missing: where it has another shape that is reported, and the node's own key, so
  /// that it is not said to be missing, too.
  mutating func localizedName(
    _ node: Document.NodeID, key: Document.NodeID, in source: Source, _ part: Finding.Part
  ) -> LocalizedText {
    let count = diagnostics.count
    let name = localizedText(node, in: source, .key("name", part))
    if name.isEmpty, diagnostics.count > count { return LocalizedText(text(of: key, in: source)) }
    return name
  }

  /// Chinese goes by many codes.
  private mutating func reportUnknownLanguage(_ key: Document.NodeID, in source: Source) {
    let word = excerpt(of: key, in: source)
    let code = word.lowercased()
    let isChinese = ["zh", "cn", "ch"].contains { code.hasPrefix($0) }
    let isEnglish = code.hasPrefix("en")
    let suggestion = isChinese ? "zh" : isEnglish ? "en" : nil
    report(.unknownKey(key: word, .text, suggestion: suggestion), at: key, in: source)
  }

  private static let languages = KeyTable<Language>()

  /// The items of a list; none, and reported, for anything else but null.
  mutating func list(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value,
    wanted: Finding.Shape = .list
  ) -> Items? {
    switch source.document.kind(of: node) {
    case .sequence: return Items(of: node, in: source.document)
    case .scalar where source.document.isNull(node): return nil
    case .scalar, .mapping, .alias:
      reportShape(of: node, in: source, value(), wanted: wanted)
      return nil
    }
  }

  /// The entries of a mapping; none, and reported, for anything else. Null is reported where `isRequired`.
  mutating func mapping(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value, isRequired: Bool = true
  ) -> Entries? {
    switch source.document.kind(of: node) {
    case .mapping: return Entries(of: node, in: source.document)
    case .scalar where !isRequired && source.document.isNull(node): return nil
    case .scalar, .sequence, .alias:
      reportShape(of: node, in: source, value(), wanted: .mapping)
      return nil
    }
  }

  mutating func reportShape(
    of node: Document.NodeID, in source: Source, _ value: Finding.Value, wanted: Finding.Shape
  ) {
    let found: Finding.Shape =
      switch source.document.kind(of: node) {
      case .scalar, .alias: .text
      case .sequence: .list
      case .mapping: .mapping
      }
    report(.wrongShape(value: value, wanted: wanted, found: found), at: node, in: source)
  }

  mutating func reportUnknown(
    _ key: Document.NodeID, in source: Source, _ part: Finding.Part, _ known: [String]
  ) {
    let word = excerpt(of: key, in: source)
    report(.unknownKey(key: word, part, suggestion: likely(word, among: known)), at: key, in: source)
  }

  /// The known word that a mistyped one means.
  mutating func likely(_ word: String, among known: [String]) -> String? {
    guard !isFull, let best = nearest(to: word, among: known) else { return nil }
    return best.changes <= Nearest.tolerance(word) ? best.word : nil
  }

  /// A key as a finding names it; `?` for one that is no text.
  func excerpt(of key: Document.NodeID, in source: Source) -> String {
    source.document.kind(of: key) == .scalar ? TextStore.excerpt(source.document.utf8(of: key)) : "?"
  }

  /// The known key most like another, where one is.
  mutating func nearest(to word: String, among known: [String]) -> (word: String, changes: Int)? {
    let name = "\(known.count) \(known.first ?? "")"
    if let answer = knownKeys[name]?.answers[word] { return answer }
    let index: NearestIndex
    if let kept = knownKeys[name]?.index {
      index = kept
    } else {
      guard nearestSteps > 0 else { return nil }
      nearestSteps -= known.count
      index = NearestIndex(known)
      knownKeys[name] = KnownKeys(index: index)
    }
    // Nobody who asks takes more changes for a slip.
    let answer = index.match(word, within: Nearest.mostTolerated, steps: &nearestSteps).map {
      (known[$0.index], $0.changes)
    }
    if knownKeys[name]?.answers.count ?? 0 < 1000 { knownKeys[name]?.answers[word] = .some(answer) }
    return answer
  }

  /// Warns of an address that strata would not open.
  mutating func checkAddress(_ text: Text, at node: Document.NodeID, in source: Source) {
    guard !text.isEmpty, let fault = store.withBytes(text, Forms.fault(ofAddress:)) else { return }
    report(.badAddress(value: store.excerpt(text), fault), at: node, in: source)
  }

  /// Whether an id is written as ids are; warns where not.
  mutating func checkID(_ text: Text, _ part: Finding.Part, at node: Document.NodeID, in source: Source) {
    guard !store.withBytes(text, Forms.isID) else { return }
    let id = store.excerpt(text)
    report(.badID(part, id: id, slug: Forms.slug(id)), at: node, in: source)
  }
}

extension LocalizedText {
  /// This text laid over an older one. See `Reader.localizedText` for the plain string.
  func laid(over old: LocalizedText) -> LocalizedText {
    if isPlain { return settled }
    var text = self
    for language in Language.allCases where !has(language) && old.has(language) {
      text[language] = old[language]
      text.adopted |= old.adopted & language.bit
    }
    return text
  }

  /// This text as records hold it: a plain string under `en` alone.
  var settled: LocalizedText { isPlain ? LocalizedText(self[.en]) : self }

  private var isPlain: Bool { !isEmpty && Language.allCases.allSatisfy { self[$0] == self[.en] } }
}
