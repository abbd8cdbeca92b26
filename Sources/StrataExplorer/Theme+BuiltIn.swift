import StrataScreen

extension Theme {
  /// Those strata comes with; the first one is the default.
  public static let builtIn: [Theme] = [terminal, dark, light, highContrast, mono]

  /// The user's own 16 colours on the default background. No yellow and no white: they vanish on light backgrounds. What is read is
  /// in the terminal's own text color, in red or in magenta, which are told from white as from black; cyan and green, which are faint on
  /// white, color signs and bars, beside which words stand.
  public static let terminal = Theme(name: "terminal") { role in
    switch role {
    case .text, .bar: .plain
    case .dim, .quote: Style(.default, [.dim])
    case .strong, .title: Style(.default, [.bold])
    case .heading: Style(.default, [.bold])
    case .emphasis: Style(.default, [.italic])
    case .code: Style(.magenta)
    case .rule, .barIdle: Style(.default, [.dim])
    case .chip: Style(.default, [.bold])
    case .bars: Style(.cyan)
    case .barCurrent: Style(.default, [.bold, .underline])
    case .barFocused, .selected: Style(.default, [.reverse, .bold])
    case .sign: Style(.cyan, [.bold])
    case .match: Style(.magenta, [.bold, .underline])
    case .link: Style(.default, [.underline])
    case .focusedLink: Style(.default, [.reverse, .bold])
    case .graduated: Style(.green)
    case .incubating: Style(.cyan)
    case .sandbox: Style(.magenta)
    case .archived: Style(.red)
    case .deprecated: Style(.red, [.italic])
    case .otherMaturity: .plain
    case .key: Style(.default, [.bold])
    case .toast: Style(.default, [.bold])
    case .warning: Style(.magenta, [.bold])
    case .problem: Style(.red, [.bold])
    }
  }

  public static let dark = Theme(
    name: "dark",
    Shades(
      background: 0x1C1C1C, text: 0xD0D0D0, strong: 0xEEEEEE, dim: 0xA8A8A8, rule: 0x949494, accent: 0x5FD7D7,
      selection: 0xEEEEEE, selectionBackground: 0x005F87, code: 0xD7AFFF, graduated: 0x87D787, incubating: 0x87AFD7,
      sandbox: 0xFFAFD7, archived: 0xFF8787, warning: 0xFFD787))

  public static let light = Theme(
    name: "light",
    Shades(
      background: 0xFFFFFF, text: 0x262626, strong: 0x080808, dim: 0x585858, rule: 0x6C6C6C, accent: 0x005F87,
      selection: 0xFFFFFF, selectionBackground: 0x005F87, code: 0x870087, graduated: 0x005F00, incubating: 0x005FAF,
      sandbox: 0x8700AF, archived: 0xAF0000, warning: 0x875F00))

  public static let highContrast = Theme(
    name: "high-contrast",
    Shades(
      background: 0x000000, text: 0xFFFFFF, strong: 0xFFFFFF, dim: 0xE4E4E4, rule: 0xFFFFFF, accent: 0x00FFFF,
      selection: 0x000000, selectionBackground: 0xFFFF00, code: 0xFFAFFF, graduated: 0x87FF87, incubating: 0x87FFFF,
      sandbox: 0xFFAFFF, archived: 0xFFAFAF, warning: 0xFFFF00))

  /// Attributes alone.
  public static let mono = Theme(name: "mono") { role in
    var style = terminal[role]
    style.foreground = .default
    return style
  }

  /// The few colours that a theme of its own background has, as red, green and blue in 24 bits. All are of the cube and the greys of
  /// a palette of 256, where those are exact.
  private struct Shades {
    var background, text, strong, dim, rule, accent: UInt32
    var selection, selectionBackground, code: UInt32
    var graduated, incubating, sandbox, archived, warning: UInt32
  }

  private init(name: String, _ shades: Shades) {
    func color(_ bits: UInt32) -> Color {
      Color(red: UInt8(bits >> 16 & 255), green: UInt8(bits >> 8 & 255), blue: UInt8(bits & 255))
    }
    func style(_ bits: UInt32, _ attributes: Style.Attributes = []) -> Style { Style(color(bits), attributes) }
    let selected = Style(color(shades.selection), on: color(shades.selectionBackground), [.bold])
    self.init(name: name, background: color(shades.background)) { role in
      switch role {
      case .text, .bar, .otherMaturity: style(shades.text)
      case .dim, .quote, .barIdle: style(shades.dim)
      case .rule: style(shades.rule)
      case .strong, .title, .key, .toast: style(shades.strong, [.bold])
      case .emphasis: style(shades.text, [.italic])
      case .heading, .chip, .sign: style(shades.accent, [.bold])
      case .bars: style(shades.accent)
      case .match: style(shades.accent, [.bold, .underline])
      case .link: style(shades.accent, [.underline])
      case .code: style(shades.code)
      case .barCurrent: style(shades.strong, [.bold, .underline])
      case .barFocused, .selected, .focusedLink: selected
      case .graduated: style(shades.graduated)
      case .incubating: style(shades.incubating)
      case .sandbox: style(shades.sandbox)
      case .archived: style(shades.archived)
      case .deprecated: style(shades.archived, [.italic])
      case .warning: style(shades.warning, [.bold])
      case .problem: style(shades.archived, [.bold])
      }
    }
  }
}
