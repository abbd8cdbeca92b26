/// What `strata list --fields` may name, as it stands in tables and as the key of its member in JSON.
public enum ListField: String, CaseIterable, Sendable {
  case id, name, maturity, category, layer, kind, summary, homepage, repository, license, licenseClass, organization
  case lifecycle, aliases, keywords, tags, also, accepted, incubating, graduated, archived, since, listed, joined
  case languages, delivery, partOf, replacedBy, replaces, stars, pickWhen

  /// What a list has where nobody chooses.
  public static let standard: [ListField] = [.id, .name, .maturity, .category, .summary]
  /// What a spreadsheet has where nobody chooses.
  public static let table: [ListField] = [
    .id, .name, .layer, .category, .kind, .maturity, .lifecycle, .license, .organization, .homepage, .repository,
    .summary,
  ]

  /// Whether a part of a value is worth nothing: ids and addresses.
  var isWhole: Bool {
    switch self {
    case .id, .homepage, .repository, .partOf, .replacedBy, .replaces: true
    case .name, .maturity, .category, .layer, .kind, .summary, .license, .licenseClass, .organization, .lifecycle,
      .aliases, .keywords, .tags, .also, .accepted, .incubating, .graduated, .archived, .since, .listed, .joined,
      .languages, .delivery, .stars, .pickWhen:
      false
    }
  }

  /// The value of a tool as one text: several values with a comma between, the catalog's own words before strata's.
  public func value(of id: ToolID, in catalog: Catalog, _ language: Language) -> String {
    let tool = catalog[id]
    switch self {
    case .id: return catalog.string(tool.id)
    case .name: return catalog.string(tool.name)
    case .maturity: return catalog.maturity(of: id)
    case .category: return catalog.string(catalog[tool.category].id)
    case .layer: return catalog.string(catalog[catalog[tool.category].layer].id)
    case .kind: return catalog.kind(of: id).map { catalog.string(catalog[$0].id) } ?? ""
    case .summary: return tool.summary.passages(in: language).first.map { catalog.string($0.text) } ?? ""
    case .homepage: return catalog.string(tool.homepage)
    case .repository: return catalog.string(tool.repository)
    case .licenseClass: return tool.licenseClass.rawValue
    case .lifecycle: return tool.status.rawValue
    case .pickWhen: return catalog.string(catalog.text(.pickWhen, of: id), in: language)
    case .license: return values(.license, of: id, in: catalog)
    case .organization: return values(.organization, of: id, in: catalog)
    case .aliases: return values(.alias, of: id, in: catalog)
    case .keywords: return values(.keyword, of: id, in: catalog)
    case .tags: return values(.tag, of: id, in: catalog)
    case .also: return values(.also, of: id, in: catalog)
    case .accepted: return values(.accepted, of: id, in: catalog)
    case .incubating: return values(.incubating, of: id, in: catalog)
    case .graduated: return values(.graduated, of: id, in: catalog)
    case .archived: return values(.archived, of: id, in: catalog)
    case .since: return values(.since, of: id, in: catalog)
    case .listed: return values(.listed, of: id, in: catalog)
    case .joined: return values(.joined, of: id, in: catalog)
    case .languages: return values(.language, of: id, in: catalog)
    case .delivery: return values(.delivery, of: id, in: catalog)
    case .partOf: return values(.partOf, of: id, in: catalog)
    case .replacedBy: return values(.replacedBy, of: id, in: catalog)
    case .replaces: return values(.replaces, of: id, in: catalog)
    case .stars: return values(.stars, of: id, in: catalog)
    }
  }

  private func values(_ key: Field.Key, of tool: ToolID, in catalog: Catalog) -> String {
    catalog.values(key, of: tool).map(catalog.string).joined(separator: ", ")
  }
}
