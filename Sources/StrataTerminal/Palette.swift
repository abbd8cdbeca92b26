import CNcurses
import StrataScreen

/// Styles → what ncurses knows: attributes and a colour pair, made when it is first needed.
struct Palette {
  private let colorCount: Int
  private var pairs: [Int: Int32] = [:]
  /// That of the terminal's own two colours. One beside ncurses' 0, behind a colour, needs no reset of the attributes.
  private var plainPair: Int32 = 0
  /// Those last made, the newest first: a screen has a handful.
  private var recent: [(style: Style, look: Look)] = []

  struct Look {
    var attributes: attr_t
    var pair: Int32
    /// A blank of this look.
    let blank: cchar_t
  }

  /// After newterm.
  init() {
    colorCount = has_colors() && start_color() == OK && use_default_colors() == OK ? Int(strata_colors()) : 0
    // Where colours take attributes away, 0 keeps them.
    if colorCount > 0, strata_no_color_video() <= 0, init_extended_pair(1, -1, -1) == OK { plainPair = 1 }
  }

  mutating func look(of style: Style) -> Look {
    if let known = recent.first(where: { $0.style == style }) { return known.look }
    let look = made(of: style)
    if recent.count >= 16 { recent.removeLast() }
    recent.insert((style, look), at: 0)
    return look
  }

  private mutating func made(of style: Style) -> Look {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= strata_bold() }
    if style.attributes.contains(.dim) { attributes |= strata_dim() }
    if style.attributes.contains(.italic) { attributes |= strata_italic() }
    if style.attributes.contains(.underline) { attributes |= strata_underline() }
    if style.attributes.contains(.reverse) { attributes |= strata_reverse() }
    if colorCount == 8, let index = style.foreground.index, (8..<16).contains(index) {
      attributes |= strata_bold()  // the bright ones are the bold ones there
    }
    let colors = Palette.numbers(of: style, colorCount: colorCount)
    let pair = pair(of: colors.foreground, on: colors.background)
    return Look(attributes: attributes, pair: pair, blank: strata_cell(0x20, attributes, pair))
  }

  /// What a terminal with so many colours calls a style's; −1 for its default.
  static func numbers(of style: Style, colorCount: Int) -> (foreground: Int32, background: Int32) {
    var foreground = number(of: style.foreground, colorCount)
    let background = number(of: style.background, colorCount)
    // Of few colours two may be the same: then text is black or white, whichever is seen.
    if foreground == background, foreground >= 0, style.foreground != style.background {
      foreground = (style.background.luminance ?? 0) > 0.3 ? 0 : min(7, Int32(colorCount) - 1)
    }
    return (foreground, background)
  }

  private static func number(of color: Color, _ colorCount: Int) -> Int32 {
    guard color != .default, colorCount >= 8 else { return -1 }
    // Such a terminal counts all colours by their bits; the first eight stay the user's.
    if colorCount > 256 {
      if let index = color.index, index < 8 { return Int32(index) }
      guard let parts = color.parts else { return -1 }
      return max(8, Int32(parts.red) << 16 | Int32(parts.green) << 8 | Int32(parts.blue))
    }
    if let index = color.index {
      if index < colorCount { return Int32(index) }
      if index < 16 { return Int32(index - 8) }
    }
    return Int32(color.nearest(in: colorCount == 256 ? 16..<256 : 0..<8).index ?? -1)
  }

  private mutating func pair(of foreground: Int32, on background: Int32) -> Int32 {
    guard foreground >= 0 || background >= 0 else { return plainPair }
    let key = Int(foreground) << 32 | Int(UInt32(bitPattern: background))
    if let pair = pairs[key] { return pair }
    let pair = max(0, alloc_pair(foreground, background))
    pairs[key] = pair
    return pair
  }
}
