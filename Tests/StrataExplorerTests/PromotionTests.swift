import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Promotions are counted as the dates tell, and each row leads to what it counts.
@Suite struct PromotionTests {
  static let projects = catalog(
    """
    landscape: {name: Steps, layers: [l]}
    layers:
      - id: l
        name: L
        categories:
          - id: c
            name: C
            tools:
              - {id: a, name: A, maturity: graduated, accepted: 2018-01-01, incubating: 2019-02-02, graduated: 2021-03-03}
              - {id: b, name: B, maturity: graduated, accepted: 2019-05-05, incubating: 2019-05-05, graduated: 2021-06-06}
              - {id: d, name: D, maturity: graduated, accepted: 2020-01-01, incubating: 2021-01-01, graduated: 2021-12-31}
              - {id: e, name: E, maturity: incubating, incubating: 2022-04-04}
              - {id: f, name: F, maturity: sandbox, accepted: 2021-01-01}
              - {id: g, name: G}
    """)

  @Test func stepsUpAreCountedByYear() throws {
    let reader = try explorer("4", 100, 40, in: Self.projects)
    let statistics = Statistics(Self.projects, reader.context.outline)
    let rows = try #require(statistics.sections.first { $0.topic == .promotedByYear }).rows
    // B entered at incubation; D moved twice in a year and is one tool.
    #expect(rows.map(\.count) == [1, 0, 3, 1])
    #expect(rows.map(\.name) == ["2019", "2020", "2021", "2022"].map { .text($0) })
    for row in rows {
      var searcher = Searcher(catalog: Self.projects)
      searcher.search(Query(try #require(row.query)))
      while searcher.advance(steps: .max / 8) {}
      #expect(searcher.total == row.count, "\(row)")
    }
  }

  @Test(arguments: [("promoted:2021", 3), ("promoted:>2021", 1), ("promoted:2019..2020", 1), ("晋级:2019", 1)])
  func theyCanBeAskedFor(query: String, count: Int) {
    var searcher = Searcher(catalog: Self.projects)
    searcher.search(Query(query))
    while searcher.advance(steps: .max / 8) {}
    #expect(searcher.total == count)
  }
}
