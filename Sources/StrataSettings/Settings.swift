public import StrataCatalog
public import StrataExplorer
public import StrataYAML

/// What a person's configuration says: each option's value, if it says one, and where it stands.
///
///     let (settings, diagnostics) = Settings.read(Array("theme: dark".utf8), name: "config.yaml")
///     settings?.theme            // "dark"
///     settings?.places[.theme]   // where the value stands
///
/// Text → value: no files. A value that cannot be read is not there; the rest is.
public struct Settings: Sendable {
  /// The version of the format that this reads.
  public static let version = 1

  public var language: Language?
  /// A theme that strata comes with, or one of `themes/`, by its name.
  public var theme: String?
  public var color: ColorChoice?
  public var ascii: Bool?
  /// Columns that the terminal draws ambiguous characters in: 1 or 2.
  public var ambiguousWidth: Int?
  public var mouse: Bool?
  public var accessible: Bool?
  /// Per cent of the screen.
  public var preview: Int?
  public var opener: Opener?
  /// What lists show beside names.
  public var columns: [ListColumn]?
  /// Paths as they are written.
  public var catalogs: [String]?
  /// A path as it is written.
  public var stack: String?
  public var keyPreset: KeyMap.Preset?
  public var langmap: Langmap?
  /// The key map that preset, changes and layouts give; nil where nothing is said of keys.
  public var keyMap: KeyMap?

  /// Where each option that is there has its value.
  public var places: [Option: Diagnostic.Place] = [:]

  public init() {}

  /// When colours are used; `auto` obeys NO_COLOR.
  public enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// What opens addresses.
  public enum Opener: Hashable, Sendable {
    /// Nothing: addresses are shown.
    case none
    /// A program and its arguments; `%s` stands for the address, which else comes last.
    case command([String])
  }
}
