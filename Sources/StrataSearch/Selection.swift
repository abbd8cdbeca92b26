import StrataCatalog

/// Puts a part of many hits in order without ordering all of them.
struct Selection {
  private struct Entry {
    var number: UInt32
    /// The first bytes of what is compared, as a number.
    var key: UInt64
  }

  private var entries: [Entry]
  private let order: Sort
  private let isReversed: Bool
  private let index: SearchIndex

  init(_ numbers: [UInt32], _ order: Sort, _ isReversed: Bool, _ index: SearchIndex) {
    self.order = order
    self.isReversed = isReversed
    self.index = index
    var chunk = 0
    entries = numbers.map { number in
      switch order {
      case .relevance: return Entry(number: number, key: 0)
      case .name:
        while Int(number) >= index.chunks[chunk].first + index.chunks[chunk].count { chunk += 1 }
        return Entry(number: number, key: Self.nameKey(Int(number), index.chunks[chunk]))
      case .maturity, .accepted, .stars:
        return Entry(number: number, key: SortKey(order, index.subject(Int(number)), index.catalog).number)
      }
    }
  }

  /// The numbers at these places of the order.
  mutating func sorted(_ range: Range<Int>) -> [UInt32] {
    // Quickselect: parts that lie outside the range are not looked at again.
    var parts = [0..<entries.count]
    while let part = parts.popLast() {
      guard part.count > 1, part.overlaps(range) else { continue }
      if part.count <= 64 {
        entries[part].sort(by: precedes)
        continue
      }
      let middle = partition(part)
      parts.append(part.lowerBound..<middle.lowerBound)
      parts.append(middle.upperBound..<part.upperBound)
    }
    return entries[range].map(\.number)
  }

  /// Parts entries by the median of three; returns where those equal to it stand.
  private mutating func partition(_ part: Range<Int>) -> Range<Int> {
    let three = [part.lowerBound, (part.lowerBound + part.upperBound) / 2, part.upperBound - 1].map { entries[$0] }
      .sorted(by: precedes)
    let pivot = three[1]
    var low = part.lowerBound
    var high = part.upperBound - 1
    while low <= high {
      while precedes(entries[low], pivot) { low += 1 }
      while precedes(pivot, entries[high]) { high -= 1 }
      if low <= high {
        entries.swapAt(low, high)
        low += 1
        high -= 1
      }
    }
    return high + 1..<max(low, high + 1)
  }

  private func precedes(_ a: Entry, _ b: Entry) -> Bool {
    if a.key != b.key { return isReversed ? b.key < a.key : a.key < b.key }
    if order == .name, a.number != b.number {
      let left = SortKey(.name, index.subject(Int(a.number)), index.catalog)
      let right = SortKey(.name, index.subject(Int(b.number)), index.catalog)
      if left != right { return isReversed ? right < left : left < right }
    }
    return a.number < b.number
  }

  /// The first eight bytes of the folded name, the first the highest.
  private static func nameKey(_ number: Int, _ chunk: SearchIndex.Chunk) -> UInt64 {
    var key: UInt64 = 0
    var length: UInt64 = 0
    chunk.withRecords { records in
      let record = records[number - chunk.first]
      var place = record.start + 1
      while length < 8, place < record.end, record.base[place] >= SearchIndex.marks {
        key = key << 8 | UInt64(record.base[place])
        place += 1
        length += 1
      }
    }
    return length == 8 ? key : key << (8 * (8 - length))
  }
}
