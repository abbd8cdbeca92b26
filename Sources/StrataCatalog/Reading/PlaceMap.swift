import StrataYAML

/// Leads from text in the store back to where it was written.
struct PlaceMap {
  /// Text that is not verbatim in its source, with the node it came from.
  private struct Entry {
    /// Bytes from the beginning of the store.
    var offset: UInt32
    var source: UInt32
    /// Bytes from the beginning of the source.
    var start: UInt32
    var length: UInt32
  }

  private(set) var sources: [SourceRange] = []
  /// Sorted by `offset`.
  private var entries: [Entry] = []
  /// For each source that was asked for, where its lines begin.
  private var lines: [Int: [Int]] = [:]

  /// Where the sources and their arenas end and strata's own words begin, in bytes of the store.
  private var end = 0

  mutating func add(source: SourceRange, end: Int) {
    sources.append(source)
    self.end = end
  }

  /// The source that holds the text verbatim.
  func source(of text: Text) -> Int? {
    sources.firstIndex { $0.bytes.contains(Int(text.offset)) }
  }

  /// Keeps the place of text that stands in no source.
  mutating func remember(_ text: Text, at place: Diagnostic.Place, source: Int) {
    let entry = Entry(
      offset: text.offset, source: UInt32(source), start: UInt32(place.offset), length: UInt32(place.length))
    if let last = entries.last, last.offset >= entry.offset {
      entries.insert(entry, at: index(from: entry.offset))
    } else {
      entries.append(entry)
    }
  }

  /// Where a text was written; nil for strata's own words.
  func place(of text: Text) -> Diagnostic.Place? {
    if let index = source(of: text) {
      let range = sources[index]
      return Diagnostic.Place(
        source: range.name, offset: Int(text.offset) - range.bytes.lowerBound, length: Int(text.length))
    }
    // Or the place of what was kept before it: a text may have lost the blanks at its beginning.
    let behind = index(from: text.offset + 1)
    guard Int(text.offset) < end, behind > 0 else { return nil }
    let entry = entries[behind - 1]
    return Diagnostic.Place(
      source: sources[Int(entry.source)].name, offset: Int(entry.start), length: Int(entry.length))
  }

  /// The line of a place, counted from 1, as a finding somewhere else refers to it.
  mutating func origin(_ place: Diagnostic.Place, seenFrom other: Diagnostic.Place, in store: TextStore)
    -> Finding.Origin
  {
    let source = place.source == other.source ? nil : place.source
    guard let index = sources.firstIndex(where: { $0.name == place.source }) else {
      return Finding.Origin(line: 1, source: source)
    }
    let starts = lineStarts(of: index, in: store)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place.offset { low = middle } else { high = middle }
    }
    return Finding.Origin(line: low + 1, source: source)
  }

  private mutating func lineStarts(of index: Int, in store: TextStore) -> [Int] {
    if let starts = lines[index] { return starts }
    let bytes = sources[index].bytes
    let text = Text(offset: UInt32(bytes.lowerBound), length: UInt32(bytes.count))
    let starts = store.withBytes(text) { bytes in
      var starts = [0]
      for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
      return starts
    }
    lines[index] = starts
    return starts
  }

  /// The first entry at or behind an offset.
  private func index(from offset: UInt32) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
