public import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  /// The catalog was read again: everything stays where it was, by id.
  public mutating func replace(catalog new: Catalog, findings: Findings) {
    let old = context.catalog
    if context.isOfUsualSize { context.news = CatalogNews(from: old, to: new, language) }
    let query = context.query
    context.catalog = new
    context.findings = findings
    context.reloadFailure = nil
    context.book = new.book
    context.place = context.place.moved(from: old, to: new)
    context.marks = context.marks.moved(from: old, to: new)
    context.measure()
    work = Workbench(catalog: new)
    joinStacks()
    backward = []
    forward = []
    navigation = navigation.moved(from: old, to: new)
    filtering = nil
    context.outline = Outline(catalog: new, query: ListQuery())
    change(query)
    settle()
  }

  /// Says how an effect went.
  public mutating func report(_ outcome: Outcome) {
    switch outcome {
    case .opened(let url): toast = Toast(text: "\(words.opened) \(url)")
    case .showAddress(let url): toast = Toast(text: "\(words.addressToCopy) \(url)")
    case .copied(let name, let way):
      toast = Toast(text: "\(words.copied)\(words.colon)\(name) (\(way)\(words.cannotTell))")
    case .stackChanged(let change, let path, let isNew): sayChanged(change, path: path, isNew: isNew)
    case .stackUnchanged: toast = Toast(text: words.choosing.unchanged)
    case .stackUndone: sayUndone()
    case .reloaded:
      context.reloadFailure = nil
      let news = context.news.map(context.summary) ?? ""
      toast = Toast(text: words.reloaded + (news.isEmpty ? "" : words.colon + news))
    case .reloadFailed(let message):
      context.reloadFailure = message.string
      let lead = words.reloadFailed + words.colon
      // What is wrong counts for more than the folder it is in.
      let fits = context.textWidth.fits(lead + message.string, columns: context.size.columns - 2)
      toast = Toast(text: lead + (fits ? message.string : Explorer.withoutFolder(message.string)), isProblem: true)
    case .failed(let message): toast = Toast(text: message.string, isProblem: true)
    }
    settle()
  }

  /// `/srv/catalogs/team.yaml:3:1: error: …` as `team.yaml:3:1: error: …`.
  static func withoutFolder(_ message: String) -> String {
    guard let colon = message.firstIndex(of: ":"), let slash = message[..<colon].lastIndex(of: "/") else {
      return message
    }
    return String(message[message.index(after: slash)...])
  }
}

extension Navigation {
  /// The same screens in a catalog that was read again, without those of what is gone.
  fileprivate func moved(from old: Catalog, to new: Catalog) -> Navigation {
    var moved = self
    for view in View.allCases {
      if let there = self.view(view).state.moved(from: old, to: new) { moved.set(there.screen) }
    }
    moved.above = above.compactMap { sheet in
      guard let there = sheet.screen.state.moved(from: old, to: new) else { return nil }
      return Sheet(screen: there.screen, placeBelow: sheet.placeBelow.moved(from: old, to: new))
    }
    return moved
  }
}
