import StrataScreen

/// A row of `Sections`.
protocol SectionRow: Sendable {
  static var blank: Self { get }
  var isSelectable: Bool { get }
}

/// Rows under headings, a blank one between sections. What can be selected of them are the items, counted by themselves.
struct Sections<Row: SectionRow>: Sendable {
  private(set) var rows: [Row] = []
  /// The row of each item.
  private(set) var items: [Int] = []
  /// The first item of each section that has one.
  private(set) var starts: [Int] = []

  var isEmpty: Bool { rows.isEmpty }

  /// A section without rows is left out, its heading too.
  mutating func append(_ heading: Row, _ new: [Row]) {
    guard !new.isEmpty else { return }
    if !rows.isEmpty { rows.append(.blank) }
    rows.append(heading)
    let first = items.count
    for row in new {
      if row.isSelectable { items.append(rows.count) }
      rows.append(row)
    }
    if items.count > first { starts.append(first) }
  }

  func row(ofItem item: Int) -> Row? { items.indices.contains(item) ? rows[items[item]] : nil }

  /// The item that a row is; nil for headings and what else cannot be selected.
  func item(atRow row: Int) -> Int? {
    var (low, high) = (0, items.count)
    while low < high {
      let middle = (low + high) / 2
      if items[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low < items.count && items[low] == row ? low : nil
  }

  func start(after item: Int) -> Int? { starts.first { $0 > item } }
  func start(before item: Int) -> Int? { starts.last { $0 < item } }
}

/// A screen whose rows stand under headings: `list` counts the items.
protocol SectionedScreen: ListScreen {
  /// The scroll of the rows, headings among them.
  var lines: ListState { get set }
}

extension SectionedScreen {
  mutating func select(_ spot: Layout.Spot, _ context: Context, _ work: inout Workbench) -> Reply? {
    guard case .row(_, let index) = spot else { return nil }
    list.point(at: index)
    lines.stay()
    return nil
  }

  mutating func scroll(pane: Int?, by rows: Int, _ context: Context, _ work: inout Workbench) { lines.scroll(by: rows) }

  /// To the next heading's first item, or to the last one; to the one before, or to the first.
  mutating func moveToSection(isNext: Bool, in sections: Sections<some SectionRow>) {
    let target =
      isNext
      ? sections.start(after: list.selected) ?? list.count - 1 : sections.start(before: list.selected) ?? 0
    list.move(by: target - list.selected)
  }

  /// Brings selection and scroll to what there is, in so many rows.
  mutating func fit(_ sections: Sections<some SectionRow>, height: Int) {
    list.fit(count: sections.items.count, height: height)
    lines.selected = sections.items.indices.contains(list.selected) ? sections.items[list.selected] : 0
    lines.fit(count: sections.rows.count, height: height)
    // What stands above the first item shows, too.
    if list.selected == 0, !lines.isScrolled, lines.selected < height { lines.offset = 0 }
  }

  /// The rows that show and their scroll bar, as they were fitted.
  func place<Row: SectionRow>(
    _ sections: Sections<Row>, in body: Rect, hasKeys: Bool, into layout: inout Layout, line: (Row) -> Line
  ) {
    for (place, index) in lines.shown.enumerated() {
      let rect = body.row(place).inset(right: 1)
      guard let item = sections.item(atRow: index) else {
        layout.place(line(sections.rows[index]), in: rect.inset(left: 1))
        continue
      }
      layout.row(
        line(sections.rows[index]), in: rect,
        Layout.Emphasis(isSelected: item == list.selected, hasKeys: hasKeys), spot: .row(pane: 0, index: item))
    }
    layout.scroll(offset: lines.offset, count: lines.count, in: body)
  }
}
