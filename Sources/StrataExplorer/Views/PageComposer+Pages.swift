import StrataCatalog
import StrataScreen

extension PageComposer {
  /// The whole page.
  mutating func layOut(_ key: PageLayout.Key) -> PageLayout {
    var layout = PageLayout(key: key)
    numbersLinks = true
    switch key.page {
    case .introduction: introduction(&layout)
    case .layer(let layer): self.layer(layer, &layout)
    case .category(let category): self.category(category, &layout)
    case .recap(let layer):
      title(string(catalog[layer].name) + colon + words.recap)
      blank()
      textOrNothing(catalog[layer].recap)
    case .choosing:
      title(words.howToChoose)
      blank()
      textOrNothing(catalog.landscape.choosing)
    case .tool(let tool): self.tool(tool, &layout)
    }
    let last = take()
    if layout.rows.count == 0, layout.head.isEmpty {
      (layout.head, layout.headItems) = (last.lines, last.items)
    } else {
      (layout.tail, layout.tailItems) = (last.lines, last.items)
    }
    layout.addresses = addresses
    return layout
  }

  /// Ends the part before the table and begins the one after it.
  private mutating func table(_ rows: PageLayout.Rows, _ layout: inout PageLayout) {
    (layout.head, layout.headItems) = take()
    layout.rows = rows
    firstItem += rows.count
    if rows.count > 0 { add(.blank) }
  }

  mutating func textOrNothing(_ localized: LocalizedText) {
    let string = string(localized)
    if string.isEmpty { add(Line(words.noText, .dim)) } else { text(string) }
  }

  // MARK: The landscape

  private mutating func introduction(_ layout: inout PageLayout) {
    title(string(catalog.landscape.name))
    if let other = otherName(catalog.landscape.name) { add(Line(other, .dim)) }
    blank()
    let introduction = string(catalog.landscape.introduction)
    if !introduction.isEmpty { text(introduction) }
    heading(words.layers)
    table(.layers(outline.layers), &layout)
    let asOf = catalog.string(catalog.landscape.asOf)
    if !asOf.isEmpty { add(Line("\(words.factsAsOf) \(asOf)", .dim)) }
  }

  // MARK: A layer

  private mutating func layer(_ id: LayerID, _ layout: inout PageLayout) {
    let layer = catalog[id]
    title(string(layer.name))
    if let other = otherName(layer.name) { add(Line(other, .dim)) }
    let isGuided = catalog.showsGuide(of: id, in: language)
    if !isGuided { provenance(layer.provenance, isShown: !layer.summary.isEmpty) }
    blank()
    let summary = string(isGuided ? layer.guide : layer.summary)
    if !summary.isEmpty { text(summary) }
    let categories = outline.categories(of: id)
    heading("\(words.categories) (\(categories.count))")
    table(.categories(categories), &layout)
    if categories.isEmpty { add(Line(words.noCategories, .dim)) }
    let recap = string(layer.recap)
    if !recap.isEmpty, !isGuided {
      heading(words.recap)
      text(recap)
    }
  }

  /// Says so where the texts are strata's own and not the file's.
  private mutating func provenance(_ provenance: Provenance, isShown: Bool) {
    if isShown, provenance == .strata { add(Line(words.shippedText, .dim)) }
  }

  // MARK: A category

  private mutating func category(_ id: CategoryID, _ layout: inout PageLayout) {
    let category = catalog[id]
    title(string(category.name), right: [Span(string(catalog[category.layer].name), .dim)])
    if let other = otherName(category.name) { add(Line(other, .dim)) }
    if catalog.showsGuide(of: id, in: language) {
      blank()
      text(string(category.guide))
    } else {
      provenance(category.provenance, isShown: !category.what.isEmpty)
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
    let terms = catalog.terms(of: id)
    if !terms.isEmpty {
      heading(words.terms)
      for term in terms where !term.meaning.isEmpty {
        flow([Span(string(term.term), .strong), Span(colon + string(term.meaning))], hanging: 2)
      }
      let bare = terms.filter(\.meaning.isEmpty).map { string($0.term) }
      if !bare.isEmpty { flow([Span(listed(bare))]) }
    }
    let tools = outline.tools(of: id)
    heading("\(words.tools) (\(tools.count))")
    table(.tools(tools), &layout)
    if tools.isEmpty { add(Line(words.noTools, .dim)) }
    if !catalog.relations(of: id).isEmpty {
      heading(words.related)
      for relation in catalog.relations(of: id) {
        flow(
          [
            Span(string(catalog[relation.category].name), .link, item: 0),
            Span(colon + string(relation.reason)),
          ], hanging: 2, targets: [.page(.category(relation.category))])
      }
    }
  }

  // MARK: A tool

  /// How many alternatives a tool's page names.
  private static let alternativeLimit = 12

  private mutating func tool(_ id: ToolID, _ layout: inout PageLayout) {
    let tool = catalog[id]
    let maturity = catalog.maturity(of: id)
    let mark = Span(glyphs.mark(ofMaturity: maturity) + " " + words.maturity(maturity), Role(maturity: maturity))
    title(catalog.string(tool.name), right: maturity.isEmpty ? [] : [mark])
    blank()
    let summary = string(tool.summary)
    if !summary.isEmpty { text(summary) } else { add(Line(words.noText, .dim)) }
    timeline(of: id)
    blank()
    address(words.homepage, catalog.string(tool.homepage))
    address(words.repository, catalog.string(tool.repository))
    fact(words.license, catalog.value(.license, of: id) ?? "")
    fact(words.organization, catalog.value(.organization, of: id) ?? "")
    let shelves = catalog.shelves(of: id)
    list(words.shelves, shelves.map { (string(catalog[$0].name), .page(.category($0))) })
    fact(words.aliases, listed(strings(.alias, of: id)))
    fact(words.tags, listed(strings(.tag, of: id)))
    list(words.replacedBy, successors(.replacedBy, of: id))
    list(words.replaces, successors(.replaces, of: id))
    furtherFacts(of: id)
    let category = tool.category
    let neighbours = alternatives(to: id)
    if !neighbours.isEmpty {
      heading(words.alternatives)
      table(.chosen(neighbours), &layout)
      flow(
        [
          Span(
            "\(words.allTools)\(string(catalog[category].name)) (\(catalog.toolCount(of: category)))", .link, item: 0)
        ],
        targets: [.page(.category(category))])
    }
    let asOf = catalog.string(catalog.landscape.asOf)
    if !asOf.isEmpty {
      blank()
      add(Line("\(words.factsAsOf) \(asOf)", .dim))
    }
  }

  /// What landscape files say beyond that, each fact once, and all further links.
  private mutating func furtherFacts(of id: ToolID) {
    let fields = catalog.fields(of: id)
    var done: Set<Field.Key> = []
    for field in fields {
      let label = catalog.string(field.label)
      let value = catalog.string(field.value)
      switch field.key {
      case .alias, .license, .organization, .accepted, .incubating, .graduated, .archived, .also, .replacedBy,
        .replaces, .tag, .useCase, .businessUseCase, .link, .keyword, .kind, .lifecycle, .lifecycleNote, .licenseClass,
        .previousLicense, .delivery, .since, .listed, .fact, .pickWhen, .former:
        continue
      case .partOf:
        let tool = catalog.toolID(for: value)
        fact(
          words.title(of: field.key), tool.map { catalog.string(catalog[$0].name) } ?? value,
          target: tool.map { .page(.tool($0)) })
      case .specification, .endUser, .openSource:
        if value == "true" { fact(words.kind, words.title(of: field.key)) }
      case .language, .integrations, .personas, .chat:
        guard done.insert(field.key).inserted else { continue }
        let all = fields.filter { $0.key == field.key }
          .map { [catalog.string($0.value), catalog.string($0.label)].filter { !$0.isEmpty }.joined(separator: " ") }
        fact(words.title(of: field.key), listed(all))
      case .audit, .annualReview:
        let title = words.title(of: field.key)
        let isLink = value.hasPrefix("http")
        let text = [label, label == value ? "" : value].filter { !$0.isEmpty }.joined(separator: "  ")
        fact(title, text, target: isLink ? .url(value) : nil)
      case .annotation: fact(label.isEmpty ? words.title(of: field.key) : label, value)
      case .training:
        fact(words.title(of: field.key), [label, value].filter { !$0.isEmpty }.joined(separator: ": "))
      case .joined, .releaseRate, .advisoryGroup, .stars, .contributors, .started, .latestCommit,
        .latestRelease:
        fact(words.title(of: field.key), value)
      }
    }
    for field in fields where field.key == .link {
      address(words.title(ofLink: catalog.string(field.label)), catalog.string(field.value))
    }
    for field in fields where field.key == .useCase || field.key == .businessUseCase {
      let text = catalog.string(field.value)
      // Where there is no description, the use case stands for it already.
      guard text != string(catalog[id].summary) else { continue }
      heading(words.title(of: field.key))
      self.text(text)
    }
  }

  private var colon: String { words.colon }

  private func listed(_ entries: [String]) -> String { entries.joined(separator: language == .zh ? "、" : ", ") }

  private func strings(_ key: Field.Key, of tool: ToolID) -> [String] {
    catalog.values(key, of: tool).map(catalog.string)
  }

  private func successors(_ key: Field.Key, of tool: ToolID) -> [(String, PageLayout.Target)] {
    strings(key, of: tool).compactMap { id in
      catalog.toolID(for: id).map { (catalog.string(catalog[$0].name), .page(.tool($0))) }
    }
  }

  private mutating func address(_ label: String, _ url: String) {
    guard !url.isEmpty else { return }
    fact(label, [Span(shortened(url), .link, item: 0)], targets: [.url(url)])
  }

  private mutating func list(_ label: String, _ entries: [(name: String, target: PageLayout.Target)]) {
    guard !entries.isEmpty else { return }
    var spans: [Span] = []
    for (index, entry) in entries.enumerated() {
      if index > 0 { spans.append(Span(language == .zh ? "、" : ", ")) }
      spans.append(Span(entry.name, .link, item: index))
    }
    fact(label, spans, targets: entries.map(\.target))
  }

  /// An address without its scheme's ceremony: it is shown, not typed.
  private func shortened(_ url: String) -> String {
    url.hasSuffix("/") ? String(url.dropLast()) : url
  }

  /// The way through the foundation: `○ sandbox 2018-07-31 ── ● graduated 2020-06-15`.
  private mutating func timeline(of id: ToolID) {
    var steps: [(word: String, date: String)] = []
    let accepted = catalog.value(.accepted, of: id)
    for (word, key) in [("incubating", Field.Key.incubating), ("graduated", .graduated), ("archived", .archived)] {
      if let date = catalog.value(key, of: id) { steps.append((word, date)) }
    }
    if let accepted {
      // Accepted on the day of the first step: it entered there.
      if steps.first?.date != accepted { steps.insert(("sandbox", accepted), at: 0) }
      if catalog.maturity(of: id) == "" { steps.removeAll { $0.word == "sandbox" } }
    }
    guard !steps.isEmpty else { return }
    blank()
    // A step is not broken: a line ends before its arrow.
    let arrow = String(repeating: glyphs.horizontal, count: 2) + " "
    var line = Line()
    var used = 0
    for (index, step) in steps.enumerated() {
      let name = "\(glyphs.mark(ofMaturity: step.word)) \(words.maturity(step.word)) "
      let needed = textWidth.columns(name + step.date)
      if index > 0, used + textWidth.columns(arrow) + 1 + needed > width {
        add(line)
        (line, used) = (Line(), 0)
      }
      let lead = index == 0 ? "" : used > 0 ? " " + arrow : arrow
      line.spans += [Span(lead, .rule), Span(name, Role(maturity: step.word)), Span(step.date)]
      used += textWidth.columns(lead) + needed
    }
    add(line)
  }

  /// The tools of the same categories, best established first.
  private func alternatives(to id: ToolID) -> [ToolID] {
    var seen: Set<ToolID> = [id]
    var all: [ToolID] = []
    for shelf in catalog.shelves(of: id) {
      // Of a very large category the first some thousand stand for all.
      for position in 0..<min(catalog.toolCount(of: shelf), 4000) {
        let tool = catalog.tool(at: position, of: shelf)
        if seen.insert(tool).inserted { all.append(tool) }
      }
    }
    return Array(catalog.establishedFirst(all).prefix(PageComposer.alternativeLimit))
  }

  // MARK: Previews

  /// What the preview shows of a subject: less than its page.
  mutating func preview(of page: Page) -> [Line] {
    switch page {
    case .layer(let layer):
      title(string(catalog[layer].name))
      textOrNothing(catalog.showsGuide(of: layer, in: language) ? catalog[layer].guide : catalog[layer].summary)
    case .category(let category):
      title(string(catalog[category].name))
      textOrNothing(
        catalog.showsGuide(of: category, in: language) ? catalog[category].guide : catalog[category].what)
    case .tool(let id):
      let tool = catalog[id]
      let maturity = catalog.maturity(of: id)
      let word = Span(glyphs.mark(ofMaturity: maturity) + " " + words.maturity(maturity), Role(maturity: maturity))
      title(catalog.string(tool.name), right: maturity.isEmpty ? [] : [word])
      textOrNothing(tool.summary)
      timeline(of: id)
      blank()
      fact(words.homepage, shortened(catalog.string(tool.homepage)))
      fact(words.repository, shortened(catalog.string(tool.repository)))
      let license = catalog.value(.license, of: id) ?? ""
      let organization = catalog.value(.organization, of: id) ?? ""
      fact(words.license, license)
      fact(words.organization, organization)
      let shelves = catalog.shelves(of: id)
      if shelves.count > 1 { fact(words.shelves, shelves.map { string(catalog[$0].name) }.joined(separator: ", ")) }
      fact(words.aliases, strings(.alias, of: id).joined(separator: ", "))
    case .introduction: textOrNothing(catalog.landscape.introduction)
    case .choosing: textOrNothing(catalog.landscape.choosing)
    case .recap(let layer): textOrNothing(catalog[layer].recap)
    }
    return lines
  }
}
