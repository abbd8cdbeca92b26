import StrataCatalog
import StrataScan
import StrataScreen
import StrataSearch
import StrataStack
import Testing

@testable import StrataExplorer

/// Every row of every screen is clicked, at sizes from the widest to one with hardly a row: what is drawn there is what is
/// selected, and nothing moves under the pointer.
@Suite struct ClickTests {
  static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 200, rows: 60), Size(columns: 40, rows: 12), Size(columns: 20, rows: 5),
  ]

  /// Keys to every mode; lists that are higher than the screen are also seen from their end.
  static let ways = [
    "", "<end>", "l", "l<end>", "ll", "ll<end>", "llg", "<enter>", "l<enter>", "l<enter><end>", "lll", "lll<end>", "2",
    "2<right><down>", "3", "3<left>", "3<left><end>", "4", "4<end>", "5", "5<end>", "4N", "4N<end>", "/con",
    "/con<end>", "?",
    "?<end>", "?/e", ":", ":<end>", "y", "lls", "T", "f", "f<end>", "f<right>", "f<down><down><right><end>", "w",
    "w<end>",
    "ll<space><down><space>c", "llc", "llc<end>", "lle", "<up>", ":scan<enter>", scan, scan + "<end>",
  ]
  /// After it a scan has come to its end.
  private static let scan = ":scan<enter>.<enter>"

  /// Lists of every kind that are higher than the highest screen.
  private static let landscape: Catalog = {
    var text =
      "landscape: {name: {en: Wide, zh: 广}, asOf: 2026-01-02, layers: [\((0..<24).map { "layer\($0)" }.joined(separator: ", "))]}\nlayers:\n"
    for layer in 0..<24 {
      text +=
        "  - id: layer\(layer)\n    name: {en: Layer \(layer), zh: 层 \(layer)}\n    summary: {en: What it is., zh: 是什么。}\n    categories:\n"
      for category in 0..<(layer == 0 ? 30 : 2) {
        let id = "shelf\(layer)-\(category)"
        text +=
          "      - id: \(id)\n        name: {en: Shelf \(layer) \(category), zh: 架 \(layer) \(category)}\n        what: {en: \(String(repeating: "It holds tools. ", count: 40)), zh: 放工具。}\n        tools:\n"
        for tool in 0..<(layer == 0 && category == 0 ? 70 : 2) {
          let maturity = ["graduated", "incubating", "sandbox", "archived"][tool % 4]
          text +=
            "          - {id: \(id)-t\(tool), name: \(["Con", "Sea"][tool % 2]) \(layer) \(category) \(tool), maturity: \(maturity), accepted: \(2016 + tool % 9)-0\(1 + tool % 9)-01, license: Apache-2.0, homepage: 'https://\(id)-t\(tool).example.org', summary: {en: A tool of ours., zh: 工具。}}\n"
        }
      }
    }
    return catalog(text)
  }()

  /// The landscape with a stack, warnings, and a scan where one was asked for.
  static func reader(_ way: String, _ size: Size) throws -> Explorer {
    var reader = fresh
    _ = reader.handle(.resize(size))
    for key in try Key.sequence(way) {
      if reader.handle(.key(key)).contains(.scan(["."])) {
        reader.report(FolderScan(paths: ["."], state: .done, files: 40, skipped: [], result: scanned))
      }
    }
    while reader.advance() {}
    reader.settle()
    return reader
  }

  private static let fresh: Explorer = {
    var configuration = Explorer.Configuration(
      findings: Findings((1...90).map { "a.yaml:\($0):1: warning: odd\n  key: value\n  ^~~" }))
    configuration.usesMouse = true
    configuration.stackPlaces = [StackPlace(.folder, path: "strata-stack.yaml")]
    var reader = Explorer(catalog: landscape, configuration: configuration, size: sizes[0])
    let stack = Stack.read(Array(stackFile.utf8), name: "strata-stack.yaml").stack
    reader.replace(stacks: stack.map { [OpenStack(path: "strata-stack.yaml", stack: $0)] } ?? [])
    return reader
  }()

  private static let stackFile =
    "stack: {name: Edge}\ntools:\n"
    + landscape.tools.prefix(40).enumerated().map { index, tool in
      "  - {id: \(landscape.string(tool.id)), status: \(index % 3 == 0 ? "adopted" : "trial")}\n"
    }.joined()

  private static let scanned: ScanResult = {
    let ids = landscape.tools.prefix(40).map { landscape.string($0.id) }
    var scan = Scan(table: SignalTable(ids.map { "\($0)  runs  image  acme/\($0)\n" }.joined()))
    if var file = scan.open(path: "k8s/all.yaml") {
      file.feed(Array(ids.map { "image: acme/\($0):1\n" }.joined().utf8).span)
      scan.close(&file)
    }
    return scan.result
  }()

  @Test func theWaysLeadToEveryScreenAndMode() throws {
    var modes: Set<Mode> = []
    for way in Self.ways { modes.insert(try Self.reader(way, Self.sizes[0]).mode) }
    #expect(modes == Mode.all)
  }

  /// What stands in a part of the screen's row.
  private func text(of rect: Rect, in frame: Frame) -> String {
    String(
      String.UnicodeScalarView(
        (rect.x..<rect.maxX).compactMap { frame[$0, rect.y].width == 0 ? nil : Unicode.Scalar(frame[$0, rect.y].base) })
    )
  }

  /// A click selects the row under the pointer, where it stands; a second one opens it, as Enter does.
  @Test(arguments: ways) func everyRowIsSelectedWhereItStandsAndThenOpened(way: String) throws {
    for size in Self.sizes {
      let before = try Self.reader(way, size)
      let frame = before.frame(size.columns, size.rows)
      for region in before.layout.regions {
        guard case .row = region.spot, !region.rect.isEmpty else { continue }
        let row = region.rect.row(0)
        let place = "\(way) \(size.columns)x\(size.rows) \(region)"
        // On a high screen those at the edges, where lists scroll, and some between them.
        let body = before.areas.body
        let isNearEdge = row.y < body.y + 4 || row.y >= body.maxY - 3
        guard size.rows < 40 || isNearEdge || row.y % 11 == 0 else { continue }
        // The sign's column, or the last one, in which nothing may be.
        for point in [Point(x: row.y % 3 == 0 ? row.maxX - 1 : row.x, y: row.y)]
        where before.layout.spot(at: point) == region.spot {
          var reader = before
          #expect(reader.handle(.mouse(Mouse(.press, at: point))).isEmpty, "\(place)")
          #expect(reader.handle(.mouse(Mouse(.release, at: point))).isEmpty, "\(place)")
          if reader.layout.spot(at: point) == region.spot, reader.mode != .compare {
            let shown = reader.frame(size.columns, size.rows)
            #expect(text(of: row.inset(left: 1), in: shown) == text(of: row.inset(left: 1), in: frame), "\(place)")
            let sign = text(of: Rect(x: row.x, y: row.y, width: 1, height: 1), in: shown)
            #expect(sign == reader.context.glyphs.sign || isHeading(region, before), "not selected: \(place)")
          } else {
            // Columns may change with the level, a bar that only shows when reached goes, and a comparison has no rows.
            #expect(
              [.browse, .map, .compare].contains(reader.mode) || before.mode == .bar, "moved: \(place)")
          }
          var opened = reader
          let effects = opened.handle(.mouse(Mouse(.press, at: point)))
          #expect(try effects == reader.press("<enter>"), "\(place)")
          #expect(opened.top == reader.top && opened.context.place == reader.context.place, "\(place)")
        }
      }
    }
  }

  private func isHeading(_ region: Layout.Region, _ reader: Explorer) -> Bool {
    guard case .help(let help) = reader.top, case .row(_, let index) = region.spot else { return false }
    return help.rows[index].kind == .heading
  }

  /// The wheel scrolls the part of the screen that is under it, and nothing else; what is selected stays so.
  @Test(arguments: ways) func theWheelScrollsWhatIsUnderIt(way: String) throws {
    for size in Self.sizes {
      let before = try Self.reader(way, size)
      let frame = before.frame(size.columns, size.rows)
      for point in points(of: before.layout) {
        for kind in [Mouse.Kind.wheelDown, .wheelUp] {
          var reader = before
          let place = "\(way) \(size.columns)x\(size.rows) \(point) \(kind)"
          #expect(reader.handle(.mouse(Mouse(kind, at: point))).isEmpty, "\(place)")
          #expect(reader.context.place == before.context.place && reader.mode == before.mode, "\(place)")
          #expect(reader.top.state.subject(reader.context) == before.top.state.subject(before.context), "\(place)")
          let after = reader.frame(size.columns, size.rows)
          guard let part = part(at: point, of: before) else {
            #expect(after.text == frame.text, "\(place)")
            continue
          }
          // The position in the footer, and the section that is read, follow.
          let body = before.areas.body
          for y in body.y..<body.maxY where after.row(y) != frame.row(y) {
            for x in 0..<size.columns where after[x, y] != frame[x, y] {
              #expect(part.contains(Point(x: x, y: y)), "\(place): \(x) \(y) beside \(part)")
            }
          }
        }
      }
    }
  }

  /// A place in each of the parts that there are.
  private func points(of layout: Layout) -> [Point] {
    var seen: Set<String> = []
    return layout.regions.compactMap { region in
      let point = Point(x: region.rect.x, y: region.rect.y)
      guard !region.rect.isEmpty, layout.spot(at: point) == region.spot else { return nil }
      let part =
        switch region.spot {
        case .row(let pane, _), .pane(let pane): "\(pane)"
        case .bar: "bar"
        case .action: "action"
        case .item: "item"
        case .chip: "chip"
        case .preview: "preview"
        case .border: "border"
        }
      return seen.insert(part).inserted ? point : nil
    }
  }

  /// What the wheel may change at a place; nil: nothing.
  private func part(at point: Point, of reader: Explorer) -> Rect? {
    func box(_ isIn: (Layout.Spot) -> Bool) -> Rect {
      reader.layout.regions.filter { isIn($0.spot) }.reduce(Rect.none) { box, region in
        guard !box.isEmpty else { return region.rect }
        let (x, y) = (min(box.x, region.rect.x), min(box.y, region.rect.y))
        return Rect(
          x: x, y: y, width: max(box.maxX, region.rect.maxX) - x, height: max(box.maxY, region.rect.maxY) - y)
      }
    }
    switch reader.layout.spot(at: point) {
    case .preview: return box { $0 == .preview }
    case .bar, .action, .chip: return nil
    case .row(let pane, _), .pane(let pane):
      let lists = box { if case .pane(pane) = $0 { true } else { false } }
      // A list without others beside it has the body for itself.
      return lists.isEmpty ? reader.areas.body : lists.widened
    case .item, .border, nil: return reader.areas.body
    }
  }

  /// What the footer and the bar offer is done by a click as by its key.
  @Test(arguments: ways) func footerAndBarAreClickedAsTheirKeysArePressed(way: String) throws {
    for size in Self.sizes {
      let before = try Self.reader(way, size)
      for region in before.layout.regions where !region.rect.isEmpty {
        let point = Point(x: region.rect.maxX - 1, y: region.rect.y)
        guard before.layout.spot(at: point) == region.spot else { continue }
        var clicked = before
        var pressed = before
        let place = "\(way) \(size.columns)x\(size.rows) \(region)"
        switch region.spot {
        case .action(let action):
          let key = before.context.keyMap.bindings(in: before.mode).first { $0.action == action }?.keys.first
          guard let key else {
            Issue.record("no key: \(place)")
            continue
          }
          let effects = clicked.handle(.mouse(Mouse(.press, at: point)))
          #expect(effects == pressed.handle(.key(key)), "\(place)")
          #expect(clicked.top == pressed.top && clicked.context.place == pressed.context.place, "\(place)")
        case .bar(let item):
          let effects = clicked.handle(.mouse(Mouse(.press, at: point)))
          let action = BarItem.all[item].action
          // Only the language is changed with the keys in the bar.
          pressed.barItem = action == .toggleLanguage ? item : nil
          #expect(effects == pressed.perform(action == .close ? .quit : action), "\(place)")
          pressed.settle()
          #expect(clicked.top == pressed.top && clicked.navigation.view == pressed.navigation.view, "\(place)")
        case .row, .item, .pane, .preview, .border, .chip: break
        }
      }
    }
  }

  /// Each part of the query has its chip, which lifts it.
  @Test(arguments: ["", "2", "3", "4", "5", "/c", "f", "?", "l<enter>", "lll"]) func everyChipIsLifted(way: String)
    throws
  {
    for size in Self.sizes {
      var before = try Self.reader("", size)
      before.change(ListQuery(query: Query("maturity:graduated license:Apache-2.0")))
      while before.advance() {}
      before.settle()
      try before.press(way)
      let chips = before.layout.regions.filter { if case .chip = $0.spot { !$0.rect.isEmpty } else { false } }
      #expect(!chips.isEmpty || before.areas.query.isEmpty, "\(way) \(size)")
      for chip in chips {
        var reader = before
        _ = reader.handle(.mouse(Mouse(.press, at: Point(x: chip.rect.x, y: chip.rect.y))))
        #expect(reader.context.chips.count == before.context.chips.count - 1, "\(way) \(size) \(chip)")
      }
    }
  }

  /// A link is followed by the first click.
  @Test(arguments: ["lll", "lll<end>", "l<enter><end>", "3", "<enter>"]) func everyLinkIsFollowed(way: String) throws {
    for size in Self.sizes {
      let before = try Self.reader(way, size)
      for region in before.layout.regions {
        guard case .item = region.spot, !region.rect.isEmpty else { continue }
        var reader = before
        let effects = reader.handle(.mouse(Mouse(.press, at: Point(x: region.rect.x, y: region.rect.y))))
        #expect(!effects.isEmpty || reader.top != before.top, "\(way) \(size) \(region)")
      }
    }
  }

  /// The border follows the pointer as far as lists and preview keep their least, and stays where it is let go.
  @Test(arguments: ways) func theBorderIsDragged(way: String) throws {
    for size in Self.sizes {
      let before = try Self.reader(way, size)
      guard let border = before.layout.regions.last(where: { $0.spot == .border && !$0.rect.isEmpty })?.rect else {
        continue
      }
      let isAtSide = border.width == 1 && border.height > 1
      for step in [-500, -4, -1, 1, 4, 500] {
        var reader = before
        let end = Point(x: isAtSide ? border.x + step : border.x, y: isAtSide ? border.y : border.y + step)
        for mouse in [Mouse(.press, at: Point(x: border.x, y: border.y)), Mouse(.drag, at: end)] {
          #expect(reader.handle(.mouse(mouse)).isEmpty)
        }
        let now = reader.layout.regions.last { $0.spot == .border }?.rect
        let (from, to) = isAtSide ? (border.x, now?.x) : (border.y, now?.y)
        let place = "\(way) \(size.columns)x\(size.rows) by \(step): \(border) \(String(describing: now))"
        guard let to else {
          Issue.record("gone: \(place)")
          continue
        }
        // It stands at a whole percent of the body.
        #expect(abs(to - from) <= abs(step) + 1 && (to - from) * step >= 0, "\(place)")
        _ = reader.handle(.mouse(Mouse(.release, at: end)))
        _ = reader.handle(.mouse(Mouse(.drag, at: Point(x: 0, y: 0))))
        #expect(reader.layout.regions.last { $0.spot == .border }?.rect == now, "\(place)")
      }
    }
  }
}
