// modules: StrataText StrataYAML
// seeds: Resources/catalog
//
// The YAML parser.
//
// Whatever the bytes are: nothing traps, every range lies inside its buffer, every diagnostic can be shown, and what is
// accepted says the same when it is printed as JSON and read again.

@testable import StrataYAML

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let (document, diagnostics) = Document.parse(bytes, name: "input")
  for diagnostic in diagnostics {
    let place = diagnostic.place
    precondition(place.offset >= 0 && place.length >= 0 && place.offset + place.length <= max(1, bytes.count) + 1)
    precondition(!diagnostic.rendered(source: bytes, columns: { $0.value < 0x1100 ? 1 : 2 }).isEmpty)
  }
  for root in document.roots { walk(root, document) }
  guard diagnostics.isEmpty else { return 0 }

  let printed = document.roots.map { document.json(of: $0) }
  for line in printed {
    let again = Document.parse(Array(line.utf8), name: "printed")
    if again.diagnostics.contains(where: { $0.kind == "too-deep" }) { continue }  // aliases made it deeper
    precondition(again.diagnostics.isEmpty, "\(again.diagnostics)")
    precondition(again.document.json(of: again.document.roots[0], readsNull: true) == line)
  }
  return 0
}

/// Meets every node under the root, not through aliases: children come in pairs where they have to, and texts can be had.
private func walk(_ root: Document.NodeID, _ document: Document) {
  var open = [root]
  while let node = open.popLast() {
    let place = document.place(of: node)
    precondition(place.offset >= 0 && place.offset + place.length <= document.source.count)
    _ = document.utf8(of: node)
    _ = document.tag(of: node)
    var children = 0
    var child = document.firstChild(of: node)
    while let next = child {
      children += 1
      open.append(next)
      child = document.next(after: next)
    }
    precondition(document.kind(of: node) != .mapping || children.isMultiple(of: 2))
  }
}
