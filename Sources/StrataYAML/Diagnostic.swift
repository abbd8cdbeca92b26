/// What is wrong in a source, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// Whether a file can be used all the same.
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

    /// A place of `length` bytes from byte `offset` of the source that is called `source`.
    public init(source: String, offset: Int, length: Int) {
      self.source = source
      self.offset = offset
      self.length = length
    }
  }

  /// Whether the file can be used all the same.
  public var severity: Severity
  /// A stable word for the kind of finding, such as `duplicate-id`: what `strata check` prints with it and can be asked
  /// for.
  public var kind: String
  /// Where it is wrong, in bytes.
  public var place: Place
  /// One line, without a full stop: what was found and what was wanted.
  public var message: String
  /// The likely mend, if there is one: `did you mean 'homepage'?`
  public var hint: String?

  /// What is wrong, where, and what to do; `kind` is the word by which people choose among findings.
  public init(severity: Severity, kind: String, place: Place, message: String, hint: String? = nil) {
    self.severity = severity
    self.kind = kind
    self.place = place
    self.message = Self.oneLine(message)
    self.hint = hint.map(Self.oneLine)
  }

  /// The text with pictures of its line breaks: what a file says is not to look like another line of a report.
  static func oneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: result.append("\u{240A}")
      case 0x0D: result.append("\u{240D}")
      case 0x0B, 0x0C, 0x85, 0x2028, 0x2029: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
