import StrataCatalog

/// A query made ready for one index.
final class SearchPlan: Sendable {
  /// Words that must occur, the rarest first: the first leads, the others are looked for where it was found.
  let words: [RecordMatcher]
  let excluded: [RecordMatcher]
  /// All plain words together.
  let phrase: RecordMatcher?
  private let filters: [(matcher: FilterMatcher, isNegated: Bool)]
  /// Whether it is one word and nothing else.
  private let isOneWord: Bool

  let firstCategory: Int
  let firstTool: Int
  private let catalog: Catalog
  /// The traits of those records beside the candidates in which a word may be without its letters.
  private let readTraits: UInt8
  /// Whether any record beside the candidates may have a word, and whether the tools of these categories may.
  private let mayBeAnywhere: Bool
  private let mayBeInToolsOf: [Range<Int>]

  /// What a wider query knows of a word.
  private enum Known {
    /// It had the word, or did without one in its place.
    case whole
    /// It had the word's beginning, and what that found holds all that the word finds but for shortened pinyin in names.
    case beginning
    /// It had at most a beginning, which finds something else by pinyin.
    case nothing
  }

  /// `wider` is the query of which `query.narrows` is true, if there is one.
  init(_ query: Query, _ index: SearchIndex, wider: Query? = nil) {
    catalog = index.catalog
    firstCategory = catalog.layers.count
    firstTool = index.firstTool
    var words: [RecordMatcher] = []
    var excluded: [RecordMatcher] = []
    var filters: [(FilterMatcher, Bool)] = []
    for term in query.terms {
      switch term.content {
      case .needle(let needle):
        let matcher = RecordMatcher(needle, index.catalog, index.frequency)
        if term.isNegated { excluded.append(matcher) } else { words.append(matcher) }
      case .filter(let facet, let values):
        filters.append((FilterMatcher(facet, values, index.catalog), term.isNegated))
      }
    }
    // Misspelt words are looked for last; a rare byte makes a word rare.
    let cost = words.map { ($0.fuzzy == nil ? 0 : 1 << 32) + UInt64($0.finder.estimate(index.frequency)) }
    let order = words.indices.sorted { (cost[$0], $0) < (cost[$1], $1) }
    self.words = order.map { words[$0] }
    let needles = query.terms.filter { !$0.isNegated }.compactMap(\.needle)
    let before = wider?.terms.filter { !$0.isNegated }.compactMap(\.needle) ?? []
    var readTraits: UInt8 = 0
    var mayBeAnywhere = false
    var mayBeInToolsOf: [Range<Int>] = []
    for (word, place) in zip(self.words, order) {
      // A word that is new leaves out hits and adds none.
      let known: Known =
        place >= before.count || before[place] == needles[place]
        ? .whole : word.readsOnlyInitials && before[place].bytes.count >= 4 ? .beginning : .nothing
      switch known {
      case .whole: continue
      case .beginning: readTraits |= word.reads & SearchIndex.Traits.chineseName
      case .nothing:
        readTraits |= word.reads
        if word.fuzzy != nil { mayBeAnywhere = true }
        for (category, has) in zip(index.catalog.categories, word.categories) where has {
          mayBeInToolsOf.append(category.tools)
        }
      }
    }
    self.readTraits = readTraits
    self.mayBeAnywhere = mayBeAnywhere
    self.mayBeInToolsOf = mayBeInToolsOf
    self.excluded = excluded
    self.filters = filters
    isOneWord = words.count == 1 && excluded.isEmpty && filters.isEmpty
    phrase = query.phrase.map { RecordMatcher($0, index.catalog, index.frequency) }
  }

  /// The hits of a chunk. `candidates`, where given, are the only records in which the letters of the words can be.
  func search(_ chunk: SearchIndex.Chunk, _ candidates: Candidates?) -> ChunkHits {
    let reads = candidates == nil ? nil : reads(in: chunk)
    return ChunkHits(of: chunk) { found in chunk.withRecords { search($0, candidates, alsoWith: reads, &found) } }
  }

  /// About how many bytes will be looked at in a chunk.
  func cost(of chunk: SearchIndex.Chunk, _ candidates: Candidates?) -> Int {
    guard let candidates, let others = reads(in: chunk) else { return 256 + chunk.length }
    return 256 + min(chunk.length, 1000 + 200 * candidates.hits.count + (others == 0 ? 0 : chunk.length / 4))
  }

  private typealias Records = SearchIndex.Records

  private func search(
    _ records: Records, _ candidates: Candidates?, alsoWith reads: UInt8?, _ found: inout ChunkHits.Writer
  ) {
    guard let lead = words.first else {
      for record in 0..<records.count where admits(records, record) { found.add(record, 0) }
      return
    }
    if let candidates, let reads {
      // Memory is read faster in one go than here and there.
      let others = reads == 0 ? 0 : (0..<records.count).count { canBeRead(records, $0, reads, lead, candidates) }
      if (candidates.hits.count + others) * 3 < records.count {
        return search(records, candidates, alsoWith: reads, for: lead, &found)
      }
    }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: records.count) { tiers in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: records.count) { places in
        tiers.initialize(repeating: RecordMatcher.none)
        places.initialize(repeating: 0)
        scan(records, for: lead, into: tiers, places)
        for record in 0..<records.count where tiers[record] != RecordMatcher.none {
          finish(records, record, tiers[record], Int(places[record]), &found)
        }
      }
    }
  }

  /// The candidates whose memory is waited for together.
  private static var together: Int { 64 }

  /// Looks at the candidates, and at the records with one of some traits.
  private func search(
    _ records: Records, _ candidates: Candidates, alsoWith reads: UInt8, for word: RecordMatcher,
    _ found: inout ChunkHits.Writer
  ) {
    let first = records.first
    func look(at number: Int) {
      let tier = tier(of: word, records, number)
      if tier != RecordMatcher.none { finish(records, number, tier, 0, &found) }
    }
    /// Where a shorter word stands is known of a candidate.
    func look(at number: Int, from place: Int, tailStands: Bool) {
      let record = records[number]
      var tier = RecordMatcher.none
      let place = word.finder.find(
        record.base, near: record.start + place, tailStands: tailStands, to: record.end)
      if place >= 0 { tier = word.literalTier(record, place) }
      if record.traits & word.reads != 0 || word.fuzzy != nil { tier = min(tier, word.otherTier(record, than: tier)) }
      if word.hasCategories { tier = min(tier, categoryTier(of: word, first + number)) }
      if tier != RecordMatcher.none { finish(records, number, tier, max(0, place - record.start), &found) }
    }
    /// It has not the letters of a shorter word.
    func lookElsewhere(at number: Int) {
      var tier = word.otherTier(records[number], than: RecordMatcher.none)
      if word.hasCategories { tier = min(tier, categoryTier(of: word, first + number)) }
      if tier != RecordMatcher.none { finish(records, number, tier, 0, &found) }
    }
    var others = 0
    func lookAtOthers(before end: Int) {
      while others < end {
        if canBeRead(records, others, reads, word, candidates) {
          if candidates.knowsPlaces { lookElsewhere(at: others) } else { look(at: others) }
        }
        others += 1
      }
    }
    let (hits, places) = (candidates.hits.records, candidates.hits.places)
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: Self.together) { tailStands in
      for start in stride(from: 0, to: hits.count, by: Self.together) {
        let batch = start..<min(start + Self.together, hits.count)
        for hit in batch {
          let place = Int(records.starts[Int(hits[hit])]) + Int(places[hit])
          tailStands[hit - start] = word.finder.tailStands(records.base, at: place)
        }
        for hit in batch {
          let record = Int(hits[hit])
          if reads != 0 {
            lookAtOthers(before: record)
            others = record + 1
          }
          if candidates.knowsPlaces {
            look(at: record, from: Int(places[hit]), tailStands: tailStands[hit - start])
          } else {
            look(at: record)
          }
        }
      }
    }
    if reads != 0 { lookAtOthers(before: records.count) }
  }

  /// Whether a record beside the candidates may have the words by pinyin.
  @inline(__always)
  private func canBeRead(
    _ records: Records, _ record: Int, _ reads: UInt8, _ word: RecordMatcher, _ candidates: Candidates
  ) -> Bool {
    let traits = records.traits[record] & reads
    if traits == 0 { return false }
    // Of several words it may be any one that is new by pinyin.
    return !candidates.knowsPlaces || word.canBeRead(traits, records.initials[record])
  }

  /// The traits of those records beside the candidates in which a word may be without its letters; nil where any may be one.
  private func reads(in chunk: SearchIndex.Chunk) -> UInt8? {
    if mayBeAnywhere { return nil }
    let tools = chunk.first - firstTool..<chunk.first + chunk.count - firstTool
    for others in mayBeInToolsOf where others.overlaps(tools) { return nil }
    return readTraits & chunk.anyTraits
  }

  /// The tiers of all records of a chunk for one word.
  private func scan(
    _ records: Records, for word: RecordMatcher, into tiers: UnsafeMutableBufferPointer<UInt8>,
    _ places: UnsafeMutableBufferPointer<UInt32>
  ) {
    if let letter = word.commonLetter {
      for record in 0..<records.count {
        tiers[record] = word.tier(ofLetter: letter, records[record])
      }
    } else if word.isBeyondASCII {
      for record in 0..<records.count where records.traits[record] & SearchIndex.Traits.beyondASCII != 0 {
        let hit = records[record]
        let place = word.finder.find(records.base, from: records.startBeyondASCII(record), to: hit.end)
        guard place >= 0 else { continue }
        tiers[record] = word.literalTier(hit, place)
        places[record] = UInt32(place - hit.start)
      }
    } else {
      var record = 0
      var place = word.finder.find(records.base, from: 0, to: records.end)
      while place >= 0 {
        record = Self.record(at: place, records.starts, from: record)
        let hit = records[record]
        tiers[record] = word.literalTier(hit, place)
        places[record] = UInt32(place - hit.start)
        place = word.finder.find(records.base, from: hit.end, to: records.end)
      }
    }
    if word.fuzzy != nil || records.anyTraits & word.reads != 0 {
      for record in 0..<records.count
      where word.fuzzy != nil || word.canBeRead(records.traits[record], records.initials[record]) {
        tiers[record] = min(tiers[record], word.otherTier(records[record], than: tiers[record]))
      }
    }
    guard word.hasCategories else { return }
    let tools = records.first - firstTool..<records.first + records.count - firstTool
    for (category, has) in zip(catalog.categories, word.categories) where has {
      for tool in category.tools.clamped(to: max(0, tools.lowerBound)..<max(0, tools.upperBound)) {
        let record = tool - tools.lowerBound
        tiers[record] = min(tiers[record], Tier.other.rawValue)
      }
    }
  }

  /// The record in which a place is, not before `first`.
  @inline(__always)
  private static func record(at place: Int, _ starts: UnsafeBufferPointer<UInt32>, from first: Int) -> Int {
    var low = first
    var step = 1
    while low + step < starts.count, Int(starts[low + step]) <= place {
      low += step
      step *= 2
    }
    var high = min(low + step, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Looks at the rest of the query for a record that has the first word.
  @inline(__always)
  private func finish(_ records: Records, _ record: Int, _ first: UInt8, _ place: Int, _ found: inout ChunkHits.Writer)
  {
    if isOneWord { return found.add(record, first, place: place) }
    var tiers = Tier.Several(first)
    for word in words.dropFirst() {
      let tier = tier(of: word, records, record)
      if tier == RecordMatcher.none { return }
      tiers.add(tier)
    }
    guard admits(records, record) else { return }
    var mean = tiers.mean
    if mean > 0, let phrase {
      let tier = phrase.tier(records[record])
      if tier < Tier.alias.rawValue { mean = min(mean, tier) }
    }
    found.add(record, mean, place: place)
  }

  private func tier(of word: RecordMatcher, _ records: Records, _ record: Int) -> UInt8 {
    let tier = word.tier(records[record])
    return min(tier, categoryTier(of: word, records.first + record))
  }

  private func categoryTier(of word: RecordMatcher, _ number: Int) -> UInt8 {
    guard word.hasCategories, number >= firstTool,
      word.categories[catalog.tools[number - firstTool].category.index]
    else { return RecordMatcher.none }
    return Tier.other.rawValue
  }

  /// Whether what is excluded and the filters let a record pass.
  private func admits(_ records: Records, _ record: Int) -> Bool {
    for word in excluded where tier(of: word, records, record) != RecordMatcher.none { return false }
    guard !filters.isEmpty else { return true }
    let number = records.first + record
    let subject: Subject =
      number < firstCategory
      ? .layer(LayerID(number))
      : number < firstTool
        ? .category(CategoryID(number - firstCategory)) : .tool(ToolID(number - firstTool))
    for filter in filters where filter.matcher.admits(subject) == filter.isNegated { return false }
    return true
  }
}
