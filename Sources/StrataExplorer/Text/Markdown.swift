import StrataScreen

/// The part of Markdown that catalogs and guides use, made into lines: headings, paragraphs, lists, quotes, fenced
/// code, emphasis, code and links. What it does not know stays as it is written.
struct Markdown {
  /// A link met on the way: its address, in the order of the text.
  private(set) var links: [String] = []
  private(set) var lines: [Line] = []

  private let flow: TextFlow
  private let glyphs: Glyphs
  private let width: Int
  /// The number that the first link gets as an item.
  private let firstItem: Int
  /// The addresses that have numbers already; nil: links are not numbered.
  private let numbered: [String]?

  /// Lays out `text` in at most `width` columns. Its links are items from `firstItem` on, and are followed by their numbers
  /// where there are `numbered` ones before them.
  init(
    _ text: String, width: Int, firstItem: Int, flow: TextFlow, glyphs: Glyphs, numbered: [String]? = nil
  ) {
    self.numbered = numbered
    self.flow = flow
    self.glyphs = glyphs
    self.width = width
    self.firstItem = firstItem
    layOut(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init))
  }

  /// What is being gathered, line by line, until something else begins.
  private enum Block {
    case paragraph, quote
    case item(marker: String, indent: Int)
  }

  private var block: Block?
  /// The lines of the block so far.
  private var gathered: [String] = []
  private var isCode = false

  private mutating func layOut(_ source: [String]) {
    for line in source { take(line) }
    endBlock()
    while lines.last.map({ $0.spans.isEmpty }) ?? false { lines.removeLast() }
  }

  private mutating func take(_ line: String) {
    if line.hasPrefix("```") {
      endBlock()
      if !isCode { separate() }
      isCode.toggle()
      return
    }
    if isCode {
      lines.append(Line([Span("  "), Span(line, .code)]))
      return
    }
    let indent = line.prefix { $0 == " " }.count
    let content = String(line.dropFirst(indent))
    if content.allSatisfy(\.isWhitespace) {
      // Items of a list may stand apart in the source; on the screen they do not.
      let wasItem = if case .item? = block { true } else { false }
      endBlock()
      if !wasItem { separate() }
    } else if content.hasPrefix(">") {
      let text = String(content.dropFirst(content.hasPrefix("> ") ? 2 : 1))
      if case .quote? = block { gathered.append(text) } else { begin(.quote, text) }
    } else if let heading = Markdown.heading(content) {
      endBlock()
      addBlock(flow.lines(inline(heading, .heading), width: width))
    } else if let (marker, text) = Markdown.listItem(content, bullet: glyphs.bullet) {
      let wasItem = if case .item? = block { true } else { false }
      endBlock()
      if !wasItem, !lastIsItem { separate() }
      begin(.item(marker: marker, indent: min(indent, 8)), text)
      lastIsItem = true
    } else {
      switch block {
      case .item: gathered.append(content)
      case .paragraph:
        lastIsItem = false
        gathered.append(content)
      case .quote, nil:
        begin(.paragraph, content)
        lastIsItem = false
      }
    }
  }

  private mutating func begin(_ new: Block, _ text: String) {
    endBlock()
    block = new
    gathered = [text]
  }

  /// Lays out what was gathered.
  private mutating func endBlock() {
    let text = gathered.joined(separator: "\n")
    switch block {
    case .paragraph: addBlock(flow.lines(inline(text, .text), width: width))
    case .quote:
      let inner = Markdown(
        text, width: width - 2, firstItem: firstItem + links.count, flow: flow, glyphs: glyphs, numbered: met)
      links += inner.links
      addBlock(inner.lines.map { Line([Span(glyphs.vertical + " ", .rule)] + $0.spans, right: $0.right) })
    case .item(let marker, let indent):
      let hanging = indent + flow.textWidth.columns(marker) + 1
      let laid = flow.lines(inline(text, .text), width: width - hanging)
      for (index, line) in laid.enumerated() {
        let lead =
          index == 0
          ? Span(String(repeating: " ", count: indent) + marker + " ", .heading)
          : Span(String(repeating: " ", count: hanging))
        lines.append(Line([lead] + line.spans))
      }
    case nil: break
    }
    block = nil
    gathered = []
  }

  private var lastIsItem = false

  /// A blank line, unless there is one or nothing stands above.
  private mutating func separate() {
    lastIsItem = false
    if let last = lines.last, !last.spans.isEmpty { lines.append(.blank) }
  }

  private mutating func addBlock(_ block: [Line]) {
    separate()
    lines += block
  }

  private static func heading(_ line: String) -> String? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    return String(line.dropFirst(marks + 1).drop { $0 == " " })
  }

  private static func listItem(_ line: String, bullet: String) -> (String, String)? {
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return (bullet, String(line.dropFirst(2).drop { $0 == " " }))
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    guard (1...3).contains(digits.count) else { return nil }
    let rest = line.dropFirst(digits.count)
    guard rest.first == "." || rest.first == ")", rest.dropFirst().first == " " else { return nil }
    return (digits + ".", String(rest.dropFirst(2).drop { $0 == " " }))
  }

  // MARK: Inside a line

  /// The spans of running text: `**strong**`, `*emphasis*`, `_emphasis_`, `` `code` ``, `[text](address)`, `<address>`.
  private mutating func inline(_ text: String, _ role: Role) -> [Span] {
    var spans: [Span] = []
    var plain = ""
    var rest = Substring(text)
    func flush() {
      if !plain.isEmpty { spans.append(Span(plain, role)) }
      plain = ""
    }
    while let character = rest.first {
      switch character {
      case "\\" where rest.dropFirst().first.map { "\\`*_{}[]()#+-.!>|".contains($0) } ?? false:
        plain.append(rest.dropFirst().first!)
        rest = rest.dropFirst(2)
        continue
      case "`":
        if let (inner, after) = Markdown.enclosed(rest, by: "`") {
          flush()
          spans.append(Span(inner, .code))
          rest = after
          continue
        }
      case "*", "_":
        let boundary = character == "*" || !(plain.last.map { $0.isLetter || $0.isNumber } ?? false)
        let mark = rest.dropFirst().first == character ? String([character, character]) : String(character)
        if boundary, let (inner, after) = Markdown.enclosed(rest, by: mark), inner.first != " ", inner.last != " " {
          flush()
          spans += inline(inner, mark.count == 2 ? .strong : .emphasis)
          rest = after
          continue
        }
      case "!" where rest.dropFirst().first == "[":
        // A picture: its words, if it has any.
        if let (words, _, after) = Markdown.link(rest.dropFirst()) {
          plain += words
          rest = after
          continue
        }
      case "[":
        if let (words, address, after) = Markdown.link(rest) {
          flush()
          let item = firstItem + links.count
          links.append(address)
          spans.append(Span(words.isEmpty ? address : words, .link, item: item))
          spans += number(of: address)
          rest = after
          continue
        }
      case "<":
        if let end = rest.firstIndex(of: ">") {
          let address = rest[rest.index(after: rest.startIndex)..<end]
          if address.hasPrefix("https://") || address.hasPrefix("http://") {
            flush()
            spans.append(Span(String(address), .link, item: firstItem + links.count))
            links.append(String(address))
            spans += number(of: String(address))
            rest = rest[rest.index(after: end)...]
            continue
          }
        }
      default: break
      }
      plain.append(character)
      rest = rest.dropFirst()
    }
    flush()
    return spans
  }

  /// The number of the link that was just met: that of its address, if it was met before.
  private func number(of address: String) -> [Span] {
    met?.firstIndex(of: address).map { [Span("\u{A0}[\($0 + 1)]", .dim)] } ?? []
  }

  /// The addresses met so far, each once; nil where they are not numbered.
  private var met: [String]? {
    guard var all = numbered else { return nil }
    for link in links where !all.contains(link) { all.append(link) }
    return all
  }

  /// What stands between two equal marks at the beginning of `text`, and the rest.
  private static func enclosed(_ text: Substring, by mark: String) -> (String, Substring)? {
    let inner = text.dropFirst(mark.count)
    var place = inner.startIndex
    while place < inner.endIndex {
      if inner[place...].hasPrefix(mark) {
        guard place > inner.startIndex else { return nil }
        return (String(inner[..<place]), inner[place...].dropFirst(mark.count))
      }
      place = inner.index(after: place)
    }
    return nil
  }

  /// `[words](address)` at the beginning of `text`, and the rest.
  private static func link(_ text: Substring) -> (words: String, address: String, rest: Substring)? {
    guard let close = text.firstIndex(of: "]") else { return nil }
    let after = text[text.index(after: close)...]
    guard after.first == "(", let end = after.firstIndex(of: ")") else { return nil }
    let words = text[text.index(after: text.startIndex)..<close].split(whereSeparator: \.isNewline).joined(
      separator: " ")
    let address = after[after.index(after: after.startIndex)..<end].split(separator: " ").first.map(String.init) ?? ""
    return (words, address, after[after.index(after: end)...])
  }
}
