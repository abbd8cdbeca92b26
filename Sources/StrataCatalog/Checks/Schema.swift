/// What landscape2 wants of a file, as data: a table a kind of file, against which `Reader+Schema` holds a document.
///
/// The tables say what the released landscape2 reads with serde and then validates: types, keys that must be there, words
/// that must not be blank, hosts of addresses. Null is the same as absent, except where a key must be there.
struct Schema: Sendable {
  indirect enum Value: Sendable {
    /// Any scalar.
    case text
    /// A scalar that is not blank.
    case filled
    /// `true` or `false`, not in quotes.
    case flag
    case date
    case address(Host)
    /// Letters a to z and hyphens.
    case tag
    /// `rgba(0, 107, 204, 1)`
    case color
    /// A path that begins with a slash.
    case basePath
    /// A whole number, no less than this.
    case number(least: Int)
    case word([String])
    /// A list; `isFilled`: of one entry at least.
    case list(Value, isFilled: Bool)
    /// A mapping of any keys.
    case map(Value)
    case mapping(Mapping)
  }

  /// Where an address must lead.
  enum Host: Sendable {
    case any
    /// Hosts that end in one of these.
    case ending([String])
    /// An organization's page at Crunchbase.
    case crunchbase
    /// An address, or else the name of a file.
    case orFile
  }

  struct Key: Sendable {
    var name: String
    var value: Value
    var isRequired = false
  }

  struct Mapping: Sendable {
    let part: Finding.Part
    let keys: [Key]
    /// Keys that are written by custom, or by older tools, and mean nothing to landscape2.
    let customary: Set<String>
    /// An index into `keys`.
    private let index: [String: Int]

    init(_ part: Finding.Part, _ keys: [Key], customary: Set<String> = []) {
      self.part = part
      self.keys = keys
      self.customary = customary
      index = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($0.element.name, $0.offset) })
    }

    func index(of name: String) -> Int? { index[name] }
  }

  static func texts(_ names: String...) -> [Key] { names.map { Key(name: $0, value: .text) } }
  static func dates(_ names: String...) -> [Key] { names.map { Key(name: $0, value: .date) } }
  static func flags(_ names: String...) -> [Key] { names.map { Key(name: $0, value: .flag) } }
  static func addresses(_ names: String...) -> [Key] { names.map { Key(name: $0, value: .address(.any)) } }
  static func address(_ name: String, at hosts: String...) -> Key { Key(name: name, value: .address(.ending(hosts))) }
  static func required(_ name: String, _ value: Value) -> Key { Key(name: name, value: value, isRequired: true) }
  static func optional(_ name: String, _ value: Value) -> Key { Key(name: name, value: value) }
}
