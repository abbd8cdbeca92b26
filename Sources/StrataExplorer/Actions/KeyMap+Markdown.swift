extension KeyMap {
  /// The keys of the views as a Markdown table, for the README: what they do, in the order of the actions.
  public var markdown: String {
    var rows = ["| Key | Action |", "|---|---|"]
    for action in Action.allCases {
      var keys: [String] = []
      for binding in bindings where binding.action == action && !binding.modes.isDisjoint(with: Mode.views) {
        keys += binding.keys.map { "`\($0)`" }
      }
      if !keys.isEmpty { rows.append("| \(keys.joined(separator: " ")) | \(Words.english.title(of: action)) |") }
    }
    return rows.joined(separator: "\n")
  }
}
