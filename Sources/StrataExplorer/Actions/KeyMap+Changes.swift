public import StrataScreen

extension KeyMap {
  /// An action and all the keys it is to have; none: it has no key any more.
  public struct Change: Hashable, Sendable {
    public var action: Action
    public var keys: [Key]

    public init(_ action: Action, _ keys: [Key]) {
      self.action = action
      self.keys = keys
    }
  }

  /// A key of a change that another action has in the same mode: it stays with that one.
  public struct Conflict: Hashable, Sendable {
    /// By their places in the changes and in the change's keys.
    public var change: Int
    public var key: Int
    public var owner: Action
    public var mode: Mode
  }

  /// The map with other keys for some actions.
  ///
  /// An action has its keys in all the modes in which it had some; one that had none has them in the views. In prompts typed
  /// characters stay text: there an action keeps the keys that it had where a change names none but such.
  public func changed(_ changes: [Change]) -> (keyMap: KeyMap, conflicts: [Conflict]) {
    var wanted: [Action: [Key]] = [:]
    for change in changes { wanted[change.action] = change.keys }
    // What no change is about keeps its keys.
    var owners: [Mode: [Key: Action]] = [:]
    func claim(_ key: Key, _ action: Action, _ modes: Set<Mode>) -> (owner: Action, mode: Mode)? {
      for mode in Mode.allCases where modes.contains(mode) {
        if let owner = owners[mode]?[key], owner != action { return (owner, mode) }
      }
      for mode in modes { owners[mode, default: [:]][key] = action }
      return nil
    }
    for binding in bindings where wanted[binding.action] == nil {
      for key in binding.keys { _ = claim(key, binding.action, binding.modes) }
    }
    var conflicts: [Conflict] = []
    var made: [Action: [Binding]] = [:]
    for (index, change) in changes.enumerated() {
      var own = rebound(change)
      for (place, key) in change.keys.enumerated() {
        let modes = own.filter { $0.keys.contains(key) }.reduce(into: Set<Mode>()) { $0.formUnion($1.modes) }
        guard let taken = claim(key, change.action, modes) else { continue }
        conflicts.append(Conflict(change: index, key: place, owner: taken.owner, mode: taken.mode))
        for binding in own.indices { own[binding].keys.removeAll { $0 == key } }
      }
      made[change.action] = own
    }
    // Each in its place in the table.
    var result: [Binding] = []
    for binding in bindings {
      guard wanted[binding.action] != nil else {
        result.append(binding)
        continue
      }
      result += made.removeValue(forKey: binding.action) ?? []
    }
    return (KeyMap(result.filter { !$0.keys.isEmpty || $0.modes.isEmpty }, langmap: langmap), conflicts)
  }

  /// The bindings of an action after a change.
  private func rebound(_ change: Change) -> [Binding] {
    let own = bindings.filter { $0.action == change.action }
    guard !change.keys.isEmpty else { return [] }
    var modes = own.reduce(into: Set<Mode>()) { $0.formUnion($1.modes) }
    if modes.isEmpty { modes = Mode.views }
    let outside = modes.subtracting(Mode.prompts)
    var result: [Binding] = []
    if !outside.isEmpty {
      let worth = own.filter { !$0.modes.isSubset(of: Mode.prompts) }.map(\.worth).max() ?? 0
      result.append(Binding(action: change.action, modes: outside, keys: change.keys, worth: worth))
    }
    for binding in own {
      let prompts = binding.modes.intersection(Mode.prompts)
      guard !prompts.isEmpty else { continue }
      let takesText = binding.keys.contains(where: \.isText)
      let keys = change.keys.filter { takesText || !$0.isText }
      result.append(
        Binding(
          action: change.action, modes: prompts, keys: keys.isEmpty ? binding.keys : keys, worth: binding.worth))
    }
    return result
  }
}

extension Key {
  /// Whether it types a character where letters are text.
  var isText: Bool {
    guard case .character = code else { return false }
    return modifiers.isDisjoint(with: [.control, .alt])
  }
}
