import StrataCatalog
import StrataScreen

/// Lays out pages: what is on them, in which order, at a width.
struct PageComposer {
  let catalog: Catalog
  let outline: Outline
  let language: Language
  let words: Words
  let glyphs: Glyphs
  let textWidth: TextWidth
  /// Columns.
  let width: Int

  private(set) var lines: [Line] = []
  private(set) var items: [PageLayout.Item] = []
  /// The addresses met so far, each once, in the order of their numbers.
  private(set) var addresses: [PageLayout.Address] = []
  /// Their numbers, from 1.
  private(set) var numbers: [String: Int] = [:]
  /// Whether links are followed by their numbers: on pages, not in previews.
  var numbersLinks = false
  /// How many items stand before the part being written.
  var firstItem = 0

  var flow: TextFlow { TextFlow(textWidth) }

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
  mutating func text(_ text: String, indent: Int = 0) {
    let laid = Markdown(
      text, width: width - indent, firstItem: firstItem + items.count, flow: flow, glyphs: glyphs,
      numbers: numbersLinks ? numbers : nil)
    for link in laid.links { _ = number(of: link, title: words.links) }
    append(laid.lines, indent: indent, targets: laid.links.map(PageLayout.Target.url))
    for limit in laid.limits { add(Line(limit.sentence(in: language), .dim)) }
  }

  /// Spans, wrapped. Their items are numbered from 0 and lead to `targets`.
  mutating func flow(_ spans: [Span], indent: Int = 0, hanging: Int = 0, targets: [PageLayout.Target] = []) {
    let start = firstItem + items.count
    let numbered = spans.map { span in
      var span = span
      if let item = span.item { span.item = start + item }
      return span
    }
    append(flow.lines(numbered, width: width - indent - hanging), indent: indent, hanging: hanging, targets: targets)
  }

  private mutating func append(_ laid: [Line], indent: Int, hanging: Int = 0, targets: [PageLayout.Target]) {
    let start = firstItem + items.count
    let first = lines.count
    for (index, line) in laid.enumerated() {
      let space = indent + (index > 0 ? hanging : 0)
      var line = line
      if space > 0, !line.spans.isEmpty { line.spans.insert(Span(String(repeating: " ", count: space)), at: 0) }
      lines.append(line)
    }
    // The line that each stands on first.
    var places: [Int: Int] = [:]
    for (index, line) in laid.enumerated().reversed() {
      for case let item? in line.spans.map(\.item) { places[item] = index }
    }
    for (number, target) in targets.enumerated() {
      items.append(PageLayout.Item(line: first + (places[start + number] ?? max(0, laid.count - 1)), target: target))
    }
  }

  /// A label and its value, aligned; the value may be a link.
  mutating func fact(_ label: String, _ value: String, target: PageLayout.Target? = nil) {
    guard !value.isEmpty else { return }
    fact(
      label, [Span(value, target == nil ? .text : .link, item: target == nil ? nil : 0)],
      targets: target.map { [$0] } ?? [])
  }

  mutating func fact(_ label: String, _ spans: [Span], targets: [PageLayout.Target]) {
    let labels = max(2, min(labelWidth, width / 2))
    var lead = textWidth.truncated(label, columns: labels - 1)
    lead += String(repeating: " ", count: max(0, labels - textWidth.columns(lead)))
    var spans = spans
    for case .url(let url) in targets {
      let number = number(of: url, title: label)
      if numbersLinks { spans.append(Span("\u{A0}[\(number)]", .dim)) }
    }
    let first = lines.count
    flow(spans, indent: labels, targets: targets)
    if !lines[first].spans.isEmpty { lines[first].spans[0] = Span(lead, .dim) }
  }

  private var labelWidth: Int { language == .en ? 16 : 12 }

  /// The number of an address, from 1.
  private mutating func number(of url: String, title: String) -> Int {
    if let number = numbers[url] { return number }
    addresses.append(PageLayout.Address(title: title, url: url))
    numbers[url] = addresses.count
    return addresses.count
  }

  /// Takes what was written so far, and starts the next part.
  mutating func take() -> (lines: [Line], items: [PageLayout.Item]) {
    defer {
      firstItem += items.count
      lines = []
      items = []
    }
    return (lines, items)
  }

  // MARK: Words

  func string(_ text: LocalizedText) -> String { catalog.string(text, in: language) }

  /// The name in the other language, if it is another one.
  func otherName(_ name: LocalizedText) -> String? {
    let other = catalog.string(name, in: language == .en ? .zh : .en)
    return other == string(name) ? nil : other
  }
}
