import StrataYAML

/// The values of an item, each a row of the side table.
extension Reader {
  mutating func addRow(_ key: Field.Key, _ value: Text, label: Text = .empty) {
    draft.fields.append(Field(key: key, label: label, value: value))
  }

  /// Adds a scalar; says whether there was one.
  @discardableResult
  mutating func add(
    _ key: Field.Key, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value,
    label: String = ""
  ) -> Bool {
    guard let text = trimmedWord(node, in: source, value()), !text.isEmpty else { return false }
    addRow(key, text, label: store.intern(label))
    return true
  }

  /// Adds a scalar and gives it back; empty where there is none.
  mutating func addText(
    _ key: Field.Key, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text {
    guard let text = trimmedWord(node, in: source, value()), !text.isEmpty else { return .empty }
    addRow(key, text)
    return text
  }

  /// Adds a row where the file says yes.
  mutating func addFlag(
    _ key: Field.Key, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) {
    guard let text = trimmedWord(node, in: source, value()) else { return }
    if ["true", "yes"].contains(store.string(text).lowercased()) { addRow(key, store.intern("true")) }
  }

  mutating func addDay(_ key: Field.Key, _ name: String, _ node: Document.NodeID, in source: Source) {
    guard let text = trimmedWord(node, in: source, .key(name, .item)), !text.isEmpty else { return }
    checkDate(text, key: name, at: node, in: source)
    addRow(key, text)
  }

  /// Adds a row for each word of a list; a single word is a list of one.
  mutating func addWords(
    _ key: Field.Key, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) {
    if source.document.kind(of: node) == .scalar {
      add(key, node, in: source, value())
      return
    }
    guard let items = list(node, in: source, value(), wanted: .listOfWords) else { return }
    for item in items { add(key, item, in: source, value()) }
  }

  /// Adds a row for each word of a scalar that separates them by commas.
  mutating func addSplit(
    _ key: Field.Key, _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) {
    guard source.document.kind(of: node) == .scalar else {
      addWords(key, node, in: source, value())
      return
    }
    guard let text = trimmedWord(node, in: source, value()) else { return }
    let bytes = store.bytes(text)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: ",") {
      let word = trimmed(Text(offset: text.offset + UInt32(clamping: start), length: UInt32(clamping: end - start)))
      if !word.isEmpty { addRow(key, word) }
      start = end + 1
    }
  }

  mutating func itemAddress(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text {
    guard let text = trimmedWord(node, in: source, value()), !text.isEmpty else { return .empty }
    checkAddress(text, at: node, in: source)
    return text
  }

  mutating func addLink(_ label: String, _ node: Document.NodeID, in source: Source, _ part: Finding.Part) {
    let address = itemAddress(node, in: source, .key(label, part))
    if !address.isEmpty { addRow(.link, address, label: store.intern(label)) }
  }

  /// Adds a link for an unknown key whose value is an address, or that ends in `_url`. It is called after the key:
  /// `stack_overflow_url` → `stack overflow`. False for any other key or value.
  @discardableResult
  mutating func addLink(_ key: Document.NodeID, _ node: Document.NodeID, in source: Source) -> Bool {
    guard source.document.kind(of: key) == .scalar, source.document.kind(of: node) == .scalar else { return false }
    let bytes = source.document.utf8(of: key)
    // No key is that long.
    guard bytes.count <= 256 else { return false }
    let isNamed = bytes.count > 4 && bytes.suffix(4).elementsEqual("_url".utf8)
    guard isNamed || isAddress(node, in: source) else { return false }
    let address = itemAddress(node, in: source, .key(source.document.string(key), .item))
    if !address.isEmpty {
      addRow(
        .link, address,
        label: label(ofLink: isNamed ? bytes.dropLast(4) : bytes, key: source.text(source.document.text(of: key))))
    }
    return true
  }

  /// What a link is called by the bytes of its key. The same few keys come again and again: those met last are kept.
  private mutating func label(ofLink bytes: ArraySlice<UInt8>, key: Text) -> Text {
    let slot = (bytes.count &* 31 &+ Int(bytes.first ?? 0) &+ Int(bytes.last ?? 0) &* 7) & 63
    if let known = linkLabels[slot], store.areEqual(known.key, key) { return known.label }
    let label = store.intern(String(decoding: bytes.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self))
    linkLabels[slot] = (key, label)
    return label
  }

  private func isAddress(_ node: Document.NodeID, in source: Source) -> Bool {
    let bytes = source.document.utf8(of: node)
    return bytes.starts(with: "https://".utf8) || bytes.starts(with: "http://".utf8)
  }

  // MARK: Texts

  /// A scalar's text without blanks around it, no-break spaces among them; empty for null.
  mutating func trimmedWord(
    _ node: Document.NodeID, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> Text? {
    guard let text = word(node, in: source, value()) else { return nil }
    return trimmed(text)
  }

  func trimmed(_ text: Text) -> Text {
    store.withBytes(text) { bytes in
      var start = 0
      var end = bytes.count
      while true {
        if start < end, Self.isBlank(bytes[start]) {
          start += 1
        } else if end > start, Self.isBlank(bytes[end - 1]) {
          end -= 1
        } else if end - start > 1, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
          start += 2
        } else if end - start > 1, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
          end -= 2
        } else {
          break
        }
      }
      return start == end
        ? .empty : Text(offset: text.offset + UInt32(clamping: start), length: UInt32(clamping: end - start))
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Warns of an unknown key that looks like a slip in a known one. All others are somebody else's and pass; `strata check`
  /// tells each by the tables of what landscape2 knows.
  mutating func reportTypo(
    _ key: Document.NodeID, in source: Source, _ part: Finding.Part, of mapping: Document.NodeID, _ known: [String]
  ) {
    guard scrutiny == .opening, source.document.kind(of: key) == .scalar else { return }
    let bytes = source.document.utf8(of: key)
    guard bytes.count >= 4, bytes.count <= 64 else { return }
    let word = String(decoding: bytes, as: UTF8.self)
    guard let best = nearest(to: word, among: known), best.changes <= (bytes.count < 9 ? 1 : 2),
      // Two keys of which one is well-known are two keys, not one and its slip.
      !hasKey(best.word, mapping, in: source)
    else { return }
    report(.unknownKey(key: word, part, suggestion: best.word), at: key, in: source)
  }

  /// Whether a mapping has a key. Where many are asked for, its keys are looked through once.
  private mutating func hasKey(_ key: String, _ mapping: Document.NodeID, in source: Source) -> Bool {
    if keysOfMapping?.mapping != mapping || keysOfMapping?.source != source.index {
      var keys: Set<String> = []
      for (key, _) in Entries(of: mapping, in: source.document) {
        let bytes = source.document.utf8(of: key)
        steps += 1
        if bytes.count <= 64 { keys.insert(String(decoding: bytes, as: UTF8.self)) }
      }
      keysOfMapping = (mapping, source.index, keys)
    }
    return keysOfMapping?.keys.contains(key) ?? false
  }

  // MARK: Generated data

  /// What the tools of the older landscape found out about an item.
  enum Generated {
    /// `github_data`
    case repository
    /// `github_start_commit_data`
    case beginning
    /// `crunchbase_data`
    case organization
  }

  mutating func readGenerated(
    _ kind: Generated, _ node: Document.NodeID, _ item: inout ItemState, in source: Source
  ) {
    guard source.document.kind(of: node) == .mapping else { return }
    for (keyNode, value) in Entries(of: node, in: source.document)
    where source.document.kind(of: keyNode) == .scalar {
      let name = source.document.string(keyNode)
      switch kind {
      case .repository:
        switch name {
        case "license":
          if !item.hasLicense { add(.license, value, in: source, .key(name, .item)) }
        case "stars": add(.stars, value, in: source, .key(name, .item))
        case "contributors_count": add(.contributors, value, in: source, .key(name, .item))
        case "latest_commit_date": addTimestamp(.latestCommit, value, in: source)
        case "release_date": addTimestamp(.latestRelease, value, in: source)
        case "languages": addLanguages(value, in: source)
        default: continue
        }
      case .beginning:
        if name == "start_date" { addTimestamp(.started, value, in: source) }
      case .organization:
        if name == "name", !item.hasOrganization { add(.organization, value, in: source, .key(name, .item)) }
      }
    }
  }

  /// Adds the day of a point in time: `2024-08-22T07:39:45Z` → `2024-08-22`.
  private mutating func addTimestamp(_ key: Field.Key, _ node: Document.NodeID, in source: Source) {
    guard var text = trimmedWord(node, in: source, .key("date", .item)), !text.isEmpty else { return }
    text.length = min(text.length, 10)
    if store.withBytes(text, Forms.isDate) { addRow(key, text) }
  }

  /// Adds the languages of a repository with their shares of its code.
  private mutating func addLanguages(_ node: Document.NodeID, in source: Source) {
    guard source.document.kind(of: node) == .sequence else { return }
    let document = source.document
    var languages: [(name: Text, size: Int)] = []
    for item in Items(of: node, in: document) where document.kind(of: item) == .mapping {
      guard let nameNode = document.value(of: "name", in: item),
        let name = trimmedWord(document.resolved(nameNode), in: source, .key("name", .item)), !name.isEmpty
      else { continue }
      let size = document.value(of: "value", in: item).map(document.resolved)
        .flatMap { document.kind(of: $0) == .scalar ? Int(document.string($0)) : nil }
      languages.append((name, max(0, size ?? 0)))
    }
    var total = 0
    for language in languages {
      let (sum, hasOverflown) = total.addingReportingOverflow(language.size)
      total = hasOverflown ? .max : sum
    }
    for language in languages {
      let percent = total == 0 ? 0 : Int((Double(language.size) / Double(total) * 100).rounded())
      let label = total == 0 ? "" : percent == 0 ? "< 1 %" : "\(percent) %"
      addRow(.language, language.name, label: store.intern(label))
    }
  }
}
