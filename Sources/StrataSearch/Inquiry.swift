// Memory: lent.

import StrataCatalog

/// What has been asked so far about a search without hits: what parts of the query find, then which names are near.
///
/// `conclude` says what is to be known next; it is run again with each answer, until it has all of them.
struct Inquiry: Sendable {
  /// What a part of the query finds, apart from the insides of short words.
  struct Answer: Sendable {
    var total: Int
    /// The place of the best hit in the ranking.
    var best: Int
  }

  /// A query whose answer is not known yet.
  struct Question: Error {
    var query: Query
  }

  let query: Query
  private var answers: [String: Answer] = [:]
  /// The search of a part.
  var probe: SearchLevel?
  private(set) var unmatched: [Query.Term] = []
  private(set) var obstacles: [Explanation.Obstacle] = []
  private(set) var substitute: Substitute?
  private(set) var hasConcluded = false
  /// The next chunk whose names are compared with the words that occur nowhere, and how.
  var chunk = 0
  var work: ChunkWork<[Near]>?
  var near: [Near] = []
  var isDone = false

  struct Near: Hashable, Sendable {
    var penalty: Int
    var placing: UInt8
    var number: Int
    var term: Query.Term

    static func precedes(_ a: Near, _ b: Near) -> Bool {
      let (tiers) = (Tier(penalty: a.penalty), Tier(penalty: b.penalty))
      if tiers.0 != tiers.1 { return tiers.0 < tiers.1 }
      return (a.placing, a.penalty, a.number) < (b.placing, b.penalty, b.number)
    }
  }

  init(_ query: Query) { self.query = query }

  mutating func note(_ answer: Answer, of query: Query) { answers[query.text] = answer }

  private func ask(_ query: Query) throws(Question) -> Answer {
    if query.isEmpty { return Answer(total: 0, best: .max) }
    guard let answer = answers[query.text] else { throw Question(query: query) }
    return answer
  }

  private func finds(_ text: String) throws(Question) -> Bool { try ask(Query(text)).total > 0 }

  /// Parts of a query that are looked at, at most; more than that nobody types who waits for an answer.
  private static let partLimit = 12

  /// Draws the conclusions, or says what has to be known first.
  mutating func conclude() throws(Question) {
    let terms = Array(query.needed.prefix(Self.partLimit))
    var unmatched: [Query.Term] = []
    for term in terms where !term.isNegated && term.needle != nil {
      var occurs = false
      if terms.count > 1 { occurs = try finds(query.string(term.place)) }
      if !occurs { unmatched.append(term) }
    }
    var obstacles: [Explanation.Obstacle] = []
    if terms.count > 1 {
      for term in terms {
        let without = query.replacing([(term.place, "")])
        let total = try ask(without).total
        if total > 0 {
          obstacles.append(
            .init(text: query.string(term.place), isFilter: term.isFilter, query: without, total: total))
        }
      }
    }
    let substitute = try substitute(for: terms, unmatched)
    self.unmatched = unmatched
    self.obstacles = obstacles.filter(\.isFilter) + obstacles.filter { !$0.isFilter }
    self.substitute = substitute
    hasConcluded = true
  }

  /// A query that finds what was perhaps meant.
  private func substitute(for terms: [Query.Term], _ unmatched: [Query.Term]) throws(Question) -> Substitute? {
    var reasons: [Substitute.Reason] = []
    var query = query
    // A word that is several, or another form of one.
    var replaced: [(place: Range<Int>, text: String)] = []
    var pieces: [String] = []
    var leftOut: [String] = []
    var stems: [String] = []
    for term in unmatched {
      if try isMisspeltName(term) { continue }
      if let cut = try cut(term) {
        pieces += cut.pieces
        leftOut += cut.unknown
        let known = cut.pieces.filter { !cut.unknown.contains($0) }
        replaced.append((term.place, known.joined(separator: " ")))
      } else if let stem = Self.stem(of: term), try finds(stem) {
        stems.append(stem)
        replaced.append((term.place, stem))
      }
    }
    if !replaced.isEmpty {
      query = query.replacing(replaced)
      if !pieces.isEmpty { reasons.append(.cut(pieces)) }
      if !leftOut.isEmpty { reasons.append(.leftOut(leftOut)) }
      if !stems.isEmpty { reasons.append(.stems(stems)) }
      if try ask(query).total > 0 { return Substitute(query: query, reasons: reasons) }
    }
    // Misspelt words.
    let misspelt = unmatched.filter { term in !replaced.contains { $0.place == term.place } && Self.canBeMisspelt(term)
    }
    if replaced.isEmpty, !misspelt.isEmpty {
      let similar = query.replacing(misspelt.map { ($0.place, "~" + query.string($0.place)) })
      if try ask(similar).total > 0 { return Substitute(query: similar, reasons: [.similar]) }
    }
    // Words that occur, not all in one thing: other forms of them may.
    if unmatched.isEmpty {
      let others = terms.compactMap { term in Self.stem(of: term).map { (term.place, $0) } }
      let stemmed = query.replacing(others)
      if !others.isEmpty, try ask(stemmed).total > 0 {
        return Substitute(query: stemmed, reasons: [.stems(others.map(\.1))])
      }
    }
    // Fewer words.
    let words = query.terms.filter { !$0.isNegated && $0.needle != nil }
    guard 2...Self.partLimit ~= words.count else { return nil }
    func leavingOut(_ some: [Query.Term]) -> Substitute {
      Substitute(
        query: query.replacing(some.map { ($0.place, "") }),
        reasons: reasons + [.leftOut(some.map { query.string($0.place) })])
    }
    let fillers = words.filter { $0.needle.map { Query.fillers.contains($0.bytes) } ?? false }
    let context = words.filter { $0.needle.map { Query.contextWords.contains($0.bytes) } ?? false }
    var tries: [[Query.Term]] = []
    if !fillers.isEmpty, fillers.count < words.count { tries.append(fillers) }
    var unknown: [Query.Term] = []
    for word in words where try !finds(query.string(word.place)) { unknown.append(word) }
    if !unknown.isEmpty, unknown.count < words.count { tries.append(unknown) }
    let both = words.filter { fillers.contains($0) || unknown.contains($0) }
    if both.count > max(fillers.count, unknown.count), both.count < words.count { tries.append(both) }
    let all = words.filter { both.contains($0) || context.contains($0) }
    if all.count > both.count, all.count < words.count { tries.append(all) }
    for some in tries {
      let substitute = leavingOut(some)
      if try ask(substitute.query).total > 0 { return substitute }
    }
    // All but one: the one that is in most, as it says least; of several, and of what is cut, the one without which the best
    // hit is best; of several the last, as what comes first is meant more often.
    let rest = words.filter { !both.contains($0) }
    guard rest.count > 1 else { return nil }
    var best: (total: Int, place: Int, substitute: Substitute)?
    for word in rest.reversed() {
      let substitute = leavingOut(words.filter { both.contains($0) || $0 == word })
      let answer = try ask(substitute.query)
      if answer.total == 0 { continue }
      let total = pieces.isEmpty ? try ask(Query(query.string(word.place))).total : 0
      if let best, (-best.total, best.place) <= (-total, answer.best) { continue }
      best = (total, answer.best, substitute)
    }
    if let best { return best.substitute }
    // Or the one word that says most.
    guard rest.count > 2 else { return nil }
    for word in rest {
      let substitute = leavingOut(words.filter { $0 != word })
      let answer = try ask(substitute.query)
      if answer.total > 0, answer.best < best?.place ?? .max { best = (0, answer.best, substitute) }
    }
    return best?.substitute
  }

  /// Whether a word can be a misspelt one.
  private static func canBeMisspelt(_ term: Query.Term) -> Bool {
    guard let needle = term.needle, needle.mode == .anywhere else { return false }
    return FuzzyMatcher(needle.bytes).limit > 0
  }

  /// Whether a word with borders is more likely a name with a slip (`metl3-io`) than its parts (`cilium-ebpf`): one of them
  /// occurs nowhere or is too short to tell, and a name is like the whole.
  private func isMisspeltName(_ term: Query.Term) throws(Question) -> Bool {
    guard let needle = term.needle, Self.canBeMisspelt(term), needle.bytes.contains(0x20) else { return false }
    var isOfWords = true
    for part in needle.bytes.split(separator: 0x20) {
      if part.count < 3 {
        isOfWords = false
      } else if try !finds(String(decoding: part, as: UTF8.self)) {
        isOfWords = false
      }
    }
    if isOfWords { return false }
    return try finds("~" + query.string(term.place))
  }

  // MARK: Cutting

  /// The words of a word that occurs nowhere as a whole: at its borders, and Chinese into the fewest pieces that occur;
  /// `unknown` are those that do not.
  private func cut(_ term: Query.Term) throws(Question) -> (pieces: [String], unknown: [String])? {
    guard let needle = term.needle, needle.mode == .anywhere else { return nil }
    var pieces: [String] = []
    var unknown: [String] = []
    for part in Self.parts(needle.bytes) {
      guard part.isHan, part.scalars.count > 1 else {
        pieces.append(String(String.UnicodeScalarView(part.scalars)))
        continue
      }
      let cut = try cut(part.scalars)
      pieces += cut.pieces
      unknown += cut.unknown
    }
    return unknown.count < pieces.count && pieces.count > 1 ? (pieces, unknown) : nil
  }

  /// The beginning that the forms of a word have in common; nil where that is the word.
  private static func stem(of term: Query.Term) -> String? {
    guard let needle = term.needle, needle.mode == .anywhere else { return nil }
    return Inflection.stem(needle.bytes).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words between borders, and within them what is Chinese and what is not.
  private static func parts(_ bytes: [UInt8]) -> [(isHan: Bool, scalars: [Unicode.Scalar])] {
    var parts: [(isHan: Bool, scalars: [Unicode.Scalar])] = []
    var continues = false
    for scalar in String(decoding: Reading.withoutFillers(bytes), as: UTF8.self).unicodeScalars {
      if scalar == " " {
        continues = false
        continue
      }
      let isHan = 0x3400..<0xA000 ~= scalar.value
      if continues, parts[parts.count - 1].isHan == isHan {
        parts[parts.count - 1].scalars.append(scalar)
      } else {
        parts.append((isHan, [scalar]))
      }
      continues = true
    }
    return parts
  }

  /// Characters of a Chinese word that are cut; what is longer is no word.
  private static let characterLimit = 12

  /// Chinese cut into the fewest pieces of which each occurs, of as few into those whose rarest is the most frequent, then
  /// those that are frequent. A piece of one character counts as two and a half, one that occurs nowhere as four; where such
  /// pieces prevail they are no words. What is none is unknown, those in a row as one.
  private func cut(_ scalars: [Unicode.Scalar]) throws(Question) -> (pieces: [String], unknown: [String]) {
    func string(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    let whole = string(0..<scalars.count)
    guard scalars.count <= Self.characterLimit else { return ([whole], []) }
    // The best way to each place: its cost, how often its rarest piece occurs, and all; where its last piece begins.
    var ways: [(cost: Int, rarest: Int, sum: Int, start: Int)?] = [(0, .max, 0, 0)]
    for end in 1...scalars.count {
      var best: (cost: Int, rarest: Int, sum: Int, start: Int)?
      for start in 0..<end {
        guard let before = ways[start] else { continue }
        let total = try ask(Query(string(start..<end))).total
        guard total > 0 || end - start == 1 else { continue }
        let way = (
          cost: before.cost + (end - start > 1 ? 2 : total > 0 ? 5 : 8), rarest: min(before.rarest, total),
          sum: before.sum + total,
          start: start
        )
        if let best, (best.cost, -best.rarest, -best.sum) <= (way.cost, -way.rarest, -way.sum) { continue }
        best = way
      }
      ways.append(best)
    }
    var places: [Range<Int>] = []
    var end = scalars.count
    while end > 0, let way = ways[end] {
      places.insert(way.start..<end, at: 0)
      end = way.start
    }
    let areWords = places.count(where: { $0.count == 1 }) * 2 <= places.count
    var pieces: [(place: Range<Int>, isKnown: Bool)] = []
    for place in places {
      var isKnown = place.count > 1
      if !isKnown, areWords { isKnown = try finds(string(place)) }
      if !isKnown, let last = pieces.last, !last.isKnown {
        pieces[pieces.count - 1].place = last.place.lowerBound..<place.upperBound
      } else {
        pieces.append((place, isKnown))
      }
    }
    return (pieces.map { string($0.place) }, pieces.filter { !$0.isKnown }.map { string($0.place) })
  }
}

extension Searcher {
  /// Tells why there is no hit beside the insides of words; nil while that is not known, and where there are hits.
  public func explanation() -> Explanation? {
    guard isSettled, let inquiry, inquiry.isDone else { return nil }
    var names: [[UInt8]] = []
    var suggestions: [Explanation.Suggestion] = []
    for near in inquiry.near where suggestions.count < 3 {
      let name = name(near.number)
      let folded = Inflection.canonical(Folding.bytes(name))
      guard !names.contains(folded) else { continue }
      names.append(folded)
      suggestions.append(.init(name: name, query: query.replacing([(near.term.place, Query.word(name))])))
    }
    return Explanation(
      unmatched: inquiry.unmatched.compactMap { $0.needle?.text }, obstacles: inquiry.obstacles,
      suggestions: suggestions, substitute: offersSubstitutes ? inquiry.substitute : nil)
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
    isSettled && current.mainTotal == 0 && !query.isEmpty && !(inquiry?.isDone ?? false)
  }

  /// Asks on, for a chunk. Returns the bytes looked at.
  mutating func advanceInquiry() -> Int {
    var inquiry = self.inquiry ?? Inquiry(query)
    self.inquiry = nil
    defer { self.inquiry = inquiry }
    if var probe = inquiry.probe {
      inquiry.probe = nil
      let looked = probe.advance(in: index, wider: WiderHits(), steps: 1 << 20)
      if probe.chunks < index.chunks.count {
        inquiry.probe = probe
      } else {
        inquiry.note(Inquiry.Answer(total: probe.mainTotal, best: probe.bestPlace), of: probe.query)
      }
      return looked + 256
    }
    if !inquiry.hasConcluded {
      do throws(Inquiry.Question) {
        try inquiry.conclude()
      } catch {
        inquiry.probe = SearchLevel(error.query, index, sharing: sharing)
      }
      return 1 << 12
    }
    if offersSubstitutes, let instead = inquiry.substitute, (substituted?.chunks ?? 0) < index.chunks.count {
      var level = substituted ?? SearchLevel(instead.query, index, sharing: sharing)
      substituted = nil
      let looked = level.advance(in: index, wider: WiderHits(), steps: 1 << 20)
      substituted = level
      if level.chunks == index.chunks.count { forgetPage() }
      return looked + 256
    }
    guard inquiry.chunk < index.chunks.count, !inquiry.unmatched.isEmpty else {
      inquiry.near.sort(by: Inquiry.Near.precedes)
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
      inquiry.near.sort(by: Inquiry.Near.precedes)
      inquiry.near.removeLast(inquiry.near.count - 20)
    }
    return looked
  }
}

extension Query {
  /// A text as a query's word, or words; in quotes where it would be read as something else.
  static func word(_ text: String) -> String {
    let query = Query(text)
    let isPlain = query.terms.allSatisfy { $0.needle?.mode == .anywhere && !$0.isNegated } && query.problems.isEmpty
    return isPlain && !query.terms.isEmpty
      ? text : "\"" + String(String.UnicodeScalarView(text.unicodeScalars.filter { syntax($0) != "\"" })) + "\""
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
        guard fuzzy.canBeNear(UnsafeBufferPointer(rebasing: records.base[record.start..<record.body])) else { continue }
        let penalty = record.traits & SearchIndex.Traits.retired != 0 ? Tier.retiredPenalty : 0
        record.forEachName { name in
          guard let nearest = fuzzy.nearest(in: name) else { return }
          near.append(
            Inquiry.Near(
              penalty: nearest.penalty + penalty, placing: placing[place], number: first + place, term: term))
        }
      }
    }
    return near
  }
}
