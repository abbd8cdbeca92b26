import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// Browse, Map and Guide show the same place; one rule says what Esc restores; the one query keeps the selection.
@Suite struct OnePlaceTests {
  private func path(_ keys: String, _ columns: Int = 100, _ rows: Int = 24) throws -> String {
    String(
      try screen(keys, columns, rows, in: smallCatalog).split(separator: "\n", omittingEmptySubsequences: false)[1]
        .dropFirst())
  }

  @Test func theMapsRoomIsWhereBrowseStands() throws {
    #expect(try path("2<right>1") == "Small Landscape › Runtime › Cloud Native Network")
    #expect(try path("l<down>2") == "Small Landscape › Runtime › Cloud Native Network")
    // A tool stays selected while the map is only looked at.
    #expect(try path("ll<down>21") == "Small Landscape › Runtime › Container Runtime › youki")
  }

  @Test func aHitIsWhereTheViewsLead() throws {
    #expect(try path("/jaeger<enter>1") == "Small Landscape › Observability › Tracing › Jaeger")
    #expect(try path("/jaeger<enter>2") == "Small Landscape › Observability › Tracing")
    #expect(try path("/jaeger<enter>3") == "Small Landscape › Guide › Observability › Tracing")
  }

  @Test func theGuideOpensAtThePlaceAndLeadsBackToIt() throws {
    #expect(try path("l<down>3") == "Small Landscape › Guide › Runtime › Cloud Native Network")
    #expect(try path("l3n1") == "Small Landscape › Runtime › Cloud Native Network")
    // The bookmark is where one stopped.
    #expect(try path("l3n1<up>3") == "Small Landscape › Guide › Runtime › Container Runtime")
    #expect(try path("l3n1<up>b") == "Small Landscape › Guide › Runtime › Cloud Native Network")
  }

  @Test func escRestoresWhatWasBelow() throws {
    for before in ["", "l", "ll<down>", "2<right>", "l3", "4<down>"] {
      let start = try screen(before, 100, 24, in: smallCatalog)
      for way in ["/jaeger<enter><esc><esc>", "?<esc>", ":<esc>", "s<esc>", "f<esc>", "/jaeger<enter>n<esc><esc>"] {
        if before.hasPrefix("4"), way.hasPrefix("s") { continue }
        #expect(try screen(before + way, 100, 24, in: smallCatalog) == start, "\(before) \(way)")
      }
    }
    #expect(try path("l<enter>n<esc>") == "Small Landscape › Runtime › Container Runtime")
  }

  @Test func escGoesAColumnOutAndThenLiftsThePartsOfTheQuery() throws {
    var reader = try explorer("f<right><space><esc>ll<down>s2", 100, 24, in: smallCatalog)
    #expect(reader.context.query.query.text == "maturity:graduated")
    try reader.press("<esc><esc>")
    #expect(reader.context.place.level == .layer)
    #expect(reader.context.query.narrows)
    let before = reader.context.place
    try reader.press("<esc>")
    #expect(!reader.context.query.narrows)
    #expect(reader.toast?.text == "Lifted: graduated")
    #expect(reader.context.place.layer == before.layer && reader.context.place.category == before.category)
    try reader.press("<esc>")
    #expect(reader.context.query.isPlain)
    try reader.press("<esc>")
    #expect(reader.toast == nil)
  }

  @Test func theSelectionFollowsTheThing() throws {
    func tool(_ reader: Explorer) -> String { reader.subject.map(reader.context.name(of:)) ?? "" }
    var reader = try explorer("jjll<end>", 120, 24, in: smallCatalog)
    #expect(tool(reader) == "Cilium")
    for keys in ["s2", "S", "z", "z", "f<right><space><esc>", "F"] {
      try reader.press(keys)
      #expect(tool(reader) == "Cilium", "\(keys)")
    }
    _ = reader.handle(.resize(Size(columns: 30, rows: 8)))
    #expect(tool(reader) == "Cilium")
    reader.replace(catalog: smallCatalog, findings: [])
    #expect(tool(reader) == "Cilium")
  }

  @Test func backOnTheMapReturns() throws {
    for (there, back) in [("<left>", "<right>"), ("<down>", "<up>"), ("<down><down>", "<up><up>")] {
      var reader = try explorer("2", 132, 40)
      try reader.press("<right><down>")
      let start = reader.context.place
      try reader.press(there)
      guard reader.context.place != start else { continue }
      try reader.press(back)
      #expect(reader.context.place == start, "\(there)")
    }
  }
}

/// One query line: chips in words, how much of what, the key that lifts it, everywhere.
@Suite struct QueryLineTests {
  private func line(_ keys: String, _ columns: Int = 100, _ language: Language = .en) throws -> String {
    try screen(keys, columns, 24, language, in: smallCatalog)
      .split(separator: "\n", omittingEmptySubsequences: false)[2].description
  }

  @Test func chipsStandAtOnePlaceInEveryView() throws {
    let filter = "f<right><space><esc>"
    for keys in ["", "2", "3", "4", "l<enter>", "?", ":", "f"] {
      #expect(try line(filter + keys).hasPrefix("─── [graduated]  3 of 5 tools"), "\(keys)")
    }
    #expect(try line(filter).hasPrefix("─── [graduated]  3 of 5 tools  F lifts it "))
    #expect(try line(filter + "/c").hasPrefix("─── [graduated]  Ctrl-G lifts it  3 of 12 entries "))
    #expect(try line(filter + "s2").hasPrefix("─── [graduated] by name  3 of 5 tools  F lifts it "))
    #expect(try line(filter, 100, .zh).hasPrefix("─── [已毕业]  3/5 个工具  F 取消 "))
  }

  @Test func aSearchCanBeKept() throws {
    var reader = try explorer("/trac<alt-enter>", 100, 24, in: smallCatalog)
    #expect(reader.mode == .browse)
    #expect(reader.context.query.query.text == "trac")
    #expect(reader.screen(100, 24).contains("─── [\"trac\"]  "))
    try reader.press("F")
    #expect(reader.context.query.isPlain)
  }

  @Test func theNextSearchBeginsWithTheLastOne() throws {
    var reader = try explorer("/jaeger<esc>/", 100, 24, in: smallCatalog)
    #expect(reader.results?.field.text == "jaeger")
    // The first letter replaces it, an arrow keeps it.
    var other = reader
    try reader.press("c")
    #expect(reader.results?.field.text == "c")
    try other.press("<left>x")
    #expect(other.results?.field.text == "jaegexr")
  }

  @Test func whatStandsInTheWayIsSaidAndLifted() throws {
    var kept = try explorer("f<right><space><esc>/youki", 100, 24, in: smallCatalog)
    #expect(kept.screen(100, 24).contains("maturity:graduated stands in the way: 1 result Ctrl-G lifts it"))
    try kept.press("<ctrl-g>")
    #expect(kept.context.query.isPlain)
    #expect(kept.results?.shown.count == 1)
    var typed = try explorer("/maturity:graduated<space>youki", 100, 24, in: smallCatalog)
    #expect(typed.screen(100, 24).contains("maturity:graduated stands in the way: 1 result Ctrl-G lifts it"))
    try typed.press("<ctrl-g>")
    #expect(typed.results?.field.text == "youki")
    #expect(typed.results?.shown.count == 1)
  }

  @Test func fieldsAreShownAndUnknownOnesNamed() throws {
    #expect(try line("/").hasPrefix("─── maturity: layer: category: license: org: tag: accepted: is: has: ─"))
    #expect(try line("/year:2024").contains("no field year; try accepted:2024"))
    #expect(try line("/year:>2023").contains("no field year; try accepted:>2023"))
    #expect(try line("/maturty:x").contains("no field maturty; try maturity:x"))
    #expect(try !line("/https://example.org").contains("no field"))
  }
}

/// What is kept from one run to the next.
@Suite struct SavedTests {
  private func restored(_ saved: String, _ catalog: Catalog = smallCatalog) -> Explorer {
    Explorer(catalog: catalog, configuration: .init(saved: saved), size: Size(columns: 80, rows: 24))
  }

  @Test(arguments: [
    "page category\nof  \n", "page  \n", "guide  \n", "page\n", "level 9\nlayer run\n", "view -1\n",
    "read 99999999999999999999\n",
    "of %\npage layer\n", "layer %4\n", "search %0A\n", " \n \n", "preview 1000\n",
  ])
  func nothingThatIsSavedKillsAStart(saved: String) {
    #expect(restored(saved).screen(80, 24).contains("Small Landscape"))
  }

  @Test func anIdCannotPlantALine() throws {
    let hostile = catalog(
      "landscape: {name: H, layers: [\"l\\nview 3\"]}\nlayers: [{id: \"l\\nview 3\", name: L, categories: [{id: \"c\\nsearch x\", name: C}]}]\n"
    )
    var reader = try explorer("l", in: hostile)
    guard case .save(let saved)? = reader.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return
    }
    #expect(!saved.string.split(separator: "\n").contains("view 3"))
    let second = restored(saved.string, hostile)
    #expect(second.mode == .browse)
    #expect(second.context.place == reader.context.place)
    #expect(second.context.searches == [])
  }

  @Test func valuesStandOnTheirLineWhateverTheyHold() {
    for value in ["a b", "100 %", "a\nb\r\u{2028}c", "\u{1B}[31m", "网络", " ", "%41"] {
      let encoded = SavedValue.encode(value).string
      #expect(encoded.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
      #expect(SavedValue.decode(encoded.utf8) == value)
    }
  }

  @Test func theSearchesAndTheBookmarkAreKept() throws {
    var reader = try explorer("/mesh up<esc>l3n1", in: smallCatalog)
    guard case .save(let saved)? = reader.handle(.key(.character("Q"))).first else {
      Issue.record("nothing saved")
      return
    }
    let second = restored(saved.string)
    #expect(second.context.searches == ["mesh up"])
    #expect(second.navigation.guide.bookmark?.page == reader.navigation.guide.bookmark?.page)
    #expect(second.context.place == reader.context.place)
  }
}
