import StrataScreen

/// A Markdown text made into lines: what CommonMark 0.31 knows, and tables.
///
/// Raw HTML is drawn by what it says, not by its tags. Bounds: `maximumLength` bytes of the text, and
/// `MarkdownBlocks.maximumDepth` quotes and items inside one another; `limits` says which were met. Work is linear.
struct Markdown {
  /// Bytes of a text that are laid out.
  static let maximumLength = 1 << 18

  enum Limit: Hashable {
    /// So many bytes at the end are not laid out.
    case length(rest: Int)
    case depth
  }

  /// The addresses of the links, in the order of the text.
  private(set) var links: [String] = []
  private(set) var lines: [Line] = []
  private(set) var limits: [Limit] = []
  /// Bytes looked at.
  private(set) var steps = 0

  private var flow: TextFlow
  private let glyphs: Glyphs
  private let width: Int
  /// The number that the first link gets as an item.
  private let firstItem: Int
  /// The numbers of addresses, from 1; nil: links are not numbered.
  private var numbers: [String: Int]?
  private let definitions: [String: String]
  private let blocks: [MarkdownBlocks.Block]

  /// What stands before each line of a container: once, and then.
  private struct Lead {
    var first: Span?
    var rest: Span
    var width: Int
  }
  private var leads: [Lead] = []
  private var leadWidth = 0

  /// Lays out `text` in at most `width` columns. Its links are items from `firstItem` on; where there are `numbers` (of the
  /// addresses met before, from 1), they are followed by theirs, new ones by the next. Of a text of which only the beginning
  /// is at hand, `length` says how many bytes all of it has.
  init(
    _ text: String, length: Int? = nil, width: Int, firstItem: Int, flow: TextFlow, glyphs: Glyphs,
    numbers: [String: Int]? = nil
  ) {
    self.numbers = numbers
    self.flow = flow
    // The text has a bound; what is written out of it (numbers of links, entities) is at most three times as long.
    self.flow.maximumLength = 4 * Markdown.maximumLength
    self.glyphs = glyphs
    self.width = max(1, width)
    self.firstItem = firstItem
    let bytes = Array(text.beginning(Markdown.maximumLength).utf8)
    let source = MarkdownBlocks(bytes)
    blocks = source.blocks
    definitions = source.definitions
    steps = source.steps
    let rest = (length ?? text.utf8.count) - bytes.count
    if rest > 0 { limits.append(.length(rest: rest)) }
    if source.isTooDeep { limits.append(.depth) }
    layOut()
  }

  // MARK: Blocks

  /// A block that is entered, or a container that is left.
  private enum Step {
    case enter(Int, place: Int)
    case leave
  }

  private mutating func layOut() {
    var steps = [Step.enter(0, place: 0)]
    while let step = steps.popLast() {
      switch step {
      case .leave: leadWidth -= leads.removeLast().width
      case .enter(let index, let place):
        let block = blocks[index]
        if place > 0 || blocks[max(0, block.parent)].kind == .quote || index == 0 { separate(index, place) }
        switch block.kind {
        case .document, .list: break
        case .quote:
          push(Lead(first: nil, rest: Span(glyphs.vertical + " ", .rule), width: 2))
          steps.append(.leave)
        case .item:
          begin(item: place, of: block)
          if block.children.isEmpty { emit(Line()) }
          steps.append(.leave)
        case .paragraph: paragraphs(block.text, .text)
        case .heading: paragraphs(block.text, .heading)
        case .rule: emit(Line(String(repeating: glyphs.horizontal, count: room), .rule))
        case .code: code(block.text)
        case .html: paragraphs(block.text, .text, isHTML: true)
        case .table(let alignments): table(block.text, alignments)
        case .nothing: break
        }
        for (place, child) in block.children.enumerated().reversed() { steps.append(.enter(child, place: place)) }
      }
    }
    while lines.last.map({ $0.spans.isEmpty }) ?? false { lines.removeLast() }
  }

  /// A blank line between a block and the one before it; none between items, nor between an item's text and its list.
  private mutating func separate(_ index: Int, _ place: Int) {
    guard place > 0, let last = lines.last, !last.spans.isEmpty else { return }
    let parent = blocks[index].parent
    let kind = blocks[index].kind
    if kind == .item || kind == .nothing { return }
    if case .list = kind {
      let before = blocks[blocks[parent].children[place - 1]].kind
      if case .list = before { return }
      if blocks[parent].kind == .item, before == .paragraph { return }
    }
    var spans = leads.map(\.rest)
    while let last = spans.last, last.role != .rule { spans.removeLast() }
    if !spans.isEmpty { spans[spans.count - 1] = Span(glyphs.vertical, .rule) }
    lines.append(Line(spans))
  }

  private mutating func push(_ lead: Lead) {
    var lead = lead
    // So deep that nothing would be left: no further in.
    if lead.width + leadWidth >= width {
      lead = Lead(first: nil, rest: Span(""), width: 0)
    }
    leads.append(lead)
    leadWidth += lead.width
  }

  private mutating func begin(item place: Int, of block: MarkdownBlocks.Block) {
    var marker = glyphs.bullet + " "
    if case .list(let start?, _) = blocks[block.parent].kind { marker = "\(start + place). " }
    let columns = flow.textWidth.columns(marker)
    push(Lead(first: Span(marker, .heading), rest: Span(String(repeating: " ", count: columns)), width: columns))
  }

  /// Columns for the text of the innermost container.
  private var room: Int { max(1, width - leadWidth) }

  private mutating func emit(_ line: Line) {
    var spans: [Span] = []
    for index in leads.indices {
      let span = leads[index].first ?? leads[index].rest
      leads[index].first = nil
      guard !span.text.isEmpty else { continue }
      if let last = spans.last, last.role == span.role, last.item == nil {
        spans[spans.count - 1].text += span.text
      } else {
        spans.append(span)
      }
    }
    lines.append(Line(spans + line.spans, right: line.right))
  }

  private mutating func code(_ text: [UInt8]) {
    var rest = text[...]
    if rest.last == .lineFeed { rest.removeLast() }
    for line in rest.split(separator: .lineFeed, omittingEmptySubsequences: false) {
      // What is too long goes on in the next line.
      for piece in flow.cut(Markdown.untabbed(line), columns: max(1, room - 2)) {
        emit(Line([Span("  "), Span(piece, .code)]))
      }
    }
  }

  private static func untabbed(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(.tab) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    for byte in line {
      if byte == .tab {
        repeat { bytes.append(.space) } while !bytes.count.isMultiple(of: 4)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func table(_ text: [UInt8], _ alignments: [MarkdownBlocks.Alignment]) {
    var rows: [[[Span]]] = []
    for line in text.split(separator: .lineFeed) {
      var cells = MarkdownTable.cells(of: line).prefix(alignments.count).map { spans(of: $0, .text) }
      if rows.isEmpty {
        for index in cells.indices {
          for span in cells[index].indices where cells[index][span].role == .text { cells[index][span].role = .strong }
        }
      }
      while cells.count < alignments.count { cells.append([]) }
      rows.append(cells)
    }
    for line in MarkdownTable.lines(rows, alignments, width: room, flow: flow, glyphs: glyphs) { emit(line) }
  }

  /// Running text. Breaks that hold begin a new line.
  private mutating func paragraphs(_ text: [UInt8], _ role: Role, isHTML: Bool = false) {
    for spans in segments(of: text, role, isHTML: isHTML) where !spans.isEmpty || !isHTML {
      for line in flow.lines(spans, width: room) { emit(line) }
    }
  }

  private mutating func spans(of text: [UInt8], _ role: Role) -> [Span] {
    Array(segments(of: text, role).joined(separator: [Span(" ", role)]))
  }

  // MARK: Inside a paragraph

  private mutating func segments(of text: [UInt8], _ role: Role, isHTML: Bool = false) -> [[Span]] {
    var text = text[...]
    text.trimBlanks()
    guard !text.isEmpty else { return [] }
    let inlines = MarkdownInlines(Array(text), definitions: definitions, isHTML: isHTML)
    steps += inlines.steps
    var builder = MarkdownSpans(role)
    for piece in inlines.pieces {
      switch piece {
      case .text(let bytes): builder.append(bytes)
      case .code(let bytes): builder.append(code: bytes)
      case .softBreak: builder.append([.lineFeed])
      case .hardBreak: builder.breakLine()
      case .signs(let index):
        let signs = inlines.signs[index]
        builder.style(.strong, by: -signs.strongEnds)
        builder.style(.emphasis, by: -signs.emphasisEnds)
        builder.append(Array(repeating: signs.byte, count: signs.count))
        builder.style(.strong, by: signs.strongBegins)
        builder.style(.emphasis, by: signs.emphasisBegins)
      case .style(let style, let begins): builder.style(style, by: begins ? 1 : -1)
      case .linkBegins(let address): builder.beginLink(address, item: firstItem + links.count)
      case .linkEnds:
        if let address = builder.endLink() { note(address, &builder) }
      case .imageBegins: builder.beginImage()
      case .imageEnds(let address):
        if let address = builder.endImage(address, item: firstItem + links.count) { note(address, &builder) }
      case .address(let address):
        builder.beginLink(address, item: firstItem + links.count)
        builder.append(Array(address.utf8))
        if let address = builder.endLink() { note(address, &builder) }
      }
    }
    return builder.segments
  }

  /// A link has been written: its number follows.
  private mutating func note(_ address: String, _ builder: inout MarkdownSpans) {
    links.append(address)
    guard numbers != nil else { return }
    let number = numbers![address] ?? numbers!.count + 1
    numbers![address] = number
    builder.append(Span("\u{A0}[\(number)]", .dim))
  }
}
