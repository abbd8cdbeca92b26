import StrataScreen

/// A line of text being edited, with the keys of a shell line. Places are counted in characters.
struct LineEdit: Hashable, Sendable {
  private(set) var characters: [Character] = []
  /// The cursor's place: the number of characters before it.
  private(set) var cursor = 0
  /// What Ctrl-W, Ctrl-U, Ctrl-K last took away; Ctrl-Y puts it back.
  private var killed: [Character] = []

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }

  var isEmpty: Bool { characters.isEmpty }

  /// Puts text in at the cursor; line breaks and tabs become spaces, other controls are left out.
  mutating func insert(_ text: String) {
    var clean: [Character] = []
    for character in text {
      if character.isNewline || character == "\t" {
        if clean.last != " " { clean.append(" ") }
      } else if !(character.unicodeScalars.first!.properties.generalCategory == .control) {
        clean.append(character)
      }
    }
    characters.insert(contentsOf: clean, at: cursor)
    cursor += clean.count
  }

  /// Edits as the key says. False where the key is none of editing.
  mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []), (.character(let character), .shift):
      insert(String(character))
    case (.backspace, []), (.character("h"), .control):
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case (.delete, []), (.character("d"), .control):
      if cursor < characters.count { characters.remove(at: cursor) }
    case (.left, []), (.character("b"), .control): cursor = max(0, cursor - 1)
    case (.right, []), (.character("f"), .control): cursor = min(characters.count, cursor + 1)
    case (.home, []), (.character("a"), .control): cursor = 0
    case (.end, []), (.character("e"), .control): cursor = characters.count
    case (.character("b"), .alt), (.left, .alt), (.left, .control): cursor = wordStart()
    case (.character("f"), .alt), (.right, .alt), (.right, .control): cursor = wordEnd()
    case (.character("w"), .control), (.backspace, .alt):
      kill(wordStart(spacesOnly: key.code == .character("w"))..<cursor)
    case (.character("d"), .alt): kill(cursor..<wordEnd())
    case (.character("u"), .control): kill(0..<cursor)
    case (.character("k"), .control): kill(cursor..<characters.count)
    case (.character("y"), .control):
      characters.insert(contentsOf: killed, at: cursor)
      cursor += killed.count
    default: return false
    }
    return true
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = Array(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
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
