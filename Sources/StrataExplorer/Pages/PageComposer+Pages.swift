import StrataCatalog
import StrataScreen
import StrataSearch

extension PageComposer {
  /// The whole page.
  mutating func layOut(_ key: PageText.Key) -> PageText {
    var page = PageText(key: key)
    switch key.page {
    case .introduction: introduction(&page)
    case .layer(let layer): self.layer(layer, &page)
    case .category(let category): self.category(category, &page)
    case .recap(let layer):
      title(string(catalog[layer].name) + words.colon + words.recap)
      blank()
      textOrNothing(catalog[layer].recap)
    case .choosing:
      title(words.howToChoose)
      blank()
      textOrNothing(catalog.landscape.choosing)
    case .tool(let tool): self.tool(tool, &page)
    }
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

  mutating func textOrNothing(_ localized: LocalizedText) {
    let string = string(localized)
    if string.isEmpty { add(Line(words.noText, .dim)) } else { text(string) }
  }

  // MARK: The landscape

  private mutating func introduction(_ page: inout PageText) {
    title(string(catalog.landscape.name))
    if let other = otherName(catalog.landscape.name) { add(Line(other, .dim)) }
    blank()
    let introduction = string(catalog.landscape.introduction)
    if !introduction.isEmpty { text(introduction) }
    heading(words.layers.capitalizedFirst)
    table(.layers(Outline.layersInOrder(of: catalog)), &page)
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
    title(string(layer.name))
    if let other = otherName(layer.name) { add(Line(other, .dim)) }
    let isGuided = catalog.showsGuide(of: id, in: language)
    if !isGuided { provenance(layer.provenance, isShown: !layer.summary.isEmpty) }
    blank()
    let summary = string(isGuided ? layer.guide : layer.summary)
    if !summary.isEmpty { text(summary) }
    let categories = catalog.categories(of: id)
    heading("\(words.categories) (\(categories.count))")
    table(.categories(categories), &page)
    if categories.isEmpty { add(Line(words.noCategories, .dim)) }
    let recap = string(isGuided ? layer.guideRecap : layer.recap)
    if !recap.isEmpty {
      heading(words.recap)
      text(recap)
    }
  }

  /// Says so where the texts are strata's own and not the file's.
  private mutating func provenance(_ provenance: Provenance, isShown: Bool) {
    if isShown, provenance == .strata { add(Line(words.shippedText, .dim)) }
  }

  // MARK: A category

  /// A lead with counts, the tools by kind, then what it is, the problem and the rest.
  private mutating func category(_ id: CategoryID, _ page: inout PageText) {
    let category = catalog[id]
    title(string(category.name), right: [Span(string(catalog[category.layer].name), .dim)])
    if let other = otherName(category.name) { add(Line(other, .dim)) }
    let tools = context.outline.tools(of: id)
    lead(of: id, tools)
    let all = catalog.toolCount(of: id)
    heading(words.tools + " (" + (tools.count == all ? "\(all)" : "\(tools.count) \(words.of) \(all)") + ")")
    let isGrouped = !context.query.isOrdered
    if isGrouped, let groups = GroupedTools(tools, of: id, in: catalog) {
      table(.grouped(groups), &page)
    } else {
      table(.tools(tools), &page)
    }
    if tools.isEmpty { add(Line(all > 0 ? words.nothingPasses : words.noTools, .dim)) }
    if catalog.showsGuide(of: id, in: language) {
      blank()
      text(string(category.guide))
    } else {
      provenance(category.provenance, isShown: !category.what.isEmpty)
      texts(of: id)
    }
    terms(of: id)
    if !catalog.relations(of: id).isEmpty {
      heading(words.related)
      for relation in catalog.relations(of: id) {
        flow(
          [
            Span(string(catalog[relation.category].name), .link, item: 0),
            Span(words.colon + string(relation.reason)),
          ], hanging: 2, targets: [.page(.category(relation.category))])
      }
    }
  }

  /// What it is, the problem, how it helps, how its tools differ.
  private mutating func texts(of id: CategoryID) {
    let category = catalog[id]
    for (title, localized) in [
      (words.whatItIs, category.what), (words.theProblem, category.problem), (words.howItHelps, category.solution),
      (words.howToolsDiffer, category.tooling),
    ] {
      let string = string(localized)
      guard !string.isEmpty else { continue }
      heading(title)
      text(string)
    }
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
      if !spans.isEmpty { spans.append(Span("  ")) }
      // Its parts hold together.
      spans += [mark, Span("\(count)\u{A0}\(word)")]
    }
    if !spans.isEmpty { flow(spans) }
    let named = catalog.kinds(of: id).compactMap { kind in
      kinds[kind].map { "\(string(catalog[kind].name))\u{A0}\($0)" }
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
    let bare = terms.filter(\.meaning.isEmpty).map { string($0.term) }
    if !bare.isEmpty { flow([Span(listed(bare))]) }
  }

  func listed(_ entries: [String]) -> String { entries.joined(separator: context.listSeparator) }

  // MARK: Previews

  /// What the preview shows of a subject: less than its page; the whole of its texts where there is room for them.
  mutating func preview(of page: Page, isWhole: Bool) -> [Line] {
    switch page {
    case .layer(let layer):
      title(string(catalog[layer].name))
      textOrNothing(catalog.showsGuide(of: layer, in: language) ? catalog[layer].guide : catalog[layer].summary)
      let recap = string(catalog[layer].recap)
      if isWhole, !recap.isEmpty {
        heading(words.recap)
        text(recap)
      }
    case .category(let category):
      title(string(catalog[category].name))
      if isWhole, !catalog.showsGuide(of: category, in: language) {
        texts(of: category)
        terms(of: category)
      } else {
        textOrNothing(
          catalog.showsGuide(of: category, in: language) ? catalog[category].guide : catalog[category].what)
      }
    case .tool(let id): card(of: id, isWhole: isWhole)
    case .introduction: textOrNothing(catalog.landscape.introduction)
    case .choosing: textOrNothing(catalog.landscape.choosing)
    case .recap(let layer): textOrNothing(catalog[layer].recap)
    }
    return lines
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
