public import StrataStack

/// A team's stack as it was read of its file.
public struct OpenStack: Sendable {
  /// As the person gave it, or as strata found it.
  public var path: String
  public var stack: Stack
  /// What is wrong in the file, with its places, as text.
  public var findings: [String]

  public init(path: String, stack: Stack, findings: [String] = []) {
    self.path = path
    self.stack = stack
    self.findings = findings
  }
}

/// A place where a stack may be begun.
public struct StackPlace: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case folder, personal }
  public var kind: Kind
  public var path: String

  public init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }
}
