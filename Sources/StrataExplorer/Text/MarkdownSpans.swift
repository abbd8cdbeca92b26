import StrataScreen

/// Spans being written: the style they are in, the link they belong to, and where lines end for good.
struct MarkdownSpans {
  private var finished: [[Span]] = []
  private var spans: [Span] = []
  private var text: [UInt8] = []
  private let role: Role
  private var strong = 0
  private var emphasis = 0
  private var codes = 0
  private var link: (address: String, item: Int, hasWords: Bool)?
  /// Pictures that are open; of a picture only the words are drawn.
  private var images = 0
  /// Links that are open and are none: those in the words of a picture, and in a link.
  private var nestedLinks = 0

  init(_ role: Role) { self.role = role }

  private var current: Role {
    if link != nil { return .link }
    if codes > 0 { return .code }
    if role == .heading { return role }
    return strong > 0 ? .strong : emphasis > 0 ? .emphasis : role
  }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    let visible = MarkdownSpans.withoutInvisible(text)
    if !visible.isEmpty { spans.append(Span(visible, current, item: link?.item)) }
    text = []
  }

  mutating func append(_ span: Span) {
    flush()
    if !span.text.isEmpty { spans.append(span) }
  }

  mutating func append(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return }
    link?.hasWords = true
    text += bytes
  }

  mutating func append(code bytes: [UInt8]) {
    flush()
    link?.hasWords = true
    append(Span(String(decoding: bytes, as: UTF8.self), link == nil ? .code : .link, item: link?.item))
  }

  mutating func breakLine() {
    flush()
    finished.append(spans)
    spans = []
  }

  /// All lines, a line feed being a blank.
  var segments: [[Span]] {
    var last = self
    last.breakLine()
    return last.finished
  }

  mutating func style(_ style: MarkdownInlines.Style, by change: Int) {
    guard change != 0 else { return }
    flush()
    switch style {
    case .strong: strong = max(0, strong + change)
    case .emphasis: emphasis = max(0, emphasis + change)
    case .code: codes = max(0, codes + change)
    }
  }

  // MARK: Links

  /// Inside a picture, and without an address, there is no link.
  mutating func beginLink(_ address: String, item: Int) {
    guard images == 0, link == nil else {
      nestedLinks += 1
      return
    }
    flush()
    if !address.isEmpty { link = (address, item, false) }
  }

  /// The address of the link that ends; nil where none was begun.
  mutating func endLink() -> String? {
    guard nestedLinks == 0 else {
      nestedLinks -= 1
      return nil
    }
    guard let link else { return nil }
    if !link.hasWords { text += link.address.utf8 }
    flush()
    self.link = nil
    return link.address
  }

  /// `[image: words] address`
  mutating func beginImage() {
    images += 1
    if images == 1 { append(Array("[image: ".utf8)) }
  }

  /// The address, if it stands there as a link.
  mutating func endImage(_ address: String, item: Int) -> String? {
    images -= 1
    guard images == 0 else { return nil }
    if text.suffix(8).elementsEqual("[image: ".utf8) { text.removeLast(2) }
    text.append(UInt8(ascii: "]"))
    // In a link the picture is the link's words.
    guard link == nil, !address.isEmpty else { return nil }
    text.append(.space)
    flush()
    spans.append(Span(address, .link, item: item))
    return address
  }

  // MARK: Characters without width

  /// The text without what has no width in running text: soft hyphens, zero-width blanks and joiners (but for those that
  /// join emoji).
  private static func withoutInvisible(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xEF }) else { return text }
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      defer { previous = scalar }
      switch scalar.value {
      case 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF: continue
      case 0x200D where previous.value < 0x2000 || !previous.properties.isEmoji && previous.value != 0xFE0F: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
