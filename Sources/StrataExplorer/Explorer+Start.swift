import StrataCatalog
public import StrataSearch
import StrataText

extension Explorer {
  /// Where a start goes to, whatever was saved, and what it is for.
  public struct Start: Hashable, Sendable {
    /// Where one is.
    public var place: Subject?
    /// What narrows the lists; empty for nothing.
    public var query: String
    public var view: View?
    /// Whether a tool, category or layer is to be chosen: Enter gives its id and ends.
    public var picks: Bool
    /// What is scanned to begin with: folders, files, `-`.
    public var scanned: [String] = []

    public init(place: Subject? = nil, query: String = "", view: View? = nil, picks: Bool = false) {
      self.place = place
      self.query = query
      self.view = view
      self.picks = picks
    }
  }

  /// What has to happen outside to begin with.
  public mutating func begin() -> [Effect] {
    guard !start.scanned.isEmpty else { return [] }
    push(.scan(ScanScreen(asks: false)))
    let effects = scan(start.scanned)
    settle()
    return effects
  }

  mutating func begin(_ start: Start) {
    if !start.query.isEmpty { change(ListQuery(query: Query(start.query))) }
    if let place = start.place { context.place = Place(place, in: catalog) }
    guard start.place != nil || start.view != nil else { return }
    navigation.above = []
    let view = start.view ?? .browse
    navigation.view = view
    if view == .guide { navigation.guide.open(context.book.contains(guidePage) ? guidePage : .introduction, at: 0) }
  }

  /// The page of the guide nearest to the place.
  private var guidePage: Page {
    if context.place.level != .layer, let category = context.place.category { return .category(category) }
    return context.place.layer.map(Page.layer) ?? .introduction
  }

  /// What Enter chooses, where choosing is what the start was for: the id of what is selected, or of all that is marked, each
  /// on a line.
  func picked(by action: Action) -> VisibleText? {
    guard context.picks, action == .open, let subject else { return nil }
    if !context.marks.isEmpty {
      return context.marks.tools.map { "\(catalog.string(catalog[$0].id))\n" as VisibleText }.joined()
    }
    switch subject {
    case .layer(let layer): return "\(catalog.string(catalog[layer].id))\n"
    case .category(let category): return "\(catalog.string(catalog[category].id))\n"
    case .tool(let tool): return "\(catalog.string(catalog[tool].id))\n"
    }
  }
}
