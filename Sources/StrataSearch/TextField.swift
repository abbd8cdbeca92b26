import StrataCatalog

/// The part of a subject in which a word can be found.
public enum TextField: String, Hashable, Sendable, CaseIterable {
  case name, alias, id
  case summary
  case recap
  case problem, solution, tooling, term
  case guide, keyword
  case organization, license, tag
  /// What landscape2 data says of a tool beyond that: use cases, integrations, people it is for, its parent project, the
  /// group that looks after it, programming languages.
  case detail
  case homepage, repository
  case category

  /// How near the field stands to what the subject is: fields of one group rank alike.
  enum Group: UInt8, Comparable {
    case name, alias, summary, other
    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  var group: Group {
    switch self {
    case .name: .name
    case .alias, .id: .alias
    case .summary: .summary
    case .recap, .problem, .solution, .tooling, .term, .guide, .keyword, .organization, .license, .tag, .detail,
      .homepage, .repository, .category:
      .other
    }
  }
}

extension Catalog {
  /// Calls `body` with each text of the subject that a search looks at: names, aliases, summary, the rest, in this order
  /// of groups; both languages. Of addresses only the part that tells tools apart.
  func forEachText(of subject: Subject, _ body: (TextField, Text) -> Void) {
    func both(_ field: TextField, _ text: LocalizedText) {
      if !text.en.isEmpty { body(field, text.en) }
      if !text.zh.isEmpty && text.zh != text.en { body(field, text.zh) }
    }
    switch subject {
    case .layer(let id):
      let layer = self[id]
      both(.name, layer.name)
      body(.id, layer.id)
      both(.summary, layer.summary)
      both(.recap, layer.recap)
      both(.guide, layer.guide)
      both(.guide, layer.guideRecap)
      for keyword in keywords(of: id) { body(.keyword, keyword) }
    case .category(let id):
      let category = self[id]
      both(.name, category.name)
      body(.id, category.id)
      both(.summary, category.what)
      both(.problem, category.problem)
      both(.solution, category.solution)
      both(.tooling, category.tooling)
      both(.guide, category.guide)
      for keyword in keywords(of: id) { body(.keyword, keyword) }
      for term in terms(of: id) {
        both(.term, term.term)
        both(.term, term.meaning)
      }
    case .tool(let id):
      let tool = self[id]
      body(.name, tool.name)
      let fields = fields(of: id)
      for field in fields where field.key == .alias { body(.alias, field.value) }
      body(.id, tool.id)
      both(.summary, tool.summary)
      for field in fields {
        guard let textField = field.key.textField, textField.group == .other else { continue }
        if textField != .category {
          body(textField, field.value)
        } else if let shelf = categoryID(for: string(field.value)) {
          both(.category, self[shelf].name)
        }
      }
      if !tool.homepage.isEmpty { body(.homepage, tellingPart(of: tool.homepage)) }
      if !tool.repository.isEmpty { body(.repository, tellingPart(of: tool.repository)) }
    }
  }

  /// An address without its scheme, `www.`, the host of a forge and a slash at its end: `goharbor/harbor`.
  private func tellingPart(of address: Text) -> Text {
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
    case .partOf, .useCase, .businessUseCase, .integrations, .personas, .advisoryGroup, .language: .detail
    case .accepted, .incubating, .graduated, .archived, .replacedBy, .replaces, .kind, .lifecycle,
      .lifecycleNote, .licenseClass, .previousLicense, .delivery, .since, .listed, .fact, .pickWhen, .former, .link,
      .joined, .annualReview, .audit,
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
