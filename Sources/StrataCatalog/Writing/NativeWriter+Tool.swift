extension NativeWriter {
  /// A tool, the fields of one key together.
  func tool(_ id: ToolID, _ writer: inout BlockWriter) {
    let tool = catalog[id]
    let fields = catalog.fields(of: id).filter { $0.source == .file }
    func rows(_ key: Field.Key) -> [Field] { fields.filter { $0.key == key } }
    func values(_ key: Field.Key) -> [String] { rows(key).map { catalog.string($0.value) } }
    func list(_ name: String, _ key: Field.Key) { writer.list(name, values(key)) }
    /// The first value; what stands behind it is written among the further ones.
    func first(_ name: String, _ key: Field.Key) { writer.pair(name, values(key).first ?? "") }

    writer.pair("id", catalog.string(tool.id))
    first("kind", .kind)
    writer.pair("name", catalog.string(tool.name))
    list("aliases", .alias)
    localizedWords("keywords", rows(.keyword), &writer)
    writer.pair("summary", tool.summary, in: catalog)
    writer.pair("homepage", catalog.string(tool.homepage))
    writer.pair("repository", catalog.string(tool.repository))
    list("former", .former)
    first("license", .license)
    first("licenseClass", .licenseClass)
    writer.items("previousLicenses", rows(.previousLicense)) { writer, field in
      writer.pair("license", catalog.string(field.value))
      writer.pair("until", catalog.string(field.label))
    }
    first("organization", .organization)
    if !isFurther(.partOf, rows(.partOf)) { first("partOf", .partOf) }
    if !isFurther(.language, rows(.language)) { first("language", .language) }
    list("delivery", .delivery)
    first("since", .since)
    first("listed", .listed)
    writer.pair("maturity", catalog.maturity(of: id))
    first("accepted", .accepted)
    first("incubating", .incubating)
    first("graduated", .graduated)
    first("archived", .archived)
    if let life = rows(.lifecycle).first {
      writer.mapping("lifecycle") { writer in
        writer.pair("status", catalog.string(life.value))
        writer.pair("date", catalog.string(life.label))
        writer.pair("note", catalog.text(.lifecycleNote, of: id), in: catalog)
      }
    }
    shelves(rows(.also).filter { writesCategory(catalog.string($0.value)) }, &writer)
    writer.list("replacedBy", values(.replacedBy).filter(writesTool))
    writer.list("replaces", values(.replaces).filter(writesTool))
    list("tags", .tag)
    if !isFurther(.link, rows(.link)), !rows(.link).isEmpty {
      writer.mapping("links") { writer in
        for link in rows(.link) { writer.pair(catalog.string(link.label), catalog.string(link.value)) }
      }
    }
    facts(rows(.fact), &writer)
    writer.pair("pickWhen", catalog.text(.pickWhen, of: id), in: catalog)
    further(fields, &writer)
  }

  private func shelves(_ rows: [Field], _ writer: inout BlockWriter) {
    if rows.allSatisfy(\.label.isEmpty) { return writer.list("also", rows.map { catalog.string($0.value) }) }
    writer.items("also", rows) { writer, field in
      writer.pair("category", catalog.string(field.value))
      writer.pair("kind", catalog.string(field.label))
    }
  }

  /// Words in one or several languages, each a row a language.
  private func localizedWords(_ key: String, _ rows: [Field], _ writer: inout BlockWriter) {
    if rows.allSatisfy({ $0.language == .en }) { return writer.list(key, rows.map { catalog.string($0.value) }) }
    // What is not English belongs to the English word before it; alone it would say the same.
    var words: [[Field]] = []
    for row in rows {
      if row.language != .en, let last = words.last, last.count == 1, last[0].language == .en {
        words[words.count - 1].append(row)
      } else {
        words.append([row])
      }
    }
    writer.items(key, words) { writer, word in
      for row in word { writer.pair(row.language.rawValue, catalog.string(row.value)) }
    }
  }

  private func facts(_ rows: [Field], _ writer: inout BlockWriter) {
    guard !rows.isEmpty else { return }
    var facts: [(id: String, text: LocalizedText)] = []
    for row in rows {
      let id = catalog.string(row.label)
      if facts.last?.id != id { facts.append((id, .empty)) }
      switch row.language {
      case .en: facts[facts.count - 1].text.en = row.value
      case .zh: facts[facts.count - 1].text.zh = row.value
      }
    }
    writer.mapping("facts") { writer in for fact in facts { writer.pair(fact.id, fact.text, in: catalog) } }
  }

  /// Whether the rows of a key need the form that has room for labels, or for several values.
  private func isFurther(_ field: FurtherField, _ rows: [Field]) -> Bool {
    switch field {
    case .license, .organization: rows.count > 1
    case .partOf:
      // What is no tool here is a name.
      rows.contains { !writesTool(catalog.string($0.value)) || catalog.toolID(for: catalog.string($0.value)) == nil }
    case .language: rows.count > 1 || rows.contains { !$0.label.isEmpty }
    case .link:
      rows.contains(where: \.label.isEmpty) || Set(rows.map { catalog.string($0.label) }).count < rows.count
    case .joined, .annualReview, .audit, .specification, .endUser, .openSource, .useCase, .businessUseCase,
      .integrations, .personas, .releaseRate, .advisoryGroup, .chat, .training, .annotation, .stars, .contributors,
      .started, .latestCommit, .latestRelease:
      true
    }
  }

  /// What landscape2 data say beyond strata's keys, and what a key of strata's has no room for.
  private func further(_ fields: [Field], _ writer: inout BlockWriter) {
    var all: [(field: FurtherField, rows: [Field])] = []
    for field in FurtherField.allCases {
      let rows = fields.filter { $0.key == field.key }
      guard isFurther(field, rows) else { continue }
      // The first license and organization stand under their own keys.
      let rest = field == .license || field == .organization ? Array(rows.dropFirst()) : rows
      if !rest.isEmpty { all.append((field, rest)) }
    }
    guard !all.isEmpty else { return }
    writer.mapping("further") { writer in
      for (field, rows) in all {
        if rows.allSatisfy(\.label.isEmpty), field != .partOf {
          let values = rows.map { catalog.string($0.value) }
          if values.count == 1 { writer.pair(field.rawValue, values[0]) } else { writer.list(field.rawValue, values) }
        } else {
          writer.items(field.rawValue, rows) { writer, row in
            writer.pair("label", catalog.string(row.label.isEmpty && row.key == .partOf ? row.value : row.label))
            writer.pair("value", catalog.string(row.value))
          }
        }
      }
    }
  }
}
