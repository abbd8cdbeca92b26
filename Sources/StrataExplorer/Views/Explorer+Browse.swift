import StrataCatalog
import StrataScreen
import StrataSearch

extension Explorer {
  var browseLayout: BrowseLayout {
    BrowseLayout(
      body: layout.body, column: navigation.browse.column, previewShare: previewShare,
      wanted: (
        layers: wantedWidth(of: catalog.layers.lazy.map(\.name), atLeast: words.besideAllFloors),
        categories: wantedWidth(of: catalog.categories.lazy.map(\.name), atLeast: "")
      ))
  }

  /// The columns that a list of names takes with its sign, counts and air.
  private func wantedWidth(of names: some Sequence<LocalizedText>, atLeast: String) -> Int {
    let widest = names.reduce(textWidth.columns(atLeast)) {
      max($0, textWidth.columns(catalog.string($1, in: language)))
    }
    return widest + 9
  }

  // MARK: Moving

  mutating func moveInBrowse(_ move: Move) {
    switch move {
    case .rows(let rows):
      let page = max(1, (browseLayout.columns.first?.rect.height ?? 1) - 1)
      if !moveSelection(by: rows.count(page: page)), rows == .up { reachBar() }
    case .goIn, .next:
      switch navigation.browse.column {
      case .layers:
        if selectedCategory != nil { navigation.browse.column = .categories }
      case .categories:
        if selectedTool != nil { navigation.browse.column = .tools }
      case .tools:
        if move == .next { navigation.browse.column = .layers } else { openSelection() }
      }
      previewOffset = 0
    case .goOut, .previous:
      switch navigation.browse.column {
      case .layers:
        if move == .previous, selectedTool != nil { navigation.browse.column = .tools }
      case .categories: navigation.browse.column = .layers
      case .tools: navigation.browse.column = .categories
      }
      previewOffset = 0
    case .open: openSelection()
    case .nextPage, .previousPage, .toggle: break
    }
  }

  private mutating func openSelection() {
    if let subject { open(Page(subject)) }
  }

  /// Moves the selection of the list that has the keys. False at its edge.
  private mutating func moveSelection(by rows: Int) -> Bool {
    let moved: Bool
    switch navigation.browse.column {
    case .layers: moved = navigation.browse.layers.move(by: rows, count: outline.layers.count)
    case .categories:
      guard let layer = selectedLayer else { return false }
      moved = navigation.browse.categories[layer.index, default: ListState()]
        .move(by: rows, count: outline.categories(of: layer).count)
    case .tools:
      guard let category = selectedCategory else { return false }
      moved = navigation.browse.tools[category.index, default: ListState()]
        .move(by: rows, count: outline.tools(of: category).count)
    }
    if moved { previewOffset = 0 }
    return moved
  }

  /// Selects a layer, category or tool in Browse, wherever it stands.
  mutating func select(_ subject: Subject) {
    switch subject {
    case .layer(let layer):
      navigation.browse.layers.selected = outline.layers.firstIndex(of: layer) ?? 0
      navigation.browse.column = .layers
    case .category(let category):
      let layer = catalog[category].layer
      select(.layer(layer))
      navigation.browse.categories[layer.index, default: ListState()].selected =
        outline.categories(of: layer).firstIndex(of: category) ?? 0
      navigation.browse.column = .categories
    case .tool(let tool):
      let category = catalog[tool].category
      select(.category(category))
      navigation.browse.tools[category.index, default: ListState()].selected =
        outline.tools(of: category).firstIndex(of: tool) ?? 0
      navigation.browse.column = .tools
    }
  }

  /// Brings the lists' selections and offsets to what fits.
  mutating func settleBrowse() {
    let layout = browseLayout
    let height = layout.columns.first?.rect.height ?? 1
    // Headings and the rule above the columns take rows of the list, but are not selected.
    var layers = navigation.browse.layers
    layers.selected = min(max(0, layers.selected), max(0, outline.layers.count - 1))
    var rows = ListState(selected: outline.row(ofLayer: layers.selected), offset: layers.offset)
    rows.fit(count: outline.layerRows.count, height: height)
    navigation.browse.layers = ListState(selected: layers.selected, offset: rows.offset)
    guard let layer = selectedLayer else {
      navigation.browse.column = .layers
      return
    }
    navigation.browse.categories[layer.index, default: ListState()]
      .fit(count: outline.categories(of: layer).count, height: height)
    guard let category = selectedCategory else {
      navigation.browse.column = .layers
      return
    }
    let tools = outline.tools(of: category).count
    navigation.browse.tools[category.index, default: ListState()].fit(count: tools, height: height)
    if tools == 0, navigation.browse.column == .tools { navigation.browse.column = .categories }
  }

  // MARK: Drawing

  func drawBrowse(in body: Rect, _ frame: inout Frame) {
    let layout = browseLayout
    if !layout.topRule.isEmpty { drawRule(in: layout.topRule, &frame) }
    if !layout.previewRule.isEmpty { drawRule(in: layout.previewRule, &frame) }
    for (index, item) in layout.columns.enumerated() {
      let isLast = index == layout.columns.count - 1 && !layout.isPreviewAtSide
      if !isLast {
        drawVerticalRule(rightOf: item.rect, &frame)
        drawJunction(glyphs.teeDown, x: item.rect.maxX - 1, in: layout.topRule, &frame)
        drawJunction(glyphs.teeUp, x: item.rect.maxX - 1, in: layout.previewRule, &frame)
      }
      let list = item.rect.inset(right: 1)
      switch item.column {
      case .layers: drawLayers(in: list, &frame)
      case .categories: drawCategories(in: list, &frame)
      case .tools: drawTools(in: list, &frame)
      }
    }
    drawPreview(in: layout.preview, &frame)
  }

  func drawPreview(in rect: Rect, _ frame: inout Frame) {
    var text = rect.inset(left: 1, right: 2)
    text.width = min(text.width, Explorer.textColumns)
    drawLines(previewLines, from: previewOffset, in: text, &frame)
    drawScroll(offset: previewOffset, count: previewLines.count, in: rect, &frame)
  }

  private func drawLayers(in rect: Rect, _ frame: inout Frame) {
    let state = navigation.browse.layers
    if outline.layers.isEmpty {
      drawLines(
        TextFlow(textWidth).lines(emptiness, .dim, width: max(1, rect.width - 1)),
        in: rect.inset(left: 1), &frame)
    }
    for row in 0..<rect.height where state.offset + row < outline.layerRows.count {
      switch outline.layerRows[state.offset + row] {
      case .columnRule: drawTitledRule(words.besideAllFloors, in: rect.row(row), &frame)
      case .heading(let name):
        drawTitledRule(catalog.string(name, in: language), in: rect.row(row), &frame)
      case .layer(let index):
        let layer = outline.layers[index]
        drawRow(
          Line([Span(name(of: .layer(layer)))], right: [Span(" \(outline.count(of: layer)) ", .dim)]),
          in: rect.row(row), isSelected: index == state.selected,
          hasKeys: navigation.browse.column == .layers && hasFocus, &frame)
      }
    }
    drawScroll(offset: state.offset, count: outline.layerRows.count, in: rect.widened, &frame)
  }

  /// Why there is nothing to show.
  var emptiness: String {
    if catalog.layers.isEmpty { return words.emptyCatalog }
    return filter.narrows ? words.nothingPasses : words.noCategories
  }

  /// A rule with a title in it, one column of air at the left.
  private func drawTitledRule(_ title: String, in rect: Rect, _ frame: inout Frame) {
    let cut = title.isEmpty ? "" : textWidth.truncated(" \(title) ", columns: max(0, rect.width - 5))
    let lead = String(repeating: glyphs.horizontal, count: 2)
    let rest = max(0, rect.width - 3 - textWidth.columns(cut))
    let line = Line([Span(" " + lead + cut + String(repeating: glyphs.horizontal, count: rest), .rule)])
    frame.draw(line, in: rect, theme: theme)
  }

  private func drawCategories(in rect: Rect, _ frame: inout Frame) {
    guard let layer = selectedLayer else { return }
    let categories = outline.categories(of: layer)
    let state = navigation.browse.categories[layer.index] ?? ListState()
    if categories.isEmpty { frame.write(words.noCategories, in: rect.inset(left: 1), theme[.dim]) }
    for row in 0..<rect.height where state.offset + row < categories.count {
      let category = categories[state.offset + row]
      drawRow(
        Line([Span(name(of: .category(category)))], right: [Span(" \(outline.count(of: category)) ", .dim)]),
        in: rect.row(row), isSelected: state.offset + row == state.selected,
        hasKeys: navigation.browse.column == .categories && hasFocus, &frame)
    }
    drawScroll(offset: state.offset, count: categories.count, in: rect.widened, &frame)
  }

  private func drawTools(in rect: Rect, _ frame: inout Frame) {
    guard let category = selectedCategory else { return }
    let tools = outline.tools(of: category)
    let state = navigation.browse.tools[category.index] ?? ListState()
    if tools.isEmpty { frame.write(words.noTools, in: rect.inset(left: 1), theme[.dim]) }
    for row in 0..<rect.height where state.offset + row < tools.count {
      let tool = tools[state.offset + row]
      // Where there is much room, what a tool is about stands beside it rather than nothing.
      let line = rect.width >= 90 ? toolLine(tool, rect.inset(right: 2)) : shortToolLine(tool, columns: rect.width)
      drawRow(
        line, in: rect.row(row), isSelected: state.offset + row == state.selected,
        hasKeys: navigation.browse.column == .tools && hasFocus, &frame)
    }
    drawScroll(offset: state.offset, count: tools.count, in: rect.widened, &frame)
  }

  /// A tool with its maturity. The mark says it, too: the word goes before a part of the name does.
  private func shortToolLine(_ tool: ToolID, columns: Int) -> Line {
    let maturity = catalog.maturity(of: tool)
    let role = Role(maturity: maturity)
    var line = Line([Span(glyphs.mark(ofMaturity: maturity) + " ", role), Span(name(of: .tool(tool)))])
    let word = maturity.isEmpty || columns < 24 ? "" : " \(words.maturity(maturity)) "
    if !word.isEmpty, 3 + textWidth.columns(name(of: .tool(tool)) + word) <= columns { line.right = [Span(word, role)] }
    return line
  }

  /// Whether the view's own rows have the keys.
  var hasFocus: Bool { barItem == nil && overlays.isEmpty }
}

extension Rect {
  /// With one more column at the right: the one where the rule stands, or the scroll indicator.
  fileprivate var widened: Rect { Rect(x: x, y: y, width: width + 1, height: height) }
}
