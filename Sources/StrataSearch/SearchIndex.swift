// Memory: own; a chunk lends its tables for one call; a text outside of the store ends the program.

import StrataCatalog

/// The searchable text of a catalog, folded, in chunks that are built one after the other.
///
/// A record is a subject's texts one after the other, each after a mark that tells its group: names, aliases, keywords, tags,
/// summary, the rest. Marks are below 0x20 and occur in no text, so that nothing is found across texts, and the group of a place is that
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
    private let starts: Table<UInt32>
    /// For each record its place among equals: see `placing`.
    let placing: Table<UInt8>
    /// What is known of each record: see `Traits`.
    private let traits: Table<UInt8>
    /// The traits of all records together.
    let anyTraits: UInt8
    /// How many bytes after its beginning each record's names end, and after that its other texts begin; 0xFF: so many
    /// that the marks have to be looked at.
    private let bodies: Table<UInt8>
    private let others: Table<UInt8>
    /// How many bytes after its beginning each record's first text begins that is not ASCII; 0 where that is far.
    private let beyondASCII: Table<UInt8>
    /// The letters with which the characters in each record's longer texts begin as pinyin: see `Pinyin.initials`.
    private let initials: Table<UInt32>
    private let pairs: BytePairs

    let count: Int
    /// Bytes of all records.
    let length: Int

    init(_ facts: [RecordFacts], first: Int, slab: Slab, offset: Int) {
      self.first = first
      self.slab = slab
      self.offset = offset
      starts = Table([0] + facts.map { $0.end })
      placing = Table(facts.map { $0.placing })
      traits = Table(facts.map { $0.traits })
      anyTraits = traits.reduce(0, |)
      bodies = Table(facts.map { $0.toBody })
      others = Table(facts.map { $0.toOther })
      beyondASCII = Table(facts.map { $0.toBeyondASCII })
      initials = Table(facts.map { $0.initials })
      count = facts.count
      length = Int(starts[count])
      pairs = BytePairs(of: UnsafeBufferPointer(start: slab.bytes(at: offset), count: length))
    }

    /// The next chunk of an image.
    init(_ image: inout ImageReader, first: Int) {
      self.first = first
      starts = image.table()
      placing = image.table()
      traits = image.table()
      anyTraits = traits.reduce(0, |)
      bodies = image.table()
      others = image.table()
      beyondASCII = image.table()
      initials = image.table()
      pairs = BytePairs(bits: image.table())
      count = placing.count
      length = Int(starts[count])
      slab = Slab(static: image.table())
      offset = 0
    }

    func write(to image: inout ImageWriter) {
      image.add(starts)
      image.add(placing)
      image.add(traits)
      image.add(bodies)
      image.add(others)
      image.add(beyondASCII)
      image.add(initials)
      image.add(pairs.bits)
      let text = UnsafeBufferPointer(start: slab.bytes(at: offset), count: length + ByteFinder.padding)
      image.add(Array(text))
    }

    /// Calls `body` with the records; what it is given must not be kept.
    @inline(__always)
    func withRecords<Result>(_ body: (Records) -> Result) -> Result {
      starts.withUnsafeBufferPointer { starts in
        traits.withUnsafeBufferPointer { traits in
          bodies.withUnsafeBufferPointer { bodies in
            others.withUnsafeBufferPointer { others in
              initials.withUnsafeBufferPointer { initials in
                beyondASCII.withUnsafeBufferPointer { beyondASCII in
                  body(
                    Records(
                      first: first, anyTraits: anyTraits,
                      base: UnsafeBufferPointer(start: slab.bytes(at: offset), count: length + ByteFinder.padding),
                      starts: starts, traits: traits,
                      initials: initials, pairs: pairs, bodies: bodies, others: others, beyondASCII: beyondASCII))
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
    let base: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let traits: UnsafeBufferPointer<UInt8>
    let initials: UnsafeBufferPointer<UInt32>
    let pairs: BytePairs
    fileprivate let bodies: UnsafeBufferPointer<UInt8>
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
      let (toBody, toOther) = (Int(bodies[record]), Int(others[record]))
      let isKnown = max(toBody, toOther) < 0xFF
      return Record(
        base: base, start: start, body: isKnown ? start + toBody : end,
        other: isKnown ? start + toBody + toOther : end, beyondASCII: startBeyondASCII(record), end: end,
        traits: traits[record], initials: initials[record])
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
    /// Keywords or tags.
    static let keywords: UInt8 = 16
    /// A tool that is retired.
    static let retired: UInt8 = 32
  }

  /// A record in the memory of its chunk, which has to be kept meanwhile: where it, what comes after its names and aliases and
  /// its other texts begin and where it ends. Where these are not known they lie at the end, and the marks tell.
  struct Record {
    let base: UnsafeBufferPointer<UInt8>
    let start: Int
    let body: Int
    let other: Int
    /// Before this all is ASCII.
    let beyondASCII: Int
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
        if stop > index + 1 { body(UnsafeBufferPointer(rebasing: base[(index + 1)..<stop])) }
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
  /// What a team's own file says of tools.
  var stack = StackFacts()
  private(set) var chunks: [Chunk] = []
  /// The number of subjects that are in.
  private(set) var count = 0
  /// Where the next chunk goes.
  private var slab: Slab?
  /// How often each byte occurs in the first chunks.
  private(set) var frequency: [UInt32] = []
  /// By what the tools of the catalog are put in order among equals.
  let weights: Lazy<Weights>
  /// What the catalog calls the things that people need.
  let needs: Lazy<Needs>

  /// The usual `chunkSize`.
  static let standardChunkSize = 1 << 19

  /// Of a catalog that has its index with it, complete. Otherwise nothing is in yet.
  init(_ catalog: Catalog, chunkSize: Int = SearchIndex.standardChunkSize) {
    self.catalog = catalog
    self.chunkSize = chunkSize
    weights = Lazy { Weights(catalog) }
    needs = Lazy { Needs(catalog) }
    if !catalog.searchIndex.isEmpty, chunkSize == Self.standardChunkSize { takeImage() }
  }

  // MARK: The image

  /// Changed where the meaning of the bytes changes.
  private static let fingerprint: UInt64 = 0x666F_6C64_6564_0002

  /// The index as an image, to be kept with its catalog; it has to be complete.
  func image() -> [UInt8] {
    precondition(isComplete, "an index that still grows")
    var image = ImageWriter(fingerprint: Self.fingerprint)
    image.add([UInt32(chunks.count)])
    image.add(frequency)
    for chunk in chunks { chunk.write(to: &image) }
    return image.image()
  }

  private mutating func takeImage() {
    var image = catalog.searchIndex.withUnsafeBufferPointer {
      ImageReader(UnsafeRawBufferPointer($0), fingerprint: Self.fingerprint)
    }
    let chunkCount = image.table(of: UInt32.self)[0]
    frequency = Array(image.table(of: UInt32.self))
    for _ in 0..<chunkCount {
      chunks.append(Chunk(&image, first: count))
      count += chunks[chunks.count - 1].count
    }
  }

  var total: Int { catalog.layers.count + catalog.categories.count + catalog.tools.count }
  var isComplete: Bool { count == total }

  /// Whether all its text is of fewer bytes.
  func isSmaller(than bytes: Int) -> Bool {
    var length = 0
    for chunk in chunks where length < bytes { length += chunk.length }
    return length < bytes
  }

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
    let weights = weights.value
    for number in first..<min(total, first + Self.recordLimit) {
      let subject = subject(number)
      room.start = room.used
      guard write(subject, to: &room) else { break }
      if case .tool(let id) = subject, catalog.tools[id.index].status == .retired { room.traits |= Traits.retired }
      facts.append(RecordFacts(room, placing: placing(of: subject, room, weights)))
      room.forget()
    }
    (room.target + room.used).update(repeating: 0, count: ByteFinder.padding)
    return room.used
  }

  /// Three bits for the standing, five for the weight or the length of the name.
  private func placing(of subject: Subject, _ room: RecordRoom, _ weights: Weights) -> UInt8 {
    let weight = weights.weight(of: subject, in: catalog)
    return weights.standing(of: subject, in: catalog) << 5
      | (weight ?? room.nameLength ?? Self.nameLength(room.target + room.start + 1))
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
      // The texts are those that are looked at already.
      catalog.forEachText(of: subject) { field, text in add(text, field, &room) }
      return room.finish(orBackTo: start)
    }
    // The same as `Catalog.forEachText`, without closures: there are many tools.
    room.budget = TextBudget()
    let tool = catalog.tools[id.index]
    let fields = catalog.fields(of: id)
    add(tool.name, .name, &room)
    let nameEnd = room.used
    if !fields.isEmpty {
      for field in fields where field.key == .alias { add(field.value, .alias, &room) }
    }
    let idStart = room.used
    add(tool.id, .id, &room)
    // An id that is the name says nothing more.
    if room.used - idStart == nameEnd - start, room.repeats(start + 1, idStart + 1, nameEnd - start - 1) {
      room.takeBack(to: idStart)
    }
    if !fields.isEmpty {
      for field in fields where field.key == .keyword { add(field.value, .keyword, &room) }
      var tagField = TextField.keyword
      for field in fields where field.key == .tag {
        catalog.forEachTag(of: field, as: tagField) { add($1, $0, &room) }
        tagField = .tag
      }
      for field in fields where field.key == .also {
        catalog.forEachTag(of: field, as: .category) { add($1, $0, &room) }
      }
    }
    for text in tool.summary.all { add(text, .summary, &room) }
    for field in fields {
      guard let textField = field.key.textField, textField.group == .other else { continue }
      add(field.value, textField, &room)
    }
    add(tool.homepage, .homepage, &room, isAddress: true)
    add(tool.repository, .repository, &room, isAddress: true)
    return room.finish(orBackTo: start)
  }

  private func add(_ text: Text, _ field: TextField, _ room: inout RecordRoom, isAddress: Bool = false) {
    guard text.length > 0, !room.isOverfull else { return }
    let store = room.store
    precondition(Int(text.offset) + Int(text.length) <= store.count)
    var part = Int(text.offset)..<Int(text.offset) + Int(text.length)
    if isAddress {
      let telling = AddressPart.telling(UnsafeBufferPointer(rebasing: store[part]))
      part = part.lowerBound + telling.lowerBound..<part.lowerBound + telling.upperBound
    }
    part = room.budget.admit(part, of: store)
    if part.isEmpty { return }
    let group = field.group
    room.add(part, group)
    guard group <= .alias, field != .id else { return }
    let name = UnsafeBufferPointer(rebasing: store[part])
    if NameForms.mayBe(name) { room.deferAliases(NameForms.of(name)) }
  }
}
