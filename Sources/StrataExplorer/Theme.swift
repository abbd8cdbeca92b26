import StrataScreen

/// What a piece of the screen is; a theme says how it looks.
enum Role: Int, CaseIterable {
  case text, dim, strong, title, heading, emphasis, code, quote
  case rule, bar, barCurrent, barFocused
  /// What the bar has but the present mode does not do.
  case barIdle
  /// The selected row where the keys go.
  case selected
  /// The sign before a selected row.
  case sign
  case match, link, focusedLink
  /// A part of the query, and the bars of statistics.
  case chip, bars
  case graduated, incubating, sandbox, archived, deprecated, otherMaturity
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
    case .rule, .barIdle: Style(.default, [.dim])
    case .chip: Style(.cyan, [.bold])
    case .bars: Style(.cyan)
    case .barCurrent: Style(.default, [.bold, .underline])
    case .barFocused, .selected: Style(.default, [.reverse, .bold])
    case .sign: Style(.cyan, [.bold])
    case .match: Style(.cyan, [.bold, .underline])
    case .link: Style(.cyan, [.underline])
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
