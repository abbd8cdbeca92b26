import StrataCatalog
import StrataScreen
import StrataSearch

/// Layers, categories and tools side by side, with a preview: the place, walked in three lists.
struct BrowseScreen: ScreenState {
  private var layers = TrackedList<LayerID>()
  /// The rows of the layers' list, which has headings.
  private var layerRows = ListState()
  /// Kept for each layer and each category, by index.
  private var categories: [Int: TrackedList<CategoryID>] = [:]
  private var tools: [Int: TrackedList<ToolID>] = [:]
  /// The rows of the tools' list where kinds stand over them.
  private var toolRows = ListState()
  var preview = PreviewScroll()

  var screen: Screen { .browse(self) }
  var mode: Mode { .browse }
  var shownPreview: PreviewScroll? {
    get { preview }
    set { if let newValue { preview = newValue } }
  }
  func sorts(_ context: Context, _ work: Workbench) -> Bool { context.place.category != nil }
  /// The lists find their things by themselves: the place leads them.
  func moved(from old: Catalog, to new: Catalog) -> BrowseScreen? { BrowseScreen() }

  func path(_ context: Context) -> [String] {
    let place = context.place
    guard place.level == .tool, let category = place.category, let tool = place.tool else {
      return context.path(to: place.subject)
    }
    // A guest is read on the shelf one found it on.
    return context.path(to: .category(category)) + [context.name(of: .tool(tool))]
  }

  func subject(_ context: Context) -> Subject? { context.place.subject }

  func position(_ context: Context, _ work: Workbench) -> String {
    let words = context.words
    let noun =
      switch context.place.level {
      case .layer: words.layer
      case .category: words.category
      case .tool: words.tool
      }
    let rows = rowsOfLevel(context.place)
    return context.ordinal(rows.selected, of: rows.count, noun)
  }

  /// The list that the keys go to.
  private func rowsOfLevel(_ place: Place) -> ListState {
    switch place.level {
    case .layer: layers.rows
    case .category: place.layer.flatMap { categories[$0.index]?.rows } ?? ListState()
    case .tool: place.category.flatMap { tools[$0.index]?.rows } ?? ListState()
    }
  }

  /// Brings the place to what there is under the query, and the lists to the place.
  mutating func resolve(_ place: inout Place, in outline: Outline) {
    layers.select(place.layer)
    layers.track(outline.listedLayers)
    let layer = layers.thing
    if layer != place.layer { place.category = nil }
    place.layer = layer
    guard let layer else {
      place = Place()
      return
    }
    var list = categories[layer.index] ?? TrackedList()
    list.select(place.category)
    list.track(outline.categories(of: layer))
    categories[layer.index] = list
    if list.thing != place.category { place.tool = nil }
    place.category = list.thing
    guard let category = list.thing else {
      place.tool = nil
      place.level = .layer
      return
    }
    var shelf = tools[category.index] ?? TrackedList()
    shelf.select(place.tool)
    shelf.track(outline.tools(of: category))
    tools[category.index] = shelf
    place.tool = shelf.thing
    if shelf.thing == nil { place.level = min(place.level, .category) }
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    let place = context.place
    switch move {
    case .rows(.up): return place.layer != nil
    case .rows(let rows): return rowsOfLevel(place).canMove(rows)
    case .goIn: return place.level == .layer ? place.category != nil : place.tool != nil
    case .goOut: return place.level != .layer
    case .open: return place.subject != nil
    case .next, .previous: return place.category != nil
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: return false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    var place = context.place
    place.theme = nil
    switch move {
    case .rows(let rows):
      guard step(rows, &place, context.outline) else { return rows == .up ? .bar : nil }
    case .goIn, .next:
      switch place.level {
      case .layer: if place.category != nil { place.level = .category }
      case .category: if place.tool != nil { place.level = .tool }
      case .tool:
        if move == .goIn { return place.subject.map { .open(Page($0)) } }
        place.level = .layer
      }
    case .goOut, .previous:
      switch place.level {
      case .layer: if move == .previous, place.tool != nil { place.level = .tool }
      case .category: place.level = .layer
      case .tool: place.level = .category
      }
    case .open: return place.subject.map { .open(Page($0)) }
    case .nextSection, .previousSection, .nextPage, .previousPage, .toggle, .clear, .narrow: return nil
    }
    return place == context.place ? nil : .come(place)
  }

  /// Moves along the list of the place's level. False at its edge.
  private mutating func step(_ rows: Move.Rows, _ place: inout Place, _ outline: Outline) -> Bool {
    switch place.level {
    case .layer:
      guard layers.move(rows, in: outline.listedLayers) else { return false }
      place.layer = layers.thing
      place.category = place.layer.flatMap { categories[$0.index]?.thing }
    case .category:
      guard let layer = place.layer, var list = categories[layer.index],
        list.move(rows, in: outline.categories(of: layer))
      else { return false }
      categories[layer.index] = list
      place.category = list.thing
    case .tool:
      guard let category = place.category, var list = tools[category.index],
        list.move(rows, in: outline.tools(of: category))
      else { return false }
      tools[category.index] = list
      place.tool = list.thing
      return true
    }
    place.tool = place.category.flatMap { tools[$0.index]?.thing }
    return true
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    let place = context.place
    if context.outline.layers.isEmpty {
      layout.place(
        context.flow.lines(context.emptiness, .dim, width: max(1, areas.body.width - 2)),
        in: areas.body.inset(left: 1, right: 1))
      preview = PreviewScroll()
      return layout
    }
    let columns = BrowseColumns(
      body: areas.body, level: place.level, previewShare: context.previewShare, needs: context.browseNeeds)
    layout.rule(in: columns.split.rule)
    for (index, list) in columns.lists.enumerated() {
      if index < columns.lists.count - 1 || columns.split.isAtSide {
        layout.verticalRule(rightOf: list.rect, above: areas.query, below: columns.split.rule)
      }
      let hasKeys = place.level == list.level && context.hasKeys
      let rect = list.rect.inset(right: 1)
      layout.mark(list.rect, .pane(list.level.rawValue))
      switch list.level {
      case .layer: layLayers(in: rect, hasKeys, context, &layout)
      case .category: layCategories(in: rect, hasKeys, context, &layout)
      case .tool: layTools(in: rect, hasKeys, context, &work, &layout)
      }
    }
    // Above the lists, which reach to it.
    layout.mark(columns.split.border, .border)
    preview.layOut(place.subject.map { Page($0) }, in: columns.split, context, &work, &layout)
    return layout
  }

  private mutating func layLayers(in rect: Rect, _ hasKeys: Bool, _ context: Context, _ layout: inout Layout) {
    let outline = context.outline
    // Headings and the rule above the columns take rows of the list, but are not selected.
    layers.rows.fit(count: outline.listedLayers.count, height: rect.height)
    layerRows.selected = outline.row(ofLayer: layers.rows.selected)
    layerRows.fit(count: outline.layerRows.count, height: rect.height)
    for (row, index) in layerRows.shown.enumerated() {
      switch outline.layerRows[index] {
      case .columnRule: heading(context.words.besideAllFloors, in: rect.row(row), context, &layout)
      case .heading(let name): heading(context.shown(name), in: rect.row(row), context, &layout)
      case .layer(let number):
        let layer = outline.listedLayers[number]
        layout.row(
          Line([Span(context.name(of: .layer(layer)))], right: [Span(" \(outline.count(of: layer)) ", .dim)]),
          in: rect.row(row), Layout.Emphasis(isSelected: number == layers.rows.selected, hasKeys: hasKeys),
          spot: .row(pane: 0, index: number))
      }
    }
    layout.scroll(offset: layerRows.offset, count: outline.layerRows.count, in: rect.widened)
  }

  /// A rule with a title in it, one column of air at the left.
  private func heading(_ title: String, in rect: Rect, _ context: Context, _ layout: inout Layout) {
    let cut = title.isEmpty ? "" : context.textWidth.truncated(" \(title) ", columns: max(0, rect.width - 5))
    layout.rule(in: rect.inset(left: 1, right: 1), title: [Span(cut, .rule)])
  }

  private mutating func layCategories(in rect: Rect, _ hasKeys: Bool, _ context: Context, _ layout: inout Layout) {
    guard let layer = context.place.layer else { return }
    let all = context.outline.categories(of: layer)
    var list = categories[layer.index] ?? TrackedList()
    list.rows.fit(count: all.count, height: rect.height)
    categories[layer.index] = list
    if all.isEmpty { layout.place(context.words.noCategories, .dim, in: rect.inset(left: 1)) }
    for (row, index) in list.rows.shown.enumerated() {
      let category = all[index]
      layout.row(
        Line(
          [Span(context.name(of: .category(category)))], right: [Span(" \(context.outline.count(of: category)) ", .dim)]
        ),
        in: rect.row(row), Layout.Emphasis(isSelected: index == list.rows.selected, hasKeys: hasKeys),
        spot: .row(pane: 1, index: index))
    }
    layout.scroll(offset: list.rows.offset, count: all.count, in: rect.widened)
  }

  private mutating func layTools(
    in rect: Rect, _ hasKeys: Bool, _ context: Context, _ work: inout Workbench, _ layout: inout Layout
  ) {
    guard let category = context.place.category else { return }
    let all = context.outline.tools(of: category)
    var list = tools[category.index] ?? TrackedList()
    list.rows.fit(count: all.count, height: rect.height)
    tools[category.index] = list
    if all.isEmpty { layout.place(context.words.noTools, .dim, in: rect.inset(left: 1)) }
    let shown = list.rows.shown
    if context.query.groupsByKind, let groups = GroupedTools(all, of: category, in: context.catalog) {
      toolRows.selected =
        groups.lineOfTool.indices.contains(list.rows.selected) ? groups.lineOfTool[list.rows.selected] : 0
      toolRows.fit(count: groups.lines.count, height: rect.height)
      let tools = toolRows.shown.compactMap { groups.lines[$0].tool }
      let lines = work.lines(of: tools, in: category, shown: shown, width: rect.width - 2, context)
      layGroups(groups, lines, selected: list.rows.selected, in: rect, hasKeys, context, &layout)
      return
    }
    let lines = work.lines(of: shown.map { all[$0] }, in: category, shown: shown, width: rect.width - 2, context)
    for (row, index) in shown.enumerated() {
      layout.row(
        lines[row], in: rect.row(row),
        Layout.Emphasis(isSelected: index == list.rows.selected, hasKeys: hasKeys), spot: .row(pane: 2, index: index))
    }
    layout.scroll(offset: list.rows.offset, count: all.count, in: rect.widened)
  }

  /// The tools under their kinds: headings take rows, but are not selected.
  private func layGroups(
    _ groups: GroupedTools, _ lines: [Line], selected: Int, in rect: Rect, _ hasKeys: Bool, _ context: Context,
    _ layout: inout Layout
  ) {
    var rest = lines[...]
    for (row, index) in toolRows.shown.enumerated() {
      switch groups.lines[index] {
      case .blank: break
      case .heading(let kind):
        layout.place(context.heading(of: kind, columns: rect.width - 2), in: rect.row(row).inset(left: 1))
      case .tool:
        guard let line = rest.popFirst() else { return }
        let item = groups.item(onLine: index) ?? 0
        layout.row(
          line, in: rect.row(row),
          Layout.Emphasis(isSelected: item == selected, hasKeys: hasKeys), spot: .row(pane: 2, index: item))
      }
    }
    layout.scroll(offset: toolRows.offset, count: groups.lines.count, in: rect.widened)
  }
}

// MARK: The pointer

extension BrowseScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(let pane, let index) = spot, let level = Place.Level(rawValue: pane) else { return nil }
    var place = context.place
    let outline = context.outline
    switch level {
    case .layer:
      guard outline.listedLayers.indices.contains(index) else { return nil }
      place.layer = outline.listedLayers[index]
      layers.rows.stay()
      layerRows.stay()
      place.category = place.layer.flatMap { categories[$0.index]?.thing }
      place.tool = place.category.flatMap { tools[$0.index]?.thing }
    case .category:
      guard let all = place.layer.map(outline.categories(of:)), all.indices.contains(index) else { return nil }
      place.category = all[index]
      place.tool = tools[all[index].index]?.thing
      if let layer = place.layer { categories[layer.index]?.rows.stay() }
    case .tool:
      guard let all = place.category.map(outline.tools(of:)), all.indices.contains(index) else { return nil }
      place.tool = all[index]
      if let category = place.category { tools[category.index]?.rows.stay() }
      toolRows.stay()
    }
    place.level = level
    return place == context.place ? nil : .come(place)
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    switch pane.flatMap(Place.Level.init(rawValue:)) ?? context.place.level {
    case .layer:
      layers.rows.scroll(by: rows)
      layerRows.scroll(by: rows)
    case .category: if let layer = context.place.layer { categories[layer.index]?.rows.scroll(by: rows) }
    case .tool:
      guard let category = context.place.category else { return }
      tools[category.index]?.rows.scroll(by: rows)
      if context.query.groupsByKind { toolRows.scroll(by: rows) }
    }
  }
}
