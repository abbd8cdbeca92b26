extension Document {
  /// The tree under a root as one line of JSON: every scalar a string as written, a node where nothing is written null,
  /// aliases replaced by what they refer to. It is YAML, too.
  ///
  /// - Returns: UTF-8. With aliases longer than the source, but bounded as they are.
  public func json(of root: NodeID) -> String {
    json(of: root, readsNull: false)
  }

  /// - Parameter readsNull: whether a plain `null` is null, too, so that JSON read as YAML prints as it was.
  func json(of root: NodeID, readsNull: Bool) -> String {
    var writer = JSONWriter(document: self, readsNull: readsNull)
    writer.write(root)
    return String(decoding: writer.output, as: UTF8.self)
  }
}

/// Writes nodes as JSON without recursion.
private struct JSONWriter {
  let document: Document
  let readsNull: Bool
  var output: [UInt8] = []

  /// A collection that is being written: the child to be written next, and whether it is a mapping's key.
  private struct Open {
    var next: Document.NodeID?
    var isMapping: Bool
    var isKey: Bool
    var isFirst = true
  }

  init(document: Document, readsNull: Bool) {
    self.document = document
    self.readsNull = readsNull
  }

  mutating func write(_ root: Document.NodeID) {
    var stack: [Open] = []
    begin(root, &stack)
    while var open = stack.popLast() {
      guard let child = open.next else {
        output.append(open.isMapping ? .closeBrace : .closeBracket)
        continue
      }
      if open.isMapping && !open.isKey {
        output.append(contentsOf: ": ".utf8)
      } else if !open.isFirst {
        output.append(contentsOf: ", ".utf8)
      }
      open.isFirst = false
      open.next = document.next(after: child)
      let isKey = open.isKey
      if open.isMapping { open.isKey.toggle() }
      stack.append(open)
      if isKey {
        string(document.resolved(child))
      } else {
        begin(child, &stack)
      }
    }
  }

  private mutating func begin(_ node: Document.NodeID, _ stack: inout [Open]) {
    let node = document.resolved(node)
    switch document.kind(of: node) {
    case .scalar:
      let isEmpty = document.style(of: node) == .plain && document.text(of: node).length == 0
      if isEmpty || (readsNull && document.isNull(node)) {
        output.append(contentsOf: "null".utf8)
      } else {
        string(node)
      }
    case .sequence:
      output.append(.openBracket)
      stack.append(Open(next: document.firstChild(of: node), isMapping: false, isKey: false))
    case .mapping:
      output.append(.openBrace)
      stack.append(Open(next: document.firstChild(of: node), isMapping: true, isKey: true))
    case .alias:  // refers to nothing
      output.append(contentsOf: "null".utf8)
    }
  }

  private mutating func string(_ node: Document.NodeID) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    output.append(.doubleQuote)
    for byte in document.utf8(of: node) {
      switch byte {
      case .doubleQuote, .backslash: output.append(contentsOf: [.backslash, byte])
      case .lineFeed: output.append(contentsOf: "\\n".utf8)
      case .carriageReturn: output.append(contentsOf: "\\r".utf8)
      case .tab: output.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(hexadecimal[Int(byte >> 4)])
        output.append(hexadecimal[Int(byte & 15)])
      default: output.append(byte)
      }
    }
    output.append(.doubleQuote)
  }
}
