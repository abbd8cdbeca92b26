import StrataYAML

/// What the catalog and the CNCF's landscape file say of one project, fields by name; a missing one is not said.
typealias ProjectFacts = [String: String]

/// A difference that is meant.
struct DeliberateDifference: Hashable {
  var project: String
  var field: String
  var landscape: String?
  var catalog: String?
}

/// The catalog's CNCF projects held against the CNCF's landscape file, by name.
struct LandscapeComparison {
  static let fields = ["maturity", "homepage", "repository", "accepted", "incubating", "graduated", "archived"]

  /// Every tool of the catalog by its name.
  var catalog: [String: ProjectFacts]
  /// The projects of the CNCF's file by their names.
  var landscape: [String: ProjectFacts]
  var deliberate: [DeliberateDifference]

  /// One line for each difference that is not deliberate and each deliberate one that is none, sorted.
  func findings() -> [String] {
    var unused = Set(deliberate)
    var findings: [String] = []
    /// Notes a difference unless it is deliberate.
    func differ(_ project: String, _ field: String, landscape: String?, catalog: String?) {
      let difference = DeliberateDifference(project: project, field: field, landscape: landscape, catalog: catalog)
      if unused.remove(difference) == nil {
        findings.append("\(project): \(field): \(catalog ?? "nothing"), in the landscape \(landscape ?? "nothing")")
      }
    }
    let renamed = deliberate.filter { $0.field == "name" && $0.catalog != nil && $0.landscape != nil }
    let names = Dictionary(renamed.map { ($0.landscape!, $0.catalog!) }) { first, _ in first }
    var matched: Set<String> = []
    for (landscapeName, facts) in landscape {
      let name = names[landscapeName] ?? landscapeName
      guard let tool = catalog[name] else {
        differ(landscapeName, "name", landscape: landscapeName, catalog: nil)
        continue
      }
      matched.insert(name)
      if name != landscapeName { differ(name, "name", landscape: landscapeName, catalog: name) }
      for field in Self.fields where facts[field] != tool[field] {
        differ(name, field, landscape: facts[field], catalog: tool[field])
      }
    }
    for (name, tool) in catalog where tool["maturity"] != nil && !matched.contains(name) {
      differ(name, "name", landscape: nil, catalog: name)
    }
    findings += unused.map { "\($0.project): \($0.field): no such difference any more" }
    return findings.sorted()
  }
}

extension LandscapeComparison {
  /// The tools of catalog files.
  static func tools(in files: [SourceFile]) -> [String: ProjectFacts] {
    var tools: [String: ProjectFacts] = [:]
    for file in files {
      for layer in file.root?["layers"]?.items ?? [] {
        for tool in (layer["categories"]?.items ?? []).flatMap({ $0["tools"]?.items ?? [] }) {
          tools[tool["name"]?.string ?? ""] = facts(tool, keys: fields.map { ($0, $0) })
        }
      }
    }
    return tools
  }

  /// The items of a landscape2 data file that are projects of the foundation.
  static func projects(in file: SourceFile) -> [String: ProjectFacts] {
    var projects: [String: ProjectFacts] = [:]
    for category in file.root?["landscape"]?.items ?? [] {
      for item in (category["subcategories"]?.items ?? []).flatMap({ $0["items"]?.items ?? [] }) {
        guard item["project"]?.string != nil, let name = item["name"]?.string else { continue }
        let keys = [("maturity", "project"), ("homepage", "homepage_url"), ("repository", "repo_url")]
        let own = facts(item, keys: keys)
        let days = item["extra"].map { facts($0, keys: fields.dropFirst(3).map { ($0, $0) }) } ?? [:]
        projects[name] = own.merging(days) { first, _ in first }
      }
    }
    return projects
  }

  static func deliberate(in file: SourceFile) -> [DeliberateDifference] {
    (file.root?["differences"]?.items ?? []).map { entry in
      DeliberateDifference(
        project: entry["project"]?.string ?? "", field: entry["field"]?.string ?? "",
        landscape: entry["landscape"]?.string, catalog: entry["catalog"]?.string)
    }
  }

  private static func facts(_ value: Value, keys: [(name: String, key: String)]) -> ProjectFacts {
    var facts: ProjectFacts = [:]
    for (name, key) in keys { facts[name] = value[key]?.string }
    return facts
  }
}
