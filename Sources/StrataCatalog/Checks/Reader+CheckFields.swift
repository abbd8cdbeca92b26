/// What does not fit together in what tools are.
extension Reader {
  /// Warns of tags that the landscape's vocabulary does not have, each once.
  mutating func checkVocabulary(of catalog: Catalog) {
    guard !catalog.tags.isEmpty else { return }
    let known = catalog.tags.map { store.string($0.id) }
    var seen = Set(known)
    func check(_ text: Text) {
      let tag = store.excerpt(text)
      guard seen.insert(tag).inserted else { return }
      report(.unknownTag(tag, suggestion: likely(tag, among: known)), at: text)
    }
    for index in catalog.kinds.indices { catalog.jobs(of: KindID(index)).forEach(check) }
    for index in catalog.tools.indices {
      for field in catalog.fields(of: ToolID(index)) where field.key == .tag { check(field.value) }
    }
  }

  /// Warns of licenses that say nothing of how open a tool is, or something else than the file does.
  mutating func checkLicenses(of catalog: Catalog) {
    var seen: Set<String> = []
    for index in catalog.tools.indices {
      let fields = catalog.fields(of: ToolID(index))
      let given = fields.first { $0.key == .licenseClass }.flatMap { LicenseClass(rawValue: store.string($0.value)) }
      for field in fields where field.key == .license || field.key == .previousLicense {
        let license = store.excerpt(field.value)
        let own = LicenseClass(of: license)
        if field.key == .license, let given, own != .unknown, own != given, given != .mixed {
          report(.contradictingClass(given, license: license, own), at: field.value)
        }
        guard own == .unknown else { continue }
        let isOwn = license.utf8.starts(with: "LicenseRef-".utf8) || license.utf8.starts(with: "DocumentRef-".utf8)
        if isOwn {
          if field.key == .license, given == nil { report(.licenseWithoutClass(license), at: field.value) }
        } else if !LicenseExpression.isExpression(license), !Self.silentLicenses.contains(license.lowercased()),
          seen.insert(license).inserted
        {
          let suggestion = likely(license, among: LicenseExpression.ids)
          report(.unknownLicense(license, suggestion: suggestion), at: field.value)
        }
      }
    }
  }

  /// What says that nobody knows: of SPDX, and of GitHub.
  private static let silentLicenses: Set<String> = ["noassertion", "none", "other", "unknown"]

  /// Warns of archived projects that are said to be alive.
  mutating func checkLives(of catalog: Catalog) {
    for index in catalog.tools.indices {
      let tool = catalog.tools[index]
      guard Int(tool.maturity) == Maturities.archived, tool.status != .retired,
        let field = catalog.fields(of: ToolID(index)).first(where: { $0.key == .lifecycle })
      else { continue }
      report(.contradictingLife(name: store.excerpt(tool.name), status: tool.status.rawValue), at: field.value)
    }
  }
}
