public import StrataYAML

/// What a team uses over a landscape: a file of its own, kept in git.
///
///     stack:
///       version: 1
///       name: Platform team
///       rings: [adopted, trial, assess, hold, retired]
///     tools:
///       - id: ingress-nginx
///         status: hold
///         owner: team-edge
///         moves: [{to: adopted, on: 2021-03-01}, {to: hold, on: 2026-01-12, why: retired upstream}]
public struct Stack: Sendable {
  /// The newest version of the file that strata writes; a newer one is read and not changed.
  public static let version = 1
  /// Always a legal status, and never a ring: found, and not decided yet.
  public static let unsorted = "unsorted"
  public static let usualRings = ["adopted", "trial", "assess", "hold", "retired"]

  /// A tool that the team knows.
  public struct Entry: Sendable {
    /// The catalog's id; empty for one of one's own.
    public var id = ""
    /// Of one of one's own.
    public var name = ""
    /// The id of the category that it belongs to, for one of one's own.
    public var category = ""
    /// A ring, `unsorted`, or empty.
    public var status = ""
    public var owner = ""
    public var note = ""
    /// How it came to its status, the oldest first.
    public var moves: [Move] = []
    /// Where a scan found it: `path:line`.
    public var found: [String] = []
    /// Warnings that are answered.
    public var ignored: Set<StackWarning.Kind> = []
    /// Its position among the file's tools.
    public var position = 0
    /// Where it stands in the file.
    public var place = Diagnostic.Place(source: "", offset: 0, length: 0)

    /// The day of the last move (ISO 8601), or empty.
    public var date: String { moves.last?.on ?? "" }
  }

  public struct Move: Hashable, Sendable {
    public var to: String
    /// A day, ISO 8601.
    public var on: String
    public var why = ""
  }

  public var name = ""
  public var rings = Stack.usualRings
  /// Whether the file may be changed: it is of no newer version, and has no mistake.
  public internal(set) var isWritable = true
  public internal(set) var entries: [Entry] = []

  public init() {}

  /// The entry of a tool, by its id.
  public func entry(ofTool id: String) -> Entry? { entries.first { $0.id == id } }
}
