// Memory: lent; eight bytes where there are so many.

import StrataCatalog

/// The part of a subject in which a word can be found.
public enum TextField: String, Hashable, Sendable, CaseIterable {
  case name, alias, id
  /// Words by which a tool is found that are not its names: keywords, tags, further shelves.
  case keyword, tag, category
  /// Words for what a category holds: its other words, its kinds, its terms, what a guide lists.
  case content, kind, term
  case summary
  case recap
  case problem, solution, tooling, meaning
  case guide
  case organization, license
  /// What landscape2 data says of a tool beyond that: use cases, integrations, people it is for, its parent project, the
  /// group that looks after it, programming languages.
  case detail
  case homepage, repository

  /// How near the field stands to what the subject is: fields of one group rank alike.
  enum Group: UInt8, Comparable {
    case name, alias, keyword, tag, summary, other
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var group: Group {
    switch self {
    case .name: .name
    case .alias, .id: .alias
    case .keyword: .keyword
    case .tag, .category: .tag
    case .content, .kind, .term, .summary: .summary
    case .recap, .problem, .solution, .tooling, .meaning, .guide, .organization, .license, .detail, .homepage,
      .repository:
      .other
    }
  }
}

extension Catalog {
  /// Calls `body` with each text of the subject that a search looks at: names, aliases, keywords, tags, summary, the rest, in this
  /// order of groups; all languages. Of addresses only the part that tells tools apart, of long texts the beginning.
  func forEachText(of subject: Subject, _ body: (TextField, Text) -> Void) {
    var budget = TextBudget()
    func one(_ field: TextField, _ text: Text) {
      guard !text.isEmpty else { return }
      let whole = Int(text.offset)..<Int(text.offset) + Int(text.length)
      let part = store.withUnsafeBufferPointer { budget.admit(whole, of: $0) }
      if !part.isEmpty { body(field, Text(offset: text.offset, length: UInt32(part.count))) }
    }
    func both(_ field: TextField, _ text: LocalizedText) {
      for text in text.all { one(field, text) }
    }
    switch subject {
    case .layer(let id):
      let layer = self[id]
      both(.name, layer.name)
      one(.id, layer.id)
      for keyword in keywords(of: id) { one(.content, keyword) }
      both(.summary, layer.summary)
      both(.recap, layer.recap)
      both(.guide, layer.guide)
      both(.guide, layer.guideRecap)
    case .category(let id):
      let category = self[id]
      both(.name, category.name)
      one(.id, category.id)
      for alias in aliases(of: id) { both(.content, alias) }
      for kind in kinds(of: id) {
        both(.kind, self[kind].name)
        for alias in aliases(of: kind) { both(.kind, alias) }
      }
      for keyword in keywords(of: id) { one(.content, keyword) }
      for term in terms(of: id) { both(.term, term.term) }
      both(.summary, category.what)
      both(.problem, category.problem)
      both(.solution, category.solution)
      both(.tooling, category.tooling)
      both(.guide, category.guide)
      for term in terms(of: id) { both(.meaning, term.meaning) }
    case .tool(let id):
      let tool = self[id]
      one(.name, tool.name)
      let fields = fields(of: id)
      for field in fields where field.key == .alias { one(.alias, field.value) }
      one(.id, tool.id)
      for field in fields where field.key == .keyword { one(.keyword, field.value) }
      // The first tag says what a tool is about.
      var tagField = TextField.keyword
      for field in fields where field.key == .tag {
        forEachTag(of: field, as: tagField, one)
        tagField = .tag
      }
      for field in fields where field.key == .also { forEachTag(of: field, as: .category, one) }
      both(.summary, tool.summary)
      for field in fields {
        guard let textField = field.key.textField, textField.group == .other else { continue }
        one(textField, field.value)
      }
      one(.homepage, tellingPart(of: tool.homepage))
      one(.repository, tellingPart(of: tool.repository))
    }
  }

  /// The texts that a tag or a further shelf of a tool brings along: the names of the tag, of the category.
  func forEachTag(of field: Field, as textField: TextField, _ body: (TextField, Text) -> Void) {
    if field.key == .also {
      guard let shelf = categoryID(for: string(field.value)) else { return }
      for text in self[shelf].name.all { body(textField, text) }
      return
    }
    body(textField, field.value)
    guard let tag = tag(for: string(field.value)) else { return }
    for text in [tag.name] + aliases(of: tag) {
      for text in text.all { body(textField, text) }
    }
  }

  /// An address without its scheme, `www.`, the host of a forge and a slash at its end: `goharbor/harbor`.
  private func tellingPart(of address: Text) -> Text {
    guard !address.isEmpty else { return .empty }
    let start = Int(address.offset)
    let part = store.withUnsafeBufferPointer {
      AddressPart.telling(UnsafeBufferPointer(rebasing: $0[start..<start + Int(address.length)]))
    }
    return Text(offset: address.offset + UInt32(part.lowerBound), length: UInt32(part.count))
  }
}

extension Field.Key {
  /// What a value of the key is in a search; nil where it is not looked at. The value of a `category` is an id.
  var textField: TextField? {
    switch self {
    case .alias: .alias
    case .license: .license
    case .organization: .organization
    case .tag: .tag
    case .also: .category
    case .keyword: .keyword
    case .partOf, .useCase, .businessUseCase, .integrations, .personas, .advisoryGroup, .language, .fact, .pickWhen,
      .lifecycleNote:
      .detail
    case .accepted, .incubating, .graduated, .archived, .replacedBy, .replaces, .kind, .lifecycle,
      .licenseClass, .previousLicense, .delivery, .since, .listed, .former, .link, .joined, .annualReview, .audit,
      .specification, .endUser, .openSource, .releaseRate, .chat, .training, .annotation, .stars, .contributors,
      .started, .latestCommit, .latestRelease:
      nil
    }
  }
}

/// Which part of a web address is worth searching.
enum AddressPart {
  private static let schemes: [StaticString] = ["https://", "http://"]
  private static let hosts: [StaticString] = ["github.com/", "gitlab.com/", "bitbucket.org/", "codeberg.org/"]

  /// `https://` as it lies in memory.
  private static let https = UInt64(littleEndian: 0x2F2F_3A73_7074_7468)

  /// Where that part lies: without scheme, `www.`, the host of a forge and a slash at its end.
  static func telling(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var start = 0
    var end = bytes.count
    if end >= 8, UnsafeRawPointer(bytes.baseAddress!).loadUnaligned(as: UInt64.self) == https {
      start = 8
    } else if !skip("https://", bytes, &start) {
      _ = skip("http://", bytes, &start)
    }
    _ = skip("www.", bytes, &start)
    // Forges begin with one of these; most addresses do not.
    if start < end, [0x67, 0x62, 0x63].contains(bytes[start] | 0x20) {
      for host in hosts where skip(host, bytes, &start) { break }
    }
    while end > start, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
    return start..<end
  }

  /// A word of a query, cut in the same way where it is an address.
  static func telling(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      let isAddress = (schemes + hosts).contains { start in
        var place = 0
        return skip(start, bytes, &place)
      }
      let part = isAddress ? telling(bytes) : 0..<0
      return String(decoding: part.isEmpty ? bytes : UnsafeBufferPointer(rebasing: bytes[part]), as: UTF8.self)
    }
  }

  /// Passes over a beginning, in any case.
  @inline(__always)
  private static func skip(_ start: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Bool {
    let length = start.utf8CodeUnitCount
    guard place + length <= bytes.count else { return false }
    for offset in 0..<length {
      let byte = bytes[place + offset]
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == start.utf8Start[offset] else { return false }
    }
    place += length
    return true
  }
}
