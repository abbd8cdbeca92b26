import Glibc
import StrataScreen
import StrataTerminal

/// The screen while a large catalog is being read: its name, how far it is, and the key that leaves.
struct ReadingScreen {
  enum End {
    case read
    case failed(LoadFailure)
    case left(status: Int32)
  }

  let reading: CatalogReading
  let words: ScreenWords
  let names: [String]
  let textWidth: TextWidth
  private var step = 0

  init(reading: CatalogReading, words: ScreenWords, names: [String], textWidth: TextWidth) {
    self.reading = reading
    self.words = words
    self.names = names
    self.textWidth = textWidth
  }

  /// Milliseconds between two pictures of the progress.
  private static let pace = 100

  mutating func run(on host: inout some Host & ~Copyable) -> End {
    while true {
      switch reading.state(within: 0) {
      case .reading: break
      case .read: return .read
      case .failed(let failure): return .failed(failure)
      }
      var frame = Frame(size: host.size, textWidth: textWidth)
      draw(into: &frame)
      host.present(frame)
      step += 1
      switch host.nextEvent(within: ReadingScreen.pace) {
      case .key(let key) where key == .control("c"): return .left(status: 130)
      case .key(let key) where key == .control("z"): host.suspend()
      case .key(let key) where [.character("q"), .character("Q"), Key(.escape)].contains(key): return .left(status: 0)
      case .terminate(let status): return .left(status: status)
      case .redraw: host.forgetScreen()
      case .key, .paste, .mouse, .resize, .wake, nil: break
      }
    }
  }

  private func draw(into frame: inout Frame) {
    let width = min(60, frame.size.columns)
    var area = frame.bounds.inset(left: (frame.size.columns - width) / 2, top: max(0, frame.size.rows / 2 - 2))
    area.width = width
    let title = "\(words.reading) \(names.joined(separator: ", "))"
    frame.write(textWidth.truncated(title, columns: width), in: area.row(0), Style(.default, .bold))
    frame.write(bar(columns: width), in: area.row(1))
    frame.write(words.quitHint, in: area.row(3), Style(.default, .dim))
    frame.cursor = Point(x: area.x, y: min(area.y, max(0, frame.size.rows - 1)))
  }

  /// The part of the files' bytes that is read; once it is whole, what is left is not known, and the bar says only that
  /// something goes on.
  private func bar(columns: Int) -> String {
    let (full, empty) = textWidth.drawsASCII ? ("#", "-") : ("█", "─")
    guard let progress = reading.progress, progress < 1 else {
      let length = max(1, columns / 6)
      let start = step * 2 % max(1, columns - length + 1)
      return String(repeating: empty, count: start) + String(repeating: full, count: min(length, columns))
        + String(repeating: empty, count: max(0, columns - start - length))
    }
    let percent = " \(Int(progress * 100)) %"
    let length = max(0, columns - percent.count)
    let filled = Int(Double(length) * progress)
    return String(repeating: full, count: filled) + String(repeating: empty, count: length - filled) + percent
  }
}
