public import StrataScreen

/// Which key does what, in one table: input, footer, help, palette, README and manual are all generated from it.
public struct KeyMap: Sendable {
  public struct Binding: Hashable, Sendable {
    public var action: Action
    public var modes: Set<Mode>
    public var keys: [Key]
    /// How much a reader gains from seeing it in the footer; 0: never there.
    public var worth: Int
  }

  public let bindings: [Binding]
  /// What letters of other scripts are on a keyboard with Latin ones.
  public var langmap: Langmap
  /// By mode, the places of its bindings: few enough to be looked through for a key.
  private let places: [Mode: [Int]]

  public init(_ bindings: [Binding], langmap: Langmap = .all) {
    self.bindings = bindings
    self.langmap = langmap
    var places: [Mode: [Int]] = [:]
    for (place, binding) in bindings.enumerated() {
      for mode in binding.modes { places[mode, default: []].append(place) }
    }
    self.places = places
  }

  /// What a key does; of two actions on a key the first one has it.
  public func action(for key: Key, in mode: Mode) -> Action? {
    for place in places[mode] ?? [] where bindings[place].keys.contains(key) { return bindings[place].action }
    return nil
  }

  /// The key that is meant by what a person has typed: full-width ASCII, as a Chinese input method types it, and the letters of other
  /// scripts are keys where letters are no text, unless they are bound themselves.
  public func meant(by key: Key, in mode: Mode) -> Key {
    if mode.isPrompt, key.modifiers.isDisjoint(with: [.control, .alt]) || action(for: key, in: mode) != nil {
      return key
    }
    if action(for: key, in: mode) != nil { return key }
    return langmap.latin(key.halfWidth)
  }

  /// The bindings of a mode, in the order of the table.
  public func bindings(in mode: Mode) -> [Binding] {
    places[mode, default: []].map { bindings[$0] }
  }

  /// The first key of an action in a mode, or in any mode.
  public func key(for action: Action, in mode: Mode? = nil) -> Key? {
    guard let mode else { return bindings.first { $0.action == action && !$0.keys.isEmpty }?.keys.first }
    for place in places[mode, default: []] where bindings[place].action == action && !bindings[place].keys.isEmpty {
      return bindings[place].keys.first
    }
    return nil
  }
}
