// Memory: lent; a tier and a place for each record.

import StrataCatalog

/// A query made ready for one index.
final class SearchPlan: Sendable {
  /// Words that must occur, the rarest first: the first leads, the others are looked for where it was found.
  let words: [WordMatcher]
  private let excluded: [WordMatcher]
  /// All plain words together, and what they are worth as the name of something.
  private let phrase: WordMatcher?
  private let whole: Needs.Tiers
  /// What is left of them where the rest says nothing of what is meant.
  private let core: WordMatcher?
  private let filters: [(matcher: FilterMatcher, isNegated: Bool)]
  /// What must hold of words, excluded words and filters of which one will do.
  private let choices: [[Choice]]
  /// Whether the words are plain ones.
  private let isPlain: Bool
  /// Whether it is one word and nothing else, which nothing is called by.
  private let isOneWord: Bool

  private enum Choice {
    case word(WordMatcher, isNegated: Bool)
    case filter(FilterMatcher, isNegated: Bool)
  }

  let firstCategory: Int
  let firstTool: Int
  private let catalog: Catalog
  /// The traits of those records beside the candidates in which a word may be without its letters.
  private let readTraits: UInt8
  /// Whether any record beside the candidates may have a word, and whether those with these numbers may.
  private let mayBeAnywhere: Bool
  private let mayBeIn: [Range<Int>]

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
    let needs = query.hasWords ? index.needs.value : nil
    let each = query.phrase.flatMap { needs?.tiers(ofEach: $0.bytes, in: index.catalog) } ?? Needs.Tiers()
    func matcher(_ needles: [Query.Needle], each: Needs.Tiers = Needs.Tiers()) -> WordMatcher {
      WordMatcher(needles, index.catalog, needs, index.frequency, each: each)
    }
    var words: [WordMatcher] = []
    var needles: [[Query.Needle]] = []
    var excluded: [WordMatcher] = []
    var filters: [(FilterMatcher, Bool)] = []
    var choices: [[Choice]] = []
    for term in query.needed {
      if let some = term.needles {
        words.append(matcher(some, each: each))
        needles.append(some)
      } else if term.choices.count > 1 {
        choices.append(
          term.choices.map { choice in
            switch choice.content {
            case .needle(let needle): .word(matcher([needle]), isNegated: choice.isNegated)
            case .filter(let facet, let values):
              .filter(FilterMatcher(facet, values, index.catalog, stack: index.stack), isNegated: choice.isNegated)
            }
          })
      } else {
        switch term.choices[0].content {
        case .needle(let needle): excluded.append(matcher([needle]))
        case .filter(let facet, let values):
          filters.append((FilterMatcher(facet, values, index.catalog, stack: index.stack), term.choices[0].isNegated))
        }
      }
    }
    // Misspelt words are looked for last; a rare byte makes a word rare.
    let cost = words.map { $0.estimate(index.frequency) }
    let order = words.indices.sorted { (cost[$0], $0) < (cost[$1], $1) }
    self.words = order.map { words[$0] }
    let before = wider?.needed.compactMap(\.needles) ?? []
    var readTraits: UInt8 = 0
    var mayBeAnywhere = false
    var mayBeIn: [Range<Int>] = []
    for (word, place) in zip(self.words, order) {
      // A word that is new leaves out hits and adds none.
      let known: Known
      if place >= before.count || before[place] == needles[place] {
        known = .whole
      } else if let only = word.forms.first, word.reads & ~only.reads == 0, only.readsOnlyInitials,
        before[place].first?.bytes.count ?? 0 >= 4
      {
        known = .beginning
      } else {
        known = .nothing
      }
      // What all words together are worth is new to each.
      if known == .whole, each.isEmpty { continue }
      readTraits |= known == .beginning ? word.reads & SearchIndex.Traits.chineseName : word.reads
      if word.isFuzzy || word.tiers.isAnywhere { mayBeAnywhere = true }
      for number in word.tiers.places.indices where word.tiers.places[number] != RecordMatcher.none {
        mayBeIn.append(number..<number + 1)
      }
      mayBeIn += Self.tools(word.tiers, index.catalog).map {
        $0.lowerBound + index.firstTool..<$0.upperBound + index.firstTool
      }
    }
    self.readTraits = readTraits
    self.mayBeAnywhere = mayBeAnywhere
    self.mayBeIn = mayBeIn
    self.excluded = excluded
    self.filters = filters
    self.choices = choices
    phrase = query.words.count > 1 ? query.phrase.map { WordMatcher([$0], index.catalog, nil, index.frequency) } : nil
    whole = query.phrase.flatMap { needs?.tiers(ofWhole: $0.bytes, in: index.catalog) } ?? Needs.Tiers()
    core = query.phrase.flatMap { needs?.core(of: $0) }.map { WordMatcher([$0], index.catalog, nil, index.frequency) }
    isPlain = query.phrase != nil
    isOneWord =
      words.count == 1 && excluded.isEmpty && filters.isEmpty && choices.isEmpty && whole.isEmpty
      && words[0].tiers.isEmpty
  }

  /// The one way to write its one word, if there is no other.
  var only: RecordMatcher? { words.count == 1 ? words[0].only : nil }

  /// The tools whose place makes a word theirs: ranges of categories, and single ones.
  private static func tools(_ tiers: Needs.Tiers, _ catalog: Catalog) -> [Range<Int>] {
    let single = tiers.single.keys.sorted().map { $0..<$0 + 1 }
    guard tiers.hasTools else { return single }
    return single
      + catalog.categories.enumerated().compactMap { index, category in
        let isOne =
          !tiers.tools.isEmpty && tiers.tools[index] != RecordMatcher.none
          || !tiers.kinds.isEmpty && category.kinds.contains { tiers.kinds[$0] != RecordMatcher.none }
        return isOne && !category.tools.isEmpty ? category.tools : nil
      }
  }

  /// The hits of a chunk. `candidates`, where given, are the only records in which the letters of the words can be.
  func search(_ chunk: SearchIndex.Chunk, _ candidates: Candidates?) -> ChunkHits {
    let reads = candidates == nil ? nil : reads(in: chunk)
    return ChunkHits(of: chunk) { found in chunk.withRecords { search($0, candidates, alsoWith: reads, &found) } }
  }

  /// About how many bytes will be looked at in a chunk.
  func cost(of chunk: SearchIndex.Chunk, _ candidates: Candidates?) -> Int {
    guard let candidates, let others = reads(in: chunk) else { return 256 + chunk.length }
    // A record looked at by itself takes as long as so many bytes that are read in one go.
    return 256 + min(chunk.length, 1000 + 800 * candidates.hits.count + (others == 0 ? 0 : chunk.length / 4))
  }

  typealias Records = SearchIndex.Records

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

  /// The traits of those records beside the candidates in which a word may be without its letters; nil where any may be one.
  private func reads(in chunk: SearchIndex.Chunk) -> UInt8? {
    if mayBeAnywhere { return nil }
    let numbers = chunk.first..<chunk.first + chunk.count
    for others in mayBeIn where others.overlaps(numbers) { return nil }
    return readTraits & chunk.anyTraits
  }

  /// The tiers of all records of a chunk for one word.
  private func scan(
    _ records: Records, for word: WordMatcher, into tiers: UnsafeMutableBufferPointer<UInt8>,
    _ places: UnsafeMutableBufferPointer<UInt32>
  ) {
    for form in word.forms { scan(records, for: form, into: tiers, places) }
    if word.isFuzzy || records.anyTraits & word.reads != 0 {
      let isOne = { word.isFuzzy || word.canBeRead(records.traits[$0], records.initials[$0]) }
      forEach(of: records, where: isOne) { record in
        tiers[record] = min(tiers[record], word.otherTier(records[record], than: tiers[record]))
      }
    }
    if word.tiers.isEmpty { return }
    let numbers = records.first..<records.first + records.count
    for number in numbers.clamped(to: 0..<firstTool) where !word.tiers.places.isEmpty {
      tiers[number - numbers.lowerBound] = min(tiers[number - numbers.lowerBound], word.tiers.places[number])
    }
    func look(at tools: Range<Int>) {
      for number in (tools.lowerBound + firstTool..<tools.upperBound + firstTool).clamped(to: numbers) {
        let record = number - numbers.lowerBound
        tiers[record] = min(tiers[record], word.tiers.tier(of: number - firstTool, in: catalog))
      }
    }
    if word.tiers.isAnywhere {
      look(at: 0..<catalog.tools.count)
    } else {
      for tools in Self.tools(word.tiers, catalog) { look(at: tools) }
    }
  }

  /// The tiers of all records of a chunk for one way to write a word, where they are better than what is there.
  private func scan(
    _ records: Records, for word: RecordMatcher, into tiers: UnsafeMutableBufferPointer<UInt8>,
    _ places: UnsafeMutableBufferPointer<UInt32>
  ) {
    if !records.pairs.mayHave(word.finder.word) { return }
    if let letter = word.commonLetter {
      for record in 0..<records.count {
        tiers[record] = min(tiers[record], word.tier(ofLetter: letter, records[record]))
      }
    } else if word.isBeyondASCII {
      for record in 0..<records.count where word.canBeBeyondASCII(records.traits[record], records.initials[record]) {
        let hit = records[record]
        let place = word.finder.find(records.base, from: records.startBeyondASCII(record), to: hit.end)
        guard place >= 0 else { continue }
        tiers[record] = min(tiers[record], word.literalTier(hit, place))
        places[record] = UInt32(place - hit.start)
      }
    } else {
      var record = 0
      var place = word.finder.find(records.base, from: 0, to: records.end)
      while place >= 0 {
        record = Self.record(at: place, records.starts, from: record)
        let hit = records[record]
        tiers[record] = min(tiers[record], word.literalTier(hit, place))
        places[record] = UInt32(place - hit.start)
        place = word.finder.find(records.base, from: hit.end, to: records.end)
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
  func finish(_ records: Records, _ record: Int, _ first: UInt8, _ place: Int, _ found: inout ChunkHits.Writer) {
    if isOneWord {
      let isRetired = records.traits[record] & SearchIndex.Traits.retired != 0
      return found.add(record, isRetired ? Tier.ofRetired(first) : first, place: place)
    }
    var tiers = Tier.Several(first)
    for word in words.dropFirst() {
      let tier = tier(of: word, records, record)
      if tier == RecordMatcher.none { return }
      tiers.add(tier)
    }
    guard admits(records, record) else { return }
    var mean = tiers.mean(isPlace: records.first + record < firstTool)
    if mean > 0, let phrase {
      let isPlace = records.first + record < firstTool
      let tier = Tier(rawValue: phrase.tier(records[record]))
      if let tier = tier.flatMap({ Tier.ofPhrase($0, isPlace: isPlace, isNeed: !whole.isEmpty) }) {
        mean = min(mean, tier.rawValue)
      }
    }
    if !whole.isEmpty {
      mean = min(mean, whole.tier(ofNumber: records.first + record, firstTool: firstTool, in: catalog))
    }
    if isPlain, records.first + record >= firstTool, Tier.listed.contains(mean) {
      let own = min((phrase ?? words[0]).tier(records[record]), core?.tier(records[record]) ?? RecordMatcher.none)
      if own <= Tier.summary.rawValue { mean = Tier.toolMeant.rawValue }
    }
    if records.traits[record] & SearchIndex.Traits.retired != 0 { mean = Tier.ofRetired(mean) }
    found.add(record, mean, place: place)
  }

  private func tier(of word: WordMatcher, _ records: Records, _ record: Int) -> UInt8 {
    let tier = word.tier(records[record])
    return word.tiers.isEmpty ? tier : min(tier, placeTier(of: word, records.first + record))
  }

  func placeTier(of word: WordMatcher, _ number: Int) -> UInt8 {
    word.tiers.tier(ofNumber: number, firstTool: firstTool, in: catalog)
  }

  /// Whether what is excluded and the filters let a record pass.
  private func admits(_ records: Records, _ record: Int) -> Bool {
    for word in excluded where has(word, records, record) { return false }
    guard !filters.isEmpty || !choices.isEmpty else { return true }
    let number = records.first + record
    let subject: Subject =
      number < firstCategory
      ? .layer(LayerID(number))
      : number < firstTool
        ? .category(CategoryID(number - firstCategory)) : .tool(ToolID(number - firstTool))
    for filter in filters where filter.matcher.admits(subject) == filter.isNegated { return false }
    for choices in choices {
      let holds = choices.contains { choice in
        switch choice {
        case .word(let word, let isNegated): has(word, records, record) != isNegated
        case .filter(let matcher, let isNegated): matcher.admits(subject) != isNegated
        }
      }
      if !holds { return false }
    }
    return true
  }

  /// Whether a record has a word well enough to be left out for it.
  private func has(_ word: WordMatcher, _ records: Records, _ record: Int) -> Bool {
    tier(of: word, records, record) < Tier.insideShort.rawValue
  }
}
