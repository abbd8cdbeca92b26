public import StrataCatalog

/// A stack in the forms that other programs read. Each file has exactly the fields that its readers want.
public struct StackExport {
  public enum Format: String, CaseIterable, Sendable {
    case markdown, csv, json
    /// Thoughtworks' Build Your Own Radar: at most four rings, exactly four quadrants.
    case byorCSV = "byor-csv"
    case byorJSON = "byor-json"
    /// Backstage's Tech Radar plugin.
    case backstageRadar = "backstage-radar"
    /// Backstage's catalog-info.yaml, an entity a tool.
    case backstageCatalog = "backstage-catalog"
    /// AOE's technology radar, version 4: a folder of files.
    case aoe
    /// Zalando's radar: config.json.
    case zalando
    /// A picture for the wall.
    case svg
  }

  /// A file that an export writes; the name is empty where there is but one.
  public struct File: Sendable {
    public var name: String
    /// UTF-8, whole lines.
    public var text: String
  }

  /// A tool as every format wants it.
  struct Row {
    var id: String
    var name: String
    var status: String
    var ring: Int
    var quadrant: Int
    var owner: String
    var note: String
    var summary: String
    var homepage: String
    var repository: String
    var category: String
    var life: Life.Status
    var tags: [String]
    var moves: [Stack.Move]
    /// The move came within the last 90 days: in or out by rings, or the first one of all.
    var moved: Moved
  }

  enum Moved: Int {
    case out = -1
    case unchanged = 0
    case inward = 1
    case new = 2
  }

  static let quadrants: [(id: String, name: String)] = [
    ("application", "Application definition"), ("orchestration", "Orchestration"),
    ("runtime", "Runtime and provisioning"),
    ("observability", "Observability and platform"),
  ]

  let stack: Stack
  let catalog: Catalog
  let language: Language
  /// ISO 8601.
  let today: String
  let rings: [String]
  /// What has a ring, in the order of the file.
  let rows: [Row]
  /// Entries that have none of the rings, by status (`none` for those without one).
  public let leftOut: [(status: String, count: Int)]

  /// - Parameters:
  ///   - rings: those to export; by default the stack's, of which a format that takes four gets the first four.
  ///   - today: the day that `isNew` and `moved` count from, ISO 8601.
  public init(
    _ stack: Stack, catalog: Catalog, rings: [String]? = nil, format: Format, language: Language,
    today: String
  ) {
    self.stack = stack
    self.catalog = catalog
    self.language = language
    self.today = today
    let all = rings ?? stack.rings
    let chosen = Self.takesFourRings(format) ? Array(all.prefix(4)) : all
    self.rings = chosen
    var rows: [Row] = []
    var leftOut: [(status: String, count: Int)] = []
    for entry in stack.entries {
      guard let ring = chosen.firstIndex(of: entry.status) else {
        let status = entry.status.isEmpty ? "none" : entry.status
        if let index = leftOut.firstIndex(where: { $0.status == status }) {
          leftOut[index].count += 1
        } else {
          leftOut.append((status, 1))
        }
        continue
      }
      rows.append(
        Self.row(
          entry, ring: ring, stack: stack, catalog: catalog, language: language, today: today))
    }
    // Of two of one name in their readers' alphabet the later one gets a number.
    var taken: Set<String> = []
    for index in rows.indices {
      let id = rows[index].id
      var number = 1
      while !taken.insert(rows[index].id).inserted {
        number += 1
        rows[index].id = "\(id)-\(number)"
      }
    }
    self.rows = rows
    self.leftOut = leftOut
  }

  /// The quadrants without a tool, where the format's reader refuses a radar that has not something in each.
  public func emptyQuadrants(_ format: Format) -> [String] {
    switch format {
    case .byorCSV, .byorJSON:
      Self.quadrants.indices.filter { index in !rows.contains { $0.quadrant == index } }.map { Self.quadrants[$0].name }
    case .markdown, .csv, .json, .backstageRadar, .backstageCatalog, .aoe, .zalando, .svg: []
    }
  }

  static func takesFourRings(_ format: Format) -> Bool {
    switch format {
    case .byorCSV, .byorJSON, .zalando: true
    case .markdown, .csv, .json, .backstageRadar, .backstageCatalog, .aoe, .svg: false
    }
  }

  public func files(_ format: Format) -> [File] {
    switch format {
    case .markdown: [File(name: "", text: markdown)]
    case .csv: [File(name: "", text: csv)]
    case .json: [File(name: "", text: json)]
    case .byorCSV: [File(name: "", text: byorCSV)]
    case .byorJSON: [File(name: "", text: byorJSON)]
    case .backstageRadar: [File(name: "", text: backstageRadar)]
    case .backstageCatalog: [File(name: "", text: backstageCatalog)]
    case .aoe: aoe
    case .zalando: [File(name: "", text: zalando)]
    case .svg: [File(name: "", text: RadarPicture(self).text)]
    }
  }

  // MARK: Rows

  private static func row(
    _ entry: Stack.Entry, ring: Int, stack: Stack, catalog: Catalog, language: Language,
    today: String
  ) -> Row {
    let tool = entry.id.isEmpty ? nil : catalog.toolID(for: entry.id)
    func text(_ body: (Tool) -> Text) -> String {
      tool.map { catalog.string(body(catalog[$0])) } ?? ""
    }
    let category = tool.map { catalog[$0].category } ?? catalog.categoryID(for: entry.category)
    let name = tool == nil ? (entry.name.isEmpty ? entry.id : entry.name) : text(\.name)
    return Row(
      id: entry.id.isEmpty ? slug(entry.name) : entry.id, name: name, status: entry.status,
      ring: ring,
      quadrant: category.map { quadrant(of: catalog[$0].layer, in: catalog) } ?? 3,
      owner: entry.owner, note: entry.note,
      summary: tool.map { catalog.string(catalog[$0].summary, in: language) } ?? "",
      homepage: text(\.homepage),
      repository: text(\.repository),
      category: category.map { catalog.string(catalog[$0].name, in: language) } ?? entry.category,
      life: tool.map { catalog[$0].status } ?? .active,
      tags: tool.map { catalog.values(.tag, of: $0).map(catalog.string) } ?? [],
      moves: entry.moves, moved: moved(entry, rings: stack.rings, today: today))
  }

  private static func moved(_ entry: Stack.Entry, rings: [String], today: String) -> Moved {
    guard let last = entry.moves.last, let day = dayNumber(last.on), let now = dayNumber(today),
      now - day <= 90
    else {
      return .unchanged
    }
    guard entry.moves.count > 1 else { return .new }
    let before = rings.firstIndex(of: entry.moves[entry.moves.count - 2].to) ?? rings.count
    let after = rings.firstIndex(of: last.to) ?? rings.count
    return after < before ? .inward : after > before ? .out : .unchanged
  }

  /// Days from an arbitrary beginning; nil for what is no day.
  static func dayNumber(_ text: String) -> Int? {
    guard Stack.isDay(text) else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2]
  }

  /// The landscape's own layers go to the quadrants called after them; another one's in its order, a quarter each.
  static func quadrant(of layer: LayerID, in catalog: Catalog) -> Int {
    switch catalog.string(catalog[layer].id) {
    case "app-definition-development": 0
    case "orchestration-management": 1
    case "runtime", "provisioning": 2
    case "observability-analysis", "platform": 3
    default: layer.index * 4 / max(1, catalog.layers.count)
    }
  }

  static func slug(_ name: String, else substitute: String = "tool") -> String {
    let parts = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? substitute : parts.joined(separator: "-")
  }

  /// The ids of the rings, each another one: names that leave nothing of their readers' alphabet are numbered.
  var ringIDs: [String] {
    var taken: Set<String> = []
    return rings.enumerated().map { index, ring in
      let id = Self.slug(ring, else: "ring-\(index + 1)")
      return taken.insert(id).inserted ? id : "\(id)-\(index + 1)"
    }
  }

  func ringID(_ ring: String) -> String { rings.firstIndex(of: ring).map { ringIDs[$0] } ?? Self.slug(ring) }

  var title: String { stack.name.isEmpty ? "Stack" : stack.name }

  func description(of row: Row) -> String {
    [row.summary, row.note, row.owner.isEmpty ? "" : "Owner: \(row.owner)"].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
