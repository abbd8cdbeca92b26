import StrataCatalog
import Testing

@testable import StrataSearch

@Suite("The work of a search grows no faster than its catalog, whatever that is like")
struct GrowthTests {
  /// A kind of catalog that grows: the lines of its tools.
  struct Growth: Sendable, CustomTestStringConvertible {
    var name: String
    var tools: @Sendable (Int) -> [String]
    var testDescription: String { name }
  }

  private static func text(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }

  static let growths: [Growth] = [
    Growth(name: "a name") { ["name: \(text("ab", $0))"] },
    Growth(name: "a Chinese name") { ["name: \(text("容器", $0))"] },
    Growth(name: "a summary without borders") { ["name: A\nsummary: \(text("a", $0))"] },
    Growth(name: "aliases of one tool") { count in
      ["name: A\naliases: [" + (0..<count).map { "alias\($0)" }.joined(separator: ", ") + "]"]
    },
    Growth(name: "tags of one tool") { count in
      ["name: A\ntags: [" + (0..<count).map { "tag\($0)" }.joined(separator: ", ") + "]"]
    },
    Growth(name: "long names of many tools") { count in
      (0..<max(1, count / 100)).map { "name: \(text("n", 1000))\($0)" }
    },
    Growth(name: "tools") { count in (0..<count).map { "name: tool \($0)" } },
  ]

  /// How often a search of this catalog is asked to go on, a little at a time, and the most that it looked at in one go.
  private func work(_ catalog: Catalog, _ query: String) -> (slices: Int, longest: Int) {
    var searcher = Searcher(index: SearchIndex(catalog, chunkSize: 1 << 14))
    searcher.offersSubstitutes = true
    searcher.search(Query(query))
    var slices = 1
    while searcher.advance(steps: 1 << 12) { slices += 1 }
    _ = searcher.hits(0..<20).map { searcher.snippet(for: $0, in: .en, length: { _ in 40 }) }
    return (slices, searcher.index.chunks.map(\.length).max() ?? 0)
  }

  @Test("twice the catalog, at most 2.2 times the steps", arguments: growths)
  func doubling(growth: Growth) throws {
    let (once, twice) = (try catalog(tools: growth.tools(4000)), try catalog(tools: growth.tools(8000)))
    for query in ["ab", "alias7 tool", "aaaaaaaab", "容器容", "rqrq", "~tol", "zzzzz", "tag1 | name"] {
      let (a, b) = (work(once, query), work(twice, query))
      #expect(b.slices * 10 <= a.slices * 22 + 60, "\(query): \(a.slices), \(b.slices)")
      #expect(b.longest <= Folding.growth * TextBudget.subjectLimit + 1 << 14)
    }
  }

  @Test("of a name of 10 MB, of ids of 10,000 letters a bounded part is indexed, and each is found")
  func bounds() throws {
    let long = Self.text("x", 10 << 20)
    let found = try catalog(tools: ["name: \(long)", "name: \"y \(Self.text("é容", 1 << 19))\""])
    let index = SearchIndex(found)
    var grown = index
    while !grown.isComplete { grown.grow() }
    #expect(grown.chunks.reduce(0) { $0 + $1.length } < 10 * TextBudget.textLimit)
    #expect(Searcher(catalog: found).query.isEmpty)
    #expect(found.names("xxxx").count == 1)
    let ids = try catalog(tools: (0..<20).map { "name: N\($0)\naliases: [\(Self.text("a", 10_000))b\($0)]" })
    #expect(ids.names("b7") == [] || ids.names("b7").count == 1)
    #expect(ids.names("N7") == ["N7"])
  }

  @Test("a query of 1 MB, of 10,000 words, of one word without end takes the work of a short one")
  func queries() throws {
    let sample = try catalog(NeedTests.sample)
    let short = work(sample, "mesh").slices
    for query in [
      Self.text("mesh ", 200_000), Self.text("m", 1 << 20), Self.text("\"a", 1 << 18), Self.text("!", 1 << 20),
      Self.text("a|", 1 << 19), Self.text("license:a,b ", 1 << 16), Self.text("容", 1 << 18), Self.text("-", 1 << 20),
    ] {
      #expect(work(sample, query).slices <= 400 * short)
      #expect(Query(query).terms.reduce(0) { $0 + $1.choices.count } <= Query.termLimit)
      #expect(Query(query).completions(at: query.utf8.count, in: sample).isEmpty)
    }
  }
}
