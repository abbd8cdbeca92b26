// modules: StrataText StrataYAML StrataCatalog StrataThreads StrataSearch StrataStack StrataScan StrataDiff StrataScreen StrataExplorer
//
// The state that a start comes back to, and what is typed and pasted into prompts.
//
// Whatever the bytes are: nothing traps, the cursor stays in its line, every frame can be drawn, and what is saved again is lines
// of plain text that lead to the same place.

import StrataCatalog
import StrataScreen
import StrataText

@testable import StrataExplorer

/// Some of its ids would be lines of their own.
private let catalog: Catalog = {
  let source = #"""
    landscape:
      name: Small
      themes: [{id: "of\nview 3", name: T, tools: [boxrun]}]
      choosing: How.
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        summary: {en: "What runs. [Pods](https://x.org)", zh: 运行。}
        recap: Run.
        categories:
          - id: "boxes\nsearch x"
            name: {en: Boxes, zh: 箱}
            what: {en: Boxes., zh: 箱。}
            tools:
              - {id: boxrun, name: Boxrun, summary: {en: Runs boxes., zh: 运行箱子。}, homepage: https://x.org}
              - {id: "100 %0A\u2028", name: Lidd, summary: {en: Lids., zh: 盖子。}}
      - id: "l\nguide  "
        name: Guide
        categories: [{id: c, name: C, tools: [{id: t, name: T}]}]
    """#
  let reading = Catalog.read([Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: Array(source.utf8))])])
  return reading.catalog!
}()

/// A start is made once: what it makes of a catalog has targets of its own.
private let start = Explorer(catalog: catalog, configuration: .init(), size: Size(columns: 80, rows: 24))

/// Keys after which a frame is drawn: enough for a step or two on the screen that was come back to.
private let keyCount = 8

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  values(text)
  line(text)

  var explorer = restored(text)
  check(explorer.saved)
  precondition(restored(explorer.saved.string).saved == explorer.saved)
  let size = Size(columns: 20 + Int(bytes.first ?? 0) % 100, rows: 5 + Int(bytes.last ?? 0) % 40)
  _ = explorer.handle(.resize(size))
  draw(explorer, size)
  for character in text.suffix(keyCount) { _ = explorer.handle(.key(key(character))) }
  _ = explorer.handle(.paste(String(text.suffix(40))))
  draw(explorer, size)
  check(explorer.saved)
  return 0
}

private func restored(_ saved: String) -> Explorer {
  var explorer = start
  explorer.restore(saved)
  explorer.settle()
  return explorer
}

/// A line a value, each of plain characters.
private func check(_ saved: VisibleText) {
  for line in saved.string.utf8.split(separator: 0x0A) {
    precondition(line.allSatisfy { (0x20..<0x7F).contains($0) } && line.contains(0x20))
  }
}

private func values(_ text: String) {
  let encoded = SavedValue.encode(text).string
  precondition(encoded.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
  precondition(SavedValue.decode(encoded.utf8).map { Array($0.utf8) } == Array(text.utf8))
  _ = SavedValue.decode(text.utf8)
  for key in ["view", "layer", "theme", ""] { _ = Explorer.saved(key, in: text) }
}

private func line(_ text: String) {
  var line = LineEdit()
  for character in text.prefix(60) {
    _ = line.handle(key(character))
    precondition((0...line.characters.count).contains(line.cursor))
    precondition(line.characters == Array(line.text))
  }
  line.insert(text)
  precondition(line.characters.count <= LineEdit.maximumLength)
}

private func draw(_ explorer: Explorer, _ size: Size) {
  var frame = Frame(size: size)
  explorer.draw(into: &frame)
  precondition(!frame.text.isEmpty || size.rows == 0)
}

/// Letters stand for themselves; control characters for keys. The search has a target of its own: its key opens the palette.
private func key(_ character: Character) -> Key {
  switch character.unicodeScalars.first!.value {
  case 0: Key(.backspace)
  case 1...2: Key(.left)
  case 3: Key(.right)
  case 4...5: Key(.up)
  case 6: Key(.down)
  case 7: Key(.home)
  case 8: Key(.end)
  case 9: Key(.tab)
  case 10...13: Key(.enter)
  case 14...15: .control("w")
  case 16...17: .control("k")
  case 18...19: .control("y")
  case 20...21: Key(.delete)
  case 22...23: .alt(.character("b"))
  case 24...25: Key(.pageDown)
  case 26...27: Key(.escape)
  case 28...31: .control("u")
  case 0x2F: .character(":")
  default: .character(character)
  }
}
