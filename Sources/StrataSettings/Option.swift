import StrataExplorer

extension Settings {
  /// An option of the configuration, by the key that it has there.
  public enum Option: String, CaseIterable, Sendable {
    case language, theme, color, ascii, ambiguousWidth, mouse, accessible, preview, opener, columns, catalogs, stack,
      keyPreset, langmap, keys

    /// What it is, in sentences: one a line.
    public var explanation: [String] {
      switch self {
      case .language: ["The language of the screen: en, zh, or auto for what the locale says."]
      case .theme:
        [
          "The colors: \(Theme.builtIn.map(\.name).joined(separator: ", ")), or NAME for themes/NAME.yaml beside this file.",
          "T on the screen tries them; strata config --print-theme NAME prints one to begin with.",
        ]
      case .color: ["When to use colors: auto (not where NO_COLOR is set), always, never."]
      case .ascii: ["Draw with ASCII characters alone."]
      case .ambiguousWidth:
        ["The columns that the terminal draws characters such as ● and … in: 1, or 2 in many East Asian setups."]
      case .mouse: ["Whether the mouse works in strata; M hands it to the terminal and takes it again."]
      case .accessible: ["Line by line, numbered, without a screen: for screen readers, braille lines and pipes."]
      case .preview: ["The preview's share of the screen in per cent, 10 to 70."]
      case .opener:
        [
          "What opens addresses: auto ($BROWSER or the desktop's), none (they are shown), or a command.",
          "%s in the command stands for the address.",
        ]
      case .columns:
        [
          "What lists of tools show beside names, in this order, as far as there is room:",
          ListColumn.allCases.map(\.rawValue).joined(separator: ", ") + ".",
        ]
      case .catalogs: ["The catalogs that are opened where none is named: paths, relative to this file."]
      case .stack: ["The file of your own stack: a path, relative to this file; auto looks for one."]
      case .keyPreset: ["The keys to begin with: \(KeyMap.Preset.allCases.map(\.rawValue).joined(separator: ", "))."]
      case .langmap:
        [
          "Keyboard layouts whose letters work as the Latin ones on the same keys: auto (all that are known), none,",
          "or some of them: \(Langmap.Layout.allCases.map(\.rawValue).joined(separator: ", ")). Others letter by letter: {й: q}.",
        ]
      case .keys:
        [
          "Other keys: an action and the list of all its keys; [] takes them away. strata keys prints the actions.",
          "Keys are written as strata writes them: g, Ctrl-B, Alt-←, PgUp, F5, Space; in quotes where YAML wants it.",
        ]
      }
    }

    /// The value that is in force where nothing is said, as it is written.
    public var defaultText: String {
      switch self {
      case .language, .color, .opener, .stack, .langmap: "auto"
      case .theme: Theme.builtIn[0].name
      case .ascii, .accessible: "false"
      case .ambiguousWidth: "1"
      case .mouse: "true"
      case .preview: "\(Explorer.Configuration.defaultPreviewShare)"
      case .columns: "[\(ListColumn.standard.map(\.rawValue).joined(separator: ", "))]"
      case .catalogs: "[]"
      case .keyPreset: KeyMap.Preset.standard.rawValue
      case .keys: "{}"
      }
    }
  }
}

extension Settings {
  /// The name that the schema has beside a configuration.
  public static let schemaName = "config.schema.json"

  /// All options with what they are, each as it is by default behind a `#`: what a person's own file may begin as.
  public static var printedDefault: String {
    var lines = [
      "# yaml-language-server: $schema=\(schemaName)",
      "# The configuration of strata. It belongs at ~/.config/strata/config.yaml; every option stands here as it is by default.",
      "# `strata schema config > \(schemaName)` puts the schema beside it, for editors that complete and check.",
      "version: \(version)",
    ]
    for option in Option.allCases {
      lines.append("")
      lines += option.explanation.map { "# \($0)" }
      lines.append("#\(option.rawValue): \(option.defaultText)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
