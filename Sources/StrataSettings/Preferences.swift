public import StrataCatalog
public import StrataExplorer
import StrataScreen
public import StrataText
public import StrataYAML

/// What is in force, each with where it comes from: flags before the environment before the configuration before what an earlier run
/// saved before the default.
public struct Preferences: Sendable {
  /// Where a value comes from.
  public enum Origin: Hashable, Sendable {
    /// By its name: `--lang`.
    case flag(String)
    /// A variable.
    case environment(String)
    case file(Diagnostic.Place)
    case state
    case standard
  }

  /// A value in force.
  public struct Choice<Value: Sendable>: Sendable {
    public var value: Value
    public var origin: Origin
  }

  /// What the command line says; nil: nothing.
  public struct Flags: Hashable, Sendable {
    public var language: Language?
    public var theme: String?
    public var color: Settings.ColorChoice?
    public var ascii: Bool?
    public var ambiguousWidth: Int?
    public var mouse: Bool?
    public var accessible: Bool?
    public var catalogs: [String] = []
    public var stack: String?

    public init() {}
  }

  public let language: Choice<Language>
  public let theme: Choice<String>
  public let color: Choice<Settings.ColorChoice>
  public let ascii: Choice<Bool>
  public let ambiguousWidth: Choice<Int>
  public let mouse: Choice<Bool>
  public let accessible: Choice<Bool>
  /// Nil: what an earlier run saved, or the default.
  public let preview: Choice<Int?>
  /// Nil: `$BROWSER`, or the desktop's.
  public let opener: Choice<Settings.Opener?>
  public let columns: Choice<[ListColumn]>
  /// As they are written; none: the shipped one.
  public let catalogs: Choice<[String]>
  public let stack: Choice<String?>
  public let settings: Settings

  /// - Parameters:
  ///   - environment: a variable's value; nil where it is not set, or empty.
  ///   - saved: what an earlier run saved.
  public init(
    flags: Flags = Flags(), environment: (String) -> String?, settings: Settings = Settings(), saved: String? = nil
  ) {
    self.settings = settings
    func choose<Value>(
      _ option: Settings.Option, flag: (Value?, String), environment: (Value, String)? = nil, file: Value?,
      saved: Value? = nil, standard: Value
    ) -> Choice<Value> {
      if let value = flag.0 { return Choice(value: value, origin: .flag(flag.1)) }
      if let (value, name) = environment { return Choice(value: value, origin: .environment(name)) }
      if let file, let place = settings.places[option] { return Choice(value: file, origin: .file(place)) }
      return saved.map { Choice(value: $0, origin: .state) } ?? Choice(value: standard, origin: .standard)
    }
    func remembered(_ key: String) -> String? { saved.flatMap { Explorer.saved(key, in: $0) } }
    language = choose(
      .language, flag: (flags.language, "--lang"), environment: Preferences.language(of: environment),
      file: settings.language, saved: remembered("language").flatMap(Language.init(rawValue:)), standard: .en)
    theme = choose(
      .theme, flag: (flags.theme, "--theme"), file: settings.theme, saved: remembered("theme"),
      standard: Theme.terminal.name)
    color = choose(
      .color, flag: (flags.color, "--color"), environment: environment("NO_COLOR").map { _ in (.never, "NO_COLOR") },
      file: settings.color, standard: .auto)
    ascii = choose(.ascii, flag: (flags.ascii, "--ascii"), file: settings.ascii, standard: false)
    ambiguousWidth = choose(
      .ambiguousWidth, flag: (flags.ambiguousWidth, "--ambiguous-width"), file: settings.ambiguousWidth, standard: 1)
    mouse = choose(
      .mouse, flag: (flags.mouse, flags.mouse == false ? "--no-mouse" : "--mouse"), file: settings.mouse,
      saved: remembered("mouse").map { $0 == "on" }, standard: true)
    accessible = choose(
      .accessible, flag: (flags.accessible, "--accessible"),
      environment: environment("ACCESSIBLE").map { ($0 != "0", "ACCESSIBLE") }, file: settings.accessible,
      standard: false)
    preview = choose(
      .preview, flag: (nil, ""), file: settings.preview,
      saved: remembered("preview").flatMap { Int($0) }.map(Optional.some), standard: nil
    )
    // `Opener` reads the variable itself: there may be several programs in it.
    opener = choose(
      .opener, flag: (nil, ""), environment: environment("BROWSER").map { _ in (nil, "BROWSER") },
      file: settings.opener, standard: nil)
    columns = choose(.columns, flag: (nil, ""), file: settings.columns, standard: ListColumn.standard)
    catalogs = choose(
      .catalogs, flag: (flags.catalogs.isEmpty ? nil : flags.catalogs, "the command line"), file: settings.catalogs,
      standard: [])
    stack = choose(
      .stack, flag: (flags.stack.map(Optional.some), "--stack"),
      environment: environment("STRATA_STACK").map { ($0, "STRATA_STACK") },
      file: settings.stack, standard: nil)
  }

  /// The language of LC_ALL, LC_MESSAGES, LANG the first that is set. The locales C and POSIX are none of a language.
  public static func language(of environment: (String) -> String?) -> (Language, String)? {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment(name) else { continue }
      let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
      if language == "c" || language == "posix" { return nil }
      return (language == "zh" ? .zh : .en, name)
    }
    return nil
  }

  public var usesColor: Bool { color.value != .never }
  public var keyMap: KeyMap { settings.keyMap ?? .standard }

  /// How text is counted and drawn, on a terminal that takes UTF-8 or does not.
  public func textWidth(isUTF8: Bool) -> TextWidth {
    TextWidth(ambiguousIsWide: ambiguousWidth.value == 2, drawsASCII: ascii.value || !isUTF8)
  }
}

extension Preferences {
  /// One option in force, as a configuration writes it.
  public struct Line: Sendable {
    public var option: Settings.Option
    public var value: String
    public var origin: Origin
    /// What the configuration says and is not in force.
    public var overridden: Diagnostic.Place?
  }

  /// All options in force.
  public var lines: [Line] {
    func list(_ words: [String]) -> String { "[\(words.map(Preferences.written).joined(separator: ", "))]" }
    func line<Value>(_ option: Settings.Option, _ choice: Choice<Value>, _ value: String) -> Line {
      let place = settings.places[option]
      let isOverridden = place != nil && choice.origin != place.map(Origin.file)
      return Line(option: option, value: value, origin: choice.origin, overridden: isOverridden ? place : nil)
    }
    func ofKeys(_ option: Settings.Option, _ value: String) -> Line {
      Line(option: option, value: value, origin: settings.places[option].map(Origin.file) ?? .standard)
    }
    return Settings.Option.allCases.map { option in
      switch option {
      case .language: line(option, language, language.value.rawValue)
      case .theme: line(option, theme, Preferences.written(theme.value))
      case .color: line(option, color, color.value.rawValue)
      case .ascii: line(option, ascii, "\(ascii.value)")
      case .ambiguousWidth: line(option, ambiguousWidth, "\(ambiguousWidth.value)")
      case .mouse: line(option, mouse, "\(mouse.value)")
      case .accessible: line(option, accessible, "\(accessible.value)")
      case .preview: line(option, preview, preview.value.map { "\($0)" } ?? option.defaultText)
      case .opener:
        switch opener.value {
        case nil: line(option, opener, "auto")
        case .some(.none): line(option, opener, "none")
        case .some(.command(let words)): line(option, opener, Preferences.written(words.joined(separator: " ")))
        }
      case .columns: line(option, columns, list(columns.value.map(\.rawValue)))
      case .catalogs: line(option, catalogs, list(catalogs.value))
      case .stack: line(option, stack, stack.value.map(Preferences.written) ?? "auto")
      case .keyPreset: ofKeys(option, (settings.keyPreset ?? .standard).rawValue)
      case .langmap: ofKeys(option, settings.places[option] == nil ? option.defaultText : "as written there")
      case .keys: ofKeys(option, settings.places[option] == nil ? option.defaultText : "as written there")
      }
    }
  }

  /// Text as YAML: in quotes where it may be taken for something else.
  static func written(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || [0x2D, 0x2E, 0x2F, 0x5F].contains($0)
      } && text.utf8.first != 0x2D
    return isPlain
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
