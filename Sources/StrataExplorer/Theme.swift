import StrataScreen

/// What a piece of the screen is; a theme says how it looks.
enum Role: Int, CaseIterable {
  case text, dim, strong, title, heading, emphasis, code, quote
  case rule, bar, barCurrent, barFocused
  /// The selected row where the keys go, and where they do not.
  case selected, remembered
  /// The sign before a selected row.
  case sign
  case match, link, focusedLink
  case graduated, incubating, sandbox, archived, otherMaturity
  case key, toast, warning, problem
}

/// Roles × styles, in one table.
struct Theme: Sendable {
  private let styles: [Style]

  subscript(role: Role) -> Style { styles[role.rawValue] }

  private init(_ style: (Role) -> Style) {
    styles = Role.allCases.map(style)
  }

  /// The user's own 16 colours on the default background. No yellow and no white: they vanish on light backgrounds.
  static let color = Theme { role in
    switch role {
    case .text, .bar: .plain
    case .dim, .quote: Style(.default, [.dim])
    case .strong, .title: Style(.default, [.bold])
    case .heading: Style(.cyan, [.bold])
    case .emphasis: Style(.default, [.italic])
    case .code: Style(.magenta)
    case .rule: Style(.default, [.dim])
    case .barCurrent: Style(.default, [.bold, .underline])
    case .barFocused, .selected: Style(.default, [.reverse, .bold])
    case .remembered: Style(.default, [.bold])
    case .sign: Style(.cyan, [.bold])
    case .match: Style(.red, [.bold, .underline])
    case .link: Style(.cyan, [.underline])
    case .focusedLink: Style(.default, [.reverse, .bold])
    case .graduated: Style(.green)
    case .incubating: Style(.cyan)
    case .sandbox: Style(.magenta)
    case .archived: Style(.red)
    case .otherMaturity: .plain
    case .key: Style(.default, [.bold])
    case .toast: Style(.default, [.bold])
    case .warning: Style(.magenta, [.bold])
    case .problem: Style(.red, [.bold])
    }
  }

  /// Attributes only, for NO_COLOR: nothing hangs on colour.
  static let monochrome = Theme { role in
    var style = color[role]
    style.foreground = .default
    style.background = .default
    return style
  }
}

extension Style {
  init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .default, attributes)
  }
}
