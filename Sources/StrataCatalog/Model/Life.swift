/// Whether a tool is still looked after.
public struct Life: Sendable {
  /// The state of a tool; `active` where nothing else is said.
  public enum Status: String, BitwiseCopyable, CaseIterable, Sendable {
    /// What nobody says otherwise of.
    case active
    /// Mended, but not developed any further.
    case maintenance
    /// Its makers advise against it.
    case deprecated
    /// Nobody looks after it any more, or it is no longer to be had.
    case retired
  }

  /// The state.
  public var status: Status
  /// Since when: a year, a month or a day (ISO 8601), or empty.
  public var date: Text
  /// One sentence on it, or empty.
  public var note: LocalizedText
}
