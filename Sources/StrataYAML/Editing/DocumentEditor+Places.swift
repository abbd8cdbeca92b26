/// Where things stand in the source, as far as an editor has to know.
extension DocumentEditor {
  /// Bytes from the beginning of its line.
  func column(at offset: Int) -> Int { offset - lineStart(offset) }

  func lineStart(_ offset: Int) -> Int {
    var position = offset
    while position > 0, source[position - 1] != .lineFeed { position -= 1 }
    return position
  }

  /// Behind the line feed of the line that `offset` stands on, or the end of the source.
  func nextLine(_ offset: Int) -> Int {
    var position = offset
    while position < source.count, source[position] != .lineFeed { position += 1 }
    return min(source.count, position + 1)
  }

  /// The end of the line's content: before its line feed and a carriage return.
  func lineEnd(_ offset: Int) -> Int {
    var position = offset
    while position < source.count, source[position] != .lineFeed { position += 1 }
    if position > offset, position <= source.count, position > 0,
      source[position - 1] == .carriageReturn
    {
      position -= 1
    }
    return position
  }

  /// The dash of an item of a block sequence; its properties may stand between.
  func dash(before item: Document.NodeID) -> Int? {
    var position = document.place(of: item).offset
    // An item without a text stands where its dash ends.
    while position > 0 {
      position -= 1
      let byte = source[position]
      if byte == UInt8(ascii: "-"),
        position == 0 || source[position - 1] <= 0x20 || source[position - 1] == UInt8(ascii: "-")
      {
        let after = position + 1
        if after >= source.count || source[after] <= 0x20 { return position }
      }
    }
    return nil
  }

  /// Behind the last byte that a node is written with, comments not included.
  func end(of node: Document.NodeID) -> Int {
    var index = Int(node.index)
    while true {
      let record = document.nodes[index]
      switch record.kind {
      case .scalar, .alias:
        let place = document.place(of: Document.NodeID(index: UInt32(index)))
        return place.offset + place.length
      case .sequence, .mapping:
        if record.isFlow { return flowEnd(from: Int(record.offset)) }
        // The last leaf: an extent leads behind it, and it is the last node of all.
        let next = document.nodes.next(after: index)
        guard let last = lastChild(of: index, before: next) else { return Int(record.offset) + 1 }
        index = last
      }
    }
  }

  private func lastChild(of index: Int, before end: Int) -> Int? {
    var last: Int?
    var child = document.firstChild(of: Document.NodeID(index: UInt32(index)))
    while let next = child {
      last = Int(next.index)
      child = document.next(after: next)
    }
    return last
  }

  /// Behind the bracket that closes the one at `start`. The source parses: quotes and brackets are in order.
  func flowEnd(from start: Int) -> Int {
    var position = start
    // The place of a mapping may be its first key's.
    while position < source.count, source[position] != UInt8(ascii: "{"),
      source[position] != UInt8(ascii: "[")
    { position += 1 }
    var depth = 0
    // A quote opens a text only where one may begin: not inside of a plain one.
    var mayBegin = true
    while position < source.count {
      let byte = source[position]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        mayBegin = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return position + 1 }
        mayBegin = true
      case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "?"): mayBegin = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if mayBegin { position = quoteEnd(from: position) - 1 }
        mayBegin = false
      case UInt8(ascii: "#"):
        if position > 0, source[position - 1] <= 0x20 {
          position = nextLine(position) - 1
        } else {
          mayBegin = false
        }
      case 0x20, 0x09, 0x0A, 0x0D: break
      case UInt8(ascii: "!"), UInt8(ascii: "&"), UInt8(ascii: "*"):
        // A property or an alias goes on to a blank; a text may begin behind it.
        if mayBegin {
          while position + 1 < source.count, source[position + 1] > 0x20,
            !source[position + 1].isFlowIndicator
          { position += 1 }
        }
      default: mayBegin = false
      }
      position += 1
    }
    return source.count
  }

  private func quoteEnd(from start: Int) -> Int {
    let quote = source[start]
    var position = start + 1
    while position < source.count {
      if quote == UInt8(ascii: "\""), source[position] == UInt8(ascii: "\\") {
        position += 2
        continue
      }
      if source[position] == quote {
        if quote == UInt8(ascii: "'"), position + 1 < source.count, source[position + 1] == quote {
          position += 2
          continue
        }
        return position + 1
      }
      position += 1
    }
    return source.count
  }

  /// The colon behind a key.
  func colon(after key: Document.NodeID) -> Int? {
    let place = document.place(of: key)
    var position = place.offset + place.length
    while position < source.count, source[position] != UInt8(ascii: ":") {
      if source[position] == .lineFeed { return nil }
      position += 1
    }
    return position < source.count ? position : nil
  }

  /// As the source's first line ends.
  var lineFeed: [UInt8] {
    guard let first = source.firstIndex(of: .lineFeed), first > 0,
      source[first - 1] == .carriageReturn
    else {
      return [.lineFeed]
    }
    return [.carriageReturn, .lineFeed]
  }
}
