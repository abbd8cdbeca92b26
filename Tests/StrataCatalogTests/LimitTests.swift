import StrataCatalog
import StrataYAML
import Testing

@Suite struct LimitTests {
  @Test func `findings past ten thousand are counted, and an error among them counts`() {
    let layers = (0..<10_050).map { "  - {id: l\($0), name: L, key: x}\n" }
    let (catalog, diagnostics) = read(("team.yaml", "layers:\n" + layers.joined()))
    #expect(catalog != nil)
    #expect(diagnostics.count == 10_001)
    #expect(diagnostics.last?.message == "50 more findings, 0 of them errors, are not listed")
    #expect(diagnostics.last?.severity == .warning)

    let broken = read(("team.yaml", "layers:\n" + layers.joined() + "  - {name: M}\n"))
    #expect(broken.catalog == nil)
    #expect(broken.diagnostics.last?.message == "51 more findings, 1 of them errors, are not listed")
    #expect(broken.diagnostics.last?.severity == .error)
  }

  @Test func `more words of maturity than there are numbers are left out with a warning`() throws {
    let tools = (0..<260).map { "{id: t\($0), name: T\($0), maturity: m\($0)}" }.joined(separator: ", ")
    let (catalog, diagnostics) = read(
      ("team.yaml", "layers: [{id: a, name: A, categories: [{id: b, name: B, tools: [\(tools)]}]}]\n"))
    #expect(diagnostics.count == 9)
    #expect(diagnostics.first?.message == "more than 255 words of maturity; 'm251' is left out")
    #expect(try #require(catalog).maturity(of: ToolID(250)) == "m250")
    #expect(try #require(catalog).maturity(of: ToolID(251)) == "")
  }

  @Test func `more facts than a tool can have are left out with a warning`() throws {
    let tags = (0..<65_540).map { "t\($0)" }.joined(separator: ", ")
    let (catalog, diagnostics) = read(
      (
        "team.yaml",
        "layers: [{id: a, name: A, categories: [{id: b, name: B, tools: [{id: t, name: T, tags: [\(tags)]}, {id: u, name: U}]}]}]\n"
      ))
    #expect(diagnostics.map(\.message) == ["tool 't' has more than 65535 facts; the rest is left out"])
    let whole = try #require(catalog)
    #expect(whole.fields(of: ToolID(0)).count == 65_535)
    #expect(whole.value(.tag, of: ToolID(0)) == "t0")
    #expect(whole.fields(of: ToolID(1)).isEmpty)
  }

  @Test func `aliases of YAML are followed`() throws {
    let text = """
      layers:
        - id: a
          name: &name {en: A, zh: 甲}
          categories:
            - id: b
              name: *name
              tools:
                - {id: t, name: T, tags: &tags [x, y], homepage: &home https://t.example}
                - {id: u, name: U, tags: *tags, homepage: *home}
      """
    let (catalog, diagnostics) = read(("team.yaml", text))
    #expect(diagnostics == [])
    let whole = try #require(catalog)
    #expect(whole.string(whole.categories[0].name.zh) == "甲")
    #expect(whole.values(.tag, of: ToolID(1)).map(whole.string) == ["x", "y"])
    #expect(whole.string(whole.tools[1].homepage) == "https://t.example")
  }
}
