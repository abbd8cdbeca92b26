import StrataCatalog
import StrataScreen

/// Lays out pages: what is on them, in which order, at a width.
struct PageComposer {
  let context: Context
  /// Columns of the text, and of tables.
  let width: Int
  let tableWidth: Int

  private(set) var lines: [Line] = []
  private(set) var items: [PageText.Item] = []
  /// The addresses met so far.
  private(set) var addresses = Addresses()
  /// How many items stand before the part being written.
  var firstItem = 0
  private var room: PageRoom
  /// Entries for which there was no room.
  private var leftOut = 0

  init(_ context: Context, width: Int, tableWidth: Int, room: PageRoom) {
    self.context = context
    self.room = room
    self.width = width
    self.tableWidth = tableWidth
  }

  var catalog: Catalog { context.catalog }
  var words: Words { context.words }
  var language: Language { context.language }
  var glyphs: Glyphs { context.glyphs }
  var textWidth: TextWidth { context.textWidth }

  var flow: TextFlow {
    var flow = TextFlow(textWidth)
    flow.maximumLength = room.longestEntry
    return flow
  }

  // MARK: Parts

  mutating func add(_ line: Line) { lines.append(line) }

  mutating func blank() {
    if let last = lines.last, !last.spans.isEmpty { lines.append(.blank) }
  }

  mutating func title(_ text: String, right: [Span] = []) {
    let room = right.reduce(0) { $0 + textWidth.columns($1.text) }
    let laid = flow.lines(text, .title, width: room > 0 && room + 8 < width ? width - room - 1 : width)
    lines += laid
    if room > 0, room + 8 < width { lines[lines.count - laid.count].right = right }
  }

  mutating func heading(_ text: String) {
    blank()
    lines += flow.lines(text, .heading, width: width)
  }

  /// A text of the catalog: Markdown.
  mutating func text(_ text: Text) {
    let most = min(room.texts, Markdown.maximumLength)
    let laid = Markdown(
      catalog.string(text, upTo: most), length: Int(text.length), width: width, firstItem: firstItem + items.count,
      flow: flow, glyphs: glyphs)
    room.texts -= min(most, Int(text.length))
    for link in laid.links { addresses.add(words.link, link) }
    append(laid.lines, indent: 0, targets: laid.links.map(PageText.Target.url))
    for limit in laid.limits { lines += flow.lines(limit.sentence(in: language), .dim, width: width) }
  }

  /// A text as the catalog has it: the file's own words; then, beside them and marked, what strata adds.
  mutating func passages(_ localized: LocalizedText) {
    for passage in localized.passages(in: language) {
      switch passage.source {
      case .file: break
      case .strata:
        blank()
        add(Line(words.shippedText, .dim))
      }
      text(passage.text)
    }
  }

  mutating func passagesOrNothing(_ localized: LocalizedText) {
    if localized.isEmpty { add(Line(words.noText, .dim)) } else { passages(localized) }
  }

  /// The name as title, then what it is called in the other language, and whose name it is where it is strata's.
  mutating func title(_ name: LocalizedText, right: [Span] = []) {
    title(context.shown(name), right: right)
    let mark =
      switch name.source(in: language) {
      case .file: ""
      case .strata: words.shippedName
      }
    let said = [otherName(name) ?? "", mark].filter { !$0.isEmpty }
    if !said.isEmpty { add(Line(said.joined(separator: "  \(glyphs.dot)  "), .dim)) }
  }

  /// A table with a head, as wide as tables are. Of each row the first cell leads to its target.
  mutating func columns(_ head: [String], _ rows: [(cells: [String], target: PageText.Target)]) {
    let start = firstItem + items.count
    let cells =
      [head.map { [Span($0, .strong)] }]
      + rows.enumerated().map { index, row in
        row.cells.enumerated().map { column, cell in
          column == 0 ? [Span(cell, .link, item: start + index)] : cell.isEmpty ? [] : [Span(cell)]
        }
      }
    let laid = MarkdownTable.lines(
      cells, head.map { _ in .left }, width: tableWidth, flow: flow, glyphs: glyphs)
    append(laid, indent: 0, targets: rows.map(\.target))
  }

  /// Spans, wrapped. Their items are numbered from 0 and lead to `targets`.
  mutating func flow(_ spans: [Span], indent: Int = 0, hanging: Int = 0, targets: [PageText.Target] = []) {
    guard hasRoom() else { return }
    room.entries -= PageRoom.entry + min(room.longestEntry, spans.reduce(0) { $0 + $1.text.utf8.count })
    let start = firstItem + items.count
    let numbered = spans.map { span in
      var span = span
      if let item = span.item { span.item = start + item }
      return span
    }
    append(flow.lines(numbered, width: width - indent - hanging), indent: indent, hanging: hanging, targets: targets)
  }

  /// Whether there is room for one more entry; where there is none, it is counted.
  private mutating func hasRoom() -> Bool {
    if room.entries <= 0 { leftOut += 1 }
    return room.entries > 0
  }

  /// Bytes of a list beyond which nothing of it is made.
  var longestEntry: Int { room.longestEntry }

  /// Counts entries for which a list has no room.
  mutating func leaveOut(_ count: Int) { leftOut += count }

  /// Tells of what there was no room for.
  mutating func tellRest() {
    guard leftOut > 0 else { return }
    blank()
    lines += flow.lines(words.notShown(leftOut), .dim, width: width)
  }

  private mutating func append(_ laid: [Line], indent: Int, hanging: Int = 0, targets: [PageText.Target]) {
    let start = firstItem + items.count
    let first = lines.count
    for (index, line) in laid.enumerated() {
      let space = indent + (index > 0 ? hanging : 0)
      var line = line
      if space > 0, !line.spans.isEmpty { line.spans.insert(Span(String(repeating: " ", count: space)), at: 0) }
      lines.append(line)
    }
    guard !targets.isEmpty else { return }
    // Items stand in the order of the lines.
    var line = [Int](repeating: max(0, laid.count - 1), count: targets.count)
    for (index, laidLine) in laid.enumerated().reversed() {
      for case let item? in laidLine.spans.map(\.item) where line.indices.contains(item - start) {
        line[item - start] = index
      }
    }
    for (number, target) in targets.enumerated() {
      items.append(PageText.Item(line: first + line[number], target: target))
    }
  }

  /// A label and its value, aligned; the value may be a link.
  mutating func fact(_ label: String, _ value: String, target: PageText.Target? = nil) {
    guard !value.isEmpty else { return }
    fact(
      label, [Span(value, target == nil ? .text : .link, item: target == nil ? nil : 0)],
      targets: target.map { [$0] } ?? [])
  }

  mutating func fact(_ label: String, _ spans: [Span], targets: [PageText.Target]) {
    guard hasRoom() else { return }
    let labels = max(2, min(labelWidth, width / 2))
    var lead = textWidth.truncated(label, columns: labels - 1)
    lead += String(repeating: " ", count: max(0, labels - textWidth.columns(lead)))
    for case .url(let url) in targets { addresses.add(label, url) }
    let first = lines.count
    flow(spans, indent: labels, targets: targets)
    if !lines[first].spans.isEmpty { lines[first].spans[0] = Span(lead, .dim) }
  }

  /// Columns of the labels: as many as the longest takes, where it is known.
  lazy var labelWidth = language.choose(en: 16, zh: 12)

  /// Takes what was written so far, and starts the next part.
  mutating func take() -> (lines: [Line], items: [PageText.Item]) {
    defer {
      firstItem += items.count
      lines = []
      items = []
    }
    return (lines, items)
  }

  // MARK: Words

  func string(_ text: LocalizedText) -> String { context.string(text) }

  /// The name in the next language, if it is another one.
  func otherName(_ name: LocalizedText) -> String? {
    let other = context.shown(name.choose(language.next))
    return other == context.shown(name) ? nil : other
  }
}
