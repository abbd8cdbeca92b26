import StrataCatalog
import StrataScreen
import StrataSearch
import StrataText

extension PageComposer {
  /// The whole page.
  mutating func layOut(_ key: PageText.Key) -> PageText {
    var page = PageText(key: key)
    switch key.page {
    case .introduction: introduction(&page)
    case .layer(let layer): self.layer(layer, &page)
    case .category(let category): self.category(category, &page)
    case .recap(let layer):
      title(context.shown(catalog[layer].name) + words.colon + words.recap)
      blank()
      recap(of: layer)
    case .theme(let theme): self.theme(theme, &page)
    case .choosing:
      title(words.howToChoose)
      blank()
      passagesOrNothing(catalog.landscape.choosing)
    case .tool(let tool): self.tool(tool, &page)
    }
    tellRest()
    let last = take()
    if page.rows.count == 0, page.head.isEmpty {
      (page.head, page.headItems) = (last.lines, last.items)
    } else {
      (page.tail, page.tailItems) = (last.lines, last.items)
    }
    page.addresses = addresses.all
    page.findSections()
    return page
  }

  /// Ends the part before the table and begins the one after it.
  mutating func table(_ rows: PageText.Rows, _ page: inout PageText) {
    (page.head, page.headItems) = take()
    page.rows = rows
    firstItem += rows.itemCount
    if rows.count > 0 { add(.blank) }
  }

  // MARK: The landscape

  private mutating func introduction(_ page: inout PageText) {
    title(catalog.landscape.name)
    blank()
    passages(catalog.landscape.introduction)
    heading(words.layers.capitalizedFirst)
    table(.layers(Outline.layersInOrder(of: catalog)), &page)
    if !catalog.themes.isEmpty {
      heading(words.themes)
      for (index, theme) in catalog.themes.enumerated() {
        flow([Span(string(theme.name), .link, item: 0)], hanging: 2, targets: [.page(.theme(index))])
      }
    }
    asOf()
  }

  mutating func asOf() {
    let asOf = catalog.string(catalog.landscape.asOf)
    guard !asOf.isEmpty else { return }
    blank()
    add(Line("\(words.factsAsOf.capitalizedFirst) \(asOf)", .dim))
  }

  // MARK: A layer

  private mutating func layer(_ id: LayerID, _ page: inout PageText) {
    let layer = catalog[id]
    title(layer.name)
    counts(of: id)
    blank()
    texts(of: id)
    keywords(catalog.keywords(of: id))
    let categories = catalog.categories(of: id)
    heading("\(words.categories) (\(categories.count))")
    table(.categories(categories), &page)
    if categories.isEmpty { add(Line(words.noCategories, .dim)) }
    if !layer.recap.isEmpty || !layer.guideRecap.isEmpty {
      heading(words.recap)
      recap(of: id)
    }
  }

  /// How many tools it has, and in how many places where those are more.
  private mutating func counts(of id: LayerID) {
    let outline = context.outline
    add(Line(words.count(ofTools: outline.count(of: id), places: outline.placeCount(of: id)), .dim))
  }

  /// The chapter of the file's guide, where the page shows that; the summary where it does not, or where the file has both.
  private mutating func texts(of id: LayerID) {
    let layer = catalog[id]
    let isGuided = catalog.showsGuide(of: id, in: language)
    if isGuided { passages(layer.guide) }
    if !isGuided || layer.summary.source(in: language) == .file { passages(layer.summary) }
    if !isGuided { guide(layer.guide) }
  }

  /// What the guide says behind the categories, and the recap.
  private mutating func recap(of id: LayerID) {
    let layer = catalog[id]
    passages(layer.guideRecap)
    let isInGuide = catalog.showsGuide(of: id, in: language) && !layer.guideRecap.isEmpty
    if !isInGuide || layer.recap.source(in: language) == .file { passages(layer.recap) }
  }

  /// The file's guide in its own language, below texts in this one.
  private mutating func guide(_ guide: LocalizedText) {
    guard !guide.isEmpty else { return }
    blank()
    add(Line(words.ownText, .dim))
    passages(guide)
  }

  /// The words that a guide lists.
  private mutating func keywords(_ keywords: some Collection<Text>) {
    guard !keywords.isEmpty else { return }
    blank()
    flow([Span(words.keywords + words.colon, .dim), Span(listed(keywords) { $1.catalog.string($0) })], hanging: 2)
  }

  // MARK: A theme

  /// What it is, where its parts stand, how to choose; then its tools by kind.
  private mutating func theme(_ index: Int, _ page: inout PageText) {
    let theme = catalog.themes[index]
    title(theme.name)
    let tools = catalog.tools(of: theme).filter(context.outline.passes)
    for (title, text) in [
      (words.whatItIs, theme.what), (words.whereItStands, theme.location), (words.howToChoose, theme.choosing),
    ] where !text.isEmpty {
      heading(title)
      passages(text)
      if title == words.whereItStands { shelves(of: catalog.tools(of: theme)) }
    }
    heading(self.heading(tools.count, of: catalog.tools(of: theme).count))
    if context.query.isOrdered {
      table(.chosen(context.outline.sorted(tools)), &page)
    } else {
      table(.grouped(GroupedTools(tools, in: catalog)), &page)
    }
    if tools.isEmpty { add(Line(words.nothingPasses, .dim)) }
    asOf()
  }

  /// The categories that some tools stand in.
  private mutating func shelves(of tools: some Collection<ToolID>) {
    var seen: Set<CategoryID> = []
    let shelves = tools.map { catalog[$0].category }.filter { seen.insert($0).inserted }
    blank()
    list(words.shelves, shelves) { ($1.name(of: .category($0)), .page(.category($0))) }
  }

  /// `Tools (3 of 12)`
  private func heading(_ shown: Int, of all: Int) -> String {
    words.tools + " (" + (shown == all ? "\(all)" : "\(shown) \(words.of) \(all)") + ")"
  }

  // MARK: A category

  /// A lead with counts, the tools by kind, then what it is, the problem and the rest.
  private mutating func category(_ id: CategoryID, _ page: inout PageText) {
    let category = catalog[id]
    title(category.name, right: [Span(context.shown(catalog[category.layer].name), .dim)])
    let tools = context.outline.tools(of: id)
    lead(of: id, tools)
    keywords(catalog.keywords(of: id))
    let all = catalog.toolCount(of: id)
    heading(self.heading(tools.count, of: all))
    if !context.query.isOrdered, let groups = GroupedTools(tools, of: id, in: catalog) {
      table(.grouped(groups), &page)
    } else {
      table(.tools(tools), &page)
    }
    if tools.isEmpty { add(Line(all > 0 ? words.nothingPasses : words.noTools, .dim)) }
    let isGuided = catalog.showsGuide(of: id, in: language)
    if isGuided {
      blank()
      passages(category.guide)
    }
    texts(of: id, onlyOwn: isGuided)
    if !isGuided { guide(category.guide) }
    comparison(of: id, tools)
    terms(of: id)
    if !catalog.relations(of: id).isEmpty {
      heading(words.related)
      for relation in catalog.relations(of: id) {
        flow(
          [
            Span(context.shown(catalog[relation.category].name), .link, item: 0),
            Span(words.colon + string(relation.reason)),
          ], hanging: 2, targets: [.page(.category(relation.category))])
      }
    }
  }

  /// What it is, the problem, how it helps, how its tools differ. Where all of it is strata's, that is said once.
  private mutating func texts(of id: CategoryID, onlyOwn: Bool = false) {
    let category = catalog[id]
    let parts = [
      (words.whatItIs, category.what), (words.theProblem, category.problem), (words.howItHelps, category.solution),
      (words.howToolsDiffer, category.tooling),
    ].filter { !$0.1.isEmpty && !(onlyOwn && $0.1.source(in: language) == .strata) }
    let isStratas =
      !parts.isEmpty && parts.allSatisfy { $0.1.passages(in: language).allSatisfy { $0.source == .strata } }
    if isStratas {
      blank()
      add(Line(words.shippedText, .dim))
    }
    for (title, localized) in parts {
      heading(title)
      if isStratas { text(localized.choose(language)) } else { passages(localized) }
    }
  }

  /// Tools of a category that are compared.
  private static let comparedLimit = 12

  /// By what experts compare the tools of a category: a table of the first that say so.
  private mutating func comparison(of id: CategoryID, _ tools: ToolList) {
    // No more than a table has columns for.
    let facts = Array(catalog.facts(of: id).prefix(tableWidth / 2))
    guard !facts.isEmpty else { return }
    var rows: [(cells: [String], target: PageText.Target)] = []
    for tool in tools.prefix(400) {
      let cells = facts.map { string(catalog.text(of: $0, for: tool)) }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      rows.append(([context.shown(catalog[tool].name)] + cells, .page(.tool(tool))))
      if rows.count == PageComposer.comparedLimit { break }
    }
    guard !rows.isEmpty else { return }
    heading(words.compared)
    columns([""] + facts.map { string($0.name) }, rows)
  }

  /// Two lines: how many tools of which maturity and life, and of which kinds.
  private mutating func lead(of id: CategoryID, _ tools: ToolList) {
    // Of a very large category the first some thousand stand for all.
    var marks: [(mark: Span, word: String, count: Int)] = []
    var kinds: [KindID: Int] = [:]
    for tool in tools.prefix(20_000) {
      let word = context.word(of: tool)
      if let kind = catalog.kind(of: tool, in: id) { kinds[kind, default: 0] += 1 }
      guard !word.isEmpty else { continue }
      if let index = marks.firstIndex(where: { $0.word == word }) {
        marks[index].count += 1
      } else {
        marks.append((context.mark(of: tool), word, 1))
      }
    }
    guard !marks.isEmpty || !kinds.isEmpty else { return }
    blank()
    let dot = "  \(glyphs.dot)  "
    var spans: [Span] = []
    for (mark, word, count) in context.inOrder(marks) {
      if !spans.isEmpty { spans.append(Span(dot, .dim)) }
      // Its parts hold together.
      spans += [
        Span(mark.text.parts(between: " ").joined(separator: "\u{A0}"), mark.role), Span("\(count)\u{A0}\(word)"),
      ]
    }
    if !spans.isEmpty { flow(spans) }
    let named = catalog.kinds(of: id).compactMap { kind in
      kinds[kind].map { "\(context.shown(catalog[kind].name))\u{A0}\($0)" }
    }
    if !named.isEmpty { flow([Span(named.joined(separator: dot), .dim)]) }
  }

  private mutating func terms(of id: CategoryID) {
    let terms = catalog.terms(of: id)
    guard !terms.isEmpty else { return }
    heading(words.terms)
    for term in terms where !term.meaning.isEmpty {
      flow([Span(string(term.term), .strong), Span(words.colon + string(term.meaning))], hanging: 2)
    }
    let bare = terms.filter(\.meaning.isEmpty)
    if !bare.isEmpty { flow([Span(listed(bare) { $1.string($0.term) })]) }
  }

  /// Names one after the other, as far as there is room for them in an entry; the rest is told.
  ///
  /// - Parameter name: makes one; nil for one that is not drawn. Not asked behind the first that has no room.
  mutating func listed<Entries: Collection>(
    _ entries: Entries, name: (Entries.Element, Context) -> String?
  ) -> String {
    var text = ""
    for (index, entry) in entries.enumerated() {
      guard let name = name(entry, context) else { continue }
      guard text.isEmpty || text.utf8.count + context.listSeparator.utf8.count + name.utf8.count <= longestEntry else {
        leaveOut(entries.count - index)
        break
      }
      if !text.isEmpty { text += context.listSeparator }
      text += name
    }
    return text
  }

  // MARK: Previews

  /// What the preview shows of a subject: less than its page; the whole of its texts where there is room for them.
  mutating func preview(of page: Page, isWhole: Bool) -> [Line] {
    switch page {
    case .layer(let layer):
      title(context.shown(catalog[layer].name))
      counts(of: layer)
      texts(of: layer)
      if isWhole, !catalog[layer].recap.isEmpty || !catalog[layer].guideRecap.isEmpty {
        heading(words.recap)
        recap(of: layer)
      }
    case .category(let id):
      let category = catalog[id]
      title(string(category.name))
      let isGuided = catalog.showsGuide(of: id, in: language)
      if isGuided { passages(category.guide) }
      if isWhole {
        texts(of: id, onlyOwn: isGuided)
        if !isGuided { guide(category.guide) }
        terms(of: id)
      } else if !isGuided {
        passagesOrNothing(category.what.isEmpty ? category.guide : category.what)
        if !category.what.isEmpty { guide(category.guide) }
      }
    case .tool(let id): card(of: id, isWhole: isWhole)
    case .theme(let index):
      let theme = catalog.themes[index]
      title(string(theme.name))
      passages(theme.what)
      blank()
      flow([Span(listed(catalog.tools(of: theme)) { $1.name(of: .tool($0)) }, .dim)])
    case .introduction: passagesOrNothing(catalog.landscape.introduction)
    case .choosing: passagesOrNothing(catalog.landscape.choosing)
    case .recap(let layer): recap(of: layer)
    }
    tellRest()
    return lines
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
