import StrataCatalog
import Testing

@testable import StrataSearch

/// Queries that nobody would type: whatever they are, nothing traps, what is offered can be typed, and what is marked lies in the text.
@Suite("Queries of random pieces of the language")
struct RandomQueriesTests {
  private static let pieces = [
    "mesh", "Envoy", "服务网格", "rongqi", "rq", "é", "e\u{301}", "👩\u{200D}🚀", "ﬀ", "İ", "\u{FFFD}", "\u{0}", "\u{1B}",
    "\u{202E}",
    " ", "  ", "\t", "\n", "\u{A0}", "\u{3000}", "\"", "'", "^", "$", "!", "-", "~", "|", ",", ":", "=", ">", "<", ">=",
    "..", ".",
    "/", "(", ")", "*", "\\", "+", "?", "&", "maturity", "maturity:", "layer:", "category:", "license:", "org:", "tag:",
    "has:", "is:",
    "accepted:", "kind:", "status:", "owner:", "stars:", "graduated", "sandbox..graduated", "2019", "2017..2018", "..g",
    "a..", "9999999999999999999",
    "-1", "1.5", "what replaces", "open source", "% 的替代品", "alternative to", "for", "of", "的",
  ]

  static func query(_ dice: inout Dice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...9, using: &dice) {
      var piece = pieces.randomElement(using: &dice)!
      switch Int.random(in: 0..<12, using: &dice) {
      case 0: piece = String(piece.prefix(1))
      case 1: piece = String(piece.reversed())
      case 2: piece = String(repeating: piece, count: Int.random(in: 2...40, using: &dice))
      case 3: piece = String(Character(Unicode.Scalar(UInt32.random(in: 0..<0xD800, using: &dice))!))
      default: break
      }
      text += piece
    }
    return text
  }

  @Test("two thousand of them, each typed, completed, narrowed, searched and explained")
  func queries() throws {
    var dice = Dice(29)
    let catalog = try FastAndPlainTests.randomCatalog(&dice, tools: 20)
    var searcher = Searcher(index: SearchIndex(catalog, chunkSize: 400), sharing: Sharing(least: 0) { $0() })
    searcher.offersSubstitutes = true
    for _ in 0..<2000 {
      let text = Self.query(&dice)
      let query = Query(text)
      for term in query.terms where query.string(term.place).isEmpty {
        Issue.record("an empty term in \(text.debugDescription)")
      }
      for edited in [query.withoutFilters, query.onlyFilters, query.widened, query.narrowed] { _ = edited?.terms }
      let place = Int.random(in: 0...text.utf8.count, using: &dice)
      for completion in query.completions(at: place, in: catalog)
      where completion.cursor > completion.query.utf8.count {
        Issue.record("a cursor behind the query that completes \(text.debugDescription)")
      }
      for hit in searcher.all(text) {
        _ = searcher.snippet(for: hit, in: .zh, length: { _ in 30 })
        _ = searcher.reasons(for: hit)
      }
      for suggestion in searcher.explanation()?.suggestions ?? [] where suggestion.query.isEmpty {
        Issue.record("nothing is suggested for \(text.debugDescription)")
      }
      let shown = text + " mesh 服务网格"
      for range in searcher.highlights(in: shown) where range.upperBound > shown.endIndex {
        Issue.record("marked beyond \(text.debugDescription)")
      }
    }
  }
}
