extension KeyMap {
  /// A line of the table of keys.
  public struct Row: Hashable, Sendable {
    /// As a configuration names it.
    public var action: String
    /// As people write them.
    public var keys: [String]
    /// `everywhere`, `views`, `lists`, `prompts`, or modes by their names.
    public var modes: [String]
    public var title: String
  }

  /// All bindings, in the order of the actions; what has no key at the end of its own.
  public var tableRows: [Row] {
    Action.allCases.flatMap { action -> [Row] in
      let own = bindings.filter { $0.action == action }
      let title = WordTable.english.title(of: action)
      guard !own.isEmpty else { return [Row(action: action.rawValue, keys: [], modes: [], title: title)] }
      return own.map { binding in
        Row(
          action: action.rawValue, keys: binding.keys.map { "\($0)" }, modes: Mode.names(of: binding.modes),
          title: title)
      }
    }
  }
}

extension Mode {
  /// Modes by the names of their kinds, and those that are left by their own.
  static func names(of modes: Set<Mode>) -> [String] {
    if modes == all { return ["everywhere"] }
    if modes.isEmpty { return ["popup"] }
    var rest = modes
    var names: [String] = []
    for (name, kind) in [("views", views), ("lists", lists), ("prompts", prompts)]
    where kind.isSubset(of: rest) {
      names.append(name)
      rest.subtract(kind)
    }
    return names + allCases.filter(rest.contains).map(\.rawValue)
  }
}
