/// A token that says something about a tool, and where it stands.
public struct Proof: Hashable, Sendable {
  /// From the folder that was scanned, unfiltered.
  public var path: String
  /// From 1.
  public var line: Int
  /// Bytes from the line's beginning, from 1; 0 where the line is proof enough.
  public var column: Int
  /// The token alone, as the table knows it: never what stands beside it.
  public var token: String

  /// Where it is, without what it is: `charts/edge/values.yaml:14`; for what a path alone says, the path.
  public var place: String { line == 0 ? path : "\(path):\(line)" }

  /// The same with the token, and the column where the line does not tell.
  public var text: String {
    if line == 0 { return path }
    return column == 0 ? "\(place): \(token)" : "\(place):\(column): \(token)"
  }
}

/// What one file says, before all files are put together.
struct Finding: Sendable {
  enum Subject: Sendable {
    case signal(Signal)
    /// A token of a kind that no signal has: an image, a chart, a group.
    case unknown(TokenKind)
  }

  var subject: Subject
  /// A weak one proves nothing alone: a mirror's last path part, a name that only looks like a tool's.
  var isWeak: Bool
  var token: String
  var line: Int
  var column: Int
}
