extension KeyMap {
  /// The keys of the views as a Markdown table, for the README: what they do, in the order of the map.
  public var markdown: String {
    var rows = ["| Key | Action |", "|---|---|"]
    var seen: Set<Action> = []
    for binding in bindings where !binding.modes.isDisjoint(with: Mode.views) && seen.insert(binding.action).inserted {
      let keys = binding.keys.map { "`\($0)`" }.joined(separator: " ")
      rows.append("| \(keys) | \(Words.english.title(of: binding.action)) |")
    }
    return rows.joined(separator: "\n")
  }
}
