import StrataCatalog
import Synchronization
import Testing

@testable import StrataSearch

@Suite("The work of a search in slices")
struct SlicesTests {
  private static let tools = (0..<40).map { "name: tool \($0 % 2 == 0 ? "even" : "odd") \($0)" }

  private static func shown(_ searcher: inout Searcher) -> [Subject] { searcher.hits(0..<searcher.total) }

  @Test("what is little is done as a whole, and of more nothing, so that what was found before stays")
  func beginning() throws {
    var searcher = Searcher(index: SearchIndex(try catalog(tools: Self.tools), chunkSize: 300))
    let before = searcher.all("odd")
    #expect(before.count == 20)
    searcher.search(Query("even"))
    let isLeft1 = searcher.begin(steps: 1000)
    #expect(isLeft1)
    #expect(Self.shown(&searcher) == before)
    let isLeft2 = searcher.begin(steps: 1 << 20)
    #expect(!isLeft2)
    let after = Self.shown(&searcher)
    #expect(after.count == 20 && after != before)
    // A longer word is looked for in few places.
    searcher.search(Query("even 12"))
    let isLeft3 = searcher.begin(steps: 1 << 16)
    #expect(!isLeft3)
    #expect(Self.shown(&searcher).map(searcher.catalog.name) == ["tool even 12"])
  }

  @Test("why nothing was found is asked at once only where the whole index is little")
  func askingLater() throws {
    let tools = (0..<400).map { "name: tool \($0) of a list that goes on for quite some time" }
    var searcher = Searcher(index: SearchIndex(try catalog(tools: tools), chunkSize: 1 << 20))
    #expect(searcher.all("zzq").isEmpty)
    searcher.search(Query("zzqx"))
    let isLeft1 = searcher.begin(steps: 5000)
    #expect(isLeft1 && searcher.isSettled && searcher.explanation() == nil)
    while searcher.advance(steps: 1 << 20) {}
    #expect(searcher.explanation() != nil)
    searcher.search(Query("zzqxy"))
    let isLeft2 = searcher.begin(steps: 1 << 20)
    #expect(!isLeft2 && searcher.explanation() != nil)
  }

  @Test("what two threads share is what each chunk has, once and in order", arguments: [1, 2, 3, 50, 1000])
  func sharing(count: Int) {
    let times = (0..<count).map { _ in Counter() }
    let work = ChunkWork(0..<count, .standard) { chunk in
      times[chunk].add()
      return chunk * chunk
    }
    #expect((0..<count).map { work.take($0) } == (0..<count).map { $0 * $0 })
    // At most both have done it.
    #expect(times.allSatisfy { 1...2 ~= $0.value })
  }

  /// Who helps at once, before the owner has done anything; not at all; or as it comes.
  private static let helps: [Sharing] = [
    Sharing(least: 0) { $0() }, Sharing(least: 0, run: nil), Sharing(least: 0, run: Sharing.standard.run),
  ]

  @Test("what a helper has done stands under the chunk of which it is", arguments: 0..<helps.count)
  func helping(help: Int) {
    let work = ChunkWork(3..<40, Self.helps[help]) { $0 * $0 }
    #expect((3..<40).map { work.take($0) } == (3..<40).map { $0 * $0 })
  }

  @Test("a search that is shared finds what one alone finds, in the same order", arguments: 0..<helps.count)
  func sharedSearch(help: Int) throws {
    var dice = Dice(11)
    let catalog = try FastAndPlainTests.randomCatalog(&dice, tools: 60)
    var searcher = Searcher(index: SearchIndex(catalog, chunkSize: 700), sharing: Self.helps[help])
    for _ in 0..<60 {
      let text = FastAndPlainTests.randomQuery(&dice)
      // A part of it first, so that what is shared begins in the middle.
      searcher.search(Query(text))
      searcher.advance(steps: Int.random(in: 1...3000, using: &dice))
      #expect(searcher.all(text) == FastAndPlainTests.plain(text, catalog), "\(text)")
    }
  }

  @Test("work that is let go ends")
  func lettingGo() {
    let done = Counter()
    for _ in 0..<50 {
      let work = ChunkWork(0..<100_000, .standard) { chunk in
        done.add()
        return chunk
      }
      #expect(work.take(0) == 0)
    }
    // The helper is free for other work again.
    let work = ChunkWork(0..<2, .standard) { $0 }
    #expect((0..<2).map { work.take($0) } == [0, 1])
    #expect(done.value < 5_000_000)
  }
}

private final class Counter: Sendable {
  private let count = Atomic<Int>(0)
  var value: Int { count.load(ordering: .relaxed) }
  func add() { count.add(1, ordering: .relaxed) }
}
