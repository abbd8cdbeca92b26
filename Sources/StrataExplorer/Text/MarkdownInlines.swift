/// What stands inside a paragraph of Markdown, as CommonMark 0.31 has it: a row of pieces, in the order of the text.
///
/// No recursion: brackets and the signs of emphasis wait on stacks until what closes them comes. Work is linear: what is
/// looked for ahead and not there is looked for once.
struct MarkdownInlines {
  enum Piece: Equatable {
    case text([UInt8])
    case code([UInt8])
    case softBreak, hardBreak
    /// Of a run of `*` or `_`: what it ends, what of it is text, and what it begins.
    case signs(Int)
    /// `**` or `*` (`<b>`, `<i>`, `<code>`) from here on, or no more.
    case style(Style, begins: Bool)
    case linkBegins(String)
    case linkEnds
    case imageBegins
    case imageEnds(String)
    /// `<https://example.org>`
    case address(String)
  }

  enum Style { case strong, emphasis, code }

  /// A run of `*` or `_`.
  struct Signs {
    var byte: UInt8
    /// Those that are left: text, unless they find others.
    var count: Int
    let length: Int
    let canOpen: Bool
    let canClose: Bool
    var strongEnds = 0
    var emphasisEnds = 0
    var strongBegins = 0
    var emphasisBegins = 0
    var previous: Int?
    var next: Int?
  }

  private struct Bracket {
    var piece: Int
    var isImage: Bool
    /// Behind the bracket.
    var start: Int
    /// The last signs before it.
    var signs: Int?
    /// Whether another bracket opened behind it.
    var hasBrackets = false
  }

  private(set) var pieces: [Piece] = []
  private(set) var signs: [Signs] = []
  /// Bytes looked at.
  private(set) var steps = 0

  private let bytes: [UInt8]
  private let definitions: [String: String]
  /// Whether the text is HTML: nothing but its tags and character references count.
  private let isHTML: Bool
  private var place = 0
  private var plain: [UInt8] = []
  private var brackets: [Bracket] = []
  /// Brackets below this one begin no link: a link stands in no link.
  private var inactive = 0
  private var lastSigns: Int?
  private var ticks: Ticks?
  /// What was looked for in vain: it is not there further on, either.
  private var missing: Set<String> = []
  /// The address of an `<a>` that is open.
  private var isInAnchor = false

  init(_ text: [UInt8], definitions: [String: String], isHTML: Bool = false) {
    bytes = text
    self.definitions = definitions
    self.isHTML = isHTML
    while place < bytes.count { read() }
    flush()
    matchSigns(after: nil)
    if isInAnchor { pieces.append(.linkEnds) }
  }

  private mutating func flush() {
    guard !plain.isEmpty else { return }
    pieces.append(.text(plain))
    plain = []
  }

  private mutating func add(_ piece: Piece) {
    flush()
    pieces.append(piece)
  }

  private mutating func read() {
    let byte = bytes[place]
    steps += 1
    switch byte {
    case .lineFeed, .carriageReturn: readBreak()
    case UInt8(ascii: "&"):
      if let (text, end) = MarkdownLinks.reference(in: bytes[...], at: place) {
        plain += text.utf8
        place = end
      } else {
        readPlain()
      }
      steps += 32
    case UInt8(ascii: "<"): readAngle()
    case _ where isHTML: readPlain()
    case .backslash:
      guard place + 1 < bytes.count else { return readPlain() }
      let next = bytes[place + 1]
      if next == .lineFeed {
        add(.hardBreak)
        place += 2
      } else if next.isPunctuation {
        plain.append(next)
        place += 2
      } else {
        readPlain()
      }
    case UInt8(ascii: "`"): readCode()
    case UInt8(ascii: "*"), UInt8(ascii: "_"): readSigns()
    case UInt8(ascii: "["): open(isImage: false)
    case UInt8(ascii: "!") where place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "["): open(isImage: true)
    case UInt8(ascii: "]"): closeBracket()
    default: readPlain()
    }
  }

  private mutating func readPlain() {
    plain.append(bytes[place])
    place += 1
  }

  /// Two blanks before a line feed hold the break.
  private mutating func readBreak() {
    var blanks = 0
    while let last = plain.last, last == .space || last == .tab {
      plain.removeLast()
      blanks += last == .space ? 1 : 0
    }
    let isLast = bytes[place...].allSatisfy(\.isWhite)
    if isLast {
      place = bytes.count
      return
    }
    add(blanks >= 2 && !isHTML ? .hardBreak : .softBreak)
    while place < bytes.count, bytes[place].isWhite { place += 1 }
  }

  // MARK: Code

  /// Where runs of backticks stand, by their length.
  private struct Ticks {
    private var places: [Int: (all: [Int], next: Int)] = [:]

    init(_ bytes: [UInt8]) {
      var place = 0
      while let start = bytes[place...].firstIndex(of: UInt8(ascii: "`")) {
        place = start
        while place < bytes.count, bytes[place] == UInt8(ascii: "`") { place += 1 }
        places[place - start, default: ([], 0)].all.append(start)
      }
    }

    /// The first run of a length from `place` on. Asked in rising order.
    mutating func first(ofLength length: Int, from place: Int) -> Int? {
      guard let all = places[length]?.all, var next = places[length]?.next else { return nil }
      while next < all.count, all[next] < place { next += 1 }
      places[length]?.next = next
      return next < all.count ? all[next] : nil
    }
  }

  private mutating func readCode() {
    var end = place
    while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
    steps += end - place
    if ticks == nil {
      ticks = Ticks(bytes)
      steps += bytes.count
    }
    guard let close = ticks!.first(ofLength: end - place, from: end) else {
      plain += bytes[place..<end]
      place = end
      return
    }
    var code = bytes[end..<close].map { $0 == .lineFeed ? .space : $0 }
    if code.count > 2, code.first == .space, code.last == .space, code.contains(where: { $0 != .space }) {
      code.removeFirst()
      code.removeLast()
    }
    steps += code.count
    add(.code(code))
    place = close + end - place
  }

  // MARK: Emphasis

  private mutating func readSigns() {
    let byte = bytes[place]
    var end = place
    while end < bytes.count, bytes[end] == byte { end += 1 }
    steps += end - place
    let before = scalar(before: place)
    let after = scalar(at: end)
    let isLeft = !after.isBlank && (!after.isSign || before.isBlank || before.isSign)
    let isRight = !before.isBlank && (!before.isSign || after.isBlank || after.isSign)
    let isStar = byte == UInt8(ascii: "*")
    let canOpen = isLeft && (isStar || !isRight || before.isSign)
    let canClose = isRight && (isStar || !isLeft || after.isSign)
    let count = end - place
    add(.signs(signs.count))
    signs.append(Signs(byte: byte, count: count, length: count, canOpen: canOpen, canClose: canClose))
    place = end
    if canOpen || canClose {
      signs[signs.count - 1].previous = lastSigns
      if let lastSigns { signs[lastSigns].next = signs.count - 1 }
      lastSigns = signs.count - 1
    }
  }

  private func scalar(before place: Int) -> Unicode.Scalar {
    var start = place - 1
    guard start >= 0 else { return " " }
    while start > 0, place - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self).unicodeScalars.last ?? " "
  }

  private func scalar(at place: Int) -> Unicode.Scalar {
    guard place < bytes.count else { return " " }
    return String(decoding: bytes[place..<min(place + 4, bytes.count)], as: UTF8.self).unicodeScalars.first ?? " "
  }

  /// Joins the signs that stand behind `bottom` (nil: all) to pairs, and takes them from the stack.
  private mutating func matchSigns(after bottom: Int?) {
    guard lastSigns != bottom else { return }
    // Below these no opener is left for such a closer.
    var floors: [Int: Int] = [:]
    var first = lastSigns
    while let signs = first, let previous = self.signs[signs].previous, previous != bottom { first = previous }
    var current = first
    while let closer = current {
      steps += 1
      guard signs[closer].canClose else {
        current = signs[closer].next
        continue
      }
      let key =
        (signs[closer].byte == UInt8(ascii: "*") ? 0 : 6) + (signs[closer].canOpen ? 3 : 0) + signs[closer].length % 3
      var opener = signs[closer].previous
      var found: Int?
      while let candidate = opener, candidate != bottom, floors[key].map({ candidate > $0 }) ?? true {
        steps += 1
        if signs[candidate].byte == signs[closer].byte, signs[candidate].canOpen, pair(candidate, closer) {
          found = candidate
          break
        }
        opener = signs[candidate].previous
      }
      if let opener = found {
        let isStrong = signs[opener].count >= 2 && signs[closer].count >= 2
        signs[opener].count -= isStrong ? 2 : 1
        signs[closer].count -= isStrong ? 2 : 1
        if isStrong {
          signs[opener].strongBegins += 1
          signs[closer].strongEnds += 1
        } else {
          signs[opener].emphasisBegins += 1
          signs[closer].emphasisEnds += 1
        }
        // What stands between them finds nothing any more.
        signs[closer].previous = opener
        signs[opener].next = closer
        if signs[opener].count == 0 { unlink(opener) }
        if signs[closer].count == 0 {
          current = signs[closer].next
          unlink(closer)
        }
      } else {
        floors[key] = signs[closer].previous ?? -1
        let next = signs[closer].next
        if !signs[closer].canOpen { unlink(closer) }
        current = next
      }
    }
    // What is left is text.
    lastSigns = bottom
    if let bottom { signs[bottom].next = nil }
  }

  /// Whether two runs pair: of those that could do both, the lengths do not add up to a multiple of three.
  private func pair(_ opener: Int, _ closer: Int) -> Bool {
    let (opener, closer) = (signs[opener], signs[closer])
    guard opener.canClose || closer.canOpen else { return true }
    return (opener.length + closer.length) % 3 != 0 || opener.length % 3 == 0 && closer.length % 3 == 0
  }

  private mutating func unlink(_ run: Int) {
    let (previous, next) = (signs[run].previous, signs[run].next)
    if let previous { signs[previous].next = next }
    if let next { signs[next].previous = previous } else if lastSigns == run { lastSigns = previous }
  }

  // MARK: Links

  private mutating func open(isImage: Bool) {
    add(.text(Array(isImage ? "![".utf8 : "[".utf8)))
    place += isImage ? 2 : 1
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBrackets = true }
    brackets.append(Bracket(piece: pieces.count - 1, isImage: isImage, start: place, signs: lastSigns))
  }

  private mutating func closeBracket() {
    let close = place
    place += 1
    guard let bracket = brackets.popLast() else {
      plain.append(UInt8(ascii: "]"))
      return
    }
    let isActive = bracket.isImage || brackets.count >= inactive && !isInAnchor
    inactive = min(inactive, brackets.count)
    guard isActive, let (address, end) = target(of: bracket, close) else {
      plain.append(UInt8(ascii: "]"))
      return
    }
    steps += end - close
    flush()
    matchSigns(after: bracket.signs)
    pieces[bracket.piece] = bracket.isImage ? .imageBegins : .linkBegins(address)
    pieces.append(bracket.isImage ? .imageEnds(address) : .linkEnds)
    if !bracket.isImage { inactive = brackets.count }
    place = end
  }

  private func target(of bracket: Bracket, _ close: Int) -> (address: String, end: Int)? {
    if let target = MarkdownLinks.target(in: bytes, at: close + 1) { return target }
    let label = MarkdownLinks.label(in: bytes, at: close + 1)
    if let label, !label.text.isEmpty { return definitions[label.text].map { ($0, label.end) } }
    guard !bracket.hasBrackets, !definitions.isEmpty else { return nil }
    let words = MarkdownLinks.normalized(bytes[bracket.start..<close])
    return definitions[words].map { ($0, label?.end ?? close + 1) }
  }

  // MARK: HTML

  private mutating func readAngle() {
    if !isHTML, let (address, end, isMail) = autolink() {
      if isMail { plain += address.utf8 } else { add(.address(address)) }
      steps += end - place
      place = end
      return
    }
    let rest = bytes[(place + 1)...]
    for (begin, end) in [("!--", "-->"), ("?", "?>"), ("![CDATA[", "]]>"), ("!", ">")]
    where rest.starts(with: begin.utf8) {
      if begin == "!", rest.dropFirst().first?.isLetter != true { break }
      guard let end = find(end) else { break }
      place = end
      return
    }
    guard let tag = MarkdownHTML.tag(in: bytes[...], at: place) else {
      var end = place + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "<"), end < place + 64 { end += 1 }
      steps += end - place
      readPlain()
      return
    }
    steps += tag.end - place
    place = tag.end
    take(tag)
  }

  /// Behind the next `text`; what is not there is looked for once.
  private mutating func find(_ text: String) -> Int? {
    guard !missing.contains(text) else { return nil }
    guard let start = MarkdownHTML.find(text, in: bytes[...], from: place) else {
      missing.insert(text)
      steps += bytes.count - place
      return nil
    }
    steps += start - place
    return start + text.utf8.count
  }

  private mutating func take(_ tag: MarkdownHTML.Tag) {
    switch tag.name {
    case "b", "strong": add(.style(.strong, begins: !tag.isClosing))
    case "i", "em": add(.style(.emphasis, begins: !tag.isClosing))
    case "code", "kbd", "tt": add(.style(.code, begins: !tag.isClosing))
    case "a":
      if isInAnchor { add(.linkEnds) }
      isInAnchor = false
      // A link in Markdown's brackets is one already.
      if !tag.isClosing, let address = tag.attributes["href"], brackets.isEmpty {
        add(.linkBegins(address))
        isInAnchor = true
      }
    case "img":
      guard let address = tag.attributes["src"] else { return }
      add(.imageBegins)
      pieces.append(.text(Array((tag.attributes["alt"] ?? "").utf8)))
      pieces.append(.imageEnds(address))
    case "script", "style":
      if !tag.isClosing, let end = find("</\(tag.name)>") { place = end }
    default:
      if MarkdownHTML.breaks(tag.name) { add(.hardBreak) }
    }
  }

  /// `<https://example.org>` or `<name@example.org>`
  private func autolink() -> (address: String, end: Int, isMail: Bool)? {
    var end = place + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "<"), bytes[end] != UInt8(ascii: ">") {
      end += 1
    }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else { return nil }
    let inner = bytes[place + 1..<end]
    let address = String(decoding: inner, as: UTF8.self)
    let scheme = inner.prefix(33).prefix { $0.isLetter || $0.isDigit || "+.-".utf8.contains($0) }
    if (2...32).contains(scheme.count), scheme.first!.isLetter, scheme.endIndex < end,
      bytes[scheme.endIndex] == UInt8(ascii: ":")
    {
      return (address, end + 1, false)
    }
    let parts = inner.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, !inner.contains(.backslash),
      parts[1].allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      parts[0].allSatisfy({ $0.isLetter || $0.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) })
    else { return nil }
    return (address, end + 1, true)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == "\u{A0}" || properties.isWhitespace }

  /// Punctuation or a symbol.
  fileprivate var isSign: Bool {
    if isASCII { return UInt8(value).isPunctuation }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
