/// Cuts a stream of bytes into lines. Holds no more than one line, and of that no more than `longest` bytes.
struct LineBuffer {
  /// Bytes of a line that are kept; no token stands behind them.
  static let longest = 65_536

  /// The beginning of a line whose end has not been read yet.
  private var rest: [UInt8] = []
  private var isOpen = false
  /// Of the line last handed out, from 1.
  private(set) var number = 0

  mutating func feed(_ chunk: Span<UInt8>, _ take: (Span<UInt8>, Int) -> Void) {
    var start = 0
    while let end = chunk.index(of: .lineFeed, from: start) {
      number += 1
      if isOpen {
        keep(chunk, start..<end)
        take(rest.span, number)
        rest.removeAll(keepingCapacity: true)
        isOpen = false
      } else {
        take(chunk.extracting(start..<min(end, start + Self.longest)), number)
      }
      start = end + 1
    }
    if start < chunk.count {
      keep(chunk, start..<chunk.count)
      isOpen = true
    }
  }

  /// Hands out a last line without its line feed.
  mutating func finish(_ take: (Span<UInt8>, Int) -> Void) {
    guard isOpen else { return }
    number += 1
    take(rest.span, number)
    rest = []
    isOpen = false
  }

  private mutating func keep(_ chunk: Span<UInt8>, _ range: Range<Int>) {
    let room = max(0, Self.longest - rest.count)
    for position in range.prefix(room) { rest.append(chunk[position]) }
  }
}
