/// Every tool of a catalog, as `strata list` prints it.
public enum ListReport {
  /// An array of objects, one a line.
  ///
  /// - Parameters:
  ///   - catalog: has the tools.
  ///   - tools: those to print, in this order.
  ///   - fields: the members to print; nil for all that the catalog says.
  ///   - write: called with pieces of the text.
  public static func json(
    _ catalog: Catalog, _ tools: [ToolID], _ fields: [ListField]? = nil, to write: (String) -> Void
  ) {
    var text = "["
    let features = FeatureIndex(catalog)
    for (place, tool) in tools.enumerated() {
      let members = members(of: tool, in: catalog, features)
      let chosen = fields.map { fields in
        fields.compactMap { field in members.first { $0.key == field.rawValue } }
      }
      text += (place == 0 ? "\n  " : ",\n  ") + JSONText.object(chosen ?? members)
      flush(&text, to: write)
    }
    write(text + (tools.isEmpty ? "]\n" : "\n]\n"))
  }

  /// One tool with all that the catalog says of it.
  public static func json(of tool: ToolID, in catalog: Catalog) -> String {
    JSONText.object(members(of: tool, in: catalog, FeatureIndex(catalog)))
  }

  private static func members(
    of tool: ToolID, in catalog: Catalog, _ features: FeatureIndex
  ) -> [(key: String, value: String)] {
    let record = catalog[tool]
    let category = catalog[record.category]
    let layer = catalog[category.layer]
    var members: [(key: String, value: String)] = [
      ("id", quoted(record.id, in: catalog)),
      ("name", quoted(record.name, in: catalog)),
      ("layer", quoted(layer.id, in: catalog)),
      ("category", quoted(category.id, in: catalog)),
      ("layerName", JSONText.localized(layer.name, in: catalog)),
      ("categoryName", JSONText.localized(category.name, in: catalog)),
      ("also", JSONText.array(catalog.values(.also, of: tool).map(catalog.string))),
      ("kind", catalog.kind(of: tool).map { quoted(catalog[$0].id, in: catalog) } ?? "null"),
      ("shelves", shelves(of: tool, in: catalog)),
      ("maturity", JSONText.quoted(catalog.maturity(of: tool))),
      ("homepage", quoted(record.homepage, in: catalog)),
      ("repository", quoted(record.repository, in: catalog)),
      ("summary", JSONText.localized(record.summary, in: catalog)),
    ]
    let all = catalog.fields(of: tool)
    for key in Field.Key.allCases where !all.isEmpty {
      let fields = all.filter { $0.key == key && $0.source == .file }
      if let member = member(key, fields, in: catalog) { members.append(member) }
    }
    let added = all.filter { $0.key == .alias && $0.source == .strata }
    if !added.isEmpty {
      let texts = JSONText.array(added.map { catalog.string($0.value) })
      let source = JSONText.quoted(Provenance.strata.word)
      members.append(("furtherAliases", JSONText.object([("texts", texts), ("source", source)])))
    }
    if let feature = features.feature(of: record) {
      let order = feature.order.map { [("order", "\($0)")] } ?? []
      members.append(("featured", JSONText.object(order + [("label", quoted(feature.label, in: catalog))])))
    }
    members += life(of: tool, in: catalog)
    members.append(("licenseClass", JSONText.quoted(record.licenseClass.rawValue)))
    if all.contains(where: { $0.key == .fact }) { members.append(("facts", facts(all, in: catalog))) }
    let pickWhen = catalog.text(.pickWhen, of: tool)
    if !pickWhen.isEmpty { members.append(("pickWhen", JSONText.localized(pickWhen, in: catalog))) }
    return members
  }

  /// Every category that a tool stands in, with its kind there.
  private static func shelves(of tool: ToolID, in catalog: Catalog) -> String {
    let shelves = catalog.shelves(of: tool).map { category in
      let kind = catalog.kind(of: tool, in: category).map { quoted(catalog[$0].id, in: catalog) }
      return JSONText.object([("category", quoted(catalog[category].id, in: catalog)), ("kind", kind ?? "null")])
    }
    return "[" + shelves.joined(separator: ", ") + "]"
  }

  private static func life(of tool: ToolID, in catalog: Catalog) -> [(key: String, value: String)] {
    let life = catalog.life(of: tool)
    var members = [("status", JSONText.quoted(life.status.rawValue))]
    if !life.date.isEmpty { members.append(("date", quoted(life.date, in: catalog))) }
    if !life.note.isEmpty { members.append(("note", JSONText.localized(life.note, in: catalog))) }
    return [("lifecycle", JSONText.object(members))]
  }

  /// The facts of a tool by their ids.
  private static func facts(_ fields: Slice<Table<Field>>, in catalog: Catalog) -> String {
    var facts: [(key: String, value: LocalizedText)] = []
    for field in fields where field.key == .fact {
      let id = catalog.string(field.label)
      if facts.last?.key != id { facts.append((id, .empty)) }
      facts[facts.count - 1].value[field.language] = field.value
    }
    return JSONText.object(facts.map { ($0.key, JSONText.localized($0.value, in: catalog)) })
  }

  /// The member of a tool's object that holds the fields of one key; nil without any.
  private static func member(
    _ key: Field.Key, _ fields: [Field], in catalog: Catalog
  ) -> (key: String, value: String)? {
    guard let first = fields.first else { return nil }
    func labelled(_ label: String, _ value: String) -> String {
      let objects = fields.map {
        JSONText.object([(label, quoted($0.label, in: catalog)), (value, quoted($0.value, in: catalog))])
      }
      return "[" + objects.joined(separator: ", ") + "]"
    }
    let list = JSONText.array(fields.map { catalog.string($0.value) })
    // What a tool has one of is a text, and a list where a file says it twice.
    let word = fields.count == 1 ? quoted(first.value, in: catalog) : list
    switch key {
    case .alias: return ("aliases", list)
    case .license: return ("license", word)
    case .organization: return ("organization", word)
    case .accepted: return ("accepted", word)
    case .incubating: return ("incubating", word)
    case .graduated: return ("graduated", word)
    case .archived: return ("archived", word)
    // They stand in an object with others, or another member says them.
    case .also, .kind, .lifecycle, .lifecycleNote, .licenseClass, .fact, .pickWhen: return nil
    case .keyword: return ("keywords", list)
    case .partOf: return ("partOf", word)
    case .previousLicense: return ("previousLicenses", labelled("until", "license"))
    case .delivery: return ("delivery", list)
    case .since: return ("since", word)
    case .listed: return ("listed", word)
    case .former: return ("former", list)
    case .replacedBy: return ("replacedBy", list)
    case .replaces: return ("replaces", list)
    case .tag: return ("tags", list)
    case .link: return ("links", labelled("name", "url"))
    case .joined: return ("joined", word)
    case .annualReview:
      return (
        "annualReview",
        JSONText.object([("date", quoted(first.label, in: catalog)), ("url", word)])
      )
    case .audit: return ("audits", labelled("what", "url"))
    case .specification: return ("specification", "true")
    case .endUser: return ("endUser", "true")
    case .openSource: return ("openSource", "true")
    case .useCase: return ("useCase", word)
    case .businessUseCase: return ("businessUseCase", word)
    case .integrations: return ("integrations", word)
    case .personas: return ("personas", word)
    case .releaseRate: return ("releaseRate", word)
    case .advisoryGroup: return ("advisoryGroups", list)
    case .language: return ("languages", labelled("share", "name"))
    case .chat: return ("chat", word)
    case .training: return ("training", labelled("what", "text"))
    case .annotation: return ("annotations", labelled("key", "value"))
    case .stars: return ("stars", number(first.value, in: catalog))
    case .contributors: return ("contributors", number(first.value, in: catalog))
    case .started: return ("started", word)
    case .latestCommit: return ("latestCommit", word)
    case .latestRelease: return ("latestRelease", word)
    }
  }

  private static func quoted(_ text: Text, in catalog: Catalog) -> String {
    JSONText.quoted(catalog.string(text))
  }

  /// A number as a number, anything else as a string.
  private static func number(_ text: Text, in catalog: Catalog) -> String {
    let text = catalog.string(text)
    return Int(text).map(String.init) ?? JSONText.quoted(text)
  }

  /// A text with one blank for each run of white space, and none at its ends.
  static func oneLine(_ text: String) -> String {
    hasBlanks(text) ? text.split(whereSeparator: \.isWhitespace).joined(separator: " ") : text
  }

  /// Whether a text may have white space that is more than a single blank between words.
  private static func hasBlanks(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      // Lead bytes of U+0085 and U+00A0, U+1680, U+2000 and those behind it, U+3000.
      if byte < 0x20 || byte == 0x20 && last == 0x20 || byte == 0xC2 || byte == 0xE1 || byte == 0xE2 { return true }
      if byte == 0x80, last == 0xE3 { return true }
      last = byte
    }
    return last == 0x20 && !text.isEmpty
  }

  static func flush(_ text: inout String, to write: (String) -> Void) {
    guard text.utf8.count > 1 << 16 else { return }
    write(text)
    text = ""
  }
}
