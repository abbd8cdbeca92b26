import StrataCatalog
import StrataScreen
import StrataSearch

/// The panel of filters: what one can narrow by, and the values of that.
struct FilterPanel: Hashable, Sendable {
  var sections = ListState()
  /// The values' lists, by section.
  var values: [Int: ListState] = [:]
  var isInValues = false
}

extension Explorer {
  /// What one can narrow by.
  enum FilterSection: Hashable {
    case group
    case facet(Facet)
  }

  /// One value to choose, with the number of tools it leaves.
  struct FilterValue {
    var title: String
    /// Of tools; of groups, which hold layers, there is none.
    var count: Int?
    var isChosen: Bool
  }

  var filterSections: [FilterSection] {
    (catalog.groups.isEmpty ? [] : [.group]) + (facets?.facets ?? []).map(FilterSection.facet)
  }

  func filterValues(of section: FilterSection) -> [FilterValue] {
    switch section {
    case .group:
      return catalog.groups.enumerated().map { index, group in
        FilterValue(
          title: catalog.string(group.name, in: language), count: nil, isChosen: chosenGroups.contains(index))
      }
    case .facet(let facet):
      return (facets?.entries(of: facet) ?? []).map { entry in
        var title = catalog.string(entry.name, in: language)
        if title.isEmpty { title = words.title(ofValue: entry.value, of: facet) }
        return FilterValue(title: title, count: entry.count, isChosen: entry.isChosen)
      }
    }
  }

  private func title(of section: FilterSection) -> String {
    switch section {
    case .group: words.groups
    case .facet(let facet): words.title(of: facet)
    }
  }

  /// The ids of a group's layers: a group is chosen by them.
  private func layerIDs(ofGroup index: Int) -> [String] {
    catalog.layers(of: catalog.groups[index]).map { catalog.string(catalog[$0].id) }
  }

  /// The groups all of whose layers are chosen.
  private var chosenGroups: [Int] {
    let chosen = Set(filter.query.values(of: .layer))
    return catalog.groups.indices.filter { index in
      let ids = layerIDs(ofGroup: index)
      return !ids.isEmpty && chosen.isSuperset(of: ids)
    }
  }

  /// The filter as it is shown: as one would type it, but the layers of groups by the groups' names.
  var filterText: String {
    let groups = chosenGroups
    let grouped = Set(groups.flatMap(layerIDs(ofGroup:)))
    let names = groups.map { catalog.string(catalog.groups[$0].name, in: language) }
    return filter.query.filters.map { shown in
      shown.facet == .layer && !shown.isNegated && !names.isEmpty && grouped == Set(shown.values)
        ? names.joined(separator: language == .zh ? "、" : ", ") : shown.text
    }.joined(separator: " ")
  }

  /// Opens the panel. Filters that were typed into a search go over to it: there is one filter.
  mutating func openFilters() {
    if var state = search {
      let typed = Query(state.field.text)
      if !typed.filters.isEmpty {
        state.field.text = typed.withoutFilters.text
        state.restart()
        search = state
        changeFilter { $0.query = Query.joined([$0.query, typed.onlyFilters]) }
      }
    }
    overlays.append(.filters(FilterPanel()))
    countFacets()
  }

  /// Whether all tools can be counted while a key is handled.
  var isOfUsualSize: Bool { catalog.tools.count < 20_000 }

  /// Counts anew: of a catalog of usual size at once, of a large one between the keys.
  mutating func countFacets() {
    // Over a search, among what it finds.
    let sought = search.map { Query($0.field.text).withoutFilters } ?? Query("")
    var counting = Facets(searcher, query: Query.joined([filter.query, sought]))
    _ = counting.advance(steps: Explorer.sliceSteps)
    while !counting.isSettled, isOfUsualSize { _ = counting.advance(steps: Explorer.sliceSteps) }
    facets = counting
  }

  /// Takes or leaves the selected value.
  private mutating func toggleFilterValue(_ panel: FilterPanel) {
    let sections = filterSections
    guard sections.indices.contains(panel.sections.selected) else { return }
    let value = panel.values[panel.sections.selected]?.selected ?? 0
    switch sections[panel.sections.selected] {
    case .group:
      guard catalog.groups.indices.contains(value) else { return }
      let ids = layerIDs(ofGroup: value)
      let others = filter.query.values(of: .layer).filter { !ids.contains($0) }
      let layers = chosenGroups.contains(value) ? others : others + ids
      changeFilter { $0.query = $0.query.setting(.layer, to: layers) }
      countFacets()
    case .facet(let facet):
      guard let facets else { return }
      let entries = facets.entries(of: facet)
      guard entries.indices.contains(value) else { return }
      changeFilter { $0.query = facets.toggling(entries[value], of: facet).onlyFilters }
      countFacets()
    }
  }

  // MARK: Moving

  mutating func moveInFilters(_ panel: FilterPanel, _ move: Move) {
    var panel = panel
    let sections = filterSections
    guard !sections.isEmpty else { return }
    let section = min(panel.sections.selected, sections.count - 1)
    switch move {
    case .goIn: panel.isInValues = true
    case .goOut: panel.isInValues = false
    case .next, .previous: panel.isInValues.toggle()
    case .open, .toggle:
      if panel.isInValues || move == .toggle { toggleFilterValue(panel) }
      panel.isInValues = true
    case .rows(let rows):
      let rows = rows.count(page: max(1, layout.body.height - 2))
      if panel.isInValues {
        panel.values[section, default: ListState()]
          .move(by: rows, count: filterValues(of: sections[section]).count)
      } else {
        panel.sections.move(by: rows, count: sections.count)
      }
    case .nextPage, .previousPage: break
    }
    overlays[overlays.count - 1] = .filters(panel)
  }

  mutating func settleFilters(_ panel: FilterPanel) {
    var panel = panel
    let sections = filterSections
    let rects = filterRects(panel)
    panel.sections.fit(count: sections.count, height: rects.sections.height)
    if sections.indices.contains(panel.sections.selected) {
      panel.values[panel.sections.selected, default: ListState()]
        .fit(count: filterValues(of: sections[panel.sections.selected]).count, height: rects.values.height)
    }
    overlays[overlays.count - 1] = .filters(panel)
  }

  /// Both lists side by side; on a narrow screen the one that has the keys.
  private func filterRects(_ panel: FilterPanel) -> (sections: Rect, values: Rect) {
    var rest = layout.body.inset(top: layout.body.height >= 8 ? 1 : 0)
    guard rest.width >= 40 else { return (rest, rest) }
    let sections = rest.takeLeft(min(30, rest.width * 2 / 5))
    return (sections, rest)
  }

  // MARK: Drawing

  func drawFilters(_ panel: FilterPanel, _ layout: ScreenLayout, _ frame: inout Frame) {
    var line = Line([Span(words.filters, .title), Span("  " + filterText)])
    line.right = [Span(" \(filtering == nil ? "\(outline.toolCount)" : glyphs.ellipsis)/\(catalog.tools.count)", .dim)]
    frame.draw(line, in: layout.path.inset(left: 1, right: 1), theme: theme)
    let rects = filterRects(panel)
    let isNarrow = rects.sections == rects.values
    if layout.body.height >= 8 { drawRule(in: layout.body.row(0), &frame) }
    let sections = filterSections
    if sections.isEmpty { frame.write(words.noFacets, in: rects.sections.inset(left: 1), theme[.dim]) }
    if !isNarrow || !panel.isInValues {
      for row in 0..<rects.sections.height where panel.sections.offset + row < sections.count {
        let section = sections[panel.sections.offset + row]
        let chosen = filterValues(of: section).filter(\.isChosen).count
        drawRow(
          Line([Span(title(of: section))], right: chosen > 0 ? [Span(" \(chosen) ", .sign)] : []),
          in: rects.sections.row(row).inset(right: 1),
          isSelected: panel.sections.offset + row == panel.sections.selected,
          hasKeys: !panel.isInValues, &frame)
      }
    }
    guard !isNarrow || panel.isInValues, sections.indices.contains(panel.sections.selected) else { return }
    if !isNarrow {
      drawVerticalRule(rightOf: rects.sections, &frame)
      if layout.body.height >= 8 {
        drawJunction(glyphs.teeDown, x: rects.sections.maxX - 1, in: layout.body.row(0), &frame)
      }
    }
    let values = filterValues(of: sections[panel.sections.selected])
    let state = panel.values[panel.sections.selected] ?? ListState()
    for row in 0..<rects.values.height where state.offset + row < values.count {
      let value = values[state.offset + row]
      let mark = "[\(value.isChosen ? "x" : " ")] "
      drawRow(
        Line(
          [Span(mark, value.isChosen ? .sign : .dim), Span(value.title)],
          right: value.count.map { [Span(" \($0) ", .dim)] } ?? []),
        in: rects.values.row(row).inset(right: 1), isSelected: state.offset + row == state.selected,
        hasKeys: panel.isInValues, &frame)
    }
    drawScroll(offset: state.offset, count: values.count, in: rects.values, &frame)
  }
}

extension Query {
  /// Some queries as one.
  static func joined(_ queries: [Query]) -> Query {
    Query(queries.map(\.text).filter { !$0.isEmpty }.joined(separator: " "))
  }
}
