extension Color: CustomStringConvertible {
  private static let names: [(name: String, color: Color)] = {
    let plain = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    return [("default", .default)] + plain.enumerated().map { ($1, Color(index: Int16($0))) }
      + plain.enumerated().map { ("bright-\($1)", Color(index: Int16($0 + 8))) }
  }()

  /// The names that colours have.
  public static var knownNames: [String] { names.map(\.name) }

  /// A colour as a theme writes it: `cyan`, `bright-cyan`, `default`, `0` to `255`, `#5fd7ff`. Nil for anything else.
  public init?(_ text: String) {
    if let named = Color.names.first(where: { $0.name == text.lowercased() }) {
      self = named.color
      return
    }
    let bytes = Array(text.utf8)
    if bytes.count == 7, bytes[0] == UInt8(ascii: "#"), bytes.dropFirst().allSatisfy(Color.isHexadecimal),
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self.init(red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
      return
    }
    guard !bytes.isEmpty, bytes.count <= 3, bytes.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int16(text),
      index <= 255
    else { return nil }
    self.init(index: index)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// As a theme writes it.
  public var description: String {
    if let named = Color.names.first(where: { $0.color == self }) { return named.name }
    if let index { return "\(index)" }
    guard let parts else { return "default" }
    func digits(_ part: UInt8) -> String { (part < 16 ? "0" : "") + String(part, radix: 16) }
    return "#" + digits(parts.red) + digits(parts.green) + digits(parts.blue)
  }
}

extension Style: CustomStringConvertible {
  private static let attributeNames: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline), ("reverse", .reverse),
  ]

  /// What a style may say beside colours.
  public static var attributeWords: [String] { attributeNames.map(\.name) }

  /// What in the text of a style is none of its words.
  public struct UnknownWord: Error, Hashable, Sendable {
    public var word: String
  }

  /// A style as a theme writes it: a colour, a second one behind `on`, and attributes, each at most once, in any order:
  /// `cyan bold`, `#ffffff on blue`, `underline`.
  public init(text: String) throws(UnknownWord) {
    self = .plain
    var hasForeground = false
    var isBackground = false
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init) {
      if let known = Style.attributeNames.first(where: { $0.name == word.lowercased() }), !isBackground {
        attributes.insert(known.attribute)
      } else if word.lowercased() == "on", !isBackground {
        isBackground = true
      } else if let color = Color(word), isBackground || !hasForeground {
        if isBackground { background = color } else { foreground = color }
        hasForeground = hasForeground || !isBackground
        isBackground = false
      } else {
        throw UnknownWord(word: word)
      }
    }
    if isBackground { throw UnknownWord(word: "on") }
  }

  /// As a theme writes it; `default` for a plain one.
  public var description: String {
    var words: [String] = []
    if foreground != .default || background == .default && attributes.isEmpty { words.append("\(foreground)") }
    if background != .default { words += ["on", "\(background)"] }
    words += Style.attributeNames.filter { attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}
