import StrataText

/// What a catalog counts, as `strata stats` prints it.
public struct StatsReport: Sendable {
  private let catalog: Catalog
  /// Tools by index of maturity.
  private var maturities: [Int]
  /// Tools by index of `Life.Status.allCases` and of `LicenseClass.allCases`.
  private var lives = Array(repeating: 0, count: Life.Status.allCases.count)
  private var classes = Array(repeating: 0, count: LicenseClass.allCases.count)
  /// Tools by the year in which their foundation accepted them.
  private var accepted: [String: Int] = [:]
  /// Tools that ask for further categories, and the entries by which they do, dangling ones included.
  private var also = (tools: 0, entries: 0)

  /// Counts a catalog, once.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    maturities = Array(repeating: 0, count: catalog.maturities.count)
    for (index, tool) in catalog.tools.enumerated() {
      maturities[Int(tool.maturity)] += 1
      lives[Life.Status.allCases.firstIndex(of: tool.status) ?? 0] += 1
      classes[LicenseClass.allCases.firstIndex(of: tool.licenseClass) ?? 0] += 1
      var entries = 0
      for field in catalog.fields(of: ToolID(index)) {
        if field.key == .also { entries += 1 }
        if field.key == .accepted { accepted[String(catalog.string(field.value).prefix(4)), default: 0] += 1 }
      }
      also.entries += entries
      if entries > 0 { also.tools += 1 }
    }
    let dangling = Set(catalog.danglingPaths)
    also.entries += catalog.danglingPaths.count
    also.tools += dangling.count { catalog.values(.also, of: $0).isEmpty }
  }

  private var emptyCategories: Int {
    catalog.categories.indices.count { catalog.toolCount(of: CategoryID($0)) == 0 }
  }

  /// An object: `layers`, `categories`, `tools`, `maturity` by word, and the rest of what is counted.
  public var json: String {
    let words = zip(catalog.maturities, maturities).dropFirst().map { (key: $0, value: "\($1)") }
    let layers = catalog.layerIDs.map { id in
      let layer = catalog[id]
      return JSONText.object([
        ("id", JSONText.quoted(catalog.string(layer.id))), ("name", JSONText.localized(layer.name, in: catalog)),
        ("categories", "\(layer.categories.count)"), ("tools", "\(catalog.toolCount(of: id))"),
        ("places", "\(catalog.placeCount(of: id))"),
      ])
    }
    let categories = catalog.categories.map { category in
      JSONText.object([
        ("id", JSONText.quoted(catalog.string(category.id))),
        ("name", JSONText.localized(category.name, in: catalog)),
        ("layer", JSONText.quoted(catalog.string(catalog[category.layer].id))),
        ("tools", "\(category.tools.count + category.guests.count)"), ("guests", "\(category.guests.count)"),
      ])
    }
    let years = accepted.sorted { $0.key < $1.key }.map { (key: $0.key, value: "\($0.value)") }
    let members: [(key: String, value: String)] = [
      ("layers", "\(catalog.layers.count)"),
      ("categories", "\(catalog.categories.count)"),
      ("tools", "\(catalog.toolCount)"),
      ("places", "\(catalog.placeCount)"),
      ("maturity", JSONText.object(words)),
      ("withoutMaturity", "\(maturities[0])"),
      ("life", JSONText.object(zip(Life.Status.allCases, lives).map { ($0.rawValue, "\($1)") })),
      ("licenseClass", JSONText.object(zip(LicenseClass.allCases, classes).map { ($0.rawValue, "\($1)") })),
      ("emptyCategories", "\(emptyCategories)"),
      (
        "also",
        JSONText.object([
          ("tools", "\(also.tools)"), ("entries", "\(also.entries)"),
          ("dangling", "\(catalog.danglingPaths.count)"),
        ])
      ),
      ("groups", "\(catalog.groups.count)"),
      ("acceptedByYear", JSONText.object(years)),
      ("byLayer", "[\n    " + layers.joined(separator: ",\n    ") + "\n  ]"),
      ("byCategory", "[\n    " + categories.joined(separator: ",\n    ") + "\n  ]"),
    ]
    return "{\n" + members.map { "  \(JSONText.quoted($0.key)): \($0.value)" }.joined(separator: ",\n") + "\n}\n"
  }

  /// The same in lines, for people.
  ///
  /// - Parameters:
  ///   - language: that of the names.
  ///   - width: how many columns a text takes.
  public func text(in language: Language, width: (String) -> Int) -> String {
    var rows: [(name: String, count: Int)] = [
      ("layers", catalog.layers.count), ("categories", catalog.categories.count), ("tools", catalog.toolCount),
      ("places", catalog.placeCount),
    ]
    let words = zip(catalog.maturities, maturities).dropFirst().filter { $0.1 > 0 }
    rows += words.map { ("  \($0.0)", $0.1) }
    rows += zip(Life.Status.allCases, lives).filter { $0.1 > 0 }.map { ("  \($0.0.rawValue)", $0.1) }
    rows += zip(LicenseClass.allCases, classes).filter { $0.1 > 0 }.map { ("  license \($0.0.rawValue)", $0.1) }
    rows.append(("categories without tools", emptyCategories))
    rows.append(("tools with further categories", also.tools))
    rows.append(("  entries", also.entries))
    rows.append(("  dangling", catalog.danglingPaths.count))
    var text = table(rows, width: width)
    text += "\n" + table(layerRows(in: language), width: width)
    if catalog.placeCount > catalog.toolCount {
      text += "A tool counts once in every layer and category that it stands in.\n"
    }
    let years = accepted.sorted { $0.key < $1.key }.map { (name: "accepted in \($0.key)", count: $0.value) }
    if !years.isEmpty { text += "\n" + table(years, width: width) }
    return text
  }

  private func layerRows(in language: Language) -> [(name: String, count: Int)] {
    catalog.layerIDs.flatMap { layer in
      [(name: catalog.string(catalog[layer].name, in: language), count: catalog.toolCount(of: layer))]
        + catalog.categories(of: layer).map {
          (name: "  " + catalog.string(catalog[$0].name, in: language), count: catalog.toolCount(of: $0))
        }
    }
  }

  private func table(_ rows: [(name: String, count: Int)], width: (String) -> Int) -> String {
    // A line feed in a name makes no line.
    let rows = rows.map { (name: VisibleText($0.name).string, count: $0.count) }
    let names = rows.map { width($0.name) }.max() ?? 0
    let counts = rows.map { String($0.count).utf8.count }.max() ?? 0
    return rows.map { row in
      let count = String(row.count)
      let gap = names - width(row.name) + 2 + counts - count.utf8.count
      return row.name + String(repeating: " ", count: gap) + count + "\n"
    }.joined()
  }
}
