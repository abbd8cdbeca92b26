import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Names without end: what a key makes of them does not grow with them.
@Suite struct LongNamesTests {
  /// A catalog all of whose names are so many times a piece.
  private static func catalog(_ piece: String, _ count: Int) -> Catalog {
    let long = String(repeating: piece, count: count)
    func name(_ text: String) -> String { "\"\(text)\(long)\"" }
    return StrataExplorerTests.catalog(
      """
      landscape: {name: \(name("S")), tags: [{id: tag, name: \(name("G"))}]}
      layers:
        - id: layer
          name: \(name("L"))
          categories:
            - id: category
              name: \(name("C"))
              what: What it is.
              kinds: [{id: kind, name: \(name("K"))}]
              tools:
                - {id: one, name: \(name("T")), kind: kind, organization: \(name("O")), license: \(name("M")), tags: [tag]}
                - {id: two, name: \(name("U")), kind: kind, language: \(name("P")), replacedBy: [one]}

      """)
  }

  /// Bytes of what a screen lays out.
  private func size(_ way: String, _ catalog: Catalog) throws -> Int {
    let explorer = try explorer(way, 100, 30, in: catalog)
    return explorer.layout.lines.flatMap { $0.line.spans + $0.line.right }.reduce(0) { $0 + $1.text.utf8.count }
  }

  @Test(arguments: ["n", "é", "云", "e\u{301}"]) func noScreenLaysOutMore(_ piece: String) throws {
    let long = Self.catalog(piece, Context.nameLength)
    let longer = Self.catalog(piece, 2 * Context.nameLength)
    for way in RobustnessTests.ways + ["/t<enter>", "/o", "4jjj", "ll<enter>c", "ll =", "ll<enter>jj"] {
      let size = try size(way, longer)
      let before = try self.size(way, long)
      #expect(size <= before, "\(way): \(before), \(size) bytes")
      #expect(size < 100 * Context.nameLength, "\(way)")
    }
  }

  @Test func aNameIsCutWhereACharacterEndsAndSaysSo() throws {
    let context = try explorer(in: Self.catalog("云", 5000)).context
    let name = context.name(of: .tool(ToolID(0)))
    #expect(name == "T" + String(repeating: "云", count: 1365) + "…")
    #expect(context.wholeName(of: .tool(ToolID(0))).utf8.count == 15_001)
    #expect(context.columns(name) == PageScreen.tableColumns + 1)
    let short = try explorer(in: Self.catalog("n", Context.nameLength - 1)).context
    #expect(short.name(of: .tool(ToolID(0))) == short.wholeName(of: .tool(ToolID(0))))
  }

  /// What is copied is whole.
  @Test func whatLeavesTheScreenIsWhole() throws {
    let context = try explorer(in: Self.catalog("n", 3 * Context.nameLength)).context
    for page in [Page.layer(LayerID(0)), .category(CategoryID(0)), .tool(ToolID(0))] {
      #expect(PageExport(context, page).markdown.string.contains(String(repeating: "n", count: 3 * Context.nameLength)))
    }
  }
}
