import StrataCatalog

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
  private var work: ChunkWork<ChunkHits>?
  private var workEnd = 0
  /// Which bits of a record's place count: without words, names are not compared by length.
  private let placingMask: UInt8
  private let sharing: Sharing

  init(_ query: Query, _ index: SearchIndex, wider: Query? = nil, sharing: Sharing) {
    self.query = query
    self.sharing = sharing
    plan = SearchPlan(query, index, wider: wider)
    placingMask = query.hasWords ? 0xFF : 0xE0
  }

  /// The number of hits that have a short word only inside another one: the last of the ranking.
  var insideTotal: Int { counts.total(of: .insideShort) }
  /// The number of the others.
  var mainTotal: Int { total - insideTotal }
  /// The place of the best hit in the ranking.
  var bestPlace: Int { counts.first }

  /// The number of chunks that have been searched.
  var chunks: Int { hits.count }

  /// The numbers of all hits, ascending.
  func numbers(in index: SearchIndex) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(total)
    for (chunk, hits) in zip(index.chunks, hits) {
      let first = UInt32(chunk.first)
      for record in hits.records { numbers.append(first + UInt32(record)) }
    }
    return numbers
  }

  /// Searches the next chunks of the index, until about `steps` bytes have been looked at, with the help of what a wider
  /// query has found. Returns the bytes looked at.
  mutating func advance(in index: SearchIndex, wider: WiderHits, steps: Int) -> Int {
    // Who asks for little at a time has something else to do that is urgent.
    if steps >= sharing.least { share(index, wider) }
    var looked = 0
    while looked < steps, chunks < index.chunks.count {
      let chunk = index.chunks[chunks]
      let candidates = wider[chunks]
      looked += plan.cost(of: chunk, candidates)
      let found = (chunks < workEnd ? work?.take(chunks) : nil) ?? plan.search(chunk, candidates)
      hits.append(found)
      counts.add(found, of: chunk, mask: placingMask)
      total += found.count
      if chunks == workEnd { work = nil }
    }
    return looked
  }

  /// Ends what a second thread does for it.
  mutating func stop() {
    work = nil
    workEnd = 0
  }

  /// Shares what there is to be done with a second thread, if it is worth that and not done already.
  private mutating func share(_ index: SearchIndex, _ wider: WiderHits) {
    guard work == nil, workEnd <= chunks else { return }
    workEnd = index.chunks.count
    guard cost(in: index, wider: wider, limit: sharing.least) >= sharing.least else { return }
    work = ChunkWork(chunks..<workEnd, sharing) { [plan, chunks = index.chunks] chunk in
      plan.search(chunks[chunk], wider[chunk])
    }
  }

  /// About how many bytes are still to be looked at; where that is more than `limit`, the limit or more.
  func cost(in index: SearchIndex, wider: WiderHits, limit: Int) -> Int {
    var cost = 0
    for chunk in chunks..<index.chunks.count where cost < limit {
      cost += plan.cost(of: index.chunks[chunk], wider[chunk])
    }
    return cost
  }

  /// What this query has found, for a narrower one.
  func hits(for narrower: SearchLevel) -> WiderHits {
    // Of one word the places of hits are those of the word.
    WiderHits(hits: hits, knowsPlaces: plan.only != nil && narrower.plan.only != nil)
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
      let records = hits.records
      var position = hits.next(from: 0, in: tiers)
      while position < hits.count {
        let record = records[position]
        let place = RankCounts.place(hits.tiers[position], chunk.placing[Int(record)], placingMask)
        if place >= first, place <= last, found[place - first].count < wanted {
          found[place - first].append(UInt32(chunk.first) + UInt32(record))
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

/// What a wider query has found, chunk by chunk, as far as it has come.
struct WiderHits: Sendable {
  fileprivate(set) var hits: [ChunkHits] = []
  fileprivate(set) var knowsPlaces = false

  subscript(chunk: Int) -> Candidates? {
    chunk < hits.count ? Candidates(hits: hits[chunk], knowsPlaces: knowsPlaces) : nil
  }
}

extension Query {
  /// Whether all that this query finds by its letters is also found by `wider`, so that only that has to be looked at.
  func narrows(_ wider: Query) -> Bool {
    guard !wider.terms.isEmpty, terms.count >= wider.terms.count, needed.count == terms.count else { return false }
    for (index, old) in wider.terms.enumerated() {
      let new = terms[index]
      if new.choices == old.choices { continue }
      guard index == wider.terms.count - 1, !old.isNegated, !new.isNegated, let before = old.needle,
        let now = new.needle, before.mode == now.mode
      else { return false }
      switch now.mode {
      case .anywhere, .phrase, .begins: break
      case .wholeWord, .ends, .whole, .fuzzy: return false
      }
      // Each way to write it goes on from the word before; that is looked for anywhere.
      guard ([now.bytes] + now.others.map(\.bytes)).allSatisfy({ $0.starts(with: before.bytes) }) else { return false }
    }
    return true
  }
}
