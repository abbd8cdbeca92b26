import StrataCatalog

extension Change {
  /// Whether a day, a month or a year has not ended before a date. An empty date is before all.
  static func hasPassed(_ period: String, since date: String) -> Bool {
    let length = min(period.utf8.count, date.utf8.count)
    return Catalog.isPeriod(period) && period.prefix(length) >= date.prefix(length)
  }
}

/// What the dates in a catalog tell: the one place that knows which they are.
extension Collector {
  /// - Parameter keepsSteps: whether a tool that was promoted twice is told twice, and not only what it became.
  mutating func addDated(of tool: ToolID, since date: String, keepsSteps: Bool) {
    func isSince(_ period: String) -> Bool { Change.hasPassed(period, since: date) }
    let listed = catalog.value(.listed, of: tool) ?? ""
    if isSince(listed) { add(.added, tool, new: shelf(of: tool), date: listed) }
    guard isOurs(tool) else { return }
    let life = catalog.life(of: tool)
    let end = catalog.string(life.date)
    switch life.status {
    case .retired, .deprecated:
      if isSince(end) { add(.retired, tool, new: ending(of: tool), date: end) }
    case .active, .maintenance: break
    }
    for field in catalog.fields(of: tool) where field.key == .previousLicense && isSince(catalog.string(field.label)) {
      add(
        .license, tool, old: catalog.string(field.value), new: catalog.value(.license, of: tool) ?? "",
        date: catalog.string(field.label))
    }
    let accepted = catalog.value(.accepted, of: tool) ?? ""
    for (key, word) in [(Field.Key.graduated, "graduated"), (.incubating, "incubating")] {
      guard let day = catalog.value(key, of: tool), isSince(day), day != accepted else { continue }
      add(.promoted, tool, new: word, date: day)
      if !keepsSteps { break }
    }
    if isSince(accepted) { add(.accepted, tool, new: maturityAccepted(tool, on: accepted), date: accepted) }
  }

  /// The last of the dates that `addDated` would tell since ever.
  static func lastDate(of catalog: Catalog) -> String {
    var last = ""
    func note(_ text: Text) {
      let period = catalog.string(text)
      if period > last, Change.hasPassed(period, since: "") { last = period }
    }
    for tool in catalog.toolIDs {
      for field in catalog.fields(of: tool) {
        if [.listed, .accepted, .incubating, .graduated].contains(field.key) { note(field.value) }
        if field.key == .previousLicense { note(field.label) }
      }
      switch catalog[tool].status {
      case .retired, .deprecated: note(catalog.life(of: tool).date)
      case .active, .maintenance: break
      }
    }
    return last
  }

  /// What a tool was when it was accepted: the step that has the same day, else the first one; empty where that is not known.
  private func maturityAccepted(_ tool: ToolID, on day: String) -> String {
    if catalog.value(.graduated, of: tool) == day { return "graduated" }
    if catalog.value(.incubating, of: tool) == day { return "incubating" }
    let hasSteps = catalog.value(.incubating, of: tool) != nil || catalog.value(.graduated, of: tool) != nil
    if hasSteps { return "sandbox" }
    // What it was before it ended nobody says.
    let maturity = catalog.maturity(of: tool)
    return maturity == "archived" ? "" : maturity
  }
}
