import StrataScreen

/// A line of text being edited, with the keys of a shell line. Places are counted in characters as people see them: a flag, or
/// a letter with its marks, is one, however it was typed.
struct LineEdit: Hashable, Sendable {
  /// Characters that a line has at most; what is put in beyond that is left out.
  static let maximumLength = 2000
  /// Unicode scalars of them: far more than that many characters have.
  private static let maximumScalars = 8 * maximumLength

  private(set) var characters: [Character] = []
  /// The cursor's place: the number of characters before it.
  private(set) var cursor = 0
  /// Whether the last edit was more than the line has room for.
  private(set) var isOverfull = false
  /// What Ctrl-W, Ctrl-U, Ctrl-K last took away; Ctrl-Y puts it back.
  private var killed: [Character] = []

  init(_ text: String = "") { self.text = text }

  var text: String {
    get { String(characters) }
    set {
      characters = []
      cursor = 0
      put(String(newValue.unicodeScalars.prefix(LineEdit.maximumScalars)))
    }
  }

  var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the cursor; line breaks and tabs become spaces, other controls are left out. Of a long text it looks
  /// only at as much as there is room for.
  mutating func insert(_ text: String) {
    var clean = String.UnicodeScalarView()
    var count = 0
    isOverfull = false
    for scalar in text.unicodeScalars {
      if count == LineEdit.maximumScalars {
        isOverfull = true
        break
      }
      switch scalar {
      case "\n", "\r", "\t", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}":
        guard clean.last != " " else { continue }
        clean.append(" ")
      case _ where scalar.properties.generalCategory == .control: continue
      default: clean.append(scalar)
      }
      count += 1
    }
    put(String(clean))
  }

  /// Puts characters in at the cursor, and finds anew what is one character: what comes to stand side by side may be.
  private mutating func put(_ text: String) {
    let after = String(characters[cursor...])
    let room = LineEdit.maximumScalars - characters.reduce(0) { $0 + $1.unicodeScalars.count }
    var head = Array(String(characters[..<cursor]) + String(text.unicodeScalars.prefix(max(0, room))))
    let surplus = head.count + characters.count - cursor - LineEdit.maximumLength
    if surplus > 0 { head.removeLast(min(surplus, head.count - cursor)) }
    isOverfull = isOverfull || surplus > 0 || text.unicodeScalars.count > room
    characters = Array(String(head) + after)
    cursor = min(head.count, characters.count)
  }

  /// Edits as the key says. False where the key is none of editing.
  mutating func handle(_ key: Key) -> Bool {
    isOverfull = false
    let modifiers = key.modifiers
    switch key.code {
    case .character(let character):
      if modifiers.isEmpty || modifiers == .shift {
        insert(String(character))
        return true
      }
      return modifiers == .control ? handle(control: character) : modifiers == .alt && handle(alt: character)
    case .backspace:
      if modifiers == .alt {
        kill(wordStart()..<cursor)
      } else if modifiers.isEmpty {
        removeBefore()
      } else {
        return false
      }
    case .delete:
      guard modifiers.isEmpty else { return false }
      removeAfter()
    case .left:
      if modifiers.isEmpty { moveLeft() } else if isByWord(modifiers) { cursor = wordStart() } else { return false }
    case .right:
      if modifiers.isEmpty { moveRight() } else if isByWord(modifiers) { cursor = wordEnd() } else { return false }
    case .home:
      guard modifiers.isEmpty else { return false }
      cursor = 0
    case .end:
      guard modifiers.isEmpty else { return false }
      cursor = characters.count
    case .up, .down, .pageUp, .pageDown, .insert, .enter, .tab, .backTab, .escape, .function: return false
    }
    return true
  }

  private func isByWord(_ modifiers: Key.Modifiers) -> Bool { modifiers == .alt || modifiers == .control }

  private mutating func handle(control character: Character) -> Bool {
    switch character {
    case "h": removeBefore()
    case "d": removeAfter()
    case "b": moveLeft()
    case "f": moveRight()
    case "a": cursor = 0
    case "e": cursor = characters.count
    case "w": kill(wordStart(spacesOnly: true)..<cursor)
    case "u": kill(0..<cursor)
    case "k": kill(cursor..<characters.count)
    case "y": put(String(killed))
    default: return false
    }
    return true
  }

  private mutating func handle(alt character: Character) -> Bool {
    switch character {
    case "b": cursor = wordStart()
    case "f": cursor = wordEnd()
    case "d": kill(cursor..<wordEnd())
    default: return false
    }
    return true
  }

  private mutating func moveLeft() { cursor = max(0, cursor - 1) }

  private mutating func moveRight() { cursor = min(characters.count, cursor + 1) }

  private mutating func removeBefore() {
    if cursor > 0 { remove(cursor - 1..<cursor) }
  }

  private mutating func removeAfter() {
    if cursor < characters.count { remove(cursor..<cursor + 1) }
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = Array(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
    // What stands side by side now may be one character.
    put("")
  }

  private func wordStart(spacesOnly: Bool = false) -> Int {
    var place = cursor
    while place > 0, !isWord(characters[place - 1], spacesOnly) { place -= 1 }
    while place > 0, isWord(characters[place - 1], spacesOnly) { place -= 1 }
    return place
  }

  private func wordEnd() -> Int {
    var place = cursor
    while place < characters.count, !isWord(characters[place], false) { place += 1 }
    while place < characters.count, isWord(characters[place], false) { place += 1 }
    return place
  }

  private func isWord(_ character: Character, _ spacesOnly: Bool) -> Bool {
    spacesOnly ? !character.isWhitespace : character.isLetter || character.isNumber
  }
}
