/// The results of one query, as far as the search has come.
struct SearchLevel: Sendable {
  let query: Query
  let plan: SearchPlan
  /// What has been found in the chunks that have been searched.
  private var hits: [ChunkHits] = []
  private var counts = RankCounts()
  /// The number of hits.
  private(set) var total = 0
  /// The search of the chunks up to `workEnd` where two threads share it.
  private var work: ChunkWork<Found>?
  private var workEnd = 0
  /// Which bits of a record's place count: without words, names are not compared by length.
  private let placingMask: UInt8

  init(_ query: Query, _ index: SearchIndex, wider: Query? = nil) {
    self.query = query
    plan = SearchPlan(query, index, wider: wider)
    placingMask = query.hasWords ? 0xFF : 0xE0
  }

  private struct Found: Sendable {
    let hits: ChunkHits
    let counts: RankCounts
  }

  /// The number of chunks that have been searched.
  var chunks: Int { hits.count }

  /// The numbers of all hits, ascending.
  func numbers(in index: SearchIndex) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(total)
    for (chunk, hits) in zip(index.chunks, hits) {
      let first = UInt32(chunk.first)
      for record in hits.records { numbers.append(first + record) }
    }
    return numbers
  }

  /// Searches the next chunks of the index, until about `steps` bytes have been looked at, with the help of what a wider
  /// query has found. Returns the bytes looked at.
  mutating func advance(in index: SearchIndex, parent: SearchLevel?, steps: Int) -> Int {
    // Who asks for little at a time has something else to do that is urgent.
    if steps >= Self.worthSharing, work == nil, workEnd <= chunks { share(index, parent) }
    var looked = 0
    while looked < steps, chunks < index.chunks.count {
      looked += cost(of: chunks, index, parent)
      let found = chunks < workEnd ? work?.take(chunks) : nil
      add(found ?? search(chunks, of: index, parent))
      if chunks == workEnd { work = nil }
    }
    return looked
  }

  private mutating func add(_ found: Found) {
    hits.append(found.hits)
    counts += found.counts
    total += found.hits.count
  }

  /// Ends what a second thread does for it.
  mutating func stop() {
    work = nil
    workEnd = 0
  }

  /// Shares what there is to be done with a second thread, if it is worth that.
  private mutating func share(_ index: SearchIndex, _ parent: SearchLevel?) {
    workEnd = index.chunks.count
    var cost = 0
    for chunk in chunks..<workEnd where cost < Self.worthSharing { cost += self.cost(of: chunk, index, parent) }
    guard cost >= Self.worthSharing else { return }
    work = ChunkWork(chunks..<workEnd) { [self] chunk in search(chunk, of: index, parent) }
  }

  /// The bytes to look at for which a second thread is worth waking.
  private static let worthSharing = 3 << 19

  private func search(_ place: Int, of index: SearchIndex, _ parent: SearchLevel?) -> Found {
    let candidates = parent?.hits(ofChunk: place).map {
      Candidates(hits: $0, knowsPlaces: isOneWord && parent!.isOneWord)
    }
    var counts = RankCounts()
    let hits = ChunkHits(of: index.chunks[place], counts: &counts, mask: placingMask) {
      plan.search(index.chunks[place], candidates: candidates, found: &$0)
    }
    return Found(hits: hits, counts: counts)
  }

  /// Whether it is one word, so that the places of hits are those of the word.
  private var isOneWord: Bool { plan.words.count == 1 }

  /// The hits of a chunk, if it has been searched.
  private func hits(ofChunk place: Int) -> ChunkHits? { place < hits.count ? hits[place] : nil }

  /// About how many bytes will be looked at in a chunk.
  private func cost(of place: Int, _ index: SearchIndex, _ parent: SearchLevel?) -> Int {
    let chunk = index.chunks[place]
    guard let candidates = parent?.hits(ofChunk: place), let others = plan.reads(in: chunk) else {
      return 256 + chunk.length
    }
    return 256 + min(chunk.length, 1000 + 200 * candidates.count + (others == 0 ? 0 : chunk.length / 4))
  }

  /// The numbers of the hits at these places of the ranking.
  func ranked(_ range: Range<Int>, in index: SearchIndex) -> [UInt32] {
    let range = range.clamped(to: 0..<total)
    guard !range.isEmpty else { return [] }
    // The places of the ranking that reach into the range, and which of their hits stand before it.
    var first = 0
    var before = 0
    while before + counts[first] <= range.lowerBound {
      before += counts[first]
      first += 1
    }
    var last = first
    var through = before + counts[first]
    while through < range.upperBound {
      last += 1
      through += counts[last]
    }
    // What stands there, by place and then by number; more than asked for is left out while it is read.
    var found = [[UInt32]](repeating: [], count: last - first + 1)
    let wanted = range.upperBound - before
    // So many are still to be found; then the rest need not be looked at.
    var missing = (first...last).reduce(0) { $0 + min(wanted, counts[$1]) }
    let tiers = UInt8(first >> 8)...UInt8(last >> 8)
    for (chunk, hits) in zip(index.chunks, hits) where missing > 0 {
      var position = hits.next(from: 0, in: tiers)
      while position < hits.count {
        let record = hits.records[position]
        let place = RankCounts.place(hits.tiers[position], chunk.placing[Int(record)], placingMask)
        if place >= first, place <= last, found[place - first].count < wanted {
          found[place - first].append(UInt32(chunk.first) + record)
          missing -= 1
        }
        position = hits.next(from: position + 1, in: tiers)
      }
    }
    return Array(found.joined().dropFirst(range.lowerBound - before).prefix(range.count))
  }

  /// Whether the subject of a number is among the hits.
  func contains(_ number: Int, in index: SearchIndex) -> Bool {
    zip(index.chunks, hits).contains { chunk, hits in
      number >= chunk.first && number < chunk.first + chunk.count && hits.contains(number - chunk.first)
    }
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
