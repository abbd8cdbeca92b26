/// What is wrong in a source, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: UInt8, Sendable {
    case error, warning
  }

  /// A run of bytes of a named source.
  public struct Place: Hashable, Sendable {
    /// The source's name as the user gave it: a path, or `<stdin>`.
    public var source: String
    /// Bytes from the beginning of the source.
    public var offset: Int
    /// Bytes.
    public var length: Int

    public init(source: String, offset: Int, length: Int) {
      self.source = source
      self.offset = offset
      self.length = length
    }
  }

  public var severity: Severity
  /// A stable word for the kind of finding, such as `duplicate-id`; what `strata check --format json` prints.
  public var code: String
  public var place: Place
  /// One line, without a full stop: what was found and what was wanted.
  public var message: String
  /// The likely mend, if there is one: `did you mean 'homepage'?`
  public var hint: String?

  public init(severity: Severity, code: String, place: Place, message: String, hint: String? = nil) {
    self.severity = severity
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }
}
