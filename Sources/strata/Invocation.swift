import StrataCatalog
import StrataScreen

/// What the command line asks the explorer for.
struct Invocation: Hashable, Sendable {
  enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// A picture of one frame, as text, instead of the screen.
  struct Snapshot: Hashable, Sendable {
    var size: Size
    var keys: [Key]
  }

  /// Paths, or `-`; none for the shipped catalog.
  var catalogs: [String] = []
  /// By the position of the catalog they belong to.
  var guides: [Int: String] = [:]
  var settings: [Int: String] = [:]
  /// Nil: as the environment says.
  var language: Language?
  /// The files of stacks; none: the one that is found.
  var stacks: [String] = []
  var color = ColorChoice.auto
  var drawsASCII = false
  var ambiguousIsWide = false
  var keepsState = true
  var snapshot: Snapshot?

  init() {}

  /// The invocation of arguments that are nothing but catalogs; nil where the command parser has to look at them.
  /// Gives what the parser would give.
  init?(operands: [String]) {
    guard operands.allSatisfy({ $0 == "-" || !$0.hasPrefix("-") }) else { return nil }
    if let first = operands.first, Subcommands.names.contains(first) { return nil }
    catalogs = operands
  }
}

extension Language {
  /// The language of the environment: of LC_ALL, LC_MESSAGES, LANG the first that is set. Nil where none is.
  init?(environment: Environment) {
    guard let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap({ environment[$0] }).first else { return nil }
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }
    self = language.lowercased() == "zh" ? .zh : .en
  }
}
