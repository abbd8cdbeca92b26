/// The changes themselves.
extension DocumentEditor {
  /// What is added to a collection.
  enum Entry {
    case pair(String, EditedValue)
    case item(EditedValue)

    var value: EditedValue {
      switch self {
      case .pair(_, let value), .item(let value): value
      }
    }

    /// How it is read.
    var events: [TreeEvent] {
      switch self {
      case .pair(let key, let value): [.text(Array(key.utf8))] + TreeEvent.all(of: value)
      case .item(let value): TreeEvent.all(of: value)
      }
    }
  }

  private func nodes(of found: Found) -> Range<Int> {
    Int((found.key ?? found.value).index)..<document.nodes.next(after: Int(found.value.index))
  }

  // MARK: Replacing

  mutating func replace(_ found: Found, with value: EditedValue) throws(Failure) {
    let place = document.place(of: found.value)
    let range = place.offset..<max(place.offset, end(of: found.value))
    let nodes = Int(found.value.index)..<document.nodes.next(after: Int(found.value.index))
    let events = TreeEvent.all(of: value)
    var text = EditedText.flow(value, quotes: document.style(of: found.value))
    let isBlock = !found.isInFlow
    if range.isEmpty || document.isNull(found.value) && place.length == 0 {
      // Nothing is written: the value stands behind the colon or the dash.
      guard let start = found.key.flatMap(colon(after:)) ?? dash(before: found.value) else {
        throw .notWritable(place)
      }
      try apply(start + 1..<start + 1, [0x20] + text, replacing: nodes, with: events, at: place)
      return
    }
    let record = document.nodes[Int(found.value.index)]
    if record.kind == .sequence || record.kind == .mapping, !record.isFlow {
      // A block goes as a whole; a comment between it and its key would be lost, and is not.
      guard let colon = found.key.flatMap(colon(after:)), colon < range.lowerBound else {
        throw .notWritable(place)
      }
      let start =
        dash(before: document.firstChild(of: found.value) ?? found.value) ?? range.lowerBound
      let first = record.kind == .sequence ? max(colon + 1, start) : range.lowerBound
      guard source[(colon + 1)..<first].allSatisfy({ $0 <= 0x20 }) else {
        throw .notWritable(place)
      }
      try apply(
        colon + 1..<range.upperBound, [0x20] + text, replacing: nodes, with: events, at: place)
      return
    }
    if isBlock, case .text(let plain) = value,
      document.style(of: found.value).isBlock || plain.utf8.contains(.lineFeed),
      let literal = EditedText.literal(plain, indent: found.column + 2, lineFeed: lineFeed)
    {
      text = literal
      if document.style(of: found.value).isBlock {
        // The old text's line feeds at its end belong to it.
        var end = range.upperBound
        while end > range.lowerBound,
          source[end - 1] == .lineFeed || source[end - 1] == .carriageReturn
        { end -= 1 }
        try apply(range.lowerBound..<end, text, replacing: nodes, with: events, at: place)
        return
      }
    } else if document.style(of: found.value).isBlock {
      var end = range.upperBound
      while end > range.lowerBound,
        source[end - 1] == .lineFeed || source[end - 1] == .carriageReturn
      { end -= 1 }
      try apply(range.lowerBound..<end, text, replacing: nodes, with: events, at: place)
      return
    }
    try apply(range, text, replacing: nodes, with: events, at: place)
  }

  // MARK: Adding

  /// The first pair of a source that holds no document: nothing, or comments alone.
  mutating func begin(_ path: [Step], with value: EditedValue) throws(Failure) {
    guard path.count == 1, case .key(let key) = path[0] else { throw .missing(step: 0) }
    let entry = Entry.pair(key, value)
    let head: [UInt8] = source.isEmpty || source.last == .lineFeed ? [] : lineFeed
    try apply(
      source.count..<source.count, head + block(entry, column: 0) + lineFeed, replacing: 0..<0,
      with: [.mapping(children: 2)] + entry.events,
      at: Diagnostic.Place(source: "", offset: source.count, length: 0))
  }

  mutating func add(_ entry: Entry, to collection: Found) throws(Failure) {
    let node = collection.value
    let place = document.place(of: node)
    let index = Int(node.index)
    let next = document.nodes.next(after: index)
    if document.isNull(node) { return try begin(entry, at: collection) }
    let count = document.childCount(of: node)
    var events: [TreeEvent] = []
    switch entry {
    case .pair: events = [.mapping(children: count + 2)]
    case .item: events = [.sequence(children: count + 1)]
    }
    events += TreeEvent.all(of: document, in: index + 1..<next) + entry.events
    if document.nodes[index].isFlow {
      let close = flowEnd(from: Int(document.nodes[index].offset)) - 1
      if count == 0, !collection.isInFlow, case .item(.pairs) = entry {
        // `tools: []` becomes a list of blocks.
        var open = openBracket(of: index)
        while open > 0, source[open - 1] == 0x20 { open -= 1 }
        let text = block(entry, column: collection.column + 2)
        try apply(
          open..<close + 1, lineFeed + text, replacing: index..<next, with: events, at: place)
        return
      }
      let text = EditedText.entry(entry)
      guard count > 0 else {
        try apply(close..<close, text, replacing: index..<next, with: events, at: place)
        return
      }
      var last = close
      while last > 0, source[last - 1] <= 0x20 { last -= 1 }
      // A comma may stand behind the last one, or a comment.
      let hasComma = source[last - 1] == UInt8(ascii: ",")
      let separator: [UInt8] = hasComma ? [0x20] : [UInt8(ascii: ","), 0x20]
      let position =
        column(at: close) == 0 || lineStart(close) > lineStart(last) ? end(ofLast: node) : last
      try apply(
        position..<position,
        (hasComma && position != last ? [UInt8(ascii: ","), 0x20] : separator) + text,
        replacing: index..<next, with: events, at: place)
      return
    }
    guard let first = document.firstChild(of: node) else { throw .notWritable(place) }
    let column: Int
    switch entry {
    case .pair: column = self.column(at: keyStart(first))
    case .item:
      guard let dash = dash(before: first) else { throw .notWritable(place) }
      column = self.column(at: dash)
    }
    try insert(
      block(entry, column: column), behind: node, replacing: index..<next, with: events, at: place)
  }

  private func end(ofLast node: Document.NodeID) -> Int {
    var last = node
    var child = document.firstChild(of: node)
    while let next = child {
      last = next
      child = document.next(after: next)
    }
    return end(of: last)
  }

  private func openBracket(of index: Int) -> Int {
    var position = Int(document.nodes[index].offset)
    while position < source.count, source[position] != UInt8(ascii: "{"),
      source[position] != UInt8(ascii: "[")
    { position += 1 }
    return position
  }

  /// Where a key is written, its quotes and properties included.
  private func keyStart(_ key: Document.NodeID) -> Int {
    var position = document.place(of: key).offset
    let start = lineStart(position)
    // Behind the dash or the question mark of its line.
    while position > start, source[position - 1] != 0x20 { position -= 1 }
    while position > start, source[position - 1] == 0x20, position >= 2, position - 2 >= start,
      source[position - 2] > 0x20,
      source[position - 2] != UInt8(ascii: "-"), source[position - 2] != UInt8(ascii: "?")
    {
      position -= 1
      while position > start, source[position - 1] != 0x20 { position -= 1 }
    }
    return position
  }

  /// `key:` or `-` with nothing behind it gets its first entry.
  private mutating func begin(_ entry: Entry, at found: Found) throws(Failure) {
    let node = found.value
    let place = document.place(of: node)
    let nodes = Int(node.index)..<Int(node.index) + 1
    var events: [TreeEvent]
    switch entry {
    case .pair: events = [.mapping(children: 2)]
    case .item: events = [.sequence(children: 1)]
    }
    events += entry.events
    if found.isInFlow || place.length > 0 {
      let inner = EditedText.entry(entry)
      let text: [UInt8]
      switch entry {
      case .pair: text = [UInt8(ascii: "{")] + inner + [UInt8(ascii: "}")]
      case .item: text = [UInt8(ascii: "[")] + inner + [UInt8(ascii: "]")]
      }
      if place.length > 0 {
        try apply(
          place.offset..<place.offset + place.length, text, replacing: nodes, with: events,
          at: place)
      } else if let start = found.key.flatMap(colon(after:)) {
        try apply(start + 1..<start + 1, [0x20] + text, replacing: nodes, with: events, at: place)
      } else {
        throw .notWritable(place)
      }
      return
    }
    guard let start = found.key.flatMap(colon(after:)) ?? dash(before: node) else {
      // An empty document.
      let text = block(entry, column: 0)
      let head: [UInt8] = source.isEmpty || source.last == .lineFeed ? [] : lineFeed
      try apply(
        source.count..<source.count, head + text + lineFeed, replacing: nodes, with: events,
        at: place)
      return
    }
    let text = block(entry, column: found.column + 2)
    let end = lineEnd(start)
    try apply(end..<end, lineFeed + text, replacing: nodes, with: events, at: place)
  }

  /// Puts whole lines behind the last line of a block.
  private mutating func insert(
    _ text: [UInt8], behind node: Document.NodeID, replacing nodes: Range<Int>,
    with events: [TreeEvent],
    at place: Diagnostic.Place
  ) throws(Failure) {
    let last = end(of: node)
    // A block text ends with its line feed; anything else somewhere in its line, a comment may follow.
    let isBehindLine = last > 0 && last <= source.count && source[last - 1] == .lineFeed
    if isBehindLine {
      try apply(last..<last, text + lineFeed, replacing: nodes, with: events, at: place)
      return
    }
    let end = lineEnd(last)
    try apply(end..<end, lineFeed + text, replacing: nodes, with: events, at: place)
  }

  /// An entry as lines of a block, without the last line feed.
  private func block(_ entry: Entry, column: Int) -> [UInt8] {
    EditedText.block(entry, column: column, lineFeed: lineFeed)
  }

  // MARK: Taking out

  mutating func takeOut(_ found: Found, of parent: Found) throws(Failure) {
    let place = document.place(of: found.value)
    let index = Int(parent.value.index)
    let next = document.nodes.next(after: index)
    let own = nodes(of: found)
    let count = document.childCount(of: parent.value)
    let isMapping = document.kind(of: parent.value) == .mapping
    var events: [TreeEvent] = [
      isMapping ? .mapping(children: count - 2) : .sequence(children: count - 1)
    ]
    events += TreeEvent.all(of: document, in: index + 1..<own.lowerBound)
    events += TreeEvent.all(of: document, in: own.upperBound..<next)
    let isOnly = count == (isMapping ? 2 : 1)
    let start = found.key.map(keyStart) ?? dash(before: found.value) ?? place.offset
    if found.isInFlow {
      let (first, last) = flowRange(found, isOnly: isOnly)
      try apply(first..<last, [], replacing: index..<next, with: events, at: place)
    } else if isOnly {
      // What is left is an empty collection, written as one.
      let bytes: [UInt8] = isMapping ? Array("{}".utf8) : Array("[]".utf8)
      try apply(
        start..<end(of: found.value), bytes, replacing: index..<next, with: events, at: place)
    } else if found.isFirst, own.upperBound < document.nodes.count,
      source[lineStart(start)..<start].contains(where: { $0 > 0x20 })
    {
      // `- id: x` loses its first key: the next one moves up behind the dash.
      let following = Document.NodeID(index: UInt32(own.upperBound))
      let nextStart = isMapping ? keyStart(following) : dash(before: following) ?? start
      try apply(start..<nextStart, [], replacing: index..<next, with: events, at: place)
    } else {
      let last = end(of: found.value)
      let isBehindLine = last > 0 && source[last - 1] == .lineFeed && last > start
      try apply(
        lineStart(start)..<(isBehindLine ? last : nextLine(last)), [], replacing: index..<next,
        with: events, at: place)
    }
  }

  /// An entry in brackets with one of the commas beside it.
  private func flowRange(_ found: Found, isOnly: Bool) -> (Int, Int) {
    var start = document.place(of: found.key ?? found.value).offset
    var end = end(of: found.value)
    if isOnly {
      var comma = end
      while comma < source.count, source[comma] <= 0x20 { comma += 1 }
      return (start, comma < source.count && source[comma] == UInt8(ascii: ",") ? comma + 1 : end)
    }
    if found.isFirst {
      while end < source.count, source[end] <= 0x20 { end += 1 }
      if end < source.count, source[end] == UInt8(ascii: ",") { end += 1 }
      while end < source.count, source[end] == 0x20 { end += 1 }
    } else {
      while start > 0, source[start - 1] <= 0x20 { start -= 1 }
      if start > 0, source[start - 1] == UInt8(ascii: ",") { start -= 1 }
    }
    return (start, end)
  }
}
