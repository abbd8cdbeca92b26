import StrataCatalog
import StrataScreen
import StrataSearch
import Testing

@testable import StrataExplorer

/// The mouse does what the keys do, at the places that the layout names.
@Suite struct PointerTests {
  private func pointed(_ keys: String = "", _ columns: Int = 100, _ rows: Int = 30) throws -> Explorer {
    var configuration = Explorer.Configuration()
    configuration.usesMouse = true
    var explorer = Explorer(
      catalog: smallCatalog, configuration: configuration, size: Size(columns: columns, rows: rows))
    for key in try Key.sequence(keys) { _ = explorer.handle(.key(key)) }
    return explorer
  }

  /// In a comparison all of a tool's column is the tool; one under another, what is said of it is.
  @Test(arguments: [(120, 30), (60, 30)]) func aComparedToolIsClickedAnywhere(columns: Int, rows: Int) throws {
    let before = try pointed("ll<space><down><space>c", columns, rows)
    #expect(before.mode == .compare)
    let spots = before.layout.regions.filter { $0.spot == .row(pane: 0, index: 1) }
    #expect(spots.contains { $0.rect.y > 6 || $0.rect.height > 6 })
    for region in spots {
      var reader = before
      let point = Point(x: region.rect.maxX - 1, y: region.rect.maxY - 1)
      guard before.layout.spot(at: point) == region.spot else { continue }
      _ = reader.handle(.mouse(Mouse(.press, at: point)))
      let tool = reader.context.marks.tools[1]
      #expect(reader.top.state.subject(reader.context) == .tool(tool))
      _ = reader.handle(.mouse(Mouse(.press, at: point)))
      #expect(reader.mode == .page && reader.context.place.tool == tool)
    }
  }

  @Test func aLinkIsFollowedAtOnce() throws {
    var reader = try pointed("lll")
    let links = reader.layout.regions.filter { if case .item = $0.spot { true } else { false } }
    let link = try #require(links.first)
    let effects = reader.handle(.mouse(Mouse(.press, at: Point(x: link.rect.x, y: link.rect.y))))
    #expect(!effects.isEmpty || reader.navigation.above.count == 2)
  }

  @Test func barFooterAndChipsAreClicked() throws {
    var reader = try pointed()
    let map = try #require(reader.layout.regions.first { $0.spot == .bar(1) })
    _ = reader.handle(.mouse(Mouse(.press, at: Point(x: map.rect.x, y: 0))))
    #expect(reader.mode == .map)
    let footer = try #require(reader.layout.regions.last { $0.spot == .action(.filter) })
    _ = reader.handle(.mouse(Mouse(.press, at: Point(x: footer.rect.x, y: footer.rect.y))))
    #expect(reader.mode == .filters)
    // The first value: a second click takes it, and its chip takes it away again.
    let value = try #require(reader.layout.regions.first { $0.spot == .row(pane: 1, index: 0) })
    let point = Point(x: value.rect.x + 2, y: value.rect.y)
    for _ in 0..<2 { _ = reader.handle(.mouse(Mouse(.press, at: point))) }
    #expect(reader.context.query.narrows)
    let chip = try #require(reader.layout.regions.first { $0.spot == .chip(0) })
    _ = reader.handle(.mouse(Mouse(.press, at: Point(x: chip.rect.x + 1, y: chip.rect.y))))
    #expect(!reader.context.query.narrows)
  }

  @Test func theWheelScrollsWhatIsUnderItAndSelectsNothing() throws {
    var reader = try explorer("ll", 80, 16)
    reader.context.usesMouse = true
    let place = reader.context.place
    let categories = try #require(reader.layout.regions.first { $0.spot == .pane(2) })
    let point = Point(x: categories.rect.x + 2, y: categories.rect.y + 1)
    let before = reader.screen(80, 16)
    _ = reader.handle(.mouse(Mouse(.wheelDown, at: point)))
    #expect(reader.context.place == place)
    #expect(reader.screen(80, 16) != before)
    _ = reader.handle(.mouse(Mouse(.wheelUp, at: point)))
    #expect(reader.screen(80, 16) == before)
    // A text is read on.
    try reader.press("<enter>")
    let page = reader.screen(80, 16)
    _ = reader.handle(.mouse(Mouse(.wheelDown, at: Point(x: 20, y: 8))))
    #expect(reader.screen(80, 16) != page)
  }

  @Test(arguments: [(80, 24), (180, 40)])
  func aDragOnTheBorderSizesThePreview(columns: Int, rows: Int) throws {
    var reader = try explorer("", columns, rows)
    reader.context.usesMouse = true
    let border = try #require(reader.layout.regions.last { $0.spot == .border }).rect
    let isAtSide = border.width == 1
    let start = Point(x: border.x, y: border.y)
    let end = isAtSide ? Point(x: start.x + 6, y: start.y) : Point(x: start.x, y: start.y - 3)
    _ = reader.handle(.mouse(Mouse(.press, at: start)))
    _ = reader.handle(.mouse(Mouse(.drag, at: end)))
    _ = reader.handle(.mouse(Mouse(.release, at: end)))
    let moved = try #require(reader.layout.regions.last { $0.spot == .border }).rect
    #expect(isAtSide ? moved.x == end.x : moved.y == end.y, "\(border) \(moved)")
    // Let go, it stays.
    _ = reader.handle(.mouse(Mouse(.drag, at: start)))
    #expect(reader.layout.regions.last { $0.spot == .border }?.rect == moved)
  }

  @Test func beneathAPopupNothingIsReached() throws {
    var reader = try pointed("lls")
    let open = reader.mode
    #expect(open == .menu)
    _ = reader.handle(.mouse(Mouse(.press, at: Point(x: 2, y: 4))))
    #expect(reader.mode == .browse)
    #expect(reader.context.place.level == .tool)
  }

  @Test func mGivesTheMouseBackAndTakesItAgain() throws {
    var reader = try pointed("", 120, 30)
    #expect(reader.screen(120, 30).contains("M mouse"))
    #expect(try reader.press("M").contains(.reportMouse(false)))
    #expect(
      reader.screen(120, 30).split(separator: "\n").last
        == " The mouse is the terminal's, to select text; M takes it again"
        || reader.screen(120, 30).contains("M takes it again"))
    let before = reader.screen(120, 30)
    _ = reader.handle(.mouse(Mouse(.press, at: Point(x: 12, y: 0))))
    #expect(reader.screen(120, 30) == before)
    #expect(try reader.press("M").contains(.reportMouse(true)))
    #expect(Explorer.saved("mouse", in: reader.saved.string) == "on")
  }

  /// Clicks and wheels everywhere on every screen: nothing traps, and the place exists.
  @Test(arguments: ActionTests.ways)
  func anyClickIsAnswered(way: String) throws {
    for (columns, rows) in [(20, 5), (60, 16)] {
      var reader = try pointed(way, columns, rows)
      for y in stride(from: 0, to: rows, by: 2) {
        for x in stride(from: 0, to: columns, by: 7) {
          for kind in [Mouse.Kind.press, .drag, .release, .press, .wheelDown, .wheelUp] {
            _ = reader.handle(.mouse(Mouse(kind, at: Point(x: x, y: y))))
          }
          _ = reader.screen(columns, rows)
        }
      }
      _ = reader.handle(.mouse(Mouse(.press, at: Point(x: 5000, y: 5000))))
    }
  }
}
