import StrataCatalog
import StrataExplorer
import StrataScreen
public import StrataYAML

extension Settings {
  /// Bytes that a configuration may have.
  public static let limit = 1 << 20

  /// Reads a configuration.
  ///
  /// - Parameter name: the file's name as the user gave it.
  /// - Returns: what could be read, nil where the bytes are no YAML or no configuration at all; and what is wrong with it, in the
  ///   order of the file.
  public static func read(_ bytes: [UInt8], name: String) -> (settings: Settings?, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = Document.parse(bytes, name: name)
    if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
    var reader = SettingsReader(NodeReader(document))
    let settings = reader.read()
    return (settings, (diagnostics + reader.nodes.diagnostics).sorted { $0.place.offset < $1.place.offset })
  }
}

/// The document of a configuration → its value.
private struct SettingsReader {
  var nodes: NodeReader
  private var settings = Settings()
  private var keysNode: Document.NodeID?

  init(_ nodes: NodeReader) { self.nodes = nodes }

  mutating func read() -> Settings? {
    guard let root = nodes.root("a configuration") else { return nodes.isEmpty ? settings : nil }
    let known = ["version"] + Settings.Option.allCases.map(\.rawValue)
    for (key, value) in nodes.entries(of: root) {
      let word = nodes.word(key)
      if word == "version" {
        nodes.version(value, known: Settings.version)
      } else if let option = Settings.Option(rawValue: word) {
        settings.places[option] = nodes.place(value, or: key)
        let count = nodes.diagnostics.count
        read(option, value)
        // What was not understood is not said.
        if nodes.diagnostics[count...].contains(where: { $0.severity == .error }), option != .keys {
          settings.places[option] = nil
        }
      } else {
        nodes.unknown(key, among: known, in: "the configuration")
      }
    }
    readKeyMap()
    return settings
  }

  private mutating func read(_ option: Settings.Option, _ node: Document.NodeID) {
    // An option without a value says nothing.
    guard !nodes.isNull(node) else {
      settings.places[option] = nil
      return
    }
    let name = option.rawValue
    switch option {
    case .language:
      settings.language = nodes.choice(node, name, besides: ["auto"])
    case .theme: settings.theme = nodes.text(node, name)
    case .color: settings.color = nodes.choice(node, name)
    case .ascii: settings.ascii = nodes.flag(node, name)
    case .ambiguousWidth: settings.ambiguousWidth = nodes.number(node, name, in: 1...2)
    case .mouse: settings.mouse = nodes.flag(node, name)
    case .accessible: settings.accessible = nodes.flag(node, name)
    case .preview: settings.preview = nodes.number(node, name, in: Explorer.Configuration.previewShares)
    case .opener: readOpener(node)
    case .columns: readColumns(node)
    case .catalogs: settings.catalogs = nodes.words(node, name)?.map(\.text)
    case .stack: settings.stack = nodes.text(node, name).flatMap { $0 == "auto" ? nil : $0 }
    case .keyPreset: settings.keyPreset = nodes.choice(node, name)
    case .langmap: readLangmap(node)
    case .keys: keysNode = node
    }
  }

  private mutating func readOpener(_ node: Document.NodeID) {
    guard let text = nodes.text(node, "opener") else { return }
    switch text {
    case "auto": break
    case "none": settings.opener = Settings.Opener.none
    default:
      let words = text.split(separator: " ").map(String.init)
      if words.isEmpty {
        nodes.error("bad-value", node, "'opener' must be a command, auto or none")
      } else {
        settings.opener = .command(words)
      }
    }
  }

  private mutating func readColumns(_ node: Document.NodeID) {
    guard let words = nodes.words(node, "columns") else { return }
    var columns: [ListColumn] = []
    for (word, place) in words {
      guard let column = nodes.known(word, at: place, "a column", among: ListColumn.allCases) else { continue }
      if !columns.contains(column) { columns.append(column) }
    }
    settings.columns = columns
  }

  // MARK: Keys

  private mutating func readLangmap(_ node: Document.NodeID) {
    if nodes.isMapping(node) {
      var letters: [Character: Character] = [:]
      for (key, value) in nodes.entries(of: node) {
        let (letter, latin) = (nodes.word(key), nodes.text(value, "langmap") ?? "")
        guard letter.count == 1, latin.count == 1 else {
          nodes.error("bad-value", value, "'langmap' must map one letter to one key, as {й: q} does")
          continue
        }
        letters[Character(letter)] = Character(latin)
      }
      settings.langmap = Langmap.all.adding(letters)
      return
    }
    guard let words = nodes.words(node, "langmap") else { return }
    switch words.map(\.text) {
    case ["auto"]: settings.langmap = .all
    case ["none"], []: settings.langmap = Langmap()
    default:
      settings.langmap = Langmap(
        words.compactMap { nodes.known($0.text, at: $0.node, "a layout", among: Langmap.Layout.allCases) })
    }
  }

  /// Keys that an action may have.
  private static let keyLimit = 16

  /// What preset, layouts and changes give together.
  private mutating func readKeyMap() {
    guard settings.keyPreset != nil || settings.langmap != nil || keysNode != nil else { return }
    var map = KeyMap.preset(settings.keyPreset ?? .standard)
    if let langmap = settings.langmap { map.langmap = langmap }
    settings.keyMap = map
    guard let keysNode, nodes.mapping(keysNode, "keys", hint: "keys: {reload: [Ctrl-R]}") else { return }
    var changes: [KeyMap.Change] = []
    var places: [[Document.NodeID]] = []
    for (name, value) in nodes.entries(of: keysNode) {
      guard let action = Action(rawValue: nodes.word(name)) else {
        nodes.unknown(name, among: Action.allCases.map(\.rawValue), in: "'keys'")
        continue
      }
      guard let (keys, nodes) = readKeys(value, of: action) else { continue }
      changes.append(KeyMap.Change(action, keys))
      places.append(nodes)
    }
    let (changed, conflicts) = map.changed(changes)
    for conflict in conflicts {
      let key = changes[conflict.change].keys[conflict.key]
      nodes.error(
        "key-conflict", places[conflict.change][conflict.key],
        "\(key) is \(conflict.owner.rawValue)'s key in \(conflict.mode.rawValue), too",
        hint: "give \(conflict.owner.rawValue) another one in 'keys', or none: \(conflict.owner.rawValue): []")
    }
    settings.keyMap = changed
  }

  /// The keys of an action and where they stand; nil where they are not to be taken.
  private mutating func readKeys(_ node: Document.NodeID, of action: Action) -> ([Key], [Document.NodeID])? {
    if nodes.isNull(node) {
      nodes.error("bad-value", node, "'\(action.rawValue)' must have a list of keys", hint: "[] takes its keys away")
      return nil
    }
    guard let words = nodes.words(node, action.rawValue) else { return nil }
    guard words.count <= Self.keyLimit else {
      nodes.error("bad-value", node, "'\(action.rawValue)' has more than \(Self.keyLimit) keys")
      return nil
    }
    var keys: [Key] = []
    var places: [Document.NodeID] = []
    for (text, place) in words {
      guard let key = Key(name: text) else {
        nodes.error(
          "bad-key", place, "'\(text)' is no key",
          hint: "a key is written as g, Ctrl-B, Alt-←, Shift-Tab, PgUp, Space, F5")
        return nil
      }
      if keys.contains(key) { continue }
      keys.append(key)
      places.append(place)
    }
    if action == .interrupt, keys.isEmpty {
      nodes.error("bad-value", node, "'interrupt' keeps a key: without one a person may not get out")
      return nil
    }
    return (keys, places)
  }
}
