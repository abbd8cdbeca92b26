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

  /// In the order of the store.
  private(set) var sources: [SourceRange] = []
  /// Each sorted by `offset`, and at most half as long as the one before it but for the last, which grows while what is
  /// remembered comes in order. So a text is remembered in few steps, in whatever order files are read.
  private var runs: [[Entry]] = []
  /// For each source that was asked for, its line feeds.
  private var lineFeeds: [Int: LineFeeds] = [:]
  /// Entries that were moved so far: what remembering costs.
  private(set) var steps = 0

  /// Where the sources and their arenas end and strata's own words begin, in bytes of the store.
  private var end = 0

  mutating func add(source: SourceRange, end: Int) {
    sources.append(source)
    self.end = end
  }

  /// The source that holds the text verbatim.
  func source(of text: Text) -> Int? {
    let offset = Int(text.offset)
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle].bytes.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    // Sources without bytes stand where the next one begins.
    guard low > 0, sources[low - 1].bytes.contains(offset) else { return nil }
    return low - 1
  }

  /// Keeps the place of text that stands in no source.
  mutating func remember(_ text: Text, at place: Diagnostic.Place, source: Int) {
    let entry = Entry(
      offset: text.offset, source: UInt32(clamping: source), start: UInt32(clamping: place.offset),
      length: UInt32(clamping: place.length))
    guard let last = runs.last?.last else {
      runs = [[entry]]
      return
    }
    if last.offset == entry.offset { return }
    if last.offset < entry.offset {
      runs[runs.count - 1].append(entry)
      return
    }
    while runs.count > 1, runs[runs.count - 1].count * 2 > runs[runs.count - 2].count {
      let later = runs.removeLast()
      runs[runs.count - 1] = merged(runs[runs.count - 1], later)
    }
    runs.append([entry])
  }

  private mutating func merged(_ a: [Entry], _ b: [Entry]) -> [Entry] {
    var all: [Entry] = []
    all.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let takesFirst = j == b.count || i < a.count && a[i].offset <= b[j].offset
      let next = takesFirst ? a[i] : b[j]
      if takesFirst { i += 1 } else { j += 1 }
      if all.last?.offset != next.offset { all.append(next) }
    }
    steps += a.count + b.count
    return all
  }

  /// Where a text was written; nil for strata's own words.
  func place(of text: Text) -> Diagnostic.Place? { found(text)?.place }

  private func found(_ text: Text) -> (place: Diagnostic.Place, source: Int)? {
    if let index = source(of: text) {
      let range = sources[index]
      let offset = Int(text.offset) - range.bytes.lowerBound
      return (Diagnostic.Place(source: range.name, offset: offset, length: Int(text.length)), index)
    }
    // Or the place of what was kept before it: a text may have lost the blanks at its beginning.
    guard Int(text.offset) < end else { return nil }
    let entry = runs.lazy.compactMap { Self.last(in: $0, upTo: text.offset) }.max { $0.offset < $1.offset }
    guard let entry else { return nil }
    let place = Diagnostic.Place(
      source: sources[Int(entry.source)].name, offset: Int(entry.start), length: Int(entry.length))
    return (place, Int(entry.source))
  }

  /// The line of a text, counted from 1, as a finding about another refers to it.
  mutating func origin(of text: Text, seenFrom other: Text, in store: TextStore) -> Finding.Origin {
    guard let (place, index) = found(text) else { return Finding.Origin(line: 1) }
    let bytes = sources[index].bytes
    let whole = Text(offset: UInt32(clamping: bytes.lowerBound), length: UInt32(clamping: bytes.count))
    let feeds = lineFeeds[index] ?? store.withBytes(whole, LineFeeds.init)
    lineFeeds[index] = feeds
    let line = store.withBytes(whole) { feeds.count(before: place.offset, in: $0) + 1 }
    let isElsewhere = place.source != found(other)?.place.source
    return Finding.Origin(line: line, source: isElsewhere ? place.source : nil)
  }

  /// The last entry of a run at or before an offset.
  private static func last(in run: [Entry], upTo offset: UInt32) -> Entry? {
    var low = 0
    var high = run.count
    while low < high {
      let middle = (low + high) / 2
      if run[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? run[low - 1] : nil
  }
}
