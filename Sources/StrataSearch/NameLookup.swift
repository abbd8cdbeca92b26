public import StrataCatalog

/// Finds what somebody names: by id, by name in either language, by another name.
///
///     NameLookup(catalog).find("kube-virt")   // [.tool(KubeVirt)]
///     NameLookup(catalog).find("存储")          // [.category(…)]
///
/// Case, accents, script variants and borders (`-`, `_`, a blank) do not tell names apart. `tool:`, `category:`, `layer:` or
/// `theme:` before a name says what is meant where several are called so.
public struct NameLookup: Sendable {
  /// What has a name.
  public enum Named: Hashable, Sendable {
    case tool(ToolID)
    case category(CategoryID)
    case layer(LayerID)
    /// An index into `Catalog.themes`.
    case theme(Int)

    /// What a search can find; nil for a theme.
    public var subject: Subject? {
      switch self {
      case .tool(let tool): .tool(tool)
      case .category(let category): .category(category)
      case .layer(let layer): .layer(layer)
      case .theme: nil
      }
    }

    /// The word before the colon.
    public var word: String {
      switch self {
      case .tool: "tool"
      case .category: "category"
      case .layer: "layer"
      case .theme: "theme"
      }
    }
  }

  private let catalog: Catalog

  /// Names of that catalog.
  public init(_ catalog: Catalog) { self.catalog = catalog }

  private static let words = ["tool", "category", "layer", "theme"]

  /// Everything that is called so in the best way in which anything is: by its id, its name, another name.
  public func find(_ text: String) -> [Named] {
    var text = text
    var wanted: String?
    if let colon = text.firstIndex(of: ":"), Self.words.contains(String(text[..<colon])) {
      wanted = String(text[..<colon])
      text = String(text[text.index(after: colon)...])
    }
    func chosen(_ found: [Named]) -> [Named] { wanted.map { word in found.filter { $0.word == word } } ?? found }
    let ids: [Named?] = [
      catalog.toolID(for: text).map(Named.tool), catalog.categoryID(for: text).map(Named.category),
      catalog.layerID(for: text).map(Named.layer),
      catalog.themes.firstIndex { catalog.string($0.id) == text }.map(Named.theme),
    ]
    let byID = chosen(ids.compactMap { $0 })
    if !byID.isEmpty { return byID }
    let sought = Self.key(text)
    guard !sought.isEmpty else { return [] }
    var named: [Named] = []
    var alsoNamed: [Named] = []
    forEachName { name, subject, isMain in
      guard Self.key(name) == sought else { return }
      if isMain { named.append(subject) } else { alsoNamed.append(subject) }
    }
    for found in [chosen(named), chosen(alsoNamed)] where !found.isEmpty {
      var seen: Set<Named> = []
      return found.filter { seen.insert($0).inserted }
    }
    return []
  }

  /// The id or name that is perhaps meant, as it is written; nil where nothing is near.
  public func near(_ text: String) -> String? {
    var names: [String] = []
    forEachName { name, _, _ in names.append(name) }
    names += catalog.tools.lazy.map { catalog.string($0.id) } + catalog.categories.map { catalog.string($0.id) }
    return Nearest.likely(text, among: names)
  }

  /// Folded, without borders.
  private static func key(_ text: String) -> [UInt8] { Folding.bytes(text).filter { $0 != 0x20 } }

  /// Every name, in both languages; other names are not main.
  private func forEachName(_ body: (_ name: String, _ subject: Named, _ isMain: Bool) -> Void) {
    func add(_ text: LocalizedText, _ subject: Named, isMain: Bool) {
      for language in Language.allCases where text.has(language) {
        body(catalog.string(text[language]), subject, isMain)
      }
    }
    for (index, tool) in catalog.tools.enumerated() {
      body(catalog.string(tool.name), .tool(ToolID(index)), true)
      for alias in catalog.values(.alias, of: ToolID(index)) {
        body(catalog.string(alias), .tool(ToolID(index)), false)
      }
    }
    for (index, category) in catalog.categories.enumerated() {
      add(category.name, .category(CategoryID(index)), isMain: true)
      for alias in catalog.aliases(of: CategoryID(index)) { add(alias, .category(CategoryID(index)), isMain: false) }
    }
    for (index, layer) in catalog.layers.enumerated() { add(layer.name, .layer(LayerID(index)), isMain: true) }
    for (index, theme) in catalog.themes.enumerated() { add(theme.name, .theme(index), isMain: true) }
  }
}
