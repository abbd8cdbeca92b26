/// A colour: the terminal's default, one of its palette (0 to 15 are the user's 16), or one of its own.
public struct Color: Hashable, Sendable {
  /// −1, an index below 256, or `trueColor` and the bits of red, green and blue.
  private let code: Int32

  private static let trueColor: Int32 = 1 << 24

  private init(code: Int32) { self.code = code }

  /// - Parameter index: −1 for the terminal's default, 0 to 255.
  public init(index: Int16) { code = Int32(index) }

  /// - Parameters: 0 to 255 each.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    code = Color.trueColor | Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }

  /// The place in the palette, −1 for the terminal's default; nil for a colour of its own.
  public var index: Int16? { code < Color.trueColor ? Int16(code) : nil }

  /// The parts, 0 to 255 each; nil for the terminal's default.
  ///
  /// Of the palette they are those that xterm has; a terminal's user may have chosen others for the first 16.
  public var parts: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard code >= Color.trueColor else { return code < 0 ? nil : Color.palette(Int(code)) }
    return (UInt8(code >> 16 & 255), UInt8(code >> 8 & 255), UInt8(code & 255))
  }

  private static func palette(_ index: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case 0..<16:
      let color = first16[index]
      return (UInt8(color >> 16 & 255), UInt8(color >> 8 & 255), UInt8(color & 255))
    case 16..<232:
      func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
      return (level((index - 16) / 36), level((index - 16) / 6 % 6), level((index - 16) % 6))
    default:
      let level = UInt8(8 + 10 * (min(index, 255) - 232))
      return (level, level, level)
    }
  }

  private static let first16: [Int] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  public static let `default` = Color(index: -1)
  public static let black = Color(index: 0)
  public static let red = Color(index: 1)
  public static let green = Color(index: 2)
  public static let yellow = Color(index: 3)
  public static let blue = Color(index: 4)
  public static let magenta = Color(index: 5)
  public static let cyan = Color(index: 6)
  public static let white = Color(index: 7)
}

extension Color {
  /// The nearest colour of the palette among some of its places: to a colour of the palette itself the same, where it is there.
  ///
  /// - Parameter places: those of a terminal that has no others: `16..<256`, whose colours are the same everywhere, or `0..<8`.
  public func nearest(in places: Range<Int16>) -> Color {
    guard let own = parts else { return self }
    if let index, places.contains(index) { return self }
    func distance(_ place: Int16) -> Int {
      guard let other = Color(index: place).parts else { return .max }
      let red = Int(own.red) - Int(other.red)
      let green = Int(own.green) - Int(other.green)
      let blue = Int(own.blue) - Int(other.blue)
      // The eye tells shades of green best, those of blue least.
      return 3 * red * red + 6 * green * green + blue * blue
    }
    return Color(index: places.min { distance($0) < distance($1) } ?? -1)
  }

  /// The relative luminance, 0 to 1; nil for the terminal's default. Source: WCAG 2.1, "relative luminance".
  public var luminance: Double? {
    guard let parts else { return nil }
    func linear(_ part: UInt8) -> Double { Color.linear[Int(part)] }
    return 0.2126 * linear(parts.red) + 0.7152 * linear(parts.green) + 0.0722 * linear(parts.blue)
  }

  /// sRGB's curve, for each value of a part: a power of 2.4, as its fifth root to the twelfth.
  private static let linear: [Double] = (0..<256).map { part in
    let value = Double(part) / 255
    if value <= 0.04045 { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // Newton's method: ten steps are more than a double can tell.
    var root = 1.0
    for _ in 0..<20 { root = (4 * root + base / (root * root * root * root)) / 5 }
    return root * root * root * root * root * root * root * root * root * root * root * root
  }

  /// How well one is told from the other, 1 to 21; nil where one is the terminal's default. Source: WCAG 2.1, "contrast ratio".
  public func contrast(with other: Color) -> Double? {
    guard let own = luminance, let others = other.luminance else { return nil }
    return (max(own, others) + 0.05) / (min(own, others) + 0.05)
  }
}

/// How a cell looks. A theme makes one of each role; views never name a colour.
public struct Style: Hashable, Sendable {
  public struct Attributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let bold = Attributes(rawValue: 1)
    public static let dim = Attributes(rawValue: 2)
    public static let italic = Attributes(rawValue: 4)
    public static let underline = Attributes(rawValue: 8)
    public static let reverse = Attributes(rawValue: 16)
  }

  public var foreground: Color
  public var background: Color
  public var attributes: Attributes

  public init(_ foreground: Color = .default, on background: Color = .default, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()
}
