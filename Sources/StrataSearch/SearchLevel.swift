/// The results of one query, as far as the search has come.
struct SearchLevel: Sendable {
  let query: Query
  let plan: SearchPlan
  /// The number of chunks that have been searched.
  private(set) var chunks = 0
  private var hits = ChunkHits()
  /// The search of the chunks up to `workEnd` where two threads share it.
  private var work: ChunkWork<ChunkHits>?
  private var workEnd = 0
  /// Which bits of a record's place count: without words, names are not compared by length.
  private let placingMask: UInt8

  init(_ query: Query, _ index: SearchIndex, wider: Query? = nil) {
    self.query = query
    plan = SearchPlan(query, index, wider: wider)
    placingMask = query.hasWords ? 0xFF : 0xE0
  }

  /// The hits by number, ascending.
  var numbers: [UInt32] { hits.numbers }

  /// Searches the next chunks of the index, until about `steps` bytes have been looked at, with the help of what a wider
  /// query has found. Returns the bytes looked at.
  mutating func advance(in index: SearchIndex, parent: SearchLevel?, steps: Int) -> Int {
    if chunks == 0 {
      // Memory that is not written costs nothing; that which has to be moved does.
      let most = parent.map { $0.chunks == index.chunks.count && index.isComplete ? $0.numbers.count : index.total }
      hits.numbers.reserveCapacity(most ?? index.total)
      hits.tiers.reserveCapacity(most ?? index.total)
      hits.places.reserveCapacity(most ?? index.total)
    }
    // Who asks for little at a time has something else to do that is urgent.
    if steps >= Self.worthSharing, work == nil, workEnd <= chunks { share(index, parent) }
    // Taken out: while `self` searches they are to have one owner, and to grow in place.
    var hits = ChunkHits()
    swap(&hits, &self.hits)
    defer { swap(&hits, &self.hits) }
    var looked = 0
    while looked < steps, chunks < index.chunks.count {
      if let work, chunks < workEnd {
        hits.append(work.take(chunks))
      } else {
        search(chunks, of: index, parent, &hits)
      }
      looked += cost(of: chunks, index, parent)
      chunks += 1
      if chunks == workEnd { work = nil }
    }
    return looked
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
    guard cost >= Self.worthSharing, workEnd - chunks > 1 else { return }
    // Without the hits: they are to have one owner.
    var level = self
    level.hits = ChunkHits()
    work = ChunkWork(chunks..<workEnd) { [level] chunk in
      var found = ChunkHits()
      level.search(chunk, of: index, parent, &found)
      return found
    }
  }

  /// The bytes to look at for which a second thread is worth its making.
  private static let worthSharing = 3 << 19

  private func search(_ place: Int, of index: SearchIndex, _ parent: SearchLevel?, _ hits: inout ChunkHits) {
    let chunk = index.chunks[place]
    let candidates = candidates(in: place, chunk, parent).map { range in
      Candidates(
        numbers: parent!.numbers[range],
        known: isOneWord && parent!.isOneWord ? parent!.hits.places[range] : nil)
    }
    hits.add(chunk, placingMask: placingMask) { plan.search(chunk, candidates: candidates, found: &$0) }
  }

  /// Whether it is one word, so that the places of hits are those of the word.
  private var isOneWord: Bool { plan.words.count == 1 }

  /// Where in the parent's hits those of a chunk are, if it has searched that chunk.
  private func candidates(in place: Int, _ chunk: SearchIndex.Chunk, _ parent: SearchLevel?) -> Range<Int>? {
    guard let parent, place < parent.chunks else { return nil }
    return parent.place(of: chunk.first)..<parent.place(of: chunk.first + chunk.count)
  }

  /// About how many bytes will be looked at in a chunk.
  private func cost(of place: Int, _ index: SearchIndex, _ parent: SearchLevel?) -> Int {
    let chunk = index.chunks[place]
    guard let candidates = candidates(in: place, chunk, parent), let others = plan.reads(in: chunk) else {
      return 256 + chunk.length
    }
    return 256 + min(chunk.length, 1000 + 200 * candidates.count + (others == 0 ? 0 : chunk.length / 4))
  }

  /// The numbers of the hits at these places of the ranking.
  func ranked(_ range: Range<Int>, in index: SearchIndex) -> [UInt32] {
    let range = range.clamped(to: 0..<numbers.count)
    guard !range.isEmpty else { return [] }
    // The places of the ranking that reach into the range, and which of their hits stand before it.
    var first = 0
    var before = 0
    while before + Int(hits.counts[first]) <= range.lowerBound {
      before += Int(hits.counts[first])
      first += 1
    }
    var last = first
    var through = before + Int(hits.counts[first])
    while through < range.upperBound {
      last += 1
      through += Int(hits.counts[last])
    }
    // What stands there, by place and then by number; more than asked for is left out while it is read.
    var found = [[UInt32]](repeating: [], count: last - first + 1)
    let wanted = range.upperBound - before
    // So many are still to be found; then the rest need not be looked at.
    var missing = (first...last).reduce(0) { $0 + min(wanted, Int(hits.counts[$1])) }
    let tierRange = UInt8(first >> 8)...UInt8(last >> 8)
    var chunk = 0
    hits.numbers.withUnsafeBufferPointer { numbers in
      hits.tiers.withUnsafeBufferPointer { tiers in
        for position in tiers.indices where tierRange.contains(tiers[position]) {
          let number = Int(numbers[position])
          while number >= index.chunks[chunk].first + index.chunks[chunk].count { chunk += 1 }
          let placing = index.chunks[chunk].placing[number - index.chunks[chunk].first]
          let place = ChunkHits.place(tiers[position], placing, placingMask)
          guard place >= first, place <= last, found[place - first].count < wanted else { continue }
          found[place - first].append(UInt32(number))
          missing -= 1
          if missing == 0 { break }
        }
      }
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
