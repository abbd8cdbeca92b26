/// What `strata check` looks for beyond what opening a catalog needs.
extension Reader {
  mutating func check(_ catalog: Catalog) {
    for layer in catalog.layers { checkName(layer.name, .layer) }
    for category in catalog.categories { checkName(category.name, .category) }
    for index in catalog.tools.indices {
      let tool = catalog.tools[index]
      checkCharacters(of: tool.name, .tool)
      checkDates(of: ToolID(index), in: catalog)
      if scrutiny == .strict, tool.maturity != 0, tool.summary.isEmpty {
        report(.missingSummary(name: store.excerpt(tool.name)), at: origin(of: tool))
      }
    }
    checkHomepages(of: catalog)
    if scrutiny == .strict { checkTags(of: catalog) }
    checkVocabulary(of: catalog)
    checkLicenses(of: catalog)
    checkLives(of: catalog)
  }

  /// Where a finding about a whole tool is shown.
  private func origin(of tool: Tool) -> Text { tool.name.isEmpty ? tool.id : tool.name }

  // MARK: Names

  private mutating func checkName(_ name: LocalizedText, _ part: Finding.Part) {
    for text in name.all { checkCharacters(of: text, part) }
  }

  private mutating func checkCharacters(of name: Text, _ part: Finding.Part) {
    // Names of strata's own are not the file's fault; plain ASCII, which nearly all names are, hides nothing.
    let isPlain = store.withBytes(name) { $0.allSatisfy { (0x20..<0x7F).contains($0) } }
    if isPlain || places.place(of: name) == nil { return }
    let words = store.string(name)
    var offset = name.offset
    var hasInvisible = false
    for scalar in words.unicodeScalars {
      let length = UInt32(UTF8.width(scalar))
      if !hasInvisible, Characters.isInvisible(scalar) {
        hasInvisible = true
        report(
          .invisibleCharacter(part, name: words, scalar: scalar), at: Text(offset: offset, length: length))
      }
      offset += length
    }
    if let word = Characters.mixedWord(in: words) {
      report(.homoglyph(part, name: words, word: word.word, scalar: word.scalar), at: name)
    }
  }

  // MARK: Dates

  private static let stages: [(key: Field.Key, word: String)] = [
    (.accepted, "accepted"), (.incubating, "incubating"), (.graduated, "graduated"), (.archived, "archived"),
  ]

  private mutating func checkDates(of id: ToolID, in catalog: Catalog) {
    let tool = catalog[id]
    let maturity = catalog.maturity(of: id)
    if maturity.isEmpty, tool.fieldCount == 0 { return }
    var earlier: (word: String, date: String)?
    var found: Set<String> = []
    let fields = Array(catalog.fields(of: id))
    for (key, word) in Self.stages {
      guard let field = fields.first(where: { $0.key == key }) else { continue }
      found.insert(word)
      guard store.withBytes(field.value, Forms.isDate) else { continue }
      let date = store.string(field.value)
      if let earlier, date < earlier.date {
        report(.contradictingDates(later: word, date, earlier: earlier.word, earlier.date), at: field.value)
      }
      earlier = (word, date)
    }
    checkStage(maturity, found, of: tool, fields)
    guard scrutiny == .strict else { return }
    let name = store.string(tool.name)
    switch maturity {
    case "graduated", "incubating", "archived":
      if !found.contains(maturity) {
        report(.missingDate(name: name, maturity: maturity, key: maturity), at: origin(of: tool))
      }
    case "sandbox":
      if !found.contains("accepted") {
        report(.missingDate(name: name, maturity: maturity, key: "accepted"), at: origin(of: tool))
      }
    default: break
    }
  }

  private static let ranks = ["sandbox": 0, "incubating": 1, "graduated": 2, "archived": 3]

  /// A date of a stage that the maturity has not reached.
  private mutating func checkStage(_ maturity: String, _ found: Set<String>, of tool: Tool, _ fields: [Field]) {
    guard !found.isEmpty, let rank = Self.ranks[maturity] else { return }
    for (key, word) in Self.stages.dropFirst() where found.contains(word) {
      guard let stage = Self.ranks[word], stage > rank, let field = fields.first(where: { $0.key == key }) else {
        continue
      }
      report(.dateBeyondMaturity(name: store.excerpt(tool.name), maturity: maturity, key: word), at: field.value)
    }
  }

  // MARK: Addresses and tags

  /// Warns of two tools with one homepage that look like one tool: in one category, or with nearly the same name. Where
  /// more than two share one it is their company's.
  private mutating func checkHomepages(of catalog: Catalog) {
    var known: [String: [ToolID]] = [:]
    var counts: [String: Int] = [:]
    let order = catalog.tools.indices.filter { !catalog.tools[$0].homepage.isEmpty }
      .sorted { catalog.tools[$0].homepage.offset < catalog.tools[$1].homepage.offset }
    let keys = order.map { Self.address(store.string(catalog.tools[$0].homepage)) }
    for key in keys { counts[key, default: 0] += 1 }
    for (index, key) in zip(order, keys) {
      let tool = catalog.tools[index]
      // Of many tools with one homepage a few are looked at: what is told of one is true of the others.
      let earlier = known[key] ?? []
      if earlier.count < 8 { known[key] = earlier + [ToolID(index)] }
      guard let twin = earlier.first(where: { areOne(catalog[$0], tool, isPair: counts[key] == 2) }) else { continue }
      let first = catalog[twin].homepage
      report(
        .sameHomepage(address: store.string(tool.homepage), first: origin(of: first, seenFrom: tool.homepage)),
        at: tool.homepage)
    }
  }

  /// - Parameter isPair: whether they are the only two with their homepage.
  private func areOne(_ a: Tool, _ b: Tool, isPair: Bool) -> Bool {
    // Those of one name are told for their name.
    if store.areEqualFolded(a.name, b.name) { return false }
    if a.categoryIndex == b.categoryIndex { return isPair }
    return Self.plain(store.string(a.name)) == Self.plain(store.string(b.name))
  }

  /// A name without case, blanks and signs.
  private static func plain(_ name: String) -> String {
    // Of ASCII, which nearly all names are, each byte is a character.
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return name.lowercased().filter { $0.isLetter || $0.isNumber } }
    let bytes = name.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    return String(decoding: bytes.filter { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }, as: UTF8.self)
  }

  /// What two addresses of one page have in common: neither scheme, `www.` nor a slash at the end tells them apart.
  private static func address(_ address: String) -> String {
    var rest = Array(address.lowercased().utf8)[...]
    for prefix in ["https://", "http://", "www."] where rest.starts(with: prefix.utf8) {
      rest = rest.dropFirst(prefix.utf8.count)
    }
    while rest.last == UInt8(ascii: "/") { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private mutating func checkTags(of catalog: Catalog) {
    var first: [String: Text] = [:]
    var reported: Set<String> = []
    let tags = catalog.tools.indices
      .flatMap { catalog.values(.tag, of: ToolID($0)) }
      .sorted { $0.offset < $1.offset }
    for text in tags {
      let tag = store.string(text)
      let key = tag.lowercased()
      guard let known = first[key] else {
        first[key] = text
        continue
      }
      guard !store.areEqual(known, text), reported.insert(tag).inserted else { continue }
      report(.tagCase(tag: tag, other: store.excerpt(known), first: origin(of: known, seenFrom: text)), at: text)
    }
  }
}
