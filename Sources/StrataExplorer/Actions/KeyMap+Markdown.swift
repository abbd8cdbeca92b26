extension KeyMap {
  /// The keys of the views and what they do, in the order of the actions.
  public var rows: [(keys: [String], title: String)] {
    Action.allCases.compactMap { action in
      var keys: [String] = []
      for binding in bindings where binding.action == action && !binding.modes.isDisjoint(with: Mode.views) {
        keys += binding.keys.map { "\($0)" }.filter { !keys.contains($0) }
      }
      return keys.isEmpty ? nil : (keys, WordTable.english.title(of: action))
    }
  }

  /// The same as a Markdown table, for the README.
  public var markdown: String {
    let lines = rows.map { row in "| \(row.keys.map { "`\($0)`" }.joined(separator: " ")) | \(row.title) |" }
    return (["| Key | Action |", "|---|---|"] + lines).joined(separator: "\n")
  }
}
