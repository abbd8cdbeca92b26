// Memory: lent.

import StrataYAML

/// Holds a document against what landscape2 wants of it. The walk is as deep as the tables, whatever the document is.
extension Reader {
  /// Reports all that landscape2 refuses in a file, or drops. What strata's own format is its reader checks.
  mutating func check(_ root: Document.NodeID, as format: Format, in source: Source) {
    isLenient = false
    switch format {
    case .landscape2:
      check(root, against: Schema.data, in: source)
      checkRepeatedNames(of: root, in: source)
    case .guide: check(root, against: Schema.guide, in: source)
    case .settings: check(root, against: Schema.settings, in: source)
    case .games: check(root, against: Schema.games, in: source)
    case .oldSettings: report(.oldSettings, at: root, in: source)
    case .native, .unknown: break
    }
    checkCutValues(in: source)
  }

  // MARK: Shapes

  private mutating func check(
    _ node: Document.NodeID, against mapping: Schema.Mapping, in source: Source
  ) {
    let document = source.document
    guard document.kind(of: node) == .mapping else {
      return reportShape(of: node, in: source, .entry(mapping.part), wanted: .mapping)
    }
    var found = Array(repeating: false, count: mapping.keys.count)
    for (keyNode, value) in Entries(of: node, in: document) where document.kind(of: keyNode) == .scalar {
      let word = document.string(keyNode)
      guard let index = mapping.index(of: word) else {
        if !mapping.customary.contains(word) { reportDropped(keyNode, word, of: node, mapping, in: source) }
        continue
      }
      found[index] = true
      check(value, against: mapping.keys[index], of: mapping.part, owner: node, key: keyNode, in: source)
    }
    for (index, key) in mapping.keys.enumerated() where key.isRequired && !found[index] {
      report(.absentKey(key: key.name, mapping.part, name: name(of: node, in: source)), at: node, in: source)
    }
    checkRules(of: node, mapping.part, in: source)
  }

  /// What an entry is called, for sentences about it.
  private func name(of node: Document.NodeID, in source: Source) -> String {
    for key in ["name", "category", "subcategory", "title", "field", "item"] {
      guard let value = source.document.value(of: key, in: node).map(source.document.resolved) else { continue }
      let text = source.document.string(value)
      if !text.isEmpty { return text.unicodeScalars.count > 60 ? String(text.prefix(59)) + "…" : text }
    }
    return ""
  }

  private mutating func check(
    _ node: Document.NodeID, against key: Schema.Key, of part: Finding.Part, owner: Document.NodeID,
    key keyNode: Document.NodeID, in source: Source
  ) {
    if source.document.isNull(node) {
      guard key.isRequired else { return }
      // serde_yaml takes nothing for a list without entries.
      if case .list(_, isFilled: false) = key.value { isLenient = true }
      report(.emptyValue(key: key.name, part, name: name(of: owner, in: source)), at: keyNode, in: source)
      isLenient = false
      return
    }
    check(node, against: key.value, key.name, of: part, owner: owner, in: source)
  }

  private mutating func check(
    _ node: Document.NodeID, against value: Schema.Value, _ key: String, of part: Finding.Part, owner: Document.NodeID,
    in source: Source
  ) {
    let document = source.document
    switch value {
    case .mapping(let mapping):
      guard document.kind(of: node) == .mapping else {
        reportShape(of: node, in: source, .key(key, part), wanted: .mapping)
        guard document.kind(of: node) == .sequence else { return }
        // Where a mapping was written with dashes, what is in it is checked all the same.
        for item in Items(of: node, in: document) where document.kind(of: item) == .mapping {
          check(item, against: mapping, in: source)
        }
        return
      }
      check(node, against: mapping, in: source)
    case .list(let value, let isFilled):
      guard document.kind(of: node) == .sequence else {
        return reportShape(of: node, in: source, .key(key, part), wanted: value.isWord ? .listOfWords : .list)
      }
      if isFilled, document.firstChild(of: node) == nil {
        report(.emptyValue(key: key, part, name: name(of: owner, in: source)), at: node, in: source)
      }
      for item in Items(of: node, in: document) {
        if case .mapping(let mapping) = value {
          check(item, against: mapping, in: source)
        } else {
          check(item, against: value, key, of: part, owner: owner, in: source)
        }
      }
    case .map(let value):
      guard document.kind(of: node) == .mapping else {
        return reportShape(of: node, in: source, .key(key, part), wanted: .mapping)
      }
      for (keyNode, entry) in Entries(of: node, in: document) {
        if document.isNull(entry), !value.isWord {
          report(.emptyValue(key: document.string(keyNode), part, name: ""), at: keyNode, in: source)
        } else {
          check(entry, against: value, document.string(keyNode), of: part, owner: owner, in: source)
        }
      }
    case .text, .filled, .flag, .date, .address, .tag, .color, .basePath, .number, .word:
      guard document.kind(of: node) == .scalar else {
        return reportShape(of: node, in: source, .key(key, part), wanted: .text)
      }
      checkScalar(node, against: value, key, of: part, owner: owner, in: source)
    }
  }

  private mutating func checkScalar(
    _ node: Document.NodeID, against value: Schema.Value, _ key: String, of part: Finding.Part, owner: Document.NodeID,
    in source: Source
  ) {
    let document = source.document
    let text = document.string(node)
    let isPlain = document.style(of: node) == .plain
    switch value {
    case .text, .list, .map, .mapping: return
    case .filled:
      if Self.isBlank(text) {
        report(.emptyValue(key: key, part, name: name(of: owner, in: source)), at: node, in: source)
      }
    case .flag:
      let isFlag = isPlain && ["true", "True", "TRUE", "false", "False", "FALSE"].contains(text)
      if !isFlag { report(.badFlag(key: key, value: isPlain ? text : "\"\(text)\""), at: node, in: source) }
    case .date:
      if !Self.isReadAsDate(text) { report(.badDate(key: key, value: text), at: node, in: source) }
    case .address(let host): checkAddress(text, at: node, key, host, of: part, owner: owner, in: source)
    case .tag:
      let isTag = !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) }
      let slug = String(Forms.slug(text.replacingUnderscores).filter { !$0.isNumber })
      if !isTag { report(.badTag(value: text, slug: slug), at: node, in: source) }
    case .color:
      if !Self.isColor(text) { report(.badColor(key: key, value: text), at: node, in: source) }
    case .basePath:
      if text.first != "/" { report(.badBasePath(value: text), at: node, in: source) }
    case .number(let least):
      let isNumber = isPlain && (UInt32(text).map { Int($0) >= least } ?? false)
      if !isNumber { report(.badNumber(key: key, value: text, least: least), at: node, in: source) }
    case .word(let known):
      if !known.contains(text) { report(.badWord(key: key, value: text, known: known), at: node, in: source) }
    }
  }

  // MARK: Forms

  private mutating func checkAddress(
    _ text: String, at node: Document.NodeID, _ key: String, _ host: Schema.Host, of part: Finding.Part,
    owner: Document.NodeID, in source: Source
  ) {
    if case .orFile = host, !text.hasPrefix("http://"), !text.hasPrefix("https://") { return }
    if Self.isBlank(text) {
      return report(.emptyValue(key: key, part, name: name(of: owner, in: source)), at: node, in: source)
    }
    switch WebHost.host(of: text) {
    case .failure(let fault): report(.refusedAddress(value: text, fault.kind), at: node, in: source)
    case .success(let found):
      switch host {
      case .any, .orFile: return
      case .ending(let hosts):
        if hosts.contains(where: found.hasSuffix) { return }
        report(.wrongHost(key: key, value: text, hosts: hosts), at: node, in: source)
      case .crunchbase:
        if !Self.isOrganization(text) { report(.badCrunchbase(value: text), at: node, in: source) }
      }
    }
  }

  private static func isBlank(_ text: String) -> Bool {
    // What most texts begin with.
    if let first = text.utf8.first, first > 0x20, first < 0x7F { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
  }

  /// `https://www.crunchbase.com/organization/` and a name, perhaps with a slash behind it.
  static func isOrganization(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    let name = crunchbase.count + organization.count
    guard bytes.count > name,
      zip(bytes, crunchbase).allSatisfy({ ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }),
      bytes[crunchbase.count..<name] == organization[...]
    else { return false }
    // A slash may end the name, and is no part of it.
    let slash = bytes[name...].firstIndex(of: UInt8(ascii: "/")) ?? bytes.count
    return slash > name && slash >= bytes.count - 1
  }

  private static let crunchbase = Array("https://www.crunchbase.com".utf8)
  private static let organization = Array("/organization/".utf8)

  /// Whether chrono reads a text as a day: also months and days of one digit, and blanks between.
  private static func isReadAsDate(_ text: String) -> Bool {
    var whole = text
    if whole.withUTF8(Forms.isDate) { return true }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.map { String($0) }
    guard parts.count == 3, parts[1].count <= 2, parts[2].count <= 2, parts[0].count == 4 else { return false }
    let padded = [parts[0]] + parts.dropFirst().map { String(repeating: "0", count: 2 - $0.count) + $0 }
    return Array(padded.joined(separator: "-").utf8).withUnsafeBufferPointer(Forms.isDate)
  }

  /// `rgba(r, g, b, a)` or `rgb(…)` somewhere in the text: red, green and blue up to 255, then a share up to 1.
  private static func isColor(_ text: String) -> Bool {
    guard let start = text.firstIndex(of: "("), let end = text[start...].firstIndex(of: ")") else { return false }
    guard text[..<start].hasSuffix("rgba") || text[..<start].hasSuffix("rgb") else { return false }
    let parts = text[text.index(after: start)..<end].split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed() }.map { String($0) }
    guard parts.count == 4, parts.prefix(3).allSatisfy({ UInt8($0) != nil && $0.count <= 3 }) else { return false }
    let share = parts[3]
    guard let first = share.first, first == "0" || first == "1" else { return false }
    let rest = share.dropFirst()
    return (rest.first == "." ? rest.dropFirst() : rest).utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }
}

extension Schema.Value {
  /// Whether it is a scalar.
  var isWord: Bool {
    switch self {
    case .text, .filled, .flag, .date, .address, .tag, .color, .basePath, .number, .word: true
    case .list, .map, .mapping: false
    }
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
}
