import StrataYAML

/// What a later catalog may lay over an earlier one's part of the same id.
protocol Layable {
  var id: Text { get }
  mutating func lay(_ later: Self)
}

/// What a category is divided into and compared by, and what cuts across the categories.
extension Reader {
  /// The keys of a kind; facts and tags have some of them.
  enum EntryKey: String, CaseIterable { case id, name, aliases, when, jobs }
  enum ThemeKey: String, CaseIterable { case id, name, what, `where`, choosing, tools }

  private static let entryKeys = KeyTable<EntryKey>()
  private static let themeKeys = KeyTable<ThemeKey>()

  /// A list of kinds, facts or tags.
  mutating func parts(
    _ node: Document.NodeID, _ part: Finding.Part, in source: Source, _ value: @autoclosure () -> Finding.Value
  ) -> [Draft.Entry] {
    guard let items = list(node, in: source, value()) else { return [] }
    let known = Self.entryKeys.names.filter {
      ($0 != "aliases" || part != .fact) && ($0 != "when" && $0 != "jobs" || part == .kind)
    }
    var entries: [Draft.Entry] = []
    for item in items {
      guard let pairs = mapping(item, in: source, .entry(part)) else { continue }
      var entry = Draft.Entry()
      for (key, value) in pairs {
        let entryKey = self.key(key, in: source, of: Self.entryKeys)
        switch entryKey {
        case .id: entry.id = id(value, part, in: source)
        case .name: entry.name = localizedName(value, key: key, in: source, part)
        case .aliases where part != .fact:
          entry.aliases = localizedWords(value, in: source, .key("aliases", part))
        case .when where part == .kind: entry.when = localizedText(value, in: source, .key("when", part))
        case .jobs where part == .kind: entry.jobs = words(value, in: source, .key("jobs", part))
        case .aliases, .when, .jobs, nil: reportUnknown(key, in: source, part, known)
        }
      }
      checkPresence(entry.id, entry.name.isEmpty, part, at: item, in: source)
      entries.append(entry)
    }
    reportDuplicates(of: entries.map(\.id), part)
    return entries.filter { !$0.id.isEmpty }
  }

  mutating func themes(_ node: Document.NodeID, in source: Source) -> [Draft.ThemeDraft] {
    guard let items = list(node, in: source, .key("themes", .landscape)) else { return [] }
    var themes: [Draft.ThemeDraft] = []
    for item in items {
      guard let pairs = mapping(item, in: source, .entry(.theme)) else { continue }
      var theme = Draft.ThemeDraft()
      for (key, value) in pairs {
        switch self.key(key, in: source, of: Self.themeKeys) {
        case .id: theme.id = id(value, .theme, in: source)
        case .name: theme.name = localizedName(value, key: key, in: source, .theme)
        case .what: theme.what = localizedText(value, in: source, .key("what", .theme))
        case .where: theme.location = localizedText(value, in: source, .key("where", .theme))
        case .choosing: theme.choosing = localizedText(value, in: source, .key("choosing", .theme))
        case .tools: theme.tools = words(value, in: source, .key("tools", .theme))
        case nil: reportUnknown(key, in: source, .theme, Self.themeKeys.names)
        }
      }
      checkPresence(theme.id, theme.name.isEmpty, .theme, at: item, in: source)
      themes.append(theme)
    }
    reportDuplicates(of: themes.map(\.id), .theme)
    return themes.filter { !$0.id.isEmpty }
  }

  /// A list laid over an older one: what has an id of it is laid over that entry, the rest comes behind it.
  func laid<Entry: Layable>(_ later: [Entry], over older: [Entry]) -> [Entry] {
    if older.isEmpty { return later }
    var entries = older
    var places: [[UInt8]: Int] = [:]
    for (index, entry) in older.enumerated() { places[store.bytes(entry.id)] = index }
    for entry in later {
      if let place = places[store.bytes(entry.id)] {
        entries[place].lay(entry)
      } else {
        entries.append(entry)
      }
    }
    return entries
  }

  /// Reports ids that stand twice in one list.
  private mutating func reportDuplicates(of ids: [Text], _ part: Finding.Part) {
    var first: [[UInt8]: Text] = [:]
    for id in ids where !id.isEmpty {
      let bytes = store.bytes(id)
      if let first = first[bytes] {
        report(.duplicateID(part, id: store.excerpt(id), first: origin(of: first, seenFrom: id)), at: id)
      } else {
        first[bytes] = id
      }
    }
  }
}
