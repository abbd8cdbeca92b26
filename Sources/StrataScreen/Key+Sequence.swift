extension Key {
  /// Why a key string cannot be read.
  public enum SequenceError: Error, Hashable, Sendable {
    /// A `<` without its `>`; a `<` itself is written `<lt>`.
    case unclosed
    /// The name between `<` and `>` is no key's.
    case unknownKey(String)
  }

  /// The keys of a key string: characters stand for themselves, other keys are named in angle brackets.
  ///
  ///     try Key.sequence("jj<enter>/容器<ctrl-c>")
  ///
  /// Names, in any case: `up` `down` `left` `right` `home` `end` `pgup` `pgdn` `ins` `del` `backspace` `enter` `tab`
  /// `esc` `space` `lt` `f1` to `f12`, and any single character; before them `ctrl-`, `alt-` and `shift-`.
  public static func sequence(_ text: String) throws(SequenceError) -> [Key] {
    var keys: [Key] = []
    var rest = text[...]
    while let first = rest.popFirst() {
      guard first == "<" else {
        keys.append(Key(typed(first)))
        continue
      }
      guard let end = rest.firstIndex(of: ">") else { throw .unclosed }
      keys.append(try named(String(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    return keys
  }

  /// What a character that stands for itself is typed with.
  private static func typed(_ character: Character) -> Code {
    switch character {
    case "\n", "\r", "\r\n": .enter
    case "\t": .tab
    case "\u{1B}": .escape
    default: .character(character)
    }
  }

  private static func named(_ name: String) throws(SequenceError) -> Key {
    var modifiers: Modifiers = []
    var rest = name[...]
    while let (prefix, modifier) = prefixes.first(where: {
      rest.lowercased().hasPrefix($0.0) && rest.count > $0.0.count
    }) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(prefix.count)
    }
    let lowercase = rest.lowercased()
    if var code = codes[lowercase] {
      // To a terminal Shift-Tab is a key of its own.
      if code == .tab, modifiers.contains(.shift) {
        code = .backTab
        modifiers.remove(.shift)
      }
      return Key(code, modifiers)
    }
    if lowercase.first == "f", let number = Int(lowercase.dropFirst()), (1...12).contains(number) {
      return Key(.function(number), modifiers)
    }
    // A single character needs no name; with Ctrl, a letter has no case.
    guard rest.count == 1, let character = rest.first, !modifiers.isEmpty else { throw .unknownKey(name) }
    return Key(.character(modifiers.contains(.control) ? lowercase.first! : character), modifiers)
  }

  private static let prefixes: [(String, Modifiers)] = [("ctrl-", .control), ("alt-", .alt), ("shift-", .shift)]

  private static let codes: [String: Code] = [
    "up": .up, "down": .down, "left": .left, "right": .right, "home": .home, "end": .end,
    "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "ins": .insert, "insert": .insert, "del": .delete, "delete": .delete, "backspace": .backspace,
    "enter": .enter, "return": .enter, "tab": .tab, "backtab": .backTab, "esc": .escape, "escape": .escape,
    "space": .character(" "), "lt": .character("<"),
  ]
}
