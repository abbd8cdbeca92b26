import StrataYAML
import Testing

@testable import StrataCatalog

/// Files that somebody broke: seeded, so that a failure can be seen again. `make fuzz` does the same for longer.
@Suite struct NoiseTests {
  private static let data = """
    landscape:
      - name: Runtime
        subcategories:
          - name: Container Runtime
            items:
              - name: Kong
                homepage_url: https://konghq.com
                second_path: [Runtime / Other, "Some / Place", "Some / Where"]
                project: sandbox
                extra: {accepted: '2020-01-01', parent_project: Kong, summary_tags: 'a, b', tag: [net]}
              - {name: Kong, homepage_url: https://x.y, enduser: false}
          - {name: Cloud Native Storage, items: []}
      - {name: Members, subcategories: [{name: Gold, items: [{name: M, homepage_url: https://m.n}]}]}
    """
  private static let guide = """
    categories:
      - category: Runtime
        content: About
        keywords: [a]
        subcategories:
          - {subcategory: Container Runtime, content: text, keywords: [b]}
          - {subcategory: Summary, content: end}
    """
  private static let settings = """
    foundation: F
    groups: [{name: G, categories: [Runtime, Some]}]
    categories: [{name: Members, subcategories: [Gold]}]
    featured_items: [{field: maturity, options: [{value: sandbox, order: 1}]}, {field: subcategory, options: [{value: Gold}]}]
    enduser: [{category: Members}]
    tags: {net: [{category: Runtime, subcategories: [Container Runtime]}]}
    """
  private static let native = """
    landscape: {name: N, layers: [l], tags: [{id: x, name: X}], themes: [{id: th, name: Th, tools: [t]}]}
    layers:
      - id: l
        name: {en: L, zh: 层}
        categories:
          - id: c
            name: C
            terms: [{term: T, meaning: M}]
            related: [{category: d, reason: R}]
            kinds: [{id: k, name: K}]
            tools:
              - {id: t, name: T, kind: k, aliases: [a], also: [d], replacedBy: [u], tags: [x]}
              - {id: u, name: U, former: [https://a.b], links: {x: https://y.z}}
          - {id: d, name: D}
    """

  /// A text with some bytes and lines of it changed, doubled, moved or taken from another.
  private func noisy(_ text: String, _ other: String, _ random: inout SeededGenerator) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let others = other.split(separator: "\n").map { Array($0.utf8) }
    for _ in 0..<max(0, Int.random(in: -2...2, using: &random)) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
      case 1 where lines.count > 1: lines.remove(at: line)
      case 2: lines.insert(others[Int.random(in: 0..<others.count, using: &random)], at: line)
      case 3 where !lines[line].isEmpty:
        lines[line][Int.random(in: 0..<lines[line].count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      case 4 where !lines[line].isEmpty: lines[line].remove(at: Int.random(in: 0..<lines[line].count, using: &random))
      case 5:
        let signs = Array("[]{}:,-#&*!|>'\"/ ".utf8)
        let sign = signs[Int.random(in: 0..<signs.count, using: &random)]
        lines[line].insert(sign, at: Int.random(in: 0...lines[line].count, using: &random))
      case _: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private func ask(_ catalog: Catalog) {
    var places = 0
    for layer in catalog.layerIDs {
      #expect(catalog.toolCount(of: layer) <= catalog.placeCount(of: layer))
      places += catalog.placeCount(of: layer)
      for category in catalog.categories(of: layer) {
        for position in 0..<catalog.toolCount(of: category) {
          let tool = catalog.tool(at: position, of: category)
          #expect(catalog.shelves(of: tool).contains(category))
        }
      }
    }
    #expect(places == catalog.placeCount)
    ListReport.json(catalog, catalog.toolIDs) { _ in }
    _ = StatsReport(catalog).json
  }

  private func read(_ inputs: [Catalog.Input], _ shipped: Catalog) -> Bool {
    var isOpened = false
    for scrutiny in [Catalog.Scrutiny.checking, .opening] {
      let (catalog, diagnostics) = Catalog.read(inputs, shipped: shipped, scrutiny: scrutiny)
      #expect((catalog == nil) == diagnostics.contains { $0.severity == .error })
      if let catalog { ask(catalog) }
      isOpened = catalog != nil
    }
    return isOpened
  }

  @Test func `whatever is done to files, they are read or refused`() throws {
    var random = SeededGenerator(seed: 2026)
    let shipped = try #require(Catalog.read(sources: [("own.yaml", Array(Self.native.utf8))]).catalog)
    var opened = 0
    for _ in 0..<250 {
      func source(_ name: String, _ text: String, _ other: String) -> Catalog.Source {
        Catalog.Source(name: name, bytes: noisy(text, other, &random))
      }
      let data = source("landscape.yml", Self.data, Self.guide)
      let native = source("team.yaml", Self.native, Self.data)
      let whole = Catalog.Input(
        files: [data], guide: source("guide.yml", Self.guide, Self.settings),
        settings: source("settings.yml", Self.settings, Self.guide))
      for inputs in [[whole], [whole, Catalog.Input(files: [native])], [Catalog.Input(files: [native]), whole]] {
        if read(inputs, shipped) { opened += 1 }
      }
    }
    // The noise is not so loud that nothing is heard any more.
    #expect(opened > 100)
  }
}
