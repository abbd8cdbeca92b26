extension Key: CustomStringConvertible {
  /// The key as the documentation and the screen write it: `Ctrl-B`, `Alt-←`, `Shift-Tab`, `PgUp`, `g`.
  public var description: String { name() }

  /// The same with another word for the space bar, and with words for arrows where only ASCII is drawn.
  public func name(space: String = "Space", inASCII: Bool = false) -> String {
    // Shift-Tab is a key of its own to a terminal, but no other key to a person.
    if code == .backTab { return Key(.tab, modifiers.union(.shift)).name(space: space, inASCII: inASCII) }
    if modifiers.isEmpty, case .character(let character) = code, character != " " { return String(character) }
    var text = ""
    if modifiers.contains(.control) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    switch code {
    case .character(" "): return text + space
    case .character(let character):
      return text + (text.isEmpty ? "\(character)" : character.uppercased())
    case .up: return text + (inASCII ? "Up" : "↑")
    case .down: return text + (inASCII ? "Down" : "↓")
    case .left: return text + (inASCII ? "Left" : "←")
    case .right: return text + (inASCII ? "Right" : "→")
    case .home: return text + "Home"
    case .end: return text + "End"
    case .pageUp: return text + "PgUp"
    case .pageDown: return text + "PgDn"
    case .insert: return text + "Ins"
    case .delete: return text + "Del"
    case .backspace: return text + "Backspace"
    case .enter: return text + "Enter"
    case .tab: return text + "Tab"
    case .backTab: return text + "Tab"
    case .escape: return text + "Esc"
    case .function(let number): return text + "F\(number)"
    }
  }
}
