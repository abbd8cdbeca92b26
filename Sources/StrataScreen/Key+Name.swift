extension Key {
  /// The key that a name means, in either way of writing: `Ctrl-B`, `Alt-←`, `PgUp`, `Space`, `g`, or `<ctrl-b>`, `<alt-left>`,
  /// `<pgup>`, `g`. Nil for what names none.
  public init?(name: String) {
    let characters = Array(name)
    if characters.count == 1 {
      self = Key.arrow(characters[0]) ?? .character(characters[0])
      return
    }
    guard characters.count <= 32 else { return nil }
    var inner = name
    if characters.first == "<", characters.last == ">" { inner = String(characters.dropFirst().dropLast()) }
    // An arrow, as people write it.
    if let last = inner.last, let arrow = Key.arrow(last) {
      guard var key = try? Key.sequence("<\(inner.dropLast())x>").first, key.code == .character("x") else { return nil }
      key.code = arrow.code
      self = key
      return
    }
    guard let keys = try? Key.sequence("<\(inner)>"), keys.count == 1 else { return nil }
    self = keys[0]
    // Beside another key a letter is written large: Alt-W is what `Alt` and `w` give.
    if case .character(let character) = code, modifiers.contains(.alt), character.isASCII {
      code = .character(Character(character.lowercased()))
    }
  }

  private static func arrow(_ character: Character) -> Key? {
    switch character {
    case "↑": Key(.up)
    case "↓": Key(.down)
    case "←": Key(.left)
    case "→": Key(.right)
    default: nil
    }
  }
}
