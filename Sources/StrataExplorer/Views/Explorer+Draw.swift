import StrataCatalog
public import StrataScreen
import StrataSearch

extension Explorer {
  /// Draws the screen as it stands. Any size will do.
  public func draw(into frame: inout Frame) {
    let layout = layout
    drawBar(in: layout.bar, &frame)
    switch overlays.last {
    case .help(let state): drawHelp(state, layout, &frame)
    case .palette(let state): drawPalette(state, layout, &frame)
    case .findings(let state): drawFindings(state, layout, &frame)
    case .filters(let panel): drawFilters(panel, layout, &frame)
    case .menu, nil:
      if let state = search {
        drawSearch(state, layout, &frame)
      } else if let state = pageState {
        drawPath(in: layout.path, &frame)
        if navigation.view == .guide, navigation.sheets.isEmpty {
          drawGuide(layout.body, &frame)
        } else {
          drawPage(state, in: layout.body, &frame)
        }
      } else {
        drawPath(in: layout.path, &frame)
        switch navigation.view {
        case .browse: drawBrowse(in: layout.body, &frame)
        case .map: drawMap(in: layout.body, &frame)
        case .statistics: drawStatistics(in: layout.body, &frame)
        case .guide: break
        }
      }
    }
    drawFooter(in: layout.footer, &frame)
    if case .menu(let menu)? = overlays.last { drawMenu(menu, over: layout.body, &frame) }
    if let barItem, !layout.bar.isEmpty {
      frame.cursor = Point(x: barRects(in: layout.bar)[barItem].x, y: layout.bar.y)
    }
  }

  // MARK: Rules

  /// A horizontal rule.
  func drawRule(in rect: Rect, _ frame: inout Frame) {
    frame.write(String(repeating: glyphs.horizontal, count: rect.width), in: rect, theme[.rule])
  }

  /// A vertical rule in the last column of `rect`.
  func drawVerticalRule(rightOf rect: Rect, _ frame: inout Frame) {
    for row in 0..<rect.height {
      frame.write(
        glyphs.vertical, in: Rect(x: rect.maxX - 1, y: rect.y + row, width: 1, height: 1), theme[.rule])
    }
  }

  /// What stands where a vertical rule meets a horizontal one.
  func drawJunction(_ glyph: String, x: Int, in rule: Rect, _ frame: inout Frame) {
    frame.write(glyph, in: Rect(x: x, y: rule.y, width: 1, height: rule.height), theme[.rule])
  }

  /// A scroll indicator on the right edge of `rect`: where the shown rows stand among `count`.
  func drawScroll(offset: Int, count: Int, in rect: Rect, _ frame: inout Frame) {
    guard count > rect.height, rect.height > 1, rect.width > 1 else { return }
    let length = max(1, rect.height * rect.height / count)
    let start = (rect.height - length) * offset / max(1, count - rect.height)
    for row in start..<min(rect.height, start + length) {
      frame.write(
        glyphs.thumb, in: Rect(x: rect.maxX - 1, y: rect.y + row, width: 1, height: 1), theme[.rule])
    }
  }

  /// Draws lines from `offset` on.
  func drawLines(_ lines: [Line], from offset: Int = 0, in rect: Rect, focused: Int? = nil, _ frame: inout Frame) {
    for row in 0..<rect.height where offset + row < lines.count && offset + row >= 0 {
      frame.draw(lines[offset + row], in: rect.row(row), theme: theme, focused: focused)
    }
  }

  /// One row of a list: the sign, the spans, what stands at the right.
  func drawRow(
    _ line: Line, in rect: Rect, isSelected: Bool, hasKeys: Bool, _ frame: inout Frame
  ) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let sign = rest.takeLeft(1)
    frame.draw(line, in: rest, theme: theme)
    guard isSelected else { return }
    frame.write(glyphs.sign, in: sign, theme[.sign])
    let role: Role = hasKeys ? .selected : .remembered
    frame.restyle(rest) { style in
      // Matches stay visible inside the selected row.
      let underlined = style.attributes.contains(.underline)
      style = theme[role]
      if underlined { style.attributes.insert(.underline) }
    }
    if hasKeys { frame.cursor = Point(x: sign.x, y: sign.y) }
  }
}
