// modules: StrataText StrataYAML StrataCatalog StrataStack
// seeds: Fuzz/Seeds/edit
//
// A team's own file: read, changed, exported; and the radars of other programs.
//
// Whatever the bytes are: nothing traps, what a change leaves reads as it should, a change that is refused leaves the
// file as it is, and a file made of a radar can be read.

import StrataCatalog
import StrataStack
import StrataYAML

private let catalog: Catalog = {
  let text = """
    layers:
      - id: runtime
        name: {en: Runtime, zh: 运行时}
        summary: {en: Runs., zh: 运行。}
        categories:
          - id: cr
            name: {en: Boxes, zh: 箱}
            what: {en: W., zh: 何。}
            tools:
              - {id: a, name: A, homepage: https://a.io, status: retired}
              - {id: redis, name: Redis, repository: https://github.com/redis/redis}
    """
  return Catalog.read(sources: [("own.yaml", Array(text.utf8))]).catalog!
}()
private let today = "2026-08-07"

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let radar = try? StackImport(bytes, name: "radar", catalog: catalog) {
    let file = Array(radar.stackFile(in: catalog, today: today).utf8)
    let (stack, _) = Stack.read(file, name: "made.yaml")
    precondition(stack != nil)
  }
  let (stack, diagnostics) = Stack.read(bytes, name: "stack.yaml")
  for diagnostic in diagnostics { precondition(diagnostic.message.utf8.count < 4000) }
  guard let stack else { return 0 }
  for format in StackExport.Format.allCases {
    _ = StackExport(stack, catalog: catalog, format: format, language: .zh, today: today).files(format)
  }

  guard var editor = try? StackEditor(bytes, name: "stack.yaml") else { return 0 }
  let known = stack.entries.prefix(3).map(\.id).filter { !$0.isEmpty }
  let status = Stack.usualRings[Int(bytes.last ?? 0) % Stack.usualRings.count]
  for id in known + ["redis"] {
    change(&editor) { (editor) throws in
      try editor.setStatus(status, ofTools: [id], today: today, why: "b: c")
      precondition(editor.stack.entry(ofTool: id)?.status == status)
    }
    change(&editor) { (editor) throws in
      try editor.setNote("two\nlines", ofTool: id, today: today)
      precondition(editor.stack.entry(ofTool: id)?.note == "two\nlines")
    }
    change(&editor) { (editor) throws in try editor.setNote("", ofTool: id, today: today) }
    change(&editor) { (editor) throws in try editor.setStatus("", ofTools: [id], today: today) }
  }
  change(&editor) { (editor) throws in
    try editor.addFound([StackChange.Found(tool: "new", proofs: ["a.yaml:1: x"])], today: today)
  }
  return 0
}

private func change(_ editor: inout StackEditor, _ body: (inout StackEditor) throws -> Void) {
  let before = editor.source
  do { try body(&editor) } catch { precondition(editor.source == before) }
  precondition(Stack.read(editor.source, name: "").stack?.entries.map(\.id) == editor.stack.entries.map(\.id))
}
