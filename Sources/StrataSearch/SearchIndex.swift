import StrataCatalog

/// The searchable text of a catalog, folded, in chunks that are built one after the other.
///
/// A record is a subject's texts one after the other, each after a mark that tells its group: names, aliases, summary, the
/// rest. Marks are below 0x20 and occur in no text, so that nothing is found across texts, and the group of a place is that
/// of the last mark before it. Subjects are numbered: layers, categories, tools.
struct SearchIndex: Sendable {
  /// Records one after the other, and what is known of each without looking at it.
  final class Chunk: Sendable {
    /// The number of the first subject.
    let first: Int
    /// Where the folded UTF-8 lies, `ByteFinder.padding` bytes after it.
    private let slab: Slab
    private let offset: Int
    /// Where each record begins, and at the end where the last one ends.
    private let starts: [UInt32]
    /// For each record its place among equals: see `placing`.
    let placing: [UInt8]
    /// What is known of each record: see `Traits`.
    private let traits: [UInt8]
    /// The traits of all records together.
    let anyTraits: UInt8
    /// How many bytes after its beginning each record's summary begins, and after that its other texts; 0xFF: so many
    /// that the marks have to be looked at.
    private let summaries: [UInt8]
    private let others: [UInt8]
    /// How many bytes after its beginning each record's first text begins that is not ASCII; 0 where that is far.
    private let beyondASCII: [UInt8]
    /// The letters with which the characters in each record's longer texts begin as pinyin: see `Pinyin.initials`.
    private let initials: [UInt32]

    let count: Int
    /// Bytes of all records.
    let length: Int

    init(_ facts: [RecordFacts], first: Int, slab: Slab, offset: Int) {
      self.first = first
      self.slab = slab
      self.offset = offset
      starts = [0] + facts.map { $0.end }
      placing = facts.map { $0.placing }
      traits = facts.map { $0.traits }
      anyTraits = traits.reduce(0, |)
      summaries = facts.map { $0.toSummary }
      others = facts.map { $0.toOther }
      beyondASCII = facts.map { $0.toBeyondASCII }
      initials = facts.map { $0.initials }
      count = facts.count
      length = Int(starts[count])
    }

    /// Calls `body` with the records; what it is given must not be kept.
    @inline(__always)
    func withRecords<Result>(_ body: (Records) -> Result) -> Result {
      starts.withUnsafeBufferPointer { starts in
        traits.withUnsafeBufferPointer { traits in
          summaries.withUnsafeBufferPointer { summaries in
            others.withUnsafeBufferPointer { others in
              initials.withUnsafeBufferPointer { initials in
                beyondASCII.withUnsafeBufferPointer { beyondASCII in
                  body(
                    Records(
                      first: first, anyTraits: anyTraits, base: slab.bytes(at: offset), starts: starts, traits: traits,
                      initials: initials, summaries: summaries, others: others, beyondASCII: beyondASCII))
                }
              }
            }
          }
        }
      }
    }
  }

  /// A chunk's records in its memory.
  struct Records {
    /// The number of the first subject.
    let first: Int
    /// The traits of all records together.
    let anyTraits: UInt8
    /// Where the first record begins; `starts` counts from here.
    let base: UnsafePointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let traits: UnsafeBufferPointer<UInt8>
    let initials: UnsafeBufferPointer<UInt32>
    fileprivate let summaries: UnsafeBufferPointer<UInt8>
    fileprivate let others: UnsafeBufferPointer<UInt8>
    fileprivate let beyondASCII: UnsafeBufferPointer<UInt8>

    var count: Int { traits.count }
    /// Where the last one ends.
    var end: Int { Int(starts[count]) }

    /// Where what is not ASCII in a record is to be looked for.
    @inline(__always)
    func startBeyondASCII(_ record: Int) -> Int { Int(starts[record]) &+ Int(beyondASCII[record]) }

    @inline(__always)
    subscript(record: Int) -> Record {
      let (start, end) = (Int(starts[record]), Int(starts[record + 1]))
      let (toSummary, toOther) = (Int(summaries[record]), Int(others[record]))
      let isKnown = max(toSummary, toOther) < 0xFF
      return Record(
        base: base, start: start, summary: isKnown ? start + toSummary : end,
        other: isKnown ? start + toSummary + toOther : end, end: end, traits: traits[record],
        initials: initials[record])
    }
  }

  /// What is known of a record without looking at it, as bits.
  enum Traits {
    /// Chinese in a name or alias; in another text.
    static let chineseName: UInt8 = 1
    static let chineseBody: UInt8 = 2
    /// Several names, or a name or alias of one or two bytes.
    static let unusualNames: UInt8 = 4
    /// Characters beyond ASCII somewhere.
    static let beyondASCII: UInt8 = 8
  }

  /// A record in the memory of its chunk, which has to be kept meanwhile: where it, its summary and its other texts begin and
  /// where it ends. Where summary and others are not known they lie at the end, and the marks tell.
  struct Record {
    let base: UnsafePointer<UInt8>
    let start: Int
    let summary: Int
    let other: Int
    let end: Int
    let traits: UInt8
    let initials: UInt32

    /// Calls `body` with each name and alias that is not empty.
    @inline(__always)
    func forEachName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      var index = start
      while index < end, base[index] <= SearchIndex.mark(.alias) {
        var stop = index + 1
        while stop < end, base[stop] >= SearchIndex.marks { stop += 1 }
        if stop > index + 1 { body(UnsafeBufferPointer(start: base + index + 1, count: stop - index - 1)) }
        index = stop
      }
    }
  }

  /// The mark before a text of a group.
  static func mark(_ group: TextField.Group) -> UInt8 { group.rawValue + 1 }
  /// Marks are below this.
  static let marks: UInt8 = 0x08
  /// Records of a chunk, at most: hits count them in 16 bits.
  private static let recordLimit = 1 << 16
  /// Bytes a chunk is made for; a longer record has a chunk of its own.
  let chunkSize: Int

  let catalog: Catalog
  private(set) var chunks: [Chunk] = []
  /// The number of subjects that are in.
  private(set) var count = 0
  /// Where the next chunk goes.
  private var slab: Slab?
  /// How often each byte occurs in the first chunks.
  private(set) var frequency: [UInt32] = []
  /// The standing of each of the catalog's maturities.
  private let standings: [UInt8]

  init(_ catalog: Catalog, chunkSize: Int = 1 << 19) {
    self.catalog = catalog
    self.chunkSize = chunkSize
    standings = catalog.maturities.map(Standing.of(maturity:))
  }

  var total: Int { catalog.layers.count + catalog.categories.count + catalog.tools.count }
  var isComplete: Bool { count == total }
  var firstTool: Int { catalog.layers.count + catalog.categories.count }

  func subject(_ number: Int) -> Subject {
    let category = number - catalog.layers.count
    if category < 0 { return .layer(LayerID(number)) }
    let tool = category - catalog.categories.count
    return tool < 0 ? .category(CategoryID(category)) : .tool(ToolID(tool))
  }

  func number(of subject: Subject) -> Int {
    switch subject {
    case .layer(let id): id.index
    case .category(let id): catalog.layers.count + id.index
    case .tool(let id): firstTool + id.index
    }
  }

  /// Builds the next chunk.
  mutating func grow() {
    guard !isComplete else { return }
    let first = count
    var capacity = chunkSize
    var facts: [RecordFacts] = []
    facts.reserveCapacity(chunkSize / 96)
    while true {
      let (slab, offset) = take(capacity + ByteFinder.padding)
      let length = catalog.store.withUnsafeBufferPointer { store in
        Pinyin.standard.initials.withUnsafeBufferPointer { initials in
          fill(
            RecordRoom(target: slab.room(at: offset), capacity: capacity, store: store, pinyinInitials: initials),
            from: first, &facts)
        }
      }
      slab.keep(facts.isEmpty ? 0 : length + ByteFinder.padding, from: offset)
      if !facts.isEmpty {
        chunks.append(Chunk(facts, first: first, slab: slab, offset: offset))
        break
      }
      // A record too long for any chunk: once more with more room.
      capacity *= 2
    }
    count += facts.count
    if chunks.count <= 4 {
      if frequency.isEmpty { frequency = [UInt32](repeating: 0, count: 256) }
      chunks[chunks.count - 1].withRecords { records in
        for place in 0..<records.end { frequency[Int(records.base[place])] += 1 }
      }
    }
  }

  /// Memory for a chunk: where in which slab.
  private mutating func take(_ least: Int) -> (Slab, offset: Int) {
    if let slab, let offset = slab.take(least: least) { return (slab, offset) }
    // A small catalog has little to fold; a large one has its memory in steps.
    let rest = catalog.store.count / max(1, total) * (total - count)
    let new = Slab(capacity: max(least, min(rest, 4 << 20)))
    slab = new
    return (new, new.take(least: least)!)
  }

  /// Writes records from a number on until there is no room, then padding. Returns the bytes of the records.
  private func fill(_ empty: RecordRoom, from first: Int, _ facts: inout [RecordFacts]) -> Int {
    var room = empty
    for number in first..<min(total, first + Self.recordLimit) {
      let subject = subject(number)
      room.start = room.used
      guard write(subject, to: &room) else { break }
      facts.append(RecordFacts(room, placing: placing(of: subject, room)))
      room.forget()
    }
    (room.target + room.used).update(repeating: 0, count: ByteFinder.padding)
    return room.used
  }

  /// Three bits for the standing, five for the length of the name.
  private func placing(of subject: Subject, _ room: RecordRoom) -> UInt8 {
    let standing: UInt8 =
      switch subject {
      case .layer: 0
      case .category: 1
      case .tool(let id): standings[Int(catalog.tools[id.index].maturity)]
      }
    return standing << 5 | (room.nameLength ?? Self.nameLength(room.target + room.start + 1))
  }

  /// Characters of a folded name, at most 31; the name ends with a mark.
  static func nameLength(_ name: UnsafePointer<UInt8>) -> UInt8 {
    var index = 0
    var length: UInt8 = 0
    while length < 31, name[index] >= marks {
      if name[index] & 0xC0 != 0x80 { length += 1 }
      index += 1
    }
    return length
  }

  /// Writes a subject's record; false where there was no room for all of it.
  private func write(_ subject: Subject, to room: inout RecordRoom) -> Bool {
    let start = room.used
    guard case .tool(let id) = subject else {
      catalog.forEachText(of: subject) { field, text in add(text, field.group, field == .name, &room) }
      return room.finish(orBackTo: start)
    }
    // The same as `Catalog.forEachText`, without closures: there are many tools.
    let tool = catalog.tools[id.index]
    let fields = catalog.fields(of: id)
    add(tool.name, .name, true, &room)
    let nameEnd = room.used
    if !fields.isEmpty {
      for field in fields where field.key == .alias { add(field.value, .alias, false, &room) }
    }
    add(tool.id, .alias, false, &room)
    // An id that is the name says nothing more.
    if room.used == nameEnd + (nameEnd - start), room.repeats(start + 1, nameEnd + 1, nameEnd - start - 1) {
      room.used = nameEnd
    }
    add(tool.summary.en, .summary, false, &room)
    if tool.summary.zh != tool.summary.en { add(tool.summary.zh, .summary, false, &room) }
    for field in fields {
      guard let textField = field.key.textField, textField.group == .other else { continue }
      if textField != .category {
        add(field.value, .other, false, &room)
      } else if let shelf = catalog.categoryID(for: catalog.string(field.value)) {
        add(catalog[shelf].name.en, .other, false, &room)
        add(catalog[shelf].name.zh, .other, false, &room)
      }
    }
    add(tool.homepage, .other, false, &room, isAddress: true)
    add(tool.repository, .other, false, &room, isAddress: true)
    return room.finish(orBackTo: start)
  }

  private func add(
    _ text: Text, _ group: TextField.Group, _ isName: Bool, _ room: inout RecordRoom, isAddress: Bool = false
  ) {
    guard text.length > 0, !room.isOverfull else { return }
    let store = room.store
    precondition(Int(text.offset) + Int(text.length) <= store.count)
    var part = Int(text.offset)..<Int(text.offset) + Int(text.length)
    if isAddress {
      let address = UnsafeBufferPointer(start: store.baseAddress! + part.lowerBound, count: part.count)
      let telling = AddressPart.telling(address)
      part = part.lowerBound + telling.lowerBound..<part.lowerBound + telling.upperBound
    }
    room.add(part, group)
    guard isName, store[part.upperBound - 1] == UInt8(ascii: ")") else { return }
    if let short = NameParts.short(String(decoding: store[part], as: UTF8.self)) {
      for var name in [String(short.long), String(short.short)] { name.withUTF8 { room.deferAlias($0) } }
    }
  }
}
