extension PageScreen {
  /// Goes to the same place of the page laid out anew: as far after the same heading. `height` is in rows.
  mutating func move(from old: PageText, to new: PageText, height: Int) {
    let shown = item.map { old.line(ofItem: $0) }.map { $0 >= offset && $0 < offset + height } ?? false
    if let item, item >= old.headItems.count {
      // Texts of another language may have other links before the table.
      self.item = item - old.headItems.count + new.headItems.count
    }
    if let item, item >= new.itemCount { self.item = nil }
    let before = old.parts
    let after = new.parts
    if before.count == after.count, let part = before.lastIndex(where: { $0.lowerBound <= offset }) {
      let passed = offset - before[part].lowerBound
      // The blank line before a heading stays before it.
      offset =
        passed + 1 == before[part].count && passed > 0
        ? after[part].upperBound - 1
        : after[part].lowerBound + passed * after[part].count / max(1, before[part].count)
    } else {
      offset = offset * new.lineCount / max(1, old.lineCount)
    }
    if shown { reveal(new, height) }
  }

  /// Scrolls to the chosen item, with a line of context.
  mutating func reveal(_ laid: PageText, _ height: Int) {
    guard let item else { return }
    let line = laid.line(ofItem: item)
    if line < offset + 1 { offset = max(0, line - 1) }
    if line >= offset + height - 1 { offset = line - height + 2 }
  }
}

extension PageText {
  /// The lines of the page by its headings, its table and what follows that.
  fileprivate var parts: [Range<Int>] {
    let starts =
      [0] + sections.map(\.line).filter { $0 > 0 && $0 < head.count } + [head.count, head.count + rows.count]
      + sections.map(\.line).filter { $0 >= head.count + rows.count }
    return zip(starts, starts.dropFirst() + [lineCount]).map { $0..<$1 }
  }
}
