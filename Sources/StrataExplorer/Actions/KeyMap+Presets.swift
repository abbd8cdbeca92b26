import StrataScreen

extension KeyMap {
  /// The key maps that one can begin with.
  public enum Preset: String, CaseIterable, Sendable {
    case standard, vim, emacs
  }

  public static func preset(_ preset: Preset) -> KeyMap {
    switch preset {
    case .standard: standard
    case .vim: standard.with(vimKeys)
    case .emacs: standard.with(emacsKeys)
    }
  }

  /// A key that an action has besides, or instead of another one.
  private typealias Replacement = (action: Action, old: Key?, new: Key)

  /// What a vim user's hands do; hjkl, g and G, Ctrl-U and Ctrl-D, / and : are there anyway.
  private static let vimKeys: [Replacement] = [
    (.historyBack, nil, .control("o")),
    (.previousPage, nil, .character("N")),
    (.scrollPreviewDown, nil, .control("e")),
    (.scrollPreviewUp, nil, .control("y")),
    (.nextSection, nil, .character(")")),
    (.previousSection, nil, .character("(")),
  ]

  private static let emacsKeys: [Replacement] = [
    (.moveDown, nil, .control("n")),
    (.moveUp, nil, .control("p")),
    (.goIn, nil, .control("f")),
    (.goOut, nil, .control("b")),
    (.pageDown, .control("f"), .control("v")),
    (.pageUp, .control("b"), .alt(.character("v"))),
    (.moveFirst, nil, .alt(.character("<"))),
    (.moveLast, nil, .alt(.character(">"))),
    (.search, nil, .control("s")),
    (.palette, .control("p"), .alt(.character("x"))),
    (.copyMenu, nil, .alt(.character("w"))),
    (.historyBack, nil, .alt(.character(","))),
    (.liftQuery, .control("g"), .alt(.character("g"))),
    (.escape, nil, .control("g")),
  ]

  /// The replacements, each where the old key was; what is new besides, in the first modes that the action has.
  private func with(_ replacements: [Replacement]) -> KeyMap {
    var bindings = bindings
    for (action, old, new) in replacements {
      if let old {
        for index in bindings.indices where bindings[index].action == action {
          bindings[index].keys = bindings[index].keys.map { $0 == old ? new : $0 }
        }
      } else if let index = bindings.firstIndex(where: { $0.action == action }) {
        bindings[index].keys.append(new)
      }
    }
    return KeyMap(bindings, langmap: langmap)
  }
}
