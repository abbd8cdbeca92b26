import StrataCatalog
import StrataScreen
import StrataSearch

/// The panel of filters: what one can narrow by, the values of that, narrowed by what is typed, and the tools that remain.
struct FiltersScreen: ScreenState {
  /// What one can narrow by.
  enum Topic: Hashable, Sendable {
    case group
    case facet(Facet)
  }

  /// One value to choose.
  struct Value: Hashable, Sendable {
    enum Source: Hashable, Sendable {
      /// A group of layers, by index.
      case group(Int)
      case entry(Facets.Entry)
    }

    var source: Source
    var title: String
    /// The tools it leaves; of groups, which hold layers, there is none.
    var count: Int?
    var isChosen: Bool
  }

  private var topics = TrackedList<Topic>()
  /// The values' lists, by topic.
  private var lists: [Topic: ListState] = [:]
  private(set) var isInValues = false
  var field = Prompt()
  /// Whether it narrows what a search finds, and not all there is.
  private let isOverSearch: Bool

  init(overSearch: Bool) { isOverSearch = overSearch }

  var screen: Screen { .filters(self) }
  var mode: Mode { .filters }
  var isOverlay: Bool { true }
  func moved(from old: Catalog, to new: Catalog) -> FiltersScreen? { nil }
  var prompt: Prompt? {
    get { field }
    set {
      guard let newValue else { return }
      if newValue.text != field.text {
        // What is typed is looked for among the values.
        isInValues = true
        lists = [:]
      }
      field = newValue
    }
  }

  func path(_ context: Context) -> [String] { [context.words.filters] }
  func subject(_ context: Context) -> Subject? { nil }

  func position(_ context: Context, _ work: Workbench) -> String {
    guard isInValues, let topic = topics.thing else {
      return context.ordinal(topics.rows.selected, of: topics.rows.count, context.words.facet)
    }
    let list = lists[topic] ?? ListState()
    return context.ordinal(list.selected, of: list.count, context.words.value)
  }

  /// What the catalog can be narrowed by.
  static func topics(_ context: Context, _ work: Workbench) -> [Topic] {
    (context.catalog.groups.isEmpty ? [] : [.group]) + (work.facets?.facets ?? []).map(Topic.facet)
  }

  private static func title(_ topic: Topic, _ context: Context) -> String {
    switch topic {
    case .group: context.words.groups
    case .facet(let facet): context.words.title(of: facet)
    }
  }

  /// The values of a topic that what is typed finds.
  private func values(of topic: Topic, _ context: Context, _ work: Workbench) -> [Value] {
    let all: [Value]
    switch topic {
    case .group:
      let chosen = context.chosenGroups
      all = context.catalog.groups.enumerated().map { index, group in
        Value(source: .group(index), title: context.shown(group.name), isChosen: chosen.contains(index))
      }
    case .facet(let facet):
      all = (work.facets?.entries(of: facet) ?? []).map { entry in
        let name = context.shown(entry.name)
        return Value(
          source: .entry(entry),
          title: name.isEmpty ? context.shown(context.title(ofValue: entry.value, of: facet)) : name,
          count: entry.count, isChosen: entry.isChosen)
      }
    }
    guard !field.isEmpty else { return all }
    let matcher = TextMatcher(field.text)
    return all.filter { matcher.matches($0.title) }
  }

  private static func chosenCount(_ topic: Topic, _ context: Context) -> Int {
    switch topic {
    case .group: context.chosenGroups.count
    case .facet(let facet): context.query.query.values(of: facet).count
    }
  }

  /// Where values are places, and their sum is more than the tools, it says so.
  func notes(_ context: Context, _ work: Workbench, columns: Int) -> [Span] {
    guard case .facet(let facet)? = topics.thing, facet == .layer || facet == .category,
      context.query.query.values(of: facet).isEmpty, let facets = work.facets
    else { return [] }
    let sum = facets.entries(of: facet).reduce(0) { $0 + $1.count }
    let tools = context.outline.toolCount
    guard sum > tools, !isOverSearch else { return [] }
    return [Span(" \(context.words.sum(sum, of: tools)) ", .dim)]
  }

  // MARK: Moving

  func answers(_ move: Move, _ context: Context, _ work: Workbench) -> Bool {
    guard let topic = topics.thing else { return false }
    return switch move {
    case .rows(let rows): isInValues ? lists[topic]?.canMove(rows) ?? false : topics.rows.canMove(rows)
    case .goIn: !isInValues
    case .goOut: isInValues
    case .next, .previous: true
    case .open, .toggle: !isInValues || (lists[topic]?.count ?? 0) > 0
    case .clear: FiltersScreen.chosenCount(topic, context) > 0
    case .nextSection, .previousSection, .nextPage, .previousPage, .narrow: false
    }
  }

  mutating func move(_ move: Move, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard let topic = topics.thing else { return nil }
    switch move {
    case .goIn: isInValues = true
    case .goOut: isInValues = false
    case .next, .previous: isInValues.toggle()
    case .open, .toggle:
      guard isInValues || move == .toggle else {
        isInValues = true
        return nil
      }
      isInValues = true
      return toggle(topic, context, work)
    case .clear:
      var query = context.query
      query.query = query.query.setting(topic.facet, to: [])
      return .change(query)
    case .rows(let rows):
      if isInValues {
        lists[topic, default: ListState()].move(rows)
      } else {
        _ = topics.move(rows, in: FiltersScreen.topics(context, work))
        field = Prompt()
      }
    case .nextSection, .previousSection, .nextPage, .previousPage, .narrow: break
    }
    return nil
  }

  /// Takes or leaves the selected value.
  private func toggle(_ topic: Topic, _ context: Context, _ work: Workbench) -> Reply? {
    let values = values(of: topic, context, work)
    let selected = lists[topic]?.selected ?? 0
    guard values.indices.contains(selected) else { return nil }
    var query = context.query
    switch values[selected].source {
    case .group(let index):
      let ids = context.layerIDs(ofGroup: index)
      let others = query.query.values(of: .layer).filter { !ids.contains($0) }
      query.query = query.query.setting(.layer, to: values[selected].isChosen ? others : others + ids)
    case .entry(let entry):
      // Chosen as the counts know it: what was typed in another way is the same value.
      guard let facets = work.facets else { return nil }
      let chosen = facets.toggling(entry, of: topic.facet).values(of: topic.facet)
      query.query = query.query.setting(topic.facet, to: chosen)
    }
    return .change(query)
  }

  // MARK: Laying out

  mutating func layOut(_ context: Context, _ work: inout Workbench, in areas: Areas) -> Layout {
    var layout = context.layout
    var rest = areas.body
    let all = FiltersScreen.topics(context, work)
    topics.track(all)
    let isNarrow = rest.width < 40
    let topicWidth = all.map { context.columns(FiltersScreen.title($0, context)) }.max() ?? 0
    let left = isNarrow ? (isInValues ? .none : rest) : rest.takeLeft(min(topicWidth + 8, rest.width * 2 / 5))
    topics.rows.fit(count: all.count, height: max(1, areas.body.height))
    layout.prompt(
      field, lead: context.words.filters, hint: context.words.narrowValues, right: "", in: areas.path)
    if all.isEmpty {
      layout.place(context.words.noFacets, .dim, in: areas.body.inset(left: 1))
      return layout
    }
    layout.mark(left, .pane(0))
    layout.mark(rest, .pane(1))
    if !left.isEmpty {
      if !isNarrow { layout.verticalRule(rightOf: left, above: areas.query) }
      for (row, index) in topics.rows.shown.enumerated() {
        let chosen = FiltersScreen.chosenCount(all[index], context)
        place(
          Line([Span(FiltersScreen.title(all[index], context))], right: chosen > 0 ? [Span(" \(chosen) ", .sign)] : []),
          in: left.inset(right: 1).row(row), index == topics.rows.selected, hasKeys: !isInValues,
          .row(pane: 0, index: index), context, &layout)
      }
    }
    guard !isNarrow || isInValues, let topic = topics.thing else { return layout }
    let values = values(of: topic, context, work)
    let tools = rest.width >= 52 ? rest.takeRight(rest.width - valueColumns(values, of: rest.width, context)) : .none
    if !tools.isEmpty { layout.verticalRule(rightOf: rest, above: areas.query) }
    layValues(values, of: topic, in: rest.inset(right: tools.isEmpty ? 0 : 1), context, &layout)
    layTools(in: tools, context, &work, &layout)
    return layout
  }

  /// Columns from which values have room for their names, as most of them are.
  private static let usualValues = 48

  /// What the values take beside the tools: what their names need, and no more than a part of the width.
  private func valueColumns(_ values: [Value], of width: Int, _ context: Context) -> Int {
    // The sign, the box, the count with its air, the rule.
    let needed = values.reduce(0) { widest, value in
      max(widest, context.columns(value.title) + (value.count.map { "\($0)".count } ?? 0) + 10)
    }
    return min(width * 55 / 100, max(needed, FiltersScreen.usualValues))
  }

  private mutating func layValues(
    _ values: [Value], of topic: Topic, in rect: Rect, _ context: Context, _ layout: inout Layout
  ) {
    var list = lists[topic] ?? ListState()
    list.fit(count: values.count, height: rect.height)
    lists[topic] = list
    if values.isEmpty { layout.place(context.words.noSuchValue, .dim, in: rect.inset(left: 1)) }
    for (row, index) in list.shown.enumerated() {
      let value = values[index]
      place(
        Line(
          [Span("[\(value.isChosen ? "x" : " ")] ", value.isChosen ? .sign : .dim), Span(value.title)],
          right: value.count.map { [Span(" \($0) ", .dim)] } ?? []),
        in: rect.row(row).inset(right: 1), index == list.selected, hasKeys: isInValues, .row(pane: 1, index: index),
        context, &layout)
    }
    layout.scroll(offset: list.offset, count: values.count, in: rect)
  }

  /// A row of which the prompt keeps the cursor.
  private func place(
    _ line: Line, in rect: Rect, _ isSelected: Bool, hasKeys: Bool, _ spot: Layout.Spot, _ context: Context,
    _ layout: inout Layout
  ) {
    let cursor = layout.cursor
    layout.row(line, in: rect, Layout.Emphasis(isSelected: isSelected, hasKeys: hasKeys && context.hasKeys), spot: spot)
    layout.cursor = cursor
  }

  /// The tools that remain, as far as they show.
  private func layTools(in rect: Rect, _ context: Context, _ work: inout Workbench, _ layout: inout Layout) {
    guard !rect.isEmpty else { return }
    var shown = context.outline.firstTools(rect.height)
    if isOverSearch {
      // Layers and categories that it finds come first: there are not many of them.
      let total = work.searcher.substitute == nil ? work.searcher.total : 0
      let hits = work.searcher.hits(0..<min(total, rect.height + 200))
      shown = Array(hits.compactMap { if case .tool(let tool) = $0 { tool } else { nil } }.prefix(rect.height))
    }
    let columns = ToolColumns(shown, shown: [], width: rect.width - 2, context)
    for (row, tool) in shown.enumerated() {
      layout.place(columns.line(tool, context), in: rect.row(row).inset(left: 1))
    }
  }
}

extension FiltersScreen.Topic {
  /// The facet that a topic narrows by.
  var facet: Facet {
    switch self {
    case .group: .layer
    case .facet(let facet): facet
    }
  }
}

// MARK: The pointer

extension FiltersScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(let pane, let index) = spot else { return nil }
    isInValues = pane == 1
    if pane == 0 {
      let all = FiltersScreen.topics(context, work)
      guard all.indices.contains(index), topics.thing != all[index] else { return nil }
      topics.select(all[index])
      topics.track(all)
      topics.rows.stay()
      field = Prompt()
    } else if let topic = topics.thing {
      lists[topic, default: ListState()].point(at: index)
    }
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) {
    if pane ?? (isInValues ? 1 : 0) == 0 {
      topics.rows.scroll(by: rows)
    } else if let topic = topics.thing {
      lists[topic]?.scroll(by: rows)
    }
  }
}
