// modules: StrataText StrataYAML StrataCatalog StrataThreads StrataSearch StrataStack StrataScan StrataDiff StrataScreen StrataExplorer
//
// The state that a start comes back to, and what is typed and pasted into prompts.
//
// Whatever the bytes are: nothing traps, the cursor stays in its line, and every frame can be drawn.

import StrataCatalog
import StrataScreen
import StrataText

@testable import StrataExplorer

private let catalog: Catalog = {
  let source = """
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        summary: {en: "What runs. [Pods](https://x.org)", zh: 运行。}
        categories:
          - id: boxes
            name: {en: Boxes, zh: 箱}
            what: {en: Boxes., zh: 箱。}
            tools:
              - {id: boxrun, name: Boxrun, summary: {en: Runs boxes., zh: 运行箱子。}, homepage: https://x.org}
              - {id: lidd, name: Lidd, summary: {en: Lids., zh: 盖子。}}
    """
  let reading = Catalog.read([Catalog.Input(files: [Catalog.Source(name: "a.yaml", bytes: Array(source.utf8))])])
  return reading.catalog!
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let text = String(decoding: bytes, as: UTF8.self)
  var configuration = Explorer.Configuration()
  configuration.saved = text
  let size = Size(columns: 20 + Int(bytes.first ?? 0) % 100, rows: 5 + Int(bytes.last ?? 0) % 40)
  var explorer = Explorer(catalog: catalog, configuration: configuration, size: size)
  draw(explorer, size)
  for (index, character) in text.prefix(60).enumerated() {
    _ = explorer.handle(index % 9 == 8 ? .paste(String(text.suffix(200))) : .key(key(character)))
    while explorer.hasWork { _ = explorer.advance() }
  }
  draw(explorer, size)

  var line = LineEdit()
  for character in text.prefix(200) {
    _ = line.handle(key(character))
    precondition((0...line.characters.count).contains(line.cursor))
    precondition(line.characters == Array(line.text))
  }
  line.insert(text)
  precondition(line.characters.count <= LineEdit.maximumLength)
  return 0
}

private func draw(_ explorer: Explorer, _ size: Size) {
  var frame = Frame(size: size)
  explorer.draw(into: &frame)
  precondition(!frame.text.isEmpty || size.rows == 0)
}

/// Letters stand for themselves; control characters for keys.
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
  default: .character(character)
  }
}
