import CNcurses
import StrataScreen

/// Styles → what ncurses knows: attributes and a colour pair, made when it is first needed.
struct Palette {
  private let colorCount: Int
  private var pairs: [UInt32: Int32] = [:]
  private var last: (style: Style, look: Look)

  struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  /// After newterm.
  init() {
    colorCount = has_colors() && start_color() == OK && use_default_colors() == OK ? Int(strata_colors()) : 0
    last = (.plain, Look(attributes: 0, pair: 0))
  }

  mutating func look(of style: Style) -> Look {
    if style == last.style { return last.look }
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= strata_bold() }
    if style.attributes.contains(.dim) { attributes |= strata_dim() }
    if style.attributes.contains(.italic) { attributes |= strata_italic() }
    if style.attributes.contains(.underline) { attributes |= strata_underline() }
    if style.attributes.contains(.reverse) { attributes |= strata_reverse() }
    var foreground = style.foreground.index
    if colorCount == 8, (8..<16).contains(foreground) {  // the bright ones are the bold ones there
      foreground -= 8
      attributes |= strata_bold()
    }
    let look = Look(
      attributes: attributes, pair: pair(of: available(foreground), on: available(style.background.index)))
    last = (style, look)
    return look
  }

  private func available(_ index: Int16) -> Int16 { Int(index) < colorCount ? index : -1 }

  private mutating func pair(of foreground: Int16, on background: Int16) -> Int32 {
    guard foreground >= 0 || background >= 0 else { return 0 }
    let key = UInt32(UInt16(bitPattern: foreground)) << 16 | UInt32(UInt16(bitPattern: background))
    if let pair = pairs[key] { return pair }
    let pair = max(0, alloc_pair(Int32(foreground), Int32(background)))
    pairs[key] = pair
    return pair
  }
}
