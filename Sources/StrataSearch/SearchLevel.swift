/// The results of one query, as far as the search has come.
struct SearchLevel: Sendable {
  let query: Query
  let plan: SearchPlan
  /// The number of chunks that have been searched.
  private(set) var chunks = 0
  /// The hits by number, ascending, and how well each matches.
  private(set) var numbers: [UInt32] = []
  private(set) var tiers: [UInt8] = []
  /// How many hits stand in each place of the ranking: the tier, then the record's own place.
  private(set) var counts = [UInt32](repeating: 0, count: Tier.allCases.count << 8)
  /// Which bits of a record's place count: without words, names are not compared by length.
  private let placingMask: UInt8

  init(_ query: Query, _ index: SearchIndex, wider: Query? = nil) {
    self.query = query
    plan = SearchPlan(query, index, wider: wider)
    placingMask = query.hasWords ? 0xFF : 0xE0
  }

  /// Searches the next chunk of the index, with the help of what a wider query has found. Returns the bytes looked at.
  mutating func advance(in index: SearchIndex, parent: SearchLevel?) -> Int {
    let chunk = index.chunks[chunks]
    var candidates: ArraySlice<UInt32>?
    if let parent, chunks < parent.chunks {
      candidates = parent.numbers[parent.place(of: chunk.first)..<parent.place(of: chunk.first + chunk.count)]
    }
    chunks += 1
    let first = chunk.first
    plan.search(chunk, candidates: candidates) { record, tier in
      numbers.append(UInt32(first + record))
      tiers.append(tier)
      counts[place(tier, chunk.placing[record])] += 1
    }
    return candidates.map { min(chunk.length, 1000 + 200 * $0.count) } ?? chunk.length
  }

  /// The place in the ranking: the tier, then the standing and the length of the name.
  @inline(__always)
  private func place(_ tier: UInt8, _ placing: UInt8) -> Int {
    // A word somewhere in the long text of a layer or category says less than in that of a tool.
    let isBehind = tier >= Tier.summary.rawValue && placing < 2 << 5
    return Int(tier) << 8 | Int((isBehind ? placing | 7 << 5 : placing) & placingMask)
  }

  /// The numbers of the hits at these places of the ranking.
  func ranked(_ range: Range<Int>, in index: SearchIndex) -> [UInt32] {
    let range = range.clamped(to: 0..<numbers.count)
    guard !range.isEmpty else { return [] }
    // The places of the ranking that reach into the range, and which of their hits stand before it.
    var first = 0
    var before = 0
    while before + Int(counts[first]) <= range.lowerBound {
      before += Int(counts[first])
      first += 1
    }
    var last = first
    var through = before + Int(counts[first])
    while through < range.upperBound {
      last += 1
      through += Int(counts[last])
    }
    // What stands there, by place and then by number; more than asked for is left out while it is read.
    var found = [[UInt32]](repeating: [], count: last - first + 1)
    let wanted = range.upperBound - before
    var chunk = 0
    for position in numbers.indices {
      let tier = Int(tiers[position])
      if tier < first >> 8 || tier > last >> 8 { continue }
      let number = Int(numbers[position])
      while number >= index.chunks[chunk].first + index.chunks[chunk].count { chunk += 1 }
      let place = place(tiers[position], index.chunks[chunk].placing[number - index.chunks[chunk].first])
      guard place >= first, place <= last, found[place - first].count < wanted else { continue }
      found[place - first].append(UInt32(number))
    }
    return Array(found.joined().dropFirst(range.lowerBound - before).prefix(range.count))
  }

  /// Whether a subject is among the hits.
  func contains(_ number: Int) -> Bool {
    let place = place(of: number)
    return place < numbers.count && Int(numbers[place]) == number
  }

  /// The place of the first hit whose number is not smaller.
  private func place(of number: Int) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if Int(numbers[middle]) < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Query {
  /// Whether all that this query finds by its letters is also found by `wider`, so that only that has to be looked at.
  func narrows(_ wider: Query) -> Bool {
    guard !wider.terms.isEmpty, terms.count >= wider.terms.count else { return false }
    for (index, old) in wider.terms.enumerated() {
      let new = terms[index]
      if new.content == old.content, new.isNegated == old.isNegated { continue }
      guard index == wider.terms.count - 1, !old.isNegated, !new.isNegated, let before = old.needle,
        let now = new.needle, before.mode == now.mode, now.bytes.starts(with: before.bytes)
      else { return false }
      switch now.mode {
      case .anywhere, .phrase, .begins: continue
      case .wholeWord, .ends, .whole, .fuzzy: return false
      }
    }
    return true
  }
}
