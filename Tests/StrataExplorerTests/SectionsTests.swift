import StrataScreen
import Testing

@testable import StrataExplorer

/// Rows under headings: what can be selected, and where sections begin.
@Suite struct SectionsTests {
  private enum Row: SectionRow, Equatable {
    case heading(Int)
    case note
    case item(Int)
    case blank
    var isSelectable: Bool { if case .item = self { true } else { false } }
  }

  /// All lists of up to four sections with up to two rows each, notes among them.
  @Test func itemsAndRowsAreEachOthers() {
    let contents: [[Row]] = [
      [], [.note], [.item(1)], [.note, .item(2)], [.item(3), .note], [.item(4), .item(5)],
    ]
    func check(_ chosen: [[Row]]) {
      var sections = Sections<Row>()
      for (index, rows) in chosen.enumerated() { sections.append(.heading(index), rows) }
      let full = chosen.enumerated().filter { !$0.element.isEmpty }
      #expect(
        sections.rows == Array(full.map { [.heading($0.offset)] + $0.element }.joined(separator: [Row.blank])))
      #expect(sections.isEmpty == full.isEmpty)
      for row in sections.rows.indices {
        let item = sections.item(atRow: row)
        #expect((item != nil) == sections.rows[row].isSelectable)
        if let item { #expect(sections.row(ofItem: item) == sections.rows[row]) }
      }
      #expect(sections.items.count == sections.rows.count(where: \.isSelectable))
      #expect(sections.row(ofItem: -1) == nil && sections.row(ofItem: sections.items.count) == nil)
      var starts: [Int] = []
      var count = 0
      for rows in chosen {
        let own = rows.count(where: \.isSelectable)
        if own > 0 { starts.append(count) }
        count += own
      }
      for item in 0..<max(1, count) {
        #expect(sections.start(after: item) == starts.first { $0 > item })
        #expect(sections.start(before: item) == starts.last { $0 < item })
      }
      guard chosen.count < 4 else { return }
      for rows in contents { check(chosen + [rows]) }
    }
    check([])
  }
}
