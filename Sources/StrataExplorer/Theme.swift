public import StrataScreen

/// What a piece of the screen is; a theme says how it looks. Themes name roles as they are called here.
public enum Role: Int, CaseIterable, Sendable {
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

  public var name: String { "\(self)" }

  public init?(name: String) {
    guard let role = Role.allCases.first(where: { $0.name == name }) else { return nil }
    self = role
  }
}

/// Roles × styles, in one table.
public struct Theme: Hashable, Sendable {
  /// What it is chosen by.
  public let name: String
  /// What lies below everything; the terminal's default for a theme that leaves it to the terminal.
  public let background: Color
  private let styles: [Style]

  public subscript(role: Role) -> Style { styles[role.rawValue] }

  /// - Parameter background: of every style that has none of its own.
  public init(name: String, background: Color = .default, _ style: (Role) -> Style) {
    self.name = name
    self.background = background
    styles = Role.allCases.map { role in
      var style = style(role)
      if style.background == .default { style.background = background }
      return style
    }
  }

  /// The same looks without any colour: attributes only. Nothing hangs on colour.
  public var withoutColor: Theme {
    // What stood out by its background is turned about.
    Theme(name: name) { role in
      let own = self[role]
      var attributes = own.attributes
      if own.background != background { attributes.insert(.reverse) }
      return Style(.default, attributes)
    }
  }
}

extension Style {
  init(_ foreground: Color, _ attributes: Attributes) {
    self.init(foreground, on: .default, attributes)
  }
}
