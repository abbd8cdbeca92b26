import Foundation
import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Themes: a page, a chapter, a row of their tools, lights on the map, found by search and palette.
@Suite struct ThemePageTests {
  private let catalog = StrataExplorerTests.catalog(
    """
    landscape:
      name: T
      layers: [run, build]
      themes:
        - id: wasm
          name: {en: WebAssembly, zh: 网页汇编}
          what: {en: Bytecode., zh: 字节码。}
          where: {en: In runtimes., zh: 在运行时里。}
          choosing: {en: By startup., zh: 看启动时间。}
          tools: [edge, spin, wasmtime]
    layers:
      - id: run
        name: Run
        categories:
          - id: engines
            name: Engines
            kinds: [{id: vm, name: Machines, when: When it runs.}]
            tools:
              - {id: plain, name: Plain, kind: vm}
              - {id: wasmtime, name: Wasmtime, kind: vm, summary: A machine.}
      - id: build
        name: Build
        categories:
          - id: tools
            name: Frames
            kinds: [{id: frame, name: Frameworks, when: When one writes it.}]
            tools:
              - {id: spin, name: Spin, kind: frame, maturity: sandbox, accepted: 2024-01-01}
              - {id: edge, name: Edge, kind: frame}
          - {id: other, name: Other, tools: [{id: else, name: Else}]}
    """)

  @Test func `the page says what it is, where, how to choose, and lists its tools by kind`() throws {
    let rows = try screen("3<left><end><enter>", 80, 40, in: catalog).split(separator: "\n")
      .map { $0.drop { $0 == " " } }
    let expected = [
      "WebAssembly", "网页汇编", "What it is", "Bytecode.", "Where its parts stand", "In runtimes.",
      "Stands in       Frames, Engines", "How to choose", "By startup.", "Tools (3)",
      "Frameworks  When one writes it.", "Edge", "○ Spin", "Machines  When it runs.",
      "Wasmtime",
    ]
    var next = expected[...]
    for row in rows where next.first.map(row.hasPrefix) == true { next.removeFirst() }
    #expect(next.isEmpty, "missing from: \(next.first ?? "")\n\(rows.joined(separator: "\n"))")
  }

  @Test func `it is a chapter behind the layers, and every tool on it is a link`() throws {
    #expect(catalog.book.last == .theme(0))
    var reader = try explorer("3<left><end><enter>", 80, 40, in: catalog)
    var reached: Set<String> = []
    for _ in 0..<8 {
      try reader.press("<tab>")
      var there = reader
      try there.press("<enter>")
      if case .page(let page) = there.top { reached.insert(there.context.title(of: page.page)) }
    }
    #expect(reached == ["Engines", "Frames", "Edge", "Spin", "Wasmtime"])
  }

  @Test func `a tool's page leads to it, the palette and the search too`() throws {
    let row = try screen("/spin<enter>", 80, 30, in: catalog)
    #expect(row.contains("Themes          WebAssembly"))
    for keys in [":webas<enter>", ":wangye<enter>", "/webassembly<enter>", "/网页汇编<enter>"] {
      let reader = try explorer(keys, 80, 30, in: catalog)
      guard case .page(let page) = reader.top else {
        Issue.record("\(keys)")
        continue
      }
      #expect(page.page == .theme(0), "\(keys)")
    }
    let results = try screen("/webassembly", 100, 24, in: catalog).split(separator: "\n")
    #expect(results[3].hasPrefix("▌◈ WebAssembly"))
  }

  @Test func `the map lights its rooms and names its tools first until one goes elsewhere`() throws {
    var reader = try explorer(":webas<enter>2", 80, 24, in: catalog)
    func roles(_ name: String) -> Style.Attributes {
      let frame = reader.frame(80, 24)
      for (y, row) in frame.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().dropFirst(2) {
        if let place = row.range(of: name) {
          return frame[row[..<place.lowerBound].count, y].style.attributes
        }
      }
      return []
    }
    #expect(roles("Engines").contains(.underline) && roles("Wasmtime").contains(.underline))
    #expect(!roles("Other").contains(.underline) && !roles("Plain").contains(.underline))
    let map = reader.screen(80, 24)
    #expect(map.contains("WebAssembly lit"))
    let lit = try #require(map.range(of: "Wasmtime"))
    let plain = try #require(map.range(of: "Plain"))
    #expect(lit.lowerBound < plain.lowerBound)
    // One walks among the lights; 3 reads on about the theme; another page puts them out.
    try reader.press("<down>")
    #expect(reader.context.place.theme == 0)
    var guide = reader
    try guide.press("3")
    #expect(guide.screen(80, 24).contains("› WebAssembly"))
    try reader.press("<enter>2")
    #expect(reader.context.place.theme == nil)
  }

  @Test func `it is kept over a reading and a start`() throws {
    var reader = try explorer("3<left><end>", 80, 24, in: catalog)
    let saved = reader.saved.string
    #expect(saved.contains("page theme\nof wasm\n"))
    reader.replace(catalog: catalog, findings: [])
    #expect(reader.screen(80, 24).contains("WebAssembly"))
    let again = Explorer(
      catalog: catalog, configuration: .init(saved: saved), size: Size(columns: 80, rows: 24))
    #expect(again.screen(80, 24).contains("› WebAssembly"))
  }

  @Test func `it is copied whole`() throws {
    var reader = try explorer(":webas<enter>y", 80, 24, in: catalog)
    guard case .copy(let text, _)? = try reader.press("m").first else {
      Issue.record("nothing copied")
      return
    }
    #expect(text.string.hasPrefix("# WebAssembly\n\n## What it is\n\nBytecode.\n\n## Where its parts stand\n"))
    #expect(text.string.contains("| **Spin** | sandbox |"))
  }

  /// Each tool that it names, and each category in which these stand, is one link away, and leads back to it.
  @Test(arguments: shippedCatalog.themes.indices) func `every link of a shipped theme opens`(theme: Int) throws {
    let catalog = shippedCatalog
    let name = catalog.string(catalog.themes[theme].name, in: .en)
    var reader = try explorer("/\(name)<enter>", 120, 50)
    guard case .page(let page) = reader.top, page.page == .theme(theme) else {
      Issue.record("\(name) is not found by its name")
      return
    }
    let tools = Array(catalog.tools(of: catalog.themes[theme]))
    let categories = Set(tools.map { catalog[$0].category })
    var expected = Set(tools.map(Page.tool) + categories.map(Page.category))
    for _ in 0..<tools.count + categories.count + 40 where !expected.isEmpty {
      try reader.press("<tab>")
      var there = reader
      try there.press("<enter>")
      guard case .page(let page) = there.top else { continue }
      if expected.remove(page.page) != nil, case .tool = page.page {
        // A row of several themes may be wrapped.
        let words = there.screen(120, 200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains(name), "\(there.context.title(of: page.page)) leads back")
      }
    }
    #expect(expected.isEmpty, "\(name): \(expected)")
  }
}
