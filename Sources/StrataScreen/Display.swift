/// Where frames go and events come from: the terminal, or a recorder in tests.
public protocol Display: ~Copyable {
  var size: Size { get }

  /// Shows a frame.
  mutating func present(_ frame: borrowing Frame)

  /// The next event. Waits for at most `milliseconds` (nil: as long as it takes; 0: not at all) and returns nil when
  /// that time passes without one.
  mutating func nextEvent(within milliseconds: Int?) -> Event?
}
