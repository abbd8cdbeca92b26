/// What comes from the terminal, or from beside the loop.
public enum Event: Hashable, Sendable {
  case key(Key)
  /// Bracketed paste: the text as it came, controls included.
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Something beside the loop has a word to say (a file changed, a load finished).
  case wake
  /// The screen has to be drawn anew from nothing (after a suspension).
  case redraw
  /// The terminal is gone, or a signal asks to end: leave at once with this status.
  case terminate(status: Int32)
}

/// A mouse event, at a cell.
public struct Mouse: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Of the left button. `drag`: it is held, and the pointer is at another cell.
    case press, drag, release
    case wheelUp, wheelDown
  }

  public var kind: Kind
  public var point: Point

  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
