// modules: StrataText StrataYAML
// seeds: Fuzz/Seeds/catalog
//
// Changes of a YAML file at a path: the first four bytes choose the change and where, the rest is the file.
//
// Whatever the bytes are: nothing traps; a change that is refused leaves the source as it is; after one that is done it
// reads as the old tree with that change, and changing it back gives that tree again.

@testable import StrataYAML

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard bytes.count >= 4 else { return 0 }
  let source = Array(bytes[4...])
  guard var editor = try? DocumentEditor(source, name: "stack.yaml") else { return 0 }
  precondition(editor.source == source)
  let before = editor.document
  var path = chosenPath(in: before, by: bytes[1...2])
  let text = texts[Int(bytes[3]) % texts.count]
  do {
    switch bytes[0] % 4 {
    case 0:
      try editor.set(path, to: .text(text))
      precondition(editor.value(at: path) == Array(text.utf8))
      try editor.set(path, to: .text(text))
      precondition(editor.value(at: path) == Array(text.utf8))
    case 1:
      path.append(.key("a new key"))
      try editor.set(path, to: ["id": .text(text), "of": [.text(text), "x"]])
      precondition(editor.value(at: path + ["of", 0]) == Array(text.utf8))
      try editor.remove(path)
      precondition(before.roots.isEmpty || isLike(editor.document, before))
    case 2:
      try editor.append(["id": .text(text)], to: path)
      let last = editor.childCount(at: path) - 1
      precondition(editor.value(at: path + [.item(last), "id"]) == Array(text.utf8))
      try editor.remove(path + [.item(last)])
      precondition(before.roots.isEmpty || isLike(editor.document, before))
    default:
      let count = path.isEmpty ? 0 : editor.childCount(at: path.dropLast())
      try editor.remove(path)
      precondition(editor.childCount(at: path.dropLast()) == count - 1)
    }
  } catch {
    // The second change may be refused where the first was not; each leaves what reads.
    let (_, diagnostics) = Document.parse(editor.source, name: "stack.yaml")
    precondition(!diagnostics.contains { $0.severity == .error })
  }
  return 0
}

private let texts = [
  "hold", "", "true", "a: b", "- x", "two\nlines", "#", "\u{1F600} ", "'", "0x1", "\t", "\u{85}", "*a", "…\n\n",
]

/// A path to some node, by what two bytes choose at each level.
private func chosenPath(in document: Document, by choices: ArraySlice<UInt8>) -> [DocumentEditor.Step] {
  guard var node = document.roots.first else { return ["a"] }
  var path: [DocumentEditor.Step] = []
  var choice = choices.reduce(0) { $0 << 8 | Int($1) }
  while choice > 0, path.count < 8 {
    let count = document.childCount(of: node)
    guard count > 0, document.kind(of: node) != .alias, var child = document.firstChild(of: node) else { break }
    let isMapping = document.kind(of: node) == .mapping
    let entries = isMapping ? count / 2 : count
    let wanted = choice % entries
    choice /= max(2, entries)
    for _ in 0..<wanted * (isMapping ? 2 : 1) { child = document.next(after: child)! }
    if isMapping {
      path.append(.key(document.string(child)))
      child = document.next(after: child)!
    } else {
      path.append(.item(wanted))
    }
    node = child
  }
  return path
}

/// But for what is nothing and what is empty: a pair taken out of `{}` leaves `{}`.
private func isLike(_ one: Document, _ other: Document) -> Bool {
  func events(_ document: Document) -> [TreeEvent] {
    TreeEvent.all(of: document, in: 0..<document.nodes.count).filter {
      $0 != .nothing && $0 != .mapping(children: 0) && $0 != .sequence(children: 0)
    }
  }
  return events(one) == events(other)
}

extension DocumentEditor {
  fileprivate func node(at path: some Collection<Step>) -> Document.NodeID? {
    guard var node = document.roots.first else { return nil }
    for step in path {
      switch step {
      case .key(let key):
        guard document.kind(of: node) == .mapping, let value = value(of: key, in: node) else { return nil }
        node = value
      case .item(let position):
        guard document.kind(of: node) == .sequence, var child = document.firstChild(of: node) else { return nil }
        for _ in 0..<position {
          guard let next = document.next(after: child) else { return nil }
          child = next
        }
        node = child
      }
    }
    return node
  }

  /// Of a key that is written there itself, byte by byte.
  private func value(of key: String, in mapping: Document.NodeID) -> Document.NodeID? {
    var child = document.firstChild(of: mapping)
    while let candidate = child, let value = document.next(after: candidate) {
      if document.kind(of: candidate) == .scalar, document.utf8(of: candidate).elementsEqual(key.utf8) { return value }
      child = document.next(after: value)
    }
    return nil
  }

  fileprivate func value(at path: [Step]) -> [UInt8]? {
    node(at: path).flatMap { document.kind(of: $0) == .scalar ? Array(document.utf8(of: $0)) : nil }
  }

  /// Items of a sequence, or pairs of a mapping.
  fileprivate func childCount(at path: some Collection<Step>) -> Int {
    guard let node = node(at: path), document.kind(of: node) != .scalar else { return 0 }
    return document.childCount(of: node) / (document.kind(of: node) == .mapping ? 2 : 1)
  }
}
