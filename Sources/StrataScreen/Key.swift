/// A key press: a key and its modifiers.
///
/// Written as in the documentation, `Ctrl-B`, `Alt-←`, `PgUp`, `g` (`description`), and in key strings as
/// `<ctrl-b>`, `<alt-left>`, `<pgup>`, `g` (`Key.sequence`).
public struct Key: Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    case character(Character)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case insert, delete, backspace
    case enter, tab, backTab, escape
    /// F1 is 1.
    case function(Int)
  }

  public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let control = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let shift = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The key that types `character`.
  public static func character(_ character: Character) -> Key { Key(.character(character)) }
  /// Ctrl with a lower-case letter.
  public static func control(_ character: Character) -> Key { Key(.character(character), .control) }
  public static func alt(_ code: Code) -> Key { Key(code, .alt) }
}
