import StrataCatalog
import StrataExplorer
import StrataScreen
import StrataSettings

/// What the command line asks the explorer for.
struct Invocation: Hashable, Sendable {
  enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// A picture of one frame, as text, instead of the screen.
  struct Snapshot: Hashable, Sendable {
    var size: Size
    var keys: [Key]
    /// As SVG, with its colors.
    var isPicture = false
  }

  /// Paths, or `-`; none for the shipped catalog.
  var catalogs: [String] = []
  /// By the position of the catalog they belong to.
  var guides: [Int: String] = [:]
  var settings: [Int: String] = [:]
  /// Nil: as environment, configuration, state or default say.
  var language: Language?
  /// The files of stacks; none: the one that is found.
  var stacks: [String] = []
  var color = ColorChoice.auto
  var drawsASCII = false
  var ambiguousIsWide = false
  var keepsState = true
  /// Nil: the first that is there.
  var configuration: ConfigurationFile.Choice?
  /// Nil: as configuration, state or default say.
  var theme: String?
  var usesMouse: Bool?
  var isAccessible: Bool?
  var snapshot: Snapshot?
  /// Where to begin: the id or name of a place, a query, a view.
  var place: String?
  var query = ""
  var view: View?
  /// Whether Enter prints what is chosen, and ends.
  var picks = false
  /// What is scanned to begin with: folders, files, `-`; empty for nothing.
  var scanned: [String] = []
}

extension Invocation.ColorChoice {
  /// Whether what is printed or drawn is colored. `auto` obeys, in this order: NO_COLOR, CLICOLOR_FORCE and FORCE_COLOR (0
  /// asks for nothing, but FORCE_COLOR=0 for none), CLICOLOR=0, and whether there is a terminal that knows colors.
  func isColored(environment: Environment, isTerminal: Bool) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment["NO_COLOR"] != nil { return false }
      let force = environment["FORCE_COLOR"]
      if force == "0" || force == "false" { return false }
      if force != nil || environment["CLICOLOR_FORCE"].map({ $0 != "0" }) ?? false { return true }
      return isTerminal && environment["CLICOLOR"] != "0" && environment["TERM"] != "dumb"
    }
  }
}

extension Invocation {
  /// What it says of the options that a configuration has, too.
  var flags: Preferences.Flags {
    var flags = Preferences.Flags()
    flags.language = language
    flags.theme = theme
    flags.color = color == .auto ? nil : Settings.ColorChoice(rawValue: color.rawValue)
    flags.ascii = drawsASCII ? true : nil
    flags.ambiguousWidth = ambiguousIsWide ? 2 : nil
    flags.mouse = usesMouse
    flags.accessible = isAccessible
    flags.catalogs = catalogs
    flags.stack = stacks.first
    return flags
  }
}

extension Language {
  /// The language of the environment. Nil where it says nothing of one.
  init?(environment: Environment) {
    guard let language = Preferences.language(of: { environment[$0] })?.0 else { return nil }
    self = language
  }

  /// The language of a locale's name, such as `zh_CN.UTF-8`, `zh-Hans` or `en`; nil where strata does not speak it.
  init?(locale: String) {
    self.init(rawValue: locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased())
  }
}
