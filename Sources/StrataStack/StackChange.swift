/// What a person changes in a stack.
public enum StackChange: Hashable, Sendable {
  /// Tools get a status; an empty one takes it away. New ones come to the end of the file in the order given.
  case status(String, tools: [String])
  /// What a scan found comes to the end of the file in the order given, each with its proofs and that status. Entries that are
  /// there stay as they are.
  case found([Found], status: String)
  /// An empty note takes it away.
  case note(String, tool: String)
  /// A warning is answered.
  case ignore(StackWarning.Kind, tool: String)

  /// A tool that a scan found.
  public struct Found: Hashable, Sendable {
    public var tool: String
    /// Places, as `charts/edge/values.yaml:14`.
    public var proofs: [String]

    public init(tool: String, proofs: [String]) {
      self.tool = tool
      self.proofs = proofs
    }
  }
}

extension StackEditor {
  /// Carries a change out as a whole, or not at all.
  ///
  /// - Parameter today: ISO 8601; of a move.
  public mutating func apply(_ change: StackChange, today: String) throws(Failure) {
    var copy = self
    switch change {
    case .status(let status, let tools): try copy.setStatus(status, ofTools: tools, today: today)
    case .found(let tools, let status): try copy.addFound(tools, status: status, today: today)
    case .note(let note, let tool): try copy.setNote(note, ofTool: tool, today: today)
    case .ignore(let kind, let tool): try copy.ignore(kind, ofTool: tool)
    }
    self = copy
  }
}
