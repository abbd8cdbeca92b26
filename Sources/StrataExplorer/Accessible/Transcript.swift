import StrataCatalog
public import StrataScreen

/// What is on the screen as lines to be read out, each beginning with its kind: `Tool 3 of 12: Envoy, graduated`.
public struct Transcript: Hashable, Sendable {
  public struct Line: Hashable, Sendable {
    /// What it is, as `Tool 3 of 12`, `Text`, `Heading`.
    public var kind: String
    public var text: String
    /// What one types to open it; nil where nothing is to be opened.
    public var number: Int?
    /// What that means on the screen.
    var spot: Layout.Spot?
  }

  /// Where one is.
  public var title: String
  /// What has just happened, and the query that narrows what there is.
  public var remarks: [Line]
  public var lines: [Line]
  /// The screen that it is of.
  fileprivate var mode: Mode

  /// The lines that are not as they were, where the same is there as before; nil where something else is.
  public func changes(since before: Transcript) -> [Line]? {
    guard mode == before.mode, lines.map(\.spot) == before.lines.map(\.spot), lines.count == before.lines.count else {
      return nil
    }
    return zip(lines, before.lines).filter { $0 != $1 }.map(\.0)
  }
}

extension Explorer {
  /// The screen that nobody sees: paragraphs and rows of lists are whole there, and all of them are. What is said of a row beside
  /// its name is no more than one listens to.
  private static let unseen = (texts: Size(columns: 4000, rows: 3000), lists: Size(columns: 400, rows: 3000))

  /// What is on the screen, to be read out.
  public mutating func transcript() -> Transcript {
    context.size = top.state.isText ? Explorer.unseen.texts : Explorer.unseen.lists
    settle()
    var remarks: [Transcript.Line] = []
    if let toast { remarks.append(Transcript.Line(kind: words.readMessage, text: toast.text)) }
    if !context.query.isPlain {
      let chips = context.chips.map(\.title) + [context.orderText(context.query.order, context.query.isReversed)]
      let shown = chips.filter { !$0.isEmpty }.joined(separator: context.listSeparator)
      let count = context.share(context.outline.toolCount, of: catalog.tools.count, words.toolsCounted)
      remarks.append(
        Transcript.Line(
          kind: words.filters, text: context.query.narrows ? "\(shown)\(words.semicolon)\(count)" : shown))
    }
    if let prompt = top.state.prompt, !prompt.isEmpty {
      remarks.append(Transcript.Line(kind: words.readTyped, text: prompt.text))
    }
    let title = top.state.path(context).joined(separator: " > ")
    return Transcript(
      title: "\(words.title(of: mode))\(words.colon)\(title)", remarks: remarks, lines: readLines,
      mode: mode)
  }

  /// What stands on the layout, from the top to the bottom.
  private var readLines: [Transcript.Line] {
    var parts = layout.parts(in: areas.body)
    // Rooms stand side by side: they are read in the order of their numbers.
    if mode == .map { parts.sort { $0.number < $1.number } }
    let rows = parts.filter { part in part.spot.map(isRead) ?? false }
    let readsTexts = top.state.readsTexts || rows.isEmpty
    // On a page rows are numbered together with links.
    let onPage = work.page(top.state.shownText)?.itemCount ?? 0
    var totals: [Int: Int] = [:]
    for case .row(let pane, let index)? in rows.map(\.spot) { totals[pane] = max(totals[pane] ?? 0, index + 1) }
    var lines: [Transcript.Line] = []
    var links: [(item: Int, text: String)] = []
    for part in parts {
      if let spot = part.spot, isRead(spot), case .row(let pane, let index) = spot {
        guard !part.text.isEmpty, !isHeading(index) else {
          if !part.text.isEmpty { lines.append(Transcript.Line(kind: words.readHeading, text: part.text)) }
          continue
        }
        let kind = context.ordinalKind(
          top.state.noun(pane: pane, mark: part.mark, context), index, of: max(onPage, totals[pane] ?? 0))
        lines.append(Transcript.Line(kind: kind, text: part.text, number: index + 1, spot: spot))
      } else if part.spot == nil, part.isHeading, !part.text.isEmpty, readsTexts || top.state.hasHeadings {
        lines.append(Transcript.Line(kind: words.readHeading, text: part.text))
      } else if part.spot == nil, readsTexts, !part.text.isEmpty {
        lines.append(Transcript.Line(kind: words.readText, text: part.text))
        links += part.items
      }
    }
    // A link that is broken into two lines is one.
    var seen: [Int: Int] = [:]
    var joined: [(item: Int, text: String)] = []
    for link in links {
      if let place = seen[link.item] {
        joined[place].text += " " + link.text
      } else {
        seen[link.item] = joined.count
        joined.append(link)
      }
    }
    let last = max(onPage, joined.map { $0.item + 1 }.max() ?? 0)
    return lines
      + joined.map { link in
        Transcript.Line(
          kind: context.ordinalKind(words.link, link.item, of: last), text: link.text, number: link.item + 1,
          spot: .item(link.item))
      }
  }

  /// Whether a row is of the list that the keys are in.
  private func isRead(_ spot: Layout.Spot) -> Bool {
    guard case .row(let pane, _) = spot else { return false }
    return top.state.readsOut(pane: pane, context)
  }

  private func isHeading(_ index: Int) -> Bool {
    guard case .help(let help) = top, help.rows.indices.contains(index) else { return false }
    return help.rows[index].kind == .heading
  }

  /// Selects what has a number, and opens it or presses keys on it. False where nothing has it.
  ///
  /// - Parameter keys: none: layers and categories are gone into, all else is opened.
  public mutating func take(_ number: Int, in transcript: Transcript, keys: [Key] = []) -> [Effect]? {
    guard let spot = transcript.lines.first(where: { $0.number == number })?.spot else { return nil }
    toast = nil
    pointer = Pointer()
    var effects = select(spot)
    settle()
    if !keys.isEmpty {
      for key in keys { effects += handle(.key(key)) }
    } else if case .browse = top {
      effects += move(.goIn)
    } else {
      effects += move(.open)
    }
    settle()
    return effects
  }

  /// Goes one level back, as Esc does; out of a page and of the lists.
  public mutating func goBack() -> [Effect] {
    let effects = perform(.escape)
    settle()
    return effects
  }

  /// What one may type, in a sentence.
  public var readingHint: String { words.readHint }
  public var unknownHint: String { words.readUnknown }
  /// Behind the number of lines that are left.
  public var moreHint: String { words.readMore }

  /// Whether what is typed is text, and is not that of a list that it narrows.
  public var asksForText: Bool {
    switch mode.kind {
    case .prompt: mode == .note || mode == .folder
    case .view, .list, .bar: false
    }
  }

  /// Searches for words, or narrows the list that a field stands over.
  public mutating func type(_ text: String) {
    toast = nil
    if case .palette = top {} else if case .filters = top {} else { openSearch() }
    var screen = top
    screen.change { $0.prompt = Prompt(text) }
    top = screen
    settle()
  }

  /// Does an action by its name; where several have it, lists them.
  public mutating func perform(named text: String) -> [Effect] {
    toast = nil
    let matcher = TextMatcher(text)
    let found = namedActions.filter { action in
      Language.allCases.contains { matcher.matches(Words[$0].title(of: action)) }
    }
    let exact = found.filter { action in
      Language.allCases.contains { Words[$0].title(of: action).lowercased() == text.lowercased() }
    }
    defer { settle() }
    if let only = exact.first ?? (found.count == 1 ? found[0] : nil) { return perform(only) }
    _ = perform(.palette)
    type(text)
    return []
  }
}

extension Context {
  /// `Tool 3 of 12`, or `第 3/12 个工具`.
  fileprivate func ordinalKind(_ noun: String, _ index: Int, of count: Int) -> String {
    ordinal(index, of: max(count, index + 1), noun).capitalizedFirst
  }
}

extension Layout {
  /// A line of text where it stands, without what is only drawn.
  struct Part {
    var rect: Rect
    var text: String
    /// The sign at its beginning.
    var mark: String
    var isHeading: Bool
    var spot: Spot?
    /// The links in it.
    var items: [(item: Int, text: String)]

    /// Its place in its list; what is no row comes last.
    var number: Int { if case .row(_, let index) = spot { index } else { .max } }
  }

  /// The lines in a part of the screen, from its top.
  func parts(in area: Rect) -> [Part] {
    var spots: [Rect: Spot] = [:]
    for region in regions { if case .row = region.spot { spots[region.rect] = region.spot } }
    return lines.filter { area.contains(Point(x: $0.rect.x, y: $0.rect.y)) }.map { line, rect in
      var text = ""
      var mark = ""
      var items: [(Int, String)] = []
      for span in line.spans + [Span("  ")] + line.right where span.role != .rule && span.role != .bars {
        var own = span.text
        // A sign before its word.
        if let first = own.first, glyphs.marks.contains(first), own.dropFirst().first == " " { own.removeFirst(2) }
        // A sign that words say again behind it.
        if text.isEmpty, mark.isEmpty, own.unicodeScalars.count <= 2, let first = own.unicodeScalars.first,
          !first.isASCII,
          !first.properties.isAlphabetic
        {
          mark = String(first)
          continue
        }
        text += own
        if let item = span.item { items.append((item, own)) }
      }
      return Part(
        rect: rect, text: Layout.collapsed(text), mark: mark,
        isHeading: line.spans.first.map { $0.role == .heading || $0.role == .title } ?? false, spot: spots[rect],
        items: items)
    }.sorted { ($0.rect.y, $0.rect.x) < ($1.rect.y, $1.rect.x) }
  }

  /// Text whose columns are parted by commas.
  private static func collapsed(_ text: String) -> String {
    var parts: [String] = []
    var part = ""
    var blanks = 0
    for character in text {
      if character == " " {
        blanks += 1
        continue
      }
      if blanks > 1, !part.isEmpty {
        parts.append(part)
        part = ""
      } else if blanks == 1, !part.isEmpty {
        part.append(" ")
      }
      blanks = 0
      part.append(character)
    }
    if !part.isEmpty { parts.append(part) }
    return parts.joined(separator: ", ")
  }
}

// What is read out, screen by screen: the others have one list of rows.

extension GuideScreen { var isText: Bool { true } }
extension PageScreen { var isText: Bool { true } }
extension FindingsScreen { var isText: Bool { true } }
extension CompareScreen { var isText: Bool { true } }

extension StatisticsScreen { var readsTexts: Bool { true } }
extension SectionedScreen { var hasHeadings: Bool { true } }

extension BrowseScreen {
  func readsOut(pane: Int, _ context: Context) -> Bool { pane == context.place.level.rawValue }
  func noun(pane: Int, mark: String, _ context: Context) -> String {
    [context.words.layer, context.words.category, context.words.tool][min(pane, 2)]
  }
}

extension MapScreen {
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.category }
}

extension GuideScreen {
  func readsOut(pane: Int, _ context: Context) -> Bool { isInContents ? pane == 0 : pane == 1 }
  func noun(pane: Int, mark: String, _ context: Context) -> String {
    pane == 0 ? context.words.page : context.words.entry
  }
}

extension PageScreen {
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.entry }
}

extension ResultsScreen {
  func noun(pane: Int, mark: String, _ context: Context) -> String {
    switch mark {
    case context.glyphs.layerMark: context.words.layer
    case context.glyphs.categoryMark: context.words.category
    default: context.words.tool
    }
  }
}

extension FiltersScreen {
  func readsOut(pane: Int, _ context: Context) -> Bool { pane == (isInValues ? 1 : 0) }
  func noun(pane: Int, mark: String, _ context: Context) -> String {
    pane == 0 ? context.words.facet : context.words.value
  }
}

extension CompareScreen {
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.tool }
}

extension PaletteScreen {
  func noun(pane: Int, mark: String, _ context: Context) -> String { context.words.action }
}
