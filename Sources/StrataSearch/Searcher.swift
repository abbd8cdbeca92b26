public import StrataCatalog

/// Finds what a query asks for, in slices, so that no key ever waits for it.
///
///     var searcher = Searcher(catalog: catalog)
///     searcher.search(Query("service mesh"))
///     while searcher.advance(steps: 1 << 20) { … }
///     for subject in searcher.hits(0..<30) { … }
///
/// At every moment `total` and `hits` tell what has been found so far; until a search has looked at anything they tell what
/// the one before it found. The index grows chunk by chunk, each is searched as soon as it is there. Searches of the words
/// typed so far are kept: a longer query looks only at what a shorter one found, and taking a letter back costs nothing.
public struct Searcher: Sendable {
  var index: SearchIndex
  /// What has been asked for, the widest query first; the last one is the current one.
  var levels: [SearchLevel]
  /// What the query before this one found, as long as there is nothing of this one.
  private var former: SearchLevel?
  var inquiry: Inquiry?
  /// What is found by the query that stands in for one without hits.
  var substituted: SearchLevel?
  /// Whether, where nothing is found, another query is answered that perhaps says what was meant: see `substitute`.
  public var offersSubstitutes = false
  let sharing: Sharing

  /// The order of the hits; see `sort(by:reversed:)`.
  public private(set) var order = Sort.relevance
  /// Whether the order is the other way round.
  public private(set) var isReversed = false
  private var page = Page()

  /// Does next to no work: the index grows as the searcher advances.
  public init(catalog: Catalog) { self.init(index: SearchIndex(catalog)) }

  init(index: SearchIndex, sharing: Sharing = .standard) {
    self.index = index
    self.sharing = sharing
    levels = [SearchLevel(Query(""), index, sharing: sharing)]
  }

  /// What the search makes of a catalog's texts, as a piece of bytes: kept as the catalog's `searchIndex` it is not made again.
  public static func index(of catalog: Catalog) -> [UInt8] {
    var index = SearchIndex(catalog)
    while !index.isComplete { index.grow() }
    return index.image()
  }

  /// The catalog that is searched.
  public var catalog: Catalog { index.catalog }

  /// What a team's own file says of tools, for `stack:` and `owner:`. Other facts begin the search anew.
  public var stack: StackFacts {
    get { index.stack }
    set {
      if newValue == index.stack { return }
      index.stack = newValue
      let query = query
      levels[levels.count - 1].stop()
      former = nil
      inquiry = nil
      substituted = nil
      page = Page()
      levels = [SearchLevel(query, index, sharing: sharing)]
    }
  }
  /// The query that hits are for.
  public var query: Query { levels[levels.count - 1].query }

  /// The search of the query.
  var current: SearchLevel { levels[levels.count - 1] }

  /// What `total` and `hits` tell.
  var shown: SearchLevel {
    if let former { return former }
    if substitute != nil, let substituted { return substituted }
    return current
  }

  /// The query that is answered in the place of the one without hits, once all of that has been looked for.
  public var substitute: Substitute? {
    guard offersSubstitutes, let inquiry, inquiry.hasConcluded, let substituted,
      substituted.chunks == index.chunks.count
    else { return nil }
    return inquiry.substitute
  }

  /// The themes that the query names, as indices into `Catalog.themes`: they come before all hits.
  public var themes: [Int] {
    guard let phrase = shown.query.phrase, !catalog.themes.isEmpty else { return [] }
    return index.needs.value.themes(of: phrase.bytes)
  }

  /// Begins a search; what the older one still had to do is dropped, what it has found may help.
  public mutating func search(_ query: Query) {
    guard query != self.query else { return }
    inquiry = nil
    substituted = nil
    var shown = shown
    while let last = levels.last, last.query != query, !query.narrows(last.query) { levels.removeLast() }
    // A long word is not typed in steps of which each is worth its memory.
    if levels.count > 12, levels.last?.query != query { levels.removeLast() }
    if !levels.isEmpty { levels[levels.count - 1].stop() }
    if levels.last?.query != query {
      levels.append(SearchLevel(query, index, wider: levels.last?.query, sharing: sharing))
    }
    shown.stop()
    former = levels[levels.count - 1].chunks == 0 && shown.chunks > 0 ? shown : nil
    if former == nil { page = Page() }
  }

  /// Does the work of a search that has just begun, if that takes no more than about `steps` bytes looked at. Otherwise it
  /// does nothing, and what was found before is told until there is time. Returns whether work is left.
  public mutating func begin(steps: Int) -> Bool {
    // While the index grows nobody knows how much there is.
    guard index.isComplete else { return advance(steps: steps / 16) }
    guard levels[levels.count - 1].cost(in: index, wider: wider, limit: steps) < steps else { return true }
    // Why nothing was found is asked of the whole index.
    return advance(steps: steps, asksWhy: index.isSmaller(than: steps))
  }

  /// What the query before the current one has found: only there can this one find something by its letters.
  private var wider: WiderHits {
    levels.count < 2 ? WiderHits() : levels[levels.count - 2].hits(for: levels[levels.count - 1])
  }

  /// Works on, for about `steps` bytes looked at: searches what is indexed, indexes what is not, and, where nothing was
  /// found, asks why. Returns whether work is left.
  @discardableResult
  public mutating func advance(steps: Int) -> Bool { advance(steps: steps, asksWhy: true) }

  private mutating func advance(steps: Int, asksWhy: Bool) -> Bool {
    var left = steps
    while left > 0 {
      if levels[levels.count - 1].chunks < index.chunks.count {
        let wider = wider
        left -= levels[levels.count - 1].advance(in: index, wider: wider, steps: left)
        if former != nil {
          former = nil
          page = Page()
        }
      } else if !index.isComplete {
        index.grow()
        // Folding a byte takes longer than looking at it.
        left -= 4 * index.chunks[index.chunks.count - 1].length
      } else if needsInquiry, asksWhy {
        left -= advanceInquiry()
      } else {
        return needsInquiry
      }
    }
    return !isSettled || needsInquiry
  }

  /// Whether the search has seen everything.
  public var isSettled: Bool { index.isComplete && levels[levels.count - 1].chunks == index.chunks.count }

  /// The number of hits so far.
  public var total: Int { shown.total }

  /// How many of them, the last ones, have a short word only inside another word: they stand below a line. None where the
  /// hits are in another order.
  public var insideTotal: Int { order == .relevance ? shown.insideTotal : 0 }

  /// Whether a subject is among the hits so far.
  public func contains(_ subject: Subject) -> Bool {
    shown.contains(index.number(of: subject), in: index)
  }

  /// The order in which hits are given, until it is set anew.
  public mutating func sort(by order: Sort, reversed: Bool = false) {
    guard order != self.order || reversed != isReversed else { return }
    self.order = order
    isReversed = reversed
    page = Page()
  }

  /// The hits at these places of the order, fewer where there are fewer. Only what is asked for is put in order.
  public mutating func hits(_ range: Range<Int>) -> [Subject] {
    let level = shown
    let range = range.clamped(to: 0..<total)
    if page.total != total || page.range.clamped(to: range) != range {
      // A page more on either side: moving by a row costs nothing.
      let wider = (max(0, range.lowerBound - 100)..<range.upperBound + 200).clamped(to: 0..<total)
      page = Page(total: total, range: wider, numbers: ordered(wider, level))
    }
    return page.numbers[(range.lowerBound - page.range.lowerBound)..<(range.upperBound - page.range.lowerBound)]
      .map { index.subject(Int($0)) }
  }

  mutating func forgetPage() { page = Page() }

  private func ordered(_ range: Range<Int>, _ level: SearchLevel) -> [UInt32] {
    if order == .relevance {
      guard isReversed else { return level.ranked(range, in: index) }
      return level.ranked(total - range.upperBound..<total - range.lowerBound, in: index).reversed()
    }
    var selection = Selection(level.numbers(in: index), order, isReversed, index)
    return selection.sorted(range)
  }

  /// The part of the hits that has been put in order.
  private struct Page: Sendable {
    var total = -1
    var range = 0..<0
    var numbers: [UInt32] = []
  }
}
