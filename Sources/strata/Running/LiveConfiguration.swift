import StrataCatalog
import StrataExplorer
import StrataSettings
import StrataText

/// The configuration while strata runs: what is in force, and when its file has to be read again.
struct LiveConfiguration: ~Copyable {
  private let invocation: Invocation
  private let environment: Environment
  /// What an earlier run saved.
  private let saved: String?
  private(set) var preferences: Preferences
  private(set) var configuration: Explorer.Configuration
  private let isUTF8: Bool
  private var watch: FileWatch?
  /// When the next reading is due, in milliseconds of `now`; nil: not at all.
  private(set) var due: Int?

  /// Milliseconds from a change to the reading: an editor writes and renames in several steps.
  private static let delay = 60

  /// One without a file, that nothing changes.
  init() {
    var invocation = Invocation()
    invocation.configuration = ConfigurationFile.Choice.none
    self.init(invocation, environment: Environment([:]), reading: nil, saved: nil, isUTF8: true)
  }

  /// - Parameter reading: of the file that counts; nil where there is none.
  init(
    _ invocation: Invocation, environment: Environment, reading: ConfigurationFile.Reading?, saved: String?,
    isUTF8: Bool
  ) {
    self.invocation = invocation
    self.environment = environment
    self.saved = saved
    self.isUTF8 = isUTF8
    preferences = Preferences(
      flags: invocation.flags, environment: { environment[$0] }, settings: reading?.settings ?? Settings(),
      saved: saved)
    configuration = Explorer.Configuration()
    configuration = made(of: reading)
  }

  /// The explorer's configuration: of what is in force, with what is wrong in the file.
  private func made(of reading: ConfigurationFile.Reading?) -> Explorer.Configuration {
    var configuration = Explorer.Configuration()
    let themes = themes
    let (theme, complaints) =
      preferences.theme.origin == .standard ? (Theme.terminal, []) : themes.theme(preferences.theme.value)
    // Chinese cannot be drawn with ASCII.
    configuration.language = isUTF8 ? preferences.language.value : .en
    configuration.textWidth = preferences.textWidth(isUTF8: isUTF8)
    configuration.usesColor = preferences.usesColor
    configuration.keyMap = preferences.keyMap
    configuration.theme = theme ?? .terminal
    configuration.themes = { themes.all }
    configuration.usesMouse = preferences.mouse.value
    if case .file = preferences.preview.origin { configuration.previewShare = preferences.preview.value }
    configuration.columns = preferences.columns.value
    configuration.isAccessible = preferences.accessible.value
    var texts = reading?.complaints() ?? []
    var areErrors = reading.map { !$0.isSound } ?? false
    if theme == nil, preferences.theme.origin == .flag("--theme") {
      texts.append("--theme: there is no theme '\(preferences.theme.value)'")
      areErrors = true
    }
    configuration.complaints = Explorer.Complaints(
      texts + complaints, areErrors: areErrors || complaints.contains { $0.has(": error: ") })
    return configuration
  }

  private var file: ConfigurationFile? { ConfigurationFile.find(invocation.configuration, environment: environment) }
  private var themes: ThemeFiles { ThemeFiles(beside: file, environment: environment) }

  // MARK: A save is live

  /// Watches the file that counts, or those that would if they were there, and the theme's. Returns what is readable when one of them
  /// changes; nil where nothing is watched.
  mutating func beginWatching() -> Int32? {
    guard invocation.configuration != ConfigurationFile.Choice.none else { return nil }
    if watch == nil { watch = FileWatch() }
    let paths = file.map { [$0.path] } ?? ConfigurationFile.candidates(environment)
    for path in paths { watch?.watch(path: path) }
    if let theme = themes.path(of: configuration.theme.name) { watch?.watch(path: theme) }
    switch watch {
    case .some(let watch): return watch.descriptor
    case nil: return nil
    }
  }

  mutating func takeChange(at time: Int) {
    if watch?.takeChange() == true { due = time + LiveConfiguration.delay }
  }

  /// What a reading has led to.
  enum Change {
    case configured(from: Explorer.Configuration, to: Explorer.Configuration)
    /// It cannot be used: what was in force stays.
    case broken(Explorer.Complaints)
  }

  /// Reads the file as it is by now.
  mutating func readAgain() -> Change {
    due = nil
    let reading = file?.read(themes: themes)
    if let reading, !reading.isSound {
      return .broken(Explorer.Complaints(reading.complaints(), areErrors: true))
    }
    preferences = Preferences(
      flags: invocation.flags, environment: { environment[$0] }, settings: reading?.settings ?? Settings(),
      saved: saved)
    let old = configuration
    configuration = made(of: reading)
    configuration.findings = old.findings
    _ = beginWatching()
    return .configured(from: old, to: configuration)
  }

  var opener: Opener { Opener(environment: environment, chosen: preferences.opener.value) }
}
