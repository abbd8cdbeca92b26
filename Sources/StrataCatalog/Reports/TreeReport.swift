/// The landscape as a tree, as `strata tree` prints it.
public struct TreeReport: Sendable {
  /// How far down it goes.
  public enum Depth: String, CaseIterable, Sendable {
    case layers, categories, tools
  }

  private let catalog: Catalog
  private let depth: Depth

  /// The tree of a catalog, down to `depth`.
  public init(_ catalog: Catalog, depth: Depth) {
    self.catalog = catalog
    self.depth = depth
  }

  /// What stands below each other, with the number of tools.
  ///
  /// - Parameters:
  ///   - language: that of the names.
  ///   - drawsASCII: branches are drawn with ASCII characters.
  ///   - write: called with whole lines, some thousand at a time.
  public func text(in language: Language, drawsASCII: Bool, to write: (String) -> Void) {
    let (tee, corner, bar) = drawsASCII ? ("|-- ", "`-- ", "|   ") : ("├── ", "└── ", "│   ")
    var lines = ""
    func add(_ lead: String, _ name: String, _ count: Int?) {
      lines += lead + ListReport.oneLine(name) + (count.map { " (\($0))" } ?? "") + "\n"
      ListReport.flush(&lines, to: write)
    }
    let name = catalog.string(catalog.landscape.name, in: language)
    add("", name.isEmpty ? "landscape" : name, catalog.toolCount)
    for layer in catalog.layerIDs {
      let isLast = layer.index == catalog.layers.count - 1
      add(isLast ? corner : tee, catalog.string(catalog[layer].name, in: language), catalog.toolCount(of: layer))
      guard depth != .layers else { continue }
      let lead = isLast ? "    " : bar
      let categories = catalog.categories(of: layer)
      for category in categories {
        let isLast = category == categories.last
        add(
          lead + (isLast ? corner : tee), catalog.string(catalog[category].name, in: language),
          catalog.toolCount(of: category))
        guard depth == .tools else { continue }
        let count = catalog.toolCount(of: category)
        for position in 0..<count {
          let tool = catalog.tool(at: position, of: category)
          let below = lead + (isLast ? "    " : bar) + (position == count - 1 ? corner : tee)
          add(below, catalog.string(catalog[tool].name), nil)
        }
      }
    }
    write(lines)
  }

  /// Nested lists.
  public func markdown(in language: Language, to write: (String) -> Void) {
    var lines = ""
    func add(_ level: Int, _ name: String, _ url: String, _ count: Int?) {
      let lead = String(repeating: "  ", count: level)
      lines += lead + "- " + MarkdownText.link(name, url) + (count.map { " (\($0))" } ?? "") + "\n"
      ListReport.flush(&lines, to: write)
    }
    for layer in catalog.layerIDs {
      add(0, catalog.string(catalog[layer].name, in: language), "", catalog.toolCount(of: layer))
      for category in depth == .layers ? [] : catalog.categories(of: layer) {
        add(1, catalog.string(catalog[category].name, in: language), "", catalog.toolCount(of: category))
        for position in 0..<(depth == .tools ? catalog.toolCount(of: category) : 0) {
          let tool = catalog[catalog.tool(at: position, of: category)]
          add(2, catalog.string(tool.name), catalog.string(tool.homepage), nil)
        }
      }
    }
    write(lines)
  }

  /// An array of layers; each has `id`, `name`, `tools` (their number), `categories`, and those the ids of their tools.
  public func json(to write: (String) -> Void) {
    var text = "["
    for layer in catalog.layerIDs {
      text += layer.index == 0 ? "\n  " : ",\n  "
      var members = [
        ("id", JSONText.quoted(catalog.string(catalog[layer].id))),
        ("name", JSONText.localized(catalog[layer].name, in: catalog)), ("tools", "\(catalog.toolCount(of: layer))"),
      ]
      if depth != .layers {
        let categories = catalog.categories(of: layer).map(object)
        members.append(("categories", "[" + categories.joined(separator: ", ") + "]"))
      }
      text += JSONText.object(members)
      ListReport.flush(&text, to: write)
    }
    write(text + (catalog.layers.isEmpty ? "]\n" : "\n]\n"))
  }

  private func object(_ category: CategoryID) -> String {
    let count = catalog.toolCount(of: category)
    var members = [
      ("id", JSONText.quoted(catalog.string(catalog[category].id))),
      ("name", JSONText.localized(catalog[category].name, in: catalog)), ("tools", "\(count)"),
    ]
    if depth == .tools {
      let ids = (0..<count).map { catalog.string(catalog[catalog.tool(at: $0, of: category)].id) }
      members.append(("toolIDs", JSONText.array(ids)))
    }
    return JSONText.object(members)
  }
}
