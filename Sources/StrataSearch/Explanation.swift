import StrataCatalog

/// Why a search found nothing, and what to try.
public struct Explanation: Hashable, Sendable {
  /// The words, as typed, that occur nowhere in the catalog. Where it is empty each occurs somewhere, but not together with
  /// the others and the filters.
  public var unmatched: [String]
  /// Names that are near to what was typed, the nearest first, each with the query that finds it.
  public var suggestions: [Suggestion]

  public struct Suggestion: Hashable, Sendable {
    /// `Prometheus`
    public var name: String
    /// The query with the misspelt word put right.
    public var query: Query
  }
}

/// What has been asked so far about a search without hits: of each word whether it occurs, then which names are near.
struct Inquiry: Sendable {
  var unmatched: [Query.Term] = []
  /// The next of the query's positive words.
  var word = 0
  /// Finds the word on its own.
  var probe: SearchLevel?
  /// The next chunk whose names are compared with the words that occur nowhere, and how.
  var chunk = 0
  var work: ChunkWork<[Near]>?
  var near: [Near] = []
  var isDone = false

  struct Near: Hashable, Sendable {
    var slips: Int
    var placing: UInt8
    var number: Int
    var term: Query.Term
    /// The name's word that is meant, folded.
    var word: [UInt8]
  }
}

extension Searcher {
  /// Tells why there is no hit; nil while that is not known, and where there are hits.
  public func explanation() -> Explanation? {
    guard isSettled, total == 0, let inquiry, inquiry.isDone else { return nil }
    var suggestions: [Explanation.Suggestion] = []
    for near in inquiry.near {
      let word = String(decoding: near.word, as: UTF8.self)
      let query = query.replacing([(near.term.place, word)])
      guard !suggestions.contains(where: { $0.query == query }) else { continue }
      suggestions.append(Explanation.Suggestion(name: name(near.number), query: query))
    }
    return Explanation(
      unmatched: inquiry.unmatched.compactMap { $0.needle?.text }, suggestions: Array(suggestions.prefix(3)))
  }

  private func name(_ number: Int) -> String {
    switch index.subject(number) {
    case .layer(let id): catalog.string(catalog[id].name, in: .en)
    case .category(let id): catalog.string(catalog[id].name, in: .en)
    case .tool(let id): catalog.string(catalog[id].name)
    }
  }

  /// Whether there is no hit and it is not known why.
  var needsInquiry: Bool {
    isSettled && total == 0 && query.hasWords && !(inquiry?.isDone ?? false)
  }

  /// Asks on, for a chunk. Returns the bytes looked at.
  mutating func advanceInquiry() -> Int {
    var inquiry = self.inquiry ?? Inquiry()
    defer { self.inquiry = inquiry }
    let terms = query.terms.filter { !$0.isNegated && $0.needle != nil }
    if inquiry.word < terms.count {
      let term = terms[inquiry.word]
      if query.terms.count == 1 {
        inquiry.unmatched = terms
        inquiry.word = 1
        return 256
      }
      var probe = inquiry.probe ?? SearchLevel(Query(query.string(term.place)), index, sharing: sharing)
      inquiry.probe = nil
      if probe.total == 0, probe.chunks < index.chunks.count {
        let looked = probe.advance(in: index, wider: WiderHits(), steps: 1 << 20)
        inquiry.probe = probe
        return looked + 256
      }
      if probe.total == 0 { inquiry.unmatched.append(term) }
      inquiry.word += 1
      return 256
    }
    guard inquiry.chunk < index.chunks.count, !inquiry.unmatched.isEmpty else {
      inquiry.near.sort { ($0.slips, $0.placing, $0.number) < ($1.slips, $1.placing, $1.number) }
      inquiry.isDone = true
      return 256
    }
    if inquiry.work == nil {
      inquiry.work = ChunkWork(0..<index.chunks.count, sharing) {
        [chunks = index.chunks, terms = inquiry.unmatched] chunk in
        terms.flatMap { chunks[chunk].namesNear($0) }
      }
    }
    inquiry.near += inquiry.work!.take(inquiry.chunk)
    let looked = index.chunks[inquiry.chunk].length
    inquiry.chunk += 1
    // Of many only the nearest are of use.
    if inquiry.near.count > 200 {
      inquiry.near.sort { ($0.slips, $0.placing, $0.number) < ($1.slips, $1.placing, $1.number) }
      inquiry.near.removeLast(inquiry.near.count - 20)
    }
    return looked
  }
}

extension SearchIndex.Chunk {
  /// The names and aliases that are near to a word.
  fileprivate func namesNear(_ term: Query.Term) -> [Inquiry.Near] {
    guard let fuzzy = term.needle.map({ FuzzyMatcher($0.bytes) }), fuzzy.limit > 0 else { return [] }
    var near: [Inquiry.Near] = []
    withRecords { records in
      for place in 0..<records.count {
        let record = records[place]
        // All names together, to their end or, where that is not known, the record's: most are out at once.
        let names = UnsafeBufferPointer(start: record.base + record.start, count: record.summary - record.start)
        guard fuzzy.canBeNear(names) else { continue }
        record.forEachName { name in
          guard let (part, slips) = fuzzy.nearest(in: name) else { return }
          near.append(
            Inquiry.Near(
              slips: slips, placing: placing[place], number: first + place, term: term, word: Array(name[part])))
        }
      }
    }
    return near
  }
}
