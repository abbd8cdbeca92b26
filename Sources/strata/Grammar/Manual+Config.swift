import StrataExplorer
import StrataSettings

/// strata-config(5)
extension Manual {
  static var config: String {
    var text = head("strata-config", 5, "keys, colors and the rest as a person wants them")
    text += ".Sh DESCRIPTION\n"
    text += paragraph(
      """
      A YAML file, which strata reads and never writes; 'strata config --print-default' prints one to begin with. The first of these \
      that is there counts:
      """)
    text += ".Bl -enum -compact\n"
    for place in [
      "the file of the option --config; 'none' for none at all",
      "that of the variable STRATA_CONFIG, which may be none, too",
      "$XDG_CONFIG_HOME/strata/config.yaml, without that variable ~/.config/strata/config.yaml",
      "strata/config.yaml in the folders of XDG_CONFIG_DIRS, without it /etc/xdg/strata/config.yaml",
    ] { text += ".It\n" + paragraph(place) }
    text += ".El\n.Pp\n"
    text += paragraph(
      """
      Flags count before the environment, that before the configuration, that before what strata remembers, that before the default. \
      'strata config' prints what is in force and where it comes from, 'strata config --check' what is wrong. A save is in force at \
      once; while the file is broken the last good one stays.
      """)
    text += ".Sh OPTIONS\n" + list([("Ic version", "The version of the format: \(Settings.version).")])
    text += list(
      Settings.Option.allCases.map { option in
        (
          "Ic \(escaped(option.rawValue))",
          (option.explanation + ["By default \(option.defaultText)."]).joined(separator: " ")
        )
      })
    text += ".Sh THEMES\n"
    text += paragraph(
      """
      A theme of one's own is a file themes/NAME.yaml beside the configuration; 'strata config --print-theme dark' prints one to begin \
      with. It says with basedOn which theme it begins from, with background what lies below everything, and with roles how these look:
      """)
    text += paragraph(Role.allCases.map(\.name).joined(separator: ", ") + ".")
    text += paragraph(
      """
      A style is a color, on and a second one, and bold, dim, italic, underline, reverse. Colors are default, black to white, \
      bright-black to bright-white, 0 to 255, '#rrggbb'.
      """)
    text += ".Sh FILES\n" + list(files.prefix(2).map { ("Pa \(escaped($0.path))", $0.meaning) })
    text +=
      ".Sh EXAMPLES\n"
      + example([
        "theme: dark", "mouse: false", "columns: [kind, maturity, summary]", "keyPreset: vim", "keys:",
        "  reload: [Ctrl-R, F5]      # all the keys that it has", "  bookmark: []              # none",
      ])
    text += ".Sh SEE ALSO\n.Xr strata 1 ,\n.Xr strata-catalog 5 ,\n.Xr strata-stack 5\n"
    return text
  }
}
