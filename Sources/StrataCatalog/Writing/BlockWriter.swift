import StrataYAML

/// YAML in blocks, a key a line, two columns a level.
struct BlockWriter {
  private(set) var text = ""
  private var level = 0
  /// Whether the next key stands behind the dash of an item.
  private var beginsItem = false

  /// What was written since the last time, once that is worth it; empty before.
  mutating func takeLargePiece() -> String {
    guard text.utf8.count > 1 << 16 else { return "" }
    defer { text = "" }
    return text
  }

  private mutating func begin(_ key: String) {
    if beginsItem {
      text += String(repeating: "  ", count: level - 1) + "- "
      beginsItem = false
    } else {
      text += String(repeating: "  ", count: level)
    }
    text += YAMLText.scalar(key) + ":"
  }

  /// A key and its text; nothing where there is no text.
  mutating func pair(_ key: String, _ value: String) {
    guard !value.isEmpty else { return }
    begin(key)
    text += " " + YAMLText.value(value, indent: 2 * level + 2) + "\n"
  }

  mutating func pair(_ key: String, _ value: Int) {
    begin(key)
    text += " \(value)\n"
  }

  /// A key and `true`; nothing where it does not hold.
  mutating func flag(_ key: String, _ holds: Bool) {
    guard holds else { return }
    begin(key)
    text += " true\n"
  }

  mutating func emptyList(_ key: String) {
    begin(key)
    text += " []\n"
  }

  /// A key and words in brackets; nothing where there are none.
  mutating func list(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    begin(key)
    text += " [" + values.map(YAMLText.scalar).joined(separator: ", ") + "]\n"
  }

  /// A text in the languages in which the files say it: plain where that is English alone.
  mutating func pair(_ key: String, _ value: LocalizedText, in catalog: Catalog) {
    let own = Language.allCases.filter { value.has($0) && value.source(in: $0) == .file }
    guard !own.isEmpty else { return }
    if own == [.en] { return pair(key, catalog.string(value.en)) }
    mapping(key) { writer in for language in own { writer.pair(language.rawValue, catalog.string(value[language])) } }
  }

  mutating func mapping(_ key: String, _ body: (inout BlockWriter) -> Void) {
    begin(key)
    text += "\n"
    level += 1
    body(&self)
    level -= 1
  }

  /// A key and items, each a mapping; nothing where there are none.
  mutating func items<Items: Collection>(
    _ key: String, _ items: Items, _ body: (inout BlockWriter, Items.Element) -> Void
  ) {
    guard !items.isEmpty else { return }
    begin(key)
    text += "\n"
    for item in items { self.item { body(&$0, item) } }
  }

  /// An item of the list that was begun last.
  mutating func item(_ body: (inout BlockWriter) -> Void) {
    level += 2
    beginsItem = true
    body(&self)
    beginsItem = false
    level -= 2
  }

  /// A list whose items are written by `body`, with `item`.
  mutating func list(_ key: String, _ body: (inout BlockWriter) -> Void) {
    begin(key)
    text += "\n"
    body(&self)
  }
}
