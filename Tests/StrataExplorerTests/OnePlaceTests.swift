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
