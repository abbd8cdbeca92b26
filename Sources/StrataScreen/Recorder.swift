/// A display without a terminal: plays events and keeps the frames. For tests and `--snapshot`.
public struct Recorder: Display {
  public private(set) var size: Size
  public private(set) var frames: [Frame] = []
  private var events: [Event]

  public init(size: Size, events: [Event]) {
    self.size = size
    self.events = events.reversed()
  }

  public mutating func present(_ frame: borrowing Frame) {
    frames.append(copy frame)
  }

  /// The next event; when there is none left, the one that ends the program.
  public mutating func nextEvent(within milliseconds: Int?) -> Event? {
    guard let event = events.popLast() else {
      return milliseconds == nil ? .terminate(status: 0) : nil
    }
    if case .resize(let newSize) = event { size = newSize }
    return event
  }
}
